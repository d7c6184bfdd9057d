//! The words of counters: what is counted by one key, without a number.
//!
//! Vietnamese counts them in «lần», never in «lượt»: a lượt is a visit with a number, and the two are never added together.

use crate::domain::{Counter, Counts};
use crate::lang::{Lang, say};

/// Declares the counters: the head of a column, one of them, a label below a number, the name of a row.
macro_rules! counters {
    ($($value:ident: $vi:literal, $en:literal; $one_vi:literal, $one_en:literal; $label_vi:literal, $label_en:literal; $full_vi:literal, $full_en:literal;)+) => {
        impl Lang {
            /// A counter at the head of a column.
            pub const fn counter_title(self, counter: Counter) -> &'static str {
                match (counter, self) {
                    $((Counter::$value, Self::Vi) => $vi, (Counter::$value, Self::En) => $en,)+
                }
            }

            /// One of a counter, in a sentence.
            pub const fn counter_once(self, counter: Counter) -> &'static str {
                match (counter, self) {
                    $((Counter::$value, Self::Vi) => $one_vi, (Counter::$value, Self::En) => $one_en,)+
                }
            }

            /// A counter below its number.
            pub const fn counter(self, counter: Counter) -> &'static str {
                match (counter, self) {
                    $((Counter::$value, Self::Vi) => $label_vi, (Counter::$value, Self::En) => $label_en,)+
                }
            }

            /// A counter as the name of a row.
            pub const fn counter_in_full(self, counter: Counter) -> &'static str {
                match (counter, self) {
                    $((Counter::$value, Self::Vi) => $full_vi, (Counter::$value, Self::En) => $full_en,)+
                }
            }
        }
    };
}

counters! {
    QuickQuestions: "Hỏi nhanh", "Quick questions"; "lần hỏi nhanh", "quick question"; "lần hỏi nhanh", "quick questions"; "lần hỏi nhanh (không lấy số)", "quick questions (no number taken)";
}

say! {
    counted_one(counter: &str, today: &str) { "đếm {counter} thứ {today} trong ngày", "{counter} no. {today} of the day counted" }
    counted_today(title: &str, count: &str) { "{title}: {count}", "{title}: {count}" }
    counted_line(title: &str, count: &str) { "{title}, không lấy số: {count} lần (không tính vào lượt, người, việc).", "{title}, no number taken: {count} (not counted as visits, people or things)." }
    counted_row(title: &str) { "{title} (lần)", "{title}" }
    counted_astray(counter: &str, day: &str, rows: u32, entries: u32) { "ngày {day}: {rows} {counter} trong bảng, {entries} lần theo nhật ký", "{day}: {rows} {counter} in the table, {entries} by the journal" }
}

impl Lang {
    /// The lines of a paper about what was counted; none of a counter that counted nothing.
    pub fn counted(self, counts: Counts) -> Vec<String> {
        let used = Counter::ALL.iter().filter(|counter| counts.get(**counter) > 0);
        used.map(|one| self.counted_line(self.counter_title(*one), &self.count(counts.get(*one)))).collect()
    }

    /// A counter as a row of hours.
    pub fn counter_row(self, counter: Counter) -> String {
        self.counted_row(self.counter_title(counter))
    }
}
