//! One word a thing: words that have a better one stand in no sentence, in neither language.

use super::source::{Source, source, sources};

/// A word that is not used, and the one that is.
const VIETNAMESE: &[(&str, &str)] = &[
    ("bàn hướng dẫn", "bàn hỗ trợ"),
    ("bàn trực", "bàn hỗ trợ"),
    ("hàng đợi", "hàng chờ"),
    ("người phía trước", "lượt phía trước"),
    ("giữ hộ", "đồ bỏ quên"),
    ("trung vị", "một nửa … không quá"),
    ("phím bị giữ", "nhấn giữ phím"),
    ("hẹn hôm khác", "hẹn quay lại"),
    ("hẹn ngày khác", "hẹn quay lại"),
    ("người hỏi", "người dân"),
    ("khai báo trung tâm", "lưu thông tin trung tâm"),
    ("dãy số", "loại số"),
    ("dãy", "loại số"),
    ("không làm được việc này", "vì sao, và làm gì thay"),
    ("cần việc gì", "cần làm việc gì"),
    ("mở số", "xem chi tiết"),
    ("gọi vắng", "số vắng"),
    ("trước thứ tự", "gọi ngoài thứ tự"),
    ("phiếu hẹn", "phiếu hướng dẫn"),
    ("smartphone", "điện thoại thông minh"),
    ("đề xuất, kiến nghị", "kiến nghị"),
    ("điểm hướng dẫn", "điểm hỗ trợ"),
];

const ENGLISH: &[(&str, &str)] = &[
    ("persons", "people"),
    ("behind", "after"),
    ("whoever", "anyone"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mind", "note"),
    ("how sure", "confidence"),
    ("wholly", "fully"),
    ("on line", "online"),
];

/// Where a word stands by itself in a text, in any case.
fn has(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(word).any(|(at, _)| {
        let ends = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        ends(text[..at].chars().next_back()) && ends(text[at + word.len()..].chars().next())
    })
}

/// A sentence without the names of its arguments, hard spaces as plain ones.
fn words(sentence: &str) -> String {
    let plain = sentence.replace("\\u{a0}", " ");
    let parts = plain.split('{').enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect()
}

fn offences(file: &Source) -> Vec<String> {
    let has_marks = |text: &str| text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let found = |sentence: &str| {
        let words = words(sentence);
        // No English sentence has a letter with a mark, but for names; a Vietnamese one without any has no word of the table.
        let list = if has_marks(&words) { VIETNAMESE } else { ENGLISH };
        list.iter().any(|(word, _)| has(&words, word))
    };
    file.literals_where(found)
}

#[test]
fn no_sentence_uses_a_word_that_has_a_better_one() {
    let wrong: Vec<String> = sources(&["src/text"]).iter().flat_map(offences).collect();
    assert!(wrong.is_empty(), "a better word stands in tests/it/tidy/words.rs:\n{}\n", wrong.join("\n"));
}

#[test]
fn the_forms_of_papers_use_the_same_words() {
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(super::source::root().join("assets/forms")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        // Each Vietnamese text stands in quotes after its tag.
        let said = text.split("vi = \"").skip(1).filter_map(|after| after.split('"').next());
        for vi in said.filter(|vi| VIETNAMESE.iter().any(|(word, _)| has(&words(vi), word))) {
            wrong.push(format!("{}: {vi}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_word_is_found_where_it_stands_by_itself() {
    let file = |vi: &str, en: &str| {
        source("src/text/a.rs".into(), format!("say! {{ a(persons: u8) {{ \"{vi}\", \"{en}\" }} }}"))
    };
    for (vi, en, count) in [
        ("Hàng chờ ({persons})", "{persons} people", 0),
        ("Hàng đợi ({persons})", "{persons} persons", 2),
        ("Hàng\\u{a0}đợi", "Leave it behind", 2),
        ("Mở sổ", "Remind me", 0),
    ] {
        assert_eq!(offences(&file(vi, en)).len(), count, "{vi} | {en}");
    }
}
