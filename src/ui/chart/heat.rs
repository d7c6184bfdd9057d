//! A heat map: how dark a cell is says how much of it there is, and the number stands beside.

use super::{Line, scale};
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// The five shades, from nothing to the most.
pub const SHADES: [char; 5] = [' ', '.', ':', '+', '#'];

/// How the shades look where there are colours.
const LOOKS: [Meaning; 5] = [Meaning::Faint, Meaning::Plain, Meaning::Good, Meaning::Warning, Meaning::Bad];

/// A cell in exactly `width` columns: its shade as far as the number leaves room.
pub fn cell(value: u64, most: u64, width: usize) -> (String, Meaning) {
    let shade = scale::shade(value, most);
    if value == 0 {
        return (draw::pad_left("-", width), Meaning::Faint);
    }
    let number = value.to_string();
    let room = width.saturating_sub(draw::width(&number) + 1);
    let shades: String = std::iter::repeat_n(SHADES[shade], room).collect();
    (draw::pad_left(&format!("{shades}{number}"), width), LOOKS[shade])
}

/// What the shades mean: `. 1-3   : 4-6   + 7-9   # 10-12`.
pub fn legend(most: u64) -> Line {
    (1..=4_u64)
        .filter_map(|shade| {
            let (from, until) = scale::shade_range(shade, most)?;
            let at = usize::try_from(shade).unwrap_or(0);
            let range = if from == until { from.to_string() } else { format!("{from}-{until}") };
            Some((format!("{} {range}   ", SHADES[at]), LOOKS[at]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_fills_its_width_and_says_its_number() {
        for (value, most, wanted) in
            [(0, 0, "    -"), (0, 9, "    -"), (1, 1, " ###1"), (1, 100, " ...1"), (60, 100, " ++60")]
        {
            assert_eq!(cell(value, most, 5).0, wanted, "{value} of {most}");
        }
        for value in [0, 7, 12_345, u64::MAX] {
            for width in 0..8 {
                assert_eq!(draw::width(&cell(value, u64::MAX, width).0), width);
            }
        }
    }

    #[test]
    fn the_legend_leaves_out_shades_that_no_number_has() {
        let text = |most| legend(most).into_iter().map(|(text, _)| text).collect::<String>();
        assert_eq!(text(12).trim_end(), ". 1-3   : 4-6   + 7-9   # 10-12");
        assert_eq!(text(1).trim_end(), "# 1");
        assert_eq!(text(0), "");
    }
}
