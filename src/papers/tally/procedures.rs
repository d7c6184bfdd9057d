//! Fields and their procedures: as many of them as the page has room for.

use crate::domain::Report;
use crate::domain::tally::{ColumnId, FieldRow, ProcedureRow, TableId, Tally};
use crate::lang::Lang;
use crate::papers::cells::counted;
use crate::papers::sheet::{Block, Cell, Column, Row, Table, Weight};

/// At most so many rows stand in one table as wide as the page, with every column; more stand in two halves.
const MOST_IN_ONE: usize = 14;

/// What the caption, the header and the white around the table take, in rows.
const AROUND: usize = 4;

/// Whether all fields and at least half of their procedures have room in so many rows of the page.
pub(super) fn fit(tally: &Tally, room: usize) -> bool {
    let wide: usize = tally.fields.iter().map(wide_rows).sum();
    let procedures: usize = tally.fields.iter().map(|field| field.procedures.len()).sum();
    let half = (tally.fields.len() + 1 + procedures.div_ceil(2)).div_ceil(2);
    half.min(wide + 1) + AROUND <= room
}

/// The table of fields within `room` rows of the page; none when there is no field.
pub(super) fn block(tally: &Tally, ctx: &Report, lang: Lang, room: usize) -> Option<Block> {
    let fields = &tally.fields;
    if fields.is_empty() {
        return None;
    }
    let caption = lang.tally_by_field().to_owned();
    if fields.iter().map(wide_rows).sum::<usize>() < MOST_IN_ONE {
        let mut rows: Vec<Row> =
            fields.iter().flat_map(|field| shown(field, usize::MAX, Shape::Wide, ctx, lang)).collect();
        rows.push(Line::sum(fields, lang).row(Shape::Wide, lang));
        return Some(Shape::Wide.table(caption, rows, lang));
    }
    let budget = room.saturating_sub(AROUND) * 2;
    let most = quotas(fields, budget.saturating_sub(fields.len() + 1));
    let parts: Vec<Vec<Row>> =
        fields.iter().zip(&most).map(|(field, most)| shown(field, *most, Shape::Half, ctx, lang)).collect();
    let (left, mut right) = halves(parts);
    right.push(Line::sum(fields, lang).row(Shape::Half, lang));
    let continued = lang.tally_continued(&caption);
    let halves = [(caption, left), (continued, right)];
    Some(Block::Columns(halves.map(|(caption, rows)| vec![Shape::Half.table(caption, rows, lang)]).into()))
}

/// The rows that a field takes in a table as wide as the page, where a single procedure stands beside its field.
fn wide_rows(field: &FieldRow) -> usize {
    if only(field).is_some() { 1 } else { 1 + field.procedures.len() }
}

/// The one procedure that all numbers of a field were given for. Where others were asked for, too, its name would stand
/// beside numbers that are not its own.
fn only(field: &FieldRow) -> Option<&ProcedureRow> {
    match field.procedures.as_slice() {
        [only] if field.not_helped == 0 => Some(only),
        _ => None,
    }
}

/// How many procedures of each field are shown so that at most `room` rows are taken: the most frequent of all first.
fn quotas(fields: &[FieldRow], room: usize) -> Vec<usize> {
    let mut most = vec![0; fields.len()];
    let mut taken = 0;
    let mut open: Vec<bool> = fields.iter().map(|field| !field.procedures.is_empty()).collect();
    loop {
        let next = (0..fields.len())
            .filter(|&at| open[at])
            .max_by_key(|&at| (fields[at].procedures[most[at]].assists, std::cmp::Reverse(at)));
        let Some(at) = next else { return most };
        let count = fields[at].procedures.len();
        let more = rows_for(count, most[at] + 1) - rows_for(count, most[at]);
        if taken + more <= room {
            taken += more;
            most[at] += 1;
            // A gathered row for a single procedure would take as much room as the procedure itself.
            if most[at] + 1 == count {
                most[at] = count;
            }
            open[at] = most[at] < count;
        } else {
            open[at] = false;
        }
    }
}

/// The rows below a field of `count` procedures of which `most` are shown.
fn rows_for(count: usize, most: usize) -> usize {
    match most {
        0 => 0,
        most if most + 1 >= count => count,
        most => most + 1,
    }
}

/// A line of the table before it is known which columns there are.
struct Line {
    name: String,
    /// Visits and persons, which are counted by field only.
    came: Option<(u32, u32)>,
    assists: u32,
    done: u32,
    unfinished: u32,
    online: u32,
    weight: Weight,
}

impl Line {
    fn of<'a>(name: String, procedures: impl IntoIterator<Item = &'a ProcedureRow>) -> Self {
        let none =
            Self { name, came: None, assists: 0, done: 0, unfinished: 0, online: 0, weight: Weight::Faint };
        procedures.into_iter().fold(none, |mut line, row| {
            line.assists += row.assists;
            line.done += row.done;
            line.unfinished += row.unfinished;
            line.online += row.online;
            line
        })
    }

    fn field(field: &FieldRow, ctx: &Report, lang: Lang) -> Self {
        Self {
            came: Some((field.visits, field.persons)),
            assists: field.assists,
            weight: Weight::Normal,
            ..Self::of(ctx.field_name(&field.field, lang), field.procedures.iter())
        }
    }

    fn sum(fields: &[FieldRow], lang: Lang) -> Self {
        let sum = |of: fn(&FieldRow) -> u32| fields.iter().map(of).sum::<u32>();
        let procedures = fields.iter().flat_map(|field| &field.procedures);
        Self {
            came: Some((sum(|field| field.visits), sum(|field| field.persons))),
            assists: sum(|field| field.assists),
            weight: Weight::Strong,
            ..Self::of(lang.tally_sum().to_owned(), procedures)
        }
    }

    fn row(&self, shape: Shape, lang: Lang) -> Row {
        let (visits, persons) = self.came.unzip();
        let mut numbers = vec![visits, persons, Some(self.assists)];
        if shape == Shape::Wide {
            numbers.extend([Some(self.done), Some(self.unfinished)]);
        }
        numbers.push(Some(self.online));
        // A field that only gave second needs has no visits of its own.
        let is_dashed = self.weight == Weight::Normal && visits == Some(0) && self.assists > 0;
        let cell = |(at, number): (usize, Option<u32>)| match number {
            Some(_) if is_dashed && at < 2 => lang.no_number().into(),
            number => number.map(|n| counted(n, lang)).unwrap_or_default(),
        };
        let cells = numbers.into_iter().enumerate().map(cell);
        let row = Row::new(std::iter::once(Cell::from(self.name.clone())).chain(cells), self.weight);
        if self.weight == Weight::Faint { row.indented(1) } else { row }
    }
}

