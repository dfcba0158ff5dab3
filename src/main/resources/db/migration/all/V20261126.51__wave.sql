-- How a wave is walked, and how long the same trips are if they are walked the other way.
ALTER TABLE wave ADD COLUMN walking VARCHAR(10) DEFAULT 'SHORTEST' NOT NULL;
ALTER TABLE wave ADD COLUMN other_metres NUMERIC(19,2) DEFAULT 0 NOT NULL;
