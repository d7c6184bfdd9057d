//! Notes with what must not be kept, and notes without.

use proptest::prelude::*;

use super::*;

#[test]
fn what_must_not_be_kept_is_masked_and_the_rest_stays() {
    for (text, kept) in [
        // Identity papers.
        ("thẻ 001090123456 hẹn thứ Hai", "thẻ *** hẹn thứ Hai"),
        ("001 090 123 456", "***"),
        ("001-090-123-456.", "***."),
        ("001.090.123456", "***"),
        ("0 0 1 0 9 0 1 2 3 4 5 6", "***"),
        ("００１０９０１２３４５６", "***"),
        ("CCCD001090123456", "CCCD***"),
        ("sinh ở nước ngoài: 171090123456", "sinh ở nước ngoài: ***"),
        ("079195000001, 001090123456", "***, ***"),
        ("001090123456|012345678|", "***"),
        ("CMND cũ 012345678", "CMND cũ ***"),
        ("CMND 012 345 678", "CMND ***"),
        ("CMND 012.345.678 cấp 2010", "CMND *** cấp 2010"),
        ("gọi 0912 345 678 15", "gọi ***"),
        // Cut, or written as nobody expects.
        ("số 00109012345 thiếu một", "số *** thiếu một"),
        ("0010 9012 345", "***"),
        ("0010901234", "***"),
        ("79195000001 trong Excel", "*** trong Excel"),
        ("02409012345", "***"),
        ("001/090/123/456", "***"),
        ("001,090,123456", "***"),
        ("CCCD số: 00109012", "CCCD số: ***"),
        ("căn cước 1090 1234", "căn cước ***"),
        ("hộ chiếu C1234567 còn hạn", "hộ chiếu *** còn hạn"),
        ("BHYT DN 4 79 7123456789", "BHYT DN 4 79 7123456789"),
        ("thẻ BHYT DN4797123456789", "thẻ BHYT DN***"),
        ("DN4797123456789", "DN***"),
        ("001090123456012345678", "***"),
        // Bank cards.
        ("thẻ 4111 1111 1111 1111 hết hạn", "thẻ *** hết hạn"),
        ("4111111111111111", "***"),
        ("3782 822463 10005", "***"),
        ("4111111111111112", "4111111111111112"),
        // Passwords and codes.
        ("mk: Abc@1234", "mk: ***"),
        ("mk Abc@1234", "mk ***"),
        ("mật khẩu là hoasen2026.", "mật khẩu là ***."),
        ("Mật khẩu VNeID: Sen#2026, đã đổi", "Mật khẩu VNeID: ***, đã đổi"),
        ("pass:hoasen", "pass:***"),
        ("password = sen2026", "password = ***"),
        ("OTP 123456", "OTP ***"),
        ("otp: 123 456", "otp: ***"),
        ("mã OTP gửi bác là 482913", "mã OTP gửi bác là ***"),
        ("mã xác thực 4821", "mã xác thực ***"),
        ("PIN=0000", "PIN=***"),
        ("ma\u{301}t", "ma\u{301}t"),
    ] {
        assert_eq!(mask(text).0, kept, "{text}");
    }
}

#[test]
fn what_a_note_needs_is_left_alone() {
    for text in [
        "A012 hẹn 15h30, gọi lại 0912 345 678",
        "gọi 0912345678 0987654321",
        "+84 912 345 678",
        "máy bàn 024 3825 1234, tổng đài 1900 1234",
        "nộp 150.000.000 đ, lệ phí 8.000 đ/bản",
        "từ 15.11.2026 đến 20.11.2026, 12 người",
        "ngày 01-11-2026 1234 lượt",
        "thủ tục 2.000815 1.001193 3.000722",
        "hồ sơ H29.14-261118-0042, G22.99.02-250101-0001",
        "quên mật khẩu VNeID, SIM: không chính chủ",
        "đổi mật khẩu 2 lần, OTP không về",
        "mật khẩu: đã đổi",
        "tuần này quên mật khẩu, OTP: không về",
        "pin điện thoại yếu, mk quên",
        "mã hồ sơ 123456, biên lai 12345678",
        "máy bàn 02438251234, 0251 3822 123, 02363822123",
        "000.00.00.H26-260101-0001, 000.00.19.H26-260101-0012",
        "lớp 6A2, 20/11, tổ 12, hẹn 15h30 ngày 05/12/2026",
        "số nhà 123/45/6/7, hẻm 12/34/56/78",
        "CCCD gọi lại 0912345678, BHYT hết hạn 31.12.2026, CCCD đuôi 3456",
        "làm CCCD 15 người, định danh mức 2: 120 người",
        "các bước 01 02 03 04 05",
        "mã vạch 8934563138165",
        "lệ phí 50.000–150.000 đ, tuổi 16 2 16–30 3 31–59",
        "",
        "***",
    ] {
        assert_eq!(mask(text), (text.to_owned(), Masked::default()), "{text}");
    }
}

#[test]
fn the_places_are_counted_by_what_they_looked_like() {
    let (_, masked) = mask("001090123456 và 012345678, thẻ 4111111111111111, mk: sen2026, otp 1234");
    assert_eq!(masked, Masked { identities: 2, cards: 0, bank_cards: 1, secrets: 2 });
    assert_eq!(masked.places(), 5);
    assert_eq!(masked.and(masked).places(), 10);
}

/// A personal number as a person may write it.
fn written() -> impl Strategy<Value = (String, String)> {
    let number = ("0(01|79|31|92|38)", "[0-3]", "[0-9]{8}").prop_map(|(a, b, c)| format!("{a}{b}{c}"));
    let old = "0[1-9][0-9]{7}".prop_map(String::from);
    let separator = prop_oneof![Just(""), Just(" "), Just("."), Just("-"), Just(" - ")];
    (prop_oneof![number, old], separator, 1_usize..6).prop_map(|(number, separator, size)| {
        let size = if number.len() == 9 && size > 3 { 3 } else { size };
        let groups: Vec<String> =
            number.as_bytes().chunks(size).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
        (number, groups.join(separator))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_of_an_identity_paper_survives((number, written) in written(), before in "([a-zđ :,]{0,6}[ :,])?", after in "[,;:]? [a-zđ]{0,6}") {
        let text = format!("{before}{written}{after}");
        let (kept, masked) = mask(&text);
        let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
        prop_assert!(!digits.contains(&number), "{} -> {}", text, kept);
        prop_assert!(masked.places() > 0, "{} -> {}", text, kept);
    }

    #[test]
    fn masking_twice_is_masking_once(text in "(\\PC|[0-9]{1,12}|[ .:-]|mk|otp){0,30}") {
        let once = mask(&text).0;
        prop_assert_eq!(mask(&once).0, once.clone());
    }
}
