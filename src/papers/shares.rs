//! Dividing a table's width among its columns.

/// Widths of columns that add up to `room`: each its share, but none below its floor (its widest word) while others
/// can give. When not even the floors fit, each floor is cut in proportion.
///
/// `shares` and `floors` are of one length; a share of zero counts as its floor alone.
pub(super) fn divide(room: f32, shares: &[u16], floors: &[f32]) -> Vec<f32> {
    let needed: f32 = floors.iter().sum();
    if needed >= room {
        return floors.iter().map(|floor| room * floor / needed.max(f32::MIN_POSITIVE)).collect();
    }
    // A column that would fall below its floor is fixed there, which leaves less for the rest; so again until none falls.
    let mut fixed: Vec<bool> = shares.iter().map(|&share| share == 0).collect();
    loop {
        let sum = |held: bool, of: &dyn Fn(usize) -> f32| -> f32 {
            (0..shares.len()).filter(|&i| fixed[i] == held).map(of).sum()
        };
        let free = room - sum(true, &|i| floors[i]);
        let total = sum(false, &|i| f32::from(shares[i]));
        if total <= 0.0 {
            // Nothing but floors: the spare width is spread evenly.
            let count = u16::try_from(floors.len().max(1)).unwrap_or(u16::MAX);
            let spare = (room - needed) / f32::from(count);
            return floors.iter().map(|floor| floor + spare).collect();
        }
        let of_share = |i: usize| free * f32::from(shares[i]) / total;
        match (0..shares.len()).find(|&i| !fixed[i] && of_share(i) < floors[i]) {
            Some(short) => fixed[short] = true,
            None => {
                return (0..shares.len()).map(|i| if fixed[i] { floors[i] } else { of_share(i) }).collect();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: &[f32], want: &[f32]) -> bool {
        got.len() == want.len() && got.iter().zip(want).all(|(a, b)| (a - b).abs() < 0.01)
    }

    #[test]
    fn shares_divide_the_room() {
        assert!(close(&divide(100.0, &[3, 1], &[1.0, 1.0]), &[75.0, 25.0]));
    }

    #[test]
    fn a_narrow_column_is_raised_to_its_widest_word() {
        assert!(close(&divide(100.0, &[9, 1], &[20.0, 30.0]), &[70.0, 30.0]));
    }

    #[test]
    fn floors_that_do_not_fit_are_cut_in_proportion() {
        assert!(close(&divide(100.0, &[1, 1], &[150.0, 50.0]), &[75.0, 25.0]));
    }

    #[test]
    fn columns_without_shares_spread_evenly() {
        assert!(close(&divide(100.0, &[0, 0], &[10.0, 30.0]), &[40.0, 60.0]));
    }
}
