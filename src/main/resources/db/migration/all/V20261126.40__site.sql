-- What a picker is trained for, when and where the picker works, and where the picker was last seen.
ALTER TABLE picker ADD COLUMN skills VARCHAR(60) DEFAULT 'FORKLIFT,COLD,VALUABLES' NOT NULL;
ALTER TABLE picker ADD COLUMN shift_start VARCHAR(5) DEFAULT '' NOT NULL;
ALTER TABLE picker ADD COLUMN shift_end VARCHAR(5) DEFAULT '' NOT NULL;
ALTER TABLE picker ADD COLUMN home_zones VARCHAR(300) DEFAULT '' NOT NULL;
ALTER TABLE picker ADD COLUMN seen_location VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE picker ADD COLUMN seen_at TIMESTAMP WITH TIME ZONE;
