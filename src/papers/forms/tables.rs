//! The tables that a form may name, as cells: the rows of the tally with their words, and the tables that papers make of
//! figures.
//!
//! A table's rows are made whole; which columns of it stand on the paper, in which order, how many rows and whether
//! with a sum, is the form's business.

use crate::domain::full_name::sort_by_name;
use crate::domain::tally::{ColumnId, FigureId, Key, Row, Share, TableId, Tally, hundredths};
use crate::domain::{Report, Shift};
use crate::lang::Lang;
use crate::papers::cells;
use crate::papers::sheet::{Align, Cell, Value};

use ColumnId as C;
use Sum::{Name, None, OfWhole, Plain, Ratio};

/// How a column adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// It names the row; in the row of sums it says so.
    Name,
    /// It does not: words, medians, dates.
    None,
    Plain,
    /// Parts of one whole.
    OfWhole,
    /// Each part with a whole of its own.
    Ratio,
}

/// A column with how it adds up.
pub(super) type Spec = (ColumnId, Sum);

/// What the tables of main numbers show unless the form says otherwise; the counters follow.
const MAIN: &[FigureId] = &[
    FigureId::Visits,
    FigureId::Persons,
    FigureId::Assists,
    FigureId::Served,
    FigureId::Filed,
    FigureId::FiledOnline,
    FigureId::FiledWhole,
    FigureId::ChannelNotNoted,
    FigureId::PaidOnline,
    FigureId::LevelTwoDone,
    FigureId::NoShow,
    FigureId::WalkedOut,
    FigureId::WaitMedian,
    FigureId::DutyHours,
];

/// The figures of a table of main numbers, unless the form says otherwise.
pub(super) fn usual_figures() -> Vec<FigureId> {
    let counters = FigureId::all().filter(|id| id.is_of_a_counter());
    let (head, rest) = MAIN.split_at(3);
    head.iter().copied().chain(counters).chain(rest.iter().copied()).collect()
}

/// The columns of a table, in the usual order.
pub(super) fn columns(table: TableId) -> Vec<Spec> {
    let (before, after): (&[Spec], &[Spec]) = match table {
        TableId::Payments => {
            (&[(C::Name, Name), (C::Assists, None), (C::Whole, None), (C::Share, None)], &[])
        }
        TableId::Main | TableId::Proof => (&[(C::Name, Name), (C::Number, None)], &[]),
        TableId::Compare => {
            (&[(C::Name, Name), (C::Now, None), (C::Before, None), (C::Difference, None)], &[])
        }
        TableId::Targets => (
            &[
                (C::Name, Name),
                (C::Done, None),
                (C::Whole, None),
                (C::Share, None),
                (C::Target, None),
                (C::Against, None),
            ],
            &[],
        ),
        TableId::Shifts => (
            &[
                (C::Day, Name),
                (C::Part, None),
                (C::Opened, None),
                (C::Closed, None),
                (C::People, None),
                (C::Hours, Plain),
                (C::Names, None),
            ],
            &[],
        ),
        TableId::Weekdays => (&[(C::Name, Name)], WEEK),
        TableId::Fields => (&[(C::Name, Name)], &[(C::OnlineShare, Ratio), (C::Share, OfWhole)]),
        TableId::Procedures => (
            &[(C::Name, Name), (C::Full, None), (C::Code, None), (C::Field, None)],
            &[(C::OnlineShare, Ratio), (C::Share, OfWhole)],
        ),
        TableId::LeftStages => (&[(C::Name, Name), (C::Stage, None)], &[]),
        TableId::Course => (&[(C::Name, Name), (C::Day, None), (C::Until, None)], &[]),
        TableId::Hours
        | TableId::Pieces
        | TableId::Stations
        | TableId::Volunteers
        | TableId::Outages
        | TableId::Indicators
        | TableId::Times => (&[(C::Name, Name)], &[]),
        _ => (&[(C::Name, Name)], &[(C::Share, OfWhole)]),
    };
    let numbers = table.numbers().map(|(column, _)| (column, sum(table, column)));
    let numbers = numbers.filter(|(column, _)| table != TableId::Weekdays && !is_for_files(*column));
    before.iter().copied().chain(numbers).chain(after.iter().copied()).collect()
}

