-- What is sold, under which codes the shops sell it, and what it is packed in.
CREATE TABLE product (
  sku           VARCHAR(40)   PRIMARY KEY,
  name_zh       VARCHAR(200)  NOT NULL,
  name_en       VARCHAR(200)  NOT NULL,
  barcode       VARCHAR(40)   UNIQUE,
  weight_g      INTEGER       NOT NULL CHECK (weight_g > 0),
  length_mm     INTEGER       NOT NULL CHECK (length_mm > 0),
  width_mm      INTEGER       NOT NULL CHECK (width_mm > 0),
  height_mm     INTEGER       NOT NULL CHECK (height_mm > 0),
  goods_class   VARCHAR(10)   NOT NULL,
  currency      VARCHAR(3)    NOT NULL,
  list_price    NUMERIC(19,4) NOT NULL CHECK (list_price >= 0),
  standard_cost NUMERIC(19,6) NOT NULL CHECK (standard_cost >= 0),
  presale       BOOLEAN       NOT NULL,
  image_url     VARCHAR(500)  NOT NULL
);

CREATE TABLE shop (
  code             VARCHAR(30)   PRIMARY KEY,
  platform         VARCHAR(30)   NOT NULL,
  name             VARCHAR(100)  NOT NULL,
  merge_scope      VARCHAR(30)   NOT NULL,
  merge_window_s   INTEGER       NOT NULL CHECK (merge_window_s >= 0),
  currency         VARCHAR(3)    NOT NULL,
  commission_rate  NUMERIC(9,6)  NOT NULL CHECK (commission_rate BETWEEN 0 AND 1),
  promotion_rate   NUMERIC(9,6)  NOT NULL CHECK (promotion_rate BETWEEN 0 AND 1),
  delivery_methods VARCHAR(400)  NOT NULL,
  pull_url         VARCHAR(300)  NOT NULL,
  pull_every_s     INTEGER       NOT NULL CHECK (pull_every_s > 0),
  app_key          VARCHAR(100)  NOT NULL,
  secret           VARCHAR(1000) NOT NULL,
  token            VARCHAR(1000) NOT NULL,
  active           BOOLEAN       NOT NULL
);

CREATE TABLE shop_sku (
  shop         VARCHAR(30)  NOT NULL,
  platform_sku VARCHAR(100) NOT NULL,
  sku          VARCHAR(40)  NOT NULL,
  ratio        INTEGER      NOT NULL CHECK (ratio > 0),
  PRIMARY KEY (shop, platform_sku)
);

CREATE TABLE carton (
  code         VARCHAR(30)   PRIMARY KEY,
  length_mm    INTEGER       NOT NULL CHECK (length_mm > 0),
  width_mm     INTEGER       NOT NULL CHECK (width_mm > 0),
  height_mm    INTEGER       NOT NULL CHECK (height_mm > 0),
  tare_g       INTEGER       NOT NULL CHECK (tare_g >= 0),
  max_weight_g INTEGER       NOT NULL CHECK (max_weight_g > 0),
  cost         NUMERIC(19,4) NOT NULL CHECK (cost >= 0),
  active       BOOLEAN       NOT NULL
);

CREATE TABLE filler (
  code       VARCHAR(30)   PRIMARY KEY,
  volume_mm3 BIGINT        NOT NULL CHECK (volume_mm3 > 0),
  weight_g   NUMERIC(12,3) NOT NULL CHECK (weight_g >= 0),
  cost       NUMERIC(19,4) NOT NULL CHECK (cost >= 0),
  active     BOOLEAN       NOT NULL
);

-- A stamp per kind, new with every import: caches compare it instead of asking row by row.
CREATE TABLE catalog_version (
  kind    VARCHAR(10) PRIMARY KEY,
  version BIGINT      NOT NULL
);
INSERT INTO catalog_version (kind, version)
VALUES ('PRODUCT', 0), ('SHOP', 0), ('SHOP_SKU', 0), ('PACKAGING', 0);
