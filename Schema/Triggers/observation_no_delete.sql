-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append only: observations are never removed');
END;
