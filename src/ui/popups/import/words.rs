//! What an import would change, in lines.

use crate::domain::catalogue::{Change, Preview};
use crate::domain::input;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// The most letters of a value that are shown: the beginning says enough.
const MOST: usize = 120;

/// How many entries would be new, other ones, ended and as they are.
pub(super) fn summary(ctx: &Context<'_>, preview: &Preview) -> String {
    let count = |is: fn(&Change) -> bool| preview.changes.iter().filter(|change| is(change)).count();
    ctx.lang.import_summary(
        count(|change| matches!(change, Change::Added(_))),
        count(|change| matches!(change, Change::Changed { .. })),
        count(|change| matches!(change, Change::Retired { .. })),
        preview.unchanged,
    )
}

/// Each change with what differs, in lines of at most `width` columns.
pub(super) fn lines(ctx: &Context<'_>, preview: &Preview, width: usize) -> Vec<(String, Meaning)> {
    let lang = ctx.lang;
    let mut lines = Vec::new();
    let mut say = |first: &str, text: &str, meaning: Meaning| {
        let indent = draw::width(first);
        for (at, part) in draw::wrap(text, width.saturating_sub(indent)).into_iter().enumerate() {
            let head = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
            lines.push((format!("{head}{part}"), meaning));
        }
    };
    if !preview.fields.is_empty() {
        say("~ ", &lang.import_fields(&preview.fields.join(", ")), Meaning::Plain);
    }
    for change in &preview.changes {
        let code = change.code();
        match change {
            Change::Added(entry) => {
                let words = format!("{code} {}", lang.pick(&entry.name));
                say("+ ", &words, Meaning::Good);
            }
            Change::Retired { last, by, .. } => {
                let by = by.as_ref().map(|by| by.0.as_str());
                let words = lang.import_ends(&code.0, &ctx.short(code), &lang.date(*last), by);
                say("- ", &words, Meaning::Warning);
            }
            Change::Changed { what, .. } => {
                say("~ ", &format!("{code} {}", ctx.short(code)), Meaning::Strong);
                for one in what {
                    let old = one.old.as_ref().map(value).unwrap_or_default();
                    let new = one.new.as_ref().map(value).unwrap_or_default();
                    say("    ", &lang.import_differs(&one.key, &old, &new), Meaning::Plain);
                }
            }
        }
    }
    lines
}

/// A value as the file writes it, on one line.
fn value(value: &toml::Value) -> String {
    input::line(&value.to_string(), MOST)
}
