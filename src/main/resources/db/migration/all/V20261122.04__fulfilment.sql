-- Orders of one buyer to one receiver wait here for each other until their window is over.
CREATE TABLE merge_group (
  id           BIGINT PRIMARY KEY,
  merge_scope  VARCHAR(20) NOT NULL,
  buyer_key    VARCHAR(64) NOT NULL,
  receiver_key VARCHAR(64) NOT NULL,
  due_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  retry_at     TIMESTAMP WITH TIME ZONE,
  attempts     INTEGER NOT NULL,
  CONSTRAINT merge_group_once UNIQUE (merge_scope, buyer_key, receiver_key)
);
CREATE INDEX merge_group_by_due ON merge_group (due_at);

CREATE TABLE consignment (
  id                BIGINT PRIMARY KEY,
  warehouse         VARCHAR(20) NOT NULL,
  status            VARCHAR(20) NOT NULL,
  merge_scope       VARCHAR(20) NOT NULL,
  buyer_key         VARCHAR(64) NOT NULL,
  receiver_key      VARCHAR(64) NOT NULL,
  receiver_order_id BIGINT NOT NULL,
  receiver_token    VARCHAR(200) NOT NULL,
  country           VARCHAR(40) NOT NULL,
  province_code     VARCHAR(12) NOT NULL,
  city_code         VARCHAR(12) NOT NULL,
  district_code     VARCHAR(12) NOT NULL,
  region            VARCHAR(200) NOT NULL,
  name_mask         VARCHAR(100) NOT NULL,
  phone_mask        VARCHAR(60) NOT NULL,
  detail_mask       VARCHAR(300) NOT NULL,
  bucket            VARCHAR(20) NOT NULL,
  appointed_carrier VARCHAR(20) NOT NULL,
  excluded_carriers VARCHAR(100) NOT NULL,
  carrier           VARCHAR(20) NOT NULL,
  pick_method       VARCHAR(20) NOT NULL,
  promised_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  cutoff_at         TIMESTAMP WITH TIME ZONE,
  allocated_at      TIMESTAMP WITH TIME ZONE,
  weight_g          INTEGER NOT NULL,
  volume_mm3        BIGINT NOT NULL,
  units             INTEGER NOT NULL,
  goods_classes     VARCHAR(60) NOT NULL,
  goods_amount      NUMERIC(19,4) NOT NULL,
  cod_amount        NUMERIC(19,4) NOT NULL,
  currency          VARCHAR(3) NOT NULL,
  wave_id           BIGINT,
  created_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  retry_at          TIMESTAMP WITH TIME ZONE,
  attempts          INTEGER NOT NULL
);
CREATE INDEX consignment_by_status ON consignment (status, warehouse, id);
CREATE INDEX consignment_by_wave ON consignment (wave_id);

-- Which units of which order line travel in which consignment, to the cent.
CREATE TABLE allocation (
  id             BIGINT PRIMARY KEY,
  consignment_id BIGINT NOT NULL,
  order_id       BIGINT NOT NULL,
  order_line_id  BIGINT NOT NULL,
  shop           VARCHAR(20) NOT NULL,
  platform_no    VARCHAR(64) NOT NULL,
  line_no        VARCHAR(64) NOT NULL,
  sku            VARCHAR(40) NOT NULL,
  name           VARCHAR(200) NOT NULL,
  qty            INTEGER NOT NULL CHECK (qty > 0),
  amount         NUMERIC(19,4) NOT NULL,
  live           BOOLEAN NOT NULL
);
CREATE INDEX allocation_by_consignment ON allocation (consignment_id);
CREATE INDEX allocation_by_order ON allocation (order_id);

CREATE TABLE consignment_place (
  allocation_id  BIGINT NOT NULL,
  consignment_id BIGINT NOT NULL,
  warehouse      VARCHAR(20) NOT NULL,
  location       VARCHAR(40) NOT NULL,
  sku            VARCHAR(40) NOT NULL,
  batch          VARCHAR(40) NOT NULL,
  qty            INTEGER NOT NULL,
  PRIMARY KEY (allocation_id, location, batch)
);
CREATE INDEX consignment_place_by_consignment ON consignment_place (consignment_id);
