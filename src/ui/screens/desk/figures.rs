//! Today's line of figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::model::Figures;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// Draws the line.
pub(super) fn render(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>) {
    let Figures { given, waiting, in_hand, done, left, persons } = ctx.model.figures();
    let lang = ctx.lang;
    let plain = ctx.style(Meaning::Plain);
    let number = |number: usize| lang.count(number as u64);
    let longest = ctx.model.longest_wait(ctx.now);
    let mut words = vec![(format!(" {}", lang.figures_given(&number(given), &lang.count(persons))), plain)];
    words.push((" │ ".to_owned(), ctx.style(Meaning::Frame)));
    words.push((format!("{} ", lang.figures_waiting()), plain));
    words.push((number(waiting), ctx.style(if waiting > 0 { Meaning::Strong } else { Meaning::Plain })));
    if let Some(longest) = longest.filter(|seconds| *seconds >= 60) {
        words.push((lang.figures_longest(longest / 60), plain));
    }
    let late = ctx.model.late(ctx.now);
    let late_at = words.len();
    let parts = [
        (lang.figures_in_hand(), in_hand, Meaning::Serving),
        (lang.figures_done(), done, Meaning::Strong),
        (lang.figures_left(), left, Meaning::Strong),
    ];
    for (label, count, meaning) in parts {
        words.push((" │ ".to_owned(), ctx.style(Meaning::Frame)));
        words.push((format!("{label} "), plain));
        words.push((number(count), ctx.style(if count > 0 { meaning } else { Meaning::Plain })));
    }
    if late > 0 {
        // In words where the line has room for them.
        let used: usize = words.iter().map(|(text, _)| draw::width(text)).sum();
        let many = lang.late_many(late, ctx.model.wait_limit);
        let has_room = used + draw::width(&many) <= usize::from(area.width);
        let told = if has_room { many } else { lang.late_few(late) };
        words.insert(late_at, (told, ctx.style(Meaning::Late)));
    }
    let pieces: Vec<_> = words.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    draw::pieces(buffer, area, 0, &pieces);
}

/// Signs of the rule that stay visible at the right of what is written on it, and at least at its left.
const RULE_SHOWN: u16 = 2;

/// Says on the rule below the figures, right of the wall, how many asked something short today and took no number: they
/// are no part of the figures above. Nothing while there were none, or where there is no room.
pub(super) fn render_questions(buffer: &mut Buffer, rule: Rect, wall: u16, ctx: &Context<'_>) {
    let count = ctx.model.quick_questions;
    let words = format!(" {} ", ctx.lang.quick_questions_today(&ctx.lang.count(count)));
    let width = u16::try_from(draw::width(&words)).unwrap_or(u16::MAX);
    let room = rule.right().saturating_sub(wall + 1);
    if count == 0 || width.saturating_add(2 * RULE_SHOWN) > room {
        return;
    }
    buffer.set_string(rule.right() - RULE_SHOWN - width, rule.y, words, ctx.style(Meaning::Plain));
}
