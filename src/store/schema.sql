-- The tables of a desk's file. A program reads files of its own schema number alone (`store::schema::NUMBER`): who changes
-- anything here gives it the next number. From the first release on a change is a step of its own, with its reason.
--
-- Times are seconds of the desk's wall clock (see `domain::time`): `datetime(at, 'unixepoch')` shows them. Identities are
-- never given twice (AUTOINCREMENT), so that redo can bring a row back under its own.

-- What ties this file to its write-ahead log (see `store::log_tie`): the state's own number, that of the state on which the
-- log was begun, and the last entry of the journal then; and whether a desk has the file open. Not journalled: it tells of the
-- file, not of the desk. The first table, whose page goes first into the file.
CREATE TABLE wal_tie (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL,
    base INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
) STRICT;
INSERT INTO wal_tie (id, turn, base, entry, in_use) VALUES (1, random(), 0, 0, 0);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;
-- By which a copy of this file is known when the tallies of several desks are joined.
INSERT INTO setting (key, value) VALUES ('file', lower(hex(randomblob(16))));

-- Of two rows that were one person (`merged_into`) one is left, and every other row names that one. Who merged is the journal's:
-- its entries stay as they were signed. The phone number is personal data of a volunteer, and goes when the volunteer goes.
CREATE TABLE volunteer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    role TEXT CHECK (role IN ('leader', 'deputy', 'member')),
    unit TEXT NOT NULL DEFAULT '' CHECK (length(unit) <= 500),
    school TEXT NOT NULL DEFAULT '' CHECK (length(school) <= 500),
    phone TEXT NOT NULL DEFAULT '' CHECK (phone = '' OR (length(phone) BETWEEN 10 AND 11 AND phone NOT GLOB '*[^0-9]*')),
    merged_into INTEGER REFERENCES volunteer CHECK (merged_into <> id),
    CHECK (active = 1 OR phone = ''),
    CHECK (merged_into IS NULL OR active = 0)
) STRICT;
CREATE UNIQUE INDEX volunteer_name ON volunteer (name) WHERE merged_into IS NULL;

CREATE TABLE hamlet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Why something could not be done (`stuck`) or where the party was sent (`referred`), in the office's own words;
-- `assist.reason` names a row as «own-ID».
CREATE TABLE reason (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    outcome TEXT NOT NULL CHECK (outcome IN ('stuck', 'referred')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    UNIQUE (outcome, name)
) STRICT;

-- The stations (quầy) by their numbers. One of which nobody has said anything has no row: it is open, and calls every series.
CREATE TABLE station (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 99),
    name TEXT NOT NULL CHECK (length(name) <= 500),
    room TEXT NOT NULL CHECK (length(room) <= 500),
    -- The letters of those that it calls; empty: all.
    series TEXT NOT NULL CHECK (series NOT GLOB '*[^A-Z]*'),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    -- Whether two volunteers sit there: who is put aside is still being served.
    two INTEGER NOT NULL CHECK (two IN (0, 1))
) STRICT;

CREATE TABLE shift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    part TEXT NOT NULL CHECK (part IN ('morning', 'afternoon')),
    opened INTEGER NOT NULL,
    closed INTEGER CHECK (closed >= opened),
    -- Whether the end is an estimate (ước tính): nobody closed it in time, and its last deed stands for the end.
    estimated INTEGER NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1)),
    -- Since when numbers are given only when somebody insists (ngừng cấp số).
    stopped INTEGER CHECK (stopped >= opened),
    CHECK (estimated = 0 OR closed IS NOT NULL)
) STRICT;
-- One shift of the desk is open at a time.
CREATE UNIQUE INDEX shift_open ON shift ((closed IS NULL)) WHERE closed IS NULL;
CREATE INDEX shift_day ON shift (day);

-- Who goes and comes back has two rows in a shift. Without an end it is to the end of the shift, so that a shift whose end is
-- set right needs no other change.
CREATE TABLE duty (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL REFERENCES shift,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    from_at INTEGER NOT NULL,
    until_at INTEGER CHECK (until_at >= from_at)
) STRICT;
CREATE INDEX duty_shift ON duty (shift);
CREATE UNIQUE INDEX duty_once ON duty (shift, volunteer) WHERE until_at IS NULL;

