//! What `motcua check` says: that the file is sound, or what is wrong and where.

use super::Lang;
use crate::domain::{Day, Ticket};
use crate::store::check::{CheckReport, Finding, PeriodFlaw, Place, Totals};

say! {
    check_ok(visits: &str, days: &str, assists: &str) { "ok: {visits} lượt trong {days} ngày, {assists} việc", "ok: {visits} visits on {days} days, {assists} things helped with" }
    check_advice { "Tệp được giữ nguyên, chưa sửa gì. Hãy chép tệp ra nơi khác rồi dùng bản sao lưu gần nhất còn đúng.", "The file is left as it is, nothing was mended. Copy it elsewhere, then go back to the latest backup that is sound." }
    check_rows_unread { "Cấu trúc sai nên chưa kiểm tra được nội dung.", "The structure is wrong, so the contents were not looked at." }
    check_unlisted(count: &str) { "… và {count} chỗ nữa cùng loại", "… and {count} more of these kinds" }
    visit_of(ticket: &str, day: &str) { "số {ticket} ngày {day}", "number {ticket} of {day}" }
    engine_says(words: &str) { "tệp hỏng: {words}", "the file is damaged: {words}" }
    schema_missing(name: &str) { "thiếu bảng hoặc chỉ mục «{name}»", "the table or index \"{name}\" is missing" }
    schema_changed(name: &str) { "bảng hoặc chỉ mục «{name}» bị chương trình khác sửa", "the table or index \"{name}\" was changed by another program" }
    rule_broken(table: &str, rows: u32) { "bảng «{table}»: {rows} dòng có giá trị không cho phép", "table \"{table}\": {rows} rows hold values that are not allowed" }
    orphan(table: &str, row: i64, parent: &str) { "bảng «{table}», dòng {row}: trỏ đến dòng không còn trong «{parent}»", "table \"{table}\", row {row}: refers to a row that is gone from \"{parent}\"" }
    not_a_day(table: &str, row: i64) { "bảng «{table}», dòng {row}: ngày không có trong lịch", "table \"{table}\", row {row}: the day is not in the calendar" }
    arrived_another_day(visit: &str) { "{visit}: giờ đến thuộc ngày khác", "{visit}: the arrival is on another day" }
    ended_another_day(visit: &str) { "{visit}: ngày kết thúc khác với giờ kết thúc", "{visit}: the day of the end is not that of its time" }
    no_open_period(visit: &str) { "{visit}: chưa xong mà không có khoảng giờ nào đang mở", "{visit}: still open, but no period of it is" }
    several_open_periods(visit: &str) { "{visit}: nhiều khoảng giờ cùng mở", "{visit}: several periods are open" }
    open_after_end(visit: &str) { "{visit}: đã kết thúc mà còn khoảng giờ đang mở", "{visit}: has ended, but a period goes on" }
    not_from_arrival(visit: &str) { "{visit}: khoảng giờ đầu không phải là chờ từ lúc đến", "{visit}: the first period is not a wait from the arrival" }
    period_gap(visit: &str) { "{visit}: các khoảng giờ không nối liền nhau", "{visit}: the periods do not follow each other without a gap" }
    other_than_stage(visit: &str) { "{visit}: khoảng giờ đang mở không khớp với trạng thái", "{visit}: the open period does not fit the stage" }
    not_until_end(visit: &str) { "{visit}: khoảng giờ cuối không đến lúc kết thúc", "{visit}: the last period does not reach the end of the visit" }
    numbers_missing(day: &str, tickets: &str) { "ngày {day}: số đã cấp mà không còn lượt và không có hoàn tác: {tickets}", "{day}: numbers given, but without a visit and not taken back: {tickets}" }
    numbers_surplus(day: &str, tickets: &str) { "ngày {day}: lượt mang số mà bộ đếm chưa cấp: {tickets}", "{day}: visits with numbers that the counter never gave: {tickets}" }
    proof_fails(day: &str) { "ngày {day}: số cấp không bằng đã xong cộng rời đi cộng còn mở", "{day}: issued is not served plus left plus still open" }
    several_in_hand(station: i64, visits: u32) { "quầy {station}: {visits} lượt cùng lúc đang gọi hoặc đang tiếp", "station {station}: {visits} parties in hand at once" }
    several_open_shifts(shifts: u32) { "{shifts} ca cùng mở", "{shifts} shifts are open at once" }
    name_kept(visit: &str) { "{visit}: còn giữ tên người dân dù lượt đã xong từ hôm trước; mở «motcua» để xóa", "{visit}: the citizen's name is still kept though the visit ended on an earlier day; opening \"motcua\" erases it" }
    unknown_op(entry: i64) { "nhật ký, dòng {entry}: không đọc được", "journal, entry {entry}: cannot be read" }
    unknown_piece(table: &str, row: i64) { "bảng «{table}», dòng {row}: mục danh mục riêng không đọc được", "table \"{table}\", row {row}: an own piece of the catalogue cannot be read" }
    step_out_of_range(visit: &str, step: i64) { "{visit}: đánh dấu bước {step}, nhiều nhất là 20", "{visit}: step {step} is ticked, 20 is the most" }
    unknown_reason(visit: &str) { "{visit}: lý do không khớp với kết quả", "{visit}: the reason does not fit the outcome" }
}

