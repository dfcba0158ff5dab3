-- A candidate over past decisions: asked for once per candidate, base and span of decisions.
CREATE TABLE backtest (
  id         BIGINT PRIMARY KEY,
  point      VARCHAR(30) NOT NULL,
  candidate  VARCHAR(64) NOT NULL,
  base       VARCHAR(64) NOT NULL,
  span       VARCHAR(160) NOT NULL,
  state      VARCHAR(12) NOT NULL,
  total      BIGINT NOT NULL,
  done       BIGINT NOT NULL,
  result     VARCHAR(1000000) NOT NULL,
  fault      VARCHAR(500) NOT NULL,
  started_by VARCHAR(60) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX backtest_by_candidate ON backtest (point, candidate, id);

-- Decisions the candidate would have made otherwise, the newest of them.
CREATE TABLE backtest_change (
  backtest_id BIGINT NOT NULL,
  decision_id BIGINT NOT NULL,
  shop        VARCHAR(60) NOT NULL,
  amount      NUMERIC(19, 4) NOT NULL,
  old_outcome VARCHAR(400) NOT NULL,
  new_outcome VARCHAR(400) NOT NULL,
  PRIMARY KEY (backtest_id, decision_id)
);
