//! The data file when something is wrong with it, or with what lies beside it: what is safe, and what to do.

use std::path::Path;

use crate::lang::{Lang, say};
use crate::store::Swap;
use crate::store::check::CheckReport;
use crate::store::rescue::{Rescue, RescueError, Why};
use crate::ui::FileTrouble;

say! {
    open_emptied(path: &str) { "Tệp «{path}» rỗng, nhưng thư mục này đã từng dùng: đây không phải lần chạy đầu. Chưa có gì thay đổi. Hãy chép lại bản sao lưu gần nhất; nếu muốn bắt đầu từ đầu thì chọn thư mục khác bằng --data.", "\"{path}\" is empty, but this folder was used before: this is no first start. Nothing was changed. Restore the latest backup; to begin anew, choose another folder with --data." }
    open_log_alone(path: &str) { "Không có tệp «{path}», nhưng tệp «-wal» của nó vẫn còn: tệp chính đã bị xóa hoặc đổi tên. Chưa có gì thay đổi. Hãy đưa tệp chính về đúng tên cũ, hoặc chép lại bản sao lưu và giữ tệp «-wal» ở nơi khác.", "\"{path}\" is not there, but its \"-wal\" file is: the main file was removed or renamed. Nothing was changed. Give the main file its old name back, or restore a backup and keep the \"-wal\" file elsewhere." }
    open_strange_log(path: &str, name: &str) { "Tệp «{name}» không phải của tệp «{path}» này. Chưa đọc và chưa thay đổi gì. Mở bảng trực (chạy «motcua») một lần: tệp đó sẽ được để riêng.", "\"{name}\" does not belong to this \"{path}\". Nothing was read or changed. Start \"motcua\" once: it puts that file aside." }

    log_set_aside(name: &str) { "Cạnh tệp dữ liệu có một tệp ghi tạm («-wal» hoặc «-journal») không phải của nó (thường là do chép bản sao lưu đè lên thư mục đang có). Tệp đó không được đọc vào, cũng không bị xóa: giờ tên là «{name}». Dữ liệu đang dùng là của tệp chính; xem lại số cuối cùng rồi hãy cấp số tiếp.", "Beside the data file lay a \"-wal\" or \"-journal\" file that is not its own (often a backup was copied over a folder in use). It was neither read nor removed: its name is now \"{name}\". What you see is the main file; look at the last number before you give the next one." }
    log_missing { "Tệp dữ liệu này được chép từ một thư mục đang dùng mà thiếu tệp «-wal»: những việc làm sau cùng ở nơi đó có thể không có trong tệp này. Nếu còn thư mục cũ, hãy thoát motcua ở đó rồi chép lại cả thư mục.", "This data file was copied from a folder in use without its \"-wal\" file: what was done last there may not be in it. If you still have the old folder, quit motcua there and copy the whole folder again." }
    log_missing_in(path: &str) { "Lưu ý: «{path}» được chép từ một thư mục đang dùng mà thiếu tệp «-wal»; những việc sau cùng có thể không có trong đó.", "Note: \"{path}\" was copied from a folder in use without its \"-wal\" file; what was done last may not be in it." }

    file_unsure { "Ổ đĩa báo lỗi đúng lúc ghi: việc vừa rồi CÓ THỂ đã được lưu, cũng có thể chưa. Mọi việc trước đó vẫn an toàn. ĐỪNG làm lại: motcua đang tự xem lại và sẽ báo ngay khi biết. Nếu lâu không thấy báo, hãy xem ổ đĩa, thoát và mở lại: màn hình lúc đó là đúng.", "The disk failed just as it was writing: the last action MAY have been saved, or not. Everything before it is safe. Do NOT do it again: motcua is looking and will tell you as soon as it knows. If it does not, look at the disk, quit and start again: what the screen shows then is right." }
    looked_up_kept { "Đã xem lại: việc lúc ổ đĩa báo lỗi ĐÃ được lưu. Làm tiếp được.", "Looked up: the action during which the disk failed WAS saved. You can go on." }
    looked_up_not_kept { "Đã xem lại: việc lúc ổ đĩa báo lỗi CHƯA được lưu. Hãy làm lại việc đó.", "Looked up: the action during which the disk failed was NOT saved. Do it again." }
    file_waiting { "Tệp dữ liệu đang bận, đang đợi… Phím nhấn lúc này không được tính.", "The data file is busy, waiting… Keys pressed now do not count." }
    file_found_damaged(count: &str, first: &str) { "Vừa kiểm tra: tệp dữ liệu có {count} chỗ sai. Chưa sửa gì. Vẫn làm tiếp được, nhưng số liệu có thể không đúng: khi hết khách hãy thoát, chép cả thư mục dữ liệu ra nơi khác, rồi chạy «motcua check --save TỆP-MỚI» hoặc dùng bản sao lưu. Chỗ đầu tiên: {first}", "Just checked: the data file is wrong in {count} places. Nothing was changed. You can go on, but figures may be wrong: when nobody waits, quit, copy the whole data folder elsewhere, then run \"motcua check --save NEW-FILE\" or use the backup. The first: {first}", count 1: "Just checked: the data file is wrong in one place. Nothing was changed. You can go on, but figures may be wrong: when nobody waits, quit, copy the whole data folder elsewhere, then run \"motcua check --save NEW-FILE\" or use the backup. It is: {first}" }

    alarm_file_gone { "TỆP DỮ LIỆU KHÔNG CÒN Ở CHỖ CŨ: không việc gì được ghi. Đừng thoát, đưa tệp về chỗ cũ", "THE DATA FILE IS GONE: nothing is saved. Do not quit, put the file back" }
    alarm_file_gone_short { "MẤT TỆP DỮ LIỆU: không ghi được, đừng thoát", "DATA FILE GONE: nothing is saved, do not quit" }
    alarm_file_replaced { "TỆP DỮ LIỆU ĐÃ BỊ THAY: không việc gì được ghi. Ghi ra giấy những gì cần, thoát và mở lại", "THE DATA FILE WAS REPLACED: nothing is saved. Write down what you need, quit and start again" }
    alarm_file_replaced_short { "TỆP DỮ LIỆU BỊ THAY: không ghi được, thoát và mở lại", "DATA FILE REPLACED: nothing is saved, start again" }
    alarm_log { "TỆP «-wal» BỊ XÓA HOẶC BỊ THAY: không việc gì được ghi. Ghi ra giấy những gì cần, thoát và mở lại", "THE \"-wal\" FILE IS GONE OR REPLACED: nothing is saved. Write down what you need, quit and start again" }
    alarm_log_short { "TỆP «-wal» KHÔNG CÒN: không ghi được, thoát và mở lại", "\"-wal\" FILE GONE: nothing is saved, start again" }
    alarm_damaged(places: &str) { "TỆP DỮ LIỆU CÓ {places} CHỖ SAI: số liệu có thể không đúng. Hết khách thì thoát, chạy «motcua check»", "THE DATA FILE IS WRONG IN {places} PLACES: figures may be wrong. When nobody waits, quit and run \"motcua check\"", places 1: "THE DATA FILE IS WRONG IN {places} PLACE: figures may be wrong. When nobody waits, quit and run \"motcua check\"" }
    alarm_damaged_somewhere { "TỆP DỮ LIỆU CÓ CHỖ SAI: số liệu có thể không đúng. Hết khách thì thoát, chạy «motcua check»", "THE DATA FILE IS DAMAGED: figures may be wrong. When nobody waits, quit and run \"motcua check\"" }
    alarm_damaged_short { "TỆP DỮ LIỆU CÓ CHỖ SAI: thoát, chạy «motcua check»", "DATA FILE DAMAGED: quit, run \"motcua check\"" }

    rescue_saved(rows: &str, path: &str) { "Đã chép {rows} hàng đọc được sang tệp mới «{path}». Tệp cũ được giữ nguyên.", "{rows} rows that could be read are in the new file \"{path}\". The old file is left as it is.", rows 1: "{rows} row that could be read is in the new file \"{path}\". The old file is left as it is." }
    rescue_whole { "Không mất hàng nào.", "No row was lost." }
    rescue_table(table: &str) { "không đọc được gì của bảng {table}", "nothing of table {table} can be read" }
    rescue_unreadable(table: &str, first: i64, last: i64) { "bảng {table}: không đọc được các hàng từ {first} đến {last}", "table {table}: rows {first} to {last} cannot be read" }
    rescue_broken(table: &str, row: i64) { "bảng {table}, hàng {row}: có giá trị sai nên không chép", "table {table}, row {row}: holds a wrong value and was not copied" }
    rescue_alone(table: &str, row: i64) { "bảng {table}, hàng {row}: không còn lượt hoặc mục mà nó thuộc về nên không chép", "table {table}, row {row}: what it belongs to is lost, so it was not copied" }
    rescue_more(count: &str) { "… và {count} chỗ nữa", "… and {count} more" }
    rescue_next { "Muốn dùng tệp mới: thoát motcua, chuyển tệp cũ (và các tệp «-wal», «-shm» của nó) đi nơi khác, đổi tên tệp mới thành motcua.db, rồi chạy «motcua check».", "To use the new file: quit motcua, move the old file (with its \"-wal\" and \"-shm\") elsewhere, rename the new one to motcua.db, then run \"motcua check\"." }
    rescue_taken(path: &str) { "Đã có «{path}»: không chép đè. Chưa làm gì; hãy chọn tên khác.", "\"{path}\" is there already and is not overwritten. Nothing was done; choose another name." }
    rescue_unread(reason: &str) { "Không chép được gì: {reason}", "Nothing could be saved: {reason}" }
    help_save { "Chép những gì còn đọc được sang một tệp mới", "Copy what can still be read to a new file" }

    altered(table: &str, first: i64, last: i64) { "bảng {table}, trong các hàng {first} đến {last}: có nội dung không phải do motcua ghi", "table {table}, among rows {first} to {last}: something motcua did not write" }
    chain_broken(day: &str) { "nhật ký ngày {day}: chuỗi mã kiểm tra không khớp", "journal of {day}: the chain of hashes does not come out" }

    file_gone { "Tệp dữ liệu không còn ở chỗ cũ: bị xóa, bị đổi tên, hoặc ổ đĩa đã rút. Từ lúc này KHÔNG việc gì được ghi. ĐỪNG thoát motcua: đưa tệp (hoặc ổ đĩa) về đúng chỗ cũ là làm tiếp được ngay, không mất gì. Nếu tệp đã bị xóa, hãy ghi ra giấy những gì trên màn hình rồi dùng bản sao lưu.", "The data file is no longer in its place: removed, renamed, or its disk was pulled out. From now on NOTHING is saved. Do NOT quit motcua: put the file (or the disk) back and you can go on at once, with nothing lost. If the file was deleted, write down what the screen shows, then use the backup." }
    file_replaced { "Tệp dữ liệu đã bị thay bằng một tệp khác cùng tên. Từ lúc này KHÔNG việc gì được ghi, tệp mới không bị động đến. Màn hình vẫn là của tệp cũ: ghi ra giấy nếu cần, rồi thoát và mở lại motcua để dùng tệp mới.", "The data file was replaced by another file of the same name. From now on NOTHING is saved, and the new file is not touched. The screen still shows the old one: write down what you need, then quit and start motcua again to use the new file." }
    log_gone_saved { "Tệp «-wal» cạnh tệp dữ liệu đã bị xóa. Mọi việc trên màn hình đã kịp chép vào tệp chính, vẫn an toàn; từ lúc này KHÔNG việc gì được ghi nữa. Hãy thoát và mở lại motcua (ở mọi quầy dùng chung tệp này) rồi làm tiếp.", "The \"-wal\" file beside the data file was removed. Everything on the screen has been saved to the main file and is safe; from now on NOTHING more is saved. Quit and start motcua again (at every station that shares this file), then go on." }
    log_gone_lost { "Tệp «-wal» cạnh tệp dữ liệu đã bị xóa: những việc gần đây có thể không còn, và từ lúc này KHÔNG việc gì được ghi. Đưa tệp đó về đúng chỗ cũ nếu được; nếu không, ghi ra giấy những gì trên màn hình rồi thoát và mở lại motcua.", "The \"-wal\" file beside the data file was removed: recent work may be lost, and from now on NOTHING is saved. Put that file back if you can; if not, write down what the screen shows, then quit and start motcua again." }
    log_replaced { "Tệp «-wal» cạnh tệp dữ liệu đã bị thay bằng tệp khác. Từ lúc này KHÔNG việc gì được ghi. Ghi ra giấy những gì trên màn hình rồi thoát và mở lại motcua (ở mọi quầy dùng chung tệp này).", "The \"-wal\" file beside the data file was replaced by another one. From now on NOTHING is saved. Write down what the screen shows, then quit and start motcua again (at every station that shares this file)." }
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

    /// What is wrong with the file for as long as it is, in full and short; `None` while nothing is.
    pub fn file_alarm(self, file: FileTrouble) -> Option<(String, String)> {
        let words = |whole: &str, short: &str| Some((whole.to_owned(), short.to_owned()));
        match (file.swapped, file.damaged) {
            (Some(Swap::FileGone), _) => words(self.alarm_file_gone(), self.alarm_file_gone_short()),
            (Some(Swap::FileReplaced), _) => {
                words(self.alarm_file_replaced(), self.alarm_file_replaced_short())
            }
            (Some(Swap::LogGone { .. } | Swap::LogReplaced), _) => {
                words(self.alarm_log(), self.alarm_log_short())
            }
            (None, Some(0)) => words(self.alarm_damaged_somewhere(), self.alarm_damaged_short()),
            (None, Some(places)) => {
                words(&self.alarm_damaged(&self.count(places)), self.alarm_damaged_short())
            }
            (None, None) => None,
        }
    }

    /// What the check after the start found.
    pub fn found_damaged(self, report: &CheckReport) -> Option<String> {
        let first = self.finding(report.findings.first()?);
        // The engine's own report has a line for each page.
        let first = first.lines().next().unwrap_or_default();
        Some(self.file_found_damaged(&self.count(report.places()), first))
    }

    /// What was saved of a damaged file, and what was not, line by line.
    pub fn rescued(self, rescue: &Rescue, path: &Path) -> Vec<String> {
        const MOST: usize = 30;
        let saved = u32::try_from(rescue.saved).unwrap_or(u32::MAX);
        let mut lines = vec![self.rescue_saved(&self.count(saved), &path.display().to_string())];
        let tables = rescue.tables.iter().map(|table| self.rescue_table(table));
        let lost = rescue.lost.iter().map(|lost| match lost.why {
            Why::Unreadable => self.rescue_unreadable(lost.table, lost.first, lost.last),
            Why::Broken => self.rescue_broken(lost.table, lost.first),
            Why::Alone => self.rescue_alone(lost.table, lost.first),
        });
        lines.extend(tables.chain(lost).take(MOST));
        match (rescue.tables.len() + rescue.lost.len()).saturating_sub(MOST) {
            0 if lines.len() == 1 => lines.push(self.rescue_whole().to_owned()),
            0 => {}
            more => lines.push(self.rescue_more(&more.to_string())),
        }
        lines.push(self.rescue_next().to_owned());
        lines
    }

    /// Why nothing was saved of a damaged file.
    pub fn rescue_error(self, error: &RescueError, path: &Path) -> String {
        match error {
            RescueError::Open(error) => self.rescue_unread(&self.open_error(error)),
            RescueError::Write(error) => self.rescue_unread(&self.store_error(error)),
            RescueError::Taken => self.rescue_taken(&path.display().to_string()),
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
