//! The keystroke harness: a console over a temporary file, a clock turned by hand, a screen that is kept, and a printer
//! that keeps its pages. No sleeps, no threads, no environment.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use motcua::clock::Clock;
use motcua::desk::Desk;
use motcua::domain::tally::Tally;
use motcua::domain::{ShiftPart, StationNo};
use motcua::lang::Lang;
use motcua::papers::forms;
use motcua::print::Outcome;
use motcua::store::{Access, Store};
use motcua::ui::key::{Key, Stroke};
use motcua::ui::keymap::Place;
use motcua::ui::prints::Page;
use motcua::ui::theme::Theme;
use motcua::ui::{Console, Effect, Event, Look, Pasted, PrintNews};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use crate::world::{Says, World, catalogue, open_shift};

/// The time between two keys of a person who is not in a hurry: no key is taken for one that is held down.
const BETWEEN_KEYS: Duration = Duration::from_secs(1);

/// How long a key may be kept back, to see whether it is one of many.
const KEPT_BACK: Duration = Duration::from_millis(60);

/// One console and its screen.
pub struct Scene {
    world: Rc<World>,
    station: u8,
    settings: Look,
    console: Option<Console>,
    /// Drawn when somebody looks: most of a test's time would go into pictures that nobody sees.
    terminal: RefCell<Terminal<TestBackend>>,
    is_drawn: Cell<bool>,
    pages: Vec<Page>,
    asked: Vec<Effect>,
    files: Vec<(String, Vec<u8>)>,
    kept_station: Option<StationNo>,
    kept_lang: Option<Lang>,
    has_quit: bool,
}

/// Minutes to let pass.
pub fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

/// A console on an empty folder: the first start.
pub fn first_start() -> Scene {
    Scene::over(Rc::new(World::empty()), 1)
}

/// A console on a folder where the office is set up and no shift is open, at half past seven.
pub fn office() -> Scene {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    Scene::over_bytes(FILE.get_or_init(|| bytes_of(&World::set_up())))
}

/// A console with the morning shift open, at half past seven: the plain beginning of most journeys.
pub fn desk() -> Scene {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    Scene::over_bytes(FILE.get_or_init(|| bytes_of(&World::open())))
}

/// The same desk at another moment, at which its file begins.
pub fn desk_from(moment: &str) -> Scene {
    let world = World::set_up_at(moment);
    world.desk(1).does(open_shift(ShiftPart::Morning));
    Scene::over(Rc::new(world), 1)
}

/// The file of a world that nobody has open. Most scenes begin alike: one is played, the others begin with a copy.
fn bytes_of(world: &World) -> Vec<u8> {
    fs::read(world.file()).unwrap()
}

impl Scene {
    /// A console over a copy of a file that nobody has open.
    pub fn over_bytes(bytes: &[u8]) -> Self {
        let world = World::empty();
        fs::write(world.file(), bytes).unwrap();
        Self::over(Rc::new(world), 1)
    }

    fn over(world: Rc<World>, station: u8) -> Self {
        let mut scene = Self {
            world,
            station,
            settings: Look { lang: Lang::Vi, theme: Theme::COLOURS },
            console: None,
            terminal: RefCell::new(Terminal::new(TestBackend::new(80, 24)).unwrap()),
            is_drawn: Cell::new(false),
            pages: Vec::new(),
            asked: Vec::new(),
            files: Vec::new(),
            kept_station: None,
            kept_lang: None,
            has_quit: false,
        };
        scene.start();
        scene
    }

    /// As the program does it: names of earlier days go first.
    fn start(&mut self) {
        let mut desk = self.world.desk(self.station);
        desk.erase_old_names().unwrap();
        let mut console = Console::new(desk, self.settings).unwrap();
        console.handle(Event::Resize(self.terminal.borrow().size().unwrap()));
        self.console = Some(console);
        self.is_drawn.set(false);
    }

    /// The console of another station on the same file, with the same clock.
    pub fn station(&self, station: u8) -> Self {
        Self::over(Rc::clone(&self.world), station)
    }

    /// Turns the clock to a moment; the screen follows with the next tick, which comes at once.
    pub fn at(&mut self, moment: &str) -> &mut Self {
        self.world.clock.set(moment);
        self.tick()
    }

    /// The language it starts with.
    pub fn lang(&mut self, lang: Lang) -> &mut Self {
        self.settings.lang = lang;
        self.reopened()
    }

