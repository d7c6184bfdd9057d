//! What the handbook says about an entry, in lines.

use super::Line;
use crate::domain::procedure::{Both, Kind};
use crate::domain::{Catalogue, Code};
use crate::ui::context::Context;
use crate::ui::reading::{self, Page};
use crate::ui::theme::Meaning;

/// Everything the catalogue knows about an entry, in lines of at most `width` columns, no word of which is cut.
pub(in crate::ui::popups) fn lines(ctx: &Context<'_>, code: &Code, width: usize) -> Vec<Line> {
    let Some(entry) = ctx.catalogue.get(code) else {
        return vec![(ctx.lang.reading_gone().to_owned(), Meaning::Warning)];
    };
    let mut page = Page::new(ctx.lang, entry);
    page.head(ctx);
    page.lists();
    page.facts(ctx.catalogue);
    reading::rows(&page.words, width)
}

impl Page<'_> {
    fn head(&mut self, ctx: &Context<'_>) {
        let (lang, entry) = (self.lang, self.entry);
        let name = format!("{}{}", lang.pick(&entry.name), self.unsure("name"));
        self.say("", name, Meaning::Strong);
        let field = ctx.catalogue.field_of(&entry.code).map_or("", |field| lang.pick(&field.name).as_str());
        let code = lang.reading_code(&entry.code.0, lang.entry_kind(entry.kind), field);
        self.say("", code, Meaning::Faint);
        if let Some(state) = ctx.catalogue.state_on(&entry.code, ctx.model.day) {
            let meaning = if state.is_offered() { Meaning::Faint } else { Meaning::Warning };
            self.say("", lang.sentence(&lang.entry_state(state)), meaning);
        }
        if let Some(next) = ctx.catalogue.successor(&entry.code) {
            let what = format!("{} ({next})", ctx.short(next));
            self.say("", lang.reading_replaced_by(&what), Meaning::Warning);
        }
    }

    fn lists(&mut self) {
        let (lang, entry) = (self.lang, self.entry);
        let plain = |_| ("- ".to_owned(), Meaning::Plain);
        let step = |at| (format!("{:>2}. ", at + 1), Meaning::Plain);
        let warning = |_| ("! ".to_owned(), Meaning::Warning);
        self.section(lang.papers(), "papers", &entry.papers, plain);
        self.section(lang.check_first(), "before", &entry.before, plain);
        self.section(lang.steps(), "steps", &entry.steps, step);
        self.section(lang.warnings(), "warnings", &entry.warnings, warning);
    }

    fn section(
        &mut self,
        heading: &str,
        fact: &str,
        texts: &Both<Vec<String>>,
        look: impl Fn(usize) -> (String, Meaning),
    ) {
        let texts = self.lang.pick(texts);
        if !texts.is_empty() {
            self.gap();
        }
        self.list(heading, fact, texts, look);
    }

    fn facts(&mut self, catalogue: &Catalogue) {
        let (lang, entry) = (self.lang, self.entry);
        self.gap();
        let limit = entry.time_limit.as_ref().map(|limit| lang.pick(limit).clone());
        let days = entry.working_days.map(|days| lang.reading_working_days(days));
        if let Some(limit) = limit.or(days) {
            self.labelled(lang.time_limit(), "time_limit", &limit);
        }
        if entry.same_day {
            self.say("  ", lang.reading_same_day(), Meaning::Plain);
        }
        // What the catalogue does not know is never called free (DOMAIN.md §7).
        let fee = entry.fee.as_ref().map(|fee| lang.pick(fee).as_str());
        let unknown = (entry.kind == Kind::Procedure).then(|| lang.guide_fee_unknown());
        if let Some(fee) = fee.or(unknown) {
            self.labelled(lang.fee(), "fee", fee);
        }
        if !entry.channels.is_empty() {
            let ways: Vec<&str> = entry.channels.iter().map(|way| lang.way(*way)).collect();
            self.labelled(lang.ways_heading(), "channels", &ways.join(", "));
        }
        if entry.kind == Kind::Procedure {
            self.labelled(lang.level_heading(), "online", lang.online_level(entry.online));
        }
        if let Some(portal) = &entry.portal {
            self.labelled(lang.portal_heading(), "portal", portal);
        }
        if !entry.systems.is_empty() {
            let systems: Vec<&str> = entry.systems.iter().map(|system| lang.system(*system)).collect();
            self.labelled(lang.reading_systems(), "", &systems.join(", "));
        }
        let first = lang.date(entry.valid_from);
        let valid = match catalogue.last_day(&entry.code) {
            Some(last) => lang.reading_valid_between(&first, &lang.date(last)),
            None => lang.reading_valid_from(&first),
        };
        self.labelled(lang.reading_valid(), "", &valid);
        if !entry.replaces.is_empty() {
            let codes: Vec<&str> = entry.replaces.iter().map(|code| code.0.as_str()).collect();
            self.say("", lang.reading_replaces(&codes.join(", ")), Meaning::Plain);
        }
        if entry.local {
            self.say("", lang.reading_local(), Meaning::Plain);
        }
        if let Some(confidence) = entry.confidence {
            self.labelled(lang.reading_confidence(), "", lang.confidence(confidence));
        }
        if !entry.aliases.is_empty() {
            self.labelled(lang.reading_aliases(), "", &entry.aliases.join(", "));
        }
    }

    /// A fact in one line with its label.
    fn labelled(&mut self, label: &str, fact: &str, text: &str) {
        self.say("", format!("{label}: {text}{}", self.unsure(fact)), Meaning::Plain);
    }
}
