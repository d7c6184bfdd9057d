//! Help: the key table of the place below, filtered by typing; Enter runs the row.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::filter::Filter;
use super::window;
use crate::domain::Letters;
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::key::Key;
use crate::ui::keymap::{self, Action, Place};

/// The popup.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    place: Place,
    filter: Filter,
}

impl Help {
    /// Help for the place that had the keys.
    pub fn new(place: Place) -> Self {
        Self { place, filter: Filter::new() }
    }

    fn rows(&self, ctx: &Context<'_>) -> Vec<(String, Action)> {
        let lang = ctx.lang;
        // Where letters begin a need they are no commands.
        let is_queue = matches!(self.place, Place::Queue | Place::Visit);
        let is_key = |key: &&Key| {
            let is_letter = key.text().is_some_and(char::is_alphabetic);
            key.ctrl || !is_letter || !is_queue || ctx.letters == Letters::Commands
        };
        keymap::rows(self.place)
            .filter_map(|row| {
                // What stands for it on the line of commands is shown as it is typed there.
                let verb = row.verbs.first().map(|verb| format!(":{verb}"));
                let keys: Vec<String> =
                    row.keys.iter().filter(is_key).map(|key| key.name()).chain(verb).collect();
                let keys = keys.join(" ");
                let words = format!("{} {}", draw::pad(&keys, 16), lang.action_help(row.action));
                self.filter.fits(&words).then_some((words, row.action))
            })
            .collect()
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let rows = self.rows(ctx);
        match action {
            Action::Accept => {
                let run = rows.get(self.filter.at()).map(|(_, action)| Request::Act(*action));
                return std::iter::once(Request::Close).chain(run).collect();
            }
            Action::Back => return vec![Request::Close],
            _ => self.filter.step(action, rows.len()),
        }
        Vec::new()
    }

    pub(super) fn filter(&mut self) -> &mut Filter {
        &mut self.filter
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx);
        let words: Vec<&str> = rows.iter().map(|(words, _)| words.as_str()).collect();
        let title = format!("{} · {}", ctx.lang.help_title(), ctx.lang.key_place(self.place));
        let inner = window(frame, area, ctx, &title, 76, 22);
        self.filter.render(frame, inner, ctx, &words);
    }
}
