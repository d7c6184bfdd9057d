//! Reading what the commands of CUPS say in their plain language (`LC_ALL=C`).

use std::collections::BTreeMap;

use super::Seen;
use super::ask::Ending;
use super::commands::one_line;
use crate::domain::printing::Readiness;

/// The request that `lp` names: `request id is VPDF-12 (1 file(s))`.
pub fn request(answer: &str) -> Option<String> {
    let after = answer.split_once("request id is ")?.1;
    let name = after.split_whitespace().next()?;
    let (queue, number) = name.rsplit_once('-')?;
    let is_request = !queue.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_request.then(|| name.to_owned())
}

/// The number of a request, by which the server knows it.
pub fn number_of(request: &str) -> Option<u32> {
    request.rsplit_once('-')?.1.parse().ok()
}

pub fn queue_of(request: &str) -> &str {
    request.rsplit_once('-').map_or(request, |(queue, _)| queue)
}

/// The default queue that `lpstat -d` names, in one of `system default destination: NAME`, `no system default destination`.
pub fn default(said: &str) -> Option<String> {
    let name = said.lines().find_map(|line| line.split_once("default destination: "))?.1;
    Some(name.trim().to_owned())
}

/// What `lpstat -l -o` tells of one request.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The words of the printer.
    status: String,
    /// The reasons of the printing system: `job-printing`.
    alerts: String,
}

/// The requests that `lpstat -l -o` lists: a line that begins with the name, then lines that are set in.
pub fn requests(said: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let mut last: Option<(String, Told)> = None;
    for line in said.lines() {
        let is_set_in = line.starts_with(['\t', ' ']);
        if is_set_in {
            if let Some((_, about)) = &mut last {
                if let Some(words) = line.trim().strip_prefix("Status:") {
                    about.status = one_line(words);
                } else if let Some(words) = line.trim().strip_prefix("Alerts:") {
                    about.alerts = one_line(words);
                }
            }
        } else if let Some(name) = line.split_whitespace().next() {
            told.extend(last.replace((name.to_owned(), Told::default())));
        }
    }
    told.extend(last);
    told
}

impl Told {
    /// Where a request stands that is still in its queue.
    pub fn under_way(&self, printer: Option<&PrinterTold>) -> Seen {
        if self.alerts.contains("job-printing") {
            return Seen::Printing(self.status.clone());
        }
        let is_stopped = printer.is_some_and(|printer| printer.readiness == Readiness::Stopped);
        let words = match printer {
            Some(printer) if is_stopped && !printer.words.is_empty() => printer.words.clone(),
            _ if !self.status.is_empty() => self.status.clone(),
            _ if self.alerts == "none" => String::new(),
            _ => self.alerts.clone(),
        };
        Seen::Waiting(words)
    }

    /// How a request ended that has left its queue. `ending` is what the server itself says. Where it cannot be asked,
    /// the words must do: a request that was given up has mostly left some.
    pub fn over(&self, ending: Option<Ending>) -> Seen {
        match ending {
            Some(Ending::Printed) => Seen::Done,
            Some(Ending::Cancelled) => Seen::Cancelled,
            None if self.alerts.contains("job-completed") => Seen::Done,
            None if self.alerts.contains("job-canceled") => Seen::Cancelled,
            None if self.alerts.contains("processing-to-stop-point") && self.status.is_empty() => Seen::Done,
            Some(Ending::GivenUp) | None => {
                Seen::Failed(if self.status.is_empty() { self.alerts.clone() } else { self.status.clone() })
            }
        }
    }
}

/// What `lpstat -p` tells of one queue.
#[derive(Debug, PartialEq, Eq)]
pub struct PrinterTold {
    pub name: String,
    pub readiness: Readiness,
    /// What it says about itself.
    pub words: String,
}

/// The queues that `lpstat -p` lists: `printer NAME is idle.  enabled since …`, then its words, set in.
pub fn printers(said: &str) -> Vec<PrinterTold> {
    let mut told: Vec<PrinterTold> = Vec::new();
    for line in said.lines() {
        if let Some(rest) = line.strip_prefix("printer ") {
            let (name, state) = rest.split_once(' ').unwrap_or((rest, ""));
            let readiness = if state.starts_with("is idle") {
                Readiness::Idle
            } else if state.starts_with("now printing") {
                Readiness::Busy
            } else if state.starts_with("disabled") {
                Readiness::Stopped
            } else {
                Readiness::Unknown
            };
            told.push(PrinterTold { name: name.to_owned(), readiness, words: String::new() });
        } else if line.starts_with(['\t', ' '])
            && let Some(last) = told.last_mut().filter(|last| last.words.is_empty())
        {
            let words = one_line(line);
            // What CUPS itself says when nobody gave a reason.
            if words != "reason unknown" {
                last.words = words;
            }
        }
    }
    told
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// The sizes of sheets.
    pub papers: Vec<String>,
    pub has_duplex: bool,
}

