//! Printing on a real CUPS, started for the tests by `.ci/cups`.
//!
//! `MOTCUA_TEST_CUPS` names its socket: `MOTCUA_TEST_CUPS=$(bash .ci/cups start FOLDER) cargo test printing`. Without it these
//! tests are left out and say so; `.ci/run` always sets it.

mod cups;
mod pages;
mod queues;
mod screen;
mod tickets;
