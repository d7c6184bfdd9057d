//! What the catalogue says about a procedure, for the volunteer to read.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use crate::domain::{Code, Procedure};
use crate::ui::context::Context;
use crate::ui::draw::Column;
use crate::ui::theme::Meaning;

/// The short name, the papers to bring and what to check first: what a waiting party can be told already.
pub(super) fn brief(column: &mut Column<'_>, ctx: &Context<'_>, code: &Code) {
    let lang = ctx.lang;
    column.line(&ctx.short(code), ctx.style(Meaning::Heading));
    let Some(entry) = ctx.catalogue.get(code) else { return };
    for (label, list) in [(lang.papers(), &entry.papers), (lang.check_first(), &entry.before)] {
        let list = lang.pick(list);
        if !list.is_empty() {
            column.line(label, ctx.style(Meaning::Strong));
        }
        for text in list {
            column.paragraph("- ", text, ctx.style(Meaning::Plain));
        }
    }
}

/// Everything: papers, what to check first, time, fee, warnings.
pub(super) fn render(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, entry: &Procedure) {
    let lang = ctx.lang;
    let plain = ctx.style(Meaning::Plain);
    let mut column = Column::new(buffer, area.inner(Margin::new(1, 0)));
    let unsure = |what: &str| {
        if entry.check_locally.iter().any(|one| one == what) {
            format!(" ({})", lang.check_locally())
        } else {
            String::new()
        }
    };
    for (heading, what, list, meaning) in [
        (lang.check_first(), "before", &entry.before, Meaning::Plain),
        (lang.papers(), "papers", &entry.papers, Meaning::Plain),
        (lang.warnings(), "warnings", &entry.warnings, Meaning::Warning),
    ] {
        let list = lang.pick(list);
        if !list.is_empty() {
            column.line(&format!("{heading}{}", unsure(what)), ctx.style(Meaning::Heading));
            for text in list {
                column.paragraph("- ", text, ctx.style(meaning));
            }
        }
    }
    for (heading, what, text) in
        [(lang.time_limit(), "time_limit", &entry.time_limit), (lang.fee(), "fee", &entry.fee)]
    {
        if let Some(text) = text {
            column.line(heading, ctx.style(Meaning::Heading));
            column.paragraph("", &format!("{}{}", lang.pick(text), unsure(what)), plain);
        }
    }
}
