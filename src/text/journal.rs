//! What was done, in words: the journal, notices and what undo names.

use super::Lang;
use crate::domain::{Code, Op, OwnReason};

say! {
    office_set { "khai báo trung tâm", "office set up" }
    volunteer_added { "thêm tình nguyện viên", "volunteer added" }
    shift_opened(part: &str, on_duty: usize) { "mở {part}, {on_duty} người trực", "{part} opened, {on_duty} on duty" }
    duty_changed(on_duty: usize) { "đổi người trực, nay {on_duty} người", "people on duty changed, {on_duty} now" }
    seated { "đổi người tại quầy", "another volunteer at the station" }
    shift_closed(part: &str, carried: usize, left: usize) { "đóng {part}: chuyển ca sau {carried}, kết thúc {left}", "{part} closed: {carried} carried over, {left} ended" }
    letterhead_set { "sửa thông tin in trên giấy", "words of the papers changed" }
    targets_set { "đặt chỉ tiêu", "targets set" }
    hamlets_set(hamlets: usize) { "sửa danh sách thôn: {hamlets}", "list of hamlets changed: {hamlets}" }
    outage_began(system: &str) { "sự cố: {system}", "outage: {system}" }
    outage_ended(system: &str, minutes: u32) { "hết sự cố {system} sau {minutes} phút", "{system} works again after {minutes} min" }
    remark_kept(span: &str) { "ghi khó khăn, đề xuất: {span}", "difficulties and proposals written: {span}" }
    person_set(ticket: &str) { "{ticket}: ghi thông tin thống kê", "{ticket}: facts for the statistics" }
    number_given(ticket: &str, needs: &str) { "cấp số {ticket}: {needs}", "number {ticket} given: {needs}" }
    called(ticket: &str) { "gọi {ticket}", "{ticket} called" }
    recalled(ticket: &str, times: u8) { "gọi lại {ticket} (lần {times})", "{ticket} called again (call {times})" }
    appeared(ticket: &str) { "{ticket} có mặt, bắt đầu tiếp", "{ticket} appeared, serving" }
    held(ticket: &str) { "tạm giữ {ticket}", "{ticket} put on hold" }
    resumed(ticket: &str) { "tiếp tục {ticket}", "{ticket} resumed" }
    put_back(ticket: &str) { "trả {ticket} về hàng chờ", "{ticket} put back in the queue" }
    left_because(ticket: &str, why: &str) { "{ticket} rời đi: {why}", "{ticket} left: {why}" }
    finished(ticket: &str, assists: u32) { "xong {ticket}: {assists} việc", "{ticket} finished: {assists} helped with" }
    finished_next(ticket: &str, assists: u32, next: &str) { "xong {ticket}: {assists} việc, gọi {next}", "{ticket} finished: {assists} helped with, {next} called" }
    finished_last(ticket: &str, assists: u32) { "xong {ticket}: {assists} việc, không còn ai chờ", "{ticket} finished: {assists} helped with, nobody waits" }
    assist_added(ticket: &str, what: &str) { "{ticket} thêm: {what}", "{ticket} added: {what}" }
    assist_removed(ticket: &str, what: &str) { "{ticket} bỏ: {what}", "{ticket} removed: {what}" }
    ticked(ticket: &str, what: &str, step: u8) { "{ticket} đánh dấu bước {step} của {what}", "{ticket} ticked step {step} of {what}" }
    unticked(ticket: &str, what: &str, step: u8) { "{ticket} bỏ dấu bước {step} của {what}", "{ticket} unticked step {step} of {what}" }
    quantity_set(ticket: &str, what: &str, quantity: u8) { "{ticket} {what}: số lượng {quantity}", "{ticket} {what}: quantity {quantity}" }
    value_set(ticket: &str, what: &str, value: &str) { "{ticket} {what}: {value}", "{ticket} {what}: {value}" }
    paid_online_set(ticket: &str, what: &str, value: &str) { "{ticket} {what}, nộp tiền trực tuyến: {value}", "{ticket} {what}, paid online: {value}" }
    persons_set(ticket: &str, persons: u8) { "{ticket}: {persons} người", "{ticket}: {persons} persons" }
    names_erased(count: u32) { "xóa tên, ghi chú của {count} lượt đã hết việc", "names and notes of {count} ended visits erased" }
    undone(what: &str) { "hoàn tác: {what}", "undone: {what}" }
    redone(what: &str) { "làm lại: {what}", "redone: {what}" }
}

impl Lang {
    /// What was done, with codes in place of names. [`Self::op_named`] says names.
    pub fn op(self, op: &Op) -> String {
        self.op_named(op, &|code| code.0.clone(), &[])
    }

