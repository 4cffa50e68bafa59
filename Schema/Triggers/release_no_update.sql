-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER release_no_update BEFORE UPDATE ON release
BEGIN
  SELECT RAISE(ABORT, 'release is append only: releases are never changed');
END;
