//! The event loop: the only user of the terminal.

mod bursts;
mod files;
mod log;
mod prints;
mod stop;
mod terminal;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{self, Event as Incoming};
use ratatui::layout::Size;

use crate::clock::Clock;
use crate::config::{Config, PrintSettings};
use crate::papers::forms;
use crate::print::{JobId, Printer, Spool};
use crate::ui::key::Key;
use crate::ui::{Console, Effect, Event, Pasted, PrintNews};

pub(crate) use prints::{options as sheet_options, printer as printer_line};

/// A desk that fails this often in a row is not worth keeping on the screen.
const MOST_FAULTS: u32 = 3;

/// Runs the console until the person quits or the system asks the program to end.
///
/// # Errors
/// When the terminal cannot be used, or the program has failed several times in a row.
pub fn run(mut console: Console, clock: &Rc<dyn Clock>, folder: &Path) -> anyhow::Result<()> {
    let _log = log::start(folder);
    let stop = stop::Stop::listen()?;
    let mut spool = Spool::start(Printer::of_this_pc(), folder.to_owned(), clock.now());
    let mut terminal = terminal::Session::open()?;
    console.handle(Event::Resize(terminal.size()?));
    let Config { print: settings, typing, letters, .. } = Config::read(folder);
    console.handle(Event::Typing(typing));
    console.handle(Event::Letters(letters));
    let lang = console.lang();
    let told = prints::Told::default();
    if let Some(event) = prints::wrong_settings(&settings, lang) {
        console.handle(event);
    }
    console.handle(Event::PrintSettings(Box::new(settings.clone())));
    let result = Loop { console, clock, folder, spool: &mut spool, settings, told, faults: 0 }
        .turn(&mut terminal, &stop);
    // The terminal first: a slow printer must not leave a dead screen.
    drop(terminal);
    spool.finish();
    result
}

struct Loop<'a> {
    console: Console,
    clock: &'a Rc<dyn Clock>,
    folder: &'a Path,
    spool: &'a mut Spool,
    /// The printers that are chosen.
    settings: PrintSettings,
    /// What the console knows of the jobs.
    told: prints::Told,
    /// How often in a row the program failed.
    faults: u32,
}

impl Loop<'_> {
    fn turn(mut self, terminal: &mut terminal::Session, stop: &stop::Stop) -> anyhow::Result<()> {
        let mut next_tick = self.clock.elapsed() + self.console.wake_in();
        loop {
            let faults = self.faults;
            match catch_unwind(AssertUnwindSafe(|| terminal.draw(&self.console))) {
                Ok(drawn) => drawn?,
                Err(_) => self.faults += 1,
            }
            // The console may owe a long count: what it says of that is on the screen by now.
            next_tick = next_tick.min(self.clock.elapsed() + self.console.wake_in());
            let mut events = terminal_events(next_tick.saturating_sub(self.clock.elapsed()))?;
            if stop.is_asked() {
                return Ok(());
            }
            let now = self.clock.elapsed();
            if now >= next_tick {
                events.push(Event::Tick);
                next_tick = now + self.console.wake_in();
            }
            events.extend(self.print_news());
            for event in events {
                for effect in self.handle(event) {
                    if matches!(effect, Effect::Quit) {
                        return Ok(());
                    }
                    self.perform(effect);
                }
            }
            if self.faults == faults {
                self.faults = 0;
            }
            anyhow::ensure!(self.faults < MOST_FAULTS, "{}", self.console.lang().too_many_faults());
        }
    }

    fn handle(&mut self, event: Event) -> Vec<Effect> {
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
                let exported = forms::export(self.folder, name, false).map_err(|error| error.to_string());
                self.console.handle(Event::FormExported(file, exported));
            }
            Effect::RetryPrint(id) => self.spool.retry(JobId(id)),
            Effect::CancelPrint(id) => self.spool.cancel(JobId(id)),
            Effect::Reprint { id, printer } => drop(self.spool.reprint(JobId(id), printer, now)),
            Effect::AskPrinters => self.spool.ask_printers(),
            Effect::KeepPrintSettings(settings) => {
                self.settings = *settings;
                let print = self.settings.clone();
                if let Err(error) = self.keep(|config| Config { print, ..config }) {
                    let sentence = self.console.lang().printers_not_kept(&error.to_string());
                    self.console.handle(Event::Printed(PrintNews { sentence, went_well: false }));
                }
            }
            Effect::KeepTyping(typing) => {
                let _ = self.keep(|config| Config { typing, ..config });
            }
            Effect::KeepLetters(letters) => {
                let _ = self.keep(|config| Config { letters, ..config });
            }
            Effect::KeepSettings { station, lang } => {
                let _ = self.keep(|config| Config { station, lang, ..config });
            }
            Effect::Quit => {}
        }
    }

    /// Keeps a setting of this PC. The others are read anew: another console of this PC may have changed them since.
    fn keep(&self, change: impl FnOnce(Config) -> Config) -> io::Result<()> {
        let kept = change(Config::read(self.folder)).write(self.folder);
        if let Err(error) = &kept {
            tracing::warn!(%error, "the settings of this PC could not be kept");
        }
        kept
    }
}

/// Waits for an event, then takes all that have come: the screen is drawn once for a burst.
fn terminal_events(wait: Duration) -> std::io::Result<Vec<Event>> {
    let mut incoming = Vec::new();
    if event::poll(wait)? {
        incoming.push(event::read()?);
        while event::poll(Duration::ZERO)? {
            incoming.push(event::read()?);
        }
    }
    let incoming = if cfg!(windows) { bursts::join_pastes(incoming) } else { incoming };
    Ok(incoming
        .into_iter()
        .filter_map(|event| match event {
            Incoming::Key(key) => Key::pressed(key).map(Event::Key),
            Incoming::Paste(text) => Some(Event::Paste(Pasted(text))),
            Incoming::Resize(width, height) => Some(Event::Resize(Size { width, height })),
            Incoming::FocusGained | Incoming::FocusLost | Incoming::Mouse(_) => None,
        })
        .collect())
}
