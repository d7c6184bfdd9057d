//! What is wrong with a catalogue.

use crate::domain::Code;
use crate::domain::catalogue::{FlawKind, MOST_DAYS, MOST_ENTRIES, MOST_FIELDS, MOST_LINES};
use crate::domain::procedure::Fact;
use crate::lang::{Lang, say};

say! {
    flaw_syntax(words: &str) { "viết sai ({words})", "cannot be read ({words})" }
    flaw_code_twice(code: &str) { "mã {code} có hai lần", "code {code} appears twice" }
    flaw_code_shape(code: &str) { "mã «{code}»: chỉ gồm chữ không dấu, số, dấu chấm, gạch; nhiều nhất 20 ký tự", "code \"{code}\": only plain letters, digits, dots and dashes; at most 20" }
    flaw_unknown_field(code: &str, field: &str) { "{code}: không có lĩnh vực «{field}»", "{code}: there is no field \"{field}\"" }
    flaw_unknown_series(field: &str, series: char) { "lĩnh vực «{field}»: không có loại số {series}", "field \"{field}\": there is no series {series}" }
    flaw_series_twice(series: char) { "loại số {series} có hai lần", "series {series} appears twice" }
    flaw_series_text(series: char, key: &str) { "loại số {series}: «{key}» trống, quá 40 chữ hoặc có ký tự lạ", "series {series}: \"{key}\" is empty, over 40 letters or holds odd characters" }
    flaw_field_twice(field: &str) { "lĩnh vực «{field}» có hai lần", "field \"{field}\" appears twice" }
    flaw_field_text(field: &str, key: &str) { "lĩnh vực «{field}»: «{key}» trống, quá 40 chữ hoặc có ký tự lạ", "field \"{field}\": \"{key}\" is empty, over 40 letters or holds odd characters" }
    flaw_many_fields(count: &str, most: usize) { "{count} lĩnh vực, nhiều nhất {most}", "{count} fields, at most {most}" }
    flaw_uneven(code: &str, list: &str) { "{code}: «{list}» tiếng Việt và tiếng Anh khác số dòng", "{code}: \"{list}\" differs in length between Vietnamese and English" }
    flaw_many_lines(code: &str, list: &str, most: usize) { "{code}: «{list}» có quá {most} dòng", "{code}: \"{list}\" has over {most} lines" }
    flaw_steps(code: &str, most: usize) { "{code}: «steps» cần 1 đến {most} bước", "{code}: \"steps\" needs 1 to {most} steps" }
    flaw_text(code: &str, key: &str, most: usize) { "{code}: «{key}» trống, quá {most} chữ hoặc có ký tự lạ", "{code}: \"{key}\" is empty, over {most} letters or holds odd characters" }
    flaw_unknown_fact(code: &str, fact: &str, known: &str) { "{code}: «check_locally» không biết «{fact}» (có: {known})", "{code}: \"check_locally\" does not know \"{fact}\" (it knows {known})" }
    flaw_working_days(code: &str, most: &str) { "{code}: «working_days» phải từ 1 đến {most}", "{code}: \"working_days\" must be 1 to {most}" }
    flaw_portal(code: &str) { "{code}: «portal» phải là địa chỉ https://… không có dấu cách, nhiều nhất 300 chữ", "{code}: \"portal\" must be an https://… address without spaces, at most 300 letters" }
    flaw_reasons(code: &str) { "{code}: «before_if_not» dài hơn «before»", "{code}: \"before_if_not\" is longer than \"before\"" }
    flaw_dates(code: &str) { "{code}: valid_until sớm hơn valid_from", "{code}: valid_until is before valid_from" }
    flaw_unknown_successor(code: &str, new: &str) { "{code}: «replaced_by» nêu mã {new} không có trong danh mục", "{code}: \"replaced_by\" names {new}, which is not in the catalogue" }
    flaw_replaces_itself(code: &str, key: &str) { "{code}: «{key}» nêu chính mã này", "{code}: \"{key}\" names the entry itself" }
    flaw_two_successors(code: &str, first: &str, second: &str, key: &str) { "mã {code} được thay bằng cả {first} và {second} («{key}»): chỉ giữ một", "code {code} is replaced by both {first} and {second} (\"{key}\"): keep one" }
    flaw_cycle(codes: &str, key: &str) { "các mã thay nhau thành vòng: {codes} («{key}»)", "codes replace each other in a ring: {codes} (\"{key}\")" }
    flaw_many(count: &str, most: &str) { "{count} mục, nhiều nhất {most}", "{count} entries, at most {most}" }
    flaw_no_unknown { "mục KHAC (chưa rõ nhu cầu) phải có, không có ngày hết, không phải riêng địa phương", "the entry KHAC (need not known yet) must be there, without an end, and not local" }
}

