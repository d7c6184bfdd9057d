-- Visitors who asked one short thing at the desk and took no number (lần hỏi nhanh). Who asked and what is not kept.
CREATE TABLE quick_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shift INTEGER NOT NULL REFERENCES shift,
    at INTEGER NOT NULL,
    station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 99),
    volunteer INTEGER NOT NULL REFERENCES volunteer
) STRICT;
-- Today's are counted after each command, those of a span for its tally.
CREATE INDEX quick_question_at ON quick_question (at);
