-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER source_no_delete BEFORE DELETE ON source
BEGIN
  SELECT RAISE(ABORT, 'source is append only: sources are never removed');
END;
