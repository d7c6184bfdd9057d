//! Telling a scanner from fingers: a scanner types like a keyboard, but faster than anybody.
//!
//! A state machine over keys and the time of each. It keeps back what belongs to a scan, so that no letter of a name
//! becomes a command, and gives it away whole.

use std::time::Duration;

use crossterm::event::KeyCode;

use super::key::Key;
use crate::domain::card::Scan;

/// Between two digits of a scanner; the slowest ones take 50 ms. No finger types nine digits at this pace.
const BETWEEN_DIGITS: Duration = Duration::from_millis(60);

/// Between two signs of a scan that has begun: some scanners stop to encode a letter, and a busy PC delivers in parts.
const BETWEEN_SIGNS: Duration = Duration::from_millis(500);

/// How long after a scan its second line break may come; a finger's Enter comes later.
const AFTER_END: Duration = Duration::from_millis(150);

/// As many digits in a row are a scan where digits mean nothing.
const FEWEST_DIGITS: usize = 9;

/// As many digits begin a card.
const DIGITS_OF_A_CARD: usize = 12;

/// What a key is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Heard {
    /// A key like any other.
    Key,
    /// A digit like any other, which may be the first of a scan: what stands now may have to be put back.
    First,
    /// Now it is a scan: what its first digits did has to be taken back. The key belongs to it.
    Begins,
    /// Part of a scan: it does nothing.
    Taken,
    /// The end of a scan.
    Scan(Scan),
}

/// What was heard so far.
#[derive(Default)]
pub(super) enum ScanEar {
    /// Nothing of a scan.
    #[default]
    Quiet,
    /// Digits that came fast, and when the last one did.
    Digits(Scan, Duration),
    /// A scan, and when its last sign came.
    Scan(Scan, Duration),
    /// A scan has ended then.
    After(Duration),
}

impl ScanEar {
    /// Whether a scan is under way.
    pub(super) const fn is_listening(&self) -> bool {
        matches!(self, Self::Scan(..))
    }

    /// How long to wait for the next sign before a scan counts as ended.
    pub(super) const fn patience() -> Duration {
        BETWEEN_SIGNS
    }

    /// A scan that has had no sign for so long that it will have none.
    pub(super) fn overdue(&mut self, at: Duration) -> Option<Scan> {
        match std::mem::take(self) {
            Self::Scan(scan, last) if at.saturating_sub(last) > BETWEEN_SIGNS => Some(scan),
            other => {
                *self = other;
                None
            }
        }
    }

