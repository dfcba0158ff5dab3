-- What a person must be trained for to walk a trip; and what planning a wave has to tell people.
ALTER TABLE wave_trip ADD COLUMN needs VARCHAR(60) DEFAULT '' NOT NULL;

CREATE TABLE wave_note (
  wave_id  BIGINT        NOT NULL,
  position INTEGER       NOT NULL,
  kind     VARCHAR(10)   NOT NULL,
  code     VARCHAR(40)   NOT NULL,
  args     VARCHAR(4000) NOT NULL,
  PRIMARY KEY (wave_id, position)
);
