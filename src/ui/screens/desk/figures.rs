//! Today's line of figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::desk::Card;
use crate::domain::Counter;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// How much of the line is said, from all of it to what a narrow window has room for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    Full,
    /// The number of late ones without the limit.
    Short,
    /// Without the words before the numbers given and the longest wait.
    Terse,
    /// Without those on hold: the list below has them.
    Bare,
}

pub(super) fn render(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>) {
    let all = [Length::Full, Length::Short, Length::Terse, Length::Bare].map(|length| words(length, ctx));
    let has_room = |words: &&Vec<(String, Style)>| {
        words.iter().map(|(text, _)| draw::width(text)).sum::<usize>() <= usize::from(area.width)
    };
    let [.., bare] = &all;
    let fitting = all.iter().find(has_room).unwrap_or(bare);
    let pieces: Vec<_> = fitting.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    draw::pieces(buffer, area, 0, &pieces);
}

fn words(length: Length, ctx: &Context<'_>) -> Vec<(String, Style)> {
    let figures = ctx.model.figures();
    let lang = ctx.lang;
    let plain = ctx.style(Meaning::Plain);
    let number = |number: u32| lang.count(number);
    let counted = |count: u32, meaning| ctx.style(if count > 0 { meaning } else { Meaning::Plain });
    let (given, persons) = (number(figures.visits), number(figures.persons));
    let given = if length < Length::Terse {
        lang.figures_given(&given, &persons)
    } else {
        lang.figures_given_short(&given, &persons)
    };
    let mut words = vec![
        (format!(" {given}"), plain),
        (" │ ".to_owned(), ctx.style(Meaning::Frame)),
        (format!("{} ", lang.figures_waiting()), plain),
        (number(figures.waiting), counted(figures.waiting, Meaning::Strong)),
    ];
    if let Some((seconds, card)) = ctx.model.longest_wait(ctx.now).filter(|(seconds, _)| *seconds >= 60) {
        let mut longest = lang.short_duration(seconds);
        if ctx.model.waits_apart(&card.visit) {
            let ticket = ctx.ticket(card);
            let station = card.visit.standing.station;
            let who = match station.map(|station| lang.at_station_short(&station.to_string())) {
                _ if length < Length::Terse => format!("{ticket}, {}", lang.waits_for(&card.visit)),
                Some(station) => format!("{ticket} {station}"),
                None => ticket,
            };
            longest = lang.figures_longest_of(&longest, &who);
        }
        let said =
            if length < Length::Terse { lang.figures_longest(&longest) } else { format!(", {longest}") };
        words.push((said, plain));
    }
    let late = ctx.model.late(ctx.now);
    if late > 0 {
        let limit = lang.short_duration(i64::from(ctx.model.wait_limit) * 60);
        let told = if length == Length::Full { lang.late_many(late, &limit) } else { lang.late_few(late) };
        words.push((told, ctx.style(Meaning::Late)));
    }
    for (label, count, meaning) in [
        (lang.figures_in_hand(), figures.in_hand, Meaning::Serving),
        (lang.figures_done(), figures.served, Meaning::Strong),
        (lang.figures_left(), figures.left, Meaning::Strong),
    ] {
        words.push((" │ ".to_owned(), ctx.style(Meaning::Frame)));
        words.push((format!("{label} "), plain));
        words.push((number(count), counted(count, meaning)));
        if meaning == Meaning::Serving && figures.held > 0 && length < Length::Bare {
            words.push((lang.figures_held(&number(figures.held)), plain));
        }
    }
    words
}

/// Signs of the rule that stay visible at the right of what is written on it, and at least at its left.
const RULE_SHOWN: u16 = 2;

/// Says on the rule above the visit in hand who is called after it, whom a key would call; where the rule's words end.
pub(super) fn render_next(buffer: &mut Buffer, rule: Rect, wall: u16, ctx: &Context<'_>, next: &Card) -> u16 {
    let words = format!(" {} ", ctx.lang.after_this_one(&ctx.ticket(next)));
    let (end, _) = buffer.set_stringn(
        wall + 1 + RULE_SHOWN,
        rule.y,
        &words,
        usize::from(rule.right().saturating_sub(wall + 1 + RULE_SHOWN)),
        ctx.style(Meaning::Plain),
    );
    end
}

/// Says on the rule below the figures, right of the wall, what was counted today without a number: it is no part of the
/// figures above. Nothing while there was none, or where there is no room.
pub(super) fn render_counted(buffer: &mut Buffer, rule: Rect, wall: u16, ctx: &Context<'_>) {
    let (lang, counted) = (ctx.lang, ctx.model.counted);
    let used = Counter::ALL.iter().filter(|counter| counted.get(**counter) > 0);
    let said = used.map(|one| lang.counted_today(lang.counter_title(*one), &lang.count(counted.get(*one))));
    let words = format!(" {} ", said.collect::<Vec<_>>().join(" · "));
    let width = u16::try_from(draw::width(&words)).unwrap_or(u16::MAX);
    let room = rule.right().saturating_sub(wall + 1);
    if counted.is_nothing() || width.saturating_add(2 * RULE_SHOWN) > room {
        return;
    }
    buffer.set_string(rule.right() - RULE_SHOWN - width, rule.y, words, ctx.style(Meaning::Plain));
}
