//! What is noted of people, what a scanned card says, what was masked, and what does not work.

use crate::domain::card::CardFlaw;
use crate::domain::mask::Masked;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::tally::Indicator;
use crate::domain::{Day, Hamlet, Outage, Person, System, commune};
use crate::lang::{Lang, say, words};

words! {
    /// An age: «60–69 tuổi».
    age(AgeBand) {
        AgeBand::Child => "dưới 16 tuổi", "under 16";
        AgeBand::Youth => "16–30 tuổi", "16–30";
        AgeBand::Adult => "31–59 tuổi", "31–59";
        AgeBand::Sixties => "60–69 tuổi", "60–69";
        AgeBand::Seventies => "70–79 tuổi", "70–79";
        AgeBand::Eighties => "từ 80 tuổi", "80 and over";
    }
    /// A sex: «nữ».
    sex(Sex) {
        Sex::Female => "nữ", "female";
        Sex::Male => "nam", "male";
    }
    /// Whether there is a smartphone: «không có điện thoại thông minh».
    phone(Phone) {
        Phone::Smart => "có điện thoại thông minh", "has a smartphone";
        Phone::NotSmart => "không có điện thoại thông minh", "no smartphone";
    }
    /// What may not work: «Cổng Dịch vụ công».
    system(System) {
        System::Vneid => "VNeID", "VNeID";
        System::Portal => "Cổng Dịch vụ công", "public service portal";
        System::Payment => "thanh toán trực tuyến", "online payment";
        System::Network => "mạng Internet", "Internet";
        System::Power => "điện", "power";
        System::Insurance => "hệ thống BHXH, BHYT", "insurance systems";
        System::Other => "hệ thống khác", "another system";
    }
    /// A number that a team publishes: «kích hoạt định danh mức độ 2».
    indicator(Indicator) {
        Indicator::Accounts => "tài khoản được hỗ trợ (VNeID, Cổng Dịch vụ công)", "accounts supported (VNeID, public service portal)";
        Indicator::LevelTwo => "kích hoạt định danh điện tử mức độ 2", "level-2 identities activated";
        Indicator::Recovered => "lấy lại mật khẩu, đổi thiết bị VNeID", "passwords recovered, VNeID moved to a new phone";
        Indicator::FilingTaught => "hướng dẫn nộp hồ sơ trực tuyến", "taught to file online";
        Indicator::Cashless => "thanh toán không dùng tiền mặt", "cashless payments";
        Indicator::Wallets => "tài khoản ngân hàng, ví điện tử, Mobile Money", "bank accounts, e-wallets, Mobile Money";
        Indicator::Health => "BHXH số, BHYT, sổ sức khỏe điện tử", "digital insurance, health insurance, health record";
        Indicator::Signatures => "chữ ký số cá nhân", "personal digital signatures";
        Indicator::Feedback => "phản ánh, kiến nghị đã gửi", "feedback and petitions sent";
        Indicator::LocalApps => "ứng dụng địa phương, địa chỉ số, sàn thương mại điện tử", "local apps, digital address, online marketplaces";
        Indicator::Businesses => "hộ kinh doanh dùng eTax Mobile", "household businesses on eTax Mobile";
        Indicator::Skills => "kỹ năng số, an toàn thông tin, SIM chính chủ", "digital skills, safety, own SIM";
        Indicator::Leaflets => "tờ rơi đã phát", "leaflets handed out";
        Indicator::Sessions => "buổi tuyên truyền", "outreach sessions";
        Indicator::Trainings => "buổi tập huấn", "trainings held";
        Indicator::AtHome => "việc hỗ trợ tại nhà", "done at people's homes";
        Indicator::PhonesGiven => "điện thoại thông minh đã tặng", "smartphones given";
    }
    /// A system in as few letters as a list has room for.
    system_short(System) {
        System::Vneid => "VNeID", "VNeID";
        System::Portal => "Cổng", "portal";
        System::Payment => "thanh toán", "payment";
        System::Network => "mạng", "net";
        System::Power => "điện", "power";
        System::Insurance => "BHXH", "BHXH";
        System::Other => "khác", "other";
    }
}

