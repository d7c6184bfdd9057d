//! The README's key section, made from the key table.

use super::keymap::{Action, Place, Row, TABLE};
use crate::text::Lang;

/// The key table as Markdown, a table a place, both languages side by side. A test compares it with the README.
///
/// The keys that only move the cursor share one line.
pub fn key_section() -> String {
    let mut section = String::new();
    for place in Place::ALL {
        let rows = || TABLE.iter().filter(|row| row.place == place);
        let place = [Lang::Vi, Lang::En].map(|lang| lang.key_place(place));
        section.push_str(&line(&["", &format!("**{}**", place[0]), &format!("**{}**", place[1])]));
        for row in rows().filter(|row| !is_move(row.action)) {
            let words = [Lang::Vi, Lang::En].map(|lang| lang.action_help(row.action));
            section.push_str(&line(&[&keys(row), words[0], words[1]]));
        }
        let moves: Vec<String> = rows().filter(|row| is_move(row.action)).map(keys).collect();
        if !moves.is_empty() {
            section.push_str(&line(&[&moves.join(" "), Lang::Vi.key_moves(), Lang::En.key_moves()]));
        }
    }
    format!("| | | |\n|---|---|---|\n{section}")
}

const fn is_move(action: Action) -> bool {
    matches!(
        action,
        Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last
    )
}

fn keys(row: &Row) -> String {
    let verbs = row.verbs.iter().map(|verb| format!("`:{verb}`"));
    let keys: Vec<String> = row.keys.iter().map(|key| format!("`{}`", key.name())).chain(verbs).collect();
    keys.join(" ")
}

fn line(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}
