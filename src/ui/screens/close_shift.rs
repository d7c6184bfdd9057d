//! Closing a shift: what becomes of each open visit, and the note to the next shift.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Closing, Model};
use crate::domain::{LeaveReason, StageKind, VisitId, input};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// How many columns a visit leaves for what becomes of it.
const FATES: u16 = 28;

/// How many lines of the note are shown, if the visits leave no room for more.
const NOTE_LINES: u16 = 6;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// What becomes of an open visit: the code of a reason that ends it, or nothing where it is carried over.
    Fate(VisitId),
    Note,
}

#[derive(Clone, Debug)]
pub struct CloseShiftForm {
    form: Form<Row>,
    /// How many visits are open.
    open: usize,
}

impl CloseShiftForm {
    /// Every open visit carried over, an empty note.
    pub fn new(model: &Model) -> Self {
        let mut closing = Self { form: Form::new([]), open: 0 };
        closing.follow(model);
        closing
    }

    /// Whether a note was begun.
    pub(in crate::ui) fn has_words(&self) -> bool {
        self.form.has_words()
    }

    /// Another station may finish a visit or give a number meanwhile.
    fn follow(&mut self, model: &Model) {
        self.open = model.open().count();
        let rows = model.open().map(|card| Row::Fate(card.visit.id)).chain([Row::Note]);
        self.form.follow(rows, |row| match row {
            Row::Fate(_) => Cell::Choice(String::new()),
            Row::Note => Cell::note(input::NOTE_LENGTH, ""),
        });
    }

    /// Each open visit that does not stay open.
    fn ended(&self) -> Vec<(VisitId, LeaveReason)> {
        let ended = self.form.values().filter_map(|(row, code)| match row {
            Row::Fate(id) => Some((id, LeaveReason::from_code(&code)?)),
            Row::Note => None,
        });
        ended.collect()
    }

    /// The same for every visit as for this one, where it can be true of it.
    fn apply_to_all(&mut self, model: &Model) {
        let Some(row @ Row::Fate(_)) = self.form.row() else { return };
        let chosen = self.form.value(row);
        let can_be = |row: &Row| match (row, LeaveReason::from_code(&chosen)) {
            (Row::Fate(id), Some(why)) => reasons(*id, model).any(|one| one == why),
            (Row::Fate(_), None) => true,
            (Row::Note, _) => false,
        };
        let all: Vec<Row> = self.form.values().map(|(row, _)| row).filter(can_be).collect();
        for row in all {
            self.form.set(row, &chosen);
        }
    }
}

/// Why a visit may end with the shift: who was not called cannot have failed to appear.
fn reasons(visit: VisitId, model: &Model) -> impl Iterator<Item = LeaveReason> {
    let is_called = model.card(visit).is_some_and(|card| card.visit.stage.kind() == StageKind::Called);
    LeaveReason::ALL.iter().copied().filter(move |why| is_called || *why != LeaveReason::NoShow)
}

fn face(asked: &Asked<'_, Row, ()>, lines: u16, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let Row::Fate(id) = asked.row else { return Face { lines, ..Face::new(lang.close_note()) } };
    let label = ctx.model.card(id).map_or_else(String::new, |card| {
        format!("{}  {}  {}", ctx.ticket(card), lang.stage(card.visit.stage.kind()), ctx.needs(card))
    });
    let reasons = reasons(id, ctx.model).map(|why| Value::new(why.code(), lang.leave_reason(why)));
    Face::choice(label, std::iter::once(Value::new("", lang.close_carry())).chain(reasons).collect())
}

impl View for CloseShiftForm {
    fn place(&self) -> Place {
        Place::CloseShift
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            // However many visits there are, the note is one key away.
            Action::NextField if !self.form.has_keys(Row::Note) => self.form.go_to(Row::Note),
            Action::ApplyToAll => self.apply_to_all(ctx.model),
            _ => match self.form.act(action, &|asked| face(&asked, 0, ctx)) {
                Acted::Save => {
                    let closing = Closing { note: self.form.value(Row::Note), ended: self.ended() };
                    return Answer::Then(Request::Confirm(Question::CloseShift(closing)));
                }
                Acted::Back => return self.form.leave(),
                Acted::Not | Acted::Stay | Acted::Left(_) => {}
            },
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| face(&asked, 0, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| face(&asked, 0, ctx));
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        self.follow(ctx.model);
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        self.form.row_deed(action, &|asked| face(&asked, 0, ctx))
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        match action {
            Action::ApplyToAll => !self.form.has_keys(Row::Note),
            _ => self.form.is_possible(action, &|asked| face(&asked, 0, ctx)),
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let head = [
            (" ", ctx.style(Meaning::Plain)),
            (lang.close_title(), ctx.style(Meaning::Heading)),
            ("    ", ctx.style(Meaning::Plain)),
            (lang.close_hint(), ctx.style(Meaning::Strong)),
        ];
        draw::pieces(frame.buffer_mut(), area, 0, &head);
        let words = match self.open {
            0 => lang.close_none_open().to_owned(),
            open => lang.close_open_visits(open),
        };
        draw::line(frame.buffer_mut(), area, 1, &format!(" {words}"), ctx.style(Meaning::Plain));
        let body = draw::below(area, 2);
        let visits = u16::try_from(self.open).unwrap_or(u16::MAX);
        let lines = body.height.saturating_sub(visits.saturating_add(2)).max(NOTE_LINES);
        let labels = usize::from(area.width.saturating_sub(FATES));
        self.form.render(frame, body, ctx, labels, &|asked| face(&asked, lines, ctx));
    }
}
