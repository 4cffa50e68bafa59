-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER declaration_no_delete BEFORE DELETE ON declaration
BEGIN
  SELECT RAISE(ABORT, 'declaration is append only: declarations are never removed');
END;