impl Lang {
    /// What is known of who asks, on one line: «60–69 tuổi, nữ, Thôn 2, không có điện thoại thông minh». Empty when nothing is.
    /// `office` is the code of the office's commune.
    pub fn person_facts(self, person: &Person, hamlets: &[Hamlet], office: &str) -> String {
        let hamlet = person.hamlet.and_then(|id| hamlets.iter().find(|hamlet| hamlet.id == id));
        let age = person.age.map(|age| self.person_aged(self.age(age)));
        let born = person.birth_year.map(|year| self.person_born(year));
        let origin = self.person_origin(person, office);
        let facts = [
            age.as_deref(),
            born.as_deref(),
            person.sex.map(|sex| self.sex(sex)),
            hamlet.map(|hamlet| hamlet.name.as_str()),
            origin.as_deref(),
            person.phone.map(|phone| self.phone_short(phone)),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Whether there is a smartphone, for a narrow place: «không có điện thoại thông minh».
    pub const fn phone_short(self, phone: Phone) -> &'static str {
        match phone {
            Phone::Smart => self.person_short_smart(),
            Phone::NotSmart => self.person_short_not_smart(),
        }
    }

    /// Since when an outage lasts: «09:12», of another day «16:40 20/11».
    pub fn outage_from(self, outage: &Outage, today: Day) -> String {
        let day = outage.from.day();
        let clock = self.clock(outage.from);
        if day == today { clock } else { format!("{clock} {}", self.short_date(day)) }
    }

    /// What does not work, for the line that every screen shows: «SỰ CỐ: VNeID từ 09:12 · điện từ 09:30».
    pub fn outages_now(self, outages: &[Outage], today: Day) -> String {
        let each: Vec<String> = outages
            .iter()
            .map(|one| self.outage_alarm_one(self.system(one.system), &self.outage_from(one, today)))
            .collect();
        self.outage_alarm(&each.join(" · "))
    }

    /// The same without the times, for a narrow window.
    pub fn outages_now_short(self, outages: &[Outage]) -> String {
        let each: Vec<&str> = outages.iter().map(|one| self.system(one.system)).collect();
        self.outage_alarm(&each.join(", "))
    }

    /// What is wrong with a card or its scan, and what to do.
    pub const fn card_flaw(self, flaw: CardFlaw) -> &'static str {
        match flaw {
            CardFlaw::NoCard => self.card_none(),
            CardFlaw::NoBars => self.card_no_bars(),
            CardFlaw::Back => self.card_back(),
            CardFlaw::CutOff => self.card_cut_off(),
            CardFlaw::InputMethod => self.card_input_method(),
            CardFlaw::WrongLetters => self.card_wrong_letters(),
            CardFlaw::Number => self.card_number(),
            CardFlaw::Birth => self.card_birth(),
            CardFlaw::Sex => self.card_sex(),
            CardFlaw::NumberAndBirth => self.card_number_and_birth(),
            CardFlaw::NumberAndSex => self.card_number_and_sex(),
        }
    }

    /// Whether the person is of the office's commune: «người trong phường», «người nơi khác»; nothing when the card did
    /// not say, or the office has no commune.
    pub fn person_origin(self, person: &Person, office: &str) -> Option<String> {
        let code = person.commune?.to_string();
        let own = commune::of_code(office)?;
        Some(if code == own.code {
            self.person_local(&own.kind())
        } else {
            self.person_from_elsewhere().to_owned()
        })
    }

    /// How many places were masked and what they looked like: «Đã che 1 chỗ giống số căn cước; không lưu số.»
    pub fn masked(self, masked: Masked) -> String {
        match masked {
            Masked { identities, cards: 0, bank_cards: 0, secrets: 0 } => self.masked_identities(identities),
            Masked { identities: 0, cards: 0, bank_cards, secrets: 0 } => self.masked_bank_cards(bank_cards),
            Masked { identities: 0, cards: 0, bank_cards: 0, secrets } => self.masked_secrets(secrets),
            Masked { cards: 1.., .. } => self.masked_card().to_owned(),
            several => self.masked_several(several.places()),
        }
    }
}

