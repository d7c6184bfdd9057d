//! Who was on duty, where, how long, and what did not work.

use super::{Ground, Rows};
use crate::domain::Shift;
use crate::papers::sheet::{Cell, Value};

pub(super) fn stations(ground: Ground) -> Vec<Vec<Cell>> {
    let row = |row: &crate::domain::tally::StationRow| {
        vec![
            ground.lang.tally_station(row.station.number()).into(),
            ground.counted(row.served),
            ground.counted(row.assists),
        ]
    };
    ground.tally.stations.iter().map(row).collect()
}

pub(super) fn volunteers(ground: Ground) -> Vec<Vec<Cell>> {
    let row = |row: &crate::domain::tally::VolunteerRow| {
        vec![
            ground.ctx.volunteer_name(row.volunteer, ground.lang).into(),
            ground.counted(row.shifts),
            ground.hours(row.minutes),
            ground.counted(row.served),
            ground.counted(row.assists),
        ]
    };
    ground.tally.volunteers.iter().map(row).collect()
}

pub(super) fn shifts(ground: Ground) -> Vec<Vec<Cell>> {
    let row = |shift: &Shift| {
        let names: Vec<String> =
            shift.on_duty.iter().map(|id| ground.ctx.volunteer_name(*id, ground.lang)).collect();
        let people = u32::try_from(shift.on_duty.len()).unwrap_or(u32::MAX);
        vec![
            Cell::new(ground.lang.date(shift.day), Value::Day(shift.day)),
            ground.named(ground.lang.shift_part(shift.part)),
            ground.lang.clock(shift.opened).into(),
            shift.closed.map(|at| ground.lang.clock(at)).unwrap_or_default().into(),
            ground.counted(people),
            ground.hours(minutes(shift, ground) * people),
            names.join(", ").into(),
        ]
    };
    ground.ctx.shifts.iter().map(row).collect()
}

/// Minutes of a shift as the tally counts them: to now of one that runs today, nought of one that nobody closed.
fn minutes(shift: &Shift, ground: Ground) -> u32 {
    let now = ground.ctx.printed;
    let until = shift.closed.or((shift.day == now.day()).then_some(now));
    let seconds = until.map_or(0, |until| until.seconds_since(shift.opened).max(0));
    u32::try_from(seconds / 60).unwrap_or(0)
}

pub(super) fn outages(ground: Ground) -> Rows {
    let lost = &ground.tally.lost;
    let rows: Vec<Vec<Cell>> = lost
        .systems
        .iter()
        .map(|row| {
            vec![
                ground.named(ground.lang.system(row.system)),
                ground.counted(row.times),
                ground.counted(row.minutes),
                ground.counted(row.visits),
                ground.counted(row.persons),
            ]
        })
        .collect();
    let times: u32 = lost.systems.iter().map(|row| row.times).sum();
    let total = vec![
        ground.lang.outages_together().into(),
        ground.counted(times),
        ground.counted(lost.minutes),
        ground.counted(lost.visits),
        ground.counted(lost.persons),
    ];
    Rows { rows, total: Some(total) }
}
