//! The log: faults of the program and the world, never what citizens said or who they are.

use std::backtrace::Backtrace;
use std::fs;
use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

/// How many days of log are kept.
const DAYS_KEPT: usize = 14;

/// Starts the log in the data folder; the guard keeps it written. A desk opens without one when the disk is full.
pub(super) fn start(folder: &Path) -> Option<WorkerGuard> {
    // The appender would say on the terminal that it looked for old logs in a folder that is not there.
    fs::create_dir_all(folder.join("log")).ok()?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("motcua")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(folder.join("log"))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(writer).finish();
    tracing::subscriber::set_global_default(subscriber).ok()?;
    // The default hook would write over the screen.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or_default();
        tracing::error!(place, words, backtrace = %Backtrace::force_capture(), "the program failed");
    }));
    Some(guard)
}
