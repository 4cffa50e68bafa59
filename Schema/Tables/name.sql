CREATE TABLE name (
  -- One row is one name of a company, metric, segment or unit that a series goes by, so that a
  -- series is four small numbers. Digests cover the names and never the numbers.
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;
