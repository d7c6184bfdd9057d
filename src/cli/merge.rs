//! `motcua merge`: the figures of several desks as one tally.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Failure, World, spans, tally, tell};
use crate::config::DATABASE;
use crate::desk::merge;
use crate::domain::SpanKind;
use crate::papers::{self, Format};
use crate::ui::paper::context;

pub(super) fn run(world: &World, of: &ArgMatches) -> Result<(), Failure> {
    let lang = world.lang;
    let span = spans::of_days(world, of, SpanKind::Month)?;
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
    let report = merge::report(&files, span, world.clock.now(), &catalogue)
        .map_err(|error| Failure(lang.merge_error(&error)))?;
    let Some(report) = report else { return Err(lang.merge_nothing().to_owned().into()) };
    let form = of.get_one::<String>("form").map_or(format.usual_form(span), String::as_str);
    let form = tally::form_in_use(world, form);
    let bytes = papers::paper_as(format, &form, &report.tally, &context(&report, None), lang)
        .map_err(|error| Failure(lang.paper_failed(&error.to_string())))?;
    // On the error output, so that what another program reads stays whole.
    for line in lang.merged(&report.sources, span) {
        tell(&format!("{line}\n"));
    }
    tally::hand_out(world, out, &bytes)
}
