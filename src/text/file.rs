//! The data file when something is wrong with it, or with what lies beside it: what is safe, and what to do.

use std::path::Path;

use crate::lang::{Lang, say};
use crate::store::Swap;

say! {
    open_emptied(path: &str) { "Tệp «{path}» rỗng, nhưng thư mục này đã từng dùng: đây không phải lần chạy đầu. Chưa có gì thay đổi. Hãy chép lại bản sao lưu gần nhất; nếu muốn bắt đầu từ đầu thì chọn thư mục khác bằng --data.", "\"{path}\" is empty, but this folder was used before: this is no first start. Nothing was changed. Restore the latest backup; to begin anew, choose another folder with --data." }
    open_log_alone(path: &str) { "Không có tệp «{path}», nhưng tệp «-wal» của nó vẫn còn: tệp chính đã bị xóa hoặc đổi tên. Chưa có gì thay đổi. Hãy đưa tệp chính về đúng tên cũ, hoặc chép lại bản sao lưu và giữ tệp «-wal» ở nơi khác.", "\"{path}\" is not there, but its \"-wal\" file is: the main file was removed or renamed. Nothing was changed. Give the main file its old name back, or restore a backup and keep the \"-wal\" file elsewhere." }
    open_strange_log(path: &str) { "Tệp «{path}-wal» không phải của tệp «{path}» này. Chưa đọc và chưa thay đổi gì. Mở bảng trực (chạy «motcua») một lần: tệp «-wal» đó sẽ được để riêng.", "\"{path}-wal\" does not belong to this \"{path}\". Nothing was read or changed. Start \"motcua\" once: it puts that file aside." }

    log_set_aside(name: &str) { "Cạnh tệp dữ liệu có một tệp «-wal» không phải của nó (thường là do chép bản sao lưu đè lên thư mục đang có). Tệp đó không được đọc vào, cũng không bị xóa: giờ tên là «{name}». Dữ liệu đang dùng là của tệp chính; xem lại số cuối cùng rồi hãy cấp số tiếp.", "Beside the data file lay a \"-wal\" file that is not its own (often a backup was copied over a folder in use). It was neither read nor removed: its name is now \"{name}\". What you see is the main file; look at the last number before you give the next one." }
    log_missing { "Tệp dữ liệu này được chép từ một thư mục đang dùng mà thiếu tệp «-wal»: những việc làm sau cùng ở nơi đó có thể không có trong tệp này. Nếu còn thư mục cũ, hãy thoát motcua ở đó rồi chép lại cả thư mục.", "This data file was copied from a folder in use without its \"-wal\" file: what was done last there may not be in it. If you still have the old folder, quit motcua there and copy the whole folder again." }
    log_missing_in(path: &str) { "Lưu ý: «{path}» được chép từ một thư mục đang dùng mà thiếu tệp «-wal»; những việc sau cùng có thể không có trong đó.", "Note: \"{path}\" was copied from a folder in use without its \"-wal\" file; what was done last may not be in it." }

    altered(table: &str, first: i64, last: i64) { "bảng {table}, trong các hàng {first} đến {last}: có nội dung không phải do motcua ghi", "table {table}, among rows {first} to {last}: something motcua did not write" }
    chain_broken(day: &str) { "nhật ký ngày {day}: chuỗi mã kiểm tra không khớp", "journal of {day}: the chain of hashes does not come out" }

    file_gone { "Tệp dữ liệu không còn ở chỗ cũ: bị xóa, bị đổi tên, hoặc ổ đĩa đã rút. Từ bây giờ không việc gì được ghi; việc vừa rồi CHƯA được ghi. ĐỪNG thoát motcua: đưa tệp (hoặc ổ đĩa) về đúng chỗ cũ là làm tiếp được ngay. Nếu tệp đã bị xóa, hãy ghi ra giấy những gì trên màn hình rồi dùng bản sao lưu.", "The data file is no longer in its place: removed, renamed, or its disk was pulled out. From now on nothing is saved; the last action was NOT saved. Do NOT quit motcua: put the file (or the disk) back and you can go on at once. If the file was deleted, write down what the screen shows, then use the backup." }
    file_replaced { "Tệp dữ liệu đã bị thay bằng một tệp khác cùng tên. Việc vừa rồi CHƯA được ghi, và không gì được ghi vào tệp mới. Màn hình vẫn là của tệp cũ: ghi ra giấy nếu cần, rồi thoát và mở lại motcua để dùng tệp mới.", "The data file was replaced by another file of the same name. The last action was NOT saved, and nothing is written to the new file. The screen still shows the old one: write down what you need, then quit and start motcua again to use the new file." }
    log_gone_saved { "Tệp «-wal» cạnh tệp dữ liệu đã bị xóa. Mọi việc trên màn hình đã kịp chép vào tệp chính, vẫn an toàn; việc vừa rồi CHƯA được ghi. Hãy thoát và mở lại motcua (ở mọi quầy dùng chung tệp này) rồi làm tiếp.", "The \"-wal\" file beside the data file was removed. Everything on the screen has been saved to the main file and is safe; the last action was NOT saved. Quit and start motcua again (at every station that shares this file), then go on." }
    log_gone_lost { "Tệp «-wal» cạnh tệp dữ liệu đã bị xóa: những việc gần đây có thể không còn, việc vừa rồi CHƯA được ghi. Đưa tệp đó về đúng chỗ cũ nếu được; nếu không, ghi ra giấy những gì trên màn hình rồi thoát và mở lại motcua.", "The \"-wal\" file beside the data file was removed: recent work may be lost, the last action was NOT saved. Put that file back if you can; if not, write down what the screen shows, then quit and start motcua again." }
    log_replaced { "Tệp «-wal» cạnh tệp dữ liệu đã bị thay bằng tệp khác. Việc vừa rồi CHƯA được ghi, và không gì được ghi nữa. Ghi ra giấy những gì trên màn hình rồi thoát và mở lại motcua (ở mọi quầy dùng chung tệp này).", "The \"-wal\" file beside the data file was replaced by another one. The last action was NOT saved, and nothing more is written. Write down what the screen shows, then quit and start motcua again (at every station that shares this file)." }
}

impl Lang {
    /// What has become of the file under the open desk.
    pub fn swap(self, swap: Swap) -> &'static str {
        match swap {
            Swap::FileGone => self.file_gone(),
            Swap::FileReplaced => self.file_replaced(),
            Swap::LogGone { is_saved: true } => self.log_gone_saved(),
            Swap::LogGone { is_saved: false } => self.log_gone_lost(),
            Swap::LogReplaced => self.log_replaced(),
        }
    }

    /// What was found beside the file when it was opened, if anything.
    pub fn found_beside(self, set_aside: Option<&Path>, lacks_log: bool) -> Option<String> {
        match set_aside {
            Some(name) => Some(self.log_set_aside(&name.display().to_string())),
            None => lacks_log.then(|| self.log_missing().to_owned()),
        }
    }
}
