-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER series_no_update BEFORE UPDATE ON series
BEGIN
  SELECT RAISE(ABORT, 'series is append only: series are never changed');
END;
