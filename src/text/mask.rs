//! What is said when something was masked before it was kept.

use super::Lang;
use crate::domain::mask::Masked;

say! {
    masked_identities(places: u8) { "Đã che {places} chỗ giống số căn cước; không lưu số.", "{places} place(s) like an identity number masked; the number is not kept." }
    masked_bank_cards(places: u8) { "Đã che {places} chỗ giống số thẻ ngân hàng; không lưu số.", "{places} place(s) like a bank card's number masked; the number is not kept." }
    masked_secrets(places: u8) { "Đã che {places} chỗ giống mật khẩu hoặc mã OTP; không lưu.", "{places} place(s) like a password or a one-time code masked; it is not kept." }
    masked_several(places: u8) { "Đã che {places} chỗ giống số giấy tờ, số thẻ, mật khẩu hoặc mã OTP; không lưu.", "{places} places like numbers of cards, passwords or codes masked; they are not kept." }
}

impl Lang {
    /// How many places were masked and what they looked like: «Đã che 1 chỗ giống số căn cước; không lưu số.»
    pub fn masked(self, masked: Masked) -> String {
        match masked {
            Masked { identities, bank_cards: 0, secrets: 0 } => self.masked_identities(identities),
            Masked { identities: 0, bank_cards, secrets: 0 } => self.masked_bank_cards(bank_cards),
            Masked { identities: 0, bank_cards: 0, secrets } => self.masked_secrets(secrets),
            several => self.masked_several(several.places()),
        }
    }
}
