//! Vietnamese text without its marks, for finding.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without tone and vowel marks, `đ` as `d`, everything but letters and digits as one space.
///
/// Both tone placements (`hòa`, `hoà`) fold to the same text, as do NFC, NFD and Windows' mixed form. `đ` has no
/// decomposition in Unicode and is mapped by hand.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        let plain = match letter {
            'đ' | 'Đ' => 'd',
            other => other,
        };
        // A dot inside a code (2.000815) belongs to it.
        if plain.is_alphanumeric() || plain == '.' {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.extend(plain.to_lowercase());
        } else {
            gap = true;
        }
    }
    folded
}

/// The same text without tone and vowel marks, `đ` as `d`; case, spaces and everything else stay.
///
/// For printers that know no Vietnamese letters: what is left can still be read.
pub fn without_marks(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

/// A typed letter as a command letter: `đ` and `Đ` count as `d`, `ư` as `u`, because an input method may have
/// rewritten what the finger pressed.
pub fn fold_key(letter: char) -> char {
    let plain = letter.nfd().find(|part| !is_combining_mark(*part)).unwrap_or(letter);
    match plain {
        'đ' | 'Đ' => 'd',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// A word of command letters, each as [`fold_key`] has it: what an input method may have done to it does not matter.
pub fn fold_keys(word: &str) -> String {
    word.nfc().map(fold_key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_tone_placement_do_not_matter() {
        for (text, folded) in [
            ("Đăng ký khai sinh", "dang ky khai sinh"),
            ("hòa giải", "hoa giai"),
            ("hoà giải", "hoa giai"),
            ("SỔ  SỨC KHỎE", "so suc khoe"),
            ("e\u{302}\u{301}", "e"),
            ("\u{ea}\u{301}", "e"),
            ("2.000815", "2.000815"),
            ("«VNeID» – mức 2", "vneid muc 2"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_text_without_marks_keeps_its_case_and_its_signs() {
        for (text, plain) in [
            ("PHIẾU SỐ THỨ TỰ: A012", "PHIEU SO THU TU: A012"),
            ("Đường Nguyễn Đình Chiểu, số 5", "Duong Nguyen Dinh Chieu, so 5"),
            ("e\u{302}\u{301}", "e"),
            ("8.000 đ/bản", "8.000 d/ban"),
        ] {
            assert_eq!(without_marks(text), plain);
        }
    }

    #[test]
    fn a_command_letter_survives_an_input_method() {
        assert_eq!(fold_key('đ'), 'd');
        assert_eq!(fold_key('Ư'), 'u');
        assert_eq!(fold_key('n'), 'n');
    }
}
