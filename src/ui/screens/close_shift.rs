//! Closing a shift: what becomes of each open visit, and the note to the next shift.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::desk::{Closing, Model};
use crate::domain::{LeaveReason, VisitId, input};
use crate::ui::context::{Context, Request, Target};
use crate::ui::draw;
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
    note: TextArea<'static>,
    in_note: bool,
}

impl CloseShiftForm {
    /// Every open visit carried over, an empty note.
    pub fn new(model: &Model) -> Self {
        let mut form = Self { fates: Vec::new(), at: 0, note: TextArea::default(), in_note: false };
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

    fn move_by(&mut self, by: isize) {
        if !self.in_note {
            self.at = moved(self.at, by, self.fates.len());
        } else if by.unsigned_abs() == 1 {
            self.note.move_cursor(if by < 0 { CursorMove::Up } else { CursorMove::Down });
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
        let closing = Closing { note: self.note.lines().join("\n"), ended };
        let popup = Popup::Confirm(Confirm::new(question, Request::CloseAndPrint(closing)));
        vec![Request::Open(Box::new(popup))]
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
        if !self.in_note {
            return false;
        }
        if let Some(letter) = key.text() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        let is_editing = matches!(
            key.code,
            KeyCode::Enter
                | KeyCode::Backspace
                | KeyCode::Delete
                | KeyCode::Left
                | KeyCode::Right
                | KeyCode::Home
                | KeyCode::End
        );
        if is_editing && !key.ctrl && (key.code != KeyCode::Enter || self.room() > 0) {
            self.note.input(KeyEvent::new(key.code, KeyModifiers::NONE));
        }
        is_editing
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        if self.in_note {
            self.insert(text);
        }
    }

    /// Puts text in as NFC: the letter before the cursor may have to be composed with what comes.
    fn insert(&mut self, text: &str) {
        for (at, part) in input::note_typed(text).split('\n').enumerate() {
            let room = self.room();
            if room == 0 {
                return;
            }
            let room = if at > 0 {
                self.note.insert_newline();
                room - 1
            } else {
                room
            };
            let part: String = part.graphemes(true).take(room).collect();
            let ratatui_textarea::DataCursor(row, column) = self.note.cursor();
            let before = self.note.lines().get(row).and_then(|line| line.chars().nth(column.wrapping_sub(1)));
            match before.map(|letter| input::typed(&format!("{letter}{part}"))) {
                Some(joined) if before.is_some_and(|letter| !joined.starts_with(letter)) => {
                    self.note.delete_char();
                    self.note.insert_str(joined);
                }
                _ => drop(self.note.insert_str(part)),
            }
        }
    }

    /// How many letters the note may still grow by; what does not fit is not shown as if it were kept.
    fn room(&self) -> usize {
        let lines = self.note.lines();
        let letters: usize = lines.iter().map(|line| line.graphemes(true).count()).sum();
        input::NOTE_LENGTH.saturating_sub(letters + lines.len().saturating_sub(1))
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
        self.render_note(frame, note, ctx);
    }

    fn render_note(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let inner = area.inner(Margin::new(2, 0));
        let ratatui_textarea::DataCursor(at, column) = self.note.cursor();
        let height = usize::from(inner.height);
        let first = first_row(at, self.note.lines().len(), height);
        for (line, text) in (0..inner.height).zip(self.note.lines().iter().skip(first)) {
            draw::line(frame.buffer_mut(), inner, line, text, ctx.style(Meaning::Plain));
        }
        if self.in_note && inner.height > 0 && inner.width > 0 {
            let before: String = self.note.lines()[at].chars().take(column).collect();
            let x = u16::try_from(draw::width(&before)).unwrap_or(u16::MAX).min(inner.width - 1);
            let y = u16::try_from(at - first).unwrap_or(0).min(inner.height - 1);
            frame.set_cursor_position((inner.x + x, inner.y + y));
        }
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
