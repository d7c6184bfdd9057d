//! The clock and shifts that nobody closed: what is wrong, what it means, and which key helps.

use crate::domain::clock::{Differs, Doubt, Reading, Trust};
use crate::domain::{Day, Shift};
use crate::lang::{Lang, say};

say! {
    clock_doubtful(shown: &str, now: &str) { "ĐỒNG HỒ MÁY SAI: {shown}, sớm hơn lần ghi cuối. Tính tiếp {now}, vẫn cấp số. F1, gõ «dong ho»", "WRONG CLOCK: {shown} is before the last entry. Time goes on from {now}, numbers can be given. F1, type \"clock\": set it" }
    clock_far_ahead(shown: &str, now: &str) { "ĐỒNG HỒ MÁY SAI: {shown}, quá xa lần ghi cuối. Tính tiếp {now}, vẫn cấp số. F1, gõ «dong ho»", "WRONG CLOCK: {shown} is far after the last entry. Time goes on from {now}, numbers can be given. F1, type \"clock\": set it" }
    clock_doubtful_short(shown: &str, now: &str) { "ĐỒNG HỒ SAI {shown}, tính tiếp {now}. F1 «dong ho»: báo giờ", "WRONG CLOCK {shown}, goes on from {now}. F1 \"clock\"" }
    clock_told(shown: &str, now: &str) { "ĐỒNG HỒ MÁY SAI: {shown}. Giờ đang dùng {now} là do người báo. Hãy chỉnh giờ máy. F1, gõ «dong ho»: báo lại", "WRONG CLOCK: {shown}. The time in use, {now}, is what somebody said. Please set the PC's clock. F1, type \"clock\"" }
    clock_told_short(shown: &str, now: &str) { "ĐỒNG HỒ SAI {shown}, theo người báo {now}. F1 «dong ho»", "WRONG CLOCK {shown}, as told {now}. F1 \"clock\"" }
    clock_differs(station: &str, time: &str) { "GIỜ LỆCH: quầy {station} {time} quầy này. Xem lại giờ máy.", "CLOCKS DIFFER: station {station} is {time} this one. Check the PC's clock." }
    clock_zone(station: &str, time: &str) { "MÚI GIỜ LỆCH: quầy {station} {time} quầy này. Đặt múi giờ máy: UTC+7.", "TIME ZONES DIFFER: station {station} is {time} this one. Set UTC+7 on this PC." }
    clock_ahead_of(time: &str) { "nhanh {time} so với", "{time} faster than" }
    clock_behind_of(time: &str) { "chậm {time} so với", "{time} slower than" }
    and_more(count: usize) { "và {count} điều nữa", "and {count} more" }

    today_title { "Hôm nay là ngày nào?", "What is today's date?" }
    today_shown(shown: &str, last: &str) { "Đồng hồ máy: {shown}. Lần ghi cuối: {last}.", "The PC's clock: {shown}. The last entry: {last}." }
    today_made(shown: &str) { "Đồng hồ máy: {shown}. Chương trình này làm ra sau ngày đó.", "The PC's clock: {shown}. This program was made after that day." }
    today_day { "Ngày", "Date" }
    today_other { "Ngày khác", "Another date" }
    today_other_hint { "gõ đủ ngày/tháng/năm", "type day/month/year" }
    today_time { "Giờ", "Time" }
    today_last(day: &str) { "{day}, ngày làm việc cuối", "{day}, last day used" }
    today_next(day: &str) { "{day}, ngày làm việc kế tiếp", "{day}, next working day" }
    today_pc(day: &str) { "{day}, như đồng hồ máy", "{day}, as the PC's clock" }
    today_enter { "Enter: dùng ngày giờ này (phím cách: ngày khác). Esc: để sau, vẫn cấp số được. Giờ báo ở đây được ghi vào nhật ký; đồng hồ máy đúng lại thì dùng đồng hồ máy.", "Enter uses this date and time (Space: another day). Esc: later, numbers can be given all the same. What is said here goes into the journal; once the PC's clock is right again, it counts." }
    today_flaw_time { "Ghi giờ và phút, ví dụ 9:30.", "Hour and minute, for example 9:30." }
    today_flaw_early { "Chương trình này làm ra sau ngày đó: xem lại năm.", "This program was made after that day: check the year." }
    today_sure_back { "Trước lần ghi cuối: số sẽ tính vào ngày cũ. Đúng thì bấm Enter lần nữa.", "Before the last entry: numbers go to a day gone by. If it is right, press Enter again." }
    today_sure_far(days: &str) { "Sau ngày làm việc cuối {days} ngày. Đúng thì bấm Enter lần nữa.", "It is {days} days after the last day used. If it is right, press Enter again." }

    clock_was_wrong_on(days: &str) { "Có lúc đồng hồ máy sai ({days}): giờ và thời gian chờ của những lúc đó có thể không đúng.", "The PC's clock was wrong at times ({days}): times and waits of those hours may not be right." }
    end_proposed(time: &str) { "{time}, ước tính", "{time}, estimated" }
    end_hint { "Nhớ giờ khác thì gõ, ví dụ 17:00.", "If you know better, type it, for example 17:00." }
    forgotten_accept { "Đóng ca, in bảng", "Close and print" }
    end_estimated(time: &str) { "{time} (ước tính)", "{time} (estimated)" }

    forgotten_title(part: &str, day: &str) { "Chưa đóng {part} {day}", "The {part} of {day} was not closed" }
    forgotten_enter { "Enter: đóng ca như dưới đây, in bảng ngày, sang mở ca mới", "Enter closes it as below, prints the day, opens the next" }
    forgotten_times(opened: &str, last: &str) { "Mở lúc {opened}, việc cuối lúc {last}. Không tính giờ trực sau lúc kết thúc.", "Opened at {opened}, last entry at {last}. No hours on duty are counted after its end." }
    forgotten_end { "Kết thúc lúc", "It ended at" }
    forgotten_open(count: usize) { "Lượt còn mở: {count}, chuyển ca sau nếu không đổi", "Open visits: {count}, carried over unless changed" }
    forgotten_outages(systems: &str) { "Sự cố còn mở, giữ nguyên: {systems}", "Outages that go on, left as they are: {systems}" }
    forgotten_later { "Vẫn trực ca này", "The shift goes on" }
    flaw_end(last: &str) { "Từ {last} (việc cuối) đến hết ngày hôm ấy, ví dụ 17:00.", "From {last} (the last entry) to the end of that day, for example 17:00." }
}

