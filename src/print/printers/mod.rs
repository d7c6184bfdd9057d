//! The printing system of the PC, one module a kind of system; all offer the same `Printer`.
//!
//! | method | what it does |
//! |---|---|
//! | `of_this_pc` | the printing system of the PC |
//! | `give` | hands a document to a queue; ends when the queue has it or has refused |
//! | `look` | where requests stand that the queue has taken |
//! | `withdraw` | cancels a request |
//! | `list` | the queues and what they offer |
//! | `pause` | how long to wait before looking again |

#[cfg(unix)]
mod ask;
#[cfg(unix)]
mod commands;
#[cfg(unix)]
mod cups;
#[cfg(unix)]
mod words;
#[cfg(unix)]
pub use cups::Printer;

#[cfg(windows)]
#[allow(unsafe_code, reason = "GDI and the print spooler of Windows are reached by calls in C only")]
mod windows;
#[cfg(windows)]
pub use windows::Printer;

use crate::domain::printing::Options;
use std::path::Path;

/// A document for a queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order<'a> {
    /// Its name in the queue, in ASCII.
    pub title: &'a str,
    #[cfg_attr(windows, allow(dead_code, reason = "Windows is handed the bytes"))]
    pub file: &'a Path,
    #[cfg_attr(unix, allow(dead_code, reason = "CUPS is handed the file"))]
    pub bytes: &'a [u8],
    /// The queue; `None` is the system's default, or its only one.
    pub queue: Option<&'a str>,
    /// Whether nothing may be changed on the way.
    pub is_raw: bool,
    pub options: Options,
}

/// What became of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    NoPrinter,
    /// The queue has it.
    Taken {
        /// The queue's answer in its own words.
        answer: String,
        /// The name by which the queue can be asked about it; `None` when it gives none, and then nothing more is heard.
        request: Option<String>,
    },
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// It is in the queue and not printed: stopped, held, or behind others. The words may be empty.
    Waiting(String),
    Printing(String),
    Done,
    Cancelled,
    /// The printing system gave it up.
    #[cfg_attr(windows, allow(dead_code, reason = "Windows keeps trying until a person deletes the request"))]
    Failed(String),
    /// Its queue is no longer there.
    Vanished,
    /// The queue is there and does not know the request.
    Unknown,
}
