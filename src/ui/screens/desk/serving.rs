//! The right side while a party is served: each thing helped with, its steps and how it went.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::{guide, preview};
use crate::desk::{Card, Command};
use crate::domain::assist::{MOST_QUANTITY, OutcomeKind};
use crate::domain::{Assist, AssistId, Person, Procedure};
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::list::first_row;
use crate::ui::popups::{Choice, ChoiceKind, Popup};
use crate::ui::theme::Meaning;

/// A line the cursor can stand on, remembered by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The procedure and how many of it.
    Head(AssistId),
    /// A step.
    Step(AssistId, u8),
    /// How it was done.
    How(AssistId),
    /// How it was filed.
    Channel(AssistId),
    /// Whether it was paid online.
    Payment(AssistId),
    /// How it ended.
    Outcome(AssistId),
}

impl Line {
    pub(super) const fn assist(self) -> AssistId {
        match self {
            Self::Head(id)
            | Self::Step(id, _)
            | Self::How(id)
            | Self::Channel(id)
            | Self::Payment(id)
            | Self::Outcome(id) => id,
        }
    }
}

/// From this width on the guide stands beside the list.
const WIDTH_FOR_GUIDE: u16 = 72;

/// The lines of a visit, from top to bottom.
pub(super) fn lines(card: &Card, ctx: &Context<'_>) -> Vec<Line> {
    let of_assist = |assist: &Assist| {
        let id = assist.id;
        let steps = ctx.catalogue.get(&assist.procedure).map_or(0, Procedure::step_count);
        std::iter::once(Line::Head(id)).chain((0..steps).map(move |step| Line::Step(id, step))).chain([
            Line::How(id),
            Line::Channel(id),
            Line::Payment(id),
            Line::Outcome(id),
        ])
    };
    card.assists.iter().flat_map(of_assist).collect()
}

/// Where the cursor starts: on the first step, since ticking is what comes next.
pub(super) fn first_step(lines: &[Line]) -> Option<Line> {
    lines.iter().find(|line| matches!(line, Line::Step(..))).or_else(|| lines.first()).copied()
}

/// What a key does on a line.
pub(super) fn change(line: Line, action: Action, ctx: &Context<'_>) -> Vec<Request> {
    let found = ctx.model.in_hand().and_then(|card| card.assists.iter().find(|one| one.id == line.assist()));
    let Some(assist) = found else { return Vec::new() };
    let id = assist.id;
    if action == Action::RemoveProcedure {
        return vec![Request::Run(Command::RemoveAssist(id))];
    }
    let back = action == Action::Left;
    if !back && !matches!(action, Action::Right | Action::Tick | Action::Proceed) {
        return Vec::new();
    }
    let command = match line {
        Line::Head(_) if back => {
            Command::SetQuantity { assist: id, quantity: assist.quantity.saturating_sub(1) }
        }
        Line::Head(_) => Command::SetQuantity {
            assist: id,
            quantity: assist.quantity.saturating_add(1).min(MOST_QUANTITY),
        },
        Line::Step(_, step) => {
            let is_ticked = assist.ticked.contains(&step);
            // The arrows and Enter say which way; Space turns it over.
            if (back && !is_ticked) || (action != Action::Tick && !back && is_ticked) {
                return Vec::new();
            }
            Command::ToggleStep { assist: id, step }
        }
        Line::How(_) => Command::SetHow(id, if back { assist.how.previous() } else { assist.how.next() }),
        Line::Channel(_) => {
            Command::SetChannel(id, if back { assist.channel.previous() } else { assist.channel.next() })
        }
        Line::Payment(_) => Command::SetPayment(id, assist.payment.next()),
        Line::Outcome(_) => {
            return vec![Request::Open(Box::new(Popup::Choice(Choice::new(ChoiceKind::Outcome(id)))))];
        }
    };
    vec![Request::Run(command)]
}

