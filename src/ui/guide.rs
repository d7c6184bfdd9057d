//! What the catalogue says about an entry, with what is ticked of it and when its result is due: the same words beside
//! the list and as a page to read.

use super::context::Context;
use super::reading::{Page, Words};
use super::theme::Meaning;
use crate::domain::deadline::Due;
use crate::domain::earlier;
use crate::domain::procedure::Kind;
use crate::domain::{Assist, CheckState, Day, Outage, Part, Procedure};

/// The mark of a paper, precondition or step.
pub(super) const fn mark(state: Option<CheckState>) -> &'static str {
    match state {
        None => "[ ] ",
        Some(CheckState::There) => "[x] ",
        Some(CheckState::Missing) => "[!] ",
    }
}

/// How a paper or precondition looks.
pub(super) const fn look(state: Option<CheckState>) -> Meaning {
    match state {
        None => Meaning::Plain,
        Some(CheckState::There) => Meaning::Good,
        Some(CheckState::Missing) => Meaning::Warning,
    }
}

/// Everything about an entry: what does not work, when a result is due, the fee, what to mind, what to check and to
/// bring, where to file. With an assist its ticks are shown; without one, the steps as well.
pub(super) fn words(ctx: &Context<'_>, entry: &Procedure, assist: Option<&Assist>) -> Vec<Words> {
    let lang = ctx.lang;
    let mut page = Page::new(lang, entry);
    page.outages(&ctx.model.outages);
    if let Some(due) = ctx.model.working_days().due(entry, ctx.now) {
        page.due(due, ctx.now.day());
    }
    if let Some(limit) = &entry.time_limit {
        page.fact(lang.time_limit(), "time_limit", lang.pick(limit).as_str());
    }
    match &entry.fee {
        Some(fee) => page.fact(lang.fee(), "fee", lang.pick(fee).as_str()),
        // The province sets it; a screen never calls that free (DOMAIN.md §7).
        None if entry.kind == Kind::Procedure => page.fact(lang.fee(), "", lang.guide_fee_unknown()),
        None => {}
    }
    page.list(lang.warnings(), "warnings", lang.pick(&entry.warnings).as_slice(), |_| {
        ("- ", Meaning::Warning)
    });
    for (heading, fact, part) in
        [(lang.check_first(), "before", Part::Before), (lang.papers(), "papers", Part::Paper)]
    {
        let found = |place: usize| {
            u8::try_from(place).ok().and_then(|place| assist.and_then(|assist| assist.check(part, place)))
        };
        let look = |place| match assist {
            Some(_) => (mark(found(place)), look(found(place))),
            None => ("- ", Meaning::Plain),
        };
        page.list(heading, fact, lang.pick(earlier::list(entry, part)).as_slice(), look);
    }
    if assist.is_none() {
        page.list(lang.steps(), "steps", lang.pick(&entry.steps).as_slice(), |_| ("- ", Meaning::Plain));
    }
    page.ways();
    page.words
}

impl Page<'_> {
    /// A fact below its heading.
    fn fact(&mut self, heading: &str, fact: &str, text: &str) {
        self.heading(heading, fact);
        self.say("", text, Meaning::Plain);
    }

    fn outages(&mut self, outages: &[Outage]) {
        let lang = self.lang;
        for outage in outages {
            if self.entry.systems.contains(&outage.system) {
                let words = lang.system_is_down(lang.system(outage.system), &lang.clock(outage.from));
                self.say("", words, Meaning::Bad);
            }
        }
    }

    fn due(&mut self, due: Due, today: Day) {
        let lang = self.lang;
        let is_today = due.day == today;
        let when = if is_today { lang.due_today().to_owned() } else { lang.weekday_date(due.day) };
        let doubt =
            if due.is_doubtful { format!(" ({})", lang.check_locally()) } else { self.unsure("time_limit") };
        self.say("", lang.due_heading(), Meaning::Heading);
        self.say("", format!("{when}{doubt}"), Meaning::Strong);
        if self.entry.same_day {
            self.say("", lang.due_before_three(), Meaning::Plain);
        }
    }

    fn ways(&mut self) {
        let (lang, entry) = (self.lang, self.entry);
        if entry.kind == Kind::Procedure && !entry.channels.is_empty() {
            let ways: Vec<&str> = entry.channels.iter().map(|way| lang.guide_way(*way)).collect();
            self.fact(lang.ways_heading(), "", &ways.join("; "));
            self.fact(lang.level_heading(), "online", lang.online_level(entry.online));
        }
        if let Some(portal) = &entry.portal {
            self.fact(lang.portal_heading(), "portal", portal);
        }
        if let Some(last) = entry.valid_until {
            self.say("", lang.valid_until_day(&lang.date(last)), Meaning::Warning);
        }
    }
}
