//! Entering whole days at once, for made-up files: rows and journal entries, but no row images.
//!
//! Only into a file that was never used. The entries are words only: nothing that was entered here can be undone, and
//! what is done to these rows afterwards is journalled and undone like anything else.

use std::sync::atomic::Ordering;

use rusqlite::{Transaction, TransactionBehavior, params};

use super::write::Ends;
use super::{Store, StoreError, images};
use crate::domain::queue::Lane;
use crate::domain::{
    Assist, AssistId, Code, Day, EntryId, HamletId, Handover, HandoverId, LeaveReason, Office, Op, Person,
    ReasonId, Shift, ShiftId, Stage, StageKind, Stamp, StationNo, System, Ticket, Visit, VisitId,
    VolunteerId,
};

/// A visit as it stands at the end of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRow {
    /// The visit, with an identity that no row has or the one it was entered with on an earlier day.
    pub visit: Visit,
    /// The shift that gave the number.
    pub shift: ShiftId,
    /// How often it was called, the last time it was.
    pub calls: u8,
    /// Who asks.
    pub person: Person,
}

/// A stretch of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodRow {
    /// The visit.
    pub visit: VisitId,
    /// Waiting, called, serving or held.
    pub kind: StageKind,
    /// Its start.
    pub from: Stamp,
    /// Its end; `None` while it lasts.
    pub until: Option<Stamp>,
    /// Where; `None` while waiting.
    pub station: Option<StationNo>,
    /// With whom; `None` while waiting.
    pub by: Option<VolunteerId>,
}

/// A call that took a turn of its lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnRow {
    /// The visit that was called.
    pub visit: VisitId,
    /// Its lane.
    pub lane: Lane,
    /// When.
    pub at: Stamp,
    /// Where to.
    pub station: StationNo,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stands.
    Stands,
    /// It was undone, and something else was done since.
    TakenBack,
    /// It is the undoing of that entry.
    TakesBack(EntryId),
}

/// A journal entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Its identity, larger than that of any entry before it.
    pub id: EntryId,
    /// When.
    pub at: Stamp,
    /// Where.
    pub station: StationNo,
    /// Who; `None` before anybody was on duty.
    pub by: Option<VolunteerId>,
    /// What.
    pub op: Op,
    /// What became of it.
    pub mark: Mark,
}

/// Everything that happened on one day. Identities are the caller's to give, from 1 upwards and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayRows {
    /// The shifts, with who was on duty.
    pub shifts: Vec<Shift>,
    /// Visits that were given or changed that day.
    pub visits: Vec<VisitRow>,
    /// What the visits given that day needed.
    pub needs: Vec<(VisitId, Code, u8)>,
    /// Periods an earlier day left open, and when they ended. Before `periods`.
    pub ended_periods: Vec<(VisitId, Stamp)>,
    /// The periods that began that day, those of one visit in their order.
    pub periods: Vec<PeriodRow>,
    /// The calls of that day, in their order.
    pub turns: Vec<TurnRow>,
    /// Things that visits were helped with, new or changed.
    pub assists: Vec<Assist>,
    /// Steps that were ticked.
    pub ticks: Vec<(AssistId, u8, Stamp)>,
    /// The handovers that were written.
    pub handovers: Vec<Handover>,
    /// The handovers that were read.
    pub read: Vec<(HandoverId, Stamp, VolunteerId)>,
    /// The last number of each series, of that day.
    pub drawn: Vec<(Day, Ticket)>,
    /// What did not work that day, and at which station it was noted.
    pub outages: Vec<(System, Stamp, Option<Stamp>, StationNo, VolunteerId)>,
    /// Visitors who took no number: when, in which shift, where and with whom.
    pub quick_questions: Vec<(Stamp, ShiftId, StationNo, VolunteerId)>,
    /// Who sat where when the day ended.
    pub seats: Vec<(StationNo, VolunteerId)>,
    /// The entries, in their order.
    pub entries: Vec<EntryRow>,
}

