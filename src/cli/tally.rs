//! `motcua tally`: a day's numbers for people and for other programs.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::{Failure, World, say, show};
use crate::desk::Desk;
use crate::domain::{Day, Span};
use crate::papers::{self, Format};
use crate::print::{self, Copies, Job, Kind, Options, Outcome, Printer, Target};
use crate::run::sheet_options;
use crate::store::Access;
use crate::ui::paper::context;
use crate::whole_file;

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let today = world.clock.now().day();
    let day = of.get_one::<Day>("day").copied().unwrap_or(today);
    if day > today {
        return Err(lang.tally_future().to_owned().into());
    }
    let format =
        of.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or(Format::Text);
    let out = of.get_one::<PathBuf>("out");
    let is_printed = of.get_flag("print");
    let way = Way::read(world, of)?;
    if format == Format::Pdf && out.is_none() && !is_printed && std::io::stdout().is_terminal() {
        return Err(lang.pdf_to_terminal().to_owned().into());
    }
    let store = world.store(Access::ReadOnly)?;
    let catalogue = Rc::new(world.catalogue()?);
    let desk = Desk::new(store, Rc::clone(&world.clock), Rc::clone(&catalogue), world.config.station);
    let report = desk.report(Span::day(day)).map_err(|error| world.desk_error(&error))?;
    let day_facts = context(&report, &catalogue, None);
    let draw = |format| {
        papers::tally_as(format, &report.tally, &day_facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))
    };
    if is_printed {
        print_now(world, day, draw(Format::Pdf)?, way)?;
        if out.is_none() {
            return Ok(());
        }
    }
    let bytes = draw(format)?;
    match out {
        Some(path) => {
            whole_file::write(path, &bytes)
                .map_err(|error| lang.out_denied(&show(path), &error.to_string()))?;
            say(&lang.out_written(&show(path)));
        }
        // A closed pipe is the reader's choice.
        None => drop(std::io::stdout().write_all(&bytes)),
    }
    Ok(())
}

/// Where and how a sheet is printed: as asked for, else as this PC's settings have it.
struct Way {
    target: Target,
    options: Options,
}

impl Way {
    fn read(world: &World, of: &ArgMatches) -> Result<Self, Failure> {
        let settings = &world.config.print;
        let asked = of.get_one::<String>("printer");
        let text = asked.unwrap_or(&settings.report);
        let target = match text.parse() {
            Ok(target) => target,
            // Numbers without paper need no printer: a wrong word in the settings is no reason to keep them back.
            Err(_) if !of.get_flag("print") => Target::default(),
            Err(fault) => return Err(world.lang.target_fault(text, fault).into()),
        };
        let mut options = sheet_options(settings);
        if let Some(copies) = of.get_one::<u8>("copies").copied().and_then(Copies::new) {
            options.copies = copies;
        }
        Ok(Self { target, options })
    }
}

fn print_now(world: &World, day: Day, pdf: Vec<u8>, way: Way) -> Result<(), Failure> {
    let file_name = papers::tally_file_name(day, Format::Pdf);
    let Way { target, options } = way;
    let job = Job::pdf(Kind::Tally, format!("motcua-{day}"), file_name, pdf, world.clock.now());
    let job = Job { target, options, ..job };
    let outcome = print::now(&job, &world.folder, &Printer::of_this_pc());
    let sentence = world.lang.print_outcome(&outcome);
    if matches!(outcome, Outcome::Failed { .. }) {
        return Err(sentence.into());
    }
    say(&sentence);
    Ok(())
}
