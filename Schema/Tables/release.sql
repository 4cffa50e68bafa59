CREATE TABLE release (
  -- One row is a publication. Its observations are contiguous: as many as its link's row_count,
  -- from first_seq on.
  link INTEGER PRIMARY KEY REFERENCES link (id),
  name TEXT NOT NULL UNIQUE,          -- by which statements call it
  title TEXT NOT NULL,
  company TEXT NOT NULL,              -- the company that published it
  published INTEGER NOT NULL,         -- days since 1970-01-01
  first_seq INTEGER NOT NULL
) STRICT;
