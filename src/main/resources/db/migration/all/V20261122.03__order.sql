-- The idempotency of intake, apart from the order's own partition key.
CREATE TABLE intake_key (
  shop        VARCHAR(20) NOT NULL,
  platform_no VARCHAR(64) NOT NULL,
  order_id    BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (shop, platform_no)
);

CREATE TABLE sales_order (
  id                BIGINT PRIMARY KEY,
  shop              VARCHAR(20) NOT NULL,
  platform_no       VARCHAR(64) NOT NULL,
  merge_scope       VARCHAR(20) NOT NULL,
  buyer_key         VARCHAR(64) NOT NULL,
  buyer_mask        VARCHAR(100) NOT NULL,
  status            VARCHAR(20) NOT NULL,
  currency          VARCHAR(3) NOT NULL,
  goods_amount      NUMERIC(19,4) NOT NULL,
  discount_amount   NUMERIC(19,4) NOT NULL,
  freight_amount    NUMERIC(19,4) NOT NULL,
  total_amount      NUMERIC(19,4) NOT NULL,
  paid_amount       NUMERIC(19,4) NOT NULL,
  cod               BOOLEAN NOT NULL,
  delivery_method   VARCHAR(20) NOT NULL,
  ordered_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  paid_at           TIMESTAMP WITH TIME ZONE,
  received_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  arrived_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  released_at       TIMESTAMP WITH TIME ZONE,
  release_latency_ms BIGINT,
  promised_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  touched           BOOLEAN NOT NULL,
  ever_held         BOOLEAN NOT NULL,
  open_holds        INTEGER NOT NULL,
  receiver_key      VARCHAR(64) NOT NULL,
  receiver_token    VARCHAR(200) NOT NULL,
  country           VARCHAR(40) NOT NULL,
  province_code     VARCHAR(12) NOT NULL,
  city_code         VARCHAR(12) NOT NULL,
  district_code     VARCHAR(12) NOT NULL,
  region            VARCHAR(200) NOT NULL,
  receiver_name     VARCHAR(500) NOT NULL,
  receiver_phone    VARCHAR(500) NOT NULL,
  receiver_detail   VARCHAR(2000) NOT NULL,
  name_mask         VARCHAR(100) NOT NULL,
  phone_mask        VARCHAR(60) NOT NULL,
  detail_mask       VARCHAR(300) NOT NULL,
  phone_hash        VARCHAR(64) NOT NULL,
  address_features  VARCHAR(2000) NOT NULL,
  buyer_remark      VARCHAR(4000) NOT NULL,
  seller_remark     VARCHAR(4000) NOT NULL,
  remark_tags       VARCHAR(2000) NOT NULL,
  appointed_carrier VARCHAR(20) NOT NULL,
  excluded_carriers VARCHAR(100) NOT NULL,
  invoice_wanted    BOOLEAN NOT NULL,
  tags              VARCHAR(400) NOT NULL,
  retry_at          TIMESTAMP WITH TIME ZONE,
  attempts          INTEGER NOT NULL
);
CREATE INDEX sales_order_by_status ON sales_order (status, open_holds, id);
CREATE INDEX sales_order_by_receiver ON sales_order (receiver_key, received_at);
CREATE INDEX sales_order_by_buyer ON sales_order (merge_scope, buyer_key, status);
CREATE INDEX sales_order_by_phone ON sales_order (phone_hash);
CREATE INDEX sales_order_by_platform ON sales_order (platform_no);
CREATE INDEX sales_order_by_day ON sales_order (received_at, shop);

CREATE TABLE order_line (
  id            BIGINT PRIMARY KEY,
  order_id      BIGINT NOT NULL,
  line_no       VARCHAR(64) NOT NULL,
  platform_sku  VARCHAR(64) NOT NULL,
  sku           VARCHAR(40) NOT NULL,
  name          VARCHAR(200) NOT NULL,
  qty           INTEGER NOT NULL CHECK (qty > 0),
  cancelled_qty INTEGER NOT NULL CHECK (cancelled_qty >= 0),
  shipped_qty   INTEGER NOT NULL CHECK (shipped_qty >= 0),
  price         NUMERIC(19,4) NOT NULL,
  discount      NUMERIC(19,4) NOT NULL,
  amount        NUMERIC(19,4) NOT NULL,
  presale       BOOLEAN NOT NULL,
  supply        VARCHAR(10) NOT NULL,
  warehouse     VARCHAR(20) NOT NULL,
  CONSTRAINT order_line_never_overshipped CHECK (shipped_qty + cancelled_qty <= qty)
);
CREATE INDEX order_line_by_order ON order_line (order_id);
CREATE INDEX order_line_by_sku ON order_line (sku, supply);

CREATE TABLE order_hold (
  id          BIGINT PRIMARY KEY,
  order_id    BIGINT NOT NULL,
  reason      VARCHAR(40) NOT NULL,
  owner_role  VARCHAR(20) NOT NULL,
  detail      VARCHAR(500) NOT NULL,
  facts_key   VARCHAR(64) NOT NULL,
  decision_id BIGINT,
  opened_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  assignee    VARCHAR(60),
  until_at    TIMESTAMP WITH TIME ZONE,
  cleared_at  TIMESTAMP WITH TIME ZONE,
  cleared_by  VARCHAR(60),
  note        VARCHAR(500)
);
CREATE INDEX order_hold_by_order ON order_hold (order_id);
CREATE INDEX order_hold_open ON order_hold (reason, cleared_at);

-- Evidence of every move of every aggregate.
CREATE TABLE milestone (
  id           BIGINT PRIMARY KEY,
  subject_kind VARCHAR(20) NOT NULL,
  subject_id   BIGINT NOT NULL,
  at           TIMESTAMP WITH TIME ZONE NOT NULL,
  what         VARCHAR(40) NOT NULL,
  from_status  VARCHAR(20) NOT NULL,
  to_status    VARCHAR(20) NOT NULL,
  actor        VARCHAR(60) NOT NULL,
  decision_id  BIGINT,
  detail       VARCHAR(500) NOT NULL
);
CREATE INDEX milestone_by_subject ON milestone (subject_id, subject_kind, id);
