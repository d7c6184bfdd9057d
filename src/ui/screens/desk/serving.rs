//! The right side while a party is served: each thing helped with, what is asked for, its steps and how it went.

mod lines;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

pub use lines::Line;
pub(super) use lines::{first_step, lines, next_section};

use super::{guide, preview};
use crate::desk::{Card, Command};
use crate::domain::assist::{MOST_QUANTITY, OutcomeKind};
use crate::domain::{Assist, CheckState, Part, Person};
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::list::first_row;
use crate::ui::popups::{Choice, ChoiceKind, Popup};
use crate::ui::theme::Meaning;

/// From this width on the guide stands beside the list: in a window of 100 columns.
const WIDTH_FOR_GUIDE: u16 = 62;

/// The fewest columns of the guide.
const GUIDE_WIDTH: u16 = 28;

/// What a key does on a line.
pub(super) fn change(line: Line, action: Action, ctx: &Context<'_>) -> Vec<Request> {
    let Some(card) = ctx.model.in_hand() else { return Vec::new() };
    if let Line::Earlier(visit) = line {
        let is_yes = matches!(action, Action::Proceed | Action::Tick | Action::Right);
        return if is_yes { vec![Request::Run(Command::TakeUpTicks { visit })] } else { Vec::new() };
    }
    let found = card.assists.iter().find(|one| Some(one.id) == line.assist());
    let Some(assist) = found else { return Vec::new() };
    let id = assist.id;
    if action == Action::RemoveProcedure {
        return vec![Request::Run(Command::RemoveAssist(id))];
    }
    if let Line::Check(_, part, place) = line {
        return check(assist, part, place, action);
    }
    let back = action == Action::Left;
    if !back && !matches!(action, Action::Right | Action::Tick | Action::Proceed) {
        return Vec::new();
    }
    let command = match line {
        Line::Earlier(_) | Line::Check(..) => return Vec::new(),
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

/// What a key does on a paper or precondition: Enter and the right arrow say that it is there, Space turns that over, the
/// left arrow goes from there to not asked to missing, and a key of its own says at once that it is missing.
fn check(assist: &Assist, part: Part, place: u8, action: Action) -> Vec<Request> {
    use CheckState::{Missing, There};
    let now = assist.check(part, place);
    let state = match (action, now) {
        (Action::Proceed | Action::Right, Some(There)) | (Action::Left, Some(Missing)) => return Vec::new(),
        (Action::Tick | Action::Left, Some(There)) | (Action::Missing, Some(Missing)) => None,
        (Action::Proceed | Action::Right | Action::Tick, _) => Some(There),
        (Action::Left | Action::Missing, _) => Some(Missing),
        _ => return Vec::new(),
    };
    let mut requests = vec![Request::Run(Command::SetCheck { assist: assist.id, part, place, state })];
    let is_undecided = matches!(assist.outcome.kind(), OutcomeKind::Open | OutcomeKind::Done);
    if state == Some(Missing) && is_undecided {
        let kind = ChoiceKind::Offered { assist: assist.id, part, place };
        requests.push(Request::Open(Box::new(Popup::Choice(Choice::new(kind)))));
    }
    requests
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
        + u16::from(!ctx.down_for(card).is_empty())
        + u16::from(ctx.lang.standing(&card.visit).is_some())
        + u16::from(card.name.is_some())
        + preview::note_rows(ctx, card, area.width.saturating_sub(2))
        + u16::from(card.person != Person::default());
    let [head, body] = Layout::vertical([Constraint::Length(facts), Constraint::Min(0)]).areas(area);
    preview::facts(&mut Column::new(buffer, head.inner(Margin::new(1, 0))), ctx, card);
    let wide = body.width >= WIDTH_FOR_GUIDE;
    let guide_width = if wide { GUIDE_WIDTH.max(body.width * 3 / 8) } else { 0 };
    let list = Rect { width: body.width - guide_width, ..body };
    if card.assists.is_empty() {
        let text = ctx.lang.no_assists();
        Column::new(buffer, list.inner(Margin::new(1, 1))).paragraph("", text, ctx.style(Meaning::Plain));
        return;
    }
    let size = (usize::from(list.width), usize::from(list.height));
    let drawn = rows::rows(ctx, card, cursor, size);
    let at = drawn.iter().position(|row| row.is_cursor).unwrap_or(0);
    let first = first_row(at, drawn.len(), size.1);
    for (row, one) in (0..list.height).zip(&drawn[first..]) {
        let meaning = match (one.is_cursor, has_keys) {
            (true, true) => Meaning::Selected,
            (true, false) => Meaning::SelectedElsewhere,
            (false, _) => one.meaning,
        };
        draw::line(buffer, list, row, &one.text, ctx.style(meaning));
    }
    let shown = cursor.and_then(Line::assist).or_else(|| card.assists.first().map(|assist| assist.id));
    let assist = card.assists.iter().find(|assist| Some(assist.id) == shown);
    let entry = assist.and_then(|assist| ctx.catalogue.get(&assist.procedure));
    if let (true, Some(entry)) = (wide, entry) {
        let right = Rect { x: list.right(), width: guide_width, ..body };
        guide::render(buffer, right, ctx, entry, assist);
    }
}