impl Store {
    /// Whether anything was ever done with the file: it has an office, a volunteer, a shift, a visit or a journal.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_used(&self) -> Result<bool, StoreError> {
        Ok(self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT 1 FROM visit)
                 OR EXISTS (SELECT 1 FROM shift) OR EXISTS (SELECT 1 FROM volunteer)
                 OR EXISTS (SELECT 1 FROM setting WHERE key = 'office')",
            [],
            |row| row.get(0),
        )?)
    }

    /// Enters the office, its volunteers, its hamlets and its own reasons, which get the identities 1, 2, 3 … in their order.
    ///
    /// # Errors
    /// [`StoreError::NotUnique`] when the file has one of them; or the file cannot be written.
    pub fn enter_office(
        &mut self,
        office: &Office,
        volunteers: &[&str],
        hamlets: &[&str],
        reasons: &[&str],
        at: Stamp,
    ) -> Result<(), StoreError> {
        self.without_journal(|bulk| {
            for (key, value) in
                [("office", &office.name), ("commune", &office.commune), ("team", &office.team)]
            {
                bulk.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", params![key, value])?;
            }
            for (before, name) in (0_i64..).zip(volunteers) {
                bulk.run(
                    "INSERT INTO volunteer (id, name, active) VALUES (?1, ?2, 1)",
                    params![VolunteerId(before + 1), name],
                )?;
            }
            for (before, name) in (0_i64..).zip(hamlets) {
                bulk.run(
                    "INSERT INTO hamlet (id, name, active) VALUES (?1, ?2, 1)",
                    params![HamletId(before + 1), name],
                )?;
            }
            for (before, name) in (0_i64..).zip(reasons) {
                bulk.run(
                    "INSERT INTO reason (id, name, active) VALUES (?1, ?2, 1)",
                    params![ReasonId(before + 1), name],
                )?;
            }
            bulk.entry(&EntryRow {
                id: EntryId(1),
                at,
                station: StationNo::FIRST,
                by: None,
                op: Op::OfficeSet,
                mark: Mark::Stands,
            })
        })
    }

    /// Enters days, all of them or none.
    ///
    /// # Errors
    /// When rows do not fit together or the file cannot be written.
    pub fn enter_days(&mut self, days: &[DayRows]) -> Result<(), StoreError> {
        self.without_journal(|bulk| days.iter().try_for_each(|rows| bulk.day(rows)))
    }

    /// While made-up days are entered: does not wait for the disk after each transaction.
    ///
    /// # Errors
    /// When the engine refuses.
    pub fn hurry(&self) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "synchronous", "OFF")?;
        // 64 MB of pages, and the log taken over every 64 MB: fewer pages are written twice.
        self.connection.pragma_update(None, "cache_size", -65_536)?;
        self.connection.pragma_update_and_check(None, "wal_autocheckpoint", 16_384, |_| Ok(()))?;
        Ok(())
    }

    /// After [`Self::hurry`]: everything to the disk, and every later transaction at once.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn settle(&self) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "synchronous", "FULL")?;
        self.connection.pragma_update(None, "cache_size", -2_000)?;
        self.connection.pragma_update_and_check(None, "wal_autocheckpoint", 1_000, |_| Ok(()))?;
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// One transaction that leaves no row images. Its deed writes the entries itself.
    fn without_journal(
        &mut self,
        deed: impl FnOnce(&Bulk<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let journalling = &*self.entry;
        let _ends = Ends(journalling);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        journalling.store(images::ERASING, Ordering::Relaxed);
        let bulk = Bulk { transaction };
        deed(&bulk)?;
        bulk.transaction.commit()?;
        Ok(())
    }
}

struct Bulk<'a> {
    transaction: Transaction<'a>,
}

