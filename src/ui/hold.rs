//! Telling quick fingers from a key that is held down, and keeping a key from doing what it did not mean a moment ago.
//!
//! Fingers are quick: six ticks take less than a second. A held key is quicker, and it goes on. Three rules, judged by the time
//! at which a key came and not by the time at which it is obeyed:
//!
//! 1. A key that comes a third time with no more than [`REPEAT`] between two is held; so is one that comes a second time
//!    within [`FINGERS`]. From there on it does nothing until another key is pressed or it was let go for [`PAUSE`].
//! 2. A key that would do something else than at its last press (give a number, then call it) counts [`CHANGED`] after that
//!    press and not before: the first repeat of a held key comes late, and a nervous hand presses twice. A press that was
//!    refused did nothing, and the time runs from the one before it.
//! 3. Where the terminal tells when a key is let go, that alone decides: it is held until then, and pressed anew after it.
//!
//! What moves the cursor repeats freely, and so does text. A key that does the same thing again does it at most twice
//! while it is held: at once, and when the keyboard begins to repeat it. What would take back the tick that was just set
//! means something else (the second rule), so that no held key turns anything back.

use std::time::Duration;

use super::key::{Key, Motion, Stroke};
use super::keymap::{Action, Place, Weight};
use super::view::RowDeed;
use crate::domain::{StageKind, VisitId};

/// The longest time between two repeats of a held key: the Linux console's 92 ms, X11's 40 ms, Windows' 33 ms and more.
const REPEAT: Duration = Duration::from_millis(120);

/// No finger presses one key twice within this time.
const FINGERS: Duration = Duration::from_millis(100);

/// A held key may be silent for so long, on a slow line, and still be held.
const PAUSE: Duration = Duration::from_millis(300);

/// Keyboards wait up to 660 ms before a held key begins to repeat (X11's default).
const CHANGED: Duration = Duration::from_millis(700);

/// A key of which nobody heard that it was let go, for that long, was let go in another window: Windows repeats a held key
/// after a second at the latest.
const UNHEARD: Duration = Duration::from_millis(1_200);

/// What a press does with the world, so that two presses can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub place: Place,
    pub action: Action,
    /// Whom the desk is busy with, and how far that is.
    pub in_hand: Option<(VisitId, StageKind)>,
    /// What it does to the row under the cursor.
    pub row: RowDeed,
}

impl Meaning {
    pub(super) const fn weight(self) -> Weight {
        match (self.action, self.place) {
            // A list of steps is ticked, and a form walked through, with one Enter after the other; everywhere else Enter is a
            // deed.
            (Action::Proceed, Place::Visit)
            | (Action::Accept, Place::Setup | Place::Settings | Place::EntryForm) => Weight::InARow,
            _ => self.action.weight(),
        }
    }
}

/// What becomes of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Counts,
    /// The key is held down, and has done what it does.
    Held,
    /// It came so soon after a press that did something else that the hand may mean that one.
    TooSoon,
}

/// The key that was pressed last.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "five answers that do not exclude one another")]
struct Last {
    key: Key,
    /// When it came last.
    at: Duration,
    /// How often it came with no more than [`REPEAT`] between two.
    times: u32,
    is_held: bool,
    /// Whether it was let go since, as far as the terminal tells.
    is_let_go: bool,
    /// Its last press that did something, and when that was.
    counted: Option<(Meaning, Duration)>,
    /// The same before the press that was judged last.
    counted_before: Option<(Meaning, Duration)>,
    /// Whether the terminal told of this press that it is no repeat of a held key.
    is_told: bool,
    /// Whether its last press came too soon.
    is_too_soon: bool,
    /// Whether its first press is still to be judged: it may be kept back until the key comes again.
    is_owed: bool,
}

/// What is known of the keys under the hand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hold {
    last: Option<Last>,
}

impl Hold {
    /// Notes that a key came or was let go; whatever becomes of it.
    pub(super) fn note(&mut self, stroke: Stroke) {
        let Stroke { key, at, motion } = stroke;
        if motion == Motion::Released {
            if let Some(last) = self.last.as_mut().filter(|last| last.key.is_same_finger(key)) {
                last.is_let_go = true;
            }
            return;
        }
        let Some(last) = self.last.as_mut().filter(|last| last.key == key) else {
            self.last = Some(Last {
                key,
                at,
                times: 1,
                is_held: motion == Motion::Repeated,
                is_let_go: false,
                counted: None,
                counted_before: None,
                is_told: motion == Motion::Pressed,
                is_too_soon: false,
                is_owed: motion == Motion::Typed,
            });
            return;
        };
        let gap = at.saturating_sub(last.at);
        let goes_on = gap <= REPEAT && !last.is_let_go;
        last.times = if goes_on { last.times + 1 } else { 1 };
        last.is_held = match motion {
            Motion::Repeated => true,
            Motion::Pressed => !last.is_let_go && gap < UNHEARD,
            Motion::Typed | Motion::Released => {
                last.times >= 3
                    || (last.times == 2 && gap <= FINGERS)
                    || (last.is_held && gap < PAUSE && !last.is_let_go)
            }
        };
        last.is_told = motion == Motion::Pressed;
        last.is_too_soon &= goes_on && motion == Motion::Typed;
        last.is_owed |= motion == Motion::Typed && last.times == 1 && !last.is_held;
        last.is_let_go = false;
        last.at = at;
    }

