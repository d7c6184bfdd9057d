//! The words about the settings file of this PC, about files that were not read or written, and about backup copies.

use crate::config::{CONFIG, Found, SettingFault, SettingFlaw};
use crate::domain::trouble::Trouble;
use crate::lang::{Lang, say};
use crate::whole_file::Unread;

say! {
    unread_absent { "không có tệp này", "there is no such file" }
    unread_not_plain { "không phải tệp thường", "not a plain file" }
    unread_too_large(most: &str) { "lớn hơn {most}", "larger than {most}" }
    unread_not_text { "không phải văn bản UTF-8", "not UTF-8 text" }

    trouble_absent { "không có ở đó", "it is not there" }
    trouble_not_allowed { "không có quyền", "no permission" }
    trouble_exists { "đã có sẵn ở đó", "it is there already" }
    trouble_folder { "đó là một thư mục", "it is a folder" }
    trouble_no_folder { "đó không phải thư mục", "it is no folder" }
    trouble_disk_full { "đĩa đầy", "the disk is full" }
    trouble_quota { "hết phần đĩa được cấp", "the disk quota is used up" }
    trouble_disk_read_only { "đĩa chỉ cho đọc", "the disk is read-only" }
    trouble_disk { "ổ đĩa báo lỗi", "the disk reports an error" }
    trouble_in_use { "chương trình khác đang dùng", "another program is using it" }
    trouble_too_large { "tệp quá lớn", "the file is too large" }
    trouble_name { "tên không dùng được", "the name cannot be used" }
    trouble_garbled { "nội dung không đúng", "its content is not right" }
    trouble_nobody_there { "địa chỉ đó không nhận kết nối", "that address takes no connection" }
    trouble_no_way { "không có đường mạng tới đó", "the network does not lead there" }
    trouble_timed_out { "không trả lời", "no answer" }
    trouble_broken_off { "mất kết nối", "the connection broke" }
    trouble_not_database { "không phải cơ sở dữ liệu", "it is not a database" }
    trouble_malformed { "nội dung bị hỏng hoặc bị cụt", "its content is damaged or cut short" }
    trouble_other { "lỗi khác của máy, chi tiết trong nhật ký chương trình", "another error of the system, see the program's log" }

    size_in_bytes(bytes: &str) { "{bytes} byte", "{bytes} bytes" }

    settings_unread(file: &str, reason: &str) { "Không đọc được tệp cài đặt của máy này, {file}: {reason}.", "The settings file of this PC, {file}, cannot be read: {reason}." }
    settings_wrong(file: &str) { "Tệp cài đặt của máy này, {file}, có chỗ sai:", "The settings file of this PC, {file}, has mistakes:" }
    settings_line(line: usize, what: &str) { "dòng {line}: {what}", "line {line}: {what}" }
    settings_not_toml { "không đúng cú pháp (đường dẫn Windows: đặt trong dấu nháy đơn)", "cannot be read (put Windows paths in single quotes)" }
    settings_unknown(key: &str) { "không có cài đặt «{key}»", "there is no setting \"{key}\"" }
    settings_value(key: &str, value: &str) { "{key} không thể là {value}", "{key} cannot be {value}" }
    settings_more(lines: usize) { "và {lines} dòng nữa", "and {lines} more lines", lines 1: "and {lines} more line" }
    settings_kept_aside(name: &str) { "Tệp được giữ lại với tên {name}.", "The file is kept as {name}." }
    settings_rest { "Phần còn lại vẫn dùng như cũ, số liệu không ảnh hưởng. Xem lại bằng F1: «cài đặt», «máy in».", "The rest counts, the data are not affected. Check with F1: \"settings\", \"printers\"." }
    station_asked { "Quầy này mang số mấy? Gõ số rồi Enter", "Which number has this station? Type it, then Enter" }
}

impl Lang {
    /// Why a file was not read, to be put in brackets.
    pub fn unread(self, why: &Unread) -> String {
        match why {
            Unread::Absent => self.unread_absent().to_owned(),
            Unread::NotPlain => self.unread_not_plain().to_owned(),
            Unread::TooLarge { most } => self.unread_too_large(&self.bytes(*most)),
            Unread::NotText => self.unread_not_text().to_owned(),
            Unread::Denied(trouble) => self.trouble(*trouble).to_owned(),
        }
    }

    /// Why the system refused, to be put in brackets.
    pub fn trouble(self, trouble: Trouble) -> &'static str {
        match trouble {
            Trouble::Absent => self.trouble_absent(),
            Trouble::NotAllowed => self.trouble_not_allowed(),
            Trouble::Exists => self.trouble_exists(),
            Trouble::Folder => self.trouble_folder(),
            Trouble::NoFolder => self.trouble_no_folder(),
            Trouble::DiskFull => self.trouble_disk_full(),
            Trouble::Quota => self.trouble_quota(),
            Trouble::DiskReadOnly => self.trouble_disk_read_only(),
            Trouble::Disk => self.trouble_disk(),
            Trouble::InUse => self.trouble_in_use(),
            Trouble::TooLarge => self.trouble_too_large(),
            Trouble::Name => self.trouble_name(),
            Trouble::Garbled => self.trouble_garbled(),
            Trouble::NobodyThere => self.trouble_nobody_there(),
            Trouble::NoWay => self.trouble_no_way(),
            Trouble::TimedOut => self.trouble_timed_out(),
            Trouble::BrokenOff => self.trouble_broken_off(),
            Trouble::NotDatabase => self.trouble_not_database(),
            Trouble::Malformed => self.trouble_malformed(),
            Trouble::Other => self.trouble_other(),
        }
    }

    /// A size as people say it.
    pub fn bytes(self, bytes: u64) -> String {
        match bytes {
            0..1_000_000 => self.size_in_bytes(&self.count(bytes)),
            1_000_000..1_000_000_000 => format!("{} MB", self.count(bytes / 1_000_000)),
            _ => format!("{} GB", self.count(bytes / 1_000_000_000)),
        }
    }

    /// What is wrong with the settings of this PC, where the file is now, and what to do; `None` while nothing is.
    pub fn settings_told(self, found: &Found, kept_aside: Option<&str>) -> Option<String> {
        const MOST: usize = 4;
        let mut sentences = match &found.unread {
            Some(why) => vec![self.settings_unread(CONFIG, &self.unread(why))],
            None if found.flaws.is_empty() => return None,
            None => {
                let mut lines: Vec<String> =
                    found.flaws.iter().take(MOST).map(|flaw| self.setting_flaw(flaw)).collect();
                if found.flaws.len() > MOST {
                    lines.push(self.settings_more(found.flaws.len() - MOST));
                }
                vec![format!("{} {}.", self.settings_wrong(CONFIG), lines.join("; "))]
            }
        };
        sentences.extend(kept_aside.map(|name| self.settings_kept_aside(name)));
        sentences.push(self.settings_rest().to_owned());
        Some(sentences.join(" "))
    }

    fn setting_flaw(self, flaw: &SettingFlaw) -> String {
        let what = match &flaw.what {
            SettingFault::NotToml => self.settings_not_toml().to_owned(),
            SettingFault::Unknown(key) => self.settings_unknown(key),
            SettingFault::Wrong { key, value } => self.settings_value(key, value),
        };
        self.settings_line(flaw.line, &what)
    }
}
