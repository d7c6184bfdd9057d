//! What shifts leave to each other: the items that people wrote, what the desk adds to them, and handovers as they were frozen.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::assists::ticked;
use super::facts::rows;
use super::visits::{COLUMNS, STANDING, going_on_with, needs_of, promised_in, read_whole, standing};
use super::{Store, StoreError, Write};
use crate::domain::assist::OutcomeKind;
use crate::domain::handover::{
    Became, Item, ItemKey, ItemNote, ItemVisit, NewItem, PROMISED_AHEAD, Pending, Taken,
};
use crate::domain::{
    Agreed, Assist, Code, Day, Handed, HandedId, Handover, HandoverId, ItemEnd, ItemId, ItemKind,
    LeaveReason, NextDeed, OutageId, Outcome, Shift, ShiftId, Stage, StageKind, Stamp, System, Visit,
    VisitId, VolunteerId,
};

const NOTE: &str = "item.id, item.words, item.then_words, item.given, item.closed, item.closed_why";

fn read_note(row: &Row<'_>, at: usize) -> rusqlite::Result<ItemNote> {
    let closed: Option<Stamp> = row.get(at + 4)?;
    let why: Option<ItemEnd> = row.get(at + 5)?;
    let (words, then) = (row.get(at + 1)?, row.get(at + 2)?);
    Ok(ItemNote { id: row.get(at)?, words, then, given: row.get(at + 3)?, closed: closed.zip(why) })
}

/// The visit as an item has it, and who has or had it.
fn item_visit(connection: &Connection, visit: &Visit, assists: &[Assist]) -> Result<ItemVisit, StoreError> {
    let urgent = |kind: OutcomeKind| assists.iter().find(|assist| assist.outcome.kind() == kind);
    let about = [OutcomeKind::Open, OutcomeKind::ComeBack, OutcomeKind::Stuck].into_iter().find_map(urgent);
    let about = about.or(assists.first());
    let (need, steps) = match about {
        Some(assist) => (Some(assist.procedure.clone()), assist.ticked.len()),
        None => (needs_of(connection, visit.id)?.into_iter().next().map(|(code, _)| code), 0),
    };
    let left = match visit.stage {
        Stage::Left { why, .. } => Some(why),
        _ => None,
    };
    let steps = u8::try_from(steps).unwrap_or(u8::MAX);
    Ok(ItemVisit {
        id: visit.id,
        day: visit.day,
        ticket: visit.ticket,
        need,
        stage: visit.stage.kind(),
        left,
        steps,
    })
}

/// The visit that goes on with one, if its party has come.
fn came_back(connection: &Connection, id: VisitId) -> Result<Option<Became>, StoreError> {
    let back = match going_on_with(connection, id)? {
        Some(back) => standing(connection, back)?,
        None => None,
    };
    Ok(back.map(|back| Became::Back(back.day, back.ticket)))
}

fn is_stuck(assists: &[Assist]) -> bool {
    assists.iter().any(|assist| matches!(assist.outcome, Outcome::Stuck(_)))
}

