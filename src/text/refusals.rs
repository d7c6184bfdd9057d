//! When a rule says no: why, and what to do.

use super::Lang;
use crate::domain::Refusal;

say! {
    no_shift { "Chưa mở ca. Nhấn F3 để mở ca.", "No shift is open. Press F3 to open one." }
    shift_open { "Ca đang mở rồi.", "A shift is open already." }
    nobody_on_duty { "Chọn ít nhất một người trực (phím cách).", "Pick at least one person on duty (Space)." }
    not_on_duty { "Người này không có trong ca trực.", "This person is not on duty in this shift." }
    nobody_waiting { "Không còn ai chờ. F2 để cấp số.", "Nobody is waiting. F2 gives a number." }
    visit_gone { "Lượt này không còn: quầy khác vừa rút lại số.", "This visit is gone: another station took the number back." }
    assist_gone { "Việc này không còn trong lượt.", "This item is no longer on the visit." }
    no_need { "Chọn ít nhất một nhu cầu.", "Pick at least one need." }
    persons_out_of_range { "Số người từ 1 đến 99.", "The head-count is 1 to 99." }
    target_out_of_range { "Chỉ tiêu từ 1 đến 100 %, hoặc để trống.", "A target is 1 to 100 %, or empty." }
    too_many_hamlets { "Danh sách có tối đa 300 thôn, ấp, tổ dân phố.", "The list holds at most 300 hamlets." }
    unknown_hamlet { "Thôn này không có trong danh sách.", "This hamlet is not on the list." }
    quantity_out_of_range { "Số lượng từ 1 đến 99.", "The quantity is 1 to 99." }
    unknown_procedure { "Thủ tục không có trong danh mục.", "The procedure is not in the catalogue." }
    unknown_step { "Thủ tục không có bước này.", "The procedure has no such step." }
    unknown_volunteer { "Người này không có trong danh sách đội.", "This person is not on the roster." }
    name_missing { "Chưa ghi tên.", "The name is missing." }
    name_taken { "Tên này đã có trong danh sách; thêm chữ để phân biệt.", "The roster has this name; add a word to tell them apart." }
    series_full { "Dãy số hôm nay đã hết.", "Today's series of numbers is used up." }
    handover_waiting { "Đọc và xác nhận bàn giao của ca trước (phím cách) rồi mở ca.", "Read and acknowledge the last shift's handover (Space), then open." }
    nothing_to_hold { "Chưa tiếp ai, cũng không có lượt tạm giữ.", "Nobody is being served and nothing is on hold." }
    nothing_selected { "Chọn một lượt bằng mũi tên lên, xuống trước đã.", "Choose a visit with the arrows first." }
    nothing_to_undo { "Không có gì để hoàn tác hôm nay ở quầy này.", "Nothing to undo today at this station." }
    nothing_to_redo { "Không có gì để làm lại.", "Nothing to redo." }
    station_busy(ticket: &str, stage: &str) { "Quầy {stage} {ticket}: xong (F4) hoặc tạm giữ (F6) trước đã.", "This station has {ticket} ({stage}): finish (F4) or hold (F6) first." }
    at_another_station(ticket: &str, station: &str) { "{ticket} đang ở quầy {station}.", "{ticket} is at station {station}." }
    wrong_stage(ticket: &str, stage: &str) { "{ticket} {stage}: không làm được việc này.", "{ticket} is {stage}: this cannot be done now." }
    already_ended(ticket: &str, stage: &str) { "{ticket} {stage}; Ctrl+Z để hoàn tác nếu nhầm.", "{ticket} is {stage}; Ctrl+Z undoes it if that was wrong." }
    changed_since(op: &str, by: &str, station: &str) { "Không hoàn tác được «{op}»: quầy {station} đã làm «{by}» sau đó.", "Cannot turn back \"{op}\": station {station} has since done \"{by}\"." }
}

impl Lang {
    /// Why a rule said no, and what to do.
    pub fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NoShift => self.no_shift().to_owned(),
            Refusal::ShiftOpen => self.shift_open().to_owned(),
            Refusal::NobodyOnDuty => self.nobody_on_duty().to_owned(),
            Refusal::NotOnDuty => self.not_on_duty().to_owned(),
            Refusal::NobodyWaiting => self.nobody_waiting().to_owned(),
            Refusal::StationBusy { ticket, stage } => {
                self.station_busy(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::AtAnotherStation { ticket, station } => {
                self.at_another_station(&ticket.to_string(), &station.to_string())
            }
            Refusal::NotWaiting { ticket, stage }
            | Refusal::NotCalled { ticket, stage }
            | Refusal::NotServing { ticket, stage }
            | Refusal::NotHeld { ticket, stage }
            | Refusal::NotTaken { ticket, stage }
            | Refusal::NotEnded { ticket, stage } => {
                self.wrong_stage(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::AlreadyEnded { ticket, stage } => {
                self.already_ended(&ticket.to_string(), self.stage(*stage))
            }
            Refusal::OfAnotherDay { ticket, day } => {
                self.of_another_day(&ticket.to_string(), &self.date(*day))
            }
            Refusal::CalledEnough { ticket, times } => self.called_enough(&ticket.to_string(), *times),
            Refusal::CalledJustNow { ticket, seconds } => self.called_just_now(&ticket.to_string(), *seconds),
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
            Refusal::UnknownVolunteer => self.unknown_volunteer().to_owned(),
            Refusal::NameMissing => self.name_missing().to_owned(),
            Refusal::NameTaken => self.name_taken().to_owned(),
            Refusal::SeriesFull => self.series_full().to_owned(),
            Refusal::HandoverWaiting => self.handover_waiting().to_owned(),
            Refusal::NothingToHold => self.nothing_to_hold().to_owned(),
            Refusal::NothingSelected => self.nothing_selected().to_owned(),
            Refusal::NothingToUndo => self.nothing_to_undo().to_owned(),
            Refusal::NothingToRedo => self.nothing_to_redo().to_owned(),
            Refusal::ChangedSince { op, by, station } => {
                self.changed_since(&self.op(op), &self.op(by), &station.to_string())
            }
        }
    }
}
