CREATE TABLE series (
  -- One row is what figures belong together: one metric of one segment of one company, in one unit.
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES name (id),
  metric INTEGER NOT NULL REFERENCES name (id),
  segment INTEGER NOT NULL REFERENCES name (id),    -- 'total' is the root
  unit INTEGER NOT NULL REFERENCES name (id),       -- without its scale: JPY, JPY/share, ratio
  UNIQUE (company, metric, segment, unit)
) STRICT;
