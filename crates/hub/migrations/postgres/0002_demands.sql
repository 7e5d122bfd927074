-- Campaigns, wrapped keys, signatures that the hub cannot read, and what it counts by. No name and
-- no address in clear, no time of a signer finer than a day. The pair of
-- the same number beside `sqlite` has the same tables.

CREATE TABLE campaign (
    slug    TEXT NOT NULL PRIMARY KEY,
    -- The campaign file as the organisers wrote it.
    file    TEXT NOT NULL,
    stage   TEXT NOT NULL CHECK (stage IN ('draft', 'open', 'closed')),
    version BIGINT NOT NULL,
    -- The last quarantine number given out: numbers are never used twice.
    batches BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE epoch (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    epoch    BIGINT NOT NULL,
    public   BYTEA NOT NULL CHECK (length(public) = 32),
    proven   BOOLEAN NOT NULL,
    made     TEXT NOT NULL,
    PRIMARY KEY (campaign, epoch)
);

CREATE TABLE organiser (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    id       TEXT NOT NULL,
    public   BYTEA NOT NULL CHECK (length(public) = 32),
    added    TEXT NOT NULL,
    PRIMARY KEY (campaign, id)
);

CREATE TABLE wrapped (
    campaign  TEXT NOT NULL,
    epoch     BIGINT NOT NULL,
    organiser TEXT NOT NULL,
    sealed    BYTEA NOT NULL,
    PRIMARY KEY (campaign, epoch, organiser),
    FOREIGN KEY (campaign, epoch) REFERENCES epoch ON DELETE CASCADE,
    FOREIGN KEY (campaign, organiser) REFERENCES organiser ON DELETE CASCADE
);
-- For the cascade.
CREATE INDEX wrapped_of_organiser ON wrapped (campaign, organiser);

CREATE TABLE signature (
    -- Random, so that it says nothing about when.
    id           BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    campaign     TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    -- SHA-256 of the token in the link.
    token        BYTEA NOT NULL UNIQUE CHECK (length(token) = 32),
    confirmed    BOOLEAN NOT NULL,
    held         BOOLEAN NOT NULL,
    -- The number under which it was set aside.
    quarantine   BIGINT,
    day          TEXT NOT NULL,
    -- What the record is bound to.
    epoch        BIGINT NOT NULL,
    demands      BYTEA NOT NULL CHECK (length(demands) = 32),
    consent      BIGINT NOT NULL,
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
    mark_address BYTEA,
    mark_person  BYTEA,
    mark_place   BYTEA,
    -- Sealed in the browser of who signed.
    record       BYTEA NOT NULL,
    CHECK ((mark_address IS NULL) = (mark_person IS NULL)),
    CHECK ((mark_address IS NULL) = (mark_place IS NULL))
);
CREATE INDEX signature_address ON signature (mark_address) WHERE mark_address IS NOT NULL;
-- Counting reads these two alone, never the rows; the first is left when a link is answered.
CREATE INDEX signature_pending ON signature (campaign, day, quarantine) WHERE NOT confirmed;
CREATE INDEX signature_counted ON signature
    (campaign, held, quarantine, day, partner, area, region, nation, category, language, priorities)
    WHERE confirmed;

CREATE TABLE copy (
    signature BYTEA NOT NULL REFERENCES signature ON DELETE CASCADE,
    partner   TEXT NOT NULL,
    record    BYTEA NOT NULL,
    PRIMARY KEY (signature, partner)
);

-- A mail that is owed. To whom, only the process knows that took the signature.
CREATE TABLE outbox (
    id        BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    signature BYTEA NOT NULL REFERENCES signature ON DELETE CASCADE,
    day       TEXT NOT NULL
);
CREATE INDEX outbox_of_signature ON outbox (signature);

-- Keyed hashes of one-time codes. Which signature used one is not kept.
CREATE TABLE code (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    mark     BYTEA NOT NULL CHECK (length(mark) = 32),
    used     BOOLEAN NOT NULL,
    PRIMARY KEY (campaign, mark)
);

-- What was hidden when a table was last published.
CREATE TABLE hidden (
    campaign  TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    cell      TEXT NOT NULL,
    PRIMARY KEY (campaign, dimension, cell)
);

-- What organisers did. It outlives the campaign, and no line is ever changed or removed.
CREATE TABLE log (
    line     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       BIGINT NOT NULL,
    campaign TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    detail   TEXT NOT NULL
);
CREATE INDEX log_of_campaign ON log (campaign, line);
CREATE FUNCTION log_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'lines of the log are never changed or removed';
END $$;
CREATE TRIGGER log_keeps_its_lines BEFORE UPDATE OR DELETE ON log
    FOR EACH ROW EXECUTE FUNCTION log_is_final();
CREATE TRIGGER log_loses_no_line BEFORE TRUNCATE ON log
    FOR EACH STATEMENT EXECUTE FUNCTION log_is_final();
