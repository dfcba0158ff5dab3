CREATE TABLE carrier (
  code               VARCHAR(20) PRIMARY KEY,
  name               VARCHAR(60) NOT NULL,
  protocol           VARCHAR(20) NOT NULL,
  account            VARCHAR(60) NOT NULL,
  credentials_ref    VARCHAR(60) NOT NULL,
  cutoff             VARCHAR(8) NOT NULL,
  volumetric_divisor INTEGER NOT NULL CHECK (volumetric_divisor > 0),
  max_weight_g       INTEGER NOT NULL,
  cod                BOOLEAN NOT NULL,
  refused_goods      VARCHAR(100) NOT NULL,
  active             BOOLEAN NOT NULL
);

-- '*' stands for every warehouse or province without a row of its own.
CREATE TABLE carrier_price (
  carrier        VARCHAR(20) NOT NULL,
  warehouse      VARCHAR(20) NOT NULL,
  province       VARCHAR(12) NOT NULL,
  served         BOOLEAN NOT NULL,
  first_weight_g INTEGER NOT NULL,
  first_price    NUMERIC(19,4) NOT NULL,
  step_weight_g  INTEGER NOT NULL CHECK (step_weight_g > 0),
  step_price     NUMERIC(19,4) NOT NULL,
  days           INTEGER NOT NULL,
  PRIMARY KEY (carrier, warehouse, province)
);

-- Who carried a consignment, who lost and why.
CREATE TABLE carrier_choice (
  id             BIGINT PRIMARY KEY,
  consignment_id BIGINT NOT NULL,
  decision_id    BIGINT NOT NULL,
  at             TIMESTAMP WITH TIME ZONE NOT NULL,
  measured       BOOLEAN NOT NULL,
  carrier        VARCHAR(20) NOT NULL,
  freight        NUMERIC(19,4) NOT NULL,
  bids           VARCHAR(2000) NOT NULL
);
CREATE INDEX carrier_choice_by_consignment ON carrier_choice (consignment_id);
