//! The parts of the document that are made of more than one table of the tally.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Person, Visits, visits};
use crate::domain::commune::Commune;
use crate::domain::merge;
use crate::domain::tally::{self, Tally};
use crate::domain::{Day, HamletId, Shift, Span, StationNo, VolunteerId};
use crate::papers::figures;
use crate::papers::tally::Context;
use crate::text::Lang;

#[derive(Serialize)]
pub(super) struct Office<'a> {
    name: &'a str,
    team: &'a str,
    commune: Option<CommuneRow>,
}

#[derive(Serialize)]
struct CommuneRow {
    code: &'static str,
    name: &'static str,
    province: &'static str,
}

impl<'a> Office<'a> {
    pub(super) fn of(day: &Context<'a>) -> Self {
        let commune =
            day.commune().map(|Commune { code, name, province }| CommuneRow { code, name, province });
        Self { name: &day.office.name, team: &day.office.team, commune }
    }
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
pub(super) struct Source<'a> {
    source: usize,
    file: &'a str,
    office: &'a str,
    team: &'a str,
    commune: &'a str,
    visits: u32,
    stations: Vec<StationName>,
}

#[derive(Serialize)]
struct StationName {
    own: StationNo,
    station: StationNo,
}

impl<'a> Source<'a> {
    pub(super) fn of(at: usize, of: &'a merge::Source) -> Self {
        let station = |&(own, station): &(StationNo, StationNo)| StationName { own, station };
        Self {
            source: at + 1,
            file: &of.name,
            office: &of.office.name,
            team: &of.office.team,
            commune: &of.office.commune,
            visits: of.visits,
            stations: of.stations.iter().map(station).collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct People {
    ages: Vec<Visits>,
    no_age: u32,
    sexes: Vec<Visits>,
    no_sex: u32,
    hamlets: Vec<HamletRow>,
    no_hamlet: u32,
    with_smartphone: u32,
    without_smartphone: u32,
    no_phone: u32,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
struct HamletRow {
    hamlet: HamletId,
    name: String,
    visits: u32,
}

impl People {
    pub(super) fn of(tally: &Tally, day: &Context, lang: Lang) -> Self {
        let people = &tally.people;
        let hamlet =
            |&(hamlet, visits): &(HamletId, u32)| HamletRow { hamlet, name: day.hamlet_name(hamlet), visits };
        Self {
            ages: visits(&people.ages, |one| (one.code(), lang.age(one))),
            no_age: people.no_age,
            sexes: visits(&people.sexes, |one| (one.code(), lang.sex(one))),
            no_sex: people.no_sex,
            hamlets: people.hamlets.iter().map(hamlet).collect(),
            no_hamlet: people.no_hamlet,
            with_smartphone: people.with_smartphone,
            without_smartphone: people.without_smartphone,
            no_phone: figures::no_phone(tally),
        }
    }
}

#[derive(Serialize)]
pub(super) struct LeftFrom {
    code: &'static str,
    name: &'static str,
    stage: &'static str,
    stage_name: &'static str,
    visits: u32,
}

pub(super) fn left_from(tally: &Tally, lang: Lang) -> Vec<LeftFrom> {
    let rows = tally.left_from.iter().map(|(why, from, visits)| LeftFrom {
        code: why.code(),
        name: lang.leave_reason(*why),
        stage: from.code(),
        stage_name: lang.stage(*from),
        visits: *visits,
    });
    rows.collect()
}

#[derive(Serialize)]
pub(super) struct Lost {
    minutes: u32,
    visits: u32,
    persons: u32,
    systems: Vec<OutageLine>,
}

#[derive(Serialize)]
struct OutageLine {
    code: &'static str,
    name: &'static str,
    times: u32,
    minutes: u32,
    visits: u32,
    persons: u32,
}

impl Lost {
    pub(super) fn of(tally: &Tally, lang: Lang) -> Self {
        let line = |row: &crate::domain::tally::OutageRow| OutageLine {
            code: row.system.code(),
            name: lang.system(row.system),
            times: row.times,
            minutes: row.minutes,
            visits: row.visits,
            persons: row.persons,
        };
        let lost = &tally.lost;
        let systems = lost.systems.iter().map(line).collect();
        Self { minutes: lost.minutes, visits: lost.visits, persons: lost.persons, systems }
    }
}

#[derive(Serialize)]
pub(super) struct Share {
    code: &'static str,
    name: &'static str,
    part: u32,
    of: u32,
    target: Option<u8>,
}

impl Share {
    pub(super) fn of(share: tally::Share, lang: Lang) -> Self {
        let tally::Share { kind, part, whole, target } = share;
        Self { code: kind.code(), name: lang.share(kind), part, of: whole, target }
    }
}

#[derive(Serialize)]
pub(super) struct Before {
    span: Span,
    name: String,
    numbers: BTreeMap<&'static str, i64>,
}

impl Before {
    pub(super) fn of(tally: &Tally, lang: Lang) -> Self {
        Self {
            span: tally.span,
            name: lang.title_span(tally.span),
            numbers: figures::compared(tally).into_iter().collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ShiftRow<'a> {
    day: Day,
    part: &'static str,
    name: &'a str,
    opened: String,
    closed: Option<String>,
    on_duty: Vec<Person>,
}

impl ShiftRow<'_> {
    pub(super) fn of(shift: &Shift, day: &Context, lang: Lang) -> Self {
        let person = |id: &VolunteerId| Person { volunteer: *id, name: day.volunteer_name(*id, lang) };
        Self {
            day: shift.day,
            part: shift.part.code(),
            name: lang.shift_part(shift.part),
            opened: lang.clock(shift.opened),
            closed: shift.closed.map(|closed| lang.clock(closed)),
            on_duty: shift.on_duty.iter().map(person).collect(),
        }
    }
}
