//! From what was typed to an entry and back.

use super::slots::{Flaw, List, SLOTS, Slot, Tongue};
use crate::domain::catalogue::FACTS;
use crate::domain::procedure::{Both, Confidence, Kind, OnlineLevel, Way};
use crate::domain::{Code, Day, Procedure, StuckReason, System, input};
use crate::text::Lang;
use crate::ui::context::Context;
use crate::ui::popups::range;

/// A switch that is on; off is empty.
const ON: &str = "on";

/// The code of a new entry while its other values are checked one by one.
const CHECKED: &str = "-";

/// What a new entry begins with.
pub(super) fn blank(ctx: &Context<'_>) -> Procedure {
    Procedure {
        code: Code::new(""),
        kind: Kind::Procedure,
        field: ctx.catalogue.fields().first().map(|field| field.id.clone()).unwrap_or_default(),
        name: Both::default(),
        short: Both::default(),
        aliases: Vec::new(),
        papers: Both::default(),
        before: Both::default(),
        steps: Both::default(),
        time_limit: None,
        same_day: false,
        working_days: None,
        fee: None,
        channels: vec![Way::Counter],
        online: OnlineLevel::None,
        warnings: Both::default(),
        check_locally: Vec::new(),
        valid_from: ctx.model.day,
        valid_until: None,
        portal: None,
        confidence: None,
        systems: Vec::new(),
        local: false,
        before_if_not: Vec::new(),
        replaced_by: None,
        replaces: Vec::new(),
    }
}

/// A value as one would type it.
pub(super) fn typed(slot: Slot, entry: &Procedure) -> String {
    let switch = |is: bool| if is { ON.to_owned() } else { String::new() };
    // Dates are typed as they are written in Vietnamese, in both languages.
    let date = |day: Day| Lang::Vi.date(day);
    match slot {
        Slot::Code => entry.code.0.clone(),
        Slot::Kind => entry.kind.code().to_owned(),
        Slot::Field => entry.field.clone(),
        Slot::Name(tongue) => of(tongue, &entry.name).clone(),
        Slot::Short(tongue) => of(tongue, &entry.short).clone(),
        Slot::Aliases => entry.aliases.join("\n"),
        Slot::List(list, tongue) => of(tongue, lists(list, entry)).join("\n"),
        Slot::IfNot(place) => {
            let reason = entry.before_if_not.get(place).copied().flatten();
            reason.map(|reason| reason.code().into_owned()).unwrap_or_default()
        }
        Slot::System(system) => switch(entry.systems.contains(&system)),
        Slot::Unsure(fact) => switch(entry.check_locally.iter().any(|one| one == FACTS[fact])),
        Slot::TimeLimit(tongue) => {
            entry.time_limit.as_ref().map(|text| of(tongue, text).clone()).unwrap_or_default()
        }
        Slot::WorkingDays => entry.working_days.map(|days| days.to_string()).unwrap_or_default(),
        Slot::SameDay => switch(entry.same_day),
        Slot::Fee(tongue) => entry.fee.as_ref().map(|text| of(tongue, text).clone()).unwrap_or_default(),
        Slot::Way(way) => switch(entry.channels.contains(&way)),
        Slot::Online => level_code(entry.online).to_owned(),
        Slot::Portal => entry.portal.clone().unwrap_or_default(),
        Slot::From => date(entry.valid_from),
        Slot::Until => entry.valid_until.map(date).unwrap_or_default(),
        Slot::Confidence => entry.confidence.map(|sure| sure.code().to_owned()).unwrap_or_default(),
        Slot::Local => switch(entry.local),
    }
}

/// The values among which a field turns: how each stands in the form, and its words. Empty where one types.
pub(super) fn choices(slot: Slot, ctx: &Context<'_>) -> Vec<(String, String)> {
    let lang = ctx.lang;
    match slot {
        Slot::Kind => {
            Kind::ALL.iter().map(|kind| (kind.code().to_owned(), lang.entry_kind(*kind).to_owned())).collect()
        }
        Slot::Field => {
            let fields = ctx.catalogue.fields().iter();
            fields.map(|field| (field.id.clone(), lang.pick(&field.name).clone())).collect()
        }
        Slot::SameDay | Slot::Way(_) | Slot::Local | Slot::System(_) | Slot::Unsure(_) => {
            vec![(String::new(), lang.entry_no().to_owned()), (ON.to_owned(), lang.entry_yes().to_owned())]
        }
        Slot::Online => [OnlineLevel::None, OnlineLevel::Part, OnlineLevel::Whole]
            .map(|level| (level_code(level).to_owned(), lang.online_level(level).to_owned()))
            .to_vec(),
        Slot::Confidence => {
            let words = |sure: &Confidence| (sure.code().to_owned(), lang.confidence(*sure).to_owned());
            or_not_said(ctx, Confidence::ALL.iter().map(words))
        }
        // The office's own reasons are not the catalogue's: they may go while the entry stays.
        Slot::IfNot(_) => {
            let words = |why: &StuckReason| (why.code().into(), lang.stuck_reason(*why, &[]).into());
            or_not_said(ctx, StuckReason::ALL.iter().map(words))
        }
        _ => Vec::new(),
    }
}

