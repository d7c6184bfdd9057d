//! Reading a source file as a rule needs it: code and string literals apart, without comments and without tests.

use std::fs;
use std::path::{Path, PathBuf};

/// What a piece of a source file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Anything that is neither a literal nor a comment.
    Code,
    /// The inside of a string literal, as it was written.
    Literal,
}

/// A stretch of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its kind.
    pub kind: Kind,
    /// What stands there.
    pub text: String,
}

/// A source file.
pub struct Source {
    /// Its path from the root of the repository, with `/` on every system.
    pub path: String,
    /// All of it.
    pub text: String,
    /// What is left of it for a rule.
    pub pieces: Vec<Piece>,
    /// Whether the whole file is there for tests alone.
    pub is_test: bool,
}

impl Source {
    /// The place of an offence: `src/ui/list.rs:12: text`.
    pub fn place(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {}", self.path, what.trim().lines().next().unwrap_or_default())
    }

    /// The lines of code that hold one of `words`.
    pub fn code_with(&self, words: &[&str]) -> Vec<String> {
        let of_piece = |piece: &Piece| -> Vec<String> {
            let lines = piece.text.lines().enumerate();
            lines
                .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
                .map(|(at, line)| self.place(piece.line + at, line))
                .collect()
        };
        self.pieces.iter().filter(|piece| piece.kind == Kind::Code).flat_map(of_piece).collect()
    }

    /// The string literals for which `is_wrong` holds.
    pub fn literals_where(&self, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let literals =
            self.pieces.iter().filter(|piece| piece.kind == Kind::Literal && is_wrong(&piece.text));
        literals.map(|piece| self.place(piece.line, &piece.text)).collect()
    }

