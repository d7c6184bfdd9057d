//! Bars that lie, one a row: a name, one or two bars, and the number in words.

use super::{Line, scale};
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// A bar of the first series and of the second: told apart without colours.
pub const MARKS: [char; 2] = ['█', '░'];

/// How the two series look.
const LOOKS: [Meaning; 2] = [Meaning::Good, Meaning::Called];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// For each series its value, and how the value is written.
    pub values: Vec<(u64, String)>,
    /// What stands at the end of the row; possibly nothing.
    pub note: String,
}

/// A bar in exactly `width` columns.
pub fn bar(value: u64, most: u64, width: usize, mark: char) -> String {
    let full = scale::columns(value, most, width);
    let mut bar: String = std::iter::repeat_n(mark, full).collect();
    bar.push_str(&" ".repeat(width - full));
    bar
}

/// The rows in `width` columns. All bars have one scale, so that they may be compared.
pub fn lines(rows: &[Row], width: usize) -> Vec<Line> {
    let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let series = longest(&mut rows.iter().map(|row| row.values.len()));
    let most = rows.iter().flat_map(|row| &row.values).map(|(value, _)| *value).max().unwrap_or(0);
    let names = longest(&mut rows.iter().map(|row| draw::width(&row.name))).min(width * 2 / 5);
    let numbers: Vec<usize> = (0..series)
        .map(|at| {
            longest(&mut rows.iter().filter_map(|row| row.values.get(at)).map(|one| draw::width(&one.1)))
        })
        .collect();
    let notes = longest(&mut rows.iter().map(|row| draw::width(&row.note))).min(width / 3);
    let gap = |width: usize| if width == 0 { 0 } else { width + 1 };
    let taken = names + gap(notes) + numbers.iter().map(|number| number + 2).sum::<usize>();
    let room = width.saturating_sub(taken) / series.max(1);
    rows.iter()
        .map(|row| {
            let mut line: Line = vec![(draw::pad(&row.name, names), Meaning::Plain)];
            for (at, (value, words)) in row.values.iter().enumerate() {
                let (mark, look) = (MARKS[at % MARKS.len()], LOOKS[at % LOOKS.len()]);
                line.push((format!(" {}", bar(*value, most, room, mark)), look));
                line.push((format!(" {}", draw::pad_left(words, numbers[at])), Meaning::Plain));
            }
            if notes > 0 {
                line.push((format!(" {}", draw::pad_left(&row.note, notes)), Meaning::Faint));
            }
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, values: &[u64]) -> Row {
        let values = values.iter().map(|value| (*value, value.to_string())).collect();
        Row { name: name.to_owned(), values, note: String::new() }
    }

    fn text(line: &Line) -> String {
        line.iter().map(|(text, _)| text.as_str()).collect()
    }

    #[test]
    fn rows_fill_the_width_and_no_more_whatever_they_hold() {
        for rows in [
            vec![],
            vec![row("7h", &[0, 0])],
            vec![row("7h", &[1])],
            vec![row("7h", &[3, 0]), row("8h", &[u64::MAX, 1])],
            vec![row(&"Một cái tên rất dài ".repeat(9), &[5])],
        ] {
            for width in [0, 5, 40, 80, 118] {
                for line in lines(&rows, width) {
                    let taken = draw::width(&text(&line));
                    assert!(width < 40 || taken <= width, "{taken} in {width}: {}", text(&line));
                }
            }
        }
    }

    #[test]
    fn all_bars_have_one_scale() {
        let lines = lines(&[row("a", &[10, 5]), row("b", &[0, 10])], 30);
        assert_eq!(text(&lines[0]), format!("a {} 10 {}{}5", "█".repeat(10), "░".repeat(5), " ".repeat(7)));
        assert_eq!(text(&lines[1]), format!("b{}0 {} 10", " ".repeat(13), "░".repeat(10)));
    }
}