say! {
    person_title(ticket: &str) { "{ticket}: người dân (để thống kê, không bắt buộc)", "{ticket}: who came (for statistics, optional)" }
    person_title_new { "Người dân (để thống kê, không bắt buộc)", "Who came (for statistics, optional)" }
    person_age { "Tuổi", "Age" }
    person_aged(age: &str) { "{age}", "aged {age}" }
    person_sex { "Giới tính", "Sex" }
    person_hamlet { "Thôn, ấp, tổ", "Hamlet" }
    person_phone { "Điện thoại", "Phone" }
    person_not_said { "không ghi", "not noted" }
    person_age_keys { "gõ số: 1 dưới 16 · 2 16–30 · 3 31–59 · 4 60–69 · 5 70–79 · 6 từ 80", "digits: 1 under 16 · 2 16–30 · 3 31–59 · 4 60–69 · 5 70–79 · 6 80 up" }
    person_hamlet_find { "gõ vài chữ để tìm, Space để chọn", "type to find, Space to choose" }
    person_no_hamlets { "chưa có danh sách thôn (F1, Cài đặt)", "no list of hamlets yet (F1, Settings)" }
    person_elderly_new { "Từ 60 tuổi được ưu tiên: số sẽ cấp là số ưu tiên.", "People of 60 and over go first: this will be a priority number." }
    person_elderly_given { "Từ 60 tuổi được ưu tiên, nhưng số này đã cấp không ưu tiên.", "People of 60 and over go first, but this number was given without priority." }
    person_short_smart { "có điện thoại thông minh", "has a smartphone" }
    person_short_not_smart { "không có điện thoại thông minh", "no smartphone" }
    intake_person_none { "không ghi (Ctrl+O để ghi)", "not noted (Ctrl+O)" }
    intake_person(facts: &str) { "Người dân: {facts}", "Who came: {facts}" }

    outages_title { "Sự cố: hệ thống nào đang lỗi?", "Outages: what does not work?" }
    outages_hint { "[x] đang lỗi. Thời gian lỗi được tính vào bảng tổng hợp.", "[x] is down. The lost time counts in the tally." }
    outage_since(from: &str, time: &str) { "từ {from}, {time}", "since {from}, {time}" }
    outage_alarm(systems: &str) { "SỰ CỐ: {systems}", "OUTAGE: {systems}" }
    outage_alarm_one(system: &str, from: &str) { "{system} từ {from}", "{system} since {from}" }

    remark_title(span: &str) { "Khó khăn, kiến nghị: {span}", "Difficulties and proposals: {span}" }
    remark_difficulties { "Khó khăn, vướng mắc", "Difficulties" }
    remark_proposals { "Kiến nghị", "Proposals" }
    remark_hint { "In trong báo cáo của kỳ này. Không ghi tên người dân.", "Printed in this period's report. Do not write a citizen's name." }
    remark_drop_question { "Bỏ những gì vừa gõ? Phần đã ghi trước đó vẫn còn.", "Discard what was just typed? What was saved before stays." }

    card_read { "Đã đọc thẻ. Số, tên và địa chỉ trên thẻ không được lưu.", "Card read. Its number, name and address are not saved." }
    card_strange_prefix { "Đã đọc thẻ, nhưng ba số đầu không thuộc tỉnh nào: xem lại thẻ.", "Card read, but its first three digits belong to no province: look at the card again." }
    card_elsewhere { "Thẻ chỉ được đọc ở hàng chờ hoặc khi đang cấp số: về hàng chờ rồi quét lại. Chưa ghi gì.", "A card is read at the queue or while a number is given: go there and scan again. Nothing was noted." }
    stray_text { "Có chữ được quét hoặc dán vào đây: đã bỏ qua, không làm gì cả.", "Something was scanned or pasted here: it was ignored, nothing was done." }
    stray_enter { "Chữ vừa quét hoặc dán đã vào ô, dấu xuống dòng không tính: đúng thì nhấn Enter.", "The scanned or pasted text is in the field; its line break was ignored. Press Enter if it is right." }
    number_scanned(ticket: &str) { "Đã quét số {ticket}: chưa làm gì.", "Number {ticket} scanned: nothing was done." }
    card_none { "Mã vừa quét không phải mã QR của thẻ căn cước, chưa ghi gì: quét lại thẻ hoặc nhập tay (F2).", "This is not a citizen card's QR code, nothing was noted: scan again or type by hand (F2)." }
    card_no_bars { "Bản quét thiếu dấu | giữa các ô: đặt máy quét theo bàn phím tiếng Anh (US) rồi quét lại, hoặc nhập tay (F2).", "The scan lacks the | between its fields: set the scanner to a US keyboard and scan again, or type by hand (F2)." }
    card_back { "Đây là dòng chữ ở mặt sau thẻ, chưa ghi gì: quét mã QR của thẻ, hoặc nhập tay (F2).", "This is a line from the back of the card, nothing was noted: scan the card's QR code, or type by hand (F2)." }
    card_cut_off { "Bản quét bị cắt giữa chừng: giữ yên thẻ và quét lại, hoặc nhập tay (F2).", "The scan was cut off: hold the card still and scan again, or type by hand (F2)." }
    card_input_method { "Bộ gõ tiếng Việt đã sửa bản quét: tắt bộ gõ (UniKey) rồi quét lại, hoặc nhập tay (F2).", "An input method changed the scan: turn it off (UniKey) and scan again, or type by hand (F2)." }
    card_wrong_letters { "Chữ của bản quét bị vỡ vì sai bảng mã: đặt máy quét sang UTF-8 rồi quét lại, hoặc nhập tay (F2).", "The scan's letters are broken by a wrong character set: set the scanner to UTF-8 and scan again, or type by hand (F2)." }
    card_number { "Số của bản quét không đủ 12 chữ số: quét lại, hoặc nhập tay (F2).", "The scanned number does not have 12 digits: scan again, or type by hand (F2)." }
    card_birth { "Ngày sinh của bản quét không đúng: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The scanned date of birth is not possible: look at the card and scan again, or type by hand (F2)." }
    card_sex { "Giới tính của bản quét không phải Nam hay Nữ: quét lại, hoặc nhập tay (F2).", "The scan's sex is neither Nam nor Nữ: scan again, or type by hand (F2)." }
    card_number_and_birth { "Số căn cước và ngày sinh không khớp nhau: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The number and the date of birth disagree: look at the card and scan again, or type by hand (F2)." }
    card_number_and_sex { "Số căn cước và giới tính không khớp nhau: xem thẻ rồi quét lại, hoặc nhập tay (F2).", "The number and the sex disagree: look at the card and scan again, or type by hand (F2)." }
    person_born(year: u16) { "sinh {year}", "born {year}" }
    person_local(kind: &str) { "người trong {kind}", "of this {kind}" }
    person_from_elsewhere { "người nơi khác", "from elsewhere" }

    masked_identities(places: u8) { "Đã che {places} chỗ giống số căn cước; không lưu số.", "{places} likely identity numbers were masked and not saved.", places 1: "A likely identity number was masked and not saved." }
    masked_card { "Đã bỏ đoạn giống nội dung thẻ căn cước: số, tên, ngày sinh và địa chỉ không được lưu.", "What looked like a citizen card was removed: its number, name, birth date and address were not saved." }
    masked_bank_cards(places: u8) { "Đã che {places} chỗ giống số thẻ ngân hàng; không lưu số.", "{places} likely bank card numbers were masked and not saved.", places 1: "A likely bank card number was masked and not saved." }
    masked_secrets(places: u8) { "Đã che {places} chỗ giống mật khẩu hoặc mã OTP; không lưu.", "{places} likely passwords or one-time codes were masked and not saved.", places 1: "A likely password or one-time code was masked and not saved." }
    masked_several(places: u8) { "Đã che {places} chỗ giống số giấy tờ, số thẻ, mật khẩu hoặc mã OTP; không lưu.", "{places} likely card numbers, passwords or codes were masked and not saved." }

    outage_mark(system: &str) { "[!{system}]", "[!{system}]" }
    outage_now(systems: &str) { "[!] Đang lỗi: {systems}", "[!] Down now: {systems}" }
    outage_over_for(done: &str, persons: &str) { "{done}: {persons} người đang chờ việc này", "{done}: {persons} people are waiting for it", persons 1: "{done}: {persons} person is waiting for it" }
    outage_hit(times: &str, persons: &str) { "{times} lần · {persons} người gặp", "{times}× · people affected: {persons}" }
    figure_any_system { "mọi hệ thống", "any system" }
}
