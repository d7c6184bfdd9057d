//! What speed is measured on: `cargo bench`. Figures first, then ratios against the machine's own limit in the same run.
//!
//! | figure | aim |
//! |---|---|
//! | `key_to_frame`: a key to a drawn frame, 500 visits today, 120×40 | under 3 ms |
//! | `command`: a durable command with 500 visits today, reload included | under 2 ms |
//! | `key_in_1_000_entries`: a key in the search over 1,000 entries, with and without the frame | under 2 ms |
//! | ratio: the same to a key over the program's own entries | at most 10 |
//! | `key_to_frame`: a key to a drawn frame, 120×40, 500 and 2,000 visits today, all of the latter waiting | under 3 and 5 ms |
//! | `command`: a durable command, reload included, with 500 and 2,000 visits today | under 2 and 10 ms |
//! | `called_and_put_back`: the order worked out twice over 2,000 who wait, two commands and a reload | under 20 ms |
//! | `intake_to_frame`: a key in the form that gives a number, 2,000 waiting, to a drawn frame | under 5 ms |
//! | `number_in_a_full_room`: a number given with 2,000 waiting, with the reload | under 10 ms |
//! | `four_processes` on one file, 2,000 visits that day: durable commands a second, together | at least 200 |
//! | ratio: its transaction to a bare one that writes the same rows with the same pragmas | at most 3 |
//! | `first_frame`: program start to the first frame, empty and 500,000 visits | under 30 ms; ratio at most 1.3 |
//! | `start_process`: the same as a process in a terminal, until its first frame is there | under 10 ms |
//! | `tally_today`: the day's tally on 500,000 visits | under 5 ms |
//! | `tally_pdf_process`: `motcua tally --format pdf` as a whole process on them | under 50 ms |
//! | `tally_month`: a month's tally on them, as the desk counts it | under 50 ms |
//! | ratio: the same to the same queries in the sqlite3 shell | at most 1.1 |
//! | `check`: the whole of that file looked through | under 5 s |
//! | `year_report_pdf`: a year's report of them, with the year before, to the pages | under 1 s |
//!
//! One figure alone: `cargo bench --bench speed -- key_to_frame`, and likewise any other name; the ratios are asked for as
//! `ratios`, the four processes as `four_processes`.
//!
//! The file of 500,000 visits is made once and kept in the target folder; making it takes about a minute on an idle machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that cannot go on has failed"
)]

#[path = "speed/bare.rs"]
mod bare;
#[path = "speed/crowd.rs"]
mod crowd;
#[path = "speed/entries.rs"]
mod entries;
#[path = "speed/ground.rs"]
mod ground;
#[path = "speed/ratios.rs"]
mod ratios;
#[path = "speed/shell.rs"]
mod shell;
#[path = "speed/start.rs"]
mod start;
#[path = "speed/years.rs"]
mod years;

use std::time::Duration;

use divan::Bencher;
use motcua::desk::Command;
use motcua::domain::{Calendar, Span, SpanKind};
use motcua::lang::Lang;
use motcua::papers::forms::{Forms, usual_for};
use motcua::papers::{Format, paper_as};
use motcua::store::{Access, Store};
use motcua::ui::Event;
use motcua::ui::key::{Key, Stroke};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    if crowd::is_one_of_four() {
        return;
    }
    let names: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let own = [ratios::NAME, crowd::NAME];
    // What is not divan's is asked for by its whole name.
    if names.is_empty() || names.iter().any(|name| !own.contains(&name.as_str())) {
        divan::main();
    }
    let is_trial =
        std::env::args().skip(1).any(|argument| argument.starts_with("--") && argument != "--bench");
    let is_asked = |own: &str| !is_trial && (names.is_empty() || names.iter().any(|name| name == own));
    if is_asked(ratios::NAME) {
        ratios::print();
    }
    if is_asked(crowd::NAME) {
        crowd::print();
    }
}

/// A hand that is not in a hurry: a second between two keys.
#[derive(Default)]
struct Hand {
    at: Duration,
}

impl Hand {
    fn press(&mut self, key: Key) -> Event {
        self.at += Duration::from_secs(1);
        Event::Stroke(Stroke::typed(key, self.at))
    }
}

#[divan::bench(args = [500, 2_000])]
fn key_to_frame(bencher: Bencher<'_, '_>, visits: usize) {
    let (_folder, desk) = if visits == 500 { ground::busy_day(500) } else { ground::full_room(visits) };
    let mut console = ground::console(desk);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut hand = Hand::default();
    let keys = Key::script("<Down><Down><Up>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        console.handle(hand.press(*next.next().unwrap()));
        terminal.draw(|frame| console.render(frame)).unwrap();
    });
}

/// The form says how long the wait would be: it asks where a new party would stand.
#[divan::bench]
fn intake_to_frame(bencher: Bencher<'_, '_>) {
    let (_folder, desk) = ground::full_room(2_000);
    let mut console = ground::console(desk);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut hand = Hand::default();
    console.handle(hand.press(Key::f(2)));
    let keys = Key::script("<F6><F6>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        console.handle(hand.press(*next.next().unwrap()));
        terminal.draw(|frame| console.render(frame)).unwrap();
    });
}

#[divan::bench(sample_count = 40, sample_size = 1)]
fn number_in_a_full_room(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk) = ground::full_room(2_000);
    bencher.bench_local(|| {
        desk.execute(ground::plain_number()).unwrap();
        desk.load().unwrap()
    });
}

