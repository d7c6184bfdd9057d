//! The small world that tests play in: a folder of its own, a clock that is turned by hand, made-up people.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::desk::{Card, Command, Desk, DeskError, Items, NewVisit, Receipt};
use motcua::domain::{
    AssistId, Catalogue, Code, Day, ItemKind, Office, Refusal, ShiftPart, Stamp, StationNo, VisitId,
    VolunteerId,
};
use motcua::store::{Access, Store};
use tempfile::TempDir;

/// The file's name inside the folder of a world.
pub const FILE: &str = "motcua.sqlite";

/// The roster of a world: made-up people.
pub const VOLUNTEERS: [&str; 4] = ["Nguyễn Thử Một", "Trần Thử Hai", "Lê Thử Ba", "Phạm Thử Bốn"];

/// Procedures of three series that the built-in catalogue offers.
pub const BIRTH: &str = "1.001193";
/// Certified copies, series B.
pub const COPIES: &str = "2.000815";
/// Temporary residence, series C.
pub const LODGING: &str = "1.004194";
/// Activating VNeID, series K: a skill.
pub const VNEID: &str = "KN01";

/// A clock that stands still until a test turns it.
pub struct HandClock {
    now: Cell<Stamp>,
    elapsed: Cell<Duration>,
}

impl HandClock {
    /// A clock that shows `moment` (`2026-11-21 07:30`).
    pub fn at(moment: &str) -> Rc<Self> {
        Rc::new(Self { now: Cell::new(stamp(moment)), elapsed: Cell::new(Duration::ZERO) })
    }

    /// Turns the clock to a moment, also an earlier one; the clock that only goes forward does not move.
    pub fn set(&self, moment: &str) {
        self.now.set(stamp(moment));
    }

    /// The same, to a moment that was worked out.
    pub fn set_stamp(&self, moment: Stamp) {
        self.now.set(moment);
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        let seconds = i64::try_from(time.as_secs()).unwrap();
        self.now.set(self.now.get().plus_seconds(seconds));
        self.elapsed.set(self.elapsed.get() + time);
    }

    /// Lets minutes pass.
    pub fn minutes(&self, minutes: u64) {
        self.pass(Duration::from_secs(60 * minutes));
    }

    /// The day it shows.
    pub fn day(&self) -> Day {
        self.now.get().day()
    }
}

impl Clock for HandClock {
    fn now(&self) -> Stamp {
        self.now.get()
    }

    fn elapsed(&self) -> Duration {
        self.elapsed.get()
    }
}

/// The moment of `2026-11-21 07:30`.
pub fn stamp(moment: &str) -> Stamp {
    let (day, time) = moment.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    day.parse::<Day>().unwrap().at(hour.parse().unwrap(), minute.parse().unwrap())
}

/// The built-in catalogue, parsed once a process.
pub fn catalogue() -> Rc<Catalogue> {
    static PARSED: OnceLock<Catalogue> = OnceLock::new();
    Rc::new(PARSED.get_or_init(|| Catalogue::built_in().unwrap()).clone())
}

/// A desk over a file, with any clock.
pub fn desk_at(file: &Path, clock: Rc<dyn Clock>, station: u8) -> Desk {
    let store = Store::open(file, Access::Full).unwrap();
    Desk::new(store, clock, catalogue(), StationNo::new(station).unwrap())
}

/// A folder, a clock, and desks that work on the folder's file. The folder goes when the world does.
pub struct World {
    folder: TempDir,
    /// The clock of every desk of this world.
    pub clock: Rc<HandClock>,
}

impl World {
    /// An empty folder on the morning of 21/11/2026, half past seven.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap(), clock: HandClock::at("2026-11-21 07:30") }
    }

    /// A folder where the office is set up with [`VOLUNTEERS`], and no shift is open.
    pub fn set_up() -> Self {
        Self::set_up_at("2026-11-21 07:30")
    }

    /// The same at another moment: the file is begun with it, and its time never runs backwards.
    pub fn set_up_at(moment: &str) -> Self {
        let world = Self::empty();
        world.clock.set(moment);
        world.desk(1).does(set_up(&VOLUNTEERS));
        world
    }

    /// The same with the morning shift open; every volunteer is on duty and the first one sits at station 1.
    pub fn open() -> Self {
        let world = Self::set_up();
        world.desk(1).does(open_shift(ShiftPart::Morning));
        world
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    /// The desk of a station, over a connection of its own.
    pub fn desk(&self, station: u8) -> Desk {
        desk_at(&self.file(), self.clock.clone(), station)
    }

    /// The moment that the clock shows.
    pub fn clock_now(&self) -> Stamp {
        self.clock.now()
    }

    /// The file as another tool sees it: for looking at rows that no read of the store shows.
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file()).unwrap()
    }
}

