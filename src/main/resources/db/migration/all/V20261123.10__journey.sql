-- Up to which business time tasks were opened for what stands still.
CREATE TABLE standstill_sweep (
  id INTEGER PRIMARY KEY,
  at TIMESTAMP WITH TIME ZONE NOT NULL
);
INSERT INTO standstill_sweep (id, at) VALUES (1, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00');
