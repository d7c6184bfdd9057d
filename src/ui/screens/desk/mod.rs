//! The desk: the queue on the left, the visit on the right, today in figures on top.

mod deeds;
mod figures;
mod preview;
mod queue;
mod rows;
mod serving;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use deeds::Deed;
pub(in crate::ui) use rows::Rows;
use serving::ServingLine;
pub(in crate::ui) use serving::render as render_visit;

use crate::desk::{Card, Command, Model};
use crate::domain::{Counter, Stage, StageKind, VisitId};
use crate::ui::context::Context;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::request::{Opening, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

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
    rows: Rows,
    serving: Option<VisitId>,
    /// Whom a line of commands named: for its one deed, that is the subject.
    named: Option<VisitId>,
}

impl DeskView {
    /// Puts the queue's cursor on a visit and gives the queue the keys.
    pub fn go_to(&mut self, visit: VisitId) {
        self.pane = Pane::Queue;
        self.selected = Some(visit);
    }

    /// Names the visit that the next deed is about, whoever is in hand; `None` ends that.
    pub(in crate::ui) fn name(&mut self, visit: Option<VisitId>) {
        self.named = visit;
    }

    /// **Whom a key acts on**, the one answer to that question: panel, footer, the title of what is asked and the deed take it
    /// from here. It is the party in hand, wherever the cursor stands; while nobody is, the visit that the right side shows.
    /// A line of commands that begins with a number is about that one.
    pub(super) fn subject<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        match self.named {
            Some(id) => model.card(id),
            None => model.in_hand().or_else(|| self.selected_card(model)).or_else(|| next(model)),
        }
    }

    /// The party in hand, as far as a deed may be about it.
    fn in_hand<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        model.in_hand().filter(|card| self.named.is_none_or(|id| id == card.visit.id))
    }

    /// The first on hold, where the key that resumes has nobody: it is shown before it is acted on.
    fn first_held<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        let is_free = model.in_hand().is_none() && self.named.is_none();
        let has_nobody = self.aim(Action::HoldOrResume, model).is_none();
        model.in_stage(StageKind::Held).next().filter(|_| is_free && has_nobody)
    }

    fn act_in_queue(&mut self, action: Action, model: &Model) -> Answer {
        let rows = queue::Selectable::of(model);
        let at = self.selected.and_then(|id| rows.position(id));
        let to = match (action, at) {
            (Action::Up, Some(at)) => moved(at, -1, rows.len()),
            (Action::Down, Some(at)) => moved(at, 1, rows.len()),
            (Action::PageUp, at) => moved(at.unwrap_or(0), -10, rows.len()),
            (Action::PageDown, at) => moved(at.unwrap_or(0), 10, rows.len()),
            (Action::Up | Action::Last, _) => rows.len().saturating_sub(1),
            (Action::Down | Action::First, _) => 0,
            _ => return Answer::Stay,
        };
        self.selected = rows.get(to);
        Answer::Stay
    }

    /// Enter in the queue: what comes next for the subject; of one that is being served, the keys.
    fn proceed(&mut self, model: &Model) -> Answer {
        if self.in_hand(model).is_some() && serving_here(model).is_some() {
            self.pane = Pane::Visit;
            return Answer::Stay;
        }
        self.deed(Action::Proceed, model).map_or(Answer::Stay, Deed::answer)
    }

    fn act_in_visit(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match serving_here(ctx.model) {
            Some(card) => self.rows.act(action, card, ctx),
            None => Answer::Stay,
        }
    }

    /// The row under the cursor, while the visit has the keys.
    fn line(&self) -> Option<ServingLine> {
        self.rows.line().filter(|_| self.pane == Pane::Visit)
    }

    fn selected_card<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        self.selected.and_then(|id| model.card(id))
    }
}

