//! The queue in words: giving a number, the order and the waits, who was missed or sent on.

use crate::domain::queue::{Before, Destination, Lane, OutOfTurn, Ratio};
use crate::domain::{AtOnce, Stamp, Visit};
use crate::lang::{Lang, say, words};

say! {
    queue_rules_set { "lưu cách gọi số", "queue rules saved" }
    called_out_of_turn(ticket: &str, why: &str) { "gọi {ticket} ngoài thứ tự: {why}", "{ticket} called out of turn: {why}" }
    not_there(ticket: &str) { "ghi {ticket} không có mặt, không còn ai chờ", "{ticket} did not appear, nobody else is waiting" }
    not_there_next(ticket: &str, next: &str) { "ghi {ticket} không có mặt, gọi {next}", "{ticket} did not appear, {next} called" }
    came_back(ticket: &str) { "đưa {ticket} trở lại hàng chờ", "{ticket} is back in the queue" }
    sent_to_series(ticket: &str, series: char) { "chuyển {ticket} sang loại số {series}, giữ chỗ cũ", "{ticket} sent to series {series}, same place" }
    sent_to_station(ticket: &str, station: &str) { "chuyển {ticket} đến quầy {station}, giữ chỗ cũ", "{ticket} sent to station {station}, same place" }
    sent_anywhere(ticket: &str) { "chuyển {ticket}: quầy nào cũng gọi được", "{ticket} may be called by any station" }

    of_another_day(ticket: &str, date: &str) { "Số {ticket} là của ngày {date}: hôm nay cấp số mới (F2).", "{ticket} is a number of {date}: give a new one today (F2)." }
    called_enough(ticket: &str, times: u8) { "{ticket} đã được gọi {times} lần: F7 ghi không có mặt, Ctrl+P trả về hàng.", "{ticket} was called {times} times: F7 marks it as absent, Ctrl+P puts it back.", times 1: "{ticket} was called once: F7 marks it as absent, Ctrl+P puts it back.", times 2: "{ticket} was called twice: F7 marks it as absent, Ctrl+P puts it back." }
    called_just_now(ticket: &str, seconds: u16) { "{ticket} vừa được gọi: {seconds} giây nữa mới ghi không có mặt được.", "{ticket} was just called: it can be marked as absent in {seconds} s." }
    booked_another_day { "Giờ hẹn phải là giờ trong hôm nay, ví dụ 9:30.", "The booked time must be today, for example 9:30." }
    queue_rule_out_of_range { "Số lần gọi từ 1 đến 9, thời gian đợi từ 0 đến 600 giây.", "Calls must be 1 to 9, the wait 0 to 600 seconds." }

    elsewhere_heading(count: usize) { "Quầy khác gọi ({count})", "Other stations ({count})" }
    booked_short(time: &str) { "hẹn {time}", "at {time}" }
    booked_for(time: &str) { "hẹn {time}", "booked for {time}" }
    booked_come_late(time: &str) { "hẹn {time}, đến muộn", "booked for {time}, came late" }
    back_since(time: &str) { "quay lại lúc {time}", "back at {time}" }
    serve_as_series(series: char) { "chuyển sang loại số {series}", "sent to series {series}" }
    serve_at_station(station: &str) { "chờ riêng quầy {station}", "waits for station {station}" }
    called_all_calls(times: u8) { "Đã gọi đủ {times} lần: F7 ghi không có mặt.", "Called {times} times: F7 marks it as absent.", times 1: "Called once: F7 marks it as absent.", times 2: "Called twice: F7 marks it as absent." }
    called_wait_left(seconds: u16) { "({seconds} giây nữa)", "(in {seconds} s)" }

    out_of_turn_title(ticket: &str) { "Gọi {ticket} ngoài thứ tự vì", "Call {ticket} out of turn because" }
    transfer_title(ticket: &str) { "Chuyển {ticket} đến đâu? (giữ số, giữ chỗ)", "Send {ticket} where? (same number, same place)" }
    find_title { "Tìm lượt hôm nay: gõ số, nhu cầu hoặc tên", "Today's visits: type a number, a need or a name" }
    find_title_on(day: &str) { "Lượt của {day}: gõ số hoặc nhu cầu", "Visits of {day}: type a number or a need" }
    correct_title(ticket: &str) { "Sửa {ticket}", "Correct {ticket}" }
    correct_stands(stage: &str, time: &str) { "Đã ghi: {stage} {time}", "Recorded: {stage} {time}" }
    life_title(ticket: &str, day: &str) { "Diễn biến của {ticket}, {day}", "History of {ticket}, {day}" }
    life_first { "Đến lượt:", "Its turn:" }
    life_ahead(ahead: usize) { "Còn {ahead} số đứng trước:", "{ahead} numbers stood before it:", ahead 1: "1 number stood before it:" }
    life_recent(lanes: &str) { "Vừa gọi các hàng: {lanes}.", "Lanes called before: {lanes}." }
    life_more(lines: usize) { "↓ còn {lines} dòng", "↓ {lines} more lines", lines 1: "↓ 1 more line" }
    life_before { "Đứng trước:", "Before it:" }
    life_after { "Đến sớm hơn mà chưa gọi:", "Had come earlier and still waited:" }
    find_row(ticket: &str, stage: &str, time: &str, needs: &str) { "{ticket}  {stage} {time}  {needs}", "{ticket}  {stage} {time}  {needs}" }
    to_series(series: char, field: &str) { "Loại số {series}: {field}", "Series {series}: {field}" }
    to_station(station: &str) { "Quầy {station}", "Station {station}" }
    to_anywhere { "Quầy nào cũng được, loại số như trên số", "Any station, the number's own series" }
    return_row(ticket: &str, needs: &str, how: &str) { "quay lại: {ticket} {needs} ({how})", "returns: {ticket} {needs} ({how})" }
    return_earlier_row(ticket: &str, day: &str, needs: &str, how: &str) { "quay lại: {ticket} ngày {day}, {needs} ({how})", "returns: {ticket} of {day}, {needs} ({how})" }
    return_open_row(ticket: &str, needs: &str, how: &str) { "còn đây: {ticket} {needs} ({how})", "still here: {ticket} {needs} ({how})" }
    intake_goes_on(ticket: &str, day: &str) { "Tiếp {ticket} ngày {day}", "Continues {ticket} of {day}" }
    no_earlier_visit(ticket: &str, day: &str) { "Không có lượt {ticket} ngày {day}. Xem lại phiếu, hoặc cấp số mới.", "There is no visit {ticket} of {day}. Check the slip, or give a new number." }
    return_not_ended(ticket: &str, stage: &str) { "Số {ticket}: {stage}.", "{ticket} is {stage}." }
    intake_booked { "Giờ hẹn", "Booked for" }
    flaw_booked { "giờ như 9:30", "a time like 9:30" }

    why_title(ticket: &str) { "Vì sao {ticket} đứng ở đây?", "Why is {ticket} at this place?" }
    why_close { "Esc: đóng", "Esc closes" }
    why_first { "Được gọi kế tiếp.", "It will be called next." }
    why_ahead(count: usize) { "Còn {count} lượt được gọi trước.", "Called before it: {count}." }
    why_lane_priority(why: &str) { "Hàng ưu tiên: {why}", "Priority lane: {why}" }
    why_lane_ordinary { "Hàng thường", "Ordinary lane" }
    why_came(time: &str) { "đến {time}", "came at {time}" }
    why_booked(time: &str) { "Hẹn {time}: vào hàng đúng giờ đó như người đến lúc {time}.", "Booked for {time}: it joins the queue then, like anyone who comes at {time}." }
    why_booked_late(time: &str) { "Hẹn {time} nhưng đến muộn: xếp theo giờ đến.", "Booked for {time} but late: its place goes by its arrival." }
    why_booked_later(time: &str) { "Chưa đến giờ hẹn {time}: chỉ gọi sớm khi không còn ai khác chờ.", "Booked for {time}, not due yet: called early only when nobody else is waiting." }
    why_returned(time: &str, count: usize) { "Quay lại lúc {time}: về chỗ cũ, nhưng sau {count} lượt đang chờ đầu hàng.", "Back at {time}: it keeps its old place, but goes after the first {count} in its lane." }
    why_series(series: char) { "Được chuyển sang loại số {series}, giữ chỗ cũ.", "Sent to series {series}, at its old place." }
    why_station(station: &str) { "Được chuyển đến quầy {station}: chỉ quầy đó gọi, giữ chỗ cũ.", "Sent to station {station}: only that station calls it, at its old place." }
    why_recent(calls: &str) { "Vừa gọi: {calls}", "Called recently: {calls}" }
    why_before { "Gọi trước:", "Called before it:" }
    why_after { "Đến sớm hơn mà gọi sau:", "Came earlier but will be called later:" }
    why_earlier_place { "cùng hàng, chỗ trước", "same lane, earlier place" }
    why_priority_turn { "đến lượt hàng ưu tiên", "the priority lane's turn" }
    why_ordinary_turn { "đến lượt hàng thường", "the ordinary lane's turn" }
    why_not_yet { "số kia hẹn giờ muộn hơn", "the other one is booked for later" }
    why_returned_later { "số kia vắng rồi quay lại", "the other one was away and came back" }
    why_out_of_turn { "ngoài thứ tự", "out of turn" }

    settings_queue { "Hàng chờ", "Queue" }
    settings_queue_hint { "Như nhau ở mọi quầy. Quầy nào gọi loại số nào: F1, «Các quầy».", "The same at every station. Which series each one calls: F1, \"Stations\"." }
    settings_ratio { "Ưu tiên : thường", "Priority : ordinary" }
    settings_calls { "Gọi nhiều nhất, lần", "Most calls" }
    settings_patience { "Đợi sau khi gọi, giây", "Wait after a call, s" }
    flaw_ratio { "Ghi như 1:2, mỗi số từ 1 đến 9.", "Write it as 1:2, each number from 1 to 9." }
    flaw_series { "Ghi chữ cái của loại số, ví dụ A B; để trống là tất cả.", "Write the letters of the series, for example A B; leave it empty for all." }

    intake_note { "Ghi chú", "Note" }
    intake_note_hint { "Tab: điều cần biết khi gọi", "Tab: what to know when calling" }
    intake_like(ticket: &str) { "Như số {ticket}", "Like {ticket}" }
    note_title(ticket: &str) { "Gọi {ticket}: ghi chú, tên", "Calling {ticket}: note, name" }
    note_hint { "Một dòng, ví dụ «đi xe lăn, gọi to». Xóa khi đóng ca; để trống là bỏ.", "One line, such as \"wheelchair, call loudly\". Erased at close; empty: none." }
    note_shown(note: &str) { "Ghi chú: {note}", "Note: {note}" }
    note_set(ticket: &str) { "lưu ghi chú, tên để gọi {ticket}", "note and name for calling {ticket} saved" }
    note_kept(visit: &str) { "{visit}: còn giữ ghi chú dù lượt đã xong từ hôm trước; mở «motcua» để xóa", "{visit}: the note is still there although the visit ended on an earlier day; opening \"motcua\" erases it" }

    at_once_title(first: &str) { "{first} đến trước: giúp ngay số mới vì", "{first} came first: help the newcomer now because" }
    at_once_in_turn(ticket: &str, needs: &str) { "cấp số {ticket}, giúp ngay: {needs}", "number {ticket} given, helped right away: {needs}" }
    at_once_out_of_turn(ticket: &str, needs: &str, why: &str) { "cấp số {ticket}, giúp ngay ngoài thứ tự ({why}): {needs}", "number {ticket} given, helped right away out of turn ({why}): {needs}" }
    not_next(ticket: &str, next: &str) { "{ticket} không còn là số kế tiếp, chưa gọi ai. Số kế tiếp bây giờ: {next}.", "{ticket} is no longer next; nobody was called. Next now: {next}." }
    not_next_nobody(ticket: &str) { "{ticket} đã được quầy khác gọi; không còn ai chờ.", "{ticket} was called at another station; nobody is waiting." }
    others_first(ticket: &str) { "{ticket} đến trước: giúp ngay người mới thì phải chọn lý do.", "{ticket} came first: helping the newcomer now needs a reason." }
    nothing_to_repeat { "Quầy này chưa cấp số nào trong ca. F2 để cấp số.", "This station has given no number in this shift. F2 gives one." }
    line_serve_now(needs: &str, persons: &str) { "Cấp số và giúp ngay: {needs}; {persons} người", "Give a number and help right away: {needs}; {persons} people", persons 1: "Give a number and help right away: {needs}; {persons} person" }

    one_party_title { "Cùng một nhóm?", "One party?" }
    one_party_question(numbers: usize, need: &str, seconds: i64) { "Đây là số thứ {numbers} cho «{need}» trong {seconds} giây. Có phải cùng một nhóm người?", "This is number {numbers} for \"{need}\" within {seconds} s. Is it all one party?" }
    one_party_join(first: &str, persons: u16, others: &str) { "2 Một nhóm: {first} cho {persons} người, rút {others}", "2 One party: {first} for {persons} people, {others} taken back", persons 1: "2 One party: {first} for {persons} person, {others} taken back" }
    one_party_apart(numbers: usize) { "1 Người khác nhau: cấp số thứ {numbers} như thường", "1 Different people: give number {numbers} anyway" }
    one_party_back { "Esc: không cấp số này.", "Esc: do not give this number." }
    one_party_made(ticket: &str, persons: u16, ended: usize) { "để {ticket} cho cả nhóm {persons} người, rút {ended} số", "{ticket} is for a party of {persons}, {ended} taken back" }

    wait_between(from: u32, until: u32) { "khoảng {from}–{until} phút", "about {from}–{until} min" }
    wait_about(minutes: u32) { "khoảng {minutes} phút", "about {minutes} min" }
    wait_at_most(minutes: u32) { "không quá {minutes} phút", "at most {minutes} min" }
    wait_given(given: &str, range: &str) { "{given}, chờ {range}", "{given}, wait {range}" }
    wait_new_next { "Lấy số bây giờ: không còn ai phía trước", "A number now: nobody ahead" }
    wait_new(ahead: &str) { "Lấy số bây giờ: còn {ahead} lượt phía trước", "A number now: {ahead} ahead" }
    wait_still_next { "là lượt kế tiếp", "is the next one" }
    wait_still(ahead: &str) { "còn {ahead} lượt phía trước", "{ahead} ahead" }
    wait_more(place: &str, range: &str) { "{place}, chờ thêm {range}", "{place}, {range} to go" }
    late_many(count: usize, limit: &str) { ", !!{count} quá {limit}", ", !!{count} over {limit}" }
    late_few(count: usize) { ", !!{count}", ", !!{count}" }
    settings_wait_limit { "Cảnh báo khi chờ quá (phút)", "Warn after a wait of (min)" }
    settings_wait_hint { "Lượt chờ quá số phút này có dấu !! trong hàng chờ; 0: không cảnh báo.", "A longer wait is marked !! in the queue; 0: no warning." }
    wait_limit_out_of_range { "Cảnh báo khi chờ quá: từ 0 đến 240 phút; 0 là không cảnh báo.", "Warn after 0 to 240 minutes; 0 means no warning." }
    wait_limit_set(minutes: u16) { "lưu cảnh báo khi chờ quá {minutes} phút", "warning after a wait of {minutes} min saved" }

}

