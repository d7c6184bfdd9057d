//! When a rule says no: the reason, as facts. The sentence is made in `text`.

use super::coded::StageKind;
use super::flaw::FlawKind;
use super::ids::StationNo;
use super::op::Op;
use super::procedure::Code;
use super::ticket::Ticket;
use super::time::{Day, Stamp};

/// Why a command was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No shift is open.
    NoShift,
    /// The shift that was asked about is closed already.
    ShiftClosed,
    /// A shift that was forgotten cannot have ended then.
    EndOutsideShift,
    /// Somebody came or went before the shift, after now, or before having come.
    DutyOutsideShift,
    /// No numbers are given any more in this shift, unless somebody insists.
    NumbersStopped { since: Stamp },
    /// Numbers are given as ever.
    NumbersNotStopped,
    /// A shift is open already.
    ShiftOpen,
    /// A shift was opened with nobody on duty.
    NobodyOnDuty,
    /// The volunteer is not on duty in this shift.
    NotOnDuty,
    /// No number is called at this station.
    NobodyCalled,
    /// Nobody is being served at this station.
    NobodyServed,
    /// Only a number that was called or taken can go back into the queue.
    OnlyCalledGoesBack,
    /// The queue is empty.
    NobodyWaiting,
    /// This station still has a party in hand.
    StationBusy { ticket: Ticket, stage: StageKind },
    /// Another station has the party in hand.
    AtAnotherStation { ticket: Ticket, station: StationNo },
    /// Only a waiting party can be called.
    NotWaiting { ticket: Ticket, stage: StageKind },
    /// The party was not called.
    NotCalled { ticket: Ticket, stage: StageKind },
    /// The party is not being served.
    NotServing { ticket: Ticket, stage: StageKind },
    /// The party was not put aside.
    NotHeld { ticket: Ticket, stage: StageKind },
    /// Only a party that was taken from the queue can be put back.
    NotTaken { ticket: Ticket, stage: StageKind },
    /// The visit has ended.
    AlreadyEnded { ticket: Ticket, stage: StageKind },
    /// Only a visit that has ended can return.
    NotEnded { ticket: Ticket, stage: StageKind },
    /// The entry is of another day, was undone already, or is never undone.
    NotUndoable,
    /// Such a thing has no dossier that could be filed.
    NoDossier { procedure: Code },
    /// It goes on, so how it ended cannot be set right.
    StillOpen { ticket: Ticket, stage: StageKind },
    /// It was never served, so it cannot have ended as served.
    NeverServed { ticket: Ticket },
    /// A number of another day is good for that day alone.
    OfAnotherDay { ticket: Ticket, day: Day },
    /// The party was called as often as the rules allow.
    CalledEnough { ticket: Ticket, times: u8 },
    /// The party was called so short a time ago that it may still be on its way.
    CalledJustNow { ticket: Ticket, seconds: u16 },
    /// The party that the screen named is not the next one any more; who is, if anybody waits.
    NotNext { ticket: Ticket, next: Option<Ticket> },
    /// Others wait who would be called first: helping somebody at once needs a reason.
    OthersFirst { ticket: Ticket },
    /// No number was given at this station in this shift, so there is none to give again.
    NothingToRepeat,
    /// No visit of that day has that number.
    NoEarlierVisit { ticket: Ticket, day: Day },
    /// A booked time must be of today.
    BookedAnotherDay,
    /// A rule of the queue outside what can be set.
    QueueRuleOutOfRange,
    /// The visit is not in the file any more (another station took its number back).
    VisitGone,
    /// The assist is not in the file any more.
    AssistGone,
    /// A number needs at least one need.
    NoNeed,
    /// The head-count is 0 or above 99.
    PersonsOutOfRange,
    /// A target that is no share of 1–100 %.
    TargetOutOfRange,
    /// A limit of waiting is from 0 to [`LONGEST_LIMIT`](super::wait::LONGEST_LIMIT) minutes.
    WaitLimitOutOfRange,
    /// More hamlets than a commune has.
    TooManyHamlets,
    /// A hamlet that is not on the list.
    UnknownHamlet,
    /// More reasons of the office's own than can be chosen from.
    TooManyReasons,
    /// A reason that the office's list never had.
    UnknownReason,
    /// A reason that is always offered cannot be hidden: «khác», and those that the office takes off its own list.
    ReasonStays,
    /// The quantity is 0 or above 99.
    QuantityOutOfRange,
    /// What was not done was not filed in any way.
    NotDoneNotFiled { ticket: Ticket },
    /// The procedure is not in the catalogue.
    UnknownProcedure,
    /// The catalogue would be wrong.
    CatalogueFlawed(Box<FlawKind>),
    /// An entry that was helped with cannot be removed, only retired: old tallies name it.
    EntryUsed(Code),
    /// The entry is as it came with the program: there is nothing of the desk's own to drop.
    NothingOwn(Code),
    /// The entry for a need that is not known yet is always offered.
    UnknownNeedStays,
    /// Only a local service can be turned on or off.
    NotLocal(Code),
    /// The catalogue is like that already.
    CatalogueStays,
    /// The procedure has no such step.
    UnknownStep,
    /// The procedure has no such paper or precondition.
    UnknownPaper,
    /// The day to come back lies in the past.
    DayIsPast,
    /// The list of days off is longer than may be.
    TooManyDaysOff,
    /// The visit goes on with no other, or all of it was taken up.
    NothingToTakeUp,
    /// The list of places is longer than may be.
    TooManyPlaces,
    /// There is no such station.
    NoSuchStation { station: StationNo },
    /// The station is closed: nobody is sent there unless somebody insists.
    StationClosed { station: StationNo },
    /// The volunteer is not on the roster.
    UnknownVolunteer,
    /// A name that must be given is empty.
    NameMissing,
    /// The roster holds that name already.
    NameTaken,
    /// A volunteer is on duty now, and so cannot be taken off the roster.
    OnDutyNow,
    /// A volunteer cannot be merged with the same row of the roster.
    MergedWithItself,
    /// What was typed is no phone number.
    NoPhoneNumber,
    /// The series has given its last number today.
    SeriesFull,
    /// An item of a handover says nothing.
    ItemEmpty,
    /// The item is over, or was never there.
    ItemGone,
    /// What was handed over is not written anew.
    ItemHandedOver,
    /// Only who has an item closes it, or who leads the team.
    ItemOfAnother,
    /// The handover was said back by somebody else by now, or another one was written.
    HandoverGone,
    /// Nothing of a handover was ticked.
    NothingTaken,
    /// Of what is due it is said what is done next.
    DeedMissing,
    /// No visit is being served or on hold, so there is none to put aside or take up.
    NothingToHold,
    /// There is no handover before this one.
    NothingEarlier,
    /// The day or period after this one has not begun.
    NothingLater,
    /// No visit is under the cursor.
    NothingSelected,
    /// Only a leader does that, and none has said the PIN at this station.
    LeaderOnly,
    /// That is not the leaders' PIN; for so many seconds nobody may try again.
    PinWrong { seconds: i64 },
    /// A wrong PIN was typed so short a time ago that nobody may try again for so many seconds.
    PinTooSoon { seconds: i64 },
    /// A PIN has 4 to 12 digits.
    NoSuchPin,
    /// The new PIN was not typed alike twice.
    PinDiffers,
    /// The leaders have no PIN.
    NoPin,
    /// Nobody was named who sits down.
    NobodySits,
    /// Nothing to undo at this station today.
    NothingToUndo,
    /// Nothing to redo at this station today.
    NothingToRedo,
    /// What was done has been changed since, so it cannot be taken back alone.
    ChangedSince { op: Box<Op>, by: Box<Op>, station: StationNo },
}
