//! What the console is told of backup copies.

use crate::backup::{News, Why};
use crate::lang::Lang;
use crate::ui::{Event, PrintNews};

/// The event for it. That an hourly copy was made is what everybody expects, and is not told.
pub(super) fn event(news: News, lang: Lang) -> Option<Event> {
    let (sentence, went_well) = match news {
        News::Made { why, made, is_alone } => {
            let missing = made.missing.first();
            let told = missing.map(|(folder, reason)| lang.backup_folder_missing(folder, reason));
            match (why, told) {
                (_, Some(told)) => (told, false),
                (Why::ShiftClosed, None) if is_alone => (lang.backup_alone().to_owned(), false),
                (Why::ShiftClosed | Why::Hour, None) => return None,
                (_, None) => (lang.backup_made(&made), true),
            }
        }
        News::Failed(error) => (lang.backup_error(&error), false),
        News::Copies(cards, holds) => return Some(Event::Copies(cards, holds.map(Box::new))),
    };
    Some(Event::BackedUp(PrintNews { sentence, went_well }))
}
