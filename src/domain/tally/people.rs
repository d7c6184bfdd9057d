//! Who asked, as coarsely as it was noted.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::ids::HamletId;
use super::super::person::{AgeBand, Person, Phone, Sex};
use super::{count, present};

/// The visits of the span, by what was noted of the person who asked. Nothing needs to be noted, so each list comes
/// with how many visits say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub ages: Vec<(AgeBand, u32)>,
    pub no_age: u32,
    pub sexes: Vec<(Sex, u32)>,
    pub no_sex: u32,
    /// By hamlet, in the order of the office's list.
    pub hamlets: Vec<(HamletId, u32)>,
    pub no_hamlet: u32,
    /// People without a smartphone (người không có điện thoại thông minh).
    pub without_smartphone: u32,
    pub with_smartphone: u32,
}

impl People {
    /// Those of 60 and over.
    pub(super) fn elderly(&self) -> u32 {
        self.ages.iter().filter(|(age, _)| age.is_elderly()).map(|(_, number)| number).sum()
    }

    pub(super) fn of(facts: &Facts) -> Self {
        let people: Vec<Person> =
            facts.visits.iter().filter(|fact| fact.is_visit_of(facts.span)).map(|fact| fact.person).collect();
        let number = |keep: &dyn Fn(&Person) -> bool| count(people.iter().filter(|person| keep(person)));
        let mut hamlets: BTreeMap<HamletId, u32> = BTreeMap::new();
        for hamlet in people.iter().filter_map(|person| person.hamlet) {
            *hamlets.entry(hamlet).or_default() += 1;
        }
        Self {
            ages: present(AgeBand::ALL, |age| number(&|person| person.age == Some(age))),
            no_age: number(&|person| person.age.is_none()),
            sexes: present(Sex::ALL, |sex| number(&|person| person.sex == Some(sex))),
            no_sex: number(&|person| person.sex.is_none()),
            hamlets: hamlets.into_iter().collect(),
            no_hamlet: number(&|person| person.hamlet.is_none()),
            without_smartphone: number(&|person| person.phone == Some(Phone::NotSmart)),
            with_smartphone: number(&|person| person.phone == Some(Phone::Smart)),
        }
    }
}
