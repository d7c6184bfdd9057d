//! When a result is due: working days, the 15:00 cut-off for results of the same day, holidays.
//!
//! Told too early a deadline costs somebody a way; where the calendar is in doubt the later day stands, with a mark.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::procedure::{Procedure, toml_day};
use super::time::{Day, Stamp};
use crate::lang::Both;

/// The minute of the day from which a result of the same day is one of the next (docs/domain.md, "Procedures and skills"): 15:00.
const CUT_OFF: (u32, u32) = (15, 0);

/// The same on a Saturday, where the office works in the morning: when the morning ends (unverified).
const SATURDAY_CUT_OFF: (u32, u32) = (11, 30);

/// A walk along the calendar ends after this many days, whatever the office has typed as its days off.
const LONGEST_WALK: u32 = 1_000;

/// Days on which the offices of the whole country are closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    #[serde(with = "toml_day")]
    pub from: Day,
    #[serde(with = "toml_day")]
    pub until: Day,
    pub name: Both<String>,
    /// Whether the days are official; the others must be checked at the office.
    pub announced: bool,
}

/// A weekend day on which offices work in place of another one (làm bù).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeUp {
    #[serde(with = "toml_day")]
    pub day: Day,
}

/// The holidays of the years that are known, and the days on which offices work in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// The years whose holidays are known. A day of any other year is in doubt.
    pub years: Vec<i32>,
    /// The holidays, in their order.
    #[serde(rename = "holiday", default)]
    pub all: Vec<Holiday>,
    #[serde(default)]
    pub make_up: Vec<MakeUp>,
}

/// The most holidays a table may have, and the most days of one.
const MOST_HOLIDAYS: usize = 200;
const LONGEST_HOLIDAY: u64 = 31;

/// Why a table of holidays cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidaysFlaw {
    /// It cannot be read at that line, in the words of the reader.
    Syntax(usize, String),
    /// It says for no year, or for one of another century, that its holidays are known.
    Years,
    /// A holiday ends before it begins, is longer than a month or has no name.
    Holiday(Day),
    /// A day is of none of its years.
    AnotherYear(Day),
    /// A day is a holiday twice, or a holiday and made up for.
    Twice(Day),
    /// A day that is made up for is no Saturday or Sunday.
    NoWeekend(Day),
    TooMany,
}

impl Holidays {
    /// The holidays that came with the program. A test holds that the file has no flaw.
    pub fn built_in() -> &'static Self {
        static ALL: LazyLock<Holidays> =
            LazyLock::new(|| toml::from_str(include_str!("../../assets/holidays.toml")).unwrap_or_default());
        &ALL
    }

    /// Reads a table as a person has written it.
    ///
    /// # Errors
    /// [`HolidaysFlaw`]: the first thing that is wrong.
    pub fn read(text: &str) -> Result<Self, HolidaysFlaw> {
        let mut read: Self = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.get(..start).map_or(1, |before| before.matches('\n').count() + 1);
            HolidaysFlaw::Syntax(line, error.message().to_owned())
        })?;
        read.all.sort_by_key(|holiday| holiday.from);
        read.flaw().map_or(Ok(read), Err)
    }

    fn flaw(&self) -> Option<HolidaysFlaw> {
        if self.years.is_empty() || !self.years.iter().all(|year| (2000..2100).contains(year)) {
            return Some(HolidaysFlaw::Years);
        }
        if self.all.len() + self.make_up.len() > MOST_HOLIDAYS {
            return Some(HolidaysFlaw::TooMany);
        }
        let is_wrong = |one: &&Holiday| {
            one.until < one.from || one.until > one.from.plus_days(LONGEST_HOLIDAY) || one.name.vi.is_empty()
        };
        if let Some(wrong) = self.all.iter().find(is_wrong) {
            return Some(HolidaysFlaw::Holiday(wrong.from));
        }
        let days = self.all.iter().flat_map(|one| [one.from, one.until]);
        let mut days = days.chain(self.make_up.iter().map(|one| one.day));
        if let Some(day) = days.find(|day| !self.years.contains(&day.parts().2)) {
            return Some(HolidaysFlaw::AnotherYear(day));
        }
        if let Some(pair) = self.all.windows(2).find(|pair| pair[1].from <= pair[0].until) {
            return Some(HolidaysFlaw::Twice(pair[1].from));
        }
        self.make_up.iter().find_map(|MakeUp { day }| match day.weekday() {
            5.. if self.on(*day).is_some() => Some(HolidaysFlaw::Twice(*day)),
            5.. => None,
            _ => Some(HolidaysFlaw::NoWeekend(*day)),
        })
    }

    /// Whether it says nothing of any year.
    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    /// These, with those of another table for the years that it knows.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        let is_kept = |day: Day| !other.years.contains(&day.parts().2);
        self.years.retain(|year| !other.years.contains(year));
        self.years.extend(&other.years);
        self.years.sort_unstable();
        self.all.retain(|one| is_kept(one.from));
        self.all.extend(other.all.iter().cloned());
        self.all.sort_by_key(|one| one.from);
        self.make_up.retain(|one| is_kept(one.day));
        self.make_up.extend(other.make_up.iter().cloned());
        self.make_up.sort_by_key(|one| one.day);
        self
    }

    fn makes_up(&self, day: Day) -> bool {
        self.make_up.iter().any(|one| one.day == day)
    }

    /// Whether all holidays of a year are official.
    fn is_settled(&self, year: i32) -> bool {
        let mut of_year = self.all.iter().filter(|one| one.from.parts().2 == year);
        self.years.contains(&year) && of_year.all(|one| one.announced)
    }

    pub fn on(&self, day: Day) -> Option<&Holiday> {
        self.all.iter().find(|holiday| holiday.from <= day && day <= holiday.until)
    }

    /// Whether it is not sure that the office works on a day, or that it does not.
    fn is_doubtful(&self, day: Day) -> bool {
        !self.years.contains(&day.parts().2) || self.on(day).is_some_and(|holiday| !holiday.announced)
    }
}

