//! What is said to the person at the command line, and asked of them.

use std::cell::Cell;
use std::path::Path;

use crate::domain::trouble::Trouble;
use crate::lang::Lang;

/// A sentence for the person at the command line.
#[derive(Debug)]
pub struct Failure(pub String);

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

/// A line on the output.
#[allow(clippy::print_stdout, reason = "the command line answers here")]
pub(super) fn say(line: &str) {
    use std::io::Write;
    note_lost(writeln!(std::io::stdout(), "{line}").err());
}

thread_local! {
    /// Why something that was said did not get out, if anything.
    static LOST: Cell<Option<Trouble>> = const { Cell::new(None) };
}

/// Remembers that what was said is lost. A closed pipe is the reader's choice.
pub(super) fn note_lost(error: Option<std::io::Error>) {
    if let Some(error) = error.filter(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        LOST.set(Some(error.into()));
    }
}

/// That everything that was said got out.
pub(super) fn all_got_out(lang: Lang) -> Result<(), Failure> {
    use std::io::Write;
    note_lost(std::io::stdout().flush().err());
    match LOST.take() {
        Some(trouble) => Err(lang.output_denied(lang.trouble(trouble)).into()),
        None => Ok(()),
    }
}

/// A whole text or file on the output.
pub(super) fn put_out(lang: Lang, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::{ErrorKind, Write};
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        // A closed pipe is the reader's choice.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(lang.output_denied(lang.trouble(error.into())).into())
        }
        _ => Ok(()),
    }
}

/// What a person types after a question on the terminal.
pub(super) fn ask(question: &str) -> String {
    use std::io::BufRead;
    tell(question);
    let mut answer = String::new();
    let _ = std::io::stdin().lock().read_line(&mut answer);
    answer
}

/// Whether an answer is a yes in one of the two languages; anything else is a no.
pub(super) fn is_yes(answer: &str) -> bool {
    matches!(crate::domain::fold::fold(answer.trim()).as_str(), "c" | "co" | "y" | "yes")
}

/// Progress, on the error output.
pub(super) fn tell(text: &str) {
    use std::io::Write;
    let mut error = std::io::stderr();
    let _ = write!(error, "{text}").and_then(|()| error.flush());
}

pub(super) fn show(path: &Path) -> String {
    path.display().to_string()
}
