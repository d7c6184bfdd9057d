//! **motcua** (một cửa, "one stop"): the walk-in desk of a Vietnamese commune's one-stop centre, run from the keyboard.
//!
//! A functional core, a synchronous store, a thin shell:
//!
//! ```text
//! keyboard ──> run ──Event──> ui::Console ──Command──> desk::Desk ──rows──> store::Store ──> SQLite
//!               ^                │    ^                    │
//!               │             Effect  └────── Model ───────┘
//!               └── print::Spool <─┘
//! ```
//!
//! Knowledge goes one way: `domain ← store ← desk ← ui ← run`; `papers` and `text` know `domain`; only `run` and `cli`
//! know `print`; `papers` and `print` share no more than `pages`. What never happens here, each guarded by a test in `tests/it/tidy.rs` or by a lint:
//!
//! 1. No rule below `desk` depends on a screen, and no view writes data.
//! 2. No SQL outside `store`; no type of the database crate leaves it.
//! 3. Nothing but `clock` reads the time.
//! 4. No sentence for a person outside `text` and the catalogue.
//! 5. No key is matched outside the key table and the text field.
//! 6. No write escapes the journal.
//! 7. Drawing changes nothing.
//! 8. No personal data in a log, a journal entry, an export or a tally.
//! 9. The numbers on screen, on paper and in every file come from one function, [`domain::tally::Tally::count`].

pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod pages;
pub mod papers;
pub mod print;
pub mod run;
pub mod store;
pub mod text;
pub mod ui;
pub mod whole_file;
