//! A handover is said back: each item is taken, of what is due the next deed is picked, and somebody signs for it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::handover::deeds;
use crate::desk::{Command, Items};
use crate::domain::handover::ITEM_LENGTH;
use crate::domain::{HandedId, NextDeed, Refusal, VolunteerId};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::handed::{self, Row};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// How many columns an item leaves for what is done with it.
const ANSWERS: u16 = 28;

/// What stands in the row of an item that is taken and not due.
const TAKEN: &str = "taken";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TakeRow {
    Item(HandedId),
    By,
    Remark,
}

#[derive(Clone, Debug)]
pub struct TakeOverForm {
    form: Form<TakeRow, Refusal>,
    /// Whether a shift was open when it was opened: then it stands over the desk.
    is_over_desk: bool,
}

impl TakeOverForm {
    /// The items that wait, nothing taken yet.
    pub(in crate::ui) fn new(ctx: &Context<'_>) -> Self {
        let mut taking = Self { form: Form::new([]), is_over_desk: ctx.model.shift.is_some() };
        taking.follow(ctx);
        taking
    }

    pub(in crate::ui) fn is_over_desk(&self) -> bool {
        self.is_over_desk
    }

    fn follow(&mut self, ctx: &Context<'_>) {
        let items = waiting(ctx.items).filter_map(|(handed, _)| handed.id).map(TakeRow::Item);
        let rows: Vec<TakeRow> = items.chain([TakeRow::By, TakeRow::Remark]).collect();
        let me = ctx.model.me.map(|me| me.0.to_string()).unwrap_or_default();
        self.form.follow(rows, |row| match row {
            TakeRow::Item(_) => Cell::Choice(String::new()),
            TakeRow::By => Cell::Choice(me.clone()),
            TakeRow::Remark => Cell::line(ITEM_LENGTH, ""),
        });
    }

    /// After an item the next one that is not taken has the keys; after the last, who takes them.
    fn go_on(&mut self, from: TakeRow) {
        let rows: Vec<(TakeRow, String)> = self.form.values().collect();
        let at = rows.iter().position(|(row, _)| *row == from).unwrap_or(0);
        let is_next = |(row, value): &&(TakeRow, String)| matches!(row, TakeRow::Item(_)) && value.is_empty();
        let next = rows[at + 1..].iter().chain(&rows[..at]).find(is_next);
        self.form.go_to(next.map_or(TakeRow::By, |(row, _)| *row));
    }

    /// Goes on once a key has answered the item under the cursor.
    fn after(&mut self, before: Option<(TakeRow, String)>) {
        if let Some((row @ TakeRow::Item(_), value)) = before
            && self.form.value(row) != value
            && !self.form.value(row).is_empty()
        {
            self.go_on(row);
        }
    }

    fn here(&self) -> Option<(TakeRow, String)> {
        self.form.row().map(|row| (row, self.form.value(row)))
    }

    fn accept(&mut self, ctx: &Context<'_>) -> Answer {
        let Some(handover) = ctx.items.handover.as_ref().map(|handover| handover.id) else {
            return Answer::Stay;
        };
        let Some(by) = self.form.value(TakeRow::By).parse().ok().map(VolunteerId) else {
            self.form.point_out(TakeRow::By, Refusal::NobodyOnDuty);
            return Answer::Stay;
        };
        let taken: Vec<(HandedId, Option<NextDeed>)> = self
            .form
            .values()
            .filter_map(|(row, value)| match row {
                TakeRow::Item(id) if !value.is_empty() => Some((id, NextDeed::from_code(&value))),
                _ => None,
            })
            .collect();
        if taken.is_empty() {
            return Answer::Run(Request::Refuse(Refusal::NothingTaken));
        }
        let remark = self.form.value(TakeRow::Remark);
        let command = Request::Run(Command::TakeHandover { handover, by, taken, remark });
        if self.is_over_desk { Answer::Then(command) } else { Answer::Run(command) }
    }
}

/// The items that wait for somebody.
fn waiting(items: &Items) -> impl Iterator<Item = &Row> {
    items.rows.iter().filter(|(handed, _)| handed.is_untaken())
}

fn row_of(items: &Items, id: HandedId) -> Option<&Row> {
    items.rows.iter().find(|(handed, _)| handed.id == Some(id))
}

fn is_due(items: &Items, id: HandedId, ctx: &Context<'_>) -> bool {
    row_of(items, id).is_some_and(|(handed, _)| handed.item.is_due(ctx.model.day))
}