    /// The files that this one declares for tests alone: `#[cfg(test)] mod sample;`.
    fn test_files(&self) -> Vec<String> {
        let folder = ["mod.rs", "lib.rs", "main.rs"]
            .iter()
            .find_map(|name| self.path.strip_suffix(name))
            .map_or_else(|| format!("{}/", self.path.trim_end_matches(".rs")), str::to_owned);
        let declared = self.text.split("#[cfg(test)]").skip(1).filter_map(|after| {
            let (head, _) = after.split_once(';')?;
            let (before, name) = head.trim().rsplit_once("mod ")?;
            (before.is_empty() || before.starts_with("pub")).then(|| format!("{folder}{name}.rs"))
        });
        declared.collect()
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder of the repository, in the order of the names; none when there is no such folder.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The path from the root, with `/`.
pub fn shown(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The Rust files under some folders.
pub fn sources(folders: &[&str]) -> Vec<Source> {
    let paths = folders.iter().flat_map(|folder| files(folder));
    let mut found: Vec<Source> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .map(|path| source(shown(&path), fs::read_to_string(&path).unwrap()))
        .collect();
    let tests: Vec<String> = found.iter().flat_map(Source::test_files).collect();
    for file in &mut found {
        file.is_test =
            file.path.starts_with("tests/") || file.path.ends_with("/tests.rs") || tests.contains(&file.path);
    }
    found
}

/// A source file of its text.
pub fn source(path: String, text: String) -> Source {
    let pieces =
        Reader { letters: text.chars().collect(), at: 0, line: 1, pieces: Vec::new(), skip: None }.read();
    Source { path, text, pieces, is_test: false }
}

/// Goes through a file once.
struct Reader {
    letters: Vec<char>,
    at: usize,
    line: usize,
    pieces: Vec<Piece>,
    /// How many braces are open inside an item that is only there for tests.
    skip: Option<usize>,
}

impl Reader {
    fn read(mut self) -> Vec<Piece> {
        while self.at < self.letters.len() {
            if self.ahead("//") {
                while self.at < self.letters.len() && self.letters[self.at] != '\n' {
                    self.at += 1;
                }
            } else if self.ahead("/*") {
                self.block_comment();
            } else if let Some(hashes) = self.raw_string() {
                self.string(Some(hashes));
            } else if self.letters[self.at] == '"' {
                self.string(None);
            } else if self.letters[self.at] == '\'' {
                self.quote();
            } else {
                self.code();
            }
        }
        self.pieces
    }

    fn ahead(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(by, letter)| self.letters.get(self.at + by) == Some(&letter))
    }

    fn step(&mut self) -> char {
        let letter = self.letters[self.at];
        self.line += usize::from(letter == '\n');
        self.at += 1;
        letter
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.letters.len() {
            if self.ahead("/*") {
                depth += 1;
                self.at += 2;
            } else if self.ahead("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.step();
            }
        }
    }

    /// At `r"` or `r##"`: how many hashes.
    fn raw_string(&self) -> Option<usize> {
        let before = self.at.checked_sub(1).map(|at| self.letters[at]);
        let in_word =
            before.is_some_and(|letter| letter != 'b' && (letter.is_alphanumeric() || letter == '_'));
        if self.letters[self.at] != 'r' || in_word {
            return None;
        }
        let hashes = self.letters[self.at + 1..].iter().take_while(|letter| **letter == '#').count();
        (self.letters.get(self.at + 1 + hashes) == Some(&'"')).then_some(hashes)
    }

    fn string(&mut self, raw: Option<usize>) {
        let line = self.line;
        self.at += raw.map_or(0, |hashes| hashes + 1) + 1;
        let end = format!("\"{}", "#".repeat(raw.unwrap_or(0)));
        let mut text = String::new();
        while self.at < self.letters.len() && !self.ahead(&end) {
            let letter = self.step();
            text.push(letter);
            if letter == '\\' && raw.is_none() {
                text.push(self.step());
            }
        }
        self.at += end.chars().count();
        if self.skip.is_none() {
            self.pieces.push(Piece { line, kind: Kind::Literal, text });
        }
    }

    /// A letter in quotes, or a lifetime.
    fn quote(&mut self) {
        self.at += 1;
        if self.letters.get(self.at) == Some(&'\\') {
            self.at += 2;
            while self.step() != '\'' {}
        } else if self.letters.get(self.at + 1) == Some(&'\'') {
            self.at += 2;
        }
    }

    fn code(&mut self) {
        let line = self.line;
        let letter = self.step();
        if let Some(depth) = self.skip {
            self.skip = match (letter, depth) {
                ('{', _) => Some(depth + 1),
                ('}', 0 | 1) | (';', 0) => None,
                ('}', _) => Some(depth - 1),
                _ => Some(depth),
            };
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece { kind: Kind::Code, text, .. }) => text.push(letter),
            _ => self.pieces.push(Piece { line, kind: Kind::Code, text: letter.to_string() }),
        }
        let ends_test = self.pieces.last().is_some_and(|piece| piece.text.ends_with("#[cfg(test)]"));
        if ends_test {
            self.skip = Some(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_tests_and_literals_are_told_apart() {
        let text = "//! \"a\"\nfn f<'a>() { /* \"b\" /* c */ */ g(\"d\\\"{\", r#\"e\"f\"#, '\"', b\"h\") }\n\
                    #[cfg(test)]\nmod tests { fn t() { x(\"{i\"); } }\nconst J: &str = \"j\";\n#[cfg(test)]\nmod k;\nl();";
        let read = source("src/a.rs".into(), text.into());
        let of = |kind| -> Vec<(usize, String)> {
            let pieces = read.pieces.iter().filter(move |piece| piece.kind == kind);
            pieces.map(|piece| (piece.line, piece.text.clone())).collect()
        };
        let literals = [(2, "d\\\"{"), (2, "e\"f"), (2, "h"), (5, "j")];
        assert_eq!(of(Kind::Literal), literals.map(|(line, text)| (line, text.to_owned())));
        let code: String = of(Kind::Code).into_iter().map(|(_, text)| text).collect();
        assert!(code.contains("const J") && code.contains("l();"), "{code}");
        assert!(!code.contains("mod"), "{code}");
    }
}
