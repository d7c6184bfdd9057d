//! Numbers that the files for other programs give beside the tables of the tally: comparisons. They are picked
//! from a [`Tally`], never counted.

use crate::domain::person::Phone;
use crate::domain::tally::Tally;

/// The numbers by which two spans are compared, by their keys. Durations are seconds or, where the key says so, minutes.
pub(super) fn compared(tally: &Tally) -> [(&'static str, i64); 14] {
    [
        ("visits", tally.visits.into()),
        ("persons", tally.persons.into()),
        ("assists", tally.assists.into()),
        ("quick_questions", tally.quick_questions.into()),
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
