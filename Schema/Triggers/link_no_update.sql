-- The store keeps what was published, so no tool may change a row by accident.
CREATE TRIGGER link_no_update BEFORE UPDATE ON link
BEGIN
  SELECT RAISE(ABORT, 'link is append only: links are never changed');
END;
