//! The README says what the program does.

use std::fs;

use motcua::ui::key_section;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Set to write the sections instead of comparing them: `MOTCUA_WRITE_README=1 cargo test readme`.
const WRITE: &str = "MOTCUA_WRITE_README";

#[test]
fn the_key_section_is_the_key_table() {
    let mut text = fs::read_to_string(README).unwrap();
    let start = text.find("<!-- keys:").unwrap();
    let start = start + text[start..].find('\n').unwrap() + 1;
    let end = start + text[start..].find("<!-- end -->").unwrap();
    let section = format!("\n{}\n", key_section());
    if std::env::var_os(WRITE).is_none() {
        assert_eq!(&text[start..end], section, "run with {WRITE}=1 to bring the README up to date");
    }
    text.replace_range(start..end, &section);
    if std::env::var_os(WRITE).is_some() {
        fs::write(README, text).unwrap();
    }
}

#[test]
fn every_crate_has_its_reason() {
    let manifest: toml::Table =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap().parse().unwrap();
    let text = fs::read_to_string(README).unwrap();
    let table = &text[text.find("### What it is built on").unwrap()..];
    for section in ["dependencies", "dev-dependencies"] {
        for name in manifest[section].as_table().unwrap().keys() {
            let short = name.strip_prefix("unicode").unwrap_or(name);
            assert!(table.contains(short), "{name} is not in the README's table");
        }
    }
}
