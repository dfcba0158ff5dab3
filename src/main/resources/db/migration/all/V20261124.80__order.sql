-- A person chose the carriers of the order: what its remarks ask for no longer counts.
ALTER TABLE sales_order ADD COLUMN carrier_by_hand BOOLEAN DEFAULT FALSE NOT NULL;