const WEEK: &[Spec] = &[
    (C::Mon, Plain),
    (C::Tue, Plain),
    (C::Wed, Plain),
    (C::Thu, Plain),
    (C::Fri, Plain),
    (C::Sat, Plain),
    (C::Sun, Plain),
    (C::Week, Plain),
];

/// What files say and no paper has room for.
const fn is_for_files(column: ColumnId) -> bool {
    matches!(column, C::WaitCount | C::WaitLongest | C::WaitLeftOut)
}

const fn sum(table: TableId, column: ColumnId) -> Sum {
    match (table, column) {
        // Copies and leaflets are not added up; outages overlap.
        (TableId::Times | TableId::Indicators | TableId::Pieces, _)
        | (_, C::Pieces | C::WaitMedian | C::WaitNinety)
        | (TableId::Outages, C::Minutes | C::Visits | C::Persons) => None,
        _ => Plain,
    }
}

/// How the cells of a column are aligned.
pub(super) const fn align(column: ColumnId) -> Align {
    match column {
        C::Name | C::Field | C::Full | C::Code | C::Stage | C::Part | C::Names | C::Against => Align::Left,
        C::Day | C::Until | C::Opened | C::Closed => Align::Center,
        _ => Align::Right,
    }
}

/// The usual part of a column in the width.
pub(super) const fn share(column: ColumnId) -> u16 {
    match column {
        C::Full => 12,
        C::Names => 9,
        C::Name => 8,
        C::Field | C::Against => 5,
        C::Stage => 4,
        C::Code
        | C::Part
        | C::Day
        | C::Until
        | C::Unfinished
        | C::OnlineShare
        | C::Share
        | C::WaitMedian
        | C::WaitNinety
        | C::Number
        | C::Median
        | C::Ninety
        | C::Longest
        | C::LeftOut
        | C::Now
        | C::Before
        | C::Difference => 3,
        _ => 2,
    }
}

/// The rows of a table, each with a cell for each of its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Vec<Cell>>,
    /// The row of sums where it is more than the sums of the rows: outages overlap.
    pub(super) total: Option<Vec<Cell>>,
}

/// What a form and its tables are filled from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) ctx: &'a Report,
    pub(super) lang: Lang,
    /// What a share is told in: [`WHOLE`] or [`FINE`].
    pub(super) units: u64,
}

/// Whole per cent: on screens and on the papers of the desk.
pub(super) const WHOLE: u64 = 100;

/// Two decimals: on reports that are issued.
pub(super) const FINE: u64 = 10_000;

impl Ground<'_> {
    fn counted(self, number: impl Into<u64>) -> Cell {
        cells::counted(number, self.lang)
    }

    fn share(self, part: u32, whole: u32) -> Cell {
        self.told(Value::Share { part: part.into(), whole: whole.into() })
    }

    /// A number in words.
    pub(super) fn told(self, value: Value) -> Cell {
        match value {
            Value::Share { part, whole } if self.units == WHOLE => {
                Cell::new(self.lang.percent(part, whole), value)
            }
            value => cells::cell(value, self.lang),
        }
    }

    pub(super) fn figure(self, id: FigureId, tally: &Tally) -> Cell {
        self.told(cells::value(id.of(tally)))
    }

    /// A name as a row begins with it.
    fn named(self, name: &str) -> Cell {
        self.lang.sentence(name).into()
    }
}

