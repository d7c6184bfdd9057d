//! The line of commands, for those who know what they want: one line, what it means above it, Enter does it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::{Block, Clear};

use crate::domain::input::is_clean_line;
use crate::ui::context::Context;
use crate::ui::draw::Column;
use crate::ui::field::{Field, input_line};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::line::{LineFlaw, MOST_SUGGESTIONS};
use crate::ui::request::{Order, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};
use crate::ui::{keymap, line};

/// The longest line: a party with half a dozen needs.
const LONGEST: usize = 120;

/// How many lines are remembered.
const MOST_LINES: usize = 50;

/// The lines that were run since the program started, the newest last. A name is never typed there, and nothing of it
/// is saved in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<String>);

impl History {
    /// Remembers a line; the same one twice is one.
    pub fn keep(&mut self, line: String) {
        self.0.retain(|old| *old != line);
        self.0.push(line);
        let surplus = self.0.len().saturating_sub(MOST_LINES);
        self.0.drain(..surplus);
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct CommandLine {
    place: Place,
    field: Field,
    history: History,
    /// How many lines back the field shows; 0 is what is being typed.
    back: usize,
    typed: String,
    /// What Tab completes, and which suggestion it took last.
    completing: Option<(String, usize)>,
    /// Enter was pressed on a line that asks for nothing.
    is_refused: bool,
}

impl CommandLine {
    /// An empty line, opened in a place of the desk.
    pub fn new(place: Place, history: History) -> Self {
        Self {
            place,
            field: Field::new(LONGEST),
            history,
            back: 0,
            typed: String::new(),
            completing: None,
            is_refused: false,
        }
    }

    fn order(&self, order: Order) -> Request {
        Request::Order(self.field.value().trim().to_owned(), Box::new(order))
    }

    fn remember(&mut self, back: usize) {
        let back = back.min(self.history.0.len());
        if self.back == 0 {
            self.field.value().clone_into(&mut self.typed);
        }
        self.back = back;
        let line = match back {
            0 => &self.typed,
            back => &self.history.0[self.history.0.len() - back],
        };
        self.field.set(line);
        self.completing = None;
        self.is_refused = false;
    }

    /// The first suggestion for what was typed, and with each further Tab the next, round and round.
    fn complete(&mut self, ctx: &Context<'_>) {
        let (typed, at) = match self.completing.take() {
            Some((typed, at)) => (typed, at + 1),
            None => (self.field.value().to_owned(), 0),
        };
        let found = line::suggestions(&typed, self.place, ctx);
        if let Some(next) = found.get(at % found.len().max(1)) {
            self.field.set(next);
            self.completing = Some((typed, at));
        }
        self.is_refused = false;
    }
}

impl View for CommandLine {
    fn place(&self) -> Place {
        Place::Line
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            // Help is for what stands below.
            Action::Help => return Answer::Instead(Request::Act(Action::Help)),
            Action::Back => return Answer::Close,
            Action::Accept => match line::read(self.field.value(), self.place, ctx) {
                Ok(order) => return Answer::Instead(self.order(order)),
                Err(LineFlaw::Empty) => return Answer::Close,
                Err(_) => self.is_refused = true,
            },
            Action::Up => self.remember(self.back + 1),
            Action::Down => self.remember(self.back.saturating_sub(1)),
            Action::Complete => self.complete(ctx),
            _ => {}
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        let taken = self.field.press(key);
        if taken {
            self.completing = None;
            self.is_refused = false;
        }
        taken
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        if is_clean_line(text) {
            self.field.insert(text);
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let typed = self.completing.as_ref().map_or(self.field.value(), |(typed, _)| typed);
        let suggestions = line::suggestions(typed, self.place, ctx);
        let height = u16::try_from(MOST_SUGGESTIONS).unwrap_or(u16::MAX).saturating_add(5).min(area.height);
        let outer = Rect { y: area.bottom() - height, height, ..area };
        frame.render_widget(Clear, outer);
        let block = Block::bordered()
            .border_style(ctx.style(Meaning::Heading))
            .title(format!(" {} ", lang.line_title()))
            .style(ctx.style(Meaning::Plain));
        let inner = block.inner(outer).inner(Margin::new(1, 0));
        frame.render_widget(block, outer);
        let foot =
            Rect { y: inner.bottom().saturating_sub(1).max(inner.y), height: inner.height.min(1), ..inner };
        input_line(frame, foot, ctx, lang.action(Action::CommandLine), &self.field, true);
        let above = Rect { height: inner.height.saturating_sub(1), ..inner };
        let mut column = Column::new(frame.buffer_mut(), above);
        let (words, meaning) = match line::read(self.field.value(), self.place, ctx) {
            Ok(order) => (meant(&order, ctx), Meaning::Strong),
            Err(flaw) if self.is_refused => (format!("[!] {}", lang.line_flaw(&flaw)), Meaning::Warning),
            Err(flaw) => (lang.line_flaw(&flaw), Meaning::Faint),
        };
        column.paragraph("", &words, ctx.style(meaning));
        let taken = self.completing.as_ref().map(|(_, at)| at % suggestions.len().max(1));
        for (at, suggestion) in suggestions.iter().enumerate() {
            let (mark, style) =
                if taken == Some(at) { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
            let deed = keymap::row_of(self.place, suggestion).map_or("", |row| lang.action_help(row.action));
            let keys = keymap::row_of(self.place, suggestion)
                .map_or(String::new(), |row| row.keys.first().map(|key| key.name()).unwrap_or_default());
            let line = if deed.is_empty() {
                format!("{mark} {suggestion}")
            } else {
                format!("{mark} {suggestion:<5}{keys:<9}{deed}")
            };
            column.line(&line, ctx.style(style));
        }
    }
}

/// What Enter will do.
fn meant(order: &Order, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    match order {
        Order::Act(action) => lang.action_help(*action).to_owned(),
        Order::Take(new) | Order::ServeNow(new) => {
            let needs: Vec<String> = new
                .needs
                .iter()
                .map(|(code, quantity)| match quantity {
                    1 => ctx.short(code),
                    more => format!("{} ×{more}", ctx.short(code)),
                })
                .collect();
            let (needs, persons) = (needs.join(", "), new.persons.to_string());
            let words = match order {
                Order::ServeNow(_) => lang.line_serve_now(&needs, &persons),
                _ => lang.line_take(&needs, &persons),
            };
            match new.priority {
                Some(why) => format!("{words}; {}", lang.line_priority(lang.priority(why))),
                None => words,
            }
        }
        Order::Go { visit, then } => {
            let ticket = ctx.model.card(*visit).map(|card| ctx.ticket(card)).unwrap_or_default();
            match then {
                Some(action) => lang.line_go_then(&ticket, lang.action_help(*action)),
                None => lang.line_go(&ticket),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_lines_are_kept_each_once() {
        let mut history = History::default();
        for at in 0..MOST_LINES + 5 {
            history.keep(format!("+ ks {at}"));
        }
        history.keep("+ ks 20".to_owned());
        assert_eq!(history.0.len(), MOST_LINES);
        assert_eq!(history.0.last().unwrap(), "+ ks 20");
        assert_eq!(history.0.iter().filter(|line| *line == "+ ks 20").count(), 1);
    }
}
