-- How a large wave is split among pickers, and how many consignments the seed wall holds (0: enough for any wave).
ALTER TABLE warehouse ADD COLUMN wave_split VARCHAR(10) DEFAULT 'NONE' NOT NULL;
ALTER TABLE warehouse ADD COLUMN wall_slots INTEGER DEFAULT 0 NOT NULL;
