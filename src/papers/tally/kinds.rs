//! The small tables: outcome with its reasons, filing, how, priority, who left, stations.

use crate::domain::assist::OutcomeKind;
use crate::domain::tally::Tally;
use crate::papers::sheet::{Column, Row, Table, Weight};
use crate::text::Lang;

/// The small tables that have rows, in the order in which they are read.
pub(super) fn tables(tally: &Tally, lang: Lang) -> Vec<Table> {
    let mut tables = vec![outcomes(tally, lang), channels(tally, lang)];
    let how = tally.how.iter().map(|(how, number)| plain(lang.how(*how), *number, lang));
    tables.push(counts(lang.tally_by_how(), how.collect()));
    let priority = tally.priority.iter().map(|(why, number)| plain(lang.priority(*why), *number, lang));
    tables.push(counts(lang.tally_by_priority(), priority.collect()));
    let left = tally.left.iter().map(|(why, number)| plain(lang.leave_reason(*why), *number, lang));
    tables.push(counts(lang.tally_by_leaving(), left.collect()));
    tables.push(stations(tally, lang));
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// A table of names and numbers, which needs no header.
fn counts(caption: &str, rows: Vec<Row>) -> Table {
    Table {
        caption: Some(caption.to_owned()),
        columns: vec![Column::words("", 5), Column::numbers("", 1)],
        rows,
    }
}

fn plain(name: &str, number: u32, lang: Lang) -> Row {
    Row::new([lang.sentence_start(name), lang.count(number)], Weight::Normal)
}

fn part(name: &str, number: u32, lang: Lang) -> Row {
    Row::new([name.to_owned(), lang.count(number)], Weight::Faint).indented(1)
}

fn outcomes(tally: &Tally, lang: Lang) -> Table {
    let mut rows = Vec::new();
    for (kind, number) in &tally.outcomes {
        rows.push(plain(lang.outcome_kind(*kind), *number, lang));
        match kind {
            OutcomeKind::Stuck => {
                rows.extend(tally.stuck.iter().map(|(why, n)| part(lang.stuck_reason(*why), *n, lang)));
            }
            OutcomeKind::Referred => {
                rows.extend(tally.referred.iter().map(|(to, n)| part(lang.referral(*to), *n, lang)));
            }
            OutcomeKind::Open | OutcomeKind::Done | OutcomeKind::ComeBack | OutcomeKind::Declined => {}
        }
    }
    if rows.len() > 1 {
        rows.push(Row::new([lang.tally_sum().to_owned(), lang.count(tally.assists)], Weight::Strong));
    }
    counts(lang.tally_by_outcome(), rows)
}

fn channels(tally: &Tally, lang: Lang) -> Table {
    let mut rows: Vec<Row> =
        tally.channels.iter().map(|(channel, n)| plain(lang.channel(*channel), *n, lang)).collect();
    if !rows.is_empty() {
        rows.push(part(lang.tally_paid_online(), tally.paid_online, lang));
    }
    counts(lang.tally_by_channel(), rows)
}

fn stations(tally: &Tally, lang: Lang) -> Table {
    let rows = tally.stations.iter().map(|row| {
        let name = lang.tally_station(row.station.number());
        Row::new([name, lang.count(row.served), lang.count(row.assists)], Weight::Normal)
    });
    Table {
        caption: Some(lang.tally_by_station().to_owned()),
        columns: vec![
            Column::words("", 3),
            Column::numbers(lang.tally_served_column(), 2),
            Column::numbers(lang.tally_assists_column(), 2),
        ],
        rows: rows.collect(),
    }
}
