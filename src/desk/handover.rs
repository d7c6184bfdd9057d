//! What one shift leaves to the next: items that people write and close, and handovers that are said back.

use super::command::Closing;
use super::deed::{DeskError, Done, on_duty};
use super::model::Card;
use super::station::Desk;
use crate::domain::handover::{ITEM_LENGTH, NewItem};
use crate::domain::{
    Handed, HandedId, Handover, HandoverId, ItemEnd, ItemId, ItemKind, NextDeed, Op, Refusal, Shift, ShiftId,
    TeamRole, VolunteerId, input,
};
use crate::store::Write;

pub(super) fn add(write: &Write<'_>, by: Option<VolunteerId>, new: &NewItem) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    let item = clean(write, new)?;
    write.add_item(&item, None)?;
    Ok((Op::ItemAdded { kind: item.kind }, None))
}

pub(super) fn change(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: ItemId,
    new: &NewItem,
) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    open_item(write, id)?;
    if write.is_handed(id)? {
        return Err(Refusal::ItemHandedOver.into());
    }
    let item = clean(write, new)?;
    write.keep_item(id, &item)?;
    Ok((Op::ItemChanged { kind: item.kind }, None))
}

/// Closes an item: whoever has it may, and who leads the team.
pub(super) fn close(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    id: ItemId,
    why: ItemEnd,
) -> Result<Done, DeskError> {
    let by = on_duty(write, by)?.by;
    let (kind, owner) = open_item(write, id)?;
    let leads = || -> Result<bool, DeskError> {
        let role = write.volunteer(by)?.and_then(|(_, facts)| facts.role);
        Ok(matches!(role, Some(TeamRole::Leader | TeamRole::Deputy)))
    };
    if owner.is_some_and(|owner| owner != by) && !leads()? {
        return Err(Refusal::ItemOfAnother.into());
    }
    if !why.fits(kind) {
        return Err(Refusal::ItemGone.into());
    }
    write.close_item(id, why)?;
    Ok((Op::ItemClosed { kind, why }, None))
}

pub(super) fn give(write: &Write<'_>, by: Option<VolunteerId>, id: ItemId) -> Result<Done, DeskError> {
    on_duty(write, by)?;
    give_found(write, id)?;
    Ok((Op::ItemGiven, None))
}

fn give_found(write: &Write<'_>, id: ItemId) -> Result<(), DeskError> {
    match open_item(write, id)? {
        (ItemKind::Found, _) => Ok(write.give_item(id)?),
        _ => Err(Refusal::ItemGone.into()),
    }
}

pub(super) fn take(
    write: &Write<'_>,
    by: Option<VolunteerId>,
    handed: Option<HandedId>,
    item: Option<ItemId>,
    deed: Option<NextDeed>,
) -> Result<Done, DeskError> {
    let by = on_duty(write, by)?.by;
    let last = write.last_handover()?;
    let row = handed.and_then(|id| {
        last.iter().flat_map(|handover| &handover.items).find(|one| one.id == Some(id) && one.is_untaken())
    });
    let kind = match (row, item) {
        (Some(row), _) => {
            take_row(write, row, by, deed)?;
            row.item.kind
        }
        (None, Some(item)) => {
            let (kind, _) = open_item(write, item)?;
            write.own_item(item, by)?;
            kind
        }
        (None, None) => return Err(Refusal::ItemGone.into()),
    };
    Ok((Op::ItemTaken { kind, by }, None))
}

fn take_row(
    write: &Write<'_>,
    row: &Handed,
    by: VolunteerId,
    deed: Option<NextDeed>,
) -> Result<(), DeskError> {
    let id = row.id.ok_or(Refusal::ItemGone)?;
    // What is due is said back with what is done about it.
    let is_due = row.item.is_due(write.sign.day());
    if is_due && deed.is_none() {
        return Err(Refusal::DeedMissing.into());
    }
    write.take(id, by, deed.filter(|_| is_due))?;
    Ok(())
}

pub(super) fn take_over(
    write: &Write<'_>,
    id: HandoverId,
    by: VolunteerId,
    taken: &[(HandedId, Option<NextDeed>)],
    remark: &str,
) -> Result<Done, DeskError> {
    let found = write.last_handover()?.filter(|last| last.id == id && last.taken.is_none());
    let handover = found.ok_or(Refusal::HandoverGone)?;
    if !write.offers_volunteer(by)? {
        return Err(Refusal::UnknownVolunteer.into());
    }
    let deed = |of: Option<HandedId>| taken.iter().find(|(id, _)| Some(*id) == of).map(|(_, deed)| *deed);
    let mut count = (0, 0);
    for row in handover.items.iter().filter(|row| row.is_untaken()) {
        match deed(row.id) {
            Some(deed) => {
                take_row(write, row, by, deed)?;
                count.0 += 1;
            }
            None => count.1 += 1,
        }
    }
    if count.0 == 0 {
        return Err(Refusal::NothingTaken.into());
    }
    write.transfer_handover(id, by, &input::line(remark, ITEM_LENGTH))?;
    let Handover { day, part, by: from, .. } = handover;
    Ok((Op::HandoverTaken { day, part, from, by, taken: count.0, left: count.1 }, None))
}

