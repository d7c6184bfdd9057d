//! What the roster (sổ tình nguyện viên) holds of a volunteer besides the name. Everything may be left out.

use std::fmt;

use super::coded::coded;
use super::input;

coded! {
    /// What a volunteer is in the team.
    TeamRole {
        Leader = "leader",
        Deputy = "deputy",
        Member = "member",
    }
}

/// What is known of a volunteer besides the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VolunteerFacts {
    pub role: Option<TeamRole>,
    /// The branch of the Union, or another body that sent the person (chi đoàn, đơn vị).
    pub unit: String,
    pub school: String,
    /// Personal data: it stands in the roster alone.
    pub phone: PhoneNumber,
}

impl VolunteerFacts {
    /// The same with its texts as they are saved.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let line = |text: &str| input::line(text, input::NAME_LENGTH);
        Self { unit: line(&self.unit), school: line(&self.school), ..self.clone() }
    }
}

/// A phone number of Vietnam as it is dialled there, `0912345678`; empty when it is not known. No log can say it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// What was typed as a number: with spaces, dots or dashes in it, with `+84` or `84` for the first nought. `None` when that
    /// is no number of ten digits, or of eleven as those of landlines are.
    pub fn parse(typed: &str) -> Option<Self> {
        let text: String =
            typed.chars().filter(|sign| !sign.is_whitespace() && !".-()".contains(*sign)).collect();
        if text.is_empty() {
            return Some(Self::default());
        }
        let abroad = text.strip_prefix("+84").or_else(|| text.strip_prefix("84").filter(|_| text.len() > 10));
        let digits = abroad.map_or(text.clone(), |rest| format!("0{rest}"));
        let is_number = digits.starts_with('0')
            && (10..=11).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then_some(Self(digits))
    }

    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("PhoneNumber")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_kept_as_it_is_dialled_and_never_shown_to_a_log() {
        for (typed, kept) in [
            ("", Some("")),
            (" 0912 345.678 ", Some("0912345678")),
            ("+84 912 345 678", Some("0912345678")),
            ("84912345678", Some("0912345678")),
            ("(024) 3825-1234", Some("02438251234")),
            ("912345678", None),
            ("091234567", None),
            ("0912345678901", None),
            ("091234567a", None),
        ] {
            let number = PhoneNumber::parse(typed);
            assert_eq!(number.as_ref().map(PhoneNumber::digits), kept, "{typed}");
            assert!(!format!("{number:?}").contains("345"));
        }
    }
}
