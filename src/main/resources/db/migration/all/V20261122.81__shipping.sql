CREATE TABLE parcel (
  id             BIGINT PRIMARY KEY,
  consignment_id BIGINT NOT NULL,
  seq            INTEGER NOT NULL,
  parcels        INTEGER NOT NULL,
  warehouse      VARCHAR(20) NOT NULL,
  carton         VARCHAR(30) NOT NULL,
  filler         VARCHAR(30) NOT NULL,
  carton_cost    NUMERIC(19,4) NOT NULL,
  filler_cost    NUMERIC(19,4) NOT NULL,
  weight_g       INTEGER NOT NULL CHECK (weight_g > 0),
  volume_mm3     BIGINT NOT NULL,
  packed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  packed_by      VARCHAR(60) NOT NULL,
  waybill_status VARCHAR(12) NOT NULL,
  carrier        VARCHAR(20) NOT NULL,
  waybill_no     VARCHAR(40),
  route_code     VARCHAR(60) NOT NULL,
  hub            VARCHAR(60) NOT NULL,
  product        VARCHAR(40) NOT NULL,
  freight        NUMERIC(19,4) NOT NULL,
  issued_at      TIMESTAMP WITH TIME ZONE,
  departs_at     TIMESTAMP WITH TIME ZONE,
  handed_over_at TIMESTAMP WITH TIME ZONE,
  manifest_id    BIGINT,
  retry_at       TIMESTAMP WITH TIME ZONE,
  attempts       INTEGER NOT NULL,
  CONSTRAINT parcel_once UNIQUE (consignment_id, seq),
  CONSTRAINT waybill_one_parcel UNIQUE (carrier, waybill_no)
);
CREATE INDEX parcel_by_status ON parcel (waybill_status, handed_over_at, departs_at);
CREATE INDEX parcel_by_waybill ON parcel (waybill_no);
CREATE INDEX parcel_by_day ON parcel (handed_over_at);

-- One collection by one carrier at one warehouse.
CREATE TABLE manifest (
  id         BIGINT PRIMARY KEY,
  warehouse  VARCHAR(20) NOT NULL,
  carrier    VARCHAR(20) NOT NULL,
  departs_at TIMESTAMP WITH TIME ZONE NOT NULL,
  parcels    INTEGER NOT NULL,
  weight_g   BIGINT NOT NULL,
  CONSTRAINT manifest_once UNIQUE (warehouse, carrier, departs_at)
);
