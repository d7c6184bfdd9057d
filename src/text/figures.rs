//! The words of the numbers: figures, tables, columns, and what a row is about; of opening one, and of choosing a span.

use crate::domain::tally::{ColumnId, Figure, FigureId, Key, Measure, TableId};
use crate::domain::{Code, Report, Span, SpanKind, VolunteerId};
use crate::lang::{Lang, say, words};

/// Declares the figures: a short label below the number, and the name of a row.
macro_rules! figures {
    ($($value:ident: $vi:literal, $en:literal; $row_vi:literal, $row_en:literal;)+) => {
        impl Lang {
            /// A figure as a short label below its number.
            pub const fn figure(self, id: FigureId) -> &'static str {
                match (id, self) {
                    $((FigureId::$value, Self::Vi) => $vi, (FigureId::$value, Self::En) => $en,)+
                    (FigureId::Counted(counter), _) => self.counter(counter),
                }
            }

            /// A figure as the name of a row.
            pub const fn figure_row(self, id: FigureId) -> &'static str {
                match (id, self) {
                    $((FigureId::$value, Self::Vi) => $row_vi, (FigureId::$value, Self::En) => $row_en,)+
                    (FigureId::Counted(counter), _) => self.counter_in_full(counter),
                }
            }
        }
    };
}

