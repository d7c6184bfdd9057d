//! Words as people type them, each right.

use TypingMethod::{Off, Telex, Vni};
use proptest::prelude::*;

use super::*;

/// What stands in a field after these keys; `<` deletes a letter.
fn typed(method: TypingMethod, keys: &str) -> String {
    typed_on(Ground::Words, method, keys)
}

/// The same where numbers may be typed.
fn typed_on(ground: Ground, method: TypingMethod, keys: &str) -> String {
    let (mut word, mut field) = (Word::default(), Vec::new());
    for key in keys.chars() {
        let rewrite = if key == '<' {
            field.pop();
            word.back(method)
        } else {
            word.press(method, ground, key)
        };
        field.truncate(field.len() - rewrite.erased);
        field.extend(rewrite.typed.chars());
    }
    let rewrite = word.end(method);
    field.truncate(field.len() - rewrite.erased);
    field.extend(rewrite.typed.chars());
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
                let rewrite = if key == '<' {
                    length = length.saturating_sub(1);
                    word.back(method)
                } else {
                    word.press(method, Ground::Words, key)
                };
                prop_assert!(rewrite.erased <= length, "{:?} {}", method, keys);
                length = length - rewrite.erased + rewrite.typed.chars().count();
            }
        }
    }

    #[test]
    fn with_the_method_off_every_letter_is_itself(keys in "\\PC{0,20}") {
        prop_assert_eq!(typed(Off, &keys.replace('<', "")), keys.replace('<', ""));
    }
}

/// Sequences of keys and what shall stand there: a method, the keys, the words.
const TABLE: &str = include_str!("table.tsv");

#[test]
fn the_table_of_sequences_comes_out_as_written() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let [method, keys, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let made = typed(TypingMethod::from_code(method).unwrap(), keys);
        count += 1;
        if made != words {
            wrong.push(format!("{method} {keys}: {made}, not {words}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count >= 300, "{count}");
}

#[test]
fn where_numbers_are_typed_a_letter_and_a_digit_are_one() {
    for (keys, words) in [
        ("a12 20/11", "a12 20/11"),
        ("a1", "a1"),
        ("A1 e5", "A1 e5"),
        ("y1 kie61n", "ý kiến"),
        ("d9a8ng ky1", "đăng ký"),
        ("o73 tro5", "ở trọ"),
        ("khai2 sinh", "khài sinh"),
    ] {
        assert_eq!(typed_on(Ground::Numbers, Vni, keys), words, "{keys}");
    }
    assert_eq!(typed_on(Ground::Numbers, Telex, "a12 20/11 aas"), "a12 20/11 ấ");
}
