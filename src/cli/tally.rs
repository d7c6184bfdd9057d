//! `motcua tally`: the numbers of a span for people and for other programs.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Failure, World, say, show, spans, tell};
use crate::domain::{Span, SpanKind};
use crate::papers::forms::{Form, Forms};
use crate::papers::{self, Format, printable};
use crate::print::{self, Copies, Job, Kind, Options, Outcome, Printer, Target};
use crate::run::sheet_options;
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
    let way = Way::read(world, of)?;
    if format.is_binary() && out.is_none() && !is_printed && std::io::stdout().is_terminal() {
        return Err(lang.pdf_to_terminal().to_owned().into());
    }
    // What is printed is written down, so that the next print says what has changed.
    let store = world.store(if is_printed { Access::Full } else { Access::ReadOnly })?;
    let mut desk = world.desk_over(store)?;
    let span = spans::of(world, &desk, of)?;
    let report = desk.report(span).map_err(|error| world.desk_error(&error))?;
    let asked = of.get_one::<String>("form").map(String::as_str);
    let draw = |format: Format, form: &str| {
        let facts = context(&report, None);
        papers::paper_as(format, &form_in_use(world, form), &report.tally, &facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))
    };
    if is_printed {
        let form = asked.unwrap_or(Format::Pdf.usual_form(span));
        let last = desk.last_print(form, span).map_err(|error| world.desk_error(&error))?;
        let reprint = last.map(|last| reprint(&report, &last));
        let facts = context(&report, reprint.as_ref());
        let document = printable::paper(&form_in_use(world, form), &report.tally, &facts, lang)
            .map_err(|error| Failure(lang.paper_failed(&error.to_string())))?;
        print_now(world, form, span, document, way)?;
        desk.keep_printed(form, &report.tally).map_err(|error| world.desk_error(&error))?;
        if out.is_none() {
            return Ok(());
        }
    }
    hand_out(world, out, &draw(format, asked.unwrap_or(format.usual_form(span)))?)
}

/// The form of that name, the office's own if it has one; what is wrong with that is told, and the built-in one is used.
pub(super) fn form_in_use(world: &World, name: &str) -> Form {
    forms_in_use(world, name).get(name).cloned().unwrap_or_default()
}

/// The forms with the office's own of that name, if it has one and it is sound.
pub(super) fn forms_in_use(world: &World, name: &str) -> Forms {
    let (forms, flaw) = Forms::load_one(Some(&world.folder), name);
    if let Some(flaw) = flaw {
        tell(&format!("motcua: {}\n", world.lang.form_flaw(&flaw)));
    }
    forms
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

fn print_now(world: &World, form: &str, span: Span, document: Vec<u8>, way: Way) -> Result<(), Failure> {
    let name = papers::file_stem(form, span);
    let file_name = format!("{name}.{}", Format::Pdf.extension());
    let Way { target, options } = way;
    let job = Job::pdf(Kind::Tally, format!("motcua-{name}"), file_name, document, world.clock.now());
    let job = Job { target, options, ..job };
    let outcome = print::now(&job, &world.folder, &Printer::of_this_pc());
    let sentence = world.lang.print_outcome(&outcome);
    if matches!(outcome, Outcome::Failed { .. }) {
        return Err(sentence.into());
    }
    say(&sentence);
    Ok(())
}
