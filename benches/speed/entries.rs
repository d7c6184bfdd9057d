//! A catalogue of a thousand entries: those of the program, again and again under other codes and with varied names.

use std::fmt::Write;

use motcua::domain::find::{Finder, Habits};
use motcua::domain::{Catalogue, Code, Procedure};

/// How many entries.
const ENTRIES: usize = 1_000;

/// What a copy's names end with, so that the words vary as those of more procedures would.
const WORDS: [&str; 12] = [
    "nông thôn",
    "đường thủy",
    "thú y",
    "lâm nghiệp",
    "chợ đêm",
    "trạm xá",
    "đê điều",
    "nghề muối",
    "thủy lợi",
    "bưu tá",
    "hợp tác xã",
    "làng nghề",
];

/// The catalogue.
pub fn catalogue() -> Catalogue {
    let own = Catalogue::built_in().unwrap();
    let mut copies = Vec::new();
    let originals = own.all().iter().filter(|entry| entry.code.0 != "KHAC").cycle();
    for (number, entry) in (own.all().len()..ENTRIES).zip(originals) {
        let more = format!("{} {}", WORDS[number % WORDS.len()], WORDS[number / 7 % WORDS.len()]);
        let mut copy: Procedure = entry.clone();
        copy.code = Code(format!("9.{number:06}"));
        copy.replaced_by = None;
        copy.replaces.clear();
        copy.name.vi = format!("{} {more}", copy.name.vi);
        // A short name has 26 letters at most.
        let short: String = copy.short.vi.chars().take(22).collect();
        copy.short.vi = format!("{} {}", short.trim_end(), number % 97);
        copy.aliases.iter_mut().for_each(|alias| _ = write!(alias, " {more}"));
        copies.push(copy);
    }
    let catalogue = own.with(copies).unwrap();
    assert_eq!(catalogue.all().len(), ENTRIES);
    catalogue
}

/// A finder over them, and the habits of a desk that has picked every tenth.
pub fn finder() -> (Finder, Habits) {
    let catalogue = catalogue();
    let day = "2026-11-20".parse().unwrap();
    let codes = catalogue.all().iter().map(|entry| entry.code.clone());
    let used = codes.clone().step_by(10).zip(1..).collect::<Vec<(Code, u32)>>();
    let habits = Habits::new(used, codes.step_by(50));
    (Finder::new(&catalogue, day), habits)
}

/// A finder over the entries that came with the program.
pub fn own_finder() -> Finder {
    Finder::new(&Catalogue::built_in().unwrap(), "2026-11-20".parse().unwrap())
}
