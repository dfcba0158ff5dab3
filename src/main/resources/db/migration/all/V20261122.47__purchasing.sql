CREATE TABLE supplier (
  code      VARCHAR(30) PRIMARY KEY,
  name      VARCHAR(100) NOT NULL,
  lead_days INTEGER NOT NULL CHECK (lead_days >= 0)
);

-- Where an article is bought and on what terms.
CREATE TABLE supply_terms (
  sku       VARCHAR(40) PRIMARY KEY,
  supplier  VARCHAR(30) NOT NULL,
  moq       INTEGER NOT NULL CHECK (moq > 0),
  pack_size INTEGER NOT NULL CHECK (pack_size > 0),
  unit_cost NUMERIC(19,6) NOT NULL
);

-- Ordered from suppliers and not here yet; one row per line of a purchase order.
CREATE TABLE goods_on_way (
  po_no       VARCHAR(40) NOT NULL,
  line_no     VARCHAR(20) NOT NULL,
  supplier    VARCHAR(30) NOT NULL,
  sku         VARCHAR(40) NOT NULL,
  warehouse   VARCHAR(20) NOT NULL,
  qty         INTEGER NOT NULL CHECK (qty > 0),
  unit_cost   NUMERIC(19,6) NOT NULL,
  expected_on DATE NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (po_no, line_no)
);
CREATE INDEX goods_on_way_by_sku ON goods_on_way (sku, received_at);

-- Units ordered by buyers per business day: filled once a day, history may be imported.
CREATE TABLE demand_day (
  business_day DATE NOT NULL,
  sku          VARCHAR(40) NOT NULL,
  qty          INTEGER NOT NULL,
  PRIMARY KEY (business_day, sku)
);
CREATE INDEX demand_day_by_sku ON demand_day (sku, business_day);

CREATE TABLE replenishment_run (
  business_day DATE PRIMARY KEY,
  run_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  proposals    INTEGER NOT NULL
);

CREATE TABLE replenishment_proposal (
  id             BIGINT PRIMARY KEY,
  business_day   DATE NOT NULL,
  sku            VARCHAR(40) NOT NULL,
  supplier       VARCHAR(30) NOT NULL,
  mean30         NUMERIC(12,4) NOT NULL,
  mean90         NUMERIC(12,4) NOT NULL,
  daily          NUMERIC(12,4) NOT NULL,
  deviation      NUMERIC(12,4) NOT NULL,
  lead_days      INTEGER NOT NULL,
  safety_stock   INTEGER NOT NULL,
  reorder_point  INTEGER NOT NULL,
  available      INTEGER NOT NULL,
  on_way         INTEGER NOT NULL,
  days_to_safety INTEGER NOT NULL,
  days_short     INTEGER NOT NULL,
  qty            INTEGER NOT NULL,
  unit_cost      NUMERIC(19,6) NOT NULL,
  status         VARCHAR(12) NOT NULL,
  decided_by     VARCHAR(60) NOT NULL,
  decided_at     TIMESTAMP WITH TIME ZONE,
  CONSTRAINT replenishment_proposal_once UNIQUE (business_day, sku)
);
CREATE INDEX replenishment_proposal_open ON replenishment_proposal (status, days_to_safety);
