//! Vietnamese from plain keys, where the PC has no input method: Telex and VNI (DOMAIN.md §6).
//!
//! One word at a time: the keys that were pressed for it are kept, and after each one the word is made anew. A mark that
//! is typed twice is taken off, and from then on the word stays as typed, so that every word of every language can be.

use vi::methods::{Definition, IncrementalBuffer, TELEX, VNI};
use vi::processor::AccentStyle;

use super::coded::coded;

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

impl TypingMethod {
    const fn definition(self) -> Option<&'static Definition> {
        match self {
            Self::Off => None,
            Self::Telex => Some(&TELEX),
            Self::Vni => Some(&VNI),
        }
    }

    /// Whether a key takes marks off instead of putting them on.
    const fn takes_marks_off(self, letter: char) -> bool {
        match self {
            Self::Off => false,
            Self::Telex => matches!(letter, 'z' | 'Z'),
            Self::Vni => letter == '0',
        }
    }
}

/// What has to be done to the text before the cursor: so many letters taken back, and these put there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rewrite {
    /// How many letters go.
    pub erased: usize,
    /// What comes in their place.
    pub typed: String,
}

/// The word before the cursor, as it was typed and as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    keys: Vec<char>,
    shown: Vec<char>,
    /// A mark was taken back by typing it twice, or a digit stood for itself: the rest of the word is as typed.
    is_plain: bool,
}

impl Word {
    /// Nothing is known of what stands before the cursor.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes a letter that was typed, and says what becomes of the text.
    pub fn press(&mut self, method: TypingMethod, letter: char) -> Rewrite {
        let as_typed = Rewrite { erased: 0, typed: letter.to_string() };
        let is_mark = method == TypingMethod::Vni && letter.is_ascii_digit() && !self.shown.is_empty();
        if method == TypingMethod::Off || !(letter.is_alphabetic() || is_mark) {
            self.forget();
            return as_typed;
        }
        self.keys.push(letter);
        // A letter that has its mark already came from elsewhere; so will the rest of the word.
        if self.is_plain || !letter.is_ascii() {
            self.is_plain = true;
            self.shown.push(letter);
            return as_typed;
        }
        let (word, is_undone) = made(method, &self.keys);
        self.is_plain = is_undone || (is_mark && word.last() == Some(&letter));
        let same = self.shown.iter().zip(&word).take_while(|(old, new)| old == new).count();
        let rewrite = Rewrite { erased: self.shown.len() - same, typed: word[same..].iter().collect() };
        self.shown = word;
        rewrite
    }

    /// The last letter of the word was deleted: the keys that are left are those that make what is left.
    pub fn back(&mut self, method: TypingMethod) {
        self.shown.pop();
        if self.shown.is_empty() {
            return self.forget();
        }
        if self.is_plain {
            self.keys.clone_from(&self.shown);
            return;
        }
        match without_some(&self.keys, &|keys| made(method, keys).0 == self.shown) {
            Some(keys) => self.keys = keys,
            None => self.is_plain = true,
        }
    }
}

/// The keys without one, two or three of them, the last ones first, that pass the test. A letter has three at most:
/// its own, its mark, its tone.
fn without_some(keys: &[char], fits: &dyn Fn(&[char]) -> bool) -> Option<Vec<char>> {
    let mut each = vec![keys.to_vec()];
    for _ in 0..3 {
        let fewer: Vec<Vec<char>> = each
            .iter()
            .flat_map(|keys| {
                (0..keys.len()).rev().map(|at| {
                    let mut keys = keys.clone();
                    keys.remove(at);
                    keys
                })
            })
            .collect();
        if let Some(found) = fewer.iter().find(|keys| fits(keys)) {
            return Some(found.clone());
        }
        // A longer word has too many ways; it is then kept as it stands.
        each = fewer;
        each.truncate(400);
    }
    None
}

