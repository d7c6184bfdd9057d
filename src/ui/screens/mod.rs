//! The screens, a file each.

pub mod catalogue;
pub mod close_shift;
pub mod desk;
pub mod figures;
pub mod journal;
pub mod open_shift;
mod paper_text;
pub mod printers;
pub mod prints;
pub mod settings;
pub mod setup;
mod span_bar;
pub mod statistics;
pub mod tally;
