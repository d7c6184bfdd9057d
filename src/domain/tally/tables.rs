//! The tables of a tally: each a list of rows with a key, and a number for each column.

use super::key::{Amount, Behind, Key, Measure, Unit};
use super::{Tally, Times};
use crate::domain::counter::Counter;
use crate::domain::person::Phone;

use Amount::{Count, Seconds};
use Behind::{Again, Nothing, Opens};

/// Declares an enumeration with the ids that forms and files have.
macro_rules! ids {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $id:literal;)+ } $($counted:ident)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
            $(#[doc = "What a counter counted."] $counted(Counter),)?
        }

        impl $name {
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$value => $id,)+
                    $(Self::$counted(counter) => counter.code(),)?
                }
            }
        }
    };
}

ids! {
    /// A column of a table.
    ColumnId {
        Name = "name";
        Field = "field";
        /// The full name of a procedure.
        Full = "full";
        Code = "code";
        Stage = "stage";
        Part = "part";
        Names = "names";
        /// A target in words: «64,28 % trên 80 %».
        Against = "against";
        Day = "day";
        Until = "until";
        Opened = "opened";
        Closed = "closed";
        Visits = "visits";
        Persons = "persons";
        Assists = "assists";
        Done = "done";
        Unfinished = "unfinished";
        Online = "online";
        /// Of the dossiers filed, those online.
        OnlineShare = "online_share";
        Share = "share";
        Served = "served";
        Left = "left";
        /// How many pieces (số lượng), in no total.
        Pieces = "pieces";
        Filed = "filed";
        /// Stands for the columns of all counters.
        Counters = "counters";
        Mon = "mon";
        Tue = "tue";
        Wed = "wed";
        Thu = "thu";
        Fri = "fri";
        Sat = "sat";
        Sun = "sun";
        Week = "week";
        WaitCount = "wait_count";
        WaitMedian = "wait_median";
        /// Wait that nine of ten did not exceed.
        WaitNinety = "wait_ninety";
        WaitLongest = "wait_longest";
        /// Waits that were only estimates.
        WaitLeftOut = "wait_left_out";
        Shifts = "shifts";
        Hours = "hours";
        /// Hours for which stations were staffed.
        Staffed = "staffed";
        /// Hours for which the office was open in the shifts that somebody took.
        Planned = "planned";
        OutOfHours = "out_of_hours";
        Saturday = "saturday";
        Sunday = "sunday";
        Holiday = "holiday";
        People = "people";
        Number = "number";
        Times = "times";
        Minutes = "minutes";
        Count = "count";
        Median = "median";
        /// What nine of ten did not exceed.
        Ninety = "ninety";
        Longest = "longest";
        /// Estimates, which were not reckoned with.
        LeftOut = "left_out";
        /// The number of the span.
        Now = "now";
        /// The number of the span before.
        Before = "before";
        Difference = "difference";
        /// The whole of which something is a part.
        Whole = "whole";
        /// A target in per cent.
        Target = "target";
    } Counted
}

impl ColumnId {
    /// Whether its numbers are hours of somebody's work.
    pub const fn is_hours(self) -> bool {
        matches!(
            self,
            Self::Hours
                | Self::Staffed
                | Self::Planned
                | Self::OutOfHours
                | Self::Saturday
                | Self::Sunday
                | Self::Holiday
        )
    }

    /// What its numbers in a file are measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::WaitMedian
            | Self::WaitNinety
            | Self::WaitLongest
            | Self::Median
            | Self::Ninety
            | Self::Longest => Unit::Seconds,
            hours if hours.is_hours() => Unit::Seconds,
            Self::Minutes => Unit::Minutes,
            _ => Unit::Count,
        }
    }
}

type Spec = (ColumnId, Behind);

const GIVEN: &[Spec] = &[(ColumnId::Visits, Opens(Measure::Given))];
const LEFT: &[Spec] = &[(ColumnId::Visits, Opens(Measure::Left))];
const THINGS: &[Spec] = &[(ColumnId::Assists, Opens(Measure::Things))];

