-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation
WHEN
  EXISTS (SELECT 1 FROM observation WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'observation is append only: this key is taken');
END;
