//! The words of the slips that people take with them: the number and the guidance.

use super::Lang;
use crate::domain::Stamp;
use crate::domain::procedure::Way;

say! {
    ticket_needs(needs: &str) { "Việc cần làm: {needs}", "Needed: {needs}" }
    ticket_priority(reason: &str) { "Ưu tiên: {reason}", "Priority: {reason}" }
    ticket_persons(persons: &str) { "Số người cùng đến: {persons}", "Persons in the party: {persons}" }
    ticket_next { "Quý vị là lượt kế\u{a0}tiếp.", "You are the next\u{a0}one." }
    ticket_ahead(visits: &str) { "Còn {visits} lượt trước quý\u{a0}vị.", "Still ahead of you: {visits}." }
    ticket_rule(ratio: &str) { "theo giờ đến; ưu\u{a0}tiên và thường xen\u{a0}kẽ\u{a0}{ratio}.", "by arrival; priority to\u{a0}ordinary\u{a0}{ratio}." }
    ticket_called_by(rule: &str) { "Gọi {rule}", "Called {rule}" }
    ticket_in_priority(rule: &str) { "Hàng ưu\u{a0}tiên, {rule}", "Priority lane, {rule}" }
    ticket_in_ordinary(rule: &str) { "Hàng thường, {rule}", "Ordinary lane, {rule}" }
    ticket_wait(minutes: &str) { "Chờ {minutes}", "Wait of {minutes}" }
    ticket_wait_between(from: u32, until: u32) { "khoảng {from}–{until}\u{a0}phút (ước\u{a0}tính)", "about {from}–{until}\u{a0}min (estimate)" }
    ticket_wait_about(minutes: u32) { "khoảng {minutes}\u{a0}phút (ước\u{a0}tính)", "about {minutes}\u{a0}min (estimate)" }
    ticket_wait_at_most(minutes: u32) { "không quá {minutes}\u{a0}phút (ước\u{a0}tính)", "at most {minutes}\u{a0}min (estimate)" }
    ticket_called(number: &str) { "Khi đến lượt, quý\u{a0}vị được mời hai lần: «Xin\u{a0}mời số thứ\u{a0}tự {number} đến quầy số\u{a0}…».", "When it is your turn you are called twice: “Number {number}, please come to station\u{a0}…”." }
    ticket_away { "Cần ra ngoài một lát, xin báo bàn hỗ\u{a0}trợ. Giữ phiếu này đến khi xong việc.", "To step out for a moment, tell the help desk. Keep this slip until you are done." }

    slip_labelled(label: &str, fact: &str) { "{label}: {fact}", "{label}: {fact}" }
    guide_number(ticket: &str) { "Số thứ\u{a0}tự {ticket}", "Queue number {ticket}" }
    guide_topic(place: usize, name: &str) { "{place}. {name}", "{place}. {name}" }
    guide_code(code: &str) { "Mã thủ\u{a0}tục: {code}", "Code of the procedure: {code}" }
    guide_papers { "Giấy tờ (ô có dấu: đã\u{a0}có; ô trống: còn\u{a0}phải mang)", "Papers (ticked: here\u{a0}already; empty: still to\u{a0}bring)" }
    guide_papers_doubtful { "Giấy tờ (ô có dấu: đã\u{a0}có; ô trống: còn\u{a0}phải mang; hỏi\u{a0}lại bộ\u{a0}phận một\u{a0}cửa)", "Papers (ticked: here\u{a0}already; empty: still to\u{a0}bring; ask again at the\u{a0}counter)" }
    guide_papers_unknown(ask: &str) { "Giấy tờ: {ask}", "Papers: {ask}" }
    guide_papers_ask { "hỏi bộ\u{a0}phận một\u{a0}cửa", "ask at the counter" }
    guide_before { "Xem lại trước khi đến", "To check before you come" }
    guide_point(text: &str) { "– {text}", "– {text}" }
    guide_fee(fee: &str) { "Lệ\u{a0}phí: {fee}", "Fee: {fee}" }
    guide_fee_unknown { "theo quy\u{a0}định của tỉnh; hỏi bộ\u{a0}phận một\u{a0}cửa", "as set by the province; ask at the counter" }
    guide_limit(limit: &str) { "Thời\u{a0}hạn: {limit}", "Time limit: {limit}" }
    guide_doubtful(fact: &str) { "{fact} (hỏi\u{a0}lại bộ\u{a0}phận một\u{a0}cửa)", "{fact} (ask again at the counter)" }
    guide_ways(ways: &str) { "Nộp hồ\u{a0}sơ: {ways}", "Where to file: {ways}" }
    guide_until(last: &str) { "Áp dụng đến hết ngày {last}.", "Valid until {last}." }
    guide_until_day(date: &str) { "{date}; sau đó hỏi lại bộ\u{a0}phận một\u{a0}cửa", "{date}; after that, ask again at the counter" }
    guide_warnings { "Lưu ý", "Mind" }
    guide_come_back { "Quay lại", "Coming back" }
    guide_come_back_on(weekday: &str, date: &str) { "{weekday}, {date}", "{weekday}, {date}" }
    guide_come_back_ready { "Khi đã đủ giấy tờ còn thiếu ở trên.", "Once the papers that are missing above are there." }
    guide_today(visits: usize) { "Quay lại ngay hôm nay: đưa phiếu này, không lấy số mới; về chỗ cũ, nhưng sau {visits}\u{a0}lượt đang chờ đầu hàng.", "Back still today: show this slip, take no new number; you have your old place, but behind the {visits} who wait first in your lane." }
    guide_place(office: &str) { "Nơi đến: {office}", "Where: {office}" }
    guide_hours(hours: &str) { "Giờ làm việc: {hours}", "Office hours: {hours}" }
    guide_same_day { "Muốn có kết quả trong ngày, nộp trước 15\u{a0}giờ.", "For a result on the same day, file before 15:00." }
    guide_passwords { "Mật khẩu, mã PIN, mã OTP: quý\u{a0}vị tự gõ; không đọc, không đưa cho ai, kể cả người hỗ trợ.", "Passwords, PINs and one-time codes: type them yourself; tell nobody, not even those who help you." }
}

