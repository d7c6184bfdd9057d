//! What every command needs to know, and what it opens with that.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::thread;

use super::talk::{Failure, show};
use crate::backup::Hold;
use crate::clock::{self, Clock};
use crate::config::{self, Config, DATABASE, Found};
use crate::desk::{Desk, DeskError};
use crate::domain::{Catalogue, Stamp, StationNo, commune};
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
        let known = || {
            let store = self.store(Access::ReadOnly).ok()?;
            // What time it is depends on no entry.
            self.desk_with(store, Rc::default()).now().ok()
        };
        self.database().exists().then(known).flatten().unwrap_or_else(|| self.clock.now())
    }

    /// A desk that only looks.
    pub(super) fn looking(&self) -> Result<Desk, Failure> {
        self.desk_over(Access::ReadOnly)
    }

    /// A desk that writes.
    pub(super) fn desk(&self) -> Result<Desk, Failure> {
        self.make_folder()?;
        self.desk_over(Access::Full)
    }

    /// A desk over the file. The catalogue is unpacked while the file is opened, and the list of communes while the day is read: together they
    /// take as long as all the rest of a start.
    pub(super) fn desk_over(&self, access: Access) -> Result<Desk, Failure> {
        let (tell, catalogue) = channel();
        let unpack = move || {
            let _ = tell.send(Catalogue::built_in());
            commune::unpack();
        };
        // A desk whose PC has no thread to give opens a little later.
        let _ = thread::Builder::new().name("catalogue".to_owned()).spawn(unpack);
        let store = self.store(access)?;
        let built_in = catalogue.recv().unwrap_or_else(|_| Catalogue::built_in());
        let built_in = built_in.map(Rc::new).map_err(|flaw| Failure(self.lang.flaw(&flaw)))?;
        Ok(self.desk_with(store, built_in))
    }

    fn desk_with(&self, store: Store, built_in: Rc<Catalogue>) -> Desk {
        let station = self.station.unwrap_or(StationNo::FIRST);
        Desk::new(store, Rc::clone(&self.clock), built_in, station).made_on(clock::made())
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
