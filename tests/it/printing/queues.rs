//! Queues that deliver, stop, are removed, or were never there.

use std::net::TcpListener;

use motcua::domain::printer::Target;
use motcua::domain::printing::{Fault, JobState};
use motcua::lang::Lang;
use motcua::print::Spool;
use tempfile::TempDir;

use super::cups::{Cups, listener, made, slip, until, until_state};

/// A port on which nobody listens.
fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn started(cups: &Cups) -> (Spool, TempDir) {
    let desk = TempDir::new().unwrap();
    (Spool::start(cups.printer(), desk.path().to_owned(), made()), desk)
}

#[test]
fn a_raw_queue_delivers_every_byte_as_it_is() {
    let Some(cups) = Cups::running() else { return };
    let (port, reader) = listener();
    let queue = cups.raw_queue(port);
    let (mut spool, _desk) = started(&cups);
    let job = slip(queue.target());
    let id = spool.submit(job.clone());
    until_state(&spool, id, &JobState::Done);
    assert_eq!(reader.join().unwrap(), job.document.bytes());
}

#[test]
fn a_queue_that_does_not_exist_fails_in_the_words_of_cups() {
    let Some(cups) = Cups::running() else { return };
    let (mut spool, _desk) = started(&cups);
    let id = spool.submit(slip(Target::Raw { queue: "NOT-THERE".to_owned() }));
    let failed = until(&spool, id, |card| card.state.is_final());
    let JobState::Failed(Fault::Refused(words)) = &failed.state else { panic!("{failed:?}") };
    assert!(words.contains("does not exist"), "{words}");
    let (said, _) = Lang::Vi.job_news(&failed).unwrap();
    assert!(said.contains("máy tính không có máy in này nữa"), "{said}");
}

#[test]
fn a_queue_that_is_stopped_waits_with_its_reason_and_can_be_cancelled() {
    let Some(cups) = Cups::running() else { return };
    let queue = cups.raw_queue(closed_port());
    queue.stop("roll is empty");
    let (mut spool, _desk) = started(&cups);
    let id = spool.submit(slip(queue.target()));
    let waiting = until(&spool, id, |card| card.state == JobState::Waiting && !card.words.is_empty());
    assert_eq!(waiting.words, "roll is empty");
    assert!(cups.run("lpstat", &["-o", &queue.name]).contains(waiting.request.as_deref().unwrap()));
    spool.cancel(id);
    until_state(&spool, id, &JobState::Cancelled);
    assert_eq!(cups.run("lpstat", &["-o", &queue.name]), "");
}

#[test]
fn a_job_that_is_cancelled_at_the_printer_is_shown_as_cancelled() {
    let Some(cups) = Cups::running() else { return };
    let queue = cups.raw_queue(closed_port());
    queue.stop("roll is empty");
    let (mut spool, _desk) = started(&cups);
    let id = spool.submit(slip(queue.target()));
    let waiting = until_state(&spool, id, &JobState::Waiting);
    cups.run("cancel", &[waiting.request.as_deref().unwrap()]);
    until_state(&spool, id, &JobState::Cancelled);
}

#[test]
fn a_printer_that_is_off_is_told_in_the_words_of_cups() {
    let Some(cups) = Cups::running() else { return };
    let queue = cups.raw_queue(closed_port());
    let (mut spool, _desk) = started(&cups);
    let id = spool.submit(slip(queue.target()));
    let told = until(&spool, id, |card| card.words.contains("not exist or is unavailable"));
    assert_eq!(told.state, JobState::Printing);
    spool.cancel(id);
    until_state(&spool, id, &JobState::Cancelled);
}

#[test]
fn a_queue_that_is_removed_in_the_middle_fails_its_jobs() {
    let Some(cups) = Cups::running() else { return };
    let queue = cups.raw_queue(closed_port());
    queue.stop("roll is empty");
    let (mut spool, _desk) = started(&cups);
    let id = spool.submit(slip(queue.target()));
    until_state(&spool, id, &JobState::Waiting);
    queue.remove();
    let failed = until(&spool, id, |card| card.state.is_final());
    assert_eq!(failed.state, JobState::Failed(Fault::Vanished { queue: queue.name.clone() }));
}

#[test]
fn what_waits_in_a_queue_is_followed_by_the_next_run_and_printed_once() {
    let Some(cups) = Cups::running() else { return };
    let (port, reader) = listener();
    let queue = cups.raw_queue(port);
    queue.stop("roll is empty");
    let (mut spool, desk) = started(&cups);
    let job = slip(queue.target());
    let id = spool.submit(job.clone());
    until_state(&spool, id, &JobState::Waiting);
    spool.finish();
    let spool = Spool::start(cups.printer(), desk.path().to_owned(), made());
    queue.go_on();
    let done = until_state(&spool, id, &JobState::Done);
    assert_eq!((done.attempts, reader.join().unwrap()), (1, job.document.bytes().to_vec()));
    assert_eq!(cups.run("lpstat", &["-W", "completed", "-o", &queue.name]).lines().count(), 1);
}
