//! What the made-up people of `motcua demo` are called and write. Every name here is invented.

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
