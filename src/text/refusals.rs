//! When a rule or the world says no: what happened, what is safe, what to do.

use std::path::Path;

use crate::desk::catalogue::CatalogueError;
use crate::domain::catalogue::CatalogueFlaw;
use crate::domain::{Refusal, StageKind};
use crate::lang::{Lang, say};
use crate::store::{OpenError, StoreError};

say! {
    no_shift { "Chưa mở ca. Mở ca trước: chọn người trực rồi Enter.", "No shift is open. Open one first: choose who is on duty, then Enter." }
    shift_closed_already { "Ca này đã được quầy khác đóng. Không có gì thay đổi.", "Another station has closed this shift. Nothing was changed." }
    end_outside_shift { "Ca không thể kết thúc lúc đó: phải từ việc cuối của ca đến hết ngày hôm ấy.", "The shift cannot have ended then: it ended between its last entry and the end of that day." }
    duty_outside_shift { "Giờ đến, giờ về phải từ lúc mở ca đến bây giờ; không ai về trước khi đến.", "Coming and going must lie between the opening of the shift and now; nobody leaves before coming." }
    stopped_already(time: &str) { "Đã ngừng cấp số từ {time}. F1, «cấp số lại»: cấp như thường.", "Numbers have been stopped since {time}. F1, \"numbers again\" gives them as ever." }
    not_stopped { "Vẫn đang cấp số. Không có gì thay đổi.", "Numbers are being given. Nothing was changed." }
    shift_open { "Ca đang mở rồi.", "A shift is open already." }
    nobody_on_duty { "Chọn ít nhất một người trực (phím cách).", "Pick at least one person on duty (Space)." }
    not_on_duty { "Người này không có trong ca trực.", "This person is not on duty in this shift." }
    nobody_waiting { "Không còn ai chờ. F2 để cấp số.", "Nobody is waiting. F2 gives a number." }
    visit_gone { "Lượt này không còn: quầy khác vừa rút lại số.", "This visit is gone: another station took the number back." }
    assist_gone { "Việc này không còn trong lượt.", "This item is no longer on the visit." }
    no_need { "Chọn ít nhất một nhu cầu.", "Pick at least one need." }
    persons_out_of_range { "Số người từ 1 đến 999.", "The number of people must be 1 to 999." }
    target_out_of_range { "Chỉ tiêu từ 1 đến 100 %, hoặc để trống.", "A target must be 1 to 100%, or empty." }
    too_many_hamlets { "Danh sách có tối đa 300 thôn, ấp, tổ dân phố.", "The list holds at most 300 hamlets." }
    unknown_hamlet { "Thôn này không có trong danh sách.", "This hamlet is not on the list." }
    not_done_not_filed(ticket: &str) { "Việc này của {ticket} không xong nên không có cách nộp. Nếu đã xong, sửa «Kết quả» trước.", "This thing of {ticket} was not done, so nothing was filed. If it was done, change \"Outcome\" first." }
    quantity_out_of_range { "Số lượng từ 1 đến 9.999.", "The quantity must be 1 to 9,999." }
    unknown_procedure { "Thủ tục không có trong danh mục.", "The procedure is not in the catalogue." }
    unknown_step { "Thủ tục không có bước này.", "The procedure has no such step." }
    unknown_volunteer { "Người này không có trong danh sách đội.", "This person is not on the roster." }
    name_missing { "Chưa ghi tên.", "The name is missing." }
    name_taken { "Tên này đã có trong danh sách; thêm chữ để phân biệt.", "The roster has this name; add a word to tell them apart." }
    series_full { "Loại số này hôm nay đã cấp hết.", "This series has no numbers left today." }
    nobody_called { "Quầy này chưa gọi số nào. F3 gọi số kế tiếp.", "No number is being called at this station. F3 calls the next." }
    nobody_served { "Quầy này chưa tiếp ai. F3 gọi số kế tiếp.", "Nobody is being served at this station. F3 calls the next." }
    only_called_goes_back { "Ctrl+P chỉ dùng cho số đang gọi hoặc đang tiếp.", "Ctrl+P is for a number that is being called or served." }
    nothing_to_hold { "Chưa tiếp ai, cũng không có lượt tạm giữ.", "Nobody is being served and nothing is on hold." }
    nothing_selected { "Chưa có số nào trên màn hình. F2 cấp số.", "There is no number on the screen. F2 gives one." }
    nothing_later { "Sau hôm nay chưa có gì; PgUp để xem trước đó.", "There is nothing after today yet; PgUp goes back." }
    nothing_to_undo { "Không có gì để hoàn tác hôm nay ở quầy này.", "Nothing to undo today at this station." }
    nothing_to_redo { "Không có gì để làm lại.", "Nothing to redo." }
    station_busy(ticket: &str, stage: &str) { "Quầy {stage} {ticket}: xong (F4) hoặc tạm giữ (F6) trước đã.", "This station has {ticket} ({stage}): finish (F4) or hold (F6) first." }
    at_another_station(ticket: &str, station: &str) { "{ticket} đang ở quầy {station}.", "{ticket} is at station {station}." }
    not_waiting(ticket: &str, stage: &str) { "{ticket} {stage}: chỉ gọi được số đang chờ.", "{ticket} is {stage}: only a waiting number can be called." }
    not_called(ticket: &str, stage: &str) { "{ticket} {stage}: F5, F7 «không có mặt» và Enter «có mặt» chỉ dùng cho số đang gọi.", "{ticket} is {stage}: F5, F7 \"did not appear\" and Enter \"is here\" are for a number that is being called." }
    still_called(ticket: &str) { "Quầy đang gọi {ticket}: họ đến thì Enter, không đến thì F7.", "This station has called {ticket}: Enter when they come, F7 when they do not." }
    not_serving(ticket: &str, stage: &str) { "{ticket} {stage}: gọi số đó (F3) và bắt đầu tiếp (Enter) trước đã.", "{ticket} is {stage}: call it (F3) and start serving (Enter) first." }
    not_held(ticket: &str, stage: &str) { "{ticket} {stage}: F6 chỉ tiếp tục được lượt tạm giữ.", "{ticket} is {stage}: F6 resumes a visit on hold." }
    not_taken(ticket: &str, stage: &str) { "{ticket} {stage}: Ctrl+P chỉ dùng cho số đang gọi hoặc đang tiếp.", "{ticket} is {stage}: Ctrl+P is for a number that is being called or served." }
    not_undoable { "Dòng này không hoàn tác riêng được: chỉ việc của hôm nay, chưa hoàn tác, mới hoàn tác được.", "This line cannot be undone alone: only what was done today and still stands can be." }
    no_dossier { "Kỹ năng không có hồ sơ nên không ghi cách nộp.", "A skill has no dossier, so there is no way of filing to note." }
    still_open(ticket: &str, stage: &str) { "{ticket} {stage}, chưa kết thúc: F7 hoặc F4 ở lượt đó.", "{ticket} is {stage} and has not ended: F7 or F4 at that visit." }
    never_served(ticket: &str) { "{ticket} chưa được tiếp lần nào: tiếp lại bằng Enter ở Ctrl+F, không sửa thành «xong».", "{ticket} was never served: take it up again by Enter in Ctrl+F; it cannot be set to done." }
    not_ended(ticket: &str, stage: &str) { "{ticket} {stage}: chỉ lượt đã rời đi mới quay lại được; tìm số đó bằng Ctrl+F.", "{ticket} is {stage}: only a visit that has left can come back; Ctrl+F finds it." }
    already_ended(ticket: &str, stage: &str) { "{ticket} {stage}; Ctrl+Z để hoàn tác nếu nhầm.", "{ticket} is {stage}; Ctrl+Z undoes it if that was wrong." }
    changed_since(op: &str, by: &str, station: &str) { "Không hoàn tác được «{op}»: quầy {station} đã làm «{by}» sau đó.", "Cannot undo \"{op}\": station {station} has since done \"{by}\"." }

    disk_full { "Đĩa đầy: việc vừa rồi CHƯA được ghi, mọi việc trước đó vẫn an toàn. Xóa bớt tệp rồi làm lại.", "The disk is full: the last action was NOT saved, everything before it is safe. Free some space and try again." }
    paper_failed { "Không vẽ được bảng tổng hợp. Số liệu vẫn an toàn; xem trên màn hình bằng F8.", "The tally could not be drawn. The numbers are safe; F8 shows them on screen." }
    program_failed { "Chương trình gặp lỗi. Việc vừa rồi chưa được ghi, mọi việc trước đó vẫn an toàn. Làm lại; lỗi đã ghi vào thư mục log.", "The program failed. The last action was not saved, everything before it is safe. Try again; the fault is in the log folder." }
    too_many_faults { "Chương trình lỗi nhiều lần liên tiếp nên dừng lại. Mọi việc đã ghi vẫn an toàn. Mở lại motcua; gửi thư mục log cho người hỗ trợ.", "The program failed several times in a row and stopped. Everything that was saved is safe. Start motcua again; send the log folder to your support contact." }
    no_folder { "Không biết để dữ liệu ở đâu: dùng --data DIR hoặc đặt biến MOTCUA_DATA.", "No place for the data: use --data DIR or set MOTCUA_DATA." }
    folder_denied(path: &str, reason: &str) { "Không tạo được thư mục dữ liệu «{path}»: {reason}. Chọn thư mục khác bằng --data.", "Cannot create the data folder \"{path}\": {reason}. Choose another with --data." }
    no_terminal { "Màn hình này không phải cửa sổ dòng lệnh. Mở motcua trong một cửa sổ dòng lệnh.", "This is not a terminal. Start motcua in a terminal window." }
    file_busy { "Tệp dữ liệu đang bận: việc vừa rồi chưa được ghi. Làm lại.", "The data file is busy: the last action was not saved. Try again." }
    file_read_only { "Tệp dữ liệu chỉ cho đọc: việc vừa rồi chưa được ghi. Xem quyền của thư mục dữ liệu.", "The data file is read-only: the last action was not saved. Check the data folder's permissions." }
    file_damaged { "Tệp dữ liệu hỏng: việc vừa rồi chưa được ghi. Thoát, giữ nguyên tệp, chạy «motcua check».", "The data file is damaged: the last action was not saved. Quit, leave the file as it is, run \"motcua check\"." }
    file_unknown(what: &str) { "Tệp dữ liệu có giá trị lạ ({what}): không ghi gì. Chạy «motcua check».", "The data file holds an unknown value ({what}): nothing was written. Run \"motcua check\"." }
    file_other(reason: &str) { "Không ghi được: việc vừa rồi chưa được lưu, phần đã lưu vẫn an toàn ({reason}).", "The file could not be written: the last action was not saved, everything before it is safe ({reason})." }
    open_denied(path: &str, reason: &str) { "Không mở được «{path}»: {reason}. Chưa có gì thay đổi. Xem lại thư mục và quyền, hoặc dùng --data để chọn thư mục khác.", "Cannot open \"{path}\": {reason}. Nothing was changed. Check the folder and its permissions, or choose another with --data." }
    open_absent(path: &str) { "Chưa có dữ liệu ở «{path}». Chạy «motcua» hoặc «motcua init» trước.", "There is no data at \"{path}\" yet. Run \"motcua\" or \"motcua init\" first." }
    open_damaged(path: &str, reason: &str) { "Tệp «{path}» bị hỏng hoặc không phải cơ sở dữ liệu ({reason}). Tệp được giữ nguyên; hãy chép lại bản sao lưu gần nhất.", "\"{path}\" is damaged or not a database ({reason}). The file is left as it is; restore the latest backup." }
    open_foreign(path: &str) { "Tệp «{path}» là của chương trình khác. Tệp được giữ nguyên; chọn thư mục khác bằng --data.", "\"{path}\" belongs to another program. The file is left as it is; choose another folder with --data." }
    open_newer(path: &str, found: i64, known: i64) { "Tệp «{path}» do bản motcua mới hơn tạo (cấu trúc {found}, bản này cần {known}). Tệp được giữ nguyên; hãy dùng bản mới.", "\"{path}\" was made by a newer motcua (schema {found}, this one needs {known}). The file is left as it is; use the newer program." }
    open_older(path: &str, found: i64, known: i64) { "Tệp «{path}» do bản motcua cũ hơn tạo (cấu trúc {found}, bản này cần {known}), bản này không đọc được. Tệp được giữ nguyên; chọn thư mục khác bằng --data.", "\"{path}\" was made by an older motcua (schema {found}, this one needs {known}) and cannot be read by this one. The file is left as it is; choose another folder with --data." }
    open_locked(path: &str) { "Tệp «{path}» đang bị chương trình khác khóa. Đóng chương trình đó rồi chạy lại.", "\"{path}\" is locked by another program. Close it and start again." }
    open_disk_full(path: &str) { "Đĩa đầy, không mở được «{path}». Chưa có gì thay đổi; xóa bớt tệp rồi chạy lại.", "The disk is full, \"{path}\" cannot be opened. Nothing was changed; free some space and start again." }
    catalogue_file(path: &str, reason: &str) { "Không đọc được danh mục «{path}» ({reason}). Danh mục đang dùng giữ nguyên; xem lại đường dẫn và tệp.", "Cannot read the catalogue \"{path}\" ({reason}). The catalogue in use stays as it is; check the path and the file." }
    catalogue_flaw(path: &str, line: usize, what: &str) { "Danh mục «{path}», dòng {line}: {what}. Danh mục đang dùng giữ nguyên; hãy sửa dòng đó rồi làm lại.", "Catalogue \"{path}\", line {line}: {what}. The catalogue in use stays as it is; fix the line and try again." }
}

