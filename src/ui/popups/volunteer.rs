//! The form of a volunteer: the name, and what else the roster may hold.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{PhoneNumber, Refusal, TeamRole, Volunteer, VolunteerFacts, VolunteerId, input};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value, form_keys};
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the names of the rows take.
const LABELS: usize = 22;

/// The longest phone number that somebody types, spaces included.
const LONGEST_PHONE: usize = 20;

/// How many lines below the form say what becomes of it.
const FOOT: u16 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Name,
    Role,
    Unit,
    School,
    Phone,
}

#[derive(Clone, Debug, PartialEq)]
pub struct VolunteerForm {
    /// `None` is somebody new.
    volunteer: Option<VolunteerId>,
    form: Form<Row, Refusal>,
}

impl VolunteerForm {
    /// The form of somebody new, or of one of the roster. Of who has left no phone number is kept.
    pub(in crate::ui) fn new(known: Option<(Volunteer, VolunteerFacts)>) -> Self {
        let volunteer = known.as_ref().map(|(one, _)| one.id);
        let has_phone = known.as_ref().is_none_or(|(one, _)| one.active);
        let (name, facts) = known.map(|(one, facts)| (one.name, facts)).unwrap_or_default();
        let role = facts.role.map(TeamRole::code).unwrap_or_default();
        let rows = [
            (Row::Name, Cell::line(input::NAME_LENGTH, &name)),
            (Row::Role, Cell::Choice(role.to_owned())),
            (Row::Unit, Cell::line(input::NAME_LENGTH, &facts.unit)),
            (Row::School, Cell::line(input::NAME_LENGTH, &facts.school)),
        ];
        let phone = has_phone.then(|| (Row::Phone, Cell::line(LONGEST_PHONE, facts.phone.digits())));
        Self { volunteer, form: Form::new(rows.into_iter().chain(phone)) }
    }

    fn command(&self) -> Result<Command, (Row, Refusal)> {
        let name = self.form.value(Row::Name);
        if input::line(&name, input::NAME_LENGTH).is_empty() {
            return Err((Row::Name, Refusal::NameMissing));
        }
        let phone = PhoneNumber::parse(&self.form.value(Row::Phone));
        let facts = Box::new(VolunteerFacts {
            role: TeamRole::from_code(&self.form.value(Row::Role)),
            unit: self.form.value(Row::Unit),
            school: self.form.value(Row::School),
            phone: phone.ok_or((Row::Phone, Refusal::NoPhoneNumber))?,
        });
        Ok(match self.volunteer {
            None => Command::AddVolunteer { name, facts },
            Some(volunteer) => Command::ChangeVolunteer { volunteer, name, facts },
        })
    }
}

fn face(asked: &Asked<'_, Row, Refusal>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let label = match asked.row {
        Row::Name => lang.volunteer_name_label(),
        Row::Role => lang.volunteer_role(),
        Row::Unit => lang.volunteer_unit(),
        Row::School => lang.volunteer_school(),
        Row::Phone => lang.volunteer_phone(),
    };
    let none = || Value::new("", lang.person_not_said());
    let roles = TeamRole::ALL.iter().map(|role| Value::new(role.code(), lang.team_role(*role)));
    Face {
        values: if asked.row == Row::Role {
            std::iter::once(none()).chain(roles).collect()
        } else {
            Vec::new()
        },
        unset: (!matches!(asked.row, Row::Name | Row::Role)).then(|| lang.person_not_said().to_owned()),
        hint: (asked.row == Row::Phone).then(|| (lang.volunteer_phone_hint().to_owned(), Meaning::Faint)),
        flaw: asked.flaw.map(|flaw| lang.refusal(flaw)),
        ..Face::new(label)
    }
}

impl View for VolunteerForm {
    fn place(&self) -> Place {
        Place::Volunteer
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, ctx)) {
            Acted::Save if !self.form.is_changed() && self.volunteer.is_some() => return Answer::Close,
            Acted::Save => match self.command() {
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
        Some(match self.volunteer {
            None => ctx.lang.volunteer_new().to_owned(),
            Some(id) => ctx.model.volunteer(id).to_owned(),
        })
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 74, 13).inner(Margin::new(1, 0));
        let body = Rect { height: inner.height.saturating_sub(FOOT), ..inner };
        self.form.render(frame, body, ctx, LABELS, &|asked| face(&asked, ctx));
        let foot = draw::below(inner, body.height);
        let mut column = Column::new(frame.buffer_mut(), foot);
        column.paragraph("", ctx.lang.volunteer_foot(), ctx.style(Meaning::Faint));
    }
}
