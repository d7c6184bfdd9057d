//! The documents name what there is, and what names them finds it.

use std::fs;
use std::path::{Path, PathBuf};

use super::source::{files, root, shown, sources};

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn documents() -> Vec<PathBuf> {
    let beside = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root().join(name));
    files("docs").into_iter().chain(beside).collect()
}

/// A heading as the part of a link after `#`.
fn anchor(heading: &str) -> String {
    let letters = heading.trim().chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    letters.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The targets of the links of a document, without those to the web.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.starts_with("http")).collect()
}

/// The sections of `docs/domain.md` that a file cites. A comment may break a heading over two lines.
fn cited(text: &str) -> Vec<String> {
    let words = text.lines().map(|line| line.trim().trim_start_matches(['/', '!', '#', ' ']));
    let text = words.collect::<Vec<_>>().join(" ");
    let headings = text.split("docs/domain.md, \"").skip(1).filter_map(|rest| rest.split('"').next());
    headings.map(str::to_owned).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    for document in documents() {
        let text = read(&document);
        for link in links(&text) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { document.clone() } else { document.parent().unwrap().join(file) };
            let is_there = fs::read_to_string(&target).is_ok_and(|text| {
                let mut headings = text.lines().filter(|line| line.starts_with('#'));
                heading.is_empty() || headings.any(|line| anchor(line.trim_matches('#')) == heading)
            });
            if !is_there {
                broken.push(format!("{}: {link}", shown(&document)));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
    assert_eq!(links("[a](b.md#c) and [d](https://e)"), ["b.md#c"]);
    assert_eq!(anchor(" Data, and backup"), "data-and-backup");
}

/// What stands between backticks, outside of examples.
fn names(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    let quoted = prose.flat_map(|part| part.split('`').skip(1).step_by(2));
    // A path may be cited with its section, a call with its arguments.
    quoted.filter_map(|name| name.split([',', '(', '{']).next()).filter(|name| !name.contains(' ')).collect()
}

#[test]
fn what_a_document_names_is_there() {
    let code: String = sources(&["src", "tests"]).into_iter().map(|file| file.text).collect();
    let is_in_code = |word: &str| ["(", " ", ","].iter().any(|end| code.contains(&format!("{word}{end}")));
    let mut wrong = Vec::new();
    for document in documents() {
        for name in names(&read(&document)) {
            let is_place = ["src/", "tests/", "assets/", "docs/", "benches/", ".ci/"]
                .iter()
                .any(|room| name.starts_with(room));
            let is_there = if is_place {
                // A path with a star stands for several.
                name.contains('*') || root().join(name).exists()
            } else if let Some((_, last)) = name.rsplit_once("::") {
                is_in_code(last)
            } else if name.matches('_').count() > 1 {
                is_in_code(name)
            } else {
                continue;
            };
            if !is_there {
                wrong.push(format!("{}: {name}", shown(&document)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert_eq!(names("a `b` c\n```\n`d`\n```\n`e`"), ["b", "e"]);
}

#[test]
fn every_fact_that_is_cited_has_its_section() {
    let page = read("docs/domain.md");
    let mut wrong = Vec::new();
    for file in ["src", "assets", "benches"].into_iter().flat_map(files) {
        // Fonts are not text.
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let headings =
            cited(&text).into_iter().filter(|heading| !page.contains(&format!("\n## {heading}\n")));
        wrong.extend(headings.map(|heading| format!("{}: {heading}", shown(&file))));
    }
    assert!(wrong.is_empty(), "docs/domain.md has no such section:\n{}\n", wrong.join("\n"));
    assert_eq!(cited("/// (docs/domain.md, \"Queue and\n    /// priority\")"), ["Queue and priority"]);
}

#[test]
fn every_table_is_described() {
    let page = read("docs/schema.md");
    let schema = read("src/store/schema.sql");
    let tables = schema.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next());
    let missing: Vec<&str> = tables.filter(|table| !page.contains(&format!("`{table}`"))).collect();
    assert_eq!(missing, Vec::<&str>::new(), "not in docs/schema.md");
}

#[test]
fn every_crate_has_its_reason() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let page = read("docs/dependencies.md");
    // The first column alone: a crate that only another one's reason mentions has none of its own.
    let columns = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let crates: Vec<&str> = columns.flat_map(|cell| cell.split(['(', ','])).map(str::trim).collect();
    let mut sections: Vec<&toml::Value> = ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .filter_map(|name| manifest.get(*name))
        .collect();
    let targets = manifest["target"].as_table().unwrap().values();
    sections.extend(targets.map(|target| &target["dependencies"]));
    for name in sections.into_iter().flat_map(|section| section.as_table().unwrap().keys()) {
        assert!(crates.contains(&name.as_str()), "{name} has no reason in docs/dependencies.md");
    }
}
