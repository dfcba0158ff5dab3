-- How fast a carrier brings: what goes with it is as urgent in the warehouse.
ALTER TABLE carrier ADD COLUMN service_level VARCHAR(10) DEFAULT 'STANDARD' NOT NULL;
