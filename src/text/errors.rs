//! When the world goes wrong: what happened, what is safe, what to do.

use std::path::Path;

use super::Lang;
use crate::desk::catalogue::CatalogueError;
use crate::domain::catalogue::CatalogueFlaw;
use crate::store::{OpenError, StoreError};

say! {
    disk_full { "Đĩa đầy: việc vừa rồi CHƯA được ghi, mọi việc trước đó vẫn an toàn. Xóa bớt tệp rồi làm lại.", "The disk is full: the last action was NOT kept, everything before it is safe. Free some space and try again." }
    paper_failed(reason: &str) { "Không vẽ được bảng tổng hợp ({reason}). Số liệu vẫn an toàn; xem trên màn hình bằng F8.", "The tally could not be drawn ({reason}). The numbers are safe; F8 shows them on screen." }
    program_failed { "Chương trình gặp lỗi. Việc vừa rồi chưa được ghi, mọi việc trước đó vẫn an toàn. Làm lại; lỗi đã ghi vào thư mục log.", "The program failed. The last action was not kept, everything before it is safe. Try again; the fault is in the log folder." }
    too_many_faults { "Chương trình lỗi nhiều lần liên tiếp nên dừng lại. Mọi việc đã ghi vẫn an toàn. Mở lại motcua; gửi thư mục log cho người hỗ trợ.", "The program failed several times in a row and stopped. Everything that was kept is safe. Start motcua again; send the log folder to whoever supports it." }
    no_folder { "Không biết để dữ liệu ở đâu: dùng --data DIR hoặc đặt biến MOTCUA_DATA.", "No place for the data: use --data DIR or set MOTCUA_DATA." }
    folder_denied(path: &str, reason: &str) { "Không tạo được thư mục dữ liệu «{path}»: {reason}. Chọn thư mục khác bằng --data.", "Cannot make the data folder \"{path}\": {reason}. Choose another with --data." }
    no_terminal { "Màn hình này không phải cửa sổ dòng lệnh. Mở motcua trong một cửa sổ dòng lệnh.", "This is not a terminal. Start motcua in a terminal window." }
    file_busy { "Tệp dữ liệu đang bận: việc vừa rồi chưa được ghi. Làm lại.", "The data file is busy: the last action was not kept. Try again." }
    file_read_only { "Tệp dữ liệu chỉ cho đọc: việc vừa rồi chưa được ghi. Xem quyền của thư mục dữ liệu.", "The data file is read-only: the last action was not kept. Check the data folder's permissions." }
    file_damaged(reason: &str) { "Tệp dữ liệu hỏng: việc vừa rồi chưa được ghi. Thoát, giữ nguyên tệp, chạy «motcua check» ({reason}).", "The data file is damaged: the last action was not kept. Quit, keep the file as it is, run \"motcua check\" ({reason})." }
    file_unknown(what: &str) { "Tệp dữ liệu có giá trị lạ ({what}): không ghi gì. Chạy «motcua check».", "The data file holds an unknown value ({what}): nothing was written. Run \"motcua check\"." }
    file_other(reason: &str) { "Không ghi được: việc vừa rồi chưa được lưu, phần đã lưu vẫn an toàn ({reason}).", "Could not be written: the last action was not kept, what was kept is safe ({reason})." }
    open_denied(path: &str, reason: &str) { "Không mở được «{path}»: {reason}. Chưa có gì thay đổi. Xem lại thư mục và quyền, hoặc dùng --data để chọn thư mục khác.", "Cannot open \"{path}\": {reason}. Nothing was changed. Check the folder and its permissions, or choose another with --data." }
    open_absent(path: &str) { "Chưa có dữ liệu ở «{path}». Chạy «motcua» hoặc «motcua init» trước.", "There is no data at \"{path}\" yet. Run \"motcua\" or \"motcua init\" first." }
    open_damaged(path: &str, reason: &str) { "Tệp «{path}» bị hỏng hoặc không phải cơ sở dữ liệu ({reason}). Tệp được giữ nguyên; hãy chép lại bản sao lưu gần nhất.", "\"{path}\" is damaged or not a database ({reason}). The file is left as it is; restore the latest backup." }
    open_foreign(path: &str) { "Tệp «{path}» là của chương trình khác. Tệp được giữ nguyên; chọn thư mục khác bằng --data.", "\"{path}\" belongs to another program. The file is left as it is; choose another folder with --data." }
    open_newer(path: &str, found: i64, known: i64) { "Tệp «{path}» do bản motcua mới hơn tạo (cấu trúc {found}, bản này biết đến {known}). Tệp được giữ nguyên; hãy dùng bản mới.", "\"{path}\" was made by a newer motcua (schema {found}, this one knows {known}). The file is left as it is; use the newer program." }
    open_older(path: &str) { "Tệp «{path}» do bản motcua cũ hơn tạo. Tệp được giữ nguyên; hãy mở tệp một lần bằng bản này (chạy «motcua») rồi làm lại.", "\"{path}\" was made by an older motcua. The file is left as it is; open it once with this program (run \"motcua\") and try again." }
    open_locked(path: &str) { "Tệp «{path}» đang bị chương trình khác khóa. Đóng chương trình đó rồi chạy lại.", "\"{path}\" is locked by another program. Close it and start again." }
    open_disk_full(path: &str) { "Đĩa đầy, không mở được «{path}». Chưa có gì thay đổi; xóa bớt tệp rồi chạy lại.", "The disk is full, \"{path}\" cannot be opened. Nothing was changed; free some space and start again." }
    catalogue_file(path: &str, reason: &str) { "Không đọc được danh mục «{path}» ({reason}). Danh mục đang dùng giữ nguyên; xem lại đường dẫn và tệp.", "Cannot read the catalogue \"{path}\" ({reason}). The catalogue in use stays as it is; check the path and the file." }
    catalogue_flaw(path: &str, line: usize, what: &str) { "Danh mục «{path}», dòng {line}: {what}. Danh mục đang dùng giữ nguyên; hãy sửa dòng đó rồi làm lại.", "Catalogue \"{path}\", line {line}: {what}. The catalogue in use stays as it is; mend the line and try again." }
}