/// The word that these keys make, and whether the last one took its own mark back.
fn made(method: TypingMethod, keys: &[char]) -> (Vec<char>, bool) {
    let Some(definition) = method.definition() else { return (keys.to_vec(), false) };
    // The engine places a tone wrongly within capitals: it is given small letters, and the case is put back.
    let is_loud = keys.iter().filter(|key| key.is_alphabetic()).all(|key| key.is_uppercase());
    let is_name =
        keys.first().is_some_and(|key| key.is_uppercase()) && keys[1..].iter().all(|key| !key.is_uppercase());
    let is_even = is_loud || is_name;
    // The tone stands where this program's own words have it: «hòa», «thủy».
    let mut buffer = IncrementalBuffer::new_with_style(definition, AccentStyle::Old);
    let mut is_undone = false;
    for key in keys {
        let key = if is_even { key.to_lowercase().next().unwrap_or(*key) } else { *key };
        let result = buffer.push(key);
        let is_taken_off = result.tone_mark_removed || result.letter_modification_removed;
        is_undone = is_taken_off && !method.takes_marks_off(key);
    }
    let word = buffer.view().chars();
    let upper = |letter: char| letter.to_uppercase().next().unwrap_or(letter);
    let word = if is_loud && keys.len() > 1 {
        word.map(upper).collect()
    } else if is_even {
        word.enumerate().map(|(at, letter)| if at == 0 { upper(letter) } else { letter }).collect()
    } else {
        word.collect()
    };
    (word, is_undone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use TypingMethod::{Off, Telex, Vni};
    use proptest::prelude::*;

    /// What stands in a field after these keys; `<` deletes a letter.
    fn typed(method: TypingMethod, keys: &str) -> String {
        let (mut word, mut field) = (Word::default(), Vec::new());
        for key in keys.chars() {
            if key == '<' {
                field.pop();
                word.back(method);
                continue;
            }
            let rewrite = word.press(method, key);
            field.truncate(field.len() - rewrite.erased);
            field.extend(rewrite.typed.chars());
        }
        field.into_iter().collect()
    }

    #[test]
    fn words_are_made_as_people_type_them() {
        for (method, keys, words) in [
            (Telex, "Nguyeenx Thij Huwowngf", "Nguyễn Thị Hường"),
            (Telex, "NGUYEENX THIJ HUWOWNGF", "NGUYỄN THỊ HƯỜNG"),
            (Telex, "ddawng kys khai sinh", "đăng ký khai sinh"),
            (Telex, "DDoàn DDoanf", "Đoàn Đoàn"),
            (Telex, "hoaf thuyr khoer quys", "hòa thủy khỏe quý"),
            (Telex, "vieejt vieetj vietej", "việt việt việt"),
            (Telex, "w chw", "ư chư"),
            // A mark typed twice is taken back, and the word stays as typed.
            (Telex, "wwww ass tesst wwindow passs", "www as test window pass"),
            (Telex, "A012 VNeID 2.000815 B7", "A012 VNeID 2.000815 B7"),
            (Telex, "hoafz", "hoa"),
            (Vni, "Nguye6n4 Thi5 Hu7o7ng2", "Nguyễn Thị Hường"),
            (Vni, "d9a8ng ky1 to63", "đăng ký tổ"),
            (Vni, "A012 2026 3.000722", "A012 2026 3.000722"),
            (Vni, "a11 b", "a1 b"),
            (Off, "Nguyeenx a1 www", "Nguyeenx a1 www"),
            (Off, "Hường", "Hường"),
            // Letters that have their marks already are left alone.
            (Telex, "Hường", "Hường"),
        ] {
            assert_eq!(typed(method, keys), words, "{keys}");
        }
    }

    #[test]
    fn a_deleted_letter_goes_whole_and_typing_goes_on() {
        for (method, keys, word) in [
            (Telex, "Huwowngf<", "Hườn"),
            (Telex, "Huwowngf<<<<", "H"),
            (Telex, "Huwowngf<<<owng", "Hương"),
            (Telex, "ddd<<", ""),
            (Telex, "tieengs<<<n", "tin"),
            (Telex, "dd<as", "á"),
            (Telex, "a<<<aa", "â"),
            (Vni, "tie61ng<<g", "tiếg"),
        ] {
            assert_eq!(typed(method, keys), word, "{keys}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_more_is_taken_back_than_was_typed(keys in "[a-zA-ZđươÀ0-9<. ]{0,24}") {
            for method in [Off, Telex, Vni] {
                let (mut word, mut length) = (Word::default(), 0_usize);
                for key in keys.chars() {
                    if key == '<' {
                        length = length.saturating_sub(1);
                        word.back(method);
                    } else {
                        let rewrite = word.press(method, key);
                        prop_assert!(rewrite.erased <= length, "{:?} {}", method, keys);
                        length = length - rewrite.erased + rewrite.typed.chars().count();
                    }
                }
            }
        }

        #[test]
        fn with_the_method_off_every_letter_is_itself(keys in "\\PC{0,20}") {
            prop_assert_eq!(typed(Off, &keys.replace('<', "")), keys.replace('<', ""));
        }
    }
}
