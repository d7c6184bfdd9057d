//! What must not be kept is masked before a command is done, in one place: no screen can forget it.

use super::catalogue::CatalogueEdit;
use super::command::{Command, NewVisit, WhereTo};
use crate::domain::handover::ITEM_LENGTH;
use crate::domain::mask::{MASK, Masked, mask, mask_cards};
use crate::domain::{Letterhead, Office, Procedure, input};

/// The command with its texts masked, and how many places were. Undo and the journal never see the rest.
///
/// Every command is named here: a new one with a text that anybody writes has to be masked, too. Nobody notes a citizen
/// among the words of the office, but a scanner types wherever the keys are.
pub(super) fn masked(mut command: Command) -> (Command, Masked) {
    if let Command::Correct(inner) = command {
        let (inner, masked) = self::masked(*inner);
        return (Command::Correct(Box::new(inner)), masked);
    }
    if let Command::Insist(inner) = command {
        let (inner, masked) = self::masked(*inner);
        return (Command::Insist(Box::new(inner)), masked);
    }
    let mut pen = Pen::default();
    match &mut command {
        Command::TakeNumber(new) | Command::ServeNow { new, .. } | Command::OneParty(new) => pen.number(new),
        Command::SetCalling { name, note, .. } => {
            pen.line(name, input::NAME_LENGTH);
            pen.line(note, input::CALL_NOTE_LENGTH);
        }
        Command::CloseShift(closing) => pen.note(&mut closing.note),
        Command::AddItem(new) | Command::ChangeItem(_, new) => {
            pen.line(&mut new.words, ITEM_LENGTH);
            pen.line(&mut new.then, ITEM_LENGTH);
        }
        Command::TakeHandover { remark, .. } => pen.line(remark, ITEM_LENGTH),
        Command::KeepRemark { remark, .. } => {
            pen.note(&mut remark.difficulties);
            pen.note(&mut remark.proposals);
        }
        Command::SetUp { office, volunteers } => {
            pen.office(office);
            for name in volunteers {
                pen.name(name);
            }
        }
        // A volunteer's phone number has a field of its own, and is no citizen's.
        Command::AddVolunteer { name, facts } | Command::ChangeVolunteer { name, facts, .. } => {
            pen.name(name);
            pen.name(&mut facts.unit);
            pen.name(&mut facts.school);
        }
        Command::SetStation(station) => {
            pen.name(&mut station.name);
            pen.name(&mut station.room);
        }
        Command::SetOffice(office) => pen.office(office),
        Command::SetLetterhead(head) => pen.letterhead(head),
        Command::Refer { to: WhereTo::Named(place), .. }
        | Command::SendOn { to: WhereTo::Named(place), .. } => {
            pen.name(place);
        }
        Command::SetHamlets(names) | Command::SetReasons(names) | Command::SetPlaces(names) => {
            for name in names {
                pen.name(name);
            }
        }
        Command::EditCatalogue(CatalogueEdit::Keep(entry)) => pen.entry(entry),
        Command::EditCatalogue(_)
        | Command::SetTargets(_)
        | Command::SetWaitLimit(_)
        | Command::HideReason(_)
        | Command::OfferReason(_)
        | Command::TurnSystem(_)
        | Command::OpenStation(_)
        | Command::CloseStation(_)
        | Command::RetireVolunteer(_)
        | Command::BringBackVolunteer(_)
        | Command::MergeVolunteers { .. }
        | Command::OpenShift { .. }
        | Command::ChangeDuty { .. }
        | Command::TakeItem { .. }
        | Command::CloseItem(..)
        | Command::GiveItem(_)
        | Command::Sit { .. }
        | Command::StopNumbers
        | Command::GiveNumbers
        | Command::Insist(_)
        | Command::Count(_)
        | Command::CallNext(_)
        | Command::Recall(_)
        | Command::Appear(_)
        | Command::SetPerson { .. }
        | Command::Hold(_)
        | Command::Resume(_)
        | Command::PutBack(_)
        | Command::Leave { .. }
        | Command::LeaveUntil { .. }
        | Command::Finish(_)
        | Command::FinishAndCall(..)
        | Command::SetPersons { .. }
        | Command::SetEnding { .. }
        | Command::AddAssist { .. }
        | Command::RemoveAssist(_)
        | Command::ToggleStep { .. }
        | Command::SetQuantity { .. }
        | Command::SetHow(..)
        | Command::SetChannel(..)
        | Command::SetPayment(..)
        | Command::SetOutcome(..)
        | Command::Refer { .. }
        | Command::SendOn { .. }
        | Command::SetOfficeDays(_)
        | Command::TakeHolidays(_)
        | Command::SetCheck { .. }
        | Command::ComeBack { .. }
        | Command::TakeUpTicks { .. }
        | Command::SetQueueRules(_)
        | Command::CallOutOfTurn { .. }
        | Command::NextPlease(..)
        | Command::Return(_)
        | Command::Correct(_)
        | Command::Transfer { .. } => {}
    }
    (command, pen.masked)
}

/// Masks one text after the other, and counts.
#[derive(Default)]
struct Pen {
    masked: Masked,
}

impl Pen {
    fn write(&mut self, text: &mut String, (kept, masked): (String, Masked)) {
        self.masked = self.masked.and(masked);
        *text = kept;
    }

    fn line(&mut self, text: &mut String, longest: usize) {
        let kept = mask(&input::line(text, longest));
        self.write(text, kept);
    }

    fn note(&mut self, text: &mut String) {
        let kept = mask(&input::note(text));
        self.write(text, kept);
    }

    /// A name of which nothing is left is none.
    fn name(&mut self, text: &mut String) {
        self.line(text, input::NAME_LENGTH);
        if text == MASK {
            text.clear();
        }
    }

    fn number(&mut self, new: &mut NewVisit) {
        if let Some(name) = &mut new.name {
            self.line(name, input::NAME_LENGTH);
        }
        if let Some(note) = &mut new.note {
            self.line(note, input::CALL_NOTE_LENGTH);
        }
    }

    fn office(&mut self, Office { name, commune: _, team }: &mut Office) {
        self.name(name);
        self.name(team);
    }

    fn letterhead(&mut self, head: &mut Letterhead) {
        let Letterhead {
            parent,
            symbol,
            place,
            signer_office,
            signer,
            leader,
            union_body,
            union_symbol,
            union_office,
            union_role,
            union_signer,
            recipients,
            union_recipients,
            hours,
        } = head;
        for name in [
            parent,
            symbol,
            place,
            signer_office,
            signer,
            leader,
            union_body,
            union_symbol,
            union_office,
            union_role,
            union_signer,
            recipients,
            union_recipients,
            hours,
        ] {
            self.card(name);
        }
    }

    /// What explains a password or a code to others is no password: only what a card says is taken out.
    fn card(&mut self, text: &mut String) {
        let kept = mask_cards(&input::note(text));
        self.write(text, kept);
    }

    fn entry(&mut self, entry: &mut Procedure) {
        for both in
            [&mut entry.name, &mut entry.short].into_iter().chain(&mut entry.time_limit).chain(&mut entry.fee)
        {
            self.card(&mut both.vi);
            self.card(&mut both.en);
        }
        for both in [&mut entry.papers, &mut entry.before, &mut entry.steps, &mut entry.warnings] {
            both.vi.iter_mut().chain(&mut both.en).for_each(|line| self.card(line));
        }
        entry.aliases.iter_mut().chain(&mut entry.check_locally).for_each(|line| self.card(line));
    }
}
