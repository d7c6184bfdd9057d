//! What the desk remembers: one SQLite file. The only SQL of the program is in this folder, and no type of the
//! database crate leaves it.

mod arrival;
mod columns;
mod error;
mod file;
mod identity;
mod log_tie;
mod open;
mod schema;
mod sums;
mod today;
mod waiting;
mod write;

pub mod apart;
pub mod assists;
pub mod backup;
pub mod caretaker;
pub mod check;
mod clock;
pub mod estimates;
pub mod facts;
pub mod given;
pub mod handovers;
pub mod journal;
pub mod layer;
pub mod names;
pub mod names_used;
pub mod papers;
pub mod pin;
pub mod rescue;
pub mod roster;
pub mod settings;
pub mod shifts;
mod stations;
pub mod turns;
pub mod undo;
pub mod unnumbered;
pub mod visits;

#[cfg(test)]
mod tests;

pub use arrival::Access;
pub use backup::CopyError;
pub use error::{OpenError, StoreError, Swap};
pub use file::{Signature, Store};
/// The number by which a file says which tables it has.
pub use schema::NUMBER as SCHEMA;
pub use waiting::{Telling, while_waiting};
pub use write::Write;