fn face(items: &Items, asked: &Asked<'_, TakeRow, Refusal>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    match asked.row {
        TakeRow::Item(id) => {
            let Some(row) = row_of(items, id) else { return Face::default() };
            let values = if is_due(items, id, ctx) {
                let deed = |(key, deed): (char, NextDeed)| Value {
                    key: Some(key),
                    ..Value::new(deed.code(), lang.next_deed(deed))
                };
                std::iter::once(Value::new("", lang.take_ask_due())).chain(deeds().map(deed)).collect()
            } else {
                vec![Value::new("", lang.take_ask_plain()), Value::new(TAKEN, lang.take_done())]
            };
            let whole = handed::head(row, ctx);
            let label = draw::fit(&whole, usize::from(ctx.size.width.saturating_sub(ANSWERS + 2)));
            let more = (label != whole).then_some(whole);
            let detail: Vec<String> = more.into_iter().chain(handed::detail(row, ctx)).collect();
            Face {
                values,
                hint: (!detail.is_empty()).then(|| (detail.join(" · "), Meaning::Faint)),
                flaw: asked.flaw.map(|flaw| lang.refusal(flaw)),
                ..Face::new(label)
            }
        }
        TakeRow::By => {
            let unset = Value::new("", lang.take_by_unset());
            Face {
                values: std::iter::once(unset).chain(Value::people(&ctx.model.volunteers)).collect(),
                flaw: asked.flaw.map(|_| lang.take_by_unset().to_owned()),
                ..Face::new(lang.take_by())
            }
        }
        TakeRow::Remark => {
            Face { unset: Some(lang.take_remark_unset().to_owned()), ..Face::new(lang.take_remark()) }
        }
    }
}

impl View for TakeOverForm {
    fn place(&self) -> Place {
        Place::TakeOver
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let (before, items) = (self.here(), ctx.items);
        if let (Action::Toggle, Some((row @ TakeRow::Item(id), _))) = (action, &before)
            && is_due(items, *id, ctx)
        {
            self.form.point_out(*row, Refusal::DeedMissing);
            return Answer::Stay;
        }
        match self.form.act(action, &|asked| face(items, &asked, ctx)) {
            Acted::Save => return self.accept(ctx),
            Acted::Back if self.is_over_desk => return self.form.leave(),
            Acted::Back => return Answer::Run(Request::TakeLater),
            _ => self.after(before),
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let (before, items) = (self.here(), ctx.items);
        // An item is answered by one key: letters are none.
        if matches!(before, Some((TakeRow::Item(_), _)))
            && !key.text().is_some_and(|letter| letter.is_ascii_digit())
        {
            return false;
        }
        let taken = self.form.press(key, &|asked| face(items, &asked, ctx));
        self.after(before);
        taken
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        let items = ctx.items;
        if !matches!(self.form.row(), Some(TakeRow::Item(_))) {
            self.form.paste(text, &|asked| face(items, &asked, ctx));
        }
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        self.follow(ctx);
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        match self.form.row() {
            // Space takes one item after the other.
            Some(TakeRow::Item(_)) if action == Action::Toggle => RowDeed::Sets,
            _ => self.form.row_deed(action, &|asked| face(ctx.items, &asked, ctx)),
        }
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| face(ctx.items, &asked, ctx)) && ctx.is_possible(action)
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        match action {
            Action::Save => Some(ctx.lang.take_accept().to_owned()),
            Action::Back if !self.is_over_desk => Some(ctx.lang.take_later().to_owned()),
            _ => None,
        }
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        let handover = ctx.items.handover.as_ref()?;
        let (lang, count) = (ctx.lang, waiting(ctx.items).count());
        let by = ctx.model.volunteer(handover.by);
        Some(lang.take_title(lang.shift_part(handover.part), &lang.short_date(handover.day), by, count))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let area = area.inner(Margin::new(1, 0));
        let mut column = Column::new(frame.buffer_mut(), area);
        column.paragraph(" ", &self.title(ctx).unwrap_or_default(), ctx.style(Meaning::Heading));
        column.paragraph(" ", ctx.lang.take_hint(), ctx.style(Meaning::Strong));
        // What changed since it was written is said here, once.
        let changed: Vec<String> = ctx
            .items
            .rows
            .iter()
            .filter_map(|row| {
                Some(format!("{} → {}", handed::head(row, ctx), handed::became_of(row.0.became?, ctx)))
            })
            .collect();
        if !changed.is_empty() {
            let words = format!("{}. {}", ctx.lang.changed_since_frozen(changed.len()), changed.join("; "));
            column.paragraph(" ", &words, ctx.style(Meaning::Warning));
        }
        column.gap();
        let used = area.height.saturating_sub(column.room());
        let labels = usize::from(area.width.saturating_sub(ANSWERS));
        self.form.render(frame, draw::below(area, used), ctx, labels, &|asked| face(ctx.items, &asked, ctx));
    }
}
