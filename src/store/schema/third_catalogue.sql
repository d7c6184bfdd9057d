-- The entries of the catalogue that are this desk's own, and the names under which things were helped with.

-- What a volunteer picked last: asked after each command, among some million entries of the years. The words are those
-- of `store::picks`; otherwise the engine would read them all.
CREATE INDEX journal_pick ON journal (volunteer)
    WHERE state IN ('done', 'fixed') AND json_extract(op, '$.op') IN ('number-given', 'assist-added');
