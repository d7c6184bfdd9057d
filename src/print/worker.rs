//! The thread of the spool: one job after the other, each step on the disk before it is taken.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::keep::{self, Sheet};
use super::lane::Lane;
use super::printers::{Printer, Seen};
use super::send::{Sent, send};
use crate::domain::Stamp;
use crate::domain::printing::{Fault, JobCard, JobId, JobState, PaperKind, PrinterCard};
use crate::pages::apart;

/// After how many looks without anything new the pause between two of them doubles: a page is out within a minute, and a
/// queue that waits for paper need not be asked every two seconds until somebody comes.
const LOOKS_AT_ONCE: u32 = 30;

/// The longest pause between two looks, in pauses of the printer.
const LONGEST_PAUSE: u32 = 16;

/// After how many looks a printing system that does not answer is given up. It restarts within seconds.
const MOST_DEAF: u32 = 15;

/// What the spool has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A job has come to another state, or a printer's queue has taken it.
    Job(Box<JobCard>),
    /// Nothing but the words of its printer has changed: `Printing page 3`.
    Words(Box<JobCard>),
    /// The answer to [`Spool::ask_printers`](super::Spool::ask_printers).
    Printers(Result<Vec<PrinterCard>, Fault>),
}

/// The jobs of this console, the oldest first; shared with the thread that changes them.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards(Arc<Mutex<Vec<JobCard>>>);

impl Cards {
    /// Does something with all of them. A thread that panicked left whole cards behind.
    pub(super) fn with<T>(&self, look: impl FnOnce(&mut Vec<JobCard>) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn card(&self, id: JobId) -> Option<JobCard> {
        self.with(|cards| cards.iter().find(|card| card.id == id).cloned())
    }
}

/// What the event loop asks of the thread.
#[derive(Debug)]
pub(super) enum Request {
    Print {
        card: Box<JobCard>,
        bytes: Vec<u8>,
    },
    /// A job that has failed, once more.
    Retry(JobId),
    Cancel(JobId),
    /// A new job with the document of an old one.
    Reprint {
        card: Box<JobCard>,
        old: JobId,
    },
    Printers,
}

/// Why the thread woke up.
enum Wake {
    Request(Request),
    /// Nobody asks for anything.
    Idle,
    /// Nobody will ever ask again.
    Ended,
}

/// All that the thread knows.
pub(super) struct Worker {
    printer: Printer,
    desk: PathBuf,
    /// `None` until the folder can be written.
    lane: Option<Lane>,
    /// When the program was started.
    start: Stamp,
    cards: Cards,
    inbox: Receiver<Request>,
    news: Sender<News>,
    queue: VecDeque<JobId>,
    /// Documents that could not be written, for another try.
    unwritten: BTreeMap<JobId, Vec<u8>>,
    /// How many looks in a row told nothing new.
    unchanged: u32,
    /// How many looks in a row were not answered.
    deaf: u32,
}

impl Worker {
    pub(super) fn new(
        printer: Printer,
        desk: PathBuf,
        start: Stamp,
        cards: Cards,
        inbox: Receiver<Request>,
        news: Sender<News>,
    ) -> Self {
        Self {
            printer,
            desk,
            lane: None,
            start,
            cards,
            inbox,
            news,
            queue: VecDeque::new(),
            unwritten: BTreeMap::new(),
            unchanged: 0,
            deaf: 0,
        }
    }

    /// Works until the event loop has ended and the queue is empty.
    pub(super) fn run(mut self) {
        // A folder that cannot be written is told with the first job.
        let _ = self.take_lane();
        loop {
            // What is asked comes first: a job that is cancelled in time is not sent.
            match self.wake() {
                Wake::Request(request) => self.obey(request),
                Wake::Idle => {
                    if let Some(id) = self.queue.pop_front() {
                        self.print(id);
                    } else {
                        self.look();
                    }
                }
                Wake::Ended => {
                    let Some(id) = self.queue.pop_front() else { return };
                    if !self.print(id) {
                        return;
                    }
                }
            }
        }
    }

    /// Waits for the next thing to do: for ever when there is nothing to print and nothing to follow.
    fn wake(&self) -> Wake {
        if !self.queue.is_empty() {
            return match self.inbox.try_recv() {
                Ok(request) => Wake::Request(request),
                Err(TryRecvError::Empty) => Wake::Idle,
                Err(TryRecvError::Disconnected) => Wake::Ended,
            };
        }
        if self.cards.with(|cards| cards.iter().any(JobCard::is_followed)) {
            return match self.inbox.recv_timeout(self.pause()) {
                Ok(request) => Wake::Request(request),
                Err(RecvTimeoutError::Timeout) => Wake::Idle,
                Err(RecvTimeoutError::Disconnected) => Wake::Ended,
            };
        }
        self.inbox.recv().map_or(Wake::Ended, Wake::Request)
    }