/// Everything that the next shift has to know at this moment, the most urgent first; what got stuck on the day of the shift
/// is in it, whenever that is asked.
fn live(connection: &Connection, today: Day, of: Day) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::new();
    let sql = format!(
        "SELECT {COLUMNS}, {STANDING} FROM visit INDEXED BY visit_open WHERE ended_day IS NULL
         UNION ALL SELECT {COLUMNS}, {STANDING} FROM visit WHERE day = ?1 AND left_why = 'no-show'"
    );
    for visit in rows(connection, &sql, [today], read_whole)? {
        let assists = ticked(connection, visit.id)?;
        let is_open = visit.stage.kind().is_open();
        let booked = visit.standing.booked;
        let due = Agreed { day: booked.map_or(visit.day, Stamp::day), at: booked };
        items.push(Item {
            kind: ItemKind::Visit,
            visit: Some(item_visit(connection, &visit, &assists)?),
            outage: None,
            note: None,
            owner: visit.stage.by(),
            due: is_open.then_some(due),
            since: if visit.stage.kind() == StageKind::Waiting { visit.arrived } else { visit.stage.since() },
        });
    }
    let mut promised = Vec::new();
    for id in promised_in(connection, today, today.plus_days(PROMISED_AHEAD))? {
        promised.push(id);
        let Some(visit) = standing(connection, id)? else { continue };
        if came_back(connection, id)?.is_some() {
            continue;
        }
        let assists = ticked(connection, id)?;
        let agreed = assists.iter().filter_map(|assist| assist.come_back).chain(visit.comes_back_on());
        let due = agreed.filter(|agreed| agreed.day >= today).min();
        let promised_by = assists.iter().find(|assist| assist.come_back.is_some()).map(|one| one.by);
        items.push(Item {
            kind: ItemKind::Promise,
            visit: Some(item_visit(connection, &visit, &assists)?),
            outage: None,
            note: None,
            owner: promised_by.or(visit.stage.by()),
            due,
            since: visit.stage.since(),
        });
    }
    let outages = "SELECT id, system, from_at, volunteer FROM outage INDEXED BY outage_open
                   WHERE until_at IS NULL ORDER BY id";
    items.extend(rows(connection, outages, [], |row| {
        Ok(Item {
            kind: ItemKind::Outage,
            visit: None,
            outage: Some((row.get(0)?, row.get(1)?)),
            note: None,
            owner: row.get(3)?,
            due: Some(Agreed { day: today, at: None }),
            since: row.get(2)?,
        })
    })?);
    // Of that day alone: one of an earlier day has its own row since that day was handed over.
    let stuck = "SELECT id FROM visit AS one WHERE (id IN (SELECT id FROM visit WHERE day = ?1 AND ended_day IS NOT NULL)
                 OR id IN (SELECT id FROM visit INDEXED BY visit_carried WHERE ended_day <> day AND ended_day = ?1))
                 AND EXISTS (SELECT 1 FROM assist WHERE assist.visit = one.id AND outcome = 'stuck')
                 AND NOT EXISTS (SELECT 1 FROM item WHERE item.visit = one.id) ORDER BY id";
    for id in rows(connection, stuck, [of], |row| row.get::<_, VisitId>(0))? {
        if !promised.contains(&id) {
            items.extend(stuck_item(connection, id, None, None)?);
        }
    }
    let sql = format!(
        "SELECT {NOTE}, kind, visit, owner, due, made FROM item INDEXED BY item_open WHERE closed IS NULL"
    );
    let written = rows(connection, &sql, [], |row| {
        let item = Item {
            kind: row.get(6)?,
            visit: None,
            outage: None,
            note: Some(read_note(row, 0)?),
            owner: row.get(8)?,
            due: row.get(9)?,
            since: row.get(10)?,
        };
        Ok((item, row.get::<_, Option<VisitId>>(7)?))
    })?;
    for (item, visit) in written {
        match visit {
            Some(visit) if promised.contains(&visit) => {}
            Some(visit) => items.extend(stuck_item(connection, visit, item.note, item.owner)?),
            None => items.push(item),
        }
    }
    items.sort_by_key(|item| item.rank(today));
    Ok(items)
}

/// A stuck case while it is one: its party has not come back, and nothing was set right.
fn stuck_item(
    connection: &Connection,
    id: VisitId,
    note: Option<ItemNote>,
    owner: Option<VolunteerId>,
) -> Result<Option<Item>, StoreError> {
    let Some(visit) = standing(connection, id)? else { return Ok(None) };
    let assists = ticked(connection, id)?;
    if !is_stuck(&assists) || came_back(connection, id)?.is_some() {
        return Ok(None);
    }
    Ok(Some(Item {
        kind: ItemKind::Stuck,
        visit: Some(item_visit(connection, &visit, &assists)?),
        outage: None,
        note,
        owner: owner.or(visit.stage.by()),
        due: None,
        since: visit.stage.since(),
    }))
}

