//! A sheet as plain text of a fixed width: for a preview on screen, a file, or a printer that knows nothing better.

mod cells;
mod ending;
mod head;
mod table;

use super::sheet::{Block, Figure, Sheet};
use super::wrap::{clean, wrap, wrap_after};
use cells::{beside, centred, columns_of};

/// The width that a text sheet has unless asked otherwise: a terminal's and a typewriter's.
pub const USUAL_WIDTH: usize = 80;
/// The width of a roll of 58 mm, in the letters of its printer.
pub const ROLL58_WIDTH: usize = 32;
/// The width of a roll of 80 mm, in the letters of its printer.
pub const ROLL80_WIDTH: usize = 48;

/// The narrowest and the widest a text sheet is made.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=200;

/// The narrowest a slip is made: a roll of 58 mm holds 32 columns.
const NARROWEST_SLIP: usize = 24;

/// A column narrower than this is hard to read: parts side by side are stacked instead.
const NARROWEST_COLUMN: usize = 34;

/// Renders a sheet as lines of at most `width` columns (brought into 40..=200, and 24..=200 for a sheet on a
/// roll), each ended by `\n`.
///
/// Width is counted in terminal cells by grapheme. The only drawing character is `─`, which code page 437 has. There are
/// no pages, so the page label is not used.
pub fn render(sheet: &Sheet, width: usize) -> String {
    let narrowest = if sheet.paper.is_roll() { NARROWEST_SLIP } else { *WIDTHS.start() };
    let width = width.clamp(narrowest, *WIDTHS.end());
    let mut lines = head::head(sheet, width);
    lines.extend(body(&sheet.blocks, width));
    lines.extend(ending::ending(sheet, width));
    let foot = clean(&sheet.foot);
    if !foot.is_empty() {
        lines.push(String::new());
        lines.push("─".repeat(width));
        lines.extend(wrap(&foot, width, cells::width));
    }
    lines.iter().fold(String::new(), |mut text, line| {
        // The hard space has done its work when lines are broken.
        text.push_str(line.replace('\u{a0}', " ").trim_end());
        text.push('\n');
        text
    })
}

/// The blocks below one another, with white lines where the eye wants them.
fn body(blocks: &[Block], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        let airy = matches!(
            block,
            Block::Heading(_) | Block::Big(_) | Block::Table(_) | Block::Figures(_) | Block::Columns(_)
        );
        let after_heading = matches!(lines.last(), Some(line) if line.is_empty());
        if airy && !lines.is_empty() && !after_heading {
            lines.push(String::new());
        }
        lines.extend(block_lines(block, width));
        if airy && !matches!(block, Block::Heading(_)) {
            lines.push(String::new());
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// The lines of one block.
fn block_lines(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Heading(text) | Block::Line(text) | Block::Note(text) => {
            wrap(&clean(text), width, cells::width)
        }
        Block::Big(text) => centred(&clean(text), width),
        Block::Paragraph(text) => {
            let mut lines = wrap_after(&clean(text), 4, width, cells::width);
            if let Some(first) = lines.first_mut() {
                first.insert_str(0, "    ");
            }
            lines
        }
        Block::Figures(figures) => figure_grid(figures, width),
        Block::Table(table) => table::lines(table, width),
        Block::Proof { holds, sentence } => marked(if *holds { "[x] " } else { "[!] " }, sentence, width),
        Block::Tick { ticked, text } => marked(if *ticked { "[x] " } else { "[ ] " }, text, width),
        Block::Qr { text, caption } => {
            [caption, text].into_iter().flat_map(|words| wrap(&clean(words), width, cells::width)).collect()
        }
        Block::Blanks(count) => (0..*count).flat_map(|_| [String::new(), ".".repeat(width)]).collect(),
        Block::Gap => vec![String::new()],
        Block::Columns(parts) => columns(parts, width),
    }
}

/// A text behind a mark, its further lines aligned with the first.
fn marked(mark: &str, text: &str, width: usize) -> Vec<String> {
    let lead = cells::width(mark);
    wrap(&clean(text), width - lead, cells::width)
        .into_iter()
        .enumerate()
        .map(|(i, line)| {
            let before = if i == 0 { mark.to_owned() } else { " ".repeat(lead) };
            before + &line
        })
        .collect()
}

/// Parts side by side when there is room, else one below the other.
fn columns(parts: &[Vec<Block>], width: usize) -> Vec<String> {
    let widths = columns_of(width, parts.len());
    if widths.iter().all(|&w| w >= NARROWEST_COLUMN) {
        let parts = parts.iter().zip(&widths).map(|(part, &w)| body(part, w)).collect::<Vec<_>>();
        return beside(&parts, &widths);
    }
    let mut lines = Vec::new();
    for part in parts {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(body(part, width));
    }
    lines
}

/// Numbers over their labels, as many in a row as have 12 columns each.
fn figure_grid(figures: &[Figure], width: usize) -> Vec<String> {
    let most = (width / 14).clamp(1, 5);
    let rows = figures.len().div_ceil(most).max(1);
    let mut lines = Vec::new();
    for row in figures.chunks(figures.len().div_ceil(rows).max(1)) {
        let widths = columns_of(width, row.len());
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(figure, &w)| {
                [&figure.value, &figure.label, &figure.note]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .flat_map(|text| centred(&clean(text), w))
                    .collect()
            })
            .collect::<Vec<_>>();
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(beside(&cells, &widths));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample;
    use crate::papers::sheet::Paper;

    #[test]
    fn no_line_is_wider_than_the_sheet_at_any_width() {
        for sheet in [sample::day(), sample::long(), sample::stress()] {
            for wide in [30, 40, 41, 57, 71, 80, 119, 132, 210] {
                for line in render(&sheet, wide).lines() {
                    assert!(cells::width(line) <= wide.clamp(40, 200), "{wide}: {line}");
                }
            }
        }
    }

    #[test]
    fn no_line_of_a_slip_is_wider_than_its_roll() {
        for sheet in [sample::day(), sample::long(), sample::stress(), sample::report()] {
            let slip = Sheet { paper: Paper::Roll58, ..sheet };
            for wide in [10, 24, 32, 48] {
                for line in render(&slip, wide).lines() {
                    assert!(cells::width(line) <= wide.max(24), "{wide}: {line}");
                }
            }
        }
    }

    #[test]
    fn every_number_of_the_sheet_is_on_it() {
        let text = render(&sample::day(), USUAL_WIDTH);
        for word in ["154", "Bùi Thị Thu Hà", "ĐOÀN TNCS HỒ CHÍ MINH", "[x]"] {
            assert!(text.contains(word), "{word} is missing in\n{text}");
        }
    }

    #[test]
    fn a_failed_proof_cannot_be_overlooked() {
        let block = Block::Proof { holds: false, sentence: "10 ≠ 9".into() };
        assert_eq!(block_lines(&block, 40), ["[!] 10 ≠ 9"]);
    }
}
