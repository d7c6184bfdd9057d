//! What a person was shown, and whether a file still knows it.

use std::collections::BTreeMap;
use std::path::Path;

use motcua::desk::{Desk, Model};
use motcua::domain::{Day, StationNo};
use motcua::store::{Access, Store};

use crate::world::{FILE, HandClock, catalogue};

/// The day of everything here.
pub fn day() -> Day {
    "2026-11-21".parse().unwrap()
}

/// Enough for any run.
const MOST: u32 = 10_000_000;

/// The journal as shown: what each entry says.
pub type Journal = BTreeMap<i64, String>;

/// What each entry of the journal says, the newest ones first until one is known.
pub fn journal(desk: &Desk, most: u32) -> Journal {
    let entries = desk.journal(day(), most).unwrap();
    entries.into_iter().map(|entry| (entry.id.0, format!("{} {:?}", entry.station, entry.op))).collect()
}

/// The visits as a screen shows them.
pub fn visits(model: &Model) -> String {
    let visits = model
        .cards
        .iter()
        .map(|card| format!("{:?} {:?} {:?} {:?}", card.visit, card.needs, card.person, card.assists));
    visits.collect::<Vec<_>>().join("\n")
}

/// What a file says, opened as by the next start.
pub struct Found {
    pub journal: Journal,
    pub visits: String,
}

/// Opens the file of a folder as the next start does, and has it checked.
///
/// # Errors
/// In words, when it does not open or is not sound.
pub fn open(folder: &Path) -> Result<Found, String> {
    let store = Store::open(&folder.join(FILE), Access::Full).map_err(|error| error.to_string())?;
    let report = store.check().map_err(|error| error.to_string())?;
    if !report.is_sound() {
        return Err(format!("{:?}", report.findings));
    }
    let clock = HandClock::at("2026-11-21 23:00");
    let mut desk = Desk::new(store, clock, catalogue(), StationNo::FIRST);
    let model = desk.load().map_err(|error| error.to_string())?;
    Ok(Found { journal: journal(&desk, MOST), visits: visits(&model) })
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Shown as done, and not in the file.
    Lost,
    /// Refused, and in the file all the same.
    RefusedButThere,
    /// The file does not open, is not sound, or says something else.
    Damaged,
}

/// What went wrong: which, and where in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses(Vec<(Loss, String)>);

/// So many of a kind are told in words.
const TOLD: usize = 3;

impl Losses {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn add(&mut self, loss: Loss, words: String) {
        self.0.push((loss, words));
    }

    pub fn count(&self, loss: Loss) -> usize {
        self.of(loss).count()
    }

    /// Examples of each kind.
    pub fn told(&self) -> impl Iterator<Item = &str> {
        [Loss::Lost, Loss::RefusedButThere, Loss::Damaged]
            .into_iter()
            .flat_map(|loss| self.of(loss).take(TOLD))
    }

    fn of(&self, loss: Loss) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(of, _)| *of == loss).map(|(_, words)| words.as_str())
    }
}