/// A handover with its items, and what has become of each by today.
fn handover(connection: &Connection, id: HandoverId, today: Day) -> Result<Option<Handover>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT handover.id, shift.id, shift.day, shift.part, handover.at, given_by, taken, taken_by, remark
             FROM handover JOIN shift ON shift.id = handover.shift WHERE handover.id = ?1",
        )?
        .query_row([id], |row| {
            let (taken, taken_by): (Option<Stamp>, Option<VolunteerId>) = (row.get(6)?, row.get(7)?);
            Ok(Handover {
                id: row.get(0)?,
                shift: row.get(1)?,
                day: row.get(2)?,
                part: row.get(3)?,
                at: row.get(4)?,
                by: row.get(5)?,
                taken: taken.zip(taken_by),
                remark: row.get(8)?,
                items: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut handover) = found else { return Ok(None) };
    let sql = format!(
        "SELECT handed.id, handed.kind, handed.visit, handed.outage, handed.item, need, handed.stage, handed.left_why,
         handed.steps, handed.owner, handed.due, handed.since, handed.taken, handed.taken_by, deed, {OVER}
         FROM {SEEN} WHERE handover = ?1 ORDER BY handed.place"
    );
    for frozen in rows(connection, &sql, params![id, today], Frozen::read)? {
        handover.items.extend(frozen.handed(connection, id, today)?);
    }
    Ok(Some(handover))
}

/// Whether nobody need take an item of a handover: what it was about is over, or is a promise of another day, which is only to
/// be known. `?2` is today.
const OVER: &str = "CASE handed.kind
     WHEN 'visit' THEN seen.ended_day IS NOT NULL AND (handed.stage <> 'left' OR seen.stage <> 'left' OR seen.day < ?2)
     WHEN 'promise' THEN substr(handed.due, 1, 10) <> ?2 OR back.id IS NOT NULL
     WHEN 'outage' THEN outage.until_at IS NOT NULL
     WHEN 'stuck' THEN item.closed IS NOT NULL OR back.id IS NOT NULL
         OR NOT EXISTS (SELECT 1 FROM assist WHERE assist.visit = handed.visit AND outcome = 'stuck')
     ELSE item.closed IS NOT NULL END";

/// The rows by which that is known: the visit, the one that goes on with it, the item and the outage.
const SEEN: &str = "handed LEFT JOIN visit AS seen ON seen.id = handed.visit
     LEFT JOIN visit AS back ON back.id = (
         SELECT id FROM visit AS one INDEXED BY visit_returns
         WHERE one.returns_of = handed.visit AND one.left_why IS NOT 'mistake' ORDER BY id LIMIT 1)
     LEFT JOIN item ON item.id = handed.item LEFT JOIN outage ON outage.id = handed.outage";

/// A row of a handover as it stands in the file.
struct Frozen {
    id: HandedId,
    kind: ItemKind,
    visit: Option<VisitId>,
    outage: Option<OutageId>,
    item: Option<ItemId>,
    need: Option<Code>,
    stage: Option<StageKind>,
    left: Option<LeaveReason>,
    steps: u8,
    owner: Option<VolunteerId>,
    due: Option<Agreed>,
    since: Stamp,
    taken: Option<Taken>,
    is_over: bool,
}

impl Frozen {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (at, by): (Option<Stamp>, Option<VolunteerId>) = (row.get(12)?, row.get(13)?);
        let deed: Option<NextDeed> = row.get(14)?;
        Ok(Self {
            id: row.get(0)?,
            kind: row.get(1)?,
            visit: row.get(2)?,
            outage: row.get(3)?,
            item: row.get(4)?,
            need: row.get(5)?,
            stage: row.get(6)?,
            left: row.get(7)?,
            steps: row.get(8)?,
            owner: row.get(9)?,
            due: row.get(10)?,
            since: row.get(11)?,
            taken: at.zip(by).map(|(at, by)| Taken { at, by, deed }),
            is_over: row.get(15)?,
        })
    }

    fn handed(
        self,
        connection: &Connection,
        of: HandoverId,
        today: Day,
    ) -> Result<Option<Handed>, StoreError> {
        let visit = match self.visit {
            Some(id) => standing(connection, id)?,
            None => None,
        };
        let note = match self.item {
            Some(id) => note(connection, id)?,
            None => None,
        };
        let (system, works) = match self.outage {
            Some(id) => connection
                .prepare_cached("SELECT system, until_at FROM outage WHERE id = ?1")?
                .query_row([id], |row| {
                    Ok((Some(row.get::<_, System>(0)?), row.get::<_, Option<Stamp>>(1)?))
                })?,
            None => (None, None),
        };
        let closed = note.as_ref().and_then(|note| note.closed);
        let became = match (&visit, self.kind) {
            _ if closed.is_some() => closed.map(|(at, why)| Became::Closed(why, at)),
            (Some(visit), ItemKind::Visit) if self.stage != Some(visit.stage.kind()) => {
                Some(Became::Stage(visit.stage.kind(), visit.stage.since()))
            }
            (Some(_), ItemKind::Visit) => self.is_over.then_some(Became::Passed),
            (Some(visit), kind) => match came_back(connection, visit.id)? {
                None if !self.is_over => None,
                None if kind == ItemKind::Stuck => Some(Became::Unstuck),
                None => self.due.is_some_and(|due| due.day < today).then_some(Became::Passed),
                back => back,
            },
            (None, _) => works.map(Became::Works),
        };
        let visit = visit.zip(self.stage).map(|(visit, stage)| ItemVisit {
            id: visit.id,
            day: visit.day,
            ticket: visit.ticket,
            need: self.need,
            stage,
            left: self.left,
            steps: self.steps,
        });
        let item = Item {
            kind: self.kind,
            visit,
            outage: self.outage.zip(system),
            note,
            owner: self.owner,
            due: self.due,
            since: self.since,
        };
        let missed = match item.key() {
            Some(key) => missed(connection, key, of)?,
            None => return Ok(None),
        };
        Ok(Some(Handed { id: Some(self.id), item, taken: self.taken, missed, became, is_over: self.is_over }))
    }
}

/// In how many handovers before this one an item stood and nobody took it.
fn missed(connection: &Connection, key: ItemKey, before: HandoverId) -> Result<u32, StoreError> {
    let count = |which: &str, id: i64, kind: Option<ItemKind>| -> Result<u32, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM handed WHERE {which} = ?1 AND (?2 IS NULL OR kind = ?2) AND handover < ?3 AND taken IS NULL"
        );
        Ok(connection.prepare_cached(&sql)?.query_row(params![id, kind, before], |row| row.get(0))?)
    };
    match key {
        // It waits for somebody on its day alone.
        ItemKey::Visit(ItemKind::Promise, _) => Ok(0),
        ItemKey::Visit(kind, id) => count("visit", id.0, Some(kind)),
        ItemKey::Outage(id) => count("outage", id.0, None),
        ItemKey::Note(id) => count("item", id.0, None),
    }
}

