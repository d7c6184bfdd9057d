//! What can go wrong with the file.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::domain::trouble::Trouble;

/// Why the file could not be opened. What lies in it is untouched.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or file cannot be made, read or written.
    #[error("{path}: {reason:?}")]
    Denied { path: PathBuf, reason: Trouble },
    /// There is no file yet, and the caller wanted to read one.
    #[error("{path}: no file")]
    Absent { path: PathBuf },
    /// The file is not a database, or is damaged.
    #[error("{path}: damaged: {reason:?}")]
    Damaged { path: PathBuf, reason: Trouble },
    /// A database, but another program's.
    #[error("{path}: another program's file")]
    Foreign { path: PathBuf },
    /// The file is empty, and was not always.
    #[error("{path}: empty, in a folder that was used")]
    Emptied { path: PathBuf },
    /// The file is not there, but its write-ahead log is.
    #[error("{path}: gone, its log is there")]
    LogAlone { path: PathBuf },
    /// The log beside the file is another file's, and must not be touched by whoever only looks.
    #[error("{path}: another file's log beside it: {name:?}")]
    StrangeLog {
        path: PathBuf,
        /// The log.
        name: PathBuf,
    },
    /// Written by a newer motcua.
    #[error("{path}: schema {found}, known is {known}")]
    Newer {
        path: PathBuf,
        found: i64,
        /// The schema of this program.
        known: i64,
    },
    /// Written by an older motcua.
    #[error("{path}: schema {found}, known is {known}")]
    Older {
        path: PathBuf,
        found: i64,
        /// The schema of this program.
        known: i64,
    },
    /// Another program holds the file's lock.
    #[error("{path}: locked")]
    Locked { path: PathBuf },
    #[error("{path}: disk full")]
    DiskFull { path: PathBuf },
}

impl OpenError {
    /// The same about another file: the one whose copy was opened.
    #[must_use]
    pub(super) fn about(mut self, file: &std::path::Path) -> Self {
        let (Self::Denied { path, .. }
        | Self::Absent { path }
        | Self::Damaged { path, .. }
        | Self::Foreign { path }
        | Self::Emptied { path }
        | Self::LogAlone { path }
        | Self::StrangeLog { path, .. }
        | Self::Newer { path, .. }
        | Self::Older { path, .. }
        | Self::Locked { path }
        | Self::DiskFull { path }) = &mut self;
        file.clone_into(path);
        self
    }
}

/// What the engine or the system said, for the log.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What has become of the file or of its log under an open desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// The file was removed or renamed, or its disk is gone.
    FileGone,
    /// Another file has its name.
    FileReplaced,
    /// The log was removed.
    LogGone {
        /// What it held was brought into the file.
        is_saved: bool,
    },
    /// Another log has its name.
    LogReplaced,
}

/// Why a read or a write failed. A write that failed left the file as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("disk full")]
    DiskFull(#[source] Cause),
    /// Another console held the lock for longer than the busy timeout.
    #[error("busy")]
    Busy(#[source] Cause),
    /// The file became read-only.
    #[error("read-only")]
    ReadOnly(#[source] Cause),
    /// The file is damaged.
    #[error("damaged: {0}")]
    Damaged(#[source] Cause),
    /// The disk failed at the very end of a write: it may be kept or not, and nothing else is written until that is known
    /// ([`Store::look_up`](super::Store::look_up)).
    #[error("perhaps written: {0}")]
    Unsure(#[source] Cause),
    /// The file, or its log, is no longer the one that was opened. Nothing is written to another one.
    #[error("no longer the file that was opened: {0:?}")]
    Swapped(Swap),
    /// A row refers to another one that would be gone.
    #[error("relied on by other rows")]
    ReliedOn(#[source] Cause),
    /// A value that must be unique is there already.
    #[error("not unique")]
    NotUnique(#[source] Cause),
    /// A row holds something this program does not know.
    #[error("unknown value in {table}.{column}: {value}")]
    UnknownValue { table: &'static str, column: &'static str, value: String },
    /// Anything else the engine or the system says.
    #[error("{0}")]
    Other(#[source] Cause),
}

impl StoreError {
    /// What something that is not the engine says.
    pub(super) fn other(cause: impl Into<Cause>) -> Self {
        Self::Other(cause.into())
    }

    /// What it means to somebody at a desk.
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::DiskFull(_) => Trouble::DiskFull,
            Self::Busy(_) => Trouble::InUse,
            Self::ReadOnly(_) => Trouble::DiskReadOnly,
            Self::Damaged(_) | Self::UnknownValue { .. } => Trouble::Malformed,
            Self::Unsure(cause) | Self::ReliedOn(cause) | Self::NotUnique(cause) | Self::Other(cause) => {
                let engine = cause.downcast_ref::<rusqlite::Error>();
                engine.map_or(Trouble::Other, trouble)
            }
            Self::Swapped(_) => Trouble::Absent,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        let extended = error.sqlite_error().map_or(0, |inner| inner.extended_code);
        let kind = match (error.sqlite_error_code(), extended) {
            _ if is_disk_full(&error) => Self::DiskFull,
            (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => Self::Busy,
            (Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied), _) => Self::ReadOnly,
            (Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase), _)
            | (_, ffi::SQLITE_IOERR_SHORT_READ) => Self::Damaged,
            (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::ReliedOn,
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Self::NotUnique,
            _ => Self::Other,
        };
        kind(Box::new(error))
    }
}

/// What the engine's answer means.
pub(super) fn trouble(error: &rusqlite::Error) -> Trouble {
    match error.sqlite_error_code() {
        _ if is_disk_full(error) => Trouble::DiskFull,
        Some(ErrorCode::NotADatabase) => Trouble::NotDatabase,
        Some(ErrorCode::DatabaseCorrupt) => Trouble::Malformed,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::InUse,
        Some(ErrorCode::ReadOnly) => Trouble::DiskReadOnly,
        Some(ErrorCode::SystemIoFailure) => Trouble::Disk,
        // Of a file that cannot be opened it says no more than that, whatever the reason is.
        Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Trouble::NotAllowed,
        _ => Trouble::Other,
    }
}

/// Whether the disk gave no answer to a write: it may have done it or not.
pub(super) fn is_disk_fault(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) && !is_disk_full(error)
}

/// Whether the disk is full. The index of the log cannot grow on a full disk either, and the engine calls that a
/// fault of the disk.
pub(super) fn is_disk_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DiskFull)
        || error
            .sqlite_error()
            .is_some_and(|inner| inner.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

/// Why the engine could not open the file.
pub(super) fn explain(path: &Path, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    let reason = trouble(error);
    match error.sqlite_error_code() {
        _ if is_disk_full(error) => OpenError::DiskFull { path },
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => OpenError::Damaged { path, reason },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::Locked { path },
        _ => OpenError::Denied { path, reason },
    }
}
