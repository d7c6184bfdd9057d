//! The desk: the queue on the left, the visit on the right, today in figures on top.

mod figures;
mod preview;
mod queue;
mod serving;

use std::mem::Discriminant;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use serving::ServingLine;

use crate::desk::{Card, Command, Model};
use crate::domain::{AssistId, Counter, LeaveReason, Refusal, Stage, StageKind, VisitId};
use crate::ui::context::Context;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::request::{ChoiceKind, Opening, Request, ScreenId};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// Which side has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Pane {
    #[default]
    Queue,
    Visit,
}

/// What a key would do to the row under the cursor, as far as a second press may do something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RowDeed {
    /// There is no row, or it says nothing of the key.
    #[default]
    Nothing,
    /// Sets a mark in a column of marks.
    Sets,
    /// Takes back the mark that is there.
    TakesBack,
    /// Changes a row of this kind.
    Changes(Discriminant<ServingLine>),
}

/// The state of the desk's screen: where the cursors are, remembered by identity.
#[derive(Clone, Debug, Default)]
pub struct DeskView {
    pane: Pane,
    selected: Option<VisitId>,
    line: Option<ServingLine>,
    serving: Option<VisitId>,
    newest: Option<AssistId>,
    /// Whom a line of commands named: for its one deed, that is the subject.
    named: Option<VisitId>,
    /// The number that is being typed on the row under the cursor.
    typed: String,
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