fn note(connection: &Connection, id: ItemId) -> Result<Option<ItemNote>, StoreError> {
    let sql = format!("SELECT {NOTE} FROM item WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| read_note(row, 0)).optional()?)
}

fn last(connection: &Connection) -> Result<Option<HandoverId>, StoreError> {
    let sql = "SELECT id FROM handover ORDER BY id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
}

fn last_handover(connection: &Connection, today: Day) -> Result<Option<Handover>, StoreError> {
    match last(connection)? {
        Some(id) => handover(connection, id, today),
        None => Ok(None),
    }
}

impl Write<'_> {
    /// The handover that was written last.
    pub fn last_handover(&self) -> Result<Option<Handover>, StoreError> {
        last_handover(&self.transaction, self.sign.day())
    }

    /// What stands in the file of an item, and who has it.
    pub fn item(&self, id: ItemId) -> Result<Option<(ItemKind, ItemNote, Option<VolunteerId>)>, StoreError> {
        let sql = format!("SELECT {NOTE}, kind, owner FROM item WHERE id = ?1");
        let read = |row: &Row<'_>| Ok((row.get(6)?, read_note(row, 0)?, row.get(7)?));
        Ok(self.transaction.prepare_cached(&sql)?.query_row([id], read).optional()?)
    }

    /// Whether an item stands on a handover, where nobody changes its words any more.
    pub fn is_handed(&self, id: ItemId) -> Result<bool, StoreError> {
        Ok(self.transaction.prepare_cached("SELECT 1 FROM handed WHERE item = ?1")?.exists([id])?)
    }

    /// Writes an item.
    pub fn add_item(&self, item: &NewItem, visit: Option<VisitId>) -> Result<ItemId, StoreError> {
        self.run(
            "INSERT INTO item (kind, visit, words, then_words, owner, due, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![item.kind, visit, item.words, item.then, item.owner, item.due, self.sign.at],
        )?;
        Ok(ItemId(self.transaction.last_insert_rowid()))
    }

    /// Writes other words into an item.
    pub fn keep_item(&self, id: ItemId, item: &NewItem) -> Result<(), StoreError> {
        self.run(
            "UPDATE item SET kind = ?2, words = ?3, then_words = ?4, owner = ?5, due = ?6, given = iif(?2 = 'found', given, NULL)
             WHERE id = ?1",
            params![id, item.kind, item.words, item.then, item.owner, item.due],
        )?;
        Ok(())
    }

    /// Closes an item.
    pub fn close_item(&self, id: ItemId, why: ItemEnd) -> Result<(), StoreError> {
        self.run(
            "UPDATE item SET closed = ?2, closed_why = ?3, closed_by = ?4 WHERE id = ?1",
            params![id, self.sign.at, why, self.sign.by],
        )?;
        Ok(())
    }

    /// Notes that found things are with the official now.
    pub fn give_item(&self, id: ItemId) -> Result<(), StoreError> {
        self.run("UPDATE item SET given = coalesce(given, ?2) WHERE id = ?1", params![id, self.sign.at])?;
        Ok(())
    }

    /// Freezes the list of items as the handover of a shift. Each stuck case has a row of its own from then on.
    pub fn freeze(&self, shift: &Shift, by: VolunteerId) -> Result<(), StoreError> {
        let items = live(&self.transaction, self.sign.day(), shift.day)?;
        self.run(
            "INSERT INTO handover (shift, at, given_by) VALUES (?1, ?2, ?3)",
            params![shift.id, self.sign.at, by],
        )?;
        let handover = HandoverId(self.transaction.last_insert_rowid());
        for (place, item) in (0_u32..).zip(&items) {
            let visit = item.visit.as_ref();
            let note = match (&item.note, item.kind) {
                (Some(note), _) => Some(note.id),
                (None, ItemKind::Stuck) => {
                    let new = NewItem {
                        kind: item.kind,
                        words: String::new(),
                        then: String::new(),
                        owner: item.owner,
                        due: None,
                    };
                    Some(self.add_item(&new, visit.map(|visit| visit.id))?)
                }
                (None, _) => None,
            };
            self.run(
                "INSERT INTO handed (handover, place, kind, visit, outage, item, need, stage, left_why, steps, owner, due, since)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                params![
                    handover,
                    place,
                    item.kind,
                    visit.map(|visit| visit.id),
                    item.outage.map(|(id, _)| id),
                    note,
                    visit.and_then(|visit| visit.need.as_ref()),
                    visit.map(|visit| visit.stage),
                    visit.and_then(|visit| visit.left),
                    visit.map_or(0, |visit| visit.steps),
                    item.owner,
                    item.due,
                    item.since,
                ],
            )?;
        }
        Ok(())
    }

    /// Notes who took an item of a handover; one that has a row of its own is that person's from then on.
    pub fn take(&self, id: HandedId, by: VolunteerId, deed: Option<NextDeed>) -> Result<(), StoreError> {
        self.run(
            "UPDATE handed SET taken = ?2, taken_by = ?3, deed = ?4 WHERE id = ?1",
            params![id, self.sign.at, by, deed],
        )?;
        self.run(
            "UPDATE item SET owner = ?2 WHERE id = (SELECT item FROM handed WHERE id = ?1)",
            params![id, by],
        )?;
        Ok(())
    }

    /// An item is somebody's from now on.
    pub fn own_item(&self, id: ItemId, by: VolunteerId) -> Result<(), StoreError> {
        self.run("UPDATE item SET owner = ?2 WHERE id = ?1", params![id, by])?;
        Ok(())
    }

    /// Notes the transfer of a handover, with what the receiver had to remark.
    pub fn transfer_handover(&self, id: HandoverId, by: VolunteerId, remark: &str) -> Result<(), StoreError> {
        self.run(
            "UPDATE handover SET taken = ?2, taken_by = ?3, remark = ?4 WHERE id = ?1",
            params![id, self.sign.at, by, remark],
        )?;
        Ok(())
    }
}

