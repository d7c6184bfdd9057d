//! What one shift leaves to the next (bàn giao): a list of items, frozen when the shift closes, said back by who takes it.
//!
//! A short fixed structure that the desk fills, the most urgent first, each item said back by the receiver, carried on until
//! somebody closes it: what is known to reduce loss at handovers (docs/domain.md, "Shifts and volunteers").

use super::coded::coded;
use super::ids::{HandedId, HandoverId, ItemId, OutageId, ShiftId, VisitId, VolunteerId};
use super::procedure::Code;
use super::reason::System;
use super::shift::ShiftPart;
use super::ticket::Ticket;
use super::time::{Agreed, Day, Stamp};
use super::{LeaveReason, StageKind};

/// The longest text of an item, in letters as a reader counts them.
pub const ITEM_LENGTH: usize = 120;

/// So many days ahead a promise is an item.
pub const PROMISED_AHEAD: u64 = 7;

coded! {
    /// What an item (mục bàn giao) is about. The desk fills in the first four.
    ItemKind {
        /// A visit that has not ended, or whose party was called today and did not come.
        Visit = "visit",
        /// A party that was told to come back on a day to come.
        Promise = "promise",
        Outage = "outage",
        /// What could not be done, and has to be chased.
        Stuck = "stuck",
        Other = "other",
        /// Things that somebody left behind (đồ bỏ quên).
        Found = "found",
        Borrowed = "borrowed",
        Supplies = "supplies",
    }
}

impl ItemKind {
    /// Whether people write such an item: what the desk cannot know.
    pub const fn is_by_hand(self) -> bool {
        matches!(self, Self::Other | Self::Found | Self::Borrowed | Self::Supplies)
    }

    /// Whether its words are nobody's business once it is over: whose things they were, or who borrowed.
    pub const fn is_of_somebody(self) -> bool {
        matches!(self, Self::Found | Self::Borrowed)
    }
}

coded! {
    /// What the receiver does next about an item that is due.
    NextDeed {
        Call = "call",
        Keep = "keep",
        Return = "return",
        Ask = "ask",
    }
}

coded! {
    /// Why an item is over.
    ItemEnd {
        Done = "done",
        /// Things were given back to whom they belong.
        Returned = "returned",
        NotNeeded = "not-needed",
        /// It was written by mistake.
        Mistake = "mistake",
    }
}

impl ItemEnd {
    /// Whether an item of a kind can be over for that reason.
    pub const fn fits(self, kind: ItemKind) -> bool {
        match self {
            Self::Returned => kind.is_of_somebody(),
            Self::Done => !kind.is_of_somebody(),
            Self::NotNeeded => true,
            Self::Mistake => kind.is_by_hand(),
        }
    }
}

/// The visit that an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemVisit {
    pub id: VisitId,
    pub day: Day,
    pub ticket: Ticket,
    /// What it is about: the thing that is not done, or what was asked for.
    pub need: Option<Code>,
    pub stage: StageKind,
    /// Why it ended unserved, if it did.
    pub left: Option<LeaveReason>,
    /// How many steps of that are ticked.
    pub steps: u8,
}

/// What stands in the file of an item that somebody has to close: written by hand, or made of a stuck case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemNote {
    pub id: ItemId,
    /// At most [`ITEM_LENGTH`] letters; empty of a stuck case, and once things of somebody are over.
    pub words: String,
    /// «nếu … thì …», at most [`ITEM_LENGTH`] letters, or empty.
    pub then: String,
    /// When found things were handed to the official: the desk never keeps them.
    pub given: Option<Stamp>,
    pub closed: Option<(Stamp, ItemEnd)>,
}

/// An item as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: ItemKind,
    pub visit: Option<ItemVisit>,
    pub outage: Option<(OutageId, System)>,
    pub note: Option<ItemNote>,
    /// Who has it: who serves or promised, who wrote it, who took it.
    pub owner: Option<VolunteerId>,
    /// By when something has to be done about it.
    pub due: Option<Agreed>,
    /// Since when it is so: since the arrival of a party that waits, else since the stage, the promise, the beginning, the
    /// writing.
    pub since: Stamp,
}

/// What makes two rows of different lists the same item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKey {
    Visit(ItemKind, VisitId),
    Outage(OutageId),
    Note(ItemId),
}

