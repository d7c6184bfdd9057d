//! Who asked, as coarsely as it was noted.

use std::collections::BTreeMap;

use super::super::ids::HamletId;
use super::super::person::{AgeBand, Person, Phone, Sex};

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
}

/// The same while the visits are counted.
#[derive(Default)]
pub(super) struct Askers {
    ages: BTreeMap<Option<AgeBand>, u32>,
    sexes: BTreeMap<Option<Sex>, u32>,
    hamlets: BTreeMap<Option<HamletId>, u32>,
    phones: BTreeMap<Option<Phone>, u32>,
}

impl Askers {
    pub(super) fn take(&mut self, person: &Person) {
        *self.ages.entry(person.age).or_default() += 1;
        *self.sexes.entry(person.sex).or_default() += 1;
        *self.hamlets.entry(person.hamlet).or_default() += 1;
        *self.phones.entry(person.phone).or_default() += 1;
    }

    pub(super) fn people(mut self) -> People {
        let mut phone = |phone| self.phones.remove(&Some(phone)).unwrap_or_default();
        let (without_smartphone, with_smartphone) = (phone(Phone::NotSmart), phone(Phone::Smart));
        let ((ages, no_age), (sexes, no_sex), (hamlets, no_hamlet)) =
            (apart(self.ages), apart(self.sexes), apart(self.hamlets));
        People { ages, no_age, sexes, no_sex, hamlets, no_hamlet, without_smartphone, with_smartphone }
    }
}

/// What was noted, and how often nothing was.
fn apart<T: Ord>(mut counts: BTreeMap<Option<T>, u32>) -> (Vec<(T, u32)>, u32) {
    let none = counts.remove(&None).unwrap_or_default();
    (counts.into_iter().filter_map(|(one, number)| Some((one?, number))).collect(), none)
}
