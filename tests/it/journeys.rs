//! The day at the desk, through the keyboard.

mod calling;
mod figures;
mod forms;
mod help;
mod looking;
mod numbers;
mod outages;
mod person;
pub mod printing;
mod remark;
mod repeats;
mod serving;
mod settings;
mod shifts;
mod spans;
mod start;
mod stations;
mod tickets;
mod turning_back;
mod typing;
mod wait;
mod window;
