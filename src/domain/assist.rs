//! An assist: one thing a visit was helped with, and how it went.

use std::borrow::Cow;

use super::coded::{Channel, coded};
use super::ids::{AssistId, ReasonId, StationNo, VisitId, VolunteerId};
use super::procedure::{Code, Fact};
use super::reason::{Reasons, Referral, StuckReason};
use super::time::Agreed;

coded! {
    How {
        /// The citizen did it, the volunteer told how (hướng dẫn).
        Guided = "guided",
        /// Citizen and volunteer did it together (cùng làm).
        Together = "together",
        /// The official of the centre did it (cán bộ làm).
        Official = "official",
    }
}

coded! {
    /// Whether the fee was paid online.
    Payment {
        Online = "online",
        /// Not online: in cash, or there was nothing to pay.
        NotOnline = "no",
    }
}

coded! {
    /// An outcome without its reason: what a tally counts by.
    OutcomeKind {
        /// Not said yet.
        Open = "open",
        Done = "done",
        ComeBack = "come-back",
        /// Could not be done.
        Stuck = "stuck",
        Referred = "referred",
        /// The citizen did not want it.
        Declined = "declined",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "outcome", content = "reason")]
pub enum Outcome {
    /// Not said yet; becomes done when the visit is finished: the one thing which that states.
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "done")]
    Done,
    /// The citizen comes back with what is missing (hẹn quay lại).
    #[serde(rename = "come-back")]
    ComeBack,
    /// Could not be done (vướng), with the reason that the report asks for.
    #[serde(rename = "stuck")]
    Stuck(StuckReason),
    #[serde(rename = "referred")]
    Referred(Referral),
    /// The citizen did not want it after all (không làm nữa).
    #[serde(rename = "declined")]
    Declined,
}

impl Outcome {
    /// The outcome without its reason.
    pub const fn kind(self) -> OutcomeKind {
        match self {
            Self::Open => OutcomeKind::Open,
            Self::Done => OutcomeKind::Done,
            Self::ComeBack => OutcomeKind::ComeBack,
            Self::Stuck(_) => OutcomeKind::Stuck,
            Self::Referred(_) => OutcomeKind::Referred,
            Self::Declined => OutcomeKind::Declined,
        }
    }

    /// Which word of the office's own says why or where to.
    pub const fn own(self) -> Option<ReasonId> {
        match self {
            Self::Stuck(reason) => reason.own(),
            Self::Referred(place) => place.own(),
            _ => None,
        }
    }

    /// The code of the reason, where the outcome has one.
    pub fn reason_code(self) -> Option<Cow<'static, str>> {
        match self {
            Self::Stuck(reason) => Some(reason.code()),
            Self::Referred(place) => Some(place.code()),
            _ => None,
        }
    }

    /// Whether something that ends so can have been filed. Stuck, to come back, referred, declined: none was.
    pub const fn may_be_filed(self) -> bool {
        matches!(self, Self::Open | Self::Done)
    }

    /// The outcome of its two codes, or `None` when they do not fit together.
    pub fn from_codes(kind: &str, reason: Option<&str>) -> Option<Self> {
        Some(match (OutcomeKind::from_code(kind)?, reason) {
            (OutcomeKind::Open, None) => Self::Open,
            (OutcomeKind::Done, None) => Self::Done,
            (OutcomeKind::ComeBack, None) => Self::ComeBack,
            (OutcomeKind::Declined, None) => Self::Declined,
            (OutcomeKind::Stuck, Some(reason)) => Self::Stuck(StuckReason::from_code(reason)?),
            (OutcomeKind::Referred, Some(reason)) => Self::Referred(Referral::from_code(reason)?),
            _ => return None,
        })
    }

    /// Every outcome a volunteer may choose at an office, the plain ones first.
    pub fn choices(reasons: &Reasons) -> Vec<Self> {
        let plain = [Self::Done, Self::ComeBack, Self::Declined];
        let stuck = reasons.offered().into_iter().map(Self::Stuck);
        let referred = reasons.places().into_iter().map(Self::Referred);
        plain.into_iter().chain(stuck).chain(referred).collect()
    }
}

/// The most of one thing that one assist may count, leaflets or copies: more is a typing mistake.
pub const MOST_QUANTITY: u16 = 9_999;

