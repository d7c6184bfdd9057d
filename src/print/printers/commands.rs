//! Running the commands of the printing system: in their plain language, and never longer than patience lasts.

use crate::domain::printing::Fault;
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// How often is looked whether a command has ended.
const PAUSE: Duration = Duration::from_millis(10);

/// The most that is read of what a command says.
const MOST_WORDS: u64 = 256 * 1024;

/// The commands of a printing system.
#[derive(Clone, Debug)]
pub struct Commands {
    /// The folders in which they are looked for.
    pub search: Vec<PathBuf>,
    /// How long each of them may take.
    pub patience: Duration,
    /// What stands in their environment beside the program's own.
    pub environment: Vec<(OsString, OsString)>,
}

pub struct Said {
    pub went_well: bool,
    pub out: String,
    /// What it complained about.
    pub err: String,
}

impl Said {
    /// The complaint, or what was said instead, as one line.
    pub fn complaint(&self) -> String {
        one_line(if self.err.trim().is_empty() { &self.out } else { &self.err })
    }
}

impl Commands {
    /// The file of a command.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        self.search.iter().map(|folder| folder.join(name)).find(|file| is_program(file))
    }

    /// Runs a command, when it is there.
    pub fn run_if_there(&self, name: &'static str, arguments: &[&str]) -> Result<Option<Said>, Fault> {
        let Some(file) = self.find(name) else { return Ok(None) };
        let mut command = Command::new(file);
        command.args(arguments);
        self.run(name, command).map(Some)
    }

    /// Runs a command until it ends or patience does.
    pub fn run(&self, program: &'static str, mut command: Command) -> Result<Said, Fault> {
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let fault =
            |error: std::io::Error| Fault::Start { program: program.to_owned(), reason: error.into() };
        let mut child = command.spawn().map_err(fault)?;
        let (out, err) = (listen(child.stdout.take()), listen(child.stderr.take()));
        let Some(status) = wait(&mut child, self.patience).map_err(fault)? else {
            // Ended by force, and then taken note of so that no dead process stays behind.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Fault::Silent { program: program.to_owned(), waited: self.patience });
        };
        // A child of the command may still hold the pipe; what was said by now is enough.
        let heard = |from: Receiver<String>| from.recv_timeout(PAUSE * 50).unwrap_or_default();
        Ok(Said { went_well: status.success(), out: heard(out), err: heard(err) })
    }
}

pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
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

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}
