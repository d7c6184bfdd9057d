//! What a person wants done.

use super::catalogue::CatalogueEdit;
use crate::domain::deadline::{Holidays, OfficeDays};
use crate::domain::handover::NewItem;
use crate::domain::queue::{Destination, OutOfTurn, QueueRules};
use crate::domain::{
    Agreed, AssistId, Channel, CheckList, CheckState, Code, Counter, HandedId, HandoverId, How, ItemEnd,
    ItemId, LeaveReason, Letterhead, NextDeed, Office, Outcome, Payment, Person, Priority, Referral, Remark,
    ShiftId, ShiftPart, Span, Stamp, Station, StationNo, StuckReason, System, Targets, VisitId,
    VolunteerFacts, VolunteerId,
};

/// A number to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// What the party needs, at least one thing, each with how many of it.
    pub needs: Vec<(Code, u16)>,
    /// How many persons, 1–999.
    pub persons: u16,
    /// Why it goes first.
    pub priority: Option<Priority>,
    /// The name to call, if the citizen gave one. Erased when the shift closes.
    pub name: Option<String>,
    /// Who asks, as far as it is known.
    pub person: Person,
    /// The earlier visit that this one goes on with: the party came back.
    pub returns_of: Option<VisitId>,
    /// The time of today that was agreed with the party (giờ hẹn).
    pub booked: Option<Stamp>,
    /// What to mind when it is called, one line. Erased with the name.
    pub note: Option<String>,
}

impl NewVisit {
    /// The plain case: one person, one need.
    pub fn plain(need: Code) -> Self {
        Self {
            needs: vec![(need, 1)],
            persons: 1,
            priority: None,
            name: None,
            person: Person::default(),
            returns_of: None,
            booked: None,
            note: None,
        }
    }
}

/// Where a party is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhereTo {
    Known(Referral),
    /// A place by its name, which is remembered; an empty one is not noted.
    Named(String),
}

/// The end of a shift.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Closing {
    /// What the next shift has to know, an item a line.
    pub note: String,
    /// Open visits that end now, each with the reason. Every other open visit is carried over.
    pub ended: Vec<(VisitId, LeaveReason)>,
    /// Visits that are being served and were finished, though nobody said so.
    pub served: Vec<VisitId>,
    /// Visits that were done at these moments, which are estimates: nobody had said it, or much later.
    pub estimated: Vec<(VisitId, Stamp)>,
    /// Found things that were handed to the official.
    pub given: Vec<ItemId>,
    pub end: End,
}

/// When a shift ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum End {
    #[default]
    Now,
    /// It was forgotten: at its last deed, which is an estimate, or when somebody remembers.
    Forgotten {
        /// The shift that was asked about: another station may have closed it meanwhile.
        shift: ShiftId,
        remembered: Option<Stamp>,
    },
}

