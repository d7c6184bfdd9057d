//! What is true at the desk: the rules of the queue, the visit, the checklist, the shift and the tally.
//!
//! Nothing here reads a clock, a file or a database, and nothing here is a sentence for a person.

pub mod assist;
pub mod backup;
pub mod card;
pub mod catalogue;
pub mod clock;
pub(crate) mod coded;
pub mod commune;
pub mod counter;
pub mod deadline;
mod digits;
pub mod earlier;
pub mod facts;
pub mod find;
mod flaw;
pub mod fold;
pub mod full_name;
pub mod handover;
pub mod hours;
pub mod ids;
pub mod input;
pub mod mask;
pub mod merge;
pub mod office;
pub mod op;
pub mod person;
pub mod pin;
pub mod printer;
pub mod printing;
pub mod procedure;
pub mod queue;
pub mod reason;
pub mod refusal;
pub mod report;
pub mod roster;
pub mod shift;
pub mod slip_number;
pub mod span;
mod standing;
pub mod station;
mod stretches;
pub mod tally;
pub mod ticket;
pub mod time;
pub mod trouble;
pub mod typing;
pub mod visit;
pub mod wait;
pub mod waited;

pub use assist::{Assist, CheckList, CheckState, How, Outcome, Payment};
pub use catalogue::Catalogue;
pub use coded::{Channel, LeaveReason, Priority, StageKind};
pub use counter::{Counter, Counts};
pub use handover::{Handed, Handover, ItemEnd, ItemKind, NextDeed};
pub use ids::{
    AssistId, EntryId, HamletId, HandedId, HandoverId, ItemId, OutageId, ReasonId, ShiftId, StationNo,
    VisitId, VolunteerId,
};
pub use office::{Letterhead, Office, Remark, Targets};
pub use op::{AtOnce, Op};
pub use person::{Hamlet, Person};
pub use procedure::{Code, Procedure};
pub use reason::{Outage, OwnReason, Reasons, Referral, StuckReason, System};
pub use refusal::Refusal;
pub use report::{Report, Reprint};
pub use roster::{PhoneNumber, TeamRole, VolunteerFacts};
pub use shift::{Duty, Shift, ShiftPart, Sitting, Volunteer};
pub use slip_number::SlipNumber;
pub use span::{Calendar, Span, SpanKind};
pub use station::{Station, Stations};
pub use ticket::{Series, SlipState, Ticket};
pub use time::{Agreed, Day, Stamp};
pub use typing::TypingMethod;
pub use visit::{Stage, Visit};
