//! What `motcua demo` says, and what its made-up people are called and write. Every name here is invented.

use super::Lang;
use crate::demo::{DemoError, DemoReport, MOST_DAYS, MOST_PER_DAY};

/// The made-up team. Common family names with a given name each.
pub const VOLUNTEERS: [&str; 10] = [
    "Nguyễn Văn An",
    "Trần Thị Bích",
    "Lê Minh Châu",
    "Phạm Quốc Dũng",
    "Hoàng Thị Giang",
    "Vũ Đức Hải",
    "Đặng Thu Hương",
    "Bùi Thanh Lâm",
    "Đỗ Thị Ngọc",
    "Ngô Xuân Phúc",
];

/// The office of the made-up days.
pub const OFFICE: &str = "Trung tâm Phục vụ hành chính công xã Vĩnh Bảo";
/// Its commune in `assets/admin_units.tsv`.
pub const COMMUNE: &str = "11824";
/// Its team.
pub const TEAM: &str = "Đội Thanh niên tình nguyện xã Vĩnh Bảo";
/// Its hours, as an office writes them in the settings.
pub const HOURS: &str = "thứ Hai–thứ Sáu, 7:30–11:30 và 13:30–17:00";

/// The hamlets of the made-up days.
pub const HAMLETS: [&str; 8] =
    ["Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4", "Thôn 5", "Thôn 6", "Thôn 7", "Thôn 8"];

/// The reasons of the made-up office's own why something could not be done.
pub const REASONS: [&str; 2] = ["người nhà giữ giấy tờ đi vắng", "máy hết pin, hết dung lượng"];

/// What one shift writes to the next, at noon.
pub const NOON_NOTES: [&str; 8] = [
    "Máy in quầy 1 hay kẹt giấy, rút khay ra rồi đẩy lại là được.",
    "Cổng Dịch vụ công chậm từ 10 giờ, dặn người dân chờ hoặc chiều quay lại.",
    "Đã nhắc bộ phận một cửa: hết tờ khai đăng ký khai sinh.",
    "Các lượt chuyển sang chiều đã được báo giờ, mời vào trước.",
    "Wi-Fi khách đổi mật khẩu, đã dán ở bàn hướng dẫn.",
    "Có đoàn cựu chiến binh hẹn 14 giờ làm BHYT, chuẩn bị ghế.",
    "Ổ cắm quầy 2 lỏng, đã báo văn phòng.",
    "Người dân hỏi nhiều về tích hợp giấy phép lái xe, xem lại các bước.",
];

/// What the afternoon writes to the next morning.
pub const EVENING_NOTES: [&str; 8] = [
    "Hẹn lại các lượt chưa xong vào sáng mai, ưu tiên gọi trước.",
    "Hệ thống cư trú lỗi từ 15 giờ, sáng mai thử lại trước khi cấp số.",
    "Còn ít giấy in nhiệt, nhờ ca sáng xin thêm.",
    "Đã gửi danh sách khó khăn trong tuần cho Bí thư Đoàn xã.",
    "Nhiều bác chưa có mức 2, mai có cán bộ Công an xã trực tại quầy.",
    "Trả kết quả chứng thực còn 3 bộ chưa có người nhận.",
    "Bàn hướng dẫn đã lau, máy tính quầy 3 tắt hẳn.",
    "Mai thứ Bảy tình nguyện chỉ làm buổi sáng, treo bảng trước cửa.",
];

say! {
    demo_day(done: u32, of: u32) { "đã dựng {done}/{of} ngày", "{done} of {of} days made" }
    demo_made(visits: &str, days: &str, first: &str, last: &str) { "Đã dựng {visits} lượt trong {days} ngày, từ {first} đến {last}. Mọi tên người đều là tên đặt ra.", "Made {visits} visits on {days} days, from {first} to {last}. All people are made up." }
    demo_used { "Thư mục dữ liệu này đã dùng rồi: «motcua demo» không ghi vào. Chọn một thư mục trống bằng --data.", "This data folder is in use: \"motcua demo\" does not write into it. Choose an empty one with --data." }
    demo_in_hand { "Một bản motcua khác đang mở thư mục dữ liệu này. Đóng nó rồi chạy lại.", "Another motcua has this data folder open. Close it and run again." }
    demo_range(days: u32, per_day: u32) { "Số ngày từ 1 đến {days}, số lượt mỗi ngày từ 1 đến {per_day}.", "Days are 1 to {days}, visits a day 1 to {per_day}." }
    demo_file(path: &str, reason: &str) { "Không ghi được «{path}»: {reason}. Thư mục dữ liệu vẫn như cũ.", "Cannot write \"{path}\": {reason}. The data folder is as it was." }
    demo_catalogue { "Danh mục không có thủ tục nào đang áp dụng: không dựng được ngày nào.", "The catalogue offers nothing: no day can be made." }
    demo_bug(reason: &str) { "Lỗi của chương trình, không dựng tiếp: {reason}", "A fault of the program, nothing more was made: {reason}" }
}

impl Lang {
    /// What was made.
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
            DemoError::File(path, reason) => self.demo_file(&path.display().to_string(), &reason.to_string()),
            DemoError::Impossible(refusal) => self.demo_bug(&self.refusal(refusal)),
        }
    }
}
