//! Edits of the catalogue, each one transaction, one journal entry and one undo step.

use crate::desk::deed::{DeskError, Done};
use crate::domain::catalogue::{Change, Ground, Import, Layer, changes};
use crate::domain::{Catalogue, Code, Day, Op, Procedure, Refusal};
use crate::store::Write;
use crate::store::undo::TurnError;

/// A change to the desk's catalogue. Each is checked as a whole catalogue is: a flaw is refused with
/// [`Refusal::CatalogueFlawed`], what would change nothing with [`Refusal::CatalogueStays`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueEdit {
    /// Adds an entry, or changes the one of its code. An entry that is kept as it came with the program is no longer
    /// the desk's own.
    Keep(Box<Procedure>),
    /// Drops the desk's own version of an entry: back to the one that came with the program, or away altogether. Refused
    /// with [`Refusal::EntryUsed`] when it would go and was ever helped with: it can be retired.
    Drop(Code),
    /// Sets the last day on which an entry is offered; with none it is offered on and on again and no longer replaced.
    Retire {
        /// Its code; never the one of a need that is not known yet ([`Refusal::UnknownNeedStays`]).
        code: Code,
        last: Option<Day>,
    },
    /// Another entry takes the place of one after its last day.
    Replace {
        /// The code that goes, as with [`Self::Retire`].
        code: Code,
        last: Day,
        /// The code of the entry that takes its place, which the catalogue must have.
        by: Code,
    },
    /// Offers a local service; any other entry is refused with [`Refusal::NotLocal`].
    TurnOn(Code),
    /// Offers a local service no longer.
    TurnOff(Code),
    /// Puts an entry at another place of the catalogue.
    Move {
        code: Code,
        /// The entry that it comes to stand before; `None` puts it last.
        before: Option<Code>,
    },
    /// Brings in what a file says, all of it as one step: [`Import::parse`] reads and checks it,
    /// [`Import::preview`] tells what it would change.
    Import(Box<Import>),
}

pub(in crate::desk) fn edit(
    write: &Write<'_>,
    built_in: &Catalogue,
    edit: &CatalogueEdit,
) -> Result<Done, DeskError> {
    let layer = write.layer()?;
    let (now, misfits) = layer.over_as_it_fits(built_in);
    let ground = Ground { built_in, now: &now, layer: &layer };
    let (next, op) = match edit {
        CatalogueEdit::Keep(entry) => {
            let procedure = entry.code.clone();
            let is_new = now.get(&procedure).is_none();
            let op = if is_new { Op::EntryAdded { procedure } } else { Op::EntryChanged { procedure } };
            (ground.keeping([entry.as_ref().clone()]), op)
        }
        CatalogueEdit::Drop(code) => {
            if ground.is_own_alone(code) && write.is_used(code)? {
                return Err(Refusal::EntryUsed(code.clone()).into());
            }
            (ground.dropping(code)?, Op::EntryDropped { procedure: code.clone() })
        }
        CatalogueEdit::Retire { code, last } => {
            (ground.retiring(code, *last)?, Op::EntryRetired { procedure: code.clone(), last: *last })
        }
        CatalogueEdit::Replace { code, last, by } => (
            ground.replacing(code, *last, by)?,
            Op::EntryReplaced { procedure: code.clone(), by: by.clone(), last: *last },
        ),
        CatalogueEdit::TurnOn(code) => {
            (ground.turning_on(code)?, Op::ServiceTurnedOn { procedure: code.clone() })
        }
        CatalogueEdit::TurnOff(code) => {
            (ground.turning_off(code)?, Op::ServiceTurnedOff { procedure: code.clone() })
        }
        CatalogueEdit::Move { code, before } => {
            (ground.moving(code, before.as_ref())?, Op::EntryMoved { procedure: code.clone() })
        }
        CatalogueEdit::Import(import) => {
            let changes = changes(&now, &import.procedures);
            let added = changes.iter().filter(|change| matches!(change, Change::Added(_))).count();
            let op = Op::CatalogueImported { added, changed: changes.len() - added };
            (ground.importing(import), op)
        }
    };
    must_fit(&next, built_in, &misfits.into_iter().map(|(code, _)| code).collect::<Vec<_>>())?;
    if write.keep_layer(&next)? { Ok((op, None)) } else { Err(Refusal::CatalogueStays.into()) }
}

/// Whether undo or redo takes away no entry that something was helped with: as with [`CatalogueEdit::Drop`]. `before` is
/// the catalogue when the layer had changed `seen` times.
pub(in crate::desk) fn no_used_entry_goes(
    write: &Write<'_>,
    before: &Catalogue,
    seen: Option<i64>,
    built_in: &Catalogue,
) -> Result<(), TurnError> {
    if seen == Some(write.layer_turn()?) {
        return Ok(());
    }
    let (after, _) = write.layer()?.over_as_it_fits(built_in);
    for entry in before.all().iter().filter(|entry| after.get(&entry.code).is_none()) {
        if write.is_used(&entry.code)? {
            return Err(TurnError::Refused(Refusal::EntryUsed(entry.code.clone())));
        }
    }
    Ok(())
}

/// Whether the layer fits what came with the program; what did not fit before need not fit now.
fn must_fit(layer: &Layer, built_in: &Catalogue, misfits: &[Code]) -> Result<(), Refusal> {
    let flaw = match layer.over(built_in) {
        Ok(_) => return Ok(()),
        Err(flaw) if misfits.is_empty() => flaw,
        Err(_) => {
            let (_, left_out) = layer.over_as_it_fits(built_in);
            match left_out.into_iter().find(|(code, _)| !misfits.contains(code)) {
                Some((_, flaw)) => flaw,
                None => return Ok(()),
            }
        }
    };
    Err(Refusal::CatalogueFlawed(Box::new(flaw)))
}
