-- A mail that is owed is known by its signature, which is looked for in one index instead of two. The
-- pair of the same number beside `sqlite` leaves the same table.
CREATE TABLE owed (
    signature BYTEA NOT NULL REFERENCES signature ON DELETE CASCADE,
    day       TEXT NOT NULL,
    CONSTRAINT owed_pkey PRIMARY KEY (signature)
);
INSERT INTO owed (signature, day) SELECT signature, max(day) FROM outbox GROUP BY signature;
DROP TABLE outbox;
ALTER TABLE owed RENAME TO outbox;
ALTER TABLE outbox RENAME CONSTRAINT owed_pkey TO outbox_pkey;
ALTER TABLE outbox RENAME CONSTRAINT owed_signature_fkey TO outbox_signature_fkey;
