//! Telling a key that is held down from one that is pressed again.
//!
//! A second press within [`FIRST_REPEAT`] may be either, and for most deeds it does not matter: nobody finishes two visits
//! in 0.7 seconds. Two visitors who are counted without a number may stand there at once, though, so that two quick presses
//! must count both and a held key one: such a press is [`Press::Doubtful`], and is done when no repeat has followed for
//! [`NEXT_REPEATS`], since a held key goes on repeating. Only a key that is let go right after its first repeat counts
//! twice; the notice says the number, and undo takes one off.

use std::time::Duration;

use super::key::Key;

/// Keyboards wait up to 660 ms before a held key begins to repeat (X11's default; Windows: 250–1,000 ms). A deed by the
/// same key within this time of the last one is the same press.
const FIRST_REPEAT: Duration = Duration::from_millis(700);

/// From then on a held key comes 25 to 30 times a second; no finger is that fast.
const NEXT_REPEATS: Duration = Duration::from_millis(120);

/// What a press is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// Pressed anew.
    New,
    /// Pressed anew, or the first repeat of the key that was pressed before.
    Doubtful,
    /// Held down.
    Held,
}

/// The last press, and the last deed that a press did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hold {
    press: Option<(Key, Duration)>,
    deed: Option<(Key, Duration)>,
}

impl Hold {
    /// Notes a press, and says what it is.
    pub(super) fn press(&mut self, key: Key, at: Duration) -> Press {
        let within = |last: Option<(Key, Duration)>, span| {
            last.is_some_and(|(one, when)| one == key && at.saturating_sub(when) < span)
        };
        let is_same_press = self.press.is_some_and(|(one, _)| one == key);
        let press = match is_same_press {
            true if within(self.press, NEXT_REPEATS) => Press::Held,
            true if within(self.deed, FIRST_REPEAT) => Press::Doubtful,
            _ => Press::New,
        };
        self.press = Some((key, at));
        press
    }

    /// Whether a press in doubt would have repeated by now if the key were held down.
    pub(super) fn is_settled(pressed: Duration, now: Duration) -> bool {
        now.saturating_sub(pressed) >= NEXT_REPEATS
    }

    /// How long until a press in doubt is settled.
    pub(super) fn patience(pressed: Duration, now: Duration) -> Duration {
        NEXT_REPEATS.saturating_sub(now.saturating_sub(pressed))
    }

    /// Notes that the press did something.
    pub(super) fn deed(&mut self, key: Key, at: Duration) {
        self.deed = Some((key, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Hold {
        /// As most deeds take it.
        fn is_held(&mut self, key: Key, at: Duration) -> bool {
            self.press(key, at) != Press::New
        }
    }

    #[test]
    fn a_quick_second_press_is_in_doubt_until_it_is_seen_to_repeat() {
        let (asked, ms) = (Key::letter('*'), Duration::from_millis);
        let mut hold = Hold::default();
        assert_eq!(hold.press(asked, ms(0)), Press::New);
        hold.deed(asked, ms(0));
        assert_eq!(hold.press(asked, ms(200)), Press::Doubtful);
        assert!(!Hold::is_settled(ms(200), ms(319)));
        assert!(Hold::is_settled(ms(200), ms(320)));
        hold.deed(asked, ms(200));
        assert_eq!(hold.press(asked, ms(500)), Press::Doubtful);
        assert_eq!(hold.press(asked, ms(533)), Press::Held);
        assert_eq!(hold.press(asked, ms(566)), Press::Held);
        assert_eq!(hold.press(asked, ms(1_000)), Press::New);
    }

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
