-- A person's word about a content may be a refusal too.
ALTER TABLE rule_approval ADD COLUMN granted BOOLEAN DEFAULT TRUE NOT NULL;
