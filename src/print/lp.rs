//! CUPS by its commands: a program that is linked to its library would not start where there is none.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::{Answer, Fault};

/// How long a command of the printing system may take. A queue answers in a tenth of a second; a server that is asked
/// over a broken network takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often is looked whether a command has ended.
const PAUSE: Duration = Duration::from_millis(10);

/// The most that is read of what a command says.
const MOST_WORDS: u64 = 16 * 1024;

/// The printer of this PC: the default destination of CUPS, or its only one.
#[derive(Clone, Debug)]
pub struct Printer {
    /// The folders in which the commands are looked for.
    search: Vec<PathBuf>,
    /// How long each of them may take.
    patience: Duration,
}

/// What a command said.
struct Said {
    status: ExitStatus,
    out: String,
    err: String,
}

impl Printer {
    /// The printer of this PC, with the commands on the program's own `PATH`.
    pub fn of_this_pc() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        Self { search: std::env::split_paths(&path).collect(), patience: PATIENCE }
    }

    /// A printer whose commands are looked for in some folders, and the time each of them may take.
    pub fn in_folders(search: Vec<PathBuf>, patience: Duration) -> Self {
        Self { search, patience }
    }

    /// Gives a file to the queue. `title` is plain ASCII.
    pub(super) fn print(&self, title: &str, file: &Path) -> Answer {
        let Some(lp) = self.command("lp") else { return Ok(None) };
        let Some(destination) = self.destination()? else { return Ok(None) };
        let mut command = Command::new(lp);
        if let Destination::Only(name) = &destination {
            command.arg("-d").arg(name);
        }
        command.args(["-t", title, "-o", "media=A4", "--"]).arg(file);
        let said = self.run("lp", command)?;
        if said.status.success() {
            Ok(Some(one_line(&said.out)))
        } else {
            let words = if said.err.trim().is_empty() { said.out } else { said.err };
            Err(Fault::Refused(one_line(&words)))
        }
    }

    /// Where `lp` would print to; `None` when there is no printer.
    fn destination(&self) -> Result<Option<Destination>, Fault> {
        // Without `lpstat` only `lp` itself can tell.
        let Some(lpstat) = self.command("lpstat") else { return Ok(Some(Destination::Default)) };
        let mut command = Command::new(&lpstat);
        command.arg("-d");
        // `system default destination: NAME`, or `no system default destination`.
        if self.run("lpstat", command)?.out.contains("default destination:") {
            return Ok(Some(Destination::Default));
        }
        let mut command = Command::new(&lpstat);
        command.arg("-e");
        let said = self.run("lpstat", command)?;
        let mut names = said.out.lines().map(str::trim).filter(|name| !name.is_empty());
        Ok(match (names.next(), names.next()) {
            (None, _) => None,
            (Some(only), None) => Some(Destination::Only(only.to_owned())),
            // One of several is not ours to choose: `lp` says that a default is missing.
            (Some(_), Some(_)) => Some(Destination::Default),
        })
    }

    /// The file of a command.
    fn command(&self, name: &str) -> Option<PathBuf> {
        self.search.iter().map(|folder| folder.join(name)).find(|file| is_program(file))
    }

    /// Runs a command in its plain language until it ends or patience does.
    fn run(&self, program: &'static str, mut command: Command) -> Result<Said, Fault> {
        command.env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let fault = |error: std::io::Error| Fault::Start { program, reason: error.to_string() };
        let mut child = command.spawn().map_err(fault)?;
        let (out, err) = (listen(child.stdout.take()), listen(child.stderr.take()));
        let Some(status) = wait(&mut child, self.patience).map_err(fault)? else {
            // Ended by force, and then taken note of so that no dead process stays behind.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Fault::Silent { program, waited: self.patience });
        };
        // A child of the command may still hold the pipe; what was said by now is enough.
        let heard = |from: Receiver<String>| from.recv_timeout(PAUSE * 50).unwrap_or_default();
        Ok(Said { status, out: heard(out), err: heard(err) })
    }
}

/// Where to print to.
enum Destination {
    /// Where `lp` prints by itself.
    Default,
    /// The only printer there is, which nobody has made the default.
    Only(String),
}

/// Waits for a command; `None` when it takes longer than it may.
fn wait(child: &mut Child, patience: Duration) -> std::io::Result<Option<ExitStatus>> {
    // Nobody sends on this channel: to receive from it is to pause.
    let (_keep, pause) = mpsc::channel::<()>();
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if waited >= patience {
            return Ok(None);
        }
        let _ = pause.recv_timeout(PAUSE);
        waited += PAUSE;
    }
}

/// Reads what comes out of a pipe, in a thread of its own so that a full pipe holds nobody up.
fn listen(pipe: Option<impl Read + Send + 'static>) -> Receiver<String> {
    let (words, heard) = mpsc::channel();
    if let Some(pipe) = pipe {
        // Without a thread nothing is heard, and the status of the command still tells how it went.
        let _ = thread::Builder::new().name("lp".to_owned()).spawn(move || {
            let mut bytes = Vec::new();
            let mut pipe = pipe.take(MOST_WORDS);
            let _ = pipe.read_to_end(&mut bytes);
            let _ = words.send(String::from_utf8_lossy(&bytes).into_owned());
            // The rest is let through unread: a command must not stop at a closed pipe.
            let _ = std::io::copy(&mut pipe.into_inner(), &mut std::io::sink());
        });
    }
    heard
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}