    /// What was done; `name` says a procedure's short name, `own` the office's own reasons.
    pub fn op_named(self, op: &Op, name: &dyn Fn(&Code) -> String, own: &[OwnReason]) -> String {
        let ticket = op.ticket().map(|ticket| ticket.to_string()).unwrap_or_default();
        let ticket = ticket.as_str();
        match op {
            Op::OfficeSet => self.office_set().to_owned(),
            Op::VolunteerAdded { .. } => self.volunteer_added().to_owned(),
            Op::ShiftOpened { part, on_duty } => self.shift_opened(self.shift_part(*part), *on_duty),
            Op::DutyChanged { on_duty } => self.duty_changed(*on_duty),
            Op::Seated { .. } => self.seated().to_owned(),
            Op::ShiftClosed { part, carried, left } => {
                self.shift_closed(self.shift_part(*part), *carried, *left)
            }
            Op::LetterheadSet => self.letterhead_set().to_owned(),
            Op::WaitLimitSet { minutes } => self.wait_limit_set(*minutes),
            Op::TargetsSet => self.targets_set().to_owned(),
            Op::HamletsSet { hamlets } => self.hamlets_set(*hamlets),
            Op::ReasonsSet { reasons } => self.reasons_set(*reasons),
            Op::ReasonHidden { reason } => self.reason_hidden(&self.stuck_reason(*reason, own)),
            Op::ReasonOffered { reason } => self.reason_offered(&self.stuck_reason(*reason, own)),
            Op::OutageBegan { system } => self.outage_began(self.system(*system)),
            Op::OutageEnded { system, minutes } => self.outage_ended(self.system(*system), *minutes),
            Op::RemarkKept { span } => self.remark_kept(&self.span(*span)),
            Op::EntryAdded { procedure } => self.entry_added(&name(procedure)),
            Op::EntryChanged { procedure } => self.entry_changed(&name(procedure)),
            Op::EntryDropped { procedure } => self.entry_dropped(&name(procedure)),
            Op::EntryRetired { procedure, last: Some(last) } => {
                self.entry_retired(&name(procedure), &self.date(*last))
            }
            Op::EntryRetired { procedure, last: None } => self.entry_offered_again(&name(procedure)),
            Op::EntryReplaced { procedure, by, last } => {
                self.entry_replaced(&name(procedure), &name(by), &self.date(last.plus_days(1)))
            }
            Op::ServiceTurnedOn { procedure } => self.service_turned_on(&name(procedure)),
            Op::ServiceTurnedOff { procedure } => self.service_turned_off(&name(procedure)),
            Op::EntryMoved { procedure } => self.entry_moved(&name(procedure)),
            Op::CatalogueImported { added, changed } => self.catalogue_imported(*added, *changed),
            Op::PersonSet { .. } => self.person_set(ticket),
            Op::NumberGiven { needs, at_once, .. } => {
                let needs = needs.iter().map(name).collect::<Vec<String>>().join(", ");
                match at_once {
                    None => self.number_given(ticket, &needs),
                    Some(at_once) => self.given_at_once(ticket, &needs, *at_once),
                }
            }
            Op::QuestionCounted { today } => self.question_counted(&self.count(*today)),
            Op::OneParty { persons, ended, .. } => self.one_party_made(ticket, *persons, *ended),
            Op::NoteSet { .. } => self.note_set(ticket),
            Op::Called { .. } => self.called(ticket),
            Op::Recalled { times, .. } => self.recalled(ticket, *times),
            Op::CalledOutOfTurn { why, .. } => self.called_out_of_turn(ticket, self.out_of_turn(*why)),
            Op::NotThere { next: None, .. } => self.not_there(ticket),
            Op::NotThere { next: Some(next), .. } => self.not_there_next(ticket, &next.to_string()),
            Op::CameBack { .. } => self.came_back(ticket),
            Op::Transferred { to, .. } => self.transferred(ticket, *to),
            Op::QueueRulesSet => self.queue_rules_set().to_owned(),
            Op::Appeared { .. } => self.appeared(ticket),
            Op::Held { .. } => self.held(ticket),
            Op::Resumed { .. } => self.resumed(ticket),
            Op::PutBack { .. } => self.put_back(ticket),
            Op::Left { why, .. } => self.left_because(ticket, self.leave_reason(*why)),
            Op::Finished { assists, .. } => self.finished(ticket, *assists),
            Op::FinishedAndCalled { assists, next: None, .. } => self.finished_last(ticket, *assists),
            Op::FinishedAndCalled { assists, next: Some(next), .. } => {
                self.finished_next(ticket, *assists, &next.to_string())
            }
            Op::AssistAdded { procedure, .. } => self.assist_added(ticket, &name(procedure)),
            Op::AssistRemoved { procedure, .. } => self.assist_removed(ticket, &name(procedure)),
            Op::Ticked { procedure, step, .. } => self.ticked(ticket, &name(procedure), *step),
            Op::Unticked { procedure, step, .. } => self.unticked(ticket, &name(procedure), *step),
            Op::CheckSet { procedure, part, place, state, .. } => {
                self.check_set(ticket, &name(procedure), *part, *place, *state)
            }
            Op::ComeBackSet { procedure, day, .. } => {
                self.come_back_set(ticket, &name(procedure), &self.date(*day))
            }
            Op::TicksTakenUp { steps, papers, .. } => self.ticks_taken_up(ticket, *steps, *papers),
            Op::OfficeDaysSet { days_off } => self.office_days_set(*days_off),
            Op::QuantitySet { procedure, quantity, .. } => {
                self.quantity_set(ticket, &name(procedure), *quantity)
            }
            Op::HowSet { procedure, how, .. } => self.value_set(ticket, &name(procedure), self.how(*how)),
            Op::ChannelSet { procedure, channel, .. } => {
                self.value_set(ticket, &name(procedure), self.channel(*channel))
            }
            Op::PaymentSet { procedure, payment, .. } => {
                self.paid_online_set(ticket, &name(procedure), self.payment(*payment))
            }
            Op::OutcomeSet { procedure, outcome, .. } => {
                self.value_set(ticket, &name(procedure), &self.outcome(*outcome, own))
            }
            Op::PersonsSet { persons, .. } => self.persons_set(ticket, *persons),
            Op::NamesErased { count } => self.names_erased(*count),
            Op::Undone { of } => self.undone(&self.op_named(of, name, own)),
            Op::Redone { of } => self.redone(&self.op_named(of, name, own)),
        }
    }
}
