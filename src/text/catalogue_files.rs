//! The words about files of the catalogue: what an import changes, and the command line of it.

use toml::Value;

use super::Lang;
use crate::domain::catalogue::{Change, Differing, Preview};
use crate::domain::{Catalogue, Code};

say! {
    help_catalogue { "Danh mục thủ tục và kỹ năng: ghi ra tệp, nhập từ tệp, kiểm tra tệp", "The catalogue of procedures and skills: write it to a file, bring one in, check one" }
    help_catalogue_export { "Ghi danh mục đang dùng ra tệp TOML (bỏ trống hoặc «-»: ra màn hình)", "Write the catalogue in use as TOML (to the output without FILE or with \"-\")" }
    help_catalogue_import { "Xem trước những gì tệp thay đổi rồi nhập: cả tệp hoặc không gì cả", "Preview what a file changes, then bring it in: all of it or nothing" }
    help_catalogue_check { "Kiểm tra tệp, không thay đổi gì", "Check a file, change nothing" }
    help_catalogue_out { "Tệp để ghi", "The file to write" }
    help_catalogue_in { "Tệp danh mục («-»: đọc từ đầu vào)", "The catalogue file (\"-\" reads the input)" }
    help_catalogue_own { "Chỉ những mục riêng của bàn này", "Only this desk's own entries" }
    help_catalogue_force { "Ghi đè tệp đã có", "Write over a file that is there" }
    help_catalogue_yes { "Nhập luôn, không hỏi", "Bring it in without asking" }
    catalogue_not_over(path: &str) { "Tệp «{path}» đã có và khác danh mục đang dùng: không ghi đè. Chọn tên khác, hoặc thêm --force.", "\"{path}\" is there and differs from the catalogue in use: not written over. Choose another name, or add --force." }
    catalogue_sound(path: &str, entries: usize) { "«{path}»: đúng, {entries} mục.", "\"{path}\": sound, {entries} entries." }
    catalogue_import_how { "Chưa nhập gì. Xem kỹ những thay đổi trên rồi chạy lại với --yes để nhập.", "Nothing was brought in. Look at the changes above, then run it again with --yes." }
    catalogue_import_not { "Chưa nhập gì; danh mục đang dùng giữ nguyên.", "Nothing was brought in; the catalogue in use stays as it is." }
    catalogue_import_ask { "Nhập những thay đổi này? [c = có, phím khác = không] ", "Bring in these changes? [y = yes, anything else = no] " }
    preview_counts(added: usize, changed: usize, retired: usize, unchanged: usize) { "Thêm {added}, sửa {changed}, ngừng {retired}, giữ nguyên {unchanged} mục.", "{added} added, {changed} changed, {retired} retired, {unchanged} unchanged." }
    preview_order { "Thứ tự các mục: theo tệp", "Order of the entries: that of the file" }
    preview_fields(list: &str) { "Lĩnh vực, dãy số mới hoặc sửa: {list}", "New or changed fields and series: {list}" }
    preview_added(code: &str, name: &str) { "+ {code} {name}", "+ {code} {name}" }
    preview_changed(code: &str, name: &str) { "~ {code} {name}", "~ {code} {name}" }
    preview_retired(code: &str, name: &str, last: &str) { "- {code} {name}: ngừng sau ngày {last}", "- {code} {name}: retired after {last}" }
    preview_replaced(code: &str, name: &str, last: &str, by: &str) { "- {code} {name}: ngừng sau ngày {last}, thay bằng {by}", "- {code} {name}: retired after {last}, replaced by {by}" }
    preview_value(key: &str, old: &str, new: &str) { "    {key}: {old} → {new}", "    {key}: {old} → {new}" }
    preview_none { "(không có)", "(none)" }
    preview_yes { "có", "yes" }
    preview_no { "không", "no" }
}

/// A text of the preview is cut to about so many letters, around the first one that differs.
const WINDOW: usize = 60;

impl Lang {
    /// What an import would change in a catalogue, line by line: the counts first, then every entry, field by field.
    pub fn catalogue_preview(self, preview: &Preview, catalogue: &Catalogue) -> Vec<String> {
        let count = |is: fn(&Change) -> bool| preview.changes.iter().filter(|change| is(change)).count();
        let mut lines = vec![self.preview_counts(
            count(|change| matches!(change, Change::Added(_))),
            count(|change| matches!(change, Change::Changed { .. })),
            count(|change| matches!(change, Change::Retired { .. })),
            preview.unchanged,
        )];
        if !preview.fields.is_empty() {
            lines.push(self.preview_fields(&preview.fields.join(", ")));
        }
        if preview.is_reordered {
            lines.push(self.preview_order().to_owned());
        }
        for change in &preview.changes {
            lines.extend(self.catalogue_change(change, catalogue));
        }
        lines
    }

    /// What would become of one entry: a line with its name, and one for each key that differs.
    pub fn catalogue_change(self, change: &Change, catalogue: &Catalogue) -> Vec<String> {
        let name = |code: &Code| catalogue.get(code).map_or("", |entry| self.pick(&entry.short).as_str());
        match change {
            Change::Added(entry) => vec![self.preview_added(&entry.code.0, self.pick(&entry.short).as_str())],
            Change::Retired { code, last, by } => {
                let last = self.date(*last);
                vec![match by {
                    Some(by) => self.preview_replaced(&code.0, name(code), &last, &by.0),
                    None => self.preview_retired(&code.0, name(code), &last),
                }]
            }
            Change::Changed { code, what } => {
                let mut lines = vec![self.preview_changed(&code.0, name(code))];
                lines.extend(what.iter().map(|one| self.differing(one)));
                lines
            }
        }
    }

    /// One key that differs, old and new.
    pub fn differing(self, one: &Differing) -> String {
        let said = |value: &Option<Value>| value.as_ref().map(|value| self.value(value));
        let (old, new) = (said(&one.old), said(&one.new));
        let (old, new) = match (old, new) {
            (Some(old), Some(new)) => around_the_difference(&old, &new),
            (old, new) => {
                let none = || self.preview_none().to_owned();
                (old.map_or_else(none, |text| cut(&text, 0)), new.map_or_else(none, |text| cut(&text, 0)))
            }
        };
        self.preview_value(&one.key, &old, &new)
    }

    fn value(self, value: &Value) -> String {
        match value {
            Value::String(text) => text.clone(),
            Value::Boolean(true) => self.preview_yes().to_owned(),
            Value::Boolean(false) => self.preview_no().to_owned(),
            Value::Array(list) => list.iter().map(|one| self.value(one)).collect::<Vec<_>>().join(", "),
            Value::Datetime(date) => {
                date.to_string().parse().map_or_else(|_| date.to_string(), |day| self.date(day))
            }
            other => other.to_string(),
        }
    }
}

/// Both texts, from a little before the place where they begin to differ.
fn around_the_difference(old: &str, new: &str) -> (String, String) {
    let same = old.chars().zip(new.chars()).take_while(|(one, other)| one == other).count();
    let longest = old.chars().count().max(new.chars().count());
    let from = if longest <= WINDOW { 0 } else { same.saturating_sub(WINDOW / 3) };
    (cut(old, from), cut(new, from))
}

fn cut(text: &str, from: usize) -> String {
    let mut shown: String = text.chars().skip(from).take(WINDOW).collect();
    if from > 0 {
        shown.insert(0, '…');
    }
    if text.chars().count() > from + WINDOW {
        shown.push('…');
    }
    shown
}
