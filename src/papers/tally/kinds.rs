//! What the things and the visits were like: outcome and its reasons, filing, how, priority, who left, stations, hours.
//!
//! Each is a small table of its own where the page has room, and a line of one table where it has not.

use crate::domain::Report;
use crate::domain::tally::{self, ColumnId, Key, TableId, Tally};
use crate::lang::Lang;
use crate::papers::cells::{self, counted};
use crate::papers::sheet::{Cell, Chart, Column, Row, Table, Weight};

/// A line says at most so many names; of more, the rarest are gathered.
const MOST_IN_LINE: usize = 6;

/// One of the small tables: names and how many.
pub(super) struct Kind {
    caption: &'static str,
    /// The names, the most usual first, with what is added up below them.
    rows: Vec<(String, u32)>,
    /// The sum, where the rows are parts of a whole that is worth saying.
    sum: Option<u32>,
    /// What is a part of the rows above and adds nothing to their sum.
    of_these: Option<(String, u32)>,
}

/// The small tables, in the order in which they are read.
const KINDS: [TableId; 8] = [
    TableId::Outcomes,
    TableId::Stuck,
    TableId::Referred,
    TableId::Channels,
    TableId::How,
    TableId::Pieces,
    TableId::Priority,
    TableId::Left,
];

/// Those of them that have rows.
pub(super) fn of(report: &Report, lang: Lang) -> Vec<Kind> {
    let tally = &report.tally;
    let kind = |table| Kind {
        caption: lang.table_caption(table),
        rows: tally.rows(table).iter().map(|row| (lang.key(&row.key, report), row.count(0))).collect(),
        sum: (table == TableId::Outcomes && tally.outcomes.len() > 1).then_some(tally.assists),
        of_these: (table == TableId::Channels)
            .then(|| (lang.tally_paid_online().to_owned(), tally.paid_online)),
    };
    KINDS.into_iter().map(kind).filter(|kind| !kind.rows.is_empty()).collect()
}

/// The small tables, each by itself.
pub(super) fn tables(kinds: &[Kind], report: &Report, lang: Lang) -> Vec<Table> {
    let mut tables: Vec<Table> = kinds.iter().map(|kind| kind.table(lang)).collect();
    tables.extend(stations(report, lang));
    tables
}

impl Kind {
    /// Names and numbers, which need no header.
    fn table(&self, lang: Lang) -> Table {
        let cells = |name: &str, number: u32| [lang.sentence(name).into(), counted(number, lang)];
        let mut rows: Vec<Row> =
            self.rows.iter().map(|(name, number)| Row::new(cells(name, *number), Weight::Normal)).collect();
        rows.extend(self.of_these.iter().map(|(name, number)| Row::new(cells(name, *number), Weight::Faint)));
        rows.extend(self.sum.map(|sum| Row::new(cells(lang.tally_sum(), sum), Weight::Strong)));
        Table {
            chart: None,
            caption: Some(self.caption.to_owned()),
            columns: vec![Column::words("", 5), Column::numbers("", 1)],
            rows,
        }
    }

    /// The same in a line: «xong: 30 · vướng: 2».
    fn line(&self, lang: Lang) -> Row {
        let word =
            |name: &str, number: u32| lang.tally_item(name, &lang.count(number)).replace(' ', "\u{a0}");
        let shown = if self.rows.len() > MOST_IN_LINE { MOST_IN_LINE - 1 } else { self.rows.len() };
        let (shown, rest) = self.rows.split_at(shown);
        let mut words: Vec<String> = shown.iter().map(|(name, number)| word(name, *number)).collect();
        if !rest.is_empty() {
            let sum = rest.iter().map(|(_, number)| number).sum();
            words.push(word(&lang.tally_other_reasons(rest.len()), sum));
        }
        words.extend(self.sum.map(|sum| word(&lang.tally_sum().to_lowercase(), sum)));
        let mut line = words.join("\u{a0}· ");
        if let Some((name, number)) = &self.of_these {
            line.push_str("; ");
            line.push_str(&word(name, *number));
        }
        Row::new([self.caption, line.as_str()], Weight::Normal)
    }
}

