//! The command line, as other programs rely on it.

mod catalogue;
mod inputs;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use motcua::config::DATABASE;
use motcua::domain::pin::Pin;
use motcua::domain::tally::Tally;
use motcua::domain::{Calendar, Day, Op, Span, SpanKind};
use motcua::ui::keymap::Place;
use tempfile::TempDir;

use crate::harness::Scene;
use crate::world::{HandClock, desk_at};

/// What a run of the program gave.
struct Ran {
    code: i32,
    out: Vec<u8>,
    err: String,
}

impl Ran {
    fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }
}

/// A home and a data folder of one's own, and nothing of the machine's surroundings.
struct Shell {
    home: TempDir,
}

impl Shell {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_motcua"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home.path())
            .env("MOTCUA_DATA", self.folder())
            // No printer, whatever the machine has.
            .env("PATH", self.home.path())
            .current_dir(self.home.path())
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        Ran { code: status.code().unwrap(), out: stdout, err: String::from_utf8(stderr).unwrap() }
    }

    #[track_caller]
    fn does(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        ran
    }

    /// Refused: exit code 1, one sentence on the error output, nothing on the other, nothing written.
    #[track_caller]
    fn refuses(&self, arguments: &[&str], words: &str) {
        let before = self.files();
        let ran = self.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.err);
        assert!(ran.err.starts_with("motcua: ") && ran.err.contains(words), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.err.trim_end().lines().count(), 1, "{}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.text());
        assert_eq!(self.files(), before, "{arguments:?} has written something");
    }

    fn set_up(&self) {
        let ran = self.does(&[
            "init",
            "--office",
            "Trung tâm Phục vụ hành chính công xã Thử",
            "--commune",
            "11824",
            "--team",
            "Đội Thử",
            "--volunteer",
            "Nguyễn Thử Một",
            "--volunteer",
            "Trần Thử Hai",
        ]);
        assert!(ran.text().contains("Đã lưu thông tin trung tâm"), "{}", ran.text());
    }

    /// Every file below the home with its bytes; the write-ahead log's own files come and go.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.home.path(), &mut files);
        files.sort();
        files
    }

    fn today(&self) -> Day {
        let json = self.json(&["tally", "--format", "json"]);
        json["span"]["from"].as_str().unwrap().parse().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_slice(&self.does(arguments).out).unwrap()
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if !path.extension().is_some_and(|end| end == "db-wal" || end == "db-shm") {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn the_office_is_set_up_without_questions_and_once() {
    let shell = Shell::new();
    shell.set_up();
    let mut desk = desk_at(&shell.folder().join(DATABASE), HandClock::at("2026-11-21 08:00"), 1);
    let model = desk.load().unwrap();
    assert_eq!(model.office.unwrap().commune, "11824");
    assert_eq!(model.volunteers.len(), 2);
    assert!(shell.does(&["check"]).text().starts_with("ok"));
    shell.refuses(
        &["init", "--office", "Khác", "--commune", "11824", "--team", "Khác", "--volunteer", "Khác"],
        "đã khai báo rồi",
    );
}

#[test]
fn what_is_refused_writes_nothing() {
    let shell = Shell::new();
    shell.refuses(
        &["init", "--office", "A", "--commune", "99999", "--team", "B", "--volunteer", "C"],
        "Không có xã, phường mang mã «99999»",
    );
    shell.refuses(&["tally"], "");
    shell.refuses(&["check"], "");
    // No terminal, no console.
    shell.refuses(&[], "không phải cửa sổ dòng lệnh");
    shell.refuses(&["--lang", "en"], "This is not a terminal");
    shell.set_up();
    shell.refuses(&["tally", "--day", "2999-01-01"], "chưa bắt đầu");
    shell.refuses(&["tally", "--lang", "en", "--day", "2999-01-01"], "has not begun");
    shell.refuses(&["demo", "--days", "1", "--no-open"], "");
    shell.refuses(&[], "không phải cửa sổ dòng lệnh");
}

#[test]
fn wrong_arguments_are_exit_code_2_with_nothing_on_the_output() {
    let shell = Shell::new();
    for arguments in [
        &["--nope"][..],
        &["nope"],
        &["--station", "0"],
        &["--station", "100"],
        &["--station", "x"],
        &["--lang", "fr"],
        &["tally", "--day", "2026-02-31"],
        &["tally", "--day", "21/11/2026"],
        &["tally", "--format", "xls"],
        &["tally", "--printer", "cups:X"],
        &["tally", "--print", "--copies", "0"],
        &["tally", "--print", "--copies", "10"],
        &["init", "--office", "A"],
        &["init"],
        &["demo", "--days", "0"],
        &["demo", "--days", "-1"],
        &["completions"],
        &["completions", "tcsh?"],
        &["--data"],
    ] {
        let ran = shell.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
        assert!(!ran.err.is_empty() && ran.out.is_empty(), "{arguments:?}");
    }
    assert!(shell.files().is_empty());
}

#[test]
fn help_is_there_for_everything_in_both_languages() {
    let shell = Shell::new();
    for (lang, words) in [
        (
            "vi",
            ["Mã thoát", "Thư mục dữ liệu", "Ghi thông tin trung tâm", "Bảng tổng hợp một ngày, ca, tuần"],
        ),
        (
            "en",
            ["Exit codes", "The data folder", "Set up without questions", "The tally of a day, shift, week"],
        ),
    ] {
        let help = shell.does(&["--lang", lang, "--help"]).text();
        for words in words {
            assert!(help.contains(words), "{words}\n{help}");
        }
        for command in ["init", "demo", "tally", "printers", "check", "completions"] {
            let help = shell.does(&[command, "--lang", lang, "--help"]).text();
            let other = if lang == "vi" { "Show this help" } else { "Xem hướng dẫn này" };
            assert!(help.contains("--data") && !help.contains(other), "{command}\n{help}");
        }
    }
    assert_eq!(shell.does(&["--version"]).text().trim(), concat!("motcua ", env!("CARGO_PKG_VERSION")));
    for of in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(shell.does(&["completions", of]).text().contains("motcua"), "{of}");
    }
    assert!(shell.files().is_empty(), "help and completions write nothing");
}

#[test]
fn the_tally_comes_in_every_form_with_the_same_numbers() {
    let shell = Shell::new();
    let made = shell.does(&["demo", "--days", "3", "--per-day", "40", "--seed", "7", "--no-open"]);
    assert!(made.text().contains("3 ngày"), "{}", made.text());
    assert!(shell.does(&["check"]).text().starts_with("ok"));
    let (day, tally) = whole_day(&shell);
    assert!(tally.visits > 10 && tally.proof.holds());
    let day = day.to_string();

    let json = shell.json(&["tally", "--day", &day, "--format", "json"]);
    assert_eq!(json["figures"]["issued"], tally.proof.issued, "{json:#}");
    let text = shell.does(&["tally", "--day", &day]).text();
    let english = shell.does(&["tally", "--day", &day, "--lang", "en"]).text();
    let csv = shell.does(&["tally", "--day", &day, "--format", "csv"]).text();
    for number in [tally.visits, tally.persons, tally.assists] {
        for (form, text) in [("text", &text), ("english", &english), ("csv", &csv)] {
            assert!(text.contains(&number.to_string()), "{form} has no {number}:\n{text}");
        }
    }
    assert!(text.contains("Số liệu khớp") && english.contains("The numbers agree"));
    assert!(shell.does(&["tally", "--day", &day, "--format", "pdf"]).out.starts_with(b"%PDF"));

    // Into files: the same bytes, and a sentence instead of them.
    for (form, bytes) in [("text", text.into_bytes()), ("csv", csv.into_bytes())] {
        let out = shell.home.path().join(format!("out.{form}"));
        let out = out.to_str().unwrap();
        let ran = shell.does(&["tally", "--day", &day, "--format", form, "--out", out]);
        assert!(ran.text().contains(out), "{}", ran.text());
        let (kept, shown) = (fs::read_to_string(out).unwrap(), String::from_utf8(bytes).unwrap());
        assert_eq!(without_time(&kept), without_time(&shown));
    }
    // Without a printer the page is kept and its path told.
    let printed = shell.does(&["tally", "--day", &day, "--print"]).text();
    assert!(printed.contains(&format!("bang-ngay-{day}.pdf")), "{printed}");
    let page = shell.folder().join("papers").join(format!("bang-ngay-{day}.pdf"));
    assert!(fs::read(page).unwrap().starts_with(b"%PDF"));
}

/// The last day before today on which the desk of the demo was open: it is whole, whatever the hour of the test.
fn whole_day(shell: &Shell) -> (Day, Tally) {
    let (today, desk) =
        (shell.today(), desk_at(&shell.folder().join(DATABASE), HandClock::at("2026-11-21 08:00"), 1));
    let tallies = (1..9).map(|ago| today.minus_days(ago)).map(|day| (day, desk.tally(day).unwrap()));
    tallies.into_iter().find(|(_, tally)| tally.visits > 0).unwrap()
}

/// The lines but for those that tell when the paper was made: the minute may turn between two runs.
fn without_time(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.contains(" lúc ") && !line.contains("printed")).collect()
}

