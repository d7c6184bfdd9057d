//! The tests that run the product from outside: one crate, a file a subject.

mod check;
mod demo;
