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
//!   "sources": [{
//!     "source": 1, "file": "E:\\quay1\\motcua.db", "office": "…", "team": "…", "commune": "11824", "visits": 42,
//!     "stations": [{ "own": 1, "station": 1 }]
//!   }],
//!   "span": { "kind": "month", "calendar": "civil", "from": "2026-11-01", "until": "2026-11-30" },
//!   "name": "Tháng 11/2026 (từ 01/11/2026 đến 30/11/2026)",
//!   "visits": 42, "persons": 50, "assists": 61, "quick_questions": 7,
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
//!   "filed": 30, "filed_online": 25, "filed_paid_online": 6, "paid_online": 7,
//!   "how":      [{ "code": "guided", "name": "hướng dẫn", "assists": 40 }],
//!   "indicators": [{ "code": "level-2", "name": "kích hoạt định danh điện tử mức độ 2", "assists": 9 }],
//!   "level_two": { "tried": 10, "done": 9 },
//!   "priority": [{ "code": "elderly", "name": "người cao tuổi", "visits": 6 }],
//!   "people": {
//!     "ages":    [{ "code": "60-69", "name": "60–69 tuổi", "visits": 6 }], "no_age": 12,
//!     "sexes":   [{ "code": "female", "name": "nữ", "visits": 20 }], "no_sex": 11,
//!     "hamlets": [{ "hamlet": 1, "name": "Thôn 1", "visits": 9 }], "no_hamlet": 13,
//!     "with_smartphone": 27, "without_smartphone": 4, "no_phone": 11
//!   },
//!   "left":     [{ "code": "no-show", "name": "gọi không có mặt", "visits": 3 }],
//!   "left_from": [{ "code": "no-show", "name": "…", "stage": "called", "stage_name": "đang gọi", "visits": 3 }],
//!   "hours":    [{ "hour": 7, "issued": 9, "served": 4, "on_duty": 90, "quick_questions": 2 }],
//!   "heat":     [{ "weekday": 0, "hour": 7, "issued": 9 }],
//!   "course":   [{
//!     "from": "2026-11-21", "until": "2026-11-21", "visits": 42, "persons": 50, "assists": 61, "served": 30,
//!     "left": 5, "quick_questions": 7, "waits": { "count": 30, "median": 420, "ninety": 1500, "longest": 1860, "left_out": 0 }
//!   }],
//!   "stations": [{ "station": 1, "served": 18, "assists": 33 }],
//!   "volunteers": [{ "volunteer": 3, "name": "…", "served": 9, "assists": 17, "shifts": 1, "minutes": 250 }],
//!   "staffing": { "shifts": 2, "volunteers": 5, "minutes": 1900, "without_end": 0 },
//!   "lost": {
//!     "minutes": 35, "visits": 3, "persons": 4,
//!     "systems": [{ "code": "portal", "name": "Cổng Dịch vụ công", "times": 1, "minutes": 35, "visits": 3, "persons": 4 }]
//!   },
//!   "waits":    { "count": 30, "median": 420, "ninety": 1500, "longest": 1860, "left_out": 1 },
//!   "services": { "count": 30, "median": 540, "ninety": 1200, "longest": 2400, "left_out": 0 },
//!   "targets": [{ "code": "online", "name": "…", "part": 25, "of": 30, "target": 80 }],
//!   "before": {
//!     "span": { "kind": "month", "calendar": "civil", "from": "2026-10-01", "until": "2026-10-31" }, "name": "…",
//!     "numbers": { "visits": 40, "persons": 47, "assists": 58, "quick_questions": 4, "filed": 28, "filed_online": 20, "paid_online": 5,
//!       "served": 29, "left": 6, "without_smartphone": 3, "wait_median": 400, "service_median": 530,
//!       "duty_minutes": 1880, "lost_minutes": 0 }
//!   },
//!   "shifts": [{
//!     "day": "2026-11-21", "part": "morning", "name": "ca sáng", "opened": "07:25", "closed": "11:40",
//!     "on_duty": [{ "volunteer": 3, "name": "…" }]
//!   }]
//! }
//! ```
//!
//! `visits` are lượt, `persons` người, `assists` việc; `quick_questions` are visitors who took no number, part of none of
//! these three nor of the proof; durations are seconds, but for `on_duty` of an hour and whatever is
//! called `minutes`; times of day are the desk's wall clock. A weekday counts from Monday, 0–6; an hour is the one that
//! begins, 0–23; the `on_duty` of an hour are the minutes of all volunteers together. `ninety`: nine of ten are at most
//! this long; `left_out`: durations that are only estimates. `no_age`, `no_sex`, `no_hamlet` and `no_phone` are the visits
//! of which nothing was noted. A target is in whole per cent and `null` where the office has none; `part` of `of` is the
//! desk's own contribution. `span` has the `shift` beside these keys when it is one. `sources` is empty when the numbers
//! are those of one desk; `stations` there says which of its own stations became which; `before` is `null` of a single
//! day or shift.
//!
//! Codes are the same in every language, names are in `lang`. `field` is empty for what the catalogue no longer has,
//! and `name` and `short` are then the code; `commune` and `closed` may be `null`. Lists leave out rows of nought, and
//! their order is that of the sheet. Within a schema number, keys are only ever added. What each number counts is said at
//! [`Tally`]. The handover's note is not here, nor are difficulties and proposals: they are free text and may name a
//! citizen.

