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

/// The thread, until [`Self::finish`].
#[derive(Debug)]
pub struct Caretaker {
    stop: Arc<AtomicBool>,
    /// Each is one more look. Goes when the caretaker does: the thread waits for that.
    looks: Sender<()>,
    found: Receiver<CheckReport>,
    done: Receiver<()>,
}

impl Caretaker {
    /// Begins to look after a file that is open. A desk works without, if no thread can be had.
    pub fn start(path: &Path) -> Option<Self> {
        let ((looks, asked), (tell, found), (tell_done, done)) = (channel(), channel(), channel());
        let stop = Arc::new(AtomicBool::new(false));
        let (path, stopping) = (path.to_owned(), Arc::clone(&stop));
        let keep = move || {
            if let Err(error) = keep(&path, &stopping, &tell, &asked) {
                tracing::warn!(error = &error as &dyn std::error::Error, "the file is not looked after");
            }
            drop(tell_done);
        };
        thread::Builder::new().name("file".to_owned()).spawn(keep).ok()?;
        Some(Self { stop, looks, found, done })
    }

    /// Has the file looked through once more.
    pub fn look(&self) {
        let _ = self.looks.send(());
    }

    /// What was found wrong with the file, after each look; and once that nothing is wrong any more.
    pub fn found(&self) -> Option<CheckReport> {
        self.found.try_recv().ok()
    }

    /// Ends it when the desk has closed the file: the last one takes the log in.
    pub fn finish(self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(self.looks);
        let _ = self.done.recv_timeout(PATIENCE);
    }
}

fn keep(
    path: &Path,
    stop: &Arc<AtomicBool>,
    tell: &Sender<CheckReport>,
    asked: &Receiver<()>,
) -> Result<(), StoreError> {
    let store = Store::open(path, Access::Full).map_err(StoreError::other)?;
    store.say_in_use(true)?;
    let mut is_sound = look_through(&store, stop, tell, true);
    loop {
        match asked.recv_timeout(REST) {
            Ok(()) => is_sound = look_through(&store, stop, tell, false),
            Err(RecvTimeoutError::Timeout) => {
                // Another console may have said at its end that nobody has it.
                store.say_in_use(true)?;
                store.cut_log()?;
                // Somebody may have put it right.
                if !is_sound {
                    is_sound = look_through(&store, stop, tell, is_sound);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return store.say_in_use(false),
        }
    }
}

/// Looks through the file, and tells what is wrong; that nothing is, to whoever was told otherwise. Says whether nothing is.
fn look_through(store: &Store, stop: &Arc<AtomicBool>, tell: &Sender<CheckReport>, was_sound: bool) -> bool {
    let report = match store.check_until(stop) {
        Ok(report) => report,
        Err(StoreError::Damaged(cause)) => {
            CheckReport { findings: vec![Finding::Engine(cause.to_string())], ..CheckReport::default() }
        }
        // It was stopped, or the file cannot be read just now: nothing is known of it.
        Err(_) => return was_sound,
    };
    let is_sound = report.is_sound();
    if !is_sound || !was_sound {
        let _ = tell.send(report);
    }
    is_sound
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
