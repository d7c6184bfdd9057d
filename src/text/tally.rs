//! The words of the tally's paper: its head, its tables, its proof, its signatures.

use crate::domain::tally::{Lost, OutageRow};
use crate::domain::{Day, ShiftPart};
use crate::lang::{Lang, say};

say! {
    paper_committee(commune: &str) { "ỦY BAN NHÂN\u{a0}DÂN {commune}", "PEOPLE'S COMMITTEE OF {commune}" }
    paper_union { "ĐOÀN TNCS HỒ\u{a0}CHÍ\u{a0}MINH", "HO\u{a0}CHI\u{a0}MINH COMMUNIST YOUTH\u{a0}UNION" }
    paper_programme { "Đội hình tình nguyện hỗ trợ chính quyền địa phương 2\u{a0}cấp", "Volunteers in support of two-tier local\u{a0}government" }
    paper_place_date(place: &str, date: &str) { "{place}, {date}", "{place}, {date}" }
    paper_page { "Trang", "Page" }
    paper_sign_hint { "(ký, ghi rõ họ tên)", "(signature and full name)" }
    paper_foot(version: &str, time: &str, date: &str) { "{version} · in lúc {time} ngày {date} · Số liệu của bàn hỗ trợ, không phải số liệu chính thức", "{version} · printed {date} at {time} · Figures of the help desk, not official statistics" }

    tally_visits { "lượt", "visits" }
    tally_visits_note { "không kể số rút", "numbers taken back left out" }
    tally_persons { "người", "people" }
    tally_persons_note { "đến (kể cả đi cùng)", "who came, all together" }
    tally_assists { "việc hỗ trợ", "things helped with" }
    tally_assists_note { "đã giúp trong ngày", "that day" }
    tally_wait { "một nửa chờ không\u{a0}quá", "half waited at\u{a0}most" }
    tally_service { "một nửa tiếp không\u{a0}quá", "half took at\u{a0}most" }
    tally_longest(duration: &str) { "lâu nhất {duration}", "longest {duration}" }

    tally_by_field { "Theo lĩnh vực và thủ tục", "By field and procedure" }
    tally_continued(caption: &str) { "{caption} (tiếp)", "{caption} (continued)" }
    tally_field_column { "Lĩnh vực, thủ tục", "Field, procedure" }
    tally_unknown_field { "Không còn trong danh mục", "No longer in the catalogue" }
    tally_rest(procedures: usize) { "{procedures} thủ tục còn lại", "{procedures} other procedures", procedures 1: "{procedures} other procedure" }
    tally_dense_column { "Lĩnh vực – thủ tục: việc", "Field – procedure: things" }
    tally_other_fields(fields: usize) { "Lĩnh vực khác ({fields})", "Other fields ({fields})" }
    tally_other_reasons(reasons: usize) { "còn lại ({reasons} loại)", "the rest ({reasons} kinds)", reasons 1: "the rest ({reasons} kind)" }
    tally_item(name: &str, number: &str) { "{name}: {number}", "{name}: {number}" }
    tally_sum { "Cộng", "Total" }

    tally_paid_online { "nộp tiền trực tuyến", "paid online" }
    tally_station(number: u8) { "Quầy {number}", "Station {number}" }
    tally_station_line { "Quầy (lượt,\u{a0}việc)", "Station (visits,\u{a0}things)" }
    tally_pair(name: &str, served: &str, assists: &str) { "{name}: {served},\u{a0}{assists}", "{name}: {served},\u{a0}{assists}" }
    tally_by_hour { "Theo giờ (lượt)", "By hour (visits)" }
    tally_hour(hour: u8) { "{hour}h", "{hour}h" }
    tally_by_volunteer { "Tình nguyện viên", "Volunteer" }
    tally_shift_column { "Ca\u{a0}trực", "On\u{a0}duty" }
    tally_volunteer(id: i64) { "Tình nguyện viên số {id}", "Volunteer no. {id}" }
    tally_shift_closed(part: &str, from: &str, until: &str, people: usize) { "{part} {from}–{until}, {people} người trực", "{part} {from}–{until}, {people} on duty" }
    tally_shift_open(part: &str, from: &str, people: usize) { "{part} từ {from} (chưa đóng), {people} người trực", "{part} since {from} (not closed), {people} on duty" }
    tally_no_shift { "Trong ngày không mở ca.", "No shift was open that day." }
    tally_outages(each: &str) { "Sự cố trong giờ trực: {each}.", "Outages while on duty: {each}." }
    tally_outage(system: &str, times: u32, time: &str) { "{system} {times} lần, {time}", "{system} {times} times, {time}", times 1: "{system} once, {time}" }
    tally_difficulties { "Khó khăn, kiến nghị:", "Difficulties and proposals:" }
    tally_what_counts { "Lượt: số cấp trong ngày, không kể số rút, cấp nhầm; người: người đến (kể cả đi cùng); việc: mỗi dòng đã giúp là một việc, trong các lượt kết thúc trong ngày.", "Visits: numbers given that day, without those taken back or given by mistake; people: all who came; things: each row helped with is one, in the visits that ended that day." }

    proof_before(carried_in: &str, issued: &str, returned: &str) { "Mang sang\u{a0}{carried_in} + Đã cấp\u{a0}{issued} + Quay lại\u{a0}{returned}", "Carried in\u{a0}{carried_in} + Given\u{a0}{issued} + Came back\u{a0}{returned}" }
    proof_ended(served: &str, left: &str, withdrawn: &str) { "Xong\u{a0}{served} + Rời đi\u{a0}{left} + Rút\u{a0}{withdrawn}", "Served\u{a0}{served} + Left\u{a0}{left} + Taken back\u{a0}{withdrawn}" }
    proof_open(open: &str) { "Còn mở\u{a0}{open}", "Still open\u{a0}{open}" }
    tally_proof_holds(sum: &str) { "Số liệu khớp: {sum}.", "The numbers agree: {sum}." }
    tally_proof_fails(sum: &str) { "Số liệu CHƯA khớp: {sum}. Xem lại trước khi ký.", "The numbers do NOT agree: {sum}. Look into it before signing." }
    tally_came_back(count: u32) { "Trong đó quay lại {count}: cộng các ca sẽ nhiều hơn chừng ấy.", "Of them came back {count}: the shifts add up to as many more." }
    tally_missing(count: usize, tickets: &str) { "Thiếu {count} (đã cấp số mà không có lượt): {tickets}.", "Missing {count} (given, but without a visit): {tickets}." }
    tally_surplus(count: usize, tickets: &str) { "Thừa {count} (có lượt mà số chưa từng cấp): {tickets}.", "Surplus {count} (visits with a number never given): {tickets}." }
    tally_withdrawn(tickets: &str) { "Số đã rút: {tickets}.", "Numbers taken back: {tickets}." }

}

