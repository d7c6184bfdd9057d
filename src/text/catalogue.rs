//! The desk's own catalogue: its screen, its edits, its files, and why something is refused.

use toml::Value;

use crate::desk::catalogue::ImportFault;
use crate::domain::catalogue::{Change, Differing, FlawKind, Preview, State};
use crate::domain::{Catalogue, Code};
use crate::lang::{Lang, say};

say! {
    entry_added(what: &str) { "thêm {what} vào danh mục", "{what} added to the catalogue" }
    entry_changed(what: &str) { "sửa {what} trong danh mục", "{what} changed in the catalogue" }
    entry_dropped(what: &str) { "bỏ bản riêng của {what} trong danh mục", "this desk's own version of {what} removed" }
    entry_retired(what: &str, last: &str) { "ngừng {what} sau ngày {last}", "{what} ends after {last}" }
    entry_offered_again(what: &str) { "dùng lại {what}", "{what} offered again" }
    entry_replaced(what: &str, by: &str, from: &str) { "cho {by} thay {what} từ {from}", "{by} replaces {what} from {from}" }
    service_turned_on(what: &str) { "bật {what}", "{what} turned on" }
    service_turned_off(what: &str) { "tắt {what}", "{what} turned off" }
    entry_moved(what: &str) { "chuyển chỗ {what} trong danh mục", "{what} moved in the catalogue" }
    catalogue_imported(added: usize, changed: usize) { "nhập danh mục: thêm {added}, sửa {changed}", "catalogue imported: {added} added, {changed} changed" }
    catalogue_flawed(what: &str) { "Danh mục giữ nguyên: {what}.", "The catalogue stays as it is: {what}." }
    entry_used(code: &str) { "{code} đã được dùng nên không bỏ được: hãy đặt ngày ngừng.", "{code} has been used and cannot be removed: set its last day." }
    nothing_own(code: &str) { "{code} đang đúng như bản đi kèm chương trình, không có gì để bỏ.", "{code} is as it came with the program; there is nothing to remove." }
    unknown_need_stays { "Mục «Chưa rõ nhu cầu» phải luôn có: không bỏ, không ngừng được.", "The entry for a need not known yet is always offered: it cannot be removed or ended." }
    not_local(code: &str) { "{code} không phải dịch vụ riêng của địa phương: không cần bật, tắt. Muốn ngừng, hãy đặt ngày cuối.", "{code} is not a local service and needs no turning on or off. To end it, set its last day." }
    catalogue_stays { "Danh mục đã đúng như vậy, không có gì thay đổi.", "The catalogue is already like that; nothing changed." }
}

say! {
    entry_misfit(code: &str, what: &str) { "Mục riêng {code} không hợp với danh mục mới nên chưa dùng được ({what}). Mục vẫn được giữ; hãy sửa lại.", "Your own entry {code} does not fit the new catalogue and is not in use ({what}). It is still there; please fix it." }
}