figures! {
    Visits: "lượt", "visits"; "lượt (không kể số rút)", "visits (numbers taken back left out)";
    Persons: "người", "people"; "người đến (kể cả đi cùng)", "people who came, all together";
    Assists: "việc hỗ trợ", "things helped with"; "việc đã hỗ trợ", "things helped with";
    CarriedIn: "mang sang", "carried in"; "lượt mang sang", "visits carried in";
    Issued: "đã cấp", "given"; "số đã cấp, theo bộ đếm", "numbers given, by the counter";
    Returned: "quay lại", "came back"; "lượt đã xong ở kỳ trước, nay quay lại", "visits ended before the period that came back";
    CameBack: "trong đó quay lại", "of which came back"; "lượt xong rồi quay lại trong kỳ (tính một lần)", "visits that came back within the period (counted once)";
    Served: "lượt xong", "served"; "lượt đã tiếp xong", "visits served";
    ServedPersons: "người đã tiếp", "people served"; "người trong các lượt đã tiếp xong", "people of the visits served";
    Left: "rời đi", "left"; "lượt rời đi", "visits that left";
    NoShow: "gọi không có mặt", "did not appear"; "lượt gọi không có mặt", "visits that did not appear";
    Mistaken: "cấp nhầm số", "given by mistake"; "số cấp nhầm", "numbers given by mistake";
    Open: "còn mở", "still open"; "lượt còn mở", "visits still open";
    Withdrawn: "số đã rút", "numbers taken back"; "số đã rút (kể cả cấp nhầm)", "numbers taken back (mistakes too)";
    Missing: "số thiếu", "numbers missing"; "số thiếu (không có lượt)", "numbers missing (no visit)";
    Surplus: "số thừa", "surplus numbers"; "số thừa (chưa từng cấp)", "surplus numbers (never given)";
    WalkedOut: "bỏ về", "walked out"; "lượt bỏ về", "visits that walked out";
    Done: "việc xong", "things done"; "việc xong", "things done";
    Stuck: "việc vướng", "things stuck"; "việc vướng", "things stuck";
    ComeBack: "việc hẹn quay lại", "things to come back for"; "việc hẹn quay lại", "things to come back for";
    Referred: "việc chuyển nơi khác", "things referred"; "việc chuyển nơi khác", "things referred";
    Filed: "hồ sơ đã nộp", "dossiers filed"; "hồ sơ đã nộp", "dossiers filed";
    FiledWhole: "hồ sơ toàn trình", "filed fully online"; "hồ sơ nộp trực tuyến toàn trình", "dossiers filed fully online";
    FiledOnline: "hồ sơ trực tuyến", "filed online"; "hồ sơ nộp trực tuyến (toàn trình và một phần)", "dossiers filed online (fully or partly)";
    OnlineShare: "nộp trực tuyến", "of them online"; "tỷ lệ nộp trực tuyến (phần do điểm hỗ trợ giúp)", "share filed online (the help desk's own)";
    WholeShare: "nộp toàn trình", "of them fully online"; "tỷ lệ nộp toàn trình (phần do điểm hỗ trợ giúp)", "share filed fully online (the help desk's own)";
    ChannelNotNoted: "chưa ghi cách nộp", "filing not noted"; "việc chưa ghi cách nộp", "things whose filing was not noted";
    PaidOnline: "nộp tiền trực tuyến", "paid online"; "việc nộp tiền trực tuyến", "things paid online";
    FiledPaidOnline: "hồ sơ nộp tiền trực tuyến", "dossiers paid online"; "hồ sơ nộp tiền trực tuyến", "dossiers paid online";
    PaidShare: "hồ sơ nộp tiền trực tuyến", "of them paid online"; "tỷ lệ nộp tiền trực tuyến (phần do điểm hỗ trợ giúp)", "share paid online (the help desk's own)";
    LevelTwoTried: "lần kích hoạt mức 2", "level-2 activations tried"; "lần hỗ trợ kích hoạt mức 2", "level-2 activations tried";
    LevelTwoDone: "kích hoạt mức 2", "level 2 activated"; "tài khoản mức 2 đã kích hoạt", "level-2 accounts activated";
    LevelTwoShare: "kích hoạt mức 2 được", "of them done"; "tỷ lệ kích hoạt mức 2 (phần do điểm hỗ trợ giúp)", "share of activations done (the help desk's own)";
    Priority: "lượt ưu tiên", "priority visits"; "lượt ưu tiên", "priority visits";
    Elderly: "người từ 60 tuổi", "aged 60 and over"; "lượt của người từ 60 tuổi", "visits of people of 60 and over";
    WithoutSmartphone: "không có điện thoại thông minh", "no smartphone"; "lượt của người không có điện thoại thông minh", "visits of people without a smartphone";
    WaitMedian: "một nửa chờ không quá", "half waited at most"; "một nửa số lượt chờ không quá", "half of the visits waited at most";
    WaitNinety: "90\u{a0}% chờ không quá", "90% waited at most"; "90\u{a0}% số lượt chờ không quá", "90% of the visits waited at most";
    WaitLongest: "chờ lâu nhất", "longest wait"; "thời gian chờ lâu nhất", "longest wait";
    WaitLeftOut: "lần chờ ước lượng", "estimated waits"; "lần chờ ước lượng, không tính", "waits only estimated, left out";
    WalkoutMedian: "bỏ về: một nửa chờ không quá", "walked out: half waited at most"; "một nửa số lượt bỏ về đã chờ không quá", "half of those who walked out waited at most";
    WalkoutLongest: "bỏ về: chờ lâu nhất", "walked out: longest wait"; "lượt bỏ về chờ lâu nhất", "longest wait of those who walked out";
    ServiceMedian: "một nửa tiếp không quá", "half took at most"; "một nửa số lượt tiếp không quá", "half of the visits took at most";
    ServiceNinety: "90\u{a0}% tiếp không quá", "90% took at most"; "90\u{a0}% số lượt tiếp không quá", "90% of the visits took at most";
    ServiceLongest: "tiếp lâu nhất", "longest service"; "thời gian tiếp lâu nhất", "longest service";
    ServiceLeftOut: "lần tiếp ước lượng", "estimated services"; "lần tiếp ước lượng, không tính", "services only estimated, left out";
    Shifts: "ca trực", "shifts"; "ca trực", "shifts";
    Volunteers: "tình nguyện viên", "volunteers"; "tình nguyện viên trực", "volunteers on duty";
    DutyHours: "giờ trực", "hours on duty"; "giờ trực của tình nguyện viên", "volunteers' hours on duty";
    WithoutEnd: "ca quên đóng", "shifts never closed"; "ca quên đóng, không tính giờ", "shifts never closed, hours not counted";
    ClockDoubt: "ngày đồng hồ máy sai", "days with a wrong clock"; "ngày có lúc đồng hồ máy sai", "days on which the PC's clock was wrong";
    LostMinutes: "phút mất vì sự cố", "minutes lost"; "phút mất vì sự cố hệ thống", "minutes lost to outages";
    LostVisits: "lượt gặp sự cố", "visits affected by outages"; "lượt gặp sự cố", "visits affected by outages";
    LostPersons: "người gặp sự cố", "people affected by outages"; "người gặp sự cố", "people affected by outages";
    SystemDown: "việc vướng vì hệ thống lỗi", "stuck: system down"; "việc vướng vì hệ thống lỗi", "things stuck: system down";
}

