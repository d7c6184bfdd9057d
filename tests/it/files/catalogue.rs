//! A catalogue that somebody edited: the line and the key that are wrong, and the file as it was.

use std::fs;

use motcua::desk::catalogue::{BUILT_IN, CatalogueError, FILE, load};
use motcua::text::Lang;

use crate::world::World;

/// The line of the first place where `text` stands in the built-in catalogue.
fn line_of(text: &str) -> usize {
    BUILT_IN.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn the_first_use_makes_the_copy_and_the_next_one_reads_it() {
    let world = World::empty();
    assert_eq!(load(world.folder()).unwrap().all().len(), 154);
    let copy = world.folder().join(FILE);
    assert_eq!(fs::read_to_string(&copy).unwrap(), BUILT_IN);
    assert_eq!(fs::read_dir(world.folder()).unwrap().count(), 1);
    let edited = BUILT_IN.replacen("short.vi = \"Khai sinh\"", "short.vi = \"Khai sinh ở xã\"", 1);
    fs::write(&copy, edited).unwrap();
    let catalogue = load(world.folder()).unwrap();
    assert!(catalogue.all().iter().any(|entry| entry.short.vi == "Khai sinh ở xã"));
}

#[test]
fn an_error_names_its_line_and_its_key_and_leaves_the_file_alone() {
    let birth = line_of("code = \"1.001193\"");
    // What was edited, the line that the sentence must name, and the word.
    for (from, to, line, word) in [
        ("code = \"1.001193\"", "code = \"1.001193", birth, "string"),
        ("code = \"1.001193\"", "cod = \"1.001193\"", birth, "cod"),
        ("code = \"1.001193\"", "code = 1001193", birth, "code"),
        ("code = \"1.001193\"", "code = \"KHAC\"", birth, "KHAC"),
        ("short.vi = \"Khai sinh\"", "short.vi = \"\"", line_of("short.vi = \"Khai sinh\""), "short.vi"),
        ("short.vi = \"Khai sinh\"", "short.vn = \"Khai sinh\"", line_of("short.vi = \"Khai sinh\""), "vn"),
        ("series = \"A\"", "series = \"AA\"", line_of("series = \"A\""), "series"),
        ("id = \"ho-tich\"", "id = \"ho tich\"", line_of("field = \"ho-tich\""), "ho-tich"),
        ("code = \"KHAC\"", "code = \"KHAC2\"", 1, "KHAC"),
    ] {
        let world = World::empty();
        let path = world.folder().join(FILE);
        let broken = BUILT_IN.replacen(from, to, 1);
        assert_ne!(broken, BUILT_IN, "{from}");
        fs::write(&path, &broken).unwrap();
        let error = load(world.folder()).unwrap_err();
        for (lang, line_word) in [(Lang::Vi, "dòng"), (Lang::En, "line")] {
            let sentence = lang.catalogue_error(&error);
            assert!(sentence.contains(&path.display().to_string()), "{sentence}");
            assert!(sentence.contains(&format!("{line_word} {line}:")), "{to}: line {line}, {sentence}");
            assert!(sentence.contains(word), "{to}: {word}, {sentence}");
            assert!(!sentence.contains('\n'), "{sentence}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    }
}

#[test]
fn a_catalogue_saved_by_a_windows_editor_is_read() {
    let world = World::empty();
    let saved = format!("\u{feff}{}", BUILT_IN.replace('\n', "\r\n"));
    fs::write(world.folder().join(FILE), saved).unwrap();
    assert_eq!(load(world.folder()).unwrap().all().len(), 154);
}

#[test]
fn a_catalogue_that_cannot_be_read_or_made_is_named() {
    let world = World::empty();
    let path = world.folder().join(FILE);
    fs::write(&path, b"code = \"\xff\xfe\"").unwrap();
    let not_text = load(world.folder()).unwrap_err();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let folder = load(world.folder()).unwrap_err();
    let missing = load(&world.folder().join("không có")).unwrap_err();
    for error in [not_text, folder, missing] {
        assert!(matches!(error, CatalogueError::File(..)), "{error:?}");
        let (vi, en) = (Lang::Vi.catalogue_error(&error), Lang::En.catalogue_error(&error));
        assert!(vi.contains(FILE) && en.contains(FILE) && vi != en);
    }
}
