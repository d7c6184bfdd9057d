//! The console: keys become commands, state becomes cells.

pub mod context;
pub mod draw;
pub mod field;
pub mod key;
mod key_ear;
pub mod keymap;
pub mod line;
pub mod list;
pub mod paper;
pub mod prints;
mod slip;
pub mod theme;

mod chart;
mod console;
mod footer;
mod guide;
mod hold;
mod notice;
mod popups;
mod reading;
mod readme;
mod screens;
mod spans;

pub use console::{Console, Settings};
pub use context::{Effect, Event, Pasted, PrintNews, Request, Target};
pub use readme::key_section;
