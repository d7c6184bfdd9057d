//! The rows of the file, section by section.

use super::Row;
use crate::domain::Shift;
use crate::domain::assist::OutcomeKind;
use crate::domain::tally::{CourseRow, Number, Tally, Times};
use crate::papers::figures;
use crate::papers::tally::{Context, clock_span};
use crate::text::Lang;

/// The key of visits of which something was not noted.
const NOT_NOTED: &str = "not-noted";

pub(super) fn of(tally: &Tally, day: &Context, lang: Lang) -> Vec<Row> {
    let mut rows = vec![Row::new("span", &tally.span.key(), lang.title_span(tally.span))];
    rows.extend(
        day.sources
            .iter()
            .enumerate()
            .map(|(at, source)| Row::new("source", &(at + 1), lang.source(at, source)).visits(source.visits)),
    );
    rows.push(Row {
        visits: Some(tally.visits),
        persons: Some(tally.persons),
        assists: Some(tally.assists),
        ..Row::new("total", &"all", lang.tally_sum())
    });
    rows.push(Row::new("quick_question", &"all", lang.quick_questions_name()).times(tally.quick_questions));
    proof(&mut rows, tally);
    fields(&mut rows, tally, day, lang);
    helped(&mut rows, tally, day, lang);
    came(&mut rows, tally, day, lang);
    when(&mut rows, tally, lang);
    served(&mut rows, tally, day, lang);
    beside(&mut rows, tally, day, lang);
    shifts(&mut rows, tally, day, lang);
    rows
}