#[divan::bench]
fn key_in_a_search_to_frame(bencher: Bencher<'_, '_>) {
    let (_folder, desk) = ground::busy_day(500);
    let mut console = ground::console(desk);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut hand = Hand::default();
    console.handle(hand.press(Key::f(2)));
    let keys = Key::script("k<Backspace>c<Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        console.handle(hand.press(*next.next().unwrap()));
        terminal.draw(|frame| console.render(frame)).unwrap();
    });
}

#[divan::bench(args = ["k", "khai si", "lam giay khai sinh cho chau", "khia snih", "thu"])]
fn key_in_1_000_entries(bencher: Bencher<'_, '_>, typed: &str) {
    let (finder, habits) = entries::finder();
    bencher.bench_local(|| finder.find(typed, &habits));
}

#[divan::bench]
fn key_in_1_000_entries_to_frame(bencher: Bencher<'_, '_>) {
    let (_folder, desk) = ground::busy_day(50);
    let (folder, catalogue) = (desk.folder().to_owned(), entries::catalogue());
    drop(desk);
    let mut console = ground::console(ground::desk_with(&folder, std::rc::Rc::new(catalogue)));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut hand = Hand::default();
    console.handle(hand.press(Key::f(2)));
    let keys = Key::script("khai<Backspace><Backspace><Backspace><Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        console.handle(hand.press(*next.next().unwrap()));
        terminal.draw(|frame| console.render(frame)).unwrap();
    });
}

#[divan::bench(args = [500, 2_000])]
fn command(bencher: Bencher<'_, '_>, visits: usize) {
    let (_folder, mut desk) = ground::busy_day(visits);
    let assist = ground::assist_in_hand(&mut desk);
    bencher.bench_local(|| {
        desk.execute(Command::ToggleStep { assist, step: 0 }).unwrap();
        desk.load().unwrap()
    });
}

#[divan::bench]
fn called_and_put_back(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk) = ground::full_room(2_000);
    bencher.bench_local(|| {
        let visit = desk.execute(Command::CallNext(None)).unwrap().visit.unwrap();
        desk.execute(Command::PutBack(visit)).unwrap();
        desk.load().unwrap()
    });
}

#[divan::bench]
fn number_given(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk) = ground::busy_day(500);
    bencher.bench_local(|| {
        desk.execute(ground::plain_number()).unwrap();
        desk.undo().unwrap();
        desk.load().unwrap()
    });
}

#[divan::bench(args = ["empty", "500,000 visits"], sample_count = 40)]
fn first_frame(bencher: Bencher<'_, '_>, file: &str) {
    let large = ground::large();
    let empty = ground::empty();
    let folder = if file == "empty" { empty.path() } else { large.as_path() };
    bencher.bench_local(|| ground::first_frame(folder));
}

#[divan::bench(args = ["empty", "500,000 visits"], sample_count = 40, sample_size = 1)]
fn start_process(bencher: Bencher<'_, '_>, file: &str) {
    let (large, empty) = (ground::large(), ground::empty());
    let folder = if file == "empty" { empty.path() } else { large.as_path() };
    bencher.bench_local(|| start::to_first_frame(folder));
}

#[divan::bench(sample_count = 40)]
fn tally_today(bencher: Bencher<'_, '_>) {
    let large = ground::large();
    let store = Store::open(&large.join(motcua::config::DATABASE), Access::ReadOnly).unwrap();
    let catalogue = ground::catalogue();
    let day = ground::last_day(&store);
    bencher.bench_local(|| {
        motcua::domain::tally::Tally::count(&store.facts(day, day.at(23, 59)).unwrap(), &catalogue)
    });
}

#[divan::bench(sample_count = 40)]
fn tally_month(bencher: Bencher<'_, '_>) {
    let desk = ground::desk_over(&ground::large());
    let day = ground::LAST_FULL_MONTH.parse().unwrap();
    let month = Span::of(SpanKind::Month, Calendar::Civil, day);
    bencher.bench_local(|| desk.tally(month).unwrap());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn check(bencher: Bencher<'_, '_>) {
    let store = Store::open(&ground::large().join(motcua::config::DATABASE), Access::ReadOnly).unwrap();
    bencher.bench_local(|| {
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
    });
}

#[divan::bench(sample_count = 10)]
fn year_report_pdf(bencher: Bencher<'_, '_>) {
    let desk = ground::desk_over(&ground::large());
    let day = ground::LAST_FULL_YEAR.parse().unwrap();
    let year = Span::of(SpanKind::Year, Calendar::Civil, day);
    let (forms, _) = Forms::load(None);
    let form = forms.get(usual_for(year)).unwrap();
    bencher.bench_local(|| {
        // The period before is counted, too: the report compares.
        let report = desk.report(year).unwrap();
        let pdf = paper_as(Format::Pdf, form, &report, Lang::Vi).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    });
}

#[divan::bench(sample_count = 20)]
fn tally_pdf_process(bencher: Bencher<'_, '_>) {
    let large = ground::large();
    let store = Store::open(&large.join(motcua::config::DATABASE), Access::ReadOnly).unwrap();
    let day = ground::last_day(&store).to_string();
    bencher.bench_local(|| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_motcua"))
            .args(["tally", "--format", "pdf", "--day", &day, "--data"])
            .arg(&large)
            .output()
            .unwrap();
        assert!(output.status.success() && output.stdout.starts_with(b"%PDF"));
    });
}
