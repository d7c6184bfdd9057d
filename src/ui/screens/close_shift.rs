//! Closing a shift: what becomes of each open visit, and the note to the next shift.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use crate::desk::{Closing, Model};
use crate::domain::{LeaveReason, VisitId};
use crate::ui::context::{Context, Request, Target};
use crate::ui::draw;
use crate::ui::field::NoteField;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved};
use crate::ui::popups::{Confirm, Popup, Question};
use crate::ui::theme::Meaning;

/// The form.
#[derive(Clone, Debug)]
pub struct CloseShiftForm {
    /// What becomes of each open visit: carried over, or ended with a reason.
    fates: Vec<(VisitId, Option<LeaveReason>)>,
    at: usize,
    note: NoteField,
    in_note: bool,
}

impl CloseShiftForm {
    /// Every open visit carried over, an empty note.
    pub fn new(model: &Model) -> Self {
        let mut form = Self { fates: Vec::new(), at: 0, note: NoteField::default(), in_note: false };
        form.settle(model);
        form.in_note = form.fates.is_empty();
        form
    }

    /// Follows the model: another station may finish a visit or give a number meanwhile.
    pub(in crate::ui) fn settle(&mut self, model: &Model) {
        let old = std::mem::take(&mut self.fates);
        let fate = |id: VisitId| old.iter().find(|(one, _)| *one == id).and_then(|(_, fate)| *fate);
        self.fates = model.open().map(|card| (card.visit.id, fate(card.visit.id))).collect();
        self.at = moved(self.at, 0, self.fates.len());
        self.in_note |= self.fates.is_empty();
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::Accept => return self.accept(ctx.model),
            Action::Back => return vec![Request::Go(Target::Desk)],
            Action::NextField | Action::PreviousField => {
                self.in_note = !self.in_note || self.fates.is_empty();
            }
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            Action::PageUp => self.move_by(-8),
            Action::PageDown => self.move_by(8),
            Action::Left | Action::Right if !self.in_note => {
                if let Some((_, fate)) = self.fates.get_mut(self.at) {
                    *fate = turned(*fate, action == Action::Left);
                }
            }
            Action::ApplyToAll => {
                if let Some((_, chosen)) = self.fates.get(self.at).copied() {
                    for (_, fate) in &mut self.fates {
                        *fate = chosen;
                    }
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Whether a key would do something now: only then the footer shows it.
    pub(in crate::ui) fn is_possible(&self, action: Action) -> bool {
        match action {
            Action::NextField => !self.fates.is_empty(),
            Action::Left | Action::Right | Action::ApplyToAll => !self.fates.is_empty() && !self.in_note,
            _ => true,
        }
    }

    fn move_by(&mut self, by: isize) {
        if !self.in_note {
            self.at = moved(self.at, by, self.fates.len());
        } else if by.unsigned_abs() == 1 {
            self.note.move_line(by);
        }
    }

    fn accept(&self, model: &Model) -> Vec<Request> {
        let Some(shift) = &model.shift else { return Vec::new() };
        let ended: Vec<(VisitId, LeaveReason)> =
            self.fates.iter().filter_map(|(id, fate)| fate.map(|why| (*id, why))).collect();
        let question = Question::CloseShift {
            part: shift.part,
            carried: self.fates.len() - ended.len(),
            ended: ended.len(),
        };
        let closing = Closing { note: self.note.text(), ended };
        let popup = Popup::Confirm(Confirm::new(question, Request::CloseAndPrint(closing)));
        vec![Request::Open(Box::new(popup))]
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        self.in_note && self.note.press(key)
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        if self.in_note {
            self.note.insert(text);
        }
    }

    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(2, 0));
        let rows = u16::try_from(self.fates.len())
            .unwrap_or(u16::MAX)
            .clamp(1, area.height.saturating_sub(10).max(1));
        let [title, heading, list, _, label, note] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(rows),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
        ])
        .areas(area);
        let buffer = frame.buffer_mut();
        draw::pieces(
            buffer,
            title,
            0,
            &[
                (lang.close_title(), ctx.style(Meaning::Heading)),
                ("    ", ctx.style(Meaning::Plain)),
                (lang.close_hint(), ctx.style(Meaning::Strong)),
            ],
        );
        let words = if self.fates.is_empty() {
            lang.close_none_open().to_owned()
        } else {
            lang.close_open_visits(self.fates.len())
        };
        draw::line(buffer, heading, 0, &words, ctx.style(Meaning::Plain));
        let first = first_row(self.at, self.fates.len(), usize::from(list.height));
        for (line, (number, (id, fate))) in (0..list.height).zip(self.fates.iter().enumerate().skip(first)) {
            let Some(card) = ctx.model.card(*id) else { continue };
            let has_keys = number == self.at && !self.in_note;
            let mark = if has_keys { ">" } else { " " };
            let fate = fate.map_or(lang.close_carry(), |why| lang.leave_reason(why));
            let right = format!("< {fate} >");
            let left = format!(
                "{mark} {}  {}  {}",
                ctx.ticket(card),
                lang.stage(card.visit.stage.kind()),
                ctx.needs(card)
            );
            let room = usize::from(list.width).saturating_sub(26);
            let meaning = if has_keys { Meaning::Selected } else { Meaning::Plain };
            draw::line(
                buffer,
                list,
                line,
                &format!("{}  {right}", draw::pad(&left, room)),
                ctx.style(meaning),
            );
        }
        let mark = if self.in_note { ">" } else { " " };
        draw::line(buffer, label, 0, &format!("{mark} {}", lang.close_note()), ctx.style(Meaning::Heading));
        self.note.render(frame, note.inner(Margin::new(2, 0)), ctx, self.in_note);
    }
}

/// Carried over, then each reason that fits the end of a shift, round and round.
fn turned(fate: Option<LeaveReason>, back: bool) -> Option<LeaveReason> {
    let mut all = vec![None];
    all.extend(LeaveReason::ALL.iter().map(|why| Some(*why)));
    let at = all.iter().position(|one| *one == fate).unwrap_or(0);
    let step = if back { all.len() - 1 } else { 1 };
    all[(at + step) % all.len()]
}