impl Item {
    pub fn key(&self) -> Option<ItemKey> {
        let of_note = || self.note.as_ref().map(|note| ItemKey::Note(note.id));
        let of_visit = || self.visit.as_ref().map(|visit| ItemKey::Visit(self.kind, visit.id));
        let of_outage = || self.outage.map(|(id, _)| ItemKey::Outage(id));
        of_visit().or_else(of_outage).or_else(of_note)
    }

    /// Whether something has to be done about it on that day at the latest.
    pub fn is_due(&self, today: Day) -> bool {
        self.due.is_some_and(|due| due.day <= today)
    }

    /// The order of a list: what is due, then what has waited longest; things that the official has come last.
    pub fn rank(&self, today: Day) -> (bool, bool, Option<Agreed>, Stamp) {
        let is_given = self.note.as_ref().is_some_and(|note| note.given.is_some());
        let due = self.due.filter(|due| due.day <= today);
        (is_given, due.is_none(), due, self.since)
    }
}

/// That somebody took an item, and what is done next about one that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    pub at: Stamp,
    pub by: VolunteerId,
    pub deed: Option<NextDeed>,
}

/// What has become of an item since it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// The visit is in another stage.
    Stage(StageKind, Stamp),
    /// The party that was promised has come.
    Back(Day, Ticket),
    /// The system works again.
    Works(Stamp),
    /// The day of the promise has passed.
    Passed,
    Closed(ItemEnd, Stamp),
    /// Nothing is stuck any more: it was set right.
    Unstuck,
}

/// A row of a list of items: of the desk as it is now, or of a handover as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Its row of the last handover; `None` of what came up since.
    pub id: Option<HandedId>,
    pub item: Item,
    pub taken: Option<Taken>,
    /// In how many shifts before nobody took it.
    pub missed: u32,
    pub became: Option<Became>,
    /// Whether nobody need take it: it is over, or a promise of another day.
    pub is_over: bool,
}

impl Handed {
    /// Whether it waits for somebody who takes it.
    pub fn is_untaken(&self) -> bool {
        self.id.is_some() && self.taken.is_none() && !self.is_over
    }
}

/// What one shift left to the next, as it was when the shift closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub id: HandoverId,
    pub shift: ShiftId,
    pub day: Day,
    pub part: ShiftPart,
    pub at: Stamp,
    /// Who gave (người giao).
    pub by: VolunteerId,
    /// When and by whom it was taken (người nhận): the moment of the transfer.
    pub taken: Option<(Stamp, VolunteerId)>,
    /// What the receiver had to remark (kiến nghị).
    pub remark: String,
    pub items: Vec<Handed>,
}

/// What of the last handover nobody has taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    pub handover: HandoverId,
    pub day: Day,
    pub part: ShiftPart,
    pub by: VolunteerId,
    /// How many items wait for somebody who takes them.
    pub untaken: u32,
    /// Whether the transfer was made: somebody took what else was on it.
    pub is_taken: bool,
}

/// An item to be written by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    pub kind: ItemKind,
    /// At most [`ITEM_LENGTH`] letters, as the next one.
    pub words: String,
    /// «nếu … thì …»; may be empty.
    pub then: String,
    pub owner: Option<VolunteerId>,
    pub due: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(due: Option<&str>, since: &str) -> Item {
        let day: Day = "2026-12-01".parse().unwrap();
        Item {
            kind: ItemKind::Other,
            visit: None,
            outage: None,
            note: None,
            owner: None,
            due: due.map(|due| Agreed::from_text(due).unwrap()),
            since: day.at_typed(since).unwrap(),
        }
    }

    #[test]
    fn what_is_due_stands_first_then_what_has_waited_longest() {
        let today: Day = "2026-12-01".parse().unwrap();
        let mut items = [
            item(None, "08:00"),
            item(Some("2026-12-03"), "07:00"),
            item(Some("2026-12-01 09:30"), "10:00"),
            item(Some("2026-11-30"), "11:00"),
            item(None, "06:00"),
        ];
        items.sort_by_key(|item| item.rank(today));
        let order: Vec<u8> = items.iter().map(|item| item.since.hour()).collect();
        assert_eq!(order, [11, 10, 6, 7, 8]);
    }

    #[test]
    fn an_item_ends_for_a_reason_that_can_be_true_of_it() {
        for kind in ItemKind::ALL {
            let fits: Vec<ItemEnd> = ItemEnd::ALL.iter().copied().filter(|end| end.fits(*kind)).collect();
            assert!(fits.len() >= 2, "{kind:?}");
            assert_eq!(fits.contains(&ItemEnd::Returned), kind.is_of_somebody(), "{kind:?}");
        }
    }
}
