//! `motcua tally`: a day's numbers for people and for other programs.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::{Failure, World, say, show};
use crate::desk::Desk;
use crate::domain::{Day, Span};
use crate::papers::{self, Format};
use crate::print::{self, Job, Kind, Outcome, Printer};
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
        let sheet = papers::tally::sheet(&report.tally, &day_facts, lang);
        let document = papers::printable::document(&sheet)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))?;
        print_now(world, day, document)?;
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

fn print_now(world: &World, day: Day, document: Vec<u8>) -> Result<(), Failure> {
    let file_name = papers::tally_file_name(day, Format::Pdf);
    let job = Job::pdf(Kind::Tally, format!("motcua-{day}"), file_name, document, world.clock.now());
    let outcome = print::now(&job, &world.folder, &Printer::of_this_pc());
    let sentence = world.lang.print_outcome(&outcome);
    if matches!(outcome, Outcome::Failed { .. }) {
        return Err(sentence.into());
    }
    say(&sentence);
    Ok(())
}