say! {
    catalogue_title(entries: usize) { "Danh mục thủ tục và kỹ năng ({entries} mục)", "Catalogue of procedures and skills ({entries} entries)" }
    catalogue_found(found: usize, entries: usize) { "Danh mục thủ tục và kỹ năng ({found} trên {entries} mục)", "Catalogue of procedures and skills ({found} of {entries} entries)" }
    catalogue_find { "Tìm", "Find" }
    catalogue_hint { "gõ vài chữ không dấu: tên, mã, giấy tờ…", "a few letters: a name, a code, a paper…" }
    catalogue_misfits(codes: &str) { "Không hợp với bản chương trình này, chưa dùng: {codes}", "Not in use, because they do not fit this version of the program: {codes}" }
    state_ended(last: &str) { "đã ngừng {last}", "ended {last}" }
    state_begins(first: &str) { "từ {first}", "from {first}" }
    state_off { "chưa bật", "turned off" }
    state_ends(last: &str) { "ngừng sau {last}", "until {last}" }
    state_added { "của bàn này", "this desk's own" }
    state_changed { "sửa tại bàn", "changed here" }
    state_built_in { "mặc định", "as supplied" }
    drop_entry_question { "Bỏ bản riêng của bàn này? Mục trở về như bản đi kèm chương trình; mục do bàn thêm thì mất hẳn. Ctrl+Z lấy lại được.", "Remove this desk's own version? The entry goes back to what came with the program; an entry that the desk added is removed. Ctrl+Z undoes it." }
    entry_title(code: &str, what: &str) { "Sửa {code} {what}", "Change {code} {what}" }
    entry_title_new { "Thêm một mục vào danh mục", "Add an entry to the catalogue" }
    entry_hint { "Tab, Enter: ô sau. F10: ghi. Ô tiếng Anh để trống thì dùng chữ tiếng Việt.", "Tab, Enter: next field. F10: save. An empty English field takes the Vietnamese words." }
    entry_not_kept { "Chưa ghi. F10: ghi. Esc: thôi. Ô tiếng Anh để trống thì dùng chữ tiếng Việt.", "Not saved yet. F10: save. Esc: leave. An empty English field takes the Vietnamese words." }
    entry_hint_note { "Mỗi dòng một ý. Enter: dòng mới. Tab: ô sau. F10: ghi.", "One point per line. Enter: a new line. Tab: next field. F10: save." }
    entry_kind_label { "Loại", "Kind" }
    entry_field { "Lĩnh vực", "Field" }
    entry_in_vietnamese(label: &str) { "{label} (Việt)", "{label} (Vietnamese)" }
    entry_in_english(label: &str) { "{label} (Anh)", "{label} (English)" }
    entry_working_days { "Số ngày làm việc", "Working days" }
    entry_way(way: &str) { "Nộp {way}", "File {way}" }
    entry_if_not(place: usize) { "Thiếu điều kiện {place} thì vướng", "Stuck when {place} is missing" }
    entry_needs(system: &str) { "Cần {system}", "Needs {system}" }
    entry_unsure(fact: &str) { "Cần kiểm tra: {fact}", "To be checked: {fact}" }
    entry_portal { "Trang trên Cổng (https://…)", "Portal page (https://…)" }
    entry_until { "Đến hết ngày (trống: chưa định)", "Until (empty: no end)" }
    entry_yes { "có", "yes" }
    entry_no { "không", "no" }
    entry_not_said { "chưa ghi", "not noted" }
    entry_flaw_days { "Ghi một số từ 1 đến 1.000, hoặc để trống.", "A number from 1 to 1,000, or leave it empty." }
    entry_flaw_code_taken { "Mã này đã có trong danh mục: sửa mục đó, hoặc dùng mã khác.", "This code is in the catalogue already: change that entry, or use another code." }
    entry_flaw_text(most: usize) { "Phải có chữ, mỗi dòng nhiều nhất {most} chữ.", "Some text is needed, at most {most} letters per line." }
    entry_flaw_steps(most: usize) { "Ghi 1 đến {most} bước, mỗi dòng một bước.", "1 to {most} steps, one per line." }
    entry_flaw_uneven { "Số dòng phải bằng bản tiếng Việt, hoặc để trống cả ô.", "Write as many lines as in Vietnamese, or none at all." }
    entry_flaw_dates { "Ngày cuối sớm hơn ngày đầu.", "The last day is before the first." }
    ending_title(what: &str) { "Ngừng hoặc thay: {what}", "End or replace: {what}" }
    ending_last { "Ngày cuối còn áp dụng", "Last day on which it is offered" }
    ending_by { "Mục thay thế (trống: không có)", "Replaced by (empty: nothing)" }
    ending_row(code: &str, what: &str, from: &str) { "{code} {what} từ {from}", "{code} {what} from {from}" }
    ending_hint { "Ngày như 28/02/2027. Số liệu cũ giữ nguyên tên mục này. Mục thay thế tự được dùng khi đến ngày của nó.", "A date such as 28/02/2027. Old figures keep this entry's name. The replacement takes over by itself on its first day." }
    ending_hint_again { "Xóa cả hai ô rồi Enter: mục này lại được dùng, không còn ngày ngừng.", "Clear both fields and press Enter: the entry is offered again, without an end date." }
    ending_no_successor { "Chưa thấy mục này trong danh mục. Gõ mã hoặc vài chữ của tên; mục mới thì thêm trước.", "The catalogue has no such entry. Type its code or a few letters of its name; add a new one first." }
    import_title { "Nhập danh mục từ tệp", "Import a catalogue file" }
    import_path { "Tệp", "File" }
    import_hint { "Gõ hoặc dán đường dẫn của tệp TOML; tệp trong thư mục dữ liệu hay thư mục giấy tờ thì chỉ cần tên. Trước khi ghi sẽ xem được những gì thay đổi.", "Type or paste the path of a TOML file; the name is enough for a file in the data folder or in papers. You see what would change before anything is saved." }
    import_preview_title { "Tệp này sẽ thay đổi danh mục như sau. Enter: nhập. Esc: thôi.", "This file would change the catalogue as follows. Enter: import. Esc: cancel." }
    import_unreadable(reason: &str) { "Không đọc được tệp ({reason}). Danh mục giữ nguyên. Xem lại đường dẫn và tệp.", "The file cannot be read ({reason}). The catalogue stays as it is. Check the path and the file." }
    import_flaw(line: usize, what: &str) { "Dòng {line}: {what}. Danh mục giữ nguyên. Sửa tệp rồi Enter lại.", "Line {line}: {what}. The catalogue stays as it is. Fix the file and press Enter again." }
    import_nothing_new { "Mọi mục trong tệp đã có sẵn đúng như vậy: không có gì để nhập.", "Everything in the file is already in the catalogue: there is nothing to import." }
}

