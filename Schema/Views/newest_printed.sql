CREATE VIEW newest_printed AS
  -- Of every fact, the figure of its newest publication; of two there, the more precise, then the
  -- first printed. A fact that was withdrawn last is left out. It is not the answer of a query: it
  -- keeps a coarse reprint over the precise figure that agrees with it, and derives no quarters.
  SELECT observation_text.*
  FROM (
      SELECT
        seq,
        state,
        row_number() OVER (
          PARTITION BY series, period_end, months ORDER BY published DESC, exponent, seq) AS place
      FROM observation
    ) AS ranked
    JOIN observation_text ON observation_text.seq = ranked.seq
  WHERE ranked.place = 1 AND ranked.state = 0;
