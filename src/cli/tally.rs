//! `motcua tally`: the numbers of a span for people and for other programs.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::{Failure, World, say, show, spans};
use crate::desk::Desk;
use crate::domain::{Span, SpanKind};
use crate::papers::{self, Format};
use crate::print::{self, Job, Kind, Outcome, Printer};
use crate::store::Access;
use crate::ui::paper::context;
use crate::whole_file;

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    // Before the file is opened: a span that is none is told whatever the file is.
    spans::of_days(world, of, SpanKind::Day)?;
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
    let span = spans::of(world, &desk, of)?;
    let report = desk.report(span).map_err(|error| world.desk_error(&error))?;
    let day_facts = context(&report, &catalogue, None);
    let draw = |format| {
        papers::tally_as(format, &report.tally, &day_facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))
    };
    if is_printed {
        let sheet = papers::tally::sheet(&report.tally, &day_facts, lang);
        let document = papers::printable::document(&sheet)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))?;
        print_now(world, span, document)?;
        if out.is_none() {
            return Ok(());
        }
    }
    hand_out(world, out, &draw(format)?)
}

/// Into a file, or on the output.
pub(super) fn hand_out(world: &World, out: Option<&PathBuf>, bytes: &[u8]) -> Result<(), Failure> {
    match out {
        Some(path) => {
            whole_file::write(path, bytes)
                .map_err(|error| world.lang.out_denied(&show(path), &error.to_string()))?;
            say(&world.lang.out_written(&show(path)));
        }
        // A closed pipe is the reader's choice.
        None => drop(std::io::stdout().write_all(bytes)),
    }
    Ok(())
}

fn print_now(world: &World, span: Span, document: Vec<u8>) -> Result<(), Failure> {
    let title = format!("motcua-{}", papers::span_in_a_name(span));
    let file_name = papers::tally_file_name(span, Format::Pdf);
    let job = Job::pdf(Kind::Tally, title, file_name, document, world.clock.now());
    let outcome = print::now(&job, &world.folder, &Printer::of_this_pc());
    let sentence = world.lang.print_outcome(&outcome);
    if matches!(outcome, Outcome::Failed { .. }) {
        return Err(sentence.into());
    }
    say(&sentence);
    Ok(())
}
