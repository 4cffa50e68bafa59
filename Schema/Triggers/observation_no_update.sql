-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append only: observations are never changed');
END;