words! {
    /// The usual caption of a table.
    table_caption(TableId) {
        TableId::Fields => "Theo lĩnh vực", "By field";
        TableId::Procedures => "Theo thủ tục", "By procedure";
        TableId::Outcomes => "Kết quả (việc)", "Outcome (things)";
        TableId::Stuck => "Vướng vì (việc)", "Stuck (things)";
        TableId::Referred => "Chuyển đến (việc)", "Referred (things)";
        TableId::Channels => "Cách nộp (việc đã xong)", "Filing (things done)";
        TableId::Payments => "Trực tuyến (phần do điểm hỗ trợ giúp)", "Online (the help desk's own contribution)";
        TableId::How => "Cách hỗ trợ (việc)", "Kind of help (things)";
        TableId::Pieces => "Số lượng (việc đã xong)", "Quantities (things done)";
        TableId::Priority => "Ưu tiên (lượt)", "Priority (visits)";
        TableId::Ages => "Độ tuổi (lượt)", "Age (visits)";
        TableId::Sexes => "Giới tính (lượt)", "Sex (visits)";
        TableId::Hamlets => "Thôn, ấp, tổ dân phố (lượt)", "Hamlets (visits)";
        TableId::Phones => "Điện thoại thông minh (lượt)", "Smartphones (visits)";
        TableId::Left => "Rời đi (lượt)", "Left (visits)";
        TableId::LeftStages => "Rời đi từ khâu nào (lượt)", "Left from which stage (visits)";
        TableId::Hours => "Theo giờ trong ngày", "By hour of the day";
        TableId::Weekdays => "Lượt theo giờ và thứ", "Visits by hour and weekday";
        TableId::Course => "Diễn biến trong kỳ", "Course of the period";
        TableId::Stations => "Theo quầy", "By station";
        TableId::Volunteers => "Tình nguyện viên", "Volunteers";
        TableId::Shifts => "Các ca trực", "Shifts";
        TableId::Outages => "Sự cố hệ thống trong giờ trực", "Outages while on duty";
        TableId::Indicators => "Chỉ số hoạt động (số đã làm xong)", "Activity indicators (things done)";
        TableId::Times => "Thời gian chờ và tiếp", "Waits and services";
        TableId::Main => "Số liệu chính", "Main numbers";
        TableId::Compare => "So với kỳ trước", "Compared with the period before";
        TableId::Targets => "Chỉ tiêu (phần do điểm hỗ trợ giúp)", "Targets (the help desk's own contribution)";
        TableId::Proof => "Đối chiếu số đã cấp", "Check of the numbers given";
    }
}

words! {
    /// What the rows of a table are about, before the name of one.
    table_kind(TableId) {
        TableId::Fields => "lĩnh vực", "field";
        TableId::Procedures => "thủ tục", "procedure";
        TableId::Outcomes => "kết quả", "outcome";
        TableId::Stuck => "vướng vì", "stuck";
        TableId::Referred => "chuyển đến", "referred to";
        TableId::Channels => "cách nộp", "filing";
        TableId::How => "cách hỗ trợ", "how";
        TableId::Pieces => "số lượng", "quantity";
        TableId::Indicators => "chỉ số", "indicator";
        TableId::Priority => "ưu tiên", "priority";
        TableId::Ages => "tuổi", "age";
        TableId::Sexes => "giới tính", "sex";
        TableId::Hamlets => "nơi ở", "hamlet";
        TableId::Phones => "điện thoại", "phone";
        TableId::Left => "rời đi", "left";
        TableId::LeftStages => "rời đi", "left";
        TableId::Hours => "giờ", "hour";
        TableId::Weekdays => "giờ và thứ", "weekday and hour";
        TableId::Course => "diễn biến", "course";
        TableId::Stations => "quầy", "station";
        TableId::Volunteers => "tình nguyện viên", "volunteer";
        TableId::Outages => "gặp sự cố", "affected by";
        _ => "số liệu", "numbers";
    }
}