impl View for DeskView {
    fn place(&self) -> Place {
        match self.pane {
            Pane::Queue => Place::Queue,
            Pane::Visit => Place::Visit,
        }
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let model = ctx.model;
        match action {
            Action::TakeNumber => Answer::Run(Request::Open(Opening::Intake)),
            Action::CountQuestion => Answer::Run(Request::Run(Command::Count(Counter::QuickQuestions))),
            Action::RepeatIntake => Answer::Run(Request::RepeatIntake),
            // Of a number that was named, the call is its own, in its turn or with a reason.
            Action::CallNext if self.named.is_some() => self.proceed(model),
            Action::HoldOrResume if self.first_held(model).is_some() => {
                Answer::of(self.first_held(model).map(|card| Request::ShowVisit(card.visit.id)))
            }
            Action::PrintTicket => Answer::Run(Request::PrintTicket(None)),
            Action::Find => Answer::Run(Request::Open(Opening::Find)),
            Action::Promised => Answer::Run(Request::Open(Opening::Promised)),
            Action::CommandLine => Answer::Run(Request::Open(Opening::Line)),
            Action::SwitchPane => {
                let can_switch = self.pane == Pane::Visit || serving_here(model).is_some();
                if can_switch {
                    self.pane = if self.pane == Pane::Queue { Pane::Visit } else { Pane::Queue };
                }
                Answer::Stay
            }
            Action::Proceed if self.pane == Pane::Queue => self.proceed(model),
            // On the visit it is about the row under the cursor.
            Action::Proceed => self.act_in_visit(action, ctx),
            _ => match (self.deed(action, model), self.pane) {
                (Some(deed), _) => deed.answer(),
                (None, Pane::Queue) => self.act_in_queue(action, model),
                (None, Pane::Visit) => self.act_in_visit(action, ctx),
            },
        }
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.pane == Pane::Visit && self.rows.press(key)
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        match serving_here(ctx.model) {
            Some(card) if self.pane == Pane::Visit => self.rows.row_deed(action, card, ctx),
            _ => RowDeed::Nothing,
        }
    }

    fn unfinished(&mut self, ctx: &Context<'_>) -> Option<Request> {
        self.rows.unfinished(ctx)
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        let serving = serving_here(ctx.model).map(|card| card.visit.id);
        if serving != self.serving {
            self.serving = serving;
            self.pane = if serving.is_some() { Pane::Visit } else { Pane::Queue };
            self.rows = Rows::default();
            self.selected = None;
        }
        if self.selected.is_some_and(|id| ctx.model.card(id).is_none_or(|card| !is_listed(card))) {
            self.selected = None;
        }
        self.rows.settle(serving_here(ctx.model), ctx);
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let model = ctx.model;
        let deed = self.deed(action, model);
        let is_aimed = |is: fn(&Card, &Model) -> bool| {
            deed.as_ref().and_then(|deed| deed.aim.as_ref().ok()).is_some_and(|card| is(card, model))
        };
        match action {
            Action::FinishAndCall => is_aimed(|_, model| !model.queue.is_empty()),
            Action::HoldOrResume => is_aimed(|_, _| true) || self.first_held(model).is_some(),
            Action::Recall => is_aimed(
                |card, model| matches!(card.visit.stage, Stage::Called { times, .. } if times < model.rules.calls),
            ),
            Action::CallOutOfTurn => {
                is_aimed(|card, model| model.in_hand().is_none() && !is_next(card, model))
            }
            Action::SwitchPane | Action::PreviousSection => serving_here(model).is_some(),
            Action::Find => !model.cards.is_empty() || !model.promises.is_empty(),
            Action::PrintTicket | Action::RepeatIntake => !model.cards.is_empty(),
            Action::Missing => matches!(self.rows.line(), Some(ServingLine::Check(..))),
            Action::RemoveProcedure => self.line().and_then(ServingLine::assist).is_some(),
            Action::Tick => self.pane == Pane::Visit,
            Action::Filing => serving_here(model).is_some_and(|card| self.rows.filing(card, ctx).is_some()),
            _ if deed.is_some() => is_aimed(|_, _| true),
            other => ctx.is_possible(other),
        }
    }

    fn named(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let card = match action {
            Action::FinishAndCall => next(ctx.model)?,
            _ => self.aim(action, ctx.model)?,
        };
        Some(ctx.ticket(card))
    }

