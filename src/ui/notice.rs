//! The line that says what was just done, or why not.

use super::theme::Meaning;
use crate::domain::card::CardFlaw;
use crate::domain::catalogue::FlawKind;
use crate::domain::mask::Masked;
use crate::domain::op::Names;
use crate::domain::trouble::Trouble;
use crate::domain::{Code, Op, Refusal, StationNo, Ticket, TypingMethod};
use crate::lang::Lang;
use crate::papers::forms::{Exported, FormFlaw};

use super::context::PrintNews;

/// What the line says: a fact. The sentence is made when it is drawn.
#[derive(Debug)]
pub enum Notice {
    /// A number was given, and that many wait before it.
    Given {
        op: Op,
        /// How many wait before it.
        ahead: Option<usize>,
        /// The least and the most minutes of the wait, where there is ground for a word.
        wait: Option<(u32, u32)>,
    },
    SlipSent(Ticket),
    Done(Op),
    /// Something was done with the volunteer of that name.
    OfVolunteer(Op, String),
    /// A system works again that people wait for.
    WorksAgain {
        op: Op,
        /// How many persons wait for it.
        persons: u32,
    },
    Refused(Refusal),
    /// What is a leader's needs the PIN again.
    LeaderGone,
    Printing,
    PrintingSlip(Ticket),
    /// Files were written into a folder, or could not be, with the reason.
    FilesKept(Result<String, Trouble>),
    /// A form of the office's own has a flaw, and the built-in one is used.
    FormFlaw(FormFlaw),
    FormsRead {
        /// How many of the office's own are in use.
        own: usize,
        /// How many files are wrong.
        wrong: usize,
    },
    /// What has become of a form that was to be written into a file, or why it could not be.
    FormExported(String, Result<Exported, Trouble>),
    Printed(PrintNews),
    /// A backup copy is being made.
    Copying,
    /// Backup copies go into this folder, too; empty is none.
    /// The second folder for backup copies was set; whether it is there.
    BackupFolder(String, bool),
    Cancelling,
    PrintersKept,
    Station(StationNo),
    /// An entry of the desk's own does not fit what came with a newer program, and why.
    Misfit(Code, FlawKind),
    /// A held key was counted once.
    HeldKey,
    /// Keys came while the screen stood still.
    TypedBlind,
    /// A key came again before the hand could know what it means now.
    TooSoon,
    /// What was done, and what was masked in its words.
    Masked(Box<Self>, Masked),
    Typing(TypingMethod),
    CardRead {
        /// Its first digits are on no list.
        has_strange_prefix: bool,
    },
    CardRefused(CardFlaw),
    /// A card was scanned where none is read.
    CardElsewhere,
    /// What was scanned or pasted means nothing here, and did nothing.
    StrayText,
    /// A text came into a field with an Enter behind it, which did nothing.
    NoEnter,
    /// The number on a slip was scanned, and is looked for.
    NumberScanned(Ticket),
}

