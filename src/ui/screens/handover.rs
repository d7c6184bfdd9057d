//! The items for the next shift as they are now, and every handover before, to be read again and printed.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::handover::ItemKey;
use crate::domain::{HandoverId, ItemKind, NextDeed};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::handed::{self, Row};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::request::{ChoiceKind, Opening, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The rows above the list, and those below it that tell all of the item under the cursor.
const HEAD: u16 = 3;
const DETAIL: u16 = 4;

/// How many columns say how an item stands.
const STATE: usize = 24;

/// The list that is shown is [`Context::items`].
#[derive(Clone, Debug, Default)]
pub struct HandoverView {
    /// The item under the cursor.
    selected: Option<ItemKey>,
}

/// The handover that is shown; `None` is the list as it is now.
fn shown(ctx: &Context<'_>) -> Option<HandoverId> {
    ctx.items.handover.as_ref().map(|handover| handover.id)
}

/// Whether it is the list as it is now, which can be changed.
fn is_now(ctx: &Context<'_>) -> bool {
    ctx.items.handover.is_none()
}

impl HandoverView {
    fn at(&self, ctx: &Context<'_>) -> usize {
        let is_it = |row: &Row| self.selected.is_some() && row.0.item.key() == self.selected;
        ctx.items.rows.iter().position(is_it).unwrap_or(0)
    }

    fn row<'a>(&self, ctx: &Context<'a>) -> Option<&'a Row> {
        ctx.items.rows.get(self.at(ctx))
    }

    /// What Space does to the item under the cursor: takes it, if nobody has or somebody else has.
    fn take(&self, ctx: &Context<'_>) -> Option<Request> {
        let (handed, _) = self.row(ctx)?;
        let note = handed.item.note.as_ref().map(|note| note.id);
        let is_mine = handed.item.owner.is_some() && handed.item.owner == ctx.model.me;
        if handed.is_untaken() && handed.item.is_due(ctx.model.day) {
            return Some(Request::Open(Opening::Choice(ChoiceKind::TakeItem(handed.id?))));
        }
        let handed_id = handed.id.filter(|_| handed.is_untaken());
        let item = note.filter(|_| !is_mine);
        (handed_id.is_some() || item.is_some()).then_some(Request::Run(Command::TakeItem {
            handed: handed_id,
            item,
            deed: None,
        }))
    }

    /// What Enter does: to the visit on the desk, or into the words of what was written by hand.
    fn open(&self, ctx: &Context<'_>) -> Option<Request> {
        let item = &self.row(ctx)?.0.item;
        match (&item.note, &item.visit) {
            (Some(note), None) => Some(Request::Open(Opening::Item(Some(note.id)))),
            (_, Some(visit)) => Some(Request::Life(visit.day, visit.ticket)),
            _ => None,
        }
    }
}

impl View for HandoverView {
    fn place(&self) -> Place {
        Place::Handover
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            Action::Back | Action::Handover => return Answer::Close,
            Action::Left => return Answer::Run(Request::TurnHandover(shown(ctx), true)),
            Action::Right => return Answer::Run(Request::TurnHandover(shown(ctx), false)),
            _ => {}
        }
        let room = ctx.rows().saturating_sub(usize::from(HEAD + DETAIL));
        if let Some(by) = step(action, room) {
            let at = moved(self.at(ctx), by, ctx.items.rows.len());
            self.selected = ctx.items.rows.get(at).and_then(|row| row.0.item.key());
            return Answer::Stay;
        }
        if !self.is_possible(action, ctx) {
            return Answer::Stay;
        }
        self.selected = self.row(ctx).and_then(|row| row.0.item.key());
        Answer::of(match action {
            Action::AddItem => Some(Request::Open(Opening::Item(None))),
            Action::EndItem => {
                let note = self.row(ctx).and_then(|row| row.0.item.note.as_ref());
                note.map(|note| Request::Open(Opening::Choice(ChoiceKind::EndItem(note.id))))
            }
            Action::TakeItem => self.take(ctx),
            Action::OpenItem => self.open(ctx),
            Action::Print => Some(Request::PrintHandover),
            _ => None,
        })
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let has_shift = ctx.model.shift.is_some();
        match action {
            Action::AddItem => is_now(ctx) && has_shift,
            Action::EndItem => {
                let is_open = |row: &Row| row.0.item.note.as_ref().is_some_and(|note| note.closed.is_none());
                is_now(ctx) && has_shift && self.row(ctx).is_some_and(is_open)
            }
            Action::TakeItem => is_now(ctx) && has_shift && self.take(ctx).is_some(),
            Action::OpenItem => match self.open(ctx) {
                Some(Request::Open(_)) => is_now(ctx) && has_shift,
                other => other.is_some(),
            },
            Action::Right => !is_now(ctx),
            Action::Up | Action::Down => ctx.items.rows.len() > 1,
            other => ctx.is_possible(other),
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let is_visit = self.row(ctx).is_some_and(|row| row.0.item.visit.is_some());
        (action == Action::OpenItem && is_visit).then(|| ctx.lang.action(Action::Life).to_owned())
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        self.row(ctx).map(|row| handed::head(row, ctx))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        for (line, (words, meaning)) in (0..).zip(heading(ctx)) {
            draw::line(buffer, area, line, &words, ctx.style(meaning));
        }
        let below = DETAIL.min(area.height / 3);
        let list = Rect {
            y: area.y + HEAD.min(area.height),
            height: area.height.saturating_sub(HEAD + below),
            ..area
        };
        if ctx.items.rows.is_empty() {
            draw::line(buffer, list, 0, ctx.lang.items_none(), ctx.style(Meaning::Plain));
            return;
        }
        let (at, width) = (self.at(ctx), usize::from(list.width));
        let first = first_row(at, ctx.items.rows.len(), usize::from(list.height));
        for (line, (number, row)) in (0..list.height).zip(ctx.items.rows.iter().enumerate().skip(first)) {
            render_row(buffer, list, line, row, number == at, ctx, width);
        }
        let shown = first + usize::from(list.height);
        let detail = Rect { y: list.bottom(), height: below, ..area };
        let mut column = Column::new(buffer, detail);
        let more = ctx.items.rows.len().saturating_sub(shown);
        let more = if more == 0 { String::new() } else { ctx.lang.items_more(more) };
        column.line(&more, ctx.style(Meaning::Faint));
        if let Some(row) = self.row(ctx) {
            column.paragraph("", &handed::head(row, ctx), ctx.style(Meaning::Strong));
            column.paragraph("", &handed::detail(row, ctx).join(" · "), ctx.style(Meaning::Plain));
        }
    }
}

