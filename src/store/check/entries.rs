//! The journal read once: for its hashes and its indexes, and for what it says of numbers, people and things, which the rows
//! are recounted against.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, Error, Row};

use super::super::sums::{self, After, Digest, ENTRY, Run, Sums};
use super::super::{StoreError, journal};
use super::pass::prove_index;
use super::{Finding, Findings, readable};
use crate::domain::{Counter, Day, Op, Stamp, Ticket};

/// A number of a day.
pub(super) type Given = (Day, Ticket);

/// What was done for a party when its visit was finished: how many things, and their quantities added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Done {
    pub(super) things: u32,
    pub(super) quantity: u32,
}

/// What the entries come to, and what those that stand say.
#[derive(Default)]
pub(super) struct Journal {
    pub(super) sums: Sums,
    pub(super) runs: Vec<Run>,
    /// The numbers that were given and taken back.
    pub(super) withdrawn: Vec<Given>,
    /// How often each counter counted on a day.
    pub(super) counted: BTreeMap<(Day, Counter), u32>,
    /// For how many people a number was given.
    pub(super) heads: HashMap<Given, u16>,
    /// For how many people a number was said to be afterwards, and when.
    pub(super) heads_set: HashMap<Ticket, Vec<(Day, u16)>>,
    /// What visits ended with, by the moment of the end.
    pub(super) ends: HashMap<(i64, Ticket), Done>,
    /// The visits of which something was set right after they had ended.
    pub(super) corrected: HashSet<Given>,
}

/// Reads every entry of the journal once.
///
/// Of millions of entries few kinds say anything that is recounted. One entry of each kind is read whole; the others of the
/// kind are as readable, as long as nothing is altered. Where something is, every entry is read.
pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<Journal, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT {ENTRY} FROM journal ORDER BY id"))?;
    let mut rows = statement.query([])?;
    let mut hashes = sums::Entries::begin(connection, After::Kept)?;
    let mut journal = Journal::default();
    let mut indexes = Indexes::default();
    let mut known: Vec<String> = Vec::new();
    let mut unknown: Vec<i64> = Vec::new();
    while let Some(row) = rows.next()? {
        hashes.take(row)?;
        let text = row.get_ref(4)?.as_str().map_err(Error::from)?;
        let state = row.get_ref(5)?.as_str_or_null().map_err(Error::from)?;
        let code = journal::code(text).unwrap_or_default();
        indexes.take(row, code, state)?;
        let is_back = matches!(state, Some("undone" | "buried"));
        let is_read = match code {
            "number-given" => is_back || journal.take_given(row, text).is_none(),
            "finished" | "finished-and-called" => !is_back && journal.take_end(row, text).is_none(),
            "counted" | "persons-set" | "one-party" | "corrected" => true,
            _ => false,
        };
        if !is_read && known.iter().any(|known| known == code) {
            continue;
        }
        match journal::parse(text) {
            Err(_) => unknown.push(row.get(0)?),
            Ok(op) => {
                if let Some(at) = readable(row.get::<_, Stamp>(1))? {
                    journal.note(&op, at, is_back);
                }
                if !known.iter().any(|known| known == code) {
                    known.push(code.to_owned());
                }
            }
        }
    }
    (journal.sums, journal.runs) = hashes.finish();
    if !unknown.is_empty() || journal.runs.iter().any(|run| run.kept != run.counted) {
        unknown = unreadable(connection)?;
    }
    for entry in unknown {
        findings.add(Finding::UnknownOp { entry });
    }
    indexes.prove(connection, findings)?;
    Ok(journal)
}

impl Journal {
    /// Notes a number that was given and stands, from the text of its entry; nothing when that is not as usual.
    fn take_given(&mut self, row: &Row<'_>, text: &str) -> Option<()> {
        let (ticket, rest) = text.split_once("\",[")?;
        let ticket = ticket.rsplit_once('"')?.1.parse().ok()?;
        let (_, heads) = rest.split_once("],")?;
        let heads = heads.split_once(',')?.0.parse().ok()?;
        self.heads.insert((row.get::<_, Stamp>(1).ok()?.day(), ticket), heads);
        Some(())
    }

