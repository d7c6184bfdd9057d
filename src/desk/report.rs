//! The numbers of a span: its tally, with what its papers say beside it, and the visits behind a figure.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::deed::DeskError;
use super::station::Desk;
use crate::domain::facts::Facts;
use crate::domain::tally::opened::{Line, opened};
use crate::domain::tally::{Counting, Figure, LastPrint, Tally};
use crate::domain::{Catalogue, Day, Op, Report, Span, Stamp};

impl Desk {
    /// The tally of a span.
    pub fn tally(&self, span: impl Into<Span>) -> Result<Tally, DeskError> {
        let span = span.into();
        Ok(self.counted(span, self.now()?, &*self.catalogue_until(span.until)?)?.0)
    }

    /// The tally of a span, and what the file says of the span as a whole.
    fn counted(&self, span: Span, at: Stamp, catalogue: &Catalogue) -> Result<(Tally, Facts), DeskError> {
        let mut counting = Counting::of(span, catalogue);
        let facts = self.store.facts_in_pieces(span, at, |piece| counting.take(piece))?;
        Ok((counting.finish(&facts), facts))
    }

    /// The tally of a span, with everything else its papers name.
    pub fn report(&self, span: impl Into<Span>) -> Result<Report, DeskError> {
        let span = span.into();
        let at = self.now()?;
        let catalogue = self.catalogue_until(span.until)?;
        let (tally, facts) = self.counted(span, at, &catalogue)?;
        let volunteers = self.store.volunteers()?;
        Ok(Report {
            tally: tally.with_people_by_name(&volunteers),
            catalogue,
            before: if span.is_short() { None } else { Some(self.tally(span.compared_on(at.day()))?) },
            office: self.store.office()?.unwrap_or_default(),
            letterhead: self.store.letterhead()?,
            targets: self.store.targets()?,
            hamlets: self.store.hamlets()?,
            reasons: self.store.own_reasons()?,
            volunteers,
            // Read in the same moment as the numbers.
            shifts: facts.shifts,
            remark: self.store.remark(span)?,
            by: self.sign()?.by,
            at,
            sources: Vec::new(),
            reprint: None,
        })
    }

    /// The visits behind a figure of a span, in the order in which the numbers were given.
    pub fn opened(&self, span: impl Into<Span>, figure: &Figure) -> Result<Vec<Line>, DeskError> {
        let span = span.into();
        Ok(opened(figure, &self.store.facts(span, self.now()?)?, &*self.catalogue_until(span.until)?))
    }

    /// The catalogue with the names as they were last used up to the end of a day.
    pub fn catalogue_until(&self, last: Day) -> Result<Rc<Catalogue>, DeskError> {
        let catalogue = self.catalogue_now()?;
        Ok(match catalogue.as_used(&self.store.names_used_until(last)?) {
            Cow::Borrowed(_) => catalogue,
            Cow::Owned(laid) => Rc::new(laid),
        })
    }

    /// The shifts of a day as spans, in their order.
    pub fn shift_spans(&self, day: Day) -> Result<Vec<Span>, DeskError> {
        let shifts = self.store.shifts_of_day(day)?;
        Ok(shifts.iter().filter_map(|shift| Span::shift(shift, &shifts)).collect())
    }

    /// The last print of a paper about a span: `form` is the paper's name. `None` when it was never printed.
    pub fn last_print(&self, form: &str, span: Span) -> Result<Option<LastPrint>, DeskError> {
        let Some(mut last) = self.store.last_print(form, span)? else { return Ok(None) };
        for entry in self.store.corrections_since(last.first)?.into_iter().filter(|entry| !entry.is_undone) {
            let Op::Corrected { ticket, day, .. } = entry.op else { continue };
            let ended =
                self.store.visit_of(day.unwrap_or(entry.at.day()), ticket)?.map(|visit| visit.stage.since());
            if ended.is_some_and(|at| span.contains(at)) {
                last.corrections.push((entry.at, entry.op));
            }
        }
        Ok(Some(last))
    }

    /// Keeps that a paper was printed with these numbers, so that the next print of it says what changed.
    pub fn keep_printed(
        &mut self,
        form: &str,
        span: Span,
        numbers: &BTreeMap<String, i64>,
    ) -> Result<(), DeskError> {
        let sign = self.sign()?;
        Ok(self.store.keep_printed(sign, form, span, numbers)?)
    }
}
