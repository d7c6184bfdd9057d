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
//! One number a row, so that a pivot table can take it:
//!
//! | column | meaning |
//! |---|---|
//! | `table` | `figures` for a number by itself, else an id of [`TableId`], or one of the words below |
//! | `key` | what the row is about: the id of a figure, or a code that is the same in every language |
//! | `part_of` | what that is a part of: the field of a procedure, the last day of some days |
//! | `name` | its name in the language that was asked for; formulas are disarmed by a leading `'` |
//! | `column` | the column of the table: `visits`, `done`; empty of a number by itself |
//! | `number` | the number; empty where nobody measured one |
//! | `before` | the same number of the span before, of figures |
//! | `unit` | what both are measured in, whatever they are called: `count`, `seconds`, `minutes` or `percent` |
//!
//! Beside figures and tables: `span` and `before` name the spans; `source` is a desk that was joined, with its visits;
//! `proof` says whether the numbers come out even; `withdrawn`, `missing` and `surplus` have a day and a ticket each;
//! `targets` have `part`, `of` and `target`; `shifts` have `people`, and `on_duty` their volunteers, part of a shift.
//! Shares are left out, as their two parts are there.
//!
//! A spreadsheet reads a code such as `2.000720` as a number and drops its last nought, so the name of a procedure ends
//! with the code in brackets.

use crate::domain::Report;
use crate::domain::tally::{Amount, FigureId, Key, Share, TableId, Unit};
use crate::lang::Lang;

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// The tally of a span.
pub fn tally(report: &Report, lang: Lang) -> Vec<u8> {
    let writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let mut rows = Rows(writer);
    rows.add(["table", "key", "part_of", "name", "column", "number", "before", "unit"].map(str::to_owned));
    rows.heads(report, lang);
    rows.figures(report, lang);
    rows.tables(report, lang);
    rows.beside(report, lang);
    rows.0.into_inner().unwrap_or_default()
}

struct Rows(csv::Writer<Vec<u8>>);

impl Rows {
    /// Writing to memory cannot fail, and all records have one length: there is no error to report.
    fn add(&mut self, cells: [String; 8]) {
        let _ = self.0.write_record(cells);
    }

    /// A row that says no number.
    fn words(&mut self, keys: [&str; 3], name: &str) {
        self.write(keys, name, "", String::new(), "");
    }

    fn row(&mut self, keys: [&str; 3], name: &str, column: &str, number: Option<i64>, unit: Unit) {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        self.write(keys, name, column, number, unit.code());
    }

    fn write(
        &mut self,
        [table, key, part_of]: [&str; 3],
        name: &str,
        column: &str,
        number: String,
        unit: &str,
    ) {
        let [key, part_of, name] = [key, part_of, name].map(|text| disarmed(text.to_owned()));
        let (column, unit) = (column.to_owned(), unit.to_owned());
        self.add([table.to_owned(), key, part_of, name, column, number, String::new(), unit]);
    }

    fn heads(&mut self, report: &Report, lang: Lang) {
        let tally = &report.tally;
        self.words(["span", &tally.span.key(), ""], &lang.title_span(tally.span));
        if let Some(before) = &report.before {
            self.words(["before", &before.span.key(), ""], &lang.title_span(before.span));
        }
        for (at, source) in report.sources.iter().enumerate() {
            let key = (at + 1).to_string();
            let visits = Some(source.visits.into());
            self.row(["source", &key, ""], &lang.source(at, source), "visits", visits, Unit::Count);
        }
        self.words(["proof", "holds", &tally.proof.holds().to_string()], "");
        let proof = &tally.proof;
        let lists =
            [("withdrawn", &proof.withdrawn), ("missing", &proof.missing), ("surplus", &proof.surplus)];
        for (table, number) in
            lists.into_iter().flat_map(|(table, list)| list.iter().map(move |one| (table, one)))
        {
            self.row([table, &number.to_string(), ""], "", "", Some(1), Unit::Count);
        }
    }

    fn figures(&mut self, report: &Report, lang: Lang) {
        for id in FigureId::all() {
            let of = |tally| id.of(tally).plain().map(|number| number.to_string()).unwrap_or_default();
            if !matches!(id.of(&report.tally), Amount::Share(..)) {
                let before = report.before.as_ref().map(of).unwrap_or_default();
                let name = lang.figure_row(id).to_owned();
                let (table, none, unit) = ("figures".to_owned(), String::new, id.unit().code().to_owned());
                self.add([table, id.id().to_owned(), none(), name, none(), of(&report.tally), before, unit]);
            }
        }
    }

    fn tables(&mut self, report: &Report, lang: Lang) {
        for table in TableId::ALL {
            for row in report.tally.rows(*table) {
                let name = match &row.key {
                    Key::Procedure { code, .. } => {
                        format!("{} ({})", report.procedure_name(code, lang), code.0)
                    }
                    key => lang.key(key, report),
                };
                let part_of = row.key.part_of().unwrap_or_default();
                for ((column, _), amount) in table.numbers().zip(&row.amounts) {
                    let keys = [table.id(), &row.key.code(), &part_of];
                    self.row(keys, &name, column.id(), amount.plain(), column.unit());
                }
            }
        }
    }

    fn beside(&mut self, report: &Report, lang: Lang) {
        for Share { kind, part, whole, target } in report.tally.shares(report.targets) {
            let numbers = [
                ("part", Some(part), Unit::Count),
                ("of", Some(whole), Unit::Count),
                ("target", target.map(u32::from), Unit::Percent),
            ];
            for (column, number, unit) in numbers {
                let keys = ["targets", kind.code(), ""];
                self.row(keys, lang.target(kind), column, number.map(i64::from), unit);
            }
        }
        for (at, shift) in report.shifts.iter().enumerate() {
            let (key, day) = ((at + 1).to_string(), lang.date(shift.day));
            let closed = lang.shift_end(shift);
            let (part, opened) = (lang.shift_part(shift.part), lang.clock(shift.opened));
            let name = format!("{day} {part} {opened}–{closed}");
            let people = i64::try_from(shift.people().len()).ok();
            self.row(["shifts", &key, shift.part.code()], &name, "people", people, Unit::Count);
            for id in shift.people() {
                self.words(["on_duty", &id.0.to_string(), &key], &report.volunteer_name(id, lang));
            }
        }
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
        let bytes = tally(&day.context(), Lang::Vi);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
    }

    #[test]
    fn the_file_begins_with_the_mark_and_the_columns() {
        let day = sample::Day::small();
        let bytes = tally(&day.context(), Lang::Vi);
        let text = std::str::from_utf8(&bytes).unwrap();
        let head = "\u{feff}table,key,part_of,name,column,number,before,unit\r\n";
        assert!(text.starts_with(head), "{text}");
        insta::assert_snapshot!(text.trim_start_matches('\u{feff}').replace('\r', ""));
    }
}
