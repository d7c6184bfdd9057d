//! What can be set: each value with its name, its default, its flaws and the request that saves it.

use std::borrow::Cow;
use std::path::Path;

use super::queue::{Flaw, LANGS, QueueRule, names_flaw};
use crate::desk::{Command, Paperwork};
use crate::domain::assist::OutcomeKind;
use crate::domain::deadline::{MOST_DAYS_OFF, OfficeDays};
use crate::domain::input::{NAME_LENGTH, NOTE_LENGTH};
use crate::domain::person::MOST_HAMLETS;
use crate::domain::reason::{LONGEST_REASON, MOST_PLACES, MOST_REASONS};
use crate::domain::wait::LONGEST_LIMIT;
use crate::domain::{
    Day, Letterhead, Office, Referral, Refusal, StationNo, StuckReason, Targets, TypingMethod, commune, input,
};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::form::Value;
use crate::ui::request::Request;

/// A page of the settings. One more is a variant here, its name and its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Office,
    Papers,
    Targets,
    Hamlets,
    ThisPc,
    Forms,
    Days,
    Queue,
    Reasons,
}

impl Section {
    pub(super) const ALL: [Self; 9] = [
        Self::Office,
        Self::Papers,
        Self::Targets,
        Self::Hamlets,
        Self::ThisPc,
        Self::Forms,
        Self::Days,
        Self::Queue,
        Self::Reasons,
    ];

    pub(super) const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Office => lang.settings_office(),
            Self::Papers => lang.settings_papers(),
            Self::Targets => lang.settings_targets(),
            Self::Hamlets => lang.settings_hamlets(),
            Self::Reasons => lang.settings_reasons(),
            Self::ThisPc => lang.settings_this_pc(),
            Self::Forms => lang.settings_forms(),
            Self::Days => lang.settings_days(),
            Self::Queue => lang.settings_queue(),
        }
    }

    /// What can be set on the page, from top to bottom; at least one thing.
    pub(super) const fn slots(self) -> &'static [Slot] {
        match self {
            Self::Office => &[Slot::Commune, Slot::Office, Slot::Team, Slot::WaitLimit],
            Self::Papers => Word::SLOTS,
            Self::Targets => &[
                Slot::Target(Goal::Online),
                Slot::Target(Goal::Whole),
                Slot::Target(Goal::Paid),
                Slot::Target(Goal::LevelTwo),
            ],
            Self::Hamlets => &[Slot::Hamlets],
            Self::Reasons => REASONS,
            Self::ThisPc => &[Slot::Station, Slot::Language, Slot::Typing, Slot::Backup],
            Self::Forms => &[Slot::Forms],
            Self::Days => &[Slot::Word(Word::Hours), Slot::Saturday, Slot::DaysOff],
            Self::Queue => &[
                Slot::Queue(QueueRule::Ratio),
                Slot::Queue(QueueRule::Calls),
                Slot::Queue(QueueRule::Patience),
            ],
        }
    }

    /// What a person has to know of the page.
    pub(super) const fn hint(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Targets => Some(lang.settings_targets_hint()),
            Self::Hamlets => Some(lang.settings_hamlets_hint()),
            Self::Reasons => Some(lang.settings_reasons_hint()),
            Self::Days => Some(lang.settings_days_hint()),
            Self::Queue => Some(lang.settings_queue_hint()),
            _ => None,
        }
    }
}

/// The office's own reasons and places, and whether each fixed reason is offered; «khác» always is.
const REASONS: &[Slot] = &[
    Slot::Reasons,
    Slot::Offered(StuckReason::NoLevelTwo),
    Slot::Offered(StuckReason::SimNotOwn),
    Slot::Offered(StuckReason::ForgotPassword),
    Slot::Offered(StuckReason::MissingPapers),
    Slot::Offered(StuckReason::NoOtp),
    Slot::Offered(StuckReason::SystemDown),
    Slot::Offered(StuckReason::NoSmartphone),
    Slot::Offered(StuckReason::WrongOffice),
    Slot::Offered(StuckReason::ExpiredPapers),
    Slot::Offered(StuckReason::Unwilling),
    Slot::Places,
];

/// What is saved now.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    pub paper: Paperwork,
    pub station: StationNo,
    pub lang: Lang,
    pub typing: TypingMethod,
    /// The second folder for backup copies.
    pub backup: String,
}

impl Saved {
    pub(super) fn new(paper: Paperwork, ctx: &Context<'_>) -> Self {
        let backup = ctx.backup.to_owned();
        Self { paper, station: ctx.model.station, lang: ctx.lang, typing: ctx.typing, backup }
    }
}

