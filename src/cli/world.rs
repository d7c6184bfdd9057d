//! What every command needs to know, and what it opens with that.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use super::talk::{Failure, show};
use crate::backup::Hold;
use crate::clock::{self, Clock};
use crate::config::{self, Config, DATABASE, Found};
use crate::desk::{Desk, DeskError};
use crate::domain::{Catalogue, Stamp, StationNo};
use crate::lang::Lang;
use crate::store::{Access, Store};

/// What every command needs to know.
pub(super) struct World {
    pub(super) folder: PathBuf,
    /// What the settings file said, and what is wrong with it.
    pub(super) found: Found,
    pub(super) lang: Lang,
    /// The number that was asked for, or the one of the settings.
    pub(super) station: Option<StationNo>,
    pub(super) clock: Rc<dyn Clock>,
    /// Held while this program may write: nobody replaces the desk's file then.
    pub(super) hold: RefCell<Option<Hold>>,
}

impl World {
    /// The folder, made when it is not there.
    pub(super) fn make_folder(&self) -> Result<(), Failure> {
        config::make_folder(&self.folder).map_err(|error| {
            Failure(
                self.lang.folder_denied(&self.folder.display().to_string(), self.lang.trouble(error.into())),
            )
        })
    }

    pub(super) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    pub(super) fn store(&self, access: Access) -> Result<Store, Failure> {
        let store =
            Store::open(&self.database(), access).map_err(|error| Failure(self.lang.open_error(&error)))?;
        if access == Access::Full {
            // Only now: a start that fails leaves the folder as it was.
            let held = Hold::shared(&self.folder).map_err(|error| {
                Failure(self.lang.folder_denied(&show(&self.folder), self.lang.trouble(error.into())))
            })?;
            let held = held.ok_or_else(|| Failure(self.lang.desk_replaced_now().to_owned()))?;
            self.hold.replace(Some(held));
        }
        Ok(store)
    }

    /// The same world once its folder has another desk in it.
    pub(super) fn anew(self) -> Self {
        let found = Config::find(&self.folder);
        Self { station: found.config.station, found, hold: RefCell::default(), ..self }
    }

    /// The catalogue that came with the program.
    pub(super) fn built_in(&self) -> Result<Rc<Catalogue>, Failure> {
        Catalogue::built_in().map(Rc::new).map_err(|flaw| Failure(self.lang.flaw(&flaw)))
    }

    /// The catalogue in use where there is a desk, else the built-in one: nothing is written.
    pub(super) fn catalogue_as_it_is(&self) -> Result<Rc<Catalogue>, Failure> {
        if !self.database().exists() {
            return self.built_in();
        }
        self.looking()?.catalogue_now().map_err(|error| self.desk_error(&error))
    }

    /// The time at the desk, where there is one to ask: the PC's clock may be wrong.
    pub(super) fn now(&self) -> Stamp {
        let desk = self.database().exists().then(|| self.looking().ok()).flatten();
        desk.and_then(|desk| desk.now().ok()).unwrap_or_else(|| self.clock.now())
    }

    /// A desk that only looks.
    pub(super) fn looking(&self) -> Result<Desk, Failure> {
        self.desk_over(self.store(Access::ReadOnly)?)
    }

    /// A desk that writes.
    pub(super) fn desk(&self) -> Result<Desk, Failure> {
        self.make_folder()?;
        self.desk_over(self.store(Access::Full)?)
    }

    pub(super) fn desk_over(&self, store: Store) -> Result<Desk, Failure> {
        let desk = Desk::new(
            store,
            Rc::clone(&self.clock),
            self.built_in()?,
            self.station.unwrap_or(StationNo::FIRST),
        );
        Ok(desk.made_on(clock::made()))
    }

    /// Station and language of this PC go with its first set-up.
    pub(super) fn keep_station(&self, station: StationNo) -> Result<(), Failure> {
        let config = Config { station: Some(station), lang: self.lang, ..self.found.config.clone() };
        config.write(&self.folder, self.clock.now()).map_err(|error| {
            Failure(self.lang.folder_denied(&show(&self.folder), self.lang.trouble(error.into())))
        })
    }

    pub(super) fn desk_error(&self, error: &DeskError) -> Failure {
        Failure(match error {
            DeskError::Refused(refusal) => self.lang.refusal(refusal),
            DeskError::Store(error) => self.lang.store_error(error),
        })
    }
}
