//! What one shift leaves to the next: its screens, its items, and the paper that both sign.

use crate::domain::handover::Became;
use crate::domain::printer::AtClose;
use crate::domain::{ItemEnd, ItemKind, NextDeed};
use crate::lang::{Lang, say, words};

words! {
    /// What an item is about.
    item_kind(ItemKind) {
        ItemKind::Visit => "lượt chưa xong", "open visit";
        ItemKind::Promise => "hẹn quay lại", "comes back";
        ItemKind::Outage => "sự cố", "outage";
        ItemKind::Stuck => "vướng, cần theo dõi", "stuck, to be chased";
        ItemKind::Other => "khác", "other";
        ItemKind::Found => "đồ bỏ quên", "found";
        ItemKind::Borrowed => "cho mượn", "borrowed";
        ItemKind::Supplies => "vật tư, máy móc", "supplies, machines";
    }

    /// Why an item is over.
    item_end(ItemEnd) {
        ItemEnd::Done => "đã xong", "done";
        ItemEnd::Returned => "đã trả lại", "given back";
        ItemEnd::NotNeeded => "không cần nữa", "no longer needed";
        ItemEnd::Mistake => "ghi nhầm", "written by mistake";
    }

    /// What the receiver does next.
    next_deed(NextDeed) {
        NextDeed::Call => "gọi", "call";
        NextDeed::Keep => "giữ lại", "keep";
        NextDeed::Return => "trả về", "give back";
        NextDeed::Ask => "hỏi lại", "ask";
    }
}

