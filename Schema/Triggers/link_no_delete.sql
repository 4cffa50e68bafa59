-- The store keeps what was published, so no tool may remove a row by accident.
CREATE TRIGGER link_no_delete BEFORE DELETE ON link
BEGIN
  SELECT RAISE(ABORT, 'link is append only: links are never removed');
END;
