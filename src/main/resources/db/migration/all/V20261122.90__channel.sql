-- What came in, word for word and encrypted, until it expires.
CREATE TABLE intake_payload (
  id          BIGINT PRIMARY KEY,
  order_id    BIGINT NOT NULL,
  shop        VARCHAR(20) NOT NULL,
  platform_no VARCHAR(64) NOT NULL,
  version     BIGINT NOT NULL,
  platform    VARCHAR(20) NOT NULL,
  arrived_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  payload     VARCHAR(1000000) NOT NULL
);
CREATE INDEX intake_payload_by_order ON intake_payload (order_id);
CREATE INDEX intake_payload_by_age ON intake_payload (arrived_at);

-- How far each shop was pulled, in business time; lease and retry in machine time.
CREATE TABLE channel_cursor (
  shop        VARCHAR(20) PRIMARY KEY,
  pulled_to   TIMESTAMP WITH TIME ZONE NOT NULL,
  due_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  lease_until TIMESTAMP WITH TIME ZONE,
  pulls       BIGINT NOT NULL,
  orders      BIGINT NOT NULL,
  trouble     VARCHAR(500) NOT NULL
);

-- What each shop was last told it may sell; the version only grows.
CREATE TABLE channel_stock (
  shop      VARCHAR(20) NOT NULL,
  sku       VARCHAR(40) NOT NULL,
  available INTEGER NOT NULL,
  version   BIGINT NOT NULL,
  told      INTEGER NOT NULL,
  told_version BIGINT NOT NULL,
  PRIMARY KEY (shop, sku)
);

-- Files that were dropped, with what became of their lines.
CREATE TABLE channel_file (
  id       BIGINT PRIMARY KEY,
  name     VARCHAR(250) NOT NULL,
  digest   VARCHAR(64) NOT NULL,
  profile  VARCHAR(40) NOT NULL,
  taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
  report   VARCHAR(100000) NOT NULL
);
CREATE INDEX channel_file_by_time ON channel_file (taken_at);
