//! Digits as people and input methods write them, and those that are a telephone's.

/// The value of a digit, also of a full-width one such as `５`, which some input methods make.
pub fn digit(letter: char) -> Option<u8> {
    let plain = match letter {
        '\u{ff10}'..='\u{ff19}' => u32::from(letter) - 0xff10,
        _ => letter.to_digit(10)?,
    };
    u8::try_from(plain).ok()
}

/// A mobile or fixed line, with 0 or 84 before it, or a hotline.
pub fn is_telephone(digits: &[u8]) -> bool {
    match digits {
        [0, 3 | 5 | 7 | 8 | 9, ..] => digits.len() == 10,
        [0, rest @ ..] => digits.len() == 11 && is_fixed_line(rest),
        [8, 4, 3 | 5 | 7 | 8 | 9, ..] => digits.len() == 11,
        [8, 4, rest @ ..] => digits.len() == 12 && is_fixed_line(rest),
        [1, 8 | 9, 0, 0, ..] => matches!(digits.len(), 8 | 10),
        _ => false,
    }
}

/// Ten digits with one of the area codes of 2017, and a subscriber's number, which begins with neither 0, 1 nor 9: a
/// personal number that was cut may begin with 02, too.
fn is_fixed_line(digits: &[u8]) -> bool {
    match *digits {
        [2, 4 | 8, first, ..] => matches!(first, 2..=8),
        [2, tens, ones, first, ..] => {
            let is_area = match tens {
                0 => matches!(ones, 3..=9),
                1 => matches!(ones, 0..=6 | 8 | 9),
                2 => matches!(ones, 0..=2 | 5..=9),
                3 => matches!(ones, 2..=9),
                5 => matches!(ones, 1 | 2 | 4..=9),
                6 => matches!(ones, 0..=3 | 9),
                7 => matches!(ones, 0..=7),
                9 => matches!(ones, 0..=4 | 6 | 7 | 9),
                _ => false,
            };
            is_area && matches!(first, 2..=8)
        }
        _ => false,
    }
}