impl Bulk<'_> {
    fn run(&self, sql: &str, values: impl rusqlite::Params) -> Result<(), StoreError> {
        self.transaction.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    fn day(&self, rows: &DayRows) -> Result<(), StoreError> {
        rows.shifts.iter().try_for_each(|shift| self.shift(shift))?;
        rows.visits.iter().try_for_each(|row| self.visit(row))?;
        for (visit, procedure, quantity) in &rows.needs {
            self.run(
                "INSERT INTO need (visit, procedure, quantity) VALUES (?1, ?2, ?3)",
                params![visit, procedure, quantity],
            )?;
        }
        for (visit, until) in &rows.ended_periods {
            self.run(
                "UPDATE period SET until_at = ?2 WHERE visit = ?1 AND until_at IS NULL",
                params![visit, until],
            )?;
        }
        for period in &rows.periods {
            let PeriodRow { visit, kind, from, until, station, by } = period;
            self.run(
                "INSERT INTO period (visit, kind, from_at, until_at, station, volunteer)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![visit, kind, from, until, station, by],
            )?;
        }
        for TurnRow { visit, lane, at, station } in &rows.turns {
            self.run(
                "INSERT INTO turn (day, visit, lane, at, station) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![at.day(), visit, lane, at, station],
            )?;
        }
        rows.assists.iter().try_for_each(|assist| self.assist(assist))?;
        for (assist, step, at) in &rows.ticks {
            self.run(
                "INSERT INTO assist_step (assist, step, at) VALUES (?1, ?2, ?3)",
                params![assist, step, at],
            )?;
        }
        rows.handovers.iter().try_for_each(|handover| self.handover(handover))?;
        for (handover, at, by) in &rows.read {
            self.run(
                "UPDATE handover SET read_at = ?2, read_by = ?3 WHERE id = ?1",
                params![handover, at, by],
            )?;
        }
        for (day, last) in &rows.drawn {
            self.run(
                "INSERT INTO counter (day, series, last) VALUES (?1, ?2, ?3)",
                params![day, last.series, last.number],
            )?;
        }
        for (system, from, until, station, by) in &rows.outages {
            self.run(
                "INSERT INTO outage (system, from_at, until_at, station, volunteer) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![system, from, until, station, by],
            )?;
        }
        for (at, shift, station, by) in &rows.quick_questions {
            self.run(
                "INSERT INTO quick_question (shift, at, station, volunteer) VALUES (?1, ?2, ?3, ?4)",
                params![shift, at, station, by],
            )?;
        }
        for (station, volunteer) in &rows.seats {
            self.run(
                "INSERT INTO seat (id, volunteer) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET volunteer = excluded.volunteer",
                params![station, volunteer],
            )?;
        }
        rows.entries.iter().try_for_each(|entry| self.entry(entry))
    }

    fn shift(&self, shift: &Shift) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO shift (id, day, part, opened, closed) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![shift.id, shift.day, shift.part, shift.opened, shift.closed],
        )?;
        for volunteer in &shift.on_duty {
            self.run("INSERT INTO duty (shift, volunteer) VALUES (?1, ?2)", params![shift.id, volunteer])?;
        }
        Ok(())
    }

    fn visit(&self, row: &VisitRow) -> Result<(), StoreError> {
        let VisitRow { visit, shift, calls, person } = row;
        let stage = &visit.stage;
        let (why, from): (Option<LeaveReason>, Option<StageKind>) = match *stage {
            Stage::Left { why, from, .. } => (Some(why), Some(from)),
            _ => (None, None),
        };
        let ended = (!stage.kind().is_open()).then(|| stage.since().day());
        self.run(
            "INSERT INTO visit (id, day, series, number, shift, persons, priority, arrived, stage, since, station,
                 volunteer, calls, left_why, left_from, ended_day, age, sex, hamlet, phone, birth_year, commune, place,
                 called_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
                 ?23, ?24)
             ON CONFLICT (id) DO UPDATE SET persons = excluded.persons, stage = excluded.stage,
                 since = excluded.since, station = excluded.station, volunteer = excluded.volunteer,
                 calls = excluded.calls, left_why = excluded.left_why, left_from = excluded.left_from,
                 ended_day = excluded.ended_day, called_at = excluded.called_at",
            params![
                visit.id,
                visit.day,
                visit.ticket.series,
                visit.ticket.number,
                shift,
                visit.persons,
                visit.priority,
                visit.arrived,
                stage.kind(),
                stage.since(),
                stage.station(),
                stage.by(),
                calls,
                why,
                from,
                ended,
                person.age,
                person.sex,
                person.hamlet,
                person.phone,
                person.birth_year,
                person.commune,
                visit.standing.place,
                visit.standing.called
            ],
        )
    }

    fn assist(&self, assist: &Assist) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO assist (id, visit, procedure, quantity, how, channel, paid, outcome, reason, volunteer,
                 station)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, how = excluded.how,
                 channel = excluded.channel, paid = excluded.paid, outcome = excluded.outcome,
                 reason = excluded.reason",
            params![
                assist.id,
                assist.visit,
                assist.procedure,
                assist.quantity,
                assist.how,
                assist.channel,
                assist.payment,
                assist.outcome.kind(),
                assist.outcome.reason_code().as_deref(),
                assist.by,
                assist.station
            ],
        )
    }

    fn handover(&self, handover: &Handover) -> Result<(), StoreError> {
        let (read_at, read_by) = handover.acknowledged.unzip();
        self.run(
            "INSERT INTO handover (id, shift, note, at, volunteer, read_at, read_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![handover.id, handover.shift, handover.note, handover.at, handover.by, read_at, read_by],
        )?;
        for visit in &handover.carried {
            self.run(
                "INSERT INTO handover_visit (handover, visit) VALUES (?1, ?2)",
                params![handover.id, visit],
            )?;
        }
        Ok(())
    }

    fn entry(&self, entry: &EntryRow) -> Result<(), StoreError> {
        let (state, target) = match entry.mark {
            // Without row images there is nothing to undo it with.
            Mark::Stands => ("fixed", None),
            Mark::TakenBack => ("buried", None),
            Mark::TakesBack(target) => ("fixed", Some(target)),
        };
        let op = serde_json::to_string(&entry.op).map_err(|error| StoreError::Other(error.to_string()))?;
        self.run(
            "INSERT INTO journal (id, day, at, station, volunteer, op, state, target)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![entry.id, entry.at.day(), entry.at, entry.station, entry.by, op, state, target],
        )
    }
}
