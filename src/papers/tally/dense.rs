//! Fields on a day with very many procedures: a line for each, its procedures named within it.

use super::beside::LINE;
use crate::domain::Report;
use crate::domain::tally::{ColumnId, FieldRow, TableId, Tally};
use crate::lang::Lang;
use crate::papers::cells::counted;
use crate::papers::sheet::{Block, Cell, Column, Row, Table, Weight};

/// The shares of the columns: names, visits, persons, things, online.
const SHARES: [u16; 5] = [34, 3, 4, 3, 6];

/// The letters of a line of names.
const LETTERS: usize = LINE * 34 / 50;

/// The most lines that a field takes.
const MOST_LINES: usize = 4;

/// A row: names, and visits, persons, things and things online.
#[derive(Clone)]
struct Line {
    names: String,
    /// The lines that the names take.
    height: usize,
    numbers: [u32; 4],
}

impl Line {
    fn new(names: String, numbers: [u32; 4]) -> Self {
        Self { height: lines_of(&names), names, numbers }
    }
}

/// The table of fields, for each field what it says in no more than so many lines.
pub(super) struct Dense {
    lang: Lang,
    /// Of each field its name alone, and in up to each number of lines.
    fields: Vec<[Line; MOST_LINES + 1]>,
    /// The fields, the smallest first.
    by_size: Vec<usize>,
}

impl Dense {
    pub(super) fn of(tally: &Tally, ctx: &Report, lang: Lang) -> Self {
        let fields = &tally.fields;
        let mut by_size: Vec<usize> = (0..fields.len()).collect();
        by_size.sort_by_key(|&at| (fields[at].assists, fields[at].visits));
        let of = |field: &FieldRow| names(field, ctx, lang).map(|names| Line::new(names, numbers(field)));
        Self { lang, fields: fields.iter().map(of).collect(), by_size }
    }

    /// The table within `room` rows of the page, or as near to it as can be.
    pub(super) fn block(&self, room: usize) -> Block {
        let lang = self.lang;
        let mut lines = self.fitted(room);
        lines.push(Line::new(lang.tally_sum().to_owned(), sum(&lines)));
        let last = lines.len() - 1;
        let rows = lines.into_iter().enumerate().map(|(at, line)| {
            let [visits, _, assists, _] = line.numbers;
            // A field that only gave second needs has no visits of its own.
            let is_dashed = at != last && visits == 0 && assists > 0;
            let mut numbers = line.numbers.map(|number| counted(number, lang));
            if is_dashed {
                numbers[..2].fill(lang.no_number().into());
            }
            let weight = if at == last { Weight::Strong } else { Weight::Normal };
            Row::new(std::iter::once(Cell::from(line.names)).chain(numbers), weight)
        });
        let titles = [ColumnId::Visits, ColumnId::Persons, ColumnId::Assists, ColumnId::Online]
            .map(|column| lang.column_title(TableId::Fields, column));
        let mut columns = vec![Column::words(lang.tally_dense_column(), SHARES[0])];
        let numbers = titles.into_iter().zip(&SHARES[1..]);
        columns.extend(numbers.map(|(title, share)| Column::numbers(title, *share)));
        Block::Table(Table { chart: None, caption: None, columns, rows: rows.collect() })
    }

    /// A line or more for each field; where even that is too much, the smallest fields in one.
    fn fitted(&self, room: usize) -> Vec<Line> {
        let of = |most: usize| self.fields.iter().map(move |field| &field[most]);
        if let Some(most) = (1..=MOST_LINES).rev().find(|most| height(of(*most)) < room) {
            return of(most).cloned().collect();
        }
        let mut lines = Vec::new();
        for count in 2..self.fields.len() {
            let gathered = &self.by_size[..count];
            let others = (0..self.fields.len()).filter(|at| !gathered.contains(at));
            lines = others.map(|at| self.fields[at][1].clone()).collect();
            lines.push(self.gathered(gathered));
            if height(&lines) < room {
                break;
            }
        }
        if lines.is_empty() { of(1).cloned().collect() } else { lines }
    }

    /// Some fields in one line, the largest first.
    fn gathered(&self, fields: &[usize]) -> Line {
        let rest: Vec<Line> = fields.iter().rev().map(|&at| self.fields[at][0].clone()).collect();
        let item = |line: &Line| glued(&self.lang.tally_item(&line.names, &self.lang.count(line.numbers[2])));
        let items: Vec<String> = rest.iter().map(item).collect();
        let names = format!("{} – {}", glued(&self.lang.tally_other_fields(fields.len())), items.join(MARK));
        Line::new(names, sum(&rest))
    }
}

