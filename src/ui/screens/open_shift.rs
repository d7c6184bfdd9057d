//! Opening a shift: the handover of the one before, morning or afternoon, and who is on duty.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Command, Model};
use crate::domain::full_name::sort_by_name;
use crate::domain::{Refusal, ShiftPart, Stamp, Volunteer, VolunteerId, input};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::promised;
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ShiftRow {
    /// Empty until it is chosen: the clock proposes, however long the form has been waiting.
    Part,
    /// Since when people came or went; empty: now.
    Since,
    Volunteer(VolunteerId),
    New,
}

/// The form, for opening a shift or for changing who is on duty in the open one.
#[derive(Clone, Debug)]
pub struct OpenShiftForm {
    form: Form<ShiftRow>,
    /// Who is ticked, in the order in which that was done: the first one has the keys of the station.
    picked: Vec<VolunteerId>,
    /// Whether a shift is open already.
    changes: bool,
    known: usize,
}

impl OpenShiftForm {
    /// What the last shift proposes.
    pub fn new(model: &Model) -> Self {
        let active = |id: &VolunteerId| model.volunteers.iter().any(|one| one.id == *id && one.active);
        let mut picked: Vec<VolunteerId> = model.last_on_duty.iter().copied().filter(active).collect();
        if picked.is_empty() {
            picked.extend(model.volunteers.iter().find(|one| one.active).map(|one| one.id));
        }
        let mut shift = Self {
            form: Form::new([]),
            changes: model.shift.is_some(),
            known: model.volunteers.len(),
            picked: Vec::new(),
        };
        shift.follow(model, picked);
        shift.form.go_to(shift.picked.first().map_or(ShiftRow::New, |first| ShiftRow::Volunteer(*first)));
        shift
    }

    /// Whether the form changes who is on duty in the open shift, rather than opening one.
    pub(in crate::ui) fn changes_duty(&self) -> bool {
        self.changes
    }

    /// Whether the name of somebody new was begun.
    pub(in crate::ui) fn has_words(&self) -> bool {
        self.form.has_words()
    }

    /// Brings the rows in step with the roster; a new row of one of `picked` is ticked.
    fn follow(&mut self, model: &Model, picked: Vec<VolunteerId>) {
        let mut rows = Vec::new();
        if self.changes {
            rows.push(ShiftRow::Since);
        } else {
            rows.push(ShiftRow::Part);
        }
        let mut offered: Vec<&Volunteer> = model.volunteers.iter().filter(|one| one.active).collect();
        sort_by_name(&mut offered, |one| one.name.clone());
        rows.extend(offered.into_iter().map(|one| ShiftRow::Volunteer(one.id)));
        rows.push(ShiftRow::New);
        self.form.follow(rows, |row| match row {
            ShiftRow::Part => Cell::Choice(String::new()),
            ShiftRow::Since => Cell::line(input::TIME_LENGTH, ""),
            ShiftRow::Volunteer(id) => Cell::Tick(picked.contains(&id)),
            ShiftRow::New => Cell::line(input::NAME_LENGTH, ""),
        });
        self.picked = picked;
        self.pick();
    }

    /// Takes over who is ticked now.
    fn pick(&mut self) {
        self.picked.retain(|id| self.form.is_ticked(ShiftRow::Volunteer(*id)));
        for (row, _) in self.form.values() {
            if let ShiftRow::Volunteer(id) = row
                && self.form.is_ticked(row)
                && !self.picked.contains(&id)
            {
                self.picked.push(id);
            }
        }
    }

    fn accept(&self, now: Stamp) -> Answer {
        let name = input::line(&self.form.value(ShiftRow::New), input::NAME_LENGTH);
        if !name.is_empty() {
            return Answer::Run(Request::Run(Command::AddVolunteer { name, facts: Box::default() }));
        }
        let on_duty = self.picked.clone();
        if self.changes {
            let typed = self.form.value(ShiftRow::Since);
            let since = now.day().at_typed(&typed);
            if since.is_none() && !typed.trim().is_empty() {
                return Answer::Run(Request::Refuse(Refusal::DutyOutsideShift));
            }
            return Answer::Then(Request::Run(Command::ChangeDuty { on_duty, since }));
        }
        let part = ShiftPart::from_code(&self.form.value(ShiftRow::Part));
        Answer::Run(Request::Run(Command::OpenShift {
            part: part.unwrap_or_else(|| ShiftPart::proposed(now)),
            on_duty,
        }))
    }
}

fn face(asked: &Asked<'_, ShiftRow, ()>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    match asked.row {
        ShiftRow::Volunteer(id) => {
            Face { person: Some(ctx.model.volunteer(id).to_owned()), ..Face::new(with_hours(id, ctx)) }
        }
        ShiftRow::Since => Face {
            unset: Some(lang.duty_now().to_owned()),
            hint: Some((lang.duty_since_hint().to_owned(), Meaning::Faint)),
            ..Face::new(lang.duty_since())
        },
        ShiftRow::New => Face {
            unset: Some(lang.open_new_hint().to_owned()),
            ..Face::new(format!("+ {}", lang.open_new_volunteer()))
        },
        ShiftRow::Part => {
            let proposed = ShiftPart::proposed(ctx.now);
            let value = |part: &ShiftPart| {
                let is_open = asked.text.is_empty() && *part == proposed;
                Value::new(if is_open { "" } else { part.code() }, lang.shift_part(*part))
            };
            Face::choice(lang.open_part(), ShiftPart::ALL.iter().map(value).collect())
        }
    }
}

