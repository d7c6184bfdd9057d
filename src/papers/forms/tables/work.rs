//! What was helped with: fields, procedures, outcomes, filing.

use super::Ground;
use crate::domain::tally::ProcedureRow;
use crate::papers::sheet::Cell;

type Rows = Vec<Vec<Cell>>;

pub(super) fn fields(ground: Ground) -> Rows {
    let all: u32 = ground.tally.fields.iter().map(|field| field.assists).sum();
    let row = |field: &crate::domain::tally::FieldRow| {
        let sum = |of: fn(&ProcedureRow) -> u32| field.procedures.iter().map(of).sum::<u32>();
        let online = sum(|row| row.online);
        vec![
            ground.ctx.field_name(&field.field, ground.lang).into(),
            ground.counted(field.visits),
            ground.counted(field.persons),
            ground.counted(field.assists),
            ground.counted(sum(|row| row.done)),
            ground.counted(sum(|row| row.unfinished)),
            ground.counted(online),
            ground.share(online, field.assists),
            ground.share(field.assists, all),
        ]
    };
    ground.tally.fields.iter().map(row).collect()
}

pub(super) fn procedures(ground: Ground) -> Rows {
    let mut all: Vec<(&str, &ProcedureRow)> = ground
        .tally
        .fields
        .iter()
        .flat_map(|field| field.procedures.iter().map(|row| (field.field.as_str(), row)))
        .collect();
    all.sort_by(|(_, a), (_, b)| b.assists.cmp(&a.assists).then_with(|| a.code.cmp(&b.code)));
    let whole: u32 = all.iter().map(|(_, row)| row.assists).sum();
    let row = |(field, row): (&str, &ProcedureRow)| {
        vec![
            ground.ctx.procedure_short(&row.code, ground.lang).into(),
            ground.ctx.procedure_name(&row.code, ground.lang).into(),
            row.code.0.clone().into(),
            ground.ctx.field_name(field, ground.lang).into(),
            ground.counted(row.assists),
            ground.counted(row.done),
            ground.counted(row.unfinished),
            ground.counted(row.online),
            ground.share(row.online, row.assists),
            ground.share(row.assists, whole),
        ]
    };
    all.into_iter().map(row).collect()
}

/// Names, how many things, and which share of all in the table.
fn counted<T: Copy, N: AsRef<str>>(rows: &[(T, u32)], name: impl Fn(T) -> N, ground: Ground) -> Rows {
    let all: u32 = rows.iter().map(|(_, number)| number).sum();
    let row = |(value, number): &(T, u32)| {
        vec![ground.named(name(*value).as_ref()), ground.counted(*number), ground.share(*number, all)]
    };
    rows.iter().map(row).collect()
}

/// The most frequent first; equal ones keep their order.
fn most_first<T: Copy>(rows: &[(T, u32)]) -> Vec<(T, u32)> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    rows
}

pub(super) fn outcomes(ground: Ground) -> Rows {
    counted(&ground.tally.outcomes, |one| ground.lang.outcome_kind(one), ground)
}

pub(super) fn stuck(ground: Ground) -> Rows {
    counted(&most_first(&ground.tally.stuck), |one| ground.lang.stuck_reason(one, ground.ctx.reasons), ground)
}

pub(super) fn referred(ground: Ground) -> Rows {
    counted(&most_first(&ground.tally.referred), |one| ground.lang.referral(one), ground)
}

pub(super) fn channels(ground: Ground) -> Rows {
    counted(&ground.tally.channels, |one| ground.lang.channel(one), ground)
}

pub(super) fn how(ground: Ground) -> Rows {
    counted(&ground.tally.how, |one| ground.lang.how(one), ground)
}

pub(super) fn payments(ground: Ground) -> Rows {
    let tally = ground.tally;
    if tally.assists == 0 {
        return Vec::new();
    }
    let row = |name: &str, part: u32, whole: u32| {
        vec![ground.named(name), ground.counted(part), ground.counted(whole), ground.share(part, whole)]
    };
    vec![
        row(ground.lang.filed_online_of_filed(), tally.filed_online, tally.filed),
        row(ground.lang.filed_paid_of_filed(), tally.filed_paid_online, tally.filed),
        row(ground.lang.paid_of_all(), tally.paid_online, tally.assists),
    ]
}