/// Draws the visit, the cursor's line always in sight.
pub(super) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    card: &Card,
    cursor: Option<Line>,
    has_keys: bool,
) {
    let facts = 1
        + u16::from(card.visit.priority.is_some())
        + u16::from(ctx.lang.standing(&card.visit).is_some())
        + u16::from(card.name.is_some())
        + u16::from(card.person != Person::default());
    let [head, body] = Layout::vertical([Constraint::Length(facts), Constraint::Min(0)]).areas(area);
    preview::facts(&mut Column::new(buffer, head.inner(Margin::new(1, 0))), ctx, card);
    let wide = body.width >= WIDTH_FOR_GUIDE;
    let list = Rect { width: if wide { body.width * 5 / 8 } else { body.width }, ..body };
    if card.assists.is_empty() {
        let text = ctx.lang.no_assists();
        Column::new(buffer, list.inner(Margin::new(1, 1))).paragraph("", text, ctx.style(Meaning::Plain));
        return;
    }
    let drawn: Vec<Drawn> = lines(card, ctx)
        .into_iter()
        .flat_map(|line| draw_line(line, ctx, card, cursor == Some(line), usize::from(list.width)))
        .collect();
    let at = drawn.iter().position(|row| row.is_cursor).unwrap_or(0);
    let first = first_row(at, drawn.len(), usize::from(list.height));
    for (row, one) in (0..list.height).zip(&drawn[first..]) {
        let meaning = match (one.is_cursor, has_keys) {
            (true, true) => Meaning::Selected,
            (true, false) => Meaning::SelectedElsewhere,
            (false, _) => one.meaning,
        };
        draw::line(buffer, list, row, &one.text, ctx.style(meaning));
    }
    let shown = cursor.map(Line::assist).or_else(|| card.assists.first().map(|assist| assist.id));
    let entry = card
        .assists
        .iter()
        .find(|assist| Some(assist.id) == shown)
        .and_then(|assist| ctx.catalogue.get(&assist.procedure));
    if let (true, Some(entry)) = (wide, entry) {
        let right = Rect { x: list.right(), width: body.width - list.width, ..body };
        guide::render(buffer, right, ctx, entry);
    }
}

struct Drawn {
    text: String,
    meaning: Meaning,
    is_cursor: bool,
}

/// A line of the list, wrapped into as many rows as it needs.
fn draw_line(line: Line, ctx: &Context<'_>, card: &Card, is_cursor: bool, width: usize) -> Vec<Drawn> {
    let lang = ctx.lang;
    let Some(assist) = card.assists.iter().find(|assist| assist.id == line.assist()) else {
        return Vec::new();
    };
    let entry = ctx.catalogue.get(&assist.procedure);
    let mark = if is_cursor { ">" } else { " " };
    let (head, text, meaning) = match line {
        Line::Head(_) => {
            let ticked = assist.ticked.len();
            let steps = entry.map_or(0, Procedure::step_count);
            let name = format!("{} ×{}  ({ticked}/{steps})", ctx.short(&assist.procedure), assist.quantity);
            (mark.to_owned(), name, Meaning::Heading)
        }
        Line::Step(_, step) => {
            let is_ticked = assist.ticked.contains(&step);
            let words = entry.and_then(|entry| lang.pick(&entry.steps).get(usize::from(step)).cloned());
            let head = format!("{mark} [{}] ", if is_ticked { "x" } else { " " });
            (head, words.unwrap_or_default(), if is_ticked { Meaning::Good } else { Meaning::Plain })
        }
        Line::How(_) => (attribute(mark, lang.how_label()), lang.how(assist.how).to_owned(), Meaning::Plain),
        Line::Channel(_) => {
            (attribute(mark, lang.channel_label()), lang.channel(assist.channel).to_owned(), Meaning::Plain)
        }
        Line::Payment(_) => {
            (attribute(mark, lang.paid_label()), lang.payment(assist.payment).to_owned(), Meaning::Plain)
        }
        Line::Outcome(_) => {
            let (words, meaning) = match assist.outcome.kind() {
                OutcomeKind::Open => (lang.outcome_not_said().to_owned(), Meaning::Plain),
                OutcomeKind::Stuck | OutcomeKind::ComeBack => {
                    (lang.outcome(assist.outcome), Meaning::Warning)
                }
                _ => (lang.outcome(assist.outcome), Meaning::Good),
            };
            (attribute(mark, lang.outcome_label()), words, meaning)
        }
    };
    let indent = draw::width(&head);
    draw::wrap(&text, width.saturating_sub(indent))
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let head = if at == 0 { head.clone() } else { " ".repeat(indent) };
            Drawn { text: format!("{head}{part}"), meaning, is_cursor }
        })
        .collect()
}

fn attribute(mark: &str, label: &str) -> String {
    format!("{mark}     {label}: ")
}
