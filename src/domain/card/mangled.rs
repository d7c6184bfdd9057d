//! Scans that went wrong between the scanner and the program, known by what they look like.
//!
//! A scanner types like a keyboard. An input method that is on rewrites what it types; a scanner set to another character
//! set types signs for letters. In both cases the digits may well be right, and the rest cannot be trusted.

use unicode_normalization::UnicodeNormalization;

use super::{CardFlaw, FEMALE};

/// Finds what an input method or a wrong character set leaves in the fields with words.
pub(super) fn check(fields: &[&str]) -> Result<(), CardFlaw> {
    let words: Vec<&str> = [2, 4, 5].into_iter().filter_map(|at| fields.get(at).copied()).collect();
    if words.iter().any(|field| has_wrong_letters(field))
        || fields.get(2).is_some_and(|name| name.contains('?'))
        || fields.get(4).is_some_and(|sex| sex.contains('?'))
    {
        return Err(CardFlaw::WrongLetters);
    }
    let is_rewritten = |field: &str| field.split(|letter: char| !letter.is_alphabetic()).any(is_rewritten);
    // The address may hold a foreign word; the name and the sex may not.
    let sex_is_odd = fields.get(4).is_some_and(|sex| is_almost_a_sex(sex));
    if sex_is_odd || words.iter().any(|field| is_rewritten(field)) {
        return Err(CardFlaw::InputMethod);
    }
    Ok(())
}

/// UTF-8 that was read byte by byte: `Ã`, `áº`, `Ä‘`; a letter that could not be shown; a letter of Latin-1 that neither
/// Vietnamese nor the minorities' names have.
fn has_wrong_letters(field: &str) -> bool {
    let letters: Vec<char> = field.chars().collect();
    let is_half_a_letter = |pair: &[char]| {
        let continues = matches!(pair[1], '\u{80}'..='\u{bf}' | '\u{152}'..='\u{192}' | '\u{2013}'..='\u{203a}' | '€' | '™');
        matches!(pair[0], 'Ã' | 'Ä' | 'Æ' | 'Å' | 'á' | 'Â') && continues
    };
    let is_foreign = |letter: &char| {
        matches!(
            letter,
            '\u{fffd}'
                | '\u{80}'..='\u{9f}'
                | '\u{a1}'..='\u{b6}'
                | '\u{b8}'..='\u{bf}'
                | 'Ä'..='Ç' | 'ä'..='ç'
                | 'Ð' | 'ð' | 'Þ' | 'þ' | 'ß' | '×' | '÷' | 'Ø' | 'ø' | 'ÿ'
        )
    };
    letters.iter().any(is_foreign) || letters.windows(2).any(is_half_a_letter)
}

/// Whether a word shows the hand of an input method: keys of Telex that stayed letters, a letter doubled, two tones.
fn is_rewritten(word: &str) -> bool {
    let lower: Vec<char> = word.to_lowercase().chars().collect();
    // No Vietnamese syllable has these; `oo` stands in a few («xoong»), and only before `ng`.
    let doubled = lower.windows(2).enumerate().any(|(at, pair)| match *pair {
        ['w' | 'u' | 'o' | 'a' | 'ư' | 'ơ' | 'ă', 'w'] | ['a', 'a'] | ['e', 'e'] | ['d', 'd'] => true,
        ['o', 'o'] => lower.get(at + 2) != Some(&'n'),
        [one, other] => one == other && !one.is_ascii(),
        _ => false,
    });
    let tones = lower.iter().filter(|letter| has_tone(**letter)).count();
    // The key of a tone that was left at the end of its word: «Nguyeenx», «Thij».
    let left_over =
        matches!(lower[..], [.., before, 'f' | 'j' | 'x' | 'z'] if is_vowel(before) || before == 'n');
    doubled || tones > 1 || left_over
}

fn has_tone(letter: char) -> bool {
    // Grave, acute, tilde, hook above, dot below; a tilde on `n` belongs to the letter.
    !letter.nfd().any(|part| part == 'n')
        && letter.nfd().any(|part| matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

fn is_vowel(letter: char) -> bool {
    letter.nfd().next().is_some_and(|plain| matches!(plain, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

/// Neither «Nam» nor «Nữ», but begun like one: «Nuwx», «Nưữ», «Nan».
fn is_almost_a_sex(field: &str) -> bool {
    let lower: String = field.to_lowercase();
    !matches!(lower.as_str(), "nam" | FEMALE | "") && lower.starts_with('n') && lower.chars().count() <= 6
}
