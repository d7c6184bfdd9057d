//! The print jobs: what was sent, where it stands, why it was not printed, and what can be done about it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::printing::{JobCard, JobId, JobState};
use crate::ui::context::{Context, Effect};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::prints::Prints;
use crate::ui::request::{ChoiceKind, Opening, Question, Request, ScreenId};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The lines below the list that tell all about the job under the cursor.
const DETAIL: u16 = 7;

#[derive(Clone, Copy, Debug, Default)]
pub struct PrintsView {
    /// The job under the cursor; `None` is the newest.
    selected: Option<JobId>,
}

impl PrintsView {
    fn at(self, prints: &Prints) -> usize {
        self.selected.and_then(|id| prints.lines.iter().position(|line| line.id == id)).unwrap_or(0)
    }

    fn line(self, prints: &Prints) -> Option<&JobCard> {
        prints.lines.get(self.at(prints))
    }
}

impl View for PrintsView {
    fn place(&self) -> Place {
        Place::Prints
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let count = ctx.prints.lines.len();
        // The job under the cursor is told in full below the list.
        let Some(by) = step(action, ctx.rows().saturating_sub(9)) else {
            return match action {
                Action::Printers => Answer::Run(Request::Go(ScreenId::Printers)),
                Action::Back | Action::Prints => Answer::Close,
                other if self.is_possible(other, ctx) => {
                    self.line(ctx.prints).map_or(Answer::Stay, |line| deed(other, line))
                }
                _ => Answer::Stay,
            };
        };
        let at = moved(self.at(ctx.prints), by, count);
        self.selected = ctx.prints.lines.get(at).map(|line| line.id);
        Answer::Stay
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let can = |what: fn(&JobCard) -> bool| self.line(ctx.prints).is_some_and(what);
        match action {
            Action::RetryPrint => can(JobCard::can_retry),
            Action::CancelPrint => can(JobCard::can_cancel),
            Action::Print | Action::ReprintAt => can(JobCard::can_reprint),
            Action::Up | Action::Down => ctx.prints.lines.len() > 1,
            other => ctx.is_possible(other),
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        (action == Action::Print).then(|| ctx.lang.key_print_again().to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
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
                let style = ctx.style(meaning(&line.state));
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
fn deed(action: Action, line: &JobCard) -> Answer {
    let ask = |question| Answer::Run(Request::Confirm(question));
    let id = line.id;
    match action {
        // A part of it may lie in the tray: nobody may print it twice without having looked.
        Action::RetryPrint if line.state.is_unclear() => ask(Question::RetryUnclear(id)),
        Action::RetryPrint => Answer::Run(Request::Ask(Effect::RetryPrint(id))),
        Action::CancelPrint => ask(Question::CancelPrint(id)),
        Action::Print => ask(Question::Reprint(id)),
        Action::ReprintAt => Answer::Run(Request::Open(Opening::Choice(ChoiceKind::ReprintAt(id)))),
        _ => Answer::Stay,
    }
}

/// A job in one line: its words, and its state at the right.
fn row_of(line: &JobCard, ctx: &Context<'_>, width: usize, is_here: bool) -> (String, String) {
    let lang = ctx.lang;
    let cursor = if is_here { ">" } else { " " };
    let when = if line.made.day() == ctx.now.day() {
        draw::pad_left(&lang.clock(line.made), 11)
    } else {
        format!("{} {}", lang.short_date(line.made.day()), lang.clock(line.made))
    };
    let state = format!("{} {}", mark(&line.state), draw::pad(lang.print_state(&line.state), 15));
    let head = format!("{cursor} {when}  ");
    let room = width.saturating_sub(draw::width(&head) + draw::width(&state) + 2);
    // The printer's name may be long; the paper's is what people look for.
    let printer = (room * 3 / 8).min(28);
    let what = draw::pad(&lang.print_name(line.kind, &line.title), room.saturating_sub(printer + 2));
    let printer = draw::pad(&lang.print_target(&line.target), printer);
    (format!("{head}{what}  {printer}  "), state)
}

fn render_detail(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, line: &JobCard) {
    let lang = ctx.lang;
    let mut column = Column::new(frame.buffer_mut(), area);
    column.line(&"─".repeat(usize::from(area.width)), ctx.style(Meaning::Frame));
    let words = lang.print_detail(
        lang.print_state(&line.state),
        &lang.print_name(line.kind, &line.title),
        &lang.print_target(&line.target),
    );
    column.paragraph(&format!("{} ", mark(&line.state)), &words, ctx.style(meaning(&line.state)));
    let reason = lang.job_reason(line);
    if !reason.is_empty() {
        column.paragraph("    ", &reason, ctx.style(Meaning::Strong));
    }
    if let Some(advice) = lang.print_advice(&line.state) {
        column.paragraph("    ", advice, ctx.style(Meaning::Plain));
    }
    if let Some(path) = &line.path {
        column.paragraph("    ", &lang.print_file(&path.display().to_string()), ctx.style(Meaning::Faint));
    }
}

const fn meaning(state: &JobState) -> Meaning {
    match state {
        JobState::Queued | JobState::Printing => Meaning::Plain,
        JobState::Waiting => Meaning::Warning,
        JobState::Done | JobState::Kept => Meaning::Good,
        JobState::Failed(_) => Meaning::Bad,
        JobState::Cancelled => Meaning::Faint,
    }
}

/// The mark before a job, for those who see no colours.
const fn mark(state: &JobState) -> &'static str {
    match state {
        JobState::Queued => "[ ]",
        JobState::Waiting => "[~]",
        JobState::Printing => "[.]",
        JobState::Done => "[+]",
        JobState::Kept => "[=]",
        JobState::Failed(fault) if fault.may_have_printed() => "[?]",
        JobState::Failed(_) => "[!]",
        JobState::Cancelled => "[-]",
    }
}
