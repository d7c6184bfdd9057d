//! The screens, a file each.

pub mod close_shift;
pub mod desk;
pub mod journal;
pub mod open_shift;
pub mod printers;
pub mod prints;
pub mod setup;
pub mod tally;
