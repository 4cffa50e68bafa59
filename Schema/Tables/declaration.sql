CREATE TABLE declaration (
  -- One row is one version of a company, segment, metric, identity, unit or saved query, as the
  -- statement that declares it. Replaying the rows in order gives the catalog.
  id INTEGER PRIMARY KEY,             -- the order of appending, from 1
  link INTEGER NOT NULL REFERENCES link (id),
  kind TEXT NOT NULL,                 -- the statement's first word
  name TEXT NOT NULL,
  statement TEXT NOT NULL,            -- in canonical form
  declared INTEGER                    -- days since 1970-01-01; NULL holds for all time
) STRICT;
