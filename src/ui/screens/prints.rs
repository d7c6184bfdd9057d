//! The print jobs: what was sent, where it stands, why it was not printed, and what can be done about it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::ui::context::{Context, Effect, Request, Target};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved, step};
use crate::ui::popups::{Choice, ChoiceKind, Confirm, Popup, Question};
use crate::ui::prints::{PrintLine, PrintState, Prints};
use crate::ui::theme::Meaning;

/// The lines below the list that tell all about the job under the cursor.
const DETAIL: u16 = 7;

/// The state of the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct PrintsView {
    /// The job under the cursor; `None` is the newest.
    selected: Option<u64>,
}

impl PrintsView {
    fn at(self, prints: &Prints) -> usize {
        self.selected.and_then(|id| prints.lines.iter().position(|line| line.id == id)).unwrap_or(0)
    }

    fn line(self, prints: &Prints) -> Option<&PrintLine> {
        prints.lines.get(self.at(prints))
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let count = ctx.prints.lines.len();
        // The job under the cursor is told in full below the list.
        let Some(by) = step(action, ctx.rows().saturating_sub(9)) else {
            return match action {
                Action::Printers => vec![Request::Go(Target::Printers)],
                Action::Back | Action::Prints => vec![Request::Go(Target::Desk)],
                other if self.is_possible(other, ctx.prints) => {
                    self.line(ctx.prints).map(|line| deed(other, line)).unwrap_or_default()
                }
                _ => Vec::new(),
            };
        };
        let at = moved(self.at(ctx.prints), by, count);
        self.selected = ctx.prints.lines.get(at).map(|line| line.id);
        Vec::new()
    }

    /// Whether a key would do something now: only then the footer shows it.
    pub(in crate::ui) fn is_possible(self, action: Action, prints: &Prints) -> bool {
        let can = |what: fn(&PrintLine) -> bool| self.line(prints).is_some_and(what);
        match action {
            Action::RetryPrint => can(|line| line.can_retry),
            Action::CancelPrint => can(|line| line.can_cancel),
            Action::Reprint | Action::ReprintAt => can(|line| line.can_reprint),
            Action::Up | Action::Down => prints.lines.len() > 1,
            _ => true,
        }
    }

    pub(in crate::ui) fn render(self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, lang.prints_title(), ctx.style(Meaning::Heading));
        if ctx.prints.lines.is_empty() {
            draw::line(buffer, area, 2, lang.prints_empty(), ctx.style(Meaning::Plain));
            return;
        }
        let below = DETAIL.min(area.height / 2);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + below), ..area };
        let at = self.at(ctx.prints);
        let first = first_row(at, ctx.prints.lines.len(), usize::from(list.height));
        for (row, (number, line)) in (0..list.height).zip(ctx.prints.lines.iter().enumerate().skip(first)) {
            let is_here = number == at;
            let (words, state) = row_of(line, ctx, usize::from(list.width), is_here);
            if is_here {
                draw::line(buffer, list, row, &format!("{words}{state}"), ctx.style(Meaning::Selected));
            } else {
                let style = ctx.style(meaning(line.state));
                draw::pieces(buffer, list, row, &[(&words, ctx.style(Meaning::Plain)), (&state, style)]);
            }
        }
        let detail = Rect { y: list.y + list.height, height: below, ..area };
        if let Some(line) = self.line(ctx.prints) {
            render_detail(frame, detail, ctx, line);
        }
    }
}

/// What a key does to a job, which is possible.
fn deed(action: Action, line: &PrintLine) -> Vec<Request> {
    let ask = |question, effect| {
        let confirm = Confirm::new(question, Request::Ask(effect));
        vec![Request::Open(Box::new(Popup::Confirm(confirm)))]
    };
    let id = line.id;
    match action {
        // A part of it may lie in the tray: nobody may print it twice without having looked.
        Action::RetryPrint if line.state == PrintState::Unclear => {
            ask(Question::RetryUnclear(id), Effect::RetryPrint(id))
        }
        Action::RetryPrint => vec![Request::Ask(Effect::RetryPrint(id))],
        Action::CancelPrint => vec![Request::Ask(Effect::CancelPrint(id))],
        Action::Reprint => ask(Question::Reprint(id), Effect::Reprint { id, printer: None }),
        Action::ReprintAt => {
            let choice = Choice::new(ChoiceKind::ReprintAt(id));
            vec![Request::Ask(Effect::AskPrinters), Request::Open(Box::new(Popup::Choice(choice)))]
        }
        _ => Vec::new(),
    }
}

/// A job in one line: its words, and its state at the right.
fn row_of(line: &PrintLine, ctx: &Context<'_>, width: usize, is_here: bool) -> (String, String) {
    let lang = ctx.lang;
    let cursor = if is_here { ">" } else { " " };
    let when = if line.made.day() == ctx.now.day() {
        draw::pad_left(&lang.clock(line.made), 11)
    } else {
        format!("{} {}", lang.short_date(line.made.day()), lang.clock(line.made))
    };
    let state = format!("{} {}", line.state.mark(), draw::pad(lang.print_state(line.state), 15));
    let head = format!("{cursor} {when}  ");
    let room = width.saturating_sub(draw::width(&head) + draw::width(&state) + 2);
    // The printer's name may be long; the paper's is what people look for.
    let printer = (room * 3 / 8).min(28);
    let what = draw::pad(&lang.print_name(line.kind, &line.title), room.saturating_sub(printer + 2));
    let printer = draw::pad(&lang.print_target(&line.printer), printer);
    (format!("{head}{what}  {printer}  "), state)
}

fn render_detail(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, line: &PrintLine) {
    let lang = ctx.lang;
    let mut column = Column::new(frame.buffer_mut(), area);
    column.line(&"─".repeat(usize::from(area.width)), ctx.style(Meaning::Frame));
    let words = lang.print_detail(
        lang.print_state(line.state),
        &lang.print_name(line.kind, &line.title),
        &lang.print_target(&line.printer),
    );
    column.paragraph(&format!("{} ", line.state.mark()), &words, ctx.style(meaning(line.state)));
    let reason = lang.pick(&line.reason);
    if !reason.is_empty() {
        column.paragraph("    ", reason, ctx.style(Meaning::Strong));
    }
    if let Some(advice) = lang.print_advice(line.state) {
        column.paragraph("    ", advice, ctx.style(Meaning::Plain));
    }
    if let Some(path) = &line.path {
        column.paragraph("    ", &lang.print_file(path), ctx.style(Meaning::Faint));
    }
}

const fn meaning(state: PrintState) -> Meaning {
    match state {
        PrintState::Queued | PrintState::Printing => Meaning::Plain,
        PrintState::Waiting => Meaning::Warning,
        PrintState::Done | PrintState::Kept => Meaning::Good,
        PrintState::Failed | PrintState::Unclear => Meaning::Bad,
        PrintState::Cancelled => Meaning::Faint,
    }
}
