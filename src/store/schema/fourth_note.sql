-- What to mind when a party is called. Personal data like its name, and erased with it.
CREATE TABLE visit_note (
    id INTEGER PRIMARY KEY REFERENCES visit,
    note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 500)
) STRICT;
