-- What is owed is written in the transaction that writes its signature, so there is nothing to look up
-- when it is. It still goes when its signature goes. The pair of the same number beside `postgres`
-- leaves the same table.
CREATE TABLE owed (
    signature BLOB NOT NULL PRIMARY KEY,
    day       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO owed (signature, day) SELECT signature, day FROM outbox;
DROP TABLE outbox;
ALTER TABLE owed RENAME TO outbox;
CREATE TRIGGER signature_takes_its_mail AFTER DELETE ON signature FOR EACH ROW
BEGIN
    DELETE FROM outbox WHERE signature = old.id;
END;
