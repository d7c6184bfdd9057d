//! Why something could not be done, and where a party was sent: the fixed words that every office counts by, and those of the
//! office's own.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::assist::OutcomeKind;
use super::coded::coded;
use super::ids::{OutageId, ReasonId};
use super::time::Stamp;

/// How the code of an office's own reason begins; its identity follows.
const OWN: &str = "own-";

/// Declares words that come with the program, each with the code that files hold, beside those of the office's own.
macro_rules! fixed {
    ($(#[$of:meta])* $name:ident { $($(#[$doc:meta])* $word:ident = $code:literal),+ $(,)? }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub enum $name {
            $($(#[$doc])* $word,)+
            /// One of the office's own list.
            Own(ReasonId),
        }

        impl $name {
            /// The fixed ones, in the order in which a person is offered them.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];

            /// The code that files hold; of the office's own, one made from its identity.
            pub fn code(self) -> Cow<'static, str> {
                match self {
                    $(Self::$word => Cow::Borrowed($code),)+
                    Self::Own(id) => Cow::Owned(format!("{OWN}{}", id.0)),
                }
            }

            /// The fixed one of a code; `None` of any other, the office's own too.
            pub fn fixed(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$word),)+ _ => None }
            }

            /// The one of a code, or `None` for one that is neither fixed nor made from an identity.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::fixed(code).or_else(|| {
                    let id = code.strip_prefix(OWN)?.parse().ok().filter(|id| *id > 0)?;
                    let own = Self::Own(ReasonId(id));
                    // One has one code: «own-07» is none.
                    (own.code() == code).then_some(own)
                })
            }

            /// Which of the office's own it is.
            pub const fn own(self) -> Option<ReasonId> {
                match self { Self::Own(id) => Some(id), _ => None }
            }
        }

        impl From<$name> for String {
            fn from(one: $name) -> Self {
                one.code().into_owned()
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(code: String) -> Result<Self, Self::Error> {
                Self::from_code(&code).ok_or_else(|| format!("nothing is called {code}"))
            }
        }
    };
}

fixed! {
    /// Why something could not be done today: one of the fixed reasons (docs/domain.md, "Tallies and reports"), or one of the office's own.
    StuckReason {
        NoLevelTwo = "no-level-2",
        SimNotOwn = "sim-not-own",
        ForgotPassword = "forgot-password",
        MissingPapers = "missing-papers",
        NoOtp = "no-otp",
        SystemDown = "system-down",
        NoSmartphone = "no-smartphone",
        WrongOffice = "wrong-office",
        ExpiredPapers = "expired-papers",
        Unwilling = "unwilling",
        Other = "other",
    }
}

fixed! {
    /// Where a party was sent (chuyển nơi khác): one of the fixed places, or one of the office's own.
    Referral {
        Counter = "counter",
        Police = "police",
        Insurance = "insurance",
        Tax = "tax",
        Bank = "bank",
        Telecom = "telecom",
        Post = "post",
        OtherOffice = "other-office",
        /// Nobody said where (chưa ghi nơi).
        NotNoted = "not-noted",
    }
}

impl StuckReason {
    /// Whether the office may leave it out of what is offered. «Khác» must stay: something always fits.
    pub fn can_be_hidden(self) -> bool {
        !matches!(self, Self::Other | Self::Own(_))
    }
}

/// The most reasons of an office's own list: a longer one is not read while somebody waits.
pub const MOST_REASONS: usize = 40;

/// The most places of an office's own list: they are found by typing.
pub const MOST_PLACES: usize = 200;

/// The most letters of one: it has to fit a row of what is offered.
pub const LONGEST_REASON: usize = 50;

/// A word of the office's own for how something ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReason {
    pub id: ReasonId,
    /// Stuck: it says why. Referred: it says where to.
    pub of: OutcomeKind,
    /// Its name, as the tally prints it.
    pub name: String,
    /// Whether it is still offered; one that is not keeps its name in old tallies.
    pub active: bool,
}

/// Which reasons and places an office offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Its own, those that are no longer offered too, in the order in which they were entered.
    pub own: Vec<OwnReason>,
    /// The fixed ones that it does not offer. What was counted with them still is.
    pub hidden: Vec<StuckReason>,
}

impl Reasons {
    /// What a person is offered: the fixed ones, the office's own, and «Khác» last.
    pub fn offered(&self) -> Vec<StuckReason> {
        let own = self.active(OutcomeKind::Stuck).map(|reason| StuckReason::Own(reason.id));
        in_order(own).filter(|reason| self.offers(*reason)).collect()
    }

