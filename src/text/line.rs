//! The words on the line of commands.

use super::Lang;
use crate::ui::line::LineFlaw;

say! {
    line_title { "Dòng lệnh", "Line of commands" }
    line_empty { "+ ks 2: cấp số cho 2 người · thêm >: giúp ngay · n: gọi · . xong · h: giữ · A012: tới số đó · gõ chữ để tìm lệnh", "+ ks 2: a number for 2 persons · with >: help at once · n: call · . finish · h: hold · A012: go there · type to find a command" }
    line_take(needs: &str, persons: &str) { "Cấp số: {needs}; {persons} người", "Give a number: {needs}; {persons} persons" }
    line_go(ticket: &str) { "Tới {ticket}", "Go to {ticket}" }
    line_go_then(ticket: &str, deed: &str) { "{ticket}: {deed}", "{ticket}: {deed}" }
    line_unknown_verb(word: &str) { "Không có lệnh «{word}». Tab điền gợi ý; F1 xem mọi lệnh.", "There is no command \"{word}\". Tab takes a suggestion; F1 lists all." }
    line_unknown_need(word: &str) { "Không thấy việc nào khớp «{word}». «+ khac» cấp số chưa rõ nhu cầu.", "Nothing fits \"{word}\". \"+ khac\" gives a number for a need not known yet." }
    line_unknown_priority(word: &str) { "Không có lý do ưu tiên «{word}». «!» là người cao tuổi.", "There is no reason for priority \"{word}\". \"!\" alone is the elderly." }
    line_too_many(most: u8) { "Số phải từ 1 đến {most}.", "A number from 1 to {most}." }
    line_no_ticket(ticket: &str) { "Không có lượt nào còn mở mang số {ticket}.", "No open visit has the number {ticket}." }
    line_too_much(words: &str) { "Lệnh này không nhận thêm «{words}».", "This command takes no \"{words}\" behind it." }
}

impl Lang {
    /// What is wrong with a line of commands; nothing was done.
    pub fn line_flaw(self, flaw: &LineFlaw) -> String {
        match flaw {
            LineFlaw::Empty => self.line_empty().to_owned(),
            LineFlaw::UnknownVerb(word) => self.line_unknown_verb(word),
            LineFlaw::UnknownNeed(word) => self.line_unknown_need(word),
            LineFlaw::UnknownPriority(word) => self.line_unknown_priority(word),
            LineFlaw::TooMany(most) => self.line_too_many(*most),
            LineFlaw::NoSuchTicket(ticket) => self.line_no_ticket(ticket),
            LineFlaw::TooMuch(words) => self.line_too_much(words),
        }
    }
}
