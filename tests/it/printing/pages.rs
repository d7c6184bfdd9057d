//! Pages that a PDF queue has printed.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use motcua::domain::printing::{JobState, PaperKind, Readiness};
use motcua::lang::Lang;
use motcua::papers::{Format, tally_as};
use motcua::print::{Job, News, Spool};
use tempfile::TempDir;

use super::cups::{Cups, PDF_QUEUE, made, until, until_state};
use crate::world::World;

/// The queue keeps only its last page: those who look at it take turns.
static TURN: Mutex<()> = Mutex::new(());

/// The words of a PDF.
fn words(pdf: &Path) -> Vec<String> {
    let output = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().split_whitespace().map(str::to_owned).collect()
}

/// The tally of an open desk.
fn tally() -> Vec<u8> {
    let world = World::open();
    let report = world.desk(1).report(world.clock.day()).unwrap();
    tally_as(Format::Pdf, &report, Lang::Vi).unwrap()
}

#[test]
fn a_tally_goes_to_the_default_printer_and_comes_out_as_it_is() {
    let Some(cups) = Cups::running() else { return };
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let desk = TempDir::new().unwrap();
    let mut spool = Spool::start(cups.printer(), desk.path().to_owned(), made());
    let name = "tally-2026-11-21.pdf".to_owned();
    let id = spool.submit(Job::pdf(PaperKind::Tally, "motcua-2026-11-21".to_owned(), name, tally(), made()));
    let sent = until(&spool, id, |card| card.request.is_some());
    assert!(sent.request.unwrap().starts_with(PDF_QUEUE));
    let done = until_state(&spool, id, &JobState::Done);
    let (kept, printed) = (words(&done.path.unwrap()), words(&cups.page()));
    assert!(kept.len() > 100, "{kept:?}");
    assert_eq!(kept, printed);
}

#[test]
fn the_command_line_prints_the_same_way() {
    let Some(cups) = Cups::running() else { return };
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let desk = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_motcua"))
            .args(arguments)
            .env("MOTCUA_DATA", desk.path())
            .envs(cups.environment())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["demo", "--days", "1", "--per-day", "5", "--seed", "7", "--no-open"]);
    let said = run(&["tally", "--print"]);
    // What lp answers is English, and tells a volunteer nothing.
    assert!(said.starts_with("Đã gửi máy in. Tệp: "), "{said}");
    while !cups.run("lpstat", &["-o", PDF_QUEUE]).is_empty() {
        std::thread::park_timeout(std::time::Duration::from_millis(50));
    }
    let kept: Vec<_> = std::fs::read_dir(desk.path().join("papers")).unwrap().collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(words(&kept[0].as_ref().unwrap().path()), words(&cups.page()));
}

#[test]
fn the_printers_are_listed_with_what_they_offer() {
    let Some(cups) = Cups::running() else { return };
    let raw = cups.raw_queue(9);
    raw.stop("no roll");
    let desk = TempDir::new().unwrap();
    let mut spool = Spool::start(cups.printer(), desk.path().to_owned(), made());
    spool.ask_printers();
    let cards = loop {
        match spool.try_recv() {
            Some(News::Printers(cards)) => break cards.unwrap(),
            Some(other) => panic!("{other:?}"),
            None => std::thread::park_timeout(std::time::Duration::from_millis(10)),
        }
    };
    let card = |name: &str| cards.iter().find(|card| card.name == name).unwrap();
    let pdf = card(PDF_QUEUE);
    assert!(pdf.is_default && pdf.has_duplex, "{pdf:?}");
    assert!(["A4", "A5"].iter().all(|paper| pdf.papers.iter().any(|offered| offered == paper)), "{pdf:?}");
    let raw = card(&raw.name);
    assert_eq!((raw.readiness, raw.words.as_str()), (Readiness::Stopped, "no roll"));
    assert!(!raw.is_default && !raw.has_duplex && raw.papers.is_empty(), "{raw:?}");
}
