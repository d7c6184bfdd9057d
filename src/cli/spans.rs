//! Which span a command is about: the same words for every command that counts.
//!
//! `--week`, `--month`, `--quarter`, `--half-year` and `--year` say the kind, `--day` any day in it; `--admin` takes the
//! administrative months (15–14); `--from` and `--until` are a range; `--shift` is a shift of the day.

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

use super::talk::Failure;
use super::world::World;
use crate::desk::Desk;
use crate::domain::span::SpanFlaw;
use crate::domain::{Calendar, Day, Shift, ShiftPart, Span, SpanKind};
use crate::lang::Lang;

/// The kinds that have a word of their own.
const KINDS: [(&str, SpanKind); 5] = [
    ("week", SpanKind::Week),
    ("month", SpanKind::Month),
    ("quarter", SpanKind::Quarter),
    ("half-year", SpanKind::HalfYear),
    ("year", SpanKind::Year),
];

/// A shift as a person names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ShiftPick {
    /// The one of that part of the day.
    Part(ShiftPart),
    /// The first, second … of the day.
    Nth(usize),
}

impl std::str::FromStr for ShiftPick {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let nth = || text.parse().ok().filter(|nth| (1..=99).contains(nth)).map(Self::Nth);
        ShiftPart::from_code(text).map(Self::Part).or_else(nth).ok_or("morning, afternoon, 1-99")
    }
}

/// The command with the arguments that name a span of days.
pub(super) fn with_span(command: Command, lang: Lang) -> Command {
    let day = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name("YYYY-MM-DD")
            .value_parser(|text: &str| text.parse::<Day>())
            .help(help)
    };
    let kind = |(name, kind): (&'static str, SpanKind)| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(lang.help_span_kind(kind))
    };
    command
        .arg(day("day", lang.help_day_within()))
        .args(KINDS.map(kind))
        .arg(
            Arg::new("admin")
                .long("admin")
                .action(ArgAction::SetTrue)
                .requires("months")
                .help(lang.help_admin()),
        )
        .arg(day("from", lang.help_from()).conflicts_with_all(["day", "kind"]))
        .arg(day("until", lang.help_until()).requires("from"))
        .group(ArgGroup::new("kind").args(KINDS.map(|(name, _)| name)))
        .group(ArgGroup::new("months").args(["month", "quarter", "half-year", "year"]))
}

/// The argument that names a shift of the day.
pub(super) fn shift(lang: Lang) -> Arg {
    Arg::new("shift")
        .long("shift")
        .value_name("morning|afternoon|N")
        .value_parser(|text: &str| text.parse::<ShiftPick>())
        .conflicts_with_all(["kind", "from"])
        .help(lang.help_shift_of_day())
}

/// The days that the arguments name; `otherwise` the kind when they name none.
///
/// # Errors
/// A sentence, when the days are reversed, too many or all still to come.
pub(super) fn of_days(
    world: &World,
    of: &ArgMatches,
    today: Day,
    otherwise: SpanKind,
) -> Result<Span, Failure> {
    let day = |name: &str| of.get_one::<Day>(name).copied();
    let flawed = |flaw: SpanFlaw| Failure(world.lang.span_flaw(flaw).to_owned());
    if let Some(from) = day("from") {
        return Span::range(from, day("until").unwrap_or(today), today).map_err(flawed);
    }
    let named = KINDS.into_iter().find(|(name, _)| of.get_flag(name)).map(|(_, kind)| kind);
    let kind = named.unwrap_or(if day("day").is_some() { SpanKind::Day } else { otherwise });
    let calendar = if of.get_flag("admin") { Calendar::Administrative } else { Calendar::Civil };
    let span = Span::of(kind, calendar, day("day").unwrap_or(today));
    if span.from > today { Err(flawed(SpanFlaw::Future)) } else { Ok(span) }
}

/// The span that the arguments name: these days, or a shift of them.
///
/// # Errors
/// There is no such shift, or more than one.
pub(super) fn of(world: &World, desk: &Desk, of: &ArgMatches, span: Span) -> Result<Span, Failure> {
    let Some(pick) = of.get_one::<ShiftPick>("shift").copied() else { return Ok(span) };
    let shifts = desk.report(span).map_err(|error| world.desk_error(&error))?.shifts;
    let found: Vec<&Shift> = shifts
        .iter()
        .enumerate()
        .filter(|(at, shift)| match pick {
            ShiftPick::Part(part) => shift.part == part,
            ShiftPick::Nth(nth) => at + 1 == nth,
        })
        .map(|(_, shift)| shift)
        .collect();
    match found.as_slice() {
        [one] => Span::shift(one, &shifts).ok_or_else(|| world.lang.no_such_shift(span.from, &shifts).into()),
        [] => Err(world.lang.no_such_shift(span.from, &shifts).into()),
        _ => Err(world.lang.several_shifts(span.from, &shifts).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_is_named_by_its_part_or_its_place() {
        assert_eq!("morning".parse(), Ok(ShiftPick::Part(ShiftPart::Morning)));
        assert_eq!("afternoon".parse(), Ok(ShiftPick::Part(ShiftPart::Afternoon)));
        assert_eq!("2".parse(), Ok(ShiftPick::Nth(2)));
        for wrong in ["0", "100", "noon", "", "-1"] {
            assert!(wrong.parse::<ShiftPick>().is_err(), "{wrong}");
        }
    }
}
