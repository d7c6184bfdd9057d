//! The words of the figures that are opened to their visits, and of choosing a span.

use super::Lang;
use crate::domain::tally::opened::Part;

say! {
    counting { "Đang tính…", "Counting…" }
    next_kind_is(kind: &str) { "Tab: {kind}", "Tab: {kind}" }

    range_title { "Khoảng ngày", "Range of days" }
    range_from { "Từ ngày", "From" }
    range_until { "Đến ngày", "Until" }
    range_hint { "Ngày/tháng/năm, ví dụ 21/11/2026. Gõ để thay; Tab: ô kia; Enter: xem.", "Day/month/year, for example 21/11/2026. Type to replace; Tab: the other field; Enter shows." }
    flaw_date { "Đây không phải một ngày có thật. Không có gì bị thay đổi; hãy ghi ngày/tháng/năm, ví dụ 21/11/2026.", "This is no date. Nothing was changed; write day/month/year, for example 21/11/2026." }

    unit_visits { "lượt", "visits" }
    unit_persons { "người", "persons" }
    unit_assists { "việc", "things" }
    unit_numbers { "số", "numbers" }
    figures_of(span: &str) { "Các con số của {span}", "The figures of {span}" }
    figure_of_kind(kind: &str, name: &str) { "{kind}: {name}", "{kind}: {name}" }
    figure_given { "đã cấp số", "numbers given" }
    figure_persons { "người đến cùng các lượt", "persons who came" }
    figure_assists { "việc đã hỗ trợ", "things helped with" }
    figure_carried_in { "mang sang", "carried in" }
    figure_issued { "đã cấp, theo bộ đếm số", "given, by the counter" }
    figure_served { "xong", "served" }
    figure_gone { "rời đi (không kể vắng, hủy)", "left (without no-shows and mistakes)" }
    figure_no_show { "vắng (gọi không có mặt)", "no-show" }
    figure_cancelled { "hủy (cấp nhầm số)", "cancelled (given by mistake)" }
    figure_open { "còn mở", "still open" }
    figure_withdrawn { "số đã rút", "numbers taken back" }
    figure_missing { "số thiếu (không có lượt)", "numbers missing (no visit)" }
    figure_surplus { "số thừa (chưa từng cấp)", "surplus numbers (never given)" }
    figure_kind_proof { "đối chiếu", "proof" }
    figure_kind_field { "lĩnh vực", "field" }
    figure_kind_procedure { "thủ tục", "procedure" }
    figure_kind_outcome { "kết quả", "outcome" }
    figure_kind_stuck { "vướng vì", "stuck" }
    figure_kind_channel { "cách nộp", "filing" }
    figure_kind_how { "cách hỗ trợ", "how" }
    figure_kind_indicator { "chỉ số", "indicator" }
    figure_kind_priority { "ưu tiên", "priority" }
    figure_kind_age { "tuổi", "age" }
    figure_kind_sex { "giới tính", "sex" }
    figure_kind_hamlet { "nơi ở", "hamlet" }
    figure_kind_phone { "điện thoại", "phone" }
    figure_kind_left { "rời đi", "left" }
    figure_left_from(why: &str, stage: &str) { "{why}, khi {stage}", "{why}, while {stage}" }
    figure_not_noted { "không ghi", "not noted" }
    figure_filed { "hồ sơ đã nộp", "dossiers filed" }
    figure_filed_online { "hồ sơ nộp trực tuyến", "dossiers filed online" }
    figure_paid_online { "việc nộp tiền trực tuyến", "things paid for online" }
    figure_filed_paid_online { "hồ sơ nộp tiền trực tuyến", "dossiers paid for online" }
    figure_level_two_tried { "kích hoạt mức độ 2: đã làm thử", "level 2: tried" }
    figure_level_two_done { "kích hoạt mức độ 2: thành công", "level 2: done" }
    figure_given_in_hour(hour: u8) { "cấp số lúc {hour} giờ", "given at {hour} o'clock" }
    figure_served_in_hour(hour: u8) { "xong lúc {hour} giờ", "served at {hour} o'clock" }
    figure_weekday_hour(weekday: &str, hour: u8) { "{weekday} lúc {hour} giờ", "{weekday} at {hour} o'clock" }
    figure_served_by(name: &str) { "{name}: xong", "{name}: served" }

    opened_title(name: &str, number: &str, lines: &str) { "{name}: {number}; {lines} dòng", "{name}: {number}; {lines} lines" }
    opened_nothing { "Không có lượt nào đứng sau con số này.", "No visit stands behind this figure." }
    opened_no_visit { "không có lượt", "no visit" }
    opened_more(lines: &str) { "… và {lines} dòng nữa; chọn kỳ ngắn hơn để xem hết.", "… and {lines} more lines; choose a shorter period to see all." }
}

impl Lang {
    /// Which things of a procedure, behind its name: «, xong»; nothing for all of them.
    pub const fn figure_part(self, part: Part) -> &'static str {
        match (self, part) {
            (_, Part::All) => "",
            (Self::Vi, Part::Done) => ", xong",
            (Self::Vi, Part::Unfinished) => ", vướng hoặc hẹn lại",
            (Self::Vi, Part::Online) => ", trực tuyến",
            (Self::En, Part::Done) => ", done",
            (Self::En, Part::Unfinished) => ", stuck or comes back",
            (Self::En, Part::Online) => ", online",
        }
    }
}
