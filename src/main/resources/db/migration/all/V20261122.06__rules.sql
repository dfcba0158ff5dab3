-- A release is immutable and found by the hash of its sources.
CREATE TABLE rule_release (
  point      VARCHAR(30) NOT NULL,
  hash       VARCHAR(64) NOT NULL,
  status     VARCHAR(20) NOT NULL,
  sources    BYTEA NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  created_by VARCHAR(60) NOT NULL,
  PRIMARY KEY (point, hash)
);

-- The newest row of a point says which release decides on every node.
CREATE TABLE rule_activation (
  id    BIGINT PRIMARY KEY,
  point VARCHAR(30) NOT NULL,
  hash  VARCHAR(64) NOT NULL,
  at    TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(60) NOT NULL,
  why   VARCHAR(500) NOT NULL
);
CREATE INDEX rule_activation_by_point ON rule_activation (point, id);

CREATE TABLE decision (
  id      BIGINT PRIMARY KEY,
  point   VARCHAR(30) NOT NULL,
  release VARCHAR(64) NOT NULL,
  at      TIMESTAMP WITH TIME ZONE NOT NULL,
  facts   VARCHAR(100000) NOT NULL,
  firings VARCHAR(100000) NOT NULL,
  hash    VARCHAR(64) NOT NULL
);
CREATE INDEX decision_by_point ON decision (point, id);

CREATE TABLE decision_subject (
  subject_id  BIGINT NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  decision_id BIGINT NOT NULL,
  PRIMARY KEY (subject_id, kind, decision_id)
);
