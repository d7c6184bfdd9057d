//! Main numbers, alone, beside the span before, and against targets.

use super::Ground;
use crate::domain::tally::{Share, Tally, hundredths};
use crate::papers::forms::figures::{self, FigureId};
use crate::papers::sheet::{Cell, Value};

type Rows = Vec<Vec<Cell>>;

pub(super) fn main(ids: &[FigureId], ground: Ground) -> Rows {
    let row =
        |id: &FigureId| vec![ground.named(ground.lang.figure_row(*id)), id.cell(ground.tally, ground.lang)];
    ids.iter().filter(|id| is_shown(**id, &[ground.tally])).map(row).collect()
}

/// Whether a figure has a row: an office that counts no quick questions need not read of them.
fn is_shown(id: FigureId, tallies: &[&Tally]) -> bool {
    id != FigureId::QuickQuestions || tallies.iter().any(|tally| tally.quick_questions > 0)
}

/// None when there is no span before, or nothing happened in it.
pub(super) fn compare(ids: &[FigureId], ground: Ground) -> Rows {
    let is_known = |tally: &&Tally| tally.visits + tally.assists > 0;
    let Some(before) = ground.ctx.before.filter(is_known) else { return Vec::new() };
    let row = |id: &FigureId| {
        let (now, then) = (id.value(ground.tally), id.value(before));
        vec![
            ground.named(ground.lang.figure_row(*id)),
            figures::cell(now, ground.lang),
            figures::cell(then, ground.lang),
            difference(now, then, ground).into(),
        ]
    };
    ids.iter().filter(|id| is_shown(**id, &[ground.tally, before])).map(row).collect()
}

/// By how much a number grew or shrank: «+12», «−3 phút», «+1,20 điểm %».
fn difference(now: Value, then: Value, ground: Ground) -> String {
    let lang = ground.lang;
    let signed = |is_less: bool, words: String| format!("{}{words}", if is_less { '−' } else { '+' });
    match (now, then) {
        (now, then) if now == then && now != Value::Words => "0".to_owned(),
        (Value::Count(now), Value::Count(then)) => signed(now < then, lang.count(now.abs_diff(then))),
        (Value::Seconds(now), Value::Seconds(then)) => {
            // What is told in minutes differs by minutes: 8 less 7 is 1, whatever the seconds.
            let minutes = now / 60 - then / 60;
            if minutes == 0 { "0".to_owned() } else { signed(minutes < 0, lang.duration(minutes.abs() * 60)) }
        }
        (Value::Share { part, whole }, Value::Share { part: part_then, whole: whole_then }) => {
            let both = hundredths(part, whole).zip(hundredths(part_then, whole_then));
            both.map_or_else(
                || lang.no_number().to_owned(),
                |(now, then)| signed(now < then, lang.percentage_points(now.abs_diff(then))),
            )
        }
        _ => lang.no_number().to_owned(),
    }
}

/// What the desk gave to the targets. Every row says that it is the desk's own contribution.
pub(super) fn targets(ground: Ground) -> Rows {
    let (tally, targets, lang) = (ground.tally, ground.ctx.targets, ground.lang);
    let row = |Share { kind, part, whole, target }: Share| {
        let target = target?;
        let share = ground.share(part, whole);
        let against = lang.against_target(&share.text, target);
        let target = Cell::new(lang.whole_percent(target), Value::Share { part: target.into(), whole: 100 });
        Some(vec![
            ground.named(&lang.own_contribution(lang.target(kind))),
            ground.counted(part),
            ground.counted(whole),
            share,
            target,
            against.into(),
        ])
    };
    tally.shares(targets).into_iter().filter_map(row).collect()
}

pub(super) fn indicators(ground: Ground) -> Rows {
    let row = |(indicator, number): &(_, u32)| {
        vec![ground.named(ground.lang.indicator(*indicator)), ground.counted(*number)]
    };
    ground.tally.indicators.iter().map(row).collect()
}

pub(super) fn proof(ground: Ground) -> Rows {
    let proof = &ground.tally.proof;
    [
        (FigureId::CarriedIn, proof.carried_in),
        (FigureId::Visits, proof.issued),
        (FigureId::Served, proof.served),
        (FigureId::Left, proof.left),
        (FigureId::NoShow, proof.no_show),
        (FigureId::Cancelled, proof.cancelled),
        (FigureId::Open, proof.open),
    ]
    .into_iter()
    .map(|(id, number)| vec![ground.named(ground.lang.figure_row(id)), ground.counted(number)])
    .collect()
}