    /// Takes a key that was pressed at a time, where keys are text or are not. Asked after [`Self::overdue`].
    pub(super) fn hear(&mut self, key: Key, at: Duration, takes_text: bool) -> Heard {
        let digit = key.text().filter(char::is_ascii_digit);
        let is_end = matches!(key.code, KeyCode::Enter | KeyCode::Tab) || key == Key::ctrl('j');
        match std::mem::take(self) {
            Self::Scan(mut scan, _) => {
                if is_end {
                    *self = Self::After(at);
                    return Heard::Scan(scan);
                }
                match key.text() {
                    Some(sign) => scan.push(sign),
                    // An input method takes back what it rewrites.
                    None if key.code == KeyCode::Backspace => scan.pop(),
                    None => {}
                }
                *self = Self::Scan(scan, at);
                return Heard::Taken;
            }
            Self::After(end) if is_end && at.saturating_sub(end) <= AFTER_END => {
                *self = Self::After(end);
                return Heard::Taken;
            }
            Self::Digits(mut scan, last) if at.saturating_sub(last) <= BETWEEN_DIGITS => {
                if let Some(digit) = digit {
                    scan.push(digit);
                    let is_scan = !takes_text && scan.digits() >= FEWEST_DIGITS && !scan.is_one_key();
                    *self = if is_scan { Self::Scan(scan, at) } else { Self::Digits(scan, at) };
                    return if is_scan { Heard::Taken } else { Heard::Key };
                }
                // A pasted number with words behind it has a space or a comma first; a card has a bar, or a name
                // where the bar was lost.
                let goes_on = key.text().filter(|sign| {
                    !sign.is_whitespace() && !matches!(sign, '.' | ',' | ';' | ':' | ')' | '-' | '/')
                });
                if let Some(sign) = goes_on
                    && scan.digits() >= DIGITS_OF_A_CARD
                    && !scan.is_one_key()
                {
                    scan.push(sign);
                    *self = Self::Scan(scan, at);
                    return Heard::Begins;
                }
            }
            Self::Quiet | Self::Digits(..) | Self::After(_) => {}
        }
        let Some(digit) = digit else { return Heard::Key };
        *self = Self::Digits(Scan::begun(digit), at);
        Heard::First
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = "001090123456|012345678|Nguyễn Văn A|01011990|Nam|Xã C|15042021";

    /// What each key of a text is, with so many milliseconds between two.
    fn heard(ear: &mut ScanEar, keys: &str, from: u64, between: u64, takes_text: bool) -> Vec<Heard> {
        let keys = Key::script(keys).unwrap();
        (0_u64..)
            .zip(keys)
            .map(|(at, key)| ear.hear(key, Duration::from_millis(from + at * between), takes_text))
            .collect()
    }

    #[test]
    fn a_scanner_is_heard_at_any_pace_of_a_scanner() {
        for between in [0, 5, 50] {
            let mut ear = ScanEar::default();
            let all = heard(&mut ear, &format!("{CARD}<Enter><Enter>"), 1_000, between, false);
            assert_eq!(all[0], Heard::First);
            assert!(all[1..8].iter().all(|one| *one == Heard::Key));
            let end = CARD.chars().count();
            assert!(all[8..end].iter().all(|one| *one == Heard::Taken), "{between}");
            assert_eq!(all[end], Heard::Scan(Scan::new(CARD.to_owned())));
            // The line feed after the carriage return.
            assert_eq!(all[end + 1], Heard::Taken);
            assert_eq!(ear.hear(Key::plain(KeyCode::Enter), Duration::from_secs(59), false), Heard::Key);
        }
    }

    #[test]
    fn in_a_field_it_is_a_scan_only_when_more_than_a_number_comes() {
        let mut ear = ScanEar::default();
        let all = heard(&mut ear, &format!("{CARD}<Enter>"), 1_000, 3, true);
        assert!(all[1..12].iter().all(|one| *one == Heard::Key));
        assert_eq!(all[12], Heard::Begins);
        assert_eq!(all.last(), Some(&Heard::Scan(Scan::new(CARD.to_owned()))));
        for typed in ["001090123456<Enter>", "001090123456 của ông A", "0912345678, gọi lại", "111111111111a"]
        {
            let all = heard(&mut ScanEar::default(), typed, 1_000, 3, true);
            assert!(all.iter().all(|one| matches!(one, Heard::Key | Heard::First)), "{typed}");
        }
    }

    #[test]
    fn fingers_and_held_keys_are_no_scanner() {
        for (keys, between) in
            [(CARD, 61), (CARD, 1_000), ("999999999999999g", 30), ("12345678g", 1), ("gxd", 0)]
        {
            let all = heard(&mut ScanEar::default(), keys, 1_000, between, false);
            assert!(all.iter().all(|one| matches!(one, Heard::Key | Heard::First)), "{keys} {between}");
        }
    }

    #[test]
    fn a_scan_that_stops_is_given_away_and_one_in_parts_is_one() {
        let ms = Duration::from_millis;
        let mut ear = ScanEar::default();
        heard(&mut ear, &CARD[..20], 0, 5, false);
        assert!(ear.is_listening());
        assert_eq!(ear.overdue(ms(400)), None);
        heard(&mut ear, "abc", 500, 5, false);
        assert_eq!(ear.overdue(ms(900)), None);
        assert_eq!(ear.overdue(ms(1_100)), Some(Scan::new(format!("{}abc", &CARD[..20]))));
        assert!(!ear.is_listening());
        assert_eq!(ear.hear(Key::letter('g'), ms(1_101), false), Heard::Key);
    }

    #[test]
    fn an_input_method_that_rewrites_a_scan_is_heard_as_it_types() {
        let mut ear = ScanEar::default();
        let all = heard(&mut ear, "001090123456||Tra<Backspace>â<C-c><F3><Enter>", 0, 2, false);
        assert_eq!(all.last(), Some(&Heard::Scan(Scan::new("001090123456||Trâ".to_owned()))));
    }
}