impl Lang {
    /// Why a write or read failed.
    pub fn store_error(self, error: &StoreError) -> String {
        match error {
            StoreError::DiskFull => self.disk_full().to_owned(),
            StoreError::Busy => self.file_busy().to_owned(),
            StoreError::ReadOnly => self.file_read_only().to_owned(),
            StoreError::Damaged(reason) => self.file_damaged(reason),
            StoreError::UnknownValue { table, column, value } => {
                self.file_unknown(&format!("{table}.{column}: {value}"))
            }
            StoreError::ReliedOn | StoreError::NotUnique | StoreError::Other(_) => {
                self.file_other(&error.to_string())
            }
        }
    }

    /// Why the file could not be opened.
    pub fn open_error(self, error: &OpenError) -> String {
        match error {
            OpenError::Denied { path, reason } => self.open_denied(&show(path), reason),
            OpenError::Absent { path } => self.open_absent(&show(path)),
            OpenError::Damaged { path, reason } => self.open_damaged(&show(path), reason),
            OpenError::Foreign { path } => self.open_foreign(&show(path)),
            OpenError::Newer { path, found, known } => self.open_newer(&show(path), *found, *known),
            OpenError::Older { path, .. } => self.open_older(&show(path)),
            OpenError::Locked { path } => self.open_locked(&show(path)),
            OpenError::DiskFull { path } => self.open_disk_full(&show(path)),
        }
    }

    /// What is wrong with the catalogue's file.
    pub fn catalogue_error(self, error: &CatalogueError) -> String {
        match error {
            CatalogueError::File(path, reason) => self.catalogue_file(&show(path), &reason.to_string()),
            CatalogueError::Flaw(path, CatalogueFlaw { line, what }) => {
                self.catalogue_flaw(&show(path), *line, &self.flaw(what))
            }
        }
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}
