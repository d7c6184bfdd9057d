//! What must not stand where.

use std::fs;

use unicode_normalization::is_nfc;

use super::source::{Kind, Source, files, root, shown, source, sources};

/// The longest file, in lines: one that passes it becomes a folder.
const LONGEST_FILE: usize = 600;

/// What a folder of `src` must not know: knowledge goes one way, `domain ← store ← desk ← ui ← run`.
const UNKNOWN_TO: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "store", "desk", "ui", "papers", "print", "text", "run", "cli", "config", "demo", "clock",
            "backup",
        ],
    ),
    (
        "src/store",
        &["backup", "desk", "ui", "papers", "print", "text", "run", "cli", "config", "demo", "clock"],
    ),
    ("src/desk", &["backup", "ui", "papers", "print", "text", "run", "cli", "config", "demo"]),
    ("src/papers", &["backup", "store", "print", "ui", "text", "run", "cli", "demo"]),
    ("src/ui", &["backup", "store", "print", "text", "run", "cli", "demo"]),
    ("src/print", &["backup", "store", "desk", "ui", "text", "run", "cli", "demo"]),
    ("src/backup", &["desk", "ui", "papers", "print", "text", "run", "cli", "demo", "clock"]),
    ("src/demo", &["backup", "ui", "papers", "print", "text", "run", "cli"]),
    ("src/text", &["run", "cli"]),
];

/// A rule looks at a file and names the places that break it.
type Rule = fn(&Source) -> Vec<String>;

fn holds(rule: Rule) {
    let offences: Vec<String> =
        sources(&["src"]).iter().filter(|file| !file.is_test).flat_map(rule).collect();
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

fn is_in(file: &Source, places: &[&str]) -> bool {
    places.iter().any(|place| file.path.starts_with(place))
}

fn database_outside_store(file: &Source) -> Vec<String> {
    if is_in(file, &["src/store"]) { vec![] } else { file.code_with(&["rusqlite"]) }
}

fn sql_outside_store(file: &Source) -> Vec<String> {
    let is_sql = |text: &str| {
        let pair = |first: &str, then: &str| {
            text.find(first).is_some_and(|at| text[at..].split_whitespace().any(|word| word == then))
        };
        pair("SELECT ", "FROM")
            || pair("UPDATE ", "SET")
            || ["INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA "]
                .iter()
                .any(|word| text.contains(word))
    };
    if is_in(file, &["src/store"]) { vec![] } else { file.literals_where(is_sql) }
}

fn time_outside_the_clock(file: &Source) -> Vec<String> {
    let readers = ["Local::now", "Utc::now", "Instant::now", "SystemTime::now"];
    if is_in(file, &["src/clock.rs"]) { vec![] } else { file.code_with(&readers) }
}

fn sentence_outside_text(file: &Source) -> Vec<String> {
    let is_vietnamese = |text: &str| {
        text.chars().any(|letter| {
            letter.is_alphabetic() && matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
        })
    };
    if is_in(file, &["src/text", "src/demo"]) { vec![] } else { file.literals_where(is_vietnamese) }
}

fn key_outside_the_table(file: &Source) -> Vec<String> {
    if is_in(file, &["src/ui/key", "src/ui/field", "src/run"]) {
        vec![]
    } else {
        file.code_with(&["KeyCode"])
    }
}

fn output_outside_the_command_line(file: &Source) -> Vec<String> {
    let prints = ["println!", "print!(", "eprintln!", "eprint!(", "dbg!("];
    if is_in(file, &["src/cli", "src/main.rs"]) { vec![] } else { file.code_with(&prints) }
}

fn view_that_writes(file: &Source) -> Vec<String> {
    // The desk itself, not the state of its screen, whose name begins alike.
    let desk = [",", ")", ">", ";"].map(|end| format!("mut Desk{end}"));
    let mut writes: Vec<&str> = desk.iter().map(String::as_str).collect();
    writes.extend(["mut desk::Desk", "fn render(&mut", "fn draw(&mut"]);
    if is_in(file, &["src/ui"]) { file.code_with(&writes) } else { vec![] }
}

fn file_without_a_purpose(file: &Source) -> Vec<String> {
    if file.text.starts_with("//! ") { vec![] } else { vec![file.place(1, "does not begin with //!")] }
}

fn knowledge_the_wrong_way(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, unknown) in UNKNOWN_TO {
        if !is_in(file, &[&format!("{folder}/"), &format!("{folder}.rs")]) {
            continue;
        }
        for (line, module) in known(file) {
            if unknown.contains(&module.as_str()) {
                found.push(file.place(line, &format!("{folder} names crate::{module}")));
            }
        }
    }
    found
}

