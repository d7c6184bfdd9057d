//! A span's tally with everything that its papers say beside the numbers.

use std::rc::Rc;

use super::catalogue::Catalogue;
use super::commune::{self, Commune};
use super::ids::VolunteerId;
use super::merge::Source;
use super::office::{Letterhead, Office, Remark, Targets};
use super::op::Op;
use super::person::Hamlet;
use super::reason::OwnReason;
use super::shift::{Shift, Volunteer};
use super::tally::{Change, LastPrint, Tally, changes};
use super::time::Stamp;

/// A span's tally, and what its papers name beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub tally: Tally,
    /// The catalogue with the names under which things were last helped with in the span: what came of an entry later
    /// alters no old paper.
    pub catalogue: Rc<Catalogue>,
    /// The numbers of the span before; `None` of a single day or shift, where they would say little.
    pub before: Option<Tally>,
    pub office: Office,
    pub letterhead: Letterhead,
    pub targets: Targets,
    /// Its hamlets, for the names.
    pub hamlets: Vec<Hamlet>,
    /// Its own reasons why something could not be done, for the names.
    pub reasons: Vec<OwnReason>,
    /// The roster, for the names.
    pub volunteers: Vec<Volunteer>,
    pub shifts: Vec<Shift>,
    pub remark: Remark,
    /// Who draws the paper up: the volunteer at the keys of this station.
    pub by: Option<VolunteerId>,
    /// When it was counted, which is when it is printed.
    pub at: Stamp,
    /// The desks whose numbers these are; none when it is this desk alone.
    pub sources: Vec<Source>,
    /// What a paper that is printed again says of its last print; nothing of one that was never printed.
    pub reprint: Option<Reprint>,
}

/// An earlier print of the same paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reprint {
    /// Which print this one is: 2 for the first that follows another.
    pub nth: u32,
    /// When it was printed before.
    pub last: Stamp,
    pub changes: Vec<Change>,
    /// What was corrected since the first print, each with the moment.
    pub corrections: Vec<(Stamp, Op)>,
}

impl Report {
    /// The same report, for a paper that was printed before.
    #[must_use]
    pub fn printed_again(&self, last: &LastPrint) -> Self {
        let changes = changes(&last.numbers, &self.tally.numbers());
        let corrections = last.corrections.clone();
        let reprint = Reprint { nth: last.times + 1, last: last.at, changes, corrections };
        Self { reprint: Some(reprint), ..self.clone() }
    }

    /// The commune of the office; `None` when the list of communes does not have its code.
    pub fn commune(&self) -> Option<Commune> {
        commune::of_code(&self.office.commune)
    }

    /// The name of a volunteer; `None` when the roster does not have the id.
    pub fn volunteer(&self, id: VolunteerId) -> Option<&str> {
        self.volunteers.iter().find(|one| one.id == id).map(|one| one.name.as_str())
    }
}