mod parts;

use std::borrow::Cow;

use serde::Serialize;

use self::parts::{Before, Lost, Office, People, Share, ShiftRow, Source};
use super::tally::Context;
use crate::domain::tally::{
    CourseRow, FieldRow, HeatRow, HourRow, LevelTwo, ProcedureRow, Proof, Staffing, StationRow, Tally, Times,
    VolunteerRow,
};
use crate::domain::{Span, StuckReason, VolunteerId};
use crate::text::Lang;

/// The number of the schema; it grows when a key changes its meaning or goes.
pub const SCHEMA: u32 = 2;

/// The tally of a span as JSON, indented, with a line end.
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
    sources: Vec<Source<'a>>,
    span: Span,
    name: String,
    visits: u32,
    persons: u32,
    assists: u32,
    quick_questions: u32,
    proof: Proved<'a>,
    fields: Vec<Field<'a>>,
    outcomes: Vec<Assists>,
    stuck: Vec<Assists>,
    referred: Vec<Assists>,
    channels: Vec<Assists>,
    filed: u32,
    filed_online: u32,
    filed_paid_online: u32,
    paid_online: u32,
    how: Vec<Assists>,
    indicators: Vec<Assists>,
    level_two: LevelTwo,
    priority: Vec<Visits>,
    people: People,
    left: Vec<Visits>,
    left_from: Vec<parts::LeftFrom>,
    hours: &'a [HourRow],
    heat: &'a [HeatRow],
    course: &'a [CourseRow],
    stations: &'a [StationRow],
    volunteers: Vec<Served>,
    staffing: Staffing,
    lost: Lost,
    waits: Times,
    services: Times,
    targets: Vec<Share>,
    before: Option<Before>,
    shifts: Vec<ShiftRow<'a>>,
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
    code: Cow<'static, str>,
    name: String,
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
struct Served {
    name: String,
    #[serde(flatten)]
    row: VolunteerRow,
}

fn document<'a>(tally: &'a Tally, day: &Context<'a>, lang: Lang) -> Document<'a> {
    Document {
        schema: SCHEMA,
        program: day.version,
        lang,
        printed: day.printed.date_time().format("%Y-%m-%dT%H:%M:%S").to_string(),
        office: Office::of(day),
        sources: day.sources.iter().enumerate().map(|(at, one)| Source::of(at, one)).collect(),
        span: tally.span,
        name: lang.title_span(tally.span),
        visits: tally.visits,
        persons: tally.persons,
        assists: tally.assists,
        quick_questions: tally.quick_questions,
        proof: Proved { holds: tally.proof.holds(), proof: &tally.proof },
        fields: tally.fields.iter().map(|row| field(row, day, lang)).collect(),
        outcomes: assists(&tally.outcomes, |one| (one.code(), lang.outcome_kind(one))),
        stuck: tally.stuck.iter().map(|row| stuck(*row, day, lang)).collect(),
        referred: assists(&tally.referred, |one| (one.code(), lang.referral(one))),
        channels: assists(&tally.channels, |one| (one.code(), lang.channel(one))),
        filed: tally.filed,
        filed_online: tally.filed_online,
        filed_paid_online: tally.filed_paid_online,
        paid_online: tally.paid_online,
        how: assists(&tally.how, |one| (one.code(), lang.how(one))),
        indicators: assists(&tally.indicators, |one| (one.code(), lang.indicator(one))),
        level_two: tally.level_two,
        priority: visits(&tally.priority, |one| (one.code(), lang.priority(one))),
        people: People::of(tally, day, lang),
        left: visits(&tally.left, |one| (one.code(), lang.leave_reason(one))),
        left_from: parts::left_from(tally, lang),
        hours: &tally.hours,
        heat: &tally.heat,
        course: &tally.course,
        stations: &tally.stations,
        volunteers: tally.volunteers.iter().map(|row| served(*row, day, lang)).collect(),
        staffing: tally.staffing,
        lost: Lost::of(tally, lang),
        waits: tally.waits,
        services: tally.services,
        targets: tally.shares(day.targets).into_iter().map(|one| Share::of(one, lang)).collect(),
        before: day.before.map(|before| Before::of(before, lang)),
        shifts: day.shifts.iter().map(|shift| ShiftRow::of(shift, day, lang)).collect(),
    }
}

/// Things helped with, by a code and its name.
fn assists<T: Copy>(rows: &[(T, u32)], named: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Assists> {
    let row = |&(value, assists): &(T, u32)| {
        let (code, name) = named(value);
        Assists { code: Cow::Borrowed(code), name: name.to_owned(), assists }
    };
    rows.iter().map(row).collect()
}

/// What was stuck for a reason; one of the office's own has the name that the office gave it.
fn stuck((why, assists): (StuckReason, u32), day: &Context, lang: Lang) -> Assists {
    Assists { code: why.code(), name: lang.stuck_reason(why, day.reasons).into_owned(), assists }
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

fn served(row: VolunteerRow, day: &Context, lang: Lang) -> Served {
    Served { name: day.volunteer_name(row.volunteer, lang), row }
}

#[derive(Serialize)]
struct Person {
    volunteer: VolunteerId,
    name: String,
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
