//! `motcua tally` and `motcua merge`: the numbers of a span, of one desk or several, for people and other programs.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use super::spans;
use super::talk::{Failure, put_out, say, show, tell};
use super::world::World;
use crate::config::DATABASE;
use crate::desk;
use crate::domain::printer::Target;
use crate::domain::printing::{Copies, Options, PaperKind};
use crate::domain::{Span, SpanKind};
use crate::lang::Lang;
use crate::papers::forms::{Form, Forms};
use crate::papers::{self, Format, printable};
use crate::print::{self, Job, Outcome, Printer};
use crate::run::sheet_options;
use crate::store::Access;
use crate::whole_file;

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let is_printed = of.get_flag("print");
    // Who only looks opens the file once, also for the time.
    let looked = (!is_printed && world.database().exists()).then(|| world.looking());
    let now = match &looked {
        Some(Ok(desk)) => desk.now().unwrap_or_else(|_| world.clock.now()),
        _ => world.now(),
    };
    // A span that is none is told whatever the file is.
    let days = spans::of_days(world, of, now.day(), SpanKind::Day)?;
    let format =
        of.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or(Format::Text);
    let out = of.get_one::<PathBuf>("out");
    let way = Way::read(world, of)?;
    if format.is_binary() && out.is_none() && !is_printed && std::io::stdout().is_terminal() {
        return Err(lang.pdf_to_terminal().to_owned().into());
    }
    // What is printed is written down, so that the next print says what has changed.
    let mut desk = match looked {
        Some(desk) => desk?,
        None => world.desk_over(if is_printed { Access::Full } else { Access::ReadOnly })?,
    };
    let span = spans::of(world, &desk, of, days)?;
    let report = desk.report(span).map_err(|error| world.desk_error(&error))?;
    let asked = of.get_one::<String>("form").map(String::as_str);
    let draw = |format: Format, form: &str| {
        papers::paper_as(format, &form_in_use(world, form), &report, lang)
            .map_err(|error| undrawn(lang, &error))
    };
    if is_printed {
        let form = asked.unwrap_or(Format::Pdf.usual_form(span));
        let last = desk.last_print(form, span).map_err(|error| world.desk_error(&error))?;
        let printed = last.map(|last| report.printed_again(&last));
        let printed = printed.as_ref().unwrap_or(&report);
        let document = printable::paper(&form_in_use(world, form), printed, lang)
            .map_err(|error| undrawn(lang, &error))?;
        let outcome = print_now(world, form, span, document, way);
        // A file is no paper: the first print of it is still to come.
        if matches!(outcome, Outcome::Printed { .. } | Outcome::Waits { .. }) {
            desk.keep_printed(form, span, &report.tally.numbers())
                .map_err(|error| world.desk_error(&error))?;
        }
        let sentence = lang.print_outcome(&outcome);
        match outcome {
            Outcome::Failed { .. } => return Err(sentence.into()),
            // Whoever asked for paper has none.
            Outcome::Waits { words, .. } if !words.is_empty() => return Err(sentence.into()),
            _ => say(&sentence),
        }
        if out.is_none() {
            return Ok(());
        }
    }
    hand_out(world, out, &draw(format, asked.unwrap_or(format.usual_form(span)))?)
}

/// `motcua merge`: the figures of several desks as one tally.
pub(super) fn merge(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let span = spans::of_days(world, of, world.now().day(), SpanKind::Month)?;
    let format =
        of.get_one::<String>("format").and_then(|name| Format::from_name(name)).unwrap_or(Format::Text);
    let out = of.get_one::<PathBuf>("out");
    if format.is_binary() && out.is_none() && std::io::stdout().is_terminal() {
        return Err(lang.merge_pdf_to_terminal().to_owned().into());
    }
    // Of a folder its file is meant.
    let in_folder = |path: &PathBuf| if path.is_dir() { path.join(DATABASE) } else { path.clone() };
    let files: Vec<PathBuf> = of.get_many::<PathBuf>("file").unwrap_or_default().map(in_folder).collect();
    let catalogue = world.catalogue_as_it_is()?;
    let report = desk::merge::report(&files, span, world.now(), &catalogue)
        .map_err(|error| Failure(lang.merge_error(&error)))?;
    let Some(report) = report else { return Err(lang.merge_nothing().to_owned().into()) };
    let form = of.get_one::<String>("form").map_or(format.usual_form(span), String::as_str);
    let form = form_in_use(world, form);
    let bytes = papers::paper_as(format, &form, &report, lang).map_err(|error| undrawn(lang, &error))?;
    // On the error output, so that what another program reads stays whole.
    for line in lang.merged(&report.sources, span) {
        tell(&format!("{line}\n"));
    }
    hand_out(world, out, &bytes)
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

/// That a paper cannot be drawn: a fault of this program, of which a person cannot make anything.
pub(super) fn undrawn(lang: Lang, error: &(dyn std::error::Error + 'static)) -> Failure {
    tracing::error!(error, "a paper could not be drawn");
    lang.paper_failed().to_owned().into()
}

/// Into a file, or on the output.
pub(super) fn hand_out(world: &World, out: Option<&PathBuf>, bytes: &[u8]) -> Result<(), Failure> {
    match out {
        Some(path) => {
            whole_file::write(path, bytes)
                .map_err(|error| world.lang.out_denied(&show(path), world.lang.trouble(error.into())))?;
            say(&world.lang.out_written(&show(path)));
        }
        None => put_out(world.lang, bytes)?,
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
        let settings = &world.found.config.print;
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

fn print_now(world: &World, form: &str, span: Span, document: Vec<u8>, way: Way) -> Outcome {
    let title = papers::file_stem(form, span);
    let file_name = format!("{title}.{}", Format::Pdf.extension());
    let Way { target, options } = way;
    let job = Job::pdf(PaperKind::Tally, title, file_name, document, world.now());
    let job = Job { target, options, ..job };
    print::now(&job, &world.folder, &Printer::of_this_pc())
}
