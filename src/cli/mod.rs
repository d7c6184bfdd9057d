//! The command line, for people and for other programs.

mod arguments;
mod backup;
mod catalogue;
mod forms;
mod holidays;
mod slips;
mod spans;
mod tally;

use std::cell::{Cell, RefCell};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::ArgMatches;

pub use arguments::command;

use crate::backup::Hold;
use crate::clock::{self, Clock, SystemClock};
use crate::config::{self, Config, DATABASE, Found};
use crate::demo::{self, DemoPlan};
use crate::desk::{Command, Desk};
use crate::domain::trouble::Trouble;
use crate::domain::{Catalogue, Office, Stamp, StationNo, commune};
use crate::lang::Lang;
use crate::print::{self, Printer};
use crate::run;
use crate::store::rescue::rescue;
use crate::store::{Access, Store};
use crate::ui::theme::Theme;
use crate::ui::{Console, Look, PrintNews};

/// Refused, or failed: one sentence is on the error output.
const FAILED: u8 = 1;
const WRONG_ARGUMENTS: u8 = 2;

/// A sentence for the person at the command line.
#[derive(Debug)]
pub struct Failure(pub String);

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

/// What every command needs to know.
struct World {
    folder: PathBuf,
    /// What the settings file said, and what is wrong with it.
    found: Found,
    lang: Lang,
    /// The number that was asked for, or the one of the settings.
    station: Option<StationNo>,
    clock: Rc<dyn Clock>,
    /// Held while this program may write: nobody replaces the desk's file then.
    hold: RefCell<Option<Hold>>,
}

/// Runs the program: reads the arguments, does what they say, and answers with the exit code.
///
/// 0 done; 1 refused or failed, with one sentence on the error output; 2 wrong arguments.
pub fn main(arguments: Vec<std::ffi::OsString>) -> ExitCode {
    let lang = arguments::language(&arguments);
    let matches = match command(lang.unwrap_or_default()).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let is_wrong = error.use_stderr();
            note_lost(error.print().err());
            return if is_wrong {
                ExitCode::from(WRONG_ARGUMENTS)
            } else {
                ended(all_got_out(lang.unwrap_or_default()))
            };
        }
    };
    ended(dispatch(&matches, lang))
}

/// The exit code, and the sentence for one that is not 0.
fn ended(done: Result<(), Failure>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentence)) => {
            #[allow(clippy::print_stderr, reason = "the command line speaks to the person here")]
            {
                eprintln!("motcua: {sentence}");
            }
            ExitCode::from(FAILED)
        }
    }
}

fn dispatch(matches: &ArgMatches, lang: Option<Lang>) -> Result<(), Failure> {
    if let Some(("completions", of)) = matches.subcommand() {
        if let Some(shell) = of.get_one::<clap_complete::Shell>("shell") {
            let lang = lang.unwrap_or_default();
            // It unwraps what a stream answers; memory takes everything.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command(lang), "motcua", &mut script);
            put_out(lang, &script)?;
        }
        return Ok(());
    }
    let folder = config::data_folder(matches.get_one::<PathBuf>("data").map(PathBuf::as_path))
        .ok_or_else(|| lang.unwrap_or_default().no_folder().to_owned())?;
    let found = Config::find(&folder);
    let lang = lang.unwrap_or(found.config.lang);
    let station = matches.get_one::<StationNo>("station").copied().or(found.config.station);
    let clock = Rc::new(SystemClock::new());
    let world = World { folder, found, lang, station, clock, hold: RefCell::default() };
    if matches.subcommand().is_some()
        && let Some(sentences) = lang.settings_told(&world.found, None)
    {
        tell(&format!("motcua: {sentences}\n"));
    }
    match matches.subcommand() {
        Some(("init", of)) => init(&world, of),
        Some(("demo", of)) => run_demo(world, of),
        Some(("tally", of)) => tally::run(&world, of),
        Some(("printers", _)) => printers(&world),
        Some(("forms", of)) => forms::run(&world, of),
        Some(("catalogue", of)) => catalogue::run(&world, of),
        Some(("holidays", of)) => holidays::run(&world, of),
        Some(("merge", of)) => tally::merge(&world, of),
        Some(("check", of)) => match of.get_one::<PathBuf>("save") {
            Some(new) => save(&world, new),
            None => check(&world),
        },
        Some(("backup", of)) => backup::back_up(&world, of),
        Some(("restore", of)) => backup::restore(world, of),
        _ => open(world),
    }
    .and_then(|()| all_got_out(lang))
}

