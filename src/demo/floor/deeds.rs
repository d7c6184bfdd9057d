//! What a volunteer does with the guest in hand.

use super::super::DemoError;
use super::super::help::{self, Deed};
use super::{Event, Floor};
use crate::domain::assist::OutcomeKind;
use crate::domain::visit::Act;
use crate::domain::{Assist, Channel, How, Op, Outcome, Payment, Stamp};

/// What a party takes at the usual pace, in seconds, each thing it needs.
const USUAL_HELP: i64 = 380;

impl Floor<'_> {
    pub(super) fn next_deed(&mut self, at: Stamp, station: usize) -> Result<(), DemoError> {
        let Some(guest) = self.stations[station].in_hand else { return Ok(()) };
        let Some((_, deed)) = self.guests[guest].script.pop_front() else { return Ok(()) };
        let act = self.act(at, station);
        let ticket = self.guests[guest].visit.ticket;
        let mut is_in_hand = true;
        match deed {
            Deed::Recall => {
                self.ledger.turn(&mut self.guests[guest], |visit| visit.recall(act))?;
                if let crate::domain::Stage::Called { times, .. } = self.guests[guest].visit.stage {
                    self.ledger.note(act, Op::Recalled { ticket, times });
                }
            }
            Deed::Appear => {
                self.ledger.turn(&mut self.guests[guest], |visit| visit.appear(act))?;
                self.ledger.note(act, Op::Appeared { ticket });
                self.begin(act, guest);
            }
            Deed::PutBack => {
                self.ledger.turn(&mut self.guests[guest], |visit| visit.put_back(act))?;
                self.ledger.turn_given_back(&self.guests[guest].visit);
                self.ledger.note(act, Op::PutBack { ticket });
                self.waiting.push(guest);
                is_in_hand = false;
            }
            Deed::Hold => {
                self.ledger.turn(&mut self.guests[guest], |visit| visit.hold(act))?;
                self.ledger.note(act, Op::Held { ticket });
                let away = self.dice.between(4, 25) * 60;
                self.plan(at.plus_seconds(away), Event::Back(guest));
                is_in_hand = false;
            }
            Deed::Leave(why) => {
                self.leave(guest, act, why)?;
                is_in_hand = false;
            }
            Deed::Finish => {
                self.finish(act, guest)?;
                is_in_hand = false;
            }
            Deed::Persons(persons) => {
                self.guests[guest].visit.persons = persons;
                self.ledger.note(act, Op::PersonsSet { ticket, persons });
            }
            _ => self.tell(act, guest, deed),
        }
        if is_in_hand {
            self.plan_deed(at, station, guest);
        } else {
            self.stations[station].in_hand = None;
            let breath = self.dice.between(8, 50);
            self.plan(at.plus_seconds(self.paced(breath)), Event::Ready(station));
        }
        Ok(())
    }

    /// What was asked for is what will be helped with.
    fn begin(&mut self, act: Act, guest: usize) {
        let guest = &mut self.guests[guest];
        for (code, quantity) in &guest.needs {
            let Some(entry) = self.catalogue.get(code) else { continue };
            guest.assists.push(Assist {
                id: self.ledger.next_assist(),
                visit: guest.visit.id,
                procedure: code.clone(),
                quantity: *quantity,
                how: How::Guided,
                channel: entry.usual_channel(),
                payment: Payment::NotOnline,
                outcome: Outcome::Open,
                by: act.by,
                station: act.station,
                ticked: Vec::new(),
                checks: Vec::new(),
                come_back: None,
            });
        }
        let things = i64::try_from(guest.assists.len()).unwrap_or(1);
        let seconds = self.dice.around(USUAL_HELP * (things + 2) / 3);
        guest.script =
            help::serve(&mut self.dice, self.catalogue, &guest.assists, guest.visit.persons, seconds);
    }

    pub(super) fn finish(&mut self, act: Act, guest: usize) -> Result<(), DemoError> {
        let guest = &mut self.guests[guest];
        self.ledger.turn(guest, |visit| visit.finish(act))?;
        let mut assists = 0;
        for assist in &mut guest.assists {
            assists += u32::from(assist.quantity);
            if assist.outcome.kind() == OutcomeKind::Open {
                assist.outcome = Outcome::Done;
            }
        }
        self.ledger.note(act, Op::Finished { ticket: guest.visit.ticket, assists });
        Ok(())
    }

    /// A word about one of the things the guest is helped with.
    fn tell(&mut self, act: Act, guest: usize, deed: Deed) {
        let guest = &mut self.guests[guest];
        let ticket = guest.visit.ticket;
        let (Deed::Tick(at, _)
        | Deed::Mistick(at, _)
        | Deed::Quantity(at, _)
        | Deed::How(at, _)
        | Deed::Channel(at, _)
        | Deed::Payment(at, _)
        | Deed::Outcome(at, _)) = deed
        else {
            return;
        };
        let Some(assist) = guest.assists.get_mut(at) else { return };
        let procedure = assist.procedure.clone();
        let op = match deed {
            Deed::Tick(_, step) => {
                self.ledger.rows.ticks.push((assist.id, step, act.at));
                Op::Ticked { ticket, procedure, step: step + 1 }
            }
            Deed::Mistick(_, step) => {
                self.ledger.note_undone(act, Op::Ticked { ticket, procedure, step: step + 1 });
                return;
            }
            Deed::Quantity(_, quantity) => {
                assist.quantity = quantity;
                Op::QuantitySet { ticket, procedure, quantity }
            }
            Deed::How(_, how) => {
                assist.how = how;
                Op::HowSet { ticket, procedure, how }
            }
            Deed::Channel(_, channel) => {
                assist.channel = channel;
                Op::ChannelSet { ticket, procedure, channel }
            }
            Deed::Payment(_, payment) => {
                assist.payment = payment;
                Op::PaymentSet { ticket, procedure, payment }
            }
            Deed::Outcome(_, outcome) => {
                assist.outcome = outcome;
                // What was not done was not filed.
                if outcome != Outcome::Done && assist.channel != Channel::NotFiled {
                    assist.channel = Channel::NotFiled;
                    let channel = Channel::NotFiled;
                    self.ledger.note(act, Op::ChannelSet { ticket, procedure: procedure.clone(), channel });
                }
                Op::OutcomeSet { ticket, procedure, outcome }
            }
            _ => return,
        };
        self.ledger.note(act, op);
    }
}
