//! The deeds about a party, one list of them: whom each is about, or why that is nobody, and what is asked for. What stands beside
//! a key, what the key does and what it says instead are taken from here.

use super::{DeskView, is_next, next, print};
use crate::desk::{Card, Command, Model};
use crate::domain::{LeaveReason, Refusal, Stage, StageKind, Ticket, VisitId};
use crate::ui::keymap::Action;
use crate::ui::request::{ChoiceKind, Opening, Request};
use crate::ui::view::Answer;

/// A deed about a party.
pub(super) struct Deed<'a> {
    /// Whose number stands beside the key, or why there is nobody.
    pub(super) aim: Result<&'a Card, Refusal>,
    request: Box<dyn Fn(&Card) -> Request + 'a>,
}

type Aim<'a> = Result<&'a Card, Refusal>;

impl<'a> Deed<'a> {
    fn asks(aim: Aim<'a>, request: impl Fn(&Card) -> Request + 'a) -> Self {
        Self { aim, request: Box::new(request) }
    }

    fn runs(aim: Aim<'a>, command: fn(VisitId) -> Command) -> Self {
        Self::asks(aim, move |card| Request::Run(command(card.visit.id)))
    }

    fn opens(aim: Aim<'a>, opening: fn(VisitId) -> Opening) -> Self {
        Self::asks(aim, move |card| Request::Open(opening(card.visit.id)))
    }

    fn chooses(aim: Aim<'a>, kind: fn(VisitId) -> ChoiceKind) -> Self {
        Self::asks(aim, move |card| Request::Open(Opening::Choice(kind(card.visit.id))))
    }

    /// What is asked for. A key whose subject is not on the screen does nothing and says so.
    pub(super) fn answer(self) -> Answer {
        Answer::Run(match self.aim {
            Ok(card) => (self.request)(card),
            Err(refusal) => Request::Refuse(refusal),
        })
    }
}

/// Why a deed that needs another stage has nobody, from the visit's number and its stage.
type OfStage = fn(Ticket, StageKind) -> Refusal;

