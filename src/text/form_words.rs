//! What the figures, tables and columns of forms are called.

use super::Lang;
use crate::papers::forms::{ColumnId, FigureId, TableId};

/// Declares the words of an enumeration, one line a value.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($kind:ty) { $($value:ident => $vi:literal, $en:literal;)+ })+) => {
        impl Lang {
            $($(#[$doc])* pub const fn $name(self, value: $kind) -> &'static str {
                match (value, self) {
                    $((<$kind>::$value, Self::Vi) => $vi, (<$kind>::$value, Self::En) => $en,)+
                }
            })+
        }
    };
}

words! {
    /// A figure as a short label below its number.
    figure(FigureId) {
        Visits => "lượt", "visits";
        Persons => "người", "persons";
        Assists => "việc hỗ trợ", "things helped with";
        QuickQuestions => "lần hỏi nhanh", "quick questions";
        Done => "việc xong", "things done";
        Stuck => "việc vướng", "things stuck";
        ComeBack => "việc hẹn quay lại", "things to come back for";
        Referred => "việc chuyển nơi khác", "things referred";
        Served => "lượt xong", "served";
        Left => "rời đi", "left";
        NoShow => "gọi không có mặt", "did not appear";
        WalkedOut => "bỏ về", "walked out";
        Cancelled => "cấp nhầm số", "given by mistake";
        CarriedIn => "mang sang", "carried in";
        Open => "còn mở", "still open";
        Filed => "hồ sơ đã nộp", "dossiers filed";
        FiledOnline => "hồ sơ trực tuyến", "filed online";
        OnlineShare => "nộp trực tuyến", "of them online";
        PaidOnline => "nộp tiền trực tuyến", "paid online";
        FiledPaidOnline => "hồ sơ nộp tiền trực tuyến", "dossiers paid online";
        PaidShare => "hồ sơ nộp tiền trực tuyến", "of them paid online";
        LevelTwoTried => "lần kích hoạt mức 2", "level-2 activations tried";
        LevelTwoDone => "kích hoạt mức 2", "level 2 activated";
        LevelTwoShare => "kích hoạt mức 2 được", "of them done";
        Priority => "lượt ưu tiên", "went first";
        Elderly => "người từ 60 tuổi", "aged 60 and over";
        WithoutSmartphone => "không có điện thoại thông minh", "no smartphone";
        WaitMedian => "chờ (trung vị)", "wait (median)";
        WaitNinety => "chờ (90\u{a0}% lượt)", "wait (90% of visits)";
        WaitLongest => "chờ lâu nhất", "longest wait";
        WaitLeftOut => "lần chờ ước lượng", "estimated waits";
        ServiceMedian => "tiếp (trung vị)", "service (median)";
        ServiceNinety => "tiếp (90\u{a0}% lượt)", "service (90% of visits)";
        ServiceLongest => "tiếp lâu nhất", "longest service";
        ServiceLeftOut => "lần tiếp ước lượng", "estimated services";
        Shifts => "ca trực", "shifts";
        Volunteers => "tình nguyện viên", "volunteers";
        DutyHours => "giờ trực", "hours on duty";
        LostMinutes => "phút mất vì sự cố", "minutes lost";
        SystemDown => "việc vướng vì hệ thống lỗi", "stuck: system down";
    }
    /// A figure as the name of a row.
    figure_row(FigureId) {
        Visits => "lượt (số đã cấp)", "visits (numbers given)";
        Persons => "người đến", "persons who came";
        Assists => "việc đã hỗ trợ", "things helped with";
        QuickQuestions => "lần hỏi nhanh (không lấy số)", "quick questions (no number taken)";
        Done => "việc xong", "things done";
        Stuck => "việc vướng", "things stuck";
        ComeBack => "việc hẹn quay lại", "things to come back for";
        Referred => "việc chuyển nơi khác", "things referred";
        Served => "lượt đã tiếp xong", "visits served";
        Left => "lượt rời đi vì lý do khác", "visits that left for other reasons";
        NoShow => "lượt gọi không có mặt", "visits that did not appear";
        WalkedOut => "lượt bỏ về", "visits that walked out";
        Cancelled => "số cấp nhầm đã hủy", "numbers given by mistake";
        CarriedIn => "lượt mang sang", "visits carried in";
        Open => "lượt còn mở", "visits still open";
        Filed => "hồ sơ đã nộp", "dossiers filed";
        FiledOnline => "trong đó nộp trực tuyến", "of them online";
        OnlineShare => "tỷ lệ nộp trực tuyến (phần do điểm hỗ trợ giúp)", "share filed online (the help desk's own)";
        PaidOnline => "việc nộp tiền trực tuyến", "things paid online";
        FiledPaidOnline => "hồ sơ nộp tiền trực tuyến", "dossiers paid online";
        PaidShare => "tỷ lệ nộp tiền trực tuyến (phần do điểm hỗ trợ giúp)", "share paid online (the help desk's own)";
        LevelTwoTried => "lần hỗ trợ kích hoạt mức 2", "level-2 activations tried";
        LevelTwoDone => "tài khoản mức 2 đã kích hoạt", "level-2 accounts activated";
        LevelTwoShare => "tỷ lệ kích hoạt mức 2 (phần do điểm hỗ trợ giúp)", "share of activations done (the help desk's own)";
        Priority => "lượt ưu tiên", "visits that went first";
        Elderly => "lượt của người từ 60 tuổi", "visits of people of 60 and over";
        WithoutSmartphone => "lượt của người không có điện thoại thông minh", "visits of people without a smartphone";
        WaitMedian => "thời gian chờ (trung vị)", "wait (median)";
        WaitNinety => "thời gian chờ (90\u{a0}% lượt)", "wait (90% of visits)";
        WaitLongest => "thời gian chờ lâu nhất", "longest wait";
        WaitLeftOut => "lần chờ ước lượng, không tính", "waits only estimated, left out";
        ServiceMedian => "thời gian tiếp (trung vị)", "service (median)";
        ServiceNinety => "thời gian tiếp (90\u{a0}% lượt)", "service (90% of visits)";
        ServiceLongest => "thời gian tiếp lâu nhất", "longest service";
        ServiceLeftOut => "lần tiếp ước lượng, không tính", "services only estimated, left out";
        Shifts => "ca trực", "shifts";
        Volunteers => "tình nguyện viên trực", "volunteers on duty";
        DutyHours => "giờ trực của tình nguyện viên", "volunteers' hours on duty";
        LostMinutes => "phút mất vì sự cố hệ thống", "minutes lost to outages";
        SystemDown => "việc vướng vì hệ thống lỗi", "things stuck: system down";
    }
    /// The usual caption of a table.
    table_caption(TableId) {
        Fields => "Theo lĩnh vực", "By field";
        Procedures => "Theo thủ tục", "By procedure";
        Outcomes => "Kết quả (việc)", "Outcome (things)";
        Stuck => "Vướng vì (việc)", "Stuck because (things)";
        Referred => "Chuyển đến (việc)", "Referred to (things)";
        Channels => "Cách nộp hồ sơ (việc)", "Filing (things)";
        Payments => "Trực tuyến (phần do điểm hỗ trợ giúp)", "Online (the help desk's own contribution)";
        How => "Cách hỗ trợ (việc)", "How help was given (things)";
        Priority => "Ưu tiên (lượt)", "Priority (visits)";
        Ages => "Độ tuổi (lượt)", "Age (visits)";
        Sexes => "Giới tính (lượt)", "Sex (visits)";
        Hamlets => "Thôn, ấp, tổ dân phố (lượt)", "Hamlets (visits)";
        Phones => "Điện thoại thông minh (lượt)", "Smartphones (visits)";
        Left => "Rời đi, chưa tiếp xong (lượt)", "Left unserved (visits)";
        LeftStages => "Rời đi từ khâu nào (lượt)", "Left from which stage (visits)";
        Hours => "Theo giờ trong ngày", "By hour of the day";
        Weekdays => "Số cấp theo giờ và thứ", "Numbers given by hour and weekday";
        Course => "Diễn biến trong kỳ", "Course of the period";
        Stations => "Theo quầy", "By station";
        Volunteers => "Tình nguyện viên", "Volunteers";
        Shifts => "Các ca trực", "Shifts";
        Outages => "Sự cố hệ thống trong giờ trực", "Outages while on duty";
        Indicators => "Chỉ số hoạt động (số đã làm xong)", "Activity indicators (things done)";
        Times => "Thời gian chờ và tiếp", "Waits and services";
        Main => "Số liệu chính", "Main numbers";
        Compare => "So với kỳ trước", "Against the period before";
        Targets => "Chỉ tiêu (phần do điểm hỗ trợ giúp)", "Targets (the help desk's own contribution)";
        Proof => "Đối chiếu số đã cấp", "Proof of the numbers given";
    }
}

