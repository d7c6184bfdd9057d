//! The tally of a day, as the paper has it, to scroll through.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::Report;
use crate::domain::{Catalogue, Day};
use crate::papers::sheet::Sheet;
use crate::papers::text;
use crate::text::Lang;
use crate::ui::context::{Context, Request, Target};
use crate::ui::draw;
use crate::ui::keymap::Action;
use crate::ui::list::scrolled;
use crate::ui::paper;
use crate::ui::popups::Popup;
use crate::ui::theme::Meaning;

/// The state of the screen.
#[derive(Debug)]
pub struct TallyView {
    report: Report,
    /// The paper, laid out once a language: fitting it to a page takes longer than a key may.
    sheet: Sheet,
    lang: Lang,
    first: usize,
}

impl TallyView {
    /// The tally of a day.
    pub fn new(report: Report, catalogue: &Catalogue, lang: Lang) -> Self {
        Self { sheet: paper::sheet(&report, catalogue, lang), report, lang, first: 0 }
    }

    /// The day shown.
    pub fn day(&self) -> Day {
        self.report.tally.span.from
    }

    /// Takes the numbers counted anew, and stays where the reader was.
    pub(in crate::ui) fn refresh(&mut self, report: Report, ctx: &Context<'_>) {
        let is_same = report.tally == self.report.tally && report.remark == self.report.remark;
        if !is_same || ctx.lang != self.lang {
            *self = Self { first: self.first, ..Self::new(report, ctx.catalogue, ctx.lang) };
        }
    }

    fn lines(&self, width: usize) -> Vec<String> {
        text::render(&self.sheet, width).lines().map(str::to_owned).collect()
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let day = self.day();
        let page = isize::try_from(ctx.rows()).unwrap_or(0).saturating_sub(1).max(1);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -page,
            Action::PageDown => page,
            Action::Last => isize::MAX,
            Action::Left => return vec![Request::Go(Target::Tally(day.minus_days(1)))],
            Action::Right if day < ctx.model.day => {
                return vec![Request::Go(Target::Tally(day.plus_days(1)))];
            }
            Action::First if day != ctx.model.day => return vec![Request::Go(Target::Tally(ctx.model.day))],
            Action::First => isize::MIN,
            Action::Print => return vec![Request::Print(day)],
            Action::Remark => {
                let popup = Popup::remark(self.report.tally.span, &self.report.remark);
                return vec![Request::Open(Box::new(popup))];
            }
            Action::Back | Action::Tally => return vec![Request::Go(Target::Desk)],
            _ => return Vec::new(),
        };
        let count = self.lines(text_width(ctx.size.width)).len();
        self.first = scrolled(self.first, by, count, ctx.rows());
        Vec::new()
    }

    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let width = text_width(area.width);
        let lines = self.lines(width);
        // The last page stays full, however far the keys went.
        let first = self.first.min(lines.len().saturating_sub(usize::from(area.height)));
        let left = (area.width - u16::try_from(width).unwrap_or(area.width)) / 2;
        let area = Rect { x: area.x + left, width: area.width - left, ..area };
        for (row, line) in (0..area.height).zip(&lines[first..]) {
            draw::line(frame.buffer_mut(), area, row, line, ctx.style(Meaning::Plain));
        }
    }
}

/// How wide the text is drawn in a window of that width.
fn text_width(window: u16) -> usize {
    usize::from(window.saturating_sub(2)).min(96)
}
