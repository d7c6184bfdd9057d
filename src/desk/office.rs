//! What belongs to the office rather than to a visit: the words of its papers, its targets, days, hamlets and reasons,
//! what does not work, and what a report says in words.

use super::deed::{DeskError, Done};
use super::station::Desk;
use crate::domain::Shift;
use crate::domain::assist::OutcomeKind;
use crate::domain::deadline::{Holidays, MOST_DAYS_OFF, OfficeDays};
use crate::domain::person::MOST_HAMLETS;
use crate::domain::queue::QueueRules;
use crate::domain::reason::{LONGEST_REASON, MOST_REASONS};
use crate::domain::wait::LONGEST_LIMIT;
use crate::domain::{
    Hamlet, Letterhead, Office, Op, Reasons, Refusal, Remark, Span, StuckReason, System, Targets, input,
};
use crate::store::Write;

/// A list of lines on a paper, such as those who get a copy, is no longer than this many characters.
const MOST_LETTERS: usize = 2_000;

pub(super) fn set_office(write: &Write<'_>, office: &Office) -> Result<Done, DeskError> {
    write.keep_office(&clean_office(office)?)?;
    Ok((Op::OfficeSet, None))
}

/// The office's words, brought into order.
pub(super) fn clean_office(office: &Office) -> Result<Office, Refusal> {
    let office = Office {
        name: input::line(&office.name, input::NAME_LENGTH),
        commune: input::line(&office.commune, 5),
        team: input::line(&office.team, input::NAME_LENGTH),
    };
    if office.name.is_empty() { Err(Refusal::NameMissing) } else { Ok(office) }
}

pub(super) fn set_letterhead(write: &Write<'_>, words: &Letterhead) -> Result<Done, DeskError> {
    let line = |text: &str| input::line(text, input::NAME_LENGTH);
    let lines = |text: &str| -> String { input::note(text).chars().take(MOST_LETTERS).collect() };
    write.keep_letterhead(&Letterhead {
        parent: line(&words.parent),
        symbol: line(&words.symbol),
        place: line(&words.place),
        signer_office: line(&words.signer_office),
        signer: line(&words.signer),
        leader: line(&words.leader),
        union_body: line(&words.union_body),
        union_symbol: line(&words.union_symbol),
        union_office: line(&words.union_office),
        union_role: line(&words.union_role),
        union_signer: line(&words.union_signer),
        recipients: lines(&words.recipients),
        union_recipients: lines(&words.union_recipients),
        hours: line(&words.hours),
    })?;
    Ok((Op::LetterheadSet, None))
}

pub(super) fn set_targets(write: &Write<'_>, targets: Targets) -> Result<Done, DeskError> {
    let shares = [targets.online, targets.whole, targets.paid, targets.level_two];
    if shares.into_iter().flatten().any(|share| !(1..=100).contains(&share)) {
        return Err(Refusal::TargetOutOfRange.into());
    }
    write.keep_targets(&targets)?;
    Ok((Op::TargetsSet, None))
}

pub(super) fn set_wait_limit(write: &Write<'_>, minutes: u16) -> Result<Done, DeskError> {
    if minutes > LONGEST_LIMIT {
        return Err(Refusal::WaitLimitOutOfRange.into());
    }
    write.keep_wait_limit(minutes)?;
    Ok((Op::WaitLimitSet { minutes }, None))
}

pub(super) fn set_hamlets(write: &Write<'_>, names: &[String]) -> Result<Done, DeskError> {
    let each = names_once(names, input::NAME_LENGTH);
    if each.len() > MOST_HAMLETS {
        return Err(Refusal::TooManyHamlets.into());
    }
    write.keep_hamlets(&each)?;
    Ok((Op::HamletsSet { hamlets: each.len() }, None))
}

pub(super) fn set_days(write: &Write<'_>, days: &OfficeDays) -> Result<Done, DeskError> {
    let mut days_off = days.days_off.clone();
    days_off.sort_unstable();
    days_off.dedup();
    if days_off.len() > MOST_DAYS_OFF {
        return Err(Refusal::TooManyDaysOff.into());
    }
    let count = days_off.len();
    write.keep_office_days(&OfficeDays { days_off, ..days.clone() })?;
    Ok((Op::OfficeDaysSet { days_off: count }, None))
}

