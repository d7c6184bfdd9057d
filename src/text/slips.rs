//! The words of the slips that people take with them, of whether one came out, and of how this PC prints it.

use crate::domain::Stamp;
use crate::domain::printer::{EachNumber, RollWidth, SheetSize};
use crate::lang::{Lang, say};

say! {
    ticket_needs(needs: &str) { "Việc cần làm: {needs}", "Needed: {needs}" }
    ticket_priority(reason: &str) { "Ưu tiên: {reason}", "Priority: {reason}" }
    ticket_persons(persons: &str) { "Số người cùng đến: {persons}", "People in the party: {persons}" }
    ticket_next { "Quý vị là lượt kế\u{a0}tiếp.", "You are next." }
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
    ticket_away { "Cần ra ngoài một lát, xin báo bàn hỗ\u{a0}trợ. Giữ phiếu này đến khi xong việc.", "If you step out for a moment, tell the help desk. Keep this slip until you are done." }

    slip_labelled(label: &str, fact: &str) { "{label}: {fact}", "{label}: {fact}" }
    guide_number(ticket: &str) { "Số thứ\u{a0}tự {ticket}", "Queue number {ticket}" }
    guide_come_back { "Quay lại", "Coming back" }
    guide_come_back_on(weekday: &str, date: &str) { "{weekday}, {date}", "{weekday}, {date}" }
    guide_come_back_ready { "Khi đã đủ giấy tờ còn thiếu ở trên.", "When you have the papers that are missing above." }
    guide_today(visits: usize) { "Quay lại ngay hôm nay: đưa phiếu này, không lấy số mới; về chỗ cũ, nhưng sau {visits}\u{a0}lượt đang chờ đầu hàng.", "If you come back today: show this slip and take no new number; you keep your old place, but after the first\u{a0}{visits} in your lane." }
    guide_place(office: &str) { "Nơi đến: {office}", "Where: {office}" }
    guide_hours(hours: &str) { "Giờ làm việc: {hours}", "Office hours: {hours}" }
    guide_passwords { "Mật khẩu, mã PIN, mã OTP: quý\u{a0}vị tự gõ; không đọc, không đưa cho ai, kể cả người hỗ trợ.", "Passwords, PINs and one-time codes: type them yourself; tell nobody, not even those who help you." }

    slip_missing_mark { "chưa in", "no slip" }
    slip_missing(key: &str) { "Phiếu số chưa in. {key} in lại, không cấp số mới.", "The slip is not printed. {key} prints it and takes no new number." }
    slip_sending(ticket: &str) { "Đang in phiếu số {ticket}; không cấp số mới.", "Printing the slip of {ticket}; no new number is taken." }
    slip_not_printed(ticket: &str, reason: &str, key: &str) { "Chưa in được phiếu số {ticket}: {reason}. Số vẫn giữ nguyên. {key}: xem hàng in, in lại.", "The slip of {ticket} was not printed: {reason}. The number stays. {key}: print jobs, print again." }
    slip_not_drawn { "Không vẽ được phiếu số. Số vẫn giữ nguyên, đọc số cho người dân.", "The slip could not be drawn. The number stays: read it out." }
    slip_sample { "MẪU: không phải số thật", "SAMPLE: not a real number" }
    printers_slip_paper { "Giấy in phiếu", "Paper for slips" }
    printers_roll(width: u8) { "cuộn {width} mm", "{width} mm roll" }
    printers_a5 { "tờ A5", "A5 sheet" }
    printers_a4 { "tờ A4", "A4 sheet" }
    printers_letters { "Chữ trên phiếu", "Letters on slips" }
    printers_letters_marked { "có dấu", "with marks" }
    printers_letters_plain { "không dấu, khi máy in ra ký tự lạ", "without marks, when the printer prints strange letters" }
    printers_letters_page { "có dấu; máy in này nhận cả trang", "with marks; this printer takes pages" }
    printers_each { "In phiếu cùng mỗi số", "A slip with each number" }
    printers_each_chosen { "khi đã chọn máy in phiếu", "when a printer for slips is chosen" }
    printers_each_always { "luôn in", "always" }
    printers_each_never { "không in", "never" }
    printers_desk_copy { "Thêm một bản cho bàn giữ", "A second copy for the desk" }
}

impl Lang {
    /// When a number was given: «08:05, thứ Bảy 21/11/2026».
    pub fn ticket_given(self, at: Stamp) -> String {
        let day = at.day();
        let weekday = self.weekday(day.weekday());
        format!("{}, {} {}", self.clock(at), weekday.replace(' ', "\u{a0}"), self.date(day))
    }

    /// What slips are printed on.
    pub fn slip_paper(self, sheet: SheetSize, width: RollWidth) -> String {
        match sheet {
            SheetSize::Roll => self.printers_roll(width.millimetres()),
            SheetSize::A5 => self.printers_a5().to_owned(),
            SheetSize::A4 => self.printers_a4().to_owned(),
        }
    }

    /// Whether a slip is printed with each number.
    pub const fn each_number(self, each: EachNumber) -> &'static str {
        match each {
            EachNumber::WhenChosen => self.printers_each_chosen(),
            EachNumber::Always => self.printers_each_always(),
            EachNumber::Never => self.printers_each_never(),
        }
    }
}
