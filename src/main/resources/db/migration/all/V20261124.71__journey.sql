-- What an incident was about: a dismissed one stays away only while it comes back unchanged.
ALTER TABLE incident ADD COLUMN content_digest VARCHAR(64) DEFAULT '' NOT NULL;
