//! Jobs that outlive the program, and consoles that share a folder.

use super::following::{FakeCups, news, state};
use super::*;
use crate::domain::trouble::Trouble;
use crate::print::lane::{DAYS_DONE, DAYS_FAILED, Lane};

fn card(id: u64, state: JobState) -> JobCard {
    JobCard { state, ..JobCard::new(JobId(id), &job()) }
}

/// A desk on which an earlier run has left jobs.
fn left(cards: &[JobCard]) -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let lane = Lane::claim(desk.path()).unwrap();
    for card in cards {
        lane.add(card, format!("document {}", card.id.0).as_bytes()).unwrap();
    }
    desk
}

/// A printing system that prints at once and cannot be asked.
fn blind(count: &Path) -> Commands {
    Commands::new(&[(
        "lp",
        &format!(
            "for file; do :; done; printf '%s\n' \"$(cat \"$file\")\" >> '{}'; echo ok",
            count.display()
        ),
    )])
}

fn start(commands: &Commands, desk: &Path) -> Spool {
    Spool::start(commands.printer(Duration::from_secs(10)), desk.to_owned(), job().made)
}

fn states(spool: &Spool) -> Vec<(u64, JobState)> {
    spool.jobs().into_iter().map(|card| (card.id.0, card.state)).collect()
}

#[test]
fn a_card_comes_back_from_its_file_whatever_its_state() {
    let fault = Fault::Cut { target: "10.0.0.1:9100".to_owned(), sent: 3, of: 9, reason: Trouble::BrokenOff };
    let silent = Fault::Silent { program: "lp".to_owned(), waited: Duration::from_millis(20_500) };
    let states = [
        JobState::Queued,
        JobState::Waiting,
        JobState::Printing,
        JobState::Done,
        JobState::Kept,
        JobState::Cancelled,
        JobState::Failed(Fault::Unclear),
        JobState::Failed(Fault::Refused("it says \"no\"\n = 1".to_owned())),
        JobState::Failed(fault),
        JobState::Failed(silent),
    ];
    for state in states {
        let card = JobCard { target: "tcp:[::1]:9100".parse().unwrap(), ..card(7, state) };
        let text = toml::to_string(&card).unwrap();
        assert_eq!(toml::from_str::<JobCard>(&text).unwrap(), card, "{text}");
    }
}

#[test]
fn after_a_power_cut_what_was_queued_goes_on_and_what_was_being_sent_waits_for_a_person() {
    let printed = tempfile::NamedTempFile::new().unwrap();
    let commands = blind(printed.path());
    let desk = left(&[card(1, JobState::Printing), card(2, JobState::Queued), card(3, JobState::Done)]);
    let spool = start(&commands, desk.path());
    state(&spool, JobId(2), |state| *state == JobState::Done);
    let unclear = JobState::Failed(Fault::Unclear);
    assert_eq!(states(&spool), [(3, JobState::Done), (2, JobState::Done), (1, unclear.clone())]);
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "document 2\n");
    let told = Lang::Vi.job_news(&spool.jobs()[2]).unwrap();
    assert!(!told.1 && told.0.contains("không rõ đã in hay chưa"), "{told:?}");
    spool.finish();
    // It stays so at every start until somebody asks.
    let mut spool = start(&commands, desk.path());
    spool.retry(JobId(1));
    spool.finish();
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "document 2\ndocument 1\n");
    let spool = start(&commands, desk.path());
    spool.finish();
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "document 2\ndocument 1\n");
}

#[test]
fn what_a_queue_had_already_is_asked_about_and_not_sent_again() {
    let fake = FakeCups::new();
    fake.sets("over", "OFFICE-9 u 1 t\n\tAlerts: job-completed-successfully\n");
    let desk =
        left(&[JobCard { request: Some("OFFICE-9".to_owned()), attempts: 1, ..card(1, JobState::Printing) }]);
    let spool = Spool::start(fake.printer(), desk.path().to_owned(), job().made);
    assert_eq!(state(&spool, JobId(1), |state| *state == JobState::Done).attempts, 1);
    assert_eq!(fake.count(), 0);
}

#[test]
fn two_consoles_on_one_folder_print_every_job_once() {
    let printed = tempfile::NamedTempFile::new().unwrap();
    let commands = blind(printed.path());
    let desk = left(&[card(1, JobState::Queued), card(2, JobState::Queued), card(3, JobState::Queued)]);
    let mut spools: Vec<Spool> = (0..4).map(|_| start(&commands, desk.path())).collect();
    for spool in &mut spools {
        spool.submit(Job { document: Document::Pdf(b"document of its own".to_vec()), ..job() });
    }
    let ended: usize = spools.into_iter().map(|spool| spool.finish().len()).sum();
    assert!(ended > 0);
    let text = fs::read_to_string(printed.path()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    let own = "document of its own";
    assert_eq!(lines, ["document 1", "document 2", "document 3", own, own, own, own]);
}

#[test]
fn a_console_does_not_touch_what_another_one_holds_and_takes_over_what_nobody_does() {
    let printed = tempfile::NamedTempFile::new().unwrap();
    let commands = blind(printed.path());
    let desk = tempfile::tempdir().unwrap();
    let first = Lane::claim(desk.path()).unwrap();
    let second = Lane::claim(desk.path()).unwrap();
    second.add(&card(5, JobState::Queued), b"of the second").unwrap();
    // Both are held: the third has a lane of its own and nothing to do.
    assert_eq!(start(&commands, desk.path()).finish(), []);
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "");
    // The second console ends without a word.
    drop(second);
    drop(first);
    start(&commands, desk.path()).finish();
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "of the second\n");
}

