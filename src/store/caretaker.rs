//! What is done for the file beside the keys, on a thread with a connection of its own: damage is looked for once after the
//! start, the log is cut every few minutes, and the file says for how long a desk has it open.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rusqlite::{Transaction, TransactionBehavior};

use super::check::{CheckReport, Finding};
use super::{Access, Store, StoreError, log_tie};

/// How often the log goes into the file.
const REST: Duration = Duration::from_mins(3);

/// How long the end of the program waits for what is being done.
const PATIENCE: Duration = Duration::from_secs(1);

/// So many steps of the engine pass until it is asked whether to stop: some milliseconds.
const STEPS: i32 = 20_000;

/// The thread, until [`Self::finish`].
#[derive(Debug)]
pub struct Caretaker {
    stop: Arc<AtomicBool>,
    /// Goes when the caretaker does: the thread waits for that.
    end: Sender<()>,
    found: Receiver<CheckReport>,
    done: Receiver<()>,
}

impl Caretaker {
    /// Begins to look after a file that is open. A desk works without, if no thread can be had.
    pub fn start(path: &Path) -> Option<Self> {
        let ((end, ended), (tell, found), (tell_done, done)) = (channel(), channel(), channel());
        let stop = Arc::new(AtomicBool::new(false));
        let (path, stopping) = (path.to_owned(), Arc::clone(&stop));
        let keep = move || {
            if let Err(error) = keep(&path, &stopping, &tell, &ended) {
                tracing::warn!(error = &error as &dyn std::error::Error, "the file is not looked after");
            }
            drop(tell_done);
        };
        thread::Builder::new().name("file".to_owned()).spawn(keep).ok()?;
        Some(Self { stop, end, found, done })
    }

    /// What was found wrong with the file, once.
    pub fn found(&self) -> Option<CheckReport> {
        self.found.try_recv().ok()
    }

    /// Ends it when the desk has closed the file: the last one takes the log in.
    pub fn finish(self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(self.end);
        let _ = self.done.recv_timeout(PATIENCE);
    }
}

fn keep(
    path: &Path,
    stop: &Arc<AtomicBool>,
    tell: &Sender<CheckReport>,
    ended: &Receiver<()>,
) -> Result<(), StoreError> {
    let store = Store::open(path, Access::Full).map_err(StoreError::other)?;
    store.say_in_use(true)?;
    let stopping = Arc::clone(stop);
    store.connection.progress_handler(STEPS, Some(move || stopping.load(Ordering::Relaxed)))?;
    match store.check() {
        Ok(report) if !report.is_sound() => drop(tell.send(report)),
        Err(StoreError::Damaged(cause)) => {
            let findings = vec![Finding::Engine(cause.to_string())];
            let _ = tell.send(CheckReport { findings, ..CheckReport::default() });
        }
        _ => {}
    }
    store.connection.progress_handler(0, None::<fn() -> bool>)?;
    while ended.recv_timeout(REST) == Err(RecvTimeoutError::Timeout) {
        // Another console may have said at its end that nobody has it.
        store.say_in_use(true)?;
        store.cut_log()?;
    }
    store.say_in_use(false)
}

impl Store {
    /// Writes into the file, not only into its log, whether a desk has it open: then a copy without a log lacks something.
    fn say_in_use(&self, in_use: bool) -> Result<(), StoreError> {
        self.must_be_in_place()?;
        if log_tie::read(&self.connection)?.is_in_use == in_use {
            return Ok(());
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        if self.must_be_in_place()? == 0 {
            log_tie::begin(&transaction)?;
        }
        log_tie::keep_in_use(&transaction, in_use)?;
        transaction.commit()?;
        self.cut_log()
    }
}