    /// What a key would do to the row under the cursor.
    pub fn row_deed(&self, action: Action, model: &Model) -> RowDeed {
        let line = self.line.filter(|_| self.pane == Pane::Visit);
        match (line, model.in_hand()) {
            (Some(line), Some(card)) => serving::row_deed(line, action, card),
            _ => RowDeed::Nothing,
        }
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

    /// The subject's number and where it is, if another station has called or serves it: that one decides what becomes of it.
    fn elsewhere(&self, model: &Model) -> Option<Refusal> {
        let card = self.subject(model).filter(|_| self.in_hand(model).is_none())?;
        match card.visit.stage {
            Stage::Called { station, .. } | Stage::Serving { station, .. } => {
                Some(Refusal::AtAnotherStation { ticket: card.visit.ticket, station })
            }
            _ => None,
        }
    }

    /// Whose number stands beside a key: of a deed about the subject, the subject, else who is next or on hold. `None` of a deed
    /// that nobody can be the subject of now.
    pub(super) fn aim<'a>(&self, action: Action, model: &'a Model) -> Option<&'a Card> {
        let is = |kind: StageKind| move |card: &&Card| card.visit.stage.kind() == kind;
        let subject = self.subject(model);
        let ours = subject.filter(|_| self.elsewhere(model).is_none());
        match action {
            Action::CallNext if model.in_hand().is_none() => next(model),
            Action::Proceed | Action::Leave | Action::Transfer => ours,
            Action::Finish | Action::FinishAndCall | Action::AddProcedure => {
                self.in_hand(model).filter(is(StageKind::Serving))
            }
            Action::Recall | Action::NextPlease => self.in_hand(model).filter(is(StageKind::Called)),
            Action::HoldOrResume => match self.in_hand(model) {
                Some(card) => Some(card).filter(is(StageKind::Serving)),
                None => subject.filter(is(StageKind::Held)),
            },
            Action::CallOutOfTurn => subject.filter(is(StageKind::Waiting)),
            // The queue's cursor is asked about, also while somebody is in hand: nothing is done.
            Action::Explain => {
                self.selected_card(model).or_else(|| next(model)).filter(is(StageKind::Waiting))
            }
            Action::PutBack => ours.filter(|card| card.visit.stage.kind() != StageKind::Waiting),
            Action::Persons | Action::WhoAsks | Action::Note | Action::Guide | Action::Print => subject,
            _ => None,
        }
    }

    /// Why a deed has nobody to be done to.
    fn missing(&self, action: Action, model: &Model) -> Refusal {
        // Of a visit that was named or is in hand, its own stage says why.
        let of = self.named.and_then(|id| model.card(id)).or_else(|| model.in_hand());
        match (action, self.elsewhere(model), of.map(|card| (card.visit.ticket, card.visit.stage.kind()))) {
            (
                Action::Proceed
                | Action::Recall
                | Action::NextPlease
                | Action::PutBack
                | Action::Leave
                | Action::Transfer
                | Action::CallOutOfTurn
                | Action::Finish,
                Some(elsewhere),
                _,
            ) => elsewhere,
            (Action::Recall | Action::NextPlease, None, Some((ticket, stage))) => {
                Refusal::NotCalled { ticket, stage }
            }
            (
                Action::Finish | Action::FinishAndCall | Action::AddProcedure | Action::HoldOrResume,
                _,
                Some((ticket, stage)),
            ) => Refusal::NotServing { ticket, stage },
            (Action::Recall | Action::NextPlease, None, None) => Refusal::NobodyCalled,
            (Action::Finish | Action::FinishAndCall | Action::AddProcedure, _, None) => Refusal::NobodyServed,
            (Action::HoldOrResume, _, None) => Refusal::NothingToHold,
            (Action::PutBack, None, _) => Refusal::OnlyCalledGoesBack,
            _ => Refusal::NothingSelected,
        }
    }

    fn act_in_queue(&mut self, action: Action, model: &Model) -> Answer {
        if action == Action::Proceed {
            return self.proceed(model);
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
            _ => return Answer::Stay,
        };
        self.selected = rows.get(to);
        Answer::Stay
    }

    /// Enter in the queue: what comes next for the subject.
    fn proceed(&mut self, model: &Model) -> Answer {
        let Some(card) = self.subject(model) else {
            return Answer::Run(Request::Refuse(Refusal::NobodyWaiting));
        };
        let id = card.visit.id;
        let is_next = next(model).is_some_and(|next| next.visit.id == id);
        match card.visit.stage.kind() {
            StageKind::Called if self.in_hand(model).is_some() => {
                Answer::Run(Request::Run(Command::Appear(id)))
            }
            StageKind::Serving if self.in_hand(model).is_some() => {
                self.pane = Pane::Visit;
                Answer::Stay
            }
            StageKind::Held => Answer::Run(Request::Run(Command::Resume(id))),
            StageKind::Waiting if is_next => Answer::Run(Request::Run(Command::CallNext(Some(id)))),
            // Somebody else comes first: why is asked, under this number.
            StageKind::Waiting => Answer::Run(Request::Open(Opening::Choice(ChoiceKind::OutOfTurn(id)))),
            _ => Answer::Run(Request::Refuse(self.missing(Action::Proceed, model))),
        }
    }

    fn act_in_visit(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let lines = lines(ctx);
        let at = self.line.and_then(|line| lines.iter().position(|one| *one == line)).unwrap_or(0);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PreviousSection | Action::NextSection => {
                let next = serving::next_section(&lines, at, action == Action::NextSection);
                self.line = next.or(self.line);
                return Answer::Stay;
            }
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => {
                let Some(line) = self.line else { return Answer::Stay };
                let answer = serving::change(line, action, ctx);
                // Enter on a step goes on to the next one, so that a list is ticked by Enter alone.
                let goes_on = matches!(action, Action::Proceed | Action::Missing);
                if goes_on
                    && line.is_ticked_in_a_row()
                    && (action == Action::Proceed || answer != Answer::Stay)
                {
                    self.line = lines.get(moved(at, 1, lines.len())).copied();
                }
                return answer;
            }
        };
        self.line = lines.get(moved(at, by, lines.len())).copied();
        Answer::Stay
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
        let aim = self.aim(action, model);
        let why = || self.missing(action, model);
        let run = |deed: fn(VisitId) -> Command| about(aim, why, |card| Request::Run(deed(card.visit.id)));
        let open = |what: fn(VisitId) -> Opening| about(aim, why, |card| Request::Open(what(card.visit.id)));
        let choose = |kind: fn(VisitId) -> ChoiceKind| {
            about(aim, why, |card| Request::Open(Opening::Choice(kind(card.visit.id))))
        };
        let named = next(model).map(|card| card.visit.id);
        match action {
            Action::TakeNumber => Answer::Run(Request::Open(Opening::Intake)),
            Action::CountQuestion => Answer::Run(Request::Run(Command::Count(Counter::QuickQuestions))),
            Action::RepeatIntake => Answer::Run(Request::RepeatIntake),
            // Of a number that was named, the call is its own, in its turn or with a reason.
            Action::CallNext if self.named.is_some() => self.proceed(model),
            // Who came to another station a moment ago is not on the screen yet: nobody unseen is called.
            Action::CallNext if named.is_none() && model.in_hand().is_none() => {
                Answer::Run(Request::Refuse(Refusal::NobodyWaiting))
            }
            Action::CallNext => Answer::Run(Request::Run(Command::CallNext(named))),
            Action::Recall => run(Command::Recall),
            Action::Finish => run(Command::Finish),
            // Nobody waits on the screen: nobody is called.
            Action::FinishAndCall if named.is_none() => run(Command::Finish),
            Action::FinishAndCall => {
                about(aim, why, |card| Request::Run(Command::FinishAndCall(card.visit.id, named)))
            }
            Action::NextPlease if named.is_none() => about(aim, why, |card| {
                Request::Run(Command::Leave { visit: card.visit.id, why: LeaveReason::NoShow })
            }),
            Action::NextPlease => {
                about(aim, why, |card| Request::Run(Command::NextPlease(card.visit.id, named)))
            }
            Action::HoldOrResume if self.in_hand(model).is_some() => run(Command::Hold),
            Action::HoldOrResume if aim.is_some() => run(Command::Resume),
            // The first on hold is shown before it is acted on.
            Action::HoldOrResume => {
                match model.in_stage(StageKind::Held).next().filter(|_| self.named.is_none()) {
                    Some(card) => {
                        self.go_to(card.visit.id);
                        Answer::Stay
                    }
                    None => Answer::Run(Request::Refuse(why())),
                }
            }
            Action::PutBack => run(Command::PutBack),
            Action::CallOutOfTurn => choose(ChoiceKind::OutOfTurn),
            Action::Transfer => choose(ChoiceKind::Transfer),
            Action::Leave => choose(ChoiceKind::Leave),
            Action::Persons => choose(ChoiceKind::Persons),
            Action::AddProcedure => choose(ChoiceKind::AddAssist),
            Action::Explain => open(Opening::Why),
            Action::WhoAsks => open(Opening::WhoAsks),
            Action::Note => open(Opening::Note),
            Action::Guide => {
                let line = self.line.filter(|_| self.pane == Pane::Visit);
                let assist = line.and_then(ServingLine::assist);
                about(aim, why, |card| Request::Open(Opening::Guide(card.visit.id, assist)))
            }
            Action::Print => about(aim, why, print),
            Action::PrintTicket => Answer::Run(Request::PrintTicket(None)),
            Action::Find => Answer::Run(Request::Open(Opening::Find)),
            Action::CommandLine => Answer::Run(Request::Open(Opening::Line)),
            Action::CloseShift => Answer::Run(Request::Go(ScreenId::CloseShift)),
            Action::Duty => Answer::Run(Request::Go(ScreenId::Duty)),
            Action::Sit => Answer::Run(Request::Open(Opening::Choice(ChoiceKind::Sit))),
            Action::SwitchPane => {
                let can_switch = self.pane == Pane::Visit || serving_here(model).is_some();
                if can_switch {
                    self.pane = if self.pane == Pane::Queue { Pane::Visit } else { Pane::Queue };
                }
                Answer::Stay
            }
            other => match self.pane {
                Pane::Queue => self.act_in_queue(other, model),
                Pane::Visit => self.act_in_visit(other, ctx),
            },
        }
    }

    /// A digit belongs to the row under the cursor when a number stands there.
    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let limit = self.line.filter(|_| self.pane == Pane::Visit).and_then(|line| line.limit(ctx));
        let Some(limit) = limit else { return false };
        if key == Key::BACKSPACE {
            return self.typed.pop().is_some();
        }
        let Some(digit) = key.text().filter(char::is_ascii_digit) else { return false };
        let longer = format!("{}{digit}", self.typed);
        if longer.parse().is_ok_and(|number: u32| (1..=limit).contains(&number)) {
            self.typed = longer;
        }
        true
    }

    fn unfinished(&mut self, ctx: &Context<'_>) -> Option<Request> {
        let number = std::mem::take(&mut self.typed);
        let command = serving::numbered(self.line?, &number, ctx)?;
        Some(Request::Run(command))
    }

    fn settle(&mut self, ctx: &Context<'_>) {
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
            let of_newest: Vec<ServingLine> =
                lines.iter().filter(|line| line.assist() == newest).copied().collect();
            self.line = serving::first_step(&of_newest);
        }
        self.newest = self.newest.max(newest);
        if self.line.is_none_or(|line| !lines.contains(&line)) {
            self.line = serving::first_step(&lines);
        }
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let model = ctx.model;
        let aim = self.aim(action, model);
        let is_serving = serving_here(model).is_some();
        match action {
            Action::FinishAndCall => aim.is_some() && !model.queue.is_empty(),
            Action::HoldOrResume => {
                aim.is_some() || model.in_hand().is_none() && model.in_stage(StageKind::Held).next().is_some()
            }
            Action::Recall => aim.is_some_and(
                |card| matches!(card.visit.stage, Stage::Called { times, .. } if times < model.rules.calls),
            ),
            Action::SwitchPane | Action::PreviousSection => is_serving,
            Action::CallOutOfTurn => aim.is_some() && model.in_hand().is_none(),
            Action::Find | Action::PrintTicket | Action::RepeatIntake => !model.cards.is_empty(),
            Action::Missing => matches!(self.line, Some(ServingLine::Check(..))),
            Action::RemoveProcedure => {
                self.pane == Pane::Visit && self.line.and_then(ServingLine::assist).is_some()
            }
            Action::Tick => self.pane == Pane::Visit,
            Action::CallNext
            | Action::Proceed
            | Action::Finish
            | Action::NextPlease
            | Action::Explain
            | Action::PutBack
            | Action::Leave
            | Action::Persons
            | Action::WhoAsks
            | Action::Note
            | Action::Guide
            | Action::Transfer
            | Action::AddProcedure
            | Action::Print => aim.is_some(),
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
        if action == Action::HoldOrResume && self.aim(action, model).is_none() {
            return model.in_stage(StageKind::Held).next().map(|card| lang.key_to_visit(&ctx.ticket(card)));
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
                serving::render(buffer, visit, ctx, card, (self.line, &self.typed), self.pane == Pane::Visit);
            }
            None => preview::render(buffer, visit, ctx, self.subject(ctx.model)),
        }
    }
}

/// What is asked for about a party. A key whose subject is not on the screen does nothing and says so.
fn about(
    card: Option<&Card>,
    why: impl FnOnce() -> Refusal,
    request: impl FnOnce(&Card) -> Request,
) -> Answer {
    Answer::Run(card.map_or_else(|| Request::Refuse(why()), request))
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

/// The lines of the party being served; none while nobody is.
fn lines(ctx: &Context<'_>) -> Vec<ServingLine> {
    serving_here(ctx.model).map(|card| serving::lines(card, ctx)).unwrap_or_default()
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
