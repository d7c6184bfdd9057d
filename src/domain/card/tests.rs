//! Made-up cards, right ones and wrong ones.

use super::*;
use proptest::prelude::*;

const TODAY: &str = "2026-11-21";
const MAN: &str =
    "001090123456|012345678|Nguyễn Văn A|01011990|Nam|Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh|15042021";
const WOMAN: &str = "079195000001||Trần Thị B|05031995|Nữ|Ấp 1, Xã C|20062022";

fn facts(text: &str) -> Result<CardFacts, CardFlaw> {
    Scan::new(text.to_owned()).read(TODAY.parse().unwrap())
}

fn commune_of(address: &str) -> Option<String> {
    let card = format!("031157000001||Nguyễn Thị Thử|22111957|Nữ|{address}|20072025");
    facts(&card).unwrap().commune.map(|code| code.to_string())
}

#[test]
fn a_card_gives_the_year_the_sex_and_no_more() {
    let man = facts(MAN).unwrap();
    assert_eq!((man.birth_year, man.age, man.sex, man.commune), (1990, AgeBand::Adult, Sex::Male, None));
    assert!(!man.has_strange_prefix);
    let woman = facts(WOMAN).unwrap();
    assert_eq!((woman.birth_year, woman.age, woman.sex), (1995, AgeBand::Adult, Sex::Female));
    // More fields than are known, or no date of issue, and loose marks.
    assert_eq!(facts(&format!("{MAN}|x|y")), Ok(man));
    assert_eq!(facts(MAN.trim_end_matches("|15042021")), Ok(man));
    assert_eq!(facts(&WOMAN.nfd().collect::<String>()), Ok(woman));
    assert_eq!(facts(&format!("  {WOMAN}\r\n")), Ok(woman));
}

#[test]
fn sixty_is_counted_to_the_day() {
    for (birth, age) in [("21111966", AgeBand::Sixties), ("22111966", AgeBand::Adult)] {
        let card = format!("031066000001||Lê Văn Thử|{birth}|Nam|Xã C|20072025");
        assert_eq!(facts(&card).unwrap().age, age, "{birth}");
    }
}

#[test]
fn the_commune_is_one_of_todays_or_none() {
    for (address, code) in [
        ("Thôn 2, Xã Vĩnh Bảo, Thành phố Hải Phòng", Some(commune_code("Xã Vĩnh Bảo", "Hải Phòng"))),
        ("Thôn 2, xã Vĩnh Bảo, TP. Hải Phòng", Some(commune_code("Xã Vĩnh Bảo", "Hải Phòng"))),
        ("X. Vĩnh Bảo, Hải Phòng", Some(commune_code("Xã Vĩnh Bảo", "Hải Phòng"))),
        ("Số 5, P. Ba Đình, Hà Nội", Some("00004".to_owned())),
        // An address from before 2025 has a district; one with no province may be anywhere.
        ("Thị trấn Vĩnh Bảo, Huyện Vĩnh Bảo, Hải Phòng", None),
        ("Xã Vĩnh Bảo, Huyện Vĩnh Bảo, Hải Phòng", None),
        ("Ấp 1, Xã C", None),
        (",,", None),
    ] {
        assert_eq!(commune_of(address), code, "{address}");
    }
}

fn commune_code(name: &str, province: &str) -> String {
    let found =
        crate::domain::commune::all().find(|one| one.name == name && one.province.ends_with(province));
    found.unwrap().code.to_owned()
}

#[test]
fn what_does_not_agree_is_refused() {
    for (number, birth, sex, flaw) in [
        ("00109012345", "01011990", "Nam", CardFlaw::Number),
        ("0010901234567", "01011990", "Nam", CardFlaw::Number),
        ("00109O123456", "01011990", "Nam", CardFlaw::Number),
        ("001090123456", "31021990", "Nam", CardFlaw::Birth),
        ("001090123456", "1011990", "Nam", CardFlaw::Birth),
        ("001090123456", "199O0101", "Nam", CardFlaw::Birth),
        ("001226123456", "22112026", "Nam", CardFlaw::Birth),
        ("001005123456", "01011905", "Nam", CardFlaw::Birth),
        ("001090123456", "01011991", "Nam", CardFlaw::NumberAndBirth),
        ("001290123456", "01011990", "Nam", CardFlaw::NumberAndBirth),
        ("001090123456", "01011990", "Nữ", CardFlaw::NumberAndSex),
        ("001190123456", "01011990", "Nam", CardFlaw::NumberAndSex),
        ("001090123456", "01011990", "Khác", CardFlaw::Sex),
        ("001090123456", "01011990", "", CardFlaw::Sex),
    ] {
        let card = format!("{number}||Nguyễn Văn Thử|{birth}|{sex}|Xã C|15042021");
        assert_eq!(facts(&card), Err(flaw), "{card}");
    }
    // Somebody born today, in this century; somebody born abroad.
    assert_eq!(facts("001226123456||Lê Thử|21112026|Nam|Xã C|").unwrap().age, AgeBand::Child);
    assert!(facts("171090123456||Lê Thử|01011990|Nam|Xã C|").unwrap().has_strange_prefix);
}

