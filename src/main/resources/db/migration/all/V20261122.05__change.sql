-- Every late change asked for, with what became of it; the key makes it happen once.
CREATE TABLE change_request (
  id         BIGINT PRIMARY KEY,
  order_id   BIGINT NOT NULL,
  change_key VARCHAR(100) NOT NULL,
  kind       VARCHAR(20) NOT NULL,
  stage      VARCHAR(20) NOT NULL,
  answer     VARCHAR(20) NOT NULL,
  actor      VARCHAR(60) NOT NULL,
  detail     VARCHAR(500) NOT NULL,
  amount     NUMERIC(19,4) NOT NULL,
  at         TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT change_once UNIQUE (order_id, change_key)
);
