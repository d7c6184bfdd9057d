//! The right side while nobody is being served: what Enter will do, and the visit under the cursor. Beside a visit that
//! is served: what the catalogue says about a procedure.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::queue;
use crate::desk::Card;
use crate::domain::procedure::{Fact, Said};
use crate::domain::{Assist, Code, Person, Procedure, StageKind};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::keymap::{self, Action, Place, first_key};
use crate::ui::reading;
use crate::ui::theme::Meaning;

/// `subject` is whom a key acts on now.
pub(super) fn render(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, subject: Option<&Card>) {
    let lang = ctx.lang;
    let mut column = Column::new(buffer, area.inner(Margin::new(1, 0)));
    column.line(lang.nobody_in_hand(), ctx.style(Meaning::Heading));
    let next = ctx.model.queue.first().copied();
    let hint = match subject.map(|card| (card, card.visit.stage.kind())) {
        Some((card, StageKind::Held)) => lang.resume_hint(&ctx.ticket(card)),
        Some((card, StageKind::Waiting)) if next == Some(card.visit.id) => lang.call_hint(&ctx.ticket(card)),
        Some((card, StageKind::Waiting)) => lang.out_of_turn_hint(&ctx.ticket(card)),
        Some((card, _)) => lang.elsewhere_hint(&ctx.ticket(card)),
        None => lang.queue_empty_hint().to_owned(),
    };
    column.line(&hint, ctx.style(Meaning::Strong));
    // Whom F3 calls is said wherever the cursor stands.
    if let Some(next) = next.filter(|next| subject.is_none_or(|card| card.visit.id != *next))
        && let Some(card) = ctx.model.card(next)
    {
        column.line(&lang.call_next_hint(&ctx.ticket(card)), ctx.style(Meaning::Strong));
    }
    // What the room may ask about, as soon as somebody of the priority lane waits.
    if ctx.model.has_priority() {
        column.line(&lang.rule_of_lanes(ctx.model.rules.ratio), ctx.style(Meaning::Plain));
    }
    let Some(card) = subject else { return };
    column.gap();
    facts(&mut column, ctx, card);
    for code in card.about() {
        column.gap();
        brief(&mut column, ctx, code);
    }
}

