-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER release_no_replace BEFORE INSERT ON release
WHEN
  EXISTS (SELECT 1 FROM release WHERE link = NEW.link)
  OR EXISTS (SELECT 1 FROM release WHERE name = NEW.name)
BEGIN
  SELECT RAISE(ABORT, 'release is append only: this key is taken');
END;
