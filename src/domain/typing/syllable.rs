//! A syllable that grows key by key: letters with their marks, and one tone.

use super::TypingMethod;
use super::letter::{Letter, Mark, Tone};
use super::spelling::{Extent, is_possible};

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    /// It is a letter, or set a mark or a tone.
    Went,
    /// It took its own mark back, or a digit stands for itself: the rest of the word is as typed.
    Undone,
    /// No syllable goes on so.
    Foreign,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Syllable {
    letters: Vec<Letter>,
    tone: Tone,
}

impl Syllable {
    pub(super) const fn empty() -> Self {
        Self { letters: Vec::new(), tone: Tone::None }
    }

    /// The syllable of some keys, as far as they make one, and what the last of them did.
    pub(super) fn of(method: TypingMethod, keys: &[char]) -> (Self, Did) {
        let (mut syllable, mut did) = (Self::empty(), Did::Went);
        for key in keys {
            did = syllable.press(method, *key);
            if did != Did::Went {
                break;
            }
        }
        (syllable, did)
    }

    fn press(&mut self, method: TypingMethod, key: char) -> Did {
        let before = self.clone();
        let small = key.to_ascii_lowercase();
        let is_set = match method {
            TypingMethod::Telex => self.press_telex(small, key.is_ascii_uppercase()),
            _ => self.press_vni(small),
        };
        match is_set {
            // The key of a mark that is there already takes it back.
            Some(false) => {
                self.add(key);
                return Did::Undone;
            }
            Some(true) if self.is_possible(Extent::Begun) => return Did::Went,
            Some(true) | None => {}
        }
        *self = before;
        self.add(key);
        match self.is_possible(Extent::Begun) {
            _ if key.is_ascii_digit() => Did::Undone,
            true => Did::Went,
            false => Did::Foreign,
        }
    }

    fn add(&mut self, key: char) {
        let letter = Letter {
            base: key.to_ascii_lowercase(),
            mark: Mark::None,
            is_upper: key.is_ascii_uppercase(),
            is_lone_w: false,
        };
        self.letters.push(letter);
        self.join_horns();
    }

    /// «ươ» before another letter, however much of it was marked: `nuwocs`, `huowng`.
    fn join_horns(&mut self) {
        let from = self.rime();
        for at in from..self.letters.len().saturating_sub(2) {
            let is_pair = (self.letters[at].base, self.letters[at + 1].base) == ('u', 'o');
            let has_horn = |at: usize| self.letters[at].mark == Mark::Horn;
            if is_pair && (has_horn(at) || has_horn(at + 1)) {
                self.letters[at].mark = Mark::Horn;
                self.letters[at + 1].mark = Mark::Horn;
            }
        }
    }

    /// Sets what a key of Telex means: `Some(false)` when it took its own mark back, `None` when it means a letter.
    fn press_telex(&mut self, key: char, is_upper: bool) -> Option<bool> {
        match key {
            's' | 'f' | 'r' | 'x' | 'j' => self.set_tone(Tone::of_letter(key)),
            'z' if self.tone != Tone::None => self.set_tone(Tone::None),
            'a' | 'e' | 'o' => self.set_mark(&[key], Mark::Circumflex),
            'd' => self.set_stroke(),
            'w' => self.set_horn_or_breve(true, true).or_else(|| self.press_lone_w(is_upper)),
            _ => None,
        }
    }

    fn press_vni(&mut self, key: char) -> Option<bool> {
        match key {
            '1'..='5' => self.set_tone(Tone::of_digit(key)),
            '0' if self.tone != Tone::None => self.set_tone(Tone::None),
            '6' => self.set_mark(&['a', 'e', 'o'], Mark::Circumflex),
            '7' => self.set_horn_or_breve(true, false),
            '8' => self.set_horn_or_breve(false, true),
            '9' => self.set_stroke(),
            _ => None,
        }
    }

    fn set_tone(&mut self, tone: Tone) -> Option<bool> {
        self.tone_place()?;
        let is_new = self.tone != tone;
        self.tone = if is_new { tone } else { Tone::None };
        Some(is_new)
    }

    /// The last of some vowels takes a mark, or gives it back.
    fn set_mark(&mut self, bases: &[char], mark: Mark) -> Option<bool> {
        let at =
            (self.rime()..self.letters.len()).rev().find(|at| bases.contains(&self.letters[*at].base))?;
        let letter = &mut self.letters[at];
        let is_new = letter.mark != mark;
        letter.mark = if is_new { mark } else { Mark::None };
        Some(is_new)
    }

    fn set_stroke(&mut self) -> Option<bool> {
        let consonants = self.letters.iter().take_while(|letter| !letter.is_vowel()).count();
        let letter = self.letters[..consonants].iter_mut().rev().find(|letter| letter.base == 'd')?;
        let is_new = letter.mark == Mark::None;
        letter.mark = if is_new { Mark::Stroke } else { Mark::None };
        Some(is_new)
    }

