//! Targets beside the queues of the printing system, through the spool.

use std::io::Read;
use std::net::TcpListener;

use super::following::state;
use super::*;
use crate::print::device::made_up::MadeUp;

fn nothing() -> Printer {
    Printer::in_folders(Vec::new(), Duration::from_secs(1))
}

fn raw(target: &str) -> Job {
    let bytes = vec![0x1b, b'@', 0, 0xff, b'\n', 0x1d, b'V', 0];
    let (document, kind, file_name) =
        (Document::Commands(bytes), PaperKind::Ticket, "ticket-A-012.bin".to_owned());
    Job { document, kind, file_name, target: target.parse().unwrap(), ..job() }
}

fn card_of(job: Job) -> (JobCard, tempfile::TempDir) {
    let desk = tempfile::tempdir().unwrap();
    let mut spool = Spool::start(nothing(), desk.path().to_owned(), job.made);
    let id = spool.submit(job);
    (state(&spool, id, JobState::is_final), desk)
}

#[test]
fn a_printer_of_the_network_gets_the_bytes_as_often_as_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let target = format!("tcp:{}", listener.local_addr().unwrap());
    let reader = std::thread::spawn(move || {
        let mut heard = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut heard).unwrap();
        heard
    });
    let options = Options { copies: Copies::new(2).unwrap(), ..Options::default() };
    let job = Job { options, ..raw(&target) };
    let (card, desk) = card_of(job.clone());
    assert_eq!(card.state, JobState::Done);
    assert_eq!(reader.join().unwrap(), job.document.bytes().repeat(2));
    assert!(!desk.path().join("papers").exists(), "commands are no paper");
}

#[test]
fn a_device_gets_the_bytes_and_one_that_is_missing_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("lp0");
    let target = |path: &Path| format!("device:{}", path.display());
    let failed = |path: &Path| {
        let (card, _desk) = card_of(raw(&target(path)));
        let (sentence, is_well) = Lang::Vi.job_news(&card).unwrap();
        assert!(!is_well, "{sentence}");
        (card.state, sentence)
    };
    let (state, sentence) = failed(&missing);
    assert!(matches!(state, JobState::Failed(Fault::Device { .. })), "{state:?}");
    assert!(sentence.starts_with("Chưa in được: không mở được máy in"), "{sentence}");
    assert!(!missing.exists());
    fs::write(&missing, "a file").unwrap();
    let (state, sentence) = failed(&missing);
    assert_eq!(state, JobState::Failed(Fault::NoDevice { path: missing.clone() }));
    assert!(sentence.contains("không phải là máy in mà là tệp"), "{sentence}");
    assert_eq!(fs::read_to_string(&missing).unwrap(), "a file");
    let printer = MadeUp::new();
    let job = raw(&target(printer.path()));
    let reading = printer.reads(job.document.bytes().len());
    assert_eq!(card_of(job.clone()).0.state, JobState::Done);
    assert_eq!(reading.join().unwrap(), job.document.bytes());
}

#[test]
fn a_folder_gets_a_file_and_one_that_is_missing_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let target = Target::Folder(folder.path().to_owned());
    let (card, _desk) = card_of(Job { target, ..job() });
    assert_eq!(card.path, Some(folder.path().join("tally-2026-11-21.pdf")));
    assert_eq!(fs::read(card.path.unwrap()).unwrap(), job().document.bytes());
    // A stick that was pulled out.
    let missing = folder.path().join("stick");
    let (card, desk) = card_of(Job { target: Target::Folder(missing.clone()), ..job() });
    assert!(matches!(&card.state, JobState::Failed(Fault::Write { .. })), "{card:?}");
    assert!(!missing.exists());
    assert!(desk.path().join("papers/tally-2026-11-21.pdf").exists());
}

#[test]
fn without_a_printer_a_paper_is_kept_and_commands_fail() {
    let (card, desk) = card_of(job());
    assert_eq!(card.state, JobState::Kept);
    assert_eq!(card.path, Some(desk.path().join("papers/tally-2026-11-21.pdf")));
    assert_eq!(card_of(raw("")).0.state, JobState::Failed(Fault::NoPrinter));
    assert_eq!(card_of(raw("raw:TICKET")).0.state, JobState::Failed(Fault::NoPrinter));
    let named = Target::System { queue: Some("OFFICE".to_owned()) };
    assert_eq!(card_of(Job { target: named, ..job() }).0.state, JobState::Failed(Fault::NoPrinter));
}

#[test]
fn a_pdf_is_not_sent_as_commands() {
    for target in ["raw:TICKET", "tcp:127.0.0.1:9", "device:/dev/null"] {
        let (card, _desk) = card_of(Job { target: target.parse().unwrap(), ..job() });
        assert_eq!(card.state, JobState::Failed(Fault::OnlyRaw), "{target}");
    }
}

#[test]
fn a_name_that_leads_elsewhere_is_refused() {
    let (card, desk) = card_of(Job { file_name: "../x.pdf".to_owned(), ..job() });
    assert_eq!(card.state, JobState::Failed(Fault::Name("../x.pdf".to_owned())));
    assert!(!desk.path().join("x.pdf").exists());
}
