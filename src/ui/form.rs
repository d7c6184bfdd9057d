//! A form: rows of fields, one of which has the keys. Arrows and Tab walk every row, and letters go where the cursor is.

mod drawing;

use super::field::{Field, NoteField};
use super::filter::rank;
use super::key::Key;
use super::keymap::Action;
use super::list::moved;
use super::request::{Question, Request};
use super::view::{Answer, RowDeed};
use crate::domain::fold::fold;
use crate::domain::{Volunteer, full_name};
use crate::ui::theme::Meaning;

/// How many rows a page key goes.
const PAGE: isize = 6;

/// The longest word that is typed to find a value.
const LONGEST: usize = 60;

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// One line of text.
    Line(Field),
    /// Several lines of text.
    Note(Box<NoteField>),
    /// One of a few values, by its code. Typing finds another one, Space turns to the next.
    Choice(String),
    /// A text by which something is looked for; what was found stands below it, one of it under the cursor.
    Found { field: Field, at: usize },
    /// Yes or no. Typing finds the tick of another name.
    Tick(bool),
}

impl Cell {
    pub(super) fn line(longest: usize, text: &str) -> Self {
        Self::Line(Field::new(longest).with(text))
    }

    /// A line of text that gives way to what is typed.
    pub(super) fn proposal(longest: usize, text: &str) -> Self {
        let mut field = Field::new(longest);
        field.propose(text);
        Self::Line(field)
    }

    pub(super) fn note(longest: usize, text: &str) -> Self {
        Self::Note(Box::new(NoteField::new(longest).with(text)))
    }

    pub(super) fn found(longest: usize, text: &str) -> Self {
        Self::Found { field: Field::new(longest).with(text), at: 0 }
    }

    /// What stands there: a text, the code of a value, `1` or nothing of a tick.
    fn value(&self) -> String {
        match self {
            Self::Line(field) | Self::Found { field, .. } => field.value().to_owned(),
            Self::Note(note) => note.text(),
            Self::Choice(code) => code.clone(),
            Self::Tick(is_on) => if *is_on { "1" } else { "" }.to_owned(),
        }
    }

    fn set(&mut self, value: &str) {
        match self {
            Self::Line(field) => field.set(value),
            Self::Note(note) => note.set(value),
            Self::Choice(code) => value.clone_into(code),
            Self::Found { field, at } => {
                field.set(value);
                *at = 0;
            }
            Self::Tick(is_on) => *is_on = !value.is_empty(),
        }
    }

    const fn is_text(&self) -> bool {
        matches!(self, Self::Line(_) | Self::Note(_) | Self::Found { .. })
    }
}

/// One of the values of a choice, or one row of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub code: String,
    pub words: String,
    /// A key that chooses it at once.
    pub key: Option<char>,
    /// Whether the words are the name of a person, which is found by the given name first.
    pub is_person: bool,
}

impl Value {
    pub(super) fn new(code: impl Into<String>, words: impl Into<String>) -> Self {
        Self { code: code.into(), words: words.into(), key: None, is_person: false }
    }

    /// Those of the roster who are offered, in the order of their names.
    pub(super) fn people(roster: &[Volunteer]) -> impl Iterator<Item = Self> {
        let mut people: Vec<&Volunteer> = roster.iter().filter(|one| one.active).collect();
        full_name::sort_by_name(&mut people, |one| one.name.clone());
        people.into_iter().map(|one| Self { is_person: true, ..Self::new(one.id.0.to_string(), &one.name) })
    }

    /// How well it fits what was typed, the best first.
    fn rank(&self, typed: &str) -> Option<u8> {
        if self.is_person { full_name::rank(typed, &self.words) } else { rank(typed, &self.words) }
    }
}

/// How a row looks now, and what may stand in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Face {
    pub label: String,
    /// The person whom the row is about: typing finds the row by that name.
    pub person: Option<String>,
    /// The values of a choice; what was found by the text of the row.
    pub values: Vec<Value>,
    /// What holds while nothing is typed.
    pub unset: Option<String>,
    /// What is to be known of the row, told below it while it has the keys.
    pub hint: Option<(String, Meaning)>,
    /// What is wrong with what stands there.
    pub flaw: Option<String>,
    /// How many lines of a note are shown.
    pub lines: u16,
    /// Whether a note shows its lines only while it has the keys.
    pub folds: bool,
    /// Whether an empty line follows, between groups of rows.
    pub gap: bool,
}

