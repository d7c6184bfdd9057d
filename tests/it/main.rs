//! The tests that run the product from outside: one crate, a file a subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed; clippy.toml excuses only functions marked as tests"
)]

mod backup;
mod calls;
mod catalogue;
mod check;
mod cli;
mod demo;
mod desk;
mod files;
mod find;
mod forms;
mod four_processes;
mod harness;
mod journeys;
mod keys;
mod merge;
#[cfg(unix)]
mod printing;
mod properties;
mod recount;
mod screens;
#[cfg(unix)]
mod slips;
mod stations;
mod subject;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod terminal_hands;
mod tidy;
mod undo;
mod worker;
mod world;
