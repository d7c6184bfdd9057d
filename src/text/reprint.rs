//! What a paper that is printed again says of its last print.

use super::Lang;
use crate::domain::tally::Change;

say! {
    /// The head of the line.
    reprint(nth: u32, time: &str, date: &str) { "Bản in lại lần {nth}; bản trước in lúc {time} ngày {date}.", "Print no. {nth}; the one before was printed on {date} at {time}." }
    reprint_unchanged { "Không có con số nào thay đổi.", "No figure has changed." }
    reprint_changed(changes: &str) { "Thay đổi: {changes}.", "Changed: {changes}." }
    reprint_change(name: &str, before: &str, now: &str) { "{name} {before} → {now}", "{name} {before} → {now}" }
    reprint_others(count: usize) { "và {count} số khác", "and {count} other figures" }
    reprint_others_alone(count: usize) { "{count} số chi tiết", "{count} detailed figures" }
}

/// The numbers that are named; where they stand in a tally, and what they are called.
const NAMED: [(&str, [&str; 2]); 10] = [
    ("visits", ["lượt", "visits"]),
    ("persons", ["người", "persons"]),
    ("assists", ["việc", "things"]),
    ("proof.carried_in", ["mang sang", "carried in"]),
    ("proof.issued", ["đã cấp", "given"]),
    ("proof.served", ["xong", "served"]),
    ("proof.left", ["rời đi", "left"]),
    ("proof.no_show", ["vắng", "no-show"]),
    ("proof.cancelled", ["hủy", "cancelled"]),
    ("proof.open", ["còn mở", "still open"]),
];

impl Lang {
    /// What differs from the last print: the main numbers by name, the others by how many they are.
    pub fn reprint_changes(self, changes: &[Change]) -> String {
        if changes.is_empty() {
            return self.reprint_unchanged().to_owned();
        }
        let count = |number: i64| self.count(number.unsigned_abs());
        let parts: Vec<String> = NAMED
            .iter()
            .filter_map(|(path, names)| {
                let change = changes.iter().find(|change| change.path == *path)?;
                let name = match self {
                    Self::Vi => names[0],
                    Self::En => names[1],
                };
                Some(self.reprint_change(name, &count(change.before), &count(change.now)))
            })
            .collect();
        let others = changes.len() - parts.len();
        let mut words = parts.join(", ");
        if others > 0 && parts.is_empty() {
            words = self.reprint_others_alone(others);
        } else if others > 0 {
            words = format!("{words} {}", self.reprint_others(others));
        }
        self.reprint_changed(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_numbers_are_named_and_the_others_counted() {
        let change = |path: &str, before, now| Change { path: path.to_owned(), before, now };
        let few = [change("assists", 41, 43), change("hours.8.issued", 1, 2), change("visits", 1999, 2000)];
        assert_eq!(
            Lang::Vi.reprint_changes(&few),
            "Thay đổi: lượt 1.999 → 2.000, việc 41 → 43 và 1 số khác."
        );
        assert_eq!(Lang::En.reprint_changes(&few[1..2]), "Changed: 1 detailed figures.");
        assert_eq!(Lang::Vi.reprint_changes(&[]), "Không có con số nào thay đổi.");
        assert_eq!(Lang::Vi.reprint_changes(&few[..1]), "Thay đổi: việc 41 → 43.");
    }
}
