-- What happened at the packing bench: checks, every single scan, and the boxes that came out.
CREATE TABLE bench_check (
  consignment_id BIGINT       PRIMARY KEY,
  outcome        VARCHAR(12)  NOT NULL CHECK (outcome IN ('OPEN', 'PASSED', 'OVERRIDDEN')),
  login          VARCHAR(80)  NOT NULL,
  reason         VARCHAR(300) NOT NULL,
  opened_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  closed_at      TIMESTAMP WITH TIME ZONE
);

CREATE TABLE bench_scan (
  consignment_id BIGINT      NOT NULL,
  scan_key       VARCHAR(60) NOT NULL,
  id             BIGINT      NOT NULL,
  sku            VARCHAR(60) NOT NULL,
  qty            INTEGER     NOT NULL CHECK (qty <> 0),
  result         VARCHAR(10) NOT NULL,
  login          VARCHAR(80) NOT NULL,
  at             TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (consignment_id, scan_key)
);

CREATE TABLE packing (
  consignment_id BIGINT        NOT NULL,
  seq            INTEGER       NOT NULL CHECK (seq > 0),
  carton         VARCHAR(30)   NOT NULL,
  carton_cost    NUMERIC(19,4) NOT NULL,
  filler         VARCHAR(30)   NOT NULL,
  filler_units   INTEGER       NOT NULL CHECK (filler_units >= 0),
  filler_cost    NUMERIC(19,4) NOT NULL,
  expected_g     INTEGER       NOT NULL,
  weight_g       INTEGER CHECK (weight_g > 0),
  contents       VARCHAR(20000) NOT NULL,
  packed_by      VARCHAR(80)   NOT NULL,
  packed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (consignment_id, seq)
);

-- What was put into which slot of a seed wall.
CREATE TABLE bench_sorted (
  wave_id        BIGINT      NOT NULL,
  scan_key       VARCHAR(60) NOT NULL,
  part           INTEGER     NOT NULL,
  consignment_id BIGINT      NOT NULL,
  sku            VARCHAR(60) NOT NULL,
  qty            INTEGER     NOT NULL CHECK (qty > 0),
  PRIMARY KEY (wave_id, scan_key, part)
);
CREATE TABLE bench_wall (
  wave_id BIGINT PRIMARY KEY
);
