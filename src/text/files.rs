//! What is said about spans on the command line, about files that are joined, and in the files for other programs.

use std::path::Path;

use super::Lang;
use crate::desk::merge::MergeError;
use crate::domain::merge::{MergeFlaw, Source};
use crate::domain::tally::ShareKind;
use crate::domain::{Day, Shift, Span, SpanKind};
use crate::store::OpenError;

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
    file_not_noted { "chưa ghi", "not noted" }
    file_filed { "hồ sơ đã nộp", "dossiers filed" }
    file_filed_online { "hồ sơ nộp trực tuyến", "dossiers filed online" }
    file_filed_paid { "hồ sơ nộp tiền trực tuyến", "dossiers paid for online" }
    file_level_two { "kích hoạt mức độ 2 tại bàn", "level-2 activations at the desk" }
    file_ninety { "chín phần mười không quá", "nine of ten at most" }
    file_weekday_hour(weekday: &str, hour: u8) { "{weekday} {hour}h", "{weekday} {hour}h" }
    file_shifts { "ca trực", "shifts" }
    file_volunteers { "tình nguyện viên", "volunteers" }
    file_duty_minutes { "phút trực", "minutes on duty" }
    file_without_end { "ca quên đóng, không tính giờ", "shifts never closed, hours not counted" }
    file_lost { "phút mất vì sự cố", "minutes lost to outages" }
    file_share_online { "nộp trực tuyến, phần của bàn", "filed online, the desk's own share" }
    file_share_paid { "nộp tiền trực tuyến, phần của bàn", "paid online, the desk's own share" }
    file_share_level_two { "kích hoạt mức độ 2, phần của bàn", "level 2 activated, the desk's own share" }
    merge_same(first: &str, second: &str) { "«{second}» là bản sao của «{first}», hoặc cùng một tệp: gộp lại sẽ tính hai lần. Chưa gộp gì; hãy bỏ bớt một tệp.", "\"{second}\" is a copy of \"{first}\", or the same file: it would count twice. Nothing was joined; leave one of them out." }
    merge_overlap(first: &str, second: &str, days: &str) { "«{first}» và «{second}» có những lượt giống hệt nhau (ngày {days}). Chưa gộp gì; hãy bỏ bớt một tệp.", "\"{first}\" and \"{second}\" hold the same visits ({days}). Nothing was joined; leave one of them out." }
    merge_stations { "Cộng lại có hơn 99 quầy, không đủ số để phân biệt. Chưa gộp gì; hãy gộp ít tệp hơn.", "There are more than 99 stations in all, too many to tell apart. Nothing was joined; join fewer files." }
    merge_unread(path: &str, reason: &str) { "Không đọc được «{path}» ({reason}). Tệp được giữ nguyên, chưa gộp gì; hãy kiểm tra tệp bằng «motcua check».", "Cannot read \"{path}\" ({reason}). The file is left as it is, nothing was joined; look at it with \"motcua check\"." }
    merge_nothing { "Không có tệp nào để gộp.", "There is no file to join." }
    merge_absent(path: &str) { "Không có tệp «{path}». Chưa gộp gì; hãy xem lại đường dẫn.", "There is no file \"{path}\". Nothing was joined; check the path." }
    merge_foreign(path: &str) { "«{path}» không phải tệp của motcua. Chưa gộp gì, tệp được giữ nguyên.", "\"{path}\" is not a file of motcua. Nothing was joined, the file is left as it is." }
    notice_files_kept(folder: &str) { "Đã ghi PDF, Word, bảng tính, CSV vào {folder}", "PDF, Word, spreadsheet and CSV written into {folder}" }
    notice_files_not_kept(reason: &str) { "Chưa ghi được tệp ({reason}). Số liệu vẫn an toàn; kiểm tra thư mục rồi nhấn lại F7.", "The files were not written ({reason}). The numbers are safe; check the folder and press F7 again." }
    help_form_of_paper { "Mẫu giấy: tally, report-administration, report-union, statistics; bỏ trống thì theo kỳ", "The form of the paper: tally, report-administration, report-union, statistics; else the usual one of the period" }
    merge_pdf_to_terminal { "PDF không hiện được trong cửa sổ dòng lệnh: dùng --out TỆP.", "A PDF cannot be shown in a terminal: use --out FILE." }
    merge_days_more(days: &str, more: &str) { "{days} và {more} ngày nữa", "{days} and {more} more days" }
    merged_span(span: &str, files: usize) { "Gộp {files} tệp, {span}:", "Joined {files} files, {span}:" }
    merged_communes { "Lưu ý: các tệp thuộc nhiều xã, phường khác nhau.", "Note: the files are of different communes." }
    merged_source(nth: usize, name: &str, desk: &str, visits: &str) { "{nth}. {name} – {desk}: {visits} lượt", "{nth}. {name} – {desk}: {visits} visits" }
    merged_stations(list: &str) { "quầy {list}", "stations {list}" }
    merged_no_office { "chưa khai báo", "not set up" }
    merged_line(list: &str) { "Gộp từ: {list}.", "Joined from: {list}." }
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

    /// A share that leaders ask about, always named as the desk's own contribution.
    pub const fn share(self, kind: ShareKind) -> &'static str {
        match kind {
            ShareKind::Online => self.file_share_online(),
            ShareKind::Paid => self.file_share_paid(),
            ShareKind::LevelTwo => self.file_share_level_two(),
        }
    }

    /// Why files cannot be joined.
    pub fn merge_error(self, error: &MergeError) -> String {
        match error {
            MergeError::Open(OpenError::Absent { path }) => self.merge_absent(&show(path)),
            MergeError::Open(OpenError::Foreign { path } | OpenError::Damaged { path, .. }) => {
                self.merge_foreign(&show(path))
            }
            MergeError::Open(error) => self.open_error(error),
            MergeError::Read(path, error) => self.merge_unread(&show(path), &error.to_string()),
            MergeError::Same(first, second) => self.merge_same(&show(first), &show(second)),
            MergeError::Flaw(MergeFlaw::Overlap { first, second, days }) => {
                self.merge_overlap(first, second, &self.some_days(days))
            }
            MergeError::Flaw(MergeFlaw::TooManyStations) => self.merge_stations().to_owned(),
        }
    }

    /// The first days of a list, and how many more there are.
    fn some_days(self, days: &[Day]) -> String {
        const MOST: usize = 5;
        let named: Vec<String> = days.iter().take(MOST).map(|day| self.date(*day)).collect();
        let named = named.join(", ");
        match days.len().saturating_sub(MOST) {
            0 => named,
            more => self.merge_days_more(&named, &more.to_string()),
        }
    }

    /// What was joined, line by line.
    pub fn merged(self, sources: &[Source], span: Span) -> Vec<String> {
        let mut lines = vec![self.merged_span(&self.span(span), sources.len())];
        lines.extend(sources.iter().enumerate().map(|(at, source)| format!("  {}", self.source(at, source))));
        let communes = sources.iter().map(|source| source.office.commune.as_str());
        let mut communes = communes.filter(|code| !code.is_empty());
        let first = communes.next();
        if communes.any(|code| Some(code) != first) {
            lines.push(self.merged_communes().to_owned());
        }
        lines
    }

    /// What was joined, as a line of a paper.
    pub fn merged_from(self, sources: &[Source]) -> String {
        let each = sources.iter().enumerate().map(|(at, source)| self.source(at, source));
        self.merged_line(&each.collect::<Vec<_>>().join("; "))
    }

    /// A desk that was joined: its file, its name, its visits, and what its stations are called among all.
    pub(crate) fn source(self, at: usize, source: &Source) -> String {
        let office = &source.office;
        let desk = match (office.name.as_str(), office.team.as_str()) {
            ("", _) => self.merged_no_office().to_owned(),
            (name, "") => name.to_owned(),
            (name, team) => format!("{name}, {team}"),
        };
        let said = self.merged_source(at + 1, &source.name, &desk, &self.count(source.visits));
        let moved = source
            .stations
            .iter()
            .map(|(from, to)| if from == to { from.to_string() } else { format!("{from} → {to}") });
        let stations = moved.collect::<Vec<_>>().join(", ");
        if stations.is_empty() { said } else { format!("{said}, {}", self.merged_stations(&stations)) }
    }

    fn listed(self, shifts: &[Shift]) -> String {
        let listed = |(at, shift): (usize, &Shift)| {
            let until = shift.closed.map(|closed| self.clock(closed)).unwrap_or_default();
            self.nth_shift(at + 1, self.shift_part(shift.part), &self.clock(shift.opened), &until)
        };
        shifts.iter().enumerate().map(listed).collect::<Vec<_>>().join("; ")
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}
