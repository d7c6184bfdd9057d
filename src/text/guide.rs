//! The words of the guide: what to bring and to check, when a result is due, when to come back.

use crate::domain::{CheckList, CheckState, Day};
use crate::lang::{Lang, say};

say! {
    unknown_paper { "Thủ tục không có giấy tờ hay điều kiện này.", "The procedure has no such paper or precondition." }
    day_is_past { "Ngày, giờ hẹn đã qua: chọn lúc còn ở phía trước.", "The day or time is past: choose one that is still to come." }
    too_many_days_off { "Ghi tối đa 100 ngày nghỉ riêng.", "The list holds at most 100 days off." }
    nothing_to_take_up { "Không có gì của lần trước để lấy lại.", "The earlier visit has nothing to take over." }
    check_kept(ticket: &str, what: &str, which: &str, place: u8, state: &str) { "ghi {what} ({ticket}), {which} {place}: {state}", "{what} ({ticket}), {which} {place}: {state}" }
    which_paper { "giấy tờ", "paper" }
    which_before { "điều kiện", "precondition" }
    check_there { "đã có", "there" }
    check_seen { "đã kiểm tra", "checked" }
    check_missing { "còn thiếu", "missing" }
    check_none { "bỏ dấu", "mark removed" }
    come_back_set(ticket: &str, what: &str, date: &str) { "ghi {what} ({ticket}): hẹn quay lại {date}", "{what} ({ticket}): to come back on {date}" }
    ticks_taken_up(ticket: &str, steps: usize, papers: usize) { "lấy lại cho {ticket} từ lần trước: {steps} bước, {papers} giấy tờ và điều kiện", "{ticket} takes over from the earlier visit: steps {steps}, papers and preconditions {papers}" }
    office_days_set(days_off: usize) { "lưu ngày làm việc, {days_off} ngày nghỉ riêng", "working days saved, with {days_off} days off of its own", days_off 1: "working days saved, with {days_off} day off of its own" }

    section(label: &str, there: usize, of: usize) { "{label} {there}/{of}", "{label} {there}/{of}" }
    section_missing(count: usize) { ", thiếu {count}", ", {count} missing" }
    earlier_offer(date: &str, steps: &str, papers: &str) { "Lần trước ({date}) đã làm: {steps} bước, {papers} giấy. Enter: lấy lại", "Last time ({date}): steps {steps}, papers {papers}. Enter takes them over." }
    share_of(done: usize, of: usize) { "{done}/{of}", "{done}/{of}" }
    outcome_on(outcome: &str, date: &str) { "{outcome} {date}", "{outcome} on {date}" }
    offered_paper_title(ticket: &str, what: &str) { "{ticket} · {what}: thiếu giấy tờ, kết quả", "{ticket} · {what}: a paper is missing, outcome" }
    offered_before_title(ticket: &str, what: &str) { "{ticket} · {what}: chưa đủ điều kiện, kết quả", "{ticket} · {what}: a precondition is missing, outcome" }

    come_back_title(ticket: &str) { "{ticket}: hẹn quay lại ngày nào?", "{ticket}: to come back on which day?" }
    come_back_keys { "Trái, phải: đổi ngày làm việc; lên, xuống: đổi tuần. Gõ giờ nếu đã hẹn giờ, ví dụ 9:30.", "Left, right: another working day; up, down: another week. Type a time if one was agreed, for example 9:30." }
    day_at(day: &str, time: &str) { "{day} lúc {time}", "{day} at {time}" }
    promised_title(count: usize) { "Hôm nay hẹn quay lại: {count}", "To come back today: {count}" }
    promised_come(count: usize) { "đã đến {count}", "{count} here already" }
    promised_today { "hẹn hôm nay", "promised today" }
    promised_today_at(time: &str) { "hẹn hôm nay {time}", "promised today {time}" }
    promised_has_come(ticket: &str) { "đã đến: {ticket}", "here already: {ticket}" }
    promised_row(ticket: &str, stands: &str, what: &str) { "{ticket} · {stands} · {what}", "{ticket} · {stands} · {what}" }
    promised_lacks(needs: &str, missing: &str) { "{needs}; thiếu: {missing}", "{needs}; missing: {missing}" }
    promised_more(count: usize) { "còn {count} lượt nữa: Ctrl+F sau khi mở ca", "{count} more: Ctrl+F once the shift is open" }
    come_back_print { "Ghi xong, F9 in phiếu hướng dẫn với giấy tờ còn thiếu.", "Once saved, F9 prints the slip with what is missing." }
    day_doubtful { "Lịch nghỉ chưa chắc chắn: kiểm tra tại địa phương.", "The holidays are not certain: check locally." }
    day_in_days(days: u64) { "sau {days} ngày", "in {days} days" }
    day_today { "hôm nay", "today" }
    day_tomorrow { "ngày mai", "tomorrow" }

    due_heading { "Nộp bây giờ, có kết quả", "Filed now, the result is due" }
    due_today { "trong hôm nay", "today" }
    due_before_three { "nộp trước 15:00 thì có trong ngày", "filed before 15:00, the same day" }
    system_is_down(system: &str, since: &str) { "[!] {system} đang lỗi từ {since}", "[!] {system} is down since {since}" }
    guide_more(key: &str) { "{key}: xem đủ", "{key}: see all" }
    guide_title { "Hướng dẫn", "Guide" }
    guide_window(name: &str, code: &str) { "{name}  {code}", "{name}  {code}" }

    slip_printing(ticket: &str) { "Đang in phiếu hướng dẫn của {ticket}…", "Printing the guidance slip of {ticket}…" }

    settings_hours_default { "7:30–11:30, 13:30–17:00", "7:30–11:30, 13:30–17:00" }
    settings_days { "Ngày nghỉ", "Days off" }
    settings_days_hint { "Dùng để tính ngày có kết quả và ngày hẹn; ngày lễ đã có sẵn.", "Used for the day of a result and of coming back; public holidays are built in." }
    settings_yes { "có", "yes" }
    settings_no { "không", "no" }
    settings_hours_unverified(hours: &str) { "{hours}, cần kiểm tra", "{hours}, to be checked" }
    settings_saturday { "Làm việc sáng thứ Bảy", "Saturday mornings" }
    settings_days_off { "Ngày nghỉ riêng (mỗi dòng một ngày, ví dụ 25/12/2026)", "The office's own days off (one per line, as 25/12/2026)" }
    flaw_days_off { "Mỗi dòng một ngày, ví dụ 25/12/2026; tối đa 100 ngày.", "One day per line, as 25/12/2026; at most 100." }
}

