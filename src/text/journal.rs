//! What was done, in words: the journal, notices and what undo names.

use super::holidays::years_of;
use crate::domain::op::Names;
use crate::domain::{Code, LeaveReason, Op, Outcome, OwnReason, StageKind, VolunteerId};
use crate::lang::{Lang, say};

say! {
    office_set { "lưu thông tin trung tâm", "office details saved" }
    shift_opened(part: &str, on_duty: usize) { "mở {part}, {on_duty} người trực", "{part} opened, {on_duty} on duty" }
    numbers_stopped { "ngừng cấp số", "numbers stopped" }
    numbers_go_on { "cấp số trở lại", "numbers given again" }
    duty_changed(on_duty: usize) { "đổi người trực, nay {on_duty} người", "people on duty changed, {on_duty} now" }
    seated { "đổi người tại quầy", "volunteer at the station changed" }
    shift_closed(part: &str, carried: usize, left: usize) { "đóng {part}: chuyển ca sau {carried}, kết thúc {left}", "{part} closed: {carried} carried over, {left} ended" }
    shift_closed_guessed(closed: &str, visits: usize) { "{closed}; ước tính lúc xong của {visits} lượt", "{closed}; the end of {visits} visits estimated", visits 1: "{closed}; the end of 1 visit estimated" }
    shift_closed_late(closed: &str, time: &str) { "{closed}, kết thúc ước tính {time}", "{closed}, its end estimated at {time}" }
    time_said(shown: &str) { "báo giờ đúng, khi đồng hồ máy ghi {shown}", "the right time said, while the PC's clock showed {shown}" }
    clock_right { "đồng hồ máy đúng lại, dùng giờ của máy", "the PC's clock is right again and counts" }
    letterhead_set { "lưu thông tin in trên giấy", "letterhead saved" }
    targets_set { "lưu chỉ tiêu", "targets saved" }
    hamlets_set(hamlets: usize) { "lưu danh sách thôn: {hamlets}", "list of hamlets saved: {hamlets}" }
    outage_began(system: &str) { "ghi sự cố: {system}", "outage noted: {system}" }
    outage_ended(system: &str, time: &str) { "ghi hết sự cố {system} sau {time}", "{system} works again after {time}" }
    remark_kept(span: &str) { "lưu khó khăn, kiến nghị: {span}", "difficulties and proposals saved: {span}" }
    paper_printed(span: &str) { "in hoặc lưu giấy tờ: {span}", "paper printed or saved: {span}" }
    slips_sent(slips: usize) { "gửi in lại phiếu số: {slips}", "slips sent to be printed again: {slips}" }
    slips_ended(printed: usize, failed: usize) { "in phiếu số: được {printed}, lỗi {failed}", "slips: {printed} printed, {failed} failed" }
    person_set(ticket: &str) { "ghi thông tin thống kê của {ticket}", "facts for the statistics of {ticket} saved" }
    number_given(ticket: &str, needs: &str) { "cấp số {ticket}: {needs}", "number {ticket} given: {needs}" }
    called(ticket: &str) { "gọi {ticket}", "{ticket} called" }
    recalled(ticket: &str, times: u8) { "gọi lại {ticket} (lần {times})", "{ticket} called again ({times} times)", times 2: "{ticket} called again (twice)", times 1: "{ticket} called again (once)" }
    appeared(ticket: &str) { "bắt đầu tiếp {ticket}", "{ticket} is here and being served" }
    held(ticket: &str) { "tạm giữ {ticket}", "{ticket} put on hold" }
    resumed(ticket: &str) { "tiếp tục {ticket}", "{ticket} resumed" }
    put_back(ticket: &str) { "trả {ticket} về hàng chờ", "{ticket} put back in the queue" }
    left_because(ticket: &str, why: &str) { "ghi {ticket} rời đi: {why}", "{ticket} left: {why}" }
    finished(ticket: &str, things: &str) { "kết thúc {ticket}: {things} việc", "{ticket} finished: {things} things helped with", things 1: "{ticket} finished: {things} thing helped with" }
    finished_of(ended: &str, quantity: &str) { "{ended} (số lượng {quantity})", "{ended} (quantity {quantity})" }
    finished_undone(ticket: &str, outcome: &str) { "kết thúc {ticket}, {outcome}", "{ticket} ended, {outcome}" }
    finished_but(ended: &str, others: &str) { "{ended}; {others}", "{ended}; {others}" }
    ended_next(ended: &str, next: &str) { "{ended}, gọi {next}", "{ended}, {next} called" }
    ended_last(ended: &str) { "{ended}, không còn ai chờ", "{ended}, nobody waits" }
    assist_added(ticket: &str, what: &str) { "thêm {what} vào {ticket}", "{what} added to {ticket}" }
    assist_removed(ticket: &str, what: &str) { "bỏ {what} khỏi {ticket}", "{what} taken off {ticket}" }
    ticked(ticket: &str, what: &str, step: u8) { "đánh dấu bước {step} của {what} ({ticket})", "step {step} of {what} ticked ({ticket})" }
    unticked(ticket: &str, what: &str, step: u8) { "bỏ dấu bước {step} của {what} ({ticket})", "step {step} of {what} unticked ({ticket})" }
    quantity_set(ticket: &str, what: &str, quantity: &str) { "ghi {what} ({ticket}): số lượng {quantity}", "{what} ({ticket}): quantity {quantity}" }
    value_set(ticket: &str, what: &str, value: &str) { "ghi {what} ({ticket}): {value}", "{what} ({ticket}): {value}" }
    paid_online_set(ticket: &str, what: &str, value: &str) { "ghi {what} ({ticket}), nộp tiền trực tuyến: {value}", "{what} ({ticket}), paid online: {value}" }
    persons_set(ticket: &str, persons: u16) { "ghi {ticket}: {persons} người", "{ticket}: {persons} people", persons 1: "{ticket}: {persons} person" }
    names_erased(count: u32) { "xóa tên, ghi chú của {count} lượt đã hết việc", "names and notes of {count} ended visits erased", count 1: "name and note of {count} ended visit erased" }
    ending_set(ticket: &str, ending: &str) { "ghi {ticket} kết thúc: {ending}", "{ticket} ended: {ending}" }
    corrected_on(day: &str, to: &str) { "sửa số ngày {day}: {to}", "corrected of {day}: {to}" }
    corrected(to: &str) { "sửa: {to}", "corrected: {to}" }
    corrected_from(corrected: &str, was: &str) { "{corrected} (trước: {was})", "{corrected} (was: {was})" }
    undone(what: &str) { "hoàn tác: {what}", "undone: {what}" }
    redone(what: &str) { "làm lại: {what}", "redone: {what}" }
}

