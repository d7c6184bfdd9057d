//! A question with yes and no; and the panel for a fault in the world: what happened, what is safe, what to do.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{CatalogueEdit, Command};
use crate::domain::Refusal;
use crate::domain::printing::JobId;
use crate::ui::context::{Context, Effect};
use crate::ui::draw::{self, Column, window};
use crate::ui::handed;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// What is asked, in the figures of the moment: others go on working while it is read.
fn words(question: &Question, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    let name = |id: JobId| {
        let line = ctx.prints.line(id);
        line.map(|line| lang.print_name(line.kind, &line.title)).unwrap_or_default()
    };
    match question {
        Question::Reprint(id) => lang.reprint_question(&name(*id)),
        Question::RetryUnclear(id) => lang.retry_question(&name(*id)),
        Question::CloseShift(closing) => {
            let part = ctx.model.shift.as_ref().map_or("", |shift| lang.shift_part(shift.part));
            let is_ended = |id| {
                let estimated = closing.estimated.iter().any(|(one, _)| *one == id);
                estimated || closing.served.contains(&id) || closing.ended.iter().any(|(one, _)| *one == id)
            };
            let (ended, carried): (Vec<_>, Vec<_>) =
                ctx.model.open().map(|card| card.visit.id).partition(|id| is_ended(*id));
            let papers = lang.at_close(ctx.prints.settings.at_close);
            let question = lang.close_question(part, carried.len(), ended.len(), papers);
            match handed::found(ctx).filter(|(id, _)| !closing.given.contains(id)).count() {
                0 => question,
                left => format!("{question} {}", lang.close_found_left(left)),
            }
        }
        Question::Undo(op) | Question::UndoEntry(_, op) => {
            let what = lang.op_named(op, ctx);
            lang.undo_question(&what)
        }
        Question::Insist(_, why) => match why {
            Refusal::NumbersStopped { since } => lang.give_anyway_question(&lang.clock(*since)),
            Refusal::StationClosed { station } => lang.send_anyway_question(&station.to_string()),
            other => lang.refusal(other),
        },
        Question::Quit => lang.quit_question().to_owned(),
        Question::DropEntry(_) => lang.drop_entry_question().to_owned(),
        Question::GoBack(copy) => lang.go_back_question(&copy.display().to_string()),
        Question::RemoveAssist(id) => ctx.model.assist(*id).map_or_else(String::new, |(card, one)| {
            lang.remove_question(&ctx.short(&one.procedure), &ctx.ticket(card))
        }),
        Question::CancelPrint(id) => lang.cancel_print_question(&name(*id)),
        Question::DropWords => lang.remark_drop_question().to_owned(),
        Question::DropPin => lang.drop_pin_question().to_owned(),
        Question::RetireVolunteer(id) => lang.retire_question(ctx.model.volunteer(*id)),
        Question::MergeVolunteers { volunteer, into } => {
            lang.merge_question(ctx.model.volunteer(*volunteer), ctx.model.volunteer(*into))
        }
    }
}

/// The two answers: the harmless one first.
fn answers(question: &Question, ctx: &Context<'_>) -> (&'static str, &'static str) {
    let lang = ctx.lang;
    let yes = match question {
        Question::CloseShift(_) => lang.answer_close_shift(),
        Question::Reprint(_) | Question::RetryUnclear(_) => lang.answer_print(),
        Question::Undo(_) | Question::UndoEntry(..) => lang.answer_undo(),
        Question::Insist(_, Refusal::StationClosed { .. }) => lang.answer_send_anyway(),
        Question::Insist(..) => lang.answer_give_anyway(),
        Question::Quit => lang.answer_quit(),
        Question::GoBack(_) => lang.answer_restore(),
        Question::DropWords => lang.answer_drop(),
        Question::DropEntry(_) | Question::RemoveAssist(_) => lang.answer_remove(),
        Question::CancelPrint(_) => lang.answer_cancel(),
        Question::DropPin => lang.answer_drop_pin(),
        Question::RetireVolunteer(_) => lang.answer_retire(),
        Question::MergeVolunteers { .. } => lang.answer_merge(),
    };
    (lang.answer_no(), yes)
}

