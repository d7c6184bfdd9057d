//! The words of the settings.

say! {
    settings_title { "Cài đặt", "Settings" }
    settings_office { "Trung tâm", "Office" }
    settings_papers { "Giấy tờ", "Papers" }
    settings_targets { "Chỉ tiêu", "Targets" }
    settings_hamlets { "Thôn", "Hamlets" }
    settings_this_pc { "Máy này", "This PC" }
    settings_hint { "Enter ghi và sang ô sau; Esc trả lại như cũ.", "Enter keeps and goes on; Esc takes it back." }
    settings_hint_note { "F10 ghi, Enter xuống dòng; Esc trả lại như cũ.", "F10 keeps, Enter makes a line; Esc takes it back." }
    settings_changed { "chưa ghi: Enter hoặc F10", "not kept yet: Enter or F10" }
    settings_changed_note { "chưa ghi: F10", "not kept yet: F10" }
    settings_not_set { "để trống", "empty" }
    settings_form_decides { "theo mẫu giấy", "as the form says" }
    settings_parent { "Cơ quan chủ quản", "Parent body" }
    settings_symbol { "Ký hiệu báo cáo", "Report symbol" }
    settings_symbol_default { "BC", "BC" }
    settings_place { "Địa danh trước ngày", "Place before the date" }
    settings_signer_office { "Chức vụ người ký", "Signer's office" }
    settings_signer { "Người ký báo cáo", "Report signed by" }
    settings_leader { "Đội trưởng, tổ trưởng", "Team leader" }
    settings_hours { "Giờ làm việc", "Office hours" }
    settings_union_body { "Đoàn: cấp bộ", "Union: committee" }
    settings_union_body_default(commune: &str) { "BCH ĐOÀN {commune}", "BCH ĐOÀN {commune}" }
    settings_union_symbol { "Đoàn: ký hiệu", "Union: symbol" }
    settings_union_symbol_default { "BC/ĐTN", "BC/ĐTN" }
    settings_union_office { "Đoàn: ký thay mặt", "Union: on behalf of" }
    settings_union_office_default(commune: &str) { "TM. BAN THƯỜNG VỤ ĐOÀN {commune}", "TM. BAN THƯỜNG VỤ ĐOÀN {commune}" }
    settings_union_role { "Đoàn: chức vụ", "Union: role" }
    settings_union_role_default { "BÍ THƯ", "BÍ THƯ" }
    settings_union_signer { "Đoàn: người ký", "Union: signed by" }
    settings_recipients { "Nơi nhận (mỗi dòng một nơi)", "Copies to (one to a line)" }
    settings_union_recipients { "Đoàn: nơi nhận (mỗi dòng một nơi)", "Union: copies to (one to a line)" }
    settings_target_online { "Hồ sơ nộp trực tuyến, %", "Filed online, %" }
    settings_target_paid { "Nộp tiền trực tuyến, %", "Paid online, %" }
    settings_target_level_two { "Kích hoạt mức 2, %", "Level 2 activated, %" }
    settings_targets_hint { "Số liệu là phần đóng góp của bàn hỗ trợ, không phải tỷ lệ chính thức của xã.", "The desk's own contribution, never the commune's official rate." }
    settings_hamlet_list { "Thôn, ấp, tổ dân phố (mỗi dòng một nơi)", "Hamlets (one to a line)" }
    settings_hamlets_hint { "Bỏ một dòng: thôn đó không còn để chọn, số liệu cũ vẫn giữ tên.", "A line taken out is offered no more; old figures keep its name." }
    settings_hamlets_count(count: usize) { "Đang có: {count}", "Now: {count}" }
    settings_station { "Số của quầy này", "This station's number" }
    settings_language { "Ngôn ngữ", "Language" }
    settings_language_now { "Tiếng Việt", "English" }
    station_set(station: &str) { "Máy này nay là quầy {station}.", "This PC is station {station} now." }
}
