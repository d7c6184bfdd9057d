//! The files and desks the figures are measured on.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::config::DATABASE;
use motcua::desk::{Command, Desk, NewVisit};
use motcua::domain::queue::QueueRules;
use motcua::domain::{
    AssistId, Catalogue, Code, Day, LeaveReason, Office, Priority, ShiftPart, Stamp, StationNo, VolunteerId,
};
use motcua::lang::Lang;
use motcua::store::{Access, SCHEMA, Store};
use motcua::ui::theme::Theme;
use motcua::ui::{Console, Look};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

use super::years;

/// A clock that stands at ten in the morning.
pub struct StillClock;

impl Clock for StillClock {
    fn now(&self) -> Stamp {
        "2026-11-20".parse::<Day>().unwrap().at(10, 0)
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

pub fn catalogue() -> Rc<Catalogue> {
    static PARSED: OnceLock<Catalogue> = OnceLock::new();
    Rc::new(PARSED.get_or_init(|| Catalogue::built_in().unwrap()).clone())
}

pub fn desk_over(folder: &Path) -> Desk {
    desk_with(folder, catalogue())
}

pub fn desk_with(folder: &Path, catalogue: Rc<Catalogue>) -> Desk {
    let store = Store::open(&folder.join(DATABASE), Access::Full).unwrap();
    Desk::new(store, Rc::new(StillClock), catalogue, StationNo::FIRST)
}

pub fn console(desk: Desk) -> Console {
    let settings = Look { lang: Lang::Vi, theme: Theme::COLOURS };
    Console::new(desk, settings).unwrap()
}

pub fn plain_number() -> Command {
    Command::TakeNumber(NewVisit::plain(Code::new("2.000815")))
}

/// A folder whose office is set up and whose morning shift is open.
pub fn empty() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_over(folder.path());
    let office =
        Office { name: "Trung tâm thử".into(), commune: "11824".into(), team: "Đội thử".into() };
    desk.execute(Command::SetUp { office, volunteers: vec!["Người Thử".into()] }).unwrap();
    let on_duty = vec![VolunteerId(1)];
    desk.execute(Command::OpenShift { part: ShiftPart::Morning, on_duty }).unwrap();
    // The clock stands: nobody can wait for somebody who does not come.
    desk.execute(Command::SetQueueRules(QueueRules { patience: 0, ..QueueRules::default() })).unwrap();
    folder
}

/// A day with that many visits: most of them done, some gone, twenty waiting, one being served.
pub fn busy_day(visits: usize) -> (TempDir, Desk) {
    let folder = empty();
    let mut desk = desk_over(folder.path());
    let mut done = |command| desk.execute(command).unwrap().visit.unwrap();
    for number in 0..visits {
        done(plain_number());
        if number < visits - 20 {
            let visit = done(Command::CallNext(None));
            if number % 15 == 0 {
                done(Command::Leave { visit, why: LeaveReason::NoShow });
            } else {
                done(Command::Appear(visit));
                done(Command::Finish(visit));
            }
        }
    }
    let visit = done(Command::CallNext(None));
    done(Command::Appear(visit));
    (folder, desk)
}

/// A day with that many visits, all of them waiting, a quarter in the priority lane: ten times the busiest desk.
pub fn full_room(visits: usize) -> (TempDir, Desk) {
    let folder = empty();
    let mut desk = desk_over(folder.path());
    for number in 0..visits {
        let priority = number.is_multiple_of(4).then_some(Priority::Elderly);
        let new = NewVisit { priority, ..NewVisit::plain(Code::new("2.000815")) };
        desk.execute(Command::TakeNumber(new)).unwrap();
    }
    (folder, desk)
}

/// Something the party in hand is being helped with.
pub fn assist_in_hand(desk: &mut Desk) -> AssistId {
    desk.load().unwrap().in_hand().unwrap().assists[0].id
}

/// The folder with 500,000 visits, made at the first use.
pub fn large() -> PathBuf {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.join(format!("500000-visits-schema-{SCHEMA}"));
    if !folder.exists() {
        let making = target.join("500000-visits.partial");
        let _ = std::fs::remove_dir_all(&making);
        std::fs::create_dir_all(&making).unwrap();
        years::make(&making);
        std::fs::rename(making, &folder).unwrap();
    }
    folder
}

/// A day of the last month that the large file has whole.
pub const LAST_FULL_MONTH: &str = "2026-10-15";

/// A day of its last whole year.
pub const LAST_FULL_YEAR: &str = "2025-06-15";

/// The last day of a file that has visits.
pub fn last_day(store: &Store) -> Day {
    let mut day = StillClock.now().day();
    while store.facts(day, day.at(23, 59)).unwrap().visits.is_empty() {
        day = day.minus_days(1);
    }
    day
}

/// Everything from the start of the program to the first frame, but for the process itself.
pub fn first_frame(folder: &Path) {
    let catalogue = Rc::new(motcua::domain::Catalogue::built_in().unwrap());
    let store = Store::open(&folder.join(DATABASE), Access::Full).unwrap();
    let desk = Desk::new(store, Rc::new(StillClock), catalogue, StationNo::FIRST);
    let console = console(desk);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| console.render(frame)).unwrap();
}
