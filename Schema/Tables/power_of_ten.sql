CREATE TABLE power_of_ten (
  -- Ten to the power of each exponent. Up to 10^22 the values are exact, and a figure made from a
  -- mantissa below 2^53 with one of them is the binary64 nearest to its decimal; a power computed by
  -- logarithms would not promise that.
  exponent INTEGER PRIMARY KEY,
  value REAL NOT NULL,
  whole INTEGER                       -- the same as an integer, up to 10^18
) STRICT;

INSERT INTO power_of_ten (exponent, value, whole)
WITH RECURSIVE powers (exponent, whole) AS (
  VALUES (0, 1)
  UNION ALL
  SELECT exponent + 1, iif(exponent < 18, whole * 10, NULL) FROM powers WHERE exponent < 128
)
SELECT exponent, CAST('1e' || exponent AS REAL), whole FROM powers;
