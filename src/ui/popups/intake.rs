//! Giving a number: a few letters of the need, Enter. Everything else is one key away and never asked.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::giving::{Booking, return_words, taken_up};
use super::person::{Noted, PersonForm};
use crate::desk::{Card, Command, GoingOn, LastGiven, NewVisit};
use crate::domain::assist::MOST_QUANTITY;
use crate::domain::card::CardFacts;
use crate::domain::person::AgeBand;
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::visit::MOST_PERSONS;
use crate::domain::{Code, Person, Priority, Refusal, StageKind, Ticket, input as clean};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::field::{Field, input_line};
use crate::ui::filter::Filter;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::first_row;
use crate::ui::request::{Opening, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// A row of the list.
enum IntakeRow<'a> {
    /// A party that was here before: the visit whose number was typed.
    Back(&'a Card),
    Need(Code),
}

/// What the letters go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IntakeLine {
    Need,
    Name,
    Note,
    Booked,
    /// Who asks, in a form of its own.
    Who,
}

impl IntakeLine {
    /// In the order in which Tab walks them.
    const ALL: [Self; 5] = [Self::Need, Self::Name, Self::Note, Self::Booked, Self::Who];
}

#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    filter: Filter,
    needs: Vec<(Code, u16)>,
    persons: u16,
    /// The digits that were typed right after the key for more persons.
    persons_typed: Option<String>,
    priority: Option<Priority>,
    name: Field,
    note: Field,
    line: IntakeLine,
    booking: Booking,
    person: Person,
    /// Open while who asks is being noted.
    who: Option<PersonForm>,
    /// Whether the priority follows from the age that was noted, and goes with it.
    for_age: bool,
    /// The visit of an earlier day that this one goes on with.
    going_on: Option<GoingOn>,
    /// The number that this one is filled like.
    like: Option<Ticket>,
}

/// The largest head-count that can be typed: more than there may be.
const MOST_SHOWN: u16 = 9_999;

impl Intake {
    /// An empty form: one person, no priority.
    pub fn new() -> Self {
        Self {
            filter: Filter::default(),
            needs: Vec::new(),
            persons: 1,
            persons_typed: None,
            priority: None,
            name: Field::new(clean::NAME_LENGTH),
            note: Field::new(clean::CALL_NOTE_LENGTH),
            line: IntakeLine::Need,
            booking: Booking::new(),
            person: Person::default(),
            who: None,
            for_age: false,
            going_on: None,
            like: None,
        }
    }

    /// The form for a party that goes on with a visit of an earlier day: what was not done then is what it needs.
    pub fn going_on(earlier: GoingOn) -> Self {
        let (needs, booking) = (earlier.needs.clone(), Booking::of(earlier.booked));
        Self { needs, booking, going_on: Some(earlier), ..Self::new() }
    }

    /// The form filled like the last number, so that Enter gives it.
    pub fn like(last: LastGiven) -> Self {
        let LastGiven { ticket, needs, persons, priority } = last;
        Self { needs, persons, priority, like: Some(ticket), ..Self::new() }
    }

