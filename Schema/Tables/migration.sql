CREATE TABLE migration (
  -- One row is one step that brought this file to the form it has. The number of the last step is
  -- also in the file's header, as PRAGMA user_version, where it can be read without this table.
  version INTEGER PRIMARY KEY,        -- from 1
  name TEXT NOT NULL UNIQUE,
  applied_at TEXT NOT NULL            -- UTC, 2004-11-11T07:00:00Z
    DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
