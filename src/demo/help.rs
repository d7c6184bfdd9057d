//! What happens at a station, from the call to the end.

use std::collections::VecDeque;

use super::dice::Dice;
use crate::domain::procedure::{Kind, OnlineLevel};
use crate::domain::{
    Assist, Catalogue, Channel, How, LeaveReason, Outcome, Payment, Procedure, ReasonId, Referral,
    StuckReason,
};

/// One thing that a volunteer does with the party in hand. An assist is named by its place in the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Recall,
    Appear,
    PutBack,
    Hold,
    Tick(usize, u8),
    Mistick(usize, u8),
    Quantity(usize, u16),
    How(usize, How),
    Channel(usize, Channel),
    Payment(usize, Payment),
    Outcome(usize, Outcome),
    Persons(u16),
    Leave(LeaveReason),
    Finish,
}

/// From the first call until the party stands there, or is given up.
pub(super) fn call(dice: &mut Dice, is_absent: bool, has_left_room: bool) -> VecDeque<(i64, Deed)> {
    let mut script = VecDeque::new();
    if is_absent || has_left_room {
        script.push_back((dice.between(40, 80), Deed::Recall));
        if dice.chance(400) {
            script.push_back((dice.between(40, 70), Deed::Recall));
        }
        // Somebody who stepped out to make copies gets the place back; somebody who went home does not.
        let end = if is_absent { Deed::Leave(LeaveReason::NoShow) } else { Deed::PutBack };
        script.push_back((dice.between(30, 60), end));
        return script;
    }
    if dice.chance(90) {
        script.push_back((dice.between(35, 60), Deed::Recall));
    }
    script.push_back((dice.between(8, 45), Deed::Appear));
    script
}

/// Everything from the first word until the party is helped, spread over so many seconds.
pub(super) fn serve(
    dice: &mut Dice,
    catalogue: &Catalogue,
    assists: &[Assist],
    persons: u16,
    seconds: i64,
) -> VecDeque<(i64, Deed)> {
    let mut deeds: Vec<Deed> = Vec::new();
    if dice.chance(12) {
        deeds.push(Deed::Persons(persons.saturating_add(1)));
    }
    for (at, assist) in assists.iter().enumerate() {
        if let Some(entry) = catalogue.get(&assist.procedure) {
            help(dice, entry, assist, at, &mut deeds);
        }
    }
    if dice.chance(60) {
        let at = dice.place(deeds.len() + 1);
        deeds.insert(at, Deed::Hold);
    }
    match dice.between(1, 1_000) {
        1..=4 => deeds.push(Deed::Leave(LeaveReason::AnotherDay)),
        5..=7 => deeds.push(Deed::Leave(LeaveReason::SentOn)),
        _ => deeds.push(Deed::Finish),
    }
    let share = seconds / i64::try_from(deeds.len()).unwrap_or(1).max(1);
    deeds.into_iter().map(|deed| (dice.between(share / 2, share + share / 2), deed)).collect()
}

fn help(dice: &mut Dice, entry: &Procedure, assist: &Assist, at: usize, deeds: &mut Vec<Deed>) {
    let outcome = outcome(dice, entry);
    let ticked = match dice.between(1, 100) {
        _ if outcome == Outcome::Declined => 0,
        1..=14 if outcome == Outcome::Done => i64::from(entry.step_count()),
        1..=45 => dice.between(1, i64::from(entry.step_count())),
        _ => 0,
    };
    for step in 0..u8::try_from(ticked).unwrap_or(0) {
        if dice.chance(8) {
            deeds.push(Deed::Mistick(at, step.saturating_add(1).min(entry.step_count().saturating_sub(1))));
        }
        deeds.push(Deed::Tick(at, step));
    }
    match dice.between(1, 100) {
        1..=32 => deeds.push(Deed::How(at, How::Together)),
        33..=38 => deeds.push(Deed::How(at, How::Official)),
        _ => {}
    }
    if assist.quantity > 1 && dice.chance(60) {
        deeds.push(Deed::Quantity(at, assist.quantity - 1));
    }
    if let Some(channel) = filing(dice, entry).filter(|_| outcome == Outcome::Done) {
        deeds.push(Deed::Channel(at, channel));
        if channel.is_online() && entry.fee.is_some() && dice.chance(220) {
            deeds.push(Deed::Payment(at, Payment::Online));
        }
    }
    // Done is the plain case, and is not said.
    if outcome != Outcome::Done {
        deeds.push(Deed::Outcome(at, outcome));
    }
}

/// How a procedure is filed; `None` of a skill, and where nobody notes it.
fn filing(dice: &mut Dice, entry: &Procedure) -> Option<Channel> {
    let channel = match (entry.kind, entry.online) {
        (Kind::Skill, _) => return None,
        (_, OnlineLevel::Whole) if !dice.chance(230) => Channel::OnlineWhole,
        (_, OnlineLevel::Part) if !dice.chance(230) => Channel::OnlinePart,
        _ => Channel::Paper,
    };
    match dice.between(1, 100) {
        1..=82 => Some(channel),
        83..=90 => Some(Channel::NotFiled),
        _ => None,
    }
}

fn outcome(dice: &mut Dice, entry: &Procedure) -> Outcome {
    let stuck: &[(StuckReason, u32)] = match entry.kind {
        Kind::Skill => &[
            (StuckReason::NoLevelTwo, 22),
            (StuckReason::ForgotPassword, 20),
            (StuckReason::NoOtp, 16),
            (StuckReason::SimNotOwn, 16),
            (StuckReason::NoSmartphone, 14),
            (StuckReason::SystemDown, 8),
            (StuckReason::Own(ReasonId(2)), 2),
            (StuckReason::Other, 2),
        ],
        Kind::Procedure => &[
            (StuckReason::MissingPapers, 38),
            (StuckReason::SystemDown, 14),
            (StuckReason::NoLevelTwo, 12),
            (StuckReason::WrongOffice, 11),
            (StuckReason::ExpiredPapers, 9),
            (StuckReason::Unwilling, 8),
            (StuckReason::NoOtp, 4),
            (StuckReason::Own(ReasonId(1)), 2),
            (StuckReason::Other, 2),
        ],
    };
    let referred: &[(Referral, u32)] = match entry.field.as_str() {
        "cu-tru" | "can-cuoc" | "dinh-danh" | "xuat-nhap-canh" | "dang-ky-xe" => &[(Referral::Police, 1)],
        "bao-hiem" => &[(Referral::Insurance, 8), (Referral::Post, 1)],
        "ho-kinh-doanh" => &[(Referral::Tax, 1), (Referral::Counter, 2)],
        "ky-nang" => {
            &[(Referral::Telecom, 4), (Referral::Police, 3), (Referral::Bank, 2), (Referral::Post, 1)]
        }
        _ => &[(Referral::Counter, 7), (Referral::OtherOffice, 3)],
    };
    let chosen = match dice.between(1, 1_000) {
        1..=52 => Some(Outcome::ComeBack),
        53..=105 => dice.weighed(stuck).map(|reason| Outcome::Stuck(*reason)),
        106..=140 => dice.weighed(referred).map(|place| Outcome::Referred(*place)),
        141..=155 => Some(Outcome::Declined),
        _ => None,
    };
    chosen.unwrap_or(Outcome::Done)
}
