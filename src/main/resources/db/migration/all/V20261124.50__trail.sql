-- What a decision is about belongs to its record and its hash; older records know it by decision_subject only.
ALTER TABLE decision ADD COLUMN subjects VARCHAR(100000) DEFAULT '' NOT NULL;

-- Decisions in the order they were sealed; content holds 48 bytes each: id, hash, first 8 bytes of the link.
CREATE TABLE seal_block (
  number    BIGINT PRIMARY KEY,
  sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  entries   INT NOT NULL,
  first_id  BIGINT NOT NULL,
  last_id   BIGINT NOT NULL,
  first_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  last_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  content   BYTEA NOT NULL,
  previous  VARCHAR(64) NOT NULL,
  link      VARCHAR(64) NOT NULL
);
CREATE INDEX seal_block_by_id ON seal_block (last_id);
CREATE INDEX seal_block_by_time ON seal_block (last_at, first_at);

-- The state of the chain at the end of each day (UTC); stays when the day itself is pruned.
CREATE TABLE seal_anchor (
  sealed_day  DATE PRIMARY KEY,
  first_block BIGINT NOT NULL,
  last_block  BIGINT NOT NULL,
  entries     BIGINT NOT NULL,
  previous    VARCHAR(64) NOT NULL,
  link        VARCHAR(64) NOT NULL,
  hash        VARCHAR(64) NOT NULL,
  pruned_at   TIMESTAMP WITH TIME ZONE
);

-- Which decisions of a block a rule fired in, a release made and so on: one bit per decision.
CREATE TABLE seal_term (
  term      VARCHAR(300) NOT NULL,
  block     BIGINT NOT NULL,
  hits      INT NOT NULL,
  positions BYTEA NOT NULL,
  PRIMARY KEY (term, block)
);
CREATE INDEX seal_term_by_block ON seal_term (block);

-- What the nightly replay found.
CREATE TABLE replay_run (
  id        BIGINT PRIMARY KEY,
  at        TIMESTAMP WITH TIME ZONE NOT NULL,
  asked     INT NOT NULL,
  differing INT NOT NULL,
  micros    BIGINT NOT NULL
);
