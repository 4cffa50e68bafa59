CREATE TABLE observation (
  -- One row is one published figure, and the truth: everything else about figures is derived from
  -- these rows. Rows are never changed or removed. A restatement is another row, and so is a
  -- withdrawal. The value is mantissa * 10^exponent base units, which is exact and remembers the
  -- precision of what was printed: 10,512 million is 10512 * 10^6.
  seq INTEGER PRIMARY KEY,            -- the order of appending, from 1 without gaps
  release INTEGER NOT NULL REFERENCES release (link),
  series INTEGER NOT NULL REFERENCES series (id),
  published INTEGER NOT NULL,         -- days since 1970-01-01
  period_end INTEGER NOT NULL,        -- the last month: months since January of the year 0
  last_day INTEGER,                   -- days since 1970-01-01, where not the last day of that month
  months INTEGER NOT NULL             -- months covered; 0 is the moment at the end of period_end
    CHECK (months IN (0, 3, 6, 9, 12)),
  mantissa INTEGER NOT NULL,
  exponent INTEGER NOT NULL CHECK (exponent BETWEEN -128 AND 127),
  state INTEGER NOT NULL CHECK (state IN (0, 1)),    -- 0 states a figure, 1 withdraws one
  source INTEGER NOT NULL,            -- the ordinal of its file among the release's sources
  line INTEGER NOT NULL,              -- in that file, from 1
  column INTEGER NOT NULL,            -- the field in that line, from 1
  scale INTEGER NOT NULL              -- of the printed unit: 3 is thousands, -2 is percent
    CHECK (scale BETWEEN -128 AND 127),
  printed TEXT,                       -- as printed, where the digits and the scale don't tell
  note TEXT,
  FOREIGN KEY (release, source) REFERENCES source (release, ordinal)
) STRICT;