fn or_not_said(ctx: &Context<'_>, known: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), ctx.lang.entry_not_said().to_owned())).chain(known).collect()
}

/// What follows from each precondition after their list was changed: it goes with the words, or with the place of words
/// that were mended.
pub(super) fn moved_reasons(lines_before: &str, reasons: &[String], lines_now: &str) -> Vec<String> {
    let (before, now) = (lines(lines_before), lines(lines_now));
    let reason = |place: usize| reasons.get(place).cloned().unwrap_or_default();
    let mut moved: Vec<String> = now
        .iter()
        .enumerate()
        .map(|(place, line)| match before.iter().position(|one| one == line) {
            Some(was) => reason(was),
            None if before.len() == now.len() => reason(place),
            None => String::new(),
        })
        .collect();
    moved.resize(reasons.len(), String::new());
    moved
}

/// What is wrong with one value by itself, whatever stands in the others.
pub(super) fn flaw_of(
    slot: Slot,
    text: &str,
    before: &Procedure,
    is_new: bool,
    ctx: &Context<'_>,
) -> Option<Flaw> {
    let mut entry = before.clone();
    if is_new {
        // Valid but for the one value.
        entry.code = Code::new(CHECKED);
        for texts in [&mut entry.name, &mut entry.short] {
            *texts = Both { vi: CHECKED.into(), en: CHECKED.into() };
        }
        entry.steps = Both { vi: vec![CHECKED.into()], en: vec![CHECKED.into()] };
    }
    if let Err(flaw) = apply(slot, text, &mut entry, ctx.model.day) {
        return Some(flaw);
    }
    if let Slot::List(list, tongue) = slot {
        let lists = lists_mut(list, &mut entry);
        let lines = of(tongue, lists).clone();
        *lists = Both { vi: lines.clone(), en: lines };
    }
    fill_english(&mut entry);
    match check(entry, is_new, ctx) {
        Err((at, flaw)) if at == slot => Some(flaw),
        _ => None,
    }
}

/// The entry that was typed, or the field that is wrong and why.
pub(super) fn entry(
    typed: &[String],
    before: &Procedure,
    is_new: bool,
    ctx: &Context<'_>,
) -> Result<Procedure, (Slot, Flaw)> {
    let mut entry = before.clone();
    for (slot, text) in SLOTS.iter().copied().zip(typed) {
        apply(slot, text, &mut entry, ctx.model.day).map_err(|flaw| (slot, flaw))?;
    }
    fill_english(&mut entry);
    check(entry.clone(), is_new, ctx).map(|()| entry)
}

fn check(entry: Procedure, is_new: bool, ctx: &Context<'_>) -> Result<(), (Slot, Flaw)> {
    if is_new && ctx.catalogue.get(&entry.code).is_some() {
        return Err((Slot::Code, Flaw::CodeTaken));
    }
    match ctx.catalogue.with(vec![entry]) {
        Ok(_) => Ok(()),
        Err(kind) => Err((Slot::of_key(&kind), Flaw::Catalogue(kind))),
    }
}

