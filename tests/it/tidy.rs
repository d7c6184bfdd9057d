//! The invariants of `src/lib.rs` and the habits of the code, held against the source tree.

mod rules;
mod sentences;
mod source;
