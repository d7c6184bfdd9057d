//! `motcua tally`: the numbers of a span for people and for other programs.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::{Failure, World, say, show, spans, tell};
use crate::desk::Desk;
use crate::domain::{Span, SpanKind};
use crate::papers::forms::{Form, Forms};
use crate::papers::{self, Format};
use crate::print::{self, Job, Kind, Outcome, Printer};
use crate::store::Access;
use crate::ui::paper::{context, reprint};
use crate::whole_file;

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    // Before the file is opened: a span that is none is told whatever the file is.
    spans::of_days(world, of, SpanKind::Day)?;
    let format =
        of.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or(Format::Text);
    let out = of.get_one::<PathBuf>("out");
    let is_printed = of.get_flag("print");
    if format.is_binary() && out.is_none() && !is_printed && std::io::stdout().is_terminal() {
        return Err(lang.pdf_to_terminal().to_owned().into());
    }
    // What is printed is written down, so that the next print says what has changed.
    let store = world.store(if is_printed { Access::Full } else { Access::ReadOnly })?;
    let catalogue = Rc::new(world.catalogue()?);
    let mut desk = Desk::new(store, Rc::clone(&world.clock), Rc::clone(&catalogue), world.config.station);
    let span = spans::of(world, &desk, of)?;
    let report = desk.report(span).map_err(|error| world.desk_error(&error))?;
    let asked = of.get_one::<String>("form").map(String::as_str);
    let draw = |format: Format, form: &str| {
        let facts = context(&report, &catalogue, None);
        papers::paper_as(format, &form_in_use(world, form), &report.tally, &facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))
    };
    if is_printed {
        let form = asked.unwrap_or(Format::Pdf.usual_form(span));
        let last = desk.last_print(form, span).map_err(|error| world.desk_error(&error))?;
        let reprint = last.map(|last| reprint(&report, &last));
        let facts = context(&report, &catalogue, reprint.as_ref());
        let document = papers::printable::paper(&form_in_use(world, form), &report.tally, &facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))?;
        print_now(world, span, document)?;
        desk.keep_printed(form, &report.tally).map_err(|error| world.desk_error(&error))?;
        if out.is_none() {
            return Ok(());
        }
    }
    hand_out(world, out, &draw(format, asked.unwrap_or(format.usual_form(span)))?)
}

/// The form of that name, the office's own if it has one; what is wrong with that is told, and the built-in one is used.
pub(super) fn form_in_use(world: &World, name: &str) -> Form {
    let (forms, flaw) = Forms::load_one(Some(&world.folder), name);
    if let Some(flaw) = flaw {
        tell(&format!("motcua: {}\n", world.lang.form_flaw(&flaw)));
    }
    forms.get(name).cloned().unwrap_or_default()
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
