-- How fast a shop promises to dispatch: SAME_DAY, NEXT_DAY or STANDARD.
ALTER TABLE shop ADD COLUMN service_level VARCHAR(10) DEFAULT 'STANDARD' NOT NULL;