/// The code of a yes; a no is empty.
const YES: &str = "1";

/// One value that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Commune,
    Office,
    Team,
    Word(Word),
    Target(Goal),
    Hamlets,
    /// The office's own reasons why something could not be done.
    Reasons,
    /// The office's own places where parties are sent.
    Places,
    Offered(StuckReason),
    WaitLimit,
    Station,
    Language,
    Saturday,
    DaysOff,
    Typing,
    Backup,
    /// The forms of papers, which are edited as files.
    Forms,
    Queue(QueueRule),
}

/// How a value is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line of at most that many letters.
    Line(usize),
    /// Several lines of at most that many letters together.
    Note(usize),
    /// A commune, found by a few letters.
    Commune,
    /// One of a few values.
    Choice,
    /// On or off.
    Tick,
    /// A page of its own with nothing to type.
    Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    Online,
    Whole,
    Paid,
    LevelTwo,
}

impl Goal {
    const fn of(self, targets: &mut Targets) -> &mut Option<u8> {
        match self {
            Self::Online => &mut targets.online,
            Self::Whole => &mut targets.whole,
            Self::Paid => &mut targets.paid,
            Self::LevelTwo => &mut targets.level_two,
        }
    }
}

/// Declares the words of the office's papers: each with its place in the letterhead and its name.
macro_rules! words {
    ($($word:ident: $field:ident, $label:ident;)+ => $($other:ident: $other_field:ident, $other_label:ident;)+) => {
        /// One of the words of the office's papers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Word { $($word,)+ $($other),+ }

        impl Word {
            const SLOTS: &'static [Slot] = &[$(Slot::Word(Self::$word)),+];

            const fn of(self, words: &mut Letterhead) -> &mut String {
                match self { $(Self::$word => &mut words.$field,)+ $(Self::$other => &mut words.$other_field),+ }
            }

            const fn label(self, lang: Lang) -> &'static str {
                match self { $(Self::$word => lang.$label(),)+ $(Self::$other => lang.$other_label()),+ }
            }
        }
    };
}

words! {
    Parent: parent, settings_parent;
    Symbol: symbol, settings_symbol;
    Place: place, settings_place;
    SignerOffice: signer_office, settings_signer_office;
    Signer: signer, settings_signer;
    Leader: leader, settings_leader;
    Recipients: recipients, settings_recipients;
    UnionBody: union_body, settings_union_body;
    UnionSymbol: union_symbol, settings_union_symbol;
    UnionOffice: union_office, settings_union_office;
    UnionRole: union_role, settings_union_role;
    UnionSigner: union_signer, settings_union_signer;
    UnionRecipients: union_recipients, settings_union_recipients;
    // On the page of days, since they are about when people come.
    =>
    Hours: hours, settings_hours;
}

