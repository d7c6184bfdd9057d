//! What can go wrong with the file.

use std::path::PathBuf;

/// Why the file could not be opened. What lies in it is untouched.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or file cannot be made, read or written.
    #[error("{path}: {reason}")]
    Denied {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        reason: String,
    },
    /// There is no file yet, and the caller wanted to read one.
    #[error("{path}: no file")]
    Absent {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a database, or is damaged.
    #[error("{path}: damaged: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the database engine says.
        reason: String,
    },
    /// A database, but another program's.
    #[error("{path}: another program's file")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Written by a newer motcua.
    #[error("{path}: schema {found}, known up to {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// The file's schema.
        found: i64,
        /// The newest schema of this program.
        known: i64,
    },
    /// Written by an older motcua, and the caller wanted only to read it.
    #[error("{path}: schema {found}, read from {known} on")]
    Older {
        /// The file.
        path: PathBuf,
        /// The file's schema.
        found: i64,
        /// The schema of this program.
        known: i64,
    },
    /// Another program holds the file's lock.
    #[error("{path}: locked")]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("{path}: disk full")]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
}

impl OpenError {
    /// The same about another file: the one whose copy was opened.
    #[must_use]
    pub(super) fn about(mut self, file: &std::path::Path) -> Self {
        let (Self::Denied { path, .. }
        | Self::Absent { path }
        | Self::Damaged { path, .. }
        | Self::Foreign { path }
        | Self::Newer { path, .. }
        | Self::Older { path, .. }
        | Self::Locked { path }
        | Self::DiskFull { path }) = &mut self;
        file.clone_into(path);
        self
    }
}

/// Why a read or a write failed. A write that failed left the file as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Another console held the lock for longer than the busy timeout.
    #[error("busy")]
    Busy,
    /// The file became read-only.
    #[error("read-only")]
    ReadOnly,
    /// The file is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A row refers to another one that would be gone.
    #[error("relied on by other rows")]
    ReliedOn,
    /// A value that must be unique is there already.
    #[error("not unique")]
    NotUnique,
    /// A row holds something this program does not know.
    #[error("unknown value in {table}.{column}: {value}")]
    UnknownValue {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// Anything else the engine or the system says.
    #[error("{0}")]
    Other(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let extended = error.sqlite_error().map_or(0, |inner| inner.extended_code);
        match error.sqlite_error_code() {
            _ if is_disk_full(&error) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::ConstraintViolation) => match extended {
                rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Self::ReliedOn,
                rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
                    Self::NotUnique
                }
                _ => Self::Other(error.to_string()),
            },
            _ => Self::Other(error.to_string()),
        }
    }
}

/// Whether the disk is full. The index of the log cannot grow on a full disk either, and the engine calls that a
/// fault of the disk.
pub(super) fn is_disk_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
        || error
            .sqlite_error()
            .is_some_and(|inner| inner.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}
