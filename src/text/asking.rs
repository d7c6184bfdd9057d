//! The words of quick questions (lần hỏi nhanh): visitors who ask one short thing and take no number.
//!
//! Vietnamese counts them in «lần», never in «lượt»: a lượt is a visit with a number, and the two are never added together.

use super::Lang;

say! {
    question_counted(today: &str) { "đếm lần hỏi nhanh thứ {today} trong ngày", "quick question no. {today} of the day counted" }
    quick_questions_today(count: &str) { "Hỏi nhanh: {count}", "Quick questions: {count}" }
    quick_questions_line(count: &str) { "Hỏi nhanh, không lấy số: {count} lần (không tính vào lượt, người, việc).", "Quick questions, no number taken: {count} (not counted as visits, persons or things)." }
    quick_questions_name { "hỏi nhanh, không lấy số (lần)", "quick questions, no number taken" }
    quick_questions_row { "Hỏi nhanh (lần)", "Quick questions" }
    compared_quick_questions { "Hỏi nhanh (lần)", "Quick questions" }
    questions_astray(day: &str, rows: u32, entries: u32) { "ngày {day}: {rows} lần hỏi nhanh trong bảng, {entries} lần theo nhật ký", "{day}: {rows} quick questions in the table, {entries} by the journal" }
}

impl Lang {
    /// The line of a paper about them; none when there were none.
    pub fn quick_questions_of(self, count: u32) -> Option<String> {
        (count > 0).then(|| self.quick_questions_line(&self.count(count)))
    }
}