impl Lang {
    /// What is wrong with the clock, in full and short; `None` while nothing is.
    pub fn clock_alarm(self, reading: &Reading, differs: Option<Differs>) -> Option<(String, String)> {
        let (shown, now) = (self.moment(reading.shown), self.moment(reading.now));
        let differs =
            || differs.map(|differs| self.clocks_differ(differs)).map(|words| (words.clone(), words));
        match reading.trust {
            Trust::Right => differs(),
            Trust::Told => Some((self.clock_told(&shown, &now), self.clock_told_short(&shown, &now))),
            // The hour alone is in question: another console's zone says more.
            Trust::Doubtful(Doubt::Behind) if !reading.asks() && differs().is_some() => differs(),
            Trust::Doubtful(doubt) => {
                let whole = match doubt {
                    Doubt::Behind => self.clock_doubtful(&shown, &now),
                    Doubt::Ahead => self.clock_far_ahead(&shown, &now),
                };
                Some((whole, self.clock_doubtful_short(&shown, &now)))
            }
        }
    }

    fn clocks_differ(self, differs: Differs) -> String {
        let time = self.duration(differs.about());
        let time = if differs.seconds > 0 { self.clock_ahead_of(&time) } else { self.clock_behind_of(&time) };
        let station = differs.station.to_string();
        if differs.is_zone() { self.clock_zone(&station, &time) } else { self.clock_differs(&station, &time) }
    }

    /// What a paper says of days on which the clock was wrong; `None` when it never was.
    pub fn clock_was_wrong(self, days: &[Day]) -> Option<String> {
        let days: Vec<String> = days.iter().map(|day| self.date(*day)).collect();
        (!days.is_empty()).then(|| self.clock_was_wrong_on(&days.join(", ")))
    }

    /// When a shift ended, and whether that is an estimate; nothing while it runs.
    pub fn shift_end(self, shift: &Shift) -> String {
        let end = shift.closed.map(|closed| self.clock(closed)).unwrap_or_default();
        if shift.estimated { self.end_estimated(&end) } else { end }
    }
}
