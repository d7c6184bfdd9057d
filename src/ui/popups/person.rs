//! Who asks: age, sex, hamlet, smartphone. Everything may be left out, and by default is.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Card, Command};
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::{HamletId, Person, VisitId};
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the names of the rows take.
const LABELS: usize = 16;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PersonFact {
    Age,
    Sex,
    Hamlet,
    Phone,
}

impl PersonFact {
    const ALL: [Self; 4] = [Self::Age, Self::Sex, Self::Hamlet, Self::Phone];

    fn code(self, person: &Person) -> String {
        match self {
            Self::Age => person.age.map(AgeBand::code).unwrap_or_default().to_owned(),
            Self::Sex => person.sex.map(Sex::code).unwrap_or_default().to_owned(),
            Self::Hamlet => person.hamlet.map(|id| id.0.to_string()).unwrap_or_default(),
            Self::Phone => person.phone.map(Phone::code).unwrap_or_default().to_owned(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noted {
    /// Nothing yet.
    Not,
    /// Nothing is changed.
    Back,
    Known(Person),
}

/// The form, for a number that is being given and for one that was given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PersonForm {
    person: Person,
    /// The hamlet that was noted before: offered here even when the list no longer has it.
    noted: Option<HamletId>,
    form: Form<PersonFact>,
}

impl PersonForm {
    pub(super) fn new(person: Person) -> Self {
        let form = Form::new(PersonFact::ALL.map(|row| (row, Cell::Choice(row.code(&person)))));
        Self { person, noted: person.hamlet, form }
    }

    pub(super) fn person(&self) -> &Person {
        &self.person
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Noted {
        let noted = self.noted;
        match self.form.act(action, &|asked| face(&asked, noted, ctx)) {
            Acted::Save => return Noted::Known(self.person),
            Acted::Back => return Noted::Back,
            Acted::Not | Acted::Stay | Acted::Left(_) => self.read(),
        }
        Noted::Not
    }

    pub(super) fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let noted = self.noted;
        let is_taken = self.form.press(key, &|asked| face(&asked, noted, ctx));
        self.read();
        is_taken
    }

    pub(super) fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        let noted = self.noted;
        self.form.paste(text, &|asked| face(&asked, noted, ctx));
        self.read();
    }

    /// Takes over what was chosen.
    fn read(&mut self) {
        let age = AgeBand::from_code(&self.form.value(PersonFact::Age));
        if age != self.person.age {
            self.person = self.person.aged(age);
        }
        self.person.sex = Sex::from_code(&self.form.value(PersonFact::Sex));
        self.person.hamlet = self.form.value(PersonFact::Hamlet).parse().ok().map(HamletId);
        self.person.phone = Phone::from_code(&self.form.value(PersonFact::Phone));
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
        let inner = window(frame, area, ctx, title, 74, 11).inner(Margin::new(1, 0));
        self.form.render(frame, inner, ctx, LABELS, &|asked| face(&asked, self.noted, ctx));
        if let (Some(words), true) = (elderly, self.person.age.is_some_and(AgeBand::is_elderly)) {
            let words = format!("[!] {words}");
            let (last, style) = (inner.height.saturating_sub(1), ctx.style(Meaning::Priority));
            draw::line(frame.buffer_mut(), inner, last, &words, style);
        }
    }
}

/// A row with its values; «not noted» is the first of them.
fn face(asked: &Asked<'_, PersonFact, ()>, noted: Option<HamletId>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let mut none = Value::new("", lang.person_not_said());
    let (label, known, hint): (_, Vec<Value>, _) = match asked.row {
        PersonFact::Age => {
            none.key = Some('0');
            let ages = AgeBand::ALL.iter().zip('1'..);
            let known =
                ages.map(|(age, key)| Value { key: Some(key), ..Value::new(age.code(), lang.age(*age)) });
            (lang.person_age(), known.collect(), Some(lang.person_age_keys()))
        }
        PersonFact::Sex => {
            let known = Sex::ALL.iter().map(|sex| Value::new(sex.code(), lang.sex(*sex)));
            (lang.person_sex(), known.collect(), None)
        }
        PersonFact::Hamlet => {
            let offered = ctx.model.hamlets.iter().filter(|one| one.active || Some(one.id) == noted);
            let known: Vec<Value> =
                offered.map(|one| Value::new(one.id.0.to_string(), one.name.as_str())).collect();
            if known.is_empty() {
                lang.person_no_hamlets().clone_into(&mut none.words);
            }
            (lang.person_hamlet(), known, Some(lang.person_hamlet_find()))
        }
        PersonFact::Phone => {
            let known = Phone::ALL.iter().map(|phone| Value::new(phone.code(), lang.phone(*phone)));
            (lang.person_phone(), known.collect(), None)
        }
    };
    let hint = hint.map(|words| (words.to_owned(), Meaning::Faint));
    Face { hint, ..Face::choice(label, std::iter::once(none).chain(known).collect()) }
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
}

impl View for WhoAsks {
    fn place(&self) -> Place {
        Place::Person
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, ctx) {
            Noted::Not => Answer::Stay,
            Noted::Known(person) if person != self.before => {
                let command = Command::SetPerson { visit: self.visit, person };
                Answer::Then(Request::Run(command))
            }
            Noted::Known(_) | Noted::Back => Answer::Close,
        }
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, ctx)
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, ctx);
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.person_title(&ctx.ticket(ctx.model.card(self.visit)?)))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let card = ctx.model.card(self.visit);
        let title = self.title(ctx).unwrap_or_default();
        let has_priority = card.is_some_and(|card| card.visit.priority.is_some());
        let elderly = (!has_priority).then(|| ctx.lang.person_elderly_given());
        self.form.render(frame, area, ctx, &title, elderly);
    }
}