    /// Where a party may be sent: the fixed places, then the office's own.
    pub fn places(&self) -> Vec<Referral> {
        let own = self.active(OutcomeKind::Referred).map(|place| Referral::Own(place.id));
        let fixed = Referral::ALL.iter().copied().filter(|place| *place != Referral::NotNoted);
        fixed.chain(own).collect()
    }

    /// The office's own of a kind that are still offered.
    pub fn active(&self, of: OutcomeKind) -> impl Iterator<Item = &OwnReason> {
        self.own.iter().filter(move |one| one.active && one.of == of)
    }

    pub fn offers(&self, reason: StuckReason) -> bool {
        match reason {
            StuckReason::Own(id) => self.active(OutcomeKind::Stuck).any(|own| own.id == id),
            fixed => !fixed.can_be_hidden() || !self.hidden.contains(&fixed),
        }
    }
}

/// The fixed reasons with the office's own before «Khác», which stands last.
pub(super) fn in_order(own: impl Iterator<Item = StuckReason>) -> impl Iterator<Item = StuckReason> {
    let (last, first): (Vec<_>, Vec<_>) =
        StuckReason::ALL.iter().partition(|one| **one == StuckReason::Other);
    first.into_iter().chain(own).chain(last)
}

coded! {
    System {
        Vneid = "vneid",
        Portal = "portal",
        Payment = "payment",
        Network = "network",
        Power = "power",
        /// `VssID` and the insurance's own systems (BHXH, BHYT).
        Insurance = "insurance",
        Other = "other",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    pub id: OutageId,
    pub system: System,
    pub from: Stamp,
    /// Until when; `None` while it lasts.
    pub until: Option<Stamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_one_code_and_comes_back_from_it() {
        let own = [1, 7, i64::MAX].map(|id| StuckReason::Own(ReasonId(id)));
        for reason in StuckReason::ALL.iter().copied().chain(own) {
            assert_eq!(StuckReason::from_code(&reason.code()), Some(reason));
            let json = serde_json::to_string(&reason).unwrap();
            assert_eq!(json, format!("\"{}\"", reason.code()));
            assert_eq!(serde_json::from_str::<StuckReason>(&json).unwrap(), reason);
        }
        for unknown in ["", "own", "own-", "own-0", "own--1", "own-07", "own-+7", "own-7 ", "own-x", "Other"]
        {
            assert_eq!(StuckReason::from_code(unknown), None, "{unknown}");
            assert!(serde_json::from_str::<StuckReason>(&format!("\"{unknown}\"")).is_err(), "{unknown}");
        }
        assert_eq!(StuckReason::fixed("own-1"), None);
    }

    #[test]
    fn the_offices_own_places_stand_after_the_fixed_ones_and_are_no_reasons() {
        let own = |id, active| OwnReason {
            id: ReasonId(id),
            of: OutcomeKind::Referred,
            name: format!("nơi {id}"),
            active,
        };
        let reasons = Reasons { own: vec![own(1, true), own(2, false)], hidden: vec![] };
        assert_eq!(reasons.places()[7..], [Referral::OtherOffice, Referral::Own(ReasonId(1))]);
        assert_eq!((reasons.offered().len(), reasons.offers(StuckReason::Own(ReasonId(1)))), (11, false));
        assert_eq!(Referral::from_code("own-2"), Some(Referral::Own(ReasonId(2))));
    }

    #[test]
    fn the_offices_own_stand_before_other_and_what_is_hidden_is_not_offered() {
        let own = |id, active| OwnReason {
            id: ReasonId(id),
            of: OutcomeKind::Stuck,
            name: format!("lý do {id}"),
            active,
        };
        let mut reasons = Reasons { own: vec![own(1, true), own(2, false), own(3, true)], hidden: vec![] };
        let offered = reasons.offered();
        assert_eq!(offered.len(), 13);
        assert_eq!(
            offered[10..],
            [StuckReason::Own(ReasonId(1)), StuckReason::Own(ReasonId(3)), StuckReason::Other]
        );
        // A file from elsewhere may say that «Khác» is hidden; it is offered all the same.
        reasons.hidden = vec![StuckReason::NoOtp, StuckReason::Other];
        assert!(!reasons.offers(StuckReason::NoOtp) && !reasons.offers(StuckReason::Own(ReasonId(2))));
        assert_eq!((reasons.offered().len(), reasons.offered()[11]), (12, StuckReason::Other));
    }
}
