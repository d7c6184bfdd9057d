//! The command line, for people and for other programs.

mod arguments;
mod backup;
mod catalogue;
mod forms;
mod holidays;
mod pin;
mod slips;
mod spans;
mod talk;
mod tally;
mod world;

use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::ArgMatches;

pub use arguments::command;

use crate::clock::SystemClock;
use crate::config::{self, Config};
use crate::demo::{self, DemoPlan};
use crate::desk::Command;
use crate::domain::{Office, StationNo, commune};
use crate::lang::Lang;
use crate::print::{self, Printer};
use crate::run;
use crate::store::Access;
use crate::store::rescue::rescue;
use crate::ui::theme::Theme;
use crate::ui::{Console, Look, PrintNews};
use talk::{Failure, all_got_out, note_lost, put_out, say, show, tell};
use world::World;

/// Refused, or failed: one sentence is on the error output.
const FAILED: u8 = 1;
const WRONG_ARGUMENTS: u8 = 2;

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
        Some(("pin", _)) => pin::remove(&world),
        Some(("check", of)) => match of.get_one::<PathBuf>("save") {
            Some(new) => save(&world, new),
            None => check(&world),
        },
        Some(("backup", of)) => backup::back_up(&world, of),
        Some(("restore", of)) => match backup::restore(world, of) {
            Ok(Some(restored)) => open(restored),
            done => done.map(drop),
        },
        _ => open(world),
    }
    .and_then(|()| all_got_out(lang))
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
