//! Help: the key table of the place below, filtered by typing; Enter runs the row.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::choice::{has_words, list};
use super::window;
use crate::domain::fold::fold;
use crate::text::Lang;
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::{self, Action, Place};
use crate::ui::list::moved;

/// The popup.
#[derive(Clone, Debug)]
pub struct Help {
    place: Place,
    typed: Field,
    at: usize,
}

impl PartialEq for Help {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.typed.value() == other.typed.value() && self.at == other.at
    }
}

impl Help {
    /// Help for the place that had the keys.
    pub fn new(place: Place) -> Self {
        Self { place, typed: Field::new(40), at: 0 }
    }

    fn rows(&self, lang: Lang) -> Vec<(String, Action)> {
        let query = fold(self.typed.value());
        keymap::rows(self.place)
            .filter_map(|row| {
                let keys: Vec<String> = row.keys.iter().map(|key| key.name()).collect();
                let keys = keys.join(" ");
                let words = format!("{} {}", draw::pad(&keys, 16), lang.action_help(row.action));
                let fits = query.is_empty() || has_words(&fold(&words), &query);
                fits.then_some((words, row.action))
            })
            .collect()
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let rows = self.rows(ctx.lang);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -10,
            Action::PageDown => 10,
            Action::Accept => {
                let run = rows.get(self.at).map(|(_, action)| Request::Act(*action));
                return std::iter::once(Request::Close).chain(run).collect();
            }
            Action::Back => return vec![Request::Close],
            _ => 0,
        };
        self.at = moved(self.at, by, rows.len());
        Vec::new()
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        let before = self.typed.value().to_owned();
        let taken = self.typed.press(key);
        if self.typed.value() != before {
            self.at = 0;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.typed.insert(text);
        self.at = 0;
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx.lang);
        let words: Vec<&str> = rows.iter().map(|(words, _)| words.as_str()).collect();
        let title = format!("{} · {}", ctx.lang.help_title(), ctx.lang.key_place(self.place));
        let inner = window(frame, area, ctx, &title, 76, 22);
        list(frame, inner, ctx, &self.typed, &words, self.at);
    }
}
