//! Printing with made-up commands.

#[cfg(test)]
mod following;
#[cfg(test)]
mod restart;
#[cfg(test)]
mod targets;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use super::*;
use crate::domain::Day;
use crate::domain::printer::{SheetSize, Target};
use crate::domain::printing::{Copies, Document, JobState, Options, PaperKind, Readiness, Sides};
use crate::lang::Lang;

/// A folder with made-up commands.
struct Commands(tempfile::TempDir);

impl Commands {
    fn new(scripts: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, script) in scripts {
            let file = folder.path().join(name);
            fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        }
        Self(folder)
    }

    fn printer(&self, patience: Duration) -> Printer {
        Printer::in_folders(vec![self.0.path().join("not-there"), self.0.path().to_owned()], patience)
    }

    fn print(&self, desk: &Path) -> Outcome {
        now(&job(), desk, &self.printer(Duration::from_secs(10)))
    }
}

fn job() -> Job {
    let made = "2026-11-21".parse::<Day>().unwrap().at(17, 4);
    let bytes = b"%PDF-1.7 made up".to_vec();
    Job::pdf(
        PaperKind::Tally,
        "motcua tally – thứ Bảy".to_owned(),
        "tally-2026-11-21.pdf".to_owned(),
        bytes,
        made,
    )
}

const DEFAULT: &str = "echo 'system default destination: VPDF'";
const NO_DEFAULT: &str = r#"[ "$1" = -d ] && { echo "no system default destination"; exit 0; }"#;

#[test]
fn a_printer_takes_the_file_and_its_answer_is_kept() {
    let desk = tempfile::tempdir().unwrap();
    let said = desk.path().join("said");
    let lp = format!(
        r#"for word; do echo "[$word]"; done > '{0}'; echo "lang=$LC_ALL" >> '{0}'; cat "$8" >> '{0}'
echo "request id is VPDF-12 (1 file(s))""#,
        said.display()
    );
    let outcome = Commands::new(&[("lp", &lp), ("lpstat", DEFAULT)]).print(desk.path());
    let path = desk.path().join("papers/tally-2026-11-21.pdf");
    let answer = "request id is VPDF-12 (1 file(s))".to_owned();
    assert_eq!(outcome, Outcome::Printed { answer, path: path.clone() });
    assert_eq!(
        fs::read_to_string(said).unwrap(),
        format!(
            "[-t]\n[motcua tally ? th? B?y]\n[-o]\n[media=A4]\n[-o]\n[sides=one-sided]\n[--]\n[{}]\nlang=C\n%PDF-1.7 made up",
            path.display()
        )
    );
    // The queue's own words are English.
    assert_eq!(Lang::Vi.print_outcome(&outcome), format!("Đã gửi máy in. Tệp: {}", path.display()));
}

#[test]
fn a_printer_that_stands_still_is_not_said_to_print() {
    let desk = tempfile::tempdir().unwrap();
    for (state, why, vi) in [
        ("disabled since Tue -\n\tPaused", "Paused", "đang tạm dừng"),
        ("disabled since Tue -\n\tOut of paper", "Out of paper", "hết giấy"),
        ("disabled since Tue -\n\tKalt", "Kalt", "«Kalt»"),
    ] {
        let lpstat = format!(
            r#"case "$*" in
*-p*) printf 'printer VPDF {state}\n' ;;
*not-completed*) printf 'VPDF-12 u 1 t\n\tStatus: \n\tAlerts: none\n' ;;
*completed*) ;;
*) echo 'system default destination: VPDF' ;;
esac"#
        );
        let outcome =
            Commands::new(&[("lp", "echo 'request id is VPDF-12 (1 file(s))'"), ("lpstat", &lpstat)])
                .print(desk.path());
        assert!(matches!(&outcome, Outcome::Waits { words, .. } if words == why), "{outcome:?}");
        let sentence = Lang::Vi.print_outcome(&outcome);
        assert!(sentence.contains(&format!("máy in đang dừng ({vi})")), "{sentence}");
    }
}