    /// Whether the press that was noted last counts, and notes that it did. A key that was kept back while another one came
    /// is no held one.
    pub(super) fn judge(&mut self, key: Key, meaning: Meaning) -> Verdict {
        let weight = meaning.weight();
        let Some(last) = self.last.as_mut().filter(|last| last.key == key && weight != Weight::Moves) else {
            return Verdict::Counts;
        };
        let is_owed = std::mem::take(&mut last.is_owed);
        if last.is_held && !is_owed {
            return Verdict::Held;
        }
        let is_too_soon = last.counted.is_some_and(|(before, when)| {
            let is_another = match weight {
                Weight::Once => true,
                Weight::InARow => before != meaning,
                // Esc goes back as often as it is pressed; Space, which opened what it would close, does not.
                Weight::Steps => before.action != meaning.action,
                Weight::Moves => false,
            };
            is_another && !last.is_told && last.at.saturating_sub(when) < CHANGED
        });
        last.is_too_soon |= is_too_soon;
        if last.is_too_soon {
            return Verdict::TooSoon;
        }
        last.counted_before = last.counted.replace((meaning, last.at));
        Verdict::Counts
    }

    /// The press that counted last did nothing: it was refused.
    pub(super) fn did_nothing(&mut self) {
        if let Some(last) = &mut self.last {
            last.counted = last.counted_before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTER: Key = Key::ENTER;

    fn meaning(place: Place, action: Action) -> Meaning {
        Meaning { place, action, in_hand: None, row: RowDeed::Nothing }
    }

    fn give() -> Meaning {
        meaning(Place::Intake, Action::Accept)
    }

    fn call() -> Meaning {
        meaning(Place::Queue, Action::Proceed)
    }

    fn tick() -> Meaning {
        Meaning { row: RowDeed::Sets, ..meaning(Place::Visit, Action::Proceed) }
    }

    impl Hold {
        fn comes(&mut self, at: u64, motion: Motion, meaning: Meaning) -> Verdict {
            self.note(Stroke { key: ENTER, at: Duration::from_millis(at), motion });
            self.judge(ENTER, meaning)
        }

        fn counts(&mut self, at: u64, meaning: Meaning) -> bool {
            self.comes(at, Motion::Typed, meaning) == Verdict::Counts
        }
    }

    /// When a held key comes: at once, after the delay of its keyboard, and then at its pace.
    fn held(delay: u64, pace: u64) -> impl Iterator<Item = u64> {
        let repeats = (0..).map(move |nth| delay + nth * pace).take_while(|at| *at <= 2_000);
        std::iter::once(0).chain(repeats)
    }

    #[test]
    fn six_quick_ticks_are_six() {
        for between in [125, 150, 250, 500, 650] {
            let mut hold = Hold::default();
            let ticks = (0..6).filter(|nth| hold.counts(nth * between, tick())).count();
            assert_eq!(ticks, 6, "{between} ms");
        }
    }

    #[test]
    fn a_held_key_does_what_it_did_at_most_twice_and_nothing_else() {
        for (delay, pace) in [(500, 33), (500, 92), (660, 40), (250, 33), (250, 92), (400, 60)] {
            let mut hold = Hold::default();
            let ticks = held(delay, pace).filter(|at| hold.counts(*at, tick())).count();
            assert_eq!(ticks, 2, "{delay} {pace}");
            let mut hold = Hold::default();
            let mut done = 0;
            for at in held(delay, pace) {
                done += usize::from(hold.counts(at, if done == 0 { give() } else { call() }));
            }
            assert_eq!(done, 1, "{delay} {pace}");
        }
    }

    #[test]
    fn what_takes_back_a_tick_waits() {
        let back = Meaning { row: RowDeed::TakesBack, ..tick() };
        let mut hold = Hold::default();
        assert!(hold.counts(0, tick()));
        assert_eq!(hold.comes(300, Motion::Typed, back), Verdict::TooSoon);
        assert!(hold.counts(1_000, back));
    }

    #[test]
    fn a_changed_meaning_counts_after_its_time_and_after_another_key() {
        let mut hold = Hold::default();
        assert!(hold.counts(0, give()));
        assert_eq!(hold.comes(200, Motion::Typed, call()), Verdict::TooSoon);
        assert!(!hold.counts(690, call()));
        assert!(!hold.counts(760, call()), "it goes on repeating");
        assert!(hold.counts(1_200, call()));
        let mut hold = Hold::default();
        assert!(hold.counts(0, give()));
        hold.note(Stroke::typed(Key::f(3), Duration::from_millis(100)));
        assert!(hold.counts(200, call()));
    }

    #[test]
    fn a_refused_press_did_nothing_and_is_no_reason_to_wait() {
        let mut hold = Hold::default();
        assert!(hold.counts(0, call()));
        hold.did_nothing();
        assert!(hold.counts(200, call()));
        hold.did_nothing();
        assert!(hold.counts(400, give()));
        // That one went well: the time runs from it, whatever is refused after it.
        assert!(!hold.counts(600, call()));
        assert!(hold.counts(1_200, call()));
        hold.did_nothing();
        assert!(hold.counts(1_400, give()));
    }

    #[test]
    fn what_a_key_opened_it_does_not_close_at_once() {
        let open = meaning(Place::Queue, Action::Explain);
        let back = meaning(Place::Why, Action::Back);
        let mut hold = Hold::default();
        assert!(hold.counts(0, open));
        assert_eq!(hold.comes(300, Motion::Typed, back), Verdict::TooSoon);
        assert!(hold.counts(900, back));
        // Esc after Esc.
        assert!(hold.counts(1_100, back));
    }

    #[test]
    fn a_line_that_stammers_does_not_end_a_held_key() {
        let mut hold = Hold::default();
        assert!(hold.counts(0, tick()));
        for at in [500, 533, 566, 599, 800, 833] {
            hold.comes(at, Motion::Typed, tick());
        }
        assert_eq!(hold.comes(1_100, Motion::Typed, tick()), Verdict::Held);
        assert!(hold.counts(1_500, tick()));
    }

    #[test]
    fn where_a_release_is_told_it_decides() {
        let mut hold = Hold::default();
        for at in [0, 60, 120, 180] {
            assert_eq!(hold.comes(at, Motion::Pressed, tick()), Verdict::Counts, "{at}");
            hold.note(Stroke { key: ENTER, at: Duration::from_millis(at + 30), motion: Motion::Released });
        }
        // Let go and pressed again: what it means now is seen, however quick the finger.
        assert_eq!(hold.comes(260, Motion::Pressed, call()), Verdict::Counts);
        hold.note(Stroke { key: ENTER, at: Duration::from_millis(290), motion: Motion::Released });
        // Windows tells of a repeat as of a press.
        assert_eq!(hold.comes(1_000, Motion::Pressed, tick()), Verdict::Counts);
        assert_eq!(hold.comes(1_500, Motion::Pressed, tick()), Verdict::Held);
        assert_eq!(hold.comes(1_750, Motion::Pressed, tick()), Verdict::Held);
        // Its release went to another window.
        assert_eq!(hold.comes(9_000, Motion::Pressed, tick()), Verdict::Counts);
        assert_eq!(hold.comes(9_500, Motion::Repeated, tick()), Verdict::Held);
    }

    #[test]
    fn a_key_that_was_kept_back_counts_once_although_it_came_again_meanwhile() {
        let mut hold = Hold::default();
        for at in [0, 40, 80, 120] {
            hold.note(Stroke::typed(ENTER, Duration::from_millis(at)));
        }
        let verdicts = [(); 4].map(|()| hold.judge(ENTER, tick()));
        assert_eq!(verdicts, [Verdict::Counts, Verdict::Held, Verdict::Held, Verdict::Held]);
    }

    #[test]
    fn a_finger_is_known_whatever_is_let_go_first() {
        let mut hold = Hold::default();
        let press = |key, at, motion| Stroke { key, at: Duration::from_millis(at), motion };
        let undo = meaning(Place::Queue, Action::Undo);
        hold.note(press(Key::ctrl('z'), 0, Motion::Pressed));
        assert_eq!(hold.judge(Key::ctrl('z'), undo), Verdict::Counts);
        hold.note(press(Key::letter('Z'), 100, Motion::Released));
        hold.note(press(Key::ctrl('z'), 200, Motion::Pressed));
        assert_eq!(hold.judge(Key::ctrl('z'), undo), Verdict::Counts);
    }

    #[test]
    fn moving_repeats_freely() {
        let mut hold = Hold::default();
        let down = meaning(Place::Queue, Action::Down);
        assert!(held(250, 33).all(|at| hold.counts(at, down)));
    }
}
