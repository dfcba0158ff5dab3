-- Buildings and what stands in them; loaded through the REST imports.
CREATE TABLE warehouse (
  code                VARCHAR(20)   PRIMARY KEY,
  name                VARCHAR(100)  NOT NULL,
  zone_id             VARCHAR(50)   NOT NULL,
  province_code       VARCHAR(2)    NOT NULL,
  city_code           VARCHAR(4)    NOT NULL,
  address             VARCHAR(300)  NOT NULL,
  priority            INTEGER       NOT NULL,
  layout              VARCHAR(20000) NOT NULL,
  wave_window_minutes INTEGER       NOT NULL CHECK (wave_window_minutes > 0),
  wave_count          INTEGER       NOT NULL CHECK (wave_count > 0),
  waybill_at          VARCHAR(20)   NOT NULL,
  deduct_at           VARCHAR(20)   NOT NULL
);

CREATE TABLE location (
  warehouse VARCHAR(20) NOT NULL,
  code      VARCHAR(30) NOT NULL,
  aisle     INTEGER     NOT NULL CHECK (aisle >= 0),
  block     INTEGER     NOT NULL CHECK (block >= 0),
  cell      INTEGER     NOT NULL CHECK (cell >= 0),
  side      VARCHAR(4)  NOT NULL,
  zone      VARCHAR(20) NOT NULL,
  PRIMARY KEY (warehouse, code),
  UNIQUE (warehouse, aisle, block, cell, side)
);

CREATE TABLE picker (
  warehouse VARCHAR(20)  NOT NULL,
  code      VARCHAR(30)  NOT NULL,
  name      VARCHAR(100) NOT NULL,
  login     VARCHAR(60)  NOT NULL,
  active    BOOLEAN      NOT NULL,
  PRIMARY KEY (warehouse, code)
);

CREATE TABLE trolley (
  warehouse  VARCHAR(20) NOT NULL,
  code       VARCHAR(30) NOT NULL,
  totes      INTEGER     NOT NULL CHECK (totes > 0),
  volume_mm3 BIGINT      NOT NULL CHECK (volume_mm3 > 0),
  weight_g   BIGINT      NOT NULL CHECK (weight_g > 0),
  PRIMARY KEY (warehouse, code)
);
