//! An item for the next shift, written by hand: what the desk cannot know.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::handover::{ITEM_LENGTH, Item, NewItem};
use crate::domain::{Day, ItemId, ItemKind, Refusal, VolunteerId, input};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value, form_keys};
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::screens::handover::kinds_by_hand;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the names of the rows take.
const LABELS: usize = 17;

/// The longest date that somebody types.
const DATE_LENGTH: usize = 12;

const FOOT: u16 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Words,
    Kind,
    Due,
    Then,
    Owner,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ItemForm {
    /// `None` is a new one.
    item: Option<ItemId>,
    form: Form<Row, Refusal>,
}

impl ItemForm {
    /// The form of a new item, or of one that was written by hand.
    pub(in crate::ui) fn new(known: Option<&Item>, lang: Lang) -> Self {
        let note = known.and_then(|item| item.note.as_ref());
        let words = note.map_or("", |note| &note.words);
        let then = note.map_or("", |note| &note.then);
        let kind = known.map_or(ItemKind::Other, |item| item.kind);
        let due = known.and_then(|item| item.due).map(|due| lang.date(due.day)).unwrap_or_default();
        let owner = known.and_then(|item| item.owner).map(|owner| owner.0.to_string()).unwrap_or_default();
        let form = Form::new([
            (Row::Words, Cell::line(ITEM_LENGTH, words)),
            (Row::Kind, Cell::Choice(kind.code().to_owned())),
            (Row::Due, Cell::line(DATE_LENGTH, &due)),
            (Row::Then, Cell::line(ITEM_LENGTH, then)),
            (Row::Owner, Cell::Choice(owner)),
        ]);
        Self { item: note.map(|note| note.id), form }
    }

    fn command(&self, today: Day) -> Result<Command, (Row, Refusal)> {
        let words = self.form.value(Row::Words);
        if input::line(&words, ITEM_LENGTH).is_empty() {
            return Err((Row::Words, Refusal::ItemEmpty));
        }
        let typed = self.form.value(Row::Due);
        let due = day_to_come(&typed, today);
        if due.is_none() && !typed.trim().is_empty() {
            return Err((Row::Due, Refusal::DayIsPast));
        }
        let item = NewItem {
            kind: ItemKind::from_code(&self.form.value(Row::Kind)).unwrap_or(ItemKind::Other),
            words,
            then: self.form.value(Row::Then),
            owner: self.form.value(Row::Owner).parse().ok().map(VolunteerId),
            due,
        };
        Ok(match self.item {
            None => Command::AddItem(item),
            Some(id) => Command::ChangeItem(id, item),
        })
    }
}

/// The day that was typed; without a year the next such day.
fn day_to_come(typed: &str, today: Day) -> Option<Day> {
    let (_, _, year) = today.parts();
    let in_year = |year| Day::as_written(typed.trim(), Some(year)).filter(|day| *day >= today);
    in_year(year).or_else(|| in_year(year + 1))
}

fn face(asked: &Asked<'_, Row, Refusal>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let face = match asked.row {
        Row::Words => Face::new(lang.item_words_label()),
        Row::Kind => {
            let values = kinds_by_hand().map(|kind| Value::new(kind.code(), lang.item_kind(kind)));
            Face::choice(lang.item_kind_label(), values.collect())
        }
        Row::Due => Face {
            unset: Some(lang.person_not_said().to_owned()),
            hint: Some((lang.item_due_hint().to_owned(), Meaning::Faint)),
            ..Face::new(lang.item_due_label())
        },
        Row::Then => {
            Face { unset: Some(lang.person_not_said().to_owned()), ..Face::new(lang.item_then_label()) }
        }
        Row::Owner => {
            let me = Value::new("", lang.item_owner_unset());
            let values = std::iter::once(me).chain(Value::people(&ctx.model.volunteers));
            Face::choice(lang.item_owner_label(), values.collect())
        }
    };
    let flaw = asked.flaw.map(|flaw| match flaw {
        Refusal::DayIsPast => lang.flaw_due().to_owned(),
        other => lang.refusal(other),
    });
    Face { flaw, ..face }
}

impl View for ItemForm {
    fn place(&self) -> Place {
        Place::Item
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, ctx)) {
            Acted::Save => match self.command(ctx.model.day) {
                Ok(command) => return Answer::Then(Request::Run(command)),
                Err((row, flaw)) => self.form.point_out(row, flaw),
            },
            Acted::Back => return self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => {}
        }
        Answer::Stay
    }

    form_keys!();

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        let lang = ctx.lang;
        Some(if self.item.is_none() { lang.item_new() } else { lang.item_edit() }.to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 76, 11).inner(Margin::new(1, 0));
        let body = Rect { height: inner.height.saturating_sub(FOOT), ..inner };
        self.form.render(frame, body, ctx, LABELS, &|asked| face(&asked, ctx));
        let foot = draw::below(inner, body.height);
        let mut column = Column::new(frame.buffer_mut(), foot);
        column.paragraph("", ctx.lang.item_foot(), ctx.style(Meaning::Faint));
    }
}
