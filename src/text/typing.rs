//! How Vietnamese is typed, in words.

use super::Lang;
use crate::domain::{Letters, TypingMethod};

say! {
    typing_off { "tắt (dùng bộ gõ của máy)", "off (the PC's own input method)" }
    typing_set(method: &str) { "Gõ tiếng Việt: {method}. Ctrl+B để đổi.", "Vietnamese is typed with: {method}. Ctrl+B changes it." }
    letters_are_commands { "Trên màn hình hàng chờ, phím chữ là lệnh.", "On the queue's screen letters are commands." }
    letters_are_needs { "Trên màn hình hàng chờ, gõ chữ là cấp số: gõ nhu cầu rồi Enter.", "On the queue's screen letters give a number: type the need, then Enter." }
    settings_letters { "Phím chữ ở hàng chờ", "Letters in the queue" }
    letters_commands { "là lệnh", "are commands" }
    letters_needs { "là nhu cầu, cấp số ngay", "are a need, for a number" }
    settings_typing { "Gõ tiếng Việt (Ctrl+B)", "Vietnamese typing" }
}

impl Lang {
    /// A way of typing Vietnamese: «Telex».
    pub const fn typing_method(self, method: TypingMethod) -> &'static str {
        match method {
            TypingMethod::Off => self.typing_off(),
            TypingMethod::Telex => "Telex",
            TypingMethod::Vni => "VNI",
        }
    }

    /// What letters do on the queue's screen, in the settings.
    pub const fn letters(self, letters: Letters) -> &'static str {
        match letters {
            Letters::Commands => self.letters_commands(),
            Letters::Needs => self.letters_needs(),
        }
    }
}
