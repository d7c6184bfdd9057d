//! The facts of an entry of the catalogue in words: what each is called, and what the entry says of it.

use crate::domain::procedure::{Confidence, Fact, Kind, OnlineLevel, Said, Way};
use crate::domain::{Day, Procedure};
use crate::lang::{Lang, say, words};

say! {
    guide_fee_unknown { "theo quy\u{a0}định của tỉnh; hỏi bộ\u{a0}phận một\u{a0}cửa", "as set by the province; ask at the counter" }
    guide_papers_ask { "hỏi bộ\u{a0}phận một\u{a0}cửa", "ask at the counter" }
    guide_same_day { "Muốn có kết quả trong ngày, nộp trước 15\u{a0}giờ.", "For a result on the same day, file before 15:00." }
    doubted(fact: &str) { "{fact}\u{a0}(*)", "{fact}\u{a0}(*)" }
    guide_doubts { "(*) Hỏi lại bộ phận một cửa.", "(*) Ask at the counter again." }
    handbook_doubts { "(*) Chưa kiểm chứng được: hỏi bộ phận một cửa rồi hãy nói với người dân.", "(*) Not verified: ask at the counter before you tell anyone." }
    guide_point(text: &str) { "– {text}", "– {text}" }
    guide_boxes(title: &str) { "{title} (ô có dấu: đã\u{a0}có; ô trống: còn\u{a0}phải mang)", "{title} (ticked: already\u{a0}here; empty: still to\u{a0}bring)" }
    guide_topic(place: usize, name: &str) { "{place}. {name}", "{place}. {name}" }
    guide_code(code: &str) { "Mã thủ\u{a0}tục: {code}", "Procedure code: {code}" }
    guide_until_day(date: &str) { "{date}; sau đó hỏi lại bộ\u{a0}phận một\u{a0}cửa", "{date}; after that, ask again at the counter" }
    handbook_code(code: &str) { "Mã {code}", "Code {code}" }
    handbook_printed(date: &str) { "In ngày {date}", "Printed {date}" }
    handbook_ended(last: &str) { "KHÔNG CÒN ÁP DỤNG: chỉ dùng đến hết ngày {last}.", "NO LONGER IN FORCE: it was valid until {last}." }
    handbook_ended_then(last: &str, code: &str) { "KHÔNG CÒN ÁP DỤNG: chỉ dùng đến hết ngày {last}; nay xem mã {code}.", "NO LONGER IN FORCE: it was valid until {last}; now see {code}." }
    handbook_not_yet(first: &str) { "CHƯA ÁP DỤNG: chỉ dùng từ ngày {first}.", "NOT YET IN FORCE: it is valid from {first}." }
    handbook_portal { "Trang của mục này trên mạng: quét mã hoặc gõ địa chỉ.", "Its page on the web: scan the code or type the address." }
    valid_from(first: &str) { "Áp dụng từ ngày {first}.", "Valid from {first}." }
    valid_between(first: &str, last: &str) { "Áp dụng từ ngày {first} đến hết ngày {last}.", "Valid from {first} until {last}." }
    valid_then(validity: &str, code: &str) { "{validity} Sau đó xem mã {code}.", "{validity} After that see {code}." }
    valid_until_day(date: &str) { "Áp dụng đến hết ngày {date}", "Valid until {date}" }
    reading_code(code: &str, kind: &str, field: &str) { "Mã {code} · {kind} · {field}", "Code {code} · {kind} · {field}" }
    reading_working_days(days: u16) { "{days} ngày làm việc", "{days} working days", days 1: "{days} working day" }
    reading_same_day { "Có kết quả trong ngày nếu nộp trước 15:00; nộp sau 15:00 thì sang ngày làm việc tiếp theo.", "The result comes on the same day when filed before 15:00; after that, on the next working day." }
    reading_replaced_by(what: &str) { "Được thay bằng {what}", "Replaced by {what}" }
    reading_replaces(codes: &str) { "Thay cho mã {codes}", "Replaces code {codes}" }
    reading_local { "Dịch vụ riêng của một số địa phương", "A service of some communes only" }
    reading_more { "còn nữa: PgDn", "more: PgDn" }
    reading_gone { "Mục này không còn trong danh mục.", "The catalogue no longer has this entry." }
    way_online_where { "trực tuyến ở dichvucong.gov.vn", "online at dichvucong.gov.vn" }
}

/// For whom a fact of an entry is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The helper at the desk, on screens.
    Helper,
    /// The citizen, who reads a paper at home.
    Citizen,
}