/// What stands above the list: what it is, who gave and took it, what has changed.
fn heading(ctx: &Context<'_>) -> Vec<(String, Meaning)> {
    let (lang, count) = (ctx.lang, ctx.items.rows.len());
    let Some(handover) = &ctx.items.handover else {
        return vec![
            (lang.items_title(count), Meaning::Heading),
            (lang.items_hint().to_owned(), Meaning::Faint),
        ];
    };
    let title = lang.handover_title(lang.shift_part(handover.part), &lang.date(handover.day), count);
    let given = lang.handover_given(ctx.model.volunteer(handover.by), &handed::moment(handover.at, ctx));
    let taken = match handover.taken {
        Some((at, by)) => lang.handover_taken_at(ctx.model.volunteer(by), &handed::moment(at, ctx)),
        None => lang.handover_not_taken().to_owned(),
    };
    let last = if handover.remark.is_empty() {
        match handed::changed(ctx.items) {
            0 => (String::new(), Meaning::Plain),
            changed => (lang.changed_since_frozen(changed), Meaning::Warning),
        }
    } else {
        (lang.handover_remark(&handover.remark), Meaning::Warning)
    };
    vec![(title, Meaning::Heading), (format!("{given} · {taken}"), Meaning::Plain), last]
}

fn render_row(
    buffer: &mut ratatui::buffer::Buffer,
    list: Rect,
    line: u16,
    row: &Row,
    is_here: bool,
    ctx: &Context<'_>,
    width: usize,
) {
    let state = draw::fit(&handed::state(&row.0, ctx), STATE);
    let is_due = row.0.item.is_due(ctx.model.day) && row.0.became.is_none();
    let due = if is_due { "! " } else { "  " };
    let room = width.saturating_sub(4 + 1 + draw::width(&state));
    let words = draw::pad(&handed::head(row, ctx), room);
    if is_here {
        draw::line(buffer, list, line, &format!("> {due}{words} {state}"), ctx.style(Meaning::Selected));
        return;
    }
    let meaning = match (&row.0.taken, row.0.became) {
        (_, Some(_)) => Meaning::Faint,
        (Some(_), None) => Meaning::Good,
        (None, None) => Meaning::Warning,
    };
    let pieces = [
        (format!("  {due}"), ctx.style(Meaning::Warning)),
        (format!("{words} "), ctx.style(Meaning::Plain)),
        (state, ctx.style(meaning)),
    ];
    let pieces: Vec<(&str, _)> = pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
    draw::pieces(buffer, list, line, &pieces);
}

/// What may be done next about an item that is due, each with the digit that says so.
pub(in crate::ui) fn deeds() -> impl Iterator<Item = (char, NextDeed)> {
    ('1'..).zip(NextDeed::ALL.iter().copied())
}

/// The kinds of items that people write, the usual one first.
pub(in crate::ui) fn kinds_by_hand() -> impl Iterator<Item = ItemKind> {
    ItemKind::ALL.iter().copied().filter(|kind| kind.is_by_hand())
}
