-- A mail that is owed is known by its signature, which is looked for in one index instead of two. The
-- pair of the same number beside `postgres` leaves the same table.
CREATE TABLE owed (
    signature BLOB NOT NULL PRIMARY KEY REFERENCES signature ON DELETE CASCADE,
    day       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO owed (signature, day) SELECT signature, max(day) FROM outbox GROUP BY signature;
DROP TABLE outbox;
ALTER TABLE owed RENAME TO outbox;
