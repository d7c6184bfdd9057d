//! The roster: everybody of the team, those who left too, to be found, changed, and put together where two rows are one person.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{Shift, Volunteer, VolunteerFacts, VolunteerId, full_name, input};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::request::{ChoiceKind, Opening, Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The rows above the list: the title, and the field.
const HEAD: u16 = 2;

/// The row below the list: what to do about a person with two rows.
const FOOT: u16 = 1;

/// How many columns the name, the role and how somebody stands take.
const NAMES: usize = 30;
const ROLES: usize = 12;
const STATES: usize = 11;

#[derive(Clone, Debug)]
pub struct RosterView {
    typed: Field,
    /// Who is under the cursor; `None` is the first row.
    selected: Option<VolunteerId>,
    roster: Vec<(Volunteer, VolunteerFacts)>,
}

impl RosterView {
    /// The roster in its order, nothing typed yet.
    pub(in crate::ui) fn new(roster: Vec<(Volunteer, VolunteerFacts)>) -> Self {
        Self { typed: Field::new(input::NAME_LENGTH), selected: None, roster }
    }

    /// Takes the roster as it is now.
    pub(in crate::ui) fn refresh(&mut self, roster: Vec<(Volunteer, VolunteerFacts)>) {
        self.roster = roster;
    }

    /// Puts the cursor on somebody, also on one whom the search would hide.
    pub(in crate::ui) fn show(&mut self, id: VolunteerId) {
        if !self.rows().iter().any(|(one, _)| one.id == id) {
            self.typed.clear();
        }
        self.selected = Some(id);
    }

    /// Who is shown: all in their order while nothing is typed, else who fits, the best first.
    fn rows(&self) -> Vec<&(Volunteer, VolunteerFacts)> {
        full_name::find(self.typed.value(), &self.roster, |(one, _)| one.name.clone())
    }

    fn at(&self, rows: &[&(Volunteer, VolunteerFacts)]) -> usize {
        self.selected.and_then(|id| rows.iter().position(|(one, _)| one.id == id)).unwrap_or(0)
    }

    /// Who is under the cursor.
    fn chosen(&self) -> Option<&Volunteer> {
        let rows = self.rows();
        rows.get(self.at(&rows)).map(|(one, _)| one)
    }
}

impl View for RosterView {
    fn place(&self) -> Place {
        Place::Roster
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let rows = self.rows();
        if let Some(by) = step(action, ctx.rows().saturating_sub(usize::from(HEAD + FOOT))) {
            let to = rows.get(moved(self.at(&rows), by, rows.len())).map(|(one, _)| one.id);
            self.selected = to;
            return Answer::Stay;
        }
        match action {
            Action::Back if !self.typed.value().is_empty() => {
                self.typed.clear();
                return Answer::Stay;
            }
            Action::Back => return Answer::Close,
            Action::AddVolunteer => return Answer::Run(Request::Open(Opening::Volunteer(None))),
            _ => {}
        }
        let Some(id) = self.chosen().filter(|_| self.is_possible(action, ctx)).map(|one| one.id) else {
            return Answer::Stay;
        };
        // The cursor stays with the person wherever the row goes.
        self.selected = Some(id);
        Answer::Run(match action {
            Action::EditVolunteer => Request::Open(Opening::Volunteer(Some(id))),
            Action::RetireVolunteer => Request::Confirm(Question::RetireVolunteer(id)),
            Action::BringBackVolunteer => Request::Run(Command::BringBackVolunteer(id)),
            Action::MergeVolunteer => Request::Open(Opening::Choice(ChoiceKind::MergeInto(id))),
            _ => return Answer::Stay,
        })
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        let before = self.typed.value().to_owned();
        let taken = self.typed.press(key);
        if self.typed.value() != before {
            self.selected = None;
        }
        taken
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.typed.insert(text);
        self.selected = None;
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let chosen = self.chosen();
        match action {
            Action::EditVolunteer => chosen.is_some(),
            Action::RetireVolunteer => chosen.is_some_and(|one| one.active),
            Action::BringBackVolunteer => chosen.is_some_and(|one| !one.active),
            Action::MergeVolunteer => chosen.is_some() && self.roster.len() > 1,
            other => ctx.is_possible(other),
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let rows = self.rows();
        let gone = self.roster.iter().filter(|(one, _)| !one.active).count();
        let title = lang.roster_title(self.roster.len() - gone, gone);
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let field =
            Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(1), ..area };
        input_line(frame, field, ctx, lang.catalogue_find(), &self.typed, true);
        if self.typed.value().is_empty() {
            let hint = lang.roster_hint();
            let used = u16::try_from(draw::width(hint)).unwrap_or(0).min(field.width);
            let right = Rect { x: field.right() - used, width: used, ..field };
            draw::line(frame.buffer_mut(), right, 0, hint, ctx.style(Meaning::Faint));
        }
        let head = HEAD.min(area.height);
        let list = Rect { y: area.y + head, height: area.height.saturating_sub(HEAD + FOOT), ..area };
        let buffer = frame.buffer_mut();
        if rows.is_empty() {
            draw::line(buffer, list, 0, lang.nothing_fits(), ctx.style(Meaning::Warning));
        }
        let at = self.at(&rows);
        let first = first_row(at, rows.len(), usize::from(list.height));
        for (line, (number, row)) in (0..list.height).zip(rows.iter().enumerate().skip(first)) {
            let (words, state, meaning) = row_of(row, ctx, usize::from(list.width));
            if number == at {
                draw::line(buffer, list, line, &format!("> {words}{state}"), ctx.style(Meaning::Selected));
            } else {
                let pieces =
                    [(&*format!("  {words}"), ctx.style(Meaning::Plain)), (&*state, ctx.style(meaning))];
                draw::pieces(buffer, list, line, &pieces);
            }
        }
        let foot = draw::below(area, area.height.saturating_sub(FOOT));
        draw::line(buffer, foot, 0, lang.roster_twice(), ctx.style(Meaning::Faint));
    }
}

/// The columns of a row: name, role, unit and school; and at the right how the person stands.
fn row_of(
    (one, facts): &(Volunteer, VolunteerFacts),
    ctx: &Context<'_>,
    width: usize,
) -> (String, String, Meaning) {
    let lang = ctx.lang;
    let is_on_duty = ctx.model.shift.iter().flat_map(Shift::on_duty).any(|id| id == one.id);
    let (state, meaning) = match (one.active, is_on_duty) {
        (false, _) => (lang.roster_left(), Meaning::Warning),
        (true, true) => (lang.roster_on_duty(), Meaning::Good),
        (true, false) => ("", Meaning::Plain),
    };
    let role = facts.role.map(|role| lang.team_role(role)).unwrap_or_default();
    let from: Vec<&str> =
        [facts.unit.as_str(), facts.school.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let room = width.saturating_sub(2 + NAMES + 1 + ROLES + 1 + 1 + STATES);
    let words = format!(
        "{} {} {} ",
        draw::pad(&one.name, NAMES),
        draw::pad(role, ROLES),
        draw::pad(&from.join(", "), room)
    );
    (words, draw::pad(state, STATES), meaning)
}