impl World {
    /// The folder, made when it is not there.
    fn make_folder(&self) -> Result<(), Failure> {
        config::make_folder(&self.folder).map_err(|error| {
            Failure(
                self.lang.folder_denied(&self.folder.display().to_string(), self.lang.trouble(error.into())),
            )
        })
    }

    fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    fn store(&self, access: Access) -> Result<Store, Failure> {
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
    fn anew(self) -> Self {
        let found = Config::find(&self.folder);
        Self { station: found.config.station, found, hold: RefCell::default(), ..self }
    }

    /// The catalogue that came with the program.
    fn built_in(&self) -> Result<Rc<Catalogue>, Failure> {
        Catalogue::built_in().map(Rc::new).map_err(|flaw| Failure(self.lang.flaw(&flaw)))
    }

    /// The catalogue in use where there is a desk, else the built-in one: nothing is written.
    fn catalogue_as_it_is(&self) -> Result<Rc<Catalogue>, Failure> {
        if !self.database().exists() {
            return self.built_in();
        }
        self.looking()?.catalogue_now().map_err(|error| self.desk_error(&error))
    }

    /// The time at the desk, where there is one to ask: the PC's clock may be wrong.
    fn now(&self) -> Stamp {
        let desk = self.database().exists().then(|| self.looking().ok()).flatten();
        desk.and_then(|desk| desk.now().ok()).unwrap_or_else(|| self.clock.now())
    }

    /// A desk that only looks.
    fn looking(&self) -> Result<Desk, Failure> {
        self.desk_over(self.store(Access::ReadOnly)?)
    }

    /// A desk that writes.
    fn desk(&self) -> Result<Desk, Failure> {
        self.make_folder()?;
        self.desk_over(self.store(Access::Full)?)
    }

    fn desk_over(&self, store: Store) -> Result<Desk, Failure> {
        let desk = Desk::new(
            store,
            Rc::clone(&self.clock),
            self.built_in()?,
            self.station.unwrap_or(StationNo::FIRST),
        );
        Ok(desk.made_on(clock::made()))
    }

    /// Station and language of this PC go with its first set-up.
    fn keep_station(&self, station: StationNo) -> Result<(), Failure> {
        let config = Config { station: Some(station), lang: self.lang, ..self.found.config.clone() };
        config.write(&self.folder, self.clock.now()).map_err(|error| {
            Failure(self.lang.folder_denied(&show(&self.folder), self.lang.trouble(error.into())))
        })
    }

    fn desk_error(&self, error: &crate::desk::DeskError) -> Failure {
        Failure(match error {
            crate::desk::DeskError::Refused(refusal) => self.lang.refusal(refusal),
            crate::desk::DeskError::Store(error) => self.lang.store_error(error),
        })
    }
}

/// Opens the console, and once more each time that somebody went back to a copy there.
fn open(mut world: World) -> Result<(), Failure> {
    let mut told = None;
    while let run::Ended::GoBack(copy) = open_once(&world, told)? {
        world.hold.take();
        // What came of it is told where it was asked for.
        let gone_back = backup::go_back(&world, &copy);
        let went_well = gone_back.is_ok();
        let sentence = gone_back.unwrap_or_else(|Failure(sentence)| sentence);
        told = Some(PrintNews { sentence, went_well });
        world = world.anew();
    }
    Ok(())
}

fn open_once(world: &World, told: Option<PrintNews>) -> Result<run::Ended, Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(world.lang.no_terminal().to_owned().into());
    }
    let mut desk = world.desk()?;
    desk.erase_old_names().map_err(|error| world.desk_error(&error))?;
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if no_colour { Theme::PLAIN } else { Theme::COLOURS };
    let settings = Look { lang: world.lang, theme };
    let console = Console::new(desk, settings).map_err(|error| world.desk_error(&error))?;
    let clock = console.clock();
    let start = run::Start { folder: &world.folder, asks_station: world.station.is_none(), told };
    run::run(console, &clock, start).map_err(|error| Failure(error.to_string()))
}

/// Fills an empty folder with made-up days.
fn run_demo(world: World, of: &ArgMatches) -> Result<(), Failure> {
    let number = |name: &str, otherwise: u32| of.get_one::<u32>(name).copied().unwrap_or(otherwise);
    let seed = of.get_one::<u64>("seed").copied().unwrap_or(1);
    let plan = DemoPlan { days: number("days", 10), per_day: number("per-day", 120), seed };
    world.make_folder()?;
    let catalogue = world.built_in()?;
    let is_shown = std::io::stderr().is_terminal();
    let mut progress = |done: u32| {
        if is_shown {
            tell(&format!("\r{}", world.lang.demo_day(done, plan.days)));
        }
    };
    let report = demo::create(&world.database(), &catalogue, plan, world.clock.now(), &mut progress)
        .map_err(|error| Failure(world.lang.demo_error(&error)))?;
    if is_shown {
        tell("\r");
    }
    say(&world.lang.demo_report(&report));
    let station = world.station.unwrap_or(StationNo::FIRST);
    world.keep_station(station)?;
    if of.get_flag("no-open") { Ok(()) } else { open(World { station: Some(station), ..world }) }
}

