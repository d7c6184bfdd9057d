//! The words about backup copies and the way back from one.

use std::io;
use std::path::Path;

use crate::backup::{BackupError, Made};
use crate::domain::Stamp;
use crate::domain::backup::{Contents, CopyCard, Holdings, Loss};
use crate::lang::{Lang, say};
use crate::store::CopyError;

say! {
    help_backup { "Sao lưu mọi thứ của bàn thành một tệp: số liệu, cài đặt, mẫu giấy; không có tên người dân", "Back up everything of the desk as one file: data, settings, forms; without citizens' names" }
    help_backup_folder { "Thư mục nhận bản sao lưu, ví dụ USB (bỏ trống: cạnh tệp dữ liệu và thư mục thứ hai đã đặt)", "The folder for the copy, such as a USB stick (else beside the data and in the second folder that is set)" }
    help_restore { "Khôi phục từ một bản sao lưu, rồi mở màn hình; dữ liệu đang có được giữ lại bên cạnh", "Restore a backup copy, then open the console; the data that are there are kept beside" }
    help_restore_copy { "Tệp sao lưu, hoặc thư mục có tệp đó (bỏ trống: tìm trên máy và USB)", "The copy, or a folder that has one (else this PC and its sticks are searched)" }
    help_restore_yes { "Không hỏi lại", "Do not ask" }

    backup_made_at(path: &str, visits: &str, number: &str) { "Đã sao lưu {visits} lượt{number}: {path}", "Backed up {visits} visits{number}: {path}", visits 1: "Backed up {visits} visit{number}: {path}" }
    backup_up_to(ticket: &str, date: &str) { ", đến số {ticket} ngày {date}", " up to number {ticket} of {date}" }
    backup_folder_missing_how(path: &str, reason: &str) { "Bản sao lưu có trên máy này, nhưng chưa ghi được vào {path} ({reason}). Cắm USB, rồi F1, «sao lưu».", "The copy is on this PC, but could not be written to {path} ({reason}). Plug the stick in, then F1, \"back up\"." }
    backup_alone { "Mọi bản sao lưu đang nằm trên máy này: máy hỏng là mất hết. Đặt thư mục thứ hai trên USB: F1, «cài đặt», trang Máy này.", "All backup copies are on this PC: they are lost with it. Set a second folder on a USB stick: F1, \"settings\", page This PC." }
    backup_unwritten(path: &str, reason: &str) { "Chưa sao lưu được: không ghi được «{path}» ({reason}). Số liệu vẫn an toàn; kiểm tra ổ đĩa rồi làm lại.", "No copy was made: cannot write \"{path}\" ({reason}). The data are safe; check the disk and do it again." }
    backup_no_folder(path: &str) { "Chưa sao lưu được: không có thư mục «{path}». Số liệu vẫn an toàn; cắm USB hoặc tạo thư mục rồi làm lại.", "No copy was made: there is no folder \"{path}\". The data are safe; plug the stick in or make the folder, then do it again." }
    backup_unread(path: &str, reason: &str) { "Không đọc được «{path}» ({reason}). Chưa thay gì; chọn bản sao lưu khác.", "Cannot read \"{path}\" ({reason}). Nothing was replaced; choose another copy." }
    backup_no_copy(path: &str) { "«{path}» không phải bản sao lưu của motcua. Chưa thay gì.", "\"{path}\" is no backup copy of motcua. Nothing was replaced." }
    backup_spoilt(path: &str) { "Bản sao lưu «{path}» bị hỏng. Dữ liệu đang có được giữ nguyên; chọn bản khác.", "The backup copy \"{path}\" is damaged. The data are as they were; choose another copy." }
    backup_in_use { "Một cửa sổ motcua khác đang mở bàn này. Chưa thay gì; đóng mọi cửa sổ motcua rồi làm lại.", "Another motcua window has this desk open. Nothing was replaced; close every motcua window and do it again." }
    backup_differs { "Bản sao không giống tệp dữ liệu, nên không được giữ. Kiểm tra tệp bằng «motcua check».", "The copy is not what the data file was and was not kept. Look at the file with \"motcua check\"." }
    desk_replaced_now { "Bàn này đang được khôi phục từ bản sao lưu. Đợi một lát rồi mở lại.", "This desk is being restored from a backup copy. Wait a moment and open it again." }

    copy_numbered(nth: usize, what: &str) { "{nth}. {what}", "{nth}. {what}" }
    copy_place_here { "máy này", "this PC" }
    copy_unreadable { "không đọc được", "cannot be read" }
    copy_visits(visits: &str, days: &str) { "{visits} lượt, {days} ngày", "{visits} visits, {days} days", visits 1: "{visits} visit, {days} day" }
    copy_no_visit { "chưa có lượt nào", "no visits yet" }
    copy_last_number(ticket: &str, date: &str) { "số cuối {ticket} ngày {date}", "last number {ticket} of {date}" }
    copy_last_deed(when: &str) { "việc cuối lúc {when}", "last deed at {when}" }
    copy_holds_what(what: &str) { "Bản sao lưu có: {what}.", "The copy holds: {what}." }
    copy_without_names { "không có tên và ghi chú của người dân", "no citizens' names and notes" }
    copy_loses_nothing { "Không mất gì: bàn này không có gì mới hơn.", "Nothing is lost: this desk has nothing newer." }
    copy_loses_since(visits: &str, entries: &str, from: &str, until: &str) { "Sẽ mất những gì làm sau đó: {visits} lượt, {entries} thao tác, từ {from} đến {until}.", "What was done since would be lost: {visits} visits, {entries} deeds, from {from} to {until}.", visits 1: "What was done since would be lost: {visits} visit, {entries} deeds, from {from} to {until}." }
    copy_loses_all(visits: &str, days: &str) { "Bản sao lưu là của bàn khác. Sẽ thay toàn bộ {visits} lượt, {days} ngày đang có ở đây.", "The copy is of another desk. All {visits} visits of {days} days that are here would be replaced." }
    copy_loses_unknown { "Bàn này chưa có số liệu, hoặc tệp dữ liệu không đọc được.", "This desk has no data yet, or its file cannot be read." }
    copy_keeps { "Những gì đang có được giữ lại trong một thư mục bên cạnh.", "What is there now is kept in a folder beside it." }

    copies_none { "Không tìm thấy bản sao lưu nào. Cắm USB, hoặc ghi đường dẫn tệp motcua-….zip.", "No backup copy was found. Plug a stick in, or name the file motcua-….zip." }
    copies_title { "Khôi phục từ bản sao lưu", "Restore a backup copy" }
    copies_looking { "Đang tìm bản sao lưu trên máy này và trên USB …", "Looking for backup copies on this PC and on sticks …" }
    copies_hint { "Không tìm thấy bản nào. Cắm USB có tệp motcua-….zip, rồi mở lại trang này.", "None was found. Plug in a stick that has a file motcua-….zip, then open this page again." }
    restore_how { "Ghi rõ tệp sao lưu và thêm --yes: «motcua restore TỆP --yes».", "Name the copy and add --yes: \"motcua restore COPY --yes\"." }
    restore_which { "Khôi phục bản số mấy? (Enter: bản 1, mới nhất) ", "Restore which one? (Enter: 1, the newest) " }
    restore_ask { "Khôi phục bản này? (c/k) ", "Restore this copy? (y/n) " }
    restore_not { "Chưa khôi phục, không thay đổi gì.", "Nothing was restored, nothing was changed." }
    restored_from(copy: &str) { "Đã khôi phục từ «{copy}».", "Restored from \"{copy}\"." }
    restored_kept(path: &str) { "Dữ liệu trước đó được giữ ở «{path}».", "The data from before are kept in \"{path}\"." }
    went_back(last: &str) { "khôi phục từ bản sao lưu; những việc sau {last} không còn ở đây", "restored from a backup copy; what was done after {last} is not here" }
    went_back_empty { "khôi phục từ một bản sao lưu chưa có gì", "restored from a backup copy that held nothing" }
    go_back_question(copy: &str) { "Khôi phục từ {copy}? Những gì đang có được giữ lại trong một thư mục bên cạnh; các cửa sổ motcua khác phải đóng.", "Restore {copy}? What is there now is kept in a folder beside it; other motcua windows must be closed." }
    answer_restore { "Khôi phục bản này", "Restore this copy" }
    notice_copying { "Đang sao lưu …", "Backing up …" }
}

