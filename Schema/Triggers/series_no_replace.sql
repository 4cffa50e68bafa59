-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER series_no_replace BEFORE INSERT ON series
WHEN
  EXISTS (SELECT 1 FROM series WHERE id = NEW.id)
  OR EXISTS (
    SELECT 1 FROM series
    WHERE company = NEW.company AND metric = NEW.metric AND segment = NEW.segment
      AND unit = NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'series is append only: this key is taken');
END;
