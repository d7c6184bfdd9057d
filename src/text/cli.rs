//! The words of the command line: its help, spans, made-up days, files that are joined or exported, and what `motcua check` finds.

use std::path::Path;

use crate::demo::{DemoError, DemoReport, MOST_DAYS, MOST_PER_DAY};
use crate::desk::merge::MergeError;
use crate::domain::merge::{MergeFlaw, Source};
use crate::domain::{Day, Shift, Span, SpanKind, Ticket};
use crate::lang::{Lang, say};
use crate::store::OpenError;
use crate::store::check::{CheckReport, Finding, PeriodFlaw, Place, Totals};

say! {
    help_about { "Bàn hỗ trợ của trung tâm một cửa: cấp số, gọi, đánh dấu việc đã giúp, bàn giao ca, bảng tổng hợp", "The help desk of a commune's one-stop centre: numbers, calls, checklist, handover, tally" }
    help_exit_codes { "Không có lệnh con: mở màn hình làm việc. Mã thoát: 0 xong, 1 bị từ chối hoặc lỗi, 2 sai tham số.", "Without a subcommand the console opens. Exit codes: 0 done, 1 refused or failed, 2 wrong arguments." }
    help_data { "Thư mục dữ liệu (hoặc biến MOTCUA_DATA)", "The data folder (or MOTCUA_DATA)" }
    help_station { "Số của quầy này, 1 đến 99", "This station's number, 1 to 99" }
    help_lang { "Ngôn ngữ: vi hoặc en", "The language: vi or en" }
    help_help { "Xem hướng dẫn này", "Show this help" }
    help_version { "Xem số hiệu bản", "Show the version" }
    help_init { "Ghi thông tin trung tâm mà không hỏi từng câu", "Set up without questions" }
    help_office { "Tên trung tâm", "The office's name" }
    help_commune { "Mã xã, phường, đặc khu (5 chữ số)", "The commune's code (5 digits)" }
    help_team { "Tên đội, tổ tình nguyện", "The team's name" }
    help_volunteer { "Họ tên tình nguyện viên; ghi nhiều lần cho nhiều người", "A volunteer's full name; may be repeated" }
    help_demo { "Điền thư mục trống bằng những ngày dựng lên để xem thử, rồi mở", "Fill an empty folder with made-up days, then open it" }
    help_days { "Số ngày (mặc định 10)", "How many days (default 10)" }
    help_per_day { "Số lượt mỗi ngày (mặc định 120)", "Visits a day (default 120)" }
    help_seed { "Hạt giống: cùng số thì cùng dữ liệu (mặc định 1)", "The seed: the same number gives the same days (default 1)" }
    help_no_open { "Điền xong không mở màn hình", "Do not open the console afterwards" }
    help_tally { "Bảng tổng hợp một ngày, ca, tuần, tháng …, cùng số liệu với màn hình", "The tally of a day, shift, week, month …, the same numbers as the screen" }
    help_format { "Dạng: text, csv, json, pdf, docx, xlsx (mặc định text)", "The format: text, csv, json, pdf, docx, xlsx (default text)" }
    help_out { "Ghi ra tệp thay vì màn hình", "Write to a file instead of the output" }
    help_print { "Gửi ra máy in (không có máy in thì lưu tệp)", "Send to the printer (saved as a file where there is none)" }
    help_check { "Kiểm tra tệp dữ liệu: cấu trúc, quy tắc, số liệu", "Check the data file: structure, rules, totals" }
    help_completions { "In tệp gợi ý lệnh cho shell", "Print a shell's completions" }
    help_shell { "bash, zsh, fish, powershell hoặc elvish", "bash, zsh, fish, powershell or elvish" }
    unknown_commune(code: &str) { "Không có xã, phường mang mã «{code}». Mã gồm 5 chữ số, ví dụ 11824.", "There is no commune with the code \"{code}\". A code has 5 digits, for example 11824." }
    already_set_up(folder: &str) { "Thư mục «{folder}» đã khai báo rồi. Không thay đổi gì; chọn thư mục khác bằng --data.", "\"{folder}\" is set up already. Nothing was changed; choose another folder with --data." }
    set_up_done(folder: &str) { "Đã lưu thông tin trung tâm. Dữ liệu ở «{folder}». Chạy «motcua» để mở.", "Set up. The data lies in \"{folder}\". Run \"motcua\" to open." }
    pdf_to_terminal { "PDF không hiện được trong cửa sổ dòng lệnh: dùng --out TỆP hoặc --print.", "A PDF cannot be shown in a terminal: use --out FILE or --print." }
    out_denied(path: &str, reason: &str) { "Không ghi được «{path}»: {reason}.", "Cannot write \"{path}\": {reason}." }
    output_denied(reason: &str) { "Không ghi được ra màn hình hay tệp nhận: {reason}.", "Cannot write the output: {reason}." }
    out_written(path: &str) { "Đã ghi «{path}».", "Written: \"{path}\"." }

    help_day_within { "Ngày, hoặc một ngày bất kỳ trong kỳ (mặc định hôm nay)", "The day, or any day of the period (default: today)" }
    help_day_to_merge { "Ngày, hoặc một ngày bất kỳ trong kỳ (không ghi gì: cả tháng này)", "The day, or any day of the period (default: this month)" }
    help_week { "Cả tuần, thứ Hai đến Chủ nhật", "The whole week, Monday to Sunday" }
    help_month { "Cả tháng", "The whole month" }
    help_quarter { "Cả quý", "The whole quarter" }
    help_half_year { "Cả 6 tháng", "The whole half-year" }
    help_year { "Cả năm", "The whole year" }
    help_admin { "Theo tháng chốt 15–14 (với --month, --quarter, --half-year, --year)", "By months from the 15th to the 14th (with --month, --quarter, --half-year, --year)" }
    help_from { "Từ ngày này", "From this day on" }
    help_until { "Đến hết ngày này (mặc định hôm nay)", "Up to and including this day (default: today)" }
    help_shift_of_day { "Một ca của ngày: sáng, chiều, hoặc thứ tự 1, 2 …", "A shift of the day: morning, afternoon, or its number 1, 2 …" }
    help_merge { "Gộp số liệu của nhiều bàn (tệp trên USB) thành một bảng; các tệp chỉ được đọc", "Join the figures of several desks (files on a USB stick) into one tally; the files are only read" }
    help_merge_files { "Các tệp motcua.db, hoặc thư mục có tệp đó", "The files motcua.db, or folders that hold one" }
    merge_same(first: &str, second: &str) { "«{second}» là bản sao của «{first}», hoặc cùng một tệp: gộp lại sẽ tính hai lần. Chưa gộp gì; hãy bỏ bớt một tệp.", "\"{second}\" is a copy of \"{first}\", or the same file: it would count twice. Nothing was joined; leave one of them out." }
    merge_overlap(first: &str, second: &str, days: &str) { "«{first}» và «{second}» có những lượt giống hệt nhau (ngày {days}). Chưa gộp gì; hãy bỏ bớt một tệp.", "\"{first}\" and \"{second}\" hold the same visits ({days}). Nothing was joined; leave one of them out." }
    merge_stations { "Cộng lại có hơn 99 quầy, không đủ số để phân biệt. Chưa gộp gì; hãy gộp ít tệp hơn.", "There are more than 99 stations in all, too many to tell apart. Nothing was joined; join fewer files." }
    merged_twice(name: &str, source: usize, day: &str) { "Lưu ý: {name} có tên trực ở tệp {source} và ở một tệp trước đó cùng một lúc, ngày {day}; giờ trực được tính cả hai nơi.", "Note: {name} is on duty in file {source} and in an earlier file at the same time on {day}; the hours count at both." }
    merge_unread(path: &str, reason: &str) { "Không đọc được «{path}» ({reason}). Tệp được giữ nguyên, chưa gộp gì; hãy kiểm tra tệp bằng «motcua check».", "Cannot read \"{path}\" ({reason}). The file is left as it is, nothing was joined; check it with \"motcua check\"." }
    merge_nothing { "Không có tệp nào để gộp.", "There is no file to join." }
    merge_absent(path: &str) { "Không có tệp «{path}». Chưa gộp gì; hãy xem lại đường dẫn.", "There is no file \"{path}\". Nothing was joined; check the path." }
    merge_foreign(path: &str) { "«{path}» không phải tệp của motcua. Chưa gộp gì, tệp được giữ nguyên.", "\"{path}\" is not a file of motcua. Nothing was joined, the file is left as it is." }
    notice_files_kept(folder: &str) { "Đã ghi PDF, Word, bảng tính, CSV vào {folder}", "PDF, Word, spreadsheet and CSV saved in {folder}" }
    notice_files_not_kept(reason: &str) { "Chưa ghi được tệp ({reason}). Số liệu vẫn an toàn; kiểm tra thư mục rồi nhấn lại Ctrl+S.", "The files were not written ({reason}). The numbers are safe; check the folder and press Ctrl+S again." }
    help_form_of_paper { "Mẫu giấy: tally, report-administration, report-union, statistics; bỏ trống thì theo kỳ", "The form of the paper: tally, report-administration, report-union, statistics; by default the usual one for the period" }
    merge_pdf_to_terminal { "PDF không hiện được trong cửa sổ dòng lệnh: dùng --out TỆP.", "A PDF cannot be shown in a terminal: use --out FILE." }
    merge_days_more(days: &str, more: &str) { "{days} và {more} ngày nữa", "{days} and {more} more days", more 1: "{days} and {more} more day" }
    merged_span(span: &str, files: usize) { "Gộp {files} tệp, {span}:", "Joined {files} files, {span}:", files 1: "Joined {files} file, {span}:" }
    merged_communes { "Lưu ý: các tệp thuộc nhiều xã, phường khác nhau.", "Note: the files are of different communes." }
    merged_source(nth: usize, name: &str, desk: &str, visits: &str) { "{nth}. {name} – {desk}: {visits} lượt", "{nth}. {name} – {desk}: {visits} visits", visits 1: "{nth}. {name} – {desk}: {visits} visit" }
    merged_stations(list: &str) { "quầy {list}", "stations {list}" }
    merged_no_office { "chưa khai báo", "not set up" }
    merged_line(list: &str) { "Gộp từ: {list}.", "Joined from: {list}." }
    no_shift_listed(date: &str) { "Ngày {date} không mở ca nào. Hãy chọn ngày khác hoặc bỏ --shift.", "No shift was open on {date}. Choose another day or leave out --shift." }
    no_shift_among(date: &str, shifts: &str) { "Ngày {date} không có ca đó. Các ca của ngày: {shifts}.", "There is no such shift on {date}. The shifts of the day: {shifts}." }
    several_shifts_among(date: &str, shifts: &str) { "Ngày {date} có nhiều ca như vậy, hãy chọn bằng số thứ tự: {shifts}.", "There are several such shifts on {date}, choose by number: {shifts}." }
    nth_shift(nth: usize, part: &str, from: &str, until: &str) { "{nth}. {part} {from}–{until}", "{nth}. {part} {from}–{until}" }

    check_ok(visits: &str, days: &str, assists: &str) { "ok: {visits} lượt trong {days} ngày, {assists} việc", "ok (visits: {visits}, days: {days}, things helped with: {assists})" }
    check_advice { "Tệp được giữ nguyên, chưa sửa gì. Hãy chép tệp ra nơi khác rồi dùng bản sao lưu gần nhất còn đúng.", "The file is left as it is, nothing was fixed. Copy it elsewhere, then go back to the latest sound backup." }
    check_rows_unread { "Cấu trúc sai nên chưa kiểm tra được nội dung.", "The structure is wrong, so the contents were not checked." }
    check_unlisted(count: &str) { "… và {count} chỗ nữa cùng loại", "… and {count} more of these kinds" }
    visit_of(ticket: &str, day: &str) { "số {ticket} ngày {day}", "number {ticket} of {day}" }
    engine_says(words: &str) { "tệp hỏng: {words}", "the file is damaged: {words}" }
    schema_missing(name: &str) { "thiếu bảng hoặc chỉ mục «{name}»", "the table or index \"{name}\" is missing" }
    schema_changed(name: &str) { "bảng hoặc chỉ mục «{name}» bị chương trình khác sửa", "the table or index \"{name}\" was changed by another program" }
    rule_broken(table: &str, rows: u32) { "bảng «{table}»: {rows} dòng có giá trị không cho phép", "table \"{table}\": {rows} rows hold values that are not allowed", rows 1: "table \"{table}\": {rows} row holds a value that is not allowed" }
    orphan(table: &str, row: i64, parent: &str) { "bảng «{table}», dòng {row}: trỏ đến dòng không còn trong «{parent}»", "table \"{table}\", row {row}: refers to a row that is gone from \"{parent}\"" }
    not_a_day(table: &str, row: i64) { "bảng «{table}», dòng {row}: ngày không có trong lịch", "table \"{table}\", row {row}: the day is not in the calendar" }
    arrived_another_day(visit: &str) { "{visit}: giờ đến thuộc ngày khác", "{visit}: the arrival is on another day" }
    ended_another_day(visit: &str) { "{visit}: ngày kết thúc khác với giờ kết thúc", "{visit}: the day of the end is not that of its time" }
    no_open_period(visit: &str) { "{visit}: chưa xong mà không có khoảng giờ nào đang mở", "{visit}: still open, but no period of it is" }
    several_open_periods(visit: &str) { "{visit}: nhiều khoảng giờ cùng mở", "{visit}: several periods are open" }
    open_after_end(visit: &str) { "{visit}: đã kết thúc mà còn khoảng giờ đang mở", "{visit}: has ended, but a period goes on" }
    not_from_arrival(visit: &str) { "{visit}: khoảng giờ đầu không phải là chờ từ lúc đến", "{visit}: the first period is not a wait from the arrival" }
    period_gap(visit: &str) { "{visit}: các khoảng giờ không nối liền nhau", "{visit}: the periods do not follow each other without a gap" }
    other_than_stage(visit: &str) { "{visit}: khoảng giờ đang mở không khớp với trạng thái", "{visit}: the open period does not fit the stage" }
    not_until_end(visit: &str) { "{visit}: khoảng giờ cuối không đến lúc kết thúc", "{visit}: the last period does not reach the end of the visit" }
    numbers_missing(day: &str, tickets: &str) { "ngày {day}: số đã cấp mà không còn lượt và không có hoàn tác: {tickets}", "{day}: numbers given, but without a visit and not taken back: {tickets}" }
    numbers_surplus(day: &str, tickets: &str) { "ngày {day}: lượt mang số mà bộ đếm chưa cấp: {tickets}", "{day}: visits with numbers that the counter never gave: {tickets}" }
    proof_fails(day: &str) { "ngày {day}: mang sang + đã cấp + quay lại không bằng xong + rời đi + rút + còn mở", "{day}: carried in + given + came back is not served + left + taken back + still open" }
    heads_astray(visit: &str, heads: u16, entered: u16) { "{visit}: lượt có {heads} người, nhật ký ghi {entered} người", "{visit}: the visit has {heads} people, the journal says {entered}" }
    outcomes_astray(visit: &str) { "{visit}: kết quả các việc khác với lúc ghi xong", "{visit}: the outcomes are not those that were entered when it was served" }
    place_astray(visit: &str) { "{visit}: chỗ trong hàng không khớp với giờ đến và các số trước", "{visit}: the place in the queue does not fit the arrival and the numbers before it" }
    opened_another_day(shift: i64) { "ca ở dòng {shift}: giờ mở ca thuộc ngày khác", "the shift in row {shift}: it was opened on another day" }
    several_in_hand(station: i64, visits: u32) { "quầy {station}: {visits} lượt cùng lúc đang gọi hoặc đang tiếp", "station {station}: {visits} parties in hand at once" }
    merged_named(table: &str, volunteer: i64) { "{table}: còn dòng ghi tình nguyện viên {volunteer}, đã gộp với người khác", "{table}: rows still name volunteer {volunteer}, who was merged with another" }
    several_open_shifts(shifts: u32) { "{shifts} ca cùng mở", "{shifts} shifts are open at once" }
    name_kept(visit: &str) { "{visit}: còn giữ tên người dân dù lượt đã xong từ hôm trước; mở «motcua» để xóa", "{visit}: the citizen's name is still there although the visit ended on an earlier day; opening \"motcua\" erases it" }
    unknown_op(entry: i64) { "nhật ký, dòng {entry}: không đọc được", "journal, entry {entry}: cannot be read" }
    unknown_piece(table: &str, row: i64) { "bảng «{table}», dòng {row}: mục danh mục riêng không đọc được", "table \"{table}\", row {row}: an own piece of the catalogue cannot be read" }
    step_out_of_range(visit: &str, step: i64) { "{visit}: đánh dấu bước {step}, nhiều nhất là 20", "{visit}: step {step} is ticked, 20 is the most" }
    unknown_reason(visit: &str) { "{visit}: lý do không khớp với kết quả", "{visit}: the reason does not fit the outcome" }
    demo_day(done: u32, of: u32) { "đã dựng {done}/{of} ngày", "{done} of {of} days made" }
    demo_made(visits: &str, days: &str, first: &str, last: &str) { "Đã dựng {visits} lượt trong {days} ngày, từ {first} đến {last}. Mọi tên người đều là tên đặt ra.", "Made {visits} visits on {days} days, from {first} to {last}. All people are made up.", days 1: "Made {visits} visits on {days} day, {first}. All people are made up." }
    demo_used { "Thư mục dữ liệu này đã dùng rồi: «motcua demo» không ghi vào. Chọn một thư mục trống bằng --data.", "This data folder is in use: \"motcua demo\" does not write into it. Choose an empty one with --data." }
    demo_in_hand { "Một bản motcua khác đang mở thư mục dữ liệu này. Đóng nó rồi chạy lại.", "Another motcua has this data folder open. Close it and run again." }
    demo_range(days: u32, per_day: u32) { "Số ngày từ 1 đến {days}, số lượt mỗi ngày từ 1 đến {per_day}.", "Days are 1 to {days}, visits a day 1 to {per_day}." }
    demo_file(path: &str, reason: &str) { "Không ghi được «{path}»: {reason}. Thư mục dữ liệu vẫn như cũ.", "Cannot write \"{path}\": {reason}. The data folder is as it was." }
    demo_catalogue { "Danh mục không có thủ tục nào đang áp dụng: không dựng được ngày nào.", "The catalogue offers nothing: no day can be made." }
    demo_bug(reason: &str) { "Lỗi của chương trình, không dựng tiếp: {reason}", "A fault of the program, nothing more was made: {reason}" }
}

