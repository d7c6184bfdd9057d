//! The shares that leaders ask about, with their targets, and the numbers of the period before.

use super::Source;
use crate::domain::assist::OutcomeKind;
use crate::domain::tally::{Share, Tally};
use crate::text::Lang;
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
        Some(target) => lang.share_of_target(&lang.hundredths(hundredths), target),
        None => lang.share_alone(&lang.hundredths(hundredths)),
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

/// What is compared, by name.
fn compared(tally: &Tally, lang: Lang) -> [(&'static str, u64); 9] {
    let stuck = tally.outcomes.iter().find(|(kind, _)| *kind == OutcomeKind::Stuck);
    [
        (lang.compared_visits(), tally.visits.into()),
        (lang.compared_persons(), tally.persons.into()),
        (lang.compared_assists(), tally.assists.into()),
        (lang.compared_quick_questions(), tally.quick_questions.into()),
        (lang.compared_served(), tally.proof.served.into()),
        (lang.compared_gone(), tally.proof.gone().into()),
        (lang.compared_online(), tally.filed_online.into()),
        (lang.compared_stuck(), stuck.map_or(0, |(_, number)| *number).into()),
        (lang.compared_wait(), u64::try_from(tally.waits.median / 60).unwrap_or(0)),
    ]
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
            (draw::pad(name, room.min(26)), Meaning::Plain),
            (numbers, meaning),
            (format!("   {change}"), Meaning::Strong),
        ]
    };
    lines.push(row("", lang.comparison_columns_now(), lang.comparison_columns_before(), "", Meaning::Faint));
    for ((name, now), (_, then)) in compared(tally, lang).into_iter().zip(compared(before, lang)) {
        // An office that counts no quick questions need not read of them.
        if name == lang.compared_quick_questions() && now + then == 0 {
            continue;
        }
        let change = lang.change(then, now);
        lines.push(row(name, &lang.count(now), &lang.count(then), &change, Meaning::Plain));
    }
    lines
}
