//! The printing system of the tests and what they do with it.

use std::io::{Read, Write, stderr};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use motcua::domain::Stamp;
use motcua::domain::printer::Target;
use motcua::domain::printing::{Document, JobCard, JobId, JobState, PaperKind};
use motcua::print::{Job, News, Printer, Spool};
use tempfile::TempDir;

use crate::terminal::{Terminal, opened};
use crate::world::stamp;

/// The variable that names the socket.
pub const VARIABLE: &str = "MOTCUA_TEST_CUPS";

/// The queue that `.ci/cups` makes.
pub const PDF_QUEUE: &str = "MOTCUA_PDF";

/// A running CUPS.
pub struct Cups {
    socket: PathBuf,
}

impl Cups {
    /// The CUPS of this run; `None`, with a word on the reason, when there is none.
    pub fn running() -> Option<Self> {
        let socket = std::env::var_os(VARIABLE).filter(|socket| !socket.is_empty());
        if socket.is_none() {
            // Not by a macro, whose words are shown of failed tests alone.
            static ONCE: Once = Once::new();
            ONCE.call_once(|| {
                let _ = writeln!(
                    stderr(),
                    "left out: printing on a real CUPS, {VARIABLE} names none; see .ci/cups"
                );
            });
        }
        Some(Self { socket: socket?.into() })
    }

    /// The folder of its settings.
    fn root(&self) -> PathBuf {
        self.folder().join("etc")
    }

    fn folder(&self) -> &Path {
        self.socket.parent().unwrap().parent().unwrap()
    }

    /// What its PDF queue has printed last.
    pub fn page(&self) -> PathBuf {
        self.folder().join(format!("pages/{PDF_QUEUE}.pdf"))
    }

    /// What must stand in the environment of its commands.
    pub fn environment(&self) -> [(&'static str, PathBuf); 2] {
        [("CUPS_SERVER", self.socket.clone()), ("CUPS_SERVERROOT", self.root())]
    }

    /// This system as the program uses it.
    pub fn printer(&self) -> Printer {
        let printer = Printer::of_this_pc().looking_every(Duration::from_millis(100));
        self.environment()
            .into_iter()
            .fold(printer, |printer, (name, value)| printer.with_variable(name, value))
    }

    /// Runs one of its commands, which must do what is asked.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program)
            .args(arguments)
            .envs(self.environment())
            .env("LC_ALL", "C")
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments:?}: {words}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The program in a real terminal on this system, with a shift open and these words about printing.
    pub fn terminal(&self, home: &TempDir, print: &str) -> Terminal {
        let data = home.path().join("data");
        std::fs::create_dir(&data).unwrap();
        std::fs::write(data.join("config.toml"), format!("[print]\n{print}\n")).unwrap();
        let environment = self.environment();
        let mut extra: Vec<(&str, &str)> =
            environment.iter().map(|(name, value)| (*name, value.to_str().unwrap())).collect();
        let path = std::env::var("PATH").unwrap();
        extra.push(("PATH", &path));
        opened(home, &extra)
    }

    /// A raw queue of the test's own, to a port of this machine. It goes when the test ends.
    pub fn raw_queue(&self, port: u16) -> Queue<'_> {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let name = format!("RAW-{}-{}", std::process::id(), LAST.fetch_add(1, Ordering::Relaxed));
        let device = format!("socket://127.0.0.1:{port}");
        self.run("lpadmin", &["-p", &name, "-E", "-v", &device, "-m", "raw"]);
        Queue { cups: self, name }
    }
}

/// A printer for slips: its port, and what it gets from one connection.
pub fn listener() -> (u16, JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let reader = thread::spawn(move || {
        let mut heard = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut heard).unwrap();
        heard
    });
    (port, reader)
}

/// A queue that goes when it is dropped.
pub struct Queue<'a> {
    cups: &'a Cups,
    /// Its name.
    pub name: String,
}

impl Queue<'_> {
    /// As a target.
    pub fn target(&self) -> Target {
        Target::Raw { queue: self.name.clone() }
    }

    /// Stops it, with a reason.
    pub fn stop(&self, reason: &str) {
        self.cups.run("cupsdisable", &["-r", reason, &self.name]);
    }

    /// Lets it go on.
    pub fn go_on(&self) {
        self.cups.run("cupsenable", &[&self.name]);
    }

    /// Removes it.
    pub fn remove(&self) {
        self.cups.run("lpadmin", &["-x", &self.name]);
    }
}

impl Drop for Queue<'_> {
    fn drop(&mut self) {
        // A test may have removed it.
        let _ = Command::new("lpadmin").args(["-x", &self.name]).envs(self.cups.environment()).output();
    }
}

/// When the papers of these tests are made.
pub fn made() -> Stamp {
    stamp("2026-11-21 17:05")
}

/// Commands of a printer for slips.
pub fn slip(target: Target) -> Job {
    Job {
        document: Document::Commands((0..20_000_u32).map(|at| u8::try_from(at % 256).unwrap()).collect()),
        target,
        ..Job::pdf(
            PaperKind::Ticket,
            "motcua-2026-11-21-A012".to_owned(),
            "ticket-A012.bin".to_owned(),
            Vec::new(),
            made(),
        )
    }
}

/// Waits until a job is as wanted; fails after a minute, or as soon as it has ended otherwise.
#[track_caller]
pub fn until(spool: &Spool, id: JobId, wanted: impl Fn(&JobCard) -> bool) -> JobCard {
    for _ in 0..6000 {
        let card = match spool.try_recv() {
            Some(News::Job(card) | News::Words(card)) if card.id == id => card,
            Some(_) => continue,
            None => {
                std::thread::park_timeout(Duration::from_millis(10));
                continue;
            }
        };
        if wanted(&card) {
            return *card;
        }
        assert!(!card.state.is_final(), "{card:?}");
    }
    panic!("waited for a minute; jobs: {:?}", spool.jobs())
}

/// Waits until a job has come to a state.
#[track_caller]
pub fn until_state(spool: &Spool, id: JobId, state: &JobState) -> JobCard {
    until(spool, id, |card| card.state == *state)
}
