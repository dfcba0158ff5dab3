-- Figures per stock key; the checks carry "never oversold".
CREATE TABLE stock (
  warehouse VARCHAR(20) NOT NULL,
  sku       VARCHAR(40) NOT NULL,
  owner     VARCHAR(20) NOT NULL,
  batch     VARCHAR(40) NOT NULL,
  quality   VARCHAR(10) NOT NULL,
  pool      VARCHAR(20) NOT NULL,
  on_hand   INTEGER NOT NULL,
  locked    INTEGER NOT NULL,
  PRIMARY KEY (warehouse, sku, owner, batch, quality, pool),
  CONSTRAINT stock_locked_not_negative CHECK (locked >= 0),
  CONSTRAINT stock_never_oversold CHECK (on_hand >= locked)
);
CREATE INDEX stock_by_sku ON stock (sku);

-- Every unit that came or went, never changed afterwards.
CREATE TABLE stock_ledger (
  id         BIGINT PRIMARY KEY,
  at         TIMESTAMP WITH TIME ZONE NOT NULL,
  kind       VARCHAR(20) NOT NULL,
  warehouse  VARCHAR(20) NOT NULL,
  sku        VARCHAR(40) NOT NULL,
  owner      VARCHAR(20) NOT NULL,
  batch      VARCHAR(40) NOT NULL,
  quality    VARCHAR(10) NOT NULL,
  pool       VARCHAR(20) NOT NULL,
  location   VARCHAR(40) NOT NULL,
  qty        INTEGER NOT NULL,
  unit_cost  NUMERIC(19,6) NOT NULL,
  cause_kind VARCHAR(30) NOT NULL,
  cause_id   VARCHAR(60) NOT NULL
);
CREATE INDEX stock_ledger_by_sku ON stock_ledger (sku, at);
CREATE INDEX stock_ledger_by_cause ON stock_ledger (cause_kind, cause_id);

CREATE TABLE stock_lock (
  id          BIGINT PRIMARY KEY,
  demand_kind VARCHAR(20) NOT NULL,
  demand_id   BIGINT NOT NULL,
  warehouse   VARCHAR(20) NOT NULL,
  sku         VARCHAR(40) NOT NULL,
  owner       VARCHAR(20) NOT NULL,
  batch       VARCHAR(40) NOT NULL,
  quality     VARCHAR(10) NOT NULL,
  pool        VARCHAR(20) NOT NULL,
  qty         INTEGER NOT NULL CHECK (qty > 0),
  status      VARCHAR(10) NOT NULL,
  locked_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  closed_at   TIMESTAMP WITH TIME ZONE
);
CREATE INDEX stock_lock_by_demand ON stock_lock (demand_id, demand_kind);
CREATE INDEX stock_lock_by_sku ON stock_lock (sku, status);

-- Where the units lie; what a pick list has been promised is reserved here.
CREATE TABLE stock_place (
  warehouse VARCHAR(20) NOT NULL,
  location  VARCHAR(40) NOT NULL,
  sku       VARCHAR(40) NOT NULL,
  batch     VARCHAR(40) NOT NULL,
  on_hand   INTEGER NOT NULL,
  reserved  INTEGER NOT NULL,
  PRIMARY KEY (warehouse, location, sku, batch),
  CONSTRAINT stock_place_not_negative CHECK (reserved >= 0 AND on_hand >= reserved)
);
CREATE INDEX stock_place_by_sku ON stock_place (sku, warehouse);

-- Moving weighted average per owner and article (perpetual method, as CAS 1 allows).
CREATE TABLE stock_cost (
  owner     VARCHAR(20) NOT NULL,
  sku       VARCHAR(40) NOT NULL,
  qty       INTEGER NOT NULL,
  unit_cost NUMERIC(19,6) NOT NULL,
  PRIMARY KEY (owner, sku)
);

-- One row per receipt document line: a repeated delivery changes nothing.
CREATE TABLE stock_receipt (
  receipt_no VARCHAR(60) NOT NULL,
  line_no    VARCHAR(40) NOT NULL,
  PRIMARY KEY (receipt_no, line_no)
);
