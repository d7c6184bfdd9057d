//! What is said about spans on the command line, about files that are joined, and in the files for other programs.

use super::Lang;
use crate::domain::{Day, Shift, SpanKind};

say! {
    help_day_within { "Ngày, hoặc một ngày bất kỳ trong kỳ (mặc định hôm nay)", "The day, or any day of the period (today)" }
    help_week { "Cả tuần, thứ Hai đến Chủ nhật", "Its week, Monday to Sunday" }
    help_month { "Cả tháng", "Its month" }
    help_quarter { "Cả quý", "Its quarter" }
    help_half_year { "Cả 6 tháng", "Its half-year" }
    help_year { "Cả năm", "Its year" }
    help_admin { "Theo tháng chốt 15–14 (với --month, --quarter, --half-year, --year)", "By months from the 15th to the 14th (with --month, --quarter, --half-year, --year)" }
    help_from { "Từ ngày này", "From this day on" }
    help_until { "Đến hết ngày này (mặc định hôm nay)", "Up to this day, part of it (today)" }
    help_shift_of_day { "Một ca của ngày: sáng, chiều, hoặc thứ tự 1, 2 …", "A shift of the day: morning, afternoon, or its place 1, 2 …" }
    help_merge { "Gộp số liệu của nhiều bàn (tệp trên USB) thành một bảng; các tệp chỉ được đọc", "Join the figures of several desks (files on a stick) into one tally; the files are only read" }
    help_merge_files { "Các tệp motcua.db, hoặc thư mục có tệp đó", "The files motcua.db, or folders that hold one" }
    no_shift_listed(date: &str) { "Ngày {date} không mở ca nào. Hãy chọn ngày khác hoặc bỏ --shift.", "No shift was open on {date}. Choose another day or leave out --shift." }
    no_shift_among(date: &str, shifts: &str) { "Ngày {date} không có ca đó. Các ca của ngày: {shifts}.", "There is no such shift on {date}. The shifts of the day: {shifts}." }
    several_shifts_among(date: &str, shifts: &str) { "Ngày {date} có nhiều ca như vậy, hãy chọn bằng số thứ tự: {shifts}.", "There are several such shifts on {date}, choose by number: {shifts}." }
    nth_shift(nth: usize, part: &str, from: &str, until: &str) { "{nth}. {part} {from}–{until}", "{nth}. {part} {from}–{until}" }
}

impl Lang {
    /// What a kind of span means on the command line.
    pub const fn help_span_kind(self, kind: SpanKind) -> &'static str {
        match kind {
            SpanKind::Week => self.help_week(),
            SpanKind::Month => self.help_month(),
            SpanKind::Quarter => self.help_quarter(),
            SpanKind::HalfYear => self.help_half_year(),
            SpanKind::Year => self.help_year(),
            SpanKind::Day | SpanKind::Shift | SpanKind::Range => self.help_day_within(),
        }
    }

    /// That the day has no such shift, and which it has.
    pub fn no_such_shift(self, day: Day, shifts: &[Shift]) -> String {
        if shifts.is_empty() {
            return self.no_shift_listed(&self.date(day));
        }
        self.no_shift_among(&self.date(day), &self.listed(shifts))
    }

    /// That the day has more than one such shift, and which it has.
    pub fn several_shifts(self, day: Day, shifts: &[Shift]) -> String {
        self.several_shifts_among(&self.date(day), &self.listed(shifts))
    }

    fn listed(self, shifts: &[Shift]) -> String {
        let listed = |(at, shift): (usize, &Shift)| {
            let until = shift.closed.map(|closed| self.clock(closed)).unwrap_or_default();
            self.nth_shift(at + 1, self.shift_part(shift.part), &self.clock(shift.opened), &until)
        };
        shifts.iter().enumerate().map(listed).collect::<Vec<_>>().join("; ")
    }
}
