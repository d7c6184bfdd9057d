//! Whether the rows and the journal are as this program wrote them: the hashes of [`sums`], which see what no rule can.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::super::sums::{Run, Sums};
use super::super::{StoreError, journal, sums};
use super::{Finding, Findings};

/// Compares the hashes that are kept with those that the rows come to now.
pub(super) fn look(
    connection: &Connection,
    findings: &mut Findings,
    mut now: BTreeMap<&'static str, Sums>,
    runs: &[Run],
) -> Result<(), StoreError> {
    let mut kept: BTreeMap<String, Sums> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT tbl, stretch, sum FROM row_sum WHERE sum <> 0")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        kept.entry(row.get(0)?).or_default().insert(row.get(1)?, row.get(2)?);
    }
    for table in sums::tables() {
        let (kept, now) = (kept.remove(table).unwrap_or_default(), now.remove(table).unwrap_or_default());
        let differs = |stretch: &&i64| {
            kept.get(stretch).copied().unwrap_or_default() != now.get(stretch).copied().unwrap_or_default()
        };
        let all: BTreeSet<&i64> = kept.keys().chain(now.keys()).collect();
        for stretch in all.into_iter().filter(differs) {
            let first = stretch.saturating_mul(sums::STRETCH);
            let last = first.saturating_add(sums::STRETCH - 1);
            findings.add(Finding::Altered { table, first: first.max(1), last });
        }
    }
    for run in runs {
        if run.kept != run.counted {
            findings.add(Finding::ChainBroken { day: journal::day(run.day) });
        }
    }
    Ok(())
}
