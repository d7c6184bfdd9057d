//! The row that names the span, and the keys that lead to other spans.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Refusal;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::Action;
use crate::ui::request::{Opening, Request, ScreenId};
use crate::ui::spans::SpanChoice;
use crate::ui::theme::Meaning;
use crate::ui::view::Answer;

/// What a key does about the span of a screen; `None` for a key that is about something else.
pub(super) fn act(
    target: ScreenId,
    choice: &SpanChoice,
    action: Action,
    ctx: &Context<'_>,
) -> Option<Answer> {
    let today = ctx.model.day;
    let go = |span| Answer::Run(Request::Go(target.of_span(span)));
    Some(match action {
        Action::Left => go(choice.before()),
        Action::Right => choice.after(today).map_or(Answer::Run(Request::Refuse(Refusal::NothingLater)), go),
        Action::NextKind => go(choice.next_kind()),
        Action::PreviousKind => go(choice.previous_kind()),
        Action::First if !choice.is_now(today) => go(choice.now(today)),
        Action::Range => Answer::Run(Request::Open(Opening::Range(target, choice.span()))),
        _ => return None,
    })
}

/// Names the span on the first row, with the kind that Tab leads to; says what is left of the area.
pub(super) fn render(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, choice: &SpanChoice) -> Rect {
    let lang = ctx.lang;
    let next = choice.next_kind();
    let kind = match next.shift {
        Some(shift) => lang.shift_part(shift.part),
        None => lang.span_kind(next.kind, next.calendar),
    };
    let name = format!(" < {} >", lang.title_span(choice.span()));
    let mut right = format!(" {} ", lang.next_kind_is(kind));
    let width = usize::from(area.width);
    if draw::width(&name) + draw::width(&right) > width {
        // The name of the span matters more; the footer has the key.
        right.clear();
    }
    let left = draw::pad(&name, width - draw::width(&right));
    let pieces = [(left.as_str(), ctx.style(Meaning::Heading)), (right.as_str(), ctx.style(Meaning::Faint))];
    draw::pieces(frame.buffer_mut(), area, 0, &pieces);
    let taken = area.height.min(1);
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// Says that the figures are being counted.
pub(super) fn render_counting(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
    let words = format!("  {}", ctx.lang.counting());
    draw::line(frame.buffer_mut(), area, 1, &words, ctx.style(Meaning::Strong));
}
