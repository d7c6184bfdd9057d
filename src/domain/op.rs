//! What was done, in the past tense: what the journal holds and what undo names.

use serde::{Deserialize, Serialize};

use super::assist::{CheckList, CheckState, How, Outcome, Payment};
use super::coded::{Channel, LeaveReason, OutOfTurn, Priority};
use super::counter::Counter;
use super::handover::{ItemEnd, ItemKind};
use super::ids::{StationNo, VolunteerId};
use super::procedure::Code;
use super::reason::{OwnReason, Referral, StuckReason, System};
use super::shift::ShiftPart;
use super::span::Span;
use super::standing::Destination;
use super::ticket::Ticket;
use super::time::{Agreed, Day, Stamp};

/// How a party was helped on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtOnce {
    /// It was the next anyway.
    InTurn,
    /// Others waited who would have come first.
    OutOfTurn(OutOfTurn),
}

/// One thing that was done at the desk. Holds no personal data: a journal is kept long, a citizen's name is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// The office was set up, or its settings changed.
    OfficeSet,
    VolunteerAdded {
        volunteer: VolunteerId,
    },
    /// The name or something else of a volunteer was changed. What it is does not stand here.
    VolunteerChanged {
        volunteer: VolunteerId,
    },
    /// A volunteer is no longer offered for a shift.
    VolunteerRetired {
        volunteer: VolunteerId,
    },
    /// A volunteer is offered again.
    VolunteerBack {
        volunteer: VolunteerId,
    },
    /// Two rows of the roster were one person: what stood under the first now stands under the other.
    VolunteersMerged {
        volunteer: VolunteerId,
        into: VolunteerId,
    },
    ShiftOpened {
        part: ShiftPart,
        on_duty: usize,
    },
    DutyChanged {
        on_duty: usize,
    },
    /// From then on numbers were given only when somebody insisted.
    NumbersStopped,
    /// Numbers were given again.
    NumbersGoOn,
    /// Somebody else took the keys of a station.
    Seated {
        volunteer: VolunteerId,
    },
    /// A handover was said back: from whom, by whom, how many items were taken and how many were left.
    HandoverTaken {
        day: Day,
        part: ShiftPart,
        from: VolunteerId,
        by: VolunteerId,
        taken: usize,
        left: usize,
    },
    /// An item was written for the next shift. What it says does not stand here, as of those below.
    ItemAdded {
        kind: ItemKind,
    },
    ItemChanged {
        kind: ItemKind,
    },
    ItemClosed {
        kind: ItemKind,
        why: ItemEnd,
    },
    /// Somebody took an item.
    ItemTaken {
        kind: ItemKind,
        by: VolunteerId,
    },
    /// Found things were handed to the official.
    ItemGiven,
    ShiftClosed {
        part: ShiftPart,
        carried: usize,
        left: usize,
        /// Of how many visits it was estimated when they were done.
        #[serde(default, skip_serializing_if = "is_none")]
        guessed: usize,
        /// The end that was estimated, because nobody closed it in time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        estimated: Option<Stamp>,
    },
    LetterheadSet,
    WaitLimitSet {
        /// In minutes; 0 is no limit.
        minutes: u16,
    },
    TargetsSet,
    HamletsSet {
        hamlets: usize,
    },
    ReasonsSet {
        reasons: usize,
    },
    /// A fixed reason is no longer offered.
    ReasonHidden {
        reason: StuckReason,
    },
    /// A fixed reason is offered again.
    ReasonOffered {
        reason: StuckReason,
    },
    OutageBegan {
        system: System,
    },
    OutageEnded {
        system: System,
        /// How long it did not while a shift was open, in whole minutes.
        minutes: u32,
    },
    /// Difficulties and proposals of a span were written down.
    RemarkKept {
        span: Span,
    },
    EntryAdded {
        procedure: Code,
    },
    EntryChanged {
        procedure: Code,
    },
    /// The desk's own version of an entry was dropped; with it the entry, when it did not come with the program.
    EntryDropped {
        procedure: Code,
    },
    /// An entry was given its last day, or none.
    EntryRetired {
        procedure: Code,
        /// The last day on which it is offered; `None` when it is offered on and on again.
        last: Option<Day>,
    },
    /// An entry was given its last day and a successor.
    EntryReplaced {
        procedure: Code,
        by: Code,
        last: Day,
    },
    ServiceTurnedOn {
        procedure: Code,
    },
    ServiceTurnedOff {
        procedure: Code,
    },
    /// An entry was moved to another place of the catalogue.
    EntryMoved {
        procedure: Code,
    },
    CatalogueImported {
        added: usize,
        changed: usize,
    },
    /// What is known of the person who asks was changed. What it is does not stand here: the journal is kept long.
    PersonSet {
        ticket: Ticket,
    },
    NumberGiven {
        ticket: Ticket,
        needs: Vec<Code>,
        persons: u16,
        priority: Option<Priority>,
        /// The party was helped on the spot; `None` when it waits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_once: Option<AtOnce>,
    },
    /// Numbers that were given one after the other stand for one party: the first of them is for all.
    OneParty {
        ticket: Ticket,
        persons: u16,
        /// How many numbers ended as given by mistake.
        ended: usize,
    },
    /// The note on a visit was written, changed or taken off. What it says does not stand here.
    NoteSet {
        ticket: Ticket,
    },
    /// Something was counted without a number: somebody asked one short thing.
    Counted {
        what: Counter,
        /// Which one of the day it was, all stations counted.
        today: u32,
    },
    Called {
        ticket: Ticket,
    },
    Recalled {
        ticket: Ticket,
        times: u8,
    },
    /// A party was called before the others.
    CalledOutOfTurn {
        ticket: Ticket,
        why: OutOfTurn,
    },
    /// A party that was called is not there, and the next one was called at once.
    NotThere {
        ticket: Ticket,
        /// The number of the next one; `None` when nobody else waited.
        next: Option<Ticket>,
    },
    /// A party whose visit had ended is here again with its number.
    CameBack {
        ticket: Ticket,
    },
    /// What a station is called or calls was said.
    StationSet {
        station: StationNo,
    },
    StationOpened {
        station: StationNo,
    },
    StationClosed {
        station: StationNo,
        /// How many waited for it alone.
        waiting: usize,
    },
    /// A party was sent to another series or station.
    Transferred {
        ticket: Ticket,
        to: Destination,
    },
    QueueRulesSet,
    PlacesSet {
        places: usize,
    },
    /// The party came, and serving began.
    Appeared {
        ticket: Ticket,
    },
    /// The visit was put aside.
    Held {
        ticket: Ticket,
    },
    Resumed {
        ticket: Ticket,
    },
    /// The visit went back into the queue.
    PutBack {
        ticket: Ticket,
    },
    /// The visit ended unserved.
    Left {
        ticket: Ticket,
        why: LeaveReason,
        /// When the party is to come back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        come_back: Option<Agreed>,
    },
    /// The party left for somewhere else.
    SentOn {
        ticket: Ticket,
        to: Referral,
    },
    Finished {
        ticket: Ticket,
        /// How many things were done, whatever their quantity.
        assists: u32,
        /// Their quantities added up: copies, leaflets, signatures.
        quantity: u32,
        /// What became of the things that were not done.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        undone: Vec<Outcome>,
    },
    /// The visit was finished, and the next one called at once.
    FinishedAndCalled {
        ticket: Ticket,
        /// How many things were done, whatever their quantity.
        assists: u32,
        /// Their quantities added up: copies, leaflets, signatures.
        quantity: u32,
        /// The number of the next one; `None` when nobody waited.
        next: Option<Ticket>,
        /// What became of the things that were not done.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        undone: Vec<Outcome>,
    },
    AssistAdded {
        ticket: Ticket,
        procedure: Code,
    },
    AssistRemoved {
        ticket: Ticket,
        procedure: Code,
    },
    Ticked {
        ticket: Ticket,
        procedure: Code,
        /// The step, from 1 as people count.
        step: u8,
    },
    Unticked {
        ticket: Ticket,
        procedure: Code,
        /// The step, from 1 as people count.
        step: u8,
    },
    /// A paper or precondition was asked for, or is as if it had not been.
    CheckSet {
        ticket: Ticket,
        procedure: Code,
        part: CheckList,
        /// Its place in the catalogue's list, from 1 as people count.
        place: u8,
        state: Option<CheckState>,
    },
    ComeBackSet {
        ticket: Ticket,
        procedure: Code,
        when: Agreed,
    },
    TicksTakenUp {
        ticket: Ticket,
        steps: usize,
        papers: usize,
    },
    OfficeDaysSet {
        days_off: usize,
    },
    /// The holidays of these years were brought in.
    HolidaysTaken {
        years: Vec<i32>,
    },
    QuantitySet {
        ticket: Ticket,
        procedure: Code,
        quantity: u16,
    },
    HowSet {
        ticket: Ticket,
        procedure: Code,
        /// `None`: nobody had said it, as of the two below.
        how: Option<How>,
    },
    ChannelSet {
        ticket: Ticket,
        procedure: Code,
        channel: Option<Channel>,
    },
    PaymentSet {
        ticket: Ticket,
        procedure: Code,
        payment: Option<Payment>,
    },
    OutcomeSet {
        ticket: Ticket,
        procedure: Code,
        outcome: Outcome,
    },
    PersonsSet {
        ticket: Ticket,
        persons: u16,
    },
    PaperPrinted {
        span: Span,
    },
    /// Slips were sent to the printer again.
    SlipsSent {
        slips: usize,
    },
    /// The printer has said what became of slips.
    SlipsEnded {
        printed: usize,
        failed: usize,
    },
    /// A person said what time it is, because the PC's clock is wrong.
    TimeSaid {
        /// What the clock showed.
        shown: Stamp,
    },
    /// The PC's clock is right again, and counts by itself.
    ClockRight,
    /// The leaders have a PIN now, or another one. What it is stands nowhere.
    PinSet,
    PinDropped,
    /// A leader said the PIN at a station, and could do from then on what is a leader's.
    PinSaid,
    /// Somebody typed a wrong one.
    PinMissed,
    /// Somebody went back to a copy: what was done after its last entry is not in this file.
    WentBack {
        /// The moment of that entry; `None` of a copy in which nothing was done.
        #[serde(default)]
        last: Option<Stamp>,
    },
    /// Citizens' names were erased, because their visits had ended.
    NamesErased {
        count: u32,
    },
    /// How a visit ended was set right; `None`: its party was served.
    EndingSet {
        ticket: Ticket,
        why: Option<LeaveReason>,
    },
    /// What was recorded wrongly of a visit that has ended was set right.
    Corrected {
        ticket: Ticket,
        /// The day of its number, where it is not that of the entry.
        day: Option<Day>,
        to: Box<Op>,
        /// What stood there before, as it would be entered; `None` where nothing did.
        was: Option<Box<Op>>,
    },
    Undone {
        of: Box<Op>,
    },
    Redone {
        of: Box<Op>,
    },
}

