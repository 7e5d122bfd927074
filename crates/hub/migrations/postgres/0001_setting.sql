-- What the hub remembers about itself, by name. No table here may hold a person.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
