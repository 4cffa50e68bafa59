-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER name_no_replace BEFORE INSERT ON name
WHEN
  EXISTS (SELECT 1 FROM name WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM name WHERE text = NEW.text)
BEGIN
  SELECT RAISE(ABORT, 'name is append only: this key is taken');
END;