    /// What can be chosen, the first choice first: who may be here again, then what is needed, then who is only perhaps meant.
    fn rows<'a>(&self, ctx: &Context<'a>) -> Vec<IntakeRow<'a>> {
        let is_doubtful = |card: &&Card| ctx.number.is_some_and(|number| number.is_doubtful(card.visit.day));
        let numbered = if self.line == IntakeLine::Need { ctx.numbered } else { &[] };
        let (doubtful, sure): (Vec<&Card>, Vec<&Card>) = numbered.iter().partition(is_doubtful);
        let needs = ctx.finder.find(self.filter.typed(), &ctx.model.habits);
        let sure = sure.into_iter().map(IntakeRow::Back);
        sure.chain(needs.into_iter().map(IntakeRow::Need))
            .chain(doubtful.into_iter().map(IntakeRow::Back))
            .collect()
    }

    /// The need under the cursor.
    fn need<'a>(&self, rows: &'a [IntakeRow<'_>]) -> Option<&'a Code> {
        match rows.get(self.filter.at())? {
            IntakeRow::Need(code) => Some(code),
            IntakeRow::Back(_) => None,
        }
    }

    /// That a number and its day were typed, and no visit has them.
    fn not_found(&self, ctx: &Context<'_>) -> Option<Refusal> {
        let number = ctx.number.filter(|number| number.has_day() && self.line == IntakeLine::Need)?;
        let day = *number.days(ctx.model.day).first()?;
        Some(Refusal::NoEarlierVisit { ticket: number.ticket, day })
    }

    /// Gives a line the letters.
    fn turn_to(&mut self, line: IntakeLine) {
        self.booking.has_keys(line == IntakeLine::Booked);
        self.who = (line == IntakeLine::Who).then(|| PersonForm::new(self.person));
        self.line = line;
    }

    /// Asks for the number, and stays as it is until it is given.
    fn given(
        &mut self,
        request: fn(NewVisit) -> Request,
        rows: &[IntakeRow<'_>],
        ctx: &Context<'_>,
    ) -> Answer {
        let new = self.clone().filled(rows, ctx);
        if new.is_none() {
            self.turn_to(IntakeLine::Booked);
            self.booking.refuse();
        }
        new.map_or(Answer::Stay, |new| Answer::Then(request(new)))
    }

    /// The needs that were gathered, or the one under the cursor; what is typed and fits is a need, too. Nothing when the
    /// booked time is none.
    fn filled(mut self, rows: &[IntakeRow<'_>], ctx: &Context<'_>) -> Option<NewVisit> {
        let booked = self.booking.time(ctx.now.day()).ok()?;
        if (self.needs.is_empty() || self.filter.is_typed())
            && let Some(code) = self.need(rows).cloned()
        {
            self.add(code);
        }
        let name = clean::line(self.name.value(), clean::NAME_LENGTH);
        let note = clean::line(self.note.value(), clean::CALL_NOTE_LENGTH);
        Some(NewVisit {
            needs: self.needs,
            persons: self.persons,
            priority: self.priority,
            name: (!name.is_empty()).then_some(name),
            person: self.person,
            returns_of: self.going_on.as_ref().map(|earlier| earlier.visit),
            booked,
            note: (!note.is_empty()).then_some(note),
        })
    }

    /// Notes what is saved of a card; who asks is known now, whatever was being noted by hand.
    pub(in crate::ui) fn note_card(&mut self, facts: &CardFacts) {
        self.who = None;
        self.note_person(facts.noted_of(self.person));
    }

    /// Somebody of 60 and over goes first unless another reason was chosen; the form shows it, and F6 takes it off.
    fn note_person(&mut self, person: Person) {
        let is_elderly = person.age.is_some_and(AgeBand::is_elderly);
        if is_elderly && self.priority.is_none() && person.age != self.person.age {
            self.priority = Some(Priority::Elderly);
            self.for_age = true;
        } else if !is_elderly && self.for_age {
            self.priority = None;
            self.for_age = false;
        }
        self.person = person;
    }

    /// Takes digits that follow the key for more persons: so many. What is too many is refused with the number, and not cut
    /// to another.
    fn press_persons(&mut self, key: Key) -> bool {
        let Some(typed) = &mut self.persons_typed else { return false };
        let digit = key.text().filter(char::is_ascii_digit);
        let longer = digit.map(|digit| format!("{typed}{digit}"));
        let persons = longer.as_ref().and_then(|longer| longer.parse().ok());
        match (longer, persons.filter(|persons| (1..=MOST_SHOWN).contains(persons))) {
            (Some(longer), Some(persons)) => {
                *typed = longer;
                self.persons = persons;
                true
            }
            (Some(_), None) => true,
            (None, _) => {
                self.persons_typed = None;
                false
            }
        }
    }

    /// The same need twice is two of it.
    fn add(&mut self, code: Code) {
        match self.needs.iter_mut().find(|(one, _)| *one == code) {
            Some((_, quantity)) => *quantity = (*quantity + 1).min(MOST_QUANTITY),
            None => self.needs.push((code, 1)),
        }
    }
}

impl View for Intake {
    fn place(&self) -> Place {
        if self.who.is_some() { Place::Person } else { Place::Intake }
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if let Some(form) = &mut self.who {
            let answer = form.act(action, ctx);
            if let Noted::Known(person) = answer {
                self.note_person(person);
            }
            if answer != Noted::Not {
                self.turn_to(IntakeLine::Need);
            }
            return Answer::Stay;
        }
        self.persons_typed = None;
        let rows = self.rows(ctx);
        match action {
            Action::Back if self.line != IntakeLine::Need => self.turn_to(IntakeLine::Need),
            Action::Back => return Answer::Close,
            Action::Accept if let Some(IntakeRow::Back(card)) = rows.get(self.filter.at()) => {
                return Answer::Then(taken_up(card, ctx.model.day));
            }
            Action::Accept if let Some(refusal) = self.not_found(ctx) => {
                return Answer::Run(Request::Refuse(refusal));
            }
            Action::Accept => return self.given(Request::Give, &rows, ctx),
            Action::ServeNow => return self.given(Request::ServeNow, &rows, ctx),
            Action::AddToVisit => {
                let code = self.need(&rows).cloned();
                let visit = in_hand(ctx).map(|card| card.visit.id);
                let both = visit.zip(code);
                return both.map_or(Answer::Stay, |(visit, procedure)| {
                    Answer::Then(Request::Run(Command::AddAssist { visit, procedure }))
                });
            }
            Action::AddNeed => {
                if let Some(code) = self.need(&rows).cloned() {
                    self.add(code);
                }
                self.filter.clear();
            }
            Action::MorePersons => {
                self.persons = (self.persons + 1).min(MOST_PERSONS);
                self.persons_typed = Some(String::new());
            }
            Action::Guide => {
                let code = self.need(&rows).cloned();
                return Answer::of(code.map(|code| Request::Open(Opening::Handbook(code))));
            }
            Action::WhoAsks => self.turn_to(IntakeLine::Who),
            Action::Priority => {
                self.for_age = false;
                let is_last = self.priority.is_some() && self.priority == Priority::ALL.last().copied();
                self.priority = (!is_last).then(|| Priority::after(self.priority));
            }
            Action::NextField | Action::PreviousField => {
                let at = IntakeLine::ALL.iter().position(|line| *line == self.line).unwrap_or(0);
                let count = IntakeLine::ALL.len();
                let by = if action == Action::NextField { 1 } else { count - 1 };
                self.turn_to(IntakeLine::ALL[(at + by) % count]);
            }
            _ => self.filter.step(action, rows.len()),
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        if let Some(form) = &mut self.who {
            return form.press(key, ctx);
        }
        if self.press_persons(key) {
            return true;
        }
        match self.line {
            IntakeLine::Need | IntakeLine::Who => self.filter.press(key),
            IntakeLine::Booked => self.booking.press(key),
            IntakeLine::Name => self.name.press(key),
            IntakeLine::Note => self.note.press(key),
        }
    }

    fn number_typed(&self) -> Option<&str> {
        (self.line == IntakeLine::Need).then(|| self.filter.typed())
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        if let Some(form) = &mut self.who {
            form.paste(text, ctx);
        } else {
            match self.line {
                IntakeLine::Need | IntakeLine::Who => self.filter.paste(text),
                IntakeLine::Booked => self.booking.paste(text),
                IntakeLine::Name => self.name.insert(text),
                IntakeLine::Note => self.note.insert(text),
            }
        }
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        match action {
            Action::AddToVisit => in_hand(ctx).is_some(),
            other => ctx.is_possible(other),
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        match action {
            Action::AddToVisit => Some(ctx.lang.key_add_to(&ctx.ticket(in_hand(ctx)?))),
            Action::Accept if let Some(IntakeRow::Back(card)) = self.rows(ctx).get(self.filter.at()) => {
                let ticket = ctx.dated_ticket(card);
                let is_open = card.visit.stage.kind().is_open();
                Some(if is_open { ctx.lang.key_to_visit(&ticket) } else { ctx.lang.key_return(&ticket) })
            }
            Action::Accept => Some(ctx.lang.action(Action::TakeNumber).to_owned()),
            _ => None,
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.intake_title(), 72, 21).inner(Margin::new(1, 0));
        let [queue, typed, hint, list, chosen, facts, who, name, note] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
        ])
        .areas(inner);
        let is_open = self.who.is_none();
        let has_keys = |line| is_open && self.line == line;
        input_line(frame, typed, ctx, lang.intake_prompt(), self.filter.field(), has_keys(IntakeLine::Need));
        for (row, label, hint, field, line) in [
            (name, lang.intake_name(), lang.intake_name_hint(), &self.name, IntakeLine::Name),
            (note, lang.intake_note(), lang.intake_note_hint(), &self.note, IntakeLine::Note),
        ] {
            input_line(frame, row, ctx, label, field, has_keys(line));
            let is_marked = has_keys(line) && !ctx.typing_mark().is_empty();
            if field.value().is_empty() && !is_marked {
                let used = u16::try_from(draw::width(hint)).unwrap_or(row.width).min(row.width);
                let right = Rect { x: row.right() - used, width: used, ..row };
                draw::line(frame.buffer_mut(), right, 0, hint, ctx.style(Meaning::Faint));
            }
        }
        let why = self.priority.map_or(lang.intake_priority_none(), |why| lang.priority(why));
        let meaning = if self.priority.is_some() { Meaning::Priority } else { Meaning::Plain };
        // A booked time and what is wrong with it need the room that their keys have otherwise.
        let (persons, priority) = if self.line == IntakeLine::Booked {
            (lang.persons_row(&self.persons.to_string()), lang.line_priority(why))
        } else {
            (lang.intake_persons(&self.persons.to_string()), lang.intake_priority(why))
        };
        let used = draw::pieces(
            frame.buffer_mut(),
            facts,
            0,
            &[
                (&persons, ctx.style(Meaning::Plain)),
                ("   ", ctx.style(Meaning::Plain)),
                (&priority, ctx.style(meaning)),
                ("   ", ctx.style(Meaning::Plain)),
            ],
        );
        self.booking.render(frame, Rect { x: facts.x + used, width: facts.width - used, ..facts }, ctx);
        let buffer = frame.buffer_mut();
        // How long the wait would be is what people ask before they take a number.
        let ahead = ctx.model.ahead_of_new(self.priority, ctx.now);
        let wait = lang.wait_if_now(ahead, ctx.model.wait_behind(ahead, ctx.now));
        draw::line(buffer, queue, 0, &wait, ctx.style(Meaning::Strong));
        draw::line(buffer, hint, 0, lang.intake_hint(), ctx.style(Meaning::Faint));
        let rows = self.rows(ctx);
        let first = first_row(self.filter.at(), rows.len(), usize::from(list.height));
        for (line, (at, row)) in (0..list.height).zip(rows.iter().enumerate().skip(first)) {
            let is_selected = at == self.filter.at();
            let mark = if is_selected { ">" } else { " " };
            let plain = if matches!(row, IntakeRow::Back(_)) { Meaning::Strong } else { Meaning::Plain };
            let words = match row {
                IntakeRow::Back(card) => format!("{mark} {}", return_words(card, ctx)),
                IntakeRow::Need(code) => {
                    let field =
                        ctx.catalogue.field_of(code).map_or("", |field| lang.pick(&field.name).as_str());
                    let right = format!(" {field}  {code}");
                    let room = usize::from(list.width).saturating_sub(draw::width(&right));
                    let left = draw::pad(&format!("{mark} {}", ctx.short(code)), room);
                    format!("{left}{right}")
                }
            };
            let meaning = if is_selected { Meaning::Selected } else { plain };
            draw::line(buffer, list, line, &words, ctx.style(meaning));
        }
        if self.filter.is_typed()
            && let [IntakeRow::Need(code)] | [IntakeRow::Need(code), IntakeRow::Back(_)] = &rows[..]
            && code.0 == UNKNOWN_NEED
        {
            let words =
                self.not_found(ctx).map_or_else(|| lang.not_found().to_owned(), |one| lang.refusal(&one));
            draw::line(buffer, hint, 0, &words, ctx.style(Meaning::Warning));
        }
        let needs: Vec<String> =
            self.needs.iter().map(|(code, quantity)| format!("{} ×{quantity}", ctx.short(code))).collect();
        let mut column = Column::new(buffer, chosen);
        if !needs.is_empty() {
            let words = needs.join(", ");
            let head = match (&self.going_on, self.like) {
                (Some(earlier), _) => {
                    lang.intake_goes_on(&earlier.ticket.to_string(), &lang.short_date(earlier.day))
                }
                (None, Some(ticket)) => lang.intake_like(&ticket.to_string()),
                (None, None) => lang.intake_needs().to_owned(),
            };
            column.pieces(&[
                (&format!("{head}: "), ctx.style(Meaning::Heading)),
                (&words, ctx.style(Meaning::Strong)),
            ]);
        }
        let known = lang.person_facts(&self.person, &ctx.model.hamlets, ctx.commune());
        let known = if known.is_empty() { lang.intake_person_none() } else { &known };
        draw::line(buffer, who, 0, &lang.intake_person(known), ctx.style(Meaning::Plain));
        if let Some(form) = &self.who {
            // The number goes first because of the age that stands here, or for the reason that was chosen before.
            let is_new = form.person().age != self.person.age && self.priority.is_none();
            let elderly = is_new.then(|| lang.person_elderly_new());
            form.render(frame, area, ctx, lang.person_title_new(), elderly);
        }
    }
}

/// The visit to which a need can be added.
fn in_hand<'a>(ctx: &Context<'a>) -> Option<&'a Card> {
    ctx.model.in_hand().filter(|card| card.visit.stage.kind() == StageKind::Serving)
}

impl Default for Intake {
    fn default() -> Self {
        Self::new()
    }
}