impl Store {
    /// Everything that the next shift has to know at this moment, with what of it nobody has taken yet.
    pub fn items_now(&self, today: Day) -> Result<Vec<Handed>, StoreError> {
        let before = last_handover(&self.connection, today)?;
        let mut handed: HashMap<ItemKey, Handed> = HashMap::new();
        for row in before.into_iter().flat_map(|handover| handover.items) {
            handed.extend(row.item.key().map(|key| (key, row)));
        }
        let items = live(&self.connection, today, today)?.into_iter().map(|item| {
            let before = item.key().and_then(|key| handed.remove(&key));
            match before {
                Some(before) => {
                    let missed = before.missed + u32::from(before.is_untaken());
                    Handed { item, missed, became: None, ..before }
                }
                None => Handed { id: None, item, taken: None, missed: 0, became: None, is_over: false },
            }
        });
        Ok(items.collect())
    }

    /// A handover, with what has become of its items by today.
    pub fn handover(&self, id: HandoverId, today: Day) -> Result<Option<Handover>, StoreError> {
        handover(&self.connection, id, today)
    }

    /// The handover of a shift.
    pub fn handover_of(&self, shift: ShiftId) -> Result<Option<HandoverId>, StoreError> {
        let sql = "SELECT id FROM handover WHERE shift = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([shift], |row| row.get(0)).optional()?)
    }

