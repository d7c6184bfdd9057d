//! What is noted of who asks.

use super::dice::Dice;
use super::made_up::HAMLETS;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::{HamletId, Person, Priority};

/// Of so many in a thousand a trait is noted: nobody has to ask, and not everybody does.
const NOTED: u32 = 700;

/// What is noted of a person who goes first for that reason, or for none.
pub(super) fn person(dice: &mut Dice, priority: Option<Priority>) -> Person {
    // Everything is thrown, whether it is noted or not, so that one habit does not move the next person.
    let age = dice.weighed(ages(priority)).copied();
    let sex = if priority == Some(Priority::Mother) || dice.chance(540) { Sex::Female } else { Sex::Male };
    let hamlet =
        HamletId(i64::try_from(dice.place(HAMLETS.len()).min(dice.place(HAMLETS.len()))).unwrap_or(0) + 1);
    let phone = if dice.chance(smart(age)) { Phone::Smart } else { Phone::NotSmart };
    let noted = [dice.chance(NOTED), dice.chance(NOTED), dice.chance(NOTED), dice.chance(NOTED)];
    Person {
        age: age.filter(|_| noted[0]),
        sex: noted[1].then_some(sex),
        // Who comes from far is not of this commune.
        hamlet: (noted[2] && priority != Some(Priority::FromFar)).then_some(hamlet),
        phone: noted[3].then_some(phone),
        // Nobody's card is read in made-up days.
        ..Person::default()
    }
}

/// The ages that fit a reason to go first. Offices often give priority from 70 (docs/domain.md, "Queue and priority"), so that somebody in the
/// sixties may wait like everybody.
fn ages(priority: Option<Priority>) -> &'static [(AgeBand, u32)] {
    use AgeBand::{Adult, Child, Eighties, Seventies, Sixties, Youth};
    match priority {
        Some(Priority::Elderly) => &[(Sixties, 25), (Seventies, 50), (Eighties, 25)],
        Some(Priority::Child) => &[(Child, 1)],
        Some(Priority::Mother) => &[(Youth, 65), (Adult, 35)],
        Some(Priority::Merit) => &[(Adult, 15), (Sixties, 30), (Seventies, 40), (Eighties, 15)],
        Some(Priority::Disabled) => &[(Youth, 20), (Adult, 55), (Sixties, 25)],
        Some(Priority::FromFar) | None => &[(Child, 1), (Youth, 27), (Adult, 62), (Sixties, 10)],
    }
}

/// How many in a thousand of an age have a smartphone.
const fn smart(age: Option<AgeBand>) -> u32 {
    match age {
        Some(AgeBand::Youth | AgeBand::Adult) | None => 950,
        Some(AgeBand::Child) => 500,
        Some(AgeBand::Sixties) => 720,
        Some(AgeBand::Seventies) => 420,
        Some(AgeBand::Eighties) => 150,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_fits_the_reason_to_go_first() {
        let mut dice = Dice::new(3);
        let mut noted = 0;
        for at in 0..2_000 {
            let reason = Priority::ALL.get(at % 8).copied();
            let person = person(&mut dice, reason);
            if let Some(age) = person.age {
                noted += 1;
                assert!(reason != Some(Priority::Child) || age == AgeBand::Child);
                assert!(reason != Some(Priority::Elderly) || age.is_elderly());
            }
            assert!(reason != Some(Priority::Mother) || person.sex != Some(Sex::Male));
        }
        assert!((1_300..1_500).contains(&noted), "{noted}");
    }
}
