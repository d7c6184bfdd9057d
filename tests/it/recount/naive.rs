//! A recount in plain steps straight from the rows, which knows nothing of how the program counts.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use motcua::domain::procedure::Kind;
use motcua::domain::tally::Indicator;
use motcua::domain::{Catalogue, Code, Span};
use rusqlite::Connection;

/// Numbers by where they stand in a tally; nought is left out.
pub type Numbers = BTreeMap<String, i64>;

const DAY: i64 = 86_400;

#[derive(Default)]
struct Sums(Numbers);

impl Sums {
    fn add(&mut self, path: impl Into<String>, number: i64) {
        *self.0.entry(path.into()).or_default() += number;
    }
}

struct Visit {
    id: i64,
    day: String,
    number: String,
    persons: i64,
    priority: Option<String>,
    arrived: i64,
    booked: Option<i64>,
    stage: String,
    since: i64,
    station: Option<i64>,
    volunteer: Option<i64>,
    why: Option<String>,
    from: Option<String>,
    traits: [Option<String>; 4],
}

fn visits(file: &Connection) -> Vec<Visit> {
    let sql = "SELECT id, day, printf('%s%03d', series, number), persons, priority, arrived,
        stage, since, station, volunteer, left_why, left_from, age, sex, hamlet, phone, booked FROM visit ORDER BY id";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| {
        Ok(Visit {
            id: row.get(0)?,
            day: row.get(1)?,
            number: row.get(2)?,
            persons: row.get(3)?,
            priority: row.get(4)?,
            arrived: row.get(5)?,
            stage: row.get(6)?,
            since: row.get(7)?,
            station: row.get(8)?,
            volunteer: row.get(9)?,
            why: row.get(10)?,
            from: row.get(11)?,
            traits: [
                row.get(12)?,
                row.get(13)?,
                row.get::<_, Option<i64>>(14)?.map(|hamlet| hamlet.to_string()),
                row.get(15)?,
            ],
            booked: row.get(16)?,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Somebody or some station, from when until when.
type There = Vec<(i64, i64, i64)>;

struct Shift {
    from: i64,
    until: Option<i64>,
    is_morning: bool,
    people: There,
    stations: There,
}

fn shifts(file: &Connection, span: Span, now: i64) -> Vec<Shift> {
    let mut statement =
        file.prepare("SELECT id, day, opened, closed, part = 'morning' FROM shift ORDER BY id").unwrap();
    let rows: Vec<(i64, String, i64, Option<i64>, bool)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let wanted = |id: i64, day: &str| match span.shift {
        Some(shift) => shift.id.0 == id,
        None => (span.from.to_string()..=span.until.to_string()).contains(&day.to_owned()),
    };
    rows.into_iter()
        .filter(|(id, day, ..)| wanted(*id, day))
        .map(|(id, _, from, closed, is_morning)| {
            // What ended on another day was not ended by anybody who was there.
            let until =
                Some(closed.unwrap_or(now)).filter(|until| until.div_euclid(DAY) == from.div_euclid(DAY));
            let there = |sql: &str| -> There {
                let mut rows = file.prepare(sql).unwrap();
                let end = until.unwrap_or(from);
                rows.query_map([id], |row| {
                    let (who, from, gone): (i64, i64, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
                    Ok((who, from, gone.unwrap_or(end).min(end)))
                })
                .unwrap()
                .map(Result::unwrap)
                .collect()
            };
            let people = there("SELECT volunteer, from_at, until_at FROM duty WHERE shift = ?1");
            let stations = there("SELECT station, from_at, until_at FROM seat WHERE shift = ?1");
            Shift { from, until, is_morning, people, stations }
        })
        .collect()
}

fn outages(file: &Connection) -> Vec<(String, i64, Option<i64>)> {
    let mut statement = file.prepare("SELECT system, from_at, until_at FROM outage").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

/// Every number of a span.
pub fn recount(file: &Connection, span: Span, now: i64, catalogue: &Catalogue) -> Numbers {
    let (start, end) = (span.start().seconds(), span.end().seconds());
    let mut sums = Sums::default();
    let all = visits(file);
    let given: Vec<&Visit> = all.iter().filter(|one| (start..end).contains(&one.arrived)).collect();
    let over = |one: &Visit| one.stage == "done" || one.stage == "left";
    let carried: Vec<&Visit> =
        all.iter().filter(|one| one.arrived < start && !(over(one) && one.since < start)).collect();
    let ended: Vec<&Visit> =
        given.iter().chain(&carried).copied().filter(|one| over(one) && one.since < end).collect();

    // A number that was given by mistake stands for nobody.
    let parties: Vec<&Visit> =
        given.iter().copied().filter(|one| one.why.as_deref() != Some("mistake")).collect();
    came(&mut sums, &parties);
    // What was helped with first; of one whom nobody helped, what was asked for.
    let mut needs = file
        .prepare(
            "SELECT coalesce((SELECT procedure FROM assist WHERE visit = ?1 ORDER BY id LIMIT 1),
                 (SELECT procedure FROM need WHERE visit = ?1 ORDER BY id LIMIT 1))",
        )
        .unwrap();
    for one in &parties {
        let code: String = needs.query_row([one.id], |row| row.get(0)).unwrap();
        let field = field(catalogue, &code);
        sums.add(below("fields", &field, "visits"), 1);
        sums.add(below("fields", &field, "persons"), one.persons);
    }
    sums.add("carried_in", count(&carried));
    let again =
        "WITH one AS (SELECT visit, at, (SELECT count(*) FROM shift WHERE closed < ended_at) AS ended,
             (SELECT count(*) FROM shift WHERE closed < at) AS taken, ended_at FROM visit_return)
         SELECT count(*) FROM (SELECT DISTINCT visit, taken FROM one
             WHERE at >= ?1 AND at < ?2 AND ended_at >= ?1 AND ended <> taken)";
    sums.add("came_back", file.query_row(again, [start, end], |row| row.get::<_, i64>(0)).unwrap());
    sums.add("open", count(&given) + count(&carried) - count(&ended));
    for one in &ended {
        let hour = one.since.rem_euclid(DAY) / 3600;
        if one.stage == "done" {
            sums.add("served", 1);
            sums.add("served_persons", one.persons);
            sums.add(format!("hours.{hour}.served"), 1);
            sums.add(format!("stations.{}.served", one.station.unwrap()), 1);
            sums.add(format!("volunteers.{}.served", one.volunteer.unwrap()), 1);
            continue;
        }
        let why = one.why.as_deref().unwrap();
        if why == "mistake" {
            sums.add("mistaken", 1);
            sums.add(format!("withdrawn.{} {}", one.day, one.number), 1);
            continue;
        }
        sums.add("left", 1);
        sums.add("no_show", i64::from(why == "no-show"));
        sums.add(format!("left.{why}.visits"), 1);
        sums.add(format!("left_stages.{why}:{}.visits", one.from.as_deref().unwrap()), 1);
    }
    drawn(&mut sums, file, span, &all, &given);
    helped(&mut sums, file, &ended, catalogue);
    asked(&mut sums, file, (start, end));
    let shifts = shifts(file, span, now);
    duty(&mut sums, &shifts);
    lost(&mut sums, &shifts, &outages(file), (start, end), now);
    hit(&mut sums, file, &parties, &shifts, &outages(file), (start, end), now, catalogue);
    durations(&mut sums, file, &given, &carried, &ended, (start, end), now);
    sums.0.retain(|_, number| *number != 0);
    sums.0
}

fn count<T>(of: &[T]) -> i64 {
    i64::try_from(of.len()).unwrap()
}

/// What the catalogue no longer has stands under no field at all.
fn field(catalogue: &Catalogue, code: &str) -> String {
    catalogue.field_of(&Code::new(code)).map(|field| field.id.clone()).unwrap_or_default()
}

fn below(list: &str, row: &str, column: &str) -> String {
    format!("{list}.{row}.{column}")
}

fn came(sums: &mut Sums, given: &[&Visit]) {
    for one in given {
        let (weekday, hour) =
            ((one.arrived.div_euclid(DAY) + 3).rem_euclid(7), one.arrived.rem_euclid(DAY) / 3600);
        sums.add("visits", 1);
        sums.add("persons", one.persons);
        sums.add(format!("hours.{hour}.visits"), 1);
        sums.add(format!("weekdays.{weekday}h{hour}.visits"), 1);
        if let Some(why) = &one.priority {
            sums.add(format!("priority.{why}.visits"), 1);
        }
        for (list, value) in ["ages", "sexes", "hamlets", "phones"].into_iter().zip(&one.traits) {
            sums.add(format!("{list}.{}.visits", value.as_deref().unwrap_or("not-noted")), 1);
        }
    }
}

/// The counter against the journal; of a shift, whose numbers the counter does not tell apart, the visits.
fn drawn(sums: &mut Sums, file: &Connection, span: Span, all: &[Visit], given: &[&Visit]) {
    let kept: HashSet<(&str, &str)> = all.iter().map(|one| (one.day.as_str(), one.number.as_str())).collect();
    let mut taken_back = BTreeSet::new();
    let sql = "SELECT at, date(at, 'unixepoch'), op ->> 1 FROM journal
        WHERE state IN ('undone', 'buried') AND op ->> 0 = 'number-given'";
    let mut statement = file.prepare(sql).unwrap();
    let rows: Vec<(i64, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (at, day, number) in &rows {
        let is_inside = (span.start().seconds()..span.end().seconds()).contains(at);
        if is_inside && !kept.contains(&(day, number)) {
            taken_back.insert(format!("withdrawn.{day} {number}"));
        }
    }
    let counted: i64 = file
        .query_row(
            "SELECT coalesce(sum(last), 0) FROM counter WHERE day BETWEEN ?1 AND ?2",
            [span.from.to_string(), span.until.to_string()],
            |row| row.get(0),
        )
        .unwrap();
    let of_shift = count(given) + i64::try_from(taken_back.len()).unwrap();
    sums.add("issued", if span.shift.is_some() { of_shift } else { counted });
    for path in taken_back {
        sums.add(path, 1);
    }
}

fn helped(sums: &mut Sums, file: &Connection, ended: &[&Visit], catalogue: &Catalogue) {
    let ended: HashSet<i64> = ended.iter().map(|one| one.id).collect();
    let sql = "SELECT visit, procedure, quantity, how, channel, paid, outcome, reason, volunteer, station FROM assist";
    let mut statement = file.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let text = |at: usize| -> String { row.get(at).unwrap() };
        let (visit, quantity): (i64, i64) = (row.get(0).unwrap(), row.get(2).unwrap());
        let said = |at: usize| -> Option<String> { row.get(at).unwrap() };
        let (code, channel, outcome) = (text(1), said(4), text(6));
        if !ended.contains(&visit) || outcome == "open" {
            continue;
        }
        let procedure = format!("procedures.{code}");
        let is_done = outcome == "done";
        let is = |value: &str| is_done && channel.as_deref() == Some(value);
        let is_online = is("online-whole") || is("online-part");
        let is_filed = is_online || is("paper");
        let is_paid = is_done && said(5).as_deref() == Some("online");
        let is_skill =
            catalogue.get(&Code::new(code.as_str())).is_some_and(|entry| entry.kind == Kind::Skill);
        sums.add("assists", 1);
        sums.add(below("fields", &field(catalogue, &code), "assists"), 1);
        sums.add(format!("{procedure}.assists"), 1);
        match outcome.as_str() {
            "done" => {
                sums.add(format!("{procedure}.done"), 1);
                sums.add(format!("{procedure}.pieces"), quantity);
            }
            "stuck" | "come-back" => sums.add(format!("{procedure}.unfinished"), 1),
            _ => {}
        }
        let pieces = match code.as_str() {
            "2.000815" | "2.000908" | "2.000942" | "2.000635" => Some("copies"),
            "2.000884" | "2.000992" | "2.001008" => Some("signatures"),
            "DV20" => Some("leaflets"),
            _ => None,
        };
        if let Some(piece) = pieces.filter(|_| is_done) {
            sums.add(format!("pieces.{piece}.pieces"), quantity);
        }
        for (holds, path) in [
            (is_online, format!("{procedure}.online")),
            (is_filed, format!("{procedure}.filed")),
            (is("online-whole"), "filed_whole".to_owned()),
            (is_done && channel.is_none() && !is_skill, "channel_not_noted".to_owned()),
            (is_done && channel.is_none() && !is_skill, "channels.not-noted.assists".to_owned()),
            (is_filed, "filed".to_owned()),
            (is_online, "filed_online".to_owned()),
            (is_paid, "paid_online".to_owned()),
            (is_filed && is_paid, "filed_paid_online".to_owned()),
            (code == "KN01", "level_two_tried".to_owned()),
            (code == "KN01" && is_done, "level_two_done".to_owned()),
        ] {
            if holds {
                sums.add(path, 1);
            }
        }
        sums.add(format!("outcomes.{outcome}.assists"), 1);
        if let Some(channel) = channel.as_ref().filter(|_| is_done) {
            sums.add(format!("channels.{channel}.assists"), 1);
        }
        sums.add(format!("how.{}.assists", said(3).as_deref().unwrap_or("not-noted")), 1);
        if let Some(reason) = row.get::<_, Option<String>>(7).unwrap() {
            sums.add(format!("{outcome}.{reason}.assists"), 1);
        }
        for indicator in Indicator::ALL.iter().filter(|one| one.codes().contains(&code.as_str())) {
            if is_done {
                // Leaflets and telephones are counted as they were given out.
                let number = if ["DV20", "DV23"].contains(&code.as_str()) { quantity } else { 1 };
                sums.add(format!("indicators.{}.number", indicator.code()), number);
            }
        }
        sums.add(format!("volunteers.{}.assists", row.get::<_, i64>(8).unwrap()), 1);
        sums.add(format!("stations.{}.assists", row.get::<_, i64>(9).unwrap()), 1);
    }
}

fn asked(sums: &mut Sums, file: &Connection, (start, end): (i64, i64)) {
    let mut statement = file.prepare("SELECT at FROM counted").unwrap();
    let all: Vec<i64> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for at in all.into_iter().filter(|at| (start..end).contains(at)) {
        sums.add("quick_questions", 1);
        sums.add(format!("hours.{}.quick_questions", at.rem_euclid(DAY) / 3600), 1);
    }
}

/// The holidays of the autumn in which the files were made, as days since 1970: 31/08–02/09 and 24/11/2026.
const HOLIDAYS: [i64; 4] = [20_696, 20_697, 20_698, 20_781];

/// The office's usual hours, in minutes of the day.
const OFFICE: [(i64, i64); 2] = [(450, 690), (810, 1_020)];

fn duty(sums: &mut Sums, shifts: &[Shift]) {
    let mut people: BTreeSet<i64> = BTreeSet::new();
    for Shift { from: opened, until: end, is_morning, people: there, stations } in shifts {
        sums.add("shifts", 1);
        let of_shift: BTreeSet<i64> = there.iter().map(|(who, ..)| *who).collect();
        let midnight = opened.div_euclid(DAY) * DAY;
        let weekday = (midnight / DAY + 3).rem_euclid(7);
        for who in &of_shift {
            sums.add(format!("volunteers.{who}.shifts"), 1);
            if weekday < 5 && !HOLIDAYS.contains(&(midnight / DAY)) {
                let (from, until) = OFFICE[usize::from(!is_morning)];
                sums.add(format!("volunteers.{who}.planned"), (until - from) * 60);
            }
        }
        people.extend(&of_shift);
        if end.is_none() {
            sums.add("without_end", 1);
            continue;
        }
        // From minute to minute as the clock shows them.
        let by_hour = |sums: &mut Sums, column: &str, from: i64, until: i64| {
            let (from, until) = (from - from.rem_euclid(60), until - until.rem_euclid(60));
            let until_hour = |end: i64| (until.min(end) - from).max(0) / 60;
            for hour in 0..24 {
                let begin = midnight + hour * 3600;
                let minutes = until_hour(begin + 3600) - until_hour(begin);
                sums.add(format!("hours.{hour}.{column}"), minutes * 60);
            }
        };
        for (who, from, until) in there {
            let (from, until) = (&(from - from.rem_euclid(60)), &(until - until.rem_euclid(60)));
            let whole = (until - from) / 60;
            sums.add("duty_hours", whole * 60);
            sums.add(format!("volunteers.{who}.hours"), whole * 60);
            let within = OFFICE.map(|(opens, closes)| {
                ((until - midnight).min(closes * 60) - (from - midnight).max(opens * 60)).max(0) / 60
            });
            let (kind, minutes) = match weekday {
                _ if HOLIDAYS.contains(&(midnight / DAY)) => ("holiday", whole),
                5 => ("saturday", whole),
                6 => ("sunday", whole),
                _ => ("out_of_hours", whole - within.iter().sum::<i64>()),
            };
            sums.add(format!("volunteers.{who}.{kind}"), minutes * 60);
            by_hour(sums, "hours", *from, *until);
        }
        for (_, from, until) in stations {
            by_hour(sums, "staffed", *from, *until);
        }
    }
    sums.add("volunteers", i64::try_from(people.len()).unwrap());
}

fn lost(
    sums: &mut Sums,
    shifts: &[Shift],
    outages: &[(String, i64, Option<i64>)],
    (start, end): (i64, i64),
    now: i64,
) {
    let mut seconds: HashMap<&str, HashSet<i64>> = HashMap::new();
    for (system, from, until) in outages {
        if *from >= end || until.is_some_and(|until| until <= start) {
            continue;
        }
        sums.add(format!("outages.{system}.times"), 1);
        for shift in shifts {
            for second in *from.max(&start)..until.unwrap_or(now).min(end).min(now) {
                if second >= shift.from && shift.until.is_some_and(|until| second < until) {
                    seconds.entry(system).or_default().insert(second);
                    seconds.entry("").or_default().insert(second);
                }
            }
        }
    }
    for (system, seconds) in seconds {
        let minutes = i64::try_from(seconds.len() / 60).unwrap();
        let path =
            if system.is_empty() { "lost_minutes".to_owned() } else { format!("outages.{system}.minutes") };
        sums.add(path, minutes);
    }
}

/// Visit by visit: what it was about, and whether that failed while it was there.
#[allow(clippy::too_many_arguments)]
fn hit(
    sums: &mut Sums,
    file: &Connection,
    given: &[&Visit],
    shifts: &[Shift],
    outages: &[(String, i64, Option<i64>)],
    (start, end): (i64, i64),
    now: i64,
    catalogue: &Catalogue,
) {
    // Where nothing was helped with, what was asked for.
    let mut need = file
        .prepare(
            "SELECT procedure FROM need WHERE visit = ?1
             AND NOT EXISTS (SELECT 1 FROM assist WHERE visit = ?1) ORDER BY id LIMIT 1",
        )
        .unwrap();
    let mut assists = file.prepare("SELECT procedure, reason FROM assist WHERE visit = ?1").unwrap();
    for one in given {
        let mut about: Vec<(String, Option<String>)> =
            need.query_map([one.id], |row| Ok((row.get(0)?, None))).unwrap().map(Result::unwrap).collect();
        let helped = assists.query_map([one.id], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        about.extend(helped.map(Result::unwrap));
        let over = if one.stage == "done" || one.stage == "left" { one.since } else { now };
        let mut systems: HashSet<&str> = HashSet::new();
        for (system, from, until) in outages {
            for shift in shifts {
                let from = *from.max(&start).max(&shift.from);
                let Some(closed) = shift.until else { continue };
                let until = until.unwrap_or(now).min(end).min(now).min(closed);
                for (code, reason) in &about {
                    let relies = catalogue
                        .get(&Code::new(code.as_str()))
                        .is_some_and(|entry| entry.systems.iter().any(|one| one.code() == system));
                    let day = one.arrived.div_euclid(DAY);
                    let that_day = (from.div_euclid(DAY)..=until.div_euclid(DAY)).contains(&day);
                    let stuck = reason.as_deref() == Some("system-down") && that_day;
                    if from < until && relies && (stuck || (one.arrived < until && from < over)) {
                        systems.insert(system);
                    }
                }
            }
        }
        for path in systems.iter().map(|system| format!("outages.{system}")) {
            sums.add(format!("{path}.visits"), 1);
            sums.add(format!("{path}.persons"), one.persons);
        }
        if !systems.is_empty() {
            sums.add("lost_visits", 1);
            sums.add("lost_persons", one.persons);
        }
    }
}

/// When the desk was open: no two shifts are at once.
fn open(file: &Connection, now: i64) -> Vec<(i64, i64)> {
    let mut statement = file.prepare("SELECT opened, closed, part, unixepoch(day) FROM shift").unwrap();
    let rows = statement.query_map([], |row| {
        let (opened, closed, part, day): (i64, Option<i64>, String, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let usual = day + if part == "morning" { 11 * 3600 + 1800 } else { 17 * 3600 };
        let end = if now.div_euclid(DAY) * DAY > day { usual.max(opened) } else { now };
        Ok((opened, closed.unwrap_or(end)))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[allow(clippy::too_many_arguments)]
fn durations(
    sums: &mut Sums,
    file: &Connection,
    given: &[&Visit],
    carried: &[&Visit],
    ended: &[&Visit],
    (start, end): (i64, i64),
    now: i64,
) {
    let dark: Vec<(i64, Option<i64>)> = outages(file)
        .into_iter()
        .filter(|(system, ..)| system == "power")
        .map(|(_, from, until)| (from, until))
        .collect();
    let was_light = |from: i64, until: i64| {
        let is_dark =
            |&(begin, over): &(i64, Option<i64>)| begin < until && over.is_none_or(|over| over > from);
        !dark.iter().any(is_dark)
    };
    let was_watched =
        |from: i64, until: i64| from.div_euclid(DAY) == until.div_euclid(DAY) && was_light(from, until);
    let open = open(file, now);
    let mut away: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    let mut statement = file.prepare("SELECT visit, ended_at, at FROM visit_return").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    for (visit, left, back) in rows.unwrap().map(Result::unwrap) {
        away.entry(visit).or_default().push((left, back));
    }
    let waited = |one: &Visit, until: i64| -> Option<i64> {
        let from = one.booked.map_or(one.arrived, |booked| booked.max(one.arrived));
        let gone = away.get(&one.id).cloned().unwrap_or_default();
        let overlap =
            |(begin, end): (i64, i64), (from, until): (i64, i64)| (end.min(until) - begin.max(from)).max(0);
        let sum = |stretch: (i64, i64)| -> i64 { open.iter().map(|one| overlap(*one, stretch)).sum() };
        let absent: i64 = gone.iter().map(|(left, back)| sum(((*left).max(from), (*back).min(until)))).sum();
        was_light(from, until).then(|| sum((from, until)) - absent)
    };
    let mut serving: HashMap<i64, Vec<(i64, Option<i64>)>> = HashMap::new();
    let sql = "SELECT visit, from_at, until_at FROM period WHERE kind = 'serving' ORDER BY from_at";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    for (visit, from, until) in rows.unwrap().map(Result::unwrap) {
        serving.entry(visit).or_default().push((from, until));
    }
    let (mut waits, mut estimated) = (Vec::new(), 0);
    let (mut walkouts, mut walkouts_estimated) = (Vec::new(), 0);
    for one in ended.iter().filter(|one| one.why.as_deref() == Some("walked-out")) {
        if serving.contains_key(&one.id) {
            continue;
        }
        match waited(one, one.since) {
            Some(seconds) => walkouts.push(seconds),
            None => walkouts_estimated += 1,
        }
    }
    told(sums, "times.walkout", walkouts, walkouts_estimated);
    for one in given.iter().chain(carried) {
        let Some(began) = serving.get(&one.id).and_then(|periods| periods.first()).map(|first| first.0)
        else {
            continue;
        };
        if !(start..end).contains(&began) {
            continue;
        }
        match waited(one, began) {
            Some(seconds) => waits.push(seconds),
            None => estimated += 1,
        }
    }
    told(sums, "times.wait", waits, estimated);
    let (mut services, mut estimated) = (Vec::new(), 0);
    for one in ended.iter().filter(|one| one.stage == "done") {
        let Some(periods) = serving.get(&one.id) else { continue };
        let over: Vec<(i64, i64)> =
            periods.iter().filter_map(|(from, until)| until.map(|until| (*from, until))).collect();
        if over.iter().all(|(from, until)| was_watched(*from, *until)) {
            services.push(over.iter().map(|(from, until)| until - from).sum());
        } else {
            estimated += 1;
        }
    }
    told(sums, "times.service", services, estimated);
}

fn told(sums: &mut Sums, of: &str, mut seconds: Vec<i64>, estimated: i64) {
    seconds.sort_unstable();
    sums.add(format!("{of}.left_out"), estimated);
    sums.add(format!("{of}.count"), count(&seconds));
    if seconds.is_empty() {
        return;
    }
    let (low, high) = (seconds[(seconds.len() - 1) / 2], seconds[seconds.len() / 2]);
    sums.add(format!("{of}.median"), i64::midpoint(low, high));
    let is_enough = |most: &&i64| seconds.iter().filter(|one| one <= most).count() * 10 >= seconds.len() * 9;
    sums.add(format!("{of}.ninety"), *seconds.iter().find(is_enough).unwrap());
    sums.add(format!("{of}.longest"), *seconds.last().unwrap());
}
