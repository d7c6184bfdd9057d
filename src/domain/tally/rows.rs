//! The tables of the tally.

use std::collections::BTreeMap;

use super::super::assist::{Assist, OutcomeKind};
use super::super::catalogue::Catalogue;
use super::super::coded::StageKind;
use super::super::counter::Counts;
use super::super::facts::Facts;
use super::super::hours::HoursKind;
use super::super::ids::{StationNo, VolunteerId};
use super::super::procedure::Code;
use super::super::shift::whole_minutes;
use super::super::visit::Stage;
use super::staffing;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// The field's id in the catalogue; empty for procedures the catalogue no longer knows.
    pub field: String,
    /// Visits whose main need lies in the field.
    pub visits: u32,
    pub persons: u32,
    pub assists: u32,
    /// Its procedures, the most frequent first.
    pub procedures: Vec<ProcedureRow>,
    /// Of the visits, those whose main need is none of these procedures: nobody was helped with it in the span.
    pub not_helped: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureRow {
    pub code: Code,
    /// Things helped with, whatever their quantity.
    pub assists: u32,
    /// The quantities of those done: in no total.
    pub quantity: u32,
    pub done: u32,
    /// Of them stuck or to come back.
    pub unfinished: u32,
    /// Of those done, the ones that were filed.
    pub filed: u32,
    /// Of those filed, the ones that were online, fully or partly.
    pub online: u32,
}

/// An hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourRow {
    /// The hour that begins, 0–23.
    pub hour: u8,
    /// Visits that came in it.
    pub visits: u32,
    pub served: u32,
    /// Minutes of volunteers on duty in it.
    pub on_duty: u32,
    /// Minutes for which stations were staffed in it.
    pub staffed: u32,
    /// What was counted in it without a number.
    pub counted: Counts,
}