/// The most codes of a ring that a sentence names.
const RING: usize = 8;

impl Lang {
    /// What is wrong with a catalogue, with the code and the key where there is one.
    pub fn flaw(self, what: &FlawKind) -> String {
        match what {
            FlawKind::Syntax(words) => self.flaw_syntax(words),
            FlawKind::CodeTwice(code) => self.flaw_code_twice(&code.0),
            FlawKind::CodeShape(code) => self.flaw_code_shape(&code.0),
            FlawKind::UnknownField(code, field) => self.flaw_unknown_field(&code.0, field),
            FlawKind::UnknownSeries(field, series) => self.flaw_unknown_series(field, series.letter()),
            FlawKind::SeriesTwice(series) => self.flaw_series_twice(series.letter()),
            FlawKind::SeriesText(series, key) => self.flaw_series_text(series.letter(), key),
            FlawKind::FieldTwice(field) => self.flaw_field_twice(field),
            FlawKind::FieldText(field, key) => self.flaw_field_text(field, key),
            FlawKind::TooManyFields(count) => self.flaw_many_fields(&self.size(*count), MOST_FIELDS),
            FlawKind::UnevenLists(code, list) => self.flaw_uneven(&code.0, list),
            FlawKind::TooManyLines { code, key, most } => self.flaw_many_lines(&code.0, key, *most),
            FlawKind::StepCount(code) => self.flaw_steps(&code.0, MOST_LINES),
            FlawKind::TextLength { code, key, most } => self.flaw_text(&code.0, key, *most),
            FlawKind::UnknownFact(code, fact) => {
                let known = Fact::MAY_BE_DOUBTFUL.map(Fact::code).join(", ");
                self.flaw_unknown_fact(&code.0, fact, &known)
            }
            FlawKind::WorkingDays(code) => self.flaw_working_days(&code.0, &self.size(MOST_DAYS.into())),
            FlawKind::PortalLink(code) => self.flaw_portal(&code.0),
            FlawKind::ReasonsBeside(code) => self.flaw_reasons(&code.0),
            FlawKind::DatesReversed(code) => self.flaw_dates(&code.0),
            FlawKind::UnknownSuccessor(code, new) => self.flaw_unknown_successor(&code.0, &new.0),
            FlawKind::ReplacesItself(code, key) => self.flaw_replaces_itself(&code.0, key),
            FlawKind::TwoSuccessors { code, by, key, .. } => {
                let [first, second] = &**by;
                self.flaw_two_successors(&code.0, &first.0, &second.0, key)
            }
            FlawKind::Cycle { codes, key, .. } => self.flaw_cycle(&ring(codes), key),
            FlawKind::TooManyEntries(count) => self.flaw_many(&self.size(*count), &self.size(MOST_ENTRIES)),
            FlawKind::NoUnknownNeed => self.flaw_no_unknown().to_owned(),
        }
    }

    fn size(self, count: usize) -> String {
        self.count(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

/// A ring of codes, back to the first; the middle of a long one is left out.
fn ring(codes: &[Code]) -> String {
    let mut named: Vec<&str> = codes.iter().take(RING).map(|code| code.0.as_str()).collect();
    if codes.len() > RING {
        named.push("…");
    }
    named.extend(codes.first().map(|code| code.0.as_str()));
    named.join(" → ")
}
