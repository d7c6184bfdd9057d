//! Papers: facts become a [`sheet::Sheet`], a small document that knows no printer and no language, and each renderer
//! turns the same sheet into something to print or read, so that the numbers cannot differ.

pub mod pdf;
pub mod sheet;
pub mod text;

mod shares;
mod wrap;

#[cfg(test)]
mod sample;
