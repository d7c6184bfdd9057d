//! The tables of the tally.

use std::collections::BTreeMap;

use super::super::assist::{Assist, OutcomeKind};
use super::super::catalogue::Catalogue;
use super::super::coded::StageKind;
use super::super::counter::Counts;
use super::super::facts::Facts;
use super::super::ids::{StationNo, VolunteerId};
use super::super::procedure::Code;
use super::super::visit::Stage;
use super::staffing;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// The field's id in the catalogue; empty for procedures the catalogue no longer knows.
    pub field: String,
    /// Numbers given whose first need lies in the field.
    pub visits: u32,
    pub persons: u32,
    pub assists: u32,
    /// Its procedures, the most frequent first.
    pub procedures: Vec<ProcedureRow>,
    /// Of the numbers, those whose first need is none of these procedures: nobody was helped with it in the span.
    pub not_helped: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureRow {
    pub code: Code,
    /// Things helped with, quantities added up.
    pub assists: u32,
    pub done: u32,
    /// Of them stuck or to come back.
    pub unfinished: u32,
    /// Of them filed online, wholly or partly.
    pub online: u32,
}

/// An hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourRow {
    /// The hour that begins, 0–23.
    pub hour: u8,
    pub issued: u32,
    pub served: u32,
    /// Minutes of volunteers on duty in it.
    pub on_duty: u32,
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
    pub issued: u32,
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
    pub minutes: u32,
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
    let given = || facts.visits.iter().filter(|fact| !fact.visit.is_carried_into(facts.span));
    for fact in given() {
        let row = &mut rows[at(fact.need.as_ref())];
        row.visits += 1;
        row.persons += u32::from(fact.visit.persons);
    }
    for assist in done {
        let row = &mut rows[at(Some(&assist.procedure))];
        row.assists += u32::from(assist.quantity);
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
    fn count(&mut self, assist: &Assist) {
        let quantity = u32::from(assist.quantity);
        let known = self.procedures.iter().position(|row| row.code == assist.procedure);
        let at = known.unwrap_or_else(|| {
            let code = assist.procedure.clone();
            self.procedures.push(ProcedureRow { code, assists: 0, done: 0, unfinished: 0, online: 0 });
            self.procedures.len() - 1
        });
        let row = &mut self.procedures[at];
        row.assists += quantity;
        match assist.outcome.kind() {
            OutcomeKind::Done => row.done += quantity,
            OutcomeKind::Stuck | OutcomeKind::ComeBack => row.unfinished += quantity,
            OutcomeKind::Open | OutcomeKind::Referred | OutcomeKind::Declined => {}
        }
        if assist.channel.is_online() {
            row.online += quantity;
        }
    }
}

pub(super) fn by_hour(facts: &Facts) -> Vec<HourRow> {
    let mut rows: BTreeMap<u8, HourRow> = BTreeMap::new();
    let row = |hour| HourRow { hour, issued: 0, served: 0, on_duty: 0, counted: Counts::default() };
    for fact in &facts.visits {
        if !fact.visit.is_carried_into(facts.span) {
            let hour = fact.visit.arrived.hour();
            rows.entry(hour).or_insert_with(|| row(hour)).issued += 1;
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
        for (hour, minutes) in staffing::hours(facts, shift) {
            rows.entry(hour).or_insert_with(|| row(hour)).on_duty += minutes;
        }
    }
    rows.into_values().collect()
}

pub(super) fn by_weekday(facts: &Facts) -> Vec<HeatRow> {
    let mut rows: BTreeMap<(u8, u8), u32> = BTreeMap::new();
    for fact in facts.visits.iter().filter(|fact| !fact.visit.is_carried_into(facts.span)) {
        let weekday = u8::try_from(fact.visit.day.weekday()).unwrap_or(0);
        *rows.entry((weekday, fact.visit.arrived.hour())).or_default() += 1;
    }
    rows.into_iter().map(|((weekday, hour), issued)| HeatRow { weekday, hour, issued }).collect()
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
        rows.entry(station).or_insert_with(|| row(station)).assists += u32::from(assist.quantity);
    }
    rows.into_values().collect()
}

pub(super) fn by_volunteer(facts: &Facts, done: &[&Assist]) -> Vec<VolunteerRow> {
    let mut rows: BTreeMap<VolunteerId, VolunteerRow> = BTreeMap::new();
    let row = |volunteer| VolunteerRow { volunteer, served: 0, assists: 0, shifts: 0, minutes: 0 };
    for (_, by) in finished(facts) {
        rows.entry(by).or_insert_with(|| row(by)).served += 1;
    }
    for assist in done {
        rows.entry(assist.by).or_insert_with(|| row(assist.by)).assists += u32::from(assist.quantity);
    }
    for shift in &facts.shifts {
        for volunteer in &shift.on_duty {
            let row = rows.entry(*volunteer).or_insert_with(|| row(*volunteer));
            row.shifts += 1;
            row.minutes += shift.minutes(facts.at);
        }
    }
    rows.into_values().collect()
}