/// The command of the first start, with a made-up office.
pub fn set_up(volunteers: &[&str]) -> Command {
    let office = Office {
        name: "Trung tâm Phục vụ hành chính công xã Thử Nghiệm".into(),
        commune: "00004".into(),
        team: "Đội Thanh niên tình nguyện xã Thử Nghiệm".into(),
    };
    Command::SetUp { office, volunteers: volunteers.iter().map(ToString::to_string).collect() }
}

/// Opens a shift with all of [`VOLUNTEERS`].
pub fn open_shift(part: ShiftPart) -> Command {
    Command::OpenShift { part, on_duty: (1..=4).map(VolunteerId).collect() }
}

/// What a test says to a desk.
pub trait Says {
    /// Does it, or the test has failed.
    fn does(&mut self, command: Command) -> Receipt;
    /// The reason for which it is refused, or the test has failed.
    fn refuses(&mut self, command: Command) -> Refusal;
    /// Gives a number to one person with one need.
    fn gives(&mut self, need: &str) -> VisitId;
    /// Gives a number to one person with a name.
    fn gives_named(&mut self, need: &str, name: &str) -> VisitId;
    /// Calls the next party and starts serving it.
    fn serves_next(&mut self) -> VisitId;
    /// The visit as today's model shows it.
    fn card(&mut self, visit: VisitId) -> Card;
    /// The first assist of a visit.
    fn assist(&mut self, visit: VisitId) -> AssistId;
    /// The visit's number, as people read it.
    fn ticket(&mut self, visit: VisitId) -> String;
    /// The last handover as it was frozen.
    fn handed(&self) -> Items;
    /// What was written by hand on it, a line an item, in the order in which it was written.
    fn handed_words(&self) -> String;
    /// The open visits on it.
    fn handed_visits(&self) -> Vec<VisitId>;
}

impl Says for Desk {
    fn does(&mut self, command: Command) -> Receipt {
        let what = format!("{command:?}");
        self.execute(command).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    fn refuses(&mut self, command: Command) -> Refusal {
        let what = format!("{command:?}");
        refusal(self.execute(command)).unwrap_or_else(|| panic!("{what} was done"))
    }

    fn gives(&mut self, need: &str) -> VisitId {
        self.does(Command::TakeNumber(NewVisit::plain(Code::new(need)))).visit.unwrap()
    }

    fn gives_named(&mut self, need: &str, name: &str) -> VisitId {
        let new = NewVisit { name: Some(name.into()), ..NewVisit::plain(Code::new(need)) };
        self.does(Command::TakeNumber(new)).visit.unwrap()
    }

    fn serves_next(&mut self) -> VisitId {
        let visit = self.does(Command::CallNext(None)).visit.unwrap();
        self.does(Command::Appear(visit));
        visit
    }

    fn card(&mut self, visit: VisitId) -> Card {
        self.load().unwrap().card(visit).unwrap_or_else(|| panic!("{visit:?} is not shown")).clone()
    }

    fn assist(&mut self, visit: VisitId) -> AssistId {
        self.card(visit).assists.first().unwrap().id
    }

    fn ticket(&mut self, visit: VisitId) -> String {
        self.card(visit).visit.ticket.to_string()
    }

    fn handed(&self) -> Items {
        self.handover_beside(None, true).unwrap().expect("no shift was closed")
    }

    fn handed_words(&self) -> String {
        let mut notes: Vec<_> = self.handed().rows.into_iter().filter_map(|(row, _)| row.item.note).collect();
        notes.sort_by_key(|note| note.id);
        let words: Vec<String> =
            notes.into_iter().map(|note| note.words).filter(|words| !words.is_empty()).collect();
        words.join("\n")
    }

    fn handed_visits(&self) -> Vec<VisitId> {
        let rows = self.handed().rows.into_iter().filter(|(row, _)| row.item.kind == ItemKind::Visit);
        rows.filter_map(|(row, _)| row.item.visit)
            .filter(|visit| visit.stage.is_open())
            .map(|visit| visit.id)
            .collect()
    }
}

/// The refusal of an outcome; `None` when it was done. Any other error fails the test.
pub fn refusal(outcome: Result<Receipt, DeskError>) -> Option<Refusal> {
    match outcome {
        Ok(_) => None,
        Err(DeskError::Refused(refusal)) => Some(refusal),
        Err(DeskError::Store(error)) => panic!("not refused, but failed: {error}"),
    }
}
