//! **motcua** (một cửa, "one stop"): the walk-in desk of a Vietnamese commune's one-stop centre, run from the keyboard.
//!
//! A functional core, a synchronous store, a thin shell. The picture, who may know whom, and what never happens stand in
//! `docs/architecture.md`; `tests/it/tidy` and the lints hold the code against them.

// Tests and benches look into each room. The build that is checked for dead code (`--cfg shipped`, see `.ci/run`) keeps them
// private, so that the compiler names what the program does not use.
#[cfg(not(shipped))]
pub mod backup;
#[cfg(not(shipped))]
pub mod clock;
#[cfg(not(shipped))]
pub mod config;
#[cfg(not(shipped))]
pub mod demo;
#[cfg(not(shipped))]
pub mod desk;
#[cfg(not(shipped))]
pub mod domain;
#[cfg(not(shipped))]
pub mod lang;
#[cfg(not(shipped))]
pub mod pages;
#[cfg(not(shipped))]
pub mod papers;
#[cfg(not(shipped))]
pub mod print;
#[cfg(not(shipped))]
pub mod run;
#[cfg(not(shipped))]
pub mod store;
#[cfg(not(shipped))]
pub mod text;
#[cfg(not(shipped))]
pub mod ui;
#[cfg(not(shipped))]
pub mod whole_file;
#[cfg(not(shipped))]
pub mod wrap;

#[cfg(shipped)]
mod backup;
#[cfg(shipped)]
mod clock;
#[cfg(shipped)]
mod config;
#[cfg(shipped)]
mod demo;
#[cfg(shipped)]
mod desk;
#[cfg(shipped)]
mod domain;
#[cfg(shipped)]
mod lang;
#[cfg(shipped)]
mod pages;
#[cfg(shipped)]
mod papers;
#[cfg(shipped)]
mod print;
#[cfg(shipped)]
mod run;
#[cfg(shipped)]
mod store;
#[cfg(shipped)]
mod text;
#[cfg(shipped)]
mod ui;
#[cfg(shipped)]
mod whole_file;
#[cfg(shipped)]
mod wrap;

mod packed;

pub mod cli;
