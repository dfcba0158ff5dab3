-- Waves of consignments, the trips pickers walk and what they pick on them.
CREATE TABLE wave (
  id           BIGINT        PRIMARY KEY,
  warehouse    VARCHAR(20)   NOT NULL,
  status       VARCHAR(20)   NOT NULL,
  formed_by    VARCHAR(20)   NOT NULL,
  consignments INTEGER       NOT NULL,
  units        INTEGER       NOT NULL,
  metres       NUMERIC(19,2) NOT NULL,
  baseline     NUMERIC(19,2) NOT NULL,
  score        VARCHAR(300)  NOT NULL,
  config_hash  VARCHAR(64)   NOT NULL,
  seed         BIGINT        NOT NULL,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  released_at  TIMESTAMP WITH TIME ZONE,
  finished_at  TIMESTAMP WITH TIME ZONE,
  retry_at     TIMESTAMP WITH TIME ZONE,
  attempts     INTEGER       NOT NULL
);
CREATE INDEX wave_by_status ON wave (status, id);
CREATE INDEX wave_by_created ON wave (created_at);

CREATE TABLE wave_trip (
  id         BIGINT        PRIMARY KEY,
  wave_id    BIGINT        NOT NULL,
  warehouse  VARCHAR(20)   NOT NULL,
  number     INTEGER       NOT NULL,
  method     VARCHAR(20)   NOT NULL,
  status     VARCHAR(20)   NOT NULL,
  picker     VARCHAR(30)   NOT NULL,
  metres     NUMERIC(19,2) NOT NULL,
  seconds    BIGINT        NOT NULL,
  due_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  path       VARCHAR(200000) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE,
  done_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX wave_trip_by_wave ON wave_trip (wave_id, number);
CREATE INDEX wave_trip_by_picker ON wave_trip (warehouse, status, picker);

CREATE TABLE wave_pick (
  id             BIGINT      PRIMARY KEY,
  trip_id        BIGINT      NOT NULL,
  wave_id        BIGINT      NOT NULL,
  sequence       INTEGER     NOT NULL,
  location       VARCHAR(40) NOT NULL,
  slot           VARCHAR(20) NOT NULL,
  sku            VARCHAR(60) NOT NULL,
  name           VARCHAR(300) NOT NULL,
  batch          VARCHAR(60) NOT NULL,
  qty            INTEGER     NOT NULL CHECK (qty > 0),
  picked         INTEGER     NOT NULL CHECK (picked >= 0 AND picked <= qty),
  status         VARCHAR(20) NOT NULL,
  consignment_id BIGINT      NOT NULL,
  line_id        BIGINT      NOT NULL,
  tote           INTEGER     NOT NULL,
  picked_at      TIMESTAMP WITH TIME ZONE
);
CREATE INDEX wave_pick_by_trip ON wave_pick (trip_id, sequence);
CREATE INDEX wave_pick_by_consignment ON wave_pick (consignment_id);
