//! The stations: their screen, their form, who waits for one of them, and what was done with them.

use crate::domain::{Op, Station, Stations, Visit, VolunteerId};
use crate::lang::{Lang, say};

say! {
    station_set_done(station: &str) { "lưu quầy {station}", "station {station} saved" }
    station_opened(station: &str) { "mở quầy {station}", "station {station} opened" }
    station_closed(station: &str) { "đóng quầy {station}", "station {station} closed" }
    station_closed_waiting(station: &str, waiting: usize) { "đóng quầy {station}; {waiting} lượt chờ riêng quầy này chưa ai gọi", "station {station} closed; {waiting} visits wait for it alone", waiting 1: "station {station} closed; 1 visit waits for it alone" }

    stations_title(open: usize, closed: usize) { "Các quầy: {open} mở, {closed} đóng", "Stations: {open} open, {closed} closed" }
    stations_hint { "Ai cũng mở, đóng được. Chỉ chuyển được đến quầy đang mở.", "Anyone may open or close one; only open ones are offered for sending on." }
    station_is_closed { "đóng", "closed" }
    station_is_empty { "mở, chưa có ai", "open, nobody there" }
    station_empty_with(waiting: usize) { "chưa có ai, {waiting} chờ riêng", "nobody there, {waiting} waiting" }
    station_closed_with(waiting: usize) { "đóng, {waiting} chờ riêng", "closed, {waiting} waiting" }
    station_calls(series: &str) { "loại số {series}", "series {series}" }
    station_calls_all { "mọi loại số", "every series" }
    station_new { "Thêm quầy", "A new station" }
    station_number { "Số của quầy", "Number" }
    station_name { "Tên quầy", "Name" }
    station_room { "Phòng", "Room" }
    station_room_hint { "Ghi như trên biển, ví dụ «phòng 103»; được đọc khi mời số.", "As on the sign, such as \"room 103\"; said when a number is called." }
    station_series { "Gọi loại số", "Calls series" }
    station_two { "Hai người cùng ngồi máy này", "Two share this PC" }
    station_two_hint { "F3 gọi thêm, F6 đổi qua lại; lượt để sang bên vẫn tính là đang tiếp.", "F3 calls a second party, F6 goes to and fro; both count as served." }
    served_aside_for(time: &str, by: &str) { "đang tiếp {time} ({by})", "being served {time} ({by})" }
    served_aside_heading { "Đang tiếp cùng máy", "Served at the same PC" }
    station_foot { "F10: lưu. Quầy mới thì mở ngay.", "F10 saves. A new station is open at once." }
    station_taken { "Đã có quầy mang số này: Esc, chọn quầy đó rồi Enter để sửa.", "There is a station with this number: Esc, choose it, Enter to change it." }
    station_open_now(names: &str) { "Quầy mở: {names}", "Open stations: {names}" }
    station_closed_now(names: &str) { "Quầy đóng: {names}", "Closed stations: {names}" }

    no_such_station(station: &str) { "Không có quầy {station}, chưa chuyển. F1, «Các quầy» để xem hoặc thêm.", "There is no station {station}; nothing was sent on. F1, \"Stations\" lists and adds them." }
    station_closed_refused(station: &str) { "Quầy {station} đang đóng, chưa chuyển. F1, «Các quầy» để mở.", "Station {station} is closed; nothing was sent on. F1, \"Stations\" opens it." }
    send_anyway_question(station: &str) { "Quầy {station} đang đóng: chuyển đến đó thì chưa ai gọi, cho đến khi quầy mở lại. Vẫn chuyển?", "Station {station} is closed: who is sent there is called by nobody until it opens again. Send anyway?" }
    answer_send_anyway { "Có, vẫn chuyển", "Yes, send anyway" }

    unattended_heading(count: usize) { "Chưa có quầy nào gọi ({count})", "No station to call them ({count})" }
    unattended_closed(station: &str) { "Quầy {station} đang đóng: chưa ai gọi số này.", "Station {station} is closed: nobody calls this number." }
    unattended_empty(station: &str) { "Quầy {station} chưa có ai ngồi: chưa ai gọi số này.", "Nobody sits at station {station}: nobody calls this number." }
    unattended_series(series: char) { "Chưa có quầy nào đang gọi loại số {series}.", "No station calls series {series} now." }
    notice_number_apart(ticket: &str, why: &str) { "Đã cấp số {ticket}. {why}", "Number {ticket} given. {why}" }
    waits_at(station: &str) { "quầy {station}", "station {station}" }
    waits_as(series: char) { "loại số {series}", "series {series}" }
    figures_longest_of(longest: &str, who: &str) { "{longest} ({who})", "{longest} ({who})" }
    called_now_in(called: &str, room: &str) { "{called}, {room}", "{called}, {room}" }
}

impl Lang {
    /// A station in a few words: «Quầy 2 · Hộ tịch · phòng 103».
    pub fn station_in_words(self, station: &Station) -> String {
        let number = self.to_station(&station.number.to_string());
        let words = [number.as_str(), &station.name, &station.room];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The same where somebody may be sent: whether anybody is there.
    pub fn station_offered(self, station: &Station, there: Option<VolunteerId>) -> String {
        let words = self.station_in_words(station);
        if there.is_some() { words } else { format!("{words} · {}", self.station_is_empty()) }
    }

    /// Which stations are open and which are closed, where there is more than one to tell of.
    pub fn stations_open(self, stations: &Stations) -> Option<String> {
        let named = |is_open: bool| {
            let of = stations.all().iter().filter(|station| station.is_open == is_open);
            let names = of.map(|station| match station.name.as_str() {
                "" => station.number.to_string(),
                name => format!("{} {name}", station.number),
            });
            names.collect::<Vec<_>>().join(", ")
        };
        let (open, closed) = (named(true), named(false));
        match (closed.is_empty(), stations.all().len()) {
            (true, 0 | 1) => None,
            (true, _) => Some(self.station_open_now(&open)),
            (false, _) if open.is_empty() => Some(self.station_closed_now(&closed)),
            (false, _) => {
                Some(format!("{} · {}", self.station_open_now(&open), self.station_closed_now(&closed)))
            }
        }
    }

    /// For what a waiting visit waits alone: «quầy 2», «loại số C».
    pub fn waits_for(self, visit: &Visit) -> String {
        match visit.standing.station {
            Some(station) => self.waits_at(&station.to_string()),
            None => self.waits_as(visit.series().letter()),
        }
    }

    /// Why nobody calls a waiting visit; `None` of one that somebody does.
    pub fn unattended(self, visit: &Visit, stations: &Stations) -> Option<String> {
        if stations.attend(visit) {
            return None;
        }
        Some(match visit.standing.station {
            Some(station) if stations.is_closed(station) => self.unattended_closed(&station.to_string()),
            Some(station) => self.unattended_empty(&station.to_string()),
            None => self.unattended_series(visit.series().letter()),
        })
    }

    /// What was done with a station; `None` of anything else.
    pub(super) fn op_of_station(self, op: &Op) -> Option<String> {
        Some(match op {
            Op::StationSet { station } => self.station_set_done(&station.to_string()),
            Op::StationOpened { station } => self.station_opened(&station.to_string()),
            Op::StationClosed { station, waiting: 0 } => self.station_closed(&station.to_string()),
            Op::StationClosed { station, waiting } => {
                self.station_closed_waiting(&station.to_string(), *waiting)
            }
            _ => return None,
        })
    }
}
