//! Every figure of a tally with its number, in the order of the paper.

use super::super::{Tally, count};
use super::{Figure, Given, Helped, Over, Part};
use crate::domain::LeaveReason;
use crate::domain::person::Phone;

impl Tally {
    /// Every figure that visits stand behind, with its number. The great ones are there also when they are nought;
    /// of the tables, the rows that the tally has.
    pub fn figures(&self) -> Vec<(Figure, u32)> {
        let mut all = self.great();
        all.extend(self.of_fields());
        all.extend(self.of_things());
        all.extend(self.of_people());
        all.extend(self.of_leaving());
        all.extend(self.of_hours());
        all.extend(self.of_stations());
        all.extend(self.of_days());
        all.extend(self.of_outages());
        all
    }

    fn great(&self) -> Vec<(Figure, u32)> {
        let proof = &self.proof;
        let great = [
            (Figure::Visits(Given::All), self.visits),
            (Figure::Persons(Given::All), self.persons),
            (Figure::Assists(Helped::All), self.assists),
            (Figure::CarriedIn, proof.carried_in),
            (Figure::Issued, proof.issued),
            (Figure::Over(Over::Served), proof.served),
            (Figure::Over(Over::Gone), proof.left),
            (Figure::Over(Over::Left(LeaveReason::NoShow)), proof.no_show),
            (Figure::Over(Over::Left(LeaveReason::Mistake)), proof.cancelled),
            (Figure::Open, proof.open),
        ];
        let faults = [
            (Figure::Withdrawn, count(proof.withdrawn.iter())),
            (Figure::Missing, count(proof.missing.iter())),
            (Figure::Surplus, count(proof.surplus.iter())),
        ];
        great.into_iter().chain(faults.into_iter().filter(is_there)).collect()
    }

    fn of_fields(&self) -> Vec<(Figure, u32)> {
        let mut all = Vec::new();
        for row in &self.fields {
            all.extend([
                (Figure::Visits(Given::Field(row.field.clone())), row.visits),
                (Figure::Persons(Given::Field(row.field.clone())), row.persons),
                (Figure::Assists(Helped::Field(row.field.clone())), row.assists),
            ]);
            for one in &row.procedures {
                let part =
                    |part, number| (Figure::Assists(Helped::Procedure(one.code.clone(), part)), number);
                all.extend([
                    part(Part::All, one.assists),
                    part(Part::Done, one.done),
                    part(Part::Unfinished, one.unfinished),
                    part(Part::Online, one.online),
                ]);
            }
        }
        all.retain(is_there);
        all
    }

    fn of_things(&self) -> Vec<(Figure, u32)> {
        let mut all = rows(&self.outcomes, |one| Figure::Assists(Helped::Outcome(one)));
        all.extend(rows(&self.stuck, |one| Figure::Assists(Helped::Stuck(one))));
        all.extend(rows(&self.referred, |one| Figure::Assists(Helped::Referred(one))));
        all.extend(rows(&self.channels, |one| Figure::Assists(Helped::Channel(one))));
        let dossiers = [
            (Helped::Filed, self.filed),
            (Helped::FiledOnline, self.filed_online),
            (Helped::PaidOnline, self.paid_online),
            (Helped::FiledPaidOnline, self.filed_paid_online),
        ];
        all.extend(dossiers.map(|(which, number)| (Figure::Assists(which), number)));
        all.extend(rows(&self.how, |one| Figure::Assists(Helped::How(one))));
        all.extend(rows(&self.indicators, |one| Figure::Assists(Helped::Indicator(one))));
        all.push((Figure::Assists(Helped::LevelTwoTried), self.level_two.tried));
        all.push((Figure::Assists(Helped::LevelTwoDone), self.level_two.done));
        all.retain(is_there);
        all
    }

