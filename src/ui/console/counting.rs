//! Counting the spans that screens show: at once when it takes no time, after the screen has said so when it does.

use std::rc::Rc;

use super::Console;
use crate::desk::DeskError;
use crate::domain::Report;
use crate::domain::tally::Figure;
use crate::domain::{Day, Span, SpanKind, Stamp};
use crate::ui::keymap::Place;
use crate::ui::screens::Screen;
use crate::ui::spans::{self, SpanChoice};

/// A longer span is counted only after the screen has said «Đang tính…»: a year of a busy office takes up to a second.
const MOST_DAYS_AT_ONCE: i64 = 31;

/// While others work, the figures of a long span stay for so many seconds: they would be counted every second, and
/// nobody sees a year change by the minute.
const REST: i64 = 60;

/// How many days around a shift its neighbours are looked for in.
const DAYS_AROUND: u64 = 7;

/// What has been counted, and what is still to be.
#[derive(Debug)]
pub(super) struct Counts {
    at_hand: Option<Rc<Report>>,
    /// The file changed since, and the figures are let stand for a while.
    is_old: bool,
    owes: bool,
    /// The day that stays in mind while the kinds of spans are gone through.
    anchor: Day,
}

fn is_long(span: Span) -> bool {
    span.days() > MOST_DAYS_AT_ONCE
}

impl Counts {
    pub(super) fn new(anchor: Day) -> Self {
        Self { at_hand: None, is_old: false, owes: false, anchor }
    }

    /// Whether a count is owed to the screen.
    pub(super) fn owes(&self) -> bool {
        self.owes
    }

    /// This station changed the file: its own deed must be seen.
    pub(super) fn forget(&mut self) {
        self.at_hand = None;
        self.is_old = false;
    }

    /// Another station changed the file, or a new day began.
    pub(super) fn file_changed(&mut self, now: Stamp) {
        self.is_old = true;
        self.grow_old(now);
    }

    /// Forgets figures that have stood long enough; says whether it did.
    pub(super) fn grow_old(&mut self, now: Stamp) -> bool {
        let rests = self
            .at_hand
            .as_ref()
            .is_some_and(|report| is_long(report.tally.span) && now.seconds_since(report.at) < REST);
        let forgets = self.is_old && !rests;
        if forgets {
            self.forget();
        }
        forgets
    }
}

impl Console {
    /// The span that the screen is about; today's for a screen that is about none.
    pub(super) fn span_in_mind(&self) -> Span {
        self.span_shown().unwrap_or(Span::day(self.world.model.day))
    }

    fn span_shown(&self) -> Option<Span> {
        match self.stack.screen() {
            Screen::Tally(view) => Some(view.span()),
            Screen::Figures(view) => Some(view.span()),
            Screen::Statistics(view) => Some(view.span()),
            _ => None,
        }
    }

    /// Everything a screen about a span begins with; no report when that is still to be counted.
    pub(super) fn choose(&mut self, span: Span) -> Result<(SpanChoice, Option<Rc<Report>>), DeskError> {
        let today = self.world.model.day;
        let span = self.as_it_is(span)?;
        self.counts.owes = false;
        self.counts.anchor = spans::anchor(span, self.counts.anchor, today);
        let around = if span.kind == SpanKind::Shift { DAYS_AROUND } else { 0 };
        let first = self.counts.anchor.minus_days(around);
        let mut shifts = Vec::new();
        for day in (0..=2 * around).map(|days| first.plus_days(days)).filter(|day| *day <= today) {
            shifts.extend(self.desk.shift_spans(day)?);
        }
        let report = self.counted(span)?;
        Ok((SpanChoice::new(span, self.counts.anchor, shifts), report))
    }

    /// The span with its times as the file has them now: a shift may have been closed, or its opening undone.
    fn as_it_is(&self, span: Span) -> Result<Span, DeskError> {
        let Some(shift) = span.shift else { return Ok(span) };
        let shifts = self.desk.shift_spans(span.from)?;
        let now = shifts.into_iter().find(|one| one.shift.is_some_and(|times| times.id == shift.id));
        Ok(now.unwrap_or(Span::day(span.from)))
    }

    /// The figures of a span, if they are at hand or quickly counted; else the count is owed.
    fn counted(&mut self, span: Span) -> Result<Option<Rc<Report>>, DeskError> {
        if let Some(report) = self.counts.at_hand.as_ref().filter(|report| report.tally.span == span) {
            return Ok(Some(Rc::clone(report)));
        }
        if is_long(span) {
            self.counts.owes = true;
            return Ok(None);
        }
        self.count(span).map(Some)
    }

    fn count(&mut self, span: Span) -> Result<Rc<Report>, DeskError> {
        let report = Rc::new(self.desk.report(span)?);
        self.counts.is_old = false;
        self.counts.at_hand = Some(Rc::clone(&report));
        Ok(report)
    }

    /// Brings the figures on the screen in step with the file.
    pub(super) fn settle_figures(&mut self) {
        let Some(span) = self.span_shown() else {
            self.counts.owes = false;
            return;
        };
        match self.as_it_is(span).and_then(|span| self.counted(span)) {
            Ok(Some(report)) => self.show(&report),
            Ok(None) => {}
            Err(error) => self.fault(&error),
        }
        self.read_opened();
    }

    /// Does the count that is owed.
    pub(super) fn pay(&mut self) {
        if !std::mem::take(&mut self.counts.owes) {
            return;
        }
        let Some(span) = self.span_shown() else { return };
        let at_hand = self.counts.at_hand.clone().filter(|report| report.tally.span == span);
        match at_hand.map_or_else(|| self.count(span), Ok) {
            Ok(report) => self.show(&report),
            Err(error) => return self.fault(&error),
        }
        self.open_now(span);
    }

    fn show(&mut self, report: &Rc<Report>) {
        let ctx = &self.world.context(Place::Tally);
        match self.stack.screen_mut() {
            Screen::Tally(view) => view.refresh(report, ctx),
            Screen::Figures(view) => view.refresh(report, ctx),
            Screen::Statistics(view) => view.refresh(report),
            _ => {}
        }
    }

    /// Lists the visits behind a figure.
    pub(super) fn look_into(&mut self, figure: Figure) {
        if let Screen::Figures(view) = self.stack.screen_mut() {
            view.open(figure);
        }
        self.read_opened();
    }

    /// Reads the list that the screen waits for, or owes it.
    fn read_opened(&mut self) {
        let Screen::Figures(view) = self.stack.screen() else { return };
        if view.wants().is_none() {
            return;
        }
        let span = view.span();
        if is_long(span) {
            self.counts.owes = true;
        } else {
            self.open_now(span);
        }
    }

    fn open_now(&mut self, span: Span) {
        let Screen::Figures(view) = self.stack.screen_mut() else { return };
        let Some(figure) = view.wants() else { return };
        match self.desk.opened(span, figure) {
            Ok(lines) => view.take(lines),
            Err(error) => {
                view.close();
                self.fault(&error);
            }
        }
    }
}
