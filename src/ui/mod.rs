//! The console: keys become commands, state becomes cells.

pub mod context;
pub mod draw;
pub mod field;
pub mod key;
pub mod keymap;
pub mod list;
pub mod paper;
pub mod prints;
mod slip;
pub mod theme;

mod chart;
mod console;
mod footer;
mod hold;
mod notice;
mod popups;
mod readme;
mod screens;
mod spans;

pub use console::{Console, Settings};
pub use context::{Effect, Event, PrintNews, Request, Target};
pub use readme::key_section;