CREATE TABLE seat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL REFERENCES shift,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    from_at INTEGER NOT NULL,
    until_at INTEGER CHECK (until_at >= from_at)
) STRICT;
CREATE INDEX seat_shift ON seat (shift);
CREATE UNIQUE INDEX seat_once ON seat (shift, station) WHERE until_at IS NULL;

-- What one shift leaves to the next (bàn giao), frozen when it closes. `at` is when it was written down, `taken` the moment of
-- the transfer, `remark` what the receiver had to say (kiến nghị).
CREATE TABLE handover (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL UNIQUE REFERENCES shift,
    at INTEGER NOT NULL,
    given_by INTEGER NOT NULL REFERENCES volunteer,
    taken INTEGER,
    taken_by INTEGER REFERENCES volunteer,
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 500),
    CHECK ((taken IS NULL) = (taken_by IS NULL)),
    CHECK (taken IS NOT NULL OR remark = '')
) STRICT;

-- An item of handovers (mục bàn giao) that somebody has to close: what people wrote, and stuck cases from the first handover
-- on. Visits, promises and outages close themselves and have no row. The words of found and borrowed things are erased once
-- such an item is over.
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('stuck', 'other', 'found', 'borrowed', 'supplies')),
    visit INTEGER REFERENCES visit,
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 500),
    then_words TEXT NOT NULL DEFAULT '' CHECK (length(then_words) <= 500),
    owner INTEGER REFERENCES volunteer,
    -- A day, as `visit.come_back` without its time.
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    made INTEGER NOT NULL,
    -- When found things were handed to the official.
    given INTEGER CHECK (given IS NULL OR kind = 'found'),
    closed INTEGER,
    closed_why TEXT CHECK (closed_why IN ('done', 'returned', 'not-needed', 'mistake')),
    closed_by INTEGER REFERENCES volunteer,
    CHECK ((kind = 'stuck') = (visit IS NOT NULL)),
    CHECK ((closed IS NULL) = (closed_why IS NULL))
) STRICT;
CREATE INDEX item_open ON item (id) WHERE closed IS NULL;
CREATE INDEX item_visit ON item (visit) WHERE visit IS NOT NULL;

