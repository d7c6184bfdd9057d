//! Every sentence for a person, once, in Vietnamese and in English side by side.
//!
//! A sentence is a function of [`Lang`](crate::lang::Lang): one that lacks a language or an argument does not compile. State holds facts;
//! the sentence is made when something is drawn, printed or said.

mod backup;
mod catalogue;
mod cli;
mod clock;
mod counters;
mod entry;
mod figures;
mod file;
mod flaws;
mod forms;
mod guide;
mod handover;
mod holidays;
mod journal;
mod keeping;
mod keys;
mod numbers;
mod people;
mod pin;
mod print;
mod prints;
mod queue;
mod refusals;
mod roster;
mod screens;
mod settings;
mod slips;
mod spans;
mod stations;
mod statistics;
mod tally;
mod words;
