-- What was brought and checked, and what a party comes back with.

-- A paper or a precondition of the catalogue, by its place there: asked for, and there or missing. Without a row it was
-- not asked for.
CREATE TABLE assist_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assist INTEGER NOT NULL REFERENCES assist,
    part TEXT NOT NULL CHECK (part IN ('paper', 'before')),
    place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 19),
    state TEXT NOT NULL CHECK (state IN ('there', 'missing')),
    at INTEGER NOT NULL,
    UNIQUE (assist, part, place)
) STRICT;

-- The day on which the party is to come back, where one was agreed.
ALTER TABLE assist ADD COLUMN come_back TEXT CHECK (
    come_back IS NULL
    OR (outcome = 'come-back' AND come_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);

-- The earlier visit that this one goes on with.
ALTER TABLE visit ADD COLUMN returns_of INTEGER REFERENCES visit CHECK (returns_of < id);

-- Why something could not be done, in the office's own words; `assist.reason` names a row as «own-ID».
CREATE TABLE reason (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
