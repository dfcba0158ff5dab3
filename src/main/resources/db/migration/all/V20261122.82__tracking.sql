CREATE TABLE parcel_trace (
  id             BIGINT PRIMARY KEY,
  consignment_id BIGINT NOT NULL,
  carrier        VARCHAR(20) NOT NULL,
  waybill_no     VARCHAR(40) NOT NULL,
  province       VARCHAR(12) NOT NULL,
  phone_tail     VARCHAR(4) NOT NULL,
  handed_over_at TIMESTAMP WITH TIME ZONE NOT NULL,
  state          VARCHAR(20) NOT NULL,
  state_since    TIMESTAMP WITH TIME ZONE NOT NULL,
  last_scan_at   TIMESTAMP WITH TIME ZONE,
  place          VARCHAR(200) NOT NULL,
  place_since    TIMESTAMP WITH TIME ZONE NOT NULL,
  failures       INTEGER NOT NULL,
  alerts         VARCHAR(400) NOT NULL,
  open           BOOLEAN NOT NULL,
  poll_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  retry_at       TIMESTAMP WITH TIME ZONE,
  attempts       INTEGER NOT NULL
);
CREATE INDEX parcel_trace_by_poll ON parcel_trace (open, poll_at);
CREATE INDEX parcel_trace_by_waybill ON parcel_trace (waybill_no, carrier);
CREATE INDEX parcel_trace_by_consignment ON parcel_trace (consignment_id);

-- The clock of the alerts apart from that of the polls: each stage counts its own failures.
CREATE TABLE trace_watch (
  id       BIGINT PRIMARY KEY,
  check_at TIMESTAMP WITH TIME ZONE NOT NULL,
  retry_at TIMESTAMP WITH TIME ZONE,
  attempts INTEGER NOT NULL
);
CREATE INDEX trace_watch_by_check ON trace_watch (check_at);

CREATE TABLE trace_event (
  id        BIGINT PRIMARY KEY,
  parcel_id BIGINT NOT NULL,
  at        TIMESTAMP WITH TIME ZONE NOT NULL,
  state     VARCHAR(20) NOT NULL,
  mapped    BOOLEAN NOT NULL,
  code      VARCHAR(40) NOT NULL,
  text      VARCHAR(500) NOT NULL,
  place     VARCHAR(200) NOT NULL,
  digest    VARCHAR(64) NOT NULL,
  CONSTRAINT trace_event_once UNIQUE (parcel_id, digest)
);
