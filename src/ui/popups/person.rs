//! Who asks: age, sex, hamlet, smartphone. Everything may be left out, and by default is.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::filter::fits;
use super::window;
use crate::desk::{Card, Command};
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::{Hamlet, HamletId, Person, VisitId};
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::theme::Meaning;

/// How many columns the names of the rows take.
const LABELS: usize = 16;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Age,
    Sex,
    Hamlet,
    Phone,
}

impl Row {
    const ALL: [Self; 4] = [Self::Age, Self::Sex, Self::Hamlet, Self::Phone];
}

/// What the form has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing yet.
    None,
    /// Nothing is changed.
    Back,
    /// This is known now.
    Known(Person),
}

/// The form, for a number that is being given and for one that was given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PersonForm {
    person: Person,
    /// The hamlet that was noted before: offered here even when the list no longer has it.
    noted: Option<HamletId>,
    row: Row,
    /// What was typed to find a hamlet.
    typed: Field,
}

impl PersonForm {
    pub(super) fn new(person: Person) -> Self {
        Self { person, noted: person.hamlet, row: Row::Age, typed: Field::new(40) }
    }

    pub(super) fn person(&self) -> &Person {
        &self.person
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let at = Row::ALL.iter().position(|row| *row == self.row).unwrap_or(0);
        match action {
            Action::Accept => return Answer::Known(self.person),
            Action::Back => return Answer::Back,
            Action::Up | Action::PreviousField => self.go(moved(at, -1, Row::ALL.len())),
            Action::Down | Action::NextField => self.go(moved(at, 1, Row::ALL.len())),
            Action::Left => self.turn(true, ctx),
            Action::Right | Action::Toggle => self.turn(false, ctx),
            _ => {}
        }
        Answer::None
    }

    fn go(&mut self, to: usize) {
        self.row = Row::ALL[to];
        self.typed.clear();
    }

    /// The value after or before this one; «not noted» is one of them.
    fn turn(&mut self, back: bool, ctx: &Context<'_>) {
        let person = &mut self.person;
        match self.row {
            Row::Age => *person = person.aged(turned(AgeBand::ALL, person.age, back)),
            Row::Sex => person.sex = turned(Sex::ALL, person.sex, back),
            Row::Phone => person.phone = turned(Phone::ALL, person.phone, back),
            Row::Hamlet => {
                let found: Vec<HamletId> = self.found(&ctx.model.hamlets).map(|hamlet| hamlet.id).collect();
                self.person.hamlet = turned(&found, self.person.hamlet, back);
            }
        }
    }

