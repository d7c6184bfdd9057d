//! What a volunteer does with the guest in hand.

use super::super::help::{self, Deed};
use super::super::plan::DemoError;
use super::{Event, Floor};
use crate::desk::{Command, DeskError};
use crate::domain::{LeaveReason, Refusal, Stamp};

/// What a party takes at the usual pace, in seconds, each thing it needs.
const USUAL_HELP: i64 = 380;

impl Floor<'_> {
    pub(super) fn next_deed(&mut self, at: Stamp, station: usize) -> Result<(), DemoError> {
        let Some(guest) = self.stations[station].in_hand else { return Ok(()) };
        let Some((_, deed)) = self.guests[guest].script.pop_front() else { return Ok(()) };
        let mut is_in_hand = false;
        match deed {
            Deed::Recall => {
                self.turns(at, station, guest, Command::Recall)?;
                is_in_hand = true;
            }
            Deed::Appear => {
                self.turns(at, station, guest, Command::Appear)?;
                self.begin(guest);
                is_in_hand = true;
            }
            Deed::PutBack => self.turns(at, station, guest, Command::PutBack)?,
            Deed::Hold => {
                self.turns(at, station, guest, Command::Hold)?;
                let away = self.dice.between(4, 25) * 60;
                self.plan(at.plus_seconds(away), Event::Back(guest));
            }
            Deed::Leave(why) => match self.turns(at, station, guest, |visit| Command::Leave { visit, why }) {
                // Everybody hurries in a full room, but a party has the time to come to the desk.
                Err(DeskError::Refused(Refusal::CalledJustNow { seconds, .. })) => {
                    self.guests[guest].script.push_front((0, deed));
                    self.plan(at.plus_seconds(i64::from(seconds)), Event::Deed(station));
                    return Ok(());
                }
                left => {
                    left?;
                    let is_of_today = self.guests[guest].visit.day == at.day();
                    if why == LeaveReason::NoShow && is_of_today && self.dice.chance(250) {
                        let away = self.dice.between(3, 20) * 60;
                        self.plan(at.plus_seconds(away), Event::Return(guest));
                    }
                }
            },
            Deed::Finish => self.turns(at, station, guest, Command::Finish)?,
            Deed::Persons(persons) => {
                self.turns(at, station, guest, |visit| Command::SetPersons { visit, persons })?;
                is_in_hand = true;
            }
            _ => {
                self.tell(at, station, guest, deed)?;
                is_in_hand = true;
            }
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
    fn begin(&mut self, guest: usize) {
        let guest = &mut self.guests[guest];
        let things = i64::try_from(guest.assists.len()).unwrap_or(1);
        let seconds = self.dice.around(USUAL_HELP * (things + 2) / 3);
        guest.script =
            help::serve(&mut self.dice, self.catalogue, &guest.assists, guest.visit.persons, seconds);
    }

    /// A word about one of the things the guest is helped with.
    fn tell(&mut self, at: Stamp, station: usize, guest: usize, deed: Deed) -> Result<(), DemoError> {
        let assists = &self.guests[guest].assists;
        let of = |place: usize| assists.get(place).map(|assist| assist.id);
        let (Deed::Tick(place, _)
        | Deed::Mistick(place, _)
        | Deed::Quantity(place, _)
        | Deed::How(place, _)
        | Deed::Channel(place, _)
        | Deed::Payment(place, _)
        | Deed::Outcome(place, _)) = deed
        else {
            return Ok(());
        };
        let Some(assist) = of(place) else { return Ok(()) };
        let command = match deed {
            Deed::Tick(_, step) => Command::ToggleStep { assist, step },
            Deed::Mistick(_, step) => {
                self.does(at.plus_seconds(-12), station, Command::ToggleStep { assist, step })?;
                self.stand(at, station);
                self.desk.undo()?;
                // Right after all, and wrong all the same.
                if self.dice.chance(200) {
                    self.desk.redo()?;
                    self.desk.undo()?;
                }
                return Ok(());
            }
            Deed::Quantity(_, quantity) => Command::SetQuantity { assist, quantity },
            Deed::How(_, how) => Command::SetHow(assist, how),
            Deed::Channel(_, channel) => Command::SetChannel(assist, channel),
            Deed::Payment(_, payment) => Command::SetPayment(assist, payment),
            Deed::Outcome(_, outcome) => Command::SetOutcome(assist, outcome),
            _ => return Ok(()),
        };
        self.does(at, station, command)?;
        Ok(())
    }
}
