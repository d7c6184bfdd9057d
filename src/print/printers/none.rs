//! Windows, for now: papers are kept as files. Windows has no command that prints a PDF; drawing the sheet through GDI
//! comes with a later piece of work, behind the same methods.

use std::time::Duration;

use super::{Given, Order, Seen};
use crate::print::{Fault, PrinterCard};

/// The printer of this PC: none that this program can reach.
#[derive(Clone, Debug, Default)]
pub struct Printer;

#[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "as where there are printers")]
impl Printer {
    /// The printer of this PC.
    pub fn of_this_pc() -> Self {
        Self
    }

    /// Prints nothing and says so.
    pub(in crate::print) fn give(&self, _order: Order) -> Result<Given, Fault> {
        Ok(Given::NoPrinter)
    }

    /// Knows of no request.
    pub(in crate::print) fn look(&self, requests: &[String]) -> Result<Vec<Seen>, Fault> {
        Ok(vec![Seen::Unknown; requests.len()])
    }

    /// Has nothing to cancel.
    pub(in crate::print) fn withdraw(&self, _request: &str) -> Result<(), Fault> {
        Err(Fault::NoPrinter)
    }

    /// Lists nothing.
    pub(in crate::print) fn list(&self) -> Result<Vec<PrinterCard>, Fault> {
        Ok(Vec::new())
    }

    /// Never waited for: no request is ever taken.
    pub(in crate::print) fn pause(&self) -> Duration {
        Duration::from_secs(2)
    }
}
