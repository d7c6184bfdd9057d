//! The tally as JSON, for other programs.
//!
//! ```json
//! {
//!   "schema": 2,
//!   "program": "motcua 0.1.0",
//!   "lang": "vi",
//!   "printed": "2026-11-21T17:04:00",
//!   "office": {
//!     "name": "Trung tâm Phục vụ hành chính công xã Vĩnh Bảo", "team": "…",
//!     "commune": { "code": "11824", "name": "Xã Vĩnh Bảo", "province": "Thành phố Hải Phòng" }
//!   },
//!   "span": { "kind": "day", "calendar": "civil", "from": "2026-11-21", "until": "2026-11-21" },
//!   "visits": 42, "persons": 50, "assists": 61,
//!   "proof": {
//!     "holds": true, "carried_in": 1, "issued": 42, "served": 30, "left": 2, "no_show": 2,
//!     "cancelled": 1, "open": 8,
//!     "withdrawn": ["2026-11-21 A005"], "missing": [], "surplus": []
//!   },
//!   "fields": [{
//!     "field": "ho-tich", "name": "Hộ tịch", "visits": 20, "persons": 24, "assists": 30,
//!     "procedures": [{
//!       "code": "1.001193", "name": "Đăng ký khai sinh", "short": "Khai sinh",
//!       "assists": 12, "done": 10, "unfinished": 2, "online": 9
//!     }]
//!   }],
//!   "outcomes": [{ "code": "done", "name": "xong", "assists": 50 }],
//!   "stuck":    [{ "code": "no-otp", "name": "OTP không về", "assists": 2 }],
//!   "referred": [{ "code": "police", "name": "Công an xã", "assists": 1 }],
//!   "channels": [{ "code": "online-whole", "name": "trực tuyến toàn trình", "assists": 20 }],
//!   "how":      [{ "code": "guided", "name": "hướng dẫn", "assists": 40 }],
//!   "paid_online": 7,
//!   "priority": [{ "code": "elderly", "name": "người cao tuổi", "visits": 6 }],
//!   "left":     [{ "code": "no-show", "name": "gọi không có mặt", "visits": 3 }],
//!   "hours":    [{ "hour": 7, "issued": 9, "served": 4 }],
//!   "stations": [{ "station": 1, "served": 18, "assists": 33 }],
//!   "volunteers": [{ "volunteer": 3, "name": "…", "served": 9, "assists": 17 }],
//!   "waits":    { "count": 30, "median": 420, "longest": 1860 },
//!   "services": { "count": 30, "median": 540, "longest": 2400 },
//!   "shifts": [{
//!     "part": "morning", "name": "ca sáng", "opened": "07:25", "closed": "11:40",
//!     "on_duty": [{ "volunteer": 3, "name": "…" }]
//!   }]
//! }
//! ```
//!
//! `visits` are lượt, `persons` người, `assists` việc; durations are seconds; times of day are the desk's wall clock.
//! Codes are the same in every language, names are in `lang`. `field` is empty for what the catalogue no longer has,
//! and `name` and `short` are then the code; `commune` and `closed` may be `null`. Lists leave out rows of nought, and
//! their order is that of the sheet. Within a schema number, keys are only ever added. What each number counts is said at
//! [`Tally`]. The handover's note is not here: it is free text and may name a citizen.

use serde::Serialize;

use super::tally::Context;
use crate::domain::commune::Commune;
use crate::domain::tally::{FieldRow, HourRow, ProcedureRow, Proof, StationRow, Tally, Times, VolunteerRow};
use crate::domain::{Shift, Span, VolunteerId};
use crate::text::Lang;

/// The number of the schema; it grows when a key changes its meaning or goes.
pub const SCHEMA: u32 = 2;

/// The tally of a day as JSON, indented, with a line end.
pub fn tally(tally: &Tally, day: &Context, lang: Lang) -> String {
    let mut text = serde_json::to_string_pretty(&document(tally, day, lang)).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    program: &'a str,
    lang: Lang,
    printed: String,
    office: Office<'a>,
    span: Span,
    visits: u32,
    persons: u32,
    assists: u32,
    proof: Proved<'a>,
    fields: Vec<Field<'a>>,
    outcomes: Vec<Assists>,
    stuck: Vec<Assists>,
    referred: Vec<Assists>,
    channels: Vec<Assists>,
    how: Vec<Assists>,
    paid_online: u32,
    priority: Vec<Visits>,
    left: Vec<Visits>,
    hours: &'a [HourRow],
    stations: &'a [StationRow],
    volunteers: Vec<Served>,
    waits: Times,
    services: Times,
    shifts: Vec<ShiftRow<'a>>,
}

#[derive(Serialize)]
struct Office<'a> {
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

#[derive(Serialize)]
struct Proved<'a> {
    holds: bool,
    #[serde(flatten)]
    proof: &'a Proof,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
