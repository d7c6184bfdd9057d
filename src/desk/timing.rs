//! The PC's clock compared with that of other stations, and the word of a person when it is wrong.

use super::deed::{DeskError, Receipt};
use super::station::Desk;
use crate::domain::Stamp;
use crate::domain::clock::{DRIFT, Differs, Said};
use crate::domain::mask::Masked;
use crate::store::StoreError;

impl Desk {
    /// Compares this PC's clock with that of a station that has just written. Both are the same clock, but a console may
    /// have been started in another time zone.
    pub(super) fn compare_clocks(&mut self) -> Result<(), StoreError> {
        let Some((entry, station, at)) = self.store.last_entry()? else { return Ok(()) };
        let is_news = std::mem::take(&mut self.has_news) && self.newest.is_some_and(|known| entry > known);
        self.newest = Some(entry);
        if is_news && station != self.station {
            let shown = self.clock.reading().shown;
            let seconds = at.seconds().saturating_sub(shown.seconds());
            self.differs = (seconds.abs() > DRIFT).then_some(Differs { station, seconds });
        }
        Ok(())
    }

    /// Notes, once, that the PC's clock is right again although a time was said. Says whether it did.
    pub fn trust_clock_again(&mut self) -> Result<bool, DeskError> {
        if !self.clock.is_right_again() {
            return Ok(false);
        }
        let sign = self.sign()?;
        self.store.forget_said(sign)?;
        self.look_at_clock()?;
        Ok(true)
    }

    /// Takes the word of a person for what time it is, until the PC's clock is right again or jumps.
    pub fn say_time(&mut self, right: Stamp) -> Result<Receipt, DeskError> {
        let sign = self.sign()?;
        let shown = self.clock.reading().shown;
        let (entry, op) = self.store.say_time(sign, Said { right, shown })?;
        self.differs = None;
        self.look_at_clock()?;
        Ok(Receipt { entry, op, visit: None, masked: Masked::default() })
    }
}
