-- Feeds of meetings: where they come from with the last good copy of each, meetings that organisers
-- keep here, and the links by which they do. No name and no address of anybody who looks for a
-- meeting. The pair of the same number beside `sqlite` has the same tables.

CREATE TABLE feed (
    slug    TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    -- Counts up with every change of what the feed shows, so that hubs see that they are behind.
    version BIGINT NOT NULL,
    -- When what it shows was last changed.
    updated BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE source (
    feed     TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
    url      TEXT NOT NULL,
    -- What its operator calls it; may be empty.
    name     TEXT NOT NULL,
    minutes  BIGINT NOT NULL CHECK (minutes > 0),
    -- What its server said of the last good copy, to ask whether there is a newer one.
    etag     TEXT,
    modified TEXT,
    kind     TEXT NOT NULL,
    -- The last good copy, gzipped, and when it was last known to be the newest.
    body     BYTEA,
    good     BIGINT,
    tried    BIGINT,
    due      BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    problem  TEXT NOT NULL,
    -- Until when one hub of several has taken it in hand.
    claimed  BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (feed, url)
);
CREATE INDEX source_due ON source (due);

CREATE TABLE meeting (
    feed    TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
    -- The source that no longer has it, or nothing: an organiser's own.
    source  TEXT NOT NULL,
    id      TEXT NOT NULL,
    -- As a feed of one meeting.
    meeting TEXT NOT NULL,
    -- When it is, as its organiser wrote it.
    words   TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- Since when it is no more: it stays for a while as cancelled, so that calendars hear of it.
    gone    BIGINT,
    PRIMARY KEY (feed, source, id)
);

CREATE TABLE organiser_link (
    -- SHA-256 of the token in the link.
    token BYTEA NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    feed  TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
    label TEXT NOT NULL,
    made  TEXT NOT NULL,
    UNIQUE (feed, label)
);
