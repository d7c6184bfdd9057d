//! An assist: one thing a visit was helped with, and how it went.

use std::borrow::Cow;

use super::check::{Check, CheckState, Part};
use super::coded::coded;
use super::{AssistId, Code, Day, Reasons, StationNo, StuckReason, VisitId, VolunteerId};

coded! {
    /// How the help was given.
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
    /// How the dossier was filed.
    Channel {
        /// Wholly online (trực tuyến toàn trình).
        OnlineWhole = "online-whole",
        /// Partly online (trực tuyến một phần).
        OnlinePart = "online-part",
        /// On paper at the counter (nộp giấy).
        Paper = "paper",
        /// No dossier: advice or a skill (không nộp hồ sơ).
        NotFiled = "none",
    }
}

impl Channel {
    /// Whether a dossier was filed.
    pub const fn is_filed(self) -> bool {
        !matches!(self, Self::NotFiled)
    }

    /// Whether it was filed online, wholly or partly.
    pub const fn is_online(self) -> bool {
        matches!(self, Self::OnlineWhole | Self::OnlinePart)
    }
}

coded! {
    /// Whether the fee was paid online.
    Payment {
        /// Not online: in cash, or there was nothing to pay.
        NotOnline = "no",
        /// Online.
        Online = "online",
    }
}

coded! {
    /// Where a party was referred to.
    Referral {
        /// Bộ phận chuyên môn của trung tâm.
        Counter = "counter",
        /// Công an xã.
        Police = "police",
        /// Cơ quan bảo hiểm xã hội.
        Insurance = "insurance",
        /// Cơ quan thuế.
        Tax = "tax",
        /// Ngân hàng.
        Bank = "bank",
        /// Điểm giao dịch nhà mạng.
        Telecom = "telecom",
        /// Bưu điện.
        Post = "post",
        /// Xã, phường khác hoặc cấp tỉnh.
        OtherOffice = "other-office",
    }
}

coded! {
    /// An outcome without its reason: what a tally counts by.
    OutcomeKind {
        /// Not said yet.
        Open = "open",
        /// Done.
        Done = "done",
        /// The citizen comes back.
        ComeBack = "come-back",
        /// Could not be done.
        Stuck = "stuck",
        /// Sent to somebody else.
        Referred = "referred",
        /// The citizen did not want it.
        Declined = "declined",
    }
}

/// How an assist ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "outcome", content = "reason")]
pub enum Outcome {
    /// Not said yet; becomes done when the visit is finished, because that is the plain case.
    #[serde(rename = "open")]
    Open,
    /// Done (xong).
    #[serde(rename = "done")]
    Done,
    /// The citizen comes back with what is missing (hẹn quay lại).
    #[serde(rename = "come-back")]
    ComeBack,
    /// Could not be done (vướng), with the reason that the report asks for.
    #[serde(rename = "stuck")]
    Stuck(StuckReason),
    /// Sent to somebody else (chuyển đến).
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

    /// The code of the reason, where the outcome has one.
    pub fn reason_code(self) -> Option<Cow<'static, str>> {
        match self {
            Self::Stuck(reason) => Some(reason.code()),
            Self::Referred(place) => Some(Cow::Borrowed(place.code())),
            _ => None,
        }
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
        let referred = Referral::ALL.iter().map(|place| Self::Referred(*place));
        plain.into_iter().chain(stuck).chain(referred).collect()
    }
}

/// The most of one thing that one assist may count: more is a typing mistake.
pub const MOST_QUANTITY: u8 = 99;

/// One thing a visit was helped with (việc hỗ trợ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assist {
    /// Its identity.
    pub id: AssistId,
    /// The visit it belongs to.
    pub visit: VisitId,
    /// What it was.
    pub procedure: Code,
    /// How many of it (việc), from 1 to 99: five certified copies are five.
    pub quantity: u8,
    /// How it was done.
    pub how: How,
    /// How it was filed.
    pub channel: Channel,
    /// Whether it was paid online.
    pub payment: Payment,
    /// How it ended.
    pub outcome: Outcome,
    /// Who helped.
    pub by: VolunteerId,
    /// Where.
    pub station: StationNo,
    /// The steps that were ticked, from 0, in the order of the catalogue.
    pub ticked: Vec<u8>,
    /// The papers and preconditions that were asked for, in the order of the catalogue.
    pub checks: Vec<Check>,
    /// When the party comes back; only where the outcome says that it does.
    pub come_back: Option<Day>,
}

impl Assist {
    /// What was found of a paper or precondition; `None` while it was not asked for.
    pub fn check(&self, part: Part, place: u8) -> Option<CheckState> {
        self.checks.iter().find(|check| check.part == part && check.place == place).map(|check| check.state)
    }

    /// How many of the papers or preconditions are in a state.
    pub fn count(&self, part: Part, state: CheckState) -> usize {
        self.checks.iter().filter(|check| check.part == part && check.state == state).count()
    }

    /// The places of the papers or preconditions that are there.
    pub fn there(&self, part: Part) -> Vec<u8> {
        let is_there = |check: &&Check| check.part == part && check.state == CheckState::There;
        self.checks.iter().filter(is_there).map(|check| check.place).collect()
    }
}

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
