//! The journal: who did what and when, in words, the newest first.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Entry;
use crate::domain::{Day, Op, Refusal};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{first_row, moved, step};
use crate::ui::request::{Question, Request, ScreenId};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many entries of a day are read: a busy day of 300 visits has about 3,000.
pub const MOST: u32 = 5_000;

#[derive(Clone, Debug)]
pub struct JournalView {
    day: Day,
    entries: Vec<Entry>,
    /// The row under the cursor.
    at: usize,
}

impl JournalView {
    pub fn new(day: Day, entries: Vec<Entry>) -> Self {
        Self { day, entries, at: 0 }
    }

    /// The day shown.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Takes the entries read anew, and stays where the reader was.
    pub(in crate::ui) fn refresh(&mut self, entries: Vec<Entry>) {
        let chosen = self.entries.get(self.at).filter(|_| self.at > 0).map(|entry| entry.id);
        self.entries = entries;
        let again = chosen.and_then(|id| self.entries.iter().position(|entry| entry.id == id));
        self.at = again.unwrap_or_else(|| moved(self.at, 0, self.entries.len()));
    }
}

impl JournalView {
    fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.at)
    }

    /// Everything that happened to the number that an entry is about.
    fn life_of(&self, entry: &Entry) -> Option<Request> {
        let number = match &entry.op {
            Op::Corrected { ticket, day, .. } => (day.unwrap_or(self.day), *ticket),
            op => (self.day, op.ticket()?),
        };
        Some(Request::Life(number.0, number.1))
    }
}

/// From this width on a row has the whole name of who did it.
const WIDE: u16 = 100;

/// How many columns the time, the station and who did it take.
const fn head_width(width: u16) -> u16 {
    if width >= WIDE { 36 } else { 20 }
}

/// What was done.
fn said(entry: &Entry, ctx: &Context<'_>) -> String {
    ctx.lang.op_named(&entry.op, ctx)
}

/// Turning an entry back alone is asked about.
fn undo(entry: &Entry, ctx: &Context<'_>) -> Request {
    if entry.is_undone || entry.at.day() != ctx.now.day() {
        return Request::Refuse(Refusal::NotUndoable);
    }
    Request::Confirm(Question::UndoEntry(entry.id, Box::new(entry.op.clone())))
}

impl View for JournalView {
    fn place(&self) -> Place {
        Place::Journal
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        // The title has a row of its own.
        let rows = ctx.rows().saturating_sub(1);
        let by = match action {
            Action::Left => return Answer::Run(Request::Go(ScreenId::Journal(self.day.minus_days(1)))),
            Action::Right if self.day < ctx.model.day => {
                return Answer::Run(Request::Go(ScreenId::Journal(self.day.plus_days(1))));
            }
            Action::Right => return Answer::Run(Request::Refuse(Refusal::NothingLater)),
            Action::First if self.day != ctx.model.day => {
                return Answer::Run(Request::Go(ScreenId::Journal(ctx.model.day)));
            }
            Action::Back | Action::Journal => return Answer::Close,
            Action::Life => return Answer::of(self.chosen().and_then(|entry| self.life_of(entry))),
            Action::UndoEntry => return Answer::of(self.chosen().map(|entry| undo(entry, ctx))),
            other => step(other, rows),
        };
        let Some(by) = by else { return Answer::Stay };
        self.at = moved(self.at, by, self.entries.len());
        Answer::Stay
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        draw::line(buffer, area, 0, &lang.journal_title(&lang.date(self.day)), ctx.style(Meaning::Heading));
        if self.entries.is_empty() {
            draw::line(buffer, area, 2, lang.journal_empty(), ctx.style(Meaning::Plain));
        }
        // What its row cuts off the chosen entry stands whole below the list.
        let whole = self.chosen().map(|entry| lang.sentence(&said(entry, ctx))).unwrap_or_default();
        let is_cut = draw::width(&whole) > usize::from(area.width.saturating_sub(head_width(area.width)));
        let whole = if is_cut { draw::wrap(&whole, usize::from(area.width)) } else { Vec::new() };
        let below = u16::try_from(whole.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let foot = Rect { y: area.bottom().saturating_sub(below), height: below, ..area };
        for (row, words) in (0..below).zip(&whole) {
            draw::line(buffer, foot, row, words, ctx.style(Meaning::Strong));
        }
        let area = Rect { height: area.height.saturating_sub(below), ..area };
        let first = first_row(self.at, self.entries.len(), usize::from(area.height.saturating_sub(1)));
        for (row, (at, entry)) in (1..area.height).zip(self.entries.iter().enumerate().skip(first)) {
            let who = entry.by.map_or("", |by| ctx.model.volunteer(by));
            let who = if area.width >= WIDE { draw::pad(who, 24) } else { draw::pad(last_name(who), 8) };
            let mark = if at == self.at { '>' } else { ' ' };
            let head = format!(
                "{mark}{}  {} {who} ",
                lang.clock(entry.at),
                lang.at_station_short(&entry.station.to_string())
            );
            let what = lang.sentence(&said(entry, ctx));
            let undone = if entry.is_undone { format!(" {}", lang.journal_undone()) } else { String::new() };
            let meaning = match entry.is_undone {
                _ if at == self.at => Meaning::Selected,
                true => Meaning::Faint,
                false => Meaning::Plain,
            };
            let room = usize::from(area.width).saturating_sub(draw::width(&head) + draw::width(&undone));
            let what = draw::fit(&what, room);
            draw::pieces(
                buffer,
                area,
                row,
                &[
                    (&head, ctx.style(Meaning::Faint)),
                    (&what, ctx.style(meaning)),
                    (&undone, ctx.style(Meaning::Warning)),
                ],
            );
        }
    }
}

/// The given name, which is the last word: people here call each other by it.
fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}
