-- The order of the queue.
-- Of a citizen card: the year of birth and the commune of the address, and nothing else (the sex stands above).
ALTER TABLE visit ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200);
ALTER TABLE visit ADD COLUMN commune TEXT CHECK (commune GLOB '[0-9][0-9][0-9][0-9][0-9]');
--
-- `place` is in milliseconds (see `domain::queue::standing`), `booked` the time that was agreed with the party. `serves` and
-- `only_at` say where a visit was transferred to; its number stays.
ALTER TABLE visit ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN booked INTEGER;
ALTER TABLE visit ADD COLUMN serves TEXT CHECK (serves GLOB '[A-Z]');
ALTER TABLE visit ADD COLUMN only_at INTEGER CHECK (only_at BETWEEN 1 AND 99);
ALTER TABLE visit ADD COLUMN called_at INTEGER;
ALTER TABLE visit ADD COLUMN returned_at INTEGER;

-- Who waits now keeps the order of the numbers, also where the clock was set back between two of them.
UPDATE visit SET place = 1000 * (
    SELECT max(earlier.arrived) FROM visit AS earlier WHERE earlier.ended_day IS NULL AND earlier.id <= visit.id
) WHERE ended_day IS NULL;

-- The latest place that was given by arrival: the next number gets a later one.
CREATE INDEX visit_place ON visit (place) WHERE ended_day IS NULL AND (booked IS NULL OR booked <= arrived);

-- The calls, from which follows whose lane has the next turn. A party that was called and put back at once had none: its
-- row goes.
CREATE TABLE turn (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    visit INTEGER NOT NULL REFERENCES visit,
    lane TEXT NOT NULL CHECK (lane IN ('priority', 'ordinary')),
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    out_of_turn TEXT CHECK (out_of_turn IN ('official', 'one-minute', 'health', 'together', 'other'))
) STRICT;
CREATE INDEX turn_day ON turn (day);
CREATE INDEX turn_visit ON turn (visit);
-- A year has some hundred of these among fifty thousand calls.
CREATE INDEX turn_out ON turn (day) WHERE out_of_turn IS NOT NULL;

-- A visit that had ended and went on under its number. Its periods leave out the time between.
CREATE TABLE visit_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    ended TEXT NOT NULL CHECK (ended IN ('done', 'left')),
    ended_at INTEGER NOT NULL,
    left_why TEXT CHECK (left_why IN ('no-show', 'walked-out', 'another-day', 'sent-on', 'mistake', 'office-closed')),
    left_from TEXT CHECK (left_from IN ('waiting', 'called', 'serving', 'held')),
    at INTEGER NOT NULL CHECK (at >= ended_at),
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer,
    CHECK ((ended = 'left') = (left_why IS NOT NULL)),
    CHECK ((ended = 'left') = (left_from IS NOT NULL))
) STRICT;
CREATE INDEX visit_return_visit ON visit_return (visit);

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
