//! From numbers to columns of the screen.

/// How many of `width` columns stand for `value` when all of them stand for `most`: rounded, but something that is
/// there takes at least one column, and only the greatest takes all of them.
pub fn columns(value: u64, most: u64, width: usize) -> usize {
    if value == 0 || most == 0 || width == 0 {
        return 0;
    }
    let room = u64::try_from(width).unwrap_or(u64::MAX);
    let exact =
        (u128::from(value.min(most)) * u128::from(room) * 2 + u128::from(most)) / (2 * u128::from(most));
    let columns = usize::try_from(exact).unwrap_or(width).clamp(1, width);
    if value < most && columns == width && width > 1 { width - 1 } else { columns }
}

/// How dark a value is among others, from 0 for nothing over four equal parts of the greatest to 4.
pub fn shade(value: u64, most: u64) -> usize {
    if value == 0 || most == 0 {
        return 0;
    }
    let part = (u128::from(value.min(most)) * 4).div_ceil(u128::from(most));
    usize::try_from(part).unwrap_or(4).clamp(1, 4)
}

/// The values of a shade, from and until, both part of it; `None` where no whole number has it.
pub fn shade_range(shade: u64, most: u64) -> Option<(u64, u64)> {
    let from = (most * (shade.max(1) - 1)) / 4 + 1;
    let until = most * shade / 4;
    (from <= until).then_some((from, until))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_one_and_huge_values_have_their_columns() {
        for (value, most, width, wanted) in [
            (0, 0, 20, 0),
            (0, 10, 20, 0),
            (5, 0, 20, 0),
            (1, 1, 20, 20),
            (1, 1_000_000, 20, 1),
            (999_999, 1_000_000, 20, 19),
            (u64::MAX, u64::MAX, 20, 20),
            (u64::MAX / 2, u64::MAX, 20, 10),
            (30, 10, 20, 20),
            (5, 10, 0, 0),
            (5, 10, 1, 1),
        ] {
            assert_eq!(columns(value, most, width), wanted, "{value} of {most} in {width}");
        }
    }

    #[test]
    fn more_never_looks_like_less() {
        for most in [1, 2, 7, 100] {
            for value in 0..most {
                assert!(columns(value, most, 13) <= columns(value + 1, most, 13));
                assert!(shade(value, most) <= shade(value + 1, most));
            }
            assert_eq!(shade(most, most), 4);
        }
        assert_eq!((shade(0, 5), shade(3, 0), shade(u64::MAX, u64::MAX)), (0, 0, 4));
    }

    #[test]
    fn the_legend_says_of_every_value_the_shade_it_has() {
        for most in 1..60 {
            for value in 1..=most {
                let shade = shade(value, most);
                let range = shade_range(u64::try_from(shade).unwrap(), most);
                assert!(
                    range.is_some_and(|(from, until)| from <= value && value <= until),
                    "{value} of {most}"
                );
            }
        }
        assert_eq!(shade_range(1, 2), None);
    }
}
