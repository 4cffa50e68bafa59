-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER release_no_delete BEFORE DELETE ON release
BEGIN
  SELECT RAISE(ABORT, 'release is append only: releases are never removed');
END;