/// Everything that can be done at the desk. One command is one transaction, one journal entry, one undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// First start: the office and the first volunteers.
    SetUp {
        office: Office,
        /// At least one name.
        volunteers: Vec<String>,
    },
    /// What a station is called, where it is and which series it calls; whether it is open stays.
    SetStation(Box<Station>),
    OpenStation(StationNo),
    CloseStation(StationNo),
    /// A new volunteer on the roster.
    AddVolunteer {
        name: String,
        facts: Box<VolunteerFacts>,
    },
    /// A volunteer has another name, or something else is known. What was done stays under the same person.
    ChangeVolunteer {
        volunteer: VolunteerId,
        name: String,
        facts: Box<VolunteerFacts>,
    },
    /// A volunteer is no longer offered for shifts. What was done stays.
    RetireVolunteer(VolunteerId),
    /// A volunteer who left is offered again.
    BringBackVolunteer(VolunteerId),
    /// Two rows of the roster are one person: what the first did is the second's.
    MergeVolunteers {
        /// The row that leaves the roster.
        volunteer: VolunteerId,
        into: VolunteerId,
    },
    /// The office has another name, commune or team.
    SetOffice(Office),
    /// The words of the office's papers.
    SetLetterhead(Box<Letterhead>),
    /// How long a party may wait, in minutes; 0 is no limit.
    SetWaitLimit(u16),
    SetTargets(Targets),
    /// The days on which the office works.
    SetOfficeDays(OfficeDays),
    /// The holidays of some years, as they were announced.
    TakeHolidays(Holidays),
    /// The list of hamlets, in the order in which they are offered.
    SetHamlets(Vec<String>),
    /// The list of the office's own reasons why something could not be done, in the order in which they are offered.
    SetReasons(Vec<String>),
    /// The places of the office's own where parties are sent.
    SetPlaces(Vec<String>),
    /// One thing is done elsewhere (chuyển nơi khác).
    Refer {
        assist: AssistId,
        to: WhereTo,
    },
    /// The party leaves for somewhere else; so does what is not done of what it needs.
    SendOn {
        visit: VisitId,
        to: WhereTo,
    },
    /// A fixed reason is no longer offered.
    HideReason(StuckReason),
    /// A fixed reason is offered again.
    OfferReason(StuckReason),
    SetQueueRules(QueueRules),
    /// A system does not work; or, when it is down, it works again.
    TurnSystem(System),
    /// Difficulties and proposals of a span, for its report.
    KeepRemark {
        span: Span,
        remark: Remark,
    },
    /// Changes the desk's catalogue.
    EditCatalogue(CatalogueEdit),
    /// Opens a shift. What was handed over stays to be taken.
    OpenShift {
        part: ShiftPart,
        /// Who is on duty; the first one takes the keys of this station.
        on_duty: Vec<VolunteerId>,
    },
    /// Says a handover back: the moment of the transfer.
    TakeHandover {
        handover: HandoverId,
        /// Who takes it.
        by: VolunteerId,
        /// What is taken, each with what is done next; what is due needs that.
        taken: Vec<(HandedId, Option<NextDeed>)>,
        /// What the receiver has to remark; may be empty.
        remark: String,
    },
    /// Takes an item that stayed behind, or that somebody else has.
    TakeItem {
        handed: Option<HandedId>,
        item: Option<ItemId>,
        deed: Option<NextDeed>,
    },
    /// Writes an item for the next shift.
    AddItem(NewItem),
    /// Writes it anew, as long as it was not handed over.
    ChangeItem(ItemId, NewItem),
    CloseItem(ItemId, ItemEnd),
    /// Found things are with the official now.
    GiveItem(ItemId),
    /// Somebody comes late or goes early.
    ChangeDuty {
        /// Who is on duty from then on.
        on_duty: Vec<VolunteerId>,
        /// Since when; `None`: now.
        since: Option<Stamp>,
    },
    /// From now on a number is given only when somebody insists, to the end of the shift.
    StopNumbers,
    /// Numbers are given as ever.
    GiveNumbers,
    /// Gives a number although numbers are stopped: does the command, which gives one.
    Insist(Box<Command>),
    /// Somebody else takes the keys of this station.
    Sit {
        volunteer: VolunteerId,
    },
    TakeNumber(NewVisit),
    /// Counts one of something without a number: somebody who only asks something short.
    Count(Counter),
    /// Gives a number and helps the party on the spot, at this station.
    ServeNow {
        new: NewVisit,
        /// Why it goes before those who would have come first. Refused without one where there are such; not noted where
        /// there are none.
        why: Option<OutOfTurn>,
    },
    /// The number is for the party that has the last ones like it: the first of them is for all its persons, the others
    /// end as given by mistake.
    OneParty(NewVisit),
    /// Calls the next of the queue: who the screen named, or whoever is next.
    CallNext(Option<VisitId>),
    /// Calls a waiting party before the others.
    CallOutOfTurn {
        visit: VisitId,
        why: OutOfTurn,
    },
    /// Calls the same party again.
    Recall(VisitId),
    /// The called party is not there: the next one, please, whom the screen named.
    NextPlease(VisitId, Option<VisitId>),
    /// A party whose visit ended today is here again with its number.
    Return(VisitId),
    /// Sends a party to another series or station; it keeps its number and its place.
    Transfer {
        visit: VisitId,
        to: Destination,
    },
    /// The called party is here.
    Appear(VisitId),
    /// What is known of the person who asks.
    SetPerson {
        visit: VisitId,
        person: Person,
    },
    /// How a party is called: by which name, and what to mind; nothing takes either off.
    SetCalling {
        visit: VisitId,
        name: String,
        note: String,
    },
    /// Puts a party aside.
    Hold(VisitId),
    /// Takes a party up again.
    Resume(VisitId),
    /// Puts a party back into the queue, at its old place.
    PutBack(VisitId),
    /// The party ends its visit unserved.
    Leave {
        visit: VisitId,
        why: LeaveReason,
    },
    /// The visit ends unserved: its party comes back then.
    LeaveUntil {
        visit: VisitId,
        when: Agreed,
    },
    /// The party was helped.
    Finish(VisitId),
    /// Finishes a visit and calls the next of the queue, whom the screen named, if anybody waits.
    FinishAndCall(VisitId, Option<VisitId>),
    /// The head-count was wrong.
    SetPersons {
        visit: VisitId,
        persons: u16,
    },
    /// One more thing to help with.
    AddAssist {
        visit: VisitId,
        procedure: Code,
    },
    /// Not this thing after all.
    RemoveAssist(AssistId),
    /// Ticks a step, or takes the tick off.
    ToggleStep {
        assist: AssistId,
        /// The step, from 0.
        step: u8,
    },
    /// What was found of a paper or precondition.
    SetCheck {
        assist: AssistId,
        part: CheckList,
        /// Its place in the catalogue's list, from 0.
        place: u8,
        /// There or missing; `None` as if it had not been asked for.
        state: Option<CheckState>,
    },
    /// The party comes back then.
    ComeBack {
        assist: AssistId,
        when: Agreed,
    },
    /// Ticks what was ticked at the visit that this one goes on with.
    TakeUpTicks {
        /// The visit of today.
        visit: VisitId,
    },
    /// How many of it.
    SetQuantity {
        assist: AssistId,
        /// 1–9,999.
        quantity: u16,
    },
    /// How it was done.
    SetHow(AssistId, How),
    /// How it was filed.
    SetChannel(AssistId, Channel),
    /// Whether it was paid online.
    SetPayment(AssistId, Payment),
    SetOutcome(AssistId, Outcome),
    /// How a visit ended; `None`: its party was served. Only as a correction.
    SetEnding {
        visit: VisitId,
        why: Option<LeaveReason>,
    },
    /// Does this to a visit that has ended, of whichever day: it was recorded wrongly. Anything else refuses such a visit,
    /// as another station may have ended it while a screen still showed it.
    Correct(Box<Command>),
    /// Closes the shift and hands over.
    CloseShift(Closing),
}
