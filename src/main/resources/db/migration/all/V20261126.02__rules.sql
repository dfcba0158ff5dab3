-- Engine and vocabulary a release was hashed with; its files can be held against its hash as long as these are the same.
ALTER TABLE rule_release ADD COLUMN maker VARCHAR(200) DEFAULT '' NOT NULL;
