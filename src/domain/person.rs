//! What is kept of the person who asks: coarse, for the tally alone (Luật 91/2025/QH15 asks for the least).

use super::coded::coded;
use super::commune::CommuneCode;
use super::ids::HamletId;

coded! {
    /// The age, as coarse as the reports ask: under 16, youth (16–30, Luật Thanh niên 57/2020/QH14), older people from 60
    /// (Luật Người cao tuổi 39/2009/QH12) by decades, since offices often give priority from 70, 75 or 80.
    AgeBand {
        Child = "under-16",
        Youth = "16-30",
        Adult = "31-59",
        Sixties = "60-69",
        Seventies = "70-79",
        Eighties = "80-up",
    }
}

impl AgeBand {
    /// The band of an age in whole years.
    pub const fn of(years: u16) -> Self {
        match years {
            0..=15 => Self::Child,
            16..=30 => Self::Youth,
            31..=59 => Self::Adult,
            60..=69 => Self::Sixties,
            70..=79 => Self::Seventies,
            _ => Self::Eighties,
        }
    }

    /// Whether the law gives priority in services: 60 and over (docs/domain.md, "Queue and priority").
    pub const fn is_elderly(self) -> bool {
        matches!(self, Self::Sixties | Self::Seventies | Self::Eighties)
    }
}

coded! {
    /// Sex, as on the citizen card.
    Sex {
        Female = "female",
        Male = "male",
    }
}

coded! {
    /// Whether the person has a smartphone: without one, nothing can be done online alone.
    Phone {
        Smart = "smart",
        NotSmart = "not-smart",
    }
}

/// The person who asks, of a party. Everything may be left out, and by default is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub age: Option<AgeBand>,
    /// The year of birth, when a card said it. It is never without an age, and no tally knows it.
    pub birth_year: Option<u16>,
    pub sex: Option<Sex>,
    /// Where the person lives, of the office's own list of hamlets.
    pub hamlet: Option<HamletId>,
    pub phone: Option<Phone>,
    /// The commune of the address, when a card said it: to see who came from elsewhere. No tally knows it.
    pub commune: Option<CommuneCode>,
}

impl Person {
    /// The same person with another age. The year that a card said belongs to the age that it said.
    #[must_use]
    pub fn aged(self, age: Option<AgeBand>) -> Self {
        let birth_year = if age == self.age { self.birth_year } else { None };
        Self { age, birth_year, ..self }
    }
}

/// The most hamlets of a list; the largest communes have some hundred.
pub const MOST_HAMLETS: usize = 300;

/// A hamlet (thôn, ấp, tổ dân phố) of the commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hamlet {
    pub id: HamletId,
    /// Its name, as the tally prints it.
    pub name: String,
    /// Whether it is still offered; one that was merged keeps its name in old tallies.
    pub active: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_lies_in_one_band_and_sixty_is_elderly() {
        for (years, band, elderly) in [
            (0, AgeBand::Child, false),
            (15, AgeBand::Child, false),
            (16, AgeBand::Youth, false),
            (30, AgeBand::Youth, false),
            (59, AgeBand::Adult, false),
            (60, AgeBand::Sixties, true),
            (79, AgeBand::Seventies, true),
            (104, AgeBand::Eighties, true),
        ] {
            assert_eq!((AgeBand::of(years), AgeBand::of(years).is_elderly()), (band, elderly), "{years}");
        }
    }
}
