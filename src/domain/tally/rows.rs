//! The tables of the tally.

use std::collections::{BTreeMap, HashMap};

use super::super::assist::{Assist, OutcomeKind};
use super::super::catalogue::Catalogue;
use super::super::counter::Counts;
use super::super::facts::Facts;
use super::super::hours::HoursKind;
use super::super::ids::{StationNo, VolunteerId};
use super::super::procedure::Code;
use super::super::shift::clock_minutes;
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

/// What was asked for and helped with, while it is counted.
#[derive(Default)]
pub(super) struct Fields {
    /// By the main need.
    needs: ByCode<Came>,
    without_need: Came,
    /// What was helped with.
    pub(super) codes: ByCode<ProcedureRow>,
}

#[derive(Default)]
struct Came {
    visits: u32,
    persons: u32,
}

/// Something of each code, in the order in which the codes came.
pub(super) struct ByCode<T> {
    places: HashMap<Code, usize>,
    all: Vec<T>,
}

impl<T> Default for ByCode<T> {
    fn default() -> Self {
        Self { places: HashMap::new(), all: Vec::new() }
    }
}

impl<T> ByCode<T> {
    /// That of a code, made when it comes for the first time.
    fn of(&mut self, code: &Code, none: impl FnOnce(Code) -> T) -> &mut T {
        let at = self.places.get(code).copied().unwrap_or_else(|| {
            self.places.insert(code.clone(), self.all.len());
            self.all.push(none(code.clone()));
            self.all.len() - 1
        });
        &mut self.all[at]
    }
}

impl ByCode<ProcedureRow> {
    /// The sum of a number over some codes.
    pub(super) fn sum(&self, codes: &[&str], number: impl Fn(&ProcedureRow) -> u32) -> u32 {
        self.all.iter().filter(|row| codes.contains(&row.code.0.as_str())).map(number).sum()
    }
}

impl Fields {
    /// Counts a visit of the span.
    pub(super) fn visit(&mut self, need: Option<&Code>, heads: u32) {
        let came = match need {
            None => &mut self.without_need,
            Some(code) => self.needs.of(code, |_| Came::default()),
        };
        came.visits += 1;
        came.persons += heads;
    }

    /// Counts a thing of a visit that ended in the span.
    pub(super) fn thing(&mut self, assist: &Assist) {
        self.codes.of(&assist.procedure, ProcedureRow::none).count(assist);
    }

    pub(super) fn rows(self, catalogue: &Catalogue) -> Vec<FieldRow> {
        let ids = catalogue.fields().iter().map(|field| field.id.clone()).chain([String::new()]);
        let row = |field| FieldRow {
            field,
            visits: 0,
            persons: 0,
            assists: 0,
            procedures: Vec::new(),
            not_helped: 0,
        };
        let mut rows: Vec<FieldRow> = ids.map(row).collect();
        let last = rows.len() - 1;
        let at = |code: &Code| {
            let field = catalogue.field_of(code)?;
            catalogue.fields().iter().position(|one| one.id == field.id)
        };
        let needs = self.needs.places.iter().map(|(code, at)| (Some(code), &self.needs.all[*at]));
        for (need, came) in needs.chain([(None, &self.without_need)]) {
            let row = &mut rows[need.and_then(at).unwrap_or(last)];
            row.visits += came.visits;
            row.persons += came.persons;
            if !need.is_some_and(|need| self.codes.places.contains_key(need)) {
                row.not_helped += came.visits;
            }
        }
        for procedure in self.codes.all {
            let row = &mut rows[at(&procedure.code).unwrap_or(last)];
            row.assists += procedure.assists;
            row.procedures.push(procedure);
        }
        rows.retain(|row| row.visits + row.assists > 0);
        for row in &mut rows {
            row.procedures.sort_by(|a, b| b.assists.cmp(&a.assists).then_with(|| a.code.cmp(&b.code)));
        }
        rows
    }
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

    fn count(&mut self, assist: &Assist) {
        self.assists += 1;
        match assist.outcome.kind() {
            OutcomeKind::Done => {
                self.done += 1;
                self.quantity += u32::from(assist.quantity);
            }
            OutcomeKind::Stuck | OutcomeKind::ComeBack => self.unfinished += 1,
            OutcomeKind::Open | OutcomeKind::Referred | OutcomeKind::Declined => {}
        }
        self.filed += u32::from(assist.is_filed());
        self.online += u32::from(assist.is_online());
    }
}

/// The hours of the day while they are counted.
#[derive(Default)]
pub(super) struct Hours(BTreeMap<u8, HourRow>);

impl Hours {
    pub(super) fn row(&mut self, hour: u8) -> &mut HourRow {
        let none =
            || HourRow { hour, visits: 0, served: 0, on_duty: 0, staffed: 0, counted: Counts::default() };
        self.0.entry(hour).or_insert_with(none)
    }

    pub(super) fn rows(mut self, facts: &Facts) -> Vec<HourRow> {
        for (counter, at) in &facts.counted {
            self.row(at.hour()).counted.add(*counter);
        }
        for (hour, minutes) in staffing::people(facts) {
            self.row(hour).on_duty += minutes;
        }
        for (hour, minutes) in staffing::stations(facts) {
            self.row(hour).staffed += minutes;
        }
        self.0.into_values().collect()
    }
}

/// The hours of the weekdays while they are counted.
#[derive(Default)]
pub(super) struct Weekdays(BTreeMap<(u8, u8), u32>);

impl Weekdays {
    /// A visit that came.
    pub(super) fn take(&mut self, weekday: usize, hour: u8) {
        *self.0.entry((u8::try_from(weekday).unwrap_or(0), hour)).or_default() += 1;
    }

    pub(super) fn rows(self) -> Vec<HeatRow> {
        let row = |((weekday, hour), visits)| HeatRow { weekday, hour, visits };
        self.0.into_iter().map(row).collect()
    }
}

/// Who did what and where, while it is counted.
#[derive(Default)]
pub(super) struct Workers {
    stations: BTreeMap<StationNo, StationRow>,
    volunteers: BTreeMap<VolunteerId, VolunteerRow>,
}

impl Workers {
    fn station(&mut self, station: StationNo) -> &mut StationRow {
        self.stations.entry(station).or_insert(StationRow { station, served: 0, assists: 0 })
    }

    fn volunteer(&mut self, by: VolunteerId) -> &mut VolunteerRow {
        self.volunteers.entry(by).or_insert(VolunteerRow::idle(by))
    }

    /// Where and by whom a visit was served to its end.
    pub(super) fn served(&mut self, station: StationNo, by: VolunteerId) {
        self.station(station).served += 1;
        self.volunteer(by).served += 1;
    }

    pub(super) fn helped(&mut self, station: StationNo, by: VolunteerId) {
        self.station(station).assists += 1;
        self.volunteer(by).assists += 1;
    }

    /// By station; and by volunteer, with everybody who was on duty.
    pub(super) fn rows(mut self, facts: &Facts) -> (Vec<StationRow>, Vec<VolunteerRow>) {
        for shift in &facts.shifts {
            let planned = facts.plan.minutes(shift);
            for volunteer in shift.people() {
                let row = self.volunteer(volunteer);
                row.shifts += 1;
                row.planned += planned;
            }
            for (volunteer, from, until) in shift.hours(facts.at) {
                let row = self.volunteer(volunteer);
                row.minutes += clock_minutes(from, until);
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
        (self.stations.into_values().collect(), self.volunteers.into_values().collect())
    }
}