impl Lang {
    /// What did not work while somebody was on duty, in one line; `None` when everything did.
    pub fn outages_of(self, lost: &Lost) -> Option<String> {
        let one = |row: &OutageRow| {
            self.tally_outage(self.system(row.system), row.times, &self.duration(i64::from(row.minutes) * 60))
        };
        let each: Vec<String> = lost.systems.iter().map(one).collect();
        (!each.is_empty()).then(|| self.tally_outages(&each.join("; ")))
    }

    /// Words in the names of offices that a line break must not part.
    pub(crate) const WORDS_HELD_TOGETHER: [&str; 3] = ["HÀNH CHÍNH CÔNG", "ỦY BAN", "NHÂN DÂN"];

    /// The part of the day of a shift in one word, for a narrow column: «sáng».
    pub const fn tally_part(self, part: ShiftPart) -> &'static str {
        match (part, self) {
            (ShiftPart::Morning, Self::Vi) => "sáng",
            (ShiftPart::Morning, Self::En) => "a.m.",
            (ShiftPart::Afternoon, Self::Vi) => "chiều",
            (ShiftPart::Afternoon, Self::En) => "p.m.",
        }
    }

    /// The date of a paper: «ngày 05 tháng 11 năm 2026», `5 November 2026`.
    ///
    /// NĐ 30/2020/NĐ-CP writes a leading zero for days under 10 and for the months 1 and 2, and for no other.
    pub fn long_date(self, day: Day) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (date, month, year) = day.parts();
        match self {
            Self::Vi if month < 3 => format!("ngày {date:02} tháng {month:02} năm {year}"),
            Self::Vi => format!("ngày {date:02} tháng {month} năm {year}"),
            Self::En => {
                let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month - 1));
                format!("{date} {} {year}", name.unwrap_or(&""))
            }
        }
    }

    /// The date below the title of a paper: «Thứ Bảy, ngày 21 tháng 11 năm 2026».
    pub fn title_date(self, day: Day) -> String {
        format!("{}, {}", self.sentence(self.weekday(day.weekday())), self.long_date(day))
    }

    /// The commune as the head of a paper names it, in capitals and kept on one line: «XÃ VĨNH BẢO».
    pub fn commune_in_capitals(self, name: &str) -> String {
        let (kind, proper) = commune_parts(name);
        let words = match (self, kind) {
            (Self::Vi, _) | (Self::En, "") => name.to_uppercase(),
            (Self::En, kind) => format!("{} {}", proper.to_uppercase(), english_kind(kind)),
        };
        words.replace(' ', "\u{a0}")
    }

    /// The commune without its kind, as the place of a paper: «Vĩnh Bảo».
    pub fn commune_place(self, name: &str) -> &str {
        commune_parts(name).1
    }
}