say! {
    item_added(kind: &str) { "ghi mục bàn giao: {kind}", "handover item written: {kind}" }
    item_changed(kind: &str) { "sửa mục bàn giao: {kind}", "handover item changed: {kind}" }
    item_closed(kind: &str, why: &str) { "gỡ mục bàn giao ({kind}): {why}", "handover item taken off ({kind}): {why}" }
    item_taken_by(kind: &str, by: &str) { "nhận mục bàn giao: {kind} ({by})", "handover item taken: {kind} ({by})" }
    item_given_on { "giao đồ bỏ quên cho cán bộ", "found things handed to the official" }
    handover_taken(part: &str, date: &str, from: &str, by: &str, taken: usize) { "nhận bàn giao {part} {date}: {from} giao, {by} nhận {taken} mục", "handover of the {part} of {date}: given by {from}, {taken} items taken by {by}", taken 1: "handover of the {part} of {date}: given by {from}, 1 item taken by {by}" }
    handover_taken_but(taken: &str, left: usize) { "{taken}, còn {left} mục chưa nhận", "{taken}, {left} not taken" }

    /// «A003 Khai sinh: đang chờ từ 10:40»
    item_visit(visit: &str, stage: &str, time: &str) { "{visit}: {stage} từ {time}", "{visit}: {stage} since {time}" }
    item_missed_call(visit: &str) { "{visit}: gọi không có mặt, có thể quay lại", "{visit}: called and not there, may come back" }
    item_step(step: u8, of: usize) { "bước {step}/{of}", "step {step} of {of}" }
    item_promise(visit: &str, when: &str) { "{visit}: hẹn {when}", "{visit}: comes back {when}" }
    item_outage(system: &str, time: &str) { "{system}: sự cố từ {time}", "{system}: down since {time}" }
    item_stuck(visit: &str, reason: &str) { "{visit}: vướng, {reason}", "{visit}: stuck, {reason}" }
    item_lacks(papers: &str) { "thiếu {papers}", "lacks {papers}" }
    item_words(kind: &str, words: &str) { "{kind}: {words}", "{kind}: {words}" }
    item_given(time: &str) { "cán bộ giữ từ {time}", "with the official since {time}" }
    item_has(name: &str) { "{name} phụ trách", "{name} has it" }
    item_promised_by(name: &str) { "{name} hẹn", "promised by {name}" }
    item_served_by(name: &str) { "{name} đã tiếp", "served by {name}" }
    item_due(when: &str) { "hạn {when}", "due {when}" }
    item_since(when: &str) { "có từ {when}", "since {when}" }
    item_missed(shifts: u32) { "{shifts} ca chưa ai nhận", "not taken for {shifts} shifts", shifts 1: "not taken for 1 shift" }
    item_untaken { "chưa nhận", "not taken" }
    item_taken(name: &str, time: &str) { "{name} nhận {time}", "taken by {name} at {time}" }
    item_taken_short(name: &str) { "{name} nhận", "{name}" }

    became_stage(stage: &str, time: &str) { "nay {stage} ({time})", "now {stage} ({time})" }
    became_back(ticket: &str) { "đã quay lại: {ticket}", "has come back: {ticket}" }
    became_works(time: &str) { "đã chạy lại {time}", "works again since {time}" }
    became_passed { "đã qua ngày", "its day has passed" }
    became_closed(why: &str, time: &str) { "{why} ({time})", "{why} ({time})" }
    became_unstuck { "đã sửa, hết vướng", "set right, no longer stuck" }
    changed_since_frozen(count: usize) { "Thay đổi sau khi ghi: {count} mục", "Changed since it was written: {count} items", count 1: "Changed since it was written: 1 item" }

    items_title(count: usize) { "Bàn giao ca sau: {count} mục", "For the next shift: {count} items", count 1: "For the next shift: 1 item" }
    items_hint { "Máy tự ghi những gì đã biết. Insert: ghi thêm · PgUp: các lần bàn giao trước", "Filled in by the desk. Insert adds one · PgUp: earlier handovers" }
    items_none { "Không có gì để bàn giao.", "There is nothing to hand over." }
    items_more(count: usize) { "còn {count} mục ở dưới", "{count} more below" }
    handover_title(part: &str, date: &str, count: usize) { "Bàn giao {part} {date}: {count} mục", "Handover of the {part} of {date}: {count} items", count 1: "Handover of the {part} of {date}: 1 item" }
    handover_given(name: &str, time: &str) { "{name} giao {time}", "given by {name} at {time}" }
    handover_taken_at(name: &str, time: &str) { "{name} nhận {time}", "taken by {name} at {time}" }
    handover_not_taken { "chưa ai nhận", "nobody has taken it" }
    handover_remark(words: &str) { "Kiến nghị của người nhận: {words}", "Remark of the receiver: {words}" }
    handover_pending(part: &str, date: &str, count: u32) { "Bàn giao {part} {date}: {count} mục chưa ai nhận (F1, «Nhận bàn giao»).", "Handover of the {part} of {date}: {count} items not taken (F1, \"Take over\").", count 1: "Handover of the {part} of {date}: 1 item not taken (F1, \"Take over\")." }
    handover_left(part: &str, date: &str, count: u32) { "Bàn giao {part} {date}: còn {count} mục chưa ai nhận; mở ca rồi nhận ở F1, «Bàn giao».", "Handover of the {part} of {date}: {count} items not taken; open the shift, then F1, \"Handover\".", count 1: "Handover of the {part} of {date}: 1 item not taken; open the shift, then F1, \"Handover\"." }
    bar_untaken(count: u32) { "Bàn giao: {count} chưa nhận", "Handover: {count} not taken" }

    take_title(part: &str, date: &str, name: &str, count: usize) { "Nhận bàn giao {part} {date}, {name} giao: {count} mục", "Take over the {part} of {date} from {name}: {count} items", count 1: "Take over the {part} of {date} from {name}: 1 item" }
    take_hint { "Đọc lại từng mục. Space: nhận; mục đến hạn: 1 gọi, 2 giữ lại, 3 trả về, 4 hỏi lại. Đủ rồi: F10. Để sau: Esc.", "Read each item back. Space takes it; of what is due: 1 call, 2 keep, 3 give back, 4 ask. Then F10; Esc: later." }
    take_ask_plain { "chưa: Space", "not yet: Space" }
    take_ask_due { "đến hạn: 1–4", "due: 1–4" }
    take_done { "đã nhận", "taken" }
    take_by { "Người nhận", "Taken by" }
    take_by_unset { "gõ tên người nhận", "type the name" }
    take_remark { "Kiến nghị", "Remark" }
    take_remark_unset { "không có", "none" }
    take_deed_title(item: &str) { "{item}: làm gì tiếp?", "{item}: what next?" }
    take_later { "để sau", "later" }
    take_accept { "nhận bàn giao", "take over" }

    item_new { "Mục bàn giao mới", "A new handover item" }
    item_edit { "Sửa mục bàn giao", "Changing a handover item" }
    item_words_label { "Nội dung", "What" }
    item_kind_label { "Loại", "Kind" }
    item_due_label { "Hạn", "Due" }
    item_due_hint { "Ngày/tháng, ví dụ 3/12. Để trống: không có hạn.", "Day/month, such as 3/12. Empty: not due." }
    item_owner_label { "Người phụ trách", "Who has it" }
    item_owner_unset { "người đang ngồi máy", "who sits here" }
    item_then_label { "Nếu … thì …", "If … then …" }
    item_foot { "F10: ghi. Không ghi tên, số giấy tờ của người dân.", "F10 saves. No citizen's name or number of a paper." }
    item_end_title(item: &str) { "{item}: vì sao gỡ?", "{item}: why is it over?" }
    item_give { "Giao cho cán bộ giữ (vẫn trong danh sách)", "Hand it to the official (it stays on the list)" }
    flaw_due { "Không có ngày này, hoặc đã qua.", "There is no such day, or it is past." }

    close_items_label { "Dặn ca sau, mỗi dòng một mục", "For the next shift, one item a line" }
    close_items(count: usize) { "Mục bàn giao: {count} (xem: F1, «Bàn giao»)", "Handover items: {count} (see F1, \"Handover\")" }
    close_giver(name: &str) { "Người giao: {name}", "Given by: {name}" }
    close_found_left(count: usize) { "Đồ bỏ quên chưa giao cán bộ: {count}.", "Found things that the official does not have yet: {count}." }
    close_long(ticket: &str, from: &str, until: &str, length: &str) { "{ticket}  tiếp {from}–{until}, {length}", "{ticket}  served {from}–{until}, {length}" }
    close_long_kept { "giữ như đã ghi", "as it was entered" }
    close_estimated(time: &str) { "xong {time}, ước tính", "done {time}, estimated" }
    close_found(words: &str) { "Đồ bỏ quên đã giao cán bộ: {words}", "Found, handed to the official: {words}" }

    item_empty { "Mục bàn giao chưa có nội dung: gõ vài chữ.", "The item says nothing: type a few words." }
    item_gone { "Mục này đã gỡ hoặc không còn. Xem lại danh sách.", "This item is closed or gone. Look at the list again." }
    item_handed_over { "Mục đã bàn giao thì không sửa: gỡ mục này, ghi mục mới.", "What was handed over is not changed: take it off and write a new one." }
    item_of_another { "Mục này người khác phụ trách: Space để nhận về mình, hoặc nhờ trưởng nhóm gỡ.", "Somebody else has this item: take it with Space, or ask the leader to take it off." }
    handover_gone { "Bàn giao này đã có người nhận, hoặc đã có bàn giao mới. Xem lại danh sách.", "This handover was taken by somebody, or there is a newer one. Look at the list again." }
    nothing_taken { "Chưa nhận mục nào: Space trên từng mục. Esc: mở ca, nhận sau.", "Nothing is taken yet: Space on each item. Esc: open the shift and take over later." }
    nothing_earlier { "Không có lần bàn giao nào trước đó.", "There is no handover before this one." }
    deed_missing { "Mục đến hạn: bấm số của việc làm tiếp (1 gọi, 2 giữ lại, 3 trả về, 4 hỏi lại).", "This item is due: press the digit of what is done next (1 call, 2 keep, 3 give back, 4 ask)." }

    tally_left_out(count: &str) { "Thời gian tiếp không kể {count} lượt chỉ ước tính được.", "Time being served leaves {count} visits out that are only estimates.", count 1: "Time being served leaves 1 visit out that is only an estimate." }
    printers_at_close { "Khi đóng ca", "At close" }
    at_close_tally { "in bảng tổng hợp", "print the tally" }
    at_close_both { "in bảng tổng hợp và tờ bàn giao", "print the tally and the handover" }
    at_close_handover { "in tờ bàn giao", "print the handover" }
    at_close_nothing { "không in", "print nothing" }
    paper_handover { "BÀN GIAO CA", "SHIFT HANDOVER" }
    paper_handover_of(part: &str, date: &str) { "{part} ngày {date}", "{part} of {date}" }
    paper_item { "Mục bàn giao", "Item" }
    paper_taken { "Người nhận, việc làm tiếp", "Taken by, next" }
    paper_equipment { "Máy móc, chìa khóa: đủ", "Equipment and keys: all there" }
    paper_equipment_lacks { "Máy móc, chìa khóa: thiếu, hỏng ……………………………………………………", "Equipment and keys: missing or broken ……………………………………………" }
    paper_taken_whole { "Đã nhận đủ", "All taken over" }
    paper_taken_part(taken: usize, count: usize) { "Đã nhận {taken}/{count} mục", "{taken} of {count} items taken over" }
    paper_taken_remark(words: &str) { "Có kiến nghị: {words}", "With a remark: {words}" }
    paper_leader { "Ý kiến của phụ trách:", "Remark of the leader:" }
    paper_giver { "NGƯỜI GIAO", "GIVEN BY" }
    paper_receiver { "NGƯỜI NHẬN", "TAKEN BY" }
    print_handover(part: &str, date: &str) { "Bàn giao {part} {date}", "Handover of the {part} of {date}" }
}

impl Lang {
    /// What is printed when a shift is closed.
    pub const fn at_close(self, what: AtClose) -> &'static str {
        match what {
            AtClose::Tally => self.at_close_tally(),
            AtClose::TallyAndHandover => self.at_close_both(),
            AtClose::Handover => self.at_close_handover(),
            AtClose::Nothing => self.at_close_nothing(),
        }
    }

    /// What has become of an item, with its number where the party came back.
    pub fn became(self, became: Became, back: impl FnOnce(Became) -> String) -> String {
        match became {
            Became::Stage(stage, at) => self.became_stage(self.stage(stage), &self.clock(at)),
            Became::Back(..) => self.became_back(&back(became)),
            Became::Works(at) => self.became_works(&self.clock(at)),
            Became::Passed => self.became_passed().to_owned(),
            Became::Closed(why, at) => self.became_closed(self.item_end(why), &self.clock(at)),
            Became::Unstuck => self.became_unstuck().to_owned(),
        }
    }
}