    /// The same of a visit that was finished.
    fn take_end(&mut self, row: &Row<'_>, text: &str) -> Option<()> {
        let mut facts = text.strip_suffix(']')?.split(',').skip(1);
        let ticket = facts.next()?.trim_matches('"').parse().ok()?;
        let (things, quantity) = (facts.next()?.parse().ok()?, facts.next()?.parse().ok()?);
        self.ends.insert((row.get(1).ok()?, ticket), Done { things, quantity });
        Some(())
    }

    /// Keeps what an entry says.
    fn note(&mut self, op: &Op, at: Stamp, is_back: bool) {
        match op {
            Op::NumberGiven { ticket, .. } if is_back => self.withdrawn.push((at.day(), *ticket)),
            _ if is_back => {}
            Op::NumberGiven { ticket, persons, .. } => {
                self.heads.insert((at.day(), *ticket), *persons);
            }
            Op::PersonsSet { ticket, persons } | Op::OneParty { ticket, persons, .. } => {
                self.heads_set.entry(*ticket).or_default().push((at.day(), *persons));
            }
            Op::Finished { ticket, assists, quantity, .. }
            | Op::FinishedAndCalled { ticket, assists, quantity, .. } => {
                self.ends.insert((at.seconds(), *ticket), Done { things: *assists, quantity: *quantity });
            }
            Op::Corrected { ticket, day, to, .. } => {
                self.corrected.insert((day.unwrap_or(at.day()), *ticket));
                self.note(to, at, false);
            }
            Op::Counted { what, .. } => *self.counted.entry((at.day(), *what)).or_default() += 1,
            _ => {}
        }
    }
}

/// What the indexes of the journal must hold, each as the hashes of its entries added up.
///
/// Two of them ask for a word of `op`: for each of millions of entries the engine would read its JSON anew.
#[derive(Default)]
struct Indexes {
    sums: [i64; 4],
    digest: Digest,
}

impl Indexes {
    /// The name of each, what stands in it before the identity, and which rows.
    const ALL: [(&str, &str, &str); 4] = [
        ("journal_turn", "station, state", "state = 'done' OR state = 'undone'"),
        ("journal_taken_back", "at", "state IN ('undone', 'buried')"),
        ("journal_pick", "volunteer", "op ->> 0 IN ('number-given', 'assist-added')"),
        ("journal_corrected", "at", "op ->> 0 = 'corrected'"),
    ];

    /// Takes an entry, whose columns are [`ENTRY`].
    fn take(&mut self, row: &Row<'_>, code: &str, state: Option<&str>) -> rusqlite::Result<()> {
        if matches!(state, Some("done" | "undone")) {
            self.add(0, row, &[2, 5, 0])?;
        }
        if matches!(state, Some("undone" | "buried")) {
            self.add(1, row, &[1, 0])?;
        }
        match code {
            "number-given" | "assist-added" => self.add(2, row, &[3, 0]),
            "corrected" => self.add(3, row, &[1, 0]),
            _ => Ok(()),
        }
    }

    fn add(&mut self, index: usize, row: &Row<'_>, cells: &[usize]) -> rusqlite::Result<()> {
        let hash = self.digest.of_cells(row, cells.iter().copied())?;
        self.sums[index] = self.sums[index].wrapping_add(hash);
        Ok(())
    }

    fn prove(self, connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
        for ((name, terms, only), sum) in Self::ALL.into_iter().zip(self.sums) {
            // One that is not there was told.
            let is_there = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)";
            if connection.query_row(is_there, [name], |row| row.get(0))? {
                prove_index(connection, findings, ("journal", name), (terms, only), sum)?;
            }
        }
        Ok(())
    }
}

/// The entries that cannot be read, each looked at.
fn unreadable(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare("SELECT id, op FROM journal")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if journal::parse(row.get_ref(1)?.as_str().map_err(Error::from)?).is_err() {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}
