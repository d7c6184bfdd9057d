//! A gauge: a share of a hundred, and a mark where it should be.

use super::{Line, scale};
use crate::ui::theme::Meaning;

/// A gauge in `width` columns, its brackets included. The share is in hundredths of a per cent, the target in per cent.
pub fn gauge(share: u64, target: Option<u8>, width: usize) -> Line {
    let room = width.saturating_sub(2);
    let full = scale::columns(share, 10_000, room);
    let mark = target.map(|target| scale::columns(u64::from(target), 100, room).saturating_sub(1));
    let look = match target {
        Some(target) if share < u64::from(target) * 100 => Meaning::Warning,
        _ => Meaning::Good,
    };
    let cell = |at: usize| match at {
        at if Some(at) == mark => '│',
        at if at < full => '█',
        _ => '·',
    };
    let inside: String = (0..room).map(cell).collect();
    vec![("[".to_owned(), Meaning::Frame), (inside, look), ("]".to_owned(), Meaning::Frame)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(share: u64, target: Option<u8>, width: usize) -> String {
        gauge(share, target, width).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn a_gauge_shows_the_share_and_where_it_should_be() {
        assert_eq!(text(0, None, 12), "[··········]");
        assert_eq!(text(6_429, Some(80), 12), "[██████·│··]");
        assert_eq!(text(10_000, Some(100), 12), "[█████████│]");
        assert_eq!(text(1, Some(0), 12), "[█·········]".replacen('█', "│", 1));
        assert_eq!(text(u64::MAX, None, 5), "[███]");
        assert_eq!(text(50, Some(50), 0), "[]");
    }

    #[test]
    fn below_the_target_it_warns() {
        assert_eq!(gauge(7_999, Some(80), 9)[1].1, Meaning::Warning);
        assert_eq!(gauge(8_000, Some(80), 9)[1].1, Meaning::Good);
    }
}