impl Lang {
    /// The header of a column.
    pub const fn column_title(self, table: TableId, column: ColumnId) -> &'static str {
        match column {
            ColumnId::Name => self.name_title(table),
            ColumnId::Day if matches!(table, TableId::Course) => self.first_day_title(),
            other => self.plain_title(other),
        }
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
        Name => "Nội dung", "Subject";
        Field => "Lĩnh vực", "Field";
        Full => "Tên đầy đủ", "Full name";
        Code => "Mã", "Code";
        Stage => "Khâu", "Stage";
        Part => "Ca", "Shift";
        Names => "Người trực", "On duty";
        Against => "So với chỉ tiêu", "Against the target";
        Day => "Ngày", "Day";
        Until => "Đến ngày", "Until";
        Opened => "Mở", "Opened";
        Closed => "Đóng", "Closed";
        Visits => "Lượt", "Visits";
        Persons => "Người", "Persons";
        Assists => "Việc", "Things";
        Done => "Xong", "Done";
        Unfinished => "Vướng, hẹn lại", "Stuck, comes back";
        Online => "Trực tuyến", "Online";
        OnlineShare => "Tỷ lệ trực tuyến", "Share online";
        Share => "Tỷ lệ", "Share";
        Served => "Lượt xong", "Served";
        Left => "Rời đi", "Left";
        Issued => "Cấp số", "Given";
        QuickQuestions => "Hỏi nhanh", "Quick questions";
        Mon => "T2", "Mon";
        Tue => "T3", "Tue";
        Wed => "T4", "Wed";
        Thu => "T5", "Thu";
        Fri => "T6", "Fri";
        Sat => "T7", "Sat";
        Sun => "CN", "Sun";
        Week => "Cộng", "Total";
        WaitMedian => "Chờ (trung vị)", "Wait (median)";
        WaitNinety => "Chờ (90\u{a0}%)", "Wait (90%)";
        Shifts => "Ca", "Shifts";
        Hours => "Giờ trực", "Hours on duty";
        People => "Số người", "People";
        Number => "Số lượng", "Number";
        Times => "Số lần", "Times";
        Minutes => "Phút", "Minutes";
        Count => "Số lần", "How many";
        Median => "Trung vị", "Median";
        Ninety => "90\u{a0}% không quá", "90% at most";
        Longest => "Lâu nhất", "Longest";
        LeftOut => "Ước lượng, không tính", "Estimates, left out";
        Now => "Kỳ này", "This period";
        Before => "Kỳ trước", "Period before";
        Difference => "Tăng, giảm", "Difference";
        Whole => "Trên tổng", "Of";
        Target => "Chỉ tiêu", "Target";
    }
}