impl Lang {
    /// Why a rule said no, and what to do.
    pub fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::ShiftClosed => self.shift_closed_already().to_owned(),
            Refusal::EndOutsideShift => self.end_outside_shift().to_owned(),
            Refusal::DutyOutsideShift => self.duty_outside_shift().to_owned(),
            Refusal::NoShift => self.no_shift().to_owned(),
            Refusal::NumbersStopped { since } => self.stopped_already(&self.clock(*since)),
            Refusal::NumbersNotStopped => self.not_stopped().to_owned(),
            Refusal::ShiftOpen => self.shift_open().to_owned(),
            Refusal::NobodyOnDuty => self.nobody_on_duty().to_owned(),
            Refusal::NotOnDuty => self.not_on_duty().to_owned(),
            Refusal::NobodyWaiting => self.nobody_waiting().to_owned(),
            Refusal::StationBusy { ticket, stage: StageKind::Called }
            | Refusal::NotServing { ticket, stage: StageKind::Called } => {
                self.still_called(&ticket.to_string())
            }
            Refusal::StationBusy { ticket, stage } => {
                self.station_busy(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::AtAnotherStation { ticket, station } => {
                self.at_another_station(&ticket.to_string(), &station.to_string())
            }
            Refusal::NotWaiting { ticket, stage } => {
                self.not_waiting(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::NotCalled { ticket, stage } => self.not_called(&ticket.to_string(), self.stage(*stage)),
            Refusal::NotServing { ticket, stage } => {
                self.not_serving(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::NotHeld { ticket, stage } => self.not_held(&ticket.to_string(), self.stage(*stage)),
            Refusal::NotTaken { ticket, stage } => self.not_taken(&ticket.to_string(), self.stage(*stage)),
            Refusal::NotUndoable => self.not_undoable().to_owned(),
            Refusal::NoDossier { .. } => self.no_dossier().to_owned(),
            Refusal::StillOpen { ticket, stage } => self.still_open(&ticket.to_string(), self.stage(*stage)),
            Refusal::NeverServed { ticket } => self.never_served(&ticket.to_string()),
            Refusal::NotEnded { ticket, stage } => self.not_ended(&ticket.to_string(), self.stage(*stage)),
            Refusal::AlreadyEnded { ticket, stage } => {
                self.already_ended(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::OfAnotherDay { ticket, day } => {
                self.of_another_day(&ticket.to_string(), &self.date(*day))
            }
            Refusal::CalledEnough { ticket, times } => self.called_enough(&ticket.to_string(), *times),
            Refusal::CalledJustNow { ticket, seconds } => self.called_just_now(&ticket.to_string(), *seconds),
            Refusal::NotNext { ticket, next: Some(next) } => {
                self.not_next(&ticket.to_string(), &next.to_string())
            }
            Refusal::NotNext { ticket, next: None } => self.not_next_nobody(&ticket.to_string()),
            Refusal::OthersFirst { ticket } => self.others_first(&ticket.to_string()),
            Refusal::NothingToRepeat => self.nothing_to_repeat().to_owned(),
            Refusal::NoEarlierVisit { ticket, day } => {
                self.no_earlier_visit(&ticket.to_string(), &self.date(*day))
            }
            Refusal::BookedAnotherDay => self.booked_another_day().to_owned(),
            Refusal::QueueRuleOutOfRange => self.queue_rule_out_of_range().to_owned(),
            Refusal::VisitGone => self.visit_gone().to_owned(),
            Refusal::AssistGone => self.assist_gone().to_owned(),
            Refusal::NoNeed => self.no_need().to_owned(),
            Refusal::WaitLimitOutOfRange => self.wait_limit_out_of_range().to_owned(),
            Refusal::TargetOutOfRange => self.target_out_of_range().to_owned(),
            Refusal::TooManyHamlets => self.too_many_hamlets().to_owned(),
            Refusal::UnknownHamlet => self.unknown_hamlet().to_owned(),
            Refusal::TooManyReasons => self.too_many_reasons().to_owned(),
            Refusal::UnknownReason => self.reason_unknown().to_owned(),
            Refusal::ReasonStays => self.reason_stays().to_owned(),
            Refusal::PersonsOutOfRange => self.persons_out_of_range().to_owned(),
            Refusal::NotDoneNotFiled { ticket } => self.not_done_not_filed(&ticket.to_string()),
            Refusal::QuantityOutOfRange => self.quantity_out_of_range().to_owned(),
            Refusal::UnknownProcedure => self.unknown_procedure().to_owned(),
            Refusal::CatalogueFlawed(flaw) => self.catalogue_flawed(&self.flaw(flaw)),
            Refusal::EntryUsed(code) => self.entry_used(&code.0),
            Refusal::NothingOwn(code) => self.nothing_own(&code.0),
            Refusal::UnknownNeedStays => self.unknown_need_stays().to_owned(),
            Refusal::NotLocal(code) => self.not_local(&code.0),
            Refusal::CatalogueStays => self.catalogue_stays().to_owned(),
            Refusal::UnknownStep => self.unknown_step().to_owned(),
            Refusal::UnknownPaper => self.unknown_paper().to_owned(),
            Refusal::DayIsPast => self.day_is_past().to_owned(),
            Refusal::TooManyDaysOff => self.too_many_days_off().to_owned(),
            Refusal::NothingToTakeUp => self.nothing_to_take_up().to_owned(),
            Refusal::TooManyPlaces => self.too_many_places().to_owned(),
            Refusal::NoSuchStation { station } => self.no_such_station(&station.to_string()),
            Refusal::StationClosed { station } => self.station_closed_refused(&station.to_string()),
            Refusal::UnknownVolunteer => self.unknown_volunteer().to_owned(),
            Refusal::NameMissing => self.name_missing().to_owned(),
            Refusal::NameTaken => self.name_taken().to_owned(),
            Refusal::OnDutyNow => self.on_duty_now().to_owned(),
            Refusal::MergedWithItself => self.merged_with_itself().to_owned(),
            Refusal::NoPhoneNumber => self.no_phone_number().to_owned(),
            Refusal::SeriesFull => self.series_full().to_owned(),
            Refusal::ItemEmpty => self.item_empty().to_owned(),
            Refusal::ItemGone => self.item_gone().to_owned(),
            Refusal::ItemHandedOver => self.item_handed_over().to_owned(),
            Refusal::ItemOfAnother => self.item_of_another().to_owned(),
            Refusal::HandoverGone => self.handover_gone().to_owned(),
            Refusal::NothingTaken => self.nothing_taken().to_owned(),
            Refusal::DeedMissing => self.deed_missing().to_owned(),
            Refusal::NobodyCalled => self.nobody_called().to_owned(),
            Refusal::NobodyServed => self.nobody_served().to_owned(),
            Refusal::OnlyCalledGoesBack => self.only_called_goes_back().to_owned(),
            Refusal::NothingToHold => self.nothing_to_hold().to_owned(),
            Refusal::NothingEarlier => self.nothing_earlier().to_owned(),
            Refusal::NothingLater => self.nothing_later().to_owned(),
            Refusal::NothingSelected => self.nothing_selected().to_owned(),
            Refusal::LeaderOnly => self.leader_only().to_owned(),
            Refusal::PinWrong { seconds } => self.pin_wrong(*seconds),
            Refusal::PinTooSoon { seconds } => self.pin_too_soon(*seconds),
            Refusal::NoSuchPin => self.no_such_pin().to_owned(),
            Refusal::PinDiffers => self.pin_differs().to_owned(),
            Refusal::NoPin => self.no_pin().to_owned(),
            Refusal::NobodySits => self.nobody_sits().to_owned(),
            Refusal::NothingToUndo => self.nothing_to_undo().to_owned(),
            Refusal::NothingToRedo => self.nothing_to_redo().to_owned(),
            Refusal::ChangedSince { op, by, station } => {
                self.changed_since(&self.op(op), &self.op(by), &station.to_string())
            }
        }
    }

    /// Why a write or read failed.
    pub fn store_error(self, error: &StoreError) -> String {
        match error {
            StoreError::DiskFull(_) => self.disk_full().to_owned(),
            StoreError::Busy(_) => self.file_busy().to_owned(),
            StoreError::ReadOnly(_) => self.file_read_only().to_owned(),
            StoreError::Damaged(_) => self.file_damaged().to_owned(),
            StoreError::Unsure(_) => self.file_unsure().to_owned(),
            StoreError::Swapped(swap) => self.swap(*swap).to_owned(),
            StoreError::UnknownValue { table, column, value } => {
                self.file_unknown(&format!("{table}.{column}: {value}"))
            }
            StoreError::ReliedOn(_) | StoreError::NotUnique(_) | StoreError::Other(_) => {
                self.file_other(self.trouble(error.trouble()))
            }
        }
    }

    /// Why the file could not be opened.
    pub fn open_error(self, error: &OpenError) -> String {
        match error {
            OpenError::Denied { path, reason } => self.open_denied(&show(path), self.trouble(*reason)),
            OpenError::Absent { path } => self.open_absent(&show(path)),
            OpenError::Damaged { path, reason } => self.open_damaged(&show(path), self.trouble(*reason)),
            OpenError::Foreign { path } => self.open_foreign(&show(path)),
            OpenError::Newer { path, found, known } => self.open_newer(&show(path), *found, *known),
            OpenError::Older { path, found, known } => self.open_older(&show(path), *found, *known),
            OpenError::Locked { path } => self.open_locked(&show(path)),
            OpenError::DiskFull { path } => self.open_disk_full(&show(path)),
            OpenError::Emptied { path } => self.open_emptied(&show(path)),
            OpenError::LogAlone { path } => self.open_log_alone(&show(path)),
            OpenError::StrangeLog { path, name } => self.open_strange_log(&show(path), &show(name)),
        }
    }

    /// What is wrong with the catalogue's file.
    pub fn catalogue_error(self, error: &CatalogueError) -> String {
        match error {
            CatalogueError::File(path, reason) => self.catalogue_file(&show(path), &self.unread(reason)),
            CatalogueError::Flaw(path, CatalogueFlaw { line, what }) => {
                self.catalogue_flaw(&show(path), *line, &self.flaw(what))
            }
        }
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}
