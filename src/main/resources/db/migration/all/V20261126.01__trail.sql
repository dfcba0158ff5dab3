-- Releases, approvals and activations in the order they were sealed; a decision's release is only as good as these.
CREATE TABLE seal_paper (
  number    BIGINT PRIMARY KEY,
  paper     VARCHAR(200) NOT NULL UNIQUE,
  digest    VARCHAR(64) NOT NULL,
  sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  previous  VARCHAR(64) NOT NULL,
  link      VARCHAR(64) NOT NULL
);
CREATE INDEX seal_paper_by_time ON seal_paper (sealed_at);

-- Where that chain stood at the end of the day; empty on days before there was one.
ALTER TABLE seal_anchor ADD COLUMN papers VARCHAR(64) DEFAULT '' NOT NULL;
