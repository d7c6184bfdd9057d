//! The words on screens and popups.

use crate::domain::Stamp;
use crate::lang::{Lang, say};

say! {
    product { "Một cửa", "Một cửa" }
    station_is(station: &str) { "Quầy {station}", "Station {station}" }
    figures_given(visits: &str, persons: &str) { "Hôm nay {visits} lượt, {persons} người", "Today {visits} visits, {persons} people", visits 1: "Today {visits} visit, {persons} people" }
    figures_given_short(visits: &str, persons: &str) { "{visits} lượt, {persons} người", "{visits} visits, {persons} people", visits 1: "{visits} visit, {persons} people" }
    figures_waiting { "Chờ", "Waiting" }
    figures_in_hand { "Đang tiếp", "Serving" }
    figures_held(count: &str) { " · Tạm giữ {count}", " · On hold {count}" }
    figures_done { "Xong", "Done" }
    figures_left { "Rời đi", "Left" }
    figures_longest(time: &str) { ", lâu nhất {time}", ", longest {time}" }
    queue_heading(count: usize) { "Hàng chờ ({count})", "Queue ({count})" }
    at_stations { "Tại quầy", "At the stations" }
    held_heading { "Tạm giữ", "On hold" }
    queue_empty { "Chưa có ai chờ.", "Nobody is waiting." }
    queue_empty_hint { "F2 cấp số cho người vừa đến.", "F2 gives a number." }
    nobody_in_hand { "Chưa tiếp ai.", "Nobody is being served." }
    after_this_one(ticket: &str) { "kế tiếp {ticket}", "next {ticket}" }
    call_next_hint(ticket: &str) { "F3 gọi số kế tiếp, {ticket}.", "F3 calls the next, {ticket}." }
    call_hint(ticket: &str) { "Enter gọi {ticket}.", "Enter calls {ticket}." }
    out_of_turn_hint(ticket: &str) { "Enter gọi {ticket} ngoài thứ tự (chọn lý do).", "Enter calls {ticket} out of turn (choose a reason)." }
    elsewhere_hint(ticket: &str) { "{ticket} đang ở quầy khác.", "{ticket} is at another station." }
    resume_hint(ticket: &str) { "Enter tiếp tục {ticket}.", "Enter resumes {ticket}." }
    called_now(ticket: &str, station: &str) { "Xin mời số {ticket} đến quầy số {station}", "Number {ticket} to station {station}, please" }
    called_times(times: u8) { "đã gọi {times} lần", "called {times} times", times 1: "called once", times 2: "called twice" }
    persons_row(persons: &str) { "Số người: {persons}", "People: {persons}" }
    called_keys_here { "Enter  có mặt, bắt đầu tiếp", "Enter  is here, start serving" }
    called_keys_again { "F5     gọi lại", "F5     call again" }
    called_keys_absent { "F7     không có mặt", "F7     did not appear" }
    called_keys_back { "Ctrl+P trả về hàng, giữ chỗ cũ", "Ctrl+P back in the queue, same place" }
    waited(wait: &str) { "chờ {wait}", "waited {wait}" }
    waiting_for(wait: &str) { "chờ {wait}", "waiting {wait}" }
    persons_short(persons: &str) { "{persons} người", "{persons} people", persons 1: "{persons} person" }
    serving_for(time: &str) { "đang tiếp {time}", "serving {time}" }
    called_for(time: &str) { "đang gọi {time}", "calling {time}" }
    held_for(time: &str) { "tạm giữ {time}", "on hold {time}" }
    arrived_at(time: &str) { "đến {time}", "came {time}" }
    priority_because(why: &str) { "ƯU TIÊN: {why}", "PRIORITY: {why}" }
    since_day(date: &str) { "từ {date}", "since {date}" }
    at_station_short(station: &str) { "q{station}", "s{station}" }
    quantity { "Số lượng", "Quantity" }
    how_label { "Cách làm", "How" }
    not_said_yet { "chưa ghi", "not noted" }
    channel_label { "Cách nộp", "Filing" }
    paid_label { "Nộp tiền trực tuyến", "Paid online" }
    outcome_label { "Kết quả", "Outcome" }
    outcome_not_said { "(xong, nếu không ghi khác)", "(done, unless noted otherwise)" }
    asked_for(needs: &str) { "Cần: {needs}", "Asked for: {needs}" }
    no_assists { "Chưa ghi việc nào. Insert: thêm việc.", "Nothing noted yet. Insert adds something." }
    name_shown(name: &str) { "Tên: {name}", "Name: {name}" }
    intake_title { "Cấp số", "Give a number" }
    intake_prompt { "Cần làm việc gì?", "What is needed?" }
    intake_hint { "gõ vài chữ không dấu: ks, chung thuc, vneid, mã số…", "a few letters: ks, chung thuc, vneid, a code…" }
    intake_needs { "Nhu cầu", "Needs" }
    intake_persons(persons: &str) { "Số người: {persons} (F5)", "People: {persons} (F5)" }
    intake_priority(why: &str) { "Ưu tiên: {why} (F6)", "Priority: {why} (F6)" }
    intake_priority_none { "không", "none" }
    intake_name { "Tên để gọi", "Name to call" }
    intake_name_hint { "Tab: không bắt buộc, xóa khi đóng ca", "Tab: optional, erased at close" }
    not_found { "Không thấy; Enter cấp số «chưa rõ nhu cầu».", "Not found; Enter gives a number, \"need not known yet\"." }
    help_title { "Trợ giúp: gõ để lọc, Enter để chạy", "Help: type to filter, Enter runs" }
    add_title(ticket: &str) { "{ticket}: thêm việc", "{ticket}: one more thing" }
    outcome_title(ticket: &str, what: &str) { "{ticket} · {what}: kết quả", "{ticket} · {what}: outcome" }
    really_ended_title(ticket: &str) { "{ticket} thật ra kết thúc thế nào", "How {ticket} really ended" }
    leave_title(ticket: &str) { "{ticket} rời đi vì", "{ticket} leaves because" }
    persons_title(ticket: &str) { "{ticket}: bao nhiêu người?", "{ticket}: how many people?" }
    sit_title { "Ai ngồi quầy này?", "Who is at this station?" }
    nothing_fits { "Không có dòng nào khớp.", "Nothing fits." }
    filter { "Lọc", "Filter" }
    form_typed(typed: &str) { "tìm: {typed}", "find: {typed}" }
    form_nothing_fits { "Không có giá trị nào khớp; vẫn giữ như cũ.", "Nothing fits; it stays as it was." }
    form_lines(count: usize, first: &str) { "({count}) {first}", "({count}) {first}" }
    setup_title { "Khai báo lần đầu", "First start" }
    setup_commune { "Xã, phường, đặc khu", "Commune" }
    setup_commune_hint { "gõ vài chữ không dấu, ví dụ: vinh bao", "type a few letters, for example: vinh bao" }
    setup_office { "Tên trung tâm", "Office name" }
    setup_team { "Tên đội, tổ", "Team name" }
    setup_volunteer { "Tình nguyện viên đầu tiên", "First volunteer" }
    setup_station { "Số của quầy này", "This station's number" }
    setup_enter { "Enter: nhận chữ đang ghi, sang dòng sau. Gõ: thay chữ ấy.", "Enter takes what stands there and goes on; typing replaces it." }
    setup_office_default(commune: &str) { "Trung tâm Phục vụ hành chính công {commune}", "Trung tâm Phục vụ hành chính công {commune}" }
    setup_team_default(commune: &str) { "Đội Thanh niên tình nguyện {commune}", "Đội Thanh niên tình nguyện {commune}" }
    setup_volunteer_default { "Tình nguyện viên 1", "Tình nguyện viên 1" }
    flaw_commune { "Chưa thấy xã này: gõ vài chữ của tên, chọn bằng mũi tên.", "No such commune: type part of its name, choose with the arrows." }
    flaw_name { "Ghi tên vào đây.", "A name is needed here." }
    flaw_station { "Số quầy từ 1 đến 99.", "A station number is 1 to 99." }
    open_title { "Mở ca", "Open a shift" }
    duty_title { "Người trực trong ca", "Who is on duty" }
    duty_since { "Đến, về từ lúc", "Came or went at" }
    duty_now { "bây giờ", "now" }
    duty_since_hint { "Ghi muộn thì gõ giờ, ví dụ 09:00.", "Noted late: type the time, such as 09:00." }
    from_clock(time: &str) { "từ {time}", "since {time}" }
    open_part { "Ca", "Shift" }
    open_new_volunteer { "Thêm người", "Add a person" }
    open_new_hint { "gõ họ tên, Enter", "type the full name, Enter" }
    open_enter { "Enter: mở ca", "Enter opens the shift" }
    duty_enter { "Enter: ghi", "Enter saves" }
    close_title { "Đóng ca và bàn giao", "Close the shift and hand over" }
    close_open_visits(count: usize) { "Lượt còn mở: {count}", "Open visits: {count}" }
    close_none_open { "Không còn lượt nào mở.", "No visit is open." }
    close_carry { "chuyển ca sau", "carry over" }
    close_hint(papers: &str) { "F10: đóng ca, {papers}", "F10: close the shift, {papers}" }
    close_question(part: &str, carried: usize, ended: usize, papers: &str) { "Đóng {part}? Chuyển ca sau {carried} lượt, kết thúc {ended} lượt; {papers}.", "Close the {part}? Carried over: {carried}, ended: {ended}; then {papers}." }
    undo_question(what: &str) { "Hoàn tác «{what}»? Mọi việc khác giữ nguyên.", "Undo \"{what}\"? Everything else stays." }
    bar_stopped(time: &str) { "Ngừng cấp số {time}", "No numbers since {time}" }
    give_anyway_question(time: &str) { "Đã ngừng cấp số từ {time}. Vẫn cấp?", "Numbers have been stopped since {time}. Give one anyway?" }
    answer_give_anyway { "Có, vẫn cấp số", "Yes, give the number" }
    quit_question { "Thoát motcua? Mọi việc đã được ghi.", "Quit motcua? Everything is saved." }
    answer_no { "Không, quay lại", "No, go back" }
    answer_close_shift { "Có, đóng ca", "Yes, close the shift" }
    answer_print { "Có, in", "Yes, print" }
    answer_quit { "Có, thoát", "Yes, quit" }
    answer_drop { "Có, bỏ những gì vừa gõ", "Yes, drop what was typed" }
    answer_undo { "Có, hoàn tác", "Yes, undo" }
    answer_remove { "Có, bỏ", "Yes, remove" }
    answer_cancel { "Có, hủy in", "Yes, cancel it" }
    problem_title { "Có trục trặc", "Something went wrong" }
    problem_close { "Enter: đóng", "Enter closes" }
    journal_title(date: &str) { "Nhật ký ngày {date}", "Journal of {date}" }
    journal_empty { "Chưa ghi việc nào trong ngày này.", "Nothing was done on this day." }
    journal_undone { "(đã hoàn tác)", "(undone)" }
    too_small(width: u16, height: u16) { "Cửa sổ {width}×{height} quá nhỏ: cần ít nhất 60×20. Dữ liệu vẫn an toàn; hãy kéo rộng cửa sổ.", "The window is {width}×{height}, too small: at least 60×20. Everything is safe; make the window larger." }
    notice_number(ticket: &str, ahead: usize) { "Đã cấp số {ticket}, còn {ahead} lượt phía trước", "Number {ticket} given, {ahead} ahead" }
    notice_number_next(ticket: &str) { "Đã cấp số {ticket}, không còn ai phía trước", "Number {ticket} given, nobody ahead" }
    notice_done(what: &str) { "Đã {what}", "{what}" }
    notice_undone(what: &str) { "Đã hoàn tác: {what}", "Undone: {what}" }
    notice_redone(what: &str) { "Đã làm lại: {what}", "Redone: {what}" }
    notice_printing { "Đang in…", "Printing…" }
    notice_ignored_repeat { "Nhấn giữ phím: chỉ tính một lần.", "The key was held: counted once." }
    notice_typed_blind { "Máy vừa đứng một lúc: các phím nhấn lúc đó không tính.", "The PC froze for a moment: keys pressed meanwhile were not counted." }
    notice_too_soon { "Nhấn liền tay: lần nhấn sau chưa tính. Nếu đúng ý, hãy nhấn lại.", "Too quick: the second press was not counted. Press again if you mean it." }
    loading { "Đang đọc…", "Reading…" }
    rows_below(rows: usize) { "  còn {rows} dòng nữa", "  {rows} more" }
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
