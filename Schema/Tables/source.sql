CREATE TABLE source (
  -- One row is one input file of a release. Its digest says whether a file at hand is the one that
  -- was read.
  release INTEGER NOT NULL REFERENCES release (link),
  ordinal INTEGER NOT NULL,           -- from 1, in the order named
  name TEXT NOT NULL,                 -- the file's name without its folder
  title TEXT,
  digest BLOB NOT NULL CHECK (length(digest) = 32),    -- SHA-256 of the file's bytes
  PRIMARY KEY (release, ordinal)
) STRICT, WITHOUT ROWID;
