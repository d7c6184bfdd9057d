//! The arguments, described in the language asked for.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::spans::{shift, with_span};
use crate::config::PrintSettings;
use crate::domain::StationNo;
use crate::lang::Lang;
use crate::papers::Format;
use crate::papers::forms::Forms;

/// The language asked for, read before anything else because help and errors are said in it.
pub(super) fn language(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments.iter().filter_map(|one| one.to_str()).collect();
    texts.iter().enumerate().find_map(|(at, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(at + 1).and_then(|tag| Lang::from_tag(tag)),
        Some(rest) => rest.strip_prefix('=').and_then(Lang::from_tag),
        None => None,
    })
}

pub fn command(lang: Lang) -> Command {
    let data = Arg::new("data")
        .long("data")
        .value_name("DIR")
        .global(true)
        .value_parser(value_parser!(PathBuf))
        .help(lang.help_data());
    let station = Arg::new("station")
        .long("station")
        .value_name("N")
        .global(true)
        .value_parser(|text: &str| text.parse::<StationNo>())
        .help(lang.help_station());
    let language = Arg::new("lang")
        .long("lang")
        .value_name("vi|en")
        .global(true)
        .value_parser(PossibleValuesParser::new(["vi", "en"]))
        .hide_possible_values(true)
        .help(lang.help_lang());
    Command::new("motcua")
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.help_about())
        .after_help(lang.help_exit_codes())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .global(true)
                .help(lang.help_help()),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(lang.help_version()),
        )
        .args([data, station, language])
        .subcommand(init(lang))
        .subcommand(demo(lang))
        .subcommand(tally(lang))
        .subcommand(Command::new("printers").about(lang.help_printers()))
        .subcommand(forms(lang))
        .subcommand(super::catalogue::command(lang))
        .subcommand(super::holidays::command(lang))
        .subcommand(merge(lang))
        .subcommand(super::pin::command(lang))
        .subcommands(super::backup::commands(lang))
        .subcommand(
            Command::new("check").about(lang.help_check()).arg(
                Arg::new("save")
                    .long("save")
                    .value_name("FILE")
                    .value_parser(value_parser!(PathBuf))
                    .help(lang.help_save()),
            ),
        )
        .subcommand(
            Command::new("completions").about(lang.help_completions()).arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(value_parser!(Shell))
                    .help(lang.help_shell()),
            ),
        )
}

fn init(lang: Lang) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).required(true).help(help)
    };
    Command::new("init")
        .about(lang.help_init())
        .arg(text("office", "NAME", lang.help_office()))
        .arg(text("commune", "CODE", lang.help_commune()))
        .arg(text("team", "NAME", lang.help_team()))
        .arg(text("volunteer", "NAME", lang.help_volunteer()).action(ArgAction::Append))
}

fn demo(lang: Lang) -> Command {
    let number = |name: &'static str, most: i64, help: &'static str| {
        Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u32).range(1..=most)).help(help)
    };
    Command::new("demo")
        .about(lang.help_demo())
        .arg(number("days", 5_000, lang.help_days()))
        .arg(number("per-day", 2_000, lang.help_per_day()))
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("N")
                .value_parser(value_parser!(u64))
                .help(lang.help_seed()),
        )
        .arg(Arg::new("no-open").long("no-open").action(ArgAction::SetTrue).help(lang.help_no_open()))
}

fn tally(lang: Lang) -> Command {
    let command = Command::new("tally").about(lang.help_tally());
    with_span(command, lang)
        .arg(shift(lang))
        .args(leaving(lang))
        .arg(Arg::new("print").long("print").action(ArgAction::SetTrue).help(lang.help_print()))
        .arg(
            Arg::new("printer")
                .long("printer")
                .value_name("PRINTER")
                .requires("print")
                .help(lang.help_printer()),
        )
        .arg(
            Arg::new("copies")
                .long("copies")
                .value_name("N")
                .requires("print")
                .value_parser(value_parser!(u8).range(1..=i64::from(PrintSettings::MOST_COPIES)))
                .help(lang.help_copies()),
        )
}

fn forms(lang: Lang) -> Command {
    let name = |help: &'static str| Arg::new("name").value_name("NAME").help(help);
    let file = |name: &'static str, help: &'static str| {
        Arg::new(name).value_name("FILE").value_parser(value_parser!(PathBuf)).help(help)
    };
    let format = Arg::new("format")
        .long("format")
        .value_name("text|pdf|docx|xlsx")
        .value_parser(PossibleValuesParser::new(["text", "pdf", "docx", "xlsx"]))
        .hide_possible_values(true)
        .default_value("text")
        .hide_default_value(true)
        .help(lang.help_form_format());
    let force = Arg::new("force").long("force").action(ArgAction::SetTrue).help(lang.help_form_force());
    Command::new("forms")
        .about(lang.help_forms())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("export")
                .about(lang.help_forms_export())
                .args([name(lang.help_form_names()), force]),
        )
        .subcommand(
            Command::new("check")
                .about(lang.help_forms_check())
                .arg(file("file", lang.help_form_files()).action(ArgAction::Append)),
        )
        .subcommand(Command::new("preview").about(lang.help_forms_preview()).args([
            name(lang.help_form_name()).required(true),
            format,
            file("out", lang.help_out()).long("out"),
        ]))
}

fn merge(lang: Lang) -> Command {
    let command = Command::new("merge").about(lang.help_merge());
    let command = with_span(command, lang).mut_arg("day", |day| day.help(lang.help_day_to_merge()));
    command.args(leaving(lang)).arg(
        Arg::new("file")
            .value_name("FILE")
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
            .help(lang.help_merge_files()),
    )
}

/// How a tally leaves the program.
fn leaving(lang: Lang) -> [Arg; 3] {
    [
        Arg::new("format")
            .long("format")
            .value_name("text|csv|json|pdf|docx|xlsx")
            .value_parser(PossibleValuesParser::new(Format::ALL.map(Format::name)))
            .hide_possible_values(true)
            .default_value("text")
            .hide_default_value(true)
            .help(lang.help_format()),
        Arg::new("form")
            .long("form")
            .value_name("NAME")
            .value_parser(PossibleValuesParser::new(Forms::of_spans()))
            .hide_possible_values(true)
            .help(lang.help_form_of_paper()),
        Arg::new("out")
            .long("out")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(lang.help_out()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_read() {
        let of = |texts: &[&str]| language(&texts.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["motcua", "--lang", "en", "--help"]), Some(Lang::En));
        assert_eq!(of(&["motcua", "tally", "--lang=vi"]), Some(Lang::Vi));
        assert_eq!(of(&["motcua", "--lang", "fr"]), None);
    }
}
