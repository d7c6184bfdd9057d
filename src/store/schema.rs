//! The tables, and the steps by which older files become newer ones.

use rusqlite_migration::{M, Migrations};

/// `motc`: the mark by which a file is known as ours.
pub(super) const APPLICATION_ID: i64 = 0x6d6f_7463;

/// The tables whose rows the journal keeps images of, so that undo can put them back.
pub(super) const JOURNALLED: &[&str] = &[
    "setting",
    "volunteer",
    "seat",
    "shift",
    "duty",
    "handover",
    "handover_visit",
    "visit",
    "visit_name",
    "visit_note",
    "need",
    "assist",
    "assist_step",
    "assist_check",
    "period",
    "hamlet",
    "reason",
    "outage",
    "remark",
    "turn",
    "visit_return",
    "own_series",
    "own_field",
    "own_entry",
    "entry_order",
    "turned_on",
    "quick_question",
];

/// The newest schema this program knows.
pub(super) const NEWEST: i64 = 4;

pub(super) fn migrations() -> Migrations<'static> {
    Migrations::new(vec![M::up(FIRST), M::up(SECOND), M::up(THIRD), M::up(FOURTH)])
}

// Times are seconds of the desk's wall clock (see `domain::time`): `datetime(at, 'unixepoch')` shows them.
// Identities are never given twice (AUTOINCREMENT), so that redo can bring a row back under its own.
const FIRST: &str = "
CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE volunteer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE seat (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 99),
    volunteer INTEGER NOT NULL REFERENCES volunteer
) STRICT;

CREATE TABLE shift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    part TEXT NOT NULL CHECK (part IN ('morning', 'afternoon')),
    opened INTEGER NOT NULL,
    closed INTEGER CHECK (closed >= opened)
) STRICT;
-- One shift of the desk is open at a time.
CREATE UNIQUE INDEX shift_open ON shift ((closed IS NULL)) WHERE closed IS NULL;
CREATE INDEX shift_day ON shift (day);

CREATE TABLE duty (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL REFERENCES shift,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    UNIQUE (shift, volunteer)
) STRICT;

CREATE TABLE handover (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL UNIQUE REFERENCES shift,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    read_at INTEGER,
    read_by INTEGER REFERENCES volunteer,
    CHECK ((read_at IS NULL) = (read_by IS NULL))
) STRICT;
CREATE TABLE handover_visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    handover INTEGER NOT NULL REFERENCES handover,
    visit INTEGER NOT NULL REFERENCES visit,
    UNIQUE (handover, visit)
) STRICT;
CREATE INDEX handover_unread ON handover (id) WHERE read_at IS NULL;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    series TEXT NOT NULL CHECK (series GLOB '[A-Z]'),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    shift INTEGER NOT NULL REFERENCES shift,
    persons INTEGER NOT NULL CHECK (persons BETWEEN 1 AND 99),
    priority TEXT CHECK (priority IN ('elderly', 'disabled', 'mother', 'merit', 'child', 'far')),
    arrived INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('waiting', 'called', 'serving', 'held', 'done', 'left')),
    since INTEGER NOT NULL CHECK (since >= arrived),
    station INTEGER CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer,
    calls INTEGER NOT NULL DEFAULT 0 CHECK (calls >= 0),
    left_why TEXT CHECK (left_why IN ('no-show', 'walked-out', 'another-day', 'sent-on', 'mistake', 'office-closed')),
    left_from TEXT CHECK (left_from IN ('waiting', 'called', 'serving', 'held')),
    ended_day TEXT,
    UNIQUE (day, series, number),
    CHECK ((stage = 'waiting') = (station IS NULL)),
    CHECK ((stage = 'waiting') = (volunteer IS NULL)),
    CHECK ((stage = 'left') = (left_why IS NOT NULL)),
    CHECK ((stage = 'left') = (left_from IS NOT NULL)),
    CHECK ((stage IN ('done', 'left')) = (ended_day IS NOT NULL))
) STRICT;
CREATE INDEX visit_open ON visit (stage) WHERE ended_day IS NULL;
-- Few visits end on another day than they began; this finds those that ended on a day or later.
CREATE INDEX visit_carried ON visit (ended_day, day) WHERE ended_day <> day;
-- A station has one party in hand: two consoles that both call themselves 1 must not make it two.
CREATE UNIQUE INDEX visit_in_hand ON visit (station) WHERE stage IN ('called', 'serving');

-- Personal data: a name is for calling and is erased when the shift closes.
CREATE TABLE visit_name (
    id INTEGER PRIMARY KEY REFERENCES visit,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE need (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    procedure TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99)
) STRICT;
CREATE INDEX need_visit ON need (visit);

CREATE TABLE assist (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    procedure TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    how TEXT NOT NULL CHECK (how IN ('guided', 'together', 'official')),
    channel TEXT NOT NULL CHECK (channel IN ('online-whole', 'online-part', 'paper', 'none')),
    paid TEXT NOT NULL CHECK (paid IN ('no', 'online')),
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'come-back', 'stuck', 'referred', 'declined')),
    reason TEXT,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    CHECK ((outcome IN ('stuck', 'referred')) = (reason IS NOT NULL))
) STRICT;
CREATE INDEX assist_visit ON assist (visit);

CREATE TABLE assist_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assist INTEGER NOT NULL REFERENCES assist,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 19),
    at INTEGER NOT NULL,
    UNIQUE (assist, step)
) STRICT;