/// The rows of a table; `figures` are those of a table of main numbers.
pub(super) fn rows(table: TableId, figures: &[FigureId], ground: Ground) -> Rows {
    let rows = match table {
        TableId::Payments => payments(ground),
        TableId::Main => main(figures, ground),
        TableId::Compare => compare(figures, ground),
        TableId::Targets => targets(ground),
        TableId::Proof => proof(ground),
        TableId::Shifts => shifts(ground),
        TableId::Weekdays => weekdays(ground),
        _ => counted(table, ground),
    };
    let total = (table == TableId::Outages).then(|| outages_together(ground));
    Rows { rows, total }
}

/// The rows of the tally with their words and shares.
fn counted(table: TableId, ground: Ground) -> Vec<Vec<Cell>> {
    let rows = ground.ctx.tally.rows(table);
    // A table of people of whom nothing was noted is left out.
    let is_noted = |row: &Row| {
        !matches!(
            row.key,
            Key::Age(Option::None)
                | Key::Sex(Option::None)
                | Key::Hamlet(Option::None)
                | Key::Phone(Option::None)
        )
    };
    if !rows.iter().any(is_noted) {
        return Vec::new();
    }
    let columns = columns(table);
    let weighed = columns.iter().find(|(_, sum)| *sum == Plain).map(|(column, _)| *column);
    let weighed = match table {
        TableId::Fields => Some(C::Assists),
        _ => weighed,
    };
    let count = |row: &Row, column: ColumnId| table.place(column).map_or(0, |at| row.count(at));
    let weight = |row: &Row| weighed.map_or(0, |column| count(row, column));
    let is_missing = |row: &Row| matches!(row.key, Key::Channel(Option::None) | Key::How(Option::None));
    // A field that only gave second needs has no visits of its own.
    let has_no_visits = |row: &Row| has_no_visits(table, row);
    let of_all = matches!(
        table,
        TableId::Priority | TableId::Ages | TableId::Sexes | TableId::Hamlets | TableId::Phones
    );
    let whole = if of_all {
        ground.ctx.tally.visits
    } else {
        rows.iter().filter(|row| !is_missing(row)).map(weight).sum()
    };
    let cell = |row: &Row, column: ColumnId| match column {
        // What nobody noted is in no share.
        C::Share if is_missing(row) => cells::cell(Value::Words, ground.lang),
        C::Share => ground.share(weight(row), whole),
        C::OnlineShare => ground.share(count(row, C::Online), count(row, C::Filed)),
        C::Visits | C::Persons if has_no_visits(row) => cells::cell(Value::Words, ground.lang),
        column => match table.place(column) {
            Some(at) if column.is_hours() => cells::hours(row.amounts[at].plain().unwrap_or(0), ground.lang),
            Some(at) => cells::amount(row.amounts[at], ground.lang),
            Option::None => words(&row.key, column, ground),
        },
    };
    rows.iter().map(|row| columns.iter().map(|(column, _)| cell(row, *column)).collect()).collect()
}

/// Whether a field has things but no visits of its own: it only gave second needs.
fn has_no_visits(table: TableId, row: &Row) -> bool {
    let count = |column| table.place(column).map_or(0, |at| row.count(at));
    table == TableId::Fields && count(C::Visits) == 0 && count(C::Assists) > 0
}

/// What a row is about, in the words of a column.
fn words(key: &Key, column: ColumnId, ground: Ground) -> Cell {
    let (ctx, lang) = (ground.ctx, ground.lang);
    match (key, column) {
        (Key::Procedure { code, .. }, C::Full) => ctx.procedure_name(code, lang).into(),
        (Key::Procedure { code, .. }, C::Code) => code.0.clone().into(),
        (Key::Procedure { field, .. }, C::Field) => ctx.field_name(field, lang).into(),
        (Key::LeftFrom(why, _), C::Name) => ground.named(lang.leave_reason(*why)),
        (Key::LeftFrom(_, from), C::Stage) => lang.stage(*from).into(),
        (Key::Days(day, _), C::Day) | (Key::Days(_, day), C::Until) => cells::cell(Value::Day(*day), lang),
        (Key::Days(from, until), C::Name) if from == until => {
            Cell::new(lang.sentence(&lang.key(key, ctx)), Value::Day(*from))
        }
        // These have names of their own, written as they were given.
        (Key::Procedure { .. } | Key::Field(_) | Key::Volunteer(_) | Key::Station(_) | Key::Hour(_), _) => {
            lang.key(key, ctx).into()
        }
        _ => ground.named(&lang.key(key, ctx)),
    }
}