impl Lang {
    /// What was found of a paper or precondition, the word alone.
    pub fn check_state(self, part: CheckList, state: Option<CheckState>) -> &'static str {
        match state {
            Some(CheckState::There) if part == CheckList::Before => self.check_seen(),
            Some(CheckState::There) => self.check_there(),
            Some(CheckState::Missing) => self.check_missing(),
            None => self.check_none(),
        }
    }

    /// What was found of a paper or precondition, for the journal.
    pub fn check_set(
        self,
        ticket: &str,
        what: &str,
        part: CheckList,
        place: u8,
        state: Option<CheckState>,
    ) -> String {
        let which = match part {
            CheckList::Paper => self.which_paper(),
            CheckList::Before => self.which_before(),
        };
        let state = self.check_state(part, state);
        self.check_kept(ticket, what, which, place, state)
    }

    /// A day with its weekday: «thứ Hai 23/11/2026».
    pub fn weekday_date(self, day: Day) -> String {
        format!("{} {}", self.weekday(day.weekday()), self.date(day))
    }

    /// How far a day lies ahead of today.
    pub fn day_ahead(self, today: Day, day: Day) -> String {
        match u64::try_from((day.date() - today.date()).num_days()) {
            Ok(0) | Err(_) => self.day_today().to_owned(),
            Ok(1) => self.day_tomorrow().to_owned(),
            Ok(days) => self.day_in_days(days),
        }
    }
}
