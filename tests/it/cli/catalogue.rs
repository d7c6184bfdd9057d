//! `motcua catalogue`: written out, brought in, checked; and everything that is wrong with a file.

use std::fs;

use super::Shell;

const CODE: &str = "1.001193";

/// One entry of the desk's own as a file.
fn own(code: &str, more: &str) -> String {
    format!(
        "[[procedure]]\ncode = \"{code}\"\nkind = \"skill\"\nfield = \"ho-tich\"\nname.vi = \"Việc thử\"\nname.en = \"A try\"\n\
         short.vi = \"Việc thử\"\nshort.en = \"A try\"\nsteps.vi = [\"một\"]\nsteps.en = [\"one\"]\nchannels = []\n\
         online = \"none\"\nvalid_from = 2025-07-01\n{more}\n"
    )
}

impl Shell {
    /// The catalogue in use.
    fn exported(&self) -> String {
        self.does(&["catalogue", "export"]).text()
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.home.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}

#[test]
fn what_is_exported_changes_nothing_when_it_is_imported() {
    let shell = Shell::new();
    let built_in = shell.exported();
    shell.set_up();
    assert_eq!(shell.exported(), built_in);
    assert_eq!(shell.does(&["catalogue", "export", "-", "--own"]).text(), "");
    let path = shell.write("ours.toml", "");
    shell.refuses(&["catalogue", "export", &path], "--force");
    shell.does(&["catalogue", "export", &path, "--force"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), built_in);
    shell.does(&["catalogue", "check", &path]);
    let before = shell.files();
    let ran = shell.does(&["catalogue", "import", &path, "--yes"]);
    assert!(ran.text().contains("Thêm 0, sửa 0, ngừng 0"), "{}", ran.text());
    assert_eq!(shell.files(), before);
}

#[test]
fn an_import_is_shown_first_and_done_when_it_is_said() {
    let shell = Shell::new();
    shell.set_up();
    let built_in = shell.exported();
    let start = built_in.find(&format!("[[procedure]]\ncode = \"{CODE}\"")).unwrap();
    let birth = built_in[start..].split_inclusive("\n\n").next().unwrap();
    let changed = birth.replacen("short.vi = \"Khai sinh\"", "short.vi = \"Khai sinh ở xã\"", 1);
    assert_ne!(birth, changed);
    let path = shell.write("new.toml", format!("{changed}\n{}", own("X1", "")));
    let words: [(&str, [&str; 3]); 2] = [
        ("vi", ["Thêm 1, sửa 1", "short.vi: Khai sinh → Khai sinh ở xã", "+ X1 Việc thử"]),
        ("en", ["1 added, 1 changed", "short.vi: Khai sinh → Khai sinh ở xã", "+ X1 A try"]),
    ];
    let before = shell.files();
    for (lang, words) in words {
        let ran = shell.run(&["catalogue", "import", &path, "--lang", lang]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(
            ran.err.contains("--yes") && words.iter().all(|one| ran.text().contains(one)),
            "{}",
            ran.text()
        );
    }
    assert_eq!(shell.files(), before);
    let ran = shell.does(&["catalogue", "import", &path, "--yes"]);
    assert!(ran.text().contains("Nhập danh mục: thêm 1, sửa 1"), "{}", ran.text());
    let own_part = shell.does(&["catalogue", "export", "--own"]).text();
    assert_eq!(own_part.matches("[[procedure]]").count(), 2);
    assert!(own_part.contains("Khai sinh ở xã") && own_part.contains("\"X1\""));
    shell.does(&["check"]);
    // Another desk takes over what is this one's own.
    let other = Shell::new();
    other.set_up();
    let path = other.write("own.toml", own_part);
    other.does(&["catalogue", "import", &path, "--yes"]);
    assert_eq!(other.exported(), shell.exported());
}

#[test]
fn a_wrong_file_is_told_with_its_line_and_key_and_changes_nothing() {
    let shell = Shell::new();
    shell.set_up();
    let good = shell.write("own.toml", own("X0", ""));
    shell.does(&["catalogue", "import", &good, "--yes"]);
    let in_use = shell.exported();
    let ring = format!("{}{}", own("X1", "replaced_by = \"X2\""), own("X2", "replaced_by = \"X1\""));
    let many: String = (0..5_000).map(|at| own(&format!("Y{at}"), "")).collect();
    let long = own("X1", "").replacen("một", &"a".repeat(10_000), 1);
    let line = |text: &str, what: &str| text.lines().position(|line| line.contains(what)).unwrap() + 1;
    let lone_series = "[[field]]\nid = \"moi\"\nseries = \"Z\"\nname = { vi = \"Mới\", en = \"New\" }\n";
    let cases: Vec<(String, Option<usize>, &str)> = vec![
        (own("X1", "gia = 3"), Some(14), "gia"),
        (own("X1", "working_days = \"ba\""), Some(14), "working_days"),
        (own("X1", "").replace("ho-tich", "la"), Some(4), "la"),
        (ring.clone(), Some(line(&ring, "replaced_by = \"X1\"")), "X1 → X2 → X1"),
        (format!("{}{}", own("X1", ""), own("X1", "")), Some(16), "X1"),
        (lone_series.to_owned(), Some(3), "Z"),
        (many, None, "5.000"),
        (long, Some(9), "steps.vi"),
        ("[[procedure]]\ncode = \"X1\n".to_owned(), Some(2), "string"),
        (own("X1", "replaced_by = \"X9\""), Some(14), "X9"),
        (own("X1", "replaces = [\"KHAC\"]"), None, "KHAC"),
    ];
    for (text, line, word) in cases {
        let path = shell.write("wrong.toml", text);
        for command in ["check", "import"] {
            let asked = ["catalogue", command, path.as_str(), "--yes"];
            let asked = if command == "check" { &asked[..3] } else { &asked[..] };
            shell.refuses(asked, word);
            if let Some(line) = line {
                shell.refuses(asked, &format!("dòng {line}:"));
            }
        }
    }
    let folder = shell.home.path().display().to_string();
    let not_text = shell.write("bytes.toml", b"code = \"\xff\xfe\"");
    for path in [folder.as_str(), not_text.as_str(), "không-có.toml"] {
        shell.refuses(&["catalogue", "check", path], path);
        shell.refuses(&["catalogue", "import", path, "--yes"], path);
    }
    assert_eq!(shell.exported(), in_use);
}
