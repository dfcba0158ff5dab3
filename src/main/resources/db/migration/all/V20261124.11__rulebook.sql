-- Set once, by the node that takes the release back.
ALTER TABLE rule_tally ADD COLUMN ended BOOLEAN DEFAULT FALSE NOT NULL;
