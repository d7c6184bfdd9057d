//! The figures of a span, to open one to the visits behind it.

mod opened;

use std::rc::Rc;

use opened::OpenedList;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::span_bar;
use crate::domain::tally::Figure;
use crate::domain::tally::opened::Line;
use crate::domain::{Day, Report, Span, Ticket};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::filter::Filter;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::spans::SpanChoice;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How wide the column of numbers is, with the unit: `500.000 người`.
const NUMBERS: usize = 16;

#[derive(Clone, Debug)]
pub struct FiguresView {
    choice: SpanChoice,
    /// None while they are counted.
    report: Option<Rc<Report>>,
    filter: Filter,
    opened: Option<OpenedList>,
}

/// A figure by name.
struct Row {
    figure: Figure,
    words: String,
    number: String,
}

/// The number of a figure, with what it counts.
fn amount(figure: &Figure, number: u32, lang: Lang) -> String {
    let number = lang.count(number);
    figure.measure().map_or_else(|| number.clone(), |measure| lang.amount(measure, &number))
}

impl FiguresView {
    /// The figures of a span; without a report while it is counted.
    pub(in crate::ui) fn new(choice: SpanChoice, report: Option<Rc<Report>>) -> Self {
        Self { choice, report, filter: Filter::default(), opened: None }
    }

    pub fn span(&self) -> Span {
        self.choice.span()
    }

    fn rows(&self, ctx: &Context<'_>) -> Vec<Row> {
        let Some(report) = &self.report else { return Vec::new() };
        let figures = report.tally.openable().into_iter();
        figures
            .map(|(figure, number)| Row {
                words: ctx.lang.sentence(&ctx.lang.figure_name(&figure, report)),
                number: amount(&figure, number, ctx.lang),
                figure,
            })
            .filter(|row| self.filter.fits(&format!("{} {}", row.words, row.number)))
            .collect()
    }

    /// Takes the numbers counted anew; the cursor stays on its figure, and an open list is read again.
    pub(in crate::ui) fn refresh(&mut self, report: &Rc<Report>, ctx: &Context<'_>) {
        self.choice.set(report.tally.span);
        if self.report.as_ref().is_some_and(|shown| shown.tally == report.tally) {
            return;
        }
        let at = self.filter.at();
        let selected = self.rows(ctx).into_iter().nth(at).map(|row| row.figure);
        self.report = Some(Rc::clone(report));
        if let Some(selected) = selected {
            let found = self.rows(ctx).iter().position(|row| row.figure == selected);
            self.filter.start_at(found.unwrap_or(0));
        }
        if let Some(list) = &mut self.opened {
            list.read_again();
        }
    }

    /// Opens a figure; its visits are still to be read.
    pub(in crate::ui) fn open(&mut self, figure: Figure) {
        self.opened = Some(OpenedList::new(figure));
    }

    /// The figure whose visits are still to be read.
    pub(in crate::ui) fn wants(&self) -> Option<&Figure> {
        self.opened.as_ref().and_then(OpenedList::wants)
    }

    /// Takes the visits behind the open figure.
    pub(in crate::ui) fn take(&mut self, lines: Vec<Line>) {
        if let Some(list) = &mut self.opened {
            list.take(lines);
        }
    }

    /// Closes the open figure.
    pub(in crate::ui) fn close(&mut self) {
        self.opened = None;
    }
}

impl View for FiguresView {
    fn place(&self) -> Place {
        if self.opened.is_some() { Place::Opened } else { Place::Figures }
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if let Some(list) = &mut self.opened {
            let about = |request: fn(Day, Ticket) -> Request| {
                Answer::of(list.number().map(|number| request(number.day, number.ticket)))
            };
            match action {
                Action::Back => self.opened = None,
                Action::Correct => return about(Request::Correct),
                Action::Life => return about(Request::Life),
                action => list.act(action, ctx),
            }
            return Answer::Stay;
        }
        let mut rows = self.rows(ctx);
        let at = self.filter.at();
        match action {
            Action::Accept if at < rows.len() => {
                return Answer::Run(Request::LookInto(rows.swap_remove(at).figure));
            }
            Action::Back => return Answer::Close,
            action => self.filter.step(action, rows.len()),
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.opened.is_none() && self.filter.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        if self.opened.is_none() {
            self.filter.paste(text);
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let Some(report) = &self.report else {
            let area = span_bar::render(frame, area, ctx, &self.choice);
            return span_bar::render_counting(frame, area, ctx);
        };
        let title = format!(" {}", lang.figures_of(&lang.span(self.span())));
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let taken = area.height.min(1);
        let below = Rect { y: area.y + taken, height: area.height - taken, ..area };
        if let Some(list) = &self.opened {
            let name = lang.sentence(&lang.figure_name(list.figure(), report));
            // The names of the span, not those of today.
            let ctx = Context { catalogue: &report.catalogue, ..*ctx };
            return list.render(frame, below, &ctx, &name);
        }
        let room = usize::from(area.width).saturating_sub(NUMBERS + 6);
        let words: Vec<String> = self
            .rows(ctx)
            .iter()
            .map(|row| format!("{} {}", draw::pad(&row.words, room), draw::pad_left(&row.number, NUMBERS)))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.filter.render(frame, below, ctx, &words);
    }
}
