-- Campaigns, wrapped keys, signatures that the hub cannot read, and what it counts by. No name and
-- no address in clear, no time of a signer finer than a day. The pair of
-- the same number beside `postgres` has the same tables.

CREATE TABLE campaign (
    slug    TEXT NOT NULL PRIMARY KEY,
    -- The campaign file as the organisers wrote it.
    file    TEXT NOT NULL,
    stage   TEXT NOT NULL CHECK (stage IN ('draft', 'open', 'closed')),
    version INTEGER NOT NULL,
    -- The last quarantine number given out: numbers are never used twice.
    batches INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE epoch (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    epoch    INTEGER NOT NULL,
    public   BLOB NOT NULL CHECK (length(public) = 32),
    proven   INTEGER NOT NULL CHECK (proven IN (0, 1)),
    made     TEXT NOT NULL,
    PRIMARY KEY (campaign, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE organiser (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    id       TEXT NOT NULL,
    public   BLOB NOT NULL CHECK (length(public) = 32),
    added    TEXT NOT NULL,
    PRIMARY KEY (campaign, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wrapped (
    campaign  TEXT NOT NULL,
    epoch     INTEGER NOT NULL,
    organiser TEXT NOT NULL,
    sealed    BLOB NOT NULL,
    PRIMARY KEY (campaign, epoch, organiser),
    FOREIGN KEY (campaign, epoch) REFERENCES epoch ON DELETE CASCADE,
    FOREIGN KEY (campaign, organiser) REFERENCES organiser ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- For the cascade.
CREATE INDEX wrapped_of_organiser ON wrapped (campaign, organiser);

CREATE TABLE signature (
    -- Random, so that it says nothing about when.
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    campaign     TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    -- SHA-256 of the token in the link.
    token        BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
    confirmed    INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    held         INTEGER NOT NULL CHECK (held IN (0, 1)),
    -- The number under which it was set aside.
    quarantine   INTEGER,
    day          TEXT NOT NULL,
    -- What the record is bound to.
    epoch        INTEGER NOT NULL,
    demands      BLOB NOT NULL CHECK (length(demands) = 32),
    consent      INTEGER NOT NULL,
    partner      TEXT,
    -- What the hub counts by; the demands that matter most, with spaces between.
    category     TEXT NOT NULL,
    area         TEXT NOT NULL,
    nation       TEXT,
    region       TEXT,
    council      TEXT,
    constituency TEXT,
    language     TEXT NOT NULL,
    priorities   TEXT NOT NULL,
    -- Keyed hashes, the key being elsewhere; all or none.
    mark_address BLOB,
    mark_person  BLOB,
    mark_place   BLOB,
    -- Sealed in the browser of who signed.
    record       BLOB NOT NULL,
    CHECK ((mark_address IS NULL) = (mark_person IS NULL)),
    CHECK ((mark_address IS NULL) = (mark_place IS NULL))
) STRICT;
CREATE INDEX signature_address ON signature (mark_address) WHERE mark_address IS NOT NULL;
-- Counting reads these two alone, never the rows; the first is left when a link is answered.
CREATE INDEX signature_pending ON signature (campaign, day, quarantine) WHERE NOT confirmed;
CREATE INDEX signature_counted ON signature
    (campaign, held, quarantine, day, partner, area, region, nation, category, language, priorities)
    WHERE confirmed;

CREATE TABLE copy (
    signature BLOB NOT NULL REFERENCES signature ON DELETE CASCADE,
    partner   TEXT NOT NULL,
    record    BLOB NOT NULL,
    PRIMARY KEY (signature, partner)
) STRICT;

-- A mail that is owed. To whom, only the process knows that took the signature.
CREATE TABLE outbox (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    signature BLOB NOT NULL REFERENCES signature ON DELETE CASCADE,
    day       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_of_signature ON outbox (signature);

-- Keyed hashes of one-time codes. Which signature used one is not kept.
CREATE TABLE code (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    mark     BLOB NOT NULL CHECK (length(mark) = 32),
    used     INTEGER NOT NULL CHECK (used IN (0, 1)),
    PRIMARY KEY (campaign, mark)
) STRICT, WITHOUT ROWID;

-- What was hidden when a table was last published.
CREATE TABLE hidden (
    campaign  TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    cell      TEXT NOT NULL,
    PRIMARY KEY (campaign, dimension, cell)
) STRICT, WITHOUT ROWID;

-- What organisers did. It outlives the campaign, and no line is ever changed or removed.
CREATE TABLE log (
    line     INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    campaign TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    detail   TEXT NOT NULL
) STRICT;
CREATE INDEX log_of_campaign ON log (campaign, line);
CREATE TRIGGER log_keeps_its_lines BEFORE UPDATE ON log
BEGIN
    SELECT RAISE(ABORT, 'lines of the log are never changed');
END;
CREATE TRIGGER log_loses_no_line BEFORE DELETE ON log
BEGIN
    SELECT RAISE(ABORT, 'lines of the log are never removed');
END;
