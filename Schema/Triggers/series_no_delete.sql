-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER series_no_delete BEFORE DELETE ON series
BEGIN
  SELECT RAISE(ABORT, 'series is append only: series are never removed');
END;