impl Lang {
    /// The whole report, line by line.
    pub fn check_report(self, report: &CheckReport) -> Vec<String> {
        let mut lines: Vec<String> = report.findings.iter().map(|finding| self.finding(finding)).collect();
        if report.unlisted > 0 {
            lines.push(self.check_unlisted(&self.count(report.unlisted)));
        }
        match report.totals {
            Some(Totals { visits, days, assists }) if report.is_sound() => {
                let [visits, days, assists] = [visits, days, assists].map(|number| self.count(number));
                lines.push(self.check_ok(&visits, &days, &assists));
            }
            Some(_) => lines.push(self.check_advice().to_owned()),
            None => {
                lines.push(self.check_rows_unread().to_owned());
                lines.push(self.check_advice().to_owned());
            }
        }
        lines
    }

    /// One thing that is wrong, and where.
    pub fn finding(self, finding: &Finding) -> String {
        match finding {
            Finding::Engine(words) => self.engine_says(words),
            Finding::SchemaMissing(name) => self.schema_missing(name),
            Finding::SchemaChanged(name) => self.schema_changed(name),
            Finding::RuleBroken { table, rows } => self.rule_broken(table, *rows),
            Finding::Orphan { table, row, parent } => self.orphan(table, *row, parent),
            Finding::NotADay { table, row } => self.not_a_day(table, *row),
            Finding::ArrivedAnotherDay(visit) => self.arrived_another_day(&self.place(visit)),
            Finding::EndedAnotherDay(visit) => self.ended_another_day(&self.place(visit)),
            Finding::Periods { visit, flaw } => self.period_flaw(&self.place(visit), *flaw),
            Finding::NumbersMissing { day, tickets } => {
                self.numbers_missing(&self.date(*day), &list(tickets))
            }
            Finding::NumbersSurplus { day, tickets } => {
                self.numbers_surplus(&self.date(*day), &list(tickets))
            }
            Finding::ProofFails { day } => self.proof_fails(&self.date(*day)),
            Finding::SeveralInHand { station, visits } => self.several_in_hand(*station, *visits),
            Finding::SeveralOpenShifts { shifts } => self.several_open_shifts(*shifts),
            Finding::QuestionsAstray { day, rows, entries } => {
                self.questions_astray(&self.date(*day), *rows, *entries)
            }
            Finding::NameKept(visit) => self.name_kept(&self.place(visit)),
            Finding::NoteKept(visit) => self.note_kept(&self.place(visit)),
            Finding::UnknownOp { entry } => self.unknown_op(*entry),
            Finding::UnknownPiece { table, row } => self.unknown_piece(table, *row),
            // People count steps from 1.
            Finding::StepOutOfRange { visit, step } => {
                self.step_out_of_range(&self.place(visit), step.saturating_add(1))
            }
            Finding::UnknownReason(visit) => self.unknown_reason(&self.place(visit)),
        }
    }

    fn period_flaw(self, visit: &str, flaw: PeriodFlaw) -> String {
        match flaw {
            PeriodFlaw::NoneOpen => self.no_open_period(visit),
            PeriodFlaw::SeveralOpen => self.several_open_periods(visit),
            PeriodFlaw::OpenAfterEnd => self.open_after_end(visit),
            PeriodFlaw::NotFromArrival => self.not_from_arrival(visit),
            PeriodFlaw::Gap => self.period_gap(visit),
            PeriodFlaw::OtherThanStage => self.other_than_stage(visit),
            PeriodFlaw::NotUntilEnd => self.not_until_end(visit),
        }
    }

    fn place(self, visit: &Place) -> String {
        let day = visit.day.parse::<Day>().map_or_else(|_| visit.day.clone(), |day| self.date(day));
        self.visit_of(&visit.ticket, &day)
    }
}

/// The first numbers of a list: a day that lost its counter would fill the screen.
fn list(tickets: &[Ticket]) -> String {
    const MOST: usize = 12;
    let mut shown: Vec<String> = tickets.iter().take(MOST).map(ToString::to_string).collect();
    if tickets.len() > MOST {
        shown.push(format!("… ({})", tickets.len()));
    }
    shown.join(", ")
}
