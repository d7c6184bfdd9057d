//! Getting one document to its target, once.

use std::path::{Path, PathBuf};

use super::keep::{self, Sheet};
use super::printers::{Given, Order, Printer};
use super::{device, network};
use crate::domain::printer::Target;
use crate::domain::printing::{Fault, JobCard, PaperKind};
use crate::pages::apart;

/// What became of a document that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    NoPrinter,
    /// A queue has it and can be asked about it by this name.
    Taken {
        answer: String,
        /// Its name in the queue.
        request: String,
    },
    /// It is out, as far as can be told.
    Out {
        /// The printer's answer; empty where there is none.
        answer: String,
        /// Where it lies as a file, when the target is a folder.
        path: Option<PathBuf>,
    },
}

/// Sends a document that lies in a file.
pub(super) fn send(card: &JobCard, file: &Path, bytes: &[u8], printer: &Printer) -> Result<Sent, Fault> {
    let is_raw = card.is_raw;
    // A printer that is given a PDF as its own commands prints it as a hundred metres of letters.
    if card.target.takes_commands() && !is_raw {
        return Err(Fault::OnlyRaw);
    }
    let out = Sent::Out { answer: String::new(), path: None };
    match &card.target {
        Target::System { queue } => give(card, file, bytes, queue.as_deref(), is_raw, printer),
        Target::Raw { queue } => give(card, file, bytes, Some(queue), true, printer),
        Target::Network { host, port } => {
            network::send(host, *port, &copies(card, bytes), network::TIMES).map(|()| out)
        }
        Target::Device(path) => device::send(path, &copies(card, bytes), device::PATIENCE).map(|()| out),
        Target::Folder(folder) => {
            let bytes = if is_raw { bytes } else { apart(bytes).0 };
            let sheet = Sheet { file_name: &card.file_name, bytes, made: card.made };
            let path = keep::keep(folder, sheet)?;
            Ok(Sent::Out { answer: String::new(), path: Some(path) })
        }
    }
}

fn give(
    card: &JobCard,
    file: &Path,
    bytes: &[u8],
    queue: Option<&str>,
    is_raw: bool,
    printer: &Printer,
) -> Result<Sent, Fault> {
    let order = Order { title: &card.title, file, bytes, queue, is_raw, options: card.options };
    match printer.give(order)? {
        // Of a paper the file is enough. Commands, a waiting number, and a queue that was named need their printer.
        Given::NoPrinter if is_raw || card.kind == PaperKind::Ticket || queue.is_some() => {
            Err(Fault::NoPrinter)
        }
        Given::NoPrinter => Ok(Sent::NoPrinter),
        Given::Taken { answer, request: Some(request) } => Ok(Sent::Taken { answer, request }),
        Given::Taken { answer, request: None } => Ok(Sent::Out { answer, path: None }),
    }
}

/// The bytes as often as they are to be printed; a queue repeats them itself.
fn copies(card: &JobCard, bytes: &[u8]) -> Vec<u8> {
    bytes.repeat(card.options.copies.number().into())
}
