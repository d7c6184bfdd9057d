//! The console: keys become commands, state becomes cells.

pub mod context;
pub mod draw;
pub mod field;
pub mod filter;
pub mod key;
mod key_ear;
pub mod keymap;
pub mod line;
pub mod list;
pub mod paper;
pub mod prints;
mod promised;
mod slip;
pub mod theme;

mod chart;
mod console;
mod form;
mod handed;
mod hold;
mod notice;
mod popups;
mod reading;
mod request;
mod screens;
mod search;
mod spans;
mod stack;
mod view;

pub use console::{Console, Look};
pub use context::{Effect, Event, FileTrouble, Pasted, PrintNews};