    /// Without colours, as under `NO_COLOR`.
    pub fn plain(&mut self) -> &mut Self {
        self.settings.theme = Theme::PLAIN;
        self.reopened()
    }

    /// Gives the window another size.
    pub fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.get_mut().backend_mut().resize(width, height);
        self.event(Event::Resize(Size { width, height }))
    }

    /// Presses the keys of a script one after the other, a second between them.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for key in parsed(script) {
            self.world.clock.pass(BETWEEN_KEYS);
            self.press(key);
            self.settle();
        }
        self
    }

    /// What the event loop does of itself: it wakes at once while the console owes a long count, and soon while a key is
    /// kept back.
    fn settle(&mut self) {
        let soon = self.console().wake_in();
        if soon <= KEPT_BACK {
            self.after(soon);
        }
    }

    /// Presses one key, a second after the last.
    pub fn keys_of(&mut self, key: Key) -> &mut Self {
        self.world.clock.pass(BETWEEN_KEYS);
        self.press(key);
        self.settle();
        self
    }

    /// Presses keys with no time between them: a held key, a double press, an input method.
    pub fn burst(&mut self, script: &str) -> &mut Self {
        for key in parsed(script) {
            self.press(key);
        }
        self
    }

    /// Types letters as they are, so that loose marks and signs need no script.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(Key::letter(letter));
        }
        self
    }

    /// A key comes now, from a terminal that says no more of it.
    fn press(&mut self, key: Key) -> &mut Self {
        let at = self.world.clock.elapsed();
        self.event(Event::Stroke(Stroke::typed(key, at)))
    }

    /// Pastes.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(Pasted(text.to_owned())))
    }

    /// A second goes by: other stations' work and a new day are looked for.
    pub fn tick(&mut self) -> &mut Self {
        self.event(Event::Tick)
    }

    /// Lets time pass, and the console notice it.
    pub fn after(&mut self, time: Duration) -> &mut Self {
        self.world.clock.pass(time);
        self.tick()
    }

    /// Ends the program and starts it again on the same file.
    pub fn reopened(&mut self) -> &mut Self {
        self.console = None;
        self.start();
        self
    }

    /// The power fails and comes back: what is on the disk is all there is.
    pub fn power_fails(&mut self) -> &mut Self {
        let log = self.world.file().with_extension("sqlite-wal");
        let kept = [self.world.file(), log].map(|path| (fs::read(&path).unwrap_or_default(), path));
        self.console = None;
        for (bytes, path) in kept {
            fs::write(path, bytes).unwrap();
        }
        self.start();
        self
    }

    /// One event, what the event loop would do for it, and the screen drawn anew.
    pub fn event(&mut self, event: Event) -> &mut Self {
        let effects = self.console_mut().handle(event);
        for effect in effects {
            match effect {
                // What becomes of a slip a test tells by itself.
                Effect::Print(page) if page.about.is_some() => self.pages.push(*page),
                Effect::Print(page) => {
                    let path = PathBuf::from(format!("papers/{}", page.file_name));
                    self.pages.push(*page);
                    let lang = self.console().lang();
                    let sentence = lang.print_outcome(&Outcome::Saved { path });
                    self.console_mut().handle(Event::Printed(PrintNews { sentence, went_well: true }));
                }
                Effect::KeepStation(station) => {
                    self.kept_station = Some(station);
                    self.station = station.number();
                }
                Effect::KeepLanguage(lang) => {
                    self.kept_lang = Some(lang);
                    self.settings.lang = lang;
                }
                Effect::KeepFiles(files) => {
                    self.files.extend(files);
                    self.console_mut().handle(Event::FilesKept(Ok("papers".to_owned())));
                }
                Effect::ExportForm(name) => {
                    let folder = self.world.folder();
                    let file = forms::file_in(folder, name).display().to_string();
                    let exported =
                        forms::export(folder, name, false).map_err(motcua::domain::trouble::Trouble::from);
                    self.console_mut().handle(Event::FormExported(file, exported));
                }
                Effect::Quit => self.has_quit = true,
                // What becomes of these a test tells by itself.
                other => self.asked.push(other),
            }
        }
        self.is_drawn.set(false);
        self
    }

    /// Tells the console that something failed inside it.
    pub fn fails(&mut self) -> &mut Self {
        self.console_mut().recover();
        self.is_drawn.set(false);
        self
    }

    /// The same state drawn on an empty screen.
    pub fn redrawn(&mut self) -> &mut Self {
        self.terminal.get_mut().clear().unwrap();
        self.is_drawn.set(false);
        self
    }

    /// Draws what is to be seen now, unless it was seen already.
    pub fn draw(&self) {
        if !self.is_drawn.replace(true) {
            let console = self.console.as_ref().unwrap();
            self.terminal.borrow_mut().draw(|frame| console.render(frame)).unwrap();
        }
    }

    /// The console.
    pub fn console(&self) -> &Console {
        self.console.as_ref().unwrap()
    }

    fn console_mut(&mut self) -> &mut Console {
        self.console.as_mut().unwrap()
    }

    /// Where the next key goes.
    pub fn place(&self) -> Place {
        self.console().place()
    }

    /// The world it plays in.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The cells of the screen.
    pub fn buffer(&self) -> Buffer {
        self.draw();
        self.terminal.borrow().backend().buffer().clone()
    }

    /// Where the terminal's cursor stands, and whether it is shown is not known to the test's terminal.
    pub fn cursor(&self) -> Position {
        self.draw();
        self.terminal.borrow_mut().get_cursor_position().unwrap()
    }

    /// The screen as text, without the spaces at the ends of its lines.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width).max(1);
        let mut text = String::new();
        for row in buffer.content.chunks(width) {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            writeln!(text, "{}", line.trim_end()).unwrap();
        }
        text
    }

    /// A line of the screen shows this.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        assert!(self.shows(words), "the screen does not show «{words}»:\n{}", self.screen());
        self
    }

    /// No line of the screen shows this.
    #[track_caller]
    pub fn sees_not(&mut self, words: &str) -> &mut Self {
        assert!(!self.shows(words), "the screen shows «{words}»:\n{}", self.screen());
        self
    }

    /// Whether a line of the screen shows this.
    pub fn shows(&self, words: &str) -> bool {
        self.screen().lines().any(|line| line.contains(words))
    }

    /// Lines of the screen show these, from top to bottom.
    #[track_caller]
    pub fn sees_in_order(&mut self, words: &[&str]) -> &mut Self {
        let screen = self.screen();
        let mut lines = screen.lines();
        for one in words {
            assert!(lines.any(|line| line.contains(one)), "«{one}» is not in its place in:\n{screen}");
        }
        self
    }

    /// The next key goes there.
    #[track_caller]
    pub fn is_in(&mut self, place: Place) -> &mut Self {
        assert_eq!(self.place(), place, "\n{}", self.screen());
        self
    }

    /// The tally of the clock's day.
    pub fn tally(&self) -> Tally {
        self.looking().tally(self.world.clock.day()).unwrap()
    }

    /// The pages that were printed, the oldest first.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// What else was asked of the event loop since the last call.
    pub fn asked(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.asked)
    }

    /// The files that were kept, the oldest first.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }

    /// The station that is saved for the next start.
    pub fn kept_station(&self) -> Option<StationNo> {
        self.kept_station
    }

    /// The language that is saved for the next start.
    pub fn kept_lang(&self) -> Option<Lang> {
        self.kept_lang
    }

    /// Whether the program has ended.
    pub fn has_quit(&self) -> bool {
        self.has_quit
    }

    /// How many entries the journal of the clock's day has: what was done, and not what was only shown.
    pub fn deeds(&self) -> usize {
        self.looking().journal(self.world.clock.day(), 10_000).unwrap().len()
    }

    /// A desk over the file as it is on the disk, which only looks.
    fn looking(&self) -> Desk {
        let store = Store::open(&self.world.file(), Access::ReadOnly).unwrap();
        let station = StationNo::new(self.station).unwrap();
        Desk::new(store, self.world.clock.clone(), catalogue(), station)
    }

    /// Nothing is wrong with the file, and the day's numbers come out even.
    #[track_caller]
    pub fn is_sound(&mut self) -> &mut Self {
        let report = Store::open(&self.world.file(), Access::ReadOnly).unwrap().check().unwrap();
        assert!(report.is_sound(), "{:#?}\n{}", report.findings, self.screen());
        let proof = self.tally().proof;
        assert!(proof.holds(), "{proof:?}\n{}", self.screen());
        self
    }
}

fn parsed(script: &str) -> Vec<Key> {
    Key::script(script).unwrap_or_else(|name| panic!("no key is called <{name}>"))
}
