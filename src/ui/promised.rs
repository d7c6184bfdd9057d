//! Who was to come back today, in words: for the form that opens a shift and for the list of today's visits.

use super::context::Context;
use crate::desk::{Card, Promise};
use crate::domain::CheckState;

/// «hẹn hôm nay 09:00»; of who has come, with which number.
pub(super) fn stands(promise: &Promise, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    match (promise.back, promise.at) {
        (Some((day, ticket)), _) if day == ctx.model.day => lang.promised_has_come(&ticket.to_string()),
        (Some((day, ticket)), _) => lang.promised_has_come(&format!("{ticket} {}", lang.short_date(day))),
        (None, Some(at)) => lang.promised_today_at(&lang.clock(at)),
        (None, None) => lang.promised_today().to_owned(),
    }
}

/// What its party comes back for, and which papers and preconditions were missing.
pub(super) fn what(promise: &Promise, ctx: &Context<'_>) -> String {
    let (needs, missing) = (ctx.needs(&promise.card), missing(&promise.card, ctx));
    if missing.is_empty() { needs } else { ctx.lang.promised_lacks(&needs, &missing) }
}

/// The papers and preconditions that were found to be missing.
pub(super) fn missing(card: &Card, ctx: &Context<'_>) -> String {
    let missing: Vec<&str> = card
        .assists
        .iter()
        .flat_map(|assist| assist.checks.iter().map(move |check| (&assist.procedure, check)))
        .filter(|(_, check)| check.state == CheckState::Missing)
        .filter_map(|(code, check)| {
            let list = ctx.catalogue.get(code)?.list(check.part.into())?;
            ctx.lang.pick(list).get(usize::from(check.place)).map(String::as_str)
        })
        .collect();
    missing.join(", ")
}