/// Whether a table is as wide as the page or one of two halves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Wide,
    Half,
}

impl Shape {
    fn table(self, caption: String, rows: Vec<Row>, lang: Lang) -> Block {
        let is_shown = |one: &ColumnId| match one {
            ColumnId::Filed => false,
            ColumnId::Done | ColumnId::Unfinished => self == Self::Wide,
            _ => true,
        };
        let number = |one| {
            let share = if one == ColumnId::Unfinished { 3 } else { 2 };
            Column::numbers(lang.column_title(TableId::Fields, one), share)
        };
        let numbers = TableId::Fields.numbers().map(|(column, _)| column).filter(is_shown).map(number);
        let columns = std::iter::once(Column::words(lang.tally_field_column(), 12)).chain(numbers).collect();
        Block::Table(Table { chart: None, caption: Some(caption), columns, rows })
    }
}

/// A field, its `most` most frequent procedures, and the rest of them in one row.
fn shown(field: &FieldRow, most: usize, shape: Shape, ctx: &Report, lang: Lang) -> Vec<Row> {
    let line = Line::field(field, ctx, lang);
    if let (Shape::Wide, Some(only)) = (shape, only(field)) {
        let name = format!("{}: {}", line.name, ctx.procedure_short(&only.code, lang));
        return vec![Line { name, ..line }.row(shape, lang)];
    }
    let mut rows = vec![line.row(shape, lang)];
    if most == 0 {
        return rows;
    }
    let (own, rest) = field.procedures.split_at(most.min(field.procedures.len()));
    rows.extend(own.iter().map(|procedure| {
        let name = ctx.procedure_short(&procedure.code, lang);
        Line::of(name, std::iter::once(procedure)).row(shape, lang)
    }));
    if !rest.is_empty() {
        rows.push(Line::of(lang.tally_rest(rest.len()), rest.iter()).row(shape, lang));
    }
    rows
}

/// The fields parted between the two halves of the page, as evenly as can be, the sum counted to the second half.
fn halves(parts: Vec<Vec<Row>>) -> (Vec<Row>, Vec<Row>) {
    let all: usize = parts.iter().map(Vec::len).sum::<usize>() + 1;
    let height = |first: usize| {
        let left: usize = parts[..first].iter().map(Vec::len).sum();
        left.max(all - left)
    };
    let first = (0..=parts.len()).min_by_key(|&first| height(first)).unwrap_or(0);
    let mut left = parts;
    let right = left.split_off(first);
    (left.concat(), right.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;

    fn field(assists: &[u32]) -> FieldRow {
        let procedures = assists
            .iter()
            .enumerate()
            .map(|(at, &assists)| ProcedureRow { assists, ..ProcedureRow::none(Code::new(at.to_string())) });
        FieldRow {
            field: String::new(),
            visits: 0,
            persons: 0,
            assists: assists.iter().sum(),
            procedures: procedures.collect(),
            not_helped: 0,
        }
    }

    #[test]
    fn the_most_frequent_procedures_are_shown_within_the_room() {
        let fields = [field(&[9, 8, 1, 1, 1]), field(&[5]), field(&[7, 2, 2])];
        assert_eq!(quotas(&fields, 100), [5, 1, 3]);
        // Two rows and their rest, two rows and their rest, one row.
        assert_eq!(quotas(&fields, 7), [2, 1, 3]);
        assert_eq!(quotas(&fields, 4), [2, 1, 0]);
        assert_eq!(quotas(&fields, 0), [0, 0, 0]);
    }

    #[test]
    fn a_procedure_stands_beside_its_field_when_nobody_came_for_another() {
        let one = field(&[5]);
        assert_eq!((only(&one).map(|row| row.assists), wide_rows(&one)), (Some(5), 1));
        let waits = FieldRow { not_helped: 1, ..field(&[5]) };
        assert_eq!((only(&waits), wide_rows(&waits)), (None, 2));
        assert_eq!(wide_rows(&field(&[5, 2])), 3);
    }

    #[test]
    fn a_gathered_row_stands_for_two_procedures_at_least() {
        for room in 0..20 {
            let fields = [field(&[4, 3, 2, 1]), field(&[6, 1]), field(&[1])];
            let most = quotas(&fields, room);
            let rows: usize =
                fields.iter().zip(&most).map(|(field, most)| rows_for(field.procedures.len(), *most)).sum();
            assert!(rows <= room, "{rows} rows in {room}");
            for (field, most) in fields.iter().zip(most) {
                assert_ne!(field.procedures.len() - most, usize::from(most > 0), "{most} shown");
            }
        }
    }
}
