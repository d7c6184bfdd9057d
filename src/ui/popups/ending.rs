//! The end of an entry: its last day, and what takes its place after it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::span;
use crate::desk::{CatalogueEdit, Command};
use crate::domain::find::{Finder, Habits};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::{Code, Day};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The longest date that somebody types.
const LONGEST: usize = 14;

/// The longest words by which a successor is looked for.
const LONGEST_WORDS: usize = 60;

/// How many lines below the form say what it does.
const FOOT: u16 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Last,
    /// What takes its place.
    By,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    NoDate,
    NoSuccessor,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    code: Code,
    /// Whether there is an end to take back: then no date means that it is offered on and on again.
    has_end: bool,
    form: Form<Row, Flaw>,
    finder: Finder,
}

impl Ending {
    /// The end of an entry as it is now.
    pub(in crate::ui) fn new(code: Code, ctx: &Context<'_>) -> Self {
        let last = ctx.catalogue.last_day(&code);
        let words = last.map(|last| ctx.lang.date(last)).unwrap_or_default();
        let by = ctx.catalogue.successor(&code).map_or("", |next| &next.0);
        let others = ctx.catalogue.all().iter().filter(|entry| entry.code != code);
        let finder = Finder::over(ctx.catalogue, others.filter(|entry| entry.code.0 != UNKNOWN_NEED));
        let rows = [(Row::Last, Cell::line(LONGEST, &words)), (Row::By, Cell::found(LONGEST_WORDS, by))];
        Self { code, has_end: last.is_some(), form: Form::new(rows), finder }
    }

    fn edit(&self, today: Day) -> Result<CatalogueEdit, (Row, Flaw)> {
        let code = self.code.clone();
        let (last, by) = (self.form.value(Row::Last), self.form.value(Row::By));
        let has_successor = !by.trim().is_empty();
        if last.trim().is_empty() && self.has_end && !has_successor {
            return Ok(CatalogueEdit::Retire { code, last: None });
        }
        let last = span::read(&last, today).ok_or((Row::Last, Flaw::NoDate))?;
        if !has_successor {
            return Ok(CatalogueEdit::Retire { code, last: Some(last) });
        }
        let found = self.finder.find(&by, &Habits::default());
        let by = found.into_iter().nth(self.form.found(Row::By)).ok_or((Row::By, Flaw::NoSuccessor))?;
        Ok(CatalogueEdit::Replace { code, last, by })
    }
}

fn face(asked: &Asked<'_, Row, Flaw>, finder: &Finder, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let flaw = asked.flaw.map(|flaw| match flaw {
        Flaw::NoDate => lang.flaw_date().to_owned(),
        Flaw::NoSuccessor => lang.ending_no_successor().to_owned(),
    });
    let row = |code: Code| {
        let from = ctx.catalogue.get(&code).map(|entry| lang.date(entry.valid_from)).unwrap_or_default();
        let words = lang.ending_row(&draw::pad(&code.0, 10), &draw::pad(&ctx.short(&code), 27), &from);
        Value::new(code.0, words)
    };
    let (label, values) = match asked.row {
        Row::By if !asked.text.trim().is_empty() => {
            let found = finder.find(asked.text, &Habits::default());
            (lang.ending_by(), found.into_iter().map(row).collect())
        }
        Row::By => (lang.ending_by(), Vec::new()),
        Row::Last => (lang.ending_last(), Vec::new()),
    };
    Face { flaw, ..Face::choice(label, values) }
}

impl View for Ending {
    fn place(&self) -> Place {
        Place::Ending
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, &self.finder, ctx)) {
            Acted::Save => match self.edit(ctx.model.day) {
                Ok(edit) => return Answer::Then(Request::Run(Command::EditCatalogue(edit))),
                Err((row, flaw)) => self.form.point_out(row, flaw),
            },
            Acted::Back => return self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => {}
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| face(&asked, &self.finder, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| face(&asked, &self.finder, ctx));
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| face(&asked, &self.finder, ctx))
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.ending_title(&ctx.short(&self.code)))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 74, 18).inner(Margin::new(0, 1));
        let body = Rect { height: inner.height.saturating_sub(FOOT), ..inner };
        self.form.render(frame, body, ctx, 0, &|asked| face(&asked, &self.finder, ctx));
        let words = if self.has_end { lang.ending_hint_again() } else { lang.ending_hint() };
        let foot = draw::below(inner, body.height).inner(Margin::new(2, 0));
        Column::new(frame.buffer_mut(), foot).paragraph("", words, ctx.style(Meaning::Faint));
    }
}
