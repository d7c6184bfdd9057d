//! The order of the queue in words: who is called next and why, who was missed, who was sent on.

use super::Lang;
use crate::domain::queue::{Before, Destination, Lane, OutOfTurn, Ratio};
use crate::domain::{Stamp, Visit};

say! {
    queue_rules_set { "đặt cách gọi số", "rules of the queue changed" }
    called_out_of_turn(ticket: &str, why: &str) { "gọi {ticket} ngoài thứ tự: {why}", "{ticket} called out of turn: {why}" }
    not_there(ticket: &str) { "{ticket} không có mặt, không còn ai chờ", "{ticket} is not there, nobody else waits" }
    not_there_next(ticket: &str, next: &str) { "{ticket} không có mặt, gọi {next}", "{ticket} is not there, {next} called" }
    came_back(ticket: &str) { "{ticket} quay lại hàng chờ", "{ticket} is back in the queue" }
    sent_to_series(ticket: &str, series: char) { "chuyển {ticket} sang dãy {series}, giữ chỗ cũ", "{ticket} sent to series {series}, same place" }
    sent_to_station(ticket: &str, station: &str) { "chuyển {ticket} đến quầy {station}, giữ chỗ cũ", "{ticket} sent to station {station}, same place" }
    sent_anywhere(ticket: &str) { "{ticket}: quầy nào cũng gọi được", "{ticket} may be called by any station" }

    of_another_day(ticket: &str, date: &str) { "Số {ticket} là của ngày {date}: hôm nay cấp số mới (F2).", "{ticket} is a number of {date}: give a new one today (F2)." }
    called_enough(ticket: &str, times: u8) { "{ticket} đã được gọi {times} lần: Delete ghi không có mặt và gọi người sau, Ctrl+P trả về hàng.", "{ticket} was called {times} times: Delete notes it as not there and calls the next, Ctrl+P puts it back." }
    called_just_now(ticket: &str, seconds: u16) { "{ticket} vừa được gọi: {seconds} giây nữa mới ghi không có mặt được.", "{ticket} was just called: it can be noted as not there in {seconds} seconds." }
    booked_another_day { "Giờ hẹn phải là giờ trong hôm nay, ví dụ 9:30.", "A booked time is a time of today, for example 9:30." }
    queue_rule_out_of_range { "Số lần gọi từ 1 đến 9, thời gian đợi từ 0 đến 600 giây.", "Calls are 1 to 9, the wait is 0 to 600 seconds." }

    elsewhere_heading(count: usize) { "Quầy khác gọi ({count})", "Other stations ({count})" }
    booked_short(time: &str) { "hẹn {time}", "at {time}" }
    booked_for(time: &str) { "hẹn {time}", "booked for {time}" }
    booked_come_late(time: &str) { "hẹn {time}, đến muộn", "booked for {time}, came late" }
    back_since(time: &str) { "quay lại lúc {time}", "back at {time}" }
    serve_as_series(series: char) { "chuyển sang dãy {series}", "sent to series {series}" }
    serve_at_station(station: &str) { "chờ riêng quầy {station}", "waits for station {station}" }
    called_keys_next { "Delete không có mặt, gọi tiếp", "Delete not there, call the next" }
    called_all_calls(times: u8) { "Đã gọi đủ {times} lần: Delete ghi không có mặt và gọi người sau.", "Called {times} times: Delete notes it as not there and calls the next." }
    called_wait_left(seconds: u16) { "({seconds} giây nữa)", "(in {seconds} s)" }

    out_of_turn_title(ticket: &str) { "Gọi {ticket} trước thứ tự vì", "Call {ticket} before the others because" }
    transfer_title(ticket: &str) { "Chuyển {ticket} đến đâu? (giữ số, giữ chỗ)", "Send {ticket} where? (same number, same place)" }
    missed_title { "Gọi không có mặt hôm nay: Enter cho quay lại", "Missed today: Enter lets one return" }
    missed_row(ticket: &str, needs: &str, time: &str) { "{ticket}  {needs}, gọi đến {time}", "{ticket}  {needs}, called until {time}" }
    to_series(series: char, field: &str) { "Dãy {series}: {field}", "Series {series}: {field}" }
    to_station(station: &str) { "Quầy {station}", "Station {station}" }
    to_anywhere { "Quầy nào cũng được, dãy như trên số", "Any station, the number's own series" }
    return_row(ticket: &str, needs: &str, how: &str) { "quay lại: {ticket} {needs} ({how})", "back again: {ticket} {needs} ({how})" }
    return_not_ended(ticket: &str, stage: &str) { "Số {ticket}: {stage}.", "{ticket} is {stage}." }
    intake_booked { "Giờ hẹn", "Booked for" }
    flaw_booked { "giờ như 9:30", "a time like 9:30" }

    why_title(ticket: &str) { "Vì sao {ticket} đứng ở đây?", "Why does {ticket} stand here?" }
    why_close { "Esc: đóng", "Esc closes" }
    why_first { "Được gọi kế tiếp.", "It is called next." }
    why_ahead(count: usize) { "Còn {count} lượt được gọi trước.", "Called before it: {count}." }
    why_lane_priority(why: &str) { "Hàng ưu tiên: {why}", "Priority lane: {why}" }
    why_lane_ordinary { "Hàng thường", "Ordinary lane" }
    why_came(time: &str) { "đến {time}", "came {time}" }
    why_booked(time: &str) { "Hẹn {time}: vào hàng đúng giờ đó như người đến lúc {time}.", "Booked for {time}: it enters the queue then, as if it came at {time}." }
    why_booked_late(time: &str) { "Hẹn {time} nhưng đến muộn: xếp theo giờ đến.", "Booked for {time} but late: it stands where it came." }
    why_booked_later(time: &str) { "Chưa đến giờ hẹn {time}: chỉ gọi sớm khi không còn ai khác chờ.", "Its time {time} has not come: called early only when nobody else waits." }
    why_returned(time: &str, count: usize) { "Quay lại lúc {time}: về chỗ cũ, nhưng sau {count} người đang chờ đầu hàng.", "Back at {time}: its old place, but behind the {count} who were first in its lane." }
    why_series(series: char) { "Được chuyển sang dãy {series}, giữ chỗ cũ.", "Sent to series {series}, at its old place." }
    why_station(station: &str) { "Được chuyển đến quầy {station}: chỉ quầy đó gọi, giữ chỗ cũ.", "Sent to station {station}: only that one calls it, at its old place." }
    why_recent(calls: &str) { "Vừa gọi: {calls}", "Called lately: {calls}" }
    why_before { "Gọi trước:", "Called before it:" }
    why_after { "Đến sớm hơn mà gọi sau:", "Came earlier and is called later:" }
    why_earlier_place { "cùng hàng, chỗ trước", "same lane, earlier place" }
    why_priority_turn { "đến lượt hàng ưu tiên", "the priority lane's turn" }
    why_ordinary_turn { "đến lượt hàng thường", "the ordinary lane's turn" }
    why_not_yet { "số kia chưa đến giờ hẹn", "the other one is booked for later" }
    why_out_of_turn { "ngoài thứ tự", "out of turn" }

    settings_queue { "Hàng đợi", "Queue" }
    settings_queue_hint { "Như nhau ở mọi quầy; dòng cuối là của riêng quầy này.", "The same at every station; the last line is this station's own." }
    settings_ratio { "Ưu tiên : thường", "Priority : ordinary" }
    settings_calls { "Gọi nhiều nhất, lần", "Most calls" }
    settings_patience { "Đợi sau khi gọi, giây", "Wait after a call, s" }
    settings_series { "Quầy này gọi các dãy", "Series called here" }
    settings_series_all { "tất cả", "all" }
    flaw_ratio { "Ghi như 1:2, mỗi số từ 1 đến 9.", "Write it as 1:2, each number 1 to 9." }
    flaw_series { "Ghi các chữ cái của dãy, ví dụ A B; để trống là tất cả.", "Write the letters of the series, for example A B; empty is all." }
}

