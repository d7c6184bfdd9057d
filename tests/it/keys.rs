//! `docs/keys.md` is the key table, a section a place, both languages side by side.

use std::fs;

use motcua::lang::Lang;
use motcua::ui::keymap::{Binding, Bundle, Place, Scope, TABLE};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");

/// Set to write the page instead of comparing it: `MOTCUA_WRITE_KEYS=1 cargo test keys`.
const WRITE: &str = "MOTCUA_WRITE_KEYS";

/// What no table says: the rules, and the keys that are kept for what is to come.
const RULES: &str = "\
Một phím, một nghĩa · One key, one meaning:

- F3 gọi, F4 kết thúc, F7 rời đi, F9 in thứ màn hình đang nêu tên, `/` kết thúc và gọi: ở đâu cũng vậy, hoặc không làm gì. F3 calls, F4 ends, F7 leaves, F9 prints what the screen names, `/` finishes and calls: the same everywhere, or nothing.
- F10 (Ctrl+S) chỉ lưu phiếu. Delete bỏ thứ con trỏ đang đứng và luôn hỏi trước. PgUp, PgDn sang kỳ khác; mũi tên chỉ di chuyển. F10 (Ctrl+S) saves a form and nothing else. Delete removes what the cursor is on and always asks. PgUp and PgDn turn periods; arrows only move.
- Chữ là chữ: ở hàng chờ và lượt đang tiếp, gõ chữ là mở phiếu cấp số. Dấu trên bàn phím số là lệnh. Letters are text: at the queue and the visit a letter opens the form that gives a number. The signs of the number pad are deeds.
- Việc không có phím riêng: F1, gõ hai chữ, Enter; hoặc dòng lệnh. A deed without a key of its own: F1, two letters, Enter; or the line of commands.
- Không dùng, vì không đến được mọi máy hoặc đã có nghĩa khác: Shift+F, Ctrl với mũi tên, F11, F12, Ctrl+A B C H I J M V. Not used, because they do not arrive everywhere or mean something else: Shift+F, Ctrl with arrows, F11, F12, Ctrl+A B C H I J M V.

Dành cho việc sắp có · Kept for what is to come:

| | | |
|---|---|---|
| `Ctrl+G` | Đếm thứ khác: tờ rơi, giấy phát | Count something else: leaflets, sheets |
| `Ctrl+D` | Giấy của ngày hôm trước, ghi lại từ giấy | What was noted on paper, entered later |
| F1 «tắt tiếng» | Tắt, bật tiếng báo | Mute |
";

#[test]
fn the_page_of_keys_is_the_key_table() {
    let places = Place::ALL.iter().map(|place| {
        let names = [Lang::Vi, Lang::En].map(|lang| lang.key_place(*place));
        let shared = [Lang::Vi, Lang::En].map(|lang| {
            place.bundles().iter().map(|one| lang.key_bundle(*one)).collect::<Vec<_>>().join(", ")
        });
        section(Scope::Place(*place), names, &shared)
    });
    let bundles = Bundle::ALL.iter().map(|bundle| {
        let names = [Lang::Vi, Lang::En].map(|lang| lang.key_bundle(*bundle));
        section(Scope::Bundle(*bundle), names, &[String::new(), String::new()])
    });
    let page = format!(
        "# Phím · Keys\n\n<!-- Made from the key table. `{WRITE}=1 cargo test keys` brings this page up to date. -->\n\n{RULES}{}",
        bundles.chain(places).collect::<String>()
    );
    if std::env::var_os(WRITE).is_some() {
        fs::write(PAGE, page).unwrap();
    } else {
        assert_eq!(
            fs::read_to_string(PAGE).unwrap(),
            page,
            "run with {WRITE}=1 to bring the page up to date"
        );
    }
}

/// The keys of a scope. Those that only move the cursor share one row.
fn section(scope: Scope, names: [&str; 2], shared: &[String; 2]) -> String {
    let bindings = || TABLE.iter().filter(|binding| binding.scope == scope);
    let mut section = format!("\n## {}\n", names.join(" · "));
    if !shared[0].is_empty() {
        section.extend(["\n+ ", &shared[0], " · ", &shared[1], "\n"]);
    }
    if bindings().next().is_some() {
        section.push_str("\n| | | |\n|---|---|---|\n");
    }
    for binding in bindings().filter(|binding| !binding.action.is_move()) {
        let words = [Lang::Vi, Lang::En].map(|lang| lang.action_help(binding.action));
        section.push_str(&row(&keys(binding), words));
    }
    let moves: Vec<String> = bindings().filter(|binding| binding.action.is_move()).map(keys).collect();
    if !moves.is_empty() {
        section.push_str(&row(&moves.join(" "), ["Đi lại, cuộn", "Move, scroll"]));
    }
    section
}

fn keys(binding: &Binding) -> String {
    let verbs = binding.verbs.iter().map(|verb| format!("`:{verb}`"));
    let by_list = binding.keys.is_empty().then(|| "F1".to_owned());
    let keys = binding.keys.iter().map(|key| format!("`{}`", key.name()));
    let keys: Vec<String> = by_list.into_iter().chain(keys).chain(verbs).collect();
    keys.join(" ")
}

fn row(keys: &str, [vi, en]: [&str; 2]) -> String {
    format!("| {keys} | {vi} | {en} |\n")
}