/// Declares the tables: id in forms and files, and the numbers of a row.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $columns:expr;)+) => {
        ids! {
            /// A table of the tally. Those without numbers of their own are made of others by the papers.
            TableId { $($(#[$doc])* $name = $id;)+ }
        }

        impl TableId {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            const fn spec(self) -> &'static [Spec] {
                match self { $(Self::$name => $columns),+ }
            }
        }
    };
}

tables! {
    Fields = "fields", &[(ColumnId::Visits, Opens(Measure::Given)), (ColumnId::Persons, Opens(Measure::Persons)), (ColumnId::Assists, Opens(Measure::Things)), (ColumnId::Done, Again), (ColumnId::Unfinished, Again), (ColumnId::Filed, Again), (ColumnId::Online, Again)];
    /// By procedure, the most frequent first.
    Procedures = "procedures", &[(ColumnId::Assists, Opens(Measure::Things)), (ColumnId::Done, Opens(Measure::Done)), (ColumnId::Unfinished, Opens(Measure::Unfinished)), (ColumnId::Filed, Opens(Measure::Filed)), (ColumnId::Online, Opens(Measure::Online)), (ColumnId::Pieces, Opens(Measure::Pieces))];
    /// What is counted by the piece.
    Pieces = "pieces", &[(ColumnId::Pieces, Opens(Measure::Pieces))];
    Outcomes = "outcomes", THINGS;
    Stuck = "stuck", THINGS;
    Referred = "referred", THINGS;
    Channels = "channels", THINGS;
    Payments = "payments", &[];
    How = "how", THINGS;
    /// Numbers that the teams publish.
    Indicators = "indicators", &[(ColumnId::Number, Opens(Measure::Done))];
    Priority = "priority", GIVEN;
    Ages = "ages", GIVEN;
    Sexes = "sexes", GIVEN;
    Hamlets = "hamlets", GIVEN;
    Phones = "phones", GIVEN;
    Left = "left", LEFT;
    LeftStages = "left_stages", LEFT;
    Hours = "hours", &[(ColumnId::Visits, Opens(Measure::Given)), (ColumnId::Served, Opens(Measure::Served)), (ColumnId::Counters, Nothing), (ColumnId::Hours, Nothing), (ColumnId::Staffed, Nothing)];
    Weekdays = "weekdays", GIVEN;
    Course = "course", &[(ColumnId::Visits, Opens(Measure::Given)), (ColumnId::Persons, Opens(Measure::Persons)), (ColumnId::Assists, Opens(Measure::Things)), (ColumnId::Served, Opens(Measure::Served)), (ColumnId::Left, Opens(Measure::Left)), (ColumnId::Counters, Nothing), (ColumnId::WaitCount, Nothing), (ColumnId::WaitMedian, Nothing), (ColumnId::WaitNinety, Nothing), (ColumnId::WaitLongest, Nothing), (ColumnId::WaitLeftOut, Nothing)];
    Stations = "stations", &[(ColumnId::Served, Opens(Measure::Served)), (ColumnId::Assists, Opens(Measure::Things))];
    Volunteers = "volunteers", &[(ColumnId::Shifts, Nothing), (ColumnId::Hours, Nothing), (ColumnId::Planned, Nothing), (ColumnId::OutOfHours, Nothing), (ColumnId::Saturday, Nothing), (ColumnId::Sunday, Nothing), (ColumnId::Holiday, Nothing), (ColumnId::Served, Opens(Measure::Served)), (ColumnId::Assists, Opens(Measure::Things))];
    /// The shifts. Their hours are those of the people on duty, added up.
    Shifts = "shifts", &[];
    Outages = "outages", &[(ColumnId::Times, Nothing), (ColumnId::Minutes, Nothing), (ColumnId::Visits, Opens(Measure::Given)), (ColumnId::Persons, Opens(Measure::Persons))];
    Times = "times", &[(ColumnId::Count, Nothing), (ColumnId::Median, Nothing), (ColumnId::Ninety, Nothing), (ColumnId::Longest, Nothing), (ColumnId::LeftOut, Nothing)];
    Main = "main", &[];
    /// Main numbers beside those of the span before.
    Compare = "compare", &[];
    Targets = "targets", &[];
    Proof = "proof", &[];
}

