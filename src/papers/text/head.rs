//! Head and title of a sheet as text.

use super::cells::{GUTTER, beside, centred, in_middle, measure, width, width_of};
use crate::papers::sheet::{HeadLine, Rule, Sheet, Spot};
use crate::papers::wrap::{clean, wrap_even};

/// All lines above the body, with a white line after the head and after the title.
pub(super) fn head(sheet: &Sheet, room: usize) -> Vec<String> {
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
        lines.iter().flat_map(|line| line.text.split('\n').map(|text| width(&clean(text)))).max().unwrap_or(0)
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
        let wide = text.iter().map(|line| width(line)).max().unwrap_or(0);
        drawn.extend(text.iter().map(|line| in_middle(line, room)));
        match line.rule {
            Rule::None => {}
            Rule::Full => drawn.push(in_middle(&"─".repeat(wide), room)),
            Rule::Half => drawn.push(in_middle(&"─".repeat(wide * 2 / 5), room)),
        }
    }
    drawn
}
