CREATE TABLE link (
  -- One row is one append, of a release or of a batch of declarations: all of it is in the file, or
  -- none. Each link's digest covers its content and the link before it, so a change anywhere in the
  -- past changes every digest after it. The moment of appending is not covered: the same appends
  -- give the same digests in any file. The seal covers it instead.
  id INTEGER PRIMARY KEY,             -- the order of appending, from 1
  kind TEXT NOT NULL CHECK (kind IN ('release', 'declarations')),
  appended_at TEXT NOT NULL,          -- UTC, 2004-11-11T07:00:00Z
  row_count INTEGER NOT NULL,         -- observations of the release, or declarations of the batch
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),    -- SHA-256
  previous_digest BLOB CHECK (length(previous_digest) = 32),           -- NULL in the first link
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  seal BLOB NOT NULL CHECK (length(seal) = 32),                        -- of appended_at and digest
  hash_version INTEGER NOT NULL       -- which rules made digests and seal; 1 so far
) STRICT;