impl Lang {
    /// When a number was given: «08:05, thứ Bảy 21/11/2026».
    pub fn ticket_given(self, at: Stamp) -> String {
        let day = at.day();
        let weekday = self.weekday(day.weekday());
        format!("{}, {} {}", self.clock(at), weekday.replace(' ', "\u{a0}"), self.date(day))
    }

    /// Where a dossier may be handed in, within a sentence.
    pub const fn guide_way(self, way: Way) -> &'static str {
        match (way, self) {
            (Way::Counter, Self::Vi) => "tại quầy",
            (Way::Counter, Self::En) => "at the counter",
            (Way::Online, Self::Vi) => "trực tuyến ở dichvucong.gov.vn",
            (Way::Online, Self::En) => "online at dichvucong.gov.vn",
            (Way::Post, Self::Vi) => "qua bưu chính công ích",
            (Way::Post, Self::En) => "by public post",
        }
    }

    /// A fact of the catalogue that was not verified, with the advice to ask again unless it says so itself.
    pub fn guide_unverified(self, fact: &str) -> String {
        let asks = match self {
            Self::Vi => fact.contains("hỏi") || fact.contains("Hỏi"),
            Self::En => fact.contains("ask") || fact.contains("Ask"),
        };
        if asks { fact.to_owned() } else { self.guide_doubtful(fact) }
    }

    /// A text of the catalogue within a sentence: «miễn phí» for «Miễn phí», while «VNeID» stays as it is.
    pub fn within_a_sentence(self, text: &str) -> String {
        let mut letters = text.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() || second.is_whitespace() => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => text.to_owned(),
        }
    }
}