impl Lang {
    /// A moment with its day, as a copy or a deed is dated.
    pub fn moment(self, at: Stamp) -> String {
        format!("{} {}", self.clock(at), self.date(at.day()))
    }

    /// That a copy was made, and where.
    pub fn backup_made(self, made: &Made) -> String {
        self.backup_made_lines(made).swap_remove(0)
    }

    /// The same, a line a place.
    pub fn backup_made_lines(self, made: &Made) -> Vec<String> {
        let holds = &made.contents.holds;
        let number = holds.last_number.as_ref().map_or_else(String::new, |last| {
            self.backup_up_to(&last.ticket.to_string(), &self.date(last.day))
        });
        let line = |path: &Path| self.backup_made_at(&show(path), &self.count(holds.visits), &number);
        let mut lines: Vec<String> = made.paths.iter().rev().map(|path| line(path)).collect();
        lines.extend(made.missing.iter().map(|(folder, reason)| self.backup_folder_missing(folder, reason)));
        lines
    }

    /// That the second folder has no copy.
    pub fn backup_folder_missing(self, folder: &Path, reason: &io::Error) -> String {
        self.backup_folder_missing_how(&show(folder), self.trouble(reason.into()))
    }

    /// Why there is no copy, or no way back to one.
    pub fn backup_error(self, error: &BackupError) -> String {
        match error {
            BackupError::Copy(CopyError::Open(error)) => self.open_error(error),
            BackupError::Copy(CopyError::Store(error)) => self.store_error(error),
            BackupError::Copy(CopyError::Differs(_)) => self.backup_differs().to_owned(),
            BackupError::Write { path, reason } if reason.kind() == io::ErrorKind::NotFound => {
                self.backup_no_folder(&show(path))
            }
            BackupError::Write { path, reason } => {
                self.backup_unwritten(&show(path), self.trouble(reason.into()))
            }
            BackupError::Unread(path, why) => self.backup_unread(&show(path), &self.unread(why)),
            BackupError::NoCopy(path) => self.backup_no_copy(&show(path)),
            BackupError::Spoilt(path) => self.backup_spoilt(&show(path)),
            BackupError::InUse => self.backup_in_use().to_owned(),
        }
    }