impl Slot {
    pub(super) fn label(self, lang: Lang) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Offered(reason) => return Cow::Owned(lang.stuck_reason(reason, &[]).into_owned()),
            Self::Reasons => lang.settings_reason_list(),
            Self::Places => lang.settings_places(),
            Self::Commune => lang.setup_commune(),
            Self::Office => lang.setup_office(),
            Self::Team => lang.setup_team(),
            Self::Word(word) => word.label(lang),
            Self::Target(Goal::Online) => lang.settings_target_online(),
            Self::Target(Goal::Whole) => lang.settings_target_whole(),
            Self::Target(Goal::Paid) => lang.settings_target_paid(),
            Self::Target(Goal::LevelTwo) => lang.settings_target_level_two(),
            Self::Hamlets => lang.settings_hamlet_list(),
            Self::WaitLimit => lang.settings_wait_limit(),
            Self::Station => lang.settings_station(),
            Self::Language => lang.settings_language(),
            Self::Saturday => lang.settings_saturday(),
            Self::DaysOff => lang.settings_days_off(),
            Self::Typing => lang.settings_typing(),
            Self::Backup => lang.settings_backup(),
            Self::Forms => lang.settings_forms(),
            Self::Queue(rule) => rule.label(lang),
        })
    }

    pub(super) const fn shape(self) -> Shape {
        match self {
            Self::Commune => Shape::Commune,
            Self::Word(Word::Recipients | Word::UnionRecipients) => Shape::Note(NOTE_LENGTH),
            Self::Office | Self::Team | Self::Backup | Self::Word(_) => Shape::Line(NAME_LENGTH),
            Self::Target(_) => Shape::Line(5),
            // A line of 40 letters for each of the most hamlets there may be.
            Self::Hamlets => Shape::Note(MOST_HAMLETS * 40),
            Self::Reasons => Shape::Note((MOST_REASONS + 1) * (LONGEST_REASON + 1)),
            Self::Places => Shape::Note((MOST_PLACES + 1) * (LONGEST_REASON + 1)),
            Self::WaitLimit => Shape::Line(3),
            Self::Station => Shape::Line(2),
            Self::Queue(_) => Shape::Line(60),
            Self::Language | Self::Saturday | Self::Typing => Shape::Choice,
            Self::Offered(_) => Shape::Tick,
            // A line of a date for each of the most days there may be.
            Self::DaysOff => Shape::Note(MOST_DAYS_OFF * 15),
            Self::Forms => Shape::Page,
        }
    }

    /// The value that is saved, as it stands in its row.
    pub(super) fn kept(self, saved: &Saved) -> String {
        let kept = &saved.paper;
        let yes = |is: bool| if is { YES } else { "" }.to_owned();
        match self {
            Self::Commune => commune_name(kept).to_owned(),
            Self::Office => kept.office.name.clone(),
            Self::Team => kept.office.team.clone(),
            Self::Word(word) => word.of(&mut kept.letterhead.clone()).clone(),
            Self::Target(goal) => {
                let mut targets = kept.targets;
                goal.of(&mut targets).map_or_else(String::new, |share| share.to_string())
            }
            Self::Hamlets => {
                let offered = kept.hamlets.iter().filter(|hamlet| hamlet.active);
                offered.map(|hamlet| hamlet.name.as_str()).collect::<Vec<_>>().join("\n")
            }
            Self::Reasons | Self::Places => {
                let of = if self == Self::Places { OutcomeKind::Referred } else { OutcomeKind::Stuck };
                let offered = kept.reasons.active(of);
                offered.map(|reason| reason.name.as_str()).collect::<Vec<_>>().join("\n")
            }
            Self::WaitLimit => kept.wait_limit.to_string(),
            Self::Station => saved.station.to_string(),
            Self::DaysOff => {
                kept.days.days_off.iter().map(|day| Lang::Vi.date(*day)).collect::<Vec<_>>().join("\n")
            }
            Self::Offered(reason) => yes(kept.reasons.offers(reason)),
            Self::Saturday => yes(kept.days.saturday_morning),
            Self::Language => saved.lang.tag().to_owned(),
            Self::Typing => saved.typing.code().to_owned(),
            Self::Backup => saved.backup.clone(),
            Self::Queue(rule) => rule.kept(&kept.queue),
            Self::Forms => String::new(),
        }
    }

    /// The values of a choice.
    pub(super) fn choices(self, lang: Lang) -> Vec<Value> {
        match self {
            Self::Saturday => vec![Value::new("", lang.settings_no()), Value::new(YES, lang.settings_yes())],
            // Each in its own words: who does not read the one finds the other.
            Self::Language => {
                [Lang::Vi, Lang::En].map(|one| Value::new(one.tag(), one.settings_language_now())).to_vec()
            }
            Self::Typing => {
                let methods = TypingMethod::ALL.iter();
                methods.map(|one| Value::new(one.code(), lang.typing_method(*one))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What stands on the paper while nothing is set; `None` when nothing does.
    pub(super) fn default(self, kept: &Paperwork, lang: Lang) -> Option<String> {
        let name = commune_name(kept);
        // The papers are Vietnamese in these places, whatever the language of the screen.
        let capitals = Lang::Vi.commune_in_capitals(name).replace('\u{a0}', " ");
        Some(match self {
            Self::Word(Word::Parent) => {
                lang.paper_committee(&lang.commune_in_capitals(name)).replace('\u{a0}', " ")
            }
            Self::Word(Word::Symbol) => lang.settings_symbol_default().to_owned(),
            Self::Word(Word::Place) => lang.commune_place(name).to_owned(),
            Self::Word(Word::SignerOffice) => lang.settings_form_decides().to_owned(),
            Self::Word(Word::UnionBody) => lang.settings_union_body_default(&capitals),
            Self::Word(Word::UnionSymbol) => lang.settings_union_symbol_default().to_owned(),
            Self::Word(Word::UnionOffice) => lang.settings_union_office_default(&capitals),
            Self::Word(Word::UnionRole) => lang.settings_union_role_default().to_owned(),
            Self::Word(Word::Hours) => lang.settings_hours_unverified(lang.settings_hours_default()),
            Self::Word(_) | Self::Target(_) | Self::Team | Self::Backup => lang.settings_not_set().to_owned(),
            _ => return None,
        })
    }

    /// What was typed, in the one way in which it is compared with what is saved.
    pub(super) fn clean(self, typed: &str) -> String {
        match self {
            Self::Target(_) => {
                let typed = input::line(typed, NAME_LENGTH);
                let share = typed.trim_end_matches('%').trim_end();
                share.parse::<u8>().map_or_else(|_| share.to_owned(), |share| share.to_string())
            }
            Self::WaitLimit => {
                let typed = input::line(typed, NAME_LENGTH);
                typed.parse::<u16>().map_or(typed, |minutes| minutes.to_string())
            }
            Self::Station => {
                let typed = input::line(typed, NAME_LENGTH);
                typed.parse::<StationNo>().map_or(typed, |station| station.to_string())
            }
            // In the order of the calendar; what is no date stays as it was typed.
            Self::DaysOff => match days_off(typed) {
                Some(days) => days.iter().map(|day| Lang::Vi.date(*day)).collect::<Vec<_>>().join("\n"),
                None => input::note(typed),
            },
            Self::Queue(rule) => rule.clean(typed),
            // The desk keeps its own order: only which names there are makes a difference.
            Self::Hamlets | Self::Reasons | Self::Places => {
                let mut names = lines(typed);
                names.sort_unstable();
                names.dedup();
                names.join("\n")
            }
            _ if matches!(self.shape(), Shape::Note(_)) => input::note(typed),
            _ => input::line(typed, NAME_LENGTH),
        }
    }

    /// What saves a value that was typed.
    pub(super) fn keep(self, typed: &str, kept: &Paperwork, ctx: &Context<'_>) -> Result<Request, Flaw> {
        let office = |change: &dyn Fn(&mut Office)| {
            let mut office = kept.office.clone();
            change(&mut office);
            Request::Run(Command::SetOffice(office))
        };
        let clean = self.clean(typed);
        Ok(match self {
            Self::Commune => office(&|office| office.commune.clone_from(&clean)),
            Self::Office if clean.is_empty() => return Err(Flaw::Name),
            Self::Office => office(&|office| office.name.clone_from(&clean)),
            Self::Team => office(&|office| office.team.clone_from(&clean)),
            Self::Word(word) => {
                let mut words = kept.letterhead.clone();
                *word.of(&mut words) = clean;
                Request::Run(Command::SetLetterhead(Box::new(words)))
            }
            Self::Target(goal) => {
                let mut targets = kept.targets;
                *goal.of(&mut targets) = share(&clean)?;
                Request::Run(Command::SetTargets(targets))
            }
            Self::Hamlets => {
                if clean.lines().count() > MOST_HAMLETS {
                    return Err(Flaw::Hamlets);
                }
                Request::Run(Command::SetHamlets(lines(typed)))
            }
            Self::Reasons => {
                let names = lines(typed);
                let fixed = StuckReason::ALL.iter();
                let fixed = fixed.flat_map(|one| LANGS.map(|lang| lang.stuck_reason(*one, &[])));
                if let Some(flaw) = names_flaw(&names, clean.lines().count(), MOST_REASONS, fixed) {
                    return Err(flaw);
                }
                Request::Run(Command::SetReasons(names))
            }
            Self::Places => {
                let names = lines(typed);
                let fixed = Referral::ALL.iter();
                let fixed = fixed.flat_map(|one| LANGS.map(|lang| lang.referral(*one, &[])));
                if let Some(flaw) = names_flaw(&names, clean.lines().count(), MOST_PLACES, fixed) {
                    return Err(flaw);
                }
                Request::Run(Command::SetPlaces(names))
            }
            Self::Offered(reason) => Request::Run(if typed == YES {
                Command::OfferReason(reason)
            } else {
                Command::HideReason(reason)
            }),
            Self::WaitLimit => {
                let minutes = clean.parse().map_err(|_| Flaw::WaitLimit)?;
                if minutes > LONGEST_LIMIT {
                    return Err(Flaw::WaitLimit);
                }
                Request::Run(Command::SetWaitLimit(minutes))
            }
            Self::DaysOff => {
                let days_off = days_off(typed).filter(|days| days.len() <= MOST_DAYS_OFF);
                let days = OfficeDays { days_off: days_off.ok_or(Flaw::DaysOff)?, ..kept.days.clone() };
                Request::Run(Command::SetOfficeDays(days))
            }
            Self::Saturday => {
                let days = OfficeDays { saturday_morning: typed == YES, ..kept.days.clone() };
                Request::Run(Command::SetOfficeDays(days))
            }
            Self::Station => {
                let station: StationNo = clean.parse().map_err(|_| Flaw::Station)?;
                // A party in hand belongs to the station that called it.
                match ctx.model.in_hand() {
                    Some(card) => {
                        let (ticket, stage) = (card.visit.ticket, card.visit.stage.kind());
                        Request::Refuse(Refusal::StationBusy { ticket, stage })
                    }
                    None => Request::Station(station),
                }
            }
            Self::Queue(rule) => Request::Run(Command::SetQueueRules(rule.set(&clean, &kept.queue)?)),
            Self::Language => Request::SwitchLanguage,
            Self::Typing => Request::Typing(TypingMethod::from_code(typed).unwrap_or_default()),
            Self::Backup if !clean.is_empty() && !Path::new(&clean).is_absolute() => {
                return Err(Flaw::Backup);
            }
            Self::Backup => Request::BackupFolder(clean),
            Self::Forms => Request::Nothing,
        })
    }
}

/// A target as it was typed: empty, or 1 to 100.
fn share(typed: &str) -> Result<Option<u8>, Flaw> {
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse() {
        Ok(share @ 1..=100) => Ok(Some(share)),
        _ => Err(Flaw::Target),
    }
}

/// Days off as they were typed, one to a line, in the order of the calendar; `None` when a line is no date.
fn days_off(typed: &str) -> Option<Vec<Day>> {
    let mut days =
        lines(typed).iter().map(|line| Day::as_written(line, None)).collect::<Option<Vec<Day>>>()?;
    days.sort_unstable();
    days.dedup();
    Some(days)
}

fn lines(typed: &str) -> Vec<String> {
    let lines = typed.lines().map(|line| input::line(line, NAME_LENGTH));
    lines.filter(|line| !line.is_empty()).collect()
}

fn commune_name(kept: &Paperwork) -> &'static str {
    commune::of_code(&kept.office.commune).map_or("", |commune| commune.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_empty_or_from_one_to_a_hundred() {
        let slot = Slot::Target(Goal::Online);
        for (typed, wanted) in [
            ("", Ok(None)),
            (" 50 % ", Ok(Some(50))),
            ("050", Ok(Some(50))),
            ("1", Ok(Some(1))),
            ("100", Ok(Some(100))),
            ("0", Err(Flaw::Target)),
            ("101", Err(Flaw::Target)),
            ("300", Err(Flaw::Target)),
            ("-5", Err(Flaw::Target)),
            ("6.5", Err(Flaw::Target)),
            ("abc", Err(Flaw::Target)),
        ] {
            assert_eq!(share(&slot.clean(typed)), wanted, "{typed}");
        }
    }

    #[test]
    fn every_fixed_reason_can_be_hidden_but_other() {
        let hidden: Vec<Slot> = StuckReason::ALL
            .iter()
            .filter(|one| one.can_be_hidden())
            .map(|one| Slot::Offered(*one))
            .collect();
        assert_eq!(REASONS[1..=hidden.len()], hidden);
        assert_eq!(hidden.len(), StuckReason::ALL.len() - 1);
    }

    #[test]
    fn a_list_of_reasons_is_short_and_says_nothing_twice() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let long = "a".repeat(LONGEST_REASON + 1);
        for (typed, count, flaw) in [
            (names(&["người nhà đi vắng", &long[1..]]), 2, None),
            (names(&[&long]), 1, Some(Flaw::ReasonLong)),
            (names(&["a", "Quên mật khẩu"]), 2, Some(Flaw::ReasonFixed)),
            (names(&["Khác"]), 1, Some(Flaw::ReasonFixed)),
            (names(&["a"]), MOST_REASONS, None),
            (names(&["a"]), MOST_REASONS + 1, Some(Flaw::Reasons)),
        ] {
            let fixed = StuckReason::ALL.iter();
            let fixed = fixed.flat_map(|one| LANGS.map(|lang| lang.stuck_reason(*one, &[])));
            assert_eq!(names_flaw(&typed, count, MOST_REASONS, fixed), flaw, "{typed:?}");
        }
    }

    #[test]
    fn every_section_has_something_to_set_and_every_clean_value_stays_clean() {
        for section in Section::ALL {
            assert!(!section.slots().is_empty());
            for slot in section.slots() {
                for typed in ["", "  a  b \n b\na\n", "007", "50%%", "e\u{302}\u{301}"] {
                    let clean = slot.clean(typed);
                    assert_eq!(slot.clean(&clean), clean, "{slot:?} {typed:?}");
                }
            }
        }
    }
}
