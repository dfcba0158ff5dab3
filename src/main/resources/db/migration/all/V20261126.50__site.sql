-- How pickers walk the aisles of a warehouse.
ALTER TABLE warehouse ADD COLUMN walking VARCHAR(10) DEFAULT 'SHORTEST' NOT NULL;
