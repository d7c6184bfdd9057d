//! The shares that leaders ask about, with their targets, and the numbers of the period before.

use super::Source;
use crate::domain::assist::OutcomeKind;
use crate::domain::tally::Tally;
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
    let (tally, targets) = (&source.report.tally, source.report.targets);
    for (name, part, whole, target) in [
        (&lang.sentence(lang.target_online()), tally.filed_online, tally.filed, targets.online),
        (&lang.sentence(lang.target_paid()), tally.filed_paid_online, tally.filed, targets.paid),
        (
            &lang.sentence(lang.target_level_two()),
            tally.level_two.done,
            tally.level_two.tried,
            targets.level_two,
        ),
    ] {
        lines.extend(target_lines(name, part, whole, target, lang, width));
    }
    lines.extend(comparison(source, width));
    lines
}

/// A share in hundredths of a per cent, rounded; `None` of nothing.
fn share(part: u32, whole: u32) -> Option<u64> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (part * 20_000 + whole).checked_div(2 * whole)
}

fn target_lines(
    name: &str,
    part: u32,
    whole: u32,
    target: Option<u8>,
    lang: Lang,
    width: usize,
) -> Vec<Line> {
    let Some(share) = share(part, whole) else {
        let name = words(format!("{name}: {}", lang.share_none()), Meaning::Plain);
        return vec![name];
    };
    let said = match target {
        Some(target) => lang.share_of_target(&lang.hundredths(share), target),
        None => lang.share_alone(&lang.hundredths(share)),
    };
    let parts = lang.share_parts(&lang.count(part), &lang.count(whole));
    let mut picture = gauge(share, target, width.saturating_sub(PARTS).min(GAUGE));
    picture.push((format!(" {parts}"), Meaning::Faint));
    vec![vec![(format!("{name}: "), Meaning::Plain), (said, Meaning::Strong)], picture]
}

/// What is compared, by name.
fn compared(tally: &Tally, lang: Lang) -> [(&'static str, u64); 8] {
    let stuck = tally.outcomes.iter().find(|(kind, _)| *kind == OutcomeKind::Stuck);
    [
        (lang.compared_visits(), tally.visits.into()),
        (lang.compared_persons(), tally.persons.into()),
        (lang.compared_assists(), tally.assists.into()),
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
        let change = lang.change(then, now);
        lines.push(row(name, &lang.count(now), &lang.count(then), &change, Meaning::Plain));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_none_of_nothing() {
        assert_eq!(share(9, 14), Some(6_429));
        assert_eq!(share(0, 14), Some(0));
        assert_eq!(share(u32::MAX, u32::MAX), Some(10_000));
        assert_eq!(share(0, 0), None);
    }
}
