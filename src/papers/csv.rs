//! The tally as comma-separated values, for spreadsheets and other programs.
//!
//! UTF-8 with a byte order mark, comma, CRLF, quoted where needed (RFC 4180). Excel takes a file for UTF-8 only when the
//! mark is there, and takes the separator from Windows' region. The Vietnamese region has the comma, as the English one
//! has that most PCs here are left at, although it writes a decimal comma: the tables of Windows' regions in .NET
//! (`IcuLocaleData`, `vi-VN`) and in Wine (`LOCALE_SLIST` of Vietnamese) both say so. So a double click opens the file
//! right in both; seen in those two tables, not on a Windows of ours. Where somebody has set `;`, Data › From Text/CSV
//! asks. A first line `sep=,` would settle the separator, but makes Excel forget the mark, so that every accent is lost,
//! and is a stray row to every other program. All numbers are whole and not grouped, so no comma stands in them.
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
//! | `left` | visits that ended unserved, for whatever reason |
//! | `minutes` | a duration: on duty, or lost |
//! | `times` | how many of what the row names: shifts, volunteers, outages, quick questions |
//! | `left_out` | durations that are only estimates, and were left out |
//! | `target` | a target, in whole per cent |
//! | `now`, `before` | the same number of this span and of the one before |
//!
//! | `section` | `key` | numbers |
//! |---|---|---|
//! | `span` | [`Span::key`](crate::domain::Span::key), `2026-11-21` | – |
//! | `source` | `1`, `2` … of the desks that were joined; none when it is one desk alone | visits |
//! | `total` | `all` | visits, persons, assists |
//! | `quick_question` | `all`: visitors who took no number, part of none of these three | times |
//! | `proof` | `carried_in`, `issued`, `served`, `left`, `no_show`, `cancelled`, `open` | visits |
//! | `proof` | `holds` | –; `part_of` is `true` or `false` |
//! | `withdrawn`, `missing`, `surplus` | a day and a ticket, `2026-11-21 A005` | –; one row each |
//! | `field` | id of the catalogue, empty for what it no longer has | visits, persons, assists |
//! | `procedure` | code; `part_of` is the field | assists, done, unfinished, online |
//! | `outcome`, `channel`, `how` | code | assists |
//! | `stuck`, `referred` | code; `part_of` is the outcome | assists |
//! | `filed` | `all`, `online`, `paid_online`: dossiers | assists |
//! | `paid_online` | `all`: things paid for online, dossiers or not | assists |
//! | `indicator` | code of a number that teams publish | assists |
//! | `level_two` | `all`: activations tried | assists, done |
//! | `priority`, `left` | code | visits |
//! | `left_from` | code; `part_of` is the stage they left from | visits |
//! | `age`, `sex`, `smartphone` | code, or `not-noted` | visits |
//! | `hamlet` | id of the office's list, or `not-noted` | visits |
//! | `hour` | 0–23 | visits (numbers given), served, minutes (of all volunteers on duty), times (quick questions) |
//! | `heat` | weekday from Monday, 0–6, and hour: `0h7`; `part_of` is the weekday | visits |
//! | `course` | the first day of a day or month of the span; `part_of` is its last one | visits, persons, assists, served, left, times (quick questions) |
//! | `course_wait` | `median`, `ninety`, `longest`; `part_of` is the key of the row of `course` | visits that were timed, seconds, `left_out` |
//! | `station` | number | assists, served |
//! | `volunteer` | id of the roster | assists, served, minutes, times (shifts) |
//! | `staffing` | `shifts`, `volunteers`, `without_end` (shifts never closed, whose hours are not known) | times |
//! | `staffing` | `minutes`, those of all volunteers | minutes |
//! | `lost` | `all`: a minute without two systems is one | minutes, visits and persons that an outage hit |
//! | `outage` | code of the system | times, minutes, visits, persons |
//! | `wait`, `service` | `median`, `ninety` (nine of ten are at most this long), `longest` | visits that were timed, seconds, `left_out` |
//! | `target` | `online`, `paid-online`, `level-2`: `done` of `assists` | assists, done, target |
//! | `before` | key of the span before; none of a single day or shift | – |
//! | `compare` | `visits`, `persons`, `assists`, `quick_questions`, `filed`, `filed_online`, `paid_online`, `served`, `left`, `without_smartphone`, `wait_median`, `service_median` (seconds), `duty_minutes`, `lost_minutes` | now, before |
//! | `shift` | `1`, `2` … in their order; `part_of` is `morning` or `afternoon` | – |
//! | `on_duty` | id of the roster; `part_of` is the key of the shift | – |
//!
//! A spreadsheet reads a code such as `2.000720` as a number and drops its last nought, so the label of a procedure ends
//! with the code in brackets.

mod rows;

use super::tally::Context;
use crate::domain::tally::Tally;
use crate::text::Lang;

/// The names of the columns.
const COLUMNS: [&str; 19] = [
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
    "left",
    "minutes",
    "times",
    "left_out",
    "target",
    "now",
    "before",
];

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The tally of a span as the bytes of a CSV file.
pub fn tally(tally: &Tally, day: &Context, lang: Lang) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    // Writing to memory cannot fail, and all records have one length: there is no error to report.
    let _ = writer.write_record(COLUMNS);
    for row in rows::of(tally, day, lang) {
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
    left: Option<u32>,
    minutes: Option<u32>,
    times: Option<u32>,
    left_out: Option<u32>,
    target: Option<u32>,
    now: Option<i64>,
    before: Option<i64>,
}

impl Row {
    fn new(section: &'static str, key: &dyn std::fmt::Display, label: impl Into<String>) -> Self {
        Self { section, key: key.to_string(), label: label.into(), ..Self::default() }
    }

    fn part_of(self, whole: impl std::fmt::Display) -> Self {
        Self { part_of: whole.to_string(), ..self }
    }

    fn visits(self, visits: u32) -> Self {
        Self { visits: Some(visits), ..self }
    }

    fn assists(self, assists: u32) -> Self {
        Self { assists: Some(assists), ..self }
    }

    fn minutes(self, minutes: u32) -> Self {
        Self { minutes: Some(minutes), ..self }
    }

    fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    fn cells(self) -> [String; 19] {
        fn number<T: ToString>(number: Option<T>) -> String {
            number.map(|number| number.to_string()).unwrap_or_default()
        }
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
            number(self.seconds),
            number(self.left),
            number(self.minutes),
            number(self.times),
            number(self.left_out),
            number(self.target),
            number(self.now),
            number(self.before),
        ]
    }
}

/// A text that no spreadsheet takes for a formula: names are typed by people, and a formula may call programs.
fn disarmed(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
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
        let head = "\u{feff}section,key,part_of,label,visits,persons,assists,done,unfinished,online,served,seconds,left,minutes,times,left_out,target,now,before\r\n";
        assert!(text.starts_with(head), "{text}");
        insta::assert_snapshot!(text.trim_start_matches('\u{feff}').replace('\r', ""));
    }
}