struct Field<'a> {
    field: &'a str,
    name: String,
    visits: u32,
    persons: u32,
    assists: u32,
    procedures: Vec<ProcedureLine<'a>>,
}

#[derive(Serialize)]
struct ProcedureLine<'a> {
    code: &'a str,
    name: String,
    short: String,
    assists: u32,
    done: u32,
    unfinished: u32,
    online: u32,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
struct Assists {
    code: &'static str,
    name: &'static str,
    assists: u32,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
struct Visits {
    code: &'static str,
    name: &'static str,
    visits: u32,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the keys of the file")]
struct Served {
    volunteer: VolunteerId,
    name: String,
    served: u32,
    assists: u32,
}

#[derive(Serialize)]
struct ShiftRow<'a> {
    part: &'static str,
    name: &'a str,
    opened: String,
    closed: Option<String>,
    on_duty: Vec<Person>,
}

#[derive(Serialize)]
struct Person {
    volunteer: VolunteerId,
    name: String,
}

fn document<'a>(tally: &'a Tally, day: &Context<'a>, lang: Lang) -> Document<'a> {
    let commune = day.commune().map(|Commune { code, name, province }| CommuneRow { code, name, province });
    Document {
        schema: SCHEMA,
        program: day.version,
        lang,
        printed: day.printed.date_time().format("%Y-%m-%dT%H:%M:%S").to_string(),
        office: Office { name: &day.office.name, team: &day.office.team, commune },
        span: tally.span,
        visits: tally.visits,
        persons: tally.persons,
        assists: tally.assists,
        proof: Proved { holds: tally.proof.holds(), proof: &tally.proof },
        fields: tally.fields.iter().map(|row| field(row, day, lang)).collect(),
        outcomes: assists(&tally.outcomes, |one| (one.code(), lang.outcome_kind(one))),
        stuck: assists(&tally.stuck, |one| (one.code(), lang.stuck_reason(one))),
        referred: assists(&tally.referred, |one| (one.code(), lang.referral(one))),
        channels: assists(&tally.channels, |one| (one.code(), lang.channel(one))),
        how: assists(&tally.how, |one| (one.code(), lang.how(one))),
        paid_online: tally.paid_online,
        priority: visits(&tally.priority, |one| (one.code(), lang.priority(one))),
        left: visits(&tally.left, |one| (one.code(), lang.leave_reason(one))),
        hours: &tally.hours,
        stations: &tally.stations,
        volunteers: tally.volunteers.iter().map(|row| served(row, day, lang)).collect(),
        waits: tally.waits,
        services: tally.services,
        shifts: day.shifts.iter().map(|shift| shift_row(shift, day, lang)).collect(),
    }
}

/// Things helped with, by a code and its name.
fn assists<T: Copy>(rows: &[(T, u32)], named: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Assists> {
    let row = |&(value, assists): &(T, u32)| {
        let (code, name) = named(value);
        Assists { code, name, assists }
    };
    rows.iter().map(row).collect()
}

/// Visits, by a code and its name.
fn visits<T: Copy>(rows: &[(T, u32)], named: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Visits> {
    let row = |&(value, visits): &(T, u32)| {
        let (code, name) = named(value);
        Visits { code, name, visits }
    };
    rows.iter().map(row).collect()
}

fn field<'a>(row: &'a FieldRow, day: &Context, lang: Lang) -> Field<'a> {
    let procedure = |row: &'a ProcedureRow| ProcedureLine {
        code: &row.code.0,
        name: day.procedure_name(&row.code, lang),
        short: day.procedure_short(&row.code, lang),
        assists: row.assists,
        done: row.done,
        unfinished: row.unfinished,
        online: row.online,
    };
    Field {
        field: &row.field,
        name: day.field_name(&row.field, lang),
        visits: row.visits,
        persons: row.persons,
        assists: row.assists,
        procedures: row.procedures.iter().map(procedure).collect(),
    }
}

fn served(row: &VolunteerRow, day: &Context, lang: Lang) -> Served {
    let name = day.volunteer_name(row.volunteer, lang);
    Served { volunteer: row.volunteer, name, served: row.served, assists: row.assists }
}

fn shift_row<'a>(shift: &Shift, day: &Context, lang: Lang) -> ShiftRow<'a> {
    let person = |id: &VolunteerId| Person { volunteer: *id, name: day.volunteer_name(*id, lang) };
    ShiftRow {
        part: shift.part.code(),
        name: lang.shift_part(shift.part),
        opened: lang.clock(shift.opened),
        closed: shift.closed.map(|closed| lang.clock(closed)),
        on_duty: shift.on_duty.iter().map(person).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tally::sample;

    #[test]
    fn the_whole_document_is_as_documented() {
        let day = sample::Day::small();
        insta::assert_snapshot!(tally(&day.tally(), &day.context(), Lang::En));
    }
}
