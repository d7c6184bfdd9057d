//! Opening a shift: the handover of the one before, morning or afternoon, and who is on duty.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Command, Model};
use crate::domain::{ShiftPart, Stamp, VolunteerId, input};
use crate::ui::context::{Context, Request, Target};
use crate::ui::draw::{self, Column};
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved};
use crate::ui::popups::input_line;
use crate::ui::theme::Meaning;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Acknowledge,
    Part,
    Volunteer(VolunteerId),
    New,
}

/// The form, for opening a shift or for changing who is on duty in the open one.
#[derive(Clone, Debug)]
pub struct OpenShiftForm {
    /// What was chosen; until then the clock proposes, however long the form has been waiting.
    part: Option<ShiftPart>,
    picked: Vec<VolunteerId>,
    acknowledged: bool,
    new: Field,
    row: Row,
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
        let row = match (&model.handover, picked.first()) {
            (Some(_), _) => Row::Acknowledge,
            (None, Some(first)) => Row::Volunteer(*first),
            (None, None) => Row::New,
        };
        Self {
            part: None,
            picked,
            acknowledged: false,
            new: Field::new(input::NAME_LENGTH),
            row,
            changes: model.shift.is_some(),
            known: model.volunteers.len(),
        }
    }

    /// Whether the form changes who is on duty in the open shift, rather than opening one.
    pub(in crate::ui) fn changes_duty(&self) -> bool {
        self.changes
    }

    /// Follows the model: somebody who was just added is on duty, that is why.
    pub(in crate::ui) fn settle(&mut self, model: &Model) {
        if model.volunteers.len() > self.known {
            self.picked.extend(model.volunteers.last().map(|one| one.id));
            self.new.clear();
        }
        self.known = model.volunteers.len();
        self.picked.retain(|id| model.volunteers.iter().any(|one| one.id == *id));
        if !self.rows(model).contains(&self.row) {
            self.row = Row::New;
        }
    }

    fn part(&self, now: Stamp) -> ShiftPart {
        self.part.unwrap_or_else(|| ShiftPart::proposed(now))
    }

    fn rows(&self, model: &Model) -> Vec<Row> {
        let mut rows = Vec::new();
        if model.handover.is_some() && !self.changes {
            rows.push(Row::Acknowledge);
        }
        if !self.changes {
            rows.push(Row::Part);
        }
        let on_roster = model.volunteers.iter().filter(|one| one.active).map(|one| Row::Volunteer(one.id));
        rows.extend(on_roster);
        rows.push(Row::New);
        rows
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let rows = self.rows(ctx.model);
        let at = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        let go = |by| rows[moved(at, by, rows.len())];
        match action {
            Action::Accept => return self.accept(ctx.now),
            Action::Up | Action::PreviousField => self.row = go(-1),
            Action::Down | Action::NextField => self.row = go(1),
            Action::Toggle | Action::Left | Action::Right => match self.row {
                Row::Acknowledge => self.acknowledged = action != Action::Left && !self.acknowledged,
                Row::Part => self.part = Some(self.part(ctx.now).next()),
                Row::Volunteer(id) => match self.picked.iter().position(|one| *one == id) {
                    Some(at) => drop(self.picked.remove(at)),
                    None => self.picked.push(id),
                },
                Row::New => {}
            },
            Action::Back if self.changes => return vec![Request::Go(Target::Desk)],
            _ => {}
        }
        Vec::new()
    }

    /// Whether a key would do something now: only then the footer shows it. In the field they are text and editing.
    pub(in crate::ui) fn is_possible(&self, action: Action) -> bool {
        self.row != Row::New || !matches!(action, Action::Toggle | Action::Left | Action::Right)
    }

    fn accept(&mut self, now: Stamp) -> Vec<Request> {
        let typed = input::line(self.new.value(), input::NAME_LENGTH);
        if self.row == Row::New && !typed.is_empty() {
            return vec![Request::Run(Command::AddVolunteer { name: typed })];
        }
        let on_duty = self.picked.clone();
        if self.changes {
            return vec![Request::Run(Command::ChangeDuty { on_duty }), Request::Go(Target::Desk)];
        }
        vec![Request::Run(Command::OpenShift {
            part: self.part(now),
            on_duty,
            acknowledged: self.acknowledged,
        })]
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        self.row == Row::New && self.new.press(key)
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        if self.row == Row::New {
            self.new.insert(text);
        }
    }

    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let model = ctx.model;
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
        if let Some(last) = model.clock_behind {
            let moment = |at: Stamp| format!("{} {}", lang.clock(at), lang.date(at.day()));
            let words = lang.clock_behind(&moment(ctx.now), &moment(last));
            column.paragraph("[!] ", &words, ctx.style(Meaning::Warning));
        }
        column.gap();
        if !self.changes {
            handover(&mut column, ctx);
        }
        let rows = self.rows(model);
        let used = area.height.saturating_sub(column.room());
        let body = Rect { y: area.y + used, height: column.room(), ..area };
        let at = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        let first = first_row(at, rows.len(), usize::from(body.height));
        for (line, row) in (0..body.height).zip(&rows[first..]) {
            self.render_row(frame, Rect { y: body.y + line, height: 1, ..body }, *row, ctx);
        }
    }

    fn render_row(&self, frame: &mut Frame<'_>, area: Rect, row: Row, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let has_keys = row == self.row;
        let mark = if has_keys { ">" } else { " " };
        let tick = |ticked: bool| if ticked { "[x]" } else { "[ ]" };
        let meaning = if has_keys { Meaning::Selected } else { Meaning::Plain };
        let words = match row {
            Row::Acknowledge => format!("{mark} {} {}", tick(self.acknowledged), lang.open_acknowledge()),
            Row::Part => format!("{mark} {}: < {} >", lang.open_part(), lang.shift_part(self.part(ctx.now))),
            Row::Volunteer(id) => {
                format!("{mark} {} {}", tick(self.picked.contains(&id)), ctx.model.volunteer(id))
            }
            Row::New => {
                input_line(
                    frame,
                    area,
                    ctx,
                    &format!("{mark} + {}", lang.open_new_volunteer()),
                    &self.new,
                    has_keys,
                );
                if self.new.value().is_empty() {
                    let used = u16::try_from(draw::width(lang.open_new_volunteer()) + 7)
                        .unwrap_or(0)
                        .min(area.width);
                    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
                    draw::line(frame.buffer_mut(), rest, 0, lang.open_new_hint(), ctx.style(Meaning::Faint));
                }
                return;
            }
        };
        draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(meaning));
    }
}

/// What the shift before left: its note and the visits carried over.
fn handover(column: &mut Column<'_>, ctx: &Context<'_>) {
    let (lang, model) = (ctx.lang, ctx.model);
    let Some(handover) = &model.handover else { return };
    let heading = lang.open_handover(
        lang.shift_part(handover.part),
        &lang.short_date(handover.day),
        model.volunteer(handover.by),
    );
    column.line(&heading, ctx.style(Meaning::Heading));
    let note = if handover.note.is_empty() { lang.open_no_note() } else { &handover.note };
    for line in note.lines() {
        column.paragraph("  ", line, ctx.style(Meaning::Strong));
    }
    let carried: Vec<String> =
        handover.carried.iter().filter_map(|id| model.card(*id)).map(|card| ctx.ticket(card)).collect();
    if !carried.is_empty() {
        column.paragraph("  ", &lang.open_carried(&carried.join(", ")), ctx.style(Meaning::Warning));
    }
    column.gap();
}