fn weekdays(ground: Ground) -> Vec<Vec<Cell>> {
    let heat = &ground.ctx.tally.heat;
    let mut hours: Vec<u8> = heat.iter().map(|row| row.hour).collect();
    hours.sort_unstable();
    hours.dedup();
    let row = |hour: u8| {
        let at = |weekday: u8| {
            heat.iter().find(|row| row.hour == hour && row.weekday == weekday).map_or(0, |row| row.visits)
        };
        let days: Vec<u32> = (0..7).map(at).collect();
        let week: u32 = days.iter().sum();
        let numbers = days.into_iter().chain([week]).map(|number| ground.counted(number));
        std::iter::once(Cell::from(ground.lang.hour_span(hour))).chain(numbers).collect()
    };
    hours.into_iter().map(row).collect()
}

fn payments(ground: Ground) -> Vec<Vec<Cell>> {
    let (tally, lang) = (&ground.ctx.tally, ground.lang);
    if tally.assists == 0 {
        return Vec::new();
    }
    let row = |name: &str, part: u32, whole: u32| {
        vec![ground.named(name), ground.counted(part), ground.counted(whole), ground.share(part, whole)]
    };
    vec![
        row(lang.filed_online_of_filed(), tally.filed_online, tally.filed),
        row(lang.filed_whole_of_filed(), tally.filed_whole, tally.filed),
        row(lang.filed_paid_of_filed(), tally.filed_paid_online, tally.filed),
        row(lang.paid_of_all(), tally.paid_online, tally.assists),
    ]
}

fn main(ids: &[FigureId], ground: Ground) -> Vec<Vec<Cell>> {
    let tally = &ground.ctx.tally;
    let row = |id: &FigureId| vec![ground.named(ground.lang.figure_row(*id)), ground.figure(*id, tally)];
    ids.iter().filter(|id| id.is_shown(&[tally])).map(row).collect()
}

/// None when there is no span before, or nothing happened in it.
fn compare(ids: &[FigureId], ground: Ground) -> Vec<Vec<Cell>> {
    let (tally, lang) = (&ground.ctx.tally, ground.lang);
    let is_known = |tally: &&Tally| tally.visits + tally.assists > 0;
    let Some(before) = ground.ctx.before.as_ref().filter(is_known) else { return Vec::new() };
    let row = |id: &FigureId| {
        let (now, then) = (ground.figure(*id, tally), ground.figure(*id, before));
        let difference = difference(now.value, then.value, ground);
        vec![ground.named(lang.figure_row(*id)), now, then, difference.into()]
    };
    ids.iter().filter(|id| id.is_shown(&[tally, before])).map(row).collect()
}

/// By how much a number grew or shrank: «+12», «−3 phút», «+1,20 điểm %».
fn difference(now: Value, then: Value, ground: Ground) -> String {
    let lang = ground.lang;
    let signed = |is_less: bool, words: String| format!("{}{words}", if is_less { '−' } else { '+' });
    match (now, then) {
        (now, then) if now == then && now != Value::Words => "0".to_owned(),
        (Value::Count(now), Value::Count(then)) => signed(now < then, lang.count(now.abs_diff(then))),
        (Value::Seconds(now), Value::Seconds(then)) => {
            // What is told in minutes differs by minutes: 8 less 7 is 1, whatever the seconds.
            let minutes = now / 60 - then / 60;
            if minutes == 0 { "0".to_owned() } else { signed(minutes < 0, lang.duration(minutes.abs() * 60)) }
        }
        (Value::Share { part, whole }, Value::Share { part: part_then, whole: whole_then }) => {
            let both = hundredths(part, whole).zip(hundredths(part_then, whole_then));
            both.map_or_else(
                || lang.no_number().to_owned(),
                |(now, then)| signed(now < then, lang.percentage_points(now.abs_diff(then))),
            )
        }
        _ => lang.no_number().to_owned(),
    }
}

