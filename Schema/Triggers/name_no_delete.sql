-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER name_no_delete BEFORE DELETE ON name
BEGIN
  SELECT RAISE(ABORT, 'name is append only: names are never removed');
END;
