//! The desk's own catalogue: its edits in the journal, and why one is refused.

use super::Lang;
use crate::desk::catalogue::{CatalogueError, OldFile};
use crate::domain::Code;
use crate::domain::catalogue::{CatalogueFlaw, FlawKind};

say! {
    entry_added(what: &str) { "danh mục: thêm {what}", "catalogue: {what} added" }
    entry_changed(what: &str) { "danh mục: sửa {what}", "catalogue: {what} changed" }
    entry_dropped(what: &str) { "danh mục: bỏ bản riêng của {what}", "catalogue: own version of {what} dropped" }
    entry_retired(what: &str, last: &str) { "danh mục: ngừng {what} sau ngày {last}", "catalogue: {what} retired after {last}" }
    entry_offered_again(what: &str) { "danh mục: dùng lại {what}", "catalogue: {what} offered again" }
    entry_replaced(what: &str, by: &str, from: &str) { "danh mục: {by} thay {what} từ {from}", "catalogue: {by} replaces {what} from {from}" }
    service_turned_on(what: &str) { "danh mục: bật {what}", "catalogue: {what} turned on" }
    service_turned_off(what: &str) { "danh mục: tắt {what}", "catalogue: {what} turned off" }
    entry_moved(what: &str) { "danh mục: chuyển chỗ {what}", "catalogue: {what} moved" }
    catalogue_imported(added: usize, changed: usize) { "nhập danh mục: thêm {added}, sửa {changed}", "catalogue imported: {added} added, {changed} changed" }
    catalogue_flawed(what: &str) { "Danh mục giữ nguyên: {what}.", "The catalogue stays as it is: {what}." }
    entry_used(code: &str) { "{code} đã được dùng nên không bỏ được: hãy đặt ngày ngừng.", "{code} was used and cannot be removed: set its last day." }
    nothing_own(code: &str) { "{code} đang đúng như bản đi kèm chương trình, không có gì để bỏ.", "{code} is as it came with the program, there is nothing to drop." }
    unknown_need_stays { "Mục «Chưa rõ nhu cầu» phải luôn có: không bỏ, không ngừng được.", "The entry for a need not known yet is always offered: it cannot be removed or retired." }
    not_local(code: &str) { "{code} không phải dịch vụ riêng của địa phương: không cần bật, tắt. Muốn ngừng, hãy đặt ngày cuối.", "{code} is no local service and needs no turning on or off. To end it, set its last day." }
    catalogue_stays { "Danh mục đã đúng như vậy, không có gì thay đổi.", "The catalogue is like that already, nothing changed." }
}

say! {
    old_file_imported(file: &str, added: usize, changed: usize) { "Danh mục cũ đã sửa tay được nhập: thêm {added}, sửa {changed} mục. Tệp cũ nay là «{file}»; từ nay danh mục nằm trong dữ liệu của bàn.", "The catalogue edited by hand was imported: {added} added, {changed} changed. The old file is now \"{file}\"; from now on the catalogue lies in the desk's data." }
    old_file_unused(path: &str, line: usize, what: &str) { "Danh mục cũ «{path}», dòng {line}: {what}. Đang dùng danh mục đi kèm; sửa dòng đó rồi mở lại để nhập.", "Old catalogue \"{path}\", line {line}: {what}. The built-in catalogue is in use; mend the line and start again to import it." }
    old_file_unread(path: &str, reason: &str) { "Không đọc được danh mục cũ «{path}» ({reason}). Đang dùng danh mục đi kèm; tệp được giữ nguyên.", "Cannot read the old catalogue \"{path}\" ({reason}). The built-in catalogue is in use; the file is left as it is." }
    entry_misfit(code: &str, what: &str) { "Mục riêng {code} không hợp với danh mục mới nên chưa dùng được ({what}). Mục vẫn được giữ; hãy sửa lại.", "Own entry {code} does not fit the new catalogue and is not in use ({what}). It is kept; please mend it." }
}

impl Lang {
    /// What became of the first program's catalogue; empty when nothing has.
    pub fn old_file(self, old: &OldFile) -> String {
        match old {
            OldFile::Left => String::new(),
            OldFile::Imported { added, changed, file } => {
                self.old_file_imported(&file.display().to_string(), *added, *changed)
            }
            OldFile::Unused(CatalogueError::Flaw(path, CatalogueFlaw { line, what })) => {
                self.old_file_unused(&path.display().to_string(), *line, &self.flaw(what))
            }
            OldFile::Unused(CatalogueError::File(path, reason)) => {
                self.old_file_unread(&path.display().to_string(), &reason.to_string())
            }
        }
    }

    /// That an entry of the desk's own does not fit what came with a newer program.
    pub fn misfit(self, code: &Code, flaw: &FlawKind) -> String {
        self.entry_misfit(&code.0, &self.flaw(flaw))
    }
}
