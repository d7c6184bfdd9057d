-- The entries of the catalogue that are this desk's own, and the names under which things were helped with.

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
-- of the entry. Not journalled: a name that was used by two visits must outlive the undo of the first.
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

-- What a volunteer picked last: asked after each command, among some million entries of the years. The words are those
-- of `store::picks`; otherwise the engine would read them all.
CREATE INDEX journal_pick ON journal (volunteer)
    WHERE state IN ('done', 'fixed') AND json_extract(op, '$.op') IN ('number-given', 'assist-added');