say! {
    help_catalogue { "Danh mục thủ tục và kỹ năng: ghi ra tệp, nhập từ tệp, kiểm tra tệp", "The catalogue of procedures and skills: write it to a file, import a file, check a file" }
    help_catalogue_export { "Ghi danh mục đang dùng ra tệp TOML (bỏ trống hoặc «-»: ra màn hình)", "Write the catalogue in use as TOML (no FILE or \"-\": to the output)" }
    help_catalogue_import { "Xem trước những gì tệp thay đổi rồi nhập: cả tệp hoặc không gì cả", "Preview what a file changes, then import it: all of it or nothing" }
    help_catalogue_check { "Kiểm tra tệp, không thay đổi gì", "Check a file, change nothing" }
    help_catalogue_out { "Tệp để ghi", "The file to write" }
    help_catalogue_in { "Tệp danh mục («-»: đọc từ đầu vào)", "The catalogue file (\"-\" reads the input)" }
    help_catalogue_own { "Chỉ những mục riêng của bàn này", "Only this desk's own entries" }
    help_catalogue_force { "Ghi đè tệp đã có", "Overwrite a file that exists" }
    help_catalogue_yes { "Nhập luôn, không hỏi", "Import without asking" }
    catalogue_not_over(path: &str) { "Tệp «{path}» đã có và khác danh mục đang dùng: không ghi đè. Chọn tên khác, hoặc thêm --force.", "\"{path}\" exists and differs from the catalogue in use: it was not overwritten. Choose another name, or add --force." }
    catalogue_sound(path: &str, entries: usize) { "«{path}»: đúng, {entries} mục.", "\"{path}\": sound, {entries} entries.", entries 1: "\"{path}\": sound, {entries} entry." }
    catalogue_import_how { "Chưa nhập gì. Xem kỹ những thay đổi trên rồi chạy lại với --yes để nhập.", "Nothing was imported. Look at the changes above, then run it again with --yes." }
    catalogue_import_not { "Chưa nhập gì; danh mục đang dùng giữ nguyên.", "Nothing was imported; the catalogue in use stays as it is." }
    catalogue_import_ask { "Nhập những thay đổi này? [c = có, phím khác = không] ", "Import these changes? [y = yes, anything else = no] " }
    preview_counts(added: usize, changed: usize, retired: usize, unchanged: usize) { "Thêm {added}, sửa {changed}, ngừng {retired}, giữ nguyên {unchanged} mục.", "{added} added, {changed} changed, {retired} ended, {unchanged} unchanged." }
    preview_order { "Thứ tự các mục: theo tệp", "Order of the entries: as in the file" }
    preview_fields(list: &str) { "Lĩnh vực, loại số mới hoặc sửa: {list}", "New or changed fields and series: {list}" }
    preview_added(code: &str, name: &str) { "+ {code} {name}", "+ {code} {name}" }
    preview_changed(code: &str, name: &str) { "~ {code} {name}", "~ {code} {name}" }
    preview_retired(code: &str, name: &str, last: &str) { "- {code} {name}: ngừng sau ngày {last}", "- {code} {name}: ends after {last}" }
    preview_replaced(code: &str, name: &str, last: &str, by: &str) { "- {code} {name}: ngừng sau ngày {last}, thay bằng {by}", "- {code} {name}: ends after {last}, replaced by {by}" }
    preview_value(key: &str, old: &str, new: &str) { "    {key}: {old} → {new}", "    {key}: {old} → {new}" }
    preview_none { "(không có)", "(none)" }
    preview_yes { "có", "yes" }
    preview_no { "không", "no" }
}

/// A text of the preview is cut to about so many letters, around the first one that differs.
const WINDOW: usize = 60;

impl Lang {
    /// That an entry of the desk's own does not fit what came with a newer program.
    pub fn misfit(self, code: &Code, flaw: &FlawKind) -> String {
        self.entry_misfit(&code.0, &self.flaw(flaw))
    }

    /// How an entry stands, in a word or two.
    pub fn entry_state(self, state: State) -> String {
        match state {
            State::Ended(last) => self.state_ended(&self.date(last)),
            State::Begins(first) => self.state_begins(&self.date(first)),
            State::Off => self.state_off().to_owned(),
            State::Ends(last) => self.state_ends(&self.date(last)),
            State::Added => self.state_added().to_owned(),
            State::Changed => self.state_changed().to_owned(),
            State::BuiltIn => self.state_built_in().to_owned(),
        }
    }

    /// Why a file brings nothing.
    pub fn import_fault(self, fault: &ImportFault) -> String {
        match fault {
            ImportFault::File(why) => self.import_unreadable(&self.unread(why)),
            ImportFault::Flaw(flaw) => self.import_flaw(flaw.line, &self.flaw(&flaw.what)),
            ImportFault::NothingNew => self.import_nothing_new().to_owned(),
        }
    }

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
