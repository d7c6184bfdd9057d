//! What is to be read about an entry: paragraphs after their marks, and which of the facts could not be verified. The guide
//! is the same beside the list and as a page to read.

use std::borrow::Cow;

use super::context::Context;
use super::draw;
use super::theme::Meaning;
use crate::domain::deadline::Due;
use crate::domain::procedure::{Fact, Said};
use crate::domain::{Assist, CheckList, CheckState, Day, Outage, Procedure};
use crate::lang::Lang;

/// A heading, or a paragraph after a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    mark: Cow<'static, str>,
    text: String,
    meaning: Meaning,
}

/// What is being written about an entry.
pub(super) struct Page<'a> {
    pub(super) lang: Lang,
    pub(super) entry: &'a Procedure,
    words: Vec<Words>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) const fn new(lang: Lang, entry: &'a Procedure) -> Self {
        Self { lang, entry, words: Vec::new() }
    }

    /// A paragraph; its further rows stand below the text, not below the mark.
    pub(super) fn say(
        &mut self,
        mark: impl Into<Cow<'static, str>>,
        text: impl Into<String>,
        meaning: Meaning,
    ) {
        // The words of slips hold words together on narrow paper; here they would break a line too early.
        let text = text.into().replace('\u{a0}', " ");
        self.words.push(Words { mark: mark.into(), text, meaning });
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.say("", "", Meaning::Plain);
    }

    /// A text about a fact, with the sign of doubt where it could not be verified.
    pub(super) fn sure(&self, fact: Fact, text: &str) -> String {
        let is_doubtful = self.entry.is_doubtful(fact) && self.entry.says(fact) != Said::Unknown;
        if is_doubtful { self.lang.doubted(text) } else { text.to_owned() }
    }

    /// The page, whose foot says what the sign of doubt means where it stands.
    pub(super) fn done(mut self) -> Vec<Words> {
        if self.words.iter().any(|words| self.lang.is_doubted(&words.text)) {
            self.say("", self.lang.handbook_doubts(), Meaning::Faint);
        }
        self.words
    }

    /// A fact below its heading, each paragraph of a list with its mark and look; nothing where there is nothing to say.
    pub(super) fn fact<M: Into<Cow<'static, str>>>(
        &mut self,
        fact: Fact,
        look: impl Fn(usize) -> (M, Meaning),
    ) {
        let heading = self.sure(fact, self.lang.fact(fact));
        if let Said::List(list) = self.entry.says(fact) {
            self.say("", heading, Meaning::Heading);
            for (place, text) in self.lang.pick(list).iter().enumerate() {
                let (mark, meaning) = look(place);
                self.say(mark, text, meaning);
            }
        } else if let Some(words) = self.lang.said(self.entry, fact) {
            self.say("", heading, Meaning::Heading);
            self.say("", words, Meaning::Plain);
        }
    }
}

/// Words in rows of a width, none of them cut.
pub(super) fn rows(words: &[Words], width: usize) -> Vec<(String, Meaning)> {
    let mut rows = Vec::new();
    for Words { mark, text, meaning } in words {
        rows.extend(draw::hanging(mark, text, width).map(|line| (line, *meaning)));
    }
    rows
}

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

/// What the guide says of an entry, in this order.
const GUIDE: [Fact; 9] = [
    Fact::TimeLimit,
    Fact::Fee,
    Fact::Warnings,
    Fact::Before,
    Fact::Papers,
    Fact::Steps,
    Fact::Ways,
    Fact::Online,
    Fact::Portal,
];

/// Everything about an entry: what does not work, when a result is due, the fee, what to mind, what to check and to
/// bring, where to file. With an assist its ticks are shown; without one, the steps as well.
pub(super) fn guide(ctx: &Context<'_>, entry: &Procedure, assist: Option<&Assist>) -> Vec<Words> {
    let lang = ctx.lang;
    let mut page = Page::new(lang, entry);
    page.outages(&ctx.model.outages);
    if let Some(due) = ctx.model.working_days().due(entry, ctx.now) {
        page.due(due, ctx.now.day());
    }
    for fact in GUIDE {
        match fact {
            Fact::Steps if assist.is_some() => {}
            Fact::Warnings => page.fact(fact, |_| ("- ", Meaning::Warning)),
            _ => page.fact(fact, |place| match assist {
                Some(assist) => found(assist, fact, place),
                None => ("- ", Meaning::Plain),
            }),
        }
    }
    if let Some(last) = entry.valid_until {
        page.say("", lang.valid_until_day(&lang.date(last)), Meaning::Warning);
    }
    page.done()
}

/// The mark and the look of a paper or precondition that was asked for.
fn found(assist: &Assist, fact: Fact, place: usize) -> (&'static str, Meaning) {
    let part = [CheckList::Before, CheckList::Paper].into_iter().find(|part| Fact::from(*part) == fact);
    let state = part.zip(u8::try_from(place).ok()).and_then(|(part, place)| assist.check(part, place));
    (mark(state), look(state))
}

impl Page<'_> {
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
        let when = if due.is_doubtful { lang.doubted(&when) } else { self.sure(Fact::TimeLimit, &when) };
        self.say("", lang.due_heading(), Meaning::Heading);
        self.say("", when, Meaning::Strong);
        if self.entry.same_day {
            self.say("", lang.due_before_three(), Meaning::Plain);
        }
    }
}
