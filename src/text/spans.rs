//! How spans are called.

use crate::domain::span::SpanFlaw;
use crate::domain::{Calendar, Span, SpanKind};
use crate::lang::{Lang, say};

say! {
    span_day { "ngày", "day" }
    span_shift { "ca", "shift" }
    span_week { "tuần", "week" }
    span_month { "tháng", "month" }
    span_administrative_month { "tháng chốt 15–14", "month 15th–14th" }
    span_quarter { "quý", "quarter" }
    span_administrative_quarter { "quý chốt 15–14", "quarter 15th–14th" }
    span_half_year { "6 tháng", "half-year" }
    span_administrative_half_year { "6 tháng chốt 15–14", "half-year 15th–14th" }
    span_year { "năm", "year" }
    span_administrative_year { "năm chốt 15–14", "year 15th–14th" }
    span_range { "khoảng ngày", "range of days" }
    span_from_to(from: &str, until: &str) { "từ {from} đến {until}", "{from} to {until}" }
    named_shift(part: &str, date: &str) { "{part} ngày {date}", "{part} of {date}" }
    named_week(days: &str) { "tuần {days}", "week {days}" }
    named_month(month: u32, year: i32) { "tháng {month}/{year}", "month {month}/{year}" }
    named_quarter(quarter: u32, year: i32) { "quý {quarter}/{year}", "quarter {quarter}/{year}" }
    first_half_year(year: i32) { "6 tháng đầu năm {year}", "first half of {year}" }
    second_half_year(year: i32) { "6 tháng cuối năm {year}", "second half of {year}" }
    named_year(year: i32) { "năm {year}", "year {year}" }
    with_days(name: &str, days: &str) { "{name} ({days})", "{name} ({days})" }
    span_reversed { "Ngày cuối đứng trước ngày đầu. Không có gì bị thay đổi; hãy đổi chỗ hai ngày.", "The last day is before the first one. Nothing was changed; swap the two days." }
    span_future { "Kỳ này chưa bắt đầu. Hãy chọn kỳ đã có số liệu.", "This period has not begun. Choose one that has figures." }
    span_too_long { "Kỳ dài nhất là 10 năm. Hãy chọn khoảng ngắn hơn.", "A period is at most 10 years. Choose a shorter one." }
}

impl Lang {
    /// A kind of span: «tháng chốt 15–14».
    pub const fn span_kind(self, kind: SpanKind, calendar: Calendar) -> &'static str {
        match (kind, calendar) {
            (SpanKind::Day, _) => self.span_day(),
            (SpanKind::Shift, _) => self.span_shift(),
            (SpanKind::Week, _) => self.span_week(),
            (SpanKind::Month, Calendar::Civil) => self.span_month(),
            (SpanKind::Month, Calendar::Administrative) => self.span_administrative_month(),
            (SpanKind::Quarter, Calendar::Civil) => self.span_quarter(),
            (SpanKind::Quarter, Calendar::Administrative) => self.span_administrative_quarter(),
            (SpanKind::HalfYear, Calendar::Civil) => self.span_half_year(),
            (SpanKind::HalfYear, Calendar::Administrative) => self.span_administrative_half_year(),
            (SpanKind::Year, Calendar::Civil) => self.span_year(),
            (SpanKind::Year, Calendar::Administrative) => self.span_administrative_year(),
            (SpanKind::Range, _) => self.span_range(),
        }
    }

    /// The days of a span: «từ 15/10/2026 đến 14/11/2026»; of one day its date.
    pub fn span_days(self, span: Span) -> String {
        if span.from == span.until {
            return self.date(span.from);
        }
        self.span_from_to(&self.date(span.from), &self.date(span.until))
    }

    /// A span by name, as a sentence has it: «tháng 11/2026 (từ 15/10/2026 đến 14/11/2026)», «ca sáng ngày 21/11/2026».
    pub fn span(self, span: Span) -> String {
        let (number, year) = span.number();
        let name = match span.kind {
            SpanKind::Day => return format!("{} {}", self.span_day(), self.date(span.from)),
            SpanKind::Shift => {
                let part = span.shift.map_or_else(|| self.span_shift(), |shift| self.shift_part(shift.part));
                return self.named_shift(part, &self.date(span.from));
            }
            SpanKind::Range => return self.span_days(span),
            SpanKind::Week => return self.named_week(&self.span_days(span)),
            SpanKind::Month => self.named_month(number, year),
            SpanKind::Quarter => self.named_quarter(number, year),
            SpanKind::HalfYear if number == 1 => self.first_half_year(year),
            SpanKind::HalfYear => self.second_half_year(year),
            SpanKind::Year => self.named_year(year),
        };
        match span.calendar {
            Calendar::Civil => name,
            Calendar::Administrative => self.with_days(&name, &self.span_days(span)),
        }
    }

    /// A span as the line below a title: «Thứ Bảy, ngày 21 tháng 11 năm 2026», «Tháng 11/2026 (từ … đến …)».
    pub fn title_span(self, span: Span) -> String {
        match span.kind {
            SpanKind::Day => self.title_date(span.from),
            SpanKind::Shift => {
                let part = span.shift.map_or_else(|| self.span_shift(), |shift| self.shift_part(shift.part));
                format!("{}, {}", self.sentence(part), self.title_date(span.from).to_lowercase())
            }
            SpanKind::Month | SpanKind::Quarter | SpanKind::HalfYear | SpanKind::Year
                if span.calendar == Calendar::Civil =>
            {
                self.sentence(&self.with_days(&self.span(span), &self.span_days(span)))
            }
            _ => self.sentence(&self.span(span)),
        }
    }

    /// Why two days are no span.
    pub const fn span_flaw(self, flaw: SpanFlaw) -> &'static str {
        match flaw {
            SpanFlaw::Reversed => self.span_reversed(),
            SpanFlaw::Future => self.span_future(),
            SpanFlaw::TooLong => self.span_too_long(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_called_as_people_call_them() {
        use Calendar::{Administrative, Civil};
        let of = |kind, calendar| Span::of(kind, calendar, "2026-11-05".parse().unwrap());
        for (span, vi, en) in [
            (of(SpanKind::Day, Civil), "ngày 05/11/2026", "day 05/11/2026"),
            (of(SpanKind::Week, Civil), "tuần từ 02/11/2026 đến 08/11/2026", "week 02/11/2026 to 08/11/2026"),
            (of(SpanKind::Month, Civil), "tháng 11/2026", "month 11/2026"),
            (
                of(SpanKind::Month, Administrative),
                "tháng 11/2026 (từ 15/10/2026 đến 14/11/2026)",
                "month 11/2026 (15/10/2026 to 14/11/2026)",
            ),
            (of(SpanKind::Quarter, Civil), "quý 4/2026", "quarter 4/2026"),
            (of(SpanKind::HalfYear, Civil), "6 tháng cuối năm 2026", "second half of 2026"),
            (of(SpanKind::Year, Civil), "năm 2026", "year 2026"),
        ] {
            assert_eq!(Lang::Vi.span(span), vi);
            assert_eq!(Lang::En.span(span), en);
        }
        let month = of(SpanKind::Month, Civil);
        assert_eq!(Lang::Vi.title_span(month), "Tháng 11/2026 (từ 01/11/2026 đến 30/11/2026)");
    }
}