/// The modules of the crate that a file names: `crate::desk`, and each of `crate::{desk, store::Store}`.
fn known(file: &Source) -> Vec<(usize, String)> {
    let mut modules = Vec::new();
    for piece in file.pieces.iter().filter(|piece| piece.kind == Kind::Code) {
        for (at, _) in piece.text.match_indices("crate::") {
            let line = piece.line + piece.text[..at].matches('\n').count();
            let rest = &piece.text[at + "crate::".len()..];
            let names = if let Some(group) = rest.strip_prefix('{') { members(group) } else { vec![rest] };
            let word = |name: &str| {
                name.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
            };
            modules.extend(names.into_iter().map(|name| (line, word(name))));
        }
    }
    modules
}

/// The members of a group of imports, up to its closing brace.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn only_the_store_knows_the_database() {
    holds(database_outside_store);
}

#[test]
fn sql_stands_in_the_store_alone() {
    holds(sql_outside_store);
}

#[test]
fn only_the_clock_reads_the_time() {
    holds(time_outside_the_clock);
}

#[test]
fn sentences_stand_in_text_alone() {
    holds(sentence_outside_text);
}

#[test]
fn keys_are_matched_in_the_key_table_and_the_text_field_alone() {
    holds(key_outside_the_table);
}

#[test]
fn only_the_command_line_prints() {
    holds(output_outside_the_command_line);
}

#[test]
fn no_view_writes_and_no_drawing_changes_anything() {
    holds(view_that_writes);
}

#[test]
fn every_file_says_what_it_is_for() {
    holds(file_without_a_purpose);
}

#[test]
fn knowledge_goes_one_way() {
    holds(knowledge_the_wrong_way);
}

#[test]
fn every_rule_catches_what_it_is_about() {
    let cases: [(Rule, &str, &str); 12] = [
        (database_outside_store, "src/desk/a.rs", "use rusqlite::Row;"),
        (sql_outside_store, "src/ui/a.rs", "f(\"SELECT id\n FROM visit\");"),
        (sql_outside_store, "src/ui/a.rs", "f(\"UPDATE visit SET persons = 1\");"),
        (sql_outside_store, "src/ui/a.rs", "f(r#\"DELETE FROM visit\"#);"),
        (time_outside_the_clock, "src/run.rs", "let now = std::time::Instant::now();"),
        (sentence_outside_text, "src/ui/a.rs", "f(\"Cấp số\");"),
        (key_outside_the_table, "src/ui/screens/a.rs", "match key { KeyCode::Enter => {} }"),
        (output_outside_the_command_line, "src/ui/a.rs", "println!(\"x\");"),
        (view_that_writes, "src/ui/screens/a.rs", "fn keys(desk: &mut Desk) {}"),
        (file_without_a_purpose, "src/a.rs", "fn f() {}"),
        (knowledge_the_wrong_way, "src/domain/a.rs", "use crate::{clock::{A, B}, desk};"),
        (knowledge_the_wrong_way, "src/papers/a.rs", "let a = crate::store::Store::open();"),
    ];
    for (rule, path, text) in cases {
        assert!(!rule(&source(path.into(), text.into())).is_empty(), "{path}: {text}");
        let in_a_test = format!("//! A.\n#[cfg(test)]\nmod tests {{ {text} }}\n");
        assert!(rule(&source(path.into(), in_a_test)).is_empty(), "{path}: {text}");
    }
    let allowed = "//! Cấp số.\n/// «Cấp số»\nfn f() {} // SELECT id FROM visit, Instant::now()\n";
    for (rule, path, _) in cases {
        assert!(rule(&source(path.into(), allowed.into())).is_empty(), "{path}");
    }
}

#[test]
fn no_file_is_longer_than_one_sitting() {
    let long: Vec<String> = sources(&["src", "tests", "benches"])
        .iter()
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(file, lines)| format!("{}: {lines} lines", file.path))
        .collect();
    assert!(long.is_empty(), "\n{}\n", long.join("\n"));
}

#[test]
fn every_text_is_composed() {
    let mut wrong = Vec::new();
    for folder in ["src", "assets", "docs", "tests", "benches", ".ci"] {
        for path in files(folder) {
            // Fonts are not text.
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let lines = text.lines().enumerate().filter(|(_, line)| !is_nfc(line));
            wrong.extend(lines.map(|(at, _)| format!("{}:{}", shown(&path), at + 1)));
        }
    }
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Cargo.toml", "clippy.toml"] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        if !is_nfc(&text) {
            wrong.push(name.into());
        }
    }
    assert!(wrong.is_empty(), "not NFC:\n{}\n", wrong.join("\n"));
}

#[test]
fn the_versions_of_all_crates_are_kept() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert!(lock.contains("name = \"motcua\""));
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap_or_default();
    assert!(!ignored.contains("Cargo.lock"));
}
