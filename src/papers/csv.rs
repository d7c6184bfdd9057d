//! The tally as comma-separated values, for spreadsheets and other programs.
//!
//! UTF-8 with a byte order mark, comma, CRLF, quoted where needed (RFC 4180). Excel takes a file for UTF-8 only when the
//! mark is there, and takes the separator from Windows' region: the comma in the English region that most PCs here are
//! left at (the Vietnamese one is believed to have it too, unverified; where somebody has set `;`, Data › From Text/CSV
//! asks). A first line `sep=,` would settle the separator,
//! but makes Excel forget the mark, so that every accent is lost, and is a stray row to every other program.
//! All numbers are whole and not grouped, so no comma stands in them.
//!
//! The first row has the names of the columns. They keep their names and their order; new ones are added at the end, new
//! rows anywhere. A cell that does not apply is empty.
//!
//! | column | meaning |
//! |---|---|
//! | `section` | what the row is about, see below |
//! | `key` | the stable code within the section, the same in every language |
//! | `part_of` | the key that the row is a part of |
//! | `label` | the name in the language that was asked for; formulas are disarmed by a leading `'` |
//! | `visits` | lượt |
//! | `persons` | người |
//! | `assists` | việc |
//! | `done`, `unfinished`, `online` | of these assists: done; stuck or to come back; filed wholly or partly online |
//! | `served` | visits finished |
//! | `seconds` | a duration |
//!
//! | `section` | `key` | numbers |
//! |---|---|---|
//! | `day` | `2026-11-21` | – |
//! | `total` | `all` | visits, persons, assists |
//! | `proof` | `carried_in`, `issued`, `served`, `left`, `open` | visits |
//! | `proof` | `holds` | –; `part_of` is `true` or `false` |
//! | `withdrawn`, `missing`, `surplus` | a ticket, `A005` | –; one row each |
//! | `field` | id of the catalogue, empty for what it no longer has | visits, persons, assists |
//! | `procedure` | code; `part_of` is the field | assists, done, unfinished, online |
//! | `outcome`, `channel`, `how` | code | assists |
//! | `stuck`, `referred` | code; `part_of` is the outcome | assists |
//! | `paid_online` | `all` | assists |
//! | `priority`, `left` | code | visits |
//! | `hour` | 0–23 | visits (numbers given), served |
//! | `station` | number | assists, served |
//! | `volunteer` | id of the roster | assists, served |
//! | `wait`, `service` | `median`, `longest` | visits that were timed, seconds |
//! | `shift` | `1`, `2` … in the day's order; `part_of` is `morning` or `afternoon` | – |
//! | `on_duty` | id of the roster; `part_of` is the key of the shift | – |
//!
//! A spreadsheet reads a code such as `2.000720` as a number and drops its last nought, so the label of a procedure ends
//! with the code in brackets.

use super::tally::{Context, clock_span};
use crate::domain::assist::OutcomeKind;
use crate::domain::tally::{Number, Tally, Times};
use crate::text::Lang;

/// The names of the columns.
const COLUMNS: [&str; 12] = [
    "section",
    "key",
    "part_of",
    "label",
    "visits",
    "persons",
    "assists",
    "done",
    "unfinished",
    "online",
    "served",
    "seconds",
];

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The tally of a day as the bytes of a CSV file.
pub fn tally(tally: &Tally, day: &Context, lang: Lang) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    // Writing to memory cannot fail, and all records have one length: there is no error to report.
    let _ = writer.write_record(COLUMNS);
    for row in rows(tally, day, lang) {
        let _ = writer.write_record(row.cells());
    }
    writer.into_inner().unwrap_or_default()
}

/// A row before it is written.
#[derive(Default)]
struct Row {
    section: &'static str,
    key: String,
    part_of: String,
    label: String,
    visits: Option<u32>,
    persons: Option<u32>,
    assists: Option<u32>,
    done: Option<u32>,
    unfinished: Option<u32>,
    online: Option<u32>,
    served: Option<u32>,
    seconds: Option<i64>,
}

impl Row {
    fn new(section: &'static str, key: &dyn std::fmt::Display, label: impl Into<String>) -> Self {
        Self { section, key: key.to_string(), label: label.into(), ..Self::default() }
    }

    fn visits(self, visits: u32) -> Self {
        Self { visits: Some(visits), ..self }
    }

    fn assists(self, assists: u32) -> Self {
        Self { assists: Some(assists), ..self }
    }

    fn cells(self) -> [String; 12] {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        [
            self.section.to_owned(),
            disarmed(self.key),
            disarmed(self.part_of),
            disarmed(self.label),
            number(self.visits),
            number(self.persons),
            number(self.assists),
            number(self.done),
            number(self.unfinished),
            number(self.online),
            number(self.served),
            self.seconds.map(|seconds| seconds.to_string()).unwrap_or_default(),
        ]
    }
}

