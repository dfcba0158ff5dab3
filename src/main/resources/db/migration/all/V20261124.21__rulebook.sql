-- A candidate beside the active release on live decisions; the newest running one of a point counts.
CREATE TABLE rule_trial (
  id             BIGINT PRIMARY KEY,
  point          VARCHAR(30) NOT NULL,
  candidate      VARCHAR(64) NOT NULL,
  share          NUMERIC(5, 2) NOT NULL,
  shops          VARCHAR(2000) NOT NULL,
  state          VARCHAR(10) NOT NULL,
  why            VARCHAR(500) NOT NULL,
  most_errors    INT NOT NULL,
  decided        BIGINT NOT NULL,
  differed       BIGINT NOT NULL,
  by_candidate   BIGINT NOT NULL,
  straight_old   BIGINT NOT NULL,
  straight_new   BIGINT NOT NULL,
  amount         NUMERIC(19, 4) NOT NULL,
  micros         BIGINT NOT NULL,
  errors         BIGINT NOT NULL,
  missed         BIGINT NOT NULL,
  started_by     VARCHAR(60) NOT NULL,
  started_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  stopped_at     TIMESTAMP WITH TIME ZONE
);
CREATE INDEX rule_trial_by_point ON rule_trial (point, id);
CREATE INDEX rule_trial_by_state ON rule_trial (state);

-- What the release that did not decide says about a recorded decision.
CREATE TABLE shadow_decision (
  trial_id     BIGINT NOT NULL,
  decision_id  BIGINT NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  subject_id   BIGINT NOT NULL,
  shop         VARCHAR(60) NOT NULL,
  amount       NUMERIC(19, 4) NOT NULL,
  by_candidate BOOLEAN NOT NULL,
  old_outcome  VARCHAR(400) NOT NULL,
  new_outcome  VARCHAR(400) NOT NULL,
  differs      BOOLEAN NOT NULL,
  rules        VARCHAR(4000) NOT NULL,
  micros       INT NOT NULL,
  PRIMARY KEY (trial_id, decision_id)
);
CREATE INDEX shadow_difference ON shadow_decision (trial_id, differs, decision_id);