#[test]
fn old_jobs_are_forgotten_and_so_is_half_a_job() {
    let desk = left(&[
        card(1, JobState::Done),
        card(2, JobState::Cancelled),
        card(3, JobState::Failed(Fault::Unclear)),
        card(4, JobState::Kept),
        card(5, JobState::Queued),
    ]);
    let lane = Lane::claim(desk.path()).unwrap();
    let folder = desk.path().join("spool/1");
    fs::write(folder.join("00000000000000000009.document"), "half a job").unwrap();
    fs::write(folder.join("00000000000000000008.toml"), "of a later version").unwrap();
    let ids = |days: i64| -> Vec<u64> {
        let now = job().made.plus_seconds(days * 24 * 3600 + 1);
        lane.jobs(now).into_iter().map(|card| card.id.0).collect()
    };
    assert_eq!(ids(DAYS_DONE - 1), [1, 2, 3, 4, 5]);
    assert_eq!(ids(DAYS_DONE), [3, 5]);
    assert_eq!(ids(DAYS_FAILED), [5]);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let kept =
        ["00000000000000000005.document", "00000000000000000005.toml", "00000000000000000008.toml", "lock"];
    assert_eq!(names, kept);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_the_job_can_be_tried_again() {
    let printed = tempfile::NamedTempFile::new().unwrap();
    let commands = blind(printed.path());
    let desk = tempfile::tempdir().unwrap();
    let in_the_way = desk.path().join("spool");
    fs::write(&in_the_way, "in the way").unwrap();
    let mut spool = start(&commands, desk.path());
    let id = spool.submit(job());
    let failed = state(&spool, id, JobState::is_final);
    assert!(matches!(&failed.state, JobState::Failed(Fault::Write { .. })), "{failed:?}");
    // The paper itself could be kept.
    assert_eq!(failed.path, Some(desk.path().join("papers/tally-2026-11-21.pdf")));
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "");
    fs::remove_file(&in_the_way).unwrap();
    spool.retry(id);
    state(&spool, id, |state| *state == JobState::Done);
    assert_eq!(fs::read_to_string(printed.path()).unwrap(), "%PDF-1.7 made up\n");
}

#[test]
fn what_waits_behind_a_printer_that_is_off_stays_for_the_next_start() {
    let desk = left(&[card(1, JobState::Queued), card(2, JobState::Queued)]);
    let fake = FakeCups::new();
    fake.sets("refuse", "lp: Error - off");
    let spool = Spool::start(fake.printer(), desk.path().to_owned(), job().made);
    spool.finish();
    let lane = Lane::claim(desk.path()).unwrap();
    let left: Vec<JobState> = lane.jobs(job().made).into_iter().map(|card| card.state).collect();
    assert_eq!(left, [JobState::Failed(Fault::Refused("lp: Error - off".to_owned())), JobState::Queued]);
}

#[test]
fn a_job_that_is_cancelled_in_time_is_not_sent_and_an_old_one_is_printed_anew() {
    let desk = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    // The first job holds the printer until the test lets it go.
    let hold = folder.path().join("hold");
    fs::write(&hold, "").unwrap();
    let out = folder.path().join("out");
    let lp = format!(
        "while [ -f '{}' ]; do sleep 0.02; done; for file; do :; done; cat \"$file\" >> '{}'; echo ok",
        hold.display(),
        out.display()
    );
    let commands = Commands::new(&[("lp", &lp)]);
    let mut spool = start(&commands, desk.path());
    let first = spool.submit(Job { document: Document::Pdf(b"first".to_vec()), ..job() });
    state(&spool, first, |state| *state == JobState::Printing);
    let second = spool.submit(Job { document: Document::Pdf(b"second".to_vec()), ..job() });
    let third = spool.submit(Job { document: Document::Pdf(b"third".to_vec()), ..job() });
    spool.cancel(second);
    fs::remove_file(&hold).unwrap();
    state(&spool, third, |state| *state == JobState::Done);
    assert_eq!(fs::read_to_string(&out).unwrap(), "firstthird");
    assert_eq!(spool.reprint(JobId(1), None, job().made), None);
    let papers = Target::Folder(folder.path().to_owned());
    let again = spool.reprint(first, Some(papers), job().made).unwrap();
    assert!(again > third);
    let card = state(&spool, again, |state| *state == JobState::Done);
    assert_eq!(fs::read_to_string(card.path.unwrap()).unwrap(), "first");
    let states: Vec<JobState> = spool.jobs().into_iter().map(|card| card.state).collect();
    assert_eq!(states, [JobState::Done, JobState::Done, JobState::Cancelled, JobState::Done]);
    let mut told = 0;
    while spool.try_recv().is_some() {
        told += 1;
    }
    assert_eq!(told, 0, "news after everything was told");
    spool.ask_printers();
    news(&spool, |news| matches!(news, News::Printers(_)).then_some(()));
}
