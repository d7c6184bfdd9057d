//! What the things and the visits were like: outcome and its reasons, filing, how, priority, who left, stations.
//!
//! Each is a small table of its own where the page has room, and a line of one table where it has not.

use super::Context;
use crate::domain::tally::Tally;
use crate::papers::cells::counted;
use crate::papers::sheet::{Column, Row, Table, Weight};
use crate::text::Lang;

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

/// The small tables that have rows, in the order in which they are read.
pub(super) fn of(tally: &Tally, ctx: &Context<'_>, lang: Lang) -> Vec<Kind> {
    let kind = |caption, rows| Kind { caption, rows, sum: None, of_these: None };
    let mut kinds = vec![
        Kind {
            sum: (tally.outcomes.len() > 1).then_some(tally.assists),
            ..kind(lang.tally_by_outcome(), named(&tally.outcomes, |one| lang.outcome_kind(one)))
        },
        kind(
            lang.tally_by_reason(),
            most_first(named(&tally.stuck, |one| lang.stuck_reason(one, ctx.reasons))),
        ),
        kind(lang.tally_by_referral(), most_first(named(&tally.referred, |one| lang.referral(one)))),
        Kind {
            of_these: Some((lang.tally_paid_online().to_owned(), tally.paid_online)),
            ..kind(lang.tally_by_channel(), named(&tally.channels, |one| lang.channel(one)))
        },
        kind(lang.tally_by_how(), named(&tally.how, |one| lang.how(one))),
        kind(lang.tally_by_priority(), named(&tally.priority, |one| lang.priority(one))),
        kind(lang.tally_by_leaving(), named(&tally.left, |one| lang.leave_reason(one))),
    ];
    kinds.retain(|kind| !kind.rows.is_empty());
    kinds
}

fn named<T: Copy, N: Into<String>>(rows: &[(T, u32)], name: impl Fn(T) -> N) -> Vec<(String, u32)> {
    rows.iter().map(|(value, number)| (name(*value).into(), *number)).collect()
}

/// The most frequent first; equal ones keep their order.
fn most_first(mut rows: Vec<(String, u32)>) -> Vec<(String, u32)> {
    rows.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    rows
}

/// The small tables, each by itself.
pub(super) fn tables(kinds: &[Kind], tally: &Tally, lang: Lang) -> Vec<Table> {
    let mut tables: Vec<Table> = kinds.iter().map(|kind| kind.table(lang)).collect();
    tables.extend(stations(tally, lang));
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
pub(super) fn lines(kinds: &[Kind], tally: &Tally, lang: Lang) -> Option<Table> {
    let mut rows: Vec<Row> = kinds.iter().map(|kind| kind.line(lang)).collect();
    if !tally.stations.is_empty() {
        let stations = tally.stations.iter().map(|row| {
            let name = lang.tally_station(row.station.number());
            lang.tally_pair(&name, &lang.count(row.served), &lang.count(row.assists)).replace(' ', "\u{a0}")
        });
        let stations = stations.collect::<Vec<_>>().join("\u{a0}· ");
        rows.push(Row::new([lang.tally_station_line().to_owned(), stations], Weight::Normal));
    }
    let columns = vec![Column::words("", 2), Column::words("", 9)];
    (!rows.is_empty()).then_some(Table { chart: None, caption: None, columns, rows })
}

fn stations(tally: &Tally, lang: Lang) -> Option<Table> {
    let rows = tally.stations.iter().map(|row| {
        let name = lang.tally_station(row.station.number());
        Row::new([name.into(), counted(row.served, lang), counted(row.assists, lang)], Weight::Normal)
    });
    (!tally.stations.is_empty()).then(|| Table {
        chart: None,
        caption: Some(lang.tally_by_station().to_owned()),
        columns: vec![
            Column::words("", 3),
            Column::numbers(lang.tally_served_column(), 2),
            Column::numbers(lang.tally_assists_column(), 2),
        ],
        rows: rows.collect(),
    })
}