    fn of_people(&self) -> Vec<(Figure, u32)> {
        let people = &self.people;
        let mut all = rows(&self.priority, |one| Figure::Visits(Given::Priority(one)));
        all.extend(rows(&people.ages, |one| Figure::Visits(Given::Age(Some(one)))));
        all.push((Figure::Visits(Given::Age(None)), people.no_age));
        all.extend(rows(&people.sexes, |one| Figure::Visits(Given::Sex(Some(one)))));
        all.push((Figure::Visits(Given::Sex(None)), people.no_sex));
        all.extend(rows(&people.hamlets, |one| Figure::Visits(Given::Hamlet(Some(one)))));
        all.push((Figure::Visits(Given::Hamlet(None)), people.no_hamlet));
        all.push((Figure::Visits(Given::Phone(Phone::Smart)), people.with_smartphone));
        all.push((Figure::Visits(Given::Phone(Phone::NotSmart)), people.without_smartphone));
        all.retain(is_there);
        all
    }

    fn of_leaving(&self) -> Vec<(Figure, u32)> {
        let mut all = rows(&self.left, |one| Figure::Over(Over::Left(one)));
        // The proof has named these two already.
        let named = [LeaveReason::NoShow, LeaveReason::Mistake];
        all.retain(|(figure, _)| !named.iter().any(|why| *figure == Figure::Over(Over::Left(*why))));
        let from = |(why, from, number): &_| (Figure::Over(Over::LeftFrom(*why, *from)), *number);
        all.extend(self.left_from.iter().map(from));
        all
    }

    fn of_hours(&self) -> Vec<(Figure, u32)> {
        let mut all: Vec<(Figure, u32)> = Vec::new();
        all.extend(self.hours.iter().map(|row| (Figure::Visits(Given::Hour(row.hour)), row.issued)));
        all.extend(self.hours.iter().map(|row| (Figure::Over(Over::ServedInHour(row.hour)), row.served)));
        let of_week = |row: &super::super::HeatRow| {
            (Figure::Visits(Given::WeekdayHour(row.weekday, row.hour)), row.issued)
        };
        all.extend(self.heat.iter().map(of_week));
        all.retain(is_there);
        all
    }

    fn of_stations(&self) -> Vec<(Figure, u32)> {
        let mut all = Vec::new();
        for row in &self.stations {
            all.push((Figure::Over(Over::ServedAt(row.station)), row.served));
            all.push((Figure::Assists(Helped::At(row.station)), row.assists));
        }
        for row in &self.volunteers {
            all.push((Figure::Over(Over::ServedBy(row.volunteer)), row.served));
            all.push((Figure::Assists(Helped::By(row.volunteer)), row.assists));
        }
        all.retain(is_there);
        all
    }

    fn of_outages(&self) -> Vec<(Figure, u32)> {
        let both = |of, visits, persons| {
            [(Figure::Visits(Given::Hit(of)), visits), (Figure::Persons(Given::Hit(of)), persons)]
        };
        let lost = &self.lost;
        let mut all = both(None, lost.visits, lost.persons).to_vec();
        all.extend(lost.systems.iter().flat_map(|row| both(Some(row.system), row.visits, row.persons)));
        all.retain(is_there);
        all
    }

    fn of_days(&self) -> Vec<(Figure, u32)> {
        let mut all = Vec::new();
        for row in &self.course {
            let (from, until) = (row.from, row.until);
            all.extend([
                (Figure::Visits(Given::Days(from, until)), row.visits),
                (Figure::Persons(Given::Days(from, until)), row.persons),
                (Figure::Assists(Helped::On(from, until)), row.assists),
                (Figure::Over(Over::ServedOn(from, until)), row.served),
                (Figure::Over(Over::LeftOn(from, until)), row.left),
            ]);
        }
        all.retain(is_there);
        all
    }
}

fn rows<T: Copy>(rows: &[(T, u32)], figure: impl Fn(T) -> Figure) -> Vec<(Figure, u32)> {
    rows.iter().map(|(value, number)| (figure(*value), *number)).collect()
}

fn is_there(row: &(Figure, u32)) -> bool {
    row.1 > 0
}
