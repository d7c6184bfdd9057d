//! What became of a paper: printed, saved, or what went wrong and what to do.

use super::Lang;
use crate::print::{Fault, Outcome};

say! {
    print_done(path: &str, answer: &str) { "Đã gửi máy in ({answer}). Tệp: {path}", "Sent to the printer ({answer}). File: {path}" }
    print_done_silently(path: &str) { "Đã gửi máy in. Tệp: {path}", "Sent to the printer. File: {path}" }
    print_saved(path: &str) { "Không có máy in; đã lưu tệp: {path}", "No printer here; the file was saved: {path}" }
    print_failed_saved(reason: &str, path: &str) { "Chưa in được: {reason}. Tệp vẫn được lưu: {path}. Xem lại máy in rồi in lại (F9).", "Not printed: {reason}. The file was saved: {path}. Look at the printer, then print again (F9)." }
    print_failed(reason: &str) { "Chưa in và chưa lưu được: {reason}. Xem lại ổ đĩa và quyền của thư mục rồi làm lại; số liệu vẫn an toàn.", "Neither printed nor saved: {reason}. Check the disk and the folder's permissions, then try again; the figures are safe." }
    print_fault_name(name: &str) { "tên tệp không dùng được («{name}»)", "the file name cannot be used (\"{name}\")" }
    print_fault_write(path: &str, reason: &str) { "không ghi được {path} ({reason})", "cannot write {path} ({reason})" }
    print_fault_start(program: &str, reason: &str) { "không chạy được lệnh {program} ({reason})", "the command {program} cannot be run ({reason})" }
    print_fault_silent(program: &str, seconds: u64) { "lệnh {program} không trả lời sau {seconds} giây", "the command {program} did not answer within {seconds} s" }
    print_fault_refused(message: &str) { "máy in báo: {message}", "the printer says: {message}" }
    print_fault_refused_silently { "máy in từ chối mà không nói vì sao", "the printer refused and did not say why" }
    print_fault_stopped { "phần in của chương trình đã dừng", "the printing part of the program has stopped" }
}

impl Lang {
    /// What became of a paper.
    pub fn print_outcome(self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Printed { answer, path } if answer.is_empty() => {
                self.print_done_silently(&path.display().to_string())
            }
            Outcome::Printed { answer, path } => self.print_done(&path.display().to_string(), answer),
            Outcome::Saved { path } => self.print_saved(&path.display().to_string()),
            Outcome::Failed { path: Some(path), reason } => {
                self.print_failed_saved(&self.print_fault(reason), &path.display().to_string())
            }
            Outcome::Failed { path: None, reason } => self.print_failed(&self.print_fault(reason)),
        }
    }

    fn print_fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Name(name) => self.print_fault_name(name),
            Fault::Write { path, reason } => self.print_fault_write(&path.display().to_string(), reason),
            Fault::Start { program, reason } => self.print_fault_start(program, reason),
            Fault::Silent { program, waited } => self.print_fault_silent(program, waited.as_secs()),
            Fault::Refused(message) if message.is_empty() => self.print_fault_refused_silently().to_owned(),
            Fault::Refused(message) => self.print_fault_refused(message),
            Fault::Stopped => self.print_fault_stopped().to_owned(),
        }
    }
}
