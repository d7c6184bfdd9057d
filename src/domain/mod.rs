//! What is true at the desk: the rules of the queue, the visit, the checklist, the shift and the tally.
//!
//! Nothing here reads a clock, a file or a database, and nothing here is a sentence for a person.

pub mod assist;
pub mod card;
pub mod catalogue;
pub mod check;
pub(crate) mod coded;
pub mod commune;
pub mod deadline;
pub mod earlier;
pub mod facts;
pub mod find;
pub mod fold;
pub mod ids;
pub mod input;
pub mod letterhead;
pub mod letters;
pub mod mask;
pub mod merge;
pub mod office;
pub mod op;
pub mod outage;
pub mod person;
pub mod printer;
pub mod procedure;
pub mod queue;
pub mod reason;
pub mod refusal;
pub mod shift;
pub mod slip;
pub mod span;
pub mod tally;
pub mod ticket;
pub mod time;
pub mod typing;
pub mod visit;
pub mod wait;

pub use assist::{Assist, Channel, How, Outcome, Payment, Referral};
pub use catalogue::Catalogue;
pub use check::{Check, CheckState, Part};
pub use ids::{
    AssistId, EntryId, HamletId, HandoverId, OutageId, ReasonId, ShiftId, StationNo, VisitId, VolunteerId,
};
pub use letterhead::{Letterhead, Remark, Targets};
pub use letters::Letters;
pub use office::Office;
pub use op::{AtOnce, Op};
pub use outage::{Outage, System};
pub use person::{Hamlet, Person};
pub use procedure::{Code, Procedure};
pub use reason::{OwnReason, Reasons, StuckReason};
pub use refusal::Refusal;
pub use shift::{Handover, Shift, ShiftPart, Volunteer};
pub use slip::SlipState;
pub use span::{Calendar, Span, SpanKind};
pub use ticket::{Series, Ticket};
pub use time::{Day, Stamp};
pub use typing::TypingMethod;
pub use visit::{LeaveReason, Priority, Stage, StageKind, Visit};
