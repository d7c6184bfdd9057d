//! What a day leaves behind: its rows, and the journal's words.

use std::collections::{BTreeMap, VecDeque};

use super::help::Deed;
use crate::domain::queue::Lane;
use crate::domain::visit::Act;
use crate::domain::{
    Assist, AssistId, Code, Day, EntryId, HandoverId, Op, Person, Refusal, Series, ShiftId, Stamp, Ticket,
    Visit, VisitId,
};
use crate::store::bulk::{DayRows, EntryRow, Mark, PeriodRow, TurnRow, VisitRow};

/// A party on the floor: its visit, and what is going to happen to it.
#[derive(Debug)]
pub(super) struct Guest {
    pub(super) visit: Visit,
    pub(super) needs: Vec<(Code, u8)>,
    pub(super) assists: Vec<Assist>,
    /// What comes next at the station, each so many seconds after the one before.
    pub(super) script: VecDeque<(i64, Deed)>,
    /// Whether nobody will answer the call.
    pub(super) is_absent: bool,
    shift: ShiftId,
    person: Person,
    calls: u8,
    period: PeriodRow,
    is_period_entered: bool,
    is_changed: bool,
}

/// The last identities that were given.
#[derive(Debug)]
struct Last {
    visit: i64,
    assist: i64,
    shift: i64,
    handover: i64,
    entry: i64,
}

/// The rows of the day that is being made.
#[derive(Debug)]
pub(super) struct Ledger {
    pub(super) rows: DayRows,
    pub(super) given: u32,
    last: Last,
    counters: BTreeMap<Series, u16>,
    /// The lane of each of the day's turns.
    lanes: Vec<Lane>,
    written: Stamp,
}

impl Ledger {
    pub(super) fn new() -> Self {
        Self {
            rows: DayRows::default(),
            given: 0,
            // The office's own entry is the first of the journal.
            last: Last { visit: 0, assist: 0, shift: 0, handover: 0, entry: 1 },
            counters: BTreeMap::new(),
            lanes: Vec::new(),
            written: Stamp::from_seconds(i64::MIN),
        }
    }

    /// Enters words into the journal. Its times never go back.
    pub(super) fn note(&mut self, act: Act, op: Op) {
        self.mark(act, op, Mark::Stands);
    }

    /// As [`Self::note`], for something that did not happen yet or that was undone.
    fn mark(&mut self, act: Act, op: Op, mark: Mark) -> EntryId {
        self.last.entry += 1;
        let id = EntryId(self.last.entry);
        self.written = self.written.max(act.at);
        let (at, station, by) = (self.written, act.station, Some(act.by));
        self.rows.entries.push(EntryRow { id, at, station, by, op, mark });
        id
    }

    /// Enters something that was done and undone a few seconds later.
    pub(super) fn note_undone(&mut self, act: Act, op: Op) {
        let done = Act { at: act.at.plus_seconds(-12), ..act };
        let entry = self.mark(done, op.clone(), Mark::TakenBack);
        self.mark(act, Op::Undone { of: Box::new(op) }, Mark::TakesBack(entry));
    }

    /// The entry that opens a shift is nobody's: nobody was on duty before it.
    pub(super) fn note_by_nobody(&mut self, act: Act, op: Op) {
        self.note(act, op);
        if let Some(entry) = self.rows.entries.last_mut() {
            entry.by = None;
        }
    }

    /// The lanes of the day's last calls, the newest last.
    pub(super) fn recent(&self, most: usize) -> &[Lane] {
        &self.lanes[self.lanes.len().saturating_sub(most)..]
    }

    /// A guest was called: its lane had a turn.
    pub(super) fn turn_taken(&mut self, visit: &Visit, act: Act) {
        let lane = Lane::of(visit);
        self.lanes.push(lane);
        self.rows.turns.push(TurnRow { visit: visit.id, lane, at: act.at, station: act.station });
    }

