-- INSERT OR REPLACE deletes the row in its way without firing a delete trigger, unless recursive
-- triggers are on, so a row whose key is taken is refused before it is inserted.
CREATE TRIGGER source_no_replace BEFORE INSERT ON source
WHEN
  EXISTS (SELECT 1 FROM source WHERE release = NEW.release AND ordinal = NEW.ordinal)
BEGIN
  SELECT RAISE(ABORT, 'source is append only: this key is taken');
END;
