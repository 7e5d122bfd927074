-- Check-ins of wellbeing: who holds the two keys, the cards that both have signed, and the pictures
-- that were published. No check-in is here, nor any key: check-ins lie in files of their own, which no
-- backup has and which are overwritten when they are counted. The finest time is a week. The pair of
-- the same number beside `postgres` has the same tables.

CREATE TABLE wellbeing (
    slug        TEXT NOT NULL PRIMARY KEY,
    pack        TEXT NOT NULL,
    -- k: the fewest people that a picture may be of.
    minimum     INTEGER NOT NULL CHECK (minimum >= 10),
    setting     TEXT NOT NULL CHECK (setting IN ('one-hub', 'steward', 'two-hubs')),
    first_name  TEXT NOT NULL,
    first_key   BLOB NOT NULL CHECK (length(first_key) = 32),
    second_name TEXT NOT NULL,
    second_key  BLOB NOT NULL CHECK (length(second_key) = 32),
    -- Ids with spaces between.
    places      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wellbeing_card (
    slug TEXT NOT NULL REFERENCES wellbeing ON DELETE CASCADE,
    -- As 2026-W48.
    week TEXT NOT NULL,
    card BLOB NOT NULL,
    PRIMARY KEY (slug, week)
) STRICT;

CREATE TABLE wellbeing_picture (
    slug      TEXT NOT NULL REFERENCES wellbeing ON DELETE CASCADE,
    place     TEXT NOT NULL,
    -- The last week in it.
    week      TEXT NOT NULL,
    picture   BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (slug, place, week)
) STRICT;