/// An hour of a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Days since Monday: 0–6.
    pub weekday: u8,
    /// The hour that begins, 0–23.
    pub hour: u8,
    pub visits: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StationRow {
    pub station: StationNo,
    pub served: u32,
    /// Things helped with there.
    pub assists: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolunteerRow {
    pub volunteer: VolunteerId,
    pub served: u32,
    pub assists: u32,
    pub shifts: u32,
    /// Minutes on duty.
    pub minutes: u32,
    /// Minutes for which the office was open in those shifts.
    pub planned: u32,
    /// Of the minutes on duty, those outside the office's hours on a working day.
    pub out_of_hours: u32,
    pub saturday: u32,
    pub sunday: u32,
    pub holiday: u32,
}

impl VolunteerRow {
    /// Of somebody who did nothing.
    pub const fn idle(volunteer: VolunteerId) -> Self {
        Self {
            volunteer,
            served: 0,
            assists: 0,
            shifts: 0,
            minutes: 0,
            planned: 0,
            out_of_hours: 0,
            saturday: 0,
            sunday: 0,
            holiday: 0,
        }
    }
}

pub(super) fn by_field(facts: &Facts, done: &[&Assist], catalogue: &Catalogue) -> Vec<FieldRow> {
    let mut rows: Vec<FieldRow> = catalogue
        .fields()
        .iter()
        .map(|field| field.id.clone())
        .chain([String::new()])
        .map(|field| FieldRow {
            field,
            visits: 0,
            persons: 0,
            assists: 0,
            procedures: Vec::new(),
            not_helped: 0,
        })
        .collect();
    let last = rows.len() - 1;
    let at = |code: Option<&Code>| {
        code.and_then(|code| catalogue.field_of(code))
            .and_then(|field| catalogue.fields().iter().position(|one| one.id == field.id))
            .unwrap_or(last)
    };
    let given = || facts.visits.iter().filter(|fact| fact.is_visit_of(facts.span));
    for fact in given() {
        let row = &mut rows[at(fact.need.as_ref())];
        row.visits += 1;
        row.persons += u32::from(fact.visit.persons);
    }
    for assist in done {
        let row = &mut rows[at(Some(&assist.procedure))];
        row.assists += 1;
        row.count(assist);
    }
    for fact in given() {
        let row = &mut rows[at(fact.need.as_ref())];
        let is_helped = row.procedures.iter().any(|one| Some(&one.code) == fact.need.as_ref());
        row.not_helped += u32::from(!is_helped);
    }
    rows.retain(|row| row.visits + row.assists > 0);
    for row in &mut rows {
        row.procedures.sort_by(|a, b| b.assists.cmp(&a.assists).then_with(|| a.code.cmp(&b.code)));
    }
    rows
}

impl FieldRow {
    /// Whether the field only gave second needs: it has things, and no visits of its own.
    pub const fn has_second_needs_only(&self) -> bool {
        self.visits == 0 && self.assists > 0
    }
}

impl ProcedureRow {
    pub(crate) const fn none(code: Code) -> Self {
        Self { code, assists: 0, quantity: 0, done: 0, unfinished: 0, filed: 0, online: 0 }
    }
}

impl FieldRow {
    fn count(&mut self, assist: &Assist) {
        let known = self.procedures.iter().position(|row| row.code == assist.procedure);
        let at = known.unwrap_or_else(|| {
            let code = assist.procedure.clone();
            self.procedures.push(ProcedureRow::none(code));
            self.procedures.len() - 1
        });
        let row = &mut self.procedures[at];
        row.assists += 1;
        match assist.outcome.kind() {
            OutcomeKind::Done => {
                row.done += 1;
                row.quantity += u32::from(assist.quantity);
            }
            OutcomeKind::Stuck | OutcomeKind::ComeBack => row.unfinished += 1,
            OutcomeKind::Open | OutcomeKind::Referred | OutcomeKind::Declined => {}
        }
        row.filed += u32::from(assist.is_filed());
        row.online += u32::from(assist.is_online());
    }
}

pub(super) fn by_hour(facts: &Facts) -> Vec<HourRow> {
    let mut rows: BTreeMap<u8, HourRow> = BTreeMap::new();
    let row =
        |hour| HourRow { hour, visits: 0, served: 0, on_duty: 0, staffed: 0, counted: Counts::default() };
    for fact in &facts.visits {
        if fact.is_visit_of(facts.span) {
            let hour = fact.visit.arrived.hour();
            rows.entry(hour).or_insert_with(|| row(hour)).visits += 1;
        }
        if fact.visit.kind_at_end_of(facts.span) == StageKind::Done {
            let hour = fact.visit.stage.since().hour();
            rows.entry(hour).or_insert_with(|| row(hour)).served += 1;
        }
    }
    for (counter, at) in &facts.counted {
        rows.entry(at.hour()).or_insert_with(|| row(at.hour())).counted.add(*counter);
    }
    for shift in &facts.shifts {
        for (hour, minutes) in staffing::people(facts, shift) {
            rows.entry(hour).or_insert_with(|| row(hour)).on_duty += minutes;
        }
        for (hour, minutes) in staffing::stations(facts, shift) {
            rows.entry(hour).or_insert_with(|| row(hour)).staffed += minutes;
        }
    }
    rows.into_values().collect()
}

pub(super) fn by_weekday(facts: &Facts) -> Vec<HeatRow> {
    let mut rows: BTreeMap<(u8, u8), u32> = BTreeMap::new();
    for fact in facts.visits.iter().filter(|fact| fact.is_visit_of(facts.span)) {
        let weekday = u8::try_from(fact.visit.day.weekday()).unwrap_or(0);
        *rows.entry((weekday, fact.visit.arrived.hour())).or_default() += 1;
    }
    rows.into_iter().map(|((weekday, hour), visits)| HeatRow { weekday, hour, visits }).collect()
}

/// Who and where the finished visits of the day were finished.
fn finished(facts: &Facts) -> impl Iterator<Item = (StationNo, VolunteerId)> {
    facts.visits.iter().filter(|fact| fact.visit.kind_at_end_of(facts.span) == StageKind::Done).filter_map(
        |fact| match fact.visit.stage {
            Stage::Done { by, station, .. } => Some((station, by)),
            _ => None,
        },
    )
}

pub(super) fn by_station(facts: &Facts, done: &[&Assist]) -> Vec<StationRow> {
    let mut rows: BTreeMap<StationNo, StationRow> = BTreeMap::new();
    let row = |station| StationRow { station, served: 0, assists: 0 };
    for (station, _) in finished(facts) {
        rows.entry(station).or_insert_with(|| row(station)).served += 1;
    }
    for assist in done {
        let station = assist.station;
        rows.entry(station).or_insert_with(|| row(station)).assists += 1;
    }
    rows.into_values().collect()
}

pub(super) fn by_volunteer(facts: &Facts, done: &[&Assist]) -> Vec<VolunteerRow> {
    let mut rows: BTreeMap<VolunteerId, VolunteerRow> = BTreeMap::new();
    let row = VolunteerRow::idle;
    for (_, by) in finished(facts) {
        rows.entry(by).or_insert_with(|| row(by)).served += 1;
    }
    for assist in done {
        rows.entry(assist.by).or_insert_with(|| row(assist.by)).assists += 1;
    }
    for shift in &facts.shifts {
        for volunteer in shift.people() {
            let row = rows.entry(volunteer).or_insert_with(|| row(volunteer));
            row.shifts += 1;
            row.planned += facts.plan.minutes(shift);
        }
        for (volunteer, from, until) in shift.hours(facts.at) {
            let row = rows.entry(volunteer).or_insert_with(|| row(volunteer));
            row.minutes += whole_minutes(from, until);
            for (kind, minutes) in facts.plan.split(from, until) {
                match kind {
                    HoursKind::Planned => {}
                    HoursKind::OutOfHours => row.out_of_hours += minutes,
                    HoursKind::Saturday => row.saturday += minutes,
                    HoursKind::Sunday => row.sunday += minutes,
                    HoursKind::Holiday => row.holiday += minutes,
                }
            }
        }
    }
    rows.into_values().collect()
}
