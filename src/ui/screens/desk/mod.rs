//! The desk: the queue on the left, the visit on the right, today in figures on top.

mod called;
mod figures;
mod guide;
mod preview;
mod queue;
mod serving;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

pub use serving::Line;

use crate::desk::{Card, Command, Model};
use crate::domain::{AssistId, Refusal, Stage, StageKind, VisitId};
use crate::ui::context::{Context, Request, Target};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::popups::{Choice, ChoiceKind, Guide, NoteForm, Popup, WhoAsks, Why};
use crate::ui::theme::Meaning;

/// Which side has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Pane {
    #[default]
    Queue,
    Visit,
}

/// The state of the desk's screen: where the cursors are, remembered by identity.
#[derive(Clone, Debug, Default)]
pub struct DeskView {
    pane: Pane,
    selected: Option<VisitId>,
    line: Option<Line>,
    serving: Option<VisitId>,
    newest: Option<AssistId>,
}

impl DeskView {
    /// Where keys go.
    pub fn place(&self) -> Place {
        match self.pane {
            Pane::Queue => Place::Queue,
            Pane::Visit => Place::Visit,
        }
    }

    /// Follows the model: a visit that begins to be served takes the keys, and when it ends the queue has them back.
    pub fn settle(&mut self, ctx: &Context<'_>) {
        let serving = serving_here(ctx.model).map(|card| card.visit.id);
        if serving != self.serving {
            self.serving = serving;
            self.pane = if serving.is_some() { Pane::Visit } else { Pane::Queue };
            self.line = None;
            self.selected = None;
            self.newest = None;
        }
        if self.selected.is_some_and(|id| ctx.model.card(id).is_none_or(|card| !is_listed(card))) {
            self.selected = None;
        }
        // The cursor may have stood on an assist that was taken off.
        let lines = lines(ctx);
        let newest = lines.iter().filter_map(|line| line.assist()).max();
        if self.newest.is_some() && newest > self.newest {
            // What was just added is what is worked on next.
            let of_newest: Vec<Line> = lines.iter().filter(|line| line.assist() == newest).copied().collect();
            self.line = serving::first_step(&of_newest);
        }
        self.newest = self.newest.max(newest);
        if self.line.is_none_or(|line| !lines.contains(&line)) {
            self.line = serving::first_step(&lines);
        }
    }

    /// Puts the queue's cursor on a visit and gives the queue the keys.
    pub fn go_to(&mut self, visit: VisitId) {
        self.pane = Pane::Queue;
        self.selected = Some(visit);
    }