/// The rows of the page that the lines and the header take.
fn height<'a>(lines: impl IntoIterator<Item = &'a Line>) -> usize {
    2 + lines.into_iter().map(|line| line.height).sum::<usize>()
}

fn numbers(field: &FieldRow) -> [u32; 4] {
    let online = field.procedures.iter().map(|row| row.online).sum();
    [field.visits, field.persons, field.assists, online]
}

fn sum(lines: &[Line]) -> [u32; 4] {
    lines.iter().fold([0; 4], |mut sum, line| {
        for (sum, number) in sum.iter_mut().zip(line.numbers) {
            *sum += number;
        }
        sum
    })
}

/// A field alone, and with its most frequent procedures in at most so many lines each; the rest of them in one name and
/// number.
fn names(field: &FieldRow, ctx: &Report, lang: Lang) -> [String; MOST_LINES + 1] {
    let name = ctx.field_name(&field.field, lang).replace(' ', "\u{a0}");
    let all = field.procedures.len();
    let items: Vec<String> = field
        .procedures
        .iter()
        .map(|row| glued(&lang.tally_item(&ctx.procedure_short(&row.code, lang), &lang.count(row.assists))))
        .collect();
    // The lines after each number of parts, all followed by another: no text is made but those that fit.
    let mut filled = Filled::default();
    filled.push(name.chars().count());
    filled.push(1);
    let mut after = vec![filled];
    for item in &items {
        filled.push(item.chars().count() + MARK.chars().count() - 1);
        after.push(filled);
    }
    let rest = |shown: usize| {
        let sum = field.procedures[shown..].iter().map(|row| row.assists).sum::<u32>();
        glued(&lang.tally_item(&lang.tally_rest(all - shown).to_lowercase(), &lang.count(sum)))
    };
    // Each number of procedures with what stands last; a single procedure is never gathered.
    let shown = (1..=all).rev().filter(|shown| shown + 1 != all).map(|shown| {
        let last = if shown < all { rest(shown) } else { items[shown - 1].clone() };
        let before = shown.min(all - 1);
        let mut filled = after[before];
        filled.push(last.chars().count());
        (before, last, filled.lines)
    });
    let shown: Vec<(usize, String, usize)> = shown.collect();
    std::array::from_fn(|lines| {
        // Of two texts that fit, the one with more procedures.
        let fitting = shown.iter().find(|(.., taken)| *taken <= lines);
        fitting.map_or_else(
            || name.clone(),
            |(before, last, _)| {
                let parts: Vec<&str> = items[..*before].iter().chain([last]).map(String::as_str).collect();
                format!("{name} – {}", parts.join(MARK))
            },
        )
    })
}

/// What stands between two procedures. The line may break at its end only.
const MARK: &str = "\u{a0}· ";

fn glued(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// The lines that a text takes, whose parts are not broken.
fn lines_of(text: &str) -> usize {
    let mut filled = Filled::default();
    text.split(' ').for_each(|word| filled.push(word.chars().count()));
    filled.lines
}

/// Lines that are filled word by word.
#[derive(Clone, Copy)]
struct Filled {
    lines: usize,
    /// The letters on the last of them.
    taken: usize,
}

impl Default for Filled {
    fn default() -> Self {
        Self { lines: 1, taken: 0 }
    }
}

impl Filled {
    fn push(&mut self, wide: usize) {
        if self.taken > 0 && self.taken + 1 + wide > LETTERS {
            self.lines += 1;
            self.taken = wide;
        } else {
            self.taken += wide + usize::from(self.taken > 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tally::sample::{Day, Size};

    #[test]
    fn every_procedure_is_named_or_gathered_and_nothing_is_lost() {
        for seed in 0..20 {
            let day = Day::made_up(seed, Size { visits: 250, stations: 2, volunteers: 5, procedures: 70 });
            let tally = day.tally();
            for lines in 1..=4 {
                for field in &tally.fields {
                    let text = names(field, &day.context(), Lang::Vi)[lines].replace('\u{a0}', " ");
                    let Some((_, parts)) = text.split_once(" – ") else { continue };
                    let numbers = parts.split(" · ").map(|part| part.rsplit(' ').next().unwrap());
                    assert_eq!(
                        numbers.map(|n| n.parse::<u32>().unwrap()).sum::<u32>(),
                        field.assists,
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn lines_are_broken_between_parts_only() {
        assert_eq!(lines_of("một\u{a0}hai"), 1);
        assert_eq!(lines_of(&"x".repeat(LETTERS + 1)), 1);
        assert_eq!(lines_of(&format!("{} y", "x".repeat(LETTERS))), 2);
    }
}
