//! The words on screens and popups.

use super::Lang;
use crate::domain::Stamp;

say! {
    product { "Một cửa", "Một cửa" }
    station_is(station: &str) { "Quầy {station}", "Station {station}" }
    figures_given(visits: &str, persons: &str) { "Đã cấp {visits} số, {persons} người", "Given {visits}, {persons} persons" }
    figures_waiting { "Chờ", "Waiting" }
    figures_in_hand { "Tiếp", "In hand" }
    figures_done { "Xong", "Done" }
    figures_left { "Rời đi", "Left" }
    figures_longest(minutes: i64) { ", lâu nhất {minutes}'", ", longest {minutes}'" }
    queue_heading(count: usize) { "Hàng chờ ({count})", "Queue ({count})" }
    at_stations { "Tại quầy", "At the stations" }
    held_heading { "Tạm giữ", "On hold" }
    queue_empty { "Chưa có ai chờ.", "Nobody is waiting." }
    queue_empty_hint { "F2 cấp số cho người vừa đến.", "F2 gives a number." }
    nobody_in_hand { "Chưa tiếp ai.", "Nobody is being served." }
    call_hint(ticket: &str) { "Enter gọi {ticket}.", "Enter calls {ticket}." }
    resume_hint(ticket: &str) { "Enter tiếp tục {ticket}.", "Enter resumes {ticket}." }
    called_now(ticket: &str, station: &str) { "Xin mời số {ticket} đến quầy số {station}", "Number {ticket} to station {station}, please" }
    called_times(times: u8) { "đã gọi {times} lần", "call number {times}" }
    called_keys_here { "Enter  có mặt, bắt đầu tiếp", "Enter  appeared, start serving" }
    called_keys_again { "F5     gọi lại", "F5     call again" }
    called_keys_absent { "F7     không có mặt", "F7     did not appear" }
    called_keys_back { "Ctrl+P trả về hàng, giữ chỗ cũ", "Ctrl+P back in the queue, same place" }
    waited(wait: &str) { "chờ {wait}", "waited {wait}" }
    waiting_for(wait: &str) { "chờ {wait}", "waiting {wait}" }
    persons_short(persons: &str) { "{persons} người", "{persons} pers." }
    serving_for(time: &str) { "đang tiếp {time}", "serving {time}" }
    called_for(time: &str) { "đang gọi {time}", "called {time}" }
    held_for(time: &str) { "tạm giữ {time}", "on hold {time}" }
    arrived_at(time: &str) { "đến {time}", "came {time}" }
    priority_because(why: &str) { "ƯU TIÊN: {why}", "PRIORITY: {why}" }
    at_station_short(station: &str) { "q{station}", "s{station}" }
    papers { "Giấy tờ", "Papers" }
    check_first { "Kiểm tra trước", "Check first" }
    steps { "Các bước", "Steps" }
    warnings { "Lưu ý", "Mind" }
    time_limit { "Thời hạn", "Time limit" }
    fee { "Phí, lệ phí", "Fee" }
    check_locally { "kiểm tra tại địa phương", "check locally" }
    quantity { "Số lượng", "Quantity" }
    how_label { "Cách làm", "How" }
    channel_label { "Hình thức", "Channel" }
    paid_label { "Nộp tiền trực tuyến", "Paid online" }
    outcome_label { "Kết quả", "Outcome" }
    outcome_not_said { "(xong, nếu không ghi khác)", "(done, unless said otherwise)" }
    no_assists { "Chưa ghi việc nào. Insert: thêm việc.", "Nothing noted yet. Insert adds something." }
    name_shown(name: &str) { "Tên: {name}", "Name: {name}" }
    intake_title { "Cấp số", "Give a number" }
    intake_prompt { "Cần việc gì?", "What is needed?" }
    intake_hint { "gõ vài chữ không dấu: ks, chung thuc, vneid, mã số…", "a few letters: ks, chung thuc, vneid, a code…" }
    intake_needs { "Nhu cầu", "Needs" }
    intake_persons(persons: &str) { "Số người: {persons}", "Persons: {persons}" }
    intake_priority(why: &str) { "Ưu tiên: {why}", "Priority: {why}" }
    intake_priority_none { "không", "none" }
    intake_name { "Tên để gọi", "Name to call" }
    intake_name_hint { "F7: không bắt buộc, xóa khi đóng ca", "F7: optional, erased at close" }
    not_found { "Không thấy; Enter cấp số «chưa rõ nhu cầu».", "Not found; Enter gives a number, \"need not known yet\"." }
    help_title { "Trợ giúp: gõ để lọc, Enter để chạy", "Help: type to filter, Enter runs" }
    add_title { "Thêm việc vào lượt", "Add to the visit" }
    outcome_title { "Kết quả", "Outcome" }
    leave_title(ticket: &str) { "{ticket} rời đi vì", "{ticket} leaves because" }
    persons_title(ticket: &str) { "{ticket}: bao nhiêu người?", "{ticket}: how many persons?" }
    sit_title { "Ai ngồi quầy này?", "Who is at this station?" }
    nothing_fits { "Không có dòng nào khớp.", "Nothing fits." }
    filter { "Lọc", "Filter" }
    setup_title { "Khai báo lần đầu", "First start" }
    setup_commune { "Xã, phường, đặc khu", "Commune" }
    setup_commune_hint { "gõ vài chữ không dấu, ví dụ: vinh bao", "type a few letters, for example: vinh bao" }
    setup_office { "Tên trung tâm", "Office name" }
    setup_team { "Tên đội, tổ", "Team name" }
    setup_volunteer { "Tình nguyện viên đầu tiên", "First volunteer" }
    setup_station { "Số của quầy này", "This station's number" }
    setup_enter { "Enter: nhận giá trị đang ghi, sang dòng sau", "Enter takes the value and goes on" }
    setup_office_default(commune: &str) { "Trung tâm Phục vụ hành chính công {commune}", "Trung tâm Phục vụ hành chính công {commune}" }
    setup_team_default(commune: &str) { "Đội Thanh niên tình nguyện {commune}", "Đội Thanh niên tình nguyện {commune}" }
    setup_volunteer_default { "Tình nguyện viên 1", "Tình nguyện viên 1" }
    flaw_commune { "Chưa thấy xã này: gõ vài chữ của tên, chọn bằng mũi tên.", "No such commune: type part of its name, choose with the arrows." }
    flaw_name { "Ghi tên vào đây.", "A name is needed here." }
    flaw_station { "Số quầy từ 1 đến 99.", "A station number is 1 to 99." }
    open_title { "Mở ca", "Open a shift" }
    duty_title { "Người trực trong ca", "Who is on duty" }
    open_part { "Ca", "Shift" }
    open_new_volunteer { "Thêm người", "Add a person" }
    open_new_hint { "gõ họ tên, Enter", "type the full name, Enter" }
    open_handover(part: &str, date: &str, by: &str) { "Bàn giao của {part} {date}, {by} ghi", "Handover of the {part} of {date}, by {by}" }
    open_no_note { "(không có lời dặn)", "(no note)" }
    open_carried(tickets: &str) { "Lượt chuyển sang: {tickets}", "Carried over: {tickets}" }
    open_acknowledge { "Đã đọc bàn giao", "I have read the handover" }
    open_enter { "Enter: mở ca", "Enter opens the shift" }
    duty_enter { "Enter: ghi", "Enter keeps it" }
    clock_behind(now: &str, last: &str) { "Đồng hồ máy ({now}) chậm hơn lần ghi cuối ({last}). Hãy chỉnh giờ máy.", "The PC's clock ({now}) is behind the last entry ({last}). Please set it right." }
    close_title { "Đóng ca và bàn giao", "Close the shift and hand over" }
    close_open_visits(count: usize) { "Lượt còn mở: {count}", "Open visits: {count}" }
    close_none_open { "Không còn lượt nào mở.", "No visit is open." }
    close_carry { "chuyển ca sau", "carry over" }
    close_note { "Lời dặn ca sau", "Note to the next shift" }
    close_hint { "F10: đóng ca và in bảng tổng hợp", "F10 closes the shift and prints the tally" }
    close_question(part: &str, carried: usize, ended: usize) { "Đóng {part}? Chuyển ca sau {carried} lượt, kết thúc {ended} lượt; in bảng tổng hợp.", "Close the {part}? {carried} visits carried over, {ended} ended; the tally is printed." }
    quit_question { "Thoát motcua? Mọi việc đã được ghi.", "Quit motcua? Everything is kept." }
    yes_no { "Enter: có    Esc: không", "Enter: yes    Esc: no" }
    problem_title { "Có trục trặc", "Something went wrong" }
    problem_close { "Enter: đóng", "Enter closes" }
    journal_title(date: &str) { "Nhật ký ngày {date}", "Journal of {date}" }
    journal_empty { "Chưa ghi việc nào trong ngày này.", "Nothing was done on this day." }
    journal_undone { "(đã hoàn tác)", "(undone)" }
    too_small(width: u16, height: u16) { "Cửa sổ {width}×{height} quá nhỏ: cần ít nhất 60×20. Dữ liệu vẫn an toàn; hãy kéo rộng cửa sổ.", "The window is {width}×{height}, too small: at least 60×20. Everything is safe; make the window larger." }
    notice_number(ticket: &str, ahead: usize) { "Đã cấp số {ticket}, còn {ahead} người phía trước", "Number {ticket} given, {ahead} ahead" }
    notice_number_next(ticket: &str) { "Đã cấp số {ticket}, không còn ai phía trước", "Number {ticket} given, nobody ahead" }
    notice_done(what: &str) { "Đã {what}", "Done: {what}" }
    notice_undone(what: &str) { "Đã hoàn tác: {what}", "Undone: {what}" }
    notice_redone(what: &str) { "Đã làm lại: {what}", "Redone: {what}" }
    notice_printing { "Đang in bảng tổng hợp…", "Printing the tally…" }
    notice_ignored_repeat { "Phím bị giữ lâu: chỉ tính một lần.", "The key was held: counted once." }
    loading { "Đang đọc…", "Reading…" }
    scroll_more { "còn nữa", "more" }
}

impl Lang {
    /// The first letter made a capital, for a sentence that begins with a stored word.
    pub fn sentence(self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// The moment on the bar on top: `08:05 thứ Bảy 21/11`.
    pub fn bar_clock(self, now: Stamp) -> String {
        let day = now.day();
        format!("{} {} {}", self.clock(now), self.weekday(day.weekday()), self.short_date(day))
    }
}
