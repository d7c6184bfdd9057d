//! What an import would change, in lines.

use crate::domain::catalogue::Preview;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// The counts, then each change with what differs, in lines of at most `width` columns.
pub(super) fn lines(ctx: &Context<'_>, preview: &Preview, width: usize) -> Vec<(String, Meaning)> {
    let mut lines = Vec::new();
    for line in ctx.lang.catalogue_preview(preview, ctx.catalogue) {
        let meaning = match line.chars().next() {
            Some('+') => Meaning::Good,
            Some('-') => Meaning::Warning,
            Some('~') => Meaning::Strong,
            _ => Meaning::Plain,
        };
        // What goes on is set in below its beginning.
        let text = line.trim_start();
        let indent = line.len() - text.len();
        for (at, part) in draw::wrap(text, width.saturating_sub(indent + 2)).into_iter().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            lines.push((format!("{}{part}", " ".repeat(indent)), meaning));
        }
    }
    lines
}