CREATE TABLE period (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    kind TEXT NOT NULL CHECK (kind IN ('waiting', 'called', 'serving', 'held')),
    from_at INTEGER NOT NULL,
    until_at INTEGER CHECK (until_at >= from_at),
    station INTEGER CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer
) STRICT;
CREATE INDEX period_visit ON period (visit);

-- The last number of each series. Not journalled: a number that was shown is never given to somebody else that day,
-- even when giving it was undone.
CREATE TABLE counter (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    series TEXT NOT NULL CHECK (series GLOB '[A-Z]'),
    last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 9999),
    UNIQUE (day, series)
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL,
    volunteer INTEGER REFERENCES volunteer,
    op TEXT NOT NULL CHECK (json_valid(op)),
    -- done; undone and waiting for redo; buried: undone, and something else was done since; fixed: never undone.
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'buried', 'fixed')),
    -- The entry that this one undid or redid.
    target INTEGER REFERENCES journal
) STRICT;
CREATE INDEX journal_day ON journal (day);
-- What undo and redo would turn next: asked after each command, among some thousand entries of a day.
CREATE INDEX journal_turn ON journal (day, station, state);

-- What each row was before and after an entry, as JSON arrays in the order of the columns. Written by triggers that
-- every connection makes for itself, so that no code can forget it.
CREATE TABLE journal_row (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX journal_row_entry ON journal_row (entry);
CREATE INDEX journal_row_row ON journal_row (tbl, row);
";

// Who asked, outages, remarks, and the papers that were printed.
//
// A row image is an array in the order of the columns, so what was done before this step cannot be undone after it:
// what still could be is fixed, and what waited for redo no longer does.
const SECOND: &str = "
CREATE TABLE hamlet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Of the person who asks, as coarse as the reports need it; by default nothing.
ALTER TABLE visit ADD COLUMN age TEXT CHECK (age IN ('under-16', '16-30', '31-59', '60-69', '70-79', '80-up'));
ALTER TABLE visit ADD COLUMN sex TEXT CHECK (sex IN ('female', 'male'));
ALTER TABLE visit ADD COLUMN hamlet INTEGER REFERENCES hamlet;
ALTER TABLE visit ADD COLUMN phone TEXT CHECK (phone IN ('smart', 'not-smart'));

CREATE TABLE outage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    system TEXT NOT NULL CHECK (system IN ('vneid', 'portal', 'payment', 'network', 'power', 'insurance', 'other')),
    from_at INTEGER NOT NULL,
    until_at INTEGER CHECK (until_at >= from_at),
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer
) STRICT;
-- A system is down once at a time.
CREATE UNIQUE INDEX outage_open ON outage (system) WHERE until_at IS NULL;
CREATE INDEX outage_from ON outage (from_at);

-- Difficulties and proposals of a span; `span` is `domain::span::Span::key`.
CREATE TABLE remark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    span TEXT NOT NULL UNIQUE,
    difficulties TEXT NOT NULL,
    proposals TEXT NOT NULL
) STRICT;

-- What was printed, with its numbers: the next print of the same says what changed. Not journalled: paper is not
-- taken back.
CREATE TABLE printed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL,
    span TEXT NOT NULL,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    numbers TEXT NOT NULL CHECK (json_valid(numbers))
) STRICT;
CREATE INDEX printed_span ON printed (span, form);

-- Service times of a year are read from this index alone.
CREATE INDEX period_serving ON period (visit, kind, from_at, until_at) WHERE kind = 'serving';

-- A year has a million entries, of which some thousand were taken back.
CREATE INDEX journal_taken_back ON journal (day) WHERE state IN ('undone', 'buried');

-- By which a copy of this file is known when the tallies of several desks are joined.
INSERT INTO setting (key, value) VALUES ('file', lower(hex(randomblob(16))));

UPDATE journal SET state = 'fixed' WHERE state = 'done' AND day = (SELECT max(day) FROM journal);
UPDATE journal SET state = 'buried' WHERE state = 'undone';
";

// The desk's own catalogue, what is ticked and brought, and the order of the queue: one file a subject. What was done
// before this step cannot be undone after it, as with the second.
const THIRD: &str = concat!(
    include_str!("schema/third_catalogue.sql"),
    include_str!("schema/third_guide.sql"),
    include_str!("schema/third_queue.sql"),
    "
UPDATE journal SET state = 'fixed' WHERE state = 'done' AND day = (SELECT max(day) FROM journal);
UPDATE journal SET state = 'buried' WHERE state = 'undone';
"
);

// Visitors who took no number, and notes on visits: one file a subject. No table of before gets a column, so what was done
// before this step can still be undone after it.
const FOURTH: &str =
    concat!(include_str!("schema/fourth_question.sql"), include_str!("schema/fourth_note.sql"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_apply_and_end_at_the_newest_schema() {
        assert_eq!(migrations().validate(), Ok(()));
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        migrations().to_latest(&mut connection).unwrap();
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(version, NEWEST);
        let mut names = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .unwrap();
        let mut found: Vec<String> =
            names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let kept_apart = ["counter", "journal", "journal_row", "layer_turn", "name_used", "printed", "slip"];
        let mut known: Vec<String> = JOURNALLED.iter().chain(&kept_apart).map(ToString::to_string).collect();
        found.sort();
        known.sort();
        assert_eq!(found, known);
    }
}
