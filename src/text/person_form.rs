//! The words of the popups on who asks, on outages, and on difficulties and proposals.

use super::Lang;
use crate::domain::person::Phone;
use crate::domain::{Day, Hamlet, Outage, Person};

say! {
    person_title(ticket: &str) { "{ticket}: người hỏi (để thống kê, không bắt buộc)", "{ticket}: who asks (for statistics, optional)" }
    person_title_new { "Người hỏi (để thống kê, không bắt buộc)", "Who asks (for statistics, optional)" }
    person_age { "Tuổi", "Age" }
    person_aged(age: &str) { "{age}", "aged {age}" }
    person_sex { "Giới tính", "Sex" }
    person_hamlet { "Thôn, ấp, tổ", "Hamlet" }
    person_phone { "Điện thoại", "Phone" }
    person_not_said { "không ghi", "not noted" }
    person_age_keys { "gõ số: 1 dưới 16  2 16–30  3 31–59  4 60–69  5 70–79  6 từ 80", "digits: 1 under 16  2 16–30  3 31–59  4 60–69  5 70–79  6 80 up" }
    person_hamlet_find { "gõ vài chữ để tìm, ← → để chọn", "type to find, ← → to choose" }
    person_hamlet_typed(typed: &str) { "tìm: {typed}", "find: {typed}" }
    person_hamlet_none { "Không có thôn nào khớp.", "No hamlet fits." }
    person_no_hamlets { "chưa có danh sách thôn (Ctrl+G, Cài đặt)", "no list of hamlets yet (Ctrl+G, Settings)" }
    person_elderly_new { "Từ 60 tuổi được ưu tiên: số sẽ cấp là số ưu tiên.", "60 and over goes first: the number will be a priority one." }
    person_elderly_given { "Từ 60 tuổi được ưu tiên, nhưng số này đã cấp không ưu tiên.", "60 and over goes first, but this number was given without priority." }
    person_short_smart { "có smartphone", "has a smartphone" }
    person_short_not_smart { "không có smartphone", "no smartphone" }
    intake_person_none { "không ghi (Ctrl+O để ghi)", "not noted (Ctrl+O)" }
    intake_person(facts: &str) { "Người hỏi: {facts}", "Who asks: {facts}" }

    outages_title { "Sự cố: hệ thống nào đang lỗi?", "Outages: what does not work?" }
    outages_hint { "[x] đang lỗi. Thời gian lỗi được tính vào bảng tổng hợp.", "[x] is down. The time lost stands on the tally." }
    outage_since(from: &str, time: &str) { "từ {from}, {time}", "since {from}, {time}" }
    outage_alarm(systems: &str) { "SỰ CỐ: {systems}", "OUTAGE: {systems}" }
    outage_alarm_one(system: &str, from: &str) { "{system} từ {from}", "{system} since {from}" }

    remark_title(span: &str) { "Khó khăn, đề xuất: {span}", "Difficulties and proposals: {span}" }
    remark_difficulties { "Khó khăn, vướng mắc", "Difficulties" }
    remark_proposals { "Đề xuất, kiến nghị", "Proposals" }
    remark_hint { "In trong báo cáo của kỳ này. Không ghi tên người dân.", "Printed in this period's report. Write no citizen's name." }
    remark_drop_question { "Bỏ những gì vừa gõ? Phần đã ghi trước đó vẫn còn.", "Drop what was just typed? What was kept before stays." }
}

impl Lang {
    /// What is known of who asks, on one line: «60–69 tuổi, nữ, Thôn 2, không có smartphone». Empty when nothing is.
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

    /// Whether there is a smartphone, for a narrow place: «không có smartphone».
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
}