/// «Nguyễn Thử Một  07:30–09:00, từ 10:00»: when somebody was on duty in the open shift.
fn with_hours(id: VolunteerId, ctx: &Context<'_>) -> String {
    let (lang, name) = (ctx.lang, ctx.model.volunteer(id));
    let duty = ctx.model.shift.iter().flat_map(|shift| &shift.duty).filter(|duty| duty.volunteer == id);
    let hours: Vec<String> = duty
        .map(|duty| match duty.until {
            Some(until) => format!("{}–{}", lang.clock(duty.from), lang.clock(until)),
            None => lang.from_clock(&lang.clock(duty.from)),
        })
        .collect();
    if hours.is_empty() { name.to_owned() } else { format!("{name}  {}", hours.join(", ")) }
}

impl View for OpenShiftForm {
    fn place(&self) -> Place {
        Place::OpenShift
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if action == Action::Accept {
            return self.accept(ctx.now);
        }
        match self.form.act(action, &|asked| face(&asked, ctx)) {
            Acted::Save => return self.accept(ctx.now),
            Acted::Back if self.changes => return self.form.leave(),
            _ => self.pick(),
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| face(&asked, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| face(&asked, ctx));
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        let mut picked = self.picked.clone();
        if ctx.model.volunteers.len() > self.known {
            picked.extend(ctx.model.volunteers.last().map(|one| one.id));
            self.form.keep(ShiftRow::New, "");
        }
        self.known = ctx.model.volunteers.len();
        self.follow(ctx.model, picked);
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        self.form.row_deed(action, &|asked| face(&asked, ctx))
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| face(&asked, ctx)) && ctx.is_possible(action)
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(2, 0));
        let (title, hint) = if self.changes {
            (lang.duty_title(), lang.duty_enter())
        } else {
            (lang.open_title(), lang.open_enter())
        };
        let mut column = Column::new(frame.buffer_mut(), area);
        column.pieces(&[
            (title, ctx.style(Meaning::Heading)),
            ("    ", ctx.style(Meaning::Plain)),
            (hint, ctx.style(Meaning::Strong)),
        ]);
        column.gap();
        if !self.changes {
            if let Some(year) = ctx.model.working_days().year_without_holidays(ctx.now.day()) {
                column.paragraph("[!] ", &lang.no_holidays_of(year), ctx.style(Meaning::Warning));
                column.gap();
            }
            if let Some(words) = lang.stations_open(&ctx.model.stations) {
                column.paragraph("", &words, ctx.style(Meaning::Plain));
                column.gap();
            }
            pending(&mut column, ctx);
            promises(&mut column, ctx);
        }
        let used = area.height.saturating_sub(column.room());
        self.form.render(frame, draw::below(area, used), ctx, 0, &|asked| face(&asked, ctx));
    }
}

/// So many of those who were to come back today are named; the others are counted.
const PROMISES: usize = 5;

/// Who was to come back today.
fn promises(column: &mut Column<'_>, ctx: &Context<'_>) {
    let (lang, all) = (ctx.lang, &ctx.model.promises);
    if all.is_empty() {
        return;
    }
    let come = all.iter().filter(|promise| promise.back.is_some()).count();
    let mut title = lang.promised_title(all.len());
    if come > 0 {
        title = format!("{title} ({})", lang.promised_come(come));
    }
    column.line(&title, ctx.style(Meaning::Heading));
    for promise in all.iter().take(PROMISES) {
        let ticket = ctx.dated_ticket(&promise.card);
        let words =
            lang.promised_row(&ticket, &promised::stands(promise, ctx), &promised::what(promise, ctx));
        column.paragraph("  ", &words, ctx.style(Meaning::Plain));
    }
    if let Some(more) = all.len().checked_sub(PROMISES).filter(|more| *more > 0) {
        column.line(&format!("  {}", lang.promised_more(more)), ctx.style(Meaning::Faint));
    }
    column.gap();
}

/// What of the last handover nobody has taken.
fn pending(column: &mut Column<'_>, ctx: &Context<'_>) {
    let lang = ctx.lang;
    if let Some(pending) = ctx.model.handover {
        let (part, day) = (lang.shift_part(pending.part), lang.short_date(pending.day));
        let words = if pending.is_taken {
            lang.handover_left(part, &day, pending.untaken)
        } else {
            lang.handover_pending(part, &day, pending.untaken)
        };
        column.paragraph("[!] ", &words, ctx.style(Meaning::Warning));
        column.gap();
    }
}
