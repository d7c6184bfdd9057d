//! The tables that a form may name, with their columns: the vocabulary, made once from the tally and its context.
//!
//! A table's rows are made whole; which columns of it stand on the paper, in which order, how many rows and whether
//! with a sum, is the form's business.

mod main;
mod people;
mod staff;
mod times;
mod work;

use crate::domain::tally::Tally;
use crate::papers::Context;
use crate::papers::sheet::{Align, Cell, Value};
use crate::text::Lang;

use super::figures::{self, FigureId};

/// How a column adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// It names the row; in the row of sums it says so.
    Name,
    /// It does not: words, medians, dates.
    None,
    /// Counts and durations.
    Plain,
    /// Parts of one whole.
    OfWhole,
    /// Each part with a whole of its own.
    Ratio,
}

/// Declares the columns with their ids in a form.
macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $align:ident, $share:literal;)+) => {
        /// A column of a table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ColumnId {
            $($(#[$doc])* $name,)+
        }

        impl ColumnId {
            /// Its id in a form.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// How its cells are aligned.
            pub(super) const fn align(self) -> Align {
                match self { $(Self::$name => Align::$align),+ }
            }

            /// Its usual part of the width.
            pub(super) const fn share(self) -> u16 {
                match self { $(Self::$name => $share),+ }
            }
        }
    };
}

columns! {
    /// What the row is about.
    Name = "name", Left, 8;
    /// The field of a procedure.
    Field = "field", Left, 5;
    /// The full name of a procedure.
    Full = "full", Left, 12;
    /// The code of a procedure.
    Code = "code", Left, 3;
    /// The stage from which somebody left.
    Stage = "stage", Left, 4;
    /// The part of the day of a shift.
    Part = "part", Left, 3;
    /// Names of people.
    Names = "names", Left, 9;
    /// A target in words: «64,28 % trên 80 %».
    Against = "against", Left, 5;
    /// A day.
    Day = "day", Center, 3;
    /// The last day.
    Until = "until", Center, 3;
    /// A time of day.
    Opened = "opened", Center, 2;
    /// A time of day.
    Closed = "closed", Center, 2;
    /// Lượt.
    Visits = "visits", Right, 2;
    /// Người.
    Persons = "persons", Right, 2;
    /// Việc.
    Assists = "assists", Right, 2;
    /// Việc xong.
    Done = "done", Right, 2;
    /// Việc vướng, hẹn lại.
    Unfinished = "unfinished", Right, 3;
    /// Nộp trực tuyến.
    Online = "online", Right, 2;
    /// Its share of what was helped with.
    OnlineShare = "online_share", Right, 3;
    /// Share of the whole.
    Share = "share", Right, 3;
    /// Lượt xong.
    Served = "served", Right, 2;
    /// Lượt rời đi.
    Left = "left", Right, 2;
    /// Số đã cấp.
    Issued = "issued", Right, 2;
    /// Lần hỏi nhanh; left out where there were none.
    QuickQuestions = "quick_questions", Right, 2;
    /// Monday.
    Mon = "mon", Right, 2;
    /// Tuesday.
    Tue = "tue", Right, 2;
    /// Wednesday.
    Wed = "wed", Right, 2;
    /// Thursday.
    Thu = "thu", Right, 2;
    /// Friday.
    Fri = "fri", Right, 2;
    /// Saturday.
    Sat = "sat", Right, 2;
    /// Sunday.
    Sun = "sun", Right, 2;
    /// All weekdays.
    Week = "week", Right, 2;
    /// Median wait.
    WaitMedian = "wait_median", Right, 3;
    /// Wait that nine of ten did not exceed.
    WaitNinety = "wait_ninety", Right, 3;
    /// Ca.
    Shifts = "shifts", Right, 2;
    /// Giờ trực.
    Hours = "hours", Right, 2;
    /// How many people.
    People = "people", Right, 2;
    /// A number.
    Number = "number", Right, 3;
    /// How often.
    Times = "times", Right, 2;
    /// Minutes.
    Minutes = "minutes", Right, 2;
    /// How many durations.
    Count = "count", Right, 2;
    /// Median.
    Median = "median", Right, 3;
    /// What nine of ten did not exceed.
    Ninety = "ninety", Right, 3;
    /// The longest.
    Longest = "longest", Right, 3;
    /// Estimates, which were not reckoned with.
    LeftOut = "left_out", Right, 3;
    /// The number of the span.
    Now = "now", Right, 3;
    /// The number of the span before.
    Before = "before", Right, 3;
    /// What differs.
    Difference = "difference", Right, 3;
    /// The whole of which something is a part.
    Whole = "whole", Right, 2;
    /// A target in per cent.
    Target = "target", Right, 2;
}

/// A column with how it adds up.
type Spec = (ColumnId, Sum);