impl Lang {
    pub fn demo_report(self, report: &DemoReport) -> String {
        self.demo_made(
            &self.count(report.visits),
            &self.count(report.days),
            &self.date(report.first),
            &self.date(report.last),
        )
    }

    /// Why nothing was made.
    pub fn demo_error(self, error: &DemoError) -> String {
        match error {
            DemoError::AlreadyUsed => self.demo_used().to_owned(),
            DemoError::InHand => self.demo_in_hand().to_owned(),
            DemoError::OutOfRange => self.demo_range(MOST_DAYS, MOST_PER_DAY),
            DemoError::NothingOffered => self.demo_catalogue().to_owned(),
            DemoError::Open(error) => self.open_error(error),
            DemoError::Store(error) => self.store_error(error),
            DemoError::File(path, reason) => {
                self.demo_file(&path.display().to_string(), self.trouble(reason.into()))
            }
            DemoError::Impossible(refusal) => self.demo_bug(&self.refusal(refusal)),
        }
    }

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

    /// Why files cannot be joined.
    pub fn merge_error(self, error: &MergeError) -> String {
        match error {
            MergeError::Open(OpenError::Absent { path }) => self.merge_absent(&show(path)),
            MergeError::Open(OpenError::Foreign { path } | OpenError::Damaged { path, .. }) => {
                self.merge_foreign(&show(path))
            }
            MergeError::Open(error) => self.open_error(error),
            MergeError::Read(path, error) => self.merge_unread(&show(path), self.trouble(error.trouble())),
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
        let cut = sources.iter().filter(|source| source.may_lack_last);
        lines.extend(cut.map(|source| self.log_missing_in(&source.name)));
        let twice = sources.iter().enumerate().flat_map(|(at, source)| {
            source.twice.iter().map(move |(name, day)| self.merged_twice(name, at + 1, &self.date(*day)))
        });
        lines.extend(twice);
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
            let until = self.shift_end(shift);
            self.nth_shift(at + 1, self.shift_part(shift.part), &self.clock(shift.opened), &until)
        };
        shifts.iter().enumerate().map(listed).collect::<Vec<_>>().join("; ")
    }

