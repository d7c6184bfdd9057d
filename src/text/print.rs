//! What became of a paper: printed, saved, or what went wrong and what to do; words for a list of jobs and printers.

use crate::domain::printer::{Target, TargetFault};
use crate::domain::printing::{Fault, JobCard, JobState, Readiness};
use crate::lang::{Lang, say};
use crate::print::Outcome;

say! {
    print_done(path: &str) { "Đã gửi máy in. Tệp: {path}", "Sent to the printer. File: {path}" }
    print_saved(path: &str) { "Không có máy in; đã lưu tệp: {path}", "No printer here; the file was saved: {path}" }
    print_failed_saved(reason: &str, path: &str) { "Chưa in được: {reason}. Tệp vẫn được lưu: {path}. Xem lại máy in rồi in lại.", "Not printed: {reason}. The file was saved: {path}. Check the printer, then print again." }
    print_failed(reason: &str) { "Chưa in và chưa lưu được: {reason}. Xem lại ổ đĩa và quyền của thư mục rồi làm lại; số liệu vẫn an toàn.", "Neither printed nor saved: {reason}. Check the disk and the folder's permissions, then try again; the figures are safe." }
    print_fault_name(name: &str) { "tên tệp không dùng được («{name}»)", "the file name cannot be used (\"{name}\")" }
    print_fault_write(path: &str, reason: &str) { "không ghi được {path} ({reason})", "cannot write {path} ({reason})" }
    print_fault_start(program: &str, reason: &str) { "không chạy được lệnh {program} ({reason})", "the command {program} cannot be run ({reason})" }
    print_fault_silent(program: &str, seconds: u64) { "lệnh {program} không trả lời sau {seconds} giây", "the command {program} did not answer within {seconds} s" }
    print_fault_refused(message: &str) { "máy in báo: {message}", "the printer says: {message}" }
    print_fault_refused_silently { "máy in từ chối mà không nói vì sao", "the printer refused and did not say why" }
    print_finished(title: &str) { "Đã in xong: {title}", "Printed: {title}" }
    print_finished_saved(title: &str, path: &str) { "Đã in xong: {title}. Tệp: {path}", "Printed: {title}. File: {path}" }
    print_sent(title: &str) { "Đã gửi máy in: {title}", "Sent to the printer: {title}" }
    print_waits(title: &str, words: &str) { "Máy in đang dừng, chưa in {title} ({words}). Giấy vẫn chờ ở máy in, sửa xong máy in sẽ tự in.", "The printer has stopped, {title} is not printed yet ({words}). It waits in the queue and is printed once the printer is ready." }
    print_waits_saved(words: &str, path: &str) { "Chưa in: máy in đang dừng ({words}). Giấy đã vào hàng in, sửa xong máy in sẽ tự in; đừng in lại. Tệp: {path}", "Not printed: the printer has stopped ({words}). The paper is in its queue and is printed once the printer is ready; do not print it again. File: {path}" }
    print_waits_behind(path: &str) { "Đã vào hàng in, chưa in: máy in còn việc khác. Tệp: {path}", "In the printer's queue, not printed yet: other papers are before it. File: {path}" }
    printer_paused { "đang tạm dừng", "it is paused" }
    printer_no_paper { "hết giấy", "out of paper" }
    printer_jam { "kẹt giấy", "paper jam" }
    printer_ink { "hết hoặc sắp hết mực", "out of ink or nearly so" }
    printer_open { "nắp máy đang mở", "its cover is open" }
    printer_away { "không liên lạc được với máy in", "the printer does not answer" }
    printer_filter { "không đổi được tài liệu sang ngôn ngữ của máy in", "the document could not be turned into the printer's language" }
    printer_unknown { "máy tính không có máy in này nữa", "this PC no longer has that printer" }
    printer_held { "đang bị giữ lại trong hàng in", "it is held in the queue" }
    printer_quoted(words: &str) { "«{words}»", "\"{words}\"" }
    print_cancelled(title: &str) { "Đã hủy in: {title}", "Printing was cancelled: {title}" }
    print_failed_raw(reason: &str) { "Chưa in được: {reason}. Xem lại máy in rồi in lại.", "Not printed: {reason}. Check the printer, then print again." }
    print_unclear(reason: &str) { "Có thể chưa in hết: {reason}. Xem giấy ở máy in trước khi in lại.", "It may not be fully printed: {reason}. Check the paper in the printer before printing again." }
    print_unclear_saved(reason: &str, path: &str) { "Có thể chưa in hết: {reason}. Tệp vẫn được lưu: {path}. Xem giấy ở máy in trước khi in lại.", "It may not be fully printed: {reason}. The file was saved: {path}. Check the paper in the printer before printing again." }
    print_fault_read(path: &str, reason: &str) { "không đọc được {path} ({reason})", "cannot read {path} ({reason})" }
    print_fault_no_printer { "không có máy in này", "there is no such printer" }
    print_fault_no_drawing { "Windows không in thẳng được tệp PDF này; hãy mở tệp rồi in", "Windows cannot print this PDF by itself; open the file and print it" }
    print_fault_only_raw { "máy in này chỉ nhận phiếu, không nhận khổ giấy A4; chọn máy in khác", "this printer takes slips only, not sheets of paper; choose another printer" }
    print_fault_unreached(address: &str, reason: &str) { "không kết nối được máy in {address} ({reason})", "the printer {address} cannot be reached ({reason})" }
    print_fault_no_device(path: &str) { "{path} không phải là máy in mà là tệp hay thư mục, nên không ghi gì vào đó", "{path} is not a printer but a file or a folder, so nothing was written there" }
    print_fault_device(path: &str, reason: &str) { "không mở được máy in {path} ({reason})", "the printer {path} cannot be opened ({reason})" }
    print_fault_cut(target: &str, sent: u64, of: u64, reason: &str) { "mất kết nối với máy in {target} khi mới gửi {sent} trên {of} byte ({reason})", "the connection to the printer {target} broke after {sent} of {of} bytes ({reason})" }
    print_fault_vanished(queue: &str) { "máy in {queue} đã bị gỡ trong lúc in", "the printer {queue} was removed while it was printing" }
    print_fault_unclear { "không rõ đã in hay chưa", "it is not known whether it was printed" }
    print_state_queued { "Chờ gửi", "Queued" }
    print_state_waiting { "Chờ máy in", "Waiting" }
    print_state_printing { "Đang in", "Printing" }
    print_state_done { "Đã in", "Printed" }
    print_state_kept { "Đã lưu tệp", "Saved" }
    print_state_failed { "Chưa in được", "Failed" }
    print_state_cancelled { "Đã hủy", "Cancelled" }
    print_kind_tally { "Bảng tổng hợp", "Tally" }
    print_kind_report { "Báo cáo", "Report" }
    print_kind_slip { "Phiếu hướng dẫn", "Guidance slip" }
    print_kind_ticket { "Phiếu số", "Ticket" }
    print_kind_other { "Giấy khác", "Other paper" }
    print_target_default { "máy in mặc định", "default printer" }
    print_readiness_idle { "sẵn sàng", "ready" }
    print_readiness_busy { "đang in", "printing" }
    print_readiness_stopped { "đang dừng", "stopped" }
    print_readiness_unknown { "không rõ", "unknown" }
    print_target_way(text: &str) { "«{text}» không phải là máy in: ghi cups:TÊN, raw:TÊN, tcp:ĐỊA-CHỈ:9100, device:/dev/usb/lp0 hoặc folder:/THƯ-MỤC, hoặc để trống", "\"{text}\" is not a printer: write cups:NAME, raw:NAME, tcp:ADDRESS:9100, device:/dev/usb/lp0 or folder:/FOLDER, or leave it empty" }
    print_target_queue(text: &str) { "«{text}»: tên máy in không đúng, tên không được trống, không có dấu cách và dấu /", "\"{text}\" is not a printer's name: a name is not empty and has no spaces and no /" }
    print_target_address(text: &str) { "«{text}»: địa chỉ máy in không đúng, ghi ví dụ tcp:192.168.1.50:9100", "\"{text}\" is not a printer's address; write for example tcp:192.168.1.50:9100" }
    print_target_path(text: &str) { "«{text}»: phải ghi đường dẫn đầy đủ, bắt đầu từ thư mục gốc", "\"{text}\": write the full path, starting at the root folder" }
    print_fault_stopped { "phần in của chương trình đã dừng", "the printing part of the program has stopped" }
}

