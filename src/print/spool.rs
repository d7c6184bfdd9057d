//! The spool: one thread that prints, so that no key waits for a printer.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::{Fault, Job, Outcome, Printer};

/// The identity of a job within its spool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);

/// A queue of papers and the thread that keeps and prints them, one after the other, in the order in which they came.
#[derive(Debug)]
pub struct Spool {
    /// `None` once the spool takes no more.
    jobs: Option<Sender<(JobId, Job)>>,
    outcomes: Receiver<(JobId, Outcome)>,
    /// For jobs that cannot reach the thread.
    answer: Option<Sender<(JobId, Outcome)>>,
    thread: Option<JoinHandle<()>>,
    last: u64,
}

impl Spool {
    /// Starts the thread. It sleeps until there is a job. Where the system has no thread to give, each job that is sent
    /// comes back as [`Fault::Stopped`].
    pub fn start(printer: Printer) -> Self {
        let (jobs, queue) = mpsc::channel::<(JobId, Job)>();
        let (answer, outcomes) = mpsc::channel();
        let answers = answer.clone();
        let thread = thread::Builder::new().name("print".to_owned()).spawn(move || {
            for (id, job) in queue {
                if answers.send((id, super::now(&job, &printer))).is_err() {
                    break;
                }
            }
        });
        Self { jobs: Some(jobs), outcomes, answer: Some(answer), thread: thread.ok(), last: 0 }
    }

    /// Puts a paper into the queue and returns at once.
    pub fn send(&mut self, job: Job) -> JobId {
        self.last += 1;
        let id = JobId(self.last);
        let taken = self.jobs.as_ref().is_some_and(|jobs| jobs.send((id, job)).is_ok());
        if let Some(answer) = self.answer.as_ref().filter(|_| !taken) {
            // The receiver is our own and is there.
            let _ = answer.send((id, Outcome::Failed { path: None, reason: Fault::Stopped }));
        }
        id
    }

    /// The next outcome, if there is one by now; never waits.
    pub fn try_recv(&self) -> Option<(JobId, Outcome)> {
        self.outcomes.try_recv().ok()
    }

    /// Takes no more jobs, waits until the queue is empty, and gives the outcomes that nobody has asked for.
    ///
    /// For the end of the program, so that a tally sent just before it still reaches the printer. A printer that hangs is
    /// given up after the time that [`Printer`] allows.
    pub fn finish(mut self) -> Vec<(JobId, Outcome)> {
        self.jobs = None;
        self.answer = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
        self.outcomes.try_iter().collect()
    }
}