impl Lang {
    /// The header of a column.
    pub const fn column_title(self, table: TableId, column: ColumnId) -> &'static str {
        match column {
            ColumnId::Name => self.name_title(table),
            ColumnId::Counted(counter) => self.counter_title(counter),
            ColumnId::Day if matches!(table, TableId::Course) => self.first_day_title(),
            other => self.plain_title(other),
        }
    }

    /// The same for a narrow column, whose words stay on one line.
    pub fn whole_title(self, table: TableId, column: ColumnId) -> String {
        self.column_title(table, column).replace(' ', "\u{a0}")
    }

    const fn name_title(self, table: TableId) -> &'static str {
        match (table, self) {
            (TableId::Fields, Self::Vi) => "Lĩnh vực",
            (TableId::Fields, Self::En) => "Field",
            (TableId::Procedures, Self::Vi) => "Thủ tục, kỹ năng",
            (TableId::Procedures, Self::En) => "Procedure, skill",
            (TableId::Hours | TableId::Weekdays, Self::Vi) => "Giờ",
            (TableId::Hours | TableId::Weekdays, Self::En) => "Hour",
            (TableId::Course, Self::Vi) => "Ngày, tháng",
            (TableId::Course, Self::En) => "Day, month",
            (TableId::Stations, Self::Vi) => "Quầy",
            (TableId::Stations, Self::En) => "Station",
            (TableId::Volunteers, Self::Vi) => "Họ và tên",
            (TableId::Volunteers, Self::En) => "Name",
            (TableId::Outages, Self::Vi) => "Hệ thống",
            (TableId::Outages, Self::En) => "System",
            (TableId::Left | TableId::LeftStages, Self::Vi) => "Lý do",
            (TableId::Left | TableId::LeftStages, Self::En) => "Reason",
            (_, Self::Vi) => "Nội dung",
            (_, Self::En) => "Subject",
        }
    }
}

say! {
    first_day_title { "Từ ngày", "From" }
}

words! {
    /// The header of a column that is called the same in every table.
    plain_title(ColumnId) {
        ColumnId::Name => "Nội dung", "Subject";
        ColumnId::Field => "Lĩnh vực", "Field";
        ColumnId::Full => "Tên đầy đủ", "Full name";
        ColumnId::Code => "Mã", "Code";
        ColumnId::Stage => "Khâu", "Stage";
        ColumnId::Part => "Ca", "Shift";
        ColumnId::Names => "Người trực", "On duty";
        ColumnId::Against => "So với chỉ tiêu", "Against the target";
        ColumnId::Day => "Ngày", "Day";
        ColumnId::Until => "Đến ngày", "Until";
        ColumnId::Opened => "Mở", "Opened";
        ColumnId::Closed => "Đóng", "Closed";
        ColumnId::Visits => "Lượt", "Visits";
        ColumnId::Persons => "Người", "People";
        ColumnId::Assists => "Việc", "Things";
        ColumnId::Done => "Xong", "Done";
        ColumnId::Unfinished => "Vướng, hẹn lại", "Stuck, to come back";
        ColumnId::Online => "Trực tuyến", "Online";
        ColumnId::OnlineShare => "Tỷ lệ trực tuyến", "Share online";
        ColumnId::Share => "Tỷ lệ", "Share";
        ColumnId::Served => "Lượt xong", "Served";
        ColumnId::Left => "Rời đi", "Left";
        ColumnId::Pieces => "Số lượng", "Quantity";
        ColumnId::Filed => "Hồ sơ", "Dossiers";
        ColumnId::Mon => "T2", "Mon";
        ColumnId::Tue => "T3", "Tue";
        ColumnId::Wed => "T4", "Wed";
        ColumnId::Thu => "T5", "Thu";
        ColumnId::Fri => "T6", "Fri";
        ColumnId::Sat => "T7", "Sat";
        ColumnId::Sun => "CN", "Sun";
        ColumnId::Week => "Cộng", "Total";
        ColumnId::WaitCount => "Số lần chờ", "Waits";
        ColumnId::WaitMedian => "Một nửa chờ không quá", "Half waited at most";
        ColumnId::WaitNinety => "90\u{a0}% chờ không quá", "90% waited at most";
        ColumnId::WaitLongest => "Chờ lâu nhất", "Longest wait";
        ColumnId::WaitLeftOut => "Chờ ước lượng", "Estimated waits";
        ColumnId::Shifts => "Ca", "Shifts";
        ColumnId::Hours => "Giờ trực", "Hours on duty";
        ColumnId::Staffed => "Giờ có quầy", "Station hours";
        ColumnId::Planned => "Giờ theo lịch", "Planned hours";
        ColumnId::OutOfHours => "Ngoài giờ", "Out of hours";
        ColumnId::Saturday => "Thứ Bảy", "Saturday";
        ColumnId::Sunday => "Chủ nhật", "Sunday";
        ColumnId::Holiday => "Ngày lễ, nghỉ", "Holidays";
        ColumnId::People => "Số người", "People";
        ColumnId::Number => "Con số", "Number";
        ColumnId::Times => "Số lần", "Times";
        ColumnId::Minutes => "Phút", "Minutes";
        ColumnId::Count => "Số lần", "How many";
        ColumnId::Median => "Một nửa không quá", "Half at most";
        ColumnId::Ninety => "90\u{a0}% không quá", "90% at most";
        ColumnId::Longest => "Lâu nhất", "Longest";
        ColumnId::LeftOut => "Ước lượng, không tính", "Estimates, left out";
        ColumnId::Now => "Kỳ này", "This period";
        ColumnId::Before => "Kỳ trước", "Period before";
        ColumnId::Difference => "Tăng, giảm", "Difference";
        ColumnId::Whole => "Trên tổng", "Of";
        ColumnId::Target => "Chỉ tiêu", "Target";
        ColumnId::Counters | ColumnId::Counted(_) => "Đếm", "Counted";
    }
}

