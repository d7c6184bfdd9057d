-- The order of the queue.
-- Of a citizen card: the year of birth and the commune of the address, and nothing else (the sex stands above).
ALTER TABLE visit ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200);
ALTER TABLE visit ADD COLUMN commune TEXT CHECK (commune GLOB '[0-9][0-9][0-9][0-9][0-9]');

-- Whether the slip with a number came out. Not journalled: paper is not taken back, as with `printed`. Its visit may not
-- be there: a number that was taken back by undo has left its paper in the room, and redo brings the visit back under the
-- same identity, with what is known of its paper. `at` is when it was last asked for.
CREATE TABLE slip (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('sent', 'printed', 'failed')),
    at INTEGER NOT NULL
) STRICT;
-- A handful, among those of all years.
CREATE INDEX slip_missing ON slip (id, state) WHERE state <> 'printed';
