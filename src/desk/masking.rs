//! What must not be kept is masked before a command is done, in one place: no screen can forget it.

use super::{Command, NewVisit};
use crate::domain::mask::{Masked, mask};
use crate::domain::{Remark, input};

/// The command with its free texts masked, and how many places were. Undo and the journal never see the rest.
///
/// Every command is named here: a new one with a text that anybody writes has to be masked, too. The words of the
/// office itself, its catalogue, its volunteers, its hamlets and its reasons are no free texts: nobody notes a citizen there.
pub(super) fn masked(command: Command) -> (Command, Masked) {
    match command {
        Command::TakeNumber(new) => {
            let (new, masked) = masked_number(new);
            (Command::TakeNumber(new), masked)
        }
        Command::ServeNow { new, why } => {
            let (new, masked) = masked_number(new);
            (Command::ServeNow { new, why }, masked)
        }
        Command::OneParty(new) => {
            let (new, masked) = masked_number(new);
            (Command::OneParty(new), masked)
        }
        Command::SetNote { visit, note } => {
            let (note, masked) = mask(&input::line(&note, input::CALL_NOTE_LENGTH));
            (Command::SetNote { visit, note }, masked)
        }
        Command::CloseShift(mut closing) => {
            let (note, masked) = mask(&input::note(&closing.note));
            closing.note = note;
            (Command::CloseShift(closing), masked)
        }
        Command::KeepRemark { span, remark } => {
            let (difficulties, of_one) = mask(&input::note(&remark.difficulties));
            let (proposals, of_other) = mask(&input::note(&remark.proposals));
            let remark = Remark { difficulties, proposals };
            (Command::KeepRemark { span, remark }, of_one.and(of_other))
        }
        without_words @ (Command::SetUp { .. }
        | Command::AddVolunteer { .. }
        | Command::SetOffice(_)
        | Command::SetLetterhead(_)
        | Command::SetTargets(_)
        | Command::SetWaitLimit(_)
        | Command::SetHamlets(_)
        | Command::SetReasons(_)
        | Command::HideReason(_)
        | Command::OfferReason(_)
        | Command::TurnSystem(_)
        | Command::EditCatalogue(_)
        | Command::OpenShift { .. }
        | Command::ChangeDuty { .. }
        | Command::Sit { .. }
        | Command::CountQuestion
        | Command::CallNext
        | Command::Recall(_)
        | Command::Appear(_)
        | Command::SetPerson { .. }
        | Command::Hold(_)
        | Command::Resume(_)
        | Command::PutBack(_)
        | Command::Leave { .. }
        | Command::Finish(_)
        | Command::FinishAndCall(_)
        | Command::SetPersons { .. }
        | Command::AddAssist { .. }
        | Command::RemoveAssist(_)
        | Command::ToggleStep { .. }
        | Command::SetQuantity { .. }
        | Command::SetHow(..)
        | Command::SetChannel(..)
        | Command::SetPayment(..)
        | Command::SetOutcome(..)
        | Command::SetOfficeDays(_)
        | Command::SetCheck { .. }
        | Command::ComeBack { .. }
        | Command::TakeUpTicks { .. }
        | Command::SetQueueRules(_)
        | Command::CallOutOfTurn { .. }
        | Command::NextPlease(_)
        | Command::Return(_)
        | Command::Transfer { .. }) => (without_words, Masked::default()),
    }
}

fn masked_number(new: NewVisit) -> (NewVisit, Masked) {
    let line = |text: Option<String>, longest| match text {
        Some(text) => {
            let (text, masked) = mask(&input::line(&text, longest));
            (Some(text), masked)
        }
        None => (None, Masked::default()),
    };
    let (name, of_name) = line(new.name, input::NAME_LENGTH);
    let (note, of_note) = line(new.note, input::CALL_NOTE_LENGTH);
    (NewVisit { name, note, ..new }, of_name.and(of_note))
}
