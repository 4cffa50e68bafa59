-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER declaration_no_replace BEFORE INSERT ON declaration
WHEN
  EXISTS (SELECT 1 FROM declaration WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'declaration is append only: this key is taken');
END;