/// The lines on a visit: number, stage, persons, priority, name, who asks.
pub(super) fn facts(column: &mut Column<'_>, ctx: &Context<'_>, card: &Card) {
    let lang = ctx.lang;
    let visit = &card.visit;
    let kind = visit.stage.kind();
    let began = visit.stage.since();
    let since = ctx.now.seconds_since(began);
    let doing = match kind {
        StageKind::Waiting => lang.waiting_for(&lang.duration(ctx.model.waited(visit, ctx.now))),
        // Nobody was served through the night.
        kind if kind.is_open() && began.day() != ctx.model.day => {
            format!("{} {}", lang.stage(kind), lang.since_day(&lang.short_date(began.day())))
        }
        StageKind::Called => lang.called_for(&lang.running(since)),
        StageKind::Serving => lang.serving_for(&lang.running(since)),
        StageKind::Held if ctx.model.stations.serve_aside(visit) => {
            let by = visit.stage.by().map(|by| ctx.model.volunteer(by)).unwrap_or_default();
            lang.served_aside_for(&lang.running(since), by)
        }
        StageKind::Held => lang.held_for(&lang.running(since)),
        kind => lang.stage(kind).to_owned(),
    };
    let ticket = format!("{}  ", ctx.ticket(card));
    let (mark, late) = queue::late(ctx, card);
    let doing = if mark.is_empty() { doing } else { format!("{mark} {doing}") };
    let rest = format!(
        " · {} · {}",
        lang.persons_short(&visit.persons.to_string()),
        lang.arrived_at(&lang.clock(visit.arrived))
    );
    let meaning = match visit.stage.kind() {
        StageKind::Serving => Meaning::Serving,
        StageKind::Called => Meaning::Called,
        _ => Meaning::Strong,
    };
    column.pieces(&[
        (&ticket, ctx.style(meaning)),
        (&doing, ctx.style(late)),
        (&rest, ctx.style(Meaning::Plain)),
    ]);
    if let Some(ahead) = ctx.model.ahead(visit.id) {
        let wait = ctx.model.wait_behind(ahead, ctx.now);
        column.line(&lang.wait_to_go(ahead, wait), ctx.style(Meaning::Plain));
    }
    if kind == StageKind::Waiting
        && let Some(why) = lang.unattended(visit, &ctx.model.stations)
    {
        column.paragraph("[!] ", &why, ctx.style(Meaning::Warning));
    }
    if ctx.is_slip_missing(card) {
        let words = lang.slip_missing(&first_key(Action::Print));
        column.paragraph("[!] ", &words, ctx.style(Meaning::Warning));
    }
    if let Some(why) = visit.priority {
        column.line(&lang.priority_because(lang.priority(why)), ctx.style(Meaning::Priority));
    }
    let down = ctx.down_for(card);
    if !down.is_empty() {
        let names: Vec<&str> = down.iter().map(|system| lang.system(*system)).collect();
        column.line(&lang.outage_now(&names.join(", ")), ctx.style(Meaning::Bad));
    }
    if let Some(words) = lang.standing(visit) {
        column.line(&words, ctx.style(Meaning::Plain));
    }
    if let Some(name) = &card.name {
        column.line(&lang.name_shown(name), ctx.style(Meaning::Plain));
    }
    // Of a call it stands right below the number.
    if visit.stage.kind() != StageKind::Called {
        note(column, ctx, card, "");
    }
    if card.person != Person::default() {
        let known = lang.person_facts(&card.person, &ctx.model.hamlets, ctx.commune());
        column.paragraph("", &known, ctx.style(Meaning::Plain));
    }
}

/// What to mind when the party is called.
pub(super) fn note(column: &mut Column<'_>, ctx: &Context<'_>, card: &Card, indent: &str) {
    if let Some(note) = &card.note {
        column.paragraph(indent, &ctx.lang.note_shown(note), ctx.style(Meaning::Warning));
    }
}

pub(super) fn note_rows(ctx: &Context<'_>, card: &Card, width: u16) -> u16 {
    let rows =
        card.note.as_ref().map_or(0, |note| draw::wrap(&ctx.lang.note_shown(note), usize::from(width)).len());
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The short name, the papers to bring and what to check first: what a waiting party can be told already.
pub(super) fn brief(column: &mut Column<'_>, ctx: &Context<'_>, code: &Code) {
    let lang = ctx.lang;
    column.line(&ctx.short(code), ctx.style(Meaning::Heading));
    let Some(entry) = ctx.catalogue.get(code) else { return };
    for fact in [Fact::Papers, Fact::Before] {
        let Said::List(list) = entry.says(fact) else { continue };
        column.line(lang.fact(fact), ctx.style(Meaning::Strong));
        for text in lang.pick(list) {
            column.paragraph("- ", text, ctx.style(Meaning::Plain));
        }
    }
}

/// Everything that has room; what has none can be read by a key, which the last row names.
pub(super) fn guide(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    entry: &Procedure,
    assist: Option<&Assist>,
) {
    let area = area.inner(Margin::new(1, 0));
    let rows = reading::rows(&reading::guide(ctx, entry, assist), usize::from(area.width));
    let height = usize::from(area.height);
    let is_cut = rows.len() > height;
    let shown = if is_cut { height.saturating_sub(1) } else { rows.len() };
    draw::lines(buffer, area, ctx, &rows[..shown], 0);
    if is_cut && area.height > 0 {
        let key = keymap::rows(Place::Visit).find(|row| row.action == Action::Guide);
        let key = key.map(|row| row.keys[0].name()).unwrap_or_default();
        draw::line(buffer, area, area.height - 1, &ctx.lang.guide_more(&key), ctx.style(Meaning::Faint));
    }
}