/// Found things go to the official, what was typed for the next shift becomes items, and the list of the shift is frozen.
pub(super) fn hand_over(
    write: &Write<'_>,
    shift: &Shift,
    by: VolunteerId,
    closing: &Closing,
) -> Result<(), DeskError> {
    for id in &closing.given {
        give_found(write, *id)?;
    }
    for words in input::short_lines(&closing.note, ITEM_LENGTH) {
        let (kind, then, due) = (ItemKind::Other, String::new(), None);
        write.add_item(&NewItem { kind, words, then, owner: Some(by), due }, None)?;
    }
    Ok(write.freeze(shift, by)?)
}

/// An item that is not over, and who has it.
fn open_item(write: &Write<'_>, id: ItemId) -> Result<(ItemKind, Option<VolunteerId>), DeskError> {
    match write.item(id)? {
        Some((kind, note, owner)) if note.closed.is_none() => Ok((kind, owner)),
        _ => Err(Refusal::ItemGone.into()),
    }
}

fn clean(write: &Write<'_>, new: &NewItem) -> Result<NewItem, DeskError> {
    let words = input::line(&new.words, ITEM_LENGTH);
    if words.is_empty() || !new.kind.is_by_hand() {
        return Err(Refusal::ItemEmpty.into());
    }
    if let Some(owner) = new.owner
        && !write.offers_volunteer(owner)?
    {
        return Err(Refusal::UnknownVolunteer.into());
    }
    if new.due.is_some_and(|due| due < write.sign.day()) {
        return Err(Refusal::DayIsPast.into());
    }
    let then = input::line(&new.then, ITEM_LENGTH);
    Ok(NewItem { words, then, owner: new.owner.or(write.sign.by), ..new.clone() })
}

/// A list of items, with the visits of those that are told more of: what was missing, and why something is stuck.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Items {
    /// The handover that it was frozen as; `None` of the list as it is now.
    pub handover: Option<Handover>,
    pub rows: Vec<(Handed, Option<Card>)>,
}

impl Desk {
    /// The list as it is now: what the next shift would be handed.
    pub fn items(&self) -> Result<Items, DeskError> {
        let rows = self.store.items_now(self.now()?.day())?;
        self.told_more(None, rows)
    }

    /// A handover as it was frozen; the list as it is now when there is no such.
    pub fn handover(&self, id: HandoverId) -> Result<Items, DeskError> {
        match self.store.handover(id, self.now()?.day())? {
            Some(handover) => self.frozen(handover),
            None => self.items(),
        }
    }

    /// The handover before or after another one; before none the last one.
    pub fn handover_beside(
        &self,
        than: Option<HandoverId>,
        is_before: bool,
    ) -> Result<Option<Items>, DeskError> {
        let today = self.now()?.day();
        match self.store.handover_beside(than, is_before, today)? {
            Some(handover) => self.frozen(handover).map(Some),
            None => Ok(None),
        }
    }

    /// The handover of a shift, if it was closed.
    pub fn handover_of(&self, shift: ShiftId) -> Result<Option<Items>, DeskError> {
        match self.store.handover_of(shift)? {
            Some(id) => self.handover(id).map(Some),
            None => Ok(None),
        }
    }

    fn frozen(&self, mut handover: Handover) -> Result<Items, DeskError> {
        let rows = std::mem::take(&mut handover.items);
        self.told_more(Some(handover), rows)
    }

    fn told_more(&self, handover: Option<Handover>, rows: Vec<Handed>) -> Result<Items, DeskError> {
        let mut items = Items { handover, rows: Vec::with_capacity(rows.len()) };
        for row in rows {
            let card = match (&row.item.visit, row.item.kind) {
                (Some(visit), ItemKind::Promise | ItemKind::Stuck) => {
                    match self.store.whole_visit(visit.id)? {
                        Some(whole) => {
                            Some(Card { assists: self.store.assists_of(visit.id)?, ..Card::of(whole) })
                        }
                        None => None,
                    }
                }
                _ => None,
            };
            items.rows.push((row, card));
        }
        Ok(items)
    }
}
