//! What was done, in the past tense: what the journal holds and what undo names.

use serde::{Deserialize, Serialize};

use super::queue::{Destination, OutOfTurn};
use super::{
    Channel, CheckState, Code, Day, How, LeaveReason, Outcome, Part, Payment, Priority, ShiftPart, Span,
    StuckReason, System, Ticket, VolunteerId,
};

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
#[serde(tag = "op", rename_all = "kebab-case")]
pub enum Op {
    /// The office was set up, or its settings changed.
    OfficeSet,
    /// A volunteer joined the roster.
    VolunteerAdded {
        /// Who.
        volunteer: VolunteerId,
    },
    /// A shift was opened.
    ShiftOpened {
        /// Morning or afternoon.
        part: ShiftPart,
        /// How many are on duty.
        on_duty: usize,
    },
    /// The people on duty changed while the shift was open.
    DutyChanged {
        /// How many are on duty now.
        on_duty: usize,
    },
    /// Somebody else took the keys of a station.
    Seated {
        /// Who.
        volunteer: VolunteerId,
    },
    /// The shift was closed and handed over.
    ShiftClosed {
        /// Morning or afternoon.
        part: ShiftPart,
        /// How many visits were carried to the next shift.
        carried: usize,
        /// How many were closed with a reason.
        left: usize,
    },
    /// The words of the office's papers were changed.
    LetterheadSet,
    /// The limit of waiting was changed.
    WaitLimitSet {
        /// In minutes; 0 is no limit.
        minutes: u16,
    },
    /// The targets were changed.
    TargetsSet,
    /// The list of hamlets was changed.
    HamletsSet {
        /// How many there are now.
        hamlets: usize,
    },
    /// The list of the office's own reasons was changed.
    ReasonsSet {
        /// How many there are now.
        reasons: usize,
    },
    /// A fixed reason is no longer offered.
    ReasonHidden {
        /// Which.
        reason: StuckReason,
    },
    /// A fixed reason is offered again.
    ReasonOffered {
        /// Which.
        reason: StuckReason,
    },
    /// A system was marked as not working.
    OutageBegan {
        /// Which.
        system: System,
    },
    /// A system works again.
    OutageEnded {
        /// Which.
        system: System,
        /// How long it did not, in whole minutes.
        minutes: u32,
    },
    /// Difficulties and proposals of a span were written down.
    RemarkKept {
        /// The span.
        span: Span,
    },
    /// An entry was added to the catalogue.
    EntryAdded {
        /// Its code.
        procedure: Code,
    },
    /// An entry of the catalogue was changed.
    EntryChanged {
        /// Its code.
        procedure: Code,
    },
    /// The desk's own version of an entry was dropped; with it the entry, when it did not come with the program.
    EntryDropped {
        /// Its code.
        procedure: Code,
    },
    /// An entry was given its last day, or none.
    EntryRetired {
        /// Its code.
        procedure: Code,
        /// The last day on which it is offered; `None` when it is offered on and on again.
        last: Option<Day>,
    },
    /// An entry was given its last day and a successor.
    EntryReplaced {
        /// Its code.
        procedure: Code,
        /// The code that takes its place.
        by: Code,
        /// The last day on which it is offered.
        last: Day,
    },
    /// A local service was turned on.
    ServiceTurnedOn {
        /// Its code.
        procedure: Code,
    },
    /// A local service was turned off.
    ServiceTurnedOff {
        /// Its code.
        procedure: Code,
    },
    /// An entry was moved to another place of the catalogue.
    EntryMoved {
        /// Its code.
        procedure: Code,
    },
    /// Entries were brought in from a file.
    CatalogueImported {
        /// How many are new.
        added: usize,
        /// How many were changed or retired.
        changed: usize,
    },
    /// What is known of the person who asks was changed. What it is does not stand here: the journal is kept long.
    PersonSet {
        /// The number.
        ticket: Ticket,
    },
    /// A number was given.
    NumberGiven {
        /// The number.
        ticket: Ticket,
        /// What the party needs.
        needs: Vec<Code>,
        /// How many persons.
        persons: u8,
        /// Why it goes first, if it does.
        priority: Option<Priority>,
        /// The party was helped on the spot; `None` when it waits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_once: Option<AtOnce>,
    },
    /// Numbers that were given one after the other stand for one party: the first of them is for all.
    OneParty {
        /// The number that stays.
        ticket: Ticket,
        /// How many persons it is for now.
        persons: u8,
        /// How many numbers ended as given by mistake.
        ended: usize,
    },
    /// The note on a visit was written, changed or taken off. What it says does not stand here.
    NoteSet {
        /// The number.
        ticket: Ticket,
    },
    /// A visitor asked one short thing and took no number.
    QuestionCounted {
        /// Which one of the day it was, all stations counted.
        today: u32,
    },
    /// A party was called.
    Called {
        /// Its number.
        ticket: Ticket,
    },
    /// A party was called again.
    Recalled {
        /// Its number.
        ticket: Ticket,
        /// How often by now.
        times: u8,
    },
    /// A party was called before the others.
    CalledOutOfTurn {
        /// Its number.
        ticket: Ticket,
        /// Why.
        why: OutOfTurn,
    },
    /// A party that was called is not there, and the next one was called at once.
    NotThere {
        /// Its number.
        ticket: Ticket,
        /// The number of the next one; `None` when nobody else waited.
        next: Option<Ticket>,
    },
    /// A party whose visit had ended is here again with its number.
    CameBack {
        /// Its number.
        ticket: Ticket,
    },
    /// A party was sent to another series or station.
    Transferred {
        /// Its number.
        ticket: Ticket,
        /// Where to.
        to: Destination,
    },
    /// The rules of the queue were changed.
    QueueRulesSet,
    /// The party came, and serving began.
    Appeared {
        /// Its number.
        ticket: Ticket,
    },
    /// The visit was put aside.
    Held {
        /// Its number.
        ticket: Ticket,
    },
    /// The visit went on.
    Resumed {
        /// Its number.
        ticket: Ticket,
    },
    /// The visit went back into the queue.
    PutBack {
        /// Its number.
        ticket: Ticket,
    },
    /// The visit ended unserved.
    Left {
        /// Its number.
        ticket: Ticket,
        /// Why.
        why: LeaveReason,
    },
    /// The visit was finished.
    Finished {
        /// Its number.
        ticket: Ticket,
        /// How many things it was helped with, quantities added up.
        assists: u32,
    },
    /// The visit was finished, and the next one called at once.
    FinishedAndCalled {
        /// Its number.
        ticket: Ticket,
        /// How many things it was helped with, quantities added up.
        assists: u32,
        /// The number of the next one; `None` when nobody waited.
        next: Option<Ticket>,
    },
    /// A procedure was added to the visit.
    AssistAdded {
        /// The visit's number.
        ticket: Ticket,
        /// Which procedure.
        procedure: Code,
    },
    /// A procedure was taken off the visit.
    AssistRemoved {
        /// The visit's number.
        ticket: Ticket,
        /// Which procedure.
        procedure: Code,
    },
    /// A step was ticked.
    Ticked {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// The step, from 1 as people count.
        step: u8,
    },
    /// A tick was taken off.
    Unticked {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// The step, from 1 as people count.
        step: u8,
    },
    /// A paper or precondition was asked for, or is as if it had not been.
    CheckSet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// Paper or precondition.
        part: Part,
        /// Its place in the catalogue's list, from 1 as people count.
        place: u8,
        /// There, missing, or not asked for.
        state: Option<CheckState>,
    },
    /// The party comes back on a day.
    ComeBackSet {
        /// The visit's number.
        ticket: Ticket,
        /// For which procedure.
        procedure: Code,
        /// When.
        day: Day,
    },
    /// What was ticked at the earlier visit was taken up.
    TicksTakenUp {
        /// The visit's number.
        ticket: Ticket,
        /// How many steps.
        steps: usize,
        /// How many papers and preconditions.
        papers: usize,
    },
    /// The days on which the office works were changed.
    OfficeDaysSet {
        /// How many days off of its own it has.
        days_off: usize,
    },
    /// A quantity was set.
    QuantitySet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// How many.
        quantity: u8,
    },
    /// How it was done was set.
    HowSet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// How.
        how: How,
    },
    /// The channel was set.
    ChannelSet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// How it was filed.
        channel: Channel,
    },
    /// The payment was set.
    PaymentSet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// Online or not.
        payment: Payment,
    },
    /// An outcome was set.
    OutcomeSet {
        /// The visit's number.
        ticket: Ticket,
        /// Of which procedure.
        procedure: Code,
        /// How it ended.
        outcome: Outcome,
    },
    /// The head-count was set.
    PersonsSet {
        /// The visit's number.
        ticket: Ticket,
        /// How many persons.
        persons: u8,
    },
    /// Citizens' names were erased, because their visits had ended.
    NamesErased {
        /// How many.
        count: u32,
    },
    /// Something was undone.
    Undone {
        /// What.
        of: Box<Op>,
    },
    /// Something was redone.
    Redone {
        /// What.
        of: Box<Op>,
    },
}

impl Op {
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
            | Self::OutcomeSet { ticket, .. } => Some(*ticket),
            Self::Undone { of } | Self::Redone { of } => of.ticket(),
            _ => None,
        }
    }
}
