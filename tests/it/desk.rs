//! The desk through its commands: a whole day, every refusal, names, numbers and a clock that goes wrong.

mod asking;
mod catalogue;
mod clock;
mod corrections;
mod day;
mod handovers;
mod leading;
mod names;
mod refusals;
mod shifts;
