-- Which plan of a wave holds, which one is wished for and why; what people keep in its place.
ALTER TABLE wave ADD COLUMN revision INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE wave ADD COLUMN wanted INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE wave ADD COLUMN why VARCHAR(200) DEFAULT '' NOT NULL;

CREATE TABLE wave_lock (
  consignment_id BIGINT PRIMARY KEY,
  wave_id        BIGINT NOT NULL,
  whole_trip     BOOLEAN NOT NULL
);
CREATE INDEX wave_lock_by_wave ON wave_lock (wave_id);
