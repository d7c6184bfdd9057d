//! The day at the desk, through the keyboard.

mod calling;
mod card;
mod catalogue;
mod comeback;
mod figures;
mod forms;
mod guide;
mod help;
mod line;
mod looking;
mod mask;
mod numbers;
mod outages;
mod person;
pub mod printing;
mod reasons;
mod remark;
mod repeats;
mod serving;
mod settings;
mod shifts;
mod spans;
mod start;
mod stations;
mod turning_back;
mod typing;
mod window;
