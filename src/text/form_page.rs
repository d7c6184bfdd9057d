//! The words of the page of forms in the settings.

use super::Lang;

say! {
    settings_forms { "Mẫu giấy", "Forms" }
    form_page_hint { "Enter xem thử; F5 chép mẫu ra tệp để sửa; sửa xong nhấn F6.", "Enter shows a form; F5 copies it to a file to edit; then press F6." }
    form_page_folder { "Thư mục mẫu của đơn vị:", "The folder of your own forms:" }
    form_page_built_in { "có sẵn", "built-in" }
    form_page_own { "của đơn vị", "your own" }
    form_page_wrong { "[!] lỗi", "[!] wrong" }
    form_page_wrong_at(line: usize) { "[!] lỗi: dòng {line}", "[!] wrong: line {line}" }
    form_page_no_figures { "Mẫu này in theo từng lượt, không có số liệu của kỳ để xem thử.", "This form is for single visits: there are no figures of a period to show it with." }
    form_page_file(file: &str) { "Tệp để sửa: {file}", "The file to edit: {file}" }
    form_preview_title(name: &str, span: &str, state: &str) { "Xem thử «{name}» · {span} · {state}", "Preview of \"{name}\" · {span} · {state}" }

    notice_form_written(file: &str) { "Đã chép mẫu vào «{file}». Sửa tệp ấy rồi nhấn F6.", "The form was copied to \"{file}\". Edit that file, then press F6." }
    notice_form_unchanged(file: &str) { "«{file}» đã có, giống mẫu có sẵn. Sửa tệp ấy rồi nhấn F6.", "\"{file}\" is there already, as the built-in form is. Edit that file, then press F6." }
    notice_form_left(file: &str) { "«{file}» đã được sửa nên giữ nguyên. Muốn chép lại mẫu có sẵn thì đổi tên tệp ấy trước.", "\"{file}\" was changed and is left as it is. To copy the built-in form again, rename that file first." }
    notice_form_not_written(file: &str, reason: &str) { "Không chép được mẫu vào «{file}» ({reason}). Mẫu đang dùng vẫn như cũ.", "The form could not be copied to \"{file}\" ({reason}). The form in use is as it was." }
    notice_forms_none { "Đã đọc lại: chưa có mẫu riêng, đang dùng các mẫu có sẵn.", "Read again: there is no form of your own, the built-in ones are in use." }
    notice_forms_sound(own: usize) { "Đã đọc lại: mẫu của đơn vị đang dùng là {own}, không có lỗi.", "Read again: forms of your own in use: {own}, nothing is wrong." }
    notice_forms_wrong(count: usize) { "Đã đọc lại: tệp mẫu có lỗi là {count}, xem dưới danh sách.", "Read again: forms with a fault: {count}, see below the list." }
}

impl Lang {
    /// What the paper of a form is, in a few words; nothing of a name that is not known.
    pub const fn form_title(self, name: &str) -> &'static str {
        match (name.as_bytes(), self) {
            (b"tally", Self::Vi) => "Bảng tổng hợp trong ngày",
            (b"tally", Self::En) => "Daily tally",
            (b"report-administration", Self::Vi) => "Báo cáo kỳ, chính quyền",
            (b"report-administration", Self::En) => "Period report, administration",
            (b"report-union", Self::Vi) => "Báo cáo kỳ, Đoàn",
            (b"report-union", Self::En) => "Period report, Youth Union",
            (b"statistics", Self::Vi) => "Mọi bảng số liệu của kỳ",
            (b"statistics", Self::En) => "All tables of a period",
            (b"ticket", Self::Vi) => "Phiếu số thứ tự",
            (b"ticket", Self::En) => "Queue number",
            (b"guidance", Self::Vi) => "Phiếu hướng dẫn",
            (b"guidance", Self::En) => "Guidance slip",
            (b"handbook", Self::Vi) => "Tờ hướng dẫn một mục",
            (b"handbook", Self::En) => "Guide of one entry",
            _ => "",
        }
    }
}
