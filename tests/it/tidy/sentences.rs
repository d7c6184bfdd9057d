//! Sentences in two languages say the same: each pair has the same arguments in both.

use std::collections::BTreeSet;

use motcua::ui::keymap::TABLE;

use super::source::{Kind, Piece, Source, source, sources};

/// The arguments of a sentence: `{ticket}`, also `{count:>3}`. `{{` is a brace, `\u{a0}` a letter.
fn arguments(sentence: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let plain = sentence.replace("\\u{", "{{").replace("{{", "").replace("}}", "");
    for part in plain.split('{').skip(1) {
        let inside = part.split('}').next().unwrap_or_default();
        found.insert(inside.split(':').next().unwrap_or_default().to_owned());
    }
    found
}

/// Two literals with nothing but a comma between them, in braces or after an arrow: a pair of `say!` or `words!`.
fn pairs(file: &Source) -> Vec<(usize, &str, &str)> {
    let is_between = |piece: &Piece| piece.kind == Kind::Code && piece.text.trim() == ",";
    let begins = |piece: &Piece| {
        let text = piece.text.trim_end();
        piece.kind == Kind::Code && (text.ends_with('{') || text.ends_with("=>"))
    };
    file.pieces
        .windows(5)
        // An arm of a match is a literal, a comma and the next pattern.
        .filter(|five| {
            begins(&five[0]) && is_between(&five[2]) && !five[4].text.trim_start().starts_with("=>")
        })
        .filter(|five| five[1].kind == Kind::Literal && five[3].kind == Kind::Literal)
        .map(|five| (five[1].line, five[1].text.as_str(), five[3].text.as_str()))
        .collect()
}

fn uneven(file: &Source) -> Vec<String> {
    pairs(file)
        .into_iter()
        .filter(|(_, vi, en)| arguments(vi) != arguments(en) || vi.trim().is_empty() || en.trim().is_empty())
        .map(|(line, vi, en)| file.place(line, &format!("{vi} | {en}")))
        .collect()
}

#[test]
fn both_languages_of_a_sentence_have_the_same_arguments() {
    let files = sources(&["src/text"]);
    let count: usize = files.iter().map(|file| pairs(file).len()).sum();
    assert!(count > 100, "only {count} pairs were read: has the macro changed?");
    let wrong: Vec<String> = files.iter().flat_map(uneven).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_first_language_is_vietnamese_and_the_second_is_not() {
    let has_marks = |text: &str| text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let mut swapped = Vec::new();
    for file in sources(&["src/text"]) {
        for (line, vi, en) in pairs(&file) {
            if has_marks(en) && !has_marks(vi) {
                swapped.push(file.place(line, &format!("{vi} | {en}")));
            }
        }
    }
    assert!(swapped.is_empty(), "\n{}\n", swapped.join("\n"));
}

/// The keys that a sentence names: `F7`, `Ctrl+P`, `Shift+Tab`.
fn keys(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '+');
    words.map(|word| word.trim_end_matches('+')).filter(|word| {
        let number = word.strip_prefix('F').unwrap_or_default();
        let is_function_key = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_function_key || ["Ctrl+", "Shift+", "Alt+"].iter().any(|with| word.starts_with(with))
    })
}

/// The sentences of a file that name a key which no row of the key table has.
fn lost_keys(file: &Source) -> Vec<String> {
    let known: BTreeSet<String> = TABLE.iter().flat_map(|row| row.keys).map(|key| key.name()).collect();
    let is_lost = |sentence: &str| keys(sentence).any(|key| !known.contains(key));
    pairs(file)
        .into_iter()
        .flat_map(|(line, vi, en)| [(line, vi), (line, en)])
        .filter(|(_, sentence)| is_lost(sentence))
        .map(|(line, sentence)| file.place(line, sentence))
        .collect()
}

#[test]
fn a_sentence_names_no_key_that_does_nothing() {
    let wrong: Vec<String> = sources(&["src/text"]).iter().flat_map(lost_keys).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    let file = |vi: &str| source("src/text/a.rs".into(), format!("say! {{ a {{ \"{vi}\", \"a\" }} }}"));
    for (words, lost) in [("F7 rời đi, Ctrl+P về hàng", 0), ("Shift+F6: ghi chú", 1), ("nhấn F11.", 1)]
    {
        assert_eq!(lost_keys(&file(words)).len(), lost, "{words}");
    }
}

#[test]
fn an_argument_that_one_language_lacks_is_noticed() {
    let file = |pair: &str| source("src/text/a.rs".into(), format!("say! {{ a(b: u8) {{ {pair} }} }}"));
    assert_eq!(uneven(&file("\"{b} số\", \"{b} numbers\"")), Vec::<String>::new());
    assert_eq!(uneven(&file("\"{b} số {{x}}\", \"numbers {b:>3}\"")), Vec::<String>::new());
    assert_eq!(uneven(&file("\"{b} số\", \"numbers\"")).len(), 1);
    assert_eq!(uneven(&file("\"\", \"\"")).len(), 1);
}
