-- The order of the queue.

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
