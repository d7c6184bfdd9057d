//! Numbers that the files for other programs give beside the tables of the tally: shares and comparisons. They are
//! picked from a [`Tally`], never counted.

use crate::domain::Targets;
use crate::domain::person::Phone;
use crate::domain::tally::Tally;

/// A share that leaders ask about, and its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// The stable code.
    pub(super) code: ShareKind,
    /// How many.
    pub(super) part: u32,
    /// Of how many.
    pub(super) of: u32,
    /// The target in whole per cent, where the office has set one.
    pub(super) target: Option<u8>,
}

/// Which share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareKind {
    /// Of the dossiers filed with the desk's help, those filed online.
    Online,
    /// Of those dossiers, those paid for online.
    Paid,
    /// Of the attempts to activate level 2 at the desk, those done.
    LevelTwo,
}

impl ShareKind {
    /// The code in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Paid => "paid-online",
            Self::LevelTwo => "level-2",
        }
    }
}

/// The shares, with or without a target. They are the desk's own contribution, never the commune's official rate.
pub(super) fn shares(tally: &Tally, targets: Targets) -> [Share; 3] {
    let share = |code, part, of, target| Share { code, part, of, target };
    [
        share(ShareKind::Online, tally.filed_online, tally.filed, targets.online),
        share(ShareKind::Paid, tally.filed_paid_online, tally.filed, targets.paid),
        share(ShareKind::LevelTwo, tally.level_two.done, tally.level_two.tried, targets.level_two),
    ]
}

/// The numbers by which two spans are compared, by their keys. Durations are seconds or, where the key says so, minutes.
pub(super) fn compared(tally: &Tally) -> [(&'static str, i64); 13] {
    [
        ("visits", tally.visits.into()),
        ("persons", tally.persons.into()),
        ("assists", tally.assists.into()),
        ("filed", tally.filed.into()),
        ("filed_online", tally.filed_online.into()),
        ("paid_online", tally.paid_online.into()),
        ("served", tally.proof.served.into()),
        ("left", tally.proof.gone().into()),
        ("without_smartphone", tally.people.without_smartphone.into()),
        ("wait_median", tally.waits.median),
        ("service_median", tally.services.median),
        ("duty_minutes", tally.staffing.minutes.into()),
        ("lost_minutes", tally.lost.minutes.into()),
    ]
}

/// Visits by whether the person has a smartphone, where that was noted; a row of nought is left out.
pub(super) fn phones(tally: &Tally) -> impl Iterator<Item = (Phone, u32)> {
    let people = &tally.people;
    [(Phone::Smart, people.with_smartphone), (Phone::NotSmart, people.without_smartphone)]
        .into_iter()
        .filter(|(_, visits)| *visits > 0)
}

/// Visits of which it is not known whether the person has a smartphone.
pub(super) fn no_phone(tally: &Tally) -> u32 {
    let known = tally.people.with_smartphone + tally.people.without_smartphone;
    tally.visits.saturating_sub(known)
}
