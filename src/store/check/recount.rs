//! What a visit says of itself, counted a second time: its heads and its outcome from the journal, its place in the queue
//! from its arrival and the numbers before it.

use std::collections::HashSet;

use rusqlite::{Connection, Error};

use super::super::StoreError;
use super::super::sums::Sums;
use super::course::Visit;
use super::entries::{Done, Journal};
use super::pass::{Indexes, Table};
use super::{Finding, Findings, readable};
use crate::domain::assist::OutcomeKind;
use crate::domain::{Agreed, Outcome, ReasonId, StageKind};

/// What became of a thing that a visit was helped with.
#[derive(Clone, Copy)]
pub(super) struct Thing {
    visit: i64,
    /// `None` when the file holds one that this program does not know.
    outcome: Option<OutcomeKind>,
    quantity: u16,
}

/// Reads the things once.
pub(super) fn things(
    connection: &Connection,
    indexes: &Indexes,
    findings: &mut Findings,
) -> Result<(Sums, Vec<Thing>), StoreError> {
    let own: HashSet<(ReasonId, OutcomeKind)> = connection
        .prepare("SELECT id, outcome FROM reason")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let (mut things, mut unknown) = (Vec::new(), Vec::new());
    let (mut days, mut no_days) = (HashSet::new(), Vec::new());
    let table = Table::new(connection, "assist", indexes)?;
    let cells = ["id", "visit", "outcome", "quantity", "reason", "come_back"].map(|column| table.at(column));
    let sums = table.read(findings, |row| {
        let (id, visit): (i64, i64) = (row.get(cells[0])?, row.get(cells[1])?);
        let outcome = row.get_ref(cells[2])?.as_str().map_err(Error::from)?;
        if let Some(reason) = row.get_ref(cells[4])?.as_str_or_null().map_err(Error::from)? {
            let is_known = match Outcome::from_codes(outcome, Some(reason)) {
                Some(outcome) => outcome.own().is_none_or(|id| own.contains(&(id, outcome.kind()))),
                None => false,
            };
            if !is_known {
                unknown.push(visit);
            }
        }
        // Each day that is none is told once.
        if let Some(day) = row.get_ref(cells[5])?.as_str_or_null().map_err(Error::from)?
            && Agreed::from_text(day).is_none()
            && days.insert(day.to_owned())
        {
            no_days.push(id);
        }
        let quantity = readable(row.get(cells[3]))?.unwrap_or_default();
        things.push(Thing { visit, outcome: OutcomeKind::from_code(outcome), quantity });
        Ok(())
    })?;
    for row in no_days {
        findings.add(Finding::NotADay { table: "assist", row });
    }
    for visit in unknown {
        findings.of_visit(connection, visit, Finding::UnknownReason)?;
    }
    Ok((sums, things))
}

/// What became of the things of a visit.
#[derive(Clone, Copy, Default)]
struct Outcomes {
    open: u32,
    done: Done,
    /// Those with any outcome.
    stated: u32,
}

/// Recounts the visits, which stand in the order of their identities. Gives how many things were helped with in those that have
/// ended.
pub(super) fn look(
    connection: &Connection,
    visits: &[Visit],
    things: &[Thing],
    journal: &Journal,
    findings: &mut Findings,
) -> Result<u32, StoreError> {
    let mut outcomes = vec![Outcomes::default(); visits.len()];
    for thing in things {
        let Ok(at) = visits.binary_search_by_key(&thing.visit, |visit| visit.id) else { continue };
        let of = &mut outcomes[at];
        match thing.outcome {
            Some(OutcomeKind::Open) => of.open += 1,
            Some(OutcomeKind::Done) => {
                of.done.things += 1;
                of.done.quantity += u32::from(thing.quantity);
                of.stated += 1;
            }
            _ => of.stated += 1,
        }
    }
    let mut helped = 0;
    for (visit, outcomes) in visits.iter().zip(&outcomes) {
        if visit.has_ended() {
            helped += outcomes.stated;
        }
        if let Some(entered) = heads(visit, journal) {
            let heads = visit.persons;
            findings.of_visit(connection, visit.id, |visit| Finding::HeadsAstray {
                visit,
                heads,
                entered,
            })?;
        }
        if !ends_as_entered(visit, *outcomes, journal) {
            findings.of_visit(connection, visit.id, Finding::OutcomesAstray)?;
        }
    }
    for id in out_of_place(visits) {
        findings.of_visit(connection, id, Finding::PlaceAstray)?;
    }
    Ok(helped)
}

/// The heads that were entered with the number, when neither that entry nor a later one is of as many as the visit has.
/// A number that was carried over may be on two visits of one day: what was said of either is taken for both.
fn heads(visit: &Visit, journal: &Journal) -> Option<u16> {
    let given = *journal.heads.get(&(visit.day, visit.ticket))?;
    if given == visit.persons {
        return None;
    }
    let set = journal.heads_set.get(&visit.ticket).map_or(&[][..], Vec::as_slice);
    let is_said = set.iter().any(|(day, heads)| *day >= visit.day && *heads == visit.persons);
    (!is_said).then_some(given)
}

/// Whether the things of a visit that was served have the outcomes that were entered with its end. What was set right afterwards
/// has entries of its own.
fn ends_as_entered(visit: &Visit, now: Outcomes, journal: &Journal) -> bool {
    if visit.stage != Some(StageKind::Done) {
        return true;
    }
    let entered = journal.ends.get(&(visit.since, visit.ticket)).copied();
    let is_corrected = || journal.corrected.contains(&(visit.day, visit.ticket));
    now.open == 0 && (entered.is_none_or(|entered| entered == now.done) || is_corrected())
}

/// Numbers of one second stand one thousandth behind the other. What is nearer than that may have stood behind a place that undo
/// has taken back since.
const NEAR: i64 = 1_000;

/// The visits whose place is none that they can have been given: it is the moment of the arrival or the booked time; the one
/// after the latest so far, when that is later; and after a return whatever is behind.
fn out_of_place(visits: &[Visit]) -> Vec<i64> {
    // Places only grow, so that no earlier number stood behind where it stands now.
    let mut latest = i64::MIN;
    let mut found = Vec::new();
    for visit in visits {
        let due = visit.due.saturating_mul(1_000);
        let behind = if visit.is_booked { due } else { latest.max(due).saturating_add(NEAR) };
        if visit.place < due || visit.place > behind && !visit.has_returned {
            found.push(visit.id);
        }
        if !visit.is_booked {
            latest = latest.max(visit.place);
        }
    }
    found
}
