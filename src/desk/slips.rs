//! The slips with the numbers: whether one comes with each number, and whether it came out.

use super::{Desk, DeskError};
use crate::domain::{SlipState, Stamp, VisitId};

impl Desk {
    /// Whether a slip comes with each number from now on. Where it does, that it is to be printed is noted together with
    /// the number.
    pub fn print_slips(&mut self, with_each_number: bool) {
        self.slips = with_each_number;
    }

    /// A slip is printed again: it is missing until its printer has said otherwise. Takes no number.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn ask_slip_again(&mut self, visit: VisitId) -> Result<(), DeskError> {
        Ok(self.store.ask_slip_again(visit, self.clock.now())?)
    }

    /// Notes what became of slips, each with the moment at which its print job was made. Says whether anything is other
    /// than it was.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_slips(&mut self, ended: &[(VisitId, SlipState, Stamp)]) -> Result<bool, DeskError> {
        Ok(self.store.keep_slips(ended)?)
    }
}
