//! Telling a key that is held down from one that is pressed again.

use std::time::Duration;

use super::key::Key;

/// Keyboards wait up to 660 ms before a held key begins to repeat (X11's default; Windows: 250–1,000 ms). A deed by the
/// same key within this time of the last one is the same press.
const FIRST_REPEAT: Duration = Duration::from_millis(700);

/// From then on a held key comes 25 to 30 times a second; no finger is that fast.
const NEXT_REPEATS: Duration = Duration::from_millis(120);

/// The last press, and the last deed that a press did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hold {
    press: Option<(Key, Duration)>,
    deed: Option<(Key, Duration)>,
}

impl Hold {
    /// Notes a press, and says whether it is the key still held down.
    pub(super) fn is_held(&mut self, key: Key, at: Duration) -> bool {
        let within = |last: Option<(Key, Duration)>, span| {
            last.is_some_and(|(one, when)| one == key && at.saturating_sub(when) < span)
        };
        let is_same_press = self.press.is_some_and(|(one, _)| one == key);
        let is_held = is_same_press && (within(self.press, NEXT_REPEATS) || within(self.deed, FIRST_REPEAT));
        self.press = Some((key, at));
        is_held
    }

    /// Notes that the press did something.
    pub(super) fn deed(&mut self, key: Key, at: Duration) {
        self.deed = Some((key, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_key_counts_once_and_a_second_press_counts_again() {
        let (enter, f2) = (Key::script("<Enter>").unwrap()[0], Key::f(2));
        let ms = Duration::from_millis;
        let mut hold = Hold::default();
        assert!(!hold.is_held(enter, ms(0)));
        hold.deed(enter, ms(0));
        // Held: the first repeat, and then a stream of them however long it lasts.
        for at in [500, 530, 560, 590, 680, 770, 860] {
            assert!(hold.is_held(enter, ms(at)), "{at}");
        }
        // Let go and pressed again.
        assert!(!hold.is_held(enter, ms(1_300)));
        hold.deed(enter, ms(1_300));
        // A double press is one; another key between the two makes it a new one.
        assert!(hold.is_held(enter, ms(1_500)));
        assert!(!hold.is_held(f2, ms(1_600)));
        assert!(!hold.is_held(enter, ms(1_700)));
    }
}