    /// A deed is named with the number that it will be done to.
    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let (lang, model) = (ctx.lang, ctx.model);
        let ticket = |card: &Card| ctx.ticket(card);
        // Nobody is in hand: the key shows the first on hold.
        if let (Action::HoldOrResume, Some(held)) = (action, self.first_held(model)) {
            return Some(lang.key_to_visit(&ticket(held)));
        }
        let aim = self.aim(action, model)?;
        let kind = aim.visit.stage.kind();
        Some(match action {
            Action::Proceed => match (kind, self.pane) {
                (StageKind::Serving, Pane::Visit) => lang.action(Action::Tick).to_owned(),
                (StageKind::Serving, Pane::Queue) => lang.key_to_visit(&ticket(aim)),
                (StageKind::Called, _) => lang.key_appeared(&ticket(aim)),
                (StageKind::Held, _) => lang.key_resume(&ticket(aim)),
                _ => lang.key_call(&ticket(aim)),
            },
            Action::CallNext => lang.key_call(&ticket(aim)),
            Action::FinishAndCall => lang.key_then_call(&next(model).map(ticket)?),
            Action::HoldOrResume if kind == StageKind::Held => lang.key_resume(&ticket(aim)),
            Action::Print => print_label(aim, ctx),
            Action::Finish | Action::Recall | Action::HoldOrResume | Action::Leave | Action::PutBack => {
                format!("{} {}", lang.action(action), ticket(aim))
            }
            _ => return None,
        })
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let [top, rule, middle] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)]).areas(area);
        figures::render(frame.buffer_mut(), top, ctx);
        let left = (area.width * 3 / 8).clamp(26, 36);
        let [queue, wall, visit] =
            Layout::horizontal([Constraint::Length(left), Constraint::Length(1), Constraint::Min(0)])
                .areas(middle);
        draw_frame(frame, rule, wall, ctx);
        let after = ctx.model.in_hand().and_then(|_| next(ctx.model));
        let said = after.map_or(wall.x, |next| {
            figures::render_next(frame.buffer_mut(), rule, wall.x, ctx, next).saturating_sub(1)
        });
        figures::render_counted(frame.buffer_mut(), rule, said, ctx);
        queue::render(frame.buffer_mut(), queue, ctx, self.selected, self.pane == Pane::Queue);
        let buffer = frame.buffer_mut();
        match ctx.model.in_hand() {
            Some(card) if card.visit.stage.kind() == StageKind::Called => {
                serving::render_called(buffer, visit, ctx, card);
            }
            Some(card) => {
                serving::render(buffer, visit, ctx, card, self.rows.shown(), self.pane == Pane::Visit);
            }
            None => preview::render(buffer, visit, ctx, self.subject(ctx.model)),
        }
    }
}

/// Whether a visit has got so far that a guidance slip has something to say; before that its number is what is printed.
const fn is_guided(kind: StageKind) -> bool {
    !matches!(kind, StageKind::Waiting | StageKind::Called)
}

/// The paper of a visit.
pub(in crate::ui) fn print(card: &Card) -> Request {
    if is_guided(card.visit.stage.kind()) {
        Request::PrintSlip(card.visit.id)
    } else {
        Request::PrintTicket(Some(card.visit.id))
    }
}

/// What that paper is called at the foot of the screen.
pub(in crate::ui) fn print_label(card: &Card, ctx: &Context<'_>) -> String {
    if is_guided(card.visit.stage.kind()) {
        ctx.lang.key_print_guidance().to_owned()
    } else {
        ctx.lang.key_print_ticket(&ctx.ticket(card))
    }
}

/// Who is called next at this station.
fn next(model: &Model) -> Option<&Card> {
    model.queue.first().and_then(|id| model.card(*id))
}

fn is_next(card: &Card, model: &Model) -> bool {
    model.queue.first() == Some(&card.visit.id)
}

/// The party this station is serving; one that is only called has no list to work on yet.
fn serving_here(model: &Model) -> Option<&Card> {
    model.in_hand().filter(|card| card.visit.stage.kind() == StageKind::Serving)
}

fn is_listed(card: &Card) -> bool {
    card.visit.stage.kind().is_open()
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
