//! Windows, for now: papers are kept as files. Windows has no command that prints a PDF; drawing the sheet through GDI
//! comes with a later piece of work, behind the same two functions.

use std::path::Path;

use super::Answer;

/// The printer of this PC: none that this program can reach.
#[derive(Clone, Debug, Default)]
pub struct Printer;

impl Printer {
    /// The printer of this PC.
    pub fn of_this_pc() -> Self {
        Self
    }

    /// Prints nothing and says so.
    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "as where there are printers")]
    pub(super) fn print(&self, _title: &str, _file: &Path) -> Answer {
        Ok(None)
    }
}