-- An item as it stood on a handover, in the order of `place`; who took it, and what was to be done next.
CREATE TABLE handed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    handover INTEGER NOT NULL REFERENCES handover,
    place INTEGER NOT NULL CHECK (place >= 0),
    kind TEXT NOT NULL CHECK (
        kind IN ('visit', 'promise', 'outage', 'stuck', 'other', 'found', 'borrowed', 'supplies')
    ),
    visit INTEGER REFERENCES visit,
    outage INTEGER REFERENCES outage,
    item INTEGER REFERENCES item,
    need TEXT,
    stage TEXT CHECK (stage IN ('waiting', 'called', 'serving', 'held', 'done', 'left')),
    left_why TEXT CHECK (left_why IN ('no-show', 'walked-out', 'another-day', 'sent-on', 'mistake', 'office-closed')),
    steps INTEGER NOT NULL DEFAULT 0 CHECK (steps BETWEEN 0 AND 20),
    owner INTEGER REFERENCES volunteer,
    -- As `visit.come_back`.
    due TEXT CHECK (
        due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
        OR due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'
    ),
    since INTEGER NOT NULL,
    taken INTEGER,
    taken_by INTEGER REFERENCES volunteer,
    deed TEXT CHECK (deed IN ('call', 'keep', 'return', 'ask')),
    UNIQUE (handover, place),
    CHECK ((kind IN ('visit', 'promise', 'stuck')) = (visit IS NOT NULL)),
    CHECK ((kind = 'outage') = (outage IS NOT NULL)),
    CHECK ((kind IN ('stuck', 'other', 'found', 'borrowed', 'supplies')) = (item IS NOT NULL)),
    CHECK ((visit IS NULL) = (stage IS NULL)),
    CHECK ((taken IS NULL) = (taken_by IS NULL)),
    CHECK (taken IS NOT NULL OR deed IS NULL)
) STRICT;
-- In how many handovers an item stood that nobody took.
CREATE INDEX handed_visit ON handed (visit) WHERE visit IS NOT NULL;
CREATE INDEX handed_item ON handed (item) WHERE item IS NOT NULL;
CREATE INDEX handed_outage ON handed (outage) WHERE outage IS NOT NULL;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    series TEXT NOT NULL CHECK (series GLOB '[A-Z]'),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    shift INTEGER NOT NULL REFERENCES shift,
    persons INTEGER NOT NULL CHECK (persons BETWEEN 1 AND 999),
    priority TEXT CHECK (priority IN ('elderly', 'disabled', 'mother', 'merit', 'child', 'far')),
    arrived INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('waiting', 'called', 'serving', 'held', 'done', 'left')),
    since INTEGER NOT NULL CHECK (since >= arrived),
    station INTEGER CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer,
    calls INTEGER NOT NULL DEFAULT 0 CHECK (calls >= 0),
    left_why TEXT CHECK (left_why IN ('no-show', 'walked-out', 'another-day', 'sent-on', 'mistake', 'office-closed')),
    left_from TEXT CHECK (left_from IN ('waiting', 'called', 'serving', 'held')),
    -- The day agreed with a party that left to come back, with the time of day where one was agreed: `2026-12-01 09:30`.
    come_back TEXT CHECK (
        come_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
        OR come_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'
    ),
    ended_day TEXT,
    -- Of the person who asks, as coarse as the reports need it; by default nothing. Of a citizen card the year of birth and
    -- the commune of the address, and nothing else.
    age TEXT CHECK (age IN ('under-16', '16-30', '31-59', '60-69', '70-79', '80-up')),
    sex TEXT CHECK (sex IN ('female', 'male')),
    hamlet INTEGER REFERENCES hamlet,
    phone TEXT CHECK (phone IN ('smart', 'not-smart')),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200),
    commune TEXT CHECK (commune GLOB '[0-9][0-9][0-9][0-9][0-9]'),
    -- The earlier visit that this one goes on with.
    returns_of INTEGER REFERENCES visit CHECK (returns_of < id),
    -- In milliseconds (see `domain::standing`).
    place INTEGER NOT NULL DEFAULT 0,
    -- The time that was agreed with the party.
    booked INTEGER,
    -- Where the visit was transferred to; its number stays.
    serves TEXT CHECK (serves GLOB '[A-Z]'),
    only_at INTEGER CHECK (only_at BETWEEN 1 AND 99),
    called_at INTEGER,
    returned_at INTEGER,
    UNIQUE (day, series, number),
    CHECK ((stage = 'waiting') = (station IS NULL)),
    CHECK ((stage = 'waiting') = (volunteer IS NULL)),
    CHECK ((stage = 'left') = (left_why IS NOT NULL)),
    CHECK ((stage = 'left') = (left_from IS NOT NULL)),
    CHECK (come_back IS NULL OR left_why IS 'another-day'),
    CHECK ((stage IN ('done', 'left')) = (ended_day IS NOT NULL))
) STRICT;
CREATE INDEX visit_open ON visit (stage) WHERE ended_day IS NULL;
-- Few visits end on another day than they began; this finds those that ended on a day or later.
CREATE INDEX visit_carried ON visit (ended_day, day) WHERE ended_day <> day;
-- Who was to come back on a day, and who has.
CREATE INDEX visit_promised ON visit (come_back) WHERE come_back IS NOT NULL;
CREATE INDEX visit_returns ON visit (returns_of) WHERE returns_of IS NOT NULL;
-- A station has one party in hand: two consoles that both call themselves 1 must not make it two.
CREATE UNIQUE INDEX visit_in_hand ON visit (station) WHERE stage IN ('called', 'serving');
-- The latest place that was given by arrival: the next number gets a later one.
CREATE INDEX visit_place ON visit (place) WHERE ended_day IS NULL AND (booked IS NULL OR booked <= arrived);

