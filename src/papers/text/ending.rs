//! The end of a sheet as text: place and date, recipients, and places to sign.

use super::cells::{GUTTER, beside, centred, columns_of, padded, width};
use crate::papers::sheet::{Sheet, Signature, Spot};
use crate::papers::wrap::{clean, wrap};

/// Lines left for a signature by hand.
const SIGNING_LINES: usize = 3;

/// Columns that a signature needs at least.
const NARROWEST: usize = 20;

/// Everything below the body, above the foot.
pub(super) fn ending(sheet: &Sheet, room: usize) -> Vec<String> {
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
            .flat_map(|text| wrap(&clean(text), halves[0], width))
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
    for row in signatures.chunks(((room + GUTTER) / (NARROWEST + GUTTER)).clamp(1, 4)) {
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