    /// A copy in a line, numbered to be chosen.
    pub fn copy_line(self, nth: usize, card: &CopyCard) -> String {
        let what =
            format!("{}  {}  {}", self.moment(card.made), self.copy_summary(card), self.copy_place(card));
        self.copy_numbered(nth, &what)
    }

    /// Where a copy lies.
    pub fn copy_place(self, card: &CopyCard) -> String {
        let folder = card.path.parent().unwrap_or(&card.path);
        if card.is_here { self.copy_place_here().to_owned() } else { show(folder) }
    }

    /// What a copy holds, in a few words.
    pub fn copy_summary(self, card: &CopyCard) -> String {
        card.contents
            .as_ref()
            .map_or_else(|| self.copy_unreadable().to_owned(), |contents| self.holdings(&contents.holds))
    }

    fn holdings(self, holds: &Holdings) -> String {
        let Some(last) = &holds.last_number else { return self.copy_no_visit().to_owned() };
        let counts = self.copy_visits(&self.count(holds.visits), &self.count(holds.days));
        format!("{counts}, {}", self.copy_last_number(&last.ticket.to_string(), &self.date(last.day)))
    }

    /// All that a copy holds.
    pub fn copy_holds(self, contents: &Contents) -> String {
        let holds = &contents.holds;
        let mut parts = vec![holds.office.clone(), self.holdings(holds)];
        parts.extend(holds.last_deed.map(|at| self.copy_last_deed(&self.moment(at))));
        parts.push(self.copy_without_names().to_owned());
        parts.retain(|part| !part.is_empty());
        self.copy_holds_what(&parts.join(", "))
    }

    /// What going back to a copy would lose, and that it is kept.
    pub fn copy_loses(self, now: Option<&Holdings>, copy: &Holdings) -> String {
        let moment = |at: Option<Stamp>| at.map(|at| self.moment(at)).unwrap_or_default();
        let loss = match now.map(|now| now.lost_by(copy)) {
            None => self.copy_loses_unknown().to_owned(),
            Some(Loss::Nothing) => return self.copy_loses_nothing().to_owned(),
            Some(Loss::Since { copied, last, entries, visits }) => self.copy_loses_since(
                &self.count(visits),
                &self.count(u64::try_from(entries).unwrap_or(0)),
                &moment(copied),
                &moment(last),
            ),
            Some(Loss::Everything { visits, days }) => {
                self.copy_loses_all(&self.count(visits), &self.count(days))
            }
        };
        format!("{loss} {}", self.copy_keeps())
    }

    /// That a copy is the desk now, and where what was there lies.
    pub fn restored(self, copy: &str, replaced: Option<&str>) -> String {
        let mut sentences = vec![self.restored_from(copy)];
        sentences.extend(replaced.map(|path| self.restored_kept(path)));
        sentences.join(" ")
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}
