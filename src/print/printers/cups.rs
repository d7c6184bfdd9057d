//! CUPS by its commands: a program that is linked to its library would not start where there is none.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::ask::{Ending, Server};
use super::commands::{Commands, Said, one_line};
use super::{Given, Order, Seen, words};
use crate::domain::printer::SheetSize;
use crate::domain::printing::{Fault, PrinterCard, Readiness, Sides};
use crate::domain::trouble::Trouble;

/// How long a command of the printing system may take. A queue answers in a tenth of a second; a server that is asked
/// over a broken network takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait before a queue is asked again: a page takes a printer some seconds.
const PAUSE: Duration = Duration::from_secs(2);

/// The variable by which the commands of CUPS find their server.
const SERVER: &str = "CUPS_SERVER";

/// The printing system of this PC. Without a name, a document goes to its default destination, or its only one.
#[derive(Clone, Debug)]
pub struct Printer {
    commands: Commands,
    pause: Duration,
}

impl Printer {
    /// The printing system of this PC, with the commands on the program's own `PATH`.
    pub fn of_this_pc() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        Self::in_folders(std::env::split_paths(&path).collect(), PATIENCE)
    }

    /// A printing system whose commands are looked for in some folders, and the time each of them may take.
    pub fn in_folders(search: Vec<PathBuf>, patience: Duration) -> Self {
        Self { commands: Commands { search, patience, environment: Vec::new() }, pause: PAUSE }
    }

    /// The same, with one variable more in the environment of its commands: `CUPS_SERVER`.
    #[cfg(not(shipped))]
    #[must_use]
    pub fn with_variable(
        mut self,
        name: impl Into<std::ffi::OsString>,
        value: impl Into<std::ffi::OsString>,
    ) -> Self {
        self.commands.environment.push((name.into(), value.into()));
        self
    }

    /// The same, with another pause between two looks at a queue.
    #[cfg(not(shipped))]
    #[must_use]
    pub fn looking_every(mut self, pause: Duration) -> Self {
        self.pause = pause;
        self
    }

    /// How long to wait before a queue is asked again.
    pub(in crate::print) fn pause(&self) -> Duration {
        self.pause
    }

    /// Hands a document to a queue.
    pub(in crate::print) fn give(&self, order: Order) -> Result<Given, Fault> {
        let Some(lp) = self.commands.find("lp") else { return Ok(Given::NoPrinter) };
        let queue = match order.queue {
            Some(queue) => Some(queue.to_owned()),
            None => match self.destination()? {
                Destination::None => return Ok(Given::NoPrinter),
                Destination::Default => None,
                Destination::Only(name) => Some(name),
            },
        };
        let mut command = Command::new(lp);
        if let Some(queue) = queue {
            command.arg("-d").arg(queue);
        }
        command.args(["-t", order.title]);
        if order.options.copies.number() > 1 {
            command.args(["-n", &order.options.copies.number().to_string()]);
        }
        if order.is_raw {
            command.args(["-o", "raw"]);
        } else {
            match order.options.paper {
                SheetSize::A4 => _ = command.args(["-o", "media=A4"]),
                SheetSize::A5 => _ = command.args(["-o", "media=A5"]),
                // The printer cuts where the document ends.
                SheetSize::Roll => {}
            }
            // Said also for one side: many queues are set to both by default.
            command.args(["-o", sides(order.options.sides)]);
        }
        command.arg("--").arg(order.file);
        let said = self.commands.run("lp", command)?;
        if said.went_well {
            let answer = one_line(&said.out);
            // Without `lpstat` nobody can be asked what becomes of it.
            let request = self.commands.find("lpstat").and_then(|_| words::request(&answer));
            Ok(Given::Taken { answer, request })
        } else {
            Err(Fault::Refused(said.complaint()))
        }
    }

    /// Where requests stand, in the order in which they are asked about.
    pub(in crate::print) fn look(&self, requests: &[String]) -> Result<Vec<Seen>, Fault> {
        let waiting = self.lpstat(&["-l", "-W", "not-completed", "-o"])?;
        if !waiting.went_well {
            return Err(Fault::Refused(waiting.complaint()));
        }
        let under_way = words::requests(&waiting.out);
        // Read before the list of what is over, a request cannot slip from one to the other unseen.
        let over = if requests.iter().all(|asked| under_way.contains_key(asked)) {
            std::collections::BTreeMap::new()
        } else {
            words::requests(&self.lpstat(&["-l", "-W", "completed", "-o"])?.out)
        };
        let printers = words::printers(&self.lpstat(&["-p"])?.out);
        let mut seen = Vec::with_capacity(requests.len());
        for asked in requests {
            let queue = words::queue_of(asked);
            let printer = printers.iter().find(|printer| printer.name == queue);
            seen.push(match (under_way.get(asked), over.get(asked)) {
                (Some(told), _) => told.under_way(printer),
                (None, Some(told)) => told.over(self.ending(asked)),
                // A queue that is removed takes its requests along.
                (None, None) if self.has_queue(queue)? => Seen::Unknown,
                (None, None) => Seen::Vanished,
            });
        }
        Ok(seen)
    }

    /// How a request ended, when the server can be asked.
    fn ending(&self, request: &str) -> Option<Ending> {
        let own = self.commands.environment.iter().rev().find(|(name, _)| name == SERVER);
        let server = own.map(|(_, value)| value.clone()).or_else(|| std::env::var_os(SERVER));
        let server = Server::named(server.as_ref().and_then(|server| server.to_str()));
        server.ending(words::number_of(request)?, self.commands.patience).ok().flatten()
    }

    pub(in crate::print) fn withdraw(&self, request: &str) -> Result<(), Fault> {
        match self.commands.run_if_there("cancel", &[request])? {
            Some(said) if said.went_well => Ok(()),
            Some(said) => Err(Fault::Refused(said.complaint())),
            None => Err(missing("cancel")),
        }
    }

    /// The queues, in the order in which the system lists them, and what they offer.
    pub(in crate::print) fn list(&self) -> Result<Vec<PrinterCard>, Fault> {
        let Some(names) = self.commands.run_if_there("lpstat", &["-e"])? else { return Ok(Vec::new()) };
        if !names.went_well && names.out.trim().is_empty() {
            // No queue at all is told as a fault by some versions, in words that name no trouble.
            let words = names.complaint();
            let is_empty = words.is_empty() || words.contains("No destinations");
            return if is_empty { Ok(Vec::new()) } else { Err(Fault::Refused(words)) };
        }
        let states = self.lpstat(&["-p", "-d"])?;
        let told = words::printers(&states.out);
        let default = words::default(&states.out);
        let mut cards = Vec::new();
        for name in names.out.lines().map(str::trim).filter(|name| !name.is_empty()) {
            let printer = told.iter().find(|printer| printer.name == name);
            // A queue without a description of its printer, such as a raw one, has no options; that is no fault.
            let options = self.commands.run_if_there("lpoptions", &["-p", name, "-l"]).ok().flatten();
            let options = options.map(|said| words::options(&said.out)).unwrap_or_default();
            cards.push(PrinterCard {
                is_default: default.as_deref() == Some(name),
                readiness: printer.map_or(Readiness::Unknown, |printer| printer.readiness),
                words: printer.map(|printer| printer.words.clone()).unwrap_or_default(),
                papers: options.papers,
                has_duplex: options.has_duplex,
                name: name.to_owned(),
            });
        }
        Ok(cards)
    }

    /// Where `lp` would print to.
    fn destination(&self) -> Result<Destination, Fault> {
        // Without `lpstat` only `lp` itself can tell.
        let Some(said) = self.commands.run_if_there("lpstat", &["-d"])? else {
            return Ok(Destination::Default);
        };
        if words::default(&said.out).is_some() {
            return Ok(Destination::Default);
        }
        let mut names = self.names()?.into_iter();
        Ok(match (names.next(), names.next()) {
            (None, _) => Destination::None,
            (Some(only), None) => Destination::Only(only),
            // One of several is not ours to choose: `lp` says that a default is missing.
            (Some(_), Some(_)) => Destination::Default,
        })
    }

    fn has_queue(&self, name: &str) -> Result<bool, Fault> {
        Ok(self.names()?.contains(name))
    }

    fn names(&self) -> Result<BTreeSet<String>, Fault> {
        let said = self.lpstat(&["-e"])?;
        Ok(said.out.lines().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
    }

    fn lpstat(&self, arguments: &[&str]) -> Result<Said, Fault> {
        self.commands.run_if_there("lpstat", arguments)?.ok_or_else(|| missing("lpstat"))
    }
}

enum Destination {
    None,
    /// Where `lp` prints by itself.
    Default,
    /// The only printer there is, which nobody has made the default.
    Only(String),
}

const fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::One => "sides=one-sided",
        Sides::Two => "sides=two-sided-long-edge",
    }
}

fn missing(program: &'static str) -> Fault {
    Fault::Start { program: program.to_owned(), reason: Trouble::Absent }
}
