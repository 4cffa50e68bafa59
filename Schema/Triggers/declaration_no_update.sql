-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER declaration_no_update BEFORE UPDATE ON declaration
BEGIN
  SELECT RAISE(ABORT, 'declaration is append only: declarations are never changed');
END;