    /// The last call of a guest led to nothing: its lane keeps its turn.
    pub(super) fn turn_given_back(&mut self, visit: &Visit) {
        if let Some(last) = self.rows.turns.iter().rposition(|turn| turn.visit == visit.id) {
            self.rows.turns.remove(last);
            self.lanes.remove(last);
        }
    }

    /// Draws the next number of a series.
    pub(super) fn draw(&mut self, series: Series) -> Ticket {
        let last = self.counters.entry(series).or_default();
        *last += 1;
        Ticket { series, number: *last }
    }

    pub(super) fn next_shift(&mut self) -> ShiftId {
        self.last.shift += 1;
        ShiftId(self.last.shift)
    }

    pub(super) fn next_handover(&mut self) -> HandoverId {
        self.last.handover += 1;
        HandoverId(self.last.handover)
    }

    pub(super) fn next_assist(&mut self) -> AssistId {
        self.last.assist += 1;
        AssistId(self.last.assist)
    }

    pub(super) fn next_visit(&mut self) -> VisitId {
        self.last.visit += 1;
        self.given += 1;
        VisitId(self.last.visit)
    }

    /// Takes a visit into the day.
    pub(super) fn admit(
        &mut self,
        visit: Visit,
        shift: ShiftId,
        needs: Vec<(Code, u8)>,
        person: Person,
    ) -> Guest {
        self.rows.needs.extend(needs.iter().map(|(code, quantity)| (visit.id, code.clone(), *quantity)));
        Guest {
            period: period_of(&visit),
            visit,
            needs,
            assists: Vec::new(),
            script: VecDeque::new(),
            is_absent: false,
            shift,
            person,
            calls: 0,
            is_period_entered: false,
            is_changed: true,
        }
    }

    /// Turns a visit to its next stage by one of the domain's transitions, and turns the page of its periods.
    pub(super) fn turn(
        &mut self,
        guest: &mut Guest,
        step: impl FnOnce(Visit) -> Result<Visit, Refusal>,
    ) -> Result<(), Refusal> {
        let after = step(guest.visit.clone())?;
        guest.is_changed = true;
        if let crate::domain::Stage::Called { times, .. } = after.stage {
            guest.calls = times;
        }
        // Being called once more is still the same call.
        if after.stage.kind() != guest.visit.stage.kind() {
            let until = after.stage.since();
            if guest.is_period_entered {
                self.rows.ended_periods.push((after.id, until));
            } else {
                self.rows.periods.push(PeriodRow { until: Some(until), ..guest.period });
            }
            guest.is_period_entered = false;
            guest.period = period_of(&after);
        }
        guest.visit = after;
        Ok(())
    }

    /// Ends the day: what its guests have become, and the last numbers of the series.
    pub(super) fn take(&mut self, day: Day, guests: &mut Vec<Guest>) -> DayRows {
        for guest in guests.iter_mut().filter(|guest| guest.is_changed) {
            guest.is_changed = false;
            let is_open = guest.visit.stage.kind().is_open();
            if is_open && !guest.is_period_entered {
                self.rows.periods.push(guest.period);
                guest.is_period_entered = true;
            }
            let visit = guest.visit.clone();
            self.rows.visits.push(VisitRow {
                visit,
                shift: guest.shift,
                calls: guest.calls,
                person: guest.person,
            });
            self.rows.assists.extend(guest.assists.iter().cloned());
        }
        self.lanes.clear();
        guests.retain(|guest| guest.visit.stage.kind().is_open());
        for (series, number) in std::mem::take(&mut self.counters) {
            self.rows.drawn.push((day, Ticket { series, number }));
        }
        std::mem::take(&mut self.rows)
    }
}

fn period_of(visit: &Visit) -> PeriodRow {
    let stage = &visit.stage;
    PeriodRow {
        visit: visit.id,
        kind: stage.kind(),
        from: stage.since(),
        until: None,
        station: stage.station(),
        by: stage.by(),
    }
}