words! {
    /// Why somebody was called before the others.
    out_of_turn(OutOfTurn) {
        OutOfTurn::Official => "yêu cầu của cán bộ", "the official asked for it";
        OutOfTurn::OneMinute => "việc chỉ mất một phút", "it takes only a minute";
        OutOfTurn::Health => "sức khỏe, khẩn cấp", "health, an emergency";
        OutOfTurn::Together => "đi cùng người trước", "came with the one before";
        OutOfTurn::Other => "khác", "another reason";
    }
    /// A lane in a word.
    lane(Lane) {
        Lane::Priority => "ưu tiên", "priority";
        Lane::Ordinary => "thường", "ordinary";
    }
}

impl Lang {
    /// The rule of the lanes as one line for the room: «Cứ 1 lượt ưu tiên thì 2 lượt thường».
    pub fn rule_of_lanes(self, ratio: Ratio) -> String {
        let (priority, ordinary) = (ratio.priority(), ratio.ordinary());
        match self {
            Self::Vi => format!("Cứ {priority} lượt ưu tiên thì {ordinary} lượt thường"),
            Self::En => format!("For every {priority} priority, {ordinary} ordinary"),
        }
    }

    /// Why one visit goes before another.
    pub const fn before(self, why: Before) -> &'static str {
        match why {
            Before::EarlierPlace => self.why_earlier_place(),
            Before::LaneTurn(Lane::Priority) => self.why_priority_turn(),
            Before::LaneTurn(Lane::Ordinary) => self.why_ordinary_turn(),
            Before::OtherBooked => self.why_not_yet(),
            Before::OtherReturned => self.why_returned_later(),
        }
    }

    /// What was done when a visit was sent on.
    pub fn transferred(self, ticket: &str, to: Destination) -> String {
        match to {
            Destination::Series(series) => self.sent_to_series(ticket, series.letter()),
            Destination::Station(station) => self.sent_to_station(ticket, &station.to_string()),
            Destination::Anywhere => self.sent_anywhere(ticket),
        }
    }

    /// What is special about where a visit stands: booked, back again, sent on. Nothing for most.
    pub fn standing(self, visit: &Visit) -> Option<String> {
        let standing = &visit.standing;
        let booked = standing.booked.map(|booked| {
            let time = self.clock(booked);
            if booked < visit.arrived { self.booked_come_late(&time) } else { self.booked_for(&time) }
        });
        let words: Vec<String> = [
            booked,
            standing.returned.map(|at| self.back_since(&self.clock(at))),
            standing.series.map(|series| self.serve_as_series(series.letter())),
            standing.station.map(|station| self.serve_at_station(&station.to_string())),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!words.is_empty()).then(|| self.sentence(&words.join(" · ")))
    }

    /// What a booked time means for where a visit stands.
    pub fn why_of_booking(self, visit: &Visit, booked: Stamp, now: Stamp) -> String {
        let time = self.clock(booked);
        if !visit.is_due(now) {
            self.why_booked_later(&time)
        } else if booked < visit.arrived {
            self.why_booked_late(&time)
        } else {
            self.why_booked(&time)
        }
    }

    /// What was done when a party was helped on the spot.
    pub fn given_at_once(self, ticket: &str, needs: &str, at_once: AtOnce) -> String {
        match at_once {
            AtOnce::InTurn => self.at_once_in_turn(ticket, needs),
            AtOnce::OutOfTurn(why) => self.at_once_out_of_turn(ticket, needs, self.out_of_turn(why)),
        }
    }

    /// A wait as a range, from the least and the most minutes that it is likely to be.
    pub fn wait_range(self, (from, until): (u32, u32)) -> String {
        match (from, until) {
            (0, most) => self.wait_at_most(most),
            (least, most) if least == most => self.wait_about(least),
            (least, most) => self.wait_between(least, most),
        }
    }

    /// How it stands with a number that is given now: who waits before it, and how long, where there is ground for that.
    pub fn wait_if_now(self, ahead: usize, wait: Option<(u32, u32)>) -> String {
        let place = match ahead {
            0 => self.wait_new_next().to_owned(),
            _ => self.wait_new(&self.count(ahead as u64)),
        };
        wait.map_or(place.clone(), |wait| self.wait_given(&place, &self.wait_range(wait)))
    }

    /// How it stands with a visit that waits.
    pub fn wait_to_go(self, ahead: usize, wait: Option<(u32, u32)>) -> String {
        let place = match ahead {
            0 => self.wait_still_next().to_owned(),
            _ => self.wait_still(&self.count(ahead as u64)),
        };
        wait.map_or(place.clone(), |wait| self.wait_more(&place, &self.wait_range(wait)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_as_a_range_unless_it_is_none() {
        for (wait, vi, en) in [
            ((20, 35), "khoảng 20–35 phút", "about 20–35 min"),
            ((20, 20), "khoảng 20 phút", "about 20 min"),
            ((0, 5), "không quá 5 phút", "at most 5 min"),
        ] {
            assert_eq!(Lang::Vi.wait_range(wait), vi);
            assert_eq!(Lang::En.wait_range(wait), en);
        }
        assert_eq!(
            Lang::Vi.wait_if_now(6, Some((20, 35))),
            "Lấy số bây giờ: còn 6 lượt phía trước, chờ khoảng 20–35 phút"
        );
        assert_eq!(Lang::En.wait_to_go(0, None), "is the next one");
    }
}
