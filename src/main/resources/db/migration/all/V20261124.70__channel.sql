-- What a version of an order said: the same version with other content is a contradiction.
ALTER TABLE intake_key ADD COLUMN digest VARCHAR(64) DEFAULT '' NOT NULL;
