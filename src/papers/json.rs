//! The tally as JSON, for other programs.
//!
//! ```json
//! {
//!   "schema": 4, "program": "motcua 0.1.0", "lang": "vi", "printed": "2026-11-21T17:04:00",
//!   "office": { "name": "…", "team": "…", "commune": { "code": "11824", "name": "Xã Vĩnh Bảo", "province": "…" } },
//!   "sources": [{ "source": 1, "file": "…", "office": "…", "team": "…", "commune": "11824", "visits": 42,
//!     "stations": [{ "own": 1, "station": 1 }] }],
//!   "span": { "kind": "month", "calendar": "civil", "from": "2026-11-01", "until": "2026-11-30" }, "name": "…",
//!   "holds": true,
//!   "figures": { "visits": 42, "persons": 50, "assists": 61, "served": 30, "wait_median": 420 },
//!   "units": { "wait_median": "seconds", "duty_hours": "seconds", "lost_minutes": "minutes", "target": "percent" },
//!   "withdrawn": ["2026-11-21 A005"], "missing": [], "surplus": [],
//!   "tables": {
//!     "procedures": [{ "key": "1.001193", "part_of": "ho-tich", "name": "Khai sinh", "assists": 12, "done": 10 }]
//!   },
//!   "targets": [{ "key": "online", "name": "…", "part": 25, "of": 30, "target": 80 }],
//!   "before": { "span": {}, "name": "…", "figures": {} },
//!   "shifts": [{ "day": "2026-11-21", "part": "morning", "name": "ca sáng", "opened": "07:25", "closed": "11:40",
//!     "on_duty": [{ "volunteer": 3, "name": "…", "from": "07:30", "until": null }] }]
//! }
//! ```
//!
//! `figures` has every [`FigureId`] but the shares, whose parts are there, and `tables` every [`TableId`] with rows of its own:
//! the ids are those of a form. `units` says by id what a number is measured in, in figures and tables alike, whatever the id
//! is called; what is not named there is a count. A duration that nobody measured is `null`. A key is the same in every
//! language, a name is in `lang`. `before` is `null` of a single day or shift, `target` and `closed` where there is none. Lists leave out rows of nought. What each number counts is said in docs/figures.md. The handover's note
//! is not here, nor are difficulties and proposals: they are free text and may name a citizen.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::office::VERSION;
use crate::domain::Report;
use crate::domain::commune::Commune;
use crate::domain::tally::{Amount, FigureId, Number, Row, Share, TableId, Tally, Unit};
use crate::lang::Lang;

/// The number of the schema; it grows when a key changes its meaning or goes.
const SCHEMA: u32 = 4;

/// The tally of a span as JSON, indented, with a line end.
pub fn tally(report: &Report, lang: Lang) -> String {
    let mut text = serde_json::to_string_pretty(&document(report, lang)).unwrap_or_default();
    text.push('\n');
    text
}

