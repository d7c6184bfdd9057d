//! The shares that leaders ask about, with their targets, and the numbers of the period before.

use super::Source;
use crate::domain::tally::{Amount, FigureId, Share, Tally};
use crate::lang::Lang;
use crate::ui::chart::gauge::gauge;
use crate::ui::chart::{Line, paragraph, words};
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// The columns of a gauge at most.
const GAUGE: usize = 60;

/// The columns beside it: `12.345 trong 67.890`.
const PARTS: usize = 22;

/// The columns of a number that is compared, and of how it changed.
const COMPARED: (usize, usize) = (9, 20);

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let mut lines = paragraph(lang.targets_heading(), width, Meaning::Heading);
    for share in source.report.tally.shares(source.report.targets) {
        lines.extend(target_lines(share, lang, width));
    }
    let missing = source.report.tally.channel_not_noted;
    if missing > 0 {
        let note = lang.channel_not_noted_note(&lang.count(missing));
        lines.extend(paragraph(&note, width, Meaning::Faint));
    }
    lines.extend(comparison(source, width));
    lines
}

fn target_lines(share: Share, lang: Lang, width: usize) -> Vec<Line> {
    let name = lang.sentence(lang.target(share.kind));
    let Some(hundredths) = share.hundredths() else {
        let name = words(format!("{name}: {}", lang.share_none()), Meaning::Plain);
        return vec![name];
    };
    let said = match share.target {
        Some(target) => lang.share_of_target(&lang.whole_percents(hundredths), target),
        None => lang.share_alone(&lang.whole_percents(hundredths)),
    };
    let parts = lang.share_parts(&lang.count(share.part), &lang.count(share.whole));
    let mut picture = gauge(hundredths, share.target, width.saturating_sub(PARTS).min(GAUGE));
    picture.push((format!(" {parts}"), Meaning::Faint));
    // A long name and a long share have no room beside each other in the narrowest window.
    if draw::width(&name) + draw::width(&said) + 2 > width {
        return vec![words(format!("{name}:"), Meaning::Plain), words(said, Meaning::Strong), picture];
    }
    vec![vec![(format!("{name}: "), Meaning::Plain), (said, Meaning::Strong)], picture]
}

/// What is compared; the counters follow.
const COMPARED_FIGURES: [FigureId; 8] = [
    FigureId::Visits,
    FigureId::Persons,
    FigureId::Assists,
    FigureId::Served,
    FigureId::Left,
    FigureId::FiledOnline,
    FigureId::Stuck,
    FigureId::WaitMedian,
];

/// A figure as a number that can be compared: durations in minutes.
fn number(id: FigureId, tally: &Tally) -> u64 {
    let amount = id.of(tally);
    let number = amount.plain().unwrap_or(0);
    u64::try_from(if matches!(amount, Amount::Seconds(_)) { number / 60 } else { number }).unwrap_or(0)
}

fn comparison(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let tally = &source.report.tally;
    let Some(before) = &source.report.before else {
        return paragraph(lang.comparison_none(), width, Meaning::Faint);
    };
    let mut lines = paragraph(&lang.comparison_heading(&lang.span(before.span)), width, Meaning::Heading);
    if tally.span.until >= source.today {
        let words = lang.comparison_unfinished(&lang.date(source.today));
        lines.extend(paragraph(&words, width, Meaning::Faint));
    }
    let row = |name: &str, now: &str, then: &str, change: &str, meaning| {
        let (number, room) = (COMPARED.0, width.saturating_sub(2 * COMPARED.0 + COMPARED.1 + 4));
        let numbers = format!("{} {}", draw::pad_left(now, number), draw::pad_left(then, number));
        vec![
            (draw::pad(name, room.min(30)), Meaning::Plain),
            (numbers, meaning),
            (format!("   {change}"), Meaning::Strong),
        ]
    };
    lines.push(row("", lang.comparison_columns_now(), lang.comparison_columns_before(), "", Meaning::Faint));
    let counters = FigureId::all().filter(|id| id.is_of_a_counter() && id.is_shown(&[tally, before]));
    for id in COMPARED_FIGURES.into_iter().chain(counters) {
        let (now, then) = (number(id, tally), number(id, before));
        let change = lang.change(then, now);
        let name = lang.figure(id);
        let is_timed = matches!(id.of(tally), Amount::Seconds(_));
        let name = lang.sentence(&if is_timed { lang.in_minutes(name) } else { name.to_owned() });
        lines.push(row(&name, &lang.count(now), &lang.count(then), &change, Meaning::Plain));
    }
    lines
}