impl Lang {
    /// What became of a paper.
    pub fn print_outcome(self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Printed { path, .. } => self.print_done(&path.display().to_string()),
            Outcome::Waits { words, path } if words.is_empty() => {
                self.print_waits_behind(&path.display().to_string())
            }
            Outcome::Waits { words, path } => {
                self.print_waits_saved(&self.printer_words(words), &path.display().to_string())
            }
            Outcome::Saved { path } => self.print_saved(&path.display().to_string()),
            Outcome::Failed { path, reason } => self.print_failure(
                reason,
                path.as_ref().map(|path| path.display().to_string()).as_deref(),
                true,
            ),
        }
    }

    /// What is to be told when a job has come to another state, and whether all is well; `None` when it is not worth a
    /// word.
    pub fn job_news(self, card: &JobCard) -> Option<(String, bool)> {
        let path = card.path.as_ref().map(|path| path.display().to_string());
        let path = path.as_deref();
        let title = &self.print_name(card.kind, &card.title);
        Some(match &card.state {
            JobState::Queued => return None,
            // It is on its way, and nobody has taken it yet.
            JobState::Printing if card.request.is_none() => return None,
            JobState::Printing => {
                (path.map_or_else(|| self.print_sent(title), |path| self.print_done(path)), true)
            }
            // Behind others, which is usual.
            JobState::Waiting if card.words.is_empty() => return None,
            JobState::Waiting => (self.print_waits(title, &self.printer_words(&card.words)), false),
            JobState::Done => {
                let done = path.map_or_else(
                    || self.print_finished(title),
                    |path| self.print_finished_saved(title, path),
                );
                (done, true)
            }
            JobState::Kept => (self.print_saved(path.unwrap_or_default()), true),
            JobState::Failed(fault) => (self.print_failure(fault, path, !card.is_raw), false),
            JobState::Cancelled => (self.print_cancelled(title), true),
        })
    }

    /// Why a job has failed, or what its printer said last; empty when there is nothing to say.
    pub fn job_reason(self, card: &JobCard) -> String {
        match &card.state {
            JobState::Failed(fault) => self.print_fault(fault),
            JobState::Waiting if !card.words.is_empty() => self.printer_words(&card.words),
            // What the queue said when it took it is no reason, and what the printer said on the way matters no more.
            _ => String::new(),
        }
    }

    /// A printer as a list names it.
    pub fn print_target(self, target: &Target) -> String {
        match target {
            Target::System { queue: None } => self.print_target_default().to_owned(),
            Target::System { queue: Some(queue) } | Target::Raw { queue } => queue.clone(),
            other => other.to_string(),
        }
    }

    /// Why a text in the settings is no printer.
    pub fn target_fault(self, text: &str, fault: TargetFault) -> String {
        match fault {
            TargetFault::Way => self.print_target_way(text),
            TargetFault::Queue => self.print_target_queue(text),
            TargetFault::Address => self.print_target_address(text),
            TargetFault::Path => self.print_target_path(text),
        }
    }

    /// What a printer's queue does.
    pub const fn readiness(self, readiness: Readiness) -> &'static str {
        match readiness {
            Readiness::Idle => self.print_readiness_idle(),
            Readiness::Busy => self.print_readiness_busy(),
            Readiness::Stopped => self.print_readiness_stopped(),
            Readiness::Unknown => self.print_readiness_unknown(),
        }
    }

    /// What happened, what is safe, what to do.
    fn print_failure(self, fault: &Fault, path: Option<&str>, is_paper: bool) -> String {
        let reason = self.print_fault(fault);
        match path {
            Some(path) if fault.may_have_printed() => self.print_unclear_saved(&reason, path),
            None if fault.may_have_printed() => self.print_unclear(&reason),
            Some(path) => self.print_failed_saved(&reason, path),
            None if is_paper => self.print_failed(&reason),
            None => self.print_failed_raw(&reason),
        }
    }

    /// What a printing system says in its own language, as far as it is known what that means.
    pub fn printer_words(self, words: &str) -> String {
        let said = words.to_lowercase();
        let means = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
        let meaning = match () {
            () if means(&["out of paper", "media-empty", "media-needed", "no paper"]) => {
                self.printer_no_paper()
            }
            () if means(&["jam"]) => self.printer_jam(),
            () if means(&["toner", "marker-supply", "no ink", "out of ink", "ink low"]) => self.printer_ink(),
            () if means(&["cover", "door"]) => self.printer_open(),
            () if means(&[
                "unable to locate",
                "not responding",
                "not connected",
                "offline",
                "unreachable",
            ]) || means(&[
                "unable to connect",
                "connecting-to-device",
                "may not exist",
                "unavailable",
            ]) || means(&["waiting for printer"]) =>
            {
                self.printer_away()
            }
            () if means(&["filter failed", "unsupported document"]) => self.printer_filter(),
            () if means(&["does not exist", "unknown destination"]) => self.printer_unknown(),
            () if means(&["paused", "printer-stopped", "disabled"]) => self.printer_paused(),
            () if means(&["hold", "held"]) => self.printer_held(),
            () => return self.printer_quoted(words.trim_end_matches('.')),
        };
        meaning.to_owned()
    }

    /// Why something was not printed, as a part of a sentence.
    pub fn print_fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Name(name) => self.print_fault_name(name),
            Fault::Write { path, reason } => {
                self.print_fault_write(&path.display().to_string(), self.trouble(*reason))
            }
            Fault::Read { path, reason } => {
                self.print_fault_read(&path.display().to_string(), self.trouble(*reason))
            }
            Fault::NoPrinter => self.print_fault_no_printer().to_owned(),
            Fault::NoDrawing => self.print_fault_no_drawing().to_owned(),
            Fault::OnlyRaw => self.print_fault_only_raw().to_owned(),
            Fault::Unreached { address, reason } => {
                self.print_fault_unreached(address, self.trouble(*reason))
            }
            Fault::Device { path, reason } => {
                self.print_fault_device(&path.display().to_string(), self.trouble(*reason))
            }
            Fault::NoDevice { path } => self.print_fault_no_device(&path.display().to_string()),
            Fault::Cut { target, sent, of, reason } => {
                self.print_fault_cut(target, *sent, *of, self.trouble(*reason))
            }
            Fault::Vanished { queue } => self.print_fault_vanished(queue),
            Fault::Unclear => self.print_fault_unclear().to_owned(),
            Fault::Start { program, reason } => self.print_fault_start(program, self.trouble(*reason)),
            Fault::Silent { program, waited } => self.print_fault_silent(program, waited.as_secs()),
            Fault::Refused(message) if message.is_empty() => self.print_fault_refused_silently().to_owned(),
            Fault::Refused(message) => self.print_fault_refused(&self.printer_words(message)),
            Fault::Stopped => self.print_fault_stopped().to_owned(),
        }
    }
}
