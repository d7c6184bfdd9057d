//! The desk as one station works on it: what it holds, the time there, and who signs.

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use super::deed::DeskError;
use super::leading::Leading;
use crate::clock::{Clock, DeskClock};
use crate::domain::catalogue::{FlawKind, Layer};
use crate::domain::clock::{Differs, Known, Reading};
use crate::domain::queue::burst::Asked;
use crate::domain::{Catalogue, Code, Day, EntryId, Shift, Stamp, StationNo, VisitId, VolunteerId};
use crate::store::{Signature, Store, StoreError};
/// The desk as one station works on it.
pub struct Desk {
    pub(super) store: Store,
    pub(super) clock: Rc<DeskClock>,
    /// Another station whose clock shows another time.
    pub(super) differs: Option<Differs>,
    /// The newest entry that was seen here, and whether another console has written since.
    pub(super) newest: Option<EntryId>,
    pub(super) has_news: bool,
    /// The catalogue that came with the program.
    pub(super) built_in: Rc<Catalogue>,
    /// The catalogue in use, as it was when the layer had changed so often.
    pub(super) catalogue: (Rc<Catalogue>, Option<i64>),
    /// The desk's own entries that do not fit what came with the program, and why.
    pub(super) misfits: Vec<(Code, FlawKind)>,
    pub(super) station: StationNo,
    /// What was picked lately; asked of the file once a day, since the order of a list should not jump about.
    pub(super) used: Option<(Day, Vec<(Code, u32)>)>,
    /// How long parties were served on the days before; asked of the file once a day, as it changes no more.
    pub(super) usual: Option<(Day, Vec<i64>)>,
    /// Whether a slip is printed with each number.
    pub(super) slips: bool,
    /// The visit that is being set right.
    pub(super) corrected: Option<VisitId>,
    /// The leader who has said the PIN here.
    pub(super) leading: Option<Leading>,
    /// When a key was pressed here last, as [`Clock::elapsed`] has it.
    pub(super) touched: Duration,
    /// The numbers that were said to be of different parties, and when the last of them was given.
    pub(super) told_apart: Option<(Asked, Stamp)>,
}

/// The catalogue in use, and the desk's own entries that do not fit it.
type Composed = (Rc<Catalogue>, Vec<(Code, FlawKind)>);

impl Desk {
    /// A desk over an open file, with the PC's clock and the catalogue that came with the program.
    pub fn new(store: Store, clock: Rc<dyn Clock>, built_in: Rc<Catalogue>, station: StationNo) -> Self {
        let (catalogue, touched) = ((Rc::clone(&built_in), None), clock.elapsed());
        Self {
            store,
            clock: Rc::new(DeskClock::over(clock)),
            differs: None,
            newest: None,
            has_news: false,
            built_in,
            catalogue,
            misfits: Vec::new(),
            station,
            used: None,
            usual: None,
            slips: false,
            corrected: None,
            leading: None,
            touched,
            told_apart: None,
        }
    }

    /// The catalogue in use, as of the last [`load`](Self::load), which reads it anew when any station has changed it.
    /// The same `Rc` as before means the same catalogue.
    pub fn catalogue(&self) -> &Rc<Catalogue> {
        &self.catalogue.0
    }

    /// The desk's own entries that do not fit what came with a newer program, with what is wrong, as of the last
    /// [`load`](Self::load). They stay in the file, and are not offered.
    pub fn misfits(&self) -> &[(Code, FlawKind)] {
        &self.misfits
    }

    /// Reads the catalogue anew if anybody has changed it.
    pub(super) fn look_at_catalogue(&mut self) -> Result<(), StoreError> {
        let turn = self.store.layer_turn()?;
        if self.catalogue.1 != Some(turn) {
            let (catalogue, misfits) = self.composed()?;
            self.catalogue = (catalogue, Some(turn));
            self.misfits = misfits;
            self.used = None;
        }
        Ok(())
    }

    /// The catalogue in use at this moment, for readers that come without a [`load`](Self::load).
    pub fn catalogue_now(&self) -> Result<Rc<Catalogue>, DeskError> {
        if self.catalogue.1 == Some(self.store.layer_turn()?) {
            return Ok(Rc::clone(&self.catalogue.0));
        }
        Ok(self.composed()?.0)
    }

    /// The catalogue that came with the program with the layer over it, and what does not fit.
    pub(super) fn composed(&self) -> Result<Composed, StoreError> {
        let layer = self.store.layer()?;
        if layer == Layer::default() {
            return Ok((Rc::clone(&self.built_in), Vec::new()));
        }
        let (catalogue, misfits) = layer.over_as_it_fits(&self.built_in);
        Ok((Rc::new(catalogue), misfits))
    }

    pub fn station(&self) -> StationNo {
        self.station
    }

    /// This console is another station from now on.
    pub fn sit_at(&mut self, station: StationNo) {
        self.station = station;
    }

    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        self.store.path().parent().unwrap_or_else(|| Path::new("."))
    }

    /// The clock of the desk.
    pub fn clock(&self) -> Rc<DeskClock> {
        Rc::clone(&self.clock)
    }

    /// A PC's clock that shows a day before this one is wrong, also with an empty file.
    #[must_use]
    pub fn made_on(self, day: Day) -> Self {
        self.clock.know(Known { made: Some(day), ..self.clock.known() });
        self
    }

    /// The time at the desk, as the file has it now.
    pub fn now(&self) -> Result<Stamp, DeskError> {
        Ok(self.look_at_clock()?.now)
    }

    pub(super) fn look_at_clock(&self) -> Result<Reading, StoreError> {
        let last = self.store.last_entry()?.map(|(_, _, at)| at);
        self.clock.know(Known { last, said: self.store.said()?, ..self.clock.known() });
        Ok(self.clock.reading())
    }

    /// Who signs for what this station does now: the volunteer seated here, if on duty; else the first on duty who
    /// does not sit elsewhere; else the first on duty.
    pub(super) fn sign(&self) -> Result<Signature, StoreError> {
        self.sign_in(self.store.open_shift()?.as_ref())
    }

    pub(super) fn sign_in(&self, shift: Option<&Shift>) -> Result<Signature, StoreError> {
        let reading = self.look_at_clock()?;
        let signed =
            |by| Signature { station: self.station, by, at: reading.now, wrong_clock: reading.wrong() };
        let Some(shift) = shift else { return Ok(signed(None)) };
        let (seats, all) = (self.store.seats(shift.id)?, shift.on_duty());
        let on_duty = |volunteer: &VolunteerId| all.contains(volunteer);
        let elsewhere = |volunteer: &VolunteerId| {
            seats.iter().any(|(station, seated)| *station != self.station && seated == volunteer)
        };
        let by = seats
            .get(&self.station)
            .copied()
            .filter(on_duty)
            .or_else(|| all.iter().find(|volunteer| !elsewhere(volunteer)).copied())
            .or_else(|| all.first().copied());
        Ok(signed(by))
    }
}
