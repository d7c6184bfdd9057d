//! The event loop: the only user of the terminal.

#[cfg(any(windows, test))]
mod bursts;
#[cfg(unix)]
mod bytes;
mod copies;
mod files;
mod input;
mod log;
mod news;
mod prints;
mod settings;
mod terminal;
mod waiting;

use std::cell::RefCell;
use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use crate::backup::{self, Keeper};
use crate::clock::{Clock, Stopwatch};
use crate::config::{Config, DATABASE, PrintSettings};
use crate::domain::trouble::Trouble;
use crate::papers::forms;
use crate::print::{Printer, Spool};
use crate::store::caretaker::Caretaker;
use crate::ui::key::Motion;
use crate::ui::{Console, Effect, Event, PrintNews};
use input::Input;
use news::News;
use waiting::Sign;

pub(crate) use prints::options as sheet_options;

/// So soon a window that was closed is told of.
const GONE: Duration = Duration::from_millis(50);

/// When something takes longer than this, whoever goes on typing does not see what for. A disk flushes in a tenth of that.
const BLIND: Duration = Duration::from_millis(500);

/// By so much a flood of keys may put off what is done each second.
const LONGEST_TICK: Duration = Duration::from_secs(1);

/// A desk that fails this often in a row is not worth keeping on the screen.
const MOST_FAULTS: u32 = 3;

/// So often a copy is made of a desk that has written something.
const HOUR: Duration = Duration::from_hours(1);

/// How the console ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Quit,
    /// Somebody wants to go back to this copy: nothing has the desk open now.
    GoBack(PathBuf),
}

/// What a console starts with.
#[derive(Clone, Debug)]
pub struct Start<'a> {
    /// The data folder.
    pub folder: &'a Path,
    /// Whether nobody knows which number this station has.
    pub asks_station: bool,
    /// What came of what was done before the console was opened again.
    pub told: Option<PrintNews>,
}

/// Runs the console until the person quits or the system asks the program to end.
///
/// # Errors
/// When the terminal cannot be used, or the program has failed several times in a row.
pub fn run(mut console: Console, clock: &Rc<dyn Clock>, start: Start<'_>) -> anyhow::Result<Ended> {
    let Start { folder, asks_station, told: told_before } = start;
    let _log = log::start(folder);
    let mut spool = Spool::start(Printer::of_this_pc(), folder.to_owned(), clock.now());
    let terminal = Rc::new(RefCell::new(terminal::Session::open()?));
    let input = Input::open(Stopwatch::beside(clock.as_ref()))?;
    console.handle(Event::Resize(terminal.borrow().size()?));
    let lang = console.lang();
    let found = Config::find(folder);
    let told = settings::told(folder, &found, clock.now(), lang);
    let Config { print: settings, typing, backup, .. } = found.config;
    console.handle(Event::Typing(typing));
    if let Some(news) = told_before {
        console.handle(Event::BackedUp(news));
    }
    if asks_station {
        console.handle(Event::AskStation);
    }
    if let Some(sentences) = told {
        console.handle(Event::SettingsWrong(sentences));
    }
    let jobs_told = prints::Told::default();
    if let Some(event) = prints::wrong_settings(&settings, lang) {
        console.handle(event);
    }
    console.handle(Event::PrintSettings(Box::new(settings.clone())));
    let caretaker = Caretaker::start(&folder.join(DATABASE));
    let keeper = Keeper::start(folder.to_owned());
    console.handle(Event::BackupFolder(backup.clone()));
    let result = Loop {
        console,
        caretaker: caretaker.as_ref(),
        sign: Sign::on(&terminal, clock, lang),
        keeper: &keeper,
        second: backup,
        next_copy: clock.elapsed() + HOUR,
        go_back: None,
        clock,
        folder,
        spool: &mut spool,
        settings,
        told: jobs_told,
        faults: 0,
        still: Default::default(),
    }
    .turn(&terminal, &input);
    // The terminal first: a slow printer must not leave a dead screen.
    drop(terminal);
    if let Some(caretaker) = caretaker {
        caretaker.finish();
    }
    spool.finish();
    drop(keeper);
    result
}

