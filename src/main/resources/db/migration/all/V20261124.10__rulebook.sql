-- A change of rules on its way; sources are those of the whole point.
CREATE TABLE rule_draft (
  id         BIGINT PRIMARY KEY,
  point      VARCHAR(30) NOT NULL,
  title      VARCHAR(200) NOT NULL,
  author     VARCHAR(60) NOT NULL,
  base       VARCHAR(64) NOT NULL,
  sources    BYTEA NOT NULL,
  hash       VARCHAR(64) NOT NULL,
  status     VARCHAR(20) NOT NULL,
  version    INT NOT NULL,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX rule_draft_by_hash ON rule_draft (point, hash);

-- Who changed which file of a draft: none of them may approve it.
CREATE TABLE rule_draft_edit (
  draft_id BIGINT NOT NULL,
  version  INT NOT NULL,
  login    VARCHAR(60) NOT NULL,
  file     VARCHAR(200) NOT NULL,
  at       TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (draft_id, version)
);

-- What a gate found about a content; a run whose node fell silent is taken over.
CREATE TABLE rule_gate_run (
  point    VARCHAR(30) NOT NULL,
  hash     VARCHAR(64) NOT NULL,
  gate     VARCHAR(30) NOT NULL,
  state    VARCHAR(10) NOT NULL,
  progress NUMERIC(5, 4) NOT NULL,
  summary  VARCHAR(1000) NOT NULL,
  faults   VARCHAR(1000000) NOT NULL,
  node     INT NOT NULL,
  at       TIMESTAMP WITH TIME ZONE NOT NULL,
  beat_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (point, hash, gate)
);

CREATE TABLE rule_approval (
  id        BIGINT PRIMARY KEY,
  draft_id  BIGINT NOT NULL,
  hash      VARCHAR(64) NOT NULL,
  approver  VARCHAR(60) NOT NULL,
  why       VARCHAR(500) NOT NULL,
  at        TIMESTAMP WITH TIME ZONE NOT NULL,
  voided_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX rule_approval_by_draft ON rule_approval (draft_id);

-- Activations to come.
CREATE TABLE rule_schedule (
  id     BIGINT PRIMARY KEY,
  point  VARCHAR(30) NOT NULL,
  hash   VARCHAR(64) NOT NULL,
  actor  VARCHAR(60) NOT NULL,
  why    VARCHAR(500) NOT NULL,
  due_at TIMESTAMP WITH TIME ZONE NOT NULL,
  state  VARCHAR(10) NOT NULL,
  note   VARCHAR(1000) NOT NULL
);
CREATE INDEX rule_schedule_by_state ON rule_schedule (state, due_at);

-- What a change of a point has to pass; points without a row have the defaults.
CREATE TABLE rule_policy (
  point  VARCHAR(30) PRIMARY KEY,
  policy VARCHAR(4000) NOT NULL
);

-- What became of the decisions since an activation, summed over all nodes.
CREATE TABLE rule_tally (
  activation_id BIGINT PRIMARY KEY,
  passed        BIGINT NOT NULL,
  held          BIGINT NOT NULL,
  failed        BIGINT NOT NULL
);