say! {
    counting { "Đang tính…", "Counting…" }
    next_kind_is(kind: &str) { "Tab: {kind}", "Tab: {kind}" }

    range_title { "Khoảng ngày", "Range of days" }
    range_from { "Từ ngày", "From" }
    range_until { "Đến ngày", "Until" }
    range_hint { "Ngày/tháng/năm, ví dụ 21/11/2026. Gõ để thay; Tab: ô kia; Enter: xem.", "Day/month/year, for example 21/11/2026. Type to replace; Tab: the other field; Enter shows." }
    flaw_date { "Đây không phải một ngày có thật. Không có gì bị thay đổi; hãy ghi ngày/tháng/năm, ví dụ 21/11/2026.", "This is not a date. Nothing was changed; write day/month/year, for example 21/11/2026." }

    amount_of_visits(n: &str) { "{n} lượt", "{n} visits", n 1: "{n} visit" }
    amount_of_persons(n: &str) { "{n} người", "{n} people", n 1: "{n} person" }
    amount_of_assists(n: &str) { "{n} việc", "{n} things", n 1: "{n} thing" }
    amount_of_dossiers(n: &str) { "{n} hồ sơ", "{n} dossiers", n 1: "{n} dossier" }
    amount_of_numbers(n: &str) { "{n} số", "{n} numbers", n 1: "{n} number" }
    figures_of(span: &str) { "Các con số của {span}", "Figures: {span}" }
    figure_of_kind(kind: &str, name: &str) { "{kind}: {name}", "{kind}: {name}" }
    figure_left_from(why: &str, stage: &str) { "{why}, khi {stage}", "{why}, while {stage}" }
    figure_weekday_hour(weekday: &str, hour: u8) { "{weekday} lúc {hour} giờ", "{weekday} at {hour}:00" }

    opened_title(name: &str, number: &str, lines: &str) { "{name}: {number}; {lines} dòng", "{name}: {number}; {lines} lines", lines 1: "{name}: {number}; {lines} line" }
    opened_nothing { "Không có lượt nào đứng sau con số này.", "No visit is counted in this figure." }
    opened_no_visit { "không có lượt", "no visit" }
    opened_more(lines: &str) { "… và {lines} dòng nữa; chọn kỳ ngắn hơn để xem hết.", "… and {lines} more lines; choose a shorter period to see all.", lines 1: "… and {lines} more line; choose a shorter period to see all." }
}

