-- A voucher is posted once per key and never changed; corrections are new vouchers.
CREATE TABLE ledger_voucher (
  id           BIGINT PRIMARY KEY,
  voucher_key  VARCHAR(120) NOT NULL,
  journal      VARCHAR(12) NOT NULL,
  business_day DATE NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  memo         VARCHAR(200) NOT NULL,
  posted_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT ledger_voucher_once UNIQUE (voucher_key)
);

CREATE TABLE ledger_entry (
  id             BIGINT PRIMARY KEY,
  voucher_id     BIGINT NOT NULL,
  journal        VARCHAR(12) NOT NULL,
  account        VARCHAR(20) NOT NULL,
  debit          NUMERIC(19,4) NOT NULL,
  credit         NUMERIC(19,4) NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  order_id       BIGINT NOT NULL,
  consignment_id BIGINT NOT NULL,
  shop           VARCHAR(20) NOT NULL,
  sku            VARCHAR(40) NOT NULL,
  province       VARCHAR(12) NOT NULL,
  business_day   DATE NOT NULL,
  CONSTRAINT ledger_entry_one_side CHECK (debit * credit = 0)
);
CREATE INDEX ledger_entry_by_voucher ON ledger_entry (voucher_id);
CREATE INDEX ledger_entry_by_order ON ledger_entry (order_id);
CREATE INDEX ledger_entry_by_day ON ledger_entry (business_day, account);

-- Delivered orders whose accrual is not posted yet: the pool of the stage settle.
CREATE TABLE accrual_due (
  id           BIGINT PRIMARY KEY,
  delivered_at TIMESTAMP WITH TIME ZONE NOT NULL,
  settled_at   TIMESTAMP WITH TIME ZONE,
  retry_at     TIMESTAMP WITH TIME ZONE,
  attempts     INTEGER NOT NULL
);
CREATE INDEX accrual_due_open ON accrual_due (settled_at, id);

-- Value of one unit in the book currency from a day on; estimates to start with, to be maintained.
CREATE TABLE exchange_rate (
  currency   VARCHAR(3) NOT NULL,
  valid_from DATE NOT NULL,
  rate       NUMERIC(19,6) NOT NULL CHECK (rate > 0),
  PRIMARY KEY (currency, valid_from)
);
INSERT INTO exchange_rate (currency, valid_from, rate) VALUES
  ('CNY', DATE '2000-01-01', 1), ('USD', DATE '2000-01-01', 7.10), ('EUR', DATE '2000-01-01', 7.80),
  ('GBP', DATE '2000-01-01', 9.20), ('BRL', DATE '2000-01-01', 1.30), ('HKD', DATE '2000-01-01', 0.91);
