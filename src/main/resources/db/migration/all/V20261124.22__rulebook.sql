-- Decisions of a release, or of one rule of it, called back for what has not shipped.
CREATE TABLE rule_recall (
  id          BIGINT PRIMARY KEY,
  point       VARCHAR(30) NOT NULL,
  release     VARCHAR(64) NOT NULL,
  rule        VARCHAR(300) NOT NULL,
  state       VARCHAR(12) NOT NULL,
  looked      BIGINT NOT NULL,
  looked_to   BIGINT NOT NULL,
  started_by  VARCHAR(60) NOT NULL,
  started_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  approved_by VARCHAR(60) NOT NULL,
  approved_at TIMESTAMP WITH TIME ZONE,
  why         VARCHAR(500) NOT NULL,
  seen_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX rule_recall_by_point ON rule_recall (point, id);
CREATE INDEX rule_recall_by_state ON rule_recall (state);

CREATE TABLE rule_recall_item (
  recall_id   BIGINT NOT NULL,
  subject_id  BIGINT NOT NULL,
  decision_id BIGINT NOT NULL,
  shop        VARCHAR(60) NOT NULL,
  amount      NUMERIC(19, 4) NOT NULL,
  old_outcome VARCHAR(400) NOT NULL,
  new_outcome VARCHAR(400) NOT NULL,
  differs     BOOLEAN NOT NULL,
  state       VARCHAR(10) NOT NULL,
  PRIMARY KEY (recall_id, subject_id)
);
CREATE INDEX rule_recall_item_by_state ON rule_recall_item (recall_id, differs, state, subject_id);