use ColumnId as C;
use Sum::{Name, None, OfWhole, Plain, Ratio};

const COUNTED: &[Spec] = &[(C::Name, Name), (C::Assists, Plain), (C::Share, OfWhole)];
const CAME: &[Spec] = &[(C::Name, Name), (C::Visits, Plain), (C::Share, OfWhole)];

/// Declares the tables with their ids in a form and their columns.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $columns:expr;)+) => {
        /// A table that a form may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TableId {
            $($(#[$doc])* $name,)+
        }

        impl TableId {
            /// Every table with its id.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($id, Self::$name)),+];

            /// Its id in a form.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// Its columns, in the usual order.
            pub(super) const fn columns(self) -> &'static [Spec] {
                match self { $(Self::$name => $columns),+ }
            }
        }
    };
}

tables! {
    /// By field.
    Fields = "fields", &[(C::Name, Name), (C::Visits, Plain), (C::Persons, Plain), (C::Assists, Plain), (C::Done, Plain), (C::Unfinished, Plain), (C::Online, Plain), (C::OnlineShare, Ratio), (C::Share, OfWhole)];
    /// By procedure, the most frequent first.
    Procedures = "procedures", &[(C::Name, Name), (C::Full, None), (C::Code, None), (C::Field, None), (C::Assists, Plain), (C::Done, Plain), (C::Unfinished, Plain), (C::Online, Plain), (C::OnlineShare, Ratio), (C::Share, OfWhole)];
    /// By outcome.
    Outcomes = "outcomes", COUNTED;
    /// Why things were stuck.
    Stuck = "stuck", COUNTED;
    /// Where people were referred to.
    Referred = "referred", COUNTED;
    /// How dossiers were filed.
    Channels = "channels", COUNTED;
    /// What was paid online.
    Payments = "payments", &[(C::Name, Name), (C::Assists, None), (C::Whole, None), (C::Share, None)];
    /// How help was given.
    How = "how", COUNTED;
    /// Who went first.
    Priority = "priority", CAME;
    /// By age.
    Ages = "ages", CAME;
    /// By sex.
    Sexes = "sexes", CAME;
    /// By hamlet.
    Hamlets = "hamlets", CAME;
    /// With a smartphone and without.
    Phones = "phones", CAME;
    /// Who left unserved, by reason.
    Left = "left", CAME;
    /// The same by reason and stage.
    LeftStages = "left_stages", &[(C::Name, Name), (C::Stage, None), (C::Visits, Plain)];
    /// By hour of the day, with who was on duty.
    Hours = "hours", &[(C::Name, Name), (C::Issued, Plain), (C::Served, Plain), (C::QuickQuestions, Plain), (C::Hours, Plain)];
    /// Numbers given by hour and weekday.
    Weekdays = "weekdays", &[(C::Name, Name), (C::Mon, Plain), (C::Tue, Plain), (C::Wed, Plain), (C::Thu, Plain), (C::Fri, Plain), (C::Sat, Plain), (C::Sun, Plain), (C::Week, Plain)];
    /// Day by day or month by month.
    Course = "course", &[(C::Name, Name), (C::Day, None), (C::Until, None), (C::Visits, Plain), (C::Persons, Plain), (C::Assists, Plain), (C::Served, Plain), (C::Left, Plain), (C::QuickQuestions, Plain), (C::WaitMedian, None), (C::WaitNinety, None)];
    /// By station.
    Stations = "stations", &[(C::Name, Name), (C::Served, Plain), (C::Assists, Plain)];
    /// By volunteer.
    Volunteers = "volunteers", &[(C::Name, Name), (C::Shifts, Plain), (C::Hours, Plain), (C::Served, Plain), (C::Assists, Plain)];
    /// The shifts. Their hours are those of the people on duty, added up.
    Shifts = "shifts", &[(C::Day, Name), (C::Part, None), (C::Opened, None), (C::Closed, None), (C::People, None), (C::Hours, Plain), (C::Names, None)];
    /// What did not work.
    Outages = "outages", &[(C::Name, Name), (C::Times, Plain), (C::Minutes, None), (C::Visits, None), (C::Persons, None)];
    /// Numbers that the teams publish.
    Indicators = "indicators", &[(C::Name, Name), (C::Number, None)];
    /// Waits and services.
    Times = "times", &[(C::Name, Name), (C::Count, None), (C::Median, None), (C::Ninety, None), (C::Longest, None), (C::LeftOut, None)];
    /// Main numbers.
    Main = "main", &[(C::Name, Name), (C::Number, None)];
    /// Main numbers beside those of the span before.
    Compare = "compare", &[(C::Name, Name), (C::Now, None), (C::Before, None), (C::Difference, None)];
    /// The desk's contribution to the targets.
    Targets = "targets", &[(C::Name, Name), (C::Done, None), (C::Whole, None), (C::Share, None), (C::Target, None), (C::Against, None)];
    /// The proof in numbers.
    Proof = "proof", &[(C::Name, Name), (C::Number, None)];
}