impl TableId {
    /// The place of a column among those of numbers.
    pub fn place(self, column: ColumnId) -> Option<usize> {
        self.numbers().position(|(one, _)| one == column)
    }

    /// The columns of numbers, and what stands behind each.
    pub fn numbers(self) -> impl Iterator<Item = Spec> {
        self.spec().iter().flat_map(|&(column, behind)| {
            let counters = if column == ColumnId::Counters { Counter::ALL } else { &[] };
            let own = (column != ColumnId::Counters).then_some((column, behind));
            own.into_iter().chain(counters.iter().map(move |one| (ColumnId::Counted(*one), behind)))
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: Key,
    /// A number for each of [`TableId::numbers`].
    pub amounts: Vec<Amount>,
}

impl Row {
    fn new(key: Key, counts: impl IntoIterator<Item = u32>) -> Self {
        Self { key, amounts: counts.into_iter().map(Count).collect() }
    }

    /// The count at a place among the numbers; 0 where something else is measured.
    pub fn count(&self, at: usize) -> u32 {
        match self.amounts.get(at) {
            Some(Count(number)) => *number,
            _ => 0,
        }
    }
}

/// A row with one number for each value.
fn each<T: Copy>(rows: &[(T, u32)], key: impl Fn(T) -> Key) -> Vec<Row> {
    rows.iter().map(|(value, number)| Row::new(key(*value), [*number])).collect()
}

/// The same, the most frequent first; equal ones keep their order.
fn most_first<T: Copy>(rows: &[(T, u32)], key: impl Fn(T) -> Key) -> Vec<Row> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    each(&rows, key)
}

/// The same with those of whom nothing was noted.
fn noted<T: Copy>(rows: &[(T, u32)], without: u32, key: impl Fn(Option<T>) -> Key) -> Vec<Row> {
    let mut rows = each(rows, |value| key(Some(value)));
    rows.extend((without > 0).then(|| Row::new(key(None), [without])));
    rows
}

fn minutes(minutes: u32) -> Amount {
    Seconds(i64::from(minutes) * 60)
}

fn times(times: Times) -> [Amount; 5] {
    let of = |seconds| Amount::of_times(times, seconds);
    [Count(times.count), of(times.median), of(times.ninety), of(times.longest), Count(times.left_out)]
}

fn counted(counts: crate::domain::counter::Counts) -> impl Iterator<Item = Amount> {
    Counter::ALL.iter().map(move |counter| Count(counts.get(*counter)))
}

impl Tally {
    /// The rows of a table; none of one that the papers make of other numbers.
    pub fn rows(&self, table: TableId) -> Vec<Row> {
        let people = &self.people;
        match table {
            TableId::Fields => self.of_fields(),
            TableId::Procedures => self.of_procedures(),
            TableId::Outcomes => each(&self.outcomes, Key::Outcome),
            TableId::Stuck => most_first(&self.stuck, Key::Stuck),
            TableId::Referred => most_first(&self.referred, Key::Referred),
            TableId::Channels => noted(&self.channels, self.channel_not_noted, Key::Channel),
            TableId::How => noted(&self.how, self.how_not_noted, Key::How),
            TableId::Pieces => each(&self.pieces, Key::Piece),
            TableId::Indicators => each(&self.indicators, Key::Indicator),
            TableId::Priority => each(&self.priority, Key::Priority),
            TableId::Ages => noted(&people.ages, people.no_age, Key::Age),
            TableId::Sexes => noted(&people.sexes, people.no_sex, Key::Sex),
            TableId::Hamlets => noted(&people.hamlets, people.no_hamlet, Key::Hamlet),
            TableId::Phones => {
                let known =
                    [(Phone::NotSmart, people.without_smartphone), (Phone::Smart, people.with_smartphone)];
                let without = self.visits - people.without_smartphone - people.with_smartphone;
                let mut rows = noted(&known, without, Key::Phone);
                rows.retain(|row| row.amounts != [Count(0)]);
                rows
            }
            TableId::Left => each(&self.left, Key::Left),
            TableId::LeftStages => {
                let row = |&(why, from, number): &(_, _, u32)| Row::new(Key::LeftFrom(why, from), [number]);
                self.left_from.iter().map(row).collect()
            }
            TableId::Hours | TableId::Weekdays | TableId::Course => self.of_time(table),
            TableId::Stations => {
                let row =
                    |row: &super::StationRow| Row::new(Key::Station(row.station), [row.served, row.assists]);
                self.stations.iter().map(row).collect()
            }
            TableId::Volunteers => {
                let row = |row: &super::VolunteerRow| Row {
                    key: Key::Volunteer(row.volunteer),
                    amounts: vec![
                        Count(row.shifts),
                        minutes(row.minutes),
                        minutes(row.planned),
                        minutes(row.out_of_hours),
                        minutes(row.saturday),
                        minutes(row.sunday),
                        minutes(row.holiday),
                        Count(row.served),
                        Count(row.assists),
                    ],
                };
                self.volunteers.iter().map(row).collect()
            }
            TableId::Outages => {
                let row = |row: &super::OutageRow| {
                    Row::new(Key::System(Some(row.system)), [row.times, row.minutes, row.visits, row.persons])
                };
                self.lost.systems.iter().map(row).collect()
            }
            TableId::Times => self
                .of_times()
                .into_iter()
                .filter(|(_, times)| times.count + times.left_out > 0)
                .map(|(key, of)| Row { key, amounts: times(of).to_vec() })
                .collect(),
            TableId::Payments
            | TableId::Shifts
            | TableId::Main
            | TableId::Compare
            | TableId::Targets
            | TableId::Proof => Vec::new(),
        }
    }

    fn of_times(&self) -> [(Key, Times); 3] {
        [(Key::Wait, self.waits), (Key::Walkout, self.walkouts), (Key::Service, self.services)]
    }

    fn of_fields(&self) -> Vec<Row> {
        let row = |row: &super::FieldRow| {
            let sum = |of: fn(&super::ProcedureRow) -> u32| row.procedures.iter().map(of).sum::<u32>();
            let (done, unfinished) = (sum(|one| one.done), sum(|one| one.unfinished));
            let (filed, online) = (sum(|one| one.filed), sum(|one| one.online));
            let numbers = [row.visits, row.persons, row.assists, done, unfinished, filed, online];
            Row::new(Key::Field(row.field.clone()), numbers)
        };
        self.fields.iter().map(row).collect()
    }

    fn of_procedures(&self) -> Vec<Row> {
        let mut all: Vec<(&str, &super::ProcedureRow)> = self
            .fields
            .iter()
            .flat_map(|field| field.procedures.iter().map(|row| (field.field.as_str(), row)))
            .collect();
        all.sort_by(|(_, a), (_, b)| b.assists.cmp(&a.assists).then_with(|| a.code.cmp(&b.code)));
        let row = |(field, row): (&str, &super::ProcedureRow)| {
            let key = Key::Procedure { code: row.code.clone(), field: field.to_owned() };
            Row::new(key, [row.assists, row.done, row.unfinished, row.filed, row.online, row.quantity])
        };
        all.into_iter().map(row).collect()
    }

    fn of_time(&self, table: TableId) -> Vec<Row> {
        match table {
            TableId::Hours => {
                let row = |row: &super::HourRow| {
                    let given =
                        [Count(row.visits), Count(row.served)].into_iter().chain(counted(row.counted));
                    Row {
                        key: Key::Hour(row.hour),
                        amounts: given.chain([minutes(row.on_duty), minutes(row.staffed)]).collect(),
                    }
                };
                self.hours.iter().map(row).collect()
            }
            TableId::Weekdays => {
                let row =
                    |row: &super::HeatRow| Row::new(Key::WeekdayHour(row.weekday, row.hour), [row.visits]);
                self.heat.iter().map(row).collect()
            }
            _ => {
                let row = |row: &super::CourseRow| {
                    let given = [row.visits, row.persons, row.assists, row.served, row.left].map(Count);
                    let counted = counted(row.counted).chain(times(row.waits));
                    Row {
                        key: Key::Days(row.from, row.until),
                        amounts: given.into_iter().chain(counted).collect(),
                    }
                };
                self.course.iter().map(row).collect()
            }
        }
    }
}