    fn pause(&self) -> Duration {
        let doubled = (self.unchanged / LOOKS_AT_ONCE).min(LONGEST_PAUSE.ilog2());
        self.printer.pause() * 2_u32.pow(doubled)
    }

    fn take_lane(&mut self) -> Result<(), Fault> {
        if self.lane.is_none() {
            let lane = Lane::claim(&self.desk)?;
            let left = lane.jobs(self.start);
            self.lane = Some(lane);
            self.take_up(left);
        }
        Ok(())
    }

    /// Takes up what an earlier run has left.
    fn take_up(&mut self, left: Vec<JobCard>) {
        // What was sent since the start is younger.
        self.cards.with(|cards| {
            cards.extend(left.iter().cloned());
            cards.sort_by_key(|card| card.id);
        });
        for card in left {
            match card.state {
                JobState::Queued => self.queue.push_back(card.id),
                // The power went in the middle, and nobody can be asked.
                JobState::Printing | JobState::Waiting if card.request.is_none() => {
                    self.settle(card.id, JobState::Failed(Fault::Unclear));
                }
                _ => {}
            }
        }
    }

    fn obey(&mut self, request: Request) {
        self.unchanged = 0;
        match request {
            Request::Print { card, bytes } => self.add(&card, Ok(bytes)),
            Request::Reprint { card, old } => {
                let bytes = self.lane.as_ref().map_or(Err(Fault::Stopped), |lane| lane.read(old));
                self.add(&card, bytes);
            }
            Request::Retry(id) => self.retry(id),
            Request::Cancel(id) => self.cancel(id),
            Request::Printers => self.tell(News::Printers(self.printer.list())),
        }
    }

    /// Takes a new job: it lies on the disk before anything else happens.
    fn add(&mut self, card: &JobCard, bytes: Result<Vec<u8>, Fault>) {
        let added = match bytes {
            Ok(bytes) => self.write(card, &bytes).inspect_err(|_| {
                // Where the spool cannot be written, the paper itself perhaps can.
                self.keep(card, &bytes);
                self.unwritten.insert(card.id, bytes);
            }),
            Err(fault) => Err(fault),
        };
        match added {
            Ok(()) => self.queue.push_back(card.id),
            Err(fault) => self.settle(card.id, JobState::Failed(fault)),
        }
    }

    fn write(&mut self, card: &JobCard, bytes: &[u8]) -> Result<(), Fault> {
        self.take_lane()?;
        self.lane.as_ref().map_or(Err(Fault::Stopped), |lane| lane.add(card, bytes))
    }

    fn retry(&mut self, id: JobId) {
        if !self.cards.card(id).is_some_and(|card| card.can_retry()) {
            return;
        }
        self.change(id, |card| {
            card.state = JobState::Queued;
            card.request = None;
            card.words.clear();
        });
        match (self.unwritten.remove(&id), self.cards.card(id)) {
            (Some(bytes), Some(card)) => self.add(&card, Ok(bytes)),
            _ => self.queue.push_back(id),
        }
    }

    /// Keeps a paper though its job could not be taken.
    fn keep(&self, card: &JobCard, bytes: &[u8]) {
        if let Ok(path) = kept(&self.desk, card, bytes) {
            self.change_silently(card.id, |card| card.path = path);
        }
    }

    /// Prints a job, and tells whether that went well.
    fn print(&mut self, id: JobId) -> bool {
        // Cancelled while it waited.
        if self.cards.card(id).is_none_or(|card| card.state != JobState::Queued) {
            return true;
        }
        let sent = self.attempt(id);
        let went_well = sent.is_ok();
        match sent {
            Ok(Sent::NoPrinter) => self.settle(id, JobState::Kept),
            Ok(Sent::Taken { answer, request }) => {
                self.unchanged = 0;
                self.change(id, |card| {
                    card.words = answer;
                    card.request = Some(request);
                });
            }
            Ok(Sent::Out { answer, path }) => self.change(id, |card| {
                card.words = answer;
                card.path = path.or(card.path.take());
                card.state = JobState::Done;
            }),
            Err(fault) => self.settle(id, JobState::Failed(fault)),
        }
        went_well
    }

    fn attempt(&self, id: JobId) -> Result<Sent, Fault> {
        let (Some(lane), Some(mut card)) = (&self.lane, self.cards.card(id)) else {
            return Err(Fault::Stopped);
        };
        let bytes = lane.read(id)?;
        if card.path.as_ref().is_none_or(|path| !path.exists()) {
            card.path = kept(&self.desk, &card, &bytes)?;
        }
        card.state = JobState::Printing;
        card.attempts += 1;
        // Not sent before it is written that it is: after a power cut nothing may print twice.
        lane.write(&card)?;
        self.change_silently(id, |changed| *changed = card.clone());
        self.tell(News::Job(Box::new(card.clone())));
        send(&card, &lane.document(id), &bytes, &self.printer)
    }

