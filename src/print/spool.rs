//! The spool as the event loop sees it: nothing here waits for a printer or a disk.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::job::Job;
use super::printers::Printer;
use super::worker::{Cards, News, Request, Worker};
use crate::domain::Stamp;
use crate::domain::printer::Target;
use crate::domain::printing::{Document, Fault, JobCard, JobId, JobState};

/// The jobs of this console and the thread that keeps, prints and follows them, in the order in which they came.
///
/// A job lies in the desk's folder before it is sent, so that it outlives the program; see [`super`] for its states. The
/// thread sleeps as long as there is nothing to print and nothing to follow.
#[derive(Debug)]
pub struct Spool {
    /// `None` once the spool takes no more.
    requests: Option<Sender<Request>>,
    news: Receiver<News>,
    /// For jobs that cannot reach the thread.
    answer: Option<Sender<News>>,
    thread: Option<JoinHandle<()>>,
    cards: Cards,
    last: JobId,
}

impl Spool {
    /// Starts the thread, which takes up the jobs that lie in the desk's data folder `desk`. Jobs of long before `now` are
    /// forgotten. Where the system has no thread to give, each job that is sent comes back as [`Fault::Stopped`].
    pub fn start(printer: Printer, desk: PathBuf, now: Stamp) -> Self {
        let (requests, inbox) = mpsc::channel();
        let (answer, news) = mpsc::channel();
        let cards = Cards::default();
        let worker = Worker::new(printer, desk, now, cards.clone(), inbox, answer.clone());
        let thread = thread::Builder::new().name("print".to_owned()).spawn(move || worker.run());
        Self {
            requests: Some(requests),
            news,
            answer: Some(answer),
            thread: thread.ok(),
            cards,
            last: JobId(0),
        }
    }

    pub fn submit(&mut self, job: Job) -> JobId {
        let id = self.next_id(job.made);
        let card = JobCard::new(id, &job);
        self.cards.with(|cards| cards.push(card.clone()));
        let (Document::Pdf(bytes) | Document::Commands(bytes)) = job.document;
        self.ask(id, Request::Print { card: Box::new(card), bytes });
        id
    }

    /// The jobs of this console, the newest first.
    pub fn jobs(&self) -> Vec<JobCard> {
        self.cards.with(|cards| cards.iter().rev().cloned().collect())
    }

    /// Prints a job again that has failed or was cancelled: the same job, one attempt more. Does nothing to any other.
    pub fn retry(&mut self, id: JobId) {
        self.ask(id, Request::Retry(id));
    }

    /// Cancels a job: one that is still here is not sent, one that a queue has is taken back from it. Does nothing to a
    /// job that has ended.
    pub fn cancel(&mut self, id: JobId) {
        self.ask(id, Request::Cancel(id));
    }

    /// Prints the document of an old job as a new one, at another target where one is given. `None` when there is no
    /// such job.
    pub fn reprint(&mut self, old: JobId, target: Option<Target>, now: Stamp) -> Option<JobId> {
        let old = self.cards.card(old)?;
        let id = self.next_id(now);
        let card = old.again(id, target.unwrap_or_else(|| old.target.clone()), now);
        self.cards.with(|cards| cards.push(card.clone()));
        self.ask(id, Request::Reprint { card: Box::new(card), old: old.id });
        Some(id)
    }

    /// Asks for the printers of this PC; the answer comes as [`News::Printers`].
    pub fn ask_printers(&mut self) {
        if !self.send(Request::Printers) {
            self.tell(News::Printers(Err(Fault::Stopped)));
        }
    }

    /// The next news, if there is some by now; never waits.
    pub fn try_recv(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// Takes no more jobs, waits until the queue is empty, and gives the news that nobody has asked for.
    ///
    /// For the end of the program, so that a tally sent just before it still reaches the printer. At the first job that
    /// fails the rest stays in the spool for the next start; what a printer's queue has is followed then.
    pub fn finish(mut self) -> Vec<News> {
        self.requests = None;
        self.answer = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
        self.news.try_iter().collect()
    }

    /// An identity that no job has: in the order of time, with a part left to chance so that two consoles of a desk
    /// which print in the same second do not meet.
    fn next_id(&mut self, made: Stamp) -> JobId {
        let seconds = u64::try_from(made.seconds()).unwrap_or(0);
        let by_time = (seconds << 20) | fastrand::u64(..1 << 20);
        self.last = JobId(by_time.max(self.last.0 + 1));
        self.last
    }

    fn ask(&self, id: JobId, request: Request) {
        if self.send(request) {
            return;
        }
        let card = self.cards.with(|cards| {
            let card = cards.iter_mut().find(|card| card.id == id && !card.state.is_final())?;
            card.state = JobState::Failed(Fault::Stopped);
            Some(card.clone())
        });
        if let Some(card) = card {
            self.tell(News::Job(Box::new(card)));
        }
    }

    fn send(&self, request: Request) -> bool {
        self.requests.as_ref().is_some_and(|requests| requests.send(request).is_ok())
    }

    fn tell(&self, news: News) {
        if let Some(answer) = &self.answer {
            // The receiver is our own and is there.
            let _ = answer.send(news);
        }
    }
}