/// One thing a visit was helped with (việc hỗ trợ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assist {
    pub id: AssistId,
    pub visit: VisitId,
    pub procedure: Code,
    /// How many copies, leaflets, signatures (số lượng), from 1 to 9,999. It is one thing whatever its quantity.
    pub quantity: u16,
    /// How help was given; `None` while nobody said (chưa ghi), as of the two below.
    pub how: Option<How>,
    /// How it was filed: only of what was or may yet be done.
    pub channel: Option<Channel>,
    pub payment: Option<Payment>,
    pub outcome: Outcome,
    pub by: VolunteerId,
    pub station: StationNo,
    /// The steps that were ticked, from 0, in the order of the catalogue.
    pub ticked: Vec<u8>,
    /// The papers and preconditions that were asked for, in the order of the catalogue.
    pub checks: Vec<Check>,
    /// When the party comes back; only where the outcome says that it does.
    pub come_back: Option<Agreed>,
}

impl Assist {
    pub const fn is_done(&self) -> bool {
        matches!(self.outcome, Outcome::Done)
    }

    /// Whether it is a dossier (hồ sơ): done, and filed in whichever way.
    pub fn is_filed(&self) -> bool {
        self.is_done() && self.channel.is_some_and(Channel::is_filed)
    }

    /// Whether it is a dossier that was filed online, fully or partly.
    pub fn is_online(&self) -> bool {
        self.is_done() && self.channel.is_some_and(Channel::is_online)
    }

    /// Whether it was done and paid for online.
    pub fn is_paid_online(&self) -> bool {
        self.is_done() && self.payment == Some(Payment::Online)
    }

    /// What was found of a paper or precondition; `None` while it was not asked for.
    pub fn check(&self, part: CheckList, place: u8) -> Option<CheckState> {
        self.checks.iter().find(|check| check.part == part && check.place == place).map(|check| check.state)
    }

    /// How many of the papers or preconditions are in a state.
    pub fn count(&self, part: CheckList, state: CheckState) -> usize {
        self.checks.iter().filter(|check| check.part == part && check.state == state).count()
    }

    /// The places of the papers or preconditions that are there.
    pub fn there(&self, part: CheckList) -> Vec<u8> {
        let is_there = |check: &&Check| check.part == part && check.state == CheckState::There;
        self.checks.iter().filter(is_there).map(|check| check.place).collect()
    }
}

coded! {
    /// Which list of the catalogue's entry.
    CheckList {
        /// The papers to bring (giấy tờ).
        Paper = "paper",
        /// What to check first (kiểm tra trước).
        Before = "before",
    }
}

impl From<CheckList> for Fact {
    fn from(part: CheckList) -> Self {
        match part {
            CheckList::Paper => Self::Papers,
            CheckList::Before => Self::Before,
        }
    }
}

coded! {
    CheckState {
        There = "there",
        Missing = "missing",
    }
}

/// One paper or precondition that was asked for. What was not asked for has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    pub part: CheckList,
    /// Its place in the catalogue's list, from 0.
    pub place: u8,
    pub state: CheckState,
}

/// The places a list may have: of longer ones the rest can be read and not ticked.
pub const MOST_PLACES: u8 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_comes_back_from_its_codes() {
        let own = Outcome::Stuck(StuckReason::Own(super::super::ReasonId(5)));
        for outcome in Outcome::choices(&Reasons::default()).into_iter().chain([Outcome::Open, own]) {
            let reason = outcome.reason_code();
            assert_eq!(Outcome::from_codes(outcome.kind().code(), reason.as_deref()), Some(outcome));
        }
        assert_eq!(Outcome::from_codes("stuck", None), None);
        assert_eq!(Outcome::from_codes("done", Some("other")), None);
    }

    #[test]
    fn stored_codes_are_what_files_hold() {
        // A change here breaks every file at every desk: add, never rename.
        let reasons: Vec<Cow<'_, str>> = StuckReason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(
            reasons,
            [
                "no-level-2",
                "sim-not-own",
                "forgot-password",
                "missing-papers",
                "no-otp",
                "system-down",
                "no-smartphone",
                "wrong-office",
                "expired-papers",
                "unwilling",
                "other"
            ]
        );
    }
}