impl Face {
    pub(super) fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// The row as what is found by typing.
    fn as_value(&self, at: usize) -> Value {
        let words = self.person.as_ref().unwrap_or(&self.label);
        Value { is_person: self.person.is_some(), ..Value::new(at.to_string(), words) }
    }

    /// A choice of these values.
    pub(super) fn choice(label: impl Into<String>, values: Vec<Value>) -> Self {
        Self { values, ..Self::new(label) }
    }
}

/// What a form asks its view for: how a row looks, with the text that stands in it and what is wrong with that.
pub(super) struct Asked<'a, R, F> {
    pub row: R,
    pub text: &'a str,
    pub flaw: Option<&'a F>,
}

/// The view's answers.
pub(super) type Faces<'a, R, F> = &'a dyn Fn(Asked<'_, R, F>) -> Face;

/// What an action did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Acted<R> {
    /// It was no action of a form.
    Not,
    Stay,
    /// The keys went on from this row.
    Left(R),
    Save,
    Back,
}

#[derive(Clone, Debug, PartialEq)]
struct Row<R, F> {
    id: R,
    cell: Cell,
    /// What stood there at first, or was saved last.
    kept: String,
    flaw: Option<F>,
}

/// The rows, and which of them has the keys. `R` names a row, `F` is what may be wrong with one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form<R, F = ()> {
    rows: Vec<Row<R, F>>,
    at: usize,
    /// What was typed to find a value of this row.
    typed: Field,
    /// The value of the row before it was typed.
    before: String,
}

impl<R: Copy + PartialEq, F> Form<R, F> {
    pub(super) fn new(rows: impl IntoIterator<Item = (R, Cell)>) -> Self {
        let row = |(id, cell): (R, Cell)| Row { id, kept: cell.value(), cell, flaw: None };
        Self {
            rows: rows.into_iter().map(row).collect(),
            at: 0,
            typed: Field::new(LONGEST),
            before: String::new(),
        }
    }

    /// Has these rows from now on: one that was there stays as it is, with the keys if it had them.
    pub(super) fn follow(&mut self, rows: impl IntoIterator<Item = R>, cell: impl Fn(R) -> Cell) {
        let had_keys = self.rows.get(self.at).map(|row| row.id);
        let mut old: Vec<Option<Row<R, F>>> = std::mem::take(&mut self.rows).into_iter().map(Some).collect();
        let mut from = 0;
        for id in rows {
            let is_it = |row: &Option<Row<R, F>>| row.as_ref().is_some_and(|row| row.id == id);
            // They mostly come in the order in which they were.
            let at = (from..old.len()).chain(0..from).find(|at| is_it(&old[*at]));
            let kept = at.and_then(|at| {
                from = at + 1;
                old[at].take()
            });
            self.rows.push(kept.unwrap_or_else(|| {
                let cell = cell(id);
                Row { id, kept: cell.value(), cell, flaw: None }
            }));
        }
        let at = had_keys.and_then(|id| self.rows.iter().position(|row| row.id == id));
        if at.is_none() {
            self.typed.clear();
        }
        self.at = at.unwrap_or_else(|| moved(self.at, 0, self.rows.len()));
    }

    /// The row that has the keys.
    pub(super) fn row(&self) -> Option<R> {
        self.rows.get(self.at).map(|row| row.id)
    }

    pub(super) fn has_keys(&self, row: R) -> bool {
        self.row() == Some(row)
    }

    /// The rows from top to bottom, each with what stands in it.
    pub(super) fn values(&self) -> impl Iterator<Item = (R, String)> {
        self.rows.iter().map(|row| (row.id, row.cell.value()))
    }

    /// What stands in a row; nothing where there is no such row.
    pub(super) fn value(&self, row: R) -> String {
        self.of(row).map(|row| row.cell.value()).unwrap_or_default()
    }

    pub(super) fn is_ticked(&self, row: R) -> bool {
        self.of(row).is_some_and(|row| row.cell == Cell::Tick(true))
    }

