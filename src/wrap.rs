//! Breaking text into lines, whatever a width is counted in, for screens and papers.

use std::ops::Add;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Width of a text in terminal cells, grapheme by grapheme; nothing is wider than two cells.
pub fn width(text: &str) -> usize {
    // Nearly every text is made of characters that take a cell each, and is asked for again and again.
    if text.chars().all(|c| is_plain(c) && c != '\n') {
        return text.chars().count();
    }
    by_grapheme(text)
}

fn by_grapheme(text: &str) -> usize {
    text.graphemes(true).map(|grapheme| grapheme.width().min(2)).sum()
}

/// A text as it may be drawn: composed (NFC), tabs as spaces, other control and soft-hyphen characters dropped except
/// `\n`.
pub fn clean(text: &str) -> String {
    // Nearly every text is clean already, and every text is cleaned for each size of type that is tried.
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    text.nfc()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|&c| c == '\n' || !(c.is_control() || is_ghost(c)))
        .collect()
}

/// Characters that stand for themselves and begin no sequence that composes: printable ASCII, the letters of Vietnamese.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '–' | '—' | '“' | '”' | '…')
}

/// Characters without a shape that would only upset the order or the width of a line, and the two that no XML may hold.
fn is_ghost(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Breaks a clean text into lines no wider than `room`, at spaces; a word wider than a line is cut between graphemes.
///
/// `width` measures a piece of text and must be additive. The result has at least one line, which may be empty. A
/// single grapheme wider than `room` still gets a line of its own, so a caller gives room for at least one.
pub fn wrap<W>(text: &str, room: W, width: impl Fn(&str) -> W) -> Vec<String>
where
    W: Copy + PartialOrd + Add<Output = W> + Default,
{
    wrap_after(text, W::default(), room, width)
}

/// As [`wrap`], with the first line shortened by `lead`, the indent of a paragraph.
pub fn wrap_after<W>(text: &str, lead: W, room: W, width: impl Fn(&str) -> W) -> Vec<String>
where
    W: Copy + PartialOrd + Add<Output = W> + Default,
{
    let space = width(" ");
    let mut lines = Vec::new();
    let mut taken = lead;
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let wide = width(word);
            if !line.is_empty() {
                if taken + space + wide <= room {
                    line.push(' ');
                    line.push_str(word);
                    taken = taken + space + wide;
                    continue;
                }
                lines.push(std::mem::take(&mut line));
                taken = W::default();
            }
            if taken + wide <= room {
                line.push_str(word);
                taken = taken + wide;
            } else {
                for grapheme in word.graphemes(true) {
                    let wide = width(grapheme);
                    if !line.is_empty() && taken + wide > room {
                        lines.push(std::mem::take(&mut line));
                        taken = W::default();
                    }
                    line.push_str(grapheme);
                    taken = taken + wide;
                }
            }
        }
        lines.push(line);
        taken = W::default();
    }
    lines
}

/// As [`wrap`], in as few lines, but of lengths as even as possible: for centred titles and names of bodies.
pub fn wrap_even(text: &str, room: f32, width: impl Fn(&str) -> f32) -> Vec<String> {
    let mut best = wrap(text, room, &width);
    if best.len() < 2 {
        return best;
    }
    let (mut narrow, mut wide) = (0.0, room);
    // Ten halvings find the narrowest measure to a thousandth of the line.
    for _ in 0..10 {
        let middle = f32::midpoint(narrow, wide);
        let lines = wrap(text, middle, &width);
        let cuts_a_word = widest_word(text, &width) > middle;
        if lines.len() > best.len() || cuts_a_word {
            narrow = middle;
        } else {
            wide = middle;
            best = lines;
        }
    }
    best
}

/// The widest piece of a text that [`wrap`] would not like to cut.
pub fn widest_word<W>(text: &str, width: impl Fn(&str) -> W) -> W
where
    W: Copy + PartialOrd + Default,
{
    text.split([' ', '\n']).map(width).fold(W::default(), |a, b| if b > a { b } else { a })
}

/// The widest line of a text when nothing is wrapped.
pub fn widest_line<W>(text: &str, width: impl Fn(&str) -> W) -> W
where
    W: Copy + PartialOrd + Default,
{
    text.split('\n').map(width).fold(W::default(), |a, b| if b > a { b } else { a })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> usize {
        text.chars().count()
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_cell_wide() {
        assert_eq!(width("Nguyễn Thị Hường"), 16);
        assert_eq!(width("e\u{302}\u{301}"), 1);
        assert_eq!(width("漢字"), 4);
    }

    #[test]
    fn what_stands_for_itself_takes_a_cell() {
        let plain: Vec<char> = (' '..='\u{ffff}').filter(|c| is_plain(*c)).collect();
        for pair in plain.windows(2) {
            let pair: String = pair.iter().collect();
            assert_eq!((width(&pair), by_grapheme(&pair)), (2, 2), "{pair}");
        }
    }

    #[test]
    fn words_wrap_at_spaces_and_keep_their_order() {
        assert_eq!(wrap("một hai ba bốn", 7, chars), ["một hai", "ba bốn"]);
        assert_eq!(wrap("  một   hai ", 20, chars), ["một hai"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_nothing_is_lost() {
        assert_eq!(wrap("ab cdefghij k", 4, chars), ["ab", "cdef", "ghij", "k"]);
    }

    #[test]
    fn hard_spaces_hold_and_newlines_break() {
        assert_eq!(wrap("xã Vĩnh\u{a0}Bảo", 9, chars), ["xã", "Vĩnh\u{a0}Bảo"]);
        assert_eq!(wrap("a\n\nb", 9, chars), ["a", "", "b"]);
    }

    #[test]
    fn a_lead_shortens_the_first_line_only() {
        assert_eq!(wrap_after("aa bb cc dd", 3, 5, chars), ["aa", "bb cc", "dd"]);
    }

    #[test]
    fn even_lines_leave_no_lone_last_word() {
        let width = |text: &str| f32::from(u8::try_from(chars(text)).unwrap_or(u8::MAX));
        assert_eq!(
            wrap_even("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", 30.0, width),
            ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"]
        );
    }

    #[test]
    fn decomposed_letters_are_composed_and_controls_dropped() {
        assert_eq!(clean("e\u{302}\u{301}\u{7}\u{ad}\u{ffff}\tx"), "ế x");
    }
}
