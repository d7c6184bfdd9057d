//! How Vietnamese is typed, in words.

use super::Lang;
use crate::domain::TypingMethod;

say! {
    typing_off { "tắt (dùng bộ gõ của máy)", "off (the PC's own input method)" }
    typing_set(method: &str) { "Gõ tiếng Việt: {method}. Ctrl+B để đổi.", "Vietnamese is typed with: {method}. Ctrl+B changes it." }
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
}
