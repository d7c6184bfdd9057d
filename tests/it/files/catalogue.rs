//! The file that the first program read its catalogue from, at the first start of this one.

use std::fs;

use motcua::desk::catalogue::{BUILT_IN, CatalogueError, FILE, IMPORTED, OldFile};
use motcua::domain::{Code, Op};
use motcua::text::Lang;

use crate::world::World;

/// The catalogue that came with the first program.
const FIRST: &str = include_str!("procedures-0.1.toml");

/// A world whose folder has that old file.
fn with(text: impl AsRef<[u8]>) -> World {
    let world = World::set_up();
    fs::write(world.folder().join(FILE), text).unwrap();
    world
}

/// What the desk of that folder makes of the file, and the entries that are its own afterwards.
fn taken_over(world: &World) -> (OldFile, String) {
    let mut desk = world.desk(1);
    let old = desk.take_over_old_file().unwrap();
    (old, desk.catalogue_now().unwrap().to_toml())
}

fn as_it_came() -> String {
    World::set_up().desk(1).catalogue_now().unwrap().to_toml()
}

#[test]
fn a_file_that_nobody_edited_is_left_and_not_read() {
    let windows = format!("\u{feff}{}", FIRST.replace('\n', "\r\n"));
    for text in [FIRST, BUILT_IN, windows.as_str()] {
        let world = with(text);
        let (old, catalogue) = taken_over(&world);
        assert!(matches!(old, OldFile::Left), "{old:?}");
        assert_eq!(catalogue, as_it_came());
        assert_eq!(fs::read_to_string(world.folder().join(FILE)).unwrap(), text);
        assert!(!world.folder().join(IMPORTED).exists());
    }
    assert!(matches!(taken_over(&World::set_up()).0, OldFile::Left));
}

#[test]
fn what_was_edited_is_imported_once_and_the_rest_follows_the_program() {
    let edited = FIRST.replacen("short.vi = \"Khai sinh\"", "short.vi = \"Khai sinh ở xã\"", 1);
    let world = with(format!("\u{feff}{}", edited.replace('\n', "\r\n")));
    let mut desk = world.desk(1);
    let old = desk.take_over_old_file().unwrap();
    let OldFile::Imported { added: 0, changed: 1, file } = &old else { panic!("{old:?}") };
    assert_eq!(*file, world.folder().join(IMPORTED));
    assert!(file.exists() && !world.folder().join(FILE).exists());
    for lang in [Lang::Vi, Lang::En] {
        assert!(lang.old_file(&old).contains(IMPORTED));
    }
    let today = world.clock.day();
    let entry = desk.journal(today, 1).unwrap().remove(0);
    assert_eq!(entry.op, Op::CatalogueImported { added: 0, changed: 1 });
    assert!(matches!(desk.take_over_old_file().unwrap(), OldFile::Left));
    // One step to undo, and every other entry is the one that comes with the program.
    let birth = Code::new("1.001193");
    desk.load().unwrap();
    assert_eq!(desk.catalogue().get(&birth).unwrap().short.vi, "Khai sinh ở xã");
    desk.undo().unwrap();
    assert_eq!(desk.catalogue_now().unwrap().to_toml(), as_it_came());
}

#[test]
fn a_file_with_a_flaw_is_told_with_its_line_and_left_alone() {
    let line = |text: &str| FIRST.lines().position(|line| line.contains(text)).unwrap() + 1;
    let birth = line("code = \"1.001193\"");
    for (from, to, line, word) in [
        ("code = \"1.001193\"", "code = \"1.001193", birth, "string"),
        ("code = \"1.001193\"", "cod = \"1.001193\"", birth, "cod"),
        ("code = \"1.001193\"", "code = 1001193", birth, "code"),
        ("code = \"1.001193\"", "code = \"KHAC\"", birth, "KHAC"),
        ("short.vi = \"Khai sinh\"", "short.vi = \"\"", line("short.vi = \"Khai sinh\""), "short"),
        ("series = \"A\"", "series = \"AA\"", line("series = \"A\""), "series"),
    ] {
        let broken = FIRST.replacen(from, to, 1);
        let world = with(&broken);
        let (old, catalogue) = taken_over(&world);
        for (lang, line_word) in [(Lang::Vi, "dòng"), (Lang::En, "line")] {
            let sentence = lang.old_file(&old);
            let path = world.folder().join(FILE);
            assert!(sentence.contains(&path.display().to_string()), "{sentence}");
            assert!(sentence.contains(&format!("{line_word} {line}:")), "{to}: line {line}, {sentence}");
            assert!(sentence.contains(word), "{to}: {word}, {sentence}");
            assert!(!sentence.contains('\n'), "{sentence}");
        }
        assert_eq!(catalogue, as_it_came());
        assert_eq!(fs::read_to_string(world.folder().join(FILE)).unwrap(), broken);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_left_alone() {
    let not_text = with(b"code = \"\xff\xfe\"");
    let folder = World::set_up();
    fs::create_dir(folder.folder().join(FILE)).unwrap();
    for world in [not_text, folder] {
        let (old, catalogue) = taken_over(&world);
        assert!(matches!(old, OldFile::Unused(CatalogueError::File(..))), "{old:?}");
        let (vi, en) = (Lang::Vi.old_file(&old), Lang::En.old_file(&old));
        assert!(vi.contains(FILE) && en.contains(FILE) && vi != en);
        assert_eq!(catalogue, as_it_came());
        assert!(world.folder().join(FILE).exists());
        let day = world.clock.day();
        assert_eq!(world.desk(1).journal(day, 9).unwrap().len(), 1);
    }
}
