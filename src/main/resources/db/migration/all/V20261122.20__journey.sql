-- Events on their way to watchers: one row per event and watcher.
CREATE TABLE outbox (
  id           BIGINT PRIMARY KEY,
  watcher      VARCHAR(60) NOT NULL,
  lane         VARCHAR(160) NOT NULL,
  topic        VARCHAR(80) NOT NULL,
  event_key    VARCHAR(200) NOT NULL,
  payload      VARCHAR(1000000) NOT NULL,
  status       VARCHAR(12) NOT NULL CHECK (status IN ('WAITING', 'DELIVERED', 'FAILED')),
  attempts     INTEGER NOT NULL,
  retry_at     TIMESTAMP WITH TIME ZONE,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  delivered_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX outbox_waiting ON outbox (watcher, status, id);
CREATE INDEX outbox_retry ON outbox (watcher, retry_at);

-- One node at a time works for a watcher: by row lock, or by lease where the effect is outside.
CREATE TABLE outbox_watcher (
  watcher      VARCHAR(60) PRIMARY KEY,
  node         INTEGER NOT NULL,
  leased_until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What could not be worked and waits for a person.
CREATE TABLE incident (
  id         BIGINT PRIMARY KEY,
  source     VARCHAR(80) NOT NULL,
  kind       VARCHAR(60) NOT NULL,
  dedupe_key VARCHAR(250) NOT NULL UNIQUE,
  subject    VARCHAR(250) NOT NULL,
  status     VARCHAR(12) NOT NULL CHECK (status IN ('OPEN', 'RESENT', 'RESOLVED', 'DISMISSED')),
  seen       INTEGER NOT NULL,
  first_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  last_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  faults     VARCHAR(100000) NOT NULL,
  payload    BYTEA
);
CREATE INDEX incident_status ON incident (status, last_at);

-- Which node leads a schedule.
CREATE TABLE leader (
  name        VARCHAR(80) PRIMARY KEY,
  node        INTEGER NOT NULL,
  leads_until TIMESTAMP WITH TIME ZONE NOT NULL
);
