//! Names of worksheets.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::papers::wrap::clean;

/// The longest name that Excel takes, in UTF-16 units.
const LONGEST: usize = 31;

/// What no name may hold.
const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\n'];

/// The names given so far, in small letters: Excel takes «A» and «a» for the same.
pub(super) struct Names {
    taken: HashSet<String>,
    count: usize,
}

impl Default for Names {
    fn default() -> Self {
        // Excel keeps this name for itself.
        Self { taken: HashSet::from(["history".to_owned()]), count: 0 }
    }
}

impl Names {
    /// A name made of some words, unlike every name before it; a number when there are no words.
    pub(super) fn next(&mut self, words: &str) -> String {
        self.count += 1;
        let plain = clean(words).replace(FORBIDDEN, " ");
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = cut(plain.trim_matches(['\'', ' ']), LONGEST);
        let first = if plain.is_empty() { self.count.to_string() } else { plain.to_owned() };
        let mut name = first.clone();
        let mut again = 2_usize;
        while !self.taken.insert(name.to_lowercase()) {
            let number = format!(" ({again})");
            name = format!("{}{number}", cut(&first, LONGEST - number.len()));
            again += 1;
        }
        name
    }
}

/// The longest start of a text that is whole letters, at most so many UTF-16 units, and ends neatly.
fn cut(text: &str, longest: usize) -> &str {
    let mut units = 0;
    let end = text
        .grapheme_indices(true)
        .find(|(_, letter)| {
            units += letter.encode_utf16().count();
            units > longest
        })
        .map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(['\'', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_to_the_rules_of_excel() {
        let mut names = Names::default();
        assert_eq!(names.next("1. Theo lĩnh vực / thủ tục [*?:]"), "1. Theo lĩnh vực thủ tục");
        assert_eq!(names.next("'x'"), "x");
        assert_eq!(names.next("History"), "History (2)");
        assert_eq!(names.next(""), "4");
        assert_eq!(names.next("[]"), "5");
        for text in ["Nguyễn".repeat(40), "👩‍👩‍👧".repeat(9)] {
            let name = names.next(&text);
            assert!(name.encode_utf16().count() <= LONGEST && text.starts_with(&name), "{name}");
        }
    }

    #[test]
    fn no_two_names_are_the_same() {
        let mut names = Names::default();
        let long = "a".repeat(60);
        let given: Vec<String> =
            ["Cộng", "CỘNG", "cộng", &long, &long].into_iter().map(|text| names.next(text)).collect();
        assert_eq!(given[..3], ["Cộng", "CỘNG (2)", "cộng (3)"]);
        assert_eq!(given[4], format!("{} (2)", "a".repeat(27)));
    }
}
