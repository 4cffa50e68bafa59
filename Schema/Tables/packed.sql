CREATE TABLE packed (
  -- One row is every observation of one series in columns, so that a series is read in one step. It
  -- is derived: it can be made again from observation at any time. The file-format article
  -- describes the bytes.
  key INTEGER PRIMARY KEY,            -- metric << 32 | series: a metric's series are neighbours
  columns BLOB NOT NULL
) STRICT;