/// What the desk gave to the targets. Every row says that it is the desk's own contribution.
fn targets(ground: Ground) -> Vec<Vec<Cell>> {
    let (tally, targets, lang) = (&ground.ctx.tally, ground.ctx.targets, ground.lang);
    let row = |Share { kind, part, whole, target }: Share| {
        let target = target?;
        let share = ground.share(part, whole);
        let against = match whole {
            0 => lang.nothing_against_target(target),
            _ => lang.against_target(&share.text, target),
        };
        let target = Cell::new(lang.whole_percent(target), Value::Share { part: target.into(), whole: 100 });
        Some(vec![
            ground.named(&lang.own_contribution(lang.target(kind))),
            ground.counted(part),
            ground.counted(whole),
            share,
            target,
            against.into(),
        ])
    };
    tally.shares(targets).into_iter().filter_map(row).collect()
}

fn proof(ground: Ground) -> Vec<Vec<Cell>> {
    let tally = &ground.ctx.tally;
    [
        FigureId::CarriedIn,
        FigureId::Issued,
        FigureId::Returned,
        FigureId::Served,
        FigureId::Left,
        FigureId::Withdrawn,
        FigureId::Open,
    ]
    .map(|id| vec![ground.named(ground.lang.figure_row(id)), ground.figure(id, tally)])
    .to_vec()
}

fn shifts(ground: Ground) -> Vec<Vec<Cell>> {
    let row = |shift: &Shift| {
        let mut names: Vec<String> =
            shift.people().into_iter().map(|id| ground.ctx.volunteer_name(id, ground.lang)).collect();
        sort_by_name(&mut names, Clone::clone);
        let people = u32::try_from(names.len()).unwrap_or(u32::MAX);
        vec![
            Cell::new(ground.lang.date(shift.day), Value::Day(shift.day)),
            ground.named(ground.lang.shift_part(shift.part)),
            ground.lang.clock(shift.opened).into(),
            ground.lang.shift_end(shift).into(),
            ground.counted(people),
            cells::hours(i64::from(shift.people_minutes(ground.ctx.at)) * 60, ground.lang),
            names.join(", ").into(),
        ]
    };
    ground.ctx.shifts.iter().map(row).collect()
}

fn outages_together(ground: Ground) -> Vec<Cell> {
    let lost = &ground.ctx.tally.lost;
    let times: u32 = lost.systems.iter().map(|row| row.times).sum();
    let numbers = [times, lost.minutes, lost.visits, lost.persons].map(|number| ground.counted(number));
    std::iter::once(ground.lang.outages_together().into()).chain(numbers).collect()
}

/// Rows added up column by column, under a name.
pub(super) fn added(rows: &[Vec<Cell>], table: TableId, name: &str, ink: Ground) -> Vec<Cell> {
    let lang = ink.lang;
    let sum = |(at, (column, sum)): (usize, Spec)| {
        let values = || rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.value);
        match sum {
            Name => name.into(),
            None => Cell::default(),
            Plain if column.is_hours() => cells::hours(values().map(seconds).sum(), lang),
            Plain => cells::counted(values().map(count).sum::<u64>(), lang),
            OfWhole => {
                let part = values().map(|value| parts(value).0).sum();
                let whole = values().map(|value| parts(value).1).max().unwrap_or(0);
                ink.told(Value::Share { part, whole })
            }
            Ratio => {
                let (part, whole) =
                    values().map(parts).fold((0, 0), |sum, (part, whole)| (sum.0 + part, sum.1 + whole));
                ink.told(Value::Share { part, whole })
            }
        }
    };
    columns(table).into_iter().enumerate().map(sum).collect()
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
