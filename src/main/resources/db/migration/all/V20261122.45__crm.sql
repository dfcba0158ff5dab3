CREATE TABLE customer (
  id             BIGINT PRIMARY KEY,
  merge_scope    VARCHAR(20) NOT NULL,
  buyer_key      VARCHAR(64) NOT NULL,
  name_mask      VARCHAR(100) NOT NULL,
  phone_mask     VARCHAR(60) NOT NULL,
  region         VARCHAR(200) NOT NULL,
  receiver_key   VARCHAR(64) NOT NULL,
  first_order_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_order_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  orders         INTEGER NOT NULL,
  amount         NUMERIC(19,4) NOT NULL,
  CONSTRAINT customer_once UNIQUE (merge_scope, buyer_key)
);
CREATE INDEX customer_by_last_order ON customer (last_order_at);

-- One row per order that left the house; repeated events change nothing.
CREATE TABLE customer_order (
  customer_id  BIGINT NOT NULL,
  order_id     BIGINT NOT NULL,
  shop         VARCHAR(20) NOT NULL,
  platform_no  VARCHAR(64) NOT NULL,
  amount       NUMERIC(19,4) NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  ordered_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  shipped_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  delivered_at TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (customer_id, order_id)
);
CREATE INDEX customer_order_by_order ON customer_order (order_id);

-- Whom to look at: the hash of a phone, a receiver key or a buyer key; never plain text.
CREATE TABLE block_entry (
  id         BIGINT PRIMARY KEY,
  kind       VARCHAR(10) NOT NULL,
  hash       VARCHAR(64) NOT NULL,
  hint       VARCHAR(60) NOT NULL,
  grade      VARCHAR(10) NOT NULL,
  reason     VARCHAR(200) NOT NULL,
  created_by VARCHAR(60) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT block_entry_once UNIQUE (kind, hash)
);
CREATE INDEX block_entry_by_hash ON block_entry (hash);

CREATE TABLE bad_area (
  division_code VARCHAR(6) PRIMARY KEY,
  grade         VARCHAR(10) NOT NULL,
  reason        VARCHAR(200) NOT NULL,
  created_by    VARCHAR(60) NOT NULL,
  created_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
