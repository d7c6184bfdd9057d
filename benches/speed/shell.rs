//! The peer of the tally: the engine's own shell, asked the same questions.
#![allow(clippy::disallowed_methods, reason = "a bench measures")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use motcua::domain::Span;
use motcua::store::facts::questions;

/// The shell's program, where there is one.
const SHELL: &str = "sqlite3";

/// The shell over a file, with the questions of a span.
pub struct Shell {
    file: std::path::PathBuf,
    script: String,
}

impl Shell {
    /// The questions of a span for the shell; `None` where there is no shell.
    pub fn asking(file: &Path, span: Span) -> Option<Self> {
        Command::new(SHELL).arg("--version").stdout(Stdio::null()).status().ok()?;
        let mut script = ".output /dev/null\n".to_owned();
        let days = [span.from, span.until].map(|day| format!("'{day}'"));
        let id = |of: &str| {
            let [from, until] = &days;
            format!("(SELECT {of}(id) FROM visit WHERE day BETWEEN {from} AND {until})")
        };
        let ids = ["min", "max"].map(id);
        for (question, [from, until]) in questions().iter().zip([&days, &ids, &ids]) {
            let question = question.replace("?1", from).replace("?2", until);
            script.push_str(&question);
            script.push_str(";\n");
        }
        Some(Self { file: file.to_owned(), script })
    }

    /// Asks them all, and says how long that took, starting the shell included.
    pub fn ask(&self) -> Duration {
        self.run(&self.script)
    }

    /// How long the shell takes to start, open the file and end.
    pub fn start(&self) -> Duration {
        self.run("SELECT count(*) FROM sqlite_schema;\n")
    }

    fn run(&self, script: &str) -> Duration {
        let start = Instant::now();
        let mut shell = Command::new(SHELL)
            .args(["-readonly", "-batch"])
            .arg(&self.file)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // Closed at once, so that the shell ends with the script.
        shell.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        assert!(shell.wait().unwrap().success());
        start.elapsed()
    }
}
