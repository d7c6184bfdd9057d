//! Files that the program is given: only a plain file under its limit is read, and whatever is wrong is said.

use std::fs;
use std::process::Command;

use super::Shell;

const WRONG: &str = "station = 3\nlang = \"en\"\n[print]\nreport = \"folder:C:\\Users\\mai\"\n";

#[test]
fn settings_that_are_damaged_are_told_and_left_as_they_are_by_what_only_looks() {
    let shell = Shell::new();
    shell.set_up();
    let config = shell.folder().join("config.toml");
    for (text, told) in [
        (vec![0; 20], "config.toml, có chỗ sai: dòng 1"),
        (vec![0xff; 20], "không phải văn bản UTF-8"),
        (b"station = 500\n".to_vec(), "dòng 1: station không thể là 500"),
        (WRONG.as_bytes().to_vec(), "line 4: cannot be read (put Windows paths in single quotes)"),
    ] {
        fs::write(&config, &text).unwrap();
        let ran = shell.run(&["tally"]);
        assert!(ran.code == 0 && ran.err.contains(told), "{}", ran.err);
        assert_eq!(fs::read(&config).unwrap(), text);
    }
}

#[test]
fn what_never_ends_or_is_too_large_is_refused_wherever_a_file_is_read() {
    let shell = Shell::new();
    shell.set_up();
    let at = |name: &str| shell.folder().join(name).display().to_string();
    assert!(Command::new("/usr/bin/mkfifo").arg(at("pipe")).status().unwrap().success());
    fs::File::create(at("large")).unwrap().set_len(10_000_000_000).unwrap();
    fs::create_dir(at("folder")).unwrap();
    let refuses = |arguments: &[&str], words: &str| {
        let ran = shell.run(arguments);
        assert!(ran.code == 1 && ran.err.contains(words), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{arguments:?}");
    };
    for path in [at("pipe"), "/dev/zero".to_owned(), at("folder"), at("large")] {
        for command in ["check", "import"] {
            refuses(&["catalogue", command, &path], "Không đọc được danh mục");
        }
        refuses(&["catalogue", "export", &path], "đã có và khác");
        refuses(&["forms", "check", &path], "không đọc được");
        if path != at("folder") {
            refuses(&["merge", &path], "không phải tệp của motcua");
        }
    }
    // In place of the settings and of a form: the desk goes on.
    fs::remove_file(shell.folder().join("config.toml")).unwrap();
    fs::create_dir(at("forms")).unwrap();
    for name in ["config.toml", "forms/tally.toml"] {
        assert!(Command::new("/usr/bin/mkfifo").arg(at(name)).status().unwrap().success());
    }
    let ran = shell.run(&["tally"]);
    assert!(ran.code == 0 && ran.err.contains("không phải tệp thường"), "{}", ran.err);
    refuses(&["forms", "check"], "không phải tệp thường");
    refuses(&["forms", "export", "tally"], "tally.toml");
}
