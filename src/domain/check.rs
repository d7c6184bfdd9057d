//! What was asked for before the steps: the papers and preconditions of an assist, each there or missing.

use super::coded::coded;

coded! {
    /// Which list of the catalogue's entry.
    Part {
        /// The papers to bring (giấy tờ).
        Paper = "paper",
        /// What to check first (kiểm tra trước).
        Before = "before",
    }
}

coded! {
    /// What was found.
    CheckState {
        /// It is there.
        There = "there",
        /// It is missing.
        Missing = "missing",
    }
}

/// One paper or precondition that was asked for. What was not asked for has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Paper or precondition.
    pub part: Part,
    /// Its place in the catalogue's list, from 0.
    pub place: u8,
    /// There or missing.
    pub state: CheckState,
}

/// The places a list may have: of longer ones the rest can be read and not ticked.
pub const MOST_PLACES: u8 = 20;