    /// The whole report, line by line.
    pub fn check_report(self, report: &CheckReport) -> Vec<String> {
        let mut lines: Vec<String> = report.findings.iter().map(|finding| self.finding(finding)).collect();
        if report.unlisted > 0 {
            lines.push(self.check_unlisted(&self.count(report.unlisted)));
        }
        match report.totals {
            Some(Totals { visits, days, assists }) if report.is_sound() => {
                let [visits, days, assists] = [visits, days, assists].map(|number| self.count(number));
                lines.push(self.check_ok(&visits, &days, &assists));
            }
            Some(_) => lines.push(self.check_advice().to_owned()),
            None => {
                lines.push(self.check_rows_unread().to_owned());
                lines.push(self.check_advice().to_owned());
            }
        }
        lines
    }

    /// One thing that is wrong, and where.
    pub fn finding(self, finding: &Finding) -> String {
        match finding {
            Finding::Engine(words) => self.engine_says(words),
            Finding::SchemaMissing(name) => self.schema_missing(name),
            Finding::SchemaChanged(name) => self.schema_changed(name),
            Finding::RuleBroken { table, rows } => self.rule_broken(table, *rows),
            Finding::Orphan { table, row, parent } => self.orphan(table, *row, parent),
            Finding::NotADay { table, row } => self.not_a_day(table, *row),
            Finding::ArrivedAnotherDay(visit) => self.arrived_another_day(&self.place(visit)),
            Finding::EndedAnotherDay(visit) => self.ended_another_day(&self.place(visit)),
            Finding::Periods { visit, flaw } => self.period_flaw(&self.place(visit), *flaw),
            Finding::NumbersMissing { day, tickets } => {
                self.numbers_missing(&self.date(*day), &list(tickets))
            }
            Finding::NumbersSurplus { day, tickets } => {
                self.numbers_surplus(&self.date(*day), &list(tickets))
            }
            Finding::HeadsAstray { visit, heads, entered } => {
                self.heads_astray(&self.place(visit), *heads, *entered)
            }
            Finding::OutcomesAstray(visit) => self.outcomes_astray(&self.place(visit)),
            Finding::PlaceAstray(visit) => self.place_astray(&self.place(visit)),
            Finding::OpenedAnotherDay { shift } => self.opened_another_day(*shift),
            Finding::ProofFails { day } => self.proof_fails(&self.date(*day)),
            Finding::SeveralInHand { station, visits } => self.several_in_hand(*station, *visits),
            Finding::SeveralOpenShifts { shifts } => self.several_open_shifts(*shifts),
            Finding::MergedNamed { table, volunteer } => self.merged_named(table, *volunteer),
            Finding::CountAstray { what, day, rows, entries } => {
                self.counted_astray(self.counter(*what), &self.date(*day), *rows, *entries)
            }
            Finding::LogMissing => self.log_missing().to_owned(),
            Finding::Altered { table, first, last } => self.altered(table, *first, *last),
            Finding::ChainBroken { day } => self.chain_broken(&self.date(*day)),
            Finding::NameKept(visit) => self.name_kept(&self.place(visit)),
            Finding::NoteKept(visit) => self.note_kept(&self.place(visit)),
            Finding::UnknownOp { entry } => self.unknown_op(*entry),
            Finding::UnknownPiece { table, row } => self.unknown_piece(table, *row),
            // People count steps from 1.
            Finding::StepOutOfRange { visit, step } => {
                self.step_out_of_range(&self.place(visit), step.saturating_add(1))
            }
            Finding::UnknownReason(visit) => self.unknown_reason(&self.place(visit)),
        }
    }

    fn period_flaw(self, visit: &str, flaw: PeriodFlaw) -> String {
        match flaw {
            PeriodFlaw::NoneOpen => self.no_open_period(visit),
            PeriodFlaw::SeveralOpen => self.several_open_periods(visit),
            PeriodFlaw::OpenAfterEnd => self.open_after_end(visit),
            PeriodFlaw::NotFromArrival => self.not_from_arrival(visit),
            PeriodFlaw::Gap => self.period_gap(visit),
            PeriodFlaw::OtherThanStage => self.other_than_stage(visit),
            PeriodFlaw::NotUntilEnd => self.not_until_end(visit),
        }
    }

    fn place(self, visit: &Place) -> String {
        let day = visit.day.parse::<Day>().map_or_else(|_| visit.day.clone(), |day| self.date(day));
        self.visit_of(&visit.ticket, &day)
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}

/// The first numbers of a list: a day that lost its counter would fill the screen.
fn list(tickets: &[Ticket]) -> String {
    const MOST: usize = 12;
    let mut shown: Vec<String> = tickets.iter().take(MOST).map(ToString::to_string).collect();
    if tickets.len() > MOST {
        shown.push(format!("… ({})", tickets.len()));
    }
    shown.join(", ")
}
