//! The procedures and skills that were helped with most.

use super::{Source, nothing};
use crate::domain::tally::ProcedureRow;
use crate::ui::chart::bars::{self, MARKS, Row};
use crate::ui::chart::{Line, words};
use crate::ui::theme::Meaning;

/// As many as one looks at; the tally has all of them.
const MOST: usize = 40;

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let mut all: Vec<&ProcedureRow> =
        source.report.tally.fields.iter().flat_map(|field| &field.procedures).collect();
    if all.is_empty() {
        return nothing(lang);
    }
    all.sort_by(|a, b| b.assists.cmp(&a.assists).then_with(|| a.code.cmp(&b.code)));
    let rows: Vec<Row> = all
        .into_iter()
        .take(MOST)
        .map(|row| {
            let entry = source.report.catalogue.get(&row.code);
            Row {
                name: entry.map_or_else(|| row.code.0.clone(), |entry| lang.pick(&entry.short).clone()),
                values: vec![
                    (row.assists.into(), lang.count(row.assists)),
                    (row.done.into(), lang.count(row.done)),
                ],
                note: String::new(),
            }
        })
        .collect();
    let mut lines = vec![
        words(lang.procedures_heading(), Meaning::Heading),
        words(lang.procedures_legend(MARKS[0], MARKS[1]), Meaning::Faint),
    ];
    lines.extend(bars::lines(&rows, width));
    lines
}