/// On which days this office works, beside Monday to Friday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeDays {
    /// Whether it works on Saturday mornings.
    pub saturday_morning: bool,
    /// Days off of its own, in their order.
    pub days_off: Vec<Day>,
    /// The holidays that somebody has brought in, which count in place of those of the program for their years.
    #[serde(skip_serializing_if = "Holidays::is_empty")]
    pub holidays: Holidays,
}

/// The most days off an office may name.
pub const MOST_DAYS_OFF: usize = 100;

/// A day that was found by walking along the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub day: Day,
    /// Whether the way there passes a day of which it is not sure that the office works: check locally.
    pub is_doubtful: bool,
}

/// The calendar of an office.
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a> {
    office: &'a OfficeDays,
}

impl<'a> WorkingDays<'a> {
    /// The calendar of an office with the holidays that came with the program.
    pub fn of(office: &'a OfficeDays) -> Self {
        Self { office }
    }

    /// The holidays that count on a day: those that were brought in, else those that came with the program.
    fn holidays(self, day: Day) -> &'a Holidays {
        let own = &self.office.holidays;
        if own.years.contains(&day.parts().2) { own } else { Holidays::built_in() }
    }

    /// The year of which the official holidays are not here, although days of it are given already: this one, and from
    /// December on the next.
    pub fn year_without_holidays(&self, today: Day) -> Option<i32> {
        let (_, month, year) = today.parts();
        let next = (month == 12).then_some(year + 1);
        let is_here = |year: i32| {
            let own = &self.office.holidays;
            if own.years.contains(&year) {
                own.is_settled(year)
            } else {
                Holidays::built_in().is_settled(year)
            }
        };
        // Of a year that has begun what is not settled is marked day by day.
        let is_known = |year: &i32| {
            self.office.holidays.years.contains(year) || Holidays::built_in().years.contains(year)
        };
        Some(year).filter(|year| !is_known(year)).or(next.filter(|year| !is_here(*year)))
    }

    /// Whether a whole working day: what time limits count.
    pub fn is_whole(&self, day: Day) -> bool {
        (day.weekday() < 5 || self.holidays(day).makes_up(day)) && !self.is_off(day)
    }

    /// Whether somebody can come on that day: also on a Saturday morning, where the office works then.
    pub fn is_open(&self, day: Day) -> bool {
        self.is_whole(day) || (day.weekday() == 5 && self.office.saturday_morning && !self.is_off(day))
    }

    /// Whether it is a holiday or a day off of this office.
    pub fn is_off(self, day: Day) -> bool {
        self.holidays(day).on(day).is_some() || self.office.days_off.contains(&day)
    }

    /// The next day after `day` on which somebody can come.
    pub fn next_open(&self, day: Day) -> Due {
        self.walk(day, |day| self.is_open(day))
    }

    /// Whether somebody may be told to come on that day: it is open, or it is a holiday of which that is not sure.
    pub fn may_come(&self, day: Day) -> bool {
        let is_unsure = self.holidays(day).on(day).is_some_and(|holiday| !holiday.announced);
        self.is_open(day) || (is_unsure && day.weekday() < 5 && !self.office.days_off.contains(&day))
    }

    /// The next day after `day` on which somebody may be told to come.
    pub fn next_to_come(&self, day: Day) -> Day {
        self.walk(day, |day| self.may_come(day)).day
    }

    /// The last day before `day` on which somebody may be told to come; none before `first`.
    pub fn previous_to_come(&self, day: Day, first: Day) -> Option<Day> {
        let back = std::iter::successors(Some(day.minus_days(1)), |day| Some(day.minus_days(1)));
        back.take_while(|day| *day >= first).find(|day| self.may_come(*day))
    }

    /// Whether it is not sure that the office works on a day.
    pub fn is_doubtful(&self, day: Day) -> bool {
        self.holidays(day).is_doubtful(day) && !self.office.days_off.contains(&day)
    }

    /// When the result of a dossier filed now is due; `None` where the catalogue knows no limit in days.
    ///
    /// A result of the same day needs filing on a working day before 15:00; otherwise it is one of the next working
    /// day. A limit in working days begins on the day after the dossier came in, or after the next day on which the
    /// office works when it came in on a day off; Saturday mornings do not count.
    pub fn due(&self, entry: &Procedure, now: Stamp) -> Option<Due> {
        let today = now.day();
        let limit = if entry.same_day { 0 } else { entry.working_days? };
        if limit == 0 {
            let cut_off = if self.is_whole(today) { CUT_OFF } else { SATURDAY_CUT_OFF };
            return Some(if self.is_open(today) && now < today.at(cut_off.0, cut_off.1) {
                Due { day: today, is_doubtful: self.is_doubtful(today) }
            } else {
                self.walk(today, |day| self.is_whole(day))
            });
        }
        let mut due =
            if self.is_open(today) { Due { day: today, is_doubtful: false } } else { self.next_open(today) };
        for _ in 0..limit {
            let next = self.walk(due.day, |day| self.is_whole(day));
            due = Due { day: next.day, is_doubtful: due.is_doubtful || next.is_doubtful };
        }
        Some(due)
    }

    /// The next day of that kind after `day`, and whether a doubtful day lies on the way.
    fn walk(self, day: Day, is_wanted: impl Fn(Day) -> bool) -> Due {
        let mut due = Due { day: day.plus_days(1), is_doubtful: self.is_doubtful(day.plus_days(1)) };
        for _ in 0..LONGEST_WALK {
            if is_wanted(due.day) {
                break;
            }
            let next = due.day.plus_days(1);
            due = Due { day: next, is_doubtful: due.is_doubtful || self.is_doubtful(next) };
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Catalogue;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// An entry with a limit: of the same day, or in working days.
    fn entry(limit: u16) -> Procedure {
        static PLAIN: LazyLock<Procedure> = LazyLock::new(|| Catalogue::built_in().unwrap().all()[0].clone());
        let mut entry = PLAIN.clone();
        entry.same_day = limit == 0;
        entry.working_days = (limit > 0).then_some(limit);
        entry
    }

    fn due(office: &OfficeDays, limit: u16, at: &str) -> String {
        let (date, clock) = at.split_once(' ').unwrap();
        let (hour, minute) = clock.split_once(':').unwrap();
        let now = day(date).at(hour.parse().unwrap(), minute.parse().unwrap());
        let due = WorkingDays::of(office).due(&entry(limit), now).unwrap();
        format!("{}{}", due.day, if due.is_doubtful { " ?" } else { "" })
    }

    #[test]
    fn a_result_is_due_on_the_working_day_that_the_rule_names() {
        let office = OfficeDays::default();
        for (limit, filed, expected) in [
            // The same day: before 15:00 on a working day, else the next one.
            (0, "2026-11-18 07:30", "2026-11-18"),
            (0, "2026-11-18 14:59", "2026-11-18"),
            (0, "2026-11-18 15:00", "2026-11-19"),
            (0, "2026-11-18 15:01", "2026-11-19"),
            (0, "2026-11-20 15:00", "2026-11-23"),
            (0, "2026-11-21 08:00", "2026-11-23"),
            (0, "2026-11-22 08:00", "2026-11-23"),
            // Working days: the day of filing does not count, nor does the weekend.
            (1, "2026-11-18 08:00", "2026-11-19"),
            (1, "2026-11-18 16:30", "2026-11-19"),
            (1, "2026-11-20 08:00", "2026-11-23"),
            (5, "2026-11-09 08:00", "2026-11-16"),
            // Filed on a Sunday it comes in on Monday.
            (1, "2026-11-15 08:00", "2026-11-17"),
            (3, "2026-11-14 08:00", "2026-11-19"),
            // A day off that is not official for sure is passed over and marked.
            (1, "2026-11-23 08:00", "2026-11-25 ?"),
            (0, "2026-11-23 15:00", "2026-11-25 ?"),
            (0, "2026-11-24 08:00", "2026-11-25"),
            // 31/12, the New Year and the weekend after it.
            (0, "2026-12-31 14:59", "2026-12-31"),
            (0, "2026-12-31 15:00", "2027-01-04"),
            (1, "2026-12-31 08:00", "2027-01-04"),
            (3, "2026-12-30 08:00", "2027-01-05"),
            // Tết of 2027: the first day of the year is 06/02.
            (0, "2027-02-03 14:59", "2027-02-03"),
            (0, "2027-02-03 15:00", "2027-02-12 ?"),
            (1, "2027-02-03 09:00", "2027-02-12 ?"),
            (5, "2027-02-02 09:00", "2027-02-17 ?"),
            (1, "2027-02-06 09:00", "2027-02-15 ?"),
            // The tenth of the third lunar month; the end of April and the first of May.
            (1, "2027-04-15 08:00", "2027-04-19"),
            (1, "2027-04-29 08:00", "2027-05-04 ?"),
            // Beyond the years that are known every day is in doubt.
            (1, "2027-12-31 08:00", "2028-01-03 ?"),
        ] {
            assert_eq!(due(&office, limit, filed), expected, "{limit} {filed}");
        }
    }

    #[test]
    fn the_office_may_work_on_saturday_mornings_and_have_days_off() {
        let days_off = vec![day("2026-11-19")];
        let office = OfficeDays { saturday_morning: true, days_off, ..OfficeDays::default() };
        for (limit, filed, expected) in [
            (0, "2026-11-14 11:29", "2026-11-14"),
            (0, "2026-11-14 11:30", "2026-11-16"),
            // A Saturday morning is no whole day of a limit, but a dossier comes in on it.
            (1, "2026-11-13 08:00", "2026-11-16"),
            (1, "2026-11-14 08:00", "2026-11-16"),
            (1, "2026-11-18 08:00", "2026-11-20"),
            (0, "2026-11-18 15:30", "2026-11-20"),
            (0, "2026-11-19 09:00", "2026-11-20"),
        ] {
            assert_eq!(due(&office, limit, filed), expected, "{limit} {filed}");
        }
        let days = WorkingDays::of(&office);
        assert_eq!(days.next_open(day("2026-11-20")).day, day("2026-11-21"));
        assert_eq!(days.next_open(day("2026-11-21")).day, day("2026-11-23"));
        assert_eq!(days.previous_to_come(day("2026-11-23"), day("2026-11-21")), Some(day("2026-11-21")));
        assert_eq!(days.previous_to_come(day("2026-11-23"), day("2026-11-22")), None);
        // A holiday that is not sure can be named, with its mark; one that is sure cannot.
        assert_eq!(
            (days.next_open(day("2026-11-23")).day, days.next_to_come(day("2026-11-23"))),
            (day("2026-11-25"), day("2026-11-24"))
        );
        assert_eq!(days.next_to_come(day("2026-12-31")), day("2027-01-02"));
    }

    #[test]
    fn a_day_that_the_office_itself_named_is_in_no_doubt() {
        let office = OfficeDays { days_off: vec![day("2026-11-24")], ..OfficeDays::default() };
        assert_eq!(due(&office, 1, "2026-11-23 08:00"), "2026-11-25");
    }

    #[test]
    fn a_table_that_was_brought_in_counts_for_its_years() {
        let text = r#"
            years = [2027]
            [[holiday]]
            from = 2027-01-01
            until = 2027-01-01
            name = { vi = "Tết Dương lịch", en = "New Year" }
            announced = true
            [[make_up]]
            day = 2027-01-09
        "#;
        let office = OfficeDays { holidays: Holidays::read(text).unwrap(), ..OfficeDays::default() };
        for (limit, filed, expected) in [
            // A Saturday on which offices work is a whole day.
            (1, "2027-01-08 08:00", "2027-01-09"),
            (2, "2027-01-08 08:00", "2027-01-11"),
            (0, "2027-01-09 14:00", "2027-01-09"),
            (0, "2027-01-09 15:00", "2027-01-11"),
            // What the program's own table says of that year counts no more, of another year it does.
            (1, "2027-02-03 09:00", "2027-02-04"),
            (1, "2026-11-23 08:00", "2026-11-25 ?"),
        ] {
            assert_eq!(due(&office, limit, filed), expected, "{limit} {filed}");
        }
        let all = Holidays::built_in().clone().and(&office.holidays);
        assert_eq!((all.years.as_slice(), all.make_up.len()), ([2026, 2027].as_slice(), 1));
        assert!(all.on(day("2027-02-05")).is_none() && all.on(day("2026-09-02")).is_some());
        assert_eq!(Holidays::read(&toml::to_string(&all).unwrap()).unwrap(), all);
        let kept: OfficeDays = serde_json::from_str(&serde_json::to_string(&office).unwrap()).unwrap();
        assert_eq!(kept, office);
    }

    #[test]
    fn a_year_without_official_holidays_is_told_from_december_on() {
        let plain = OfficeDays::default();
        let settled = Holidays { years: vec![2027], ..Holidays::default() };
        let office = OfficeDays { holidays: settled, ..OfficeDays::default() };
        for (today, missing, with) in [
            ("2026-11-30", None, None),
            ("2026-12-01", Some(2027), None),
            ("2027-03-01", None, None),
            ("2027-12-01", Some(2028), Some(2028)),
            ("2028-06-01", Some(2028), Some(2028)),
        ] {
            let told = |office| WorkingDays::of(office).year_without_holidays(day(today));
            assert_eq!((told(&plain), told(&office)), (missing, with), "{today}");
        }
    }

    #[test]
    fn a_table_that_cannot_be_meant_is_refused() {
        let row = |from: &str, until: &str| {
            format!(
                "[[holiday]]\nfrom = {from}\nuntil = {until}\nname = {{ vi = \"a\", en = \"a\" }}\nannounced = true\n"
            )
        };
        let make_up = |day: &str| format!("[[make_up]]\nday = {day}\n");
        let with = |rest: &[String]| format!("years = [2027]\n{}", rest.concat());
        let (one, two) = (row("2027-01-01", "2027-01-03"), row("2027-01-02", "2027-01-02"));
        for (text, flaw) in [
            ("years = []".to_owned(), HolidaysFlaw::Years),
            ("years = [27]".to_owned(), HolidaysFlaw::Years),
            (with(&[row("2027-01-03", "2027-01-01")]), HolidaysFlaw::Holiday(day("2027-01-03"))),
            (with(&[row("2027-12-30", "2028-01-01")]), HolidaysFlaw::AnotherYear(day("2028-01-01"))),
            (with(&[two, one.clone()]), HolidaysFlaw::Twice(day("2027-01-02"))),
            (with(&[one, make_up("2027-01-02")]), HolidaysFlaw::Twice(day("2027-01-02"))),
            (with(&[make_up("2027-01-04")]), HolidaysFlaw::NoWeekend(day("2027-01-04"))),
        ] {
            assert_eq!(Holidays::read(&text), Err(flaw), "{text}");
        }
        let wrong = Holidays::read("years = [2027]\n[[holiday]]\nfrom = yesterday\n").unwrap_err();
        assert!(matches!(wrong, HolidaysFlaw::Syntax(3, _)), "{wrong:?}");
    }

    #[test]
    fn without_a_limit_in_days_nothing_is_promised() {
        let office = OfficeDays::default();
        let unknown = Procedure { same_day: false, working_days: None, ..entry(1) };
        assert_eq!(WorkingDays::of(&office).due(&unknown, day("2026-11-18").at(8, 0)), None);
    }

    #[test]
    fn an_office_that_is_always_closed_ends_the_walk() {
        let from = day("2027-01-01");
        let days_off = (0..3_000).map(|after| from.plus_days(after)).collect();
        let office = OfficeDays { days_off, ..OfficeDays::default() };
        assert!(WorkingDays::of(&office).next_open(from).day > from);
    }

    #[test]
    fn the_holidays_that_came_with_the_program_stand_in_their_order_and_years() {
        let text = include_str!("../../assets/holidays.toml");
        let holidays: Holidays = toml::from_str(text).unwrap();
        assert_eq!(&holidays, Holidays::built_in());
        assert!(holidays.years.contains(&2026) && holidays.years.contains(&2027));
        assert!(holidays.all.iter().all(|one| one.from <= one.until && !one.name.en.is_empty()));
        assert!(holidays.all.windows(2).all(|pair| pair[0].until < pair[1].from));
        assert!(holidays.all.iter().all(|one| holidays.years.contains(&one.from.parts().2)));
        // The days that the Labour Code names, of both years.
        for fixed in ["01-01", "04-30", "05-01", "09-02"] {
            for year in [2026, 2027] {
                assert!(holidays.on(day(&format!("{year}-{fixed}"))).is_some(), "{year}-{fixed}");
            }
        }
        assert!(holidays.on(day("2026-02-17")).is_some() && holidays.on(day("2027-02-06")).is_some());
    }
}