impl Notice {
    /// The mark, the sentence, and how it looks.
    pub fn show(&self, lang: Lang, names: &dyn Names) -> (&'static str, String, Meaning) {
        match self {
            Self::Given { op: Op::NumberGiven { ticket, .. }, ahead: None, .. } => {
                let why = lang.unattended_series(ticket.series.letter());
                ("[!]", lang.notice_number_apart(&ticket.to_string(), &why), Meaning::Warning)
            }
            Self::Given { op: Op::NumberGiven { ticket, .. }, ahead: Some(ahead), wait } => {
                let given = match ahead {
                    0 => lang.notice_number_next(&ticket.to_string()),
                    _ => lang.notice_number(&ticket.to_string(), *ahead),
                };
                let told = wait.map(|wait| lang.wait_given(&given, &lang.wait_range(wait)));
                ("[+]", told.unwrap_or(given), Meaning::Good)
            }
            Self::SlipSent(ticket) => ("[.]", lang.slip_sending(&ticket.to_string()), Meaning::Plain),
            Self::Given { op, .. } | Self::Done(op) | Self::OfVolunteer(op, _) => {
                let of_volunteer = match self {
                    Self::OfVolunteer(op, name) => lang.notice_of_volunteer(op, name),
                    _ => None,
                };
                let sentence = match op {
                    _ if of_volunteer.is_some() => of_volunteer.unwrap_or_default(),
                    Op::Undone { of } => lang.notice_undone(&lang.op_named(of, names)),
                    Op::Redone { of } => lang.notice_redone(&lang.op_named(of, names)),
                    other => lang.sentence(&lang.notice_done(&lang.op_named(other, names))),
                };
                ("[+]", sentence, Meaning::Good)
            }
            Self::WorksAgain { op, persons } => {
                let done = lang.sentence(&lang.notice_done(&lang.op_named(op, names)));
                ("[+]", lang.outage_over_for(&done, &lang.count(*persons)), Meaning::Good)
            }
            Self::LeaderGone => ("[.]", lang.pin_gone().to_owned(), Meaning::Plain),
            Self::Refused(refusal) => ("[!]", lang.refusal(refusal), Meaning::Warning),
            Self::Printing => ("[.]", lang.notice_printing().to_owned(), Meaning::Plain),
            Self::PrintingSlip(ticket) => ("[.]", lang.slip_printing(&ticket.to_string()), Meaning::Plain),
            Self::FilesKept(Ok(folder)) => ("[+]", lang.notice_files_kept(folder), Meaning::Good),
            Self::FilesKept(Err(reason)) => {
                ("[x]", lang.notice_files_not_kept(lang.trouble(*reason)), Meaning::Bad)
            }
            Self::FormFlaw(flaw) => ("[!]", lang.form_flaw(flaw), Meaning::Warning),
            Self::FormsRead { own: 0, wrong: 0 } => {
                ("[+]", lang.notice_forms_none().to_owned(), Meaning::Good)
            }
            Self::FormsRead { own, wrong: 0 } => ("[+]", lang.notice_forms_sound(*own), Meaning::Good),
            Self::FormsRead { wrong, .. } => ("[!]", lang.notice_forms_wrong(*wrong), Meaning::Warning),
            Self::FormExported(file, Ok(Exported::Written)) => {
                ("[+]", lang.notice_form_written(file), Meaning::Good)
            }
            Self::FormExported(file, Ok(Exported::Unchanged)) => {
                ("[.]", lang.notice_form_unchanged(file), Meaning::Plain)
            }
            Self::FormExported(file, Ok(Exported::Kept)) => {
                ("[!]", lang.notice_form_left(file), Meaning::Warning)
            }
            Self::FormExported(file, Err(reason)) => {
                ("[x]", lang.notice_form_not_written(file, lang.trouble(*reason)), Meaning::Bad)
            }
            Self::Copying => ("[.]", lang.notice_copying().to_owned(), Meaning::Plain),
            Self::BackupFolder(folder, _) if folder.is_empty() => {
                ("[+]", lang.notice_backup_folder_none().to_owned(), Meaning::Good)
            }
            Self::BackupFolder(folder, true) => ("[+]", lang.notice_backup_folder(folder), Meaning::Good),
            Self::BackupFolder(folder, false) => {
                ("[!]", lang.notice_backup_folder_absent(folder), Meaning::Warning)
            }
            Self::Printed(news) if news.went_well => ("[+]", news.sentence.clone(), Meaning::Good),
            Self::Printed(news) => ("[x]", news.sentence.clone(), Meaning::Bad),
            Self::Cancelling => ("[.]", lang.print_cancelling().to_owned(), Meaning::Plain),
            Self::PrintersKept => ("[+]", lang.printers_kept().to_owned(), Meaning::Good),
            Self::Station(station) => ("[+]", lang.station_set(&station.to_string()), Meaning::Good),
            Self::Masked(notice, masked) => {
                let (_, sentence, _) = notice.show(lang, names);
                let end = if sentence.ends_with(['.', '!', '?']) { "" } else { "." };
                ("[!]", format!("{sentence}{end} {}", lang.masked(*masked)), Meaning::Warning)
            }
            Self::CardRead { has_strange_prefix: true } => {
                ("[!]", lang.card_strange_prefix().to_owned(), Meaning::Warning)
            }
            Self::CardRead { .. } => ("[+]", lang.card_read().to_owned(), Meaning::Good),
            Self::Typing(method) => ("[.]", lang.typing_set(lang.typing_method(*method)), Meaning::Plain),
            Self::CardRefused(flaw) => ("[!]", lang.card_flaw(*flaw).to_owned(), Meaning::Warning),
            Self::CardElsewhere => ("[!]", lang.card_elsewhere().to_owned(), Meaning::Warning),
            Self::StrayText => ("[!]", lang.stray_text().to_owned(), Meaning::Warning),
            Self::NoEnter => ("[!]", lang.stray_enter().to_owned(), Meaning::Warning),
            Self::NumberScanned(ticket) => ("[+]", lang.number_scanned(&ticket.to_string()), Meaning::Good),
            Self::Misfit(code, flaw) => ("[!]", lang.misfit(code, flaw), Meaning::Warning),
            Self::TypedBlind => ("[!]", lang.notice_typed_blind().to_owned(), Meaning::Warning),
            Self::TooSoon => ("[.]", lang.notice_too_soon().to_owned(), Meaning::Faint),
            Self::HeldKey => ("[.]", lang.notice_ignored_repeat().to_owned(), Meaning::Faint),
        }
    }
}
