//! What is said of a citizen card that was scanned.

use super::Lang;
use crate::domain::Person;
use crate::domain::card::CardFlaw;
use crate::domain::commune;

say! {
    card_read { "Đã đọc thẻ. Số, tên và địa chỉ trên thẻ không được lưu.", "Card read. Its number, name and address are not kept." }
    card_strange_prefix { "Đã đọc thẻ, nhưng ba số đầu không thuộc tỉnh nào: xem lại thẻ.", "Card read, but its first three digits are no province's: look again." }
    card_elsewhere { "Thẻ chỉ được đọc ở hàng chờ hoặc khi đang cấp số: về hàng chờ rồi quét lại. Chưa ghi gì.", "A card is read at the queue or while a number is given: go there and scan again. Nothing was noted." }
    card_none { "Mã vừa quét không phải mã QR của thẻ căn cước, chưa ghi gì: quét lại thẻ hoặc nhập tay (F2).", "What was scanned is no citizen card's code, nothing was noted: scan again or type by hand (F2)." }
    card_no_bars { "Bản quét thiếu dấu | giữa các ô: đặt máy quét theo bàn phím tiếng Anh (US) rồi quét lại, hoặc nhập tay (F2).", "The scan lacks the | between its fields: set the scanner to a US keyboard and scan again, or type by hand (F2)." }
    card_cut_off { "Bản quét bị cắt giữa chừng: giữ yên thẻ và quét lại, hoặc nhập tay (F2).", "The scan was cut off: hold the card still and scan again, or type by hand (F2)." }
    card_input_method { "Bộ gõ tiếng Việt đã sửa bản quét: tắt bộ gõ (UniKey) rồi quét lại, hoặc nhập tay (F2).", "An input method changed the scan: turn it off (UniKey) and scan again, or type by hand (F2)." }
    card_wrong_letters { "Chữ của bản quét bị vỡ vì sai bảng mã: đặt máy quét sang UTF-8 rồi quét lại, hoặc nhập tay (F2).", "The scan's letters are broken by a wrong character set: set the scanner to UTF-8 and scan again, or type by hand (F2)." }
    card_number { "Số của bản quét không đủ 12 chữ số: quét lại, hoặc nhập tay (F2).", "The scan's number is not of 12 digits: scan again, or type by hand (F2)." }
    card_birth { "Ngày sinh của bản quét không đúng: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The scan's date of birth cannot be: look at the card and scan again, or type by hand (F2)." }
    card_sex { "Giới tính của bản quét không phải Nam hay Nữ: quét lại, hoặc nhập tay (F2).", "The scan's sex is neither Nam nor Nữ: scan again, or type by hand (F2)." }
    card_number_and_birth { "Số căn cước và ngày sinh không khớp nhau: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The number and the date of birth disagree: look at the card and scan again, or type by hand (F2)." }
    card_number_and_sex { "Số căn cước và giới tính không khớp nhau: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The number and the sex disagree: look at the card and scan again, or type by hand (F2)." }
    person_born(year: u16) { "sinh {year}", "born {year}" }
    person_local(kind: &str) { "người trong {kind}", "of this {kind}" }
    person_from_elsewhere { "người nơi khác", "from elsewhere" }
}

impl Lang {
    /// What is wrong with a card or its scan, and what to do.
    pub const fn card_flaw(self, flaw: CardFlaw) -> &'static str {
        match flaw {
            CardFlaw::NoCard => self.card_none(),
            CardFlaw::NoBars => self.card_no_bars(),
            CardFlaw::CutOff => self.card_cut_off(),
            CardFlaw::InputMethod => self.card_input_method(),
            CardFlaw::WrongLetters => self.card_wrong_letters(),
            CardFlaw::Number => self.card_number(),
            CardFlaw::Birth => self.card_birth(),
            CardFlaw::Sex => self.card_sex(),
            CardFlaw::NumberAndBirth => self.card_number_and_birth(),
            CardFlaw::NumberAndSex => self.card_number_and_sex(),
        }
    }

    /// Whether the person is of the office's commune: «người trong phường», «người nơi khác»; nothing when the card did
    /// not say, or the office has no commune.
    pub fn person_origin(self, person: &Person, office: &str) -> Option<String> {
        let code = person.commune?.to_string();
        let own = commune::of_code(office)?;
        Some(if code == own.code {
            self.person_local(&own.kind())
        } else {
            self.person_from_elsewhere().to_owned()
        })
    }
}
