//! What must not be kept though somebody typed it: numbers of identity papers and bank cards, passwords, one-time codes.
//!
//! A note says what the next shift has to know. A number of a card is never that, and once it stands in the file it
//! stands in every backup. What looks like one becomes [`MASK`] before it is stored. A telephone number stays: the desk
//! has to call people back.

mod numbers;
mod secrets;

use std::ops::Range;

/// What stands where something was masked. Plain signs: every printer knows them.
pub const MASK: &str = "***";

/// What kind of thing was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The 12-digit personal number, or the 9-digit number of the old identity paper.
    Identity,
    /// The number of a bank card.
    BankCard,
    /// A password, a PIN or a one-time code.
    Secret,
}

/// How many places were masked, by what they looked like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// Places that looked like the number of an identity paper.
    pub identities: u8,
    /// Places that looked like the number of a bank card.
    pub bank_cards: u8,
    /// Places that looked like a password or a one-time code.
    pub secrets: u8,
}

impl Masked {
    /// All of them.
    pub const fn places(self) -> u8 {
        self.identities.saturating_add(self.bank_cards).saturating_add(self.secrets)
    }

    /// These and others together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            identities: self.identities.saturating_add(other.identities),
            bank_cards: self.bank_cards.saturating_add(other.bank_cards),
            secrets: self.secrets.saturating_add(other.secrets),
        }
    }

    const fn one_more(&mut self, kind: Kind) {
        let count = match kind {
            Kind::Identity => &mut self.identities,
            Kind::BankCard => &mut self.bank_cards,
            Kind::Secret => &mut self.secrets,
        };
        *count = count.saturating_add(1);
    }
}

/// The text with [`MASK`] where something must not be kept, and how many such places there were.
///
/// The text is one that [`super::input`] has cleaned: a number cannot hide behind signs that nobody sees.
pub fn mask(text: &str) -> (String, Masked) {
    let mut letters: Vec<char> = text.chars().collect();
    let mut masked = Masked::default();
    // What is masked may have hidden the word that announces a secret: «001090123456mk: …».
    while mask_once(&mut letters, &mut masked) {}
    (letters.into_iter().collect(), masked)
}

/// Masks what is found in one reading; says whether anything changed.
fn mask_once(letters: &mut Vec<char>, masked: &mut Masked) -> bool {
    let before = letters.clone();
    // A secret first: its digits may stand beside others and look like part of a longer number.
    for find in [secrets::find, numbers::find] {
        let mut found: Vec<(Range<usize>, Kind)> = find(letters);
        found.retain(|(place, _)| letters[place.clone()].iter().any(|letter| *letter != '*'));
        found.sort_by_key(|(place, _)| place.start);
        for (place, kind) in found.into_iter().rev() {
            letters.splice(place, MASK.chars());
            masked.one_more(kind);
        }
    }
    *letters != before
}

/// The value of a digit, also of a full-width one such as `５`, which some input methods make.
fn digit(letter: char) -> Option<u8> {
    let plain = match letter {
        '\u{ff10}'..='\u{ff19}' => u32::from(letter) - 0xff10,
        _ => letter.to_digit(10)?,
    };
    u8::try_from(plain).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            ("001090123456|012345678|", "***|***|"),
            ("CMND cũ 012345678", "CMND cũ ***"),
            ("CMND 012 345 678", "CMND ***"),
            ("CMND 012.345.678 cấp 2010", "CMND *** cấp 2010"),
            ("gọi 0912 345 678 15", "gọi ***"),
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
            "",
            "***",
        ] {
            assert_eq!(mask(text), (text.to_owned(), Masked::default()), "{text}");
        }
    }

    #[test]
    fn the_places_are_counted_by_what_they_looked_like() {
        let (_, masked) = mask("001090123456 và 012345678, thẻ 4111111111111111, mk: sen2026, otp 1234");
        assert_eq!(masked, Masked { identities: 2, bank_cards: 1, secrets: 2 });
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
            let groups: Vec<String> = number
                .as_bytes()
                .chunks(size)
                .map(|part| String::from_utf8_lossy(part).into_owned())
                .collect();
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
}