    /// Which of what was found is under the cursor.
    pub(super) fn found(&self, row: R) -> usize {
        match self.of(row).map(|row| &row.cell) {
            Some(Cell::Found { at, .. }) => *at,
            _ => 0,
        }
    }

    fn of(&self, id: R) -> Option<&Row<R, F>> {
        self.rows.iter().find(|row| row.id == id)
    }

    fn of_mut(&mut self, id: R) -> Option<&mut Row<R, F>> {
        self.rows.iter_mut().find(|row| row.id == id)
    }

    /// Writes into a row.
    pub(super) fn set(&mut self, row: R, value: &str) {
        if let Some(row) = self.of_mut(row)
            && row.cell.value() != value
        {
            row.cell.set(value);
        }
    }

    /// Writes into a row what gives way to what is typed.
    pub(super) fn propose(&mut self, row: R, value: &str) {
        if let Some(Row { cell: Cell::Line(field), .. }) = self.of_mut(row) {
            field.propose(value);
        }
    }

    /// Writes what is saved into a row.
    pub(super) fn keep(&mut self, row: R, value: &str) {
        self.set(row, value);
        if let Some(row) = self.of_mut(row) {
            value.clone_into(&mut row.kept);
            row.flaw = None;
        }
    }

    /// Says what is wrong with a row, or that nothing is.
    pub(super) fn find_flaw(&mut self, row: R, flaw: Option<F>) {
        if let Some(row) = self.of_mut(row) {
            row.flaw = flaw;
        }
    }

    /// Says what is wrong with a row, and gives it the keys.
    pub(super) fn point_out(&mut self, row: R, flaw: F) {
        self.find_flaw(row, Some(flaw));
        self.go_to(row);
    }

    /// The first row in which something is wrong.
    pub(super) fn first_flaw(&self) -> Option<R> {
        self.rows.iter().find(|row| row.flaw.is_some()).map(|row| row.id)
    }

    /// Whether something stands in a row that is not saved.
    pub(super) fn is_row_changed(&self, row: R) -> bool {
        self.of(row).is_some_and(|row| row.cell.value() != row.kept)
    }

    /// Whether something stands in the form that is not saved.
    pub(super) fn is_changed(&self) -> bool {
        self.rows.iter().any(|row| row.cell.value() != row.kept)
    }

    /// Whether words were typed that are not saved.
    pub(super) fn has_words(&self) -> bool {
        self.rows.iter().any(|row| row.cell.is_text() && row.cell.value().trim() != row.kept.trim())
    }

    /// The form is left: words that were typed are not lost by one key.
    pub(super) fn leave(&self) -> Answer {
        if self.has_words() { Answer::Then(Request::Confirm(Question::DropWords)) } else { Answer::Close }
    }

    /// Gives the keys to a row.
    pub(super) fn go_to(&mut self, row: R) {
        if let Some(at) = self.rows.iter().position(|one| one.id == row) {
            self.go(at);
        }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.typed.clear();
    }

    fn face(&self, at: usize, faces: Faces<'_, R, F>) -> Face {
        let row = &self.rows[at];
        let text = match &row.cell {
            Cell::Line(field) | Cell::Found { field, .. } => field.value(),
            Cell::Choice(code) => code,
            Cell::Note(_) | Cell::Tick(_) => "",
        };
        faces(Asked { row: row.id, text, flaw: row.flaw.as_ref() })
    }

    /// Whether a key of forms would do something now.
    pub(super) fn is_possible(&self, action: Action, faces: Faces<'_, R, F>) -> bool {
        match action {
            Action::Toggle => self.can_turn(faces),
            Action::NextField | Action::PreviousField => self.rows.len() > 1,
            _ => true,
        }
    }

    /// What a key of forms would do to the row under the cursor: what has two values is on or off.
    pub(super) fn row_deed(&self, action: Action, faces: Faces<'_, R, F>) -> RowDeed {
        match self.rows.get(self.at).map(|row| &row.cell) {
            _ if action != Action::Toggle => RowDeed::Nothing,
            Some(Cell::Tick(is_on)) => RowDeed::turning(*is_on),
            Some(Cell::Choice(code)) => match &*self.face(self.at, faces).values {
                [_, second] => RowDeed::turning(second.code == *code),
                _ => RowDeed::Changes(self.at),
            },
            _ => RowDeed::Nothing,
        }
    }