-- Personal data: a name is for calling and is erased when the shift closes.
CREATE TABLE visit_name (
    id INTEGER PRIMARY KEY REFERENCES visit,
    name TEXT NOT NULL
) STRICT;

-- What to mind when a party is called. Personal data like its name, and erased with it.
CREATE TABLE visit_note (
    id INTEGER PRIMARY KEY REFERENCES visit,
    note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 500)
) STRICT;

CREATE TABLE need (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    procedure TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999)
) STRICT;
CREATE INDEX need_visit ON need (visit);

CREATE TABLE assist (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    procedure TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    -- NULL: nobody said (chưa ghi), as of the two below.
    how TEXT CHECK (how IN ('guided', 'together', 'official')),
    channel TEXT CHECK (channel IN ('online-whole', 'online-part', 'paper', 'none')),
    paid TEXT CHECK (paid IN ('no', 'online')),
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'come-back', 'stuck', 'referred', 'declined')),
    reason TEXT,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    -- As `visit.come_back`.
    come_back TEXT CHECK (
        come_back IS NULL
        OR (
            outcome = 'come-back'
            AND (
                come_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
                OR come_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'
            )
        )
    ),
    CHECK ((outcome IN ('stuck', 'referred')) = (reason IS NOT NULL)),
    -- What was not done was not filed.
    CHECK (channel IS NULL OR outcome IN ('open', 'done'))
) STRICT;
CREATE INDEX assist_visit ON assist (visit);
CREATE INDEX assist_promised ON assist (come_back) WHERE come_back IS NOT NULL;

-- When a step was ticked or a paper asked for, the journal says.
CREATE TABLE assist_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assist INTEGER NOT NULL REFERENCES assist,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 19),
    UNIQUE (assist, step)
) STRICT;

-- A paper or a precondition of the catalogue, by its place there: asked for, and there or missing. Without a row it was
-- not asked for.
CREATE TABLE assist_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assist INTEGER NOT NULL REFERENCES assist,
    part TEXT NOT NULL CHECK (part IN ('paper', 'before')),
    place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 19),
    state TEXT NOT NULL CHECK (state IN ('there', 'missing')),
    UNIQUE (assist, part, place)
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
-- Service times of a year are read from this index alone.
CREATE INDEX period_serving ON period (visit, kind, from_at, until_at) WHERE kind = 'serving';

-- The calls, from which follows whose lane has the next turn. A party that was called and put back at once had none: its
-- row goes. Its day, counted from 1970 on, follows from `at`.
CREATE TABLE turn (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    lane TEXT NOT NULL CHECK (lane IN ('priority', 'ordinary')),
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    out_of_turn TEXT CHECK (out_of_turn IN ('official', 'one-minute', 'health', 'together', 'other'))
) STRICT;
CREATE INDEX turn_day ON turn (at / 86400);
CREATE INDEX turn_visit ON turn (visit);
-- A year has some hundred of these among fifty thousand calls.
CREATE INDEX turn_out ON turn (at / 86400) WHERE out_of_turn IS NOT NULL;

-- A visit whose end is an estimate (ước tính), because nobody said when it was done. `was` is what stood there before, where
-- something did. Averages of service leave it out.
CREATE TABLE estimate (
    id INTEGER PRIMARY KEY REFERENCES visit,
    was INTEGER
) STRICT;

-- A visit that had ended and went on under its number. Its periods leave out the time between.
CREATE TABLE visit_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit INTEGER NOT NULL REFERENCES visit,
    ended TEXT NOT NULL CHECK (ended IN ('done', 'left')),
    ended_at INTEGER NOT NULL,
    ended_station INTEGER NOT NULL CHECK (ended_station BETWEEN 1 AND 99),
    ended_by INTEGER NOT NULL REFERENCES volunteer,
    left_why TEXT CHECK (left_why IN ('no-show', 'walked-out', 'another-day', 'sent-on', 'mistake', 'office-closed')),
    left_from TEXT CHECK (left_from IN ('waiting', 'called', 'serving', 'held')),
    at INTEGER NOT NULL CHECK (at >= ended_at),
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER REFERENCES volunteer,
    CHECK ((ended = 'left') = (left_why IS NOT NULL)),
    CHECK ((ended = 'left') = (left_from IS NOT NULL))
) STRICT;
CREATE INDEX visit_return_visit ON visit_return (visit);
CREATE INDEX visit_return_at ON visit_return (at);

