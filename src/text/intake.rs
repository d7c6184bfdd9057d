//! The words around giving a number: on the spot, like the last one, several for one party, and what to mind.

use super::Lang;
use crate::domain::AtOnce;

say! {
    intake_note { "Ghi chú", "Note" }
    intake_note_hint { "Shift+F6: điều cần biết khi gọi", "Shift+F6: what to mind when calling" }
    intake_like(ticket: &str) { "Như số {ticket}", "Like {ticket}" }
    note_title(ticket: &str) { "Ghi chú để gọi {ticket}", "Note for calling {ticket}" }
    note_hint { "Một dòng, ví dụ «đi xe lăn, gọi to». Xóa cùng tên; để trống là bỏ.", "One line, as \"wheelchair, call loud\". Erased with the name; empty: none." }
    note_shown(note: &str) { "Ghi chú: {note}", "Note: {note}" }
    note_set(ticket: &str) { "{ticket}: ghi chú để gọi", "{ticket}: note for calling" }
    note_kept(visit: &str) { "{visit}: còn giữ ghi chú dù lượt đã xong từ hôm trước; mở «motcua» để xóa", "{visit}: the note is still kept though the visit ended on an earlier day; opening \"motcua\" erases it" }

    at_once_title(first: &str) { "{first} đến trước: giúp ngay số mới vì", "{first} came first: help the new one at once because" }
    at_once_in_turn(ticket: &str, needs: &str) { "cấp số {ticket}, giúp ngay: {needs}", "number {ticket} given, helped at once: {needs}" }
    at_once_out_of_turn(ticket: &str, needs: &str, why: &str) { "cấp số {ticket}, giúp ngay ngoài thứ tự ({why}): {needs}", "number {ticket} given, helped at once out of turn ({why}): {needs}" }
    others_first(ticket: &str) { "{ticket} đến trước: giúp ngay người mới thì phải chọn lý do.", "{ticket} came first: helping the new one at once needs a reason." }
    nothing_to_repeat { "Quầy này chưa cấp số nào trong ca. F2 để cấp số.", "This station has given no number in this shift. F2 gives one." }
    line_serve_now(needs: &str, persons: &str) { "Cấp số và giúp ngay: {needs}; {persons} người", "Give a number and help at once: {needs}; {persons} persons" }

    one_party_title { "Cùng một nhóm?", "One party?" }
    one_party_question(numbers: usize, need: &str, seconds: i64) { "Đây là số thứ {numbers} cho «{need}» trong {seconds} giây. Có phải cùng một nhóm người?", "This is number {numbers} for \"{need}\" within {seconds} s. Are they one party?" }
    one_party_join(first: &str, persons: u8, others: &str) { "F5 Một nhóm: {first} cho {persons} người, rút {others}", "F5 One party: {first} for {persons} persons, {others} taken back" }
    one_party_apart(numbers: usize) { "F6 Người khác nhau: cấp số thứ {numbers} như thường", "F6 Different people: give number {numbers} all the same" }
    one_party_back { "Esc: không cấp số này.", "Esc: this number is not given." }
    one_party_made(ticket: &str, persons: u8, ended: usize) { "{ticket} cho cả nhóm {persons} người, rút {ended} số", "{ticket} for a party of {persons}, {ended} taken back" }
}

impl Lang {
    /// What was done when a party was helped on the spot.
    pub fn given_at_once(self, ticket: &str, needs: &str, at_once: AtOnce) -> String {
        match at_once {
            AtOnce::InTurn => self.at_once_in_turn(ticket, needs),
            AtOnce::OutOfTurn(why) => self.at_once_out_of_turn(ticket, needs, self.out_of_turn(why)),
        }
    }
}
