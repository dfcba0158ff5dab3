-- The accelerated clock of the demo goes on where it stood.
CREATE TABLE business_clock (
  id          INTEGER PRIMARY KEY,
  business_at TIMESTAMP WITH TIME ZONE NOT NULL
);