/// The rows of a table, each with a cell for each of its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Vec<Cell>>,
    /// The row of sums where it is more than the sums of the rows: outages overlap.
    pub(super) total: Option<Vec<Cell>>,
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(rows: Vec<Vec<Cell>>) -> Self {
        Self { rows, total: Option::None }
    }
}

/// What a table is made from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) tally: &'a Tally,
    pub(super) ctx: &'a Context<'a>,
    pub(super) lang: Lang,
}

impl Ground<'_> {
    pub(super) fn counted(self, number: impl Into<u64>) -> Cell {
        crate::papers::cells::counted(number, self.lang)
    }

    pub(super) fn share(self, part: u32, whole: u32) -> Cell {
        figures::cell(figures::share(part, whole), self.lang)
    }

    /// Hours with one decimal of some minutes.
    pub(super) fn hours(self, minutes: u32) -> Cell {
        hours(i64::from(minutes) * 60, self.lang)
    }

    /// A name as a row begins with it.
    pub(super) fn named(self, name: &str) -> Cell {
        self.lang.sentence(name).into()
    }
}

/// Hours on duty as a cell: «26,5».
fn hours(seconds: i64, lang: Lang) -> Cell {
    Cell::new(lang.decimal_hours(seconds), Value::Seconds(seconds))
}

/// The rows of a table; `figures` are those of a table of main numbers.
pub(super) fn rows(table: TableId, figures: &[FigureId], ground: Ground) -> Rows {
    match table {
        TableId::Fields => work::fields(ground).into(),
        TableId::Procedures => work::procedures(ground).into(),
        TableId::Outcomes => work::outcomes(ground).into(),
        TableId::Stuck => work::stuck(ground).into(),
        TableId::Referred => work::referred(ground).into(),
        TableId::Channels => work::channels(ground).into(),
        TableId::Payments => work::payments(ground).into(),
        TableId::How => work::how(ground).into(),
        TableId::Priority => people::priority(ground).into(),
        TableId::Ages => people::ages(ground).into(),
        TableId::Sexes => people::sexes(ground).into(),
        TableId::Hamlets => people::hamlets(ground).into(),
        TableId::Phones => people::phones(ground).into(),
        TableId::Left => people::left(ground).into(),
        TableId::LeftStages => people::left_stages(ground).into(),
        TableId::Hours => times::hours(ground).into(),
        TableId::Weekdays => times::weekdays(ground).into(),
        TableId::Course => times::course(ground).into(),
        TableId::Times => times::times(ground).into(),
        TableId::Stations => staff::stations(ground).into(),
        TableId::Volunteers => staff::volunteers(ground).into(),
        TableId::Shifts => staff::shifts(ground).into(),
        TableId::Outages => staff::outages(ground),
        TableId::Indicators => main::indicators(ground).into(),
        TableId::Main => main::main(figures, ground).into(),
        TableId::Compare => main::compare(figures, ground).into(),
        TableId::Targets => main::targets(ground).into(),
        TableId::Proof => main::proof(ground).into(),
    }
}

/// Rows added up column by column, under a name.
pub(super) fn added(rows: &[Vec<Cell>], table: TableId, name: &str, lang: Lang) -> Vec<Cell> {
    let sum = |(at, (column, sum)): (usize, &Spec)| {
        let values = || rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.value);
        match sum {
            Name => name.into(),
            None => Cell::default(),
            Plain if *column == C::Hours => hours(values().map(seconds).sum(), lang),
            Plain => crate::papers::cells::counted(values().map(count).sum::<u64>(), lang),
            OfWhole => {
                let part = values().map(|value| parts(value).0).sum();
                let whole = values().map(|value| parts(value).1).max().unwrap_or(0);
                figures::cell(Value::Share { part, whole }, lang)
            }
            Ratio => {
                let (part, whole) =
                    values().map(parts).fold((0, 0), |sum, (part, whole)| (sum.0 + part, sum.1 + whole));
                figures::cell(Value::Share { part, whole }, lang)
            }
        }
    };
    table.columns().iter().enumerate().map(sum).collect()
}

/// How many a value is; nought of one that is no count.
pub(super) fn count(value: Value) -> u64 {
    match value {
        Value::Count(number) => number,
        _ => 0,
    }
}

fn seconds(value: Value) -> i64 {
    match value {
        Value::Seconds(seconds) => seconds,
        _ => 0,
    }
}

fn parts(value: Value) -> (u64, u64) {
    match value {
        Value::Share { part, whole } => (part, whole),
        _ => (0, 0),
    }
}
