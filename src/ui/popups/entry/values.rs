//! From what was typed to an entry and back.

use super::slots::{Flaw, Slot};
use crate::domain::procedure::{Confidence, Fact, Kind, OnlineLevel, Way};
use crate::domain::{Code, Day, Procedure, StuckReason, System, input};
use crate::lang::{Both, Lang};
use crate::ui::context::Context;
use crate::ui::form::Value;
use crate::ui::popups::span;

/// A switch that is on; off is empty.
const ON: &str = "on";

/// The code of a new entry while its other values are checked one by one.
const CHECKED: &str = "-";

/// What a new entry begins with.
pub(super) fn blank(ctx: &Context<'_>) -> Procedure {
    let field = ctx.catalogue.fields().first().map(|field| field.id.clone()).unwrap_or_default();
    let entry = Procedure::bare(Code::new(""), Kind::Procedure, field, ctx.model.day);
    Procedure { channels: vec![Way::Counter], ..entry }
}

pub(super) fn typed(slot: Slot, entry: &Procedure) -> String {
    let switch = |is: bool| if is { ON.to_owned() } else { String::new() };
    // Dates are typed as they are written in Vietnamese, in both languages.
    let date = |day: Day| Lang::Vi.date(day);
    match slot {
        Slot::Code => entry.code.0.clone(),
        Slot::Kind => entry.kind.code().to_owned(),
        Slot::Field => entry.field.clone(),
        Slot::Text(fact, of) => entry.text(fact).map(|text| of.pick(text).clone()).unwrap_or_default(),
        Slot::Aliases => entry.aliases.join("\n"),
        Slot::List(fact, of) => entry.list(fact).map(|list| of.pick(list).join("\n")).unwrap_or_default(),
        Slot::IfNot(place) => {
            let reason = entry.before_if_not.get(place).copied().flatten();
            reason.map(|reason| reason.code().into_owned()).unwrap_or_default()
        }
        Slot::System(system) => switch(entry.systems.contains(&system)),
        Slot::Unsure(fact) => switch(entry.is_doubtful(fact)),
        Slot::WorkingDays => entry.working_days.map(|days| days.to_string()).unwrap_or_default(),
        Slot::SameDay => switch(entry.same_day),
        Slot::Way(way) => switch(entry.channels.contains(&way)),
        Slot::Online => entry.online.code().to_owned(),
        Slot::Portal => entry.portal.clone().unwrap_or_default(),
        Slot::From => date(entry.valid_from),
        Slot::Until => entry.valid_until.map(date).unwrap_or_default(),
        Slot::Confidence => entry.confidence.map(|sure| sure.code().to_owned()).unwrap_or_default(),
        Slot::Local => switch(entry.local),
    }
}

/// The values of a choice. Empty where one types.
pub(super) fn choices(slot: Slot, ctx: &Context<'_>) -> Vec<Value> {
    let lang = ctx.lang;
    match slot {
        Slot::Kind => Kind::ALL.iter().map(|kind| Value::new(kind.code(), lang.entry_kind(*kind))).collect(),
        Slot::Field => {
            let fields = ctx.catalogue.fields().iter();
            fields.map(|field| Value::new(field.id.as_str(), lang.pick(&field.name).as_str())).collect()
        }
        Slot::SameDay | Slot::Way(_) | Slot::Local | Slot::System(_) | Slot::Unsure(_) => {
            vec![Value::new("", lang.entry_no()), Value::new(ON, lang.entry_yes())]
        }
        Slot::Online => {
            let words = |level: &OnlineLevel| Value::new(level.code(), lang.online_level(*level));
            OnlineLevel::ALL.iter().map(words).collect()
        }
        Slot::Confidence => {
            let words = |sure: &Confidence| Value::new(sure.code(), lang.confidence(*sure));
            or_not_said(ctx, Confidence::ALL.iter().map(words))
        }
        // The office's own reasons are not the catalogue's: they may go while the entry stays.
        Slot::IfNot(_) => {
            let words = |why: &StuckReason| Value::new(why.code(), lang.stuck_reason(*why, &[]));
            or_not_said(ctx, StuckReason::ALL.iter().map(words))
        }
        _ => Vec::new(),
    }
}

fn or_not_said(ctx: &Context<'_>, known: impl Iterator<Item = Value>) -> Vec<Value> {
    std::iter::once(Value::new("", ctx.lang.entry_not_said())).chain(known).collect()
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
    if let Slot::List(fact, of) = slot
        && let Some(list) = entry.list_mut(fact)
    {
        let lines = of.pick(list).clone();
        *list = Both { vi: lines.clone(), en: lines };
    }
    fill_english(&mut entry);
    match check(entry, is_new, ctx) {
        Err((at, flaw)) if at == slot => Some(flaw),
        _ => None,
    }
}

/// The entry that was typed, or the field that is wrong and why.
pub(super) fn entry(
    typed: impl Iterator<Item = (Slot, String)>,
    before: &Procedure,
    is_new: bool,
    ctx: &Context<'_>,
) -> Result<Procedure, (Slot, Flaw)> {
    let mut entry = before.clone();
    for (slot, text) in typed {
        apply(slot, &text, &mut entry, ctx.model.day).map_err(|flaw| (slot, flaw))?;
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
        Slot::Text(fact, of) => {
            let mut text = entry.text(fact).cloned().unwrap_or_default();
            *of.pick_mut(&mut text) = line;
            entry.set_text(fact, text);
        }
        Slot::Aliases => entry.aliases = lines(text),
        Slot::List(fact, of) => {
            if let Some(list) = entry.list_mut(fact) {
                *of.pick_mut(list) = lines(text);
            }
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
            let known = Fact::MAY_BE_DOUBTFUL.map(|fact| fact.code().to_owned());
            turn(&mut entry.check_locally, fact.code().to_owned(), text == ON, &known);
        }
        Slot::WorkingDays if line.is_empty() => entry.working_days = None,
        Slot::WorkingDays => entry.working_days = Some(line.parse().map_err(|_| Flaw::Days)?),
        Slot::SameDay => entry.same_day = text == ON,
        Slot::Way(way) => {
            turn(&mut entry.channels, way, text == ON, Way::ALL);
        }
        Slot::Online => entry.online = OnlineLevel::from_code(text).unwrap_or(entry.online),
        Slot::Portal => entry.portal = (!line.is_empty()).then_some(line),
        Slot::From => entry.valid_from = span::read(&line, today).ok_or(Flaw::Date)?,
        Slot::Until if line.is_empty() => entry.valid_until = None,
        Slot::Until => entry.valid_until = Some(span::read(&line, today).ok_or(Flaw::Date)?),
        Slot::Confidence => entry.confidence = Confidence::from_code(text),
        Slot::Local => entry.local = text == ON,
    }
    Ok(())
}

/// A desk that writes no English has its Vietnamese words there.
fn fill_english(entry: &mut Procedure) {
    for fact in Fact::TEXTS {
        if let Some(Both { vi, en }) = entry.text(fact)
            && en.is_empty()
        {
            let text = Both { vi: vi.clone(), en: vi.clone() };
            entry.set_text(fact, text);
        }
    }
    for fact in Fact::LISTS {
        if let Some(list) = entry.list_mut(fact)
            && list.en.is_empty()
        {
            list.en.clone_from(&list.vi);
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

fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| input::line(line, usize::MAX)).filter(|line| !line.is_empty()).collect()
}
