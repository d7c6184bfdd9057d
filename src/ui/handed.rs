//! The items of a handover in words: for the list as it is now, for one that is said back, and for its paper.

use super::context::Context;
use super::promised;
use crate::desk::{Card, Items};
use crate::domain::handover::{Became, Taken};
use crate::domain::op::Names as _;
use crate::domain::{Assist, Handed, ItemId, ItemKind, Outcome, ShiftPart, StageKind, Stamp, VolunteerId};
use crate::papers::handover::HandoverPaper;

/// An item with its visit, where more of that is told.
pub(super) type Row = (Handed, Option<Card>);

/// The row of an item that somebody has to close.
pub(super) fn of(items: &Items, id: ItemId) -> Option<&Row> {
    items.rows.iter().find(|(handed, _)| handed.item.note.as_ref().is_some_and(|note| note.id == id))
}

/// The found things that the official does not have yet: the desk keeps none.
pub(super) fn found<'a>(ctx: &Context<'a>) -> impl Iterator<Item = (ItemId, &'a str)> {
    let notes = ctx.items.rows.iter().filter(|(handed, _)| handed.item.kind == ItemKind::Found);
    let notes = notes.filter_map(|(handed, _)| handed.item.note.as_ref()).filter(|note| note.given.is_none());
    notes.map(|note| (note.id, note.words.as_str()))
}

/// What it is about, in one line without a name.
pub(super) fn head((handed, card): &Row, ctx: &Context<'_>) -> String {
    let (lang, item) = (ctx.lang, &handed.item);
    if let Some((_, system)) = item.outage {
        return lang.item_outage(lang.system(system), &moment(item.since, ctx));
    }
    let Some(visit) = &item.visit else {
        let kind = lang.sentence(lang.item_kind(item.kind));
        let words = item.note.as_ref().map_or("", |note| &note.words);
        let head = if words.is_empty() { kind } else { lang.item_words(&kind, words) };
        return match item.due {
            Some(due) => format!("{head} ({})", lang.item_due(&lang.short_date(due.day))),
            None => head,
        };
    };
    let is_of_today = visit.day == ctx.model.day;
    let ticket = if is_of_today {
        visit.ticket.to_string()
    } else {
        format!("{} {}", visit.ticket, lang.short_date(visit.day))
    };
    let need = visit.need.as_ref().map(|need| ctx.short(need)).unwrap_or_default();
    let about = format!("{ticket} {need}").trim_end().to_owned();
    match item.kind {
        ItemKind::Promise => {
            lang.item_promise(&about, &item.due.map(|due| lang.agreed(due)).unwrap_or_default())
        }
        ItemKind::Stuck => {
            let is_stuck = |assist: &&Assist| matches!(assist.outcome, Outcome::Stuck(_));
            let stuck = card.iter().flat_map(|card| &card.assists).find(is_stuck);
            match stuck.map(|assist| assist.outcome) {
                Some(Outcome::Stuck(reason)) => {
                    lang.item_stuck(&about, &lang.stuck_reason(reason, &ctx.model.reasons.own))
                }
                _ => about,
            }
        }
        _ if visit.stage == StageKind::Left => lang.item_missed_call(&about),
        _ => {
            let words = lang.item_visit(&about, lang.stage(visit.stage), &moment(item.since, ctx));
            let steps =
                visit.need.as_ref().and_then(|need| ctx.catalogue.get(need)).map(|one| one.steps.vi.len());
            match (visit.steps, steps) {
                (step, Some(of)) if step > 0 => format!("{words}, {}", lang.item_step(step, of)),
                _ => words,
            }
        }
    }
}

/// The rest of it: what was missing, «nếu … thì …», by when, who has it, how long nobody took it.
pub(super) fn detail(row: &Row, ctx: &Context<'_>) -> Vec<String> {
    let (handed, card) = row;
    let (lang, item) = (ctx.lang, &handed.item);
    let mut said = Vec::new();
    if item.kind == ItemKind::Promise {
        let missing = card.as_ref().map(|card| promised::missing(card, ctx)).unwrap_or_default();
        said.extend((!missing.is_empty()).then(|| lang.item_lacks(&missing)));
    }
    let note = item.note.as_ref();
    said.extend(note.filter(|note| !note.then.is_empty()).map(|note| note.then.clone()));
    if item.kind.is_by_hand() {
        said.push(lang.item_since(&moment(item.since, ctx)));
    }
    said.extend(note.and_then(|note| note.given).map(|at| lang.item_given(&moment(at, ctx))));
    if let Some(owner) = item.owner.map(|owner| ctx.volunteer(owner)).filter(|name| !name.is_empty()) {
        said.push(match item.kind {
            ItemKind::Promise => lang.item_promised_by(&owner),
            ItemKind::Visit => lang.item_served_by(&owner),
            _ => lang.item_has(&owner),
        });
    }
    if handed.missed > 0 && handed.is_untaken() {
        said.push(lang.item_missed(handed.missed));
    }
    said
}