/// `motcua init`: sets up without questions.
fn init(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let text = |name: &str| of.get_one::<String>(name).cloned().unwrap_or_default();
    let code = text("commune");
    if commune::of_code(&code).is_none() {
        return Err(world.lang.unknown_commune(&code).into());
    }
    let office = Office { name: text("office"), commune: code, team: text("team") };
    let volunteers = of.get_many::<String>("volunteer").unwrap_or_default().cloned().collect();
    let mut desk = world.desk()?;
    let model = desk.load().map_err(|error| world.desk_error(&error))?;
    if model.office.is_some() {
        return Err(world.lang.already_set_up(&show(&world.folder)).into());
    }
    desk.execute(Command::SetUp { office, volunteers }).map_err(|error| world.desk_error(&error))?;
    world.keep_station(world.station.unwrap_or(StationNo::FIRST))?;
    say(&world.lang.set_up_done(&show(&world.folder)));
    Ok(())
}

/// `motcua printers`: the printers of this PC, and the ones that are chosen.
fn printers(world: &World) -> Result<(), Failure> {
    let lang = world.lang;
    let cards = print::queues(&Printer::of_this_pc())
        .map_err(|fault| lang.printers_unknown(&lang.print_fault(&fault)))?;
    if cards.is_empty() {
        say(lang.printers_none());
    }
    for card in cards {
        say(&lang.printer_line(&card));
    }
    for line in lang.printers_chosen(&world.found.config.print) {
        say(&line);
    }
    Ok(())
}

/// Checks the file and what it says.
fn check(world: &World) -> Result<(), Failure> {
    let store = world.store(Access::ReadOnly)?;
    let report = store.check().map_err(|error| Failure(world.lang.store_error(&error)))?;
    let lines = world.lang.check_report(&report);
    if report.is_sound() {
        for line in lines {
            say(&line);
        }
        return Ok(());
    }
    Err(Failure(lines.join("\n        ")))
}

/// `motcua check --save`: what can be read of the file goes into a new one.
fn save(world: &World, new: &Path) -> Result<(), Failure> {
    let saved =
        rescue(&world.database(), new).map_err(|error| Failure(world.lang.rescue_error(&error, new)))?;
    for line in world.lang.rescued(&saved, new) {
        say(&line);
    }
    Ok(())
}

/// A line on the output.
#[allow(clippy::print_stdout, reason = "the command line answers here")]
fn say(line: &str) {
    use std::io::Write;
    note_lost(writeln!(std::io::stdout(), "{line}").err());
}

thread_local! {
    /// Why something that was said did not get out, if anything.
    static LOST: Cell<Option<Trouble>> = const { Cell::new(None) };
}

/// Remembers that what was said is lost. A closed pipe is the reader's choice.
fn note_lost(error: Option<std::io::Error>) {
    if let Some(error) = error.filter(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        LOST.set(Some(error.into()));
    }
}

/// That everything that was said got out.
fn all_got_out(lang: Lang) -> Result<(), Failure> {
    use std::io::Write;
    note_lost(std::io::stdout().flush().err());
    match LOST.take() {
        Some(trouble) => Err(lang.output_denied(lang.trouble(trouble)).into()),
        None => Ok(()),
    }
}

/// A whole text or file on the output.
fn put_out(lang: Lang, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::{ErrorKind, Write};
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        // A closed pipe is the reader's choice.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(lang.output_denied(lang.trouble(error.into())).into())
        }
        _ => Ok(()),
    }
}

/// What a person types after a question on the terminal.
fn ask(question: &str) -> String {
    use std::io::BufRead;
    tell(question);
    let mut answer = String::new();
    let _ = std::io::stdin().lock().read_line(&mut answer);
    answer
}

/// Whether an answer is a yes in one of the two languages; anything else is a no.
fn is_yes(answer: &str) -> bool {
    matches!(crate::domain::fold::fold(answer.trim()).as_str(), "c" | "co" | "y" | "yes")
}

/// Progress, on the error output.
fn tell(text: &str) {
    use std::io::Write;
    let mut error = std::io::stderr();
    let _ = write!(error, "{text}").and_then(|()| error.flush());
}

fn show(path: &Path) -> String {
    path.display().to_string()
}