impl Lang {
    /// What a row of a table is about.
    pub fn key(self, key: &Key, report: &Report) -> String {
        let word = match key {
            Key::Field(id) => return report.field_name(id, self),
            Key::Procedure { code, .. } => return report.procedure_short(code, self),
            Key::Stuck(why) => return self.stuck_reason(*why, &report.reasons).into_owned(),
            Key::Referred(place) => return self.referral(*place, &report.reasons).into_owned(),
            Key::Hamlet(Some(id)) => {
                let known = report.hamlets.iter().find(|hamlet| hamlet.id == *id);
                return known.map_or_else(|| self.hamlet_gone(id.0), |hamlet| hamlet.name.clone());
            }
            Key::LeftFrom(why, from) => {
                return self.figure_left_from(self.leave_reason(*why), self.stage(*from));
            }
            Key::Hour(hour) => return self.hour_span(*hour),
            Key::WeekdayHour(weekday, hour) => {
                return self.figure_weekday_hour(self.weekday(usize::from(*weekday)), *hour);
            }
            Key::Days(from, until) if from == until => {
                return self.day_of_course(self.weekday(from.weekday()), &self.short_date(*from));
            }
            Key::Days(from, _) => {
                let (month, year) = Span::of(SpanKind::Month, report.tally.span.calendar, *from).number();
                return self.named_month(month, year);
            }
            Key::Station(station) => return self.tally_station(station.number()),
            Key::Volunteer(id) => return report.volunteer_name(*id, self),
            Key::LevelTwo => self.indicator(crate::domain::tally::Indicator::LevelTwo),
            Key::Outcome(one) => self.outcome_kind(*one),
            Key::Channel(Some(one)) => self.channel(*one),
            Key::Channel(None) => self.channel_not_noted(),
            Key::How(Some(one)) => self.how(*one),
            Key::Piece(one) => self.piece(*one),
            Key::Indicator(one) => self.indicator(*one),
            Key::Priority(one) => self.priority(*one),
            Key::Age(Some(one)) => self.age(*one),
            Key::Sex(Some(one)) => self.sex(*one),
            Key::Phone(Some(one)) => self.phone(*one),
            Key::Age(None) | Key::Sex(None) | Key::Hamlet(None) | Key::Phone(None) | Key::How(None) => {
                self.not_noted()
            }
            Key::Left(one) => self.leave_reason(*one),
            Key::System(Some(one)) => self.system(*one),
            Key::System(None) => self.figure_any_system(),
            Key::Wait => self.waits_row(),
            Key::Walkout => self.walkouts_row(),
            Key::Service => self.services_row(),
        };
        word.to_owned()
    }

    /// A figure by name: «vướng vì: thiếu giấy tờ».
    pub fn figure_name(self, figure: &Figure, report: &Report) -> String {
        match figure {
            Figure::Alone(id) => self.figure_row(*id).to_owned(),
            Figure::Cell(table, key, column) => {
                let name = self.figure_of_kind(self.table_kind(*table), &self.key(key, report));
                match column {
                    // The unit says it.
                    ColumnId::Visits | ColumnId::Persons | ColumnId::Assists | ColumnId::Number => name,
                    column => format!("{name}, {}", self.column_title(*table, *column).to_lowercase()),
                }
            }
        }
    }

    /// A number with what it counts: «3 lượt».
    pub fn amount(self, measure: Measure, number: &str) -> String {
        match measure {
            Measure::Persons | Measure::ServedPersons => self.amount_of_persons(number),
            Measure::Pieces => number.to_owned(),
            Measure::Things
            | Measure::Done
            | Measure::Unfinished
            | Measure::ChannelNotNoted
            | Measure::Paid => self.amount_of_assists(number),
            Measure::Filed | Measure::Whole | Measure::Online | Measure::FiledPaid => {
                self.amount_of_dossiers(number)
            }
            Measure::Issued | Measure::Missing | Measure::Withdrawn | Measure::Mistaken => {
                self.amount_of_numbers(number)
            }
            _ => self.amount_of_visits(number),
        }
    }
}

impl Report {
    /// A volunteer's name, or words with the number of one who is not on the roster.
    pub(crate) fn volunteer_name(&self, id: VolunteerId, lang: Lang) -> String {
        self.volunteer(id).map_or_else(|| lang.tally_volunteer(id.0), str::to_owned)
    }

    /// The name of a field by its id in the catalogue.
    pub(crate) fn field_name(&self, id: &str, lang: Lang) -> String {
        match self.catalogue.fields().iter().find(|field| field.id == id) {
            Some(field) => lang.pick(&field.name).clone(),
            None if id.is_empty() => lang.tally_unknown_field().to_owned(),
            None => id.to_owned(),
        }
    }

    /// The full name of a procedure, or its code when the catalogue no longer has it.
    pub(crate) fn procedure_name(&self, code: &Code, lang: Lang) -> String {
        self.catalogue.get(code).map_or_else(|| code.0.clone(), |one| lang.pick(&one.name).clone())
    }

    /// What a volunteer calls a procedure, or its code when the catalogue no longer has it.
    pub(crate) fn procedure_short(&self, code: &Code, lang: Lang) -> String {
        self.catalogue.get(code).map_or_else(|| code.0.clone(), |one| lang.pick(&one.short).clone())
    }
}
