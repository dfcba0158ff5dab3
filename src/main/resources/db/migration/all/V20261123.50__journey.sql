-- What each node runs, so that nodes that differ are noticed.
CREATE TABLE node_fingerprint (
  node    INTEGER NOT NULL,
  what    VARCHAR(40) NOT NULL,
  hash    VARCHAR(64) NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (node, what)
);