/// A text that no spreadsheet takes for a formula: names are typed by people, and a formula may call programs.
fn disarmed(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

fn rows(tally: &Tally, day: &Context, lang: Lang) -> Vec<Row> {
    let mut rows = vec![
        Row::new("span", &tally.span.key(), lang.title_span(tally.span)),
        Row {
            visits: Some(tally.visits),
            persons: Some(tally.persons),
            assists: Some(tally.assists),
            ..Row::new("total", &"all", lang.tally_sum())
        },
    ];
    proof(&mut rows, tally);
    fields(&mut rows, tally, day, lang);
    rows.extend(
        tally
            .outcomes
            .iter()
            .map(|(kind, n)| Row::new("outcome", &kind.code(), lang.outcome_kind(*kind)).assists(*n)),
    );
    rows.extend(tally.stuck.iter().map(|(why, n)| Row {
        part_of: OutcomeKind::Stuck.code().to_owned(),
        ..Row::new("stuck", &why.code(), lang.stuck_reason(*why)).assists(*n)
    }));
    rows.extend(tally.referred.iter().map(|(to, n)| Row {
        part_of: OutcomeKind::Referred.code().to_owned(),
        ..Row::new("referred", &to.code(), lang.referral(*to)).assists(*n)
    }));
    rows.extend(
        tally
            .channels
            .iter()
            .map(|(channel, n)| Row::new("channel", &channel.code(), lang.channel(*channel)).assists(*n)),
    );
    rows.push(Row::new("paid_online", &"all", lang.tally_paid_online()).assists(tally.paid_online));
    rows.extend(tally.how.iter().map(|(how, n)| Row::new("how", &how.code(), lang.how(*how)).assists(*n)));
    rows.extend(
        tally
            .priority
            .iter()
            .map(|(why, n)| Row::new("priority", &why.code(), lang.priority(*why)).visits(*n)),
    );
    rows.extend(
        tally.left.iter().map(|(why, n)| Row::new("left", &why.code(), lang.leave_reason(*why)).visits(*n)),
    );
    rows.extend(tally.hours.iter().map(|row| Row {
        served: Some(row.served),
        ..Row::new("hour", &row.hour, lang.tally_hour(row.hour)).visits(row.issued)
    }));
    rows.extend(tally.stations.iter().map(|row| Row {
        served: Some(row.served),
        ..Row::new("station", &row.station, lang.tally_station(row.station.number())).assists(row.assists)
    }));
    rows.extend(tally.volunteers.iter().map(|row| {
        Row {
            served: Some(row.served),
            ..Row::new("volunteer", &row.volunteer.0, day.volunteer_name(row.volunteer, lang))
                .assists(row.assists)
        }
    }));
    times(&mut rows, "wait", tally.waits, lang.tally_wait(), lang);
    times(&mut rows, "service", tally.services, lang.tally_service(), lang);
    shifts(&mut rows, day, lang);
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
    rows.push(Row { part_of: proof.holds().to_string(), ..Row::new("proof", &"holds", "") });
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
                part_of: field.field.clone(),
                done: Some(row.done),
                unfinished: Some(row.unfinished),
                online: Some(row.online),
                ..Row::new("procedure", &row.code, label).assists(row.assists)
            }
        }));
    }
}

fn times(rows: &mut Vec<Row>, section: &'static str, times: Times, label: &str, lang: Lang) {
    let longest = lang.tally_longest("").trim().to_owned();
    for (key, seconds, label) in
        [("median", times.median, label.to_owned()), ("longest", times.longest, longest)]
    {
        rows.push(Row { seconds: Some(seconds), ..Row::new(section, &key, label).visits(times.count) });
    }
}

fn shifts(rows: &mut Vec<Row>, day: &Context, lang: Lang) {
    for (at, shift) in day.shifts.iter().enumerate() {
        let key = (at + 1).to_string();
        let label = format!("{} {}", lang.shift_part(shift.part), clock_span(shift, lang));
        rows.push(Row { part_of: shift.part.code().to_owned(), ..Row::new("shift", &key, label) });
        rows.extend(shift.on_duty.iter().map(|id| Row {
            part_of: key.clone(),
            ..Row::new("on_duty", &id.0, day.volunteer_name(*id, lang))
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tally::sample;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+84 912", "-3", "@sum", "\tx", "\r=1"] {
            assert_eq!(disarmed(text.to_owned()), format!("'{text}"));
        }
        assert_eq!(disarmed("Khai sinh".to_owned()), "Khai sinh");
        let mut day = sample::Day::small();
        day.volunteers[0].name = "=HYPERLINK(\"x\")".to_owned();
        let bytes = tally(&day.tally(), &day.context(), Lang::Vi);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
    }

    #[test]
    fn the_file_begins_with_the_mark_and_the_columns() {
        let day = sample::Day::small();
        let bytes = tally(&day.tally(), &day.context(), Lang::Vi);
        let text = std::str::from_utf8(&bytes).unwrap();
        let head = "\u{feff}section,key,part_of,label,visits,persons,assists,done,unfinished,online,served,seconds\r\n";
        assert!(text.starts_with(head), "{text}");
        insta::assert_snapshot!(text.trim_start_matches('\u{feff}').replace('\r', ""));
    }
}
