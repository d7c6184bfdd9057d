//! Holidays that were announced, and those that were not yet.

use crate::domain::deadline::HolidaysFlaw;
use crate::lang::{Lang, say};

say! {
    help_holidays { "Lịch nghỉ lễ và ngày làm bù: ghi ra màn hình, nhập từ tệp", "Holidays and make-up working days: write them out, import a file" }
    help_holidays_import { "Nhập lịch nghỉ của một hay vài năm từ một tệp TOML (mẫu: «motcua holidays»)", "Import the holidays of one or more years from a TOML file (\"motcua holidays\" shows one)" }
    no_holidays_of(year: i32) { "Chưa có lịch nghỉ chính thức năm {year}: ngày hẹn trong năm đó chưa chắc, kiểm tra tại địa phương. Khi có lịch: «motcua holidays import TỆP».", "The official holidays of {year} are not here yet: days promised in that year are not sure, check locally. Once they are announced: \"motcua holidays import FILE\"." }
    holidays_taken(years: &str) { "nhập lịch nghỉ năm {years}", "holidays of {years} imported" }
    holidays_imported(years: &str, days_off: usize, make_up: usize) { "Đã nhập lịch nghỉ năm {years}: {days_off} đợt nghỉ, {make_up} ngày làm bù.", "Holidays of {years} imported: {days_off} holidays, {make_up} make-up working days." }
    holidays_flawed(path: &str, what: &str) { "Lịch nghỉ «{path}»: {what}. Lịch đang dùng giữ nguyên; hãy sửa chỗ đó rồi làm lại.", "Holidays \"{path}\": {what}. Those in use stay as they are; fix it and try again." }
    holidays_syntax(line: usize, words: &str) { "dòng {line} viết sai ({words})", "line {line} cannot be read ({words})" }
    holidays_years { "«years» phải ghi ít nhất một năm, ví dụ years = [2027]", "\"years\" must name at least one year, as years = [2027]" }
    holidays_wrong(day: &str) { "đợt nghỉ từ {day}: ngày cuối phải từ ngày đầu trở đi, dài không quá một tháng, và phải có tên", "the holiday of {day} must not end before it begins nor last over a month, and needs a name" }
    holidays_another_year(day: &str) { "ngày {day} không thuộc năm nào ghi ở «years»", "{day} is of no year named in \"years\"" }
    holidays_twice(day: &str) { "ngày {day} được ghi hai lần, hoặc vừa nghỉ vừa làm bù", "{day} is there twice, or both off and worked" }
    holidays_no_weekend(day: &str) { "ngày làm bù {day} không phải thứ Bảy hay Chủ nhật", "the make-up day {day} is no Saturday or Sunday" }
    holidays_too_many { "quá nhiều dòng", "too many rows" }
}

impl Lang {
    /// What is wrong with a table of holidays.
    pub fn holidays_flaw(self, flaw: &HolidaysFlaw) -> String {
        match flaw {
            HolidaysFlaw::Syntax(line, words) => self.holidays_syntax(*line, words),
            HolidaysFlaw::Years => self.holidays_years().to_owned(),
            HolidaysFlaw::Holiday(day) => self.holidays_wrong(&self.date(*day)),
            HolidaysFlaw::AnotherYear(day) => self.holidays_another_year(&self.date(*day)),
            HolidaysFlaw::Twice(day) => self.holidays_twice(&self.date(*day)),
            HolidaysFlaw::NoWeekend(day) => self.holidays_no_weekend(&self.date(*day)),
            HolidaysFlaw::TooMany => self.holidays_too_many().to_owned(),
        }
    }
}

/// Years in a row, as a sentence has them.
pub(super) fn years_of(years: &[i32]) -> String {
    years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}

impl Lang {
    /// That the holidays of these years are in use now.
    pub fn holidays_in_use(self, years: &[i32], days_off: usize, make_up: usize) -> String {
        self.holidays_imported(&years_of(years), days_off, make_up)
    }
}