    fn cancel(&mut self, id: JobId) {
        let Some(card) = self.cards.card(id).filter(JobCard::can_cancel) else { return };
        match card.request {
            None => self.settle(id, JobState::Cancelled),
            Some(request) => match self.printer.withdraw(&request) {
                Ok(()) => self.settle(id, JobState::Cancelled),
                // It may have come out in the meantime: the next look tells.
                Err(Fault::Refused(words)) => self.change(id, |card| card.words = words),
                Err(fault) => tracing::warn!(?fault, "a job could not be cancelled"),
            },
        }
    }

    /// Looks what has become of the jobs that a queue has.
    fn look(&mut self) {
        let followed: Vec<JobCard> =
            self.cards.with(|cards| cards.iter().filter(|card| card.is_followed()).cloned().collect());
        let requests: Vec<String> = followed.iter().filter_map(|card| card.request.clone()).collect();
        self.unchanged += 1;
        let seen = match self.printer.look(&requests) {
            Ok(seen) => {
                self.deaf = 0;
                seen
            }
            Err(fault) => {
                self.deaf += 1;
                if self.deaf < MOST_DEAF {
                    return;
                }
                tracing::warn!(?fault, "the printing system does not answer");
                self.deaf = 0;
                vec![Seen::Unknown; followed.len()]
            }
        };
        for (card, seen) in followed.iter().zip(seen) {
            let (state, words) = match seen {
                Seen::Waiting(words) => (JobState::Waiting, words),
                Seen::Printing(words) => (JobState::Printing, words),
                Seen::Done => (JobState::Done, String::new()),
                Seen::Cancelled => (JobState::Cancelled, String::new()),
                Seen::Failed(words) => (JobState::Failed(Fault::Refused(words.clone())), words),
                Seen::Vanished => {
                    let request = card.request.clone().unwrap_or_default();
                    let queue =
                        request.rsplit_once('-').map_or(request.clone(), |(queue, _)| queue.to_owned());
                    (JobState::Failed(Fault::Vanished { queue }), String::new())
                }
                Seen::Unknown => (JobState::Failed(Fault::Unclear), String::new()),
            };
            // The queue's first answer stays until the printer says something else.
            let words = if words.is_empty() && state == card.state { card.words.clone() } else { words };
            if state != card.state || words != card.words {
                self.unchanged = 0;
                self.change(card.id, |card| {
                    card.state = state;
                    card.words = words;
                });
            }
        }
    }

    fn settle(&self, id: JobId, state: JobState) {
        self.change(id, |card| card.state = state);
    }

    /// Changes a card, writes it and tells of it.
    fn change(&self, id: JobId, change: impl FnOnce(&mut JobCard)) {
        let before = self.cards.card(id).map(|card| (card.state, card.request));
        let Some(card) = self.change_silently(id, change) else { return };
        if let Some(lane) = self.lane.as_ref().filter(|lane| lane.document(id).exists()) {
            // Where this cannot be written the disk still says less than has happened, at worst that a job is being
            // printed: the next start then asks the person. What has happened is told all the same.
            if let Err(fault) = lane.write(&card) {
                tracing::warn!(?fault, "the state of a job could not be kept");
            }
        }
        let is_the_same =
            before.is_some_and(|(state, request)| state == card.state && request == card.request);
        let card = Box::new(card);
        self.tell(if is_the_same { News::Words(card) } else { News::Job(card) });
    }

    fn change_silently(&self, id: JobId, change: impl FnOnce(&mut JobCard)) -> Option<JobCard> {
        self.cards.with(|cards| {
            let card = cards.iter_mut().find(|card| card.id == id)?;
            change(card);
            Some(card.clone())
        })
    }

    fn tell(&self, news: News) {
        // Nobody listens any more when the program ends.
        let _ = self.news.send(news);
    }
}

/// Keeps the paper of a job as a file. Commands for a printer are of no use to a person and are not kept; neither is what
/// goes into a folder anyway.
pub(super) fn kept(desk: &std::path::Path, card: &JobCard, bytes: &[u8]) -> Result<Option<PathBuf>, Fault> {
    // Some hundred slips a day are worth nothing on the next one.
    if card.is_raw || card.kind == PaperKind::Ticket {
        return Ok(None);
    }
    let sheet = Sheet { file_name: &card.file_name, bytes: apart(bytes).0, made: card.made };
    keep::keep_at_desk(desk, sheet).map(Some)
}
