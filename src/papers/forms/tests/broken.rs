//! Forms that are wrong: what is said, and that the paper is made all the same.

use super::*;

#[test]
fn a_wrong_form_is_told_with_its_line_in_both_languages() {
    let long = "x".repeat(201);
    let cases: [(&str, usize, &str, &str); 22] = [
        (
            "[[block]]\nkind = \"table\"\nof = \"fields\"\ncolumns = [\n  \"name\",\n  \"vists\",\n]",
            8,
            "không có cột «vists» trong bảng «fields»; các cột có: name, visits,",
            "there is no column \"vists\" in the table \"fields\"; its columns are: name, visits,",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"field\"",
            5,
            "«of» không có giá trị «field»; có thể ghi: fields, procedures,",
            "\"of\" does not know \"field\"; it may be: fields,",
        ),
        (
            "[[block]]\nkind = \"tabel\"",
            4,
            "«kind» không có giá trị «tabel»",
            "\"kind\" does not know \"tabel\"",
        ),
        ("[[block]]\nkind = \"table\"", 3, "khối «table» thiếu «of»", "a block \"table\" needs \"of\""),
        (
            "[[block]]\nkind = \"line\"\nof = \"fields\"",
            5,
            "khối «line» không dùng «of»",
            "a block \"line\" does not use \"of\"",
        ),
        (
            "[[block]]\nkind = \"line\"\ntext = { vi = \"Một dòng\" }",
            5,
            "«text» thiếu «en»",
            "\"text\" lacks \"en\"",
        ),
        (
            "[[block]]\nkind = \"line\"\ntext = { en = \"A line\" }",
            5,
            "«text» thiếu «vi»",
            "\"text\" lacks \"vi\"",
        ),
        (
            "[[block]]\nkind = \"line\"\ntext = { vi = \"{visit}\", en = \"\" }",
            5,
            "không có chỗ điền «{visit}»",
            "there is no placeholder \"{visit}\"",
        ),
        (
            "[[block]]\nkind = \"line\"\ntext = { vi = \"{visits\", en = \"\" }",
            5,
            "dấu «{» hoặc «}» lẻ",
            "a single \"{\" or \"}\"",
        ),
        (
            "[[block]]\nkind = \"figures\"\nfigures = [\"visits\", \"people\"]",
            5,
            "«figures» không có giá trị «people»",
            "\"figures\" does not know \"people\"",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"how\"\nrows = 0",
            6,
            "«rows» phải từ 1 đến 1000",
            "\"rows\" must be 1 to 1000",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"how\"\nchart = \"pie\"",
            6,
            "«chart» không có giá trị «pie»; có thể ghi: columns, bars",
            "\"chart\" does not know \"pie\"",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"how\"\ncolumns = [{ id = \"name\", title = { vi = \"Tên\" } }]",
            6,
            "«title» thiếu «en»",
            "\"title\" lacks \"en\"",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"how\"\ncolumns = [{ id = \"name\", width = 3 }]",
            6,
            "viết sai",
            "unknown field `width`",
        ),
        (
            "[[block]]\nkind = \"table\"\nof = \"how\"\ncolumns = [7]",
            6,
            "viết sai",
            "invalid type: integer `7`",
        ),
        (
            "[[block]]\nkind = \"columns\"\nparts = [[{ kind = \"columns\", parts = [] }]]",
            5,
            "«columns» không đặt trong «columns» khác",
            "\"columns\" cannot stand within",
        ),
        (
            "[[signature]]\nrole = { vi = \"\", en = \"\" }\nname = \"me\"",
            5,
            "«name» không có giá trị «me»; có thể ghi: drawn_up_by, leader,",
            "\"name\" does not know \"me\"",
        ),
        (
            "paper = \"a3\"",
            3,
            "«paper» không có giá trị «a3»; có thể ghi: a4,",
            "\"paper\" does not know \"a3\"",
        ),
        ("colour = \"red\"", 3, "viết sai", "unknown field `colour`"),
        ("subject = [1, 2", 3, "viết sai", "cannot be read"),
        (
            "subject = { vi = \"LONG\", en = \"\" }",
            3,
            "«subject» dài 201 chữ, nhiều nhất 200",
            "\"subject\" has 201 letters, at most 200",
        ),
        (
            "[[block]]\nkind = \"blanks\"\nlines = 21",
            5,
            "«lines» phải từ 0 đến 20",
            "\"lines\" must be 0 to 20",
        ),
    ];
    for (rest, line, vi, en) in cases {
        let text = format!("{HEAD}{}", rest.replace("LONG", &long));
        let flaw = parse(&text, "forms/tally.toml").expect_err(rest);
        assert_eq!((flaw.line, flaw.file.as_str()), (line, "forms/tally.toml"), "{rest}: {flaw:?}");
        let (vietnamese, english) = (Lang::Vi.form_flaw(&flaw), Lang::En.form_flaw(&flaw));
        assert!(vietnamese.starts_with(&format!("forms/tally.toml, dòng {line}: ")), "{vietnamese}");
        assert!(vietnamese.contains(vi) && vietnamese.ends_with(". Đang dùng mẫu có sẵn."), "{vietnamese}");
        assert!(english.contains(en) && english.ends_with(". The built-in form is in use."), "{english}");
    }
}