-- What such a visit had been helped with when it had ended: a shift that is closed stands, whatever is done afterwards.
CREATE TABLE return_assist (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit_return INTEGER NOT NULL REFERENCES visit_return,
    assist INTEGER NOT NULL,
    procedure TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    how TEXT,
    channel TEXT,
    paid TEXT,
    outcome TEXT NOT NULL,
    reason TEXT,
    volunteer INTEGER NOT NULL REFERENCES volunteer,
    station INTEGER NOT NULL,
    come_back TEXT
) STRICT;
CREATE INDEX return_assist_return ON return_assist (visit_return);

-- What was counted by a key of its own, without a number: visitors who asked one short thing (lần hỏi nhanh). Who asked and
-- what is not kept.
CREATE TABLE counted (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL CHECK (what IN ('quick_questions')),
    shift INTEGER NOT NULL REFERENCES shift,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER NOT NULL REFERENCES volunteer
) STRICT;
-- Today's are counted after each command, those of a span for its tally.
CREATE INDEX counted_at ON counted (at);

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

-- What was printed, with its numbers: the next print of the same says what changed. Undo passes it over: paper is not taken
-- back.
CREATE TABLE printed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL,
    span TEXT NOT NULL,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    numbers TEXT NOT NULL CHECK (json_valid(numbers))
) STRICT;
CREATE INDEX printed_span ON printed (span, form);

-- Whether the slip with a number came out. Undo passes it over, as with `printed`. Its visit may not
-- be there: a number that was taken back by undo has left its paper in the room, and redo brings the visit back under the
-- same identity, with what is known of its paper. `at` is when it was last asked for.
CREATE TABLE slip (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('sent', 'printed', 'failed')),
    at INTEGER NOT NULL
) STRICT;
-- A handful, among those of all years.
CREATE INDEX slip_missing ON slip (id, state) WHERE state <> 'printed';

-- What the desk has of its own, each piece as TOML, laid over the catalogue that comes with the program.
CREATE TABLE own_series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter TEXT NOT NULL UNIQUE CHECK (letter GLOB '[A-Z]'),
    body TEXT NOT NULL
) STRICT;
CREATE TABLE own_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE own_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
-- The order in which entries were put, as one list of codes.
CREATE TABLE entry_order (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    codes TEXT NOT NULL CHECK (json_valid(codes))
) STRICT;
-- The local services that the commune has turned on.
CREATE TABLE turned_on (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE
) STRICT;

-- How often the five tables above have changed, undo included: by this a console notices that it must read them again.
-- Not journalled: it only ever grows, so that no state of the tables is taken for another one.
CREATE TABLE layer_turn (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL
) STRICT;
INSERT INTO layer_turn (id, turn) VALUES (1, 0);
CREATE TRIGGER own_series_added AFTER INSERT ON own_series BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_series_changed AFTER UPDATE ON own_series BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_series_gone AFTER DELETE ON own_series BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_field_added AFTER INSERT ON own_field BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_field_changed AFTER UPDATE ON own_field BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_field_gone AFTER DELETE ON own_field BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_entry_added AFTER INSERT ON own_entry BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_entry_changed AFTER UPDATE ON own_entry BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER own_entry_gone AFTER DELETE ON own_entry BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER entry_order_added AFTER INSERT ON entry_order BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER entry_order_changed AFTER UPDATE ON entry_order BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER entry_order_gone AFTER DELETE ON entry_order BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER turned_on_added AFTER INSERT ON turned_on BEGIN UPDATE layer_turn SET turn = turn + 1; END;
CREATE TRIGGER turned_on_gone AFTER DELETE ON turned_on BEGIN UPDATE layer_turn SET turn = turn + 1; END;

