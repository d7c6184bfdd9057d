//! What is usually picked.

use std::collections::HashMap;

use crate::domain::{Catalogue, Code, Day};

/// What this desk picks most, and what this volunteer picked last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Habits {
    used: HashMap<Code, u32>,
    recent: Vec<Code>,
}

impl Habits {
    /// Of how often each code was picked at this desk, and of what the volunteer at the keys picked, the last first.
    pub fn new(used: impl IntoIterator<Item = (Code, u32)>, recent: impl IntoIterator<Item = Code>) -> Self {
        let mut habits = Self::default();
        for (code, times) in used {
            *habits.used.entry(code).or_default() += times;
        }
        for code in recent {
            if !habits.recent.contains(&code) {
                habits.recent.push(code);
            }
        }
        habits
    }

    /// The same habits where each code that was replaced by `day` counts for what took its place.
    #[must_use]
    pub fn carried_over(self, catalogue: &Catalogue, day: Day) -> Self {
        let now = |code: Code| match catalogue.successor_on(&code, day) {
            Some(entry) => entry.code.clone(),
            None => code,
        };
        Self::new(
            self.used.into_iter().map(|(code, times)| (now(code), times)),
            self.recent.into_iter().map(now),
        )
    }

    /// How often the desk picked a code lately.
    pub fn times(&self, code: &Code) -> u32 {
        self.used.get(code).copied().unwrap_or(0)
    }

    /// What the volunteer picked, the last first.
    pub fn recent(&self) -> &[Code] {
        &self.recent
    }

    /// How many other things the volunteer has picked since; the largest number for what was not picked lately.
    pub(super) fn ago(&self, code: &Code) -> usize {
        self.recent.iter().position(|one| one == code).unwrap_or(usize::MAX)
    }
}
