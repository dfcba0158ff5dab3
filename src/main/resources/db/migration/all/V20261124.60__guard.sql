-- Releases that ran away: they never decide again.
CREATE TABLE rule_quarantine (
  point VARCHAR(30) NOT NULL,
  hash  VARCHAR(64) NOT NULL,
  at    TIMESTAMP WITH TIME ZONE NOT NULL,
  why   VARCHAR(500) NOT NULL,
  PRIMARY KEY (point, hash)
);
