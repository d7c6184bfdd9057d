//! Made-up cards in every state, and notes that only look like one.

use proptest::prelude::*;

use super::*;
use crate::domain::mask::mask;

const MAN: &str =
    "001090123456|012345678|Nguyễn Văn Thử|01011990|Nam|Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh|15042021";
const WOMAN: &str = "079195000001||Trần Thị Bưởi|05031995|Nữ|Ấp Cây Dừa, Xã Tân Lập|20062022";

/// What of the two cards must be found nowhere.
const PARTS: &[&str] = &[
    "001090123456",
    "00109012345",
    "012345678",
    "Văn Thử",
    "01011990",
    "Bến Nghé",
    "079195000001",
    "Thị Bưởi",
    "05031995",
    "Cây Dừa",
];

fn keeps_nothing(text: &str) {
    let (kept, masked) = mask(&crate::domain::input::note(text));
    for part in PARTS {
        assert!(!kept.to_lowercase().contains(&part.to_lowercase()), "«{part}» of «{text}» is in «{kept}»");
    }
    assert!(masked.cards > 0, "{text}");
}

#[test]
fn of_a_whole_card_the_fields_go_and_the_note_around_it_stays() {
    for (text, kept) in [
        (format!("bác Hai {MAN} hẹn sáng thứ Hai"), "bác Hai *** hẹn sáng thứ Hai"),
        (format!("bác Hai: {WOMAN}, gọi lại"), "bác Hai: ***, gọi lại"),
        (format!("{MAN} {WOMAN}"), "*** ***"),
        (format!("chờ OTP\n{}. Gọi lại", MAN.replace('|', ";")), "chờ OTP\n***. Gọi lại"),
        // More fields follow, or something is glued to it: where it ends is not known.
        (format!("bác Hai {MAN}||Nguyễn Văn Cha|Trần Thị Mẹ|"), "***"),
        (format!("bác Hai {MAN}gọi lại"), "***"),
        (format!("chờ OTP\nbác Hai|{MAN} gọi lại\nxong"), "chờ OTP\n***\nxong"),
        (format!("bác Hai {} gọi lại", &MAN[1..]), "***"),
    ] {
        keeps_nothing(&text);
        assert_eq!(mask(&text).0, kept, "{text}");
    }
}

#[test]
fn a_damaged_card_is_known_and_nothing_of_it_is_kept() {
    let lines = MAN.replace('|', "\n");
    for text in [
        MAN,
        WOMAN,
        &MAN[1..],
        &format!("{MAN}||Nguyễn Văn Cha|Trần Thị Mẹ|"),
        &MAN.to_uppercase(),
        &MAN.to_lowercase(),
        &MAN.nfd().collect::<String>(),
        &MAN.replace('|', " | "),
        &MAN.replace('|', ";"),
        &WOMAN.replace('|', "~"),
        &WOMAN.replace('|', ","),
        &WOMAN.replace('|', "\t"),
        &WOMAN.replace('|', "\n"),
        &MAN.replace('|', " "),
        &MAN.replace('|', ""),
        &WOMAN.replace('|', ""),
        &lines,
        &lines[13..],
        &format!("bác Hai {MAN} hẹn sáng thứ Hai"),
        &format!("dặn ca sau:\n{MAN}\ngọi lại"),
        "00109012345|012345678|Nguyễn Văn Thử|01011990|Nam|Phường Bến Nghé",
        "Nguyễn Văn Thử|01011990|Nam|",
        "Nguyễn Văn Thử|0101",
        "Nguyễn Văn Thử 01011990 Nam Phường Bến Nghé",
        "001090123456 012345678 Nguyễn Văn Thử",
        "001090123456|Nguyễn Văn Thử",
        "001190123456||Trần Thị Bưởi",
        "001190123456Trần Thị Bưởi01011990NữẤp Cây Dừa15042021",
        "Trần Thị Bưởi05031995",
        "001190123456||Traanf Thij Bưởi|05031995|Nuwx|Aáp Cây Dừa",
        "Nữ|Ấp Cây Dừa, Xã Tân Lập|20062022",
        "Nữ;Ấp Cây Dừa, Xã Tân Lập;2006",
        "IDVNM0901234560001090123456<<8\n9001011M3001011VNM<<<<<<<<<<<4\nNGUYEN<<VAN<THU<<<<<<<<<<<<<<<",
        "9001011M3001011VNM",
        "NGUYEN<<VAN<THU",
        "nguyen<<van<thu<<<<<",
    ] {
        keeps_nothing(text);
        assert!(is_in(text), "{text}");
    }
}

