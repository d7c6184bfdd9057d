//! The visits behind a figure. The list names nobody.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::tally::opened::Line;
use crate::domain::tally::{Figure, Number};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved, step};
use crate::ui::screens::span_bar;
use crate::ui::theme::Meaning;

/// How many lines are shown; nobody reads more, and the sum is said above them.
const MOST: usize = 5_000;

/// A figure and the lines behind it.
#[derive(Clone, Debug)]
pub(super) struct OpenedList {
    figure: Figure,
    /// None while they are read.
    lines: Option<Vec<Line>>,
    count: usize,
    sum: u32,
    is_old: bool,
    /// The row under the cursor.
    at: usize,
}

impl OpenedList {
    pub(super) fn new(figure: Figure) -> Self {
        Self { figure, lines: None, count: 0, sum: 0, is_old: true, at: 0 }
    }

    pub(super) fn figure(&self) -> &Figure {
        &self.figure
    }

    /// The figure, while its lines are to be read.
    pub(super) fn wants(&self) -> Option<&Figure> {
        self.is_old.then_some(&self.figure)
    }

    /// The numbers have changed: the lines are read once more, and shown until then.
    pub(super) fn read_again(&mut self) {
        self.is_old = true;
    }

    pub(super) fn take(&mut self, mut lines: Vec<Line>) {
        self.count = lines.len();
        self.sum = lines.iter().map(|line| line.quantity).sum();
        lines.truncate(MOST);
        self.lines = Some(lines);
        self.is_old = false;
    }

    /// Rows of the list: its lines, and one that says that there are more.
    fn rows(&self) -> usize {
        self.lines.as_ref().map_or(0, |lines| lines.len() + usize::from(self.count > lines.len()))
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) {
        // The span and the figure have a row of their own, and one is empty.
        let rows = ctx.rows().saturating_sub(3);
        if let Some(by) = step(action, rows) {
            self.at = moved(self.at, by, self.rows());
        }
    }

    /// The number of the line under the cursor.
    pub(super) fn number(&self) -> Option<Number> {
        self.lines.as_ref()?.get(self.at).map(|line| line.number)
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, name: &str) {
        let lang = ctx.lang;
        let Some(lines) = &self.lines else { return span_bar::render_counting(frame, area, ctx) };
        let area = area.inner(Margin::new(1, 0));
        let number = super::amount(&self.figure, self.sum, lang);
        let count = lang.count(u64::try_from(self.count).unwrap_or(u64::MAX));
        let head = lang.opened_title(name, &number, &count);
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, &head, ctx.style(Meaning::Strong));
        let taken = area.height.min(2);
        let area = Rect { y: area.y + taken, height: area.height - taken, ..area };
        if lines.is_empty() {
            draw::line(buffer, area, 0, lang.opened_nothing(), ctx.style(Meaning::Plain));
        }
        let height = usize::from(area.height);
        let first = first_row(self.at, self.rows(), height);
        for (row, (at, line)) in (0..area.height).zip(lines.iter().enumerate().skip(first)) {
            let words = words(line, ctx, usize::from(area.width).saturating_sub(1));
            let (mark, meaning) =
                if at == self.at { ('>', Meaning::Selected) } else { (' ', Meaning::Plain) };
            draw::line(buffer, area, row, &format!("{mark}{words}"), ctx.style(meaning));
        }
        let drawn = lines.len().saturating_sub(first);
        if self.count > lines.len() && drawn < height {
            let more = u64::try_from(self.count - lines.len()).unwrap_or(u64::MAX);
            let row = u16::try_from(drawn).unwrap_or(u16::MAX);
            draw::line(buffer, area, row, &lang.opened_more(&lang.count(more)), ctx.style(Meaning::Faint));
        }
    }
}

/// A line: day, number, time, stage, procedure, station, and how many where it is not one.
fn words(line: &Line, ctx: &Context<'_>, width: usize) -> String {
    let lang = ctx.lang;
    let time = line.arrived.map_or_else(String::new, |at| lang.clock(at));
    let stage = line.stage.map_or_else(|| lang.opened_no_visit(), |stage| lang.stage(stage));
    let procedure = line.procedure.as_ref().map_or_else(String::new, |code| ctx.short(code));
    let station =
        line.station.map_or_else(String::new, |station| lang.at_station_short(&station.to_string()));
    let quantity = if line.quantity == 1 { String::new() } else { format!("x{}", line.quantity) };
    let head = format!(
        "{}  {}  {}  {}",
        lang.date(line.number.day),
        draw::pad(&line.number.ticket.to_string(), 6),
        draw::pad(&time, 5),
        draw::pad(stage, 13)
    );
    let tail = format!("{} {}", draw::pad(&station, 4), draw::pad_left(&quantity, 4.max(quantity.len())));
    let room = width.saturating_sub(draw::width(&head) + draw::width(&tail) + 2);
    format!("{head} {} {tail}", draw::pad(&procedure, room))
}
