//! The numbers on the papers are those of the tally.

use proptest::prelude::*;

use super::form::{FormColumn, FormTable};
use super::tables::Ground;
use super::tables::Sum;
use super::*;
use crate::domain::Counter;
use crate::domain::tally::{ColumnId, TableId};
use crate::papers::sheet::Row;

const QUESTIONS: ColumnId = ColumnId::Counted(Counter::QuickQuestions);

/// A table by itself, with all its columns and its row of sums.
fn alone(table: TableId, rows: Option<usize>, ink: Ground) -> Option<Table> {
    let column = |(id, _): &(ColumnId, Sum)| FormColumn { id: *id, title: None, share: None };
    let columns = tables::columns(table);
    let form = FormTable {
        of: table,
        columns: columns.iter().map(column).collect(),
        figures: tables::usual_figures(),
        caption: None,
        rows,
        total: true,
        chart: None,
        empty: None,
    };
    super::table::of(&form, ink)
}

/// The number in a column of a row of that table; nought where the column was left out because it said nothing.
fn number(table: TableId, made: &Table, row: &Row, column: ColumnId) -> u64 {
    let title = Lang::Vi.column_title(table, column);
    let Some(at) = made.columns.iter().position(|one| one.title == title) else { return 0 };
    match row.cells[at].value {
        Value::Count(number) => number,
        Value::Seconds(seconds) => u64::try_from(seconds).unwrap(),
        // A field that only gave second needs.
        Value::Words if table == TableId::Fields => 0,
        ref other => panic!("{table:?} {column:?}: {other:?}"),
    }
}

fn total(table: TableId, column: ColumnId, ink: Ground) -> u64 {
    alone(table, None, ink).map_or(0, |made| number(table, &made, made.rows.last().unwrap(), column))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_of_tables_are_the_numbers_of_the_tally(visits in 0_u16..200, procedures in 1_u8..40, rows in 1_usize..6) {
        let day = spread(SpanKind::Month, visits, procedures);
        let ctx = day.context();
        let tally = &ctx.tally;
        let ink = Ground { ctx: &ctx, lang: Lang::Vi, units: tables::FINE };
        let of = |number: u32| u64::from(number);
        for table in [TableId::Fields, TableId::Priority, TableId::Course, TableId::Ages, TableId::Sexes, TableId::Hamlets, TableId::Phones] {
            if table == TableId::Priority {
                prop_assert_eq!(total(table, ColumnId::Visits, ink), tally.priority.iter().map(|(_, n)| of(*n)).sum::<u64>());
            } else {
                // A table of people of whom nothing was noted is left out.
                let noted = match table {
                    TableId::Ages => tally.visits > tally.people.no_age,
                    TableId::Sexes => tally.visits > tally.people.no_sex,
                    TableId::Hamlets => tally.visits > tally.people.no_hamlet,
                    TableId::Phones => tally.people.with_smartphone + tally.people.without_smartphone > 0,
                    _ => true,
                };
                let visits = if noted { of(tally.visits) } else { 0 };
                prop_assert_eq!(total(table, ColumnId::Visits, ink), visits, "{:?}", table);
            }
        }
        for table in [TableId::Fields, TableId::Procedures, TableId::Outcomes, TableId::How, TableId::Course, TableId::Stations, TableId::Volunteers] {
            prop_assert_eq!(total(table, ColumnId::Assists, ink), of(tally.assists), "{:?}", table);
        }
        let stated: u64 = tally.channels.iter().map(|(_, n)| of(*n)).sum();
        prop_assert_eq!(total(TableId::Channels, ColumnId::Assists, ink), stated + of(tally.channel_not_noted));
        for table in [TableId::Course, TableId::Stations, TableId::Volunteers, TableId::Hours] {
            prop_assert_eq!(total(table, ColumnId::Served, ink), of(tally.proof.served), "{:?}", table);
        }
        prop_assert_eq!(total(TableId::Hours, ColumnId::Visits, ink), of(tally.visits));
        for table in [TableId::Hours, TableId::Course] {
            prop_assert_eq!(total(table, QUESTIONS, ink), of(tally.counted.get(Counter::QuickQuestions)), "{:?}", table);
        }
        prop_assert_eq!(total(TableId::Weekdays, ColumnId::Week, ink), of(tally.visits));
        prop_assert_eq!(total(TableId::Volunteers, ColumnId::Hours, ink), of(tally.staffing.minutes) * 60);
        prop_assert_eq!(total(TableId::Shifts, ColumnId::Hours, ink), of(tally.staffing.minutes) * 60);
        for table in [TableId::Left, TableId::LeftStages] {
            prop_assert_eq!(total(table, ColumnId::Visits, ink), of(tally.proof.left), "{:?}", table);
        }
        // However few rows, the gathered one keeps the sum.
        for table in TableId::ALL {
            let (Some(all), Some(some)) = (alone(*table, None, ink), alone(*table, Some(rows), ink)) else { continue };
            prop_assert!(some.rows.len() <= rows + 2, "{:?}: {} rows", table, some.rows.len());
            prop_assert_eq!(all.rows.last(), some.rows.last());
            for (at, (column, sum)) in tables::columns(*table).iter().enumerate() {
                if *sum != Sum::Plain { continue }
                let parts = some.rows.iter().filter(|row| row.weight != Weight::Strong);
                let parts: u64 = parts.map(|row| number(*table, &some, row, *column)).sum();
                let last = some.rows.last().unwrap();
                // Outages overlap: their sum is not that of the rows.
                prop_assert!(*table == TableId::Outages || parts == number(*table, &some, last, *column), "{:?} {}", table, at);
            }
        }
    }
}

#[test]
fn every_figure_and_placeholder_says_its_number() {
    let day = month();
    let tally = day.tally();
    let text = with(
        "[[block]]\nkind = \"line\"\ntext = { vi = \"{visits}|{persons}|{assists}|{served}|{filed}|{online_share}|{wait_median}|\", en = \"\" }",
        &day,
        Lang::Vi,
    );
    let lang = Lang::Vi;
    let wanted = [
        lang.count(tally.visits),
        lang.count(tally.persons),
        lang.count(tally.assists),
        lang.count(tally.proof.served),
        lang.count(tally.filed),
        lang.percent(tally.filed_online.into(), tally.filed.into()).replace('\u{a0}', " "),
        lang.duration(tally.waits.median),
    ]
    .join("|");
    assert!(text.contains(&wanted), "{wanted} in {text}");
}

#[test]
fn every_row_has_a_cell_for_each_column_of_its_table() {
    let day = month();
    for table in TableId::ALL {
        for lang in [Lang::Vi, Lang::En] {
            let ctx = day.context();
            let made = tables::rows(
                *table,
                &tables::usual_figures(),
                tables::Ground { ctx: &ctx, lang, units: tables::FINE },
            );
            for row in made.rows.iter().chain(&made.total) {
                assert_eq!(row.len(), tables::columns(*table).len(), "{table:?}");
            }
        }
    }
}

#[test]
fn targets_are_always_named_as_the_desks_own_contribution() {
    let text = with(
        "[[block]]\nkind = \"table\"\nof = \"targets\"\ncolumns = [\"name\", \"against\"]",
        &month(),
        Lang::Vi,
    );
    let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed.matches("phần do điểm hỗ trợ giúp").count(), 5, "{text}");
    assert!(squeezed.contains("(chỉ tiêu 80 %)"), "{text}");
}