/// Codes in place of names.
struct Codes;

impl Names for Codes {
    fn procedure(&self, code: &Code) -> String {
        code.0.clone()
    }

    fn volunteer(&self, id: VolunteerId) -> String {
        id.0.to_string()
    }

    fn reasons(&self) -> &[OwnReason] {
        &[]
    }
}

impl Lang {
    /// What was done, with codes in place of names. [`Self::op_named`] says names.
    pub fn op(self, op: &Op) -> String {
        self.op_named(op, &Codes)
    }

    /// How a visit ended: with how many things done, and with what became of the others.
    fn ended(
        self,
        ticket: &str,
        (assists, quantity): (u32, u32),
        undone: &[Outcome],
        own: &[OwnReason],
    ) -> String {
        let others: Vec<String> = undone.iter().map(|outcome| self.outcome(*outcome, own)).collect();
        let others = others.join(", ");
        if assists == 0 && !others.is_empty() {
            return self.finished_undone(ticket, &others);
        }
        let ended = self.finished(ticket, &self.count(assists));
        let ended = if quantity > assists { self.finished_of(&ended, &self.count(quantity)) } else { ended };
        if others.is_empty() { ended } else { self.finished_but(&ended, &others) }
    }

    /// How a visit ended; without a reason its party was served.
    fn ending(self, why: Option<LeaveReason>) -> &'static str {
        why.map_or_else(|| self.stage(StageKind::Done), |why| self.leave_reason(why))
    }

    /// What an entry of one value says, the value alone; `None` of any other.
    fn value_of(self, op: &Op, own: &[OwnReason]) -> Option<String> {
        Some(match op {
            Op::PersonsSet { persons, .. } => self.persons_short(&persons.to_string()),
            Op::EndingSet { why, .. } => self.ending(*why).to_owned(),
            Op::QuantitySet { quantity, .. } => self.count(*quantity),
            Op::HowSet { how, .. } => self.how_said(*how).to_owned(),
            Op::ChannelSet { channel, .. } => self.channel_said(*channel).to_owned(),
            Op::PaymentSet { payment, .. } => self.payment_said(*payment).to_owned(),
            Op::OutcomeSet { outcome, .. } => self.outcome(*outcome, own),
            Op::ComeBackSet { when, .. } => {
                self.outcome_on(&self.outcome(Outcome::ComeBack, own), &self.agreed(*when))
            }
            Op::CheckSet { part, state, .. } => self.check_state(*part, *state).to_owned(),
            _ => return None,
        })
    }

    /// What was done.
    pub fn op_named(self, op: &Op, names: &dyn Names) -> String {
        let name = |code: &Code| names.procedure(code);
        let own = names.reasons();
        let ticket = op.ticket().map(|ticket| ticket.to_string()).unwrap_or_default();
        let ticket = ticket.as_str();
        match op {
            Op::OfficeSet => self.office_set().to_owned(),
            Op::PinSet => self.pin_set().to_owned(),
            Op::PinDropped => self.pin_dropped().to_owned(),
            Op::PinSaid => self.pin_said().to_owned(),
            Op::PinMissed => self.pin_missed().to_owned(),
            Op::VolunteerAdded { .. } => self.volunteer_added().to_owned(),
            Op::VolunteerChanged { .. } => self.volunteer_changed().to_owned(),
            Op::VolunteerRetired { .. } => self.volunteer_retired().to_owned(),
            Op::VolunteerBack { .. } => self.volunteer_back().to_owned(),
            Op::VolunteersMerged { .. } => self.volunteers_merged().to_owned(),
            Op::ShiftOpened { part, on_duty } => self.shift_opened(self.shift_part(*part), *on_duty),
            Op::NumbersStopped => self.numbers_stopped().to_owned(),
            Op::NumbersGoOn => self.numbers_go_on().to_owned(),
            Op::DutyChanged { on_duty } => self.duty_changed(*on_duty),
            Op::Seated { .. } => self.seated().to_owned(),
            Op::HandoverTaken { day, part, from, by, taken, left } => {
                let (from, by) = (names.volunteer(*from), names.volunteer(*by));
                let words =
                    self.handover_taken(self.shift_part(*part), &self.short_date(*day), &from, &by, *taken);
                if *left == 0 { words } else { self.handover_taken_but(&words, *left) }
            }
            Op::ItemAdded { kind } => self.item_added(self.item_kind(*kind)),
            Op::ItemChanged { kind } => self.item_changed(self.item_kind(*kind)),
            Op::ItemClosed { kind, why } => self.item_closed(self.item_kind(*kind), self.item_end(*why)),
            Op::ItemTaken { kind, by } => self.item_taken_by(self.item_kind(*kind), &names.volunteer(*by)),
            Op::ItemGiven => self.item_given_on().to_owned(),
            Op::ShiftClosed { part, carried, left, guessed, estimated } => {
                let closed = self.shift_closed(self.shift_part(*part), *carried, *left);
                let closed =
                    if *guessed == 0 { closed } else { self.shift_closed_guessed(&closed, *guessed) };
                match estimated {
                    Some(end) => self.shift_closed_late(&closed, &self.moment(*end)),
                    None => closed,
                }
            }
            Op::WentBack { last } => match last {
                Some(last) => self.went_back(&self.moment(*last)),
                None => self.went_back_empty().to_owned(),
            },
            Op::TimeSaid { shown } => self.time_said(&self.moment(*shown)),
            Op::ClockRight => self.clock_right().to_owned(),
            Op::LetterheadSet => self.letterhead_set().to_owned(),
            Op::WaitLimitSet { minutes } => self.wait_limit_set(*minutes),
            Op::TargetsSet => self.targets_set().to_owned(),
            Op::HamletsSet { hamlets } => self.hamlets_set(*hamlets),
            Op::ReasonsSet { reasons } => self.reasons_set(*reasons),
            Op::PlacesSet { places } => self.places_set(*places),
            Op::ReasonHidden { reason } => self.reason_hidden(&self.stuck_reason(*reason, own)),
            Op::ReasonOffered { reason } => self.reason_offered(&self.stuck_reason(*reason, own)),
            Op::OutageBegan { system } => self.outage_began(self.system(*system)),
            Op::OutageEnded { system, minutes } => {
                self.outage_ended(self.system(*system), &self.duration(i64::from(*minutes) * 60))
            }
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
            Op::Counted { what, today } => self.counted_one(self.counter_once(*what), &self.count(*today)),
            Op::OneParty { persons, ended, .. } => self.one_party_made(ticket, *persons, *ended),
            Op::NoteSet { .. } => self.note_set(ticket),
            Op::Called { .. } => self.called(ticket),
            Op::Recalled { times, .. } => self.recalled(ticket, *times),
            Op::CalledOutOfTurn { why, .. } => self.called_out_of_turn(ticket, self.out_of_turn(*why)),
            Op::NotThere { next: None, .. } => self.not_there(ticket),
            Op::NotThere { next: Some(next), .. } => self.not_there_next(ticket, &next.to_string()),
            Op::CameBack { .. } => self.came_back(ticket),
            Op::Transferred { to, .. } => self.transferred(ticket, *to),
            Op::StationSet { .. } | Op::StationOpened { .. } | Op::StationClosed { .. } => {
                self.op_of_station(op).unwrap_or_default()
            }
            Op::QueueRulesSet => self.queue_rules_set().to_owned(),
            Op::Appeared { .. } => self.appeared(ticket),
            Op::Held { .. } => self.held(ticket),
            Op::Resumed { .. } => self.resumed(ticket),
            Op::PutBack { .. } => self.put_back(ticket),
            Op::SentOn { to, .. } => {
                let why = self.left_for(self.leave_reason(LeaveReason::SentOn), &self.referral(*to, own));
                self.left_because(ticket, &why)
            }
            Op::Left { why, come_back: None, .. } => self.left_because(ticket, self.leave_reason(*why)),
            Op::Left { why, come_back: Some(when), .. } => {
                let why = self.outcome_on(self.leave_reason(*why), &self.agreed(*when));
                self.left_because(ticket, &why)
            }
            Op::Finished { assists, quantity, undone, .. } => {
                self.ended(ticket, (*assists, *quantity), undone, own)
            }
            Op::FinishedAndCalled { assists, quantity, undone, next, .. } => {
                let ended = self.ended(ticket, (*assists, *quantity), undone, own);
                match next {
                    None => self.ended_last(&ended),
                    Some(next) => self.ended_next(&ended, &next.to_string()),
                }
            }
            Op::AssistAdded { procedure, .. } => self.assist_added(ticket, &name(procedure)),
            Op::AssistRemoved { procedure, .. } => self.assist_removed(ticket, &name(procedure)),
            Op::Ticked { procedure, step, .. } => self.ticked(ticket, &name(procedure), *step),
            Op::Unticked { procedure, step, .. } => self.unticked(ticket, &name(procedure), *step),
            Op::CheckSet { procedure, part, place, state, .. } => {
                self.check_set(ticket, &name(procedure), *part, *place, *state)
            }
            Op::ComeBackSet { procedure, when, .. } => {
                self.come_back_set(ticket, &name(procedure), &self.agreed(*when))
            }
            Op::TicksTakenUp { steps, papers, .. } => self.ticks_taken_up(ticket, *steps, *papers),
            Op::OfficeDaysSet { days_off } => self.office_days_set(*days_off),
            Op::HolidaysTaken { years } => self.holidays_taken(&years_of(years)),
            Op::QuantitySet { procedure, quantity, .. } => {
                self.quantity_set(ticket, &name(procedure), &self.count(*quantity))
            }
            Op::HowSet { procedure, how, .. } => {
                self.value_set(ticket, &name(procedure), self.how_said(*how))
            }
            Op::ChannelSet { procedure, channel, .. } => {
                self.value_set(ticket, &name(procedure), self.channel_said(*channel))
            }
            Op::PaymentSet { procedure, payment, .. } => {
                self.paid_online_set(ticket, &name(procedure), self.payment_said(*payment))
            }
            Op::OutcomeSet { procedure, outcome, .. } => {
                self.value_set(ticket, &name(procedure), &self.outcome(*outcome, own))
            }
            Op::PersonsSet { persons, .. } => self.persons_set(ticket, *persons),
            Op::PaperPrinted { span } => self.paper_printed(&self.span(*span)),
            Op::SlipsSent { slips } => self.slips_sent(*slips),
            Op::SlipsEnded { printed, failed } => self.slips_ended(*printed, *failed),
            Op::NamesErased { count } => self.names_erased(*count),
            Op::EndingSet { why, .. } => self.ending_set(ticket, self.ending(*why)),
            Op::Corrected { to, was, day, .. } => {
                let to = self.op_named(to, names);
                let corrected = match day {
                    Some(day) => self.corrected_on(&self.short_date(*day), &to),
                    None => self.corrected(&to),
                };
                match was.as_deref().and_then(|was| self.value_of(was, own)) {
                    Some(was) => self.corrected_from(&corrected, &was),
                    None => corrected,
                }
            }
            Op::Undone { of } => self.undone(&self.op_named(of, names)),
            Op::Redone { of } => self.redone(&self.op_named(of, names)),
        }
    }
}
