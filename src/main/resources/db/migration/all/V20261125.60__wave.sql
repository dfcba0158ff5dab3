-- Why a stop yielded fewer units than wanted: MISSING or DAMAGED; empty while nothing lacks.
ALTER TABLE wave_pick ADD COLUMN lack VARCHAR(10) DEFAULT '' NOT NULL;
