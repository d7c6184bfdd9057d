//! The thread that makes copies while the desk is in use: no key waits for it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{BackupError, Made, copies, copies_in, make, own_folder};
use crate::config::DATABASE;
use crate::domain::Stamp;
use crate::domain::backup::{CopyCard, Holdings, is_same_week};
use crate::store::{Access, Store};

/// Why a copy is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// A shift was closed.
    ShiftClosed,
    /// An hour went by. Nothing is made when nothing was written since the last copy.
    Hour,
}

enum Order {
    Make { at: Stamp, why: Why, second: Option<PathBuf> },
    Look { second: Option<PathBuf> },
}

/// What the thread has to tell.
#[derive(Debug)]
pub enum News {
    /// A copy was made.
    Made {
        why: Why,
        made: Made,
        /// Whether all copies lie on this PC, to be said once a week.
        is_alone: bool,
    },
    Failed(BackupError),
    /// The copies that there are, and what the desk holds now.
    Copies(Vec<CopyCard>, Option<Holdings>),
}

/// So long the end of the program waits for a copy that is being made. A stick that hangs must not hold it for ever.
const LONGEST_END: Duration = Duration::from_mins(1);

/// Makes copies of a desk, one after the other.
#[derive(Debug)]
pub struct Keeper {
    orders: Option<Sender<Order>>,
    news: Receiver<News>,
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread for a data folder.
    pub fn start(data: PathBuf) -> Self {
        let (orders, inbox) = mpsc::channel();
        let (answer, news) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let work = move || {
            for order in inbox {
                if let Some(one) = obey(&data, order)
                    && answer.send(one).is_err()
                {
                    break;
                }
            }
            let _ = end.send(());
        };
        let thread = thread::Builder::new().name("backup".to_owned()).spawn(work).ok();
        Self { orders: Some(orders), news, ended, thread }
    }

    /// Has a copy made. `second` is the second folder, where one is set.
    pub fn make(&self, at: Stamp, why: Why, second: Option<PathBuf>) {
        self.send(Order::Make { at, why, second });
    }

    /// Has the copies looked for.
    pub fn look(&self, second: Option<PathBuf>) {
        self.send(Order::Look { second });
    }

    /// What there is to tell.
    pub fn try_recv(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            let _ = orders.send(order);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.orders = None;
        if self.thread.is_some() && self.ended.recv_timeout(LONGEST_END).is_ok() {
            let _ = self.thread.take().map(JoinHandle::join);
        }
    }
}

fn obey(data: &Path, order: Order) -> Option<News> {
    match order {
        Order::Make { at, why, second } => match make_one(data, at, why, second) {
            Ok(None) => None,
            Ok(Some((made, is_alone))) => Some(News::Made { why, made, is_alone }),
            Err(error) => {
                tracing::error!(?error, "no copy was made");
                Some(News::Failed(error))
            }
        },
        Order::Look { second } => {
            let holds = Store::open(&data.join(DATABASE), Access::ReadOnly)
                .ok()
                .and_then(|store| store.holdings().ok());
            Some(News::Copies(copies(data, second.as_deref()), holds))
        }
    }
}

fn make_one(
    data: &Path,
    at: Stamp,
    why: Why,
    second: Option<PathBuf>,
) -> Result<Option<(Made, bool)>, BackupError> {
    let own = own_folder(data)?;
    let earlier = copies_in(&own);
    if why == Why::Hour && !was_written(data, &earlier) {
        return Ok(None);
    }
    let is_closing = why == Why::ShiftClosed;
    // Once a week is enough: the first shift that is closed in a week says it.
    let was_said = earlier.iter().any(|card| {
        is_same_week(card.made, at) && card.contents.as_ref().is_some_and(|contents| contents.at_close)
    });
    let mut folders = vec![own];
    folders.extend(second.clone());
    let made = make(data, &folders, at, why)?;
    let elsewhere = second.filter(|second| made.paths.iter().any(|path| path.starts_with(second)));
    Ok(Some((made, elsewhere.is_none() && is_closing && !was_said)))
}

/// Whether the desk has written anything since its newest copy.
fn was_written(data: &Path, earlier: &[CopyCard]) -> bool {
    let Ok(store) = Store::open(&data.join(DATABASE), Access::ReadOnly) else { return true };
    let Ok(holds) = store.holdings() else { return true };
    let mut copied = earlier.iter().filter_map(|card| card.contents.as_ref());
    !copied.any(|contents| contents.holds.file == holds.file && contents.holds.entries >= holds.entries)
}