    fn can_turn(&self, faces: Faces<'_, R, F>) -> bool {
        match self.rows.get(self.at).map(|row| &row.cell) {
            Some(Cell::Tick(_)) => true,
            Some(Cell::Choice(_)) => self.face(self.at, faces).values.len() > 1,
            _ => false,
        }
    }
}

/// Keys.
impl<R: Copy + PartialEq, F> Form<R, F> {
    /// Does what an action means in every form.
    pub(super) fn act(&mut self, action: Action, faces: Faces<'_, R, F>) -> Acted<R> {
        match action {
            Action::Save => return Acted::Save,
            Action::Back => return Acted::Back,
            Action::Accept if self.rows.len() <= 2 || self.at + 1 == self.rows.len() => return Acted::Save,
            Action::Up | Action::Down
                if self.moves_within(if action == Action::Up { -1 } else { 1 }, faces) => {}
            // Tab goes round.
            Action::NextField if self.at + 1 == self.rows.len() => return self.step(isize::MIN),
            Action::PreviousField if self.at == 0 => return self.step(isize::MAX),
            Action::Up | Action::PreviousField => return self.step(-1),
            Action::Down | Action::NextField | Action::Accept => return self.step(1),
            Action::PageUp => return self.step(-PAGE),
            Action::PageDown => return self.step(PAGE),
            Action::Toggle => self.turn(faces),
            _ => return Acted::Not,
        }
        Acted::Stay
    }

    fn step(&mut self, by: isize) -> Acted<R> {
        let Some(left) = self.row() else { return Acted::Stay };
        self.go(moved(self.at, by, self.rows.len()));
        Acted::Left(left)
    }

    /// A line up or down in a note, or in what was found.
    fn moves_within(&mut self, by: isize, faces: Faces<'_, R, F>) -> bool {
        if self.rows.is_empty() {
            return false;
        }
        let count = self.face(self.at, faces).values.len();
        match &mut self.rows[self.at].cell {
            Cell::Note(note) if note.can_move(by) => note.move_line(by),
            Cell::Found { at, .. } if at.checked_add_signed(by).is_some_and(|to| to < count) => {
                *at = at.saturating_add_signed(by);
            }
            _ => return false,
        }
        true
    }

    /// Takes a key of text or editing; says whether it was one.
    pub(super) fn press(&mut self, key: Key, faces: Faces<'_, R, F>) -> bool {
        self.change(|form| match &mut form.rows[form.at].cell {
            Cell::Line(field) => field.press(key),
            Cell::Note(note) => note.press(key),
            Cell::Found { field, at } => edit(field, at, |field| field.press(key)),
            Cell::Choice(_) | Cell::Tick(_) => form.seek(key, faces),
        })
    }

    /// Takes a text that came at once.
    pub(super) fn paste(&mut self, text: &str, faces: Faces<'_, R, F>) {
        self.change(|form| {
            match &mut form.rows[form.at].cell {
                Cell::Line(field) => field.insert(text),
                Cell::Note(note) => note.insert(text),
                Cell::Found { field, at } => edit(field, at, |field| field.insert(text)),
                Cell::Choice(_) | Cell::Tick(_) => {
                    form.begin_to_seek();
                    form.typed.insert(text);
                    form.find(faces);
                }
            }
            true
        });
    }

    /// What was wrong with a value is no longer known of another one.
    fn change(&mut self, deed: impl FnOnce(&mut Self) -> bool) -> bool {
        let Some(row) = self.rows.get(self.at) else { return false };
        let (at, before) = (self.at, row.cell.value());
        let is_taken = deed(self);
        if self.rows[at].cell.value() != before {
            self.rows[at].flaw = None;
        }
        is_taken
    }

    /// Takes a letter by which a value is found.
    fn seek(&mut self, key: Key, faces: Faces<'_, R, F>) -> bool {
        match key.text() {
            Some(letter) => {
                let offered = self.offered(faces);
                if let Some(value) = offered.iter().find(|value| value.key == Some(letter)) {
                    self.rows[self.at].cell.set(&value.code);
                    self.typed.clear();
                    return true;
                }
                if letter == ' ' && !self.goes_on(&offered) {
                    return false;
                }
                self.begin_to_seek();
                self.typed.insert(letter.encode_utf8(&mut [0; 4]));
            }
            None if self.typed.value().is_empty() || !self.typed.press_at_end(key) => return false,
            None => {}
        }
        self.find(faces);
        true
    }