    /// What a key does here.
    pub fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let model = ctx.model;
        let run = |command| vec![Request::Run(command)];
        let in_hand = model.in_hand();
        match action {
            Action::TakeNumber => vec![Request::Open(Box::new(Popup::intake()))],
            Action::CountQuestion => run(Command::CountQuestion),
            Action::RepeatIntake => vec![Request::RepeatIntake],
            Action::CallNext => run(Command::CallNext),
            // Whoever was called here is meant, wherever the cursor stands.
            Action::Recall => match in_hand.or_else(|| self.target(model)) {
                Some(card) => run(Command::Recall(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::Finish => match in_hand {
                Some(card) => run(Command::Finish(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingToHold)],
            },
            Action::FinishAndCall => match in_hand {
                Some(card) => run(Command::FinishAndCall(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingToHold)],
            },
            Action::HoldOrResume => self.hold_or_resume(model),
            Action::PutBack => match self.target(model) {
                Some(card) => run(Command::PutBack(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::NextPlease => match in_hand {
                Some(card) => run(Command::NextPlease(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::CallOutOfTurn => {
                self.choose(model, |card| Choice::new(ChoiceKind::OutOfTurn(card.visit.id)))
            }
            Action::Transfer => self.choose(model, |card| Choice::new(ChoiceKind::Transfer(card.visit.id))),
            Action::Missed => choice(ChoiceKind::Missed),
            Action::Explain => match self.waiting(model) {
                Some(card) => vec![Request::Open(Box::new(Popup::Why(Why::new(card.visit.id))))],
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::Leave => self.choose(model, |card| Choice::new(ChoiceKind::Leave(card.visit.id))),
            Action::Persons => self.choose(model, |card| {
                let now = usize::from(card.visit.persons).saturating_sub(1);
                Choice::new(ChoiceKind::Persons(card.visit.id)).starting_at(now)
            }),
            Action::WhoAsks => match self.target(model) {
                Some(card) => vec![Request::Open(Box::new(Popup::WhoAsks(WhoAsks::new(card))))],
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::Note => match self.target(model) {
                Some(card) => vec![Request::Open(Box::new(Popup::Note(NoteForm::new(card))))],
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::AddProcedure => match in_hand {
                Some(card) => choice(ChoiceKind::AddAssist(card.visit.id)),
                None => vec![Request::Refuse(Refusal::NothingToHold)],
            },
            Action::PrintTicket => vec![Request::PrintTicket(self.with_cursor(model))],
            Action::Guide => match self.target(model) {
                Some(card) => {
                    let assist =
                        if self.pane == Pane::Visit { self.line.and_then(Line::assist) } else { None };
                    vec![Request::Open(Box::new(Popup::Guide(Guide::new(card.visit.id, assist))))]
                }
                None => vec![Request::Refuse(Refusal::NothingSelected)],
            },
            Action::Slip => match serving_here(model) {
                Some(card) if self.pane == Pane::Visit => vec![Request::PrintSlip(card.visit.id)],
                _ => choice(ChoiceKind::Slip),
            },
            Action::CommandLine => vec![Request::CommandLine],
            Action::CloseShift => vec![Request::Go(Target::CloseShift)],
            Action::Duty => vec![Request::Go(Target::Duty)],
            Action::Sit => choice(ChoiceKind::Sit),
            Action::SwitchPane => {
                let can_switch = self.pane == Pane::Visit || serving_here(model).is_some();
                if can_switch {
                    self.pane = if self.pane == Pane::Queue { Pane::Visit } else { Pane::Queue };
                }
                Vec::new()
            }
            other => match self.pane {
                Pane::Queue => self.act_in_queue(other, model),
                Pane::Visit => self.act_in_visit(other, ctx),
            },
        }
    }

    fn act_in_queue(&mut self, action: Action, model: &Model) -> Vec<Request> {
        if action == Action::Proceed {
            return match model.in_hand().map(|card| (card.visit.id, card.visit.stage)) {
                Some((id, Stage::Called { .. })) => vec![Request::Run(Command::Appear(id))],
                Some(_) => {
                    self.pane = Pane::Visit;
                    Vec::new()
                }
                None => match self.selected_card(model) {
                    Some(card) if card.visit.stage.kind() == StageKind::Held => {
                        vec![Request::Run(Command::Resume(card.visit.id))]
                    }
                    _ => vec![Request::Run(Command::CallNext)],
                },
            };
        }
        let rows = queue::Selectable::of(model);
        let at = self.selected.and_then(|id| rows.position(id));
        let to = match (action, at) {
            (Action::Up, Some(at)) => moved(at, -1, rows.len()),
            (Action::Down, Some(at)) => moved(at, 1, rows.len()),
            (Action::PageUp, at) => moved(at.unwrap_or(0), -10, rows.len()),
            (Action::PageDown, at) => moved(at.unwrap_or(0), 10, rows.len()),
            (Action::Up | Action::Last, _) => rows.len().saturating_sub(1),
            (Action::Down | Action::First, _) => 0,
            _ => return Vec::new(),
        };
        self.selected = rows.get(to);
        Vec::new()
    }

    fn act_in_visit(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let lines = lines(ctx);
        let at = self.line.and_then(|line| lines.iter().position(|one| *one == line)).unwrap_or(0);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PreviousSection | Action::NextSection => {
                let next = serving::next_section(&lines, at, action == Action::NextSection);
                self.line = next.or(self.line);
                return Vec::new();
            }
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => {
                let Some(line) = self.line else { return Vec::new() };
                let requests = serving::change(line, action, ctx);
                // Enter on a step goes on to the next one, so that a list is ticked by Enter alone.
                let goes_on = matches!(action, Action::Proceed | Action::Missing);
                if goes_on && line.is_ticked_in_a_row() && (action == Action::Proceed || !requests.is_empty())
                {
                    self.line = lines.get(moved(at, 1, lines.len())).copied();
                }
                return requests;
            }
        };
        self.line = lines.get(moved(at, by, lines.len())).copied();
        Vec::new()
    }

    fn hold_or_resume(&self, model: &Model) -> Vec<Request> {
        if let Some(card) = model.in_hand() {
            return vec![Request::Run(Command::Hold(card.visit.id))];
        }
        let selected = self.selected_card(model).filter(|card| card.visit.stage.kind() == StageKind::Held);
        match selected.or_else(|| model.in_stage(StageKind::Held).next()) {
            Some(card) => vec![Request::Run(Command::Resume(card.visit.id))],
            None => vec![Request::Refuse(Refusal::NothingToHold)],
        }
    }

    fn choose(&self, model: &Model, choice: impl FnOnce(&Card) -> Choice) -> Vec<Request> {
        match self.target(model) {
            Some(card) => vec![Request::Open(Box::new(Popup::Choice(choice(card))))],
            None => vec![Request::Refuse(Refusal::NothingSelected)],
        }
    }

    /// The visit a key is about: the one under the queue's cursor, else the one in hand, else the next one, which the
    /// right side shows.
    fn target<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        match self.pane {
            Pane::Queue => self
                .selected_card(model)
                .or_else(|| model.in_hand())
                .or_else(|| model.queue.first().and_then(|id| model.card(*id))),
            Pane::Visit => model.in_hand(),
        }
    }

    /// The waiting visit that is asked about: the one under the cursor, else the next one.
    fn waiting<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        let next = || model.queue.first().and_then(|id| model.card(*id));
        self.selected_card(model).or_else(next).filter(|card| card.visit.stage.kind() == StageKind::Waiting)
    }

    /// The visit that the cursor stands on: in the queue none until it was moved, on the other side the one in hand.
    fn with_cursor(&self, model: &Model) -> Option<VisitId> {
        match self.pane {
            Pane::Queue => self.selected,
            Pane::Visit => model.in_hand().map(|card| card.visit.id),
        }
    }

    fn selected_card<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        self.selected.and_then(|id| model.card(id))
    }

    /// Whether a key would do something now: only then the footer shows it.
    pub fn is_possible(&self, action: Action, model: &Model) -> bool {
        let kind = model.in_hand().map(|card| card.visit.stage.kind());
        let selected = self.selected_card(model).map(|card| card.visit.stage.kind());
        match action {
            Action::Proceed => kind.is_some() || selected == Some(StageKind::Held) || !model.queue.is_empty(),
            Action::CallNext => kind.is_none() && !model.queue.is_empty(),
            Action::FinishAndCall => kind == Some(StageKind::Serving) && !model.queue.is_empty(),
            Action::Finish | Action::AddProcedure | Action::SwitchPane | Action::PreviousSection => {
                kind == Some(StageKind::Serving)
            }
            Action::Recall => model.in_hand().is_some_and(
                |card| matches!(card.visit.stage, Stage::Called { times, .. } if times < model.rules.calls),
            ),
            Action::CallOutOfTurn => kind.is_none() && selected == Some(StageKind::Waiting),
            Action::Explain => self.waiting(model).is_some(),
            Action::Missed => model.missed().len() > 0,
            Action::HoldOrResume => match kind {
                Some(kind) => kind == StageKind::Serving,
                None => model.in_stage(StageKind::Held).next().is_some(),
            },
            Action::Leave
            | Action::Persons
            | Action::WhoAsks
            | Action::Note
            | Action::Guide
            | Action::Transfer => self.target(model).is_some(),
            Action::PrintTicket | Action::RepeatIntake => !model.cards.is_empty(),
            Action::PutBack => {
                self.target(model).is_some_and(|card| card.visit.stage.kind() != StageKind::Waiting)
            }
            Action::Missing => matches!(self.line, Some(Line::Check(..))),
            Action::Slip => kind == Some(StageKind::Serving) || self.pane == Pane::Queue,
            Action::Undo => model.undo.is_some(),
            Action::Redo => model.redo.is_some(),
            _ => true,
        }
    }

    /// Draws the screen between the bar on top and the notice below.
    pub fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let [top, rule, middle] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)]).areas(area);
        figures::render(frame.buffer_mut(), top, ctx);
        let left = (area.width * 3 / 8).clamp(26, 36);
        let [queue, wall, visit] =
            Layout::horizontal([Constraint::Length(left), Constraint::Length(1), Constraint::Min(0)])
                .areas(middle);
        draw_frame(frame, rule, wall, ctx);
        figures::render_questions(frame.buffer_mut(), rule, wall.x, ctx);
        queue::render(frame.buffer_mut(), queue, ctx, self.selected, self.pane == Pane::Queue);
        let buffer = frame.buffer_mut();
        match ctx.model.in_hand() {
            Some(card) if card.visit.stage.kind() == StageKind::Called => {
                called::render(buffer, visit, ctx, card);
            }
            Some(card) => {
                serving::render(buffer, visit, ctx, card, self.line, self.pane == Pane::Visit);
            }
            None => preview::render(buffer, visit, ctx, self.selected_card(ctx.model)),
        }
    }
}

/// The lines of the party being served; none while nobody is.
fn lines(ctx: &Context<'_>) -> Vec<Line> {
    serving_here(ctx.model).map(|card| serving::lines(card, ctx)).unwrap_or_default()
}

/// The party this station is serving; one that is only called has no list to work on yet.
fn serving_here(model: &Model) -> Option<&Card> {
    model.in_hand().filter(|card| card.visit.stage.kind() == StageKind::Serving)
}

fn is_listed(card: &Card) -> bool {
    card.visit.stage.kind().is_open()
}

fn choice(kind: ChoiceKind) -> Vec<Request> {
    vec![Request::Open(Box::new(Popup::Choice(Choice::new(kind))))]
}

fn draw_frame(frame: &mut Frame<'_>, rule: Rect, wall: Rect, ctx: &Context<'_>) {
    let style = ctx.style(Meaning::Frame);
    let buffer = frame.buffer_mut();
    for column in rule.x..rule.right() {
        let sign = if column == wall.x { "┬" } else { "─" };
        buffer.set_string(column, rule.y, sign, style);
    }
    for row in wall.y..wall.bottom() {
        buffer.set_string(wall.x, row, "│", style);
    }
}
