//! What the papers about an entry of the catalogue have in common: its facts in words. A fact that could not be verified
//! is said with whatever doubt the paper's readers need to hear.

use crate::domain::Procedure;
use crate::domain::procedure::Way;
use crate::text::Lang;

/// The facts of an entry that its `check_locally` may name.
pub(super) const PAPERS: &str = "papers";
pub(super) const STEPS: &str = "steps";
pub(super) const FEE: &str = "fee";
pub(super) const TIME_LIMIT: &str = "time_limit";
pub(super) const ONLINE: &str = "online";

/// Whether a fact of the entry could not be verified.
pub(super) fn is_doubtful(procedure: &Procedure, fact: &str) -> bool {
    procedure.check_locally.iter().any(|doubtful| doubtful == fact)
}

/// An entry in a language, and how this paper says a fact that is in doubt.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) procedure: &'a Procedure,
    pub(super) lang: Lang,
    pub(super) doubted: fn(Lang, &str) -> String,
}

impl Entry<'_> {
    fn said(self, fact: &str, words: String) -> String {
        if is_doubtful(self.procedure, fact) { (self.doubted)(self.lang, &words) } else { words }
    }

    /// What it costs, in the catalogue's words. Where it says nothing the province sets the fee, and no paper calls
    /// that free (DOMAIN.md §7).
    pub(super) fn fee(self) -> String {
        match &self.procedure.fee {
            None => self.lang.guide_fee_unknown().to_owned(),
            Some(fee) => self.said(FEE, self.lang.within_a_sentence(self.lang.pick(fee).as_str())),
        }
    }

    /// How long it takes, where the catalogue says so.
    pub(super) fn time_limit(self) -> Option<String> {
        let limit = self.procedure.time_limit.as_ref()?;
        Some(self.said(TIME_LIMIT, self.lang.within_a_sentence(self.lang.pick(limit).as_str())))
    }

    /// Where the dossier may be handed in.
    pub(super) fn ways(self) -> String {
        let words = |way: &Way| {
            let words = self.lang.guide_way(*way).to_owned();
            if *way == Way::Online { self.said(ONLINE, words) } else { words }
        };
        self.procedure.channels.iter().map(words).collect::<Vec<_>>().join("; ")
    }
}
