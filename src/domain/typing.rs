//! Vietnamese from plain keys, where the PC has no input method: Telex and VNI (docs/domain.md, "Identity and places").
//!
//! One word at a time: the keys that were pressed for it are kept, and after each one the word is made anew. A mark that
//! is typed twice is taken off, and from then on the word stays as typed, so that every word of every language can be. What
//! can be no syllable stays as typed, too: «system», «wifi».

mod letter;
mod spelling;
mod syllable;

use super::coded::coded;
use syllable::{Did, Syllable};

coded! {
    /// How letters become Vietnamese ones.
    #[derive(Default)]
    TypingMethod {
        /// They do not: the PC has an input method of its own, or none is wanted.
        #[default]
        Off = "off",
        /// Marks by letters: `aa`, `ow`, `dd`, `s f r x j`.
        Telex = "telex",
        /// Marks by digits: `a6`, `o7`, `d9`, `1–5`.
        Vni = "vni",
    }
}

/// What is typed where the keys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Words, among them «ở», «à» and «Á».
    Words,
    /// Numbers of visits, too: `a1` is one.
    Numbers,
}

/// What has to be done to the text before the cursor: so many letters taken back, and these put there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rewrite {
    /// How many letters go.
    pub erased: usize,
    /// What comes in their place.
    pub typed: String,
}

impl Rewrite {
    /// From what stands there to what shall.
    fn between(old: &[char], new: &[char]) -> Self {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        Self { erased: old.len() - same, typed: new[same..].iter().collect() }
    }
}

/// How the rest of a word is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Letters and marks make a syllable.
    #[default]
    Composed,
    /// As above, after a letter was deleted: the keys are those that would make what is left.
    Edited,
    /// No syllable goes on so: as typed.
    Foreign,
    /// As typed, because a mark was taken back or a letter came with its mark.
    Plain,
}

/// The word before the cursor, as it was typed and as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    keys: Vec<char>,
    shown: Vec<char>,
    state: State,
    /// A digit stands right before it, as in «6A2».
    is_after_digit: bool,
}

impl Word {
    /// Nothing is known of what stands before the cursor.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes a letter that was typed, and says what becomes of the text.
    pub fn press(&mut self, method: TypingMethod, ground: Ground, letter: char) -> Rewrite {
        let as_typed = Rewrite { erased: 0, typed: letter.to_string() };
        let is_mark = method == TypingMethod::Vni && letter.is_ascii_digit() && !self.shown.is_empty();
        if method == TypingMethod::Off || !(letter.is_alphabetic() || is_mark) {
            let mut rewrite = self.end(method);
            self.is_after_digit = letter.is_ascii_digit();
            rewrite.typed.push(letter);
            return rewrite;
        }
        // A letter that has its mark already came from elsewhere; so will the rest of the word.
        if !letter.is_ascii() || self.is_after_digit || (is_mark && self.is_number(ground, letter)) {
            return self.go_on_plain(letter);
        }
        if matches!(self.state, State::Plain | State::Foreign) {
            self.keys.push(letter);
            self.shown.push(letter);
            return as_typed;
        }
        self.keys.push(letter);
        let (syllable, did) = Syllable::of(method, &self.keys);
        let shown = match did {
            Did::Went => syllable.shown(),
            Did::Undone => {
                self.state = State::Plain;
                let shown = syllable.shown();
                self.keys.clone_from(&shown);
                shown
            }
            // The keys of what was deleted are not known: what stands there stays.
            Did::Foreign if self.state == State::Edited => {
                self.keys.pop();
                return self.go_on_plain(letter);
            }
            Did::Foreign => {
                self.state = State::Foreign;
                self.keys.clone()
            }
        };
        let rewrite = Rewrite::between(&self.shown, &shown);
        self.shown = shown;
        rewrite
    }

    /// From here on as typed, with what stands there as a person sees it.
    fn go_on_plain(&mut self, letter: char) -> Rewrite {
        let shown =
            if self.state == State::Composed && letter.is_ascii_digit() { &self.keys } else { &self.shown };
        let mut shown = shown.clone();
        shown.push(letter);
        let rewrite = Rewrite::between(&self.shown, &shown);
        (self.state, self.keys, self.shown) = (State::Plain, shown.clone(), shown);
        rewrite
    }

    /// Whether a digit belongs to the number of a visit: one letter, and a digit where numbers are typed, or a second one.
    fn is_number(&self, ground: Ground, digit: char) -> bool {
        let is_tone = ('1'..='5').contains(&digit);
        match self.keys[..] {
            // No series is called so, and «ý kiến» begins a need.
            ['y' | 'Y'] => false,
            [_] => ground == Ground::Numbers && is_tone,
            // After the mark of a letter a tone may follow, «ấ», and no other digit.
            [_, '6'..='9'] => ground == Ground::Numbers && !is_tone,
            [_, first] => ('1'..='5').contains(&first) && first != digit && digit <= '5',
            _ => false,
        }
    }

    /// The word is over: what turned out to be no syllable stands as it was typed.
    pub fn end(&mut self, method: TypingMethod) -> Rewrite {
        let is_composed = self.state == State::Composed && self.shown != self.keys;
        let is_foreign = is_composed
            && match self.shown[..] {
                [_] => method == TypingMethod::Vni && !is_letter_word(&self.keys),
                _ => !Syllable::of(method, &self.keys).0.is_whole(),
            };
        let rewrite = if is_foreign { Rewrite::between(&self.shown, &self.keys) } else { Rewrite::default() };
        self.forget();
        rewrite
    }

    /// The last letter of the word was deleted: says what becomes of the rest.
    pub fn back(&mut self, method: TypingMethod) -> Rewrite {
        let deleted = self.shown.pop();
        let Some(deleted) = deleted.filter(|_| !self.shown.is_empty()) else {
            self.forget();
            return Rewrite::default();
        };
        match self.state {
            State::Plain => self.keys.clone_from(&self.shown),
            State::Foreign => {
                self.keys.pop();
                let (syllable, did) = Syllable::of(method, &self.keys);
                if did == Did::Went {
                    self.state = State::Composed;
                    let rewrite = Rewrite::between(&self.shown, &syllable.shown());
                    self.shown = syllable.shown();
                    return rewrite;
                }
            }
            State::Composed | State::Edited => {
                let (mut syllable, _) = Syllable::of(method, &self.keys);
                syllable.back(deleted);
                self.keys = syllable.keys(method);
                self.state = State::Edited;
            }
        }
        Rewrite::default()
    }
}

/// Whether a letter and its marks are a word by themselves: «ở», «ý», «ạ», «Á», «đ»; `A4` is a size of paper.
fn is_letter_word(keys: &[char]) -> bool {
    match *keys {
        [_, '6' | '8'] => matches!(keys[0], 'o' | 'O' | 'e' | 'E'),
        ['a', mark] => matches!(mark, '1' | '2' | '5'),
        ['A' | 'y' | 'Y', mark] => mark == '1',
        [_, mark] => matches!(mark, '7' | '9'),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