/// The options that `lpoptions -l` lists: `PageSize/Media Size: Letter *A4 A5`.
pub fn options(said: &str) -> Offered {
    let mut offered = Offered::default();
    for line in said.lines() {
        let Some((option, choices)) = line.split_once(':') else { continue };
        let keyword = option.split('/').next().unwrap_or_default().trim();
        let mut choices = choices.split_whitespace().map(|choice| choice.trim_start_matches('*'));
        match keyword {
            "PageSize" => offered.papers = choices.map(str::to_owned).collect(),
            "Duplex" => offered.has_duplex = choices.any(|choice| choice.starts_with("Duplex")),
            _ => {}
        }
    }
    offered
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNDER_WAY: &str = "\
RAW-1                   office            1024   Sun Nov 22 00:29:54 2026
\tStatus: The printer may not exist or is unavailable at this time.
\tAlerts: job-printing
\tqueued for RAW
A4-office-2             office            1024   Sun Nov 22 00:29:57 2026
\tAlerts: none
\tqueued for A4-office
";

    const PRINTERS: &str = "\
printer A4-office disabled since Sun Nov 22 00:29:57 2026 -
\tout of paper
printer IDLE is idle.  enabled since Sun Nov 22 00:29:57 2026
printer STOP disabled since Sun Nov 22 00:29:57 2026 -
\treason unknown
printer RAW now printing RAW-1.  enabled since Sun Nov 22 00:29:54 2026
\tThe printer may not exist or is unavailable at this time.
system default destination: IDLE
";

    #[test]
    fn a_request_is_named_in_the_answer_or_not_at_all() {
        assert_eq!(request("request id is A4-office-12 (1 file(s))").as_deref(), Some("A4-office-12"));
        for answer in ["", "ok", "request id is ", "request id is X", "request id is -1", "request id is X-y"]
        {
            assert_eq!(request(answer), None, "{answer}");
        }
        assert_eq!(queue_of("A4-office-12"), "A4-office");
    }

    #[test]
    fn requests_under_way_are_printing_or_wait_with_the_printers_words() {
        let told = requests(UNDER_WAY);
        let printers = printers(PRINTERS);
        let words = "The printer may not exist or is unavailable at this time.";
        assert_eq!(told["RAW-1"].under_way(printers.last()), Seen::Printing(words.to_owned()));
        let office = &told["A4-office-2"];
        assert_eq!(office.under_way(printers.first()), Seen::Waiting("out of paper".to_owned()));
        assert_eq!(office.under_way(printers.get(1)), Seen::Waiting(String::new()));
        assert_eq!(office.under_way(None), Seen::Waiting(String::new()));
        let held = requests("Q-1 u 1 t\n\tAlerts: job-hold-until-specified\n");
        assert_eq!(held["Q-1"].under_way(None), Seen::Waiting("job-hold-until-specified".to_owned()));
    }

    #[test]
    fn requests_that_are_over_ended_in_one_of_three_ways() {
        let over = |lines: &str| requests(&format!("Q-1 u 1 t\n{lines}\tqueued for Q\n"))["Q-1"].over(None);
        assert_eq!(over("\tAlerts: job-completed-successfully\n"), Seen::Done);
        assert_eq!(over("\tStatus: Off line.\n\tAlerts: job-canceled-by-user\n"), Seen::Cancelled);
        let failed = over("\tStatus: Filter failed\n\tAlerts: aborted-by-system\n");
        assert_eq!(failed, Seen::Failed("Filter failed".to_owned()));
        assert_eq!(over("\tAlerts: processing-to-stop-point\n"), Seen::Done);
        // What the server itself says counts more.
        let told = &requests("Q-1 u 1 t\n\tStatus: Off line.\n\tAlerts: processing-to-stop-point\n")["Q-1"];
        assert_eq!(told.over(Some(Ending::Printed)), Seen::Done);
        assert_eq!(told.over(Some(Ending::Cancelled)), Seen::Cancelled);
        assert_eq!(told.over(Some(Ending::GivenUp)), Seen::Failed("Off line.".to_owned()));
        assert_eq!(over("\tAlerts: aborted-by-system\n"), Seen::Failed("aborted-by-system".to_owned()));
    }

    #[test]
    fn queues_are_listed_with_their_words() {
        let told: Vec<_> = printers(PRINTERS)
            .into_iter()
            .map(|printer| (printer.name, printer.readiness, printer.words.is_empty()))
            .collect();
        let expected = [
            ("A4-office", Readiness::Stopped, false),
            ("IDLE", Readiness::Idle, true),
            ("STOP", Readiness::Stopped, true),
            ("RAW", Readiness::Busy, false),
        ];
        assert_eq!(told, expected.map(|(name, state, words)| (name.to_owned(), state, words)));
        assert_eq!(default(PRINTERS).as_deref(), Some("IDLE"));
        assert_eq!(default("no system default destination\n"), None);
    }

    #[test]
    fn a_queue_offers_sheets_and_perhaps_both_sides() {
        let offered =
            options("PageSize/Page Size: Letter *A4 A5\nDuplex/2-Sided: *None DuplexNoTumble DuplexTumble\n");
        assert_eq!(
            offered,
            Offered { papers: ["Letter", "A4", "A5"].map(str::to_owned).to_vec(), has_duplex: true }
        );
        assert!(!options("Duplex/2-Sided: *None\n").has_duplex);
        assert_eq!(options("lpoptions: Unable to get PPD file for X"), Offered::default());
    }
}
