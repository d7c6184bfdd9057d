//! A sheet as plain text of a fixed width: for a preview on screen, a file, or a printer that knows nothing better.

mod cells;
mod table;

use super::sheet::{Block, Figure, HeadLine, Rule, Sheet, Signature, Spot};
use crate::wrap::{clean, width as cells_of, wrap, wrap_after, wrap_even};
use cells::{GUTTER, beside, centred, columns_of, in_middle, measure, padded, width_of};

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
    let mut lines = head(sheet, width);
    lines.extend(body(&sheet.blocks, width));
    lines.extend(ending(sheet, width));
    let foot = clean(&sheet.foot);
    if !foot.is_empty() {
        lines.push(String::new());
        lines.push("─".repeat(width));
        lines.extend(wrap(&foot, width, cells_of));
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

fn block_lines(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Heading(text) | Block::Line(text) | Block::Note(text) => wrap(&clean(text), width, cells_of),
        Block::Big(text) => centred(&clean(text), width),
        Block::Paragraph(text) => {
            let mut lines = wrap_after(&clean(text), 4, width, cells_of);
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
            [caption, text].into_iter().flat_map(|words| wrap(&clean(words), width, cells_of)).collect()
        }
        Block::Blanks(count) => (0..*count).flat_map(|_| [String::new(), ".".repeat(width)]).collect(),
        Block::Gap => vec![String::new()],
        Block::Columns(parts) => columns(parts, width),
    }
}

/// A text behind a mark, its further lines aligned with the first.
fn marked(mark: &str, text: &str, width: usize) -> Vec<String> {
    let lead = cells_of(mark);
    wrap(&clean(text), width - lead, cells_of)
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

/// All lines above the body, with a white line after the head and after the title.
fn head(sheet: &Sheet, room: usize) -> Vec<String> {
    let mut lines = if sheet.paper.is_roll() || sheet.right.is_empty() {
        stacked(sheet, room)
    } else {
        abreast(sheet, room)
    };
    if !lines.is_empty() {
        lines.push(String::new());
    }
    if !sheet.title.is_empty() {
        lines.extend(lined(&sheet.title, room));
        lines.push(String::new());
    }
    lines
}

/// The two halves one below the other, as on a roll, or one alone.
fn stacked(sheet: &Sheet, room: usize) -> Vec<String> {
    let mut lines = lined(&sheet.left, room);
    lines.extend(lined(&sheet.right, room));
    let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
    for text in sheet.number.iter().chain(place.map(|place| &place.text)) {
        lines.extend(centred(&clean(text), room));
    }
    lines
}

/// The two halves side by side.
fn abreast(sheet: &Sheet, room: usize) -> Vec<String> {
    let halves = halves(sheet, room);
    let mut lines = beside(&[lined(&sheet.left, halves[0]), lined(&sheet.right, halves[1])], &halves);
    let place = sheet.place_date.as_ref().filter(|place| place.spot == Spot::UnderHead);
    if sheet.number.is_some() || place.is_some() {
        let below =
            [sheet.number.as_deref().unwrap_or_default(), place.map_or("", |place| place.text.as_str())];
        let below: Vec<Vec<String>> =
            below.into_iter().zip(halves).map(|(text, half)| centred(&clean(text), half)).collect();
        lines.extend(beside(&below, &halves));
    }
    lines
}

/// Widths of the left and right half: equal, unless one side needs more and the other can spare it.
fn halves(sheet: &Sheet, room: usize) -> [usize; 2] {
    let wants = |lines: &[HeadLine]| {
        lines
            .iter()
            .flat_map(|line| line.text.split('\n').map(|text| cells_of(&clean(text))))
            .max()
            .unwrap_or(0)
    };
    let free = room - GUTTER;
    let (left, right) = (wants(&sheet.left), wants(&sheet.right));
    let half = free / 2;
    let most = free * 3 / 5;
    let left = if right > half && right <= most {
        free - right
    } else if left > half && left <= most {
        left
    } else {
        half
    };
    [left, free - left]
}

/// Head lines centred in `room`, with their rules below them.
fn lined(lines: &[HeadLine], room: usize) -> Vec<String> {
    let mut drawn = Vec::new();
    for line in lines {
        let text = wrap_even(&clean(&line.text), measure(room), width_of);
        let wide = text.iter().map(|line| cells_of(line)).max().unwrap_or(0);
        drawn.extend(text.iter().map(|line| in_middle(line, room)));
        match line.rule {
            Rule::None => {}
            Rule::Full => drawn.push(in_middle(&"─".repeat(wide), room)),
            Rule::Half => drawn.push(in_middle(&"─".repeat(wide * 2 / 5), room)),
        }
    }
    drawn
}

/// Lines left for a signature by hand.
const SIGNING_LINES: usize = 3;

/// Columns that a signature needs at least.
const NARROWEST_SIGNATURE: usize = 20;

/// Everything below the body, above the foot.
fn ending(sheet: &Sheet, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    // Three signatures of 26 columns are too narrow for a date: it takes the right half of the sheet.
    let halves = columns_of(room, 2);
    let right = halves[1];
    let pushed = |line: &String| padded("", room - right) + line;
    if let Some(place) = &sheet.place_date
        && place.spot == Spot::OverSignatures
    {
        lines.push(String::new());
        lines.extend(centred(&clean(&place.text), right).iter().map(pushed));
    }
    if let Some(recipients) = &sheet.recipients {
        let left = std::iter::once(&recipients.title)
            .chain(&recipients.lines)
            .flat_map(|text| wrap(&clean(text), halves[0], cells_of))
            .collect();
        lines.push(String::new());
        lines.extend(beside(&[left, signed(&sheet.signatures, right)], &halves));
    } else if sheet.signatures.len() == 1 {
        lines.push(String::new());
        lines.extend(signed(&sheet.signatures, right).iter().map(pushed));
    } else if !sheet.signatures.is_empty() {
        lines.push(String::new());
        lines.extend(signed(&sheet.signatures, room));
    }
    lines
}

/// The signatures side by side, in further rows when the room is narrow.
fn signed(signatures: &[Signature], room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for row in signatures.chunks(((room + GUTTER) / (NARROWEST_SIGNATURE + GUTTER)).clamp(1, 4)) {
        let widths = columns_of(room, row.len());
        let part = |text: &str, w: usize| {
            if text.is_empty() { Vec::new() } else { centred(&clean(text), w) }
        };
        let tops: Vec<Vec<String>> = row
            .iter()
            .zip(&widths)
            .map(|(signature, &w)| [part(&signature.role, w), part(&signature.hint, w)].concat())
            .collect();
        let names: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(signature, &w)| part(&signature.name, w)).collect();
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(beside(&tops, &widths));
        lines.extend(std::iter::repeat_n(String::new(), SIGNING_LINES));
        lines.extend(beside(&names, &widths));
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
                    assert!(cells_of(line) <= wide.clamp(40, 200), "{wide}: {line}");
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
                    assert!(cells_of(line) <= wide.max(24), "{wide}: {line}");
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
