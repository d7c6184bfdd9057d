//! What the file says about one day: the only ground of every number.

use super::{Assist, Day, Stage, StageKind, Stamp, Ticket, Visit, VisitId};

/// A stretch of a visit in one stage. Waits, service times and proofs follow from these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The visit.
    pub visit: VisitId,
    /// Waiting, called, serving or held.
    pub kind: StageKind,
    /// Its start.
    pub from: Stamp,
    /// Its end; `None` while it lasts.
    pub until: Option<Stamp>,
}

/// A visit as it stood at the end of the day, and what its party first asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitFact {
    /// The visit.
    pub visit: Visit,
    /// The first need, which decides under which field the visit is counted.
    pub need: Option<super::Code>,
}

impl VisitFact {
    /// Whether the number was given on an earlier day.
    pub fn is_carried_in(&self, day: Day) -> bool {
        self.visit.day < day
    }

    /// The stage at the end of `day`: a visit that ended later was still open then.
    pub fn kind_at_end_of(&self, day: Day) -> StageKind {
        match self.visit.stage {
            Stage::Done { at, .. } | Stage::Left { at, .. } if at.day() > day => StageKind::Waiting,
            stage => stage.kind(),
        }
    }
}

/// Everything the tally of one day is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The day.
    pub day: Day,
    /// The visits of the day and those carried into it.
    pub visits: Vec<VisitFact>,
    /// The periods of those visits, by visit and start.
    pub periods: Vec<Period>,
    /// What those visits were helped with; the ticked steps are left out.
    pub assists: Vec<Assist>,
    /// The last number each series gave out, from the counter that no undo turns back.
    pub drawn: Vec<Ticket>,
    /// Numbers that were given and taken back by undo, from the journal.
    pub withdrawn: Vec<Ticket>,
}
