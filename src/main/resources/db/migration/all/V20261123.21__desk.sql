-- Where a task belongs, so that people see those of their shops and warehouses; empty for anywhere.
ALTER TABLE task ADD COLUMN shop VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE task ADD COLUMN warehouse VARCHAR(20) DEFAULT '' NOT NULL;
