//! The words around the slip with a number: whether it came out, and how this PC prints it.

use super::Lang;
use crate::domain::printer::{EachNumber, RollWidth, SlipSheet};

say! {
    slip_missing_mark { "chưa in", "no slip" }
    slip_missing(key: &str) { "Phiếu số chưa in. {key} in lại, không cấp số mới.", "The slip is not printed. {key} prints it and takes no new number." }
    slip_sending(ticket: &str) { "Đang in phiếu số {ticket}; không cấp số mới.", "Printing the slip of {ticket}; no new number is taken." }
    slip_not_printed(ticket: &str, reason: &str, key: &str) { "Chưa in được phiếu số {ticket}: {reason}. Số vẫn giữ nguyên; {key} in lại.", "The slip of {ticket} was not printed: {reason}. The number stays; {key} prints the slip again." }
    slip_not_drawn(reason: &str) { "Không vẽ được phiếu số ({reason}). Số vẫn giữ nguyên, đọc số cho người dân.", "The slip could not be drawn ({reason}). The number stays: read it out." }
    slip_sample { "MẪU: không phải số thật", "SAMPLE: not a real number" }
    printers_slip_paper { "Giấy in phiếu", "Paper for slips" }
    printers_roll(width: u8) { "cuộn {width} mm", "roll of {width} mm" }
    printers_a5 { "tờ A5", "A5 sheet" }
    printers_a4 { "tờ A4", "A4 sheet" }
    printers_letters { "Chữ trên phiếu", "Letters on slips" }
    printers_letters_marked { "có dấu", "with marks" }
    printers_letters_plain { "không dấu, khi máy in ra ký tự lạ", "without marks, if rubbish comes out" }
    printers_letters_page { "có dấu; máy in này nhận cả trang", "with marks; this printer takes pages" }
    printers_each { "In phiếu cùng mỗi số", "A slip with each number" }
    printers_each_chosen { "khi đã chọn máy in phiếu", "when a printer for slips is chosen" }
    printers_each_always { "luôn in", "always" }
    printers_each_never { "không in", "never" }
    printers_desk_copy { "Thêm một bản cho bàn giữ", "A second copy for the desk" }
}

impl Lang {
    /// What slips are printed on.
    pub fn slip_paper(self, sheet: SlipSheet, width: RollWidth) -> String {
        match sheet {
            SlipSheet::Roll => self.printers_roll(width.millimetres()),
            SlipSheet::A5 => self.printers_a5().to_owned(),
            SlipSheet::A4 => self.printers_a4().to_owned(),
        }
    }

    /// Whether a slip is printed with each number.
    pub const fn each_number(self, each: EachNumber) -> &'static str {
        match each {
            EachNumber::WhenChosen => self.printers_each_chosen(),
            EachNumber::Always => self.printers_each_always(),
            EachNumber::Never => self.printers_each_never(),
        }
    }
}
