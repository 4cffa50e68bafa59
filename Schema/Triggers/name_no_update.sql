-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER name_no_update BEFORE UPDATE ON name
BEGIN
  SELECT RAISE(ABORT, 'name is append only: names are never changed');
END;
