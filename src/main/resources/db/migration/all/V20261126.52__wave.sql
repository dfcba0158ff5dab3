-- What the trips of a wave cannot go below, however they are walked.
ALTER TABLE wave ADD COLUMN least_metres NUMERIC(19,2) DEFAULT 0 NOT NULL;
