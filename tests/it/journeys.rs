//! The day at the desk, through the keyboard.

mod calling;
mod help;
mod looking;
mod numbers;
pub mod printing;
mod repeats;
mod serving;
mod shifts;
mod start;
mod stations;
mod turning_back;
mod typing;
mod window;
