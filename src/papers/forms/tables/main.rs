//! Main numbers, alone, beside the span before, and against targets.

use super::Ground;
use crate::domain::tally::Tally;
use crate::papers::forms::figures::{self, FigureId};
use crate::papers::sheet::{Cell, Value};

type Rows = Vec<Vec<Cell>>;

pub(super) fn main(ids: &[FigureId], ground: Ground) -> Rows {
    let row =
        |id: &FigureId| vec![ground.named(ground.lang.figure_row(*id)), id.cell(ground.tally, ground.lang)];
    ids.iter().map(row).collect()
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
    ids.iter().map(row).collect()
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
        (Value::Share { part, whole }, Value::Share { part: part_then, whole: whole_then })
            if whole > 0 && whole_then > 0 =>
        {
            let (now, then) = (hundredths(part, whole), hundredths(part_then, whole_then));
            signed(now < then, lang.percentage_points(now.abs_diff(then)))
        }
        _ => lang.no_number().to_owned(),
    }
}

/// A share in hundredths of a per cent.
fn hundredths(part: u64, whole: u64) -> u64 {
    (part * 10_000 + whole / 2) / whole
}

/// What the desk gave to the targets. Every row says that it is the desk's own contribution.
pub(super) fn targets(ground: Ground) -> Rows {
    let (tally, targets, lang) = (ground.tally, ground.ctx.targets, ground.lang);
    let row = |(name, part, whole, target): (&str, u32, u32, Option<u8>)| {
        let target = target?;
        let share = ground.share(part, whole);
        let against = lang.against_target(&share.text, target);
        let target = Cell::new(lang.whole_percent(target), Value::Share { part: target.into(), whole: 100 });
        Some(vec![
            ground.named(&lang.own_contribution(name)),
            ground.counted(part),
            ground.counted(whole),
            share,
            target,
            against.into(),
        ])
    };
    [
        (lang.target_online(), tally.filed_online, tally.filed, targets.online),
        (lang.target_paid(), tally.filed_paid_online, tally.filed, targets.paid),
        (lang.target_level_two(), tally.level_two.done, tally.level_two.tried, targets.level_two),
    ]
    .into_iter()
    .filter_map(row)
    .collect()
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
