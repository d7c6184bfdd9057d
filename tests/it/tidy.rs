//! The invariants of `docs/architecture.md` and the habits of the code, held against the source tree.

mod documents;
mod rules;
mod sentences;
mod source;
mod words;
