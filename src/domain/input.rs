//! Text that came from a keyboard, a paste or the command line, made safe to save and to draw.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The longest name of an office, a team or a person that is saved, in letters as a reader counts them.
pub const NAME_LENGTH: usize = 120;
/// The longest note to the next shift that is saved, in letters as a reader counts them.
pub const NOTE_LENGTH: usize = 2_000;

/// The longest note on a visit, in letters as a reader counts them: one line, said when the party is called.
pub const CALL_NOTE_LENGTH: usize = 120;

/// The longest time of the day that somebody types.
pub const TIME_LENGTH: usize = 8;

/// One line: NFC, control and direction characters dropped, runs of space made one, at most `longest` graphemes.
pub fn line(raw: &str, longest: usize) -> String {
    let composed: String =
        raw.nfc().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let safe: String = composed.chars().filter(|letter| is_safe(*letter)).collect();
    let words: Vec<&str> = safe.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").graphemes(true).take(longest).collect::<String>().trim_end().to_owned()
}

/// Whether [`line()`] would leave the text as it is, whatever its length; much faster than asking it.
pub fn is_clean_line(text: &str) -> bool {
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
        && text.chars().all(|letter| is_safe(letter) && (letter == ' ' || !letter.is_whitespace()))
        && unicode_normalization::is_nfc(text)
}

/// Several lines: as [`line()`], with the line breaks kept and empty lines at both ends dropped.
pub fn note(raw: &str) -> String {
    let lines: Vec<String> = raw.lines().map(|one| line(one, NOTE_LENGTH)).collect();
    let text = lines.join("\n");
    text.trim_matches('\n').graphemes(true).take(NOTE_LENGTH).collect()
}

/// The lines of a note, none longer than `longest` graphemes: a longer one goes on in the next, between words where it can.
pub fn short_lines(raw: &str, longest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in note(raw).lines() {
        let (mut short, mut letters) = (String::new(), 0);
        for word in line.split_whitespace() {
            for piece in word.graphemes(true).collect::<Vec<_>>().chunks(longest) {
                if letters + piece.len() + 1 > longest && letters > 0 {
                    lines.push(std::mem::take(&mut short));
                    letters = 0;
                }
                if letters > 0 {
                    short.push(' ');
                    letters += 1;
                }
                short.extend(piece.iter().copied());
                letters += piece.len();
            }
        }
        lines.push(short);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// What a one-line field may hold while it is being typed: NFC without control characters; spaces stay as typed.
pub fn typed(raw: &str) -> String {
    raw.nfc()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|l| is_safe(*l))
        .collect()
}

/// What a note may hold while it is being typed: as [`typed`], with the line breaks.
pub fn note_typed(raw: &str) -> String {
    let lines: Vec<String> = raw.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(typed).collect();
    lines.join("\n")
}

/// Control characters move the cursor and direction marks reorder a line: neither may reach the screen.
fn is_safe(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_composed_cleaned_and_cut() {
        for (raw, kept) in [
            ("Nguye\u{302}\u{303}n  Va\u{306}n\tA", "Nguyễn Văn A"),
            ("a\u{1b}[31mb", "a[31mb"),
            ("\u{202e}abc\u{200b}", "abc"),
            ("  x \r\n y ", "x y"),
            ("", ""),
        ] {
            assert_eq!(line(raw, NAME_LENGTH), kept);
        }
        assert_eq!(line(&"ế".repeat(500), 120).chars().count(), 120);
    }

    #[test]
    fn a_clean_line_is_one_that_cleaning_leaves_alone() {
        for text in
            ["", "Giấy chứng sinh", " a", "a ", "a  b", "a\tb", "a\u{a0}b", "e\u{302}", "a\u{7}b", "\u{200b}"]
        {
            assert_eq!(is_clean_line(text), line(text, NAME_LENGTH) == text, "{text:?}");
        }
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(note("\n\nmột\r\n  hai\t\n\n"), "một\nhai");
    }
}