#[test]
fn a_span_is_named_by_any_day_in_it() {
    let shell = Shell::new();
    shell.does(&["demo", "--days", "40", "--per-day", "6", "--no-open"]);
    let today = shell.today();
    let yesterday = today.minus_days(1).to_string();
    let desk = desk_at(&shell.folder().join(DATABASE), HandClock::at(&format!("{today} 23:59")), 1);
    let spans: [(&[&str], SpanKind, Calendar); 7] = [
        (&[], SpanKind::Day, Calendar::Civil),
        (&["--week"], SpanKind::Week, Calendar::Civil),
        (&["--month"], SpanKind::Month, Calendar::Civil),
        (&["--month", "--admin"], SpanKind::Month, Calendar::Administrative),
        (&["--quarter"], SpanKind::Quarter, Calendar::Civil),
        (&["--half-year", "--admin"], SpanKind::HalfYear, Calendar::Administrative),
        (&["--year"], SpanKind::Year, Calendar::Civil),
    ];
    for (words, kind, calendar) in spans {
        let arguments = [&["tally", "--day", &yesterday, "--format", "json"], words].concat();
        let json = shell.json(&arguments);
        let span = Span::of(kind, calendar, today.minus_days(1));
        assert_eq!(json["span"], serde_json::to_value(span).unwrap(), "{words:?}");
        // What is counted may grow while the test runs only when the span holds today.
        if span.until < today {
            assert_eq!(json["figures"]["visits"], desk.tally(span).unwrap().visits, "{words:?}");
        }
        assert_eq!(json["before"].is_null(), kind == SpanKind::Day, "{words:?}");
    }
    let (from, until) = (today.minus_days(20).to_string(), today.minus_days(10).to_string());
    let json = shell.json(&["tally", "--from", &from, "--until", &until, "--format", "json"]);
    assert_eq!((&json["span"]["kind"], &json["span"]["until"]), (&"range".into(), &until.as_str().into()));
    assert!(json["tables"]["course"].as_array().unwrap().iter().all(|row| row["key"] == row["part_of"]));
    shell.refuses(&["tally", "--from", &until, "--until", &from], "Ngày cuối đứng trước ngày đầu");
    shell.refuses(&["tally", "--from", "2999-01-01"], "Ngày cuối đứng trước");
    shell.refuses(&["tally", "--month", "--day", "2999-01-01"], "chưa bắt đầu");
    shell.refuses(&["tally", "--from", "1990-01-01"], "10 năm");
    for wrong in [
        &["tally", "--admin"][..],
        &["tally", "--week", "--month"],
        &["tally", "--week", "--admin"],
        &["tally", "--until", "2026-11-01"],
        &["tally", "--from", "2026-11-01", "--day", "2026-11-01"],
        &["tally", "--shift", "noon"],
        &["tally", "--shift", "1", "--month"],
        &["merge", "a.db", "--shift", "1"],
    ] {
        assert_eq!(shell.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn a_shift_is_named_by_its_part_or_its_place_in_the_day() {
    let shell = Shell::new();
    shell.does(&["demo", "--days", "9", "--per-day", "20", "--no-open"]);
    let today = shell.today();
    let desk = desk_at(&shell.folder().join(DATABASE), HandClock::at(&format!("{today} 23:59")), 1);
    let day = (1..12)
        .map(|ago| today.minus_days(ago))
        .find(|day| desk.shift_spans(*day).unwrap().len() == 2)
        .unwrap();
    let date = day.to_string();
    let visits = |shift: &str| {
        let json = shell.json(&["tally", "--day", &date, "--shift", shift, "--format", "json"]);
        json["figures"]["visits"].as_u64().unwrap()
    };
    let whole =
        shell.json(&["tally", "--day", &date, "--format", "json"])["figures"]["visits"].as_u64().unwrap();
    assert_eq!((visits("morning"), visits("afternoon")), (visits("1"), visits("2")));
    assert_eq!(visits("1") + visits("2"), whole);
    shell.refuses(&["tally", "--day", &date, "--shift", "3"], "1. ca sáng");
    shell.refuses(&["tally", "--day", "2020-01-01", "--shift", "morning"], "không mở ca nào");
    let printed = shell.does(&["tally", "--day", &date, "--shift", "1", "--print"]).text();
    assert!(printed.contains(&format!("bang-ngay-{date}-ca-")), "{printed}");
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_nothing_is_left_lying_about() {
    let shell = Shell::new();
    shell.set_up();
    shell.does(&["tally"]);
    let folder = shell.home.path().to_str().unwrap().to_owned();
    for out in [format!("{folder}/no/such/folder.txt"), folder.clone()] {
        shell.refuses(&["tally", "--out", &out], &format!("Không ghi được «{out}»"));
    }
}

#[test]
fn the_holidays_of_a_year_are_brought_in_from_a_file_and_written_out_again() {
    let shell = Shell::new();
    shell.set_up();
    let file = shell.home.path().join("nghỉ.toml");
    let path = file.to_str().unwrap();
    let table = "years = [2028]\n[[holiday]]\nfrom = 2028-01-03\nuntil = 2028-01-03\nname = { vi = \"Nghỉ bù\", en = \"Day off\" }\nannounced = true\n[[make_up]]\nday = 2028-01-08\n";
    fs::write(&file, table.replace("2028-01-08", "2028-01-07")).unwrap();
    shell.refuses(&["holidays", "import", path], "ngày làm bù 07/01/2028 không phải thứ Bảy");
    fs::write(&file, "years = [2028]\n[[holiday]]\n").unwrap();
    shell.refuses(&["holidays", "import", path], "dòng 2 viết sai");
    shell.refuses(&["holidays", "import", "none.toml"], "không có tệp này");
    fs::write(&file, table).unwrap();
    let told = shell.does(&["holidays", "import", path]).text();
    assert_eq!(told, "Đã nhập lịch nghỉ năm 2028: 1 đợt nghỉ, 1 ngày làm bù.\n");
    // What is written out can be brought in again, and has the years of the program, too.
    let all = shell.does(&["holidays"]).text();
    assert!(all.contains("years = [2026, 2027, 2028]") && all.contains("day = 2028-01-08"), "{all}");
    fs::write(&file, &all).unwrap();
    shell.does(&["holidays", "import", path]);
    assert_eq!(shell.does(&["holidays"]).text(), all);
    shell.does(&["check"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_told_and_one_that_is_closed_is_forgiven() {
    let shell = Shell::new();
    shell.set_up();
    let commands: [&[&str]; 10] = [
        &["completions", "bash"],
        &["tally"],
        &["tally", "--format", "csv"],
        &["catalogue", "export"],
        &["check"],
        &["backup"],
        &["forms", "check"],
        &["holidays"],
        &["--help"],
        &["--version"],
    ];
    for arguments in commands {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = shell.command(arguments).stdout(full).output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{arguments:?}: {told}");
        assert!(
            told.starts_with("motcua: Không ghi được ra màn hình hay tệp nhận: "),
            "{arguments:?}: {told}"
        );
        assert_eq!(told.lines().count(), 1, "{told}");
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        let ran = shell.command(arguments).stdout(closed).output().unwrap();
        assert_eq!((ran.status.code(), ran.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
}

#[test]
fn the_command_line_and_the_screen_show_the_same_numbers() {
    let shell = Shell::new();
    shell.does(&["demo", "--days", "2", "--per-day", "40", "--no-open"]);
    let (day, _) = whole_day(&shell);
    let mut scene = Scene::over_bytes(&fs::read(shell.folder().join(DATABASE)).unwrap());
    // The day after: the made-up days may go on into today, and the clock is never behind the last entry.
    let after = format!("{} 23:00", day.plus_days(1));
    scene.is_in(Place::Today).at(&after).size(82, 200).keys("<F8><PageUp>").is_in(Place::Tally);
    let screen = scene.screen();
    let text = shell.does(&["tally", "--day", &day.to_string()]).text();
    let numbers: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.chars().any(|c| c.is_ascii_digit())).collect();
    assert!(numbers.len() > 10, "{text}");
    // The place and date and the foot tell when the paper was made.
    for line in numbers.iter().filter(|line| !line.contains(" in lúc ") && !line.contains(", ngày ")) {
        assert!(screen.contains(line), "«{line}» is not on the screen:\n{screen}");
    }
}

#[test]
fn a_sentence_comes_in_the_language_that_was_asked_for() {
    let shell = Shell::new();
    let ran = shell.run(&["check", "--lang", "en"]);
    let vi = shell.run(&["check"]);
    assert!(ran.code == 1 && vi.code == 1 && ran.err != vi.err, "{} {}", ran.err, vi.err);
    shell.set_up();
    assert!(shell.does(&["check", "--lang", "en"]).text().contains("visits"));
}

#[test]
fn a_pc_without_a_printer_says_so_and_that_is_no_fault() {
    let shell = Shell::new();
    let said = shell.does(&["printers"]).text();
    assert!(said.contains("Chưa có máy in nào") && said.contains("máy in mặc định, 1 bản"), "{said}");
    let said = shell.does(&["--lang", "en", "printers"]).text();
    assert!(said.contains("There is no printer.") && said.contains("80 mm roll"), "{said}");
}

#[test]
fn a_tally_is_printed_where_the_command_line_or_the_settings_say() {
    let shell = Shell::new();
    shell.set_up();
    let printer = |name: &str| {
        let folder = shell.home.path().join(name);
        fs::create_dir(&folder).unwrap();
        (format!("folder:{}", folder.display()), folder)
    };
    let count = |folder: &Path| fs::read_dir(folder).unwrap().count();
    let (asked, asked_folder) = printer("asked");
    let said = shell.does(&["tally", "--print", "--printer", &asked, "--copies", "2"]).text();
    assert!(said.contains("asked/bang-ngay-"), "{said}");
    assert_eq!(count(&asked_folder), 1);
    let (kept, kept_folder) = printer("kept");
    fs::write(shell.folder().join("config.toml"), format!("[print]\nreport = \"{kept}\"\n")).unwrap();
    shell.does(&["tally", "--print"]);
    assert_eq!((count(&asked_folder), count(&kept_folder)), (1, 1));
    assert!(shell.does(&["printers"]).text().contains(&kept));
    shell.refuses(&["tally", "--print", "--printer", "HP"], "«HP» không phải là máy in");
    // A wrong word in the settings keeps no numbers back, and is told when something is to be printed.
    fs::write(shell.folder().join("config.toml"), "[print]\nreport = \"HP\"\n").unwrap();
    shell.does(&["tally"]);
    shell.refuses(&["tally", "--print"], "«HP» không phải là máy in");
    assert!(shell.does(&["printers"]).text().contains("«HP» không phải là máy in"));
}

#[test]
fn a_forgotten_pin_is_removed_by_who_owns_the_file_and_the_journal_says_so() {
    let shell = Shell::new();
    shell.set_up();
    let file = shell.folder().join(DATABASE);
    let today = shell.today();
    let desk = || desk_at(&file, HandClock::at(&format!("{today} 23:59")), 1);
    desk().set_pin(&Pin::parse("4711").unwrap()).unwrap();
    fs::write(shell.home.path().join("holidays.toml"), shell.does(&["holidays"]).text()).unwrap();
    shell.refuses(&["holidays", "import", "holidays.toml"], "Việc này của trưởng nhóm");
    // A copy takes the hash along, a rescued file does not.
    shell.does(&["check", "--save", "saved.db"]);
    let pins = |file: &Path| {
        let raw = rusqlite::Connection::open(file).unwrap();
        raw.query_row::<i64, _, _>("SELECT count(*) FROM leader_pin", [], |row| row.get(0)).unwrap()
    };
    assert_eq!((pins(&file), pins(&shell.home.path().join("saved.db"))), (1, 0));

    let entries = desk().journal(today, 100).unwrap().len();
    let said = shell.does(&["pin", "--remove"]).text();
    assert!(said.contains("Đã bỏ mã trưởng nhóm"), "{said}");
    let journal = desk().journal(today, 100).unwrap();
    assert_eq!((journal.len(), &journal[0].op), (entries + 1, &Op::PinDropped));
    shell.does(&["holidays", "import", "holidays.toml"]);
    let again = shell.run(&["--lang", "en", "pin", "--remove"]);
    assert!(again.code == 1 && again.err.contains("no leaders' PIN"), "{}", again.err);
    assert_eq!(shell.run(&["pin"]).code, 2);
}