/// What a yes does.
fn deed(question: &Question) -> Request {
    match question {
        Question::CloseShift(closing) => Request::CloseAndPrint(closing.clone()),
        Question::Reprint(id) => Request::Ask(Effect::Reprint { id: *id, printer: None }),
        Question::RetryUnclear(id) => Request::Ask(Effect::RetryPrint(*id)),
        Question::Undo(_) => Request::UndoNow,
        Question::UndoEntry(entry, _) => Request::UndoEntry(*entry),
        Question::Insist(command, _) => Request::Insist((**command).clone()),
        Question::Quit => Request::Quit,
        Question::GoBack(copy) => Request::Ask(Effect::GoBack(copy.clone())),
        Question::DropWords => Request::Nothing,
        Question::RemoveAssist(id) => Request::Run(Command::RemoveAssist(*id)),
        Question::DropPin => Request::DropPin,
        Question::RetireVolunteer(id) => Request::Run(Command::RetireVolunteer(*id)),
        Question::MergeVolunteers { volunteer, into } => {
            Request::Run(Command::MergeVolunteers { volunteer: *volunteer, into: *into })
        }
        Question::CancelPrint(id) => Request::Ask(Effect::CancelPrint(*id)),
        Question::DropEntry(code) => Request::Run(Command::EditCatalogue(CatalogueEdit::Drop(code.clone()))),
    }
}

#[derive(Clone, Debug)]
pub struct Confirm {
    question: Question,
    /// The row under the cursor: the first one changes nothing, and Enter takes it.
    at: usize,
}

impl Confirm {
    /// Asks `question`.
    pub fn new(question: Question) -> Self {
        Self { question, at: 0 }
    }
}

impl View for Confirm {
    fn place(&self) -> Place {
        Place::Confirm
    }

    fn act(&mut self, action: Action, _ctx: &Context<'_>) -> Answer {
        match (action, self.at) {
            (Action::Accept, 1) | (Action::SecondAnswer, _) => Answer::Instead(deed(&self.question)),
            (Action::Up | Action::First, _) => {
                self.at = 0;
                Answer::Stay
            }
            (Action::Down | Action::Last, _) => {
                self.at = 1;
                Answer::Stay
            }
            (Action::Accept | Action::FirstAnswer | Action::Back, _) => Answer::Close,
            _ => Answer::Stay,
        }
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(words(&self.question, ctx))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let words = words(&self.question, ctx);
        let lines = draw::wrap(&words, 52).len();
        let height = u16::try_from(lines).unwrap_or(4) + 5;
        let inner = window(frame, area, ctx, ctx.lang.product(), 58, height);
        let mut column = Column::new(frame.buffer_mut(), inner.inner(Margin::new(1, 0)));
        column.paragraph("", &words, ctx.style(Meaning::Strong));
        column.gap();
        let (no, yes) = answers(&self.question, ctx);
        for (at, words) in [no, yes].into_iter().enumerate() {
            let (mark, meaning) =
                if at == self.at { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            column.line(&format!("{mark} {} {words}", at + 1), ctx.style(meaning));
        }
    }
}

/// The panel. The sentence is made where the fault happened, in the language of that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    sentence: String,
}

impl Problem {
    /// A panel with this sentence.
    pub fn new(sentence: String) -> Self {
        Self { sentence }
    }
}

impl View for Problem {
    fn place(&self) -> Place {
        Place::Problem
    }

    fn act(&mut self, _action: Action, _ctx: &Context<'_>) -> Answer {
        Answer::Close
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lines = draw::wrap(&self.sentence, 56).len();
        let height = u16::try_from(lines).unwrap_or(8) + 4;
        let inner = window(frame, area, ctx, ctx.lang.problem_title(), 62, height);
        let mut column = Column::new(frame.buffer_mut(), inner.inner(Margin::new(1, 0)));
        column.paragraph("", &self.sentence, ctx.style(Meaning::Bad));
        column.gap();
        column.line(ctx.lang.problem_close(), ctx.style(Meaning::Key));
    }
}
