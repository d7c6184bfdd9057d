//! Jobs that a queue has: followed until they are out, taken back, retried.

use std::path::PathBuf;

use super::*;

/// A printing system of shell scripts whose state is a folder of files, so that a test can turn it.
pub struct FakeCups {
    commands: Commands,
    folder: tempfile::TempDir,
}

const LP: &str = r#"
[ -f refuse ] && { cat refuse >&2; exit 1; }
n=$(($(cat count 2>/dev/null || echo 0) + 1)); echo $n > count
for file; do :; done; cat "$file" > "printed-$n"
printf 'OFFICE-%s u 1 t\n\tAlerts: job-printing\n' $n > waiting
echo "request id is OFFICE-$n (1 file(s))""#;

const LPSTAT: &str = r#"
echo "$*" >> asked
[ -f mute ] && { echo 'lpstat: Bad file descriptor' >&2; exit 1; }
case "$*" in
-d) echo 'system default destination: OFFICE' ;;
-e) cat queues ;;
*not-completed*) cat waiting ;;
*completed*) cat over ;;
"-p -d") cat printers; echo 'system default destination: OFFICE' ;;
-p) cat printers ;;
esac"#;

impl FakeCups {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = format!("cd '{}' || exit 9\n", folder.path().display());
        let lpoptions = "echo 'PageSize/Sheet: *A4 A5'; echo 'Duplex/Sides: *None DuplexTumble'";
        let commands = Commands::new(&[
            ("lp", &format!("{at}{LP}")),
            ("lpstat", &format!("{at}{LPSTAT}")),
            (
                "cancel",
                &format!(
                    "{at}echo \"$*\" >> cancelled; [ ! -f stubborn ] || {{ cat stubborn >&2; exit 1; }}"
                ),
            ),
            ("lpoptions", lpoptions),
        ]);
        let fake = Self { commands, folder };
        fake.sets("queues", "OFFICE\n");
        fake.sets("waiting", "")
            .sets("over", "")
            .sets("printers", "printer OFFICE is idle.  enabled since t\n");
        fake
    }

    pub fn printer(&self) -> Printer {
        // No server listens there, whatever the machine has.
        let printer = self.commands.printer(Duration::from_secs(10));
        printer.with_variable("CUPS_SERVER", "/nonexistent").looking_every(Duration::from_millis(1))
    }

    /// Turns it: from now on a file says something else.
    pub fn sets(&self, name: &str, words: &str) -> &Self {
        let part = self.folder.path().join("part");
        fs::write(&part, words).unwrap();
        fs::rename(part, self.folder.path().join(name)).unwrap();
        self
    }

    pub fn reads(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }

    /// How many documents came out.
    pub fn count(&self) -> usize {
        self.reads("count").trim().parse().unwrap_or(0)
    }
}

/// Waits until there is news of that kind; a test whose news never comes fails after half a minute.
pub fn news<T>(spool: &Spool, wanted: impl Fn(&News) -> Option<T>) -> T {
    for _ in 0..15_000 {
        match spool.try_recv() {
            Some(news) => {
                if let Some(found) = wanted(&news) {
                    return found;
                }
            }
            None => std::thread::park_timeout(Duration::from_millis(2)),
        }
    }
    panic!("no such news; jobs: {:?}", spool.jobs())
}

/// Waits until a job has come to a state.
pub fn state(spool: &Spool, id: JobId, wanted: impl Fn(&JobState) -> bool) -> JobCard {
    news(spool, |news| match news {
        News::Job(card) if card.id == id && wanted(&card.state) => Some((**card).clone()),
        _ => None,
    })
}

fn started(fake: &FakeCups, desk: &Path) -> Spool {
    Spool::start(fake.printer(), desk.to_owned(), job().made)
}

fn is_done(state: &JobState) -> bool {
    *state == JobState::Done
}

#[test]
fn a_job_is_done_when_the_queue_says_so_and_not_before() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    let card = news(&spool, |news| match news {
        News::Job(card) if card.request.is_some() => Some((**card).clone()),
        _ => None,
    });
    assert_eq!((&card.state, card.request.as_deref()), (&JobState::Printing, Some("OFFICE-1")));
    let (sentence, is_well) = Lang::Vi.job_news(&card).unwrap();
    assert!(is_well && sentence.starts_with("Đã gửi máy in. Tệp: "), "{sentence}");

    fake.sets("waiting", "OFFICE-1 u 1 t\n\tStatus: Page 1\n\tAlerts: job-printing\n");
    let words = news(&spool, |news| match news {
        News::Words(card) => Some(card.words.clone()),
        _ => None,
    });
    assert_eq!(words, "Page 1");

    fake.sets("over", "OFFICE-1 u 1 t\n\tAlerts: job-completed-successfully\n").sets("waiting", "");
    let done = state(&spool, id, is_done);
    assert_eq!((done.attempts, done.path), (1, Some(desk.path().join("papers/tally-2026-11-21.pdf"))));
    assert_eq!(fake.reads("printed-1"), "%PDF-1.7 made up");
    assert_eq!(spool.jobs().len(), 1);
}