/// The small tables as the lines of one table, for a day on which much happened.
pub(super) fn lines(kinds: &[Kind], report: &Report, lang: Lang) -> Option<Table> {
    let mut rows: Vec<Row> = kinds.iter().map(|kind| kind.line(lang)).collect();
    let stations = report.tally.rows(TableId::Stations);
    if !stations.is_empty() {
        let stations = stations.iter().map(|row| {
            let [served, assists] = [0, 1].map(|at| lang.count(row.count(at)));
            lang.tally_pair(&lang.key(&row.key, report), &served, &assists).replace(' ', "\u{a0}")
        });
        let stations = stations.collect::<Vec<_>>().join("\u{a0}· ");
        rows.push(Row::new([lang.tally_station_line().to_owned(), stations], Weight::Normal));
    }
    let columns = vec![Column::words("", 2), Column::words("", 9)];
    (!rows.is_empty()).then_some(Table { chart: None, caption: None, columns, rows })
}

fn stations(report: &Report, lang: Lang) -> Option<Table> {
    let table = TableId::Stations;
    let rows: Vec<Row> = report
        .tally
        .rows(table)
        .iter()
        .map(|row| {
            let numbers = row.amounts.iter().map(|amount| cells::amount(*amount, lang));
            Row::new(std::iter::once(lang.key(&row.key, report).into()).chain(numbers), Weight::Normal)
        })
        .collect();
    let numbers = table.numbers().map(|(column, _)| Column::numbers(lang.whole_title(table, column), 2));
    (!rows.is_empty()).then(|| Table {
        chart: None,
        caption: Some(lang.table_caption(table).to_owned()),
        columns: std::iter::once(Column::words("", 3)).chain(numbers).collect(),
        rows,
    })
}

/// The most hours side by side; a desk that was open longer gets a second table.
const MOST_HOURS: usize = 12;

/// The hours of the day, lying: the hours are the columns. None when nothing happened.
pub(super) fn hours(tally: &Tally, lang: Lang) -> Vec<Table> {
    let mut hours = tally.rows(TableId::Hours);
    let mut lines: Vec<(usize, ColumnId)> =
        TableId::Hours.numbers().map(|(column, _)| column).enumerate().collect();
    // The hours on duty stand with the people; those in which nobody came say nothing here.
    lines.retain(|(_, line)| !line.is_hours());
    hours.retain(|hour| lines.iter().any(|(at, _)| hour.count(*at) > 0));
    // An office that does not use a counter need not read of it; of two tables both have the row.
    let is_used = |at: usize| hours.iter().any(|hour| hour.count(at) > 0);
    lines.retain(|(at, line)| !matches!(line, ColumnId::Counted(_)) || is_used(*at));
    let parts: Vec<&[tally::Row]> = hours.chunks(MOST_HOURS).collect();
    let last = parts.len().saturating_sub(1);
    let all = |at: usize| (at == last).then_some(hours.as_slice());
    parts.into_iter().enumerate().map(|(at, part)| hours_table(part, all(at), &lines, lang)).collect()
}

/// Some hours, and the sums of all of them where they end.
fn hours_table(
    hours: &[tally::Row],
    all: Option<&[tally::Row]>,
    lines: &[(usize, ColumnId)],
    lang: Lang,
) -> Table {
    let mut columns = vec![Column::words(lang.tally_by_hour(), 4)];
    columns.extend(hours.iter().map(|hour| match hour.key {
        Key::Hour(hour) => Column::numbers(lang.tally_hour(hour), 2),
        _ => Column::numbers("", 2),
    }));
    if all.is_some() {
        columns.push(Column::numbers(lang.tally_sum(), 2).adding_up());
    }
    let row = |&(at, line): &(usize, ColumnId)| {
        let name = match line {
            ColumnId::Counted(counter) => lang.counter_row(counter),
            line => lang.column_title(TableId::Hours, line).to_owned(),
        };
        let sum = all.map(|all| all.iter().map(|hour| hour.count(at)).sum::<u32>());
        let cells = hours.iter().map(|hour| hour.count(at)).chain(sum).map(|n| cells::counted(n, lang));
        Row::new(std::iter::once(Cell::from(name)).chain(cells), Weight::Normal)
    };
    Table { chart: Some(Chart::Columns), caption: None, columns, rows: lines.iter().map(row).collect() }
}
