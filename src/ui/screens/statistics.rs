//! The statistics of a span: pages of pictures made of letters, read without colours too.

mod pages;
mod targets;

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::span_bar;
use crate::domain::Report;
use crate::domain::{Day, Span};
use crate::lang::Lang;
use crate::ui::chart::Line;
use crate::ui::context::Context;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::scrolled;
use crate::ui::request::ScreenId;
use crate::ui::spans::SpanChoice;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};
use crate::ui::{chart, draw};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Numbers given and visits served by hour, with the staffing beside.
    Hours,
    Week,
    Waits,
    Procedures,
    /// Why things were stuck, and the time lost to outages.
    Stuck,
    /// Targets, and the period before.
    Targets,
}

impl Page {
    const ALL: [Self; 6] =
        [Self::Hours, Self::Week, Self::Waits, Self::Procedures, Self::Stuck, Self::Targets];

    const fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::ShowHours => Self::Hours,
            Action::ShowWeek => Self::Week,
            Action::ShowWaits => Self::Waits,
            Action::ShowProcedures => Self::Procedures,
            Action::ShowStuck => Self::Stuck,
            Action::ShowTargets => Self::Targets,
            _ => return None,
        })
    }

    fn moved(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|page| *page == self).unwrap_or(0);
        let count = Self::ALL.len();
        Self::ALL[at.checked_add_signed(by).map_or(count - 1, |at| at % count)]
    }

    const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Hours => lang.page_hours(),
            Self::Week => lang.page_week(),
            Self::Waits => lang.page_waits(),
            Self::Procedures => lang.page_procedures(),
            Self::Stuck => lang.page_stuck(),
            Self::Targets => lang.page_targets(),
        }
    }
}

/// What a page is made of.
struct Source<'a> {
    report: &'a Report,
    today: Day,
    lang: Lang,
}

#[derive(Clone, Debug)]
pub struct StatisticsView {
    choice: SpanChoice,
    /// None while it is counted.
    report: Option<Rc<Report>>,
    page: Page,
    first: usize,
}

impl StatisticsView {
    /// The statistics of a span; without a report while it is counted.
    pub(in crate::ui) fn new(choice: SpanChoice, report: Option<Rc<Report>>, page: Page) -> Self {
        Self { choice, report, page, first: 0 }
    }

    pub fn span(&self) -> Span {
        self.choice.span()
    }

    pub fn page(&self) -> Page {
        self.page
    }

    /// Takes the numbers counted anew.
    pub(in crate::ui) fn refresh(&mut self, report: &Rc<Report>) {
        self.choice.set(report.tally.span);
        self.report = Some(Rc::clone(report));
    }

    fn lines(&self, ctx: &Context<'_>, width: usize) -> Vec<Line> {
        let Some(report) = &self.report else { return Vec::new() };
        let source = Source { report, today: ctx.model.day, lang: ctx.lang };
        match self.page {
            Page::Hours => pages::hours(&source, width),
            Page::Week => pages::week(&source, width),
            Page::Waits => pages::waits(&source, width),
            Page::Procedures => pages::procedures(&source, width),
            Page::Stuck => pages::stuck(&source, width),
            Page::Targets => targets::lines(&source, width),
        }
    }

    /// The names of the pages, the shown one marked; and whether there is more of it below.
    fn render_pages(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, has_more: bool) {
        let mut pieces = vec![(" ".to_owned(), Meaning::Plain)];
        for (number, page) in (1..).zip(Page::ALL) {
            let name = page.name(ctx.lang);
            if page == self.page {
                pieces.push((format!("[{number} {name}]"), Meaning::Selected));
            } else {
                pieces.push((format!(" {number} {name} "), Meaning::Plain));
            }
        }
        let pieces: Vec<_> =
            pieces.iter().map(|(text, meaning)| (text.as_str(), ctx.style(*meaning))).collect();
        let taken = draw::pieces(frame.buffer_mut(), area, 0, &pieces);
        if has_more {
            let room = area.width - taken.min(area.width);
            let area = Rect { x: area.x + area.width - room, width: room, ..area };
            let words = format!("↓ {} ", ctx.lang.scroll_more());
            let words = draw::pad_left(&words, usize::from(room));
            draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Key));
        }
    }
}

impl View for StatisticsView {
    fn place(&self) -> Place {
        Place::Statistics
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if let Some(requests) = span_bar::act(ScreenId::Statistics(self.span()), &self.choice, action, ctx) {
            return requests;
        }
        let page = match action {
            Action::PreviousPage => Some(self.page.moved(-1)),
            Action::NextPage => Some(self.page.moved(1)),
            action => Page::of(action),
        };
        if let Some(page) = page {
            self.page = page;
            self.first = 0;
            return Answer::Stay;
        }
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            Action::Back | Action::Statistics => return Answer::Close,
            _ => return Answer::Stay,
        };
        let count = self.lines(ctx, inner_width(ctx.size.width)).len();
        self.first = scrolled(self.first, by, count, ctx.rows().saturating_sub(HEAD));
        Answer::Stay
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let below = span_bar::render(frame, area, ctx, &self.choice);
        if self.report.is_none() {
            return span_bar::render_counting(frame, below, ctx);
        }
        let taken = below.height.min(2);
        let area =
            Rect { y: below.y + taken, height: below.height - taken, ..below }.inner(Margin::new(1, 0));
        let lines = self.lines(ctx, inner_width(below.width));
        let last = lines.len().saturating_sub(usize::from(area.height));
        let first = self.first.min(last);
        self.render_pages(frame, below, ctx, first < last);
        for (row, line) in (0..area.height).zip(&lines[first..]) {
            let pieces: Vec<_> =
                line.iter().map(|(text, meaning)| (text.as_str(), ctx.style(*meaning))).collect();
            draw::pieces(frame.buffer_mut(), area, row, &pieces);
        }
    }
}

/// Rows above the picture: the span, the pages, and an empty one.
const HEAD: usize = 3;

/// How wide a picture is in a window of that width: a margin at both sides.
fn inner_width(window: u16) -> usize {
    usize::from(window.saturating_sub(2))
}

/// What a page says when there is nothing to draw.
fn nothing(lang: Lang) -> Vec<Line> {
    vec![chart::words(lang.statistics_nothing(), Meaning::Plain)]
}

#[cfg(test)]
mod tests;
