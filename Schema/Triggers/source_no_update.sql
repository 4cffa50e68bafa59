-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER source_no_update BEFORE UPDATE ON source
BEGIN
  SELECT RAISE(ABORT, 'source is append only: sources are never changed');
END;