    /// What of the last handover nobody has taken; `None` when nothing is left of it.
    pub fn pending(&self, today: Day) -> Result<Option<Pending>, StoreError> {
        let Some(last) = last(&self.connection)? else { return Ok(None) };
        let sql = format!(
            "SELECT handover.id, shift.day, shift.part, given_by, handover.taken IS NOT NULL,
             (SELECT count(*) FROM {SEEN} WHERE handed.handover = ?1 AND handed.taken IS NULL AND NOT ({OVER}))
             FROM handover JOIN shift ON shift.id = handover.shift WHERE handover.id = ?1"
        );
        let read = |row: &Row<'_>| {
            Ok(Pending {
                handover: row.get(0)?,
                day: row.get(1)?,
                part: row.get(2)?,
                by: row.get(3)?,
                is_taken: row.get(4)?,
                untaken: row.get(5)?,
            })
        };
        let pending = self.connection.prepare_cached(&sql)?.query_row(params![last, today], read)?;
        Ok((pending.untaken > 0).then_some(pending))
    }

    /// The handover before or after another one; before none the last one.
    pub fn handover_beside(
        &self,
        than: Option<HandoverId>,
        is_before: bool,
        today: Day,
    ) -> Result<Option<Handover>, StoreError> {
        let Some(than) = than else {
            return if is_before { last_handover(&self.connection, today) } else { Ok(None) };
        };
        let sql = if is_before {
            "SELECT id FROM handover WHERE id < ?1 ORDER BY id DESC LIMIT 1"
        } else {
            "SELECT id FROM handover WHERE id > ?1 ORDER BY id LIMIT 1"
        };
        let found = self.connection.prepare_cached(sql)?.query_row([than], |row| row.get(0)).optional()?;
        found.map_or(Ok(None), |id| handover(&self.connection, id, today))
    }
}
