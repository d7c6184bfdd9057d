//! The words about the settings file of this PC, about files that were not read, and about backup copies.

use crate::config::{CONFIG, Found, SettingFault, SettingFlaw};
use crate::lang::{Lang, say};
use crate::whole_file::Unread;

say! {
    unread_absent { "không có tệp này", "there is no such file" }
    unread_not_plain { "không phải tệp thường", "not a plain file" }
    unread_too_large(most: &str) { "lớn hơn {most}", "larger than {most}" }
    unread_not_text { "không phải văn bản UTF-8", "not UTF-8 text" }

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
            Unread::Denied(reason) => reason.clone(),
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
