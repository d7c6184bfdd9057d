//! The roster: everybody of the team, those who left too, to be found, changed, and put together where two rows are one person.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{Shift, Volunteer, VolunteerFacts, VolunteerId, full_name, input};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{moved, step};
use crate::ui::request::{ChoiceKind, Opening, Question, Request};
use crate::ui::search::{self, Found, HEAD, Search};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The rows below the list: what to do about a person with two rows, and whether the leaders have a PIN.
const FOOT: u16 = 2;

/// How many columns the name, the role and how somebody stands take.
const NAMES: usize = 30;
const ROLES: usize = 12;
const STATES: usize = 11;

#[derive(Clone, Debug)]
pub struct RosterView {
    search: Search<VolunteerId>,
    roster: Vec<(Volunteer, VolunteerFacts)>,
}

impl RosterView {
    /// The roster in its order, nothing typed yet.
    pub(in crate::ui) fn new(roster: Vec<(Volunteer, VolunteerFacts)>) -> Self {
        Self { search: Search::new(input::NAME_LENGTH), roster }
    }

    /// Takes the roster as it is now.
    pub(in crate::ui) fn refresh(&mut self, roster: Vec<(Volunteer, VolunteerFacts)>) {
        self.roster = roster;
    }

    /// Puts the cursor on somebody, also on one whom the search would hide.
    pub(in crate::ui) fn show(&mut self, id: VolunteerId) {
        if !self.rows().iter().any(|(one, _)| one.id == id) {
            self.search.clear();
        }
        self.search.select(Some(id));
    }

    /// Who is shown: all in their order while nothing is typed, else who fits, the best first.
    fn rows(&self) -> Vec<&(Volunteer, VolunteerFacts)> {
        full_name::find(self.search.typed(), &self.roster, |(one, _)| one.name.clone())
    }

    fn at(&self, rows: &[&(Volunteer, VolunteerFacts)]) -> usize {
        self.search.at(rows.iter().map(|(one, _)| one.id))
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
            self.search.select(to);
            return Answer::Stay;
        }
        match action {
            Action::Back if self.search.clear() => return Answer::Stay,
            Action::Back => return Answer::Close,
            Action::SetPin => return Answer::Run(Request::Open(Opening::NewPin)),
            Action::DropPin => return Answer::Run(Request::Confirm(Question::DropPin)),
            Action::AddVolunteer => return Answer::Run(Request::Open(Opening::Volunteer(None))),
            _ => {}
        }
        let Some(id) = self.chosen().filter(|_| self.is_possible(action, ctx)).map(|one| one.id) else {
            return Answer::Stay;
        };
        // The cursor stays with the person wherever the row goes.
        self.search.select(Some(id));
        Answer::Run(match action {
            Action::EditVolunteer => Request::Open(Opening::Volunteer(Some(id))),
            Action::RetireVolunteer => Request::Confirm(Question::RetireVolunteer(id)),
            Action::BringBackVolunteer => Request::Run(Command::BringBackVolunteer(id)),
            Action::MergeVolunteer => Request::Open(Opening::Choice(ChoiceKind::MergeInto(id))),
            _ => return Answer::Stay,
        })
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.search.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.search.paste(text);
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let chosen = self.chosen();
        match action {
            Action::EditVolunteer => chosen.is_some(),
            Action::RetireVolunteer => chosen.is_some_and(|one| one.active),
            Action::BringBackVolunteer => chosen.is_some_and(|one| !one.active),
            Action::MergeVolunteer => chosen.is_some() && self.roster.len() > 1,
            Action::DropPin => ctx.model.has_pin,
            other => ctx.is_possible(other),
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let rows = self.rows();
        let gone = self.roster.iter().filter(|(one, _)| !one.active).count();
        let title = lang.roster_title(self.roster.len() - gone, gone);
        let list = self.search.render_head(frame, area, ctx, &title, lang.roster_hint());
        let list = Rect { height: list.height.saturating_sub(FOOT), ..list };
        let buffer = frame.buffer_mut();
        let width = usize::from(list.width);
        let shown = (self.at(&rows), rows.len());
        search::render_rows(buffer, list, ctx, shown, |number| row_of(rows[number], ctx, width));
        let foot = draw::below(area, area.height.saturating_sub(FOOT));
        let pin = if ctx.model.has_pin { lang.roster_pin() } else { lang.roster_pin_none() };
        for (row, words) in (0..).zip([lang.roster_twice(), pin]) {
            draw::line(buffer, foot, row, words, ctx.style(Meaning::Faint));
        }
    }
}

/// The columns of a row: name, role, unit and school; and at the right how the person stands.
fn row_of((one, facts): &(Volunteer, VolunteerFacts), ctx: &Context<'_>, width: usize) -> Found {
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
    Found { words, state: draw::pad(state, STATES), meaning }
}