-- What a code was called when it was asked for or helped with, from a day on: old tallies keep its name whatever becomes
-- of the entry. Undo passes it over: a name that was used by two visits must outlive the undo of the first.
CREATE TABLE name_used (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('procedure', 'skill')),
    field TEXT NOT NULL,
    series TEXT NOT NULL CHECK (series GLOB '[A-Z]'),
    field_vi TEXT NOT NULL,
    field_en TEXT NOT NULL,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    short_vi TEXT NOT NULL,
    short_en TEXT NOT NULL
) STRICT;
CREATE INDEX name_used_code ON name_used (code, since);

-- The last number of each series. Undo passes it over: a number that was shown is never given to somebody else that day,
-- even when giving it was undone.
CREATE TABLE counter (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    series TEXT NOT NULL CHECK (series GLOB '[A-Z]'),
    last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 9999),
    UNIQUE (day, series)
) STRICT;

-- The days of which something was stored while the PC's clock was wrong, with what it showed first. Undo passes it over: the
-- tally of such a day says so, whatever was undone.
CREATE TABLE clock_doubt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL UNIQUE CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    shown INTEGER NOT NULL
) STRICT;

-- The PIN of the team's leaders, where they have one: an argon2id hash (see `domain::pin`), how many wrong ones were typed
-- since the right one was, and when the last of them was. Not journalled: no undo brings a PIN back, and the hash stands here
-- alone. That it was set, said or missed is an entry.
CREATE TABLE leader_pin (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tried INTEGER,
    CHECK ((tries = 0) = (tried IS NULL))
) STRICT;

-- Who did what and when. A day of the desk has a thousand entries, and they are most of what a file holds: `op` is an array,
-- its code first, and what need not be written is left out.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL,
    volunteer INTEGER REFERENCES volunteer,
    op TEXT NOT NULL CHECK (json_valid(op)),
    -- NULL: stands, and is never undone; done: stands, and can be undone; undone, and waits for redo; buried: undone, and
    -- something else was done since.
    state TEXT CHECK (state IN ('done', 'undone', 'buried')),
    -- The entry that this one undid or redid.
    target INTEGER REFERENCES journal
) STRICT;
-- What undo and redo would turn next: asked after each command. These are entries of today, for a shift that opens takes
-- those of the days before out.
CREATE INDEX journal_turn ON journal (station, state) WHERE state = 'done' OR state = 'undone';
-- A year has a million entries, of which some thousand were taken back.
CREATE INDEX journal_taken_back ON journal (at) WHERE state IN ('undone', 'buried');
-- What a volunteer picked last: asked after each command, among some million entries of the years. The words are those
-- of `store::given`; otherwise the engine would read them all.
CREATE INDEX journal_pick ON journal (volunteer) WHERE op ->> 0 IN ('number-given', 'assist-added');
-- What was corrected since a sheet was first printed, and of one number: a handful among all entries.
CREATE INDEX journal_corrected ON journal (at) WHERE op ->> 0 = 'corrected';

-- The entries of one day stand side by side: here is with which one a run of them begins. An index of all entries would be
-- ninety bytes a visit. A clock that is set back begins a run, too, so that a day may have several. Days are counted from
-- 1970 on.
-- `chain` is the hash of all entries up to the last of the run (see `store::sums`).
CREATE TABLE journal_run (
    first INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    chain INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_run_day ON journal_run (day);

-- What each row was before and after an entry, as JSON arrays in the order of the columns. Written by triggers that
-- every connection makes for itself, so that no code can forget it: an entry with its images is all that another PC needs
-- to have the same rows. Those that no undo can reach any more go when a shift opens.
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

-- What proves that the rows are as this program wrote them: the hashes of the rows of 1,024 identities that stand side by
-- side, joined by exclusive or (see `store::sums`).
CREATE TABLE row_sum (
    tbl TEXT NOT NULL,
    stretch INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (tbl, stretch)
) STRICT, WITHOUT ROWID;
