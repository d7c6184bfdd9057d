//! Windows' own printing: pages are drawn through GDI, commands go to the queue as they are.
//!
//! ```text
//! give ── pages ──> draw: StartDoc, each page, EndDoc ──> the queue
//!      └─ bytes ──> request: StartDocPrinter, WritePrinter ──────────> the queue
//! ```
//!
//! Windows forgets a request as soon as it is printed, unless its queue keeps printed documents. What was taken and is no
//! longer there is therefore told as printed; one that somebody deletes is seen while it is being deleted, or not at all.

mod draw;
mod queue;
mod request;
mod words;

use std::io;
use std::time::Duration;

use super::{Given, Order, Seen};
use crate::domain::printing::{Fault, PrinterCard};
use crate::pages::{Pages, apart};
use queue::Listed;
use words::refused;

/// How long to wait before a queue is asked again: a page takes a printer some seconds.
const PAUSE: Duration = Duration::from_secs(2);

/// The ports of queues that print on no paper: they ask for a file's name in a window, send a fax, or throw away. A paper
/// goes there only when a person has named the queue; it is kept as a file anyway.
const NO_PAPER: [&str; 5] = ["PORTPROMPT:", "XPSPORT:", "SHRFAX:", "NUL:", "FILE:"];

/// `ERROR_INVALID_PRINTER_NAME`: several printers, and none is the default.
const NOT_NAMED: i32 = 1801;

/// The printing system of this PC. Without a name, a document goes to the default printer, or the only one.
#[derive(Clone, Debug, Default)]
pub struct Printer;

#[allow(clippy::unused_self, reason = "as on other systems, where a printing system has settings")]
impl Printer {
    /// The printing system of this PC.
    pub fn of_this_pc() -> Self {
        Self
    }

    /// How long to wait before a queue is asked again.
    pub(in crate::print) fn pause(&self) -> Duration {
        PAUSE
    }

    /// Hands a document to a queue.
    pub(in crate::print) fn give(&self, order: Order) -> Result<Given, Fault> {
        let queue = match order.queue {
            Some(queue) => queue.to_owned(),
            None => match destination()? {
                Some(queue) => queue,
                None => return Ok(Given::NoPrinter),
            },
        };
        let id = if order.is_raw {
            let bytes = order.bytes.repeat(order.options.copies.number().into());
            request::send(&queue, order.title, &bytes)?
        } else {
            let pages = apart(order.bytes).1.and_then(Pages::read).ok_or(Fault::NoDrawing)?;
            draw::print(&queue, order.title, &pages, order.options)?
        };
        let request = request::name(&queue, id);
        Ok(Given::Taken { answer: request.clone(), request: Some(request) })
    }

    /// Where requests stand, in the order in which they are asked about.
    pub(in crate::print) fn look(&self, requests: &[String]) -> Result<Vec<Seen>, Fault> {
        requests.iter().map(|asked| request::seen(asked)).collect()
    }

    pub(in crate::print) fn withdraw(&self, request: &str) -> Result<(), Fault> {
        request::delete(request)
    }

    /// The queues, in the order in which the system lists them, and what they offer.
    pub(in crate::print) fn list(&self) -> Result<Vec<PrinterCard>, Fault> {
        let default = queue::default();
        let card = |listed: Listed| {
            let options = queue::offered(&listed);
            PrinterCard {
                is_default: default.as_deref() == Some(listed.name.as_str()),
                readiness: listed.readiness(),
                words: listed.words(),
                papers: options.papers,
                has_duplex: options.has_duplex,
                name: listed.name,
            }
        };
        Ok(queue::listed()?.into_iter().map(card).collect())
    }
}

/// The queue of a document that names none: the default, or the only one that there is.
fn destination() -> Result<Option<String>, Fault> {
    let mut on_paper: Vec<Listed> = queue::listed()?;
    on_paper.retain(|listed| !NO_PAPER.iter().any(|port| listed.port.eq_ignore_ascii_case(port)));
    if let Some(default) = queue::default() {
        return Ok(on_paper.into_iter().map(|listed| listed.name).find(|name| *name == default));
    }
    match on_paper.len() {
        0 => Ok(None),
        1 => Ok(on_paper.pop().map(|listed| listed.name)),
        // One of several is not ours to choose; Windows says that a printer has to be named.
        _ => Err(refused(&io::Error::from_raw_os_error(NOT_NAMED))),
    }
}

#[cfg(test)]
mod tests;