/// How it stands: what has become of it, who took it, or that nobody has.
pub(super) fn state(handed: &Handed, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    match (&handed.taken, handed.became) {
        (_, Some(became)) => became_of(became, ctx),
        (Some(taken), None) => {
            with_deed(lang.item_taken_short(&given_name(&ctx.volunteer(taken.by))), taken, ctx)
        }
        (None, None) if handed.is_untaken() && handed.missed > 0 => lang.item_missed(handed.missed),
        (None, None) if handed.is_untaken() => lang.item_untaken().to_owned(),
        (None, None) => String::new(),
    }
}

/// Who took it, with what is done next where that was said.
fn with_deed(who: String, taken: &Taken, ctx: &Context<'_>) -> String {
    match taken.deed {
        Some(deed) => format!("{who}: {}", ctx.lang.next_deed(deed)),
        None => who,
    }
}

/// What has become of it since it was written down.
pub(super) fn became_of(became: Became, ctx: &Context<'_>) -> String {
    let back = |became| match became {
        Became::Back(day, ticket) if day == ctx.model.day => ticket.to_string(),
        Became::Back(day, ticket) => format!("{ticket} {}", ctx.lang.short_date(day)),
        _ => String::new(),
    };
    ctx.lang.became(became, back)
}

/// How many of them have changed since they were written down.
pub(super) fn changed(items: &Items) -> usize {
    items.rows.iter().filter(|(handed, _)| handed.became.is_some()).count()
}

/// The time; with its day when that is not today.
pub(super) fn moment(at: Stamp, ctx: &Context<'_>) -> String {
    let time = ctx.lang.clock(at);
    if at.day() == ctx.model.day { time } else { format!("{} {time}", ctx.lang.short_date(at.day())) }
}

/// The last word of a Vietnamese name, by which people call each other.
fn given_name(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// The sheet of the handover that is shown, and what its file is called after: the day and the part.
pub(super) fn paper(ctx: &Context<'_>) -> (String, HandoverPaper) {
    let (lang, items) = (ctx.lang, ctx.items);
    let name = |id: VolunteerId| ctx.model.volunteer(id).to_owned();
    let (day, part, giver, at) = match (&items.handover, &ctx.model.shift) {
        (Some(handover), _) => (handover.day, handover.part, name(handover.by), handover.at),
        (None, Some(shift)) => (shift.day, shift.part, ctx.model.me.map(name).unwrap_or_default(), ctx.now),
        (None, None) => (ctx.model.day, ShiftPart::proposed(ctx.now), String::new(), ctx.now),
    };
    let taken = items.handover.as_ref().and_then(|handover| handover.taken);
    let receiver = taken.map(|(_, by)| name(by)).unwrap_or_default();
    let took = match taken {
        Some((at, by)) => lang.handover_taken_at(&name(by), &moment(at, ctx)),
        None => lang.handover_not_taken().to_owned(),
    };
    let heads = vec![lang.sentence(&lang.handover_given(&giver, &moment(at, ctx))), lang.sentence(&took)];
    let rows = items.rows.iter().map(|row| {
        let taken = row.0.taken.as_ref().map(|taken| with_deed(name(taken.by), taken, ctx));
        let state = taken.or_else(|| row.0.became.map(|became| became_of(became, ctx)));
        let untaken = || if row.0.is_untaken() { lang.item_untaken().to_owned() } else { String::new() };
        (head(row, ctx), detail(row, ctx).join(" · "), state.unwrap_or_else(untaken))
    });
    let changed = items
        .rows
        .iter()
        .filter_map(|row| Some(format!("{} → {}", head(row, ctx), became_of(row.0.became?, ctx))));
    let paper = HandoverPaper {
        shift: lang.paper_handover_of(lang.shift_part(part), &lang.date(day)),
        heads,
        giver,
        receiver,
        items: rows.collect(),
        changed: changed.collect(),
        taken: taken.map(|_| {
            let all = items.rows.iter().filter(|(row, _)| row.taken.is_some() || row.is_untaken());
            (items.rows.iter().filter(|(row, _)| row.taken.is_some()).count(), all.count())
        }),
        remark: items.handover.as_ref().map(|one| one.remark.clone()).unwrap_or_default(),
    };
    let part = if part == ShiftPart::Morning { "sang" } else { "chieu" };
    (format!("{day}-{part}"), paper)
}
