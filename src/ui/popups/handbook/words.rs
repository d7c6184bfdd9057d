//! What the handbook says about an entry, in lines.

use super::Line;
use crate::domain::procedure::{Both, Kind};
use crate::domain::{Code, Procedure};
use crate::text::Lang;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// Everything the catalogue knows about an entry, in lines of at most `width` columns, no word of which is cut.
pub(in crate::ui::popups) fn lines(ctx: &Context<'_>, code: &Code, width: usize) -> Vec<Line> {
    let Some(entry) = ctx.catalogue.get(code) else {
        return vec![(ctx.lang.reading_gone().to_owned(), Meaning::Warning)];
    };
    let mut page = Page { lang: ctx.lang, entry, width, lines: Vec::new() };
    page.head(ctx);
    page.lists();
    page.facts(ctx);
    page.lines
}

/// A page being written.
struct Page<'a> {
    lang: Lang,
    entry: &'a Procedure,
    width: usize,
    lines: Vec<Line>,
}

impl Page<'_> {
    fn paragraph(&mut self, first: &str, text: &str, meaning: Meaning) {
        let indent = draw::width(first);
        for (at, part) in draw::wrap(text, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let head = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
            self.lines.push((format!("{head}{part}"), meaning));
        }
    }

    /// The mark of a fact that could not be verified.
    fn doubt(&self, fact: &str) -> String {
        if self.entry.check_locally.iter().any(|one| one == fact) {
            format!(" ({})", self.lang.check_locally())
        } else {
            String::new()
        }
    }

    fn head(&mut self, ctx: &Context<'_>) {
        let (lang, entry) = (self.lang, self.entry);
        let name = format!("{}{}", lang.pick(&entry.name), self.doubt("name"));
        self.paragraph("", &name, Meaning::Strong);
        let field = ctx.catalogue.field_of(&entry.code).map_or("", |field| lang.pick(&field.name).as_str());
        let code = lang.reading_code(&entry.code.0, lang.entry_kind(entry.kind), field);
        self.paragraph("", &code, Meaning::Faint);
        if let Some(state) = ctx.catalogue.state_on(&entry.code, ctx.model.day) {
            let meaning = if state.is_offered() { Meaning::Faint } else { Meaning::Warning };
            self.paragraph("", &lang.sentence(&lang.entry_state(state)), meaning);
        }
        if let Some(next) = ctx.catalogue.successor(&entry.code) {
            let what = format!("{} ({next})", ctx.short(next));
            self.paragraph("", &lang.reading_replaced_by(&what), Meaning::Warning);
        }
    }

    fn lists(&mut self) {
        let (lang, entry) = (self.lang, self.entry);
        self.list(lang.reading_papers(), "papers", &entry.papers, Meaning::Plain, &|_| "- ".to_owned());
        self.list(lang.reading_before(), "before", &entry.before, Meaning::Plain, &|_| "- ".to_owned());
        self.list(lang.reading_steps(), "steps", &entry.steps, Meaning::Plain, &|at| {
            format!("{:>2}. ", at + 1)
        });
        self.list(lang.reading_warnings(), "warnings", &entry.warnings, Meaning::Warning, &|_| {
            "! ".to_owned()
        });
    }

    fn list(
        &mut self,
        heading: &str,
        fact: &str,
        texts: &Both<Vec<String>>,
        meaning: Meaning,
        mark: &dyn Fn(usize) -> String,
    ) {
        let lang = self.lang;
        let texts = lang.pick(texts);
        if texts.is_empty() {
            return;
        }
        self.heading(heading, fact);
        for (at, text) in texts.iter().enumerate() {
            self.paragraph(&mark(at), text, meaning);
        }
    }

    fn heading(&mut self, heading: &str, fact: &str) {
        self.lines.push((String::new(), Meaning::Plain));
        let doubt = self.doubt(fact);
        self.paragraph("", &format!("{heading}{doubt}"), Meaning::Heading);
    }

    fn facts(&mut self, ctx: &Context<'_>) {
        let (lang, entry) = (self.lang, self.entry);
        self.lines.push((String::new(), Meaning::Plain));
        let limit = entry.time_limit.as_ref().map(|limit| lang.pick(limit).clone());
        let days = entry.working_days.map(|days| lang.reading_working_days(days));
        if let Some(limit) = limit.or(days) {
            self.fact(lang.reading_time(), "time_limit", &limit);
        }
        if entry.same_day {
            self.paragraph("  ", lang.reading_same_day(), Meaning::Plain);
        }
        // What the catalogue does not know is never called free (DOMAIN.md §7).
        let fee = entry.fee.as_ref().map(|fee| lang.pick(fee).as_str());
        let unknown = (entry.kind == Kind::Procedure).then(|| lang.reading_fee_unknown());
        if let Some(fee) = fee.or(unknown) {
            self.fact(lang.reading_fee(), "fee", fee);
        }
        if !entry.channels.is_empty() {
            let ways: Vec<&str> = entry.channels.iter().map(|way| lang.way(*way)).collect();
            self.fact(lang.reading_ways(), "channels", &ways.join(", "));
        }
        if entry.kind == Kind::Procedure {
            self.fact(lang.reading_online(), "online", lang.online_level(entry.online));
        }
        if let Some(portal) = &entry.portal {
            self.fact(lang.reading_portal(), "", portal);
        }
        if !entry.systems.is_empty() {
            let systems: Vec<&str> = entry.systems.iter().map(|system| lang.system(*system)).collect();
            self.fact(lang.reading_systems(), "", &systems.join(", "));
        }
        let first = lang.date(entry.valid_from);
        let valid = match ctx.catalogue.last_day(&entry.code) {
            Some(last) => lang.reading_valid_between(&first, &lang.date(last)),
            None => lang.reading_valid_from(&first),
        };
        self.fact(lang.reading_valid(), "", &valid);
        if !entry.replaces.is_empty() {
            let codes: Vec<&str> = entry.replaces.iter().map(|code| code.0.as_str()).collect();
            self.paragraph("", &lang.reading_replaces(&codes.join(", ")), Meaning::Plain);
        }
        if entry.local {
            self.paragraph("", lang.reading_local(), Meaning::Plain);
        }
        if let Some(confidence) = entry.confidence {
            self.fact(lang.reading_confidence(), "", lang.confidence(confidence));
        }
        if !entry.aliases.is_empty() {
            self.fact(lang.reading_aliases(), "", &entry.aliases.join(", "));
        }
    }

    fn fact(&mut self, label: &str, fact: &str, text: &str) {
        let doubt = self.doubt(fact);
        self.paragraph("", &format!("{label}: {text}{doubt}"), Meaning::Plain);
    }
}
