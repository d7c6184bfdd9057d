//! `motcua forms`, as a person at a desk uses it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use motcua::papers::forms::{self, Forms};
use tempfile::TempDir;

struct Shell {
    home: TempDir,
}

impl Shell {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn form(&self, file: &str) -> PathBuf {
        self.home.path().join("data").join(forms::FOLDER).join(file)
    }

    /// The exit code, the output and the error output.
    fn run(&self, arguments: &[&str]) -> (i32, Vec<u8>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_motcua"))
            .arg("forms")
            .args(arguments)
            .env_clear()
            .env("HOME", self.home.path())
            .env("MOTCUA_DATA", self.home.path().join("data"))
            .env("PATH", self.home.path())
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
    }
}

#[test]
fn forms_are_written_out_once_and_a_changed_one_is_left_alone() {
    let shell = Shell::new();
    let (code, out, _) = shell.run(&["export"]);
    assert_eq!((code, String::from_utf8(out).unwrap().lines().count()), (0, Forms::names().count()));
    assert_eq!(shell.run(&["check"]).0, 0);
    let tally = shell.form("tally.toml");
    assert_eq!(fs::read_to_string(&tally).unwrap(), forms::built_in("tally").unwrap());
    fs::write(&tally, "# mine\n").unwrap();
    let (code, _, error) = shell.run(&["export"]);
    assert_eq!(code, 1);
    assert!(error.contains("tally.toml") && error.contains("--force"), "{error}");
    assert_eq!(fs::read_to_string(&tally).unwrap(), "# mine\n");
    assert_eq!(shell.run(&["export", "tally", "--force"]).0, 0);
    assert_eq!(fs::read_to_string(&tally).unwrap(), forms::built_in("tally").unwrap());
}

#[test]
fn a_wrong_form_is_told_with_file_and_line() {
    let shell = Shell::new();
    assert_eq!(shell.run(&["export", "tally"]).0, 0);
    let tally = shell.form("tally.toml");
    let text = fs::read_to_string(&tally).unwrap().replace("kind = \"proof\"", "kind = \"prof\"");
    let line = text.lines().position(|line| line.contains("\"prof\"")).unwrap() + 1;
    fs::write(&tally, text).unwrap();
    fs::write(shell.form("ticket-old.toml"), "").unwrap();
    let (code, _, error) = shell.run(&["check"]);
    assert_eq!(code, 1);
    assert!(
        error.contains(&format!("forms/tally.toml, dòng {line}: «kind» không có giá trị «prof»")),
        "{error}"
    );
    assert!(error.contains("forms/ticket-old.toml: không có giấy tờ nào tên «ticket-old»"), "{error}");
    let (code, out, error) = shell.run(&["preview", "tally", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(error.contains(&format!("forms/tally.toml, line {line}: ")), "{error}");
    assert!(String::from_utf8(out).unwrap().contains("The numbers agree"));
    let (code, _, error) = shell.run(&["check", "nowhere.toml"]);
    assert!(code == 1 && error.contains("«nowhere.toml»"), "{error}");
}

#[test]
fn a_preview_needs_no_data_and_leaves_none() {
    let shell = Shell::new();
    let (code, out, error) = shell.run(&["preview", "report-union"]);
    let text = String::from_utf8(out).unwrap();
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(text.contains("BCH ĐOÀN") && text.contains("So với kỳ trước"), "{text}");
    let file = shell.home.path().join("a.pdf");
    let arguments = ["preview", "report-administration", "--format", "pdf", "--out", file.to_str().unwrap()];
    assert_eq!(shell.run(&arguments).0, 0);
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF"));
    assert!(!shell.home.path().join("data").exists());
    let (code, _, error) = shell.run(&["preview", "letter"]);
    assert!(code == 1 && error.contains("statistics, ticket, guidance"), "{error}");
    assert_eq!(shell.run(&[]).0, 2);
}

#[test]
fn a_slip_is_shown_written_out_and_checked_as_other_forms_are() {
    let shell = Shell::new();
    for (name, vi, en) in [("ticket", "PHIẾU SỐ THỨ", "QUEUE NUMBER"), ("guidance", "Phí,", "Fee: ")] {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let (code, out, error) = shell.run(&["preview", name, "--lang", lang]);
            let text = String::from_utf8(out).unwrap();
            assert_eq!((code, error.as_str()), (0, ""));
            assert!(text.contains(words) && text.contains("A012"), "{text}");
        }
        for (format, magic) in [("pdf", "%PDF"), ("docx", "PK"), ("xlsx", "PK")] {
            let file = shell.home.path().join(format!("{name}.{format}"));
            let arguments = ["preview", name, "--format", format, "--out", file.to_str().unwrap()];
            assert_eq!(shell.run(&arguments).0, 0);
            assert!(fs::read(&file).unwrap().starts_with(magic.as_bytes()), "{name} as {format}");
        }
    }
    let guidance = String::from_utf8(shell.run(&["preview", "guidance", "--lang", "en"]).1).unwrap();
    // A procedure and a skill, each with what to check before coming.
    assert_eq!(guidance.matches("To check before you come").count(), 2, "{guidance}");
    assert!(!shell.home.path().join("data").exists());
    assert_eq!(shell.run(&["export", "ticket"]).0, 0);
    let ticket = shell.form("ticket.toml");
    let built_in = fs::read_to_string(&ticket).unwrap();
    fs::write(&ticket, built_in.replace("PHIẾU SỐ THỨ", "MỜI CHỜ SỐ THỨ")).unwrap();
    assert_eq!(shell.run(&["check"]).0, 0);
    assert!(String::from_utf8(shell.run(&["preview", "ticket"]).1).unwrap().contains("MỜI CHỜ SỐ"));
    fs::write(&ticket, built_in.replace("\"ahead\"", "\"fee\"")).unwrap();
    let (code, _, error) = shell.run(&["check"]);
    assert!(code == 1 && error.contains("forms/ticket.toml, dòng ") && error.contains("«fee»"), "{error}");
    let (code, out, error) = shell.run(&["preview", "ticket"]);
    assert!(code == 0 && error.contains("«fee»"), "{error}");
    assert!(String::from_utf8(out).unwrap().contains("PHIẾU SỐ THỨ"));
}

#[test]
fn an_own_form_changes_what_is_shown() {
    let shell = Shell::new();
    fs::create_dir_all(shell.form("")).unwrap();
    let form = "layout = \"union\"\ntitle = { vi = \"BẢNG RIÊNG\", en = \"OUR OWN\" }\n[[block]]\nkind = \"line\"\ntext = { vi = \"Đã giúp {assists} việc.\", en = \"{assists} things.\" }\n";
    fs::write(shell.form("statistics.toml"), form).unwrap();
    let (code, out, error) = shell.run(&["preview", "statistics"]);
    let text = String::from_utf8(out).unwrap();
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(
        text.contains("BẢNG RIÊNG") && text.contains("Đã giúp ") && !text.contains("Theo lĩnh vực"),
        "{text}"
    );
}

#[test]
fn a_slip_is_no_form_of_a_tally() {
    let output = Command::new(env!("CARGO_BIN_EXE_motcua"))
        .args(["tally", "--form", "ticket"])
        .env_clear()
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}