#[test]
fn a_mangled_scan_is_told_by_what_went_wrong() {
    let with = |name: &str, sex: &str| format!("001190123456||{name}|01011990|{sex}|Xã C|15042021");
    for (card, flaw) in [
        (with("Nguyeenx Thij Huowngf", "Nữ"), CardFlaw::InputMethod),
        (with("Nguyễễn Thị Hường", "Nữ"), CardFlaw::InputMethod),
        (with("Trần Thị Wwơng", "Nữ"), CardFlaw::InputMethod),
        (with("Trần Thị Thúyý", "Nữ"), CardFlaw::InputMethod),
        (with("Ddoàn Thị Hoa", "Nữ"), CardFlaw::InputMethod),
        (with("Trần Thị Hoa", "Nuwx"), CardFlaw::InputMethod),
        (with("Trần Thị Hoa", "Nưữ"), CardFlaw::InputMethod),
        (with("Nguyá»…n Thá»‹ HÆ°á»\u{9d}ng", "Ná»¯"), CardFlaw::WrongLetters),
        (with("Tráº§n Thá»‹ Hoa", "Ná»¯"), CardFlaw::WrongLetters),
        (with("LÃª ThÃ¡i HÃ\u{a0}", "Nam"), CardFlaw::WrongLetters),
        (with("Äoàn Thị Hoa", "Nữ"), CardFlaw::WrongLetters),
        (with("NguyÔn ThÞ Hoa", "N÷"), CardFlaw::WrongLetters),
        (with("Nguy?n Th? Hoa", "N?"), CardFlaw::WrongLetters),
        (with("Nguy\u{fffd}n", "Nữ"), CardFlaw::WrongLetters),
        ("001190123456|".to_owned(), CardFlaw::CutOff),
        ("001190123456||Trần Thị H".to_owned(), CardFlaw::CutOff),
        ("001190123456||Trần Thị Hoa|01011990|Nữ|".to_owned(), CardFlaw::CutOff),
        ("001190123456Trần Thị Hoa01011990NữXã C15042021".to_owned(), CardFlaw::NoBars),
        ("001190123456~~Trần Thị Hoa~01011990~Nữ~Xã C~15042021".to_owned(), CardFlaw::NoBars),
        ("8934563138165".to_owned(), CardFlaw::NoCard),
        ("001190123456".to_owned(), CardFlaw::NoCard),
        (String::new(), CardFlaw::NoCard),
        ("https://example.vn/abc".to_owned(), CardFlaw::NoCard),
        ("a|b|c|d|e|f".to_owned(), CardFlaw::Number),
    ] {
        assert_eq!(facts(&card), Err(flaw), "{card}");
    }
}

#[test]
fn a_name_of_any_people_of_the_country_is_no_mangled_one() {
    for name in [
        "LÃ THỊ XÃ",
        "Hoàng Quỳnh Như Ý",
        "Y Niê Kđăm",
        "H'Hen Niê",
        "H’Dơk Êban",
        "Ksor H'Bươm",
        "Nguyễn Khuyến",
        "Vừ A Dơ",
        "Rơ Châm Jŭk",
        "Ñuêl",
        "Boong",
        "Đoàn Khuyến Xuyên",
        "Huỳnh Thị Thuở",
        "Quách Ngoan Ngoãn",
    ] {
        let card = format!("001190123456||{name}|01011990|Nữ|Tổ 3, Xã C|15042021");
        assert!(facts(&card).is_ok(), "{name}: {:?}", facts(&card));
    }
}

#[test]
fn a_scan_says_nothing_of_itself() {
    let scan = Scan::new(MAN.to_owned());
    assert_eq!(format!("{scan:?} {scan:#?}"), "Scan(..) Scan(..)");
    assert!(!format!("{:?}", scan.read(TODAY.parse().unwrap())).contains("001090"));
}

#[test]
fn a_paste_is_taken_for_a_card_only_when_it_begins_like_one() {
    for (text, is_card) in [
        (MAN, true),
        ("001090123456|", true),
        ("001090123456012345678Nguyễn Văn A01011990", true),
        ("0912345678", false),
        ("001090123456", false),
        ("001090123456 của ông A hẹn sáng mai đến lấy kết quả", false),
        ("khai sinh", false),
        ("", false),
    ] {
        assert_eq!(Scan::is_in(text), is_card, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_scanned_is_read_or_refused(text in "(\\PC|[0-9]{8,12}|\\||Nam|Nữ){0,40}") {
        let _ = facts(&text);
        let _ = Scan::is_in(&text);
    }

    #[test]
    fn a_card_that_agrees_with_itself_is_read(year in 1910_i32..2026, day in 1_u32..29, month in 1_u32..11, is_female: bool) {
        let (sex, digit) = if is_female { ("Nữ", 1) } else { ("Nam", 0) };
        let century = (year - 1900) / 100 * 2 + digit;
        let card = format!("001{century}{:02}000001||Lê Thử|{day:02}{month:02}{year}|{sex}|Xã C|", year % 100);
        let facts = facts(&card).unwrap();
        prop_assert_eq!(i32::from(facts.birth_year), year);
        prop_assert_eq!(facts.sex == Sex::Female, is_female);
    }
}
