-- Whether consignments that come later join a wave that nobody picks yet: OFF or UNTIL_PICKED.
ALTER TABLE warehouse ADD COLUMN top_up VARCHAR(20) DEFAULT 'OFF' NOT NULL;