struct Loop<'a> {
    console: Console,
    /// Looks after the file beside the keys.
    caretaker: Option<&'a Caretaker>,
    /// Stands while another program has the file locked.
    sign: Sign,
    clock: &'a Rc<dyn Clock>,
    folder: &'a Path,
    spool: &'a mut Spool,
    /// The printers that are chosen.
    settings: PrintSettings,
    /// What the console knows of the jobs.
    told: prints::Told,
    /// How often in a row the program failed.
    faults: u32,
    keeper: &'a Keeper,
    /// The second folder for copies, as the settings have it.
    second: String,
    /// When the next copy is due.
    next_copy: Duration,
    /// The copy that somebody wants to go back to.
    go_back: Option<PathBuf>,
    /// When the screen last stood still, from when on nobody could know what a key would do, to when.
    still: (Duration, Duration),
}

impl Loop<'_> {
    fn turn(mut self, terminal: &RefCell<terminal::Session>, input: &Input) -> anyhow::Result<Ended> {
        let mut next_tick = self.clock.elapsed() + self.console.wake_in();
        // What came while something was done.
        let mut meanwhile = Vec::new();
        loop {
            let faults = self.faults;
            match catch_unwind(AssertUnwindSafe(|| terminal.borrow_mut().draw(&self.console))) {
                Ok(Ok(())) => {}
                // Whoever closes the window ends the program: that is no fault.
                Ok(Err(_)) if input.says_end_within(GONE) => return Ok(Ended::Quit),
                Ok(failed) => failed?,
                Err(_) => self.faults += 1,
            }
            // The console may owe a long count: what it says of that is on the screen by now.
            next_tick = next_tick.min(self.clock.elapsed() + self.console.wake_in());
            let patience = if meanwhile.is_empty() {
                next_tick.saturating_sub(self.clock.elapsed())
            } else {
                Duration::ZERO
            };
            let mut news = std::mem::take(&mut meanwhile);
            news.extend(input.wait(patience));
            if news.iter().any(|news| matches!(news, News::End)) {
                return Ok(Ended::Quit);
            }
            let mut events = Vec::with_capacity(news.len() + 1);
            for news in news {
                match news {
                    News::Stroke(stroke) => events.push(Event::Stroke(stroke)),
                    News::Paste(text) => events.push(Event::Paste(text)),
                    News::Resized => events.push(Event::Resize(terminal.borrow().size()?)),
                    #[cfg(unix)]
                    News::Aside => {
                        terminal::restore();
                        news::stand_aside()?;
                        terminal.borrow_mut().take_again()?;
                    }
                    #[cfg(unix)]
                    News::Back => terminal.borrow_mut().take_again()?,
                    News::End => return Ok(Ended::Quit),
                }
            }
            events.extend(self.print_news());
            events.extend(self.backup_news());
            let found = self.caretaker.and_then(Caretaker::found);
            events.extend(found.map(|report| Event::LookedThrough(Box::new(report))));
            if self.handle_all(events).is_break() {
                return Ok(self.ended());
            }
            // Keys are older than the second that went by while they waited, but they cannot put it off for long.
            meanwhile = input.wait(Duration::ZERO);
            let now = self.clock.elapsed();
            if now >= next_tick && (meanwhile.is_empty() || now >= next_tick + LONGEST_TICK) {
                if self.handle_all(vec![Event::Tick]).is_break() {
                    return Ok(self.ended());
                }
                self.copy_each_hour(now);
                next_tick = now + self.console.wake_in();
            }
            if self.faults == faults {
                self.faults = 0;
            }
            anyhow::ensure!(self.faults < MOST_FAULTS, "{}", self.console.lang().too_many_faults());
        }
    }

    /// Whether a key came while the screen stood still.
    fn is_blind(&self, event: &Event) -> bool {
        let (from, to) = self.still;
        matches!(event, Event::Stroke(stroke) if stroke.motion != Motion::Released && (from..to).contains(&stroke.at))
    }

    /// Gives events to the console and does what it asks for, until it wants to end.
    fn handle_all(&mut self, events: Vec<Event>) -> ControlFlow<()> {
        for event in events {
            let began = self.clock.elapsed();
            let is_key = matches!(event, Event::Stroke(_) | Event::Paste(_));
            let event = if self.is_blind(&event) { Event::TypedBlind } else { event };
            for effect in self.handle(event) {
                let is_last = matches!(effect, Effect::Quit | Effect::GoBack(_));
                self.perform(effect);
                if is_last {
                    return ControlFlow::Break(());
                }
            }
            let ended = self.clock.elapsed();
            // Who waits for a long count is told so, and may go on.
            if let Some(shown) = self.sign.take() {
                self.still = (shown.min(began + BLIND), ended);
            } else if is_key && ended > began + BLIND {
                self.still = (began + BLIND, ended);
            }
        }
        ControlFlow::Continue(())
    }

    fn handle(&mut self, event: Event) -> Vec<Effect> {
        self.sign.speak(self.console.lang());
        let handled = catch_unwind(AssertUnwindSafe(|| self.console.handle(event)));
        handled.unwrap_or_else(|_| {
            // The transaction was rolled back when the stack was unwound; the hook has logged where it failed.
            self.faults += 1;
            self.console.recover();
            Vec::new()
        })
    }

    /// What the spool has to tell, and where its jobs stand.
    fn print_news(&mut self) -> Vec<Event> {
        let lang = self.console.lang();
        let news = std::iter::from_fn(|| self.spool.try_recv()).filter_map(|news| prints::news(news, lang));
        let mut events: Vec<Event> = news.collect();
        events.extend(self.told.changes(self.spool));
        events
    }

    fn perform(&mut self, effect: Effect) {
        let now = self.clock.now();
        match effect {
            Effect::Print(page) => drop(self.spool.submit(prints::job(*page, &self.settings, now))),
            Effect::KeepFiles(kept) => {
                let kept = files::keep(self.folder, &kept);
                self.console.handle(Event::FilesKept(kept));
            }
            Effect::ExportForm(name) => {
                let file = forms::file_in(self.folder, name).display().to_string();
                let exported = forms::export(self.folder, name, false).map_err(Trouble::from);
                self.console.handle(Event::FormExported(file, exported));
            }
            Effect::RetryPrint(id) => self.spool.retry(id),
            Effect::CancelPrint(id) => self.spool.cancel(id),
            Effect::Reprint { id, printer } => drop(self.spool.reprint(id, printer, now)),
            Effect::AskPrinters => self.spool.ask_printers(),
            Effect::KeepPrintSettings(settings) => {
                self.settings = *settings;
                let print = self.settings.clone();
                if let Err(error) = self.keep(|config| Config { print, ..config }) {
                    let lang = self.console.lang();
                    let sentence = lang.printers_not_kept(lang.trouble(error.into()));
                    self.console.handle(Event::Printed(PrintNews { sentence, went_well: false }));
                }
            }
            Effect::KeepTyping(typing) => {
                let _ = self.keep(|config| Config { typing, ..config });
            }
            Effect::KeepStation(station) => {
                let _ = self.keep(|config| Config { station: Some(station), ..config });
            }
            Effect::KeepLanguage(lang) => {
                let _ = self.keep(|config| Config { lang, ..config });
            }
            Effect::BackUp => self.copy(backup::Why::Asked),
            Effect::BackUpAtClose => self.copy(backup::Why::ShiftClosed),
            Effect::LookThrough => {
                if let Some(caretaker) = self.caretaker {
                    caretaker.look();
                }
            }
            Effect::AskCopies => self.keeper.look(self.second_folder()),
            Effect::KeepBackupFolder(second) => {
                self.second.clone_from(&second);
                let _ = self.keep(|config| Config { backup: second, ..config });
            }
            // The loop ends with it.
            Effect::GoBack(copy) => self.go_back = Some(copy),
            Effect::Quit => {}
        }
    }

    /// What came of the copies that were made or looked for.
    fn backup_news(&mut self) -> Vec<Event> {
        let lang = self.console.lang();
        std::iter::from_fn(|| self.keeper.try_recv()).filter_map(|news| copies::event(news, lang)).collect()
    }

    fn copy(&self, why: backup::Why) {
        self.keeper.make(self.clock.now(), why, self.second_folder());
    }

    fn copy_each_hour(&mut self, now: Duration) {
        if now >= self.next_copy {
            self.next_copy = now + HOUR;
            self.copy(backup::Why::Hour);
        }
    }

    fn second_folder(&self) -> Option<PathBuf> {
        let second = self.second.trim();
        (!second.is_empty()).then(|| PathBuf::from(second))
    }

    fn ended(&self) -> Ended {
        self.go_back.clone().map_or(Ended::Quit, Ended::GoBack)
    }

    /// Keeps a setting of this PC. The others are read anew: another console of this PC may have changed them since.
    fn keep(&self, change: impl FnOnce(Config) -> Config) -> io::Result<()> {
        let kept = change(Config::find(self.folder).config).write(self.folder, self.clock.now());
        if let Err(error) = &kept {
            tracing::warn!(%error, "the settings of this PC could not be kept");
        }
        kept
    }
}