fn apply(slot: Slot, text: &str, entry: &mut Procedure, today: Day) -> Result<(), Flaw> {
    let line = input::line(text, usize::MAX);
    match slot {
        Slot::Code => entry.code = Code(line),
        Slot::Kind => entry.kind = Kind::from_code(text).unwrap_or(entry.kind),
        Slot::Field => text.clone_into(&mut entry.field),
        Slot::Name(tongue) => *of_mut(tongue, &mut entry.name) = line,
        Slot::Short(tongue) => *of_mut(tongue, &mut entry.short) = line,
        Slot::Aliases => entry.aliases = lines(text),
        Slot::List(list, tongue) => {
            *of_mut(tongue, lists_mut(list, entry)) = lines(text);
            // What follows from a precondition that is missing goes with it.
            entry.before_if_not.truncate(entry.before.vi.len());
        }
        // Only where there is such a precondition.
        Slot::IfNot(place) if place < entry.before.vi.len() => {
            let reasons = &mut entry.before_if_not;
            reasons.resize(reasons.len().max(place + 1), None);
            reasons[place] = StuckReason::fixed(text);
            let last = reasons.iter().rposition(Option::is_some);
            reasons.truncate(last.map_or(0, |last| last + 1));
        }
        Slot::IfNot(_) => {}
        Slot::System(system) => turn(&mut entry.systems, system, text == ON, System::ALL),
        Slot::Unsure(fact) => {
            let fact = FACTS[fact].to_owned();
            turn(&mut entry.check_locally, fact, text == ON, &FACTS.map(str::to_owned));
        }
        Slot::TimeLimit(tongue) => set(tongue, &mut entry.time_limit, line),
        Slot::WorkingDays if line.is_empty() => entry.working_days = None,
        Slot::WorkingDays => entry.working_days = Some(line.parse().map_err(|_| Flaw::Days)?),
        Slot::SameDay => entry.same_day = text == ON,
        Slot::Fee(tongue) => set(tongue, &mut entry.fee, line),
        Slot::Way(way) => {
            turn(&mut entry.channels, way, text == ON, &[Way::Counter, Way::Online, Way::Post]);
        }
        Slot::Online => entry.online = level(text).unwrap_or(entry.online),
        Slot::Portal => entry.portal = (!line.is_empty()).then_some(line),
        Slot::From => entry.valid_from = range::read(&line, today).ok_or(Flaw::Date)?,
        Slot::Until if line.is_empty() => entry.valid_until = None,
        Slot::Until => entry.valid_until = Some(range::read(&line, today).ok_or(Flaw::Date)?),
        Slot::Confidence => entry.confidence = Confidence::from_code(text),
        Slot::Local => entry.local = text == ON,
    }
    Ok(())
}

/// A desk that writes no English has its Vietnamese words there.
fn fill_english(entry: &mut Procedure) {
    for texts in
        [&mut entry.name, &mut entry.short].into_iter().chain(&mut entry.time_limit).chain(&mut entry.fee)
    {
        if texts.en.is_empty() {
            texts.en.clone_from(&texts.vi);
        }
    }
    for lists in [&mut entry.papers, &mut entry.before, &mut entry.steps, &mut entry.warnings] {
        if lists.en.is_empty() {
            lists.en.clone_from(&lists.vi);
        }
    }
}

/// Turns one value of several on or off; what changes is put in the usual order.
fn turn<T: PartialEq>(values: &mut Vec<T>, value: T, is_on: bool, order: &[T]) {
    if values.contains(&value) == is_on {
        return;
    }
    if is_on {
        values.push(value);
    } else {
        values.retain(|one| *one != value);
    }
    values.sort_by_key(|value| order.iter().position(|one| one == value));
}

fn set(tongue: Tongue, text: &mut Option<Both<String>>, line: String) {
    let mut both = text.take().unwrap_or_default();
    *of_mut(tongue, &mut both) = line;
    *text = (!both.vi.is_empty() || !both.en.is_empty()).then_some(both);
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| input::line(line, usize::MAX)).filter(|line| !line.is_empty()).collect()
}

const fn of<T>(tongue: Tongue, both: &Both<T>) -> &T {
    match tongue {
        Tongue::Vi => &both.vi,
        Tongue::En => &both.en,
    }
}

const fn of_mut<T>(tongue: Tongue, both: &mut Both<T>) -> &mut T {
    match tongue {
        Tongue::Vi => &mut both.vi,
        Tongue::En => &mut both.en,
    }
}

const fn lists(list: List, entry: &Procedure) -> &Both<Vec<String>> {
    match list {
        List::Papers => &entry.papers,
        List::Before => &entry.before,
        List::Steps => &entry.steps,
        List::Warnings => &entry.warnings,
    }
}

const fn lists_mut(list: List, entry: &mut Procedure) -> &mut Both<Vec<String>> {
    match list {
        List::Papers => &mut entry.papers,
        List::Before => &mut entry.before,
        List::Steps => &mut entry.steps,
        List::Warnings => &mut entry.warnings,
    }
}

const fn level_code(level: OnlineLevel) -> &'static str {
    match level {
        OnlineLevel::Whole => "whole",
        OnlineLevel::Part => "part",
        OnlineLevel::None => "none",
    }
}

fn level(code: &str) -> Option<OnlineLevel> {
    [OnlineLevel::Whole, OnlineLevel::Part, OnlineLevel::None]
        .into_iter()
        .find(|level| level_code(*level) == code)
}