#[test]
fn the_only_printer_is_taken_though_nobody_made_it_the_default() {
    let desk = tempfile::tempdir().unwrap();
    let lpstat = format!("{NO_DEFAULT}\necho OFFICE");
    let outcome = Commands::new(&[("lp", r#"echo "$1 $2""#), ("lpstat", &lpstat)]).print(desk.path());
    assert!(matches!(outcome, Outcome::Printed { answer, .. } if answer == "-d OFFICE"));
}

#[test]
fn a_refusal_is_told_in_the_printers_words_and_the_file_stays() {
    let desk = tempfile::tempdir().unwrap();
    let lpstat = format!("{NO_DEFAULT}\necho ROOM1; echo ROOM2");
    let lp = "echo 'lp: Error - no default destination available.' >&2; exit 1";
    let outcome = Commands::new(&[("lp", lp), ("lpstat", &lpstat)]).print(desk.path());
    let path = desk.path().join("papers/tally-2026-11-21.pdf");
    let reason = Fault::Refused("lp: Error - no default destination available.".to_owned());
    assert_eq!(outcome, Outcome::Failed { path: Some(path.clone()), reason });
    assert_eq!(fs::read(path).unwrap(), b"%PDF-1.7 made up");
    let sentence = Lang::En.print_outcome(&outcome);
    assert!(
        sentence.contains("no default destination available") && sentence.contains("tally-2026-11-21.pdf")
    );
}

#[test]
fn a_printer_that_does_not_answer_is_given_up() {
    let desk = tempfile::tempdir().unwrap();
    let commands = Commands::new(&[("lp", "exec sleep 60"), ("lpstat", DEFAULT)]);
    let patience = Duration::from_millis(150);
    let outcome = now(&job(), desk.path(), &commands.printer(patience));
    let reason = Fault::Silent { program: "lp".to_owned(), waited: patience };
    assert!(
        matches!(&outcome, Outcome::Failed { path: Some(_), reason: told } if *told == reason),
        "{outcome:?}"
    );
}

#[test]
fn a_command_that_leaves_a_child_behind_holds_nobody_up() {
    let desk = tempfile::tempdir().unwrap();
    let lp = "sleep 5 & echo 'request id is X-1'";
    let outcome = Commands::new(&[("lp", lp), ("lpstat", DEFAULT)]).print(desk.path());
    assert!(matches!(outcome, Outcome::Printed { .. }), "{outcome:?}");
}

#[test]
fn without_a_command_or_a_destination_the_file_is_saved() {
    let path = |desk: &Path| desk.join("papers/tally-2026-11-21.pdf");
    let lp = ("lp", "exit 9");
    for scripts in [&[][..], &[lp, ("lpstat", NO_DEFAULT)], &[("lpstat", DEFAULT)]] {
        let desk = tempfile::tempdir().unwrap();
        let outcome = Commands::new(scripts).print(desk.path());
        assert_eq!(outcome, Outcome::Saved { path: path(desk.path()) });
        assert!(Lang::Vi.print_outcome(&outcome).contains("đã lưu tệp"));
    }
}

#[test]
fn a_paper_that_cannot_be_kept_is_not_printed() {
    let desk = tempfile::tempdir().unwrap();
    fs::write(desk.path().join("papers"), "in the way").unwrap();
    let outcome = Commands::new(&[("lp", "echo printed"), ("lpstat", DEFAULT)]).print(desk.path());
    assert!(matches!(outcome, Outcome::Failed { path: None, reason: Fault::Write { .. } }), "{outcome:?}");
}

#[test]
fn copies_and_both_sides_are_asked_for_and_a_roll_has_no_sheet() {
    let desk = tempfile::tempdir().unwrap();
    let commands = Commands::new(&[("lp", r#"echo "$*""#)]);
    let answer = |job: &Job| match now(job, desk.path(), &commands.printer(Duration::from_secs(10))) {
        Outcome::Printed { answer, .. } => answer.split(" --").next().unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    let options = |copies, paper, sides| Options { copies: Copies::new(copies).unwrap(), paper, sides };
    let target = Target::System { queue: Some("OFFICE".to_owned()) };
    let title = "t".to_owned();
    let paper = Job { options: options(3, SheetSize::A5, Sides::Two), target, title, ..job() };
    assert_eq!(answer(&paper), "-d OFFICE -t t -n 3 -o media=A5 -o sides=two-sided-long-edge");
    let roll = Job { options: options(1, SheetSize::Roll, Sides::One), ..paper.clone() };
    assert_eq!(answer(&roll), "-d OFFICE -t t -o sides=one-sided");
    let target = Target::Raw { queue: "TICKET".to_owned() };
    let raw = Job { target, document: Document::Commands(paper.document.bytes().to_vec()), ..paper };
    assert_eq!(answer(&raw), "-d TICKET -t t -n 3 -o raw");
    assert_eq!((Copies::new(0), Copies::new(100)), (None, None));
}
