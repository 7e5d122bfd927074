-- By which id each meeting is handed out, decided once: where two lists have the same id, the first that
-- came keeps it, whoever comes or goes later. Calendars know a meeting by it. The pair of the same
-- number beside `sqlite` has the same table and column.
CREATE TABLE public_id (
    feed   TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
    -- The source that has the meeting, or nothing: an organiser's own.
    source TEXT NOT NULL,
    -- Its id there.
    id     TEXT NOT NULL,
    public TEXT NOT NULL,
    -- Since when nobody has it any more: it is held for a while.
    gone   BIGINT,
    PRIMARY KEY (feed, source, id),
    UNIQUE (feed, public)
);
-- The version that a meeting had when it was last taken in from a file; nothing: never, or by an earlier
-- version of the hub. A higher one is an organiser's.
ALTER TABLE meeting ADD COLUMN filed BIGINT;