#[test]
fn a_note_around_a_card_stays_where_it_has_lines_of_its_own() {
    let note = format!("A001 thiếu giấy tờ\n{MAN}\nhẹn sáng mai");
    assert_eq!(mask(&note).0, "A001 thiếu giấy tờ\n***\nhẹn sáng mai");
    let fields = format!("đầu ca\n{}\ncuối ca", MAN.replace('|', "\n"));
    assert_eq!(mask(&fields).0, "đầu ca\n***\ncuối ca");
}

#[test]
fn what_people_write_is_no_card() {
    for text in [
        "lớp 6A2",
        "20/11",
        "gọi 0912345678 ngày 20/11/2026",
        "0912345678, 0987654321",
        "0912345678 anh Nam",
        "000.00.00.H26-260101-0001",
        "G22.99.02-250101-0001",
        "hẹn 05122026",
        "biên lai BL05122026, HS20260101",
        "lệ phí 150000000đ, 20102010 đ",
        "sáng | chiều | tối",
        "A001|A002",
        "nam; nữ; trẻ em",
        "nam;nữ",
        "anh Nam, chị Nữ, cháu Năm",
        "3 nam, 2 nữ",
        "<<Luật Cư trú>>, <3, a<b, 5 < 6",
        "«Giấy chứng sinh»",
        "CCCD cấp ngày 20/11/2021",
        "khai sinh; kết hôn; chứng thực",
        "https://dichvucong.gov.vn/p/home",
        "C001_K002 = hai số",
        "Nguyễn Văn Thử sinh 1990, ở Phường Bến Nghé",
        "Bà Thử số nhà 12, tổ 3",
        "(1) thiếu giấy; (2) hẹn lại",
        "",
    ] {
        assert!(!is_in(text), "{text}");
        assert_eq!(mask(text).0, text);
    }
}

/// What lies between two places of a card whose fields stand with `between` between them, and whether it is of one field
/// and four signs of the next at most: a name or a date by itself has no shape.
fn cut(card: &str, between: &str, from: usize, until: usize) -> (String, bool) {
    let whole: Vec<char> = card.replace('|', between).chars().collect();
    let text: String = whole[from..until].iter().collect();
    let mut start = 0;
    let is_one_field = card.split('|').any(|field| {
        let letters = field.chars().count();
        let field = start..start + letters;
        start = field.end + between.chars().count();
        let more = between.chars().count() + 4;
        field.start <= from + more && until <= field.end + more
    });
    (text, is_one_field)
}

#[test]
fn a_card_cut_at_any_two_places_keeps_nothing_that_names_its_owner() {
    for (card, between) in [(MAN, "|"), (WOMAN, "|"), (MAN, ";"), (WOMAN, ";"), (MAN, ""), (WOMAN, "")] {
        let length = card.replace('|', between).chars().count();
        for from in 0..length {
            for until in from + 1..=length {
                let (text, is_one_field) = cut(card, between, from, until);
                // Nor have a few digits of two numbers that stand together.
                let digits = text.bytes().take_while(u8::is_ascii_digit).count();
                let is_short = digits < 13 && text.chars().count() <= digits + 1;
                if is_one_field || is_short {
                    continue;
                }
                let kept = mask(&crate::domain::input::line(&text, 1_000)).0;
                let part = PARTS.iter().find(|part| kept.contains(**part));
                assert_eq!(part, None, "of «{text}» is in «{kept}»");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "(\\PC|[0-9]{1,14}|[|;<,\n]|Nam|Nữ|VNM){0,40}") {
        let letters: Vec<char> = text.chars().collect();
        for place in remains(&letters) {
            prop_assert!(place.start <= place.end && place.end <= letters.len());
        }
        let _ = is_machine_readable(&text);
    }

    #[test]
    fn a_card_with_any_sign_between_its_fields_is_known(sign in "[|;~^#$\\\\ \t\n,]", spaces in 0_usize..2) {
        let between = format!("{}{sign}{}", " ".repeat(spaces), " ".repeat(spaces));
        keeps_nothing(&MAN.replace('|', &between));
    }
}
