-- Every file that a campaign has had: signatures hold no more than hashes of the words that were agreed
-- to, and of the demands, so the words must outlive the next update. They go with their campaign. The
-- pair of the same number beside `postgres` has the same table.
CREATE TABLE wording (
    campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
    -- The campaign's version from which on it stood.
    since    INTEGER NOT NULL,
    -- TOML, as the organisers wrote it.
    file     TEXT NOT NULL,
    PRIMARY KEY (campaign, since)
) STRICT;
-- Of those before it nothing is left.
INSERT INTO wording (campaign, since, file) SELECT slug, version, file FROM campaign;
