//! The words of the statistics screen.

use crate::lang::{Lang, say};

say! {
    statistics_nothing { "Kỳ này chưa có số liệu.", "This period has no figures yet." }
    page_hours { "Giờ", "Hours" }
    page_week { "Giờ × thứ", "Hour × weekday" }
    page_waits { "Chờ", "Waits" }
    page_procedures { "Thủ tục", "Procedures" }
    page_stuck { "Vướng mắc", "Stuck" }
    page_targets { "Chỉ tiêu", "Targets" }

    hours_heading { "Lượt theo giờ trong ngày", "Visits by hour of the day" }
    hours_legend(given: char, served: char) { "{given} lượt đến   {served} lượt xong   bên phải: giờ công trực", "{given} came   {served} served   on the right: hours on duty" }
    hours_on_duty(hours: &str) { "{hours} giờ công", "{hours} h on duty" }

    week_heading { "Lượt theo giờ và thứ", "Visits by hour and weekday" }
    week_busiest(weekday: &str, hour: u8, number: &str) { "Đông nhất: {weekday} lúc {hour} giờ, {number} lượt.", "Busiest: {weekday} at {hour}:00, {number} visits.", number 1: "Busiest: {weekday} at {hour}:00, {number} visit." }

    waits_heading { "Chờ trong giờ mở cửa, đến khi được tiếp", "Wait in open hours until served" }
    walkouts_heading { "Người bỏ về đã chờ", "Wait of those who walked out" }
    services_heading { "Thời gian tiếp một lượt", "Time serving one visit" }
    times_median { "một nửa không quá", "half at most" }
    times_ninety { "90 % không quá", "90 % at most" }
    times_longest { "lâu nhất", "longest" }
    times_count(count: &str) { "Tính trên {count} lượt.", "{count} visits measured.", count 1: "{count} visit measured." }
    times_left_out(count: &str) { "Không kể {count} lượt chỉ ước tính được (mất điện, không ghi lúc xong).", "{count} visits are left out: their time is only an estimate (a power cut, an end that nobody noted).", count 1: "{count} visit is left out: its time is only an estimate (a power cut, an end that nobody noted)." }
    times_none { "Chưa có lượt nào được đo.", "No visit was measured." }
    waits_by_day { "Chờ theo ngày", "Wait by day" }
    waits_by_month { "Chờ theo tháng", "Wait by month" }
    waits_legend(median: char, ninety: char) { "{median} một nửa không quá   {ninety} 90 % không quá   bên phải: số lượt", "{median} half at most   {ninety} 90 % at most   on the right: visits" }

    procedures_heading { "Thủ tục, kỹ năng được hỗ trợ nhiều nhất (việc)", "Procedures and skills helped with most (things)" }
    procedures_legend(all: char, done: char) { "{all} tất cả   {done} xong", "{all} all   {done} done" }

    stuck_heading { "Vướng vì (việc)", "Stuck because (things)" }
    stuck_none { "Không có việc nào vướng.", "Nothing was stuck." }
    lost_heading(time: &str) { "Mất vì sự cố trong giờ trực: {time}", "Lost to outages while on duty: {time}" }
    lost_none { "Không ghi sự cố nào.", "No outage was noted." }

    targets_heading { "Phần đóng góp của bàn hỗ trợ, không phải tỷ lệ chính thức của địa phương", "The desk's own contribution, not the commune's official rate" }
    share_of_target(share: &str, target: u8) { "đạt {share} % (chỉ tiêu {target} %)", "{share} % reached (target {target} %)" }
    share_alone(share: &str) { "{share} %, chưa đặt chỉ tiêu", "{share} %, no target set" }
    share_none { "chưa có", "none yet" }
    share_parts(part: &str, whole: &str) { "{part} trong {whole}", "{part} of {whole}" }
    comparison_heading(span: &str) { "So với {span}", "Compared with {span}" }
    comparison_columns_now { "kỳ này", "now" }
    comparison_columns_before { "kỳ trước", "before" }
    comparison_none { "Ngày và ca không so với kỳ trước; Tab: chọn kỳ dài hơn.", "A day or shift is not compared; Tab: a longer period." }
    comparison_unfinished(date: &str) { "Kỳ này chưa hết: số liệu đến {date}, so với cùng số ngày của kỳ trước.", "This period is not over: figures until {date}, compared with as many days of the period before." }
    in_minutes(name: &str) { "{name}, phút", "{name}, minutes" }
}

impl Lang {
    /// The weekday in three columns: «Th2», «CN», `Mon`.
    pub const fn weekday_short(self, from_monday: usize) -> &'static str {
        const VI: [&str; 7] = ["Th2", "Th3", "Th4", "Th5", "Th6", "Th7", "CN"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        match self {
            Self::Vi => VI[from_monday % 7],
            Self::En => EN[from_monday % 7],
        }
    }

    /// How a number changed: `+3  +8 %`; `=` when it did not, and no share of nothing.
    pub fn change(self, before: u64, now: u64) -> String {
        let (sign, by) = if now >= before { ('+', now - before) } else { ('-', before - now) };
        match (by, before) {
            (0, _) => "=".to_owned(),
            (_, 0) => format!("{sign}{}", self.count(by)),
            _ => {
                let share = (u128::from(by) * 20_000 + u128::from(before)) / (2 * u128::from(before));
                let share = u64::try_from(share).unwrap_or(u64::MAX);
                format!("{sign}{}  {sign}{} %", self.count(by), self.whole_percents(share))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_changes_are_written_as_here() {
        assert_eq!(Lang::Vi.hundredths(6_428), "64,28");
        assert_eq!(Lang::En.hundredths(5), "0.05");
        assert_eq!(Lang::Vi.decimal_hours(330 * 60), "5,5");
        assert_eq!(Lang::Vi.decimal_hours(0), "0,0");
        for (before, now, words) in [
            (38, 41, "+3  +8 %"),
            (40, 30, "-10  -25 %"),
            (0, 1_500, "+1.500"),
            (0, 0, "="),
            (7, 7, "="),
            (u64::MAX, 0, "-18.446.744.073.709.551.615  -100 %"),
        ] {
            assert_eq!(Lang::Vi.change(before, now), words);
        }
    }
}
