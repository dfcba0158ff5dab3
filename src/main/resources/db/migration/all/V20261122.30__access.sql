-- People, API keys, what each may do and see, and the log of what people did.
CREATE TABLE person (
  id            BIGINT PRIMARY KEY,
  login         VARCHAR(40)  NOT NULL UNIQUE,
  name          VARCHAR(80)  NOT NULL,
  password_hash VARCHAR(100) NOT NULL,
  active        BOOLEAN      NOT NULL,
  created_at    TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE api_key (
  id         BIGINT PRIMARY KEY,
  name       VARCHAR(40) NOT NULL,
  key_hash   VARCHAR(64) NOT NULL UNIQUE,
  hint       VARCHAR(8)  NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  revoked_at TIMESTAMP WITH TIME ZONE
);

-- holder_id is a person or an API key; no SHOP (WAREHOUSE) rows mean all shops (warehouses).
CREATE TABLE access_grant (
  holder_id BIGINT      NOT NULL,
  kind      VARCHAR(10) NOT NULL CHECK (kind IN ('ROLE', 'SHOP', 'WAREHOUSE')),
  code      VARCHAR(40) NOT NULL,
  PRIMARY KEY (holder_id, kind, code)
);

CREATE TABLE act (
  id           BIGINT PRIMARY KEY,
  at           TIMESTAMP WITH TIME ZONE NOT NULL,
  login        VARCHAR(60)  NOT NULL,
  action       VARCHAR(60)  NOT NULL,
  subject_kind VARCHAR(30)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  detail       VARCHAR(500) NOT NULL
);
CREATE INDEX act_by_subject ON act (subject_kind, subject_id);