/// The kind of a commune and its proper name.
fn commune_parts(name: &str) -> (&str, &str) {
    ["Xã", "Phường", "Đặc khu"]
        .into_iter()
        .find_map(|kind| Some((kind, name.strip_prefix(kind)?.strip_prefix(' ')?)))
        .unwrap_or(("", name))
}

fn english_kind(kind: &str) -> &'static str {
    match kind {
        "Phường" => "WARD",
        "Đặc khu" => "SPECIAL ZONE",
        _ => "COMMUNE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_decree_asks() {
        for (day, vi, en) in [
            ("2026-11-21", "Thứ Bảy, ngày 21 tháng 11 năm 2026", "Saturday, 21 November 2026"),
            ("2026-02-01", "Chủ nhật, ngày 01 tháng 02 năm 2026", "Sunday, 1 February 2026"),
            ("2026-03-05", "Thứ Năm, ngày 05 tháng 3 năm 2026", "Thursday, 5 March 2026"),
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(Lang::Vi.title_date(day), vi);
            assert_eq!(Lang::En.title_date(day), en);
        }
    }

    #[test]
    fn a_commune_is_named_with_its_kind_in_both_languages() {
        for (name, vi, en, place) in [
            ("Xã Vĩnh Bảo", "XÃ VĨNH BẢO", "VĨNH BẢO COMMUNE", "Vĩnh Bảo"),
            ("Phường Ba Đình", "PHƯỜNG BA ĐÌNH", "BA ĐÌNH WARD", "Ba Đình"),
            ("Đặc khu Phú Quốc", "ĐẶC KHU PHÚ QUỐC", "PHÚ QUỐC SPECIAL ZONE", "Phú Quốc"),
        ] {
            assert_eq!(Lang::Vi.commune_in_capitals(name).replace('\u{a0}', " "), vi);
            assert_eq!(Lang::En.commune_in_capitals(name).replace('\u{a0}', " "), en);
            assert_eq!(Lang::Vi.commune_place(name), place);
        }
    }
}