    /// What may be found from here: the values of a choice, from a tick all ticks.
    fn offered(&self, faces: Faces<'_, R, F>) -> Vec<Value> {
        if !matches!(self.rows[self.at].cell, Cell::Tick(_)) {
            return self.face(self.at, faces).values;
        }
        let ticks = (0..self.rows.len()).filter(|at| matches!(self.rows[*at].cell, Cell::Tick(_)));
        ticks.map(|at| self.face(at, faces).as_value(at)).collect()
    }

    /// Whether a space is one of the words that are typed: «thon» may go on with «thon 2», and a name that is not found is
    /// typed to its end. Else, and after a space, it turns the value.
    fn goes_on(&self, offered: &[Value]) -> bool {
        let typed = self.typed.value();
        if typed.is_empty() || typed.ends_with(' ') {
            return false;
        }
        let begun = format!("{} ", fold(typed));
        let mut fitting = offered.iter().filter(|value| value.rank(typed).is_some()).peekable();
        fitting.peek().is_none() || fitting.any(|value| fold(&value.words).starts_with(&begun))
    }

    fn begin_to_seek(&mut self) {
        if self.typed.value().is_empty() {
            self.before = self.rows[self.at].cell.value();
        }
    }

    /// Chooses what fits best what was typed; when nothing does, what was there before.
    fn find(&mut self, faces: Faces<'_, R, F>) {
        let offered = self.offered(faces);
        let typed = self.typed.value();
        let ranked = offered.iter().filter_map(|value| Some((value.rank(typed)?, value)));
        let best = ranked.min_by_key(|(rank, _)| *rank).map(|(_, value)| value.code.clone());
        if let Cell::Tick(_) = self.rows[self.at].cell {
            self.at = best.and_then(|at| at.parse().ok()).unwrap_or(self.at);
        } else {
            let code = best.as_ref().unwrap_or(&self.before);
            self.rows[self.at].cell.set(code);
        }
    }

    /// The next value, round and round; among those that fit what was typed, if several do.
    fn turn(&mut self, faces: Faces<'_, R, F>) {
        let Some(row) = self.rows.get_mut(self.at) else { return };
        if let Cell::Tick(is_on) = &mut row.cell {
            *is_on = !*is_on;
            return self.typed.clear();
        }
        let Cell::Choice(now) = &row.cell else { return };
        let now = now.clone();
        let mut values = self.face(self.at, faces).values;
        let fits = |value: &Value| value.rank(self.typed.value()).is_some();
        if values.iter().filter(|value| fits(value)).count() > 1 {
            values.retain(fits);
        } else {
            self.typed.clear();
        }
        let next = values.iter().position(|value| value.code == now).map_or(0, |at| at + 1);
        let row = &mut self.rows[self.at];
        if let Some(value) = values.get(next % values.len().max(1)) {
            row.cell.set(&value.code);
            row.flaw = None;
        }
    }
}

/// What is found by a text begins anew when the text is another.
fn edit<T>(field: &mut Field, at: &mut usize, deed: impl FnOnce(&mut Field) -> T) -> T {
    let before = field.value().to_owned();
    let done = deed(field);
    if field.value() != before {
        *at = 0;
    }
    done
}

/// The keys of a view that is a form and nothing else: its `form`, and the answers of its `face(&asked, ctx)`.
macro_rules! form_keys {
    () => {
        fn press(&mut self, key: $crate::ui::key::Key, ctx: &Context<'_>) -> bool {
            self.form.press(key, &|asked| face(&asked, ctx))
        }

        fn paste(&mut self, text: &str, ctx: &Context<'_>) {
            self.form.paste(text, &|asked| face(&asked, ctx));
        }

        fn row_deed(&self, action: Action, ctx: &Context<'_>) -> $crate::ui::view::RowDeed {
            self.form.row_deed(action, &|asked| face(&asked, ctx))
        }

        fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
            self.form.is_possible(action, &|asked| face(&asked, ctx))
        }
    };
}

pub(super) use form_keys;

#[cfg(test)]
mod tests;
