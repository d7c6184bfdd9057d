//! The volunteers with what they did, and the shifts.

use std::collections::BTreeMap;

use crate::domain::full_name::sort_by_name;
use crate::domain::tally::{ColumnId, TableId, Tally, VolunteerRow};
use crate::domain::{Report, Shift, VolunteerId};
use crate::lang::Lang;
use crate::papers::cells::counted;
use crate::papers::sheet::{Cell, Column, Row, Table, Weight};

/// More volunteers than this stand in two tables side by side.
const MOST_IN_ONE: usize = 4;

/// The volunteers who were on duty or helped, with the sums at the end.
pub(super) fn tables(tally: &Tally, ctx: &Report, lang: Lang) -> Vec<Table> {
    let mut people: BTreeMap<VolunteerId, VolunteerRow> =
        tally.volunteers.iter().map(|row| (row.volunteer, *row)).collect();
    for volunteer in ctx.shifts.iter().flat_map(Shift::people) {
        people.entry(volunteer).or_insert(VolunteerRow::idle(volunteer));
    }
    if people.is_empty() {
        return Vec::new();
    }
    let mut people: Vec<VolunteerRow> = people.into_values().collect();
    sort_by_name(&mut people, |row| ctx.volunteer_name(row.volunteer, lang));
    let mut rows: Vec<Row> = people
        .iter()
        .map(|row| {
            let name = ctx.volunteer_name(row.volunteer, lang);
            let shifts = shifts_of(row.volunteer, ctx, lang);
            Row::new(
                [name.into(), shifts.into(), counted(row.served, lang), counted(row.assists, lang)],
                Weight::Normal,
            )
        })
        .collect();
    let sum = |of: fn(&VolunteerRow) -> u32| counted(people.iter().map(of).sum::<u32>(), lang);
    rows.push(Row::new(
        [lang.tally_sum().into(), Cell::default(), sum(|row| row.served), sum(|row| row.assists)],
        Weight::Strong,
    ));
    if people.len() <= MOST_IN_ONE {
        return vec![table(rows, lang)];
    }
    let second = rows.split_off(rows.len().div_ceil(2));
    vec![table(rows, lang), table(second, lang)]
}

fn table(rows: Vec<Row>, lang: Lang) -> Table {
    Table {
        chart: None,
        caption: None,
        columns: vec![
            Column::words(lang.tally_by_volunteer(), 6),
            Column::signs(lang.tally_shift_column(), 3),
            Column::numbers(lang.whole_title(TableId::Volunteers, ColumnId::Served), 2),
            Column::numbers(lang.whole_title(TableId::Volunteers, ColumnId::Assists), 2),
        ],
        rows,
    }
}

/// The parts of the day in which a volunteer was on duty: «sáng, chiều», kept on one line.
fn shifts_of(volunteer: VolunteerId, ctx: &Report, lang: Lang) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for shift in ctx.shifts.iter().filter(|shift| shift.people().contains(&volunteer)) {
        let part = lang.tally_part(shift.part);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(",\u{a0}")
}

/// The shifts in a sentence: «Ca sáng 07:30–11:35, 5 người trực; ca chiều …».
pub(super) fn shifts(ctx: &Report, lang: Lang) -> String {
    let shifts: Vec<String> = ctx
        .shifts
        .iter()
        .map(|shift| {
            let (part, people) = (lang.shift_part(shift.part), shift.people().len());
            let from = lang.clock(shift.opened);
            match shift.closed {
                Some(_) => lang.tally_shift_closed(part, &from, &lang.shift_end(shift), people),
                None => lang.tally_shift_open(part, &from, people),
            }
        })
        .collect();
    if shifts.is_empty() {
        return lang.tally_no_shift().to_owned();
    }
    format!("{}.", lang.sentence(&shifts.join("; ")))
}