    /// `w` where there is no vowel yet is «ư», and a second one takes it back.
    fn press_lone_w(&mut self, is_upper: bool) -> Option<bool> {
        let has_vowel = self.letters.iter().any(|letter| letter.is_vowel());
        if has_vowel {
            return None;
        }
        self.letters.push(Letter { base: 'u', mark: Mark::Horn, is_upper, is_lone_w: true });
        Some(true)
    }

    /// The vowels that take a horn or a breve by one key, the likeliest first.
    fn set_horn_or_breve(&mut self, horn: bool, breve: bool) -> Option<bool> {
        let rime = self.rime();
        let letters = &self.letters;
        let at = |base: char| (rime..letters.len()).filter(move |at| letters[*at].base == base);
        let pair = at('u').find(|at| letters.get(at + 1).is_some_and(|next| next.base == 'o'));
        let mut choices: Vec<Vec<(usize, Mark)>> = Vec::new();
        if let Some(u) = pair.filter(|_| horn) {
            if u + 2 < letters.len() || letters[u].mark == Mark::Horn {
                choices.push(vec![(u, Mark::Horn), (u + 1, Mark::Horn)]);
            }
            choices.push(vec![(u + 1, Mark::Horn)]);
        }
        if horn {
            choices.extend(at('u').map(|u| vec![(u, Mark::Horn)]));
            choices.extend(at('o').map(|o| vec![(o, Mark::Horn)]));
        }
        if breve {
            choices.extend(at('a').map(|a| vec![(a, Mark::Breve)]));
        }
        for choice in choices {
            let is_new = choice.iter().any(|(at, mark)| self.letters[*at].mark != *mark);
            let mut with = self.clone();
            for (at, mark) in &choice {
                with.letters[*at].mark = if is_new { *mark } else { Mark::None };
            }
            if !is_new {
                with.letters.retain(|letter| !letter.is_lone_w);
            }
            if !is_new || with.is_possible(Extent::Begun) {
                *self = with;
                return Some(is_new);
            }
        }
        None
    }

    fn is_possible(&self, extent: Extent) -> bool {
        is_possible(&self.letters, self.tone, extent)
    }

    /// Whether nothing is missing.
    pub(super) fn is_whole(&self) -> bool {
        self.is_possible(Extent::Whole)
    }

    /// Where the vowels begin that a tone stands on: after «qu» and «gi», too; after the first vowel of «Êban».
    fn rime(&self) -> usize {
        let base = |at: usize| self.letters.get(at).map_or(' ', |letter| letter.base);
        let is_vowel = |at: usize| self.letters.get(at).is_some_and(|letter| letter.is_vowel());
        let mut start = (0..self.letters.len()).rev().find(|at| is_vowel(*at)).unwrap_or(self.letters.len());
        while start > 0 && is_vowel(start - 1) {
            start -= 1;
        }
        let is_glide = start > 0
            && is_vowel(start + 1)
            && matches!((base(start - 1), base(start)), ('q', 'u') | ('g', 'i'))
            && start == 1;
        if is_glide { start + 1 } else { start }
    }

    /// The letter that the tone stands on, where this program's own words have it: «hòa», «thủy».
    fn tone_place(&self) -> Option<usize> {
        let start = self.rime();
        let vowels = self.letters[start..].iter().take_while(|letter| letter.is_vowel()).count();
        let marked = (start..start + vowels).rev().find(|at| self.letters[*at].mark != Mark::None);
        let has_final = start + vowels < self.letters.len();
        match (marked, vowels) {
            (Some(at), _) => Some(at),
            (None, 0) => None,
            (None, 1) => Some(start),
            (None, 2) if !has_final => Some(start),
            (None, _) => Some(start + 1),
        }
    }

    pub(super) fn shown(&self) -> Vec<char> {
        let place = self.tone_place();
        let tone_at = |at: usize| if place == Some(at) { self.tone } else { Tone::None };
        self.letters.iter().enumerate().map(|(at, letter)| letter.shown(tone_at(at))).collect()
    }

    /// Takes the last letter off, as it is shown; a tone that stood on it goes with it.
    pub(super) fn back(&mut self, shown: char) {
        let plain = self.letters.pop().map(|letter| letter.shown(Tone::None));
        if plain != Some(shown) {
            self.tone = Tone::None;
        }
    }

    /// The keys that make it.
    pub(super) fn keys(&self, method: TypingMethod) -> Vec<char> {
        let mut keys = Vec::new();
        for letter in &self.letters {
            keys.push(if letter.is_upper { letter.base.to_ascii_uppercase() } else { letter.base });
            keys.extend(match (method, letter.mark) {
                (_, Mark::None) => None,
                (TypingMethod::Telex, Mark::Circumflex | Mark::Stroke) => Some(letter.base),
                (TypingMethod::Telex, Mark::Breve | Mark::Horn) => Some('w'),
                (_, mark) => mark.digit(),
            });
        }
        keys.extend(self.tone.key(method));
        keys
    }
}