/// By which an entry of the journal names what it holds the identity of.
pub trait Names {
    /// The short name of a procedure.
    fn procedure(&self, code: &Code) -> String;
    fn volunteer(&self, id: VolunteerId) -> String;
    /// The office's own reasons.
    fn reasons(&self) -> &[OwnReason];
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Op {
    /// Whether it is about that number, or calls it.
    pub fn concerns(&self, ticket: Ticket) -> bool {
        match self {
            Self::Undone { of } | Self::Redone { of } => of.concerns(ticket),
            _ => self.ticket() == Some(ticket) || self.called() == Some(ticket),
        }
    }

    /// Whether it is about the office, a shift or the catalogue, and not about what was done for somebody: it is not taken back
    /// by a key that was pressed once too often.
    pub const fn is_of_the_office(&self) -> bool {
        matches!(
            self,
            Self::OfficeSet
                | Self::VolunteerAdded { .. }
                | Self::VolunteerChanged { .. }
                | Self::VolunteerRetired { .. }
                | Self::VolunteerBack { .. }
                | Self::VolunteersMerged { .. }
                | Self::ShiftOpened { .. }
                | Self::DutyChanged { .. }
                | Self::NumbersStopped
                | Self::NumbersGoOn
                | Self::HandoverTaken { .. }
                | Self::ShiftClosed { .. }
                | Self::LetterheadSet
                | Self::WaitLimitSet { .. }
                | Self::TargetsSet
                | Self::HamletsSet { .. }
                | Self::ReasonsSet { .. }
                | Self::ReasonHidden { .. }
                | Self::ReasonOffered { .. }
                | Self::EntryAdded { .. }
                | Self::EntryChanged { .. }
                | Self::EntryDropped { .. }
                | Self::EntryRetired { .. }
                | Self::EntryReplaced { .. }
                | Self::ServiceTurnedOn { .. }
                | Self::ServiceTurnedOff { .. }
                | Self::EntryMoved { .. }
                | Self::CatalogueImported { .. }
                | Self::OfficeDaysSet { .. }
                | Self::HolidaysTaken { .. }
                | Self::QueueRulesSet
                | Self::PlacesSet { .. }
                | Self::StationSet { .. }
                | Self::StationOpened { .. }
                | Self::StationClosed { .. }
        )
    }

    /// The number that it calls to a station for the first time.
    pub const fn called(&self) -> Option<Ticket> {
        match self {
            Self::Called { ticket } | Self::CalledOutOfTurn { ticket, .. } => Some(*ticket),
            Self::NotThere { next, .. } | Self::FinishedAndCalled { next, .. } => *next,
            _ => None,
        }
    }

    /// The number of the visit it is about, if it is about one.
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::NumberGiven { ticket, .. }
            | Self::Called { ticket }
            | Self::Recalled { ticket, .. }
            | Self::CalledOutOfTurn { ticket, .. }
            | Self::NotThere { ticket, .. }
            | Self::CameBack { ticket }
            | Self::Transferred { ticket, .. }
            | Self::Appeared { ticket }
            | Self::Held { ticket }
            | Self::Resumed { ticket }
            | Self::PutBack { ticket }
            | Self::Left { ticket, .. }
            | Self::SentOn { ticket, .. }
            | Self::Finished { ticket, .. }
            | Self::FinishedAndCalled { ticket, .. }
            | Self::AssistAdded { ticket, .. }
            | Self::AssistRemoved { ticket, .. }
            | Self::Ticked { ticket, .. }
            | Self::Unticked { ticket, .. }
            | Self::CheckSet { ticket, .. }
            | Self::ComeBackSet { ticket, .. }
            | Self::TicksTakenUp { ticket, .. }
            | Self::QuantitySet { ticket, .. }
            | Self::HowSet { ticket, .. }
            | Self::ChannelSet { ticket, .. }
            | Self::PaymentSet { ticket, .. }
            | Self::PersonsSet { ticket, .. }
            | Self::PersonSet { ticket }
            | Self::OneParty { ticket, .. }
            | Self::NoteSet { ticket }
            | Self::EndingSet { ticket, .. }
            | Self::Corrected { ticket, .. }
            | Self::OutcomeSet { ticket, .. } => Some(*ticket),
            Self::Undone { of } | Self::Redone { of } => of.ticket(),
            _ => None,
        }
    }
}
