-- What people have to do. open_key is the dedupe key while the task is open and NULL afterwards,
-- so that one task per key is open at a time and the same trouble can come again.
CREATE TABLE task (
  id           BIGINT PRIMARY KEY,
  kind         VARCHAR(40)   NOT NULL,
  subject_kind VARCHAR(30)   NOT NULL,
  subject_id   BIGINT        NOT NULL,
  open_key     VARCHAR(120) UNIQUE,
  owner_role   VARCHAR(20)   NOT NULL,
  assignee     VARCHAR(60),
  title_key    VARCHAR(120)  NOT NULL,
  args         VARCHAR(2000) NOT NULL,
  opened_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  due_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  closed_at    TIMESTAMP WITH TIME ZONE,
  closed_by    VARCHAR(60),
  closed_why   VARCHAR(500),
  CHECK ((closed_at IS NULL) = (open_key IS NOT NULL))
);
CREATE INDEX task_by_subject ON task (subject_kind, subject_id);
CREATE INDEX task_by_owner ON task (owner_role, closed_at, id);

CREATE TABLE task_note (
  id      BIGINT PRIMARY KEY,
  task_id BIGINT       NOT NULL,
  at      TIMESTAMP WITH TIME ZONE NOT NULL,
  login   VARCHAR(60)  NOT NULL,
  text    VARCHAR(500) NOT NULL
);
CREATE INDEX task_note_by_task ON task_note (task_id);