impl Lang {
    /// Why somebody was called before the others.
    pub const fn out_of_turn(self, why: OutOfTurn) -> &'static str {
        match (why, self) {
            (OutOfTurn::Official, Self::Vi) => "yêu cầu của cán bộ",
            (OutOfTurn::Official, Self::En) => "the official asks for it",
            (OutOfTurn::OneMinute, Self::Vi) => "việc chỉ mất một phút",
            (OutOfTurn::OneMinute, Self::En) => "it takes only a minute",
            (OutOfTurn::Health, Self::Vi) => "sức khỏe, khẩn cấp",
            (OutOfTurn::Health, Self::En) => "health, an emergency",
            (OutOfTurn::Together, Self::Vi) => "đi cùng người trước",
            (OutOfTurn::Together, Self::En) => "together with the one before",
            (OutOfTurn::Other, Self::Vi) => "khác",
            (OutOfTurn::Other, Self::En) => "another reason",
        }
    }

    /// The rule of the lanes as one line for the room: «Cứ 1 lượt ưu tiên thì 2 lượt thường».
    pub fn rule_of_lanes(self, ratio: Ratio) -> String {
        let (priority, ordinary) = (ratio.priority(), ratio.ordinary());
        match self {
            Self::Vi => format!("Cứ {priority} lượt ưu tiên thì {ordinary} lượt thường"),
            Self::En => format!("For every {priority} priority, {ordinary} ordinary"),
        }
    }

    /// A lane in a word.
    pub const fn lane(self, lane: Lane) -> &'static str {
        match (lane, self) {
            (Lane::Priority, Self::Vi) => "ưu tiên",
            (Lane::Priority, Self::En) => "priority",
            (Lane::Ordinary, Self::Vi) => "thường",
            (Lane::Ordinary, Self::En) => "ordinary",
        }
    }

    /// Why one visit goes before another.
    pub const fn before(self, why: Before) -> &'static str {
        match why {
            Before::EarlierPlace => self.why_earlier_place(),
            Before::LaneTurn(Lane::Priority) => self.why_priority_turn(),
            Before::LaneTurn(Lane::Ordinary) => self.why_ordinary_turn(),
            Before::OtherBooked => self.why_not_yet(),
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
}