words! {
    /// What a fact of an entry is called.
    fact_to((Fact, Audience)) {
        (Fact::Code, _) => "Mã", "Code";
        (Fact::Name, _) => "Tên", "Name";
        (Fact::Short, _) => "Tên ngắn", "Short name";
        (Fact::Aliases, _) => "Người dân còn gọi là", "People also say";
        (Fact::Papers, Audience::Helper) => "Giấy tờ", "Papers";
        (Fact::Papers, Audience::Citizen) => "Giấy tờ cần mang", "Papers to bring";
        (Fact::Before, Audience::Helper) => "Kiểm tra trước", "Check first";
        (Fact::Before, Audience::Citizen) => "Xem lại trước khi đến", "To check before you come";
        (Fact::Steps, _) => "Các bước", "Steps";
        (Fact::Warnings, _) => "Lưu ý", "Note";
        (Fact::TimeLimit, _) => "Thời hạn", "Time limit";
        (Fact::SameDay, _) => "Trả trong ngày (trước 15:00)", "Same day (before 15:00)";
        (Fact::Fee, _) => "Phí, lệ phí", "Fee";
        (Fact::Ways, _) => "Nộp ở đâu", "Where to file";
        (Fact::Online, _) => "Mức trực tuyến", "Online";
        (Fact::Portal, _) => "Trang trên Cổng", "Page on the portal";
        (Fact::Systems, _) => "Cần hệ thống", "Needs these systems";
        (Fact::Validity, _) => "Áp dụng từ ngày", "Offered from";
        (Fact::Local, _) => "Riêng của địa phương", "Local service";
        (Fact::Confidence, _) => "Độ tin cậy", "Confidence";
    }

    /// Where a dossier may be handed in, in a word.
    way(Way) {
        Way::Counter => "tại quầy", "at the counter";
        Way::Online => "trực tuyến", "online";
        Way::Post => "qua bưu chính công ích", "by public post";
    }

    /// How far a procedure goes online.
    online_level(OnlineLevel) {
        OnlineLevel::Whole => "toàn trình", "fully";
        OnlineLevel::Part => "một phần", "partly";
        OnlineLevel::None => "không nộp trực tuyến", "not online";
    }

    entry_kind(Kind) {
        Kind::Procedure => "thủ tục hành chính", "administrative procedure";
        Kind::Skill => "kỹ năng số", "digital skill";
    }

    /// How sure the facts of an entry are.
    confidence(Confidence) {
        Confidence::High => "cao: đọc trong văn bản đã công bố", "high: read in published material";
        Confidence::Medium => "vừa: chỉ có một phần hoặc một nguồn", "medium: in part, or in one source only";
        Confidence::Low => "thấp: nghe nói, cần kiểm tra", "low: hearsay, to be checked";
    }
}

impl Lang {
    /// What the screens call a fact of an entry.
    pub const fn fact(self, fact: Fact) -> &'static str {
        self.fact_to((fact, Audience::Helper))
    }

    /// What the citizen's papers call a fact of an entry.
    pub const fn fact_on_paper(self, fact: Fact) -> &'static str {
        self.fact_to((fact, Audience::Citizen))
    }

    /// What an entry says of a fact, in one line; `None` of a list, and where there is nothing to say.
    pub fn said(self, entry: &Procedure, fact: Fact) -> Option<String> {
        Some(match entry.says(fact) {
            Said::Nothing | Said::List(_) => return None,
            Said::Unknown if fact == Fact::Papers => self.guide_papers_ask().to_owned(),
            Said::Unknown => self.guide_fee_unknown().to_owned(),
            Said::Plain(text) => text.to_owned(),
            Said::Text(text) => self.pick(text).clone(),
            Said::Words(words) => words.join(", "),
            Said::Days(days) => self.reading_working_days(days),
            Said::Ways(ways) => self.ways(ways, str::to_owned),
            Said::Level(level) => self.online_level(level).to_owned(),
            Said::Systems(systems) => {
                systems.iter().map(|system| self.system(*system)).collect::<Vec<_>>().join(", ")
            }
            Said::Between(first, last) => self.validity(first, last),
            Said::Sure(confidence) => self.confidence(confidence).to_owned(),
            Said::Yes if fact == Fact::SameDay => self.reading_same_day().to_owned(),
            Said::Yes => self.reading_local().to_owned(),
        })
    }

    /// Where a dossier may be handed in; what is said of the way online, in the words of `online`.
    pub fn ways(self, ways: &[Way], online: impl Fn(&str) -> String) -> String {
        let words = |way: &Way| match way {
            Way::Online => online(self.way_online_where()),
            other => self.way(*other).to_owned(),
        };
        ways.iter().map(words).collect::<Vec<_>>().join("; ")
    }

    /// From when and until when an entry is offered.
    pub fn validity(self, first: Day, last: Option<Day>) -> String {
        let first = self.date(first);
        last.map_or_else(|| self.valid_from(&first), |last| self.valid_between(&first, &self.date(last)))
    }

    /// A fact that was not verified, with the sign that is explained at the foot, unless it says by itself whom to ask.
    pub fn guide_unverified(self, fact: &str) -> String {
        let asks = match self {
            Self::Vi => fact.contains("hỏi") || fact.contains("Hỏi"),
            Self::En => fact.contains("ask") || fact.contains("Ask"),
        };
        if asks { fact.to_owned() } else { self.doubted(fact) }
    }

    /// Whether a text has the sign of a fact that was not verified.
    pub fn is_doubted(self, text: &str) -> bool {
        text.contains(self.doubted("").trim())
    }

    /// A text of the catalogue within a sentence: «miễn phí» for «Miễn phí», while «VNeID» stays as it is.
    pub fn within_a_sentence(self, text: &str) -> String {
        let mut letters = text.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() || second.is_whitespace() => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => text.to_owned(),
        }
    }
}
