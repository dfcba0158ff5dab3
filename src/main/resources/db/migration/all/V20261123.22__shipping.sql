-- When the carrier was asked to bring a parcel back: once.
ALTER TABLE parcel ADD COLUMN called_back_at TIMESTAMP WITH TIME ZONE;