fn proof(rows: &mut Vec<Row>, tally: &Tally) {
    let proof = &tally.proof;
    for (key, number) in [
        ("carried_in", proof.carried_in),
        ("issued", proof.issued),
        ("served", proof.served),
        ("left", proof.left),
        ("no_show", proof.no_show),
        ("cancelled", proof.cancelled),
        ("open", proof.open),
    ] {
        rows.push(Row::new("proof", &key, "").visits(number));
    }
    rows.push(Row::new("proof", &"holds", "").part_of(proof.holds()));
    let tickets: [(&'static str, &[Number]); 3] =
        [("withdrawn", &proof.withdrawn), ("missing", &proof.missing), ("surplus", &proof.surplus)];
    for (section, tickets) in tickets {
        rows.extend(tickets.iter().map(|ticket| Row::new(section, ticket, "")));
    }
}

fn fields(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    for field in &tally.fields {
        rows.push(Row {
            persons: Some(field.persons),
            assists: Some(field.assists),
            ..Row::new("field", &field.field, day.field_name(&field.field, lang)).visits(field.visits)
        });
        rows.extend(field.procedures.iter().map(|row| {
            let label = format!("{} ({})", day.procedure_name(&row.code, lang), row.code);
            Row {
                done: Some(row.done),
                unfinished: Some(row.unfinished),
                online: Some(row.online),
                ..Row::new("procedure", &row.code, label).part_of(&field.field).assists(row.assists)
            }
        }));
    }
}

/// What was helped with, and how it went.
fn helped(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    let mut add = |section, code: &'static str, label: &'static str, assists| {
        rows.push(Row::new(section, &code, label).assists(assists));
    };
    tally.outcomes.iter().for_each(|(kind, n)| add("outcome", kind.code(), lang.outcome_kind(*kind), *n));
    tally.channels.iter().for_each(|(of, n)| add("channel", of.code(), lang.channel(*of), *n));
    add("filed", "all", lang.file_filed(), tally.filed);
    add("filed", "online", lang.file_filed_online(), tally.filed_online);
    add("filed", "paid_online", lang.file_filed_paid(), tally.filed_paid_online);
    add("paid_online", "all", lang.tally_paid_online(), tally.paid_online);
    tally.how.iter().for_each(|(how, n)| add("how", how.code(), lang.how(*how), *n));
    tally.indicators.iter().for_each(|(of, n)| add("indicator", of.code(), lang.indicator(*of), *n));
    rows.extend(tally.stuck.iter().map(|(why, n)| {
        Row::new("stuck", &why.code(), lang.stuck_reason(*why, day.reasons))
            .part_of(OutcomeKind::Stuck.code())
            .assists(*n)
    }));
    rows.extend(tally.referred.iter().map(|(to, n)| {
        Row::new("referred", &to.code(), lang.referral(*to)).part_of(OutcomeKind::Referred.code()).assists(*n)
    }));
    rows.push(Row {
        done: Some(tally.level_two.done),
        ..Row::new("level_two", &"all", lang.file_level_two()).assists(tally.level_two.tried)
    });
}

/// Who came, and who left.
fn came(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    let people = &tally.people;
    let mut add = |section, key: &dyn std::fmt::Display, label: &str, visits| {
        rows.push(Row::new(section, key, label).visits(visits));
    };
    tally.priority.iter().for_each(|(why, n)| add("priority", &why.code(), lang.priority(*why), *n));
    tally.left.iter().for_each(|(why, n)| add("left", &why.code(), lang.leave_reason(*why), *n));
    people.ages.iter().for_each(|(age, n)| add("age", &age.code(), lang.age(*age), *n));
    add("age", &NOT_NOTED, lang.file_not_noted(), people.no_age);
    people.sexes.iter().for_each(|(sex, n)| add("sex", &sex.code(), lang.sex(*sex), *n));
    add("sex", &NOT_NOTED, lang.file_not_noted(), people.no_sex);
    people.hamlets.iter().for_each(|(id, n)| add("hamlet", &id.0, &day.hamlet_name(*id), *n));
    add("hamlet", &NOT_NOTED, lang.file_not_noted(), people.no_hamlet);
    for (phone, visits) in figures::phones(tally) {
        add("smartphone", &phone.code(), lang.phone(phone), visits);
    }
    add("smartphone", &NOT_NOTED, lang.file_not_noted(), figures::no_phone(tally));
    rows.extend(tally.left_from.iter().map(|(why, from, n)| {
        let label = format!("{}, {}", lang.leave_reason(*why), lang.stage(*from));
        Row::new("left_from", &why.code(), label).part_of(from.code()).visits(*n)
    }));
}

/// By hour, by weekday, and in the course of the span.
fn when(rows: &mut Vec<Row>, tally: &Tally, lang: Lang) {
    rows.extend(tally.hours.iter().map(|row| {
        let named = Row::new("hour", &row.hour, lang.tally_hour(row.hour)).visits(row.issued);
        Row { served: Some(row.served), ..named.minutes(row.on_duty).times(row.quick_questions) }
    }));
    rows.extend(tally.heat.iter().map(|row| {
        let label = lang.file_weekday_hour(lang.weekday(row.weekday.into()), row.hour);
        // Not `0-7`: a spreadsheet would take that for a date.
        let key = format!("{}h{}", row.weekday, row.hour);
        Row::new("heat", &key, label).part_of(row.weekday).visits(row.issued)
    }));
    for row in &tally.course {
        let CourseRow { from, until, visits, persons, assists, served, left, quick_questions, waits } = *row;
        let label = if from == until {
            lang.date(from)
        } else {
            lang.span_from_to(&lang.date(from), &lang.date(until))
        };
        rows.push(Row {
            persons: Some(persons),
            served: Some(served),
            left: Some(left),
            times: Some(quick_questions),
            ..Row::new("course", &from, label).part_of(until).visits(visits).assists(assists)
        });
        for (key, seconds, label) in told(waits, lang.tally_wait(), lang) {
            let row = Row::new("course_wait", &key, label).part_of(from).visits(waits.count);
            rows.push(Row { seconds: Some(seconds), left_out: Some(waits.left_out), ..row });
        }
    }
}

/// Who served where, and what kept them from it.
fn served(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    rows.extend(tally.stations.iter().map(|row| Row {
        served: Some(row.served),
        ..Row::new("station", &row.station, lang.tally_station(row.station.number())).assists(row.assists)
    }));
    rows.extend(tally.volunteers.iter().map(|row| {
        let named = Row::new("volunteer", &row.volunteer.0, day.volunteer_name(row.volunteer, lang));
        Row { served: Some(row.served), ..named.assists(row.assists).minutes(row.minutes).times(row.shifts) }
    }));
    let staffing = &tally.staffing;
    for (key, times, label) in [
        ("shifts", staffing.shifts, lang.file_shifts()),
        ("volunteers", staffing.volunteers, lang.file_volunteers()),
        ("without_end", staffing.without_end, lang.file_without_end()),
    ] {
        rows.push(Row::new("staffing", &key, label).times(times));
    }
    rows.push(Row::new("staffing", &"minutes", lang.file_duty_minutes()).minutes(staffing.minutes));
    let lost = &tally.lost;
    rows.push(Row {
        persons: Some(lost.persons),
        ..Row::new("lost", &"all", lang.file_lost()).minutes(lost.minutes).visits(lost.visits)
    });
    rows.extend(lost.systems.iter().map(|row| {
        let named = Row::new("outage", &row.system.code(), lang.system(row.system)).minutes(row.minutes);
        Row { persons: Some(row.persons), ..named.times(row.times).visits(row.visits) }
    }));
    for (section, times, label) in
        [("wait", tally.waits, lang.tally_wait()), ("service", tally.services, lang.tally_service())]
    {
        rows.extend(told(times, label, lang).map(|(key, seconds, label)| Row {
            seconds: Some(seconds),
            left_out: Some(times.left_out),
            ..Row::new(section, &key, label).visits(times.count)
        }));
    }
}

/// The durations that a set of them is told by.
fn told(times: Times, label: &str, lang: Lang) -> [(&'static str, i64, String); 3] {
    [
        ("median", times.median, label.to_owned()),
        ("ninety", times.ninety, lang.file_ninety().to_owned()),
        ("longest", times.longest, lang.tally_longest("").trim().to_owned()),
    ]
}

/// Targets, and the span before.
fn beside(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    rows.extend(tally.shares(day.targets).iter().map(|share| Row {
        done: Some(share.part),
        target: share.target.map(u32::from),
        ..Row::new("target", &share.kind.code(), lang.share(share.kind)).assists(share.whole)
    }));
    let Some(before) = day.before else { return };
    rows.push(Row::new("before", &before.span.key(), lang.title_span(before.span)));
    for ((key, now), (_, before)) in figures::compared(tally).into_iter().zip(figures::compared(before)) {
        rows.push(Row { now: Some(now), before: Some(before), ..Row::new("compare", &key, "") });
    }
}

fn shifts(rows: &mut Vec<Row>, tally: &Tally, day: &Context, lang: Lang) {
    let named = |shift: &Shift| {
        let label = format!("{} {}", lang.shift_part(shift.part), clock_span(shift, lang));
        if tally.span.is_short() { label } else { format!("{} {label}", lang.date(shift.day)) }
    };
    for (at, shift) in day.shifts.iter().enumerate() {
        let key = at + 1;
        rows.push(Row::new("shift", &key, named(shift)).part_of(shift.part.code()));
        rows.extend(
            shift
                .on_duty
                .iter()
                .map(|id| Row::new("on_duty", &id.0, day.volunteer_name(*id, lang)).part_of(key)),
        );
    }
}
