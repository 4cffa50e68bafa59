CREATE VIEW observation_text AS
  -- Every observation with names for numbers, for people and for other tools. Nothing is resolved:
  -- a restated figure appears once for every publication.
  SELECT
    observation.seq AS seq,
    release.name AS release,
    date(observation.published * 86400, 'unixepoch') AS published,
    company.text AS company,
    metric.text AS metric,
    segment.text AS segment,
    -- A moment has no start. An end that is not the last of its month was printed so.
    iif(
      observation.months = 0, NULL,
      printf(
        '%04d-%02d-01',
        (observation.period_end - observation.months + 1) / 12,
        (observation.period_end - observation.months + 1) % 12 + 1)) AS period_start,
    coalesce(
      date(observation.last_day * 86400, 'unixepoch'),
      date(
        printf('%04d-%02d-01', observation.period_end / 12, observation.period_end % 12 + 1),
        '+1 month', '-1 day')) AS period_end,
    observation.months AS months,
    -- In base units. Multiplying or dividing once by an exact power rounds once.
    iif(
      observation.exponent >= 0,
      observation.mantissa * power.value,
      observation.mantissa / power.value) AS value,
    -- The text as printed or, where it was not kept because they tell it, the digits in the printed
    -- unit with separators; with more decimals than an integer has digits, as 15e-20.
    CASE
      WHEN observation.printed IS NOT NULL THEN observation.printed
      WHEN observation.exponent = observation.scale THEN printf('%,d', observation.mantissa)
      WHEN places.whole IS NULL
        THEN observation.mantissa || 'e' || (observation.exponent - observation.scale)
      ELSE
        iif(observation.mantissa < 0, '-', '')
          || ltrim(printf('%,d', observation.mantissa / places.whole), '-')
          || '.'
          || printf('%0*d', places.exponent, abs(observation.mantissa % places.whole))
    END AS printed,
    CASE
      WHEN observation.scale = 0 THEN unit.text
      WHEN observation.scale = -2 AND unit.text = 'ratio' THEN '%'
      WHEN observation.scale = 3 THEN unit.text || ' thousand'
      WHEN observation.scale = 6 THEN unit.text || ' million'
      WHEN observation.scale = 9 THEN unit.text || ' billion'
      WHEN observation.scale = 12 THEN unit.text || ' trillion'
      ELSE unit.text || ' 10^' || observation.scale
    END AS unit,
    observation.mantissa AS mantissa,
    observation.exponent AS exponent,
    source.name AS source,
    observation.line AS line,
    observation.column AS column,
    iif(observation.state = 0, 'value', 'withdrawn') AS state,
    observation.note AS note
  FROM observation
    JOIN release ON release.link = observation.release
    JOIN series ON series.id = observation.series
    JOIN name AS company ON company.id = series.company
    JOIN name AS metric ON metric.id = series.metric
    JOIN name AS segment ON segment.id = series.segment
    JOIN name AS unit ON unit.id = series.unit
    JOIN power_of_ten AS power ON power.exponent = abs(observation.exponent)
    JOIN source ON source.release = observation.release AND source.ordinal = observation.source
    LEFT JOIN power_of_ten AS places
      ON places.exponent = observation.scale - observation.exponent;