#[test]
fn a_layout_that_nobody_has_is_told() {
    let flaw = parse("layout = \"army\"\ntitle = { vi = \"\", en = \"\" }", "x").unwrap_err();
    assert!(Lang::Vi.form_flaw(&flaw).contains("plain, administration, union"));
}

#[test]
fn ten_thousand_columns_are_refused_in_one_sentence() {
    let columns = "\"name\",".repeat(7_000);
    let text = format!("{HEAD}[[block]]\nkind = \"table\"\nof = \"how\"\ncolumns = [{columns}]");
    let flaw = parse(&text, "forms/tally.toml").unwrap_err();
    assert_eq!(flaw.what, FlawKind::TooManyColumns { table: "how", count: 7_000 });
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join(FOLDER)).unwrap();
    let text = format!(
        "{HEAD}[[block]]\nkind = \"table\"\nof = \"how\"\ncolumns = [{}]",
        "\"name\",".repeat(10_000)
    );
    std::fs::write(folder.path().join(FOLDER).join("tally.toml"), &text).unwrap();
    let (forms, flaws) = Forms::load(Some(folder.path()));
    assert_eq!(flaws.len(), 1);
    assert_eq!(flaws[0].what, FlawKind::Unread(crate::whole_file::Unread::TooLarge { most: MOST_BYTES }));
    let sentence = Lang::Vi.form_flaw(&flaws[0]);
    assert!(sentence.starts_with("forms/tally.toml:") && sentence.contains("65.536 byte"), "{sentence}");
    assert_eq!(forms.get(TALLY), Forms::default().get(TALLY));
    let blocks = "[[block]]\nkind = \"gap\"\n".repeat(41);
    let flaw = parse(&format!("{HEAD}{blocks}"), "x").unwrap_err();
    assert_eq!((flaw.what, flaw.line), (FlawKind::TooManyBlocks(41), 3 + 80));
}

#[test]
fn an_own_form_takes_the_place_of_the_built_in_one_and_a_broken_one_does_not() {
    let folder = tempfile::TempDir::new().unwrap();
    let own = folder.path().join(FOLDER);
    std::fs::create_dir(&own).unwrap();
    let written = |name: &str, text: &[u8]| std::fs::write(own.join(name), text).unwrap();
    written("tally.toml", format!("\u{feff}{HEAD}").as_bytes());
    written("statistics.toml", b"layout = \"plain\"\ntitle = { vi = \"\xff\", en = \"\" }");
    written("report-union.toml", b"");
    let (forms, flaws) = Forms::load(Some(folder.path()));
    assert!(forms.is_own(TALLY) && !forms.is_own(STATISTICS) && !forms.is_own(UNION));
    let files: Vec<(&str, usize)> = flaws.iter().map(|flaw| (flaw.file.as_str(), flaw.line)).collect();
    assert_eq!(files, [("forms/report-union.toml", 1), ("forms/statistics.toml", 2)]);
    let day = Day::small();
    let sheet = sheet(forms.get(TALLY).unwrap(), &day.context(), Lang::Vi);
    assert_eq!(sheet.title[0].text, "Bảng");
    let (forms, flaw) = Forms::load_one(Some(folder.path()), UNION);
    assert!(flaw.is_some() && forms.get(UNION) == Forms::default().get(UNION));
}

#[test]
fn a_form_that_is_a_folder_is_told_and_nothing_else() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir_all(folder.path().join(FOLDER).join("tally.toml")).unwrap();
    let (_, flaw) = Forms::load_one(Some(folder.path()), TALLY);
    assert!(matches!(flaw.unwrap().what, FlawKind::Unread(_)));
}
