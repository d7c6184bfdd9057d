//! A letter of Vietnamese: its base, its mark, and the tone that is written with it.

use unicode_normalization::UnicodeNormalization;

use super::TypingMethod;

/// What a letter has above it or through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Circumflex,
    Breve,
    Horn,
    /// The stroke of `đ`.
    Stroke,
}

impl Mark {
    /// As VNI types it.
    pub(super) const fn of_digit(digit: char) -> Self {
        match digit {
            '6' => Self::Circumflex,
            '7' => Self::Horn,
            '8' => Self::Breve,
            '9' => Self::Stroke,
            _ => Self::None,
        }
    }

    pub(super) const fn digit(self) -> Option<char> {
        match self {
            Self::None => None,
            Self::Circumflex => Some('6'),
            Self::Horn => Some('7'),
            Self::Breve => Some('8'),
            Self::Stroke => Some('9'),
        }
    }
}

/// The tone of a syllable, written above or below one of its vowels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    None,
    Acute,
    Grave,
    Hook,
    Tilde,
    Dot,
}

impl Tone {
    /// As VNI types it.
    pub(super) const fn of_digit(digit: char) -> Self {
        match digit {
            '1' => Self::Acute,
            '2' => Self::Grave,
            '3' => Self::Hook,
            '4' => Self::Tilde,
            '5' => Self::Dot,
            _ => Self::None,
        }
    }

    /// As Telex types it.
    pub(super) const fn of_letter(letter: char) -> Self {
        match letter {
            's' => Self::Acute,
            'f' => Self::Grave,
            'r' => Self::Hook,
            'x' => Self::Tilde,
            'j' => Self::Dot,
            _ => Self::None,
        }
    }

    pub(super) const fn key(self, method: TypingMethod) -> Option<char> {
        let (telex, vni) = match self {
            Self::None => return None,
            Self::Acute => ('s', '1'),
            Self::Grave => ('f', '2'),
            Self::Hook => ('r', '3'),
            Self::Tilde => ('x', '4'),
            Self::Dot => ('j', '5'),
        };
        Some(if matches!(method, TypingMethod::Vni) { vni } else { telex })
    }
}

/// A letter without its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Small, without any mark.
    pub base: char,
    pub mark: Mark,
    pub is_upper: bool,
    /// It is «ư» by one key, `w`.
    pub is_lone_w: bool,
}

impl Letter {
    pub(super) const fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// As it is written with that tone.
    pub(super) fn shown(self, tone: Tone) -> char {
        let mark = match self.mark {
            Mark::None => None,
            Mark::Circumflex => Some('\u{302}'),
            Mark::Breve => Some('\u{306}'),
            Mark::Horn => Some('\u{31b}'),
            Mark::Stroke => return if self.is_upper { 'Đ' } else { 'đ' },
        };
        let tone = match tone {
            Tone::None => None,
            Tone::Acute => Some('\u{301}'),
            Tone::Grave => Some('\u{300}'),
            Tone::Hook => Some('\u{309}'),
            Tone::Tilde => Some('\u{303}'),
            Tone::Dot => Some('\u{323}'),
        };
        let base = if self.is_upper { self.base.to_ascii_uppercase() } else { self.base };
        [Some(base), mark, tone].into_iter().flatten().nfc().next().unwrap_or(base)
    }
}
