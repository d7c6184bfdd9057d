//! Any range of days: two dates, and what is wrong with them below.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::{input_line, window};
use crate::domain::span::SpanFlaw;
use crate::domain::{Day, Span};
use crate::text::Lang;
use crate::ui::context::{Context, Request, Target};
use crate::ui::draw::Column;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// The longest date that somebody types: `21 / 11 / 2026`.
const LONGEST: usize = 14;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    /// The field that many is no date.
    NoDate(usize),
    /// The two days are no span.
    Span(SpanFlaw),
}

/// The popup. On yes it shows the same screen about the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    target: Target,
    fields: [Field; 2],
    at: usize,
    /// Which fields still hold what the popup put in: the first letter typed takes its place.
    is_proposed: [bool; 2],
    flaw: Option<Flaw>,
}

impl Range {
    /// A range for a screen, beginning with the days of the span that it shows.
    pub fn new(target: Target, span: Span, today: Day, lang: Lang) -> Self {
        let field = |day| Field::new(LONGEST).with(&lang.date(day));
        let fields = [field(span.from), field(span.until.min(today))];
        Self { target, fields, at: 0, is_proposed: [true; 2], flaw: None }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::NextField | Action::PreviousField => self.at = 1 - self.at,
            Action::Accept => match self.span(ctx.model.day) {
                Ok(span) => return vec![Request::Close, Request::Go(self.target.of_span(span))],
                Err(flaw) => {
                    self.flaw = Some(flaw);
                    if let Flaw::NoDate(at) = flaw {
                        self.at = at;
                    }
                }
            },
            Action::Back => return vec![Request::Close],
            _ => {}
        }
        Vec::new()
    }

    fn span(&self, today: Day) -> Result<Span, Flaw> {
        let day = |at: usize| read(self.fields[at].value(), today).ok_or(Flaw::NoDate(at));
        Span::range(day(0)?, day(1)?, today).map_err(Flaw::Span)
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        if key.text().is_some() {
            self.make_room();
        }
        let taken = self.fields[self.at].press(key);
        if taken {
            self.is_proposed[self.at] = false;
            self.flaw = None;
        }
        taken
    }

    /// A proposal gives way to what is typed.
    fn make_room(&mut self) {
        if std::mem::take(&mut self.is_proposed[self.at]) {
            self.fields[self.at].clear();
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.make_room();
        self.fields[self.at].insert(text);
        self.flaw = None;
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.range_title(), 62, 10).inner(Margin::new(1, 0));
        let row = |row: u16| Rect { y: inner.y + row.min(inner.height), height: 1, ..inner };
        for (at, label) in [lang.range_from(), lang.range_until()].into_iter().enumerate() {
            let line = row(1 + u16::try_from(at).unwrap_or(0));
            input_line(frame, line, ctx, label, &self.fields[at], at == self.at);
        }
        let below = Rect { y: inner.y + 4, height: inner.height.saturating_sub(4), ..inner };
        let mut column = Column::new(frame.buffer_mut(), below);
        match self.flaw {
            None => column.paragraph("", lang.range_hint(), ctx.style(Meaning::Faint)),
            Some(Flaw::NoDate(_)) => {
                column.paragraph("[!] ", lang.flaw_date(), ctx.style(Meaning::Warning));
            }
            Some(Flaw::Span(flaw)) => {
                column.paragraph("[!] ", lang.span_flaw(flaw), ctx.style(Meaning::Warning));
            }
        }
    }
}

/// A day as people write it here; without a year, this year's.
pub(super) fn read(text: &str, today: Day) -> Option<Day> {
    Day::as_written(text, Some(today.parts().2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let today: Day = "2026-11-21".parse().unwrap();
        for (text, day) in [
            ("21/11/2026", "2026-11-21"),
            (" 1-2-2026 ", "2026-02-01"),
            ("05112026", "2026-11-05"),
            ("5.3", "2026-03-05"),
            ("29/2/2028", "2028-02-29"),
        ] {
            assert_eq!(read(text, today), Some(day.parse().unwrap()), "{text}");
        }
        for text in ["", "hôm qua", "31/2/2026", "1/1/26", "2026-11-21", "1/2/3/4", "0/1/2026", "１/１/2026"]
        {
            assert_eq!(read(text, today), None, "{text}");
        }
    }
}