impl DeskView {
    /// The deed of a key; `None` of one that is about no party.
    pub(super) fn deed<'a>(&self, action: Action, model: &'a Model) -> Option<Deed<'a>> {
        let next_id = next(model).map(|card| card.visit.id);
        let subject = || self.subject(model).ok_or(Refusal::NothingSelected);
        let ours = |nobody| match self.elsewhere(model) {
            Some(elsewhere) => Err(elsewhere),
            None => self.subject(model).ok_or(nobody),
        };
        Some(match action {
            Action::Proceed => {
                let nobody = Refusal::NobodyWaiting;
                Deed::asks(ours(nobody), |card| proceed(card, model))
            }
            Action::CallNext => {
                let waiting = match model.in_hand().map(|card| &card.visit) {
                    Some(visit) if !model.has_room() => {
                        Err(Refusal::StationBusy { ticket: visit.ticket, stage: visit.stage.kind() })
                    }
                    _ => next(model).ok_or(Refusal::NobodyWaiting),
                };
                Deed::runs(waiting, |id| Command::CallNext(Some(id)))
            }
            Action::Recall => Deed::runs(self.called(model), Command::Recall),
            Action::NextPlease => Deed::asks(self.called(model), move |card| {
                let visit = card.visit.id;
                Request::Run(match next_id {
                    // Nobody waits on the screen: nobody is called.
                    None => Command::Leave { visit, why: LeaveReason::NoShow },
                    next => Command::NextPlease(visit, next),
                })
            }),
            Action::Finish => Deed::runs(self.served(model), Command::Finish),
            Action::FinishAndCall => Deed::asks(self.served(model), move |card| {
                let visit = card.visit.id;
                Request::Run(match next_id {
                    None => Command::Finish(visit),
                    next => Command::FinishAndCall(visit, next),
                })
            }),
            Action::AddProcedure => Deed::chooses(self.served(model), ChoiceKind::AddAssist),
            Action::HoldOrResume => {
                let card = self.in_hand(model).or_else(|| self.subject(model).filter(is_in(StageKind::Held)));
                let card = card.filter(|card| card.visit.stage.kind() != StageKind::Called);
                // Two sit here, each with a party: the key goes to the other one.
                let card =
                    card.map(|card| model.served_aside().filter(|_| self.named.is_none()).unwrap_or(card));
                let card = card.ok_or_else(|| self.refusal(model, not_serving, Refusal::NothingToHold));
                Deed::asks(card, |card| {
                    let is_held = card.visit.stage.kind() == StageKind::Held;
                    Request::Run(if is_held { Command::Resume } else { Command::Hold }(card.visit.id))
                })
            }
            Action::PutBack => {
                let card = ours(Refusal::OnlyCalledGoesBack);
                let card = card.and_then(|card| match card.visit.stage.kind() {
                    StageKind::Waiting => Err(Refusal::OnlyCalledGoesBack),
                    _ => Ok(card),
                });
                Deed::runs(card, Command::PutBack)
            }
            Action::CallOutOfTurn => {
                let card = self.subject(model).filter(is_in(StageKind::Waiting));
                let card = card.ok_or_else(|| self.elsewhere(model).unwrap_or(Refusal::NothingSelected));
                // Who is next is called in turn.
                Deed::asks(card, |card| proceed(card, model))
            }
            Action::Transfer => Deed::chooses(ours(Refusal::NothingSelected), ChoiceKind::Transfer),
            Action::Leave => Deed::chooses(ours(Refusal::NothingSelected), ChoiceKind::Leave),
            Action::Persons => Deed::chooses(subject(), ChoiceKind::Persons),
            // The queue's cursor is asked about, also while somebody is in hand: nothing is done.
            Action::Explain => {
                let card = self.selected_card(model).or_else(|| next(model));
                let card = card.filter(is_in(StageKind::Waiting)).ok_or(Refusal::NothingSelected);
                Deed::opens(card, Opening::Why)
            }
            Action::WhoAsks => Deed::opens(subject(), Opening::WhoAsks),
            Action::Note => Deed::opens(subject(), Opening::Note),
            Action::Guide => {
                let assist = self.line().and_then(super::serving::ServingLine::assist);
                Deed::asks(subject(), move |card| Request::Open(Opening::Guide(card.visit.id, assist)))
            }
            Action::Print => Deed::asks(subject(), print),
            _ => return None,
        })
    }

    /// Whose number stands beside a key.
    pub(super) fn aim<'a>(&self, action: Action, model: &'a Model) -> Option<&'a Card> {
        self.deed(action, model)?.aim.ok()
    }

    fn called<'a>(&self, model: &'a Model) -> Aim<'a> {
        let card = self.in_hand(model).filter(is_in(StageKind::Called));
        card.ok_or_else(|| self.refusal(model, not_called, Refusal::NobodyCalled))
    }

    fn served<'a>(&self, model: &'a Model) -> Aim<'a> {
        let card = self.in_hand(model).filter(is_in(StageKind::Serving));
        card.ok_or_else(|| self.refusal(model, not_serving, Refusal::NobodyServed))
    }

    /// Why nobody is in the stage that a deed needs: another station has the party; of one that was named or is in hand, its
    /// own stage; else nobody is.
    fn refusal(&self, model: &Model, of_stage: OfStage, nobody: Refusal) -> Refusal {
        let of = self.named.and_then(|id| model.card(id)).or_else(|| model.in_hand());
        let own = of.map(|card| of_stage(card.visit.ticket, card.visit.stage.kind()));
        self.elsewhere(model).or(own).unwrap_or(nobody)
    }

    /// The subject's number and where it is, if another station has called or serves it: that one decides what becomes of it.
    fn elsewhere(&self, model: &Model) -> Option<Refusal> {
        let card = self.subject(model).filter(|_| self.in_hand(model).is_none())?;
        match card.visit.stage {
            Stage::Called { station, .. } | Stage::Serving { station, .. } => {
                Some(Refusal::AtAnotherStation { ticket: card.visit.ticket, station })
            }
            _ => None,
        }
    }
}

/// What comes next for a party: to be called, to appear, to be served again.
fn proceed(card: &Card, model: &Model) -> Request {
    let id = card.visit.id;
    match card.visit.stage.kind() {
        StageKind::Called => Request::Run(Command::Appear(id)),
        StageKind::Held => Request::Run(Command::Resume(id)),
        StageKind::Waiting if is_next(card, model) => Request::Run(Command::CallNext(Some(id))),
        // Somebody else comes first: why is asked, under this number.
        StageKind::Waiting => Request::Open(Opening::Choice(ChoiceKind::OutOfTurn(id))),
        _ => Request::Refuse(Refusal::NothingSelected),
    }
}

fn not_called(ticket: Ticket, stage: StageKind) -> Refusal {
    Refusal::NotCalled { ticket, stage }
}

fn not_serving(ticket: Ticket, stage: StageKind) -> Refusal {
    Refusal::NotServing { ticket, stage }
}

fn is_in(stage: StageKind) -> impl Fn(&&Card) -> bool {
    move |card| card.visit.stage.kind() == stage
}
