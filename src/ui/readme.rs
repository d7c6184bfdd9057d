//! The README's key section, made from the key table.

use super::keymap::{Place, TABLE};
use crate::text::Lang;

/// The key table as Markdown, a table a place. A test compares it with the README.
pub fn key_section(lang: Lang) -> String {
    let mut section = String::new();
    for place in Place::ALL {
        section.push_str("\n**");
        section.push_str(lang.key_place(place));
        section.push_str("**\n\n| | |\n|---|---|\n");
        for row in TABLE.iter().filter(|row| row.place == place) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{}`", key.name())).collect();
            section.push_str("| ");
            section.push_str(&keys.join(" "));
            section.push_str(" | ");
            section.push_str(lang.action_help(row.action));
            section.push_str(" |\n");
        }
    }
    section
}
