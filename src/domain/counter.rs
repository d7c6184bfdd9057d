//! What is counted by one key, without a number: a visitor who only asks something short (lần hỏi nhanh).
//!
//! A new counter is a value here, a key in the table of keys, its words in `text`, and its code in the schema: figures,
//! tables, papers, files, undo and the check take it from this list.

use super::coded::coded;

coded! {
    /// A counter. What it counts is part of no visit, person or thing, nor of the proof.
    Counter {
        /// Somebody asked one short thing and took no number (lần hỏi nhanh).
        QuickQuestions = "quick_questions",
    }
}

/// How often each counter was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; Counter::ALL.len()]);

impl Counts {
    pub fn of(counted: impl IntoIterator<Item = Counter>) -> Self {
        counted.into_iter().fold(Self::default(), |mut counts, counter| {
            counts.add(counter);
            counts
        })
    }

    pub fn add(&mut self, counter: Counter) {
        self.0[counter as usize] += 1;
    }

    pub const fn get(self, counter: Counter) -> u32 {
        self.0[counter as usize]
    }

    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}