/// An object whose keys keep their order.
struct Object(Vec<(&'static str, Value)>);

/// The same of lists of such objects.
struct Document(Vec<(&'static str, Part)>);

enum Part {
    One(Value),
    Keys(Object),
    Tables(Vec<(&'static str, Vec<Object>)>),
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(value) => value.serialize(to),
            Self::Keys(object) => object.serialize(to),
            Self::Tables(tables) => to.collect_map(tables.iter().map(|(key, rows)| (key, rows))),
        }
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(key, part)| (key, part)))
    }
}

fn document(report: &Report, lang: Lang) -> Document {
    let tally = &report.tally;
    let numbers = |numbers: &[Number]| json!(numbers.iter().map(ToString::to_string).collect::<Vec<_>>());
    let before = report.before.as_ref().map(|before| {
        json!({
            "span": before.span, "name": lang.title_span(before.span),
            "figures": figures(before).into_iter().map(|(id, of)| (id.to_owned(), of)).collect::<serde_json::Map<_, _>>(),
        })
    });
    Document(vec![
        ("schema", Part::One(json!(SCHEMA))),
        ("program", Part::One(json!(VERSION))),
        ("lang", Part::One(json!(lang))),
        ("printed", Part::One(json!(report.at.date_time().format("%Y-%m-%dT%H:%M:%S").to_string()))),
        ("office", Part::One(office(report))),
        ("sources", Part::One(sources(report))),
        ("span", Part::One(json!(tally.span))),
        ("name", Part::One(json!(lang.title_span(tally.span)))),
        ("holds", Part::One(json!(tally.proof.holds()))),
        ("figures", Part::Keys(Object(figures(tally)))),
        ("units", Part::Keys(Object(units()))),
        ("withdrawn", Part::One(numbers(&tally.proof.withdrawn))),
        ("missing", Part::One(numbers(&tally.proof.missing))),
        ("surplus", Part::One(numbers(&tally.proof.surplus))),
        ("tables", Part::Tables(tables(report, lang))),
        ("targets", Part::One(targets(report, lang))),
        ("before", Part::One(json!(before))),
        ("shifts", Part::One(shifts(report, lang))),
    ])
}

fn figures(tally: &Tally) -> Vec<(&'static str, Value)> {
    FigureId::all()
        .map(|id| (id.id(), id.of(tally)))
        .filter(|(_, amount)| !matches!(amount, Amount::Share(..)))
        .map(|(id, amount)| (id, json!(amount.plain())))
        .collect()
}

/// What is no count, by its id in figures and tables. An id has one unit everywhere.
fn units() -> Vec<(&'static str, Value)> {
    let figures = FigureId::all().map(|id| (id.id(), id.unit())).filter(|(_, unit)| *unit != Unit::Percent);
    let columns = TableId::ALL.iter().flat_map(|table| table.numbers());
    let columns = columns.map(|(column, _)| (column.id(), column.unit()));
    let mut all: Vec<(&str, Unit)> = Vec::new();
    for (id, unit) in figures.chain(columns).chain([("target", Unit::Percent)]) {
        if unit != Unit::Count && !all.contains(&(id, unit)) {
            all.push((id, unit));
        }
    }
    all.into_iter().map(|(id, unit)| (id, json!(unit.code()))).collect()
}

fn tables(report: &Report, lang: Lang) -> Vec<(&'static str, Vec<Object>)> {
    let row = |table: TableId, row: &Row| {
        let mut object = vec![("key", json!(row.key.code()))];
        object.extend(row.key.part_of().map(|whole| ("part_of", json!(whole))));
        object.push(("name", json!(lang.key(&row.key, report))));
        let cells = table.numbers().zip(&row.amounts);
        object.extend(cells.map(|((column, _), amount)| (column.id(), json!(amount.plain()))));
        Object(object)
    };
    TableId::ALL
        .iter()
        .filter(|table| table.numbers().next().is_some())
        .map(|table| (table.id(), report.tally.rows(*table).iter().map(|one| row(*table, one)).collect()))
        .collect()
}

fn office(report: &Report) -> Value {
    let commune = report
        .commune()
        .map(|Commune { code, name, province }| json!({ "code": code, "name": name, "province": province }));
    json!({ "name": report.office.name, "team": report.office.team, "commune": commune })
}

fn sources(report: &Report) -> Value {
    let source = |(at, of): (usize, &crate::domain::merge::Source)| {
        let stations = of.stations.iter().map(|(own, station)| json!({ "own": own, "station": station }));
        json!({
            "source": at + 1, "file": of.name, "office": of.office.name, "team": of.office.team,
            "commune": of.office.commune, "visits": of.visits, "stations": stations.collect::<Vec<_>>(),
        })
    };
    report.sources.iter().enumerate().map(source).collect()
}

fn targets(report: &Report, lang: Lang) -> Value {
    let share = |Share { kind, part, whole, target }: Share| json!({ "key": kind.code(), "name": lang.target(kind), "part": part, "of": whole, "target": target });
    report.tally.shares(report.targets).into_iter().map(share).collect()
}

fn shifts(report: &Report, lang: Lang) -> Value {
    let shift = |shift: &crate::domain::Shift| {
        let person = |duty: &crate::domain::Duty| {
            json!({
                "volunteer": duty.volunteer, "name": report.volunteer_name(duty.volunteer, lang),
                "from": lang.clock(duty.from), "until": duty.until.map(|until| lang.clock(until)),
            })
        };
        json!({
            "day": shift.day, "part": shift.part.code(), "name": lang.shift_part(shift.part),
            "opened": lang.clock(shift.opened), "closed": shift.closed.map(|closed| lang.clock(closed)),
            "end_estimated": shift.estimated,
            "on_duty": shift.duty.iter().map(person).collect::<Vec<_>>(),
        })
    };
    report.shifts.iter().map(shift).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tally::Figure;
    use crate::papers::tally::sample;

    #[test]
    fn every_number_is_in_the_unit_that_the_files_say() {
        let tally = sample::Day::busy().tally();
        for (figure, amount) in tally.figures() {
            let (id, unit) = match &figure {
                Figure::Alone(id) => (id.id(), id.unit()),
                Figure::Cell(_, _, column) => (column.id(), column.unit()),
            };
            let is_right = match amount {
                Amount::Count(_) if id.ends_with("minutes") => unit == Unit::Minutes,
                Amount::Count(_) => unit == Unit::Count,
                Amount::Seconds(_) | Amount::None => unit == Unit::Seconds,
                Amount::Share(..) => unit == Unit::Percent,
            };
            assert!(is_right, "{figure:?} {amount:?} {unit:?}");
        }
        for id in FigureId::all().filter(|id| matches!(id.of(&tally), Amount::Seconds(_))) {
            assert_eq!(id.unit(), Unit::Seconds, "{id:?}");
        }
        let mut ids: Vec<&str> = units().into_iter().map(|(id, _)| id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id with two units");
    }

    #[test]
    fn the_whole_document_is_as_documented() {
        insta::assert_snapshot!(tally(&sample::Day::small().context(), Lang::En));
    }
}
