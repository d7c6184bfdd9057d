//! The roster of volunteers: its screen, its form, its questions, and what was done with it.

use crate::domain::{Op, TeamRole};
use crate::lang::{Lang, say, words};

words! {
    /// What a volunteer is in the team.
    team_role(TeamRole) {
        TeamRole::Leader => "trưởng nhóm", "leader";
        TeamRole::Deputy => "phó nhóm", "deputy";
        TeamRole::Member => "thành viên", "member";
    }
}

say! {
    volunteer_added { "thêm tình nguyện viên", "volunteer added" }
    volunteer_changed { "sửa một tình nguyện viên trong sổ", "a volunteer of the roster changed" }
    volunteer_retired { "cho một tình nguyện viên nghỉ", "a volunteer taken off the roster" }
    volunteer_back { "đưa một tình nguyện viên trở lại", "a volunteer brought back" }
    volunteers_merged { "gộp hai dòng của một tình nguyện viên", "two rows of one volunteer merged" }

    notice_volunteer_added(name: &str) { "Đã thêm {name}", "{name} added" }
    notice_volunteer_changed(name: &str) { "Đã lưu {name}", "{name} saved" }
    notice_volunteer_retired(name: &str) { "Đã cho {name} nghỉ; việc và giờ trực đã ghi vẫn còn", "{name} has left; past work and hours stay" }
    notice_volunteer_back(name: &str) { "{name} đã trở lại", "{name} is back" }
    notice_volunteers_merged(name: &str) { "Đã gộp vào {name}", "Merged into {name}" }

    roster_title(active: usize, gone: usize) { "Sổ tình nguyện viên: {active} người, đã nghỉ {gone}", "Roster of volunteers: {active} active, {gone} left" }
    roster_hint { "gõ chữ đầu của tên, không cần dấu", "first letters of the given name, no marks" }
    roster_twice { "Một người có hai dòng? Chọn dòng thừa, F1, «Gộp».", "One person in two rows? Choose the one to go, F1, \"Merge\"." }
    roster_left { "đã nghỉ", "left" }
    roster_on_duty { "đang trực", "on duty" }
    volunteer_new { "Thêm tình nguyện viên", "A new volunteer" }
    volunteer_name_label { "Họ và tên", "Full name" }
    volunteer_role { "Vai trò", "Role" }
    volunteer_unit { "Chi đoàn, đơn vị", "Branch or unit" }
    volunteer_school { "Trường", "School" }
    volunteer_phone { "Số điện thoại", "Phone number" }
    volunteer_phone_hint { "Chỉ ghi trong sổ này; xóa khi người ấy nghỉ.", "Stands in the roster alone; erased when the person leaves." }
    volunteer_foot { "F10: lưu. Chỉ cần họ tên; đổi tên thì việc đã làm đi theo.", "F10 saves. Only the name is needed; past work follows a new name." }
    retire_question(name: &str) { "Cho {name} nghỉ? Việc và giờ trực đã ghi vẫn còn; số điện thoại được xóa. Sau này đưa trở lại được.", "Has {name} left? Past work and hours stay; the phone number is erased. You can bring the person back later." }
    merge_title(name: &str) { "Gộp {name} vào dòng nào?", "Merge {name} into which row?" }
    merge_question(name: &str, into: &str) { "Gộp {name} vào {into}? Mọi việc và giờ trực của {name} được tính cho {into}; dòng {name} không còn trong sổ. Chỉ hoàn tác được trong hôm nay.", "Merge {name} into {into}? All work and hours of {name} will count for {into}, and the row {name} leaves the roster. It can be undone today only." }
    answer_retire { "Có, cho nghỉ", "Yes, has left" }
    answer_merge { "Có, gộp", "Yes, merge" }
    on_duty_now { "Người này đang trực. Bớt khỏi ca trước (F1, «Người trực»), rồi mới cho nghỉ.", "This person is on duty. Take them off the shift first (F1, \"On duty\"), then off the roster." }
    merged_with_itself { "Không gộp một dòng với chính nó: chọn dòng khác.", "A row cannot be merged with itself: choose another one." }
    no_phone_number { "Số điện thoại có 10 chữ số, bắt đầu bằng 0; hoặc để trống.", "A phone number has 10 digits and begins with 0; or leave it empty." }
}

impl Lang {
    /// What was done with a volunteer of that name; `None` of anything else.
    pub fn notice_of_volunteer(self, op: &Op, name: &str) -> Option<String> {
        Some(match op {
            Op::VolunteerAdded { .. } => self.notice_volunteer_added(name),
            Op::VolunteerChanged { .. } => self.notice_volunteer_changed(name),
            Op::VolunteerRetired { .. } => self.notice_volunteer_retired(name),
            Op::VolunteerBack { .. } => self.notice_volunteer_back(name),
            Op::VolunteersMerged { .. } => self.notice_volunteers_merged(name),
            _ => return None,
        })
    }
}
