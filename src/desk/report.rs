//! A span's tally with everything that its papers say beside the numbers.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Desk, DeskError};
use crate::domain::merge::Source;
use crate::domain::tally::opened::{Figure, Line, opened};
use crate::domain::tally::{LastPrint, Tally};
use crate::domain::{
    Catalogue, Day, Hamlet, Letterhead, Office, OwnReason, Remark, Shift, Span, Stamp, Targets, Volunteer,
    VolunteerId,
};

/// A span's tally, and what its papers name beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The numbers.
    pub tally: Tally,
    /// The catalogue with the names under which things were last helped with in the span: what came of an entry later
    /// alters no old paper.
    pub catalogue: Rc<Catalogue>,
    /// The numbers of the span before; `None` of a single day or shift, where they would say little.
    pub before: Option<Tally>,
    /// The office.
    pub office: Office,
    /// The words of its papers.
    pub letterhead: Letterhead,
    /// Its targets.
    pub targets: Targets,
    /// Its hamlets, for the names.
    pub hamlets: Vec<Hamlet>,
    /// Its own reasons why something could not be done, for the names.
    pub reasons: Vec<OwnReason>,
    /// The roster, for the names.
    pub volunteers: Vec<Volunteer>,
    /// The shifts of the span.
    pub shifts: Vec<Shift>,
    /// Difficulties and proposals.
    pub remark: Remark,
    /// Who is at the keys of this station, if anybody is.
    pub by: Option<VolunteerId>,
    /// When it was counted.
    pub at: Stamp,
    /// The desks whose numbers these are; none when it is this desk alone.
    pub sources: Vec<Source>,
}

impl Desk {
    /// The tally of a span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tally(&self, span: impl Into<Span>) -> Result<Tally, DeskError> {
        let span = span.into();
        Ok(Tally::count(&self.store.facts(span, self.clock.now())?, &*self.catalogue_until(span.until)?))
    }

    /// The tally of a span, with everything else its papers name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn report(&self, span: impl Into<Span>) -> Result<Report, DeskError> {
        let span = span.into();
        let at = self.clock.now();
        let facts = self.store.facts(span, at)?;
        let catalogue = self.catalogue_until(span.until)?;
        Ok(Report {
            tally: Tally::count(&facts, &catalogue),
            catalogue,
            before: if span.is_short() { None } else { Some(self.tally(span.before())?) },
            office: self.store.office()?.unwrap_or_default(),
            letterhead: self.store.letterhead()?,
            targets: self.store.targets()?,
            hamlets: self.store.hamlets()?,
            reasons: self.store.own_reasons()?,
            volunteers: self.store.volunteers()?,
            // Read in the same moment as the numbers.
            shifts: facts.shifts,
            remark: self.store.remark(span)?,
            by: self.sign()?.by,
            at,
            sources: Vec::new(),
        })
    }

    /// The visits behind a figure of a span, in the order in which the numbers were given.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn opened(&self, span: impl Into<Span>, figure: &Figure) -> Result<Vec<Line>, DeskError> {
        let span = span.into();
        Ok(opened(figure, &self.store.facts(span, self.clock.now())?, &*self.catalogue_until(span.until)?))
    }

    /// The catalogue with the names as they were last used up to the end of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue_until(&self, last: Day) -> Result<Rc<Catalogue>, DeskError> {
        let catalogue = self.catalogue_now()?;
        Ok(match catalogue.as_used(&self.store.names_used_until(last)?) {
            Cow::Borrowed(_) => catalogue,
            Cow::Owned(laid) => Rc::new(laid),
        })
    }

    /// The shifts of a day as spans, in their order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shift_spans(&self, day: Day) -> Result<Vec<Span>, DeskError> {
        let shifts = self.store.shifts_of_day(day)?;
        Ok(shifts.iter().filter_map(|shift| Span::shift(shift, &shifts)).collect())
    }

    /// The last print of a paper about a span: `form` is the paper's name. `None` when it was never printed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_print(&self, form: &str, span: Span) -> Result<Option<LastPrint>, DeskError> {
        Ok(self.store.last_print(form, span)?)
    }

    /// Keeps that a paper was printed with these numbers, so that the next print of it says what changed.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_printed(&mut self, form: &str, tally: &Tally) -> Result<(), DeskError> {
        let sign = self.sign()?;
        Ok(self.store.keep_printed(sign, form, tally.span, &tally.numbers())?)
    }
}
