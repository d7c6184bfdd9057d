//! The day at the desk, through the keyboard.

mod appointments;
mod calling;
mod figures;
mod forms;
mod help;
mod line;
mod looking;
mod missed;
mod numbers;
mod order;
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
mod transfers;
mod turning_back;
mod typing;
mod window;