    /// The hamlets that are offered and fit what was typed.
    fn found<'a>(&self, hamlets: &'a [Hamlet]) -> impl Iterator<Item = &'a Hamlet> {
        let (typed, noted) = (self.typed.value().to_owned(), self.noted);
        hamlets
            .iter()
            .filter(move |hamlet| hamlet.active || Some(hamlet.id) == noted)
            .filter(move |hamlet| fits(&typed, &hamlet.name))
    }

    /// A digit is an age, except where a hamlet is looked for: «Thôn 2» has one, too.
    pub(super) fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        if self.row == Row::Hamlet {
            // A space alone is the key that turns the value.
            if key.text() == Some(' ') && self.typed.value().is_empty() {
                return false;
            }
            let taken = self.typed.press_at_end(key);
            if taken {
                self.find(ctx);
            }
            return taken;
        }
        let Some(digit) = key.text().and_then(|letter| letter.to_digit(10)) else { return false };
        let at = usize::try_from(digit).ok().and_then(|digit| digit.checked_sub(1));
        let age = at.and_then(|at| AgeBand::ALL.get(at).copied());
        if age.is_some() || digit == 0 {
            self.person = self.person.aged(age);
            self.row = Row::Age;
        }
        true
    }

    pub(super) fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        if self.row == Row::Hamlet {
            self.typed.insert(text);
            self.find(ctx);
        }
    }

    /// The first hamlet that fits what was typed; none when none does. An emptied field leaves the choice alone.
    fn find(&mut self, ctx: &Context<'_>) {
        if !self.typed.value().trim().is_empty() {
            let first = self.found(&ctx.model.hamlets).next().map(|hamlet| hamlet.id);
            self.person.hamlet = first;
        }
    }

    /// Draws the form; `elderly` is what is said of a person of 60 and over.
    pub(super) fn render(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        ctx: &Context<'_>,
        title: &str,
        elderly: Option<&str>,
    ) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, title, 74, 11).inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        let not_said = lang.person_not_said();
        let hamlet = self.person.hamlet.and_then(|id| ctx.model.hamlets.iter().find(|one| one.id == id));
        let rows = [
            (lang.person_age(), self.person.age.map_or(not_said, |age| lang.age(age))),
            (lang.person_sex(), self.person.sex.map_or(not_said, |sex| lang.sex(sex))),
            (lang.person_hamlet(), hamlet.map_or(not_said, |hamlet| &hamlet.name)),
            (lang.person_phone(), self.person.phone.map_or(not_said, |phone| lang.phone(phone))),
        ];
        let mut line = 0;
        for (row, (label, value)) in Row::ALL.into_iter().zip(rows) {
            let has_keys = row == self.row;
            let (mark, meaning) = if has_keys { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            let words = format!("{mark} {} < {value} >", draw::pad(label, LABELS));
            draw::line(buffer, inner, line, &words, ctx.style(meaning));
            line += 1;
            if let Some((words, meaning)) = self.hint(row, ctx) {
                let words = format!("    {words}");
                draw::line(buffer, inner, line, &words, ctx.style(meaning));
                line += 1;
            }
        }
        if let (Some(words), true) = (elderly, self.person.age.is_some_and(AgeBand::is_elderly)) {
            let words = format!("[!] {words}");
            draw::line(buffer, inner, inner.height.saturating_sub(1), &words, ctx.style(Meaning::Priority));
        }
    }

    /// What stands under a row.
    fn hint(&self, row: Row, ctx: &Context<'_>) -> Option<(String, Meaning)> {
        let lang = ctx.lang;
        match row {
            Row::Age => Some((lang.person_age_keys().to_owned(), Meaning::Faint)),
            Row::Hamlet if !ctx.model.hamlets.iter().any(|hamlet| hamlet.active) => {
                Some((lang.person_no_hamlets().to_owned(), Meaning::Faint))
            }
            Row::Hamlet if self.row != Row::Hamlet => None,
            Row::Hamlet if self.found(&ctx.model.hamlets).next().is_none() => {
                let typed = lang.person_hamlet_typed(self.typed.value());
                Some((format!("{typed}  [!] {}", lang.person_hamlet_none()), Meaning::Warning))
            }
            Row::Hamlet if self.typed.value().is_empty() => {
                Some((lang.person_hamlet_find().to_owned(), Meaning::Faint))
            }
            Row::Hamlet => Some((lang.person_hamlet_typed(self.typed.value()), Meaning::Strong)),
            Row::Sex | Row::Phone => None,
        }
    }
}

/// The choice after or before this one, round and round; none is the first.
fn turned<T: Copy + PartialEq>(all: &[T], now: Option<T>, back: bool) -> Option<T> {
    let at = now.and_then(|now| all.iter().position(|one| *one == now)).map_or(0, |at| at + 1);
    let count = all.len() + 1;
    let to = (at + if back { count - 1 } else { 1 }) % count;
    to.checked_sub(1).and_then(|to| all.get(to).copied())
}

/// The popup for a visit that has its number.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoAsks {
    visit: VisitId,
    before: Person,
    form: PersonForm,
}

impl WhoAsks {
    /// What is known of who asks in a visit.
    pub fn new(card: &Card) -> Self {
        Self { visit: card.visit.id, before: card.person, form: PersonForm::new(card.person) }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        if action == Action::Help {
            return vec![Request::Act(Action::Help)];
        }
        match self.form.act(action, ctx) {
            Answer::None => Vec::new(),
            Answer::Known(person) if person != self.before => {
                let command = Command::SetPerson { visit: self.visit, person };
                vec![Request::Run(command), Request::Close]
            }
            Answer::Known(_) | Answer::Back => vec![Request::Close],
        }
    }

    pub(super) fn form(&mut self) -> &mut PersonForm {
        &mut self.form
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let card = ctx.model.card(self.visit);
        let title = ctx.lang.person_title(&card.map(|card| ctx.ticket(card)).unwrap_or_default());
        let has_priority = card.is_some_and(|card| card.visit.priority.is_some());
        let elderly = (!has_priority).then(|| ctx.lang.person_elderly_given());
        self.form.render(frame, area, ctx, &title, elderly);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_one_of_the_choices_and_they_go_round() {
        assert_eq!(turned(Sex::ALL, None, false), Some(Sex::Female));
        assert_eq!(turned(Sex::ALL, Some(Sex::Male), false), None);
        assert_eq!(turned(Sex::ALL, None, true), Some(Sex::Male));
        assert_eq!(turned::<Sex>(&[], None, true), None);
        // A choice that is no longer among them counts as none.
        assert_eq!(turned(&[Sex::Male], Some(Sex::Female), false), Some(Sex::Male));
    }
}