/// Takes a table of holidays beside those that were brought in before, in their place for its years.
pub(super) fn take_holidays(write: &Write<'_>, table: &Holidays) -> Result<Done, DeskError> {
    let days = write.office_days()?;
    let holidays = days.holidays.clone().and(table);
    write.keep_office_days(&OfficeDays { holidays, ..days })?;
    Ok((Op::HolidaysTaken { years: table.years.clone() }, None))
}

pub(super) fn set_reasons(write: &Write<'_>, names: &[String]) -> Result<Done, DeskError> {
    let each = names_once(names, LONGEST_REASON);
    if each.len() > MOST_REASONS {
        return Err(Refusal::TooManyReasons.into());
    }
    write.keep_reasons(OutcomeKind::Stuck, &each)?;
    Ok((Op::ReasonsSet { reasons: each.len() }, None))
}

pub(super) fn hide_reason(write: &Write<'_>, reason: StuckReason) -> Result<Done, DeskError> {
    if !reason.can_be_hidden() {
        return Err(Refusal::ReasonStays.into());
    }
    let mut hidden = write.hidden_reasons()?;
    if !hidden.contains(&reason) {
        hidden.push(reason);
        hidden.sort_unstable();
    }
    write.keep_hidden_reasons(&hidden)?;
    Ok((Op::ReasonHidden { reason }, None))
}

pub(super) fn offer_reason(write: &Write<'_>, reason: StuckReason) -> Result<Done, DeskError> {
    let mut hidden = write.hidden_reasons()?;
    hidden.retain(|one| *one != reason);
    write.keep_hidden_reasons(&hidden)?;
    Ok((Op::ReasonOffered { reason }, None))
}

/// The names of a list in their order, each once, in order and no longer than that.
pub(super) fn names_once(names: &[String], longest: usize) -> Vec<String> {
    let mut each: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let name = input::line(name, longest);
        if !name.is_empty() && !each.contains(&name) {
            each.push(name);
        }
    }
    each
}

pub(super) fn turn_system(write: &Write<'_>, system: System) -> Result<Done, DeskError> {
    let Some(outage) = write.open_outage(system)? else {
        write.begin_outage(system)?;
        return Ok((Op::OutageBegan { system }, None));
    };
    write.end_outage(&outage)?;
    // Nobody missed it while the desk was closed.
    let on_duty = |shift: &Shift| {
        let (opened, closed) = shift.stretch(write.sign.at)?;
        Some(closed.min(write.sign.at).seconds_since(opened.max(outage.from)))
    };
    let seconds: i64 = write.shifts_since(outage.from)?.iter().filter_map(on_duty).sum();
    let minutes = u32::try_from(seconds / 60).unwrap_or(u32::MAX);
    Ok((Op::OutageEnded { system, minutes }, None))
}

pub(super) fn keep_remark(write: &Write<'_>, span: Span, remark: &Remark) -> Result<Done, DeskError> {
    let remark =
        Remark { difficulties: input::note(&remark.difficulties), proposals: input::note(&remark.proposals) };
    write.keep_remark(span, &remark)?;
    Ok((Op::RemarkKept { span }, None))
}

/// What the office has set for itself: its name, the words of its papers, its targets, hamlets and reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paperwork {
    pub office: Office,
    /// The words of its papers.
    pub letterhead: Letterhead,
    pub targets: Targets,
    /// The days on which it works.
    pub days: OfficeDays,
    /// Its hamlets, those that are no longer offered too.
    pub hamlets: Vec<Hamlet>,
    /// Which reasons it offers why something could not be done.
    pub reasons: Reasons,
    pub queue: QueueRules,
    /// How long a party may wait, in minutes; 0 is no limit.
    pub wait_limit: u16,
}

impl Desk {
    /// What the office has set for itself.
    pub fn paperwork(&self) -> Result<Paperwork, DeskError> {
        Ok(Paperwork {
            office: self.store.office()?.unwrap_or_default(),
            letterhead: self.store.letterhead()?,
            targets: self.store.targets()?,
            days: self.store.office_days()?,
            hamlets: self.store.hamlets()?,
            reasons: self.store.reasons()?,
            queue: self.store.queue_rules()?,
            wait_limit: self.store.wait_limit()?,
        })
    }
}
