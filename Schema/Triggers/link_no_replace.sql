-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER link_no_replace BEFORE INSERT ON link
WHEN
  EXISTS (SELECT 1 FROM link WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'link is append only: this key is taken');
END;
