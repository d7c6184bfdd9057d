//! The words of papers made by forms, and what is said of a form that is wrong.

use crate::domain::SpanKind;
use crate::domain::tally::ShareKind;
use crate::lang::{Lang, say, words};
use crate::papers::forms::{FlawKind, FormFlaw};

say! {
    national_title { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\u{a0}NAM", "SOCIALIST REPUBLIC OF VIET\u{a0}NAM" }
    national_motto { "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness" }
    numbered(blank: &str, symbol: &str) { "Số:\u{a0}{blank}{symbol}", "No.\u{a0}{blank}{symbol}" }
    report_symbol { "BC", "BC" }
    union_symbol { "BC/ĐTN", "BC/ĐTN" }
    union_body(commune: &str) { "BCH ĐOÀN {commune}", "YOUTH UNION OF {commune}" }
    union_body_alone { "BCH ĐOÀN", "YOUTH UNION" }
    union_role { "BÍ THƯ", "SECRETARY" }
    signer_office { "GIÁM ĐỐC", "DIRECTOR" }
    recipients_title { "Nơi nhận:", "Copies to:" }
    recipients(commune: &str) { "Ủy ban nhân dân {commune}\nLưu: VT", "People's Committee, {commune}\nFiles" }
    union_recipients(commune: &str) { "Đảng ủy {commune}\nỦy ban nhân dân {commune}\nLưu: VP Đoàn", "Party Committee, {commune}\nPeople's Committee, {commune}\nFiles of the Union" }
    difficulties { "Khó khăn, vướng mắc", "Difficulties" }
    proposals { "Kiến nghị", "Proposals" }
    no_number { "–", "–" }
    nothing { "không có", "none" }
    counted_until(date: &str) { "Kỳ này chưa hết: số liệu tính đến {date}.", "This period is not over: figures until {date}." }
    not_noted { "chưa ghi", "not noted" }
    channel_not_noted { "chưa ghi cách nộp", "filing not noted" }
    channel_not_noted_note(things: &str) { "Chưa ghi cách nộp: {things} việc; không tính vào tỷ lệ nào.", "Filing not noted: {things} things; they are in no share.", things 1: "Filing not noted: {things} thing; it is in no share." }
    second_needs_only { "«–»: không có số nào của lĩnh vực này cấp trong kỳ; việc ở đây là việc làm thêm, hoặc của lượt mang sang, quay lại.", "\"–\": no number of this field was given in the period; its things are further ones, or of visits carried in or taken up again." }
    hamlet_gone(id: i64) { "thôn, tổ số {id}", "hamlet no. {id}" }
    hour_span(hour: u8) { "{hour}h–{hour}h59", "{hour}:00–{hour}:59" }
    day_of_course(weekday: &str, date: &str) { "{weekday}\u{a0}{date}", "{weekday}\u{a0}{date}" }
    waits_row { "thời gian chờ", "wait" }
    walkouts_row { "người bỏ về đã chờ", "wait of those who walked out" }
    services_row { "thời gian tiếp", "service" }
    outages_together { "Tổng cộng (không tính trùng)", "Together (overlaps counted once)" }
    rest_of_rows(rows: usize) { "Còn lại ({rows} dòng)", "The rest ({rows} rows)", rows 1: "The rest ({rows} row)" }
    named_number(name: &str, number: &str) { "{name}\u{a0}({number})", "{name}\u{a0}({number})" }
    filed_online_of_filed { "hồ sơ nộp trực tuyến (toàn trình và một phần), trên hồ sơ đã nộp", "dossiers filed online (fully or partly), of those filed" }
    filed_whole_of_filed { "hồ sơ nộp trực tuyến toàn trình, trên hồ sơ đã nộp", "dossiers filed fully online, of those filed" }
    filed_paid_of_filed { "hồ sơ nộp tiền trực tuyến, trên hồ sơ đã nộp", "dossiers paid online, of those filed" }
    paid_of_all { "việc nộp tiền trực tuyến, trên mọi việc", "things paid online, of all things" }
    own_contribution(name: &str) { "{name} (phần do điểm hỗ trợ giúp)", "{name} (the help desk's own contribution)" }
    target_online { "hồ sơ nộp trực tuyến (toàn trình và một phần)", "dossiers filed online (fully or partly)" }
    target_whole { "hồ sơ nộp trực tuyến toàn trình", "dossiers filed fully online" }
    target_paid { "hồ sơ nộp tiền trực tuyến", "dossiers paid online" }
    target_level_two { "kích hoạt định danh điện tử mức độ 2", "level-2 identities activated" }
    whole_percent(number: u8) { "{number}\u{a0}%", "{number}%" }
    against_target(share: &str, target: u8) { "đạt {share} (chỉ tiêu {target}\u{a0}%)", "{share} reached (target {target}%)" }
    nothing_against_target(target: u8) { "chưa có (chỉ tiêu {target}\u{a0}%)", "none yet (target {target}%)" }
    percentage_points_of(number: &str) { "{number} điểm\u{a0}%", "{number} points" }
    corrected_at(day: &str, time: &str, what: &str) { "{day} {time}: {what}.", "{day} {time}: {what}." }
    reprinted(nth: u32, time: &str, date: &str) { "Bản in lại lần {nth} (lần trước lúc {time} ngày {date}).", "Print no. {nth} (the last one was made on {date} at {time})." }
    nothing_changed { "Không số nào thay đổi.", "No number has changed." }
    changed_numbers(numbers: &str) { "Thay đổi: {numbers}.", "Changed: {numbers}." }
    changed_number(name: &str, before: &str, now: &str) { "{name}\u{a0}{before}\u{a0}→\u{a0}{now}", "{name}\u{a0}{before}\u{a0}→\u{a0}{now}" }
    other_numbers(count: usize) { "{count} số khác", "{count} other numbers", count 1: "{count} other number" }
    numbers_changed(count: usize) { "{count} số trong các bảng", "{count} numbers in the tables", count 1: "{count} number in the tables" }
    what_counts_in_span { "Lượt: số cấp trong kỳ, không kể số rút, cấp nhầm; người: người đến (kể cả đi cùng); việc: mỗi dòng đã giúp là một việc, trong các lượt kết thúc trong kỳ.", "Visits: numbers given in the period, without those taken back or given by mistake; people: all who came; things: each row helped with is one, in the visits that ended in it." }

    assists_note_in_span { "đã giúp trong kỳ", "in the period" }

    form_flaw_at(file: &str, line: usize, what: &str) { "{file}, dòng {line}: {what}. Đang dùng mẫu có sẵn.", "{file}, line {line}: {what}. The built-in form is in use." }
    form_flaw_whole(file: &str, what: &str) { "{file}: {what}. Đang dùng mẫu có sẵn.", "{file}: {what}. The built-in form is in use." }
    form_flaw_unused(file: &str, what: &str) { "{file}: {what}. Tệp này không được dùng.", "{file}: {what}. This file is not used." }
    form_unreadable(reason: &str) { "không đọc được ({reason})", "cannot be read ({reason})" }
    form_no_such(name: &str, known: &str) { "không có giấy tờ nào tên «{name}»; các mẫu có: {known}", "there is no paper called \"{name}\"; the forms are: {known}" }
    form_syntax(words: &str) { "viết sai ({words})", "cannot be read ({words})" }
    form_no_language(key: &str, lang: &str) { "«{key}» thiếu «{lang}»: cần cả vi và en", "\"{key}\" lacks \"{lang}\": both vi and en are needed" }
    form_unknown_value(key: &str, value: &str, known: &str) { "«{key}» không có giá trị «{value}»; có thể ghi: {known}", "\"{key}\" does not know \"{value}\"; it may be: {known}" }
    form_unknown_column(column: &str, table: &str, known: &str) { "không có cột «{column}» trong bảng «{table}»; các cột có: {known}", "there is no column \"{column}\" in the table \"{table}\"; its columns are: {known}" }
    form_unknown_placeholder(name: &str) { "không có chỗ điền «{{{name}}}»", "there is no placeholder \"{{{name}}}\"" }
    form_open_brace { "dấu «{{» hoặc «}}» lẻ; muốn in dấu ngoặc thì viết đôi", "a single \"{{\" or \"}}\"; a brace is written twice" }
    form_not_here(key: &str, kind: &str) { "khối «{kind}» không dùng «{key}»", "a block \"{kind}\" does not use \"{key}\"" }
    form_lacks(key: &str, kind: &str) { "khối «{kind}» thiếu «{key}»", "a block \"{kind}\" needs \"{key}\"" }
    form_no_block(slip: &str, kind: &str) { "phiếu «{slip}» phải có khối «{kind}»", "the slip \"{slip}\" must have a block \"{kind}\"" }
    form_nested { "«columns» không đặt trong «columns» khác", "\"columns\" cannot stand within other \"columns\"" }
    form_too_many_blocks(count: usize) { "{count} khối, nhiều nhất 40", "{count} blocks, at most 40" }
    form_too_many_columns(table: &str, count: usize) { "«{table}» có {count} cột, cần 1 đến 20", "\"{table}\" has {count} columns, 1 to 20 are possible" }
    form_too_long(key: &str, count: usize, most: usize) { "«{key}» dài {count} chữ, nhiều nhất {most}", "\"{key}\" has {count} letters, at most {most}" }
    form_out_of_range(key: &str, least: i64, most: i64) { "«{key}» phải từ {least} đến {most}", "\"{key}\" must be {least} to {most}" }

    forms_exported(path: &str) { "Đã ghi «{path}».", "Written: \"{path}\"." }
    forms_unchanged(path: &str) { "«{path}» đã có và giống mẫu có sẵn.", "\"{path}\" already exists and is the same as the built-in form." }
    forms_kept(path: &str) { "«{path}» đã được sửa nên giữ nguyên; dùng --force để ghi đè bằng mẫu có sẵn.", "\"{path}\" was changed and is left as it is; --force replaces it with the built-in form." }
    form_sound(path: &str) { "{path}: đúng.", "{path}: no errors." }
    forms_none(path: &str) { "Chưa có mẫu riêng nào trong «{path}»; đang dùng các mẫu có sẵn.", "There is no form in \"{path}\"; the built-in ones are in use." }
    form_unknown(name: &str, known: &str) { "Không có mẫu «{name}». Các mẫu có: {known}.", "There is no form \"{name}\". The forms are: {known}." }
    form_absent(path: &str) { "Không có tệp «{path}».", "There is no file \"{path}\"." }
    preview_failed(reason: &str) { "Không dựng được số liệu xem thử ({reason}). Không có gì bị thay đổi.", "Figures for the preview could not be made ({reason}). Nothing was changed." }
    help_forms { "Mẫu giấy tờ: ghi ra để sửa, kiểm tra, xem thử", "The forms of papers: write them out to edit, check or preview them" }
    help_forms_export { "Ghi mẫu có sẵn vào thư mục forms để sửa", "Write the built-in forms into the forms folder, to edit them" }
    help_forms_check { "Kiểm tra các mẫu trong thư mục forms, hoặc các tệp nêu tên", "Check the forms in the forms folder, or the files named" }
    help_forms_preview { "Xem thử một mẫu với số liệu dựng lên", "Preview a form with made-up figures" }
    help_form_name { "Tên mẫu: tally, report-administration, report-union, statistics, ticket, guidance, handbook", "The form: tally, report-administration, report-union, statistics, ticket, guidance, handbook" }
    help_form_names { "Tên mẫu (mặc định: mọi mẫu)", "The form (default: all)" }
    help_form_force { "Ghi đè cả tệp đã sửa", "Also replace files that were changed" }
    help_form_files { "Tệp mẫu (mặc định: mọi tệp trong thư mục forms)", "Form files (default: all in the forms folder)" }
    help_form_format { "Dạng: text, pdf, docx, xlsx (mặc định text)", "The format: text, pdf, docx, xlsx (default text)" }
}

words! {
    /// The kind of a span as a title says it: «trong tháng», `monthly`.
    span_as_adjective(SpanKind) {
        SpanKind::Day => "ngày", "daily";
        SpanKind::Shift => "ca", "shift";
        SpanKind::Week => "tuần", "weekly";
        SpanKind::Month => "tháng", "monthly";
        SpanKind::Quarter => "quý", "quarterly";
        SpanKind::HalfYear => "6\u{a0}tháng", "half-yearly";
        SpanKind::Year => "năm", "yearly";
        SpanKind::Range => "kỳ", "period";
    }
}

impl Lang {
    /// A share that leaders ask about, by its name in a table or beside a gauge.
    pub const fn target(self, kind: ShareKind) -> &'static str {
        match kind {
            ShareKind::Online => self.target_online(),
            ShareKind::Whole => self.target_whole(),
            ShareKind::Paid => self.target_paid(),
            ShareKind::LevelTwo => self.target_level_two(),
        }
    }

    /// What is wrong with a form, where, and which form is in use instead.
    pub fn form_flaw(self, flaw: &FormFlaw) -> String {
        let what = self.form_flaw_kind(&flaw.what);
        match (&flaw.what, flaw.line) {
            (FlawKind::NoSuchForm(_), _) => self.form_flaw_unused(&flaw.file, &what),
            (_, 0) => self.form_flaw_whole(&flaw.file, &what),
            (_, line) => self.form_flaw_at(&flaw.file, line, &what),
        }
    }

    fn form_flaw_kind(self, what: &FlawKind) -> String {
        match what {
            FlawKind::Unread(why) => self.form_unreadable(&self.unread(why)),
            FlawKind::NoSuchForm(name) => {
                let known: Vec<&str> = crate::papers::forms::Forms::names().collect();
                self.form_no_such(name, &known.join(", "))
            }
            FlawKind::Syntax(words) => self.form_syntax(words),
            FlawKind::NoLanguage { key, lang } => self.form_no_language(key, lang),
            FlawKind::UnknownValue { key, value, known } => {
                self.form_unknown_value(key, value, &known.join(", "))
            }
            FlawKind::UnknownColumn { column, table, known } => {
                self.form_unknown_column(column, table, &known.join(", "))
            }
            FlawKind::UnknownPlaceholder(name) => self.form_unknown_placeholder(name),
            FlawKind::OpenBrace => self.form_open_brace().replace("{{", "{").replace("}}", "}"),
            FlawKind::NotHere { key, kind } => self.form_not_here(key, kind),
            FlawKind::Lacks { key, kind } => self.form_lacks(key, kind),
            FlawKind::NoBlock { slip, kind } => self.form_no_block(slip, kind),
            FlawKind::Nested => self.form_nested().to_owned(),
            FlawKind::TooManyBlocks(count) => self.form_too_many_blocks(*count),
            FlawKind::TooManyColumns { table, count } => self.form_too_many_columns(table, *count),
            FlawKind::TooLong { key, count, most } => self.form_too_long(key, *count, *most),
            FlawKind::OutOfRange { key, least, most } => self.form_out_of_range(key, *least, *most),
        }
    }

    /// What the three main numbers count, of a day or of a longer span.
    pub const fn what_counts_in(self, kind: SpanKind) -> &'static str {
        match kind {
            SpanKind::Day => self.tally_what_counts(),
            _ => self.what_counts_in_span(),
        }
    }

    /// What is said below the number of things, of a day or of a longer span.
    pub const fn assists_note_in(self, kind: SpanKind) -> &'static str {
        match kind {
            SpanKind::Day => self.tally_assists_note(),
            _ => self.assists_note_in_span(),
        }
    }

    /// In whose name the Youth Union of a commune signs: «TM. BAN THƯỜNG VỤ ĐOÀN XÃ» (unverified, docs/domain.md, "Papers").
    pub fn union_office(self, commune: &str) -> &'static str {
        match self {
            Self::Vi if commune.starts_with("Phường") => "TM. BAN THƯỜNG VỤ ĐOÀN PHƯỜNG",
            Self::Vi if commune.starts_with("Đặc khu") => "TM. BAN THƯỜNG VỤ ĐOÀN ĐẶC KHU",
            Self::Vi => "TM. BAN THƯỜNG VỤ ĐOÀN XÃ",
            Self::En => "FOR THE STANDING COMMITTEE OF THE YOUTH UNION",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_hours_are_written_as_here() {
        for (part, whole, vi, en) in [
            (9, 14, "64,29\u{a0}%", "64.29%"),
            (0, 3, "0,00\u{a0}%", "0.00%"),
            (3, 3, "100,00\u{a0}%", "100.00%"),
            (1, 200_000, "0,00\u{a0}%", "0.00%"),
            (1, 0, "–", "–"),
        ] {
            assert_eq!(
                (Lang::Vi.percentage(part, whole), Lang::En.percentage(part, whole)),
                (vi.into(), en.into())
            );
        }
        for (seconds, vi) in
            [(0, "0,0"), (95_400, "26,5"), (179, "0,0"), (180, "0,1"), (4_320_000, "1.200,0")]
        {
            assert_eq!(Lang::Vi.decimal_hours(seconds), vi);
        }
        assert_eq!(
            Lang::Vi.against_target(&Lang::Vi.percentage(6_428, 10_000), 80),
            "đạt 64,28\u{a0}% (chỉ tiêu 80\u{a0}%)"
        );
    }
}