#[test]
fn a_queue_that_is_stopped_shows_its_words_and_gives_the_job_back() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    fake.sets("printers", "printer OFFICE disabled since t -\n\tout of paper\n");
    let id = spool.submit(job());
    state(&spool, id, |state| *state == JobState::Printing);
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("waiting", "OFFICE-1 u 1 t\n\tAlerts: none\n");
    let waiting = state(&spool, id, |state| *state == JobState::Waiting);
    assert_eq!(waiting.words, "out of paper");
    assert!(waiting.can_cancel() && !waiting.can_retry());
    assert!(Lang::Vi.job_news(&waiting).unwrap().0.contains("(hết giấy)"));
    spool.cancel(id);
    let cancelled = state(&spool, id, |state| *state == JobState::Cancelled);
    assert_eq!(fake.reads("cancelled"), "OFFICE-1\n");
    assert!(cancelled.can_retry() && !cancelled.can_cancel());
}

#[test]
fn a_cancel_that_comes_too_late_changes_nothing() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    fake.sets("stubborn", "cancel: cancel-job failed: Job #1 is already completed");
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    spool.cancel(id);
    news(&spool, |news| matches!(news, News::Words(card) if card.words.contains("already")).then_some(()));
    fake.sets("over", "OFFICE-1 u 1 t\n\tAlerts: job-completed-successfully\n").sets("waiting", "");
    state(&spool, id, is_done);
}

#[test]
fn what_the_printing_system_gives_up_fails_in_its_words_and_is_printed_again_when_asked() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("over", "OFFICE-1 u 1 t\n\tStatus: Filter failed\n\tAlerts: aborted-by-system\n")
        .sets("waiting", "");
    let failed = state(&spool, id, JobState::is_final);
    assert_eq!(failed.state, JobState::Failed(Fault::Refused("Filter failed".to_owned())));
    assert!(
        Lang::Vi
            .job_news(&failed)
            .unwrap()
            .0
            .contains("máy in báo: không đổi được tài liệu sang ngôn ngữ của máy in")
    );
    // Asked twice by a nervous finger, it is printed once.
    spool.retry(id);
    spool.retry(id);
    news(&spool, |news| {
        matches!(news, News::Job(card) if card.request.as_deref() == Some("OFFICE-2")).then_some(())
    });
    fake.sets("over", "OFFICE-2 u 1 t\n\tAlerts: job-completed-successfully\n").sets("waiting", "");
    assert_eq!(state(&spool, id, is_done).attempts, 2);
    spool.retry(id);
    spool.finish();
    assert_eq!(fake.count(), 2);
    assert_eq!(fake.reads("printed-2"), "%PDF-1.7 made up");
}

#[test]
fn a_printer_that_vanishes_in_the_middle_is_named() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("queues", "").sets("waiting", "");
    let failed = state(&spool, id, JobState::is_final);
    assert_eq!(failed.state, JobState::Failed(Fault::Vanished { queue: "OFFICE".to_owned() }));
    assert!(Lang::En.job_news(&failed).unwrap().0.contains("was removed"));
}

#[test]
fn a_request_that_the_queue_has_forgotten_is_not_called_printed() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("waiting", "");
    assert_eq!(state(&spool, id, JobState::is_final).state, JobState::Failed(Fault::Unclear));
}

#[test]
fn a_printing_system_that_stops_answering_is_given_up_and_not_called_printed() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("mute", "");
    let failed = state(&spool, id, JobState::is_final);
    assert_eq!(failed.state, JobState::Failed(Fault::Unclear));
    assert!(failed.can_retry() && Fault::Unclear.may_have_printed());
}

#[test]
fn an_idle_desk_asks_nothing() {
    let (fake, desk) = (FakeCups::new(), tempfile::tempdir().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut spool = started(&fake, desk.path());
    let id = spool.submit(job());
    fake.sets("over", "OFFICE-1 u 1 t\n\tAlerts: job-completed-successfully\n");
    news(&spool, |news| matches!(news, News::Job(card) if card.request.is_some()).then_some(()));
    fake.sets("waiting", "");
    state(&spool, id, is_done);
    let asked = fake.reads("asked");
    // Other jobs come and go, time enough for many looks at a pause of a millisecond.
    for _ in 0..20 {
        let target = Target::Folder(folder.path().to_owned());
        let id = spool.submit(Job { target, ..job() });
        state(&spool, id, is_done);
    }
    assert_eq!(fake.reads("asked"), asked);
}

#[test]
fn the_list_of_printers_comes_as_news() {
    let fake = FakeCups::new();
    let desk = tempfile::tempdir().unwrap();
    fake.sets("queues", "OFFICE\nROOM2\n");
    fake.sets(
        "printers",
        "printer OFFICE is idle.  enabled\nprinter ROOM2 disabled since t -\n\tout of paper\n",
    );
    let mut spool = started(&fake, desk.path());
    spool.ask_printers();
    let cards = news(&spool, |news| match news {
        News::Printers(cards) => Some(cards.clone().unwrap()),
        _ => None,
    });
    let papers = ["A4", "A5"].map(str::to_owned).to_vec();
    let office = PrinterCard {
        name: "OFFICE".to_owned(),
        is_default: true,
        readiness: Readiness::Idle,
        words: String::new(),
        papers,
        has_duplex: true,
    };
    let stopped = PrinterCard {
        name: "ROOM2".to_owned(),
        is_default: false,
        readiness: Readiness::Stopped,
        words: "out of paper".to_owned(),
        ..office.clone()
    };
    assert_eq!(cards, [office, stopped]);
    // Where there is no printing system there are no printers; that is no fault.
    let nothing = Printer::in_folders(vec![PathBuf::from("/nonexistent")], Duration::from_secs(1));
    let mut spool = Spool::start(nothing, desk.path().to_owned(), job().made);
    spool.ask_printers();
    news(&spool, |news| (*news == News::Printers(Ok(Vec::new()))).then_some(()));
}
