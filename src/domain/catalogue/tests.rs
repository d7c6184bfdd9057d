use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::*;
use crate::domain::procedure::Kind;

const HEAD: &str = r#"
series = [{ letter = "A", name = { vi = "Hộ tịch", en = "Civil status" } }]
[[field]]
id = "ho-tich"
series = "A"
name = { vi = "Hộ tịch", en = "Civil status" }
"#;

/// The line of the head of the second entry after [`HEAD`].
const SECOND: usize = 18;

fn entry(code: &str, more: &str) -> String {
    format!(
        "[[procedure]]\ncode = \"{code}\"\nkind = \"skill\"\nfield = \"ho-tich\"\nname = {{ vi = \"a\", en = \"a\" }}\n\
         short = {{ vi = \"a\", en = \"a\" }}\nsteps = {{ vi = [\"một\"], en = [\"one\"] }}\nchannels = []\n\
         online = \"none\"\nvalid_from = 2025-07-01\n{more}\n"
    )
}

fn parse(entries: &[String]) -> Result<Catalogue, CatalogueFlaw> {
    Catalogue::parse(&format!("{HEAD}{}{}", entry("KHAC", ""), entries.concat()))
}

fn code(text: &str) -> Code {
    Code::new(text)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn text_length(key: &'static str, most: usize) -> FlawKind {
    FlawKind::TextLength { code: code("X"), key, most }
}

#[test]
fn a_flaw_names_the_line_of_its_key() {
    let x = |more: &str| entry("X", more);
    let many = |count: usize| format!("[{}]", vec!["\"a\""; count].join(", "));
    // The entry, the line after its head, and what is wrong there.
    let cases: Vec<(String, usize, FlawKind)> = vec![
        (x("valid_until = 2024-01-01"), 10, FlawKind::DatesReversed(code("X"))),
        (entry("KHAC", ""), 1, FlawKind::CodeTwice(code("KHAC"))),
        (entry("a b", ""), 1, FlawKind::CodeShape(code("a b"))),
        (entry("", ""), 1, FlawKind::CodeShape(code(""))),
        (x("papers = { vi = [\"a\"], en = [] }"), 10, FlawKind::UnevenLists(code("X"), "papers")),
        (x("").replace("\"ho-tich\"", "\"lạ\""), 3, FlawKind::UnknownField(code("X"), "lạ".into())),
        (x("").replace("[\"một\"]", "[]").replace("[\"one\"]", "[]"), 6, FlawKind::StepCount(code("X"))),
        (x("").replace("một", &"a".repeat(10_000)), 6, text_length("steps.vi", LONGEST_TEXT)),
        (x("").replace("\"one\"", "\"\""), 6, text_length("steps.en", LONGEST_TEXT)),
        (x("\npapers.vi = [\n\"a\",\n]\npapers.en = [\n\" a\"]"), 14, text_length("papers.en", LONGEST_TEXT)),
        (
            x("").replace("short = { vi = \"a\"", "short = { vi = \"abcdefghijklmnopqrstuvwxyz1\""),
            5,
            text_length("short.vi", LONGEST_SHORT),
        ),
        (x("fee = { vi = \"a\\u0007\", en = \"a\" }"), 10, text_length("fee.vi", LONGEST_TEXT)),
        (x("time_limit.vi = \"a\"\ntime_limit.en = \"\""), 11, text_length("time_limit.en", LONGEST_TEXT)),
        (x(&format!("aliases = [\"{}\"]", "a".repeat(61))), 10, text_length("aliases", LONGEST_ALIAS)),
        (
            x(&format!("aliases = {}", many(31))),
            10,
            FlawKind::TooManyLines { code: code("X"), key: "aliases", most: MOST_ALIASES },
        ),
        (
            x(&format!("before = {{ vi = {0}, en = {0} }}", many(21))),
            10,
            FlawKind::TooManyLines { code: code("X"), key: "before.vi", most: MOST_LINES },
        ),
        (x("check_locally = [\"giá\"]"), 10, FlawKind::UnknownFact(code("X"), "giá".into())),
        (x("working_days = 0"), 10, FlawKind::WorkingDays(code("X"))),
        (x("before_if_not = [\"other\"]"), 10, FlawKind::ReasonsBeside(code("X"))),
        (x("replaced_by = \"Y\""), 10, FlawKind::UnknownSuccessor(code("X"), code("Y"))),
        (x("replaced_by = \"X\""), 10, FlawKind::ReplacesItself(code("X"), "replaced_by")),
        (x("replaces = [\"X\"]"), 10, FlawKind::ReplacesItself(code("X"), "replaces")),
        (x("replaces = [\"KHAC\"]"), 0, FlawKind::NoUnknownNeed),
    ];
    for (bad, below, what) in cases {
        let flaw = parse(std::slice::from_ref(&bad)).unwrap_err();
        let line = if what == FlawKind::NoUnknownNeed { SECOND - 11 } else { SECOND + below };
        assert_eq!(flaw, CatalogueFlaw { line, what }, "{bad}");
    }
}

#[test]
fn a_link_is_an_encrypted_address_of_sensible_length() {
    let with = |link: &str| parse(&[entry("X", &format!("portal = \"{link}\""))]);
    for link in ["https://dichvucong.gov.vn", "https://vneid.gov.vn/a?b=1#c", "https://a.vn/"] {
        assert!(with(link).is_ok(), "{link}");
    }
    let long = format!("https://a.vn/{}", "a".repeat(300));
    for link in [
        "",
        "http://a.vn",
        "https://",
        "https://a",
        "https://a b.vn",
        "https://a.vn/ b",
        "https://ă.vn",
        "https://.vn",
        &long,
    ] {
        let flaw = with(link).unwrap_err();
        assert_eq!(
            flaw,
            CatalogueFlaw { line: SECOND + 10, what: FlawKind::PortalLink(code("X")) },
            "{link}"
        );
    }
}

#[test]
fn a_field_and_a_series_are_checked_where_they_stand() {
    let broken = |from: &str, to: &str| {
        let text = format!("{HEAD}{}", entry("KHAC", ""));
        assert!(text.contains(from));
        Catalogue::parse(&text.replacen(from, to, 1)).unwrap_err()
    };
    let series = "{ letter = \"A\", name = { vi = \"Hộ tịch\", en = \"Civil status\" } }";
    let field =
        "[[field]]\nid = \"ho-tich\"\nseries = \"A\"\nname = { vi = \"Hộ tịch\", en = \"Civil status\" }\n";
    let long = "a".repeat(41);
    let b = Series::new('B').unwrap();
    for (from, to, line, what) in [
        ("series = \"A\"", "series = \"B\"".to_owned(), 5, FlawKind::UnknownSeries("ho-tich".into(), b)),
        (series, format!("{series}, {series}"), 2, FlawKind::SeriesTwice(Series::FIRST)),
        ("\"Civil status\" } }", "\"\" } }".to_owned(), 2, FlawKind::SeriesText(Series::FIRST, "name.en")),
        (field, field.repeat(2), 8, FlawKind::FieldTwice("ho-tich".into())),
        ("\"ho-tich\"", format!("\"{long}\""), 4, FlawKind::FieldText("a".repeat(40), "id")),
        (field, field.replace("Hộ tịch", &long), 6, FlawKind::FieldText("ho-tich".into(), "name.vi")),
    ] {
        assert_eq!(broken(from, &to), CatalogueFlaw { line, what }, "{to}");
    }
}

#[test]
fn a_key_that_is_not_known_is_refused_with_its_line() {
    let text = format!("{HEAD}{}", entry("KHAC", "giá = 3").replace("giá", "price"));
    let flaw = Catalogue::parse(&text).unwrap_err();
    assert_eq!(flaw.line, 17);
    assert!(matches!(flaw.what, FlawKind::Syntax(words) if words.contains("price")));
    let flaw = parse(&[entry("X", "before = { vi = [\"a\"], en = [\"a\"] }\nbefore_if_not = [\"no-luck\"]")]);
    let flaw = flaw.unwrap_err();
    assert_eq!(flaw.line, SECOND + 11);
    assert!(
        matches!(flaw.what, FlawKind::Syntax(words) if words.contains("before_if_not") && words.contains("no-luck"))
    );
}

#[test]
fn a_precondition_names_no_reason_of_an_offices_own() {
    let flaw = parse(&[entry("X", "before = { vi = [\"a\"], en = [\"a\"] }\nbefore_if_not = [\"own-1\"]")]);
    let flaw = flaw.unwrap_err();
    assert_eq!(flaw.line, SECOND + 11);
    assert!(matches!(flaw.what, FlawKind::Syntax(words) if words.contains("own-1")));
}

#[test]
fn a_ring_of_replacements_is_told_with_its_codes_where_it_closes() {
    let ring = |codes: &[&str], entry: &str, key| FlawKind::Cycle {
        codes: codes.iter().map(|one| code(one)).collect(),
        entry: code(entry),
        key,
    };
    let to = |of: &str, new: &str| entry(of, &format!("replaced_by = \"{new}\""));
    let from = |of: &str, old: &str| entry(of, &format!("replaces = [\"{old}\"]"));
    let flaw = parse(&[to("X", "Y"), to("Y", "Z"), to("Z", "X")]).unwrap_err();
    assert_eq!(
        flaw,
        CatalogueFlaw { line: SECOND + 2 * 11 + 10, what: ring(&["X", "Y", "Z"], "Z", "replaced_by") }
    );
    // Both ways of writing it make one ring, and what leads into it is no part of it.
    let flaw = parse(&[to("W", "X"), from("X", "Y"), from("Y", "X")]).unwrap_err();
    assert_eq!(flaw, CatalogueFlaw { line: SECOND + 2 * 11 + 10, what: ring(&["X", "Y"], "Y", "replaces") });
}

#[test]
fn one_code_has_one_successor() {
    let both = [entry("X", "replaced_by = \"Y\""), entry("Y", "replaces = [\"X\"]"), entry("Z", "")];
    assert!(parse(&both).is_ok());
    let two = [entry("X", "replaced_by = \"Y\""), entry("Y", ""), entry("Z", "replaces = [\"X\"]")];
    let what = FlawKind::TwoSuccessors {
        code: code("X"),
        by: Box::new([code("Y"), code("Z")]),
        entry: code("Z"),
        key: "replaces",
    };
    assert_eq!(parse(&two).unwrap_err(), CatalogueFlaw { line: SECOND + 2 * 11 + 10, what });
    // Also a code that has no entry any more.
    assert!(parse(&[entry("X", "replaces = [\"OLD\"]"), entry("Y", "replaces = [\"OLD\"]")]).is_err());
}

#[test]
fn on_the_day_a_law_begins_the_successor_takes_over_by_itself() {
    // Neither of the old entries says when it ends, and one is named only by the new one.
    let new = "replaces = [\"OLD2\", \"GONE\"]";
    let catalogue = parse(&[
        entry("OLD", "replaced_by = \"NEW\""),
        entry("OLD2", ""),
        entry("NEW", new).replace("2025-07-01", "2027-03-01"),
    ])
    .unwrap();
    let offered =
        |on: &str| -> Vec<String> { catalogue.valid_on(day(on)).map(|entry| entry.code.0.clone()).collect() };
    assert_eq!(offered("2027-02-28"), ["KHAC", "OLD", "OLD2"]);
    assert_eq!(offered("2027-03-01"), ["KHAC", "NEW"]);
    let leads =
        |from: &str, on: &str| catalogue.successor_on(&code(from), day(on)).map(|one| one.code.0.clone());
    for old in ["OLD", "OLD2"] {
        assert_eq!(leads(old, "2027-02-28").as_deref(), Some(old));
        assert_eq!(leads(old, "2027-03-01").as_deref(), Some("NEW"));
        assert_eq!(catalogue.last_day(&code(old)), Some(day("2027-02-28")));
        // Its name stays for the tallies of its time.
        assert_eq!(catalogue.get(&code(old)).map(|entry| entry.short.vi.as_str()), Some("a"));
    }
    assert_eq!(leads("NEW", "2027-03-01").as_deref(), Some("NEW"));
    assert_eq!((leads("NEW", "2027-02-28"), leads("GONE", "2027-02-28")), (None, None));
    assert_eq!(leads("GONE", "2027-03-01").as_deref(), Some("NEW"));
    assert_eq!(leads("?", "2027-03-01"), None);
    assert_eq!(catalogue.last_day(&code("NEW")), None);
}

#[test]
fn a_line_of_successors_is_followed_to_the_one_that_is_offered() {
    let from = |of: &str, since: &str, more: &str| entry(of, more).replace("2025-07-01", since);
    let catalogue = parse(&[
        from("X", "2025-07-01", "valid_until = 2025-12-31\nreplaced_by = \"Y\""),
        from("Y", "2026-03-01", "replaced_by = \"Z\""),
        from("Z", "2027-03-01", ""),
    ])
    .unwrap();
    let leads = |on: &str| catalogue.successor_on(&code("X"), day(on)).map(|one| one.code.0.as_str());
    for (on, to) in [
        ("2025-06-30", None),
        ("2025-12-31", Some("X")),
        ("2026-01-01", None),
        ("2026-03-01", Some("Y")),
        ("2027-02-28", Some("Y")),
        ("2027-03-01", Some("Z")),
    ] {
        assert_eq!(leads(on), to, "{on}");
    }
}

#[test]
fn a_local_entry_is_offered_only_where_it_was_turned_on() {
    let catalogue = parse(&[entry("X", "local = true"), entry("Y", "local = true")]).unwrap();
    let offered = |catalogue: &Catalogue| -> Vec<String> {
        catalogue.valid_on(day("2026-11-21")).map(|entry| entry.code.0.clone()).collect()
    };
    assert_eq!(offered(&catalogue), ["KHAC"]);
    assert_eq!(catalogue.all().len(), 3);
    let catalogue = catalogue.with_turned_on(BTreeSet::from([code("Y"), code("?")]));
    assert_eq!(offered(&catalogue), ["KHAC", "Y"]);
    assert_eq!(offered(&catalogue.with(Vec::new()).unwrap()), ["KHAC", "Y"]);
}

#[test]
fn the_desks_own_entries_lie_over_the_others() {
    let catalogue = parse(&[entry("X", "")]).unwrap();
    let mut own = catalogue.get(&code("X")).unwrap().clone();
    own.short.vi = "b".to_owned();
    let new = Procedure { code: code("Y"), ..own.clone() };
    let laid = catalogue.with(vec![new.clone(), own.clone()]).unwrap();
    let codes: Vec<&str> = laid.all().iter().map(|entry| entry.code.0.as_str()).collect();
    assert_eq!(codes, ["KHAC", "X", "Y"]);
    assert_eq!(laid.get(&code("X")), Some(&own));
    assert_eq!(catalogue.with(vec![own.clone(), own.clone()]).unwrap_err(), FlawKind::CodeTwice(code("X")));
    let bad = Procedure { field: "?".to_owned(), ..new };
    assert_eq!(catalogue.with(vec![bad]).unwrap_err(), FlawKind::UnknownField(code("Y"), "?".into()));
}

#[test]
fn five_thousand_entries_are_held_and_one_more_is_refused() {
    let many = |count: usize| {
        let mut entries = String::new();
        for at in 1..count {
            write!(entries, "{}", entry(&format!("X{at}"), &format!("replaces = [\"X{}\"]", at + 1)))
                .unwrap();
        }
        parse(&[entries])
    };
    // Nearly all of them in one line of successors, which is walked once.
    assert_eq!(many(MOST_ENTRIES).map(|catalogue| catalogue.all().len()), Ok(MOST_ENTRIES));
    let flaw = many(MOST_ENTRIES + 1).unwrap_err();
    assert_eq!(flaw, CatalogueFlaw { line: 1, what: FlawKind::TooManyEntries(MOST_ENTRIES + 1) });
}

#[test]
fn the_catalogue_that_came_with_the_program_is_the_same_packed_and_from_its_parts() {
    let parsed = Catalogue::parse(BUILT_IN).unwrap();
    assert_eq!(Catalogue::built_in().unwrap(), parsed);
    let of =
        Catalogue::of(parsed.series().to_vec(), parsed.fields().to_vec(), parsed.all().to_vec()).unwrap();
    assert_eq!(of.all(), parsed.all());
}

#[test]
fn the_built_in_catalogue_is_whole() {
    let catalogue = Catalogue::built_in().unwrap();
    let count = |kind| catalogue.all().iter().filter(|entry| entry.kind == kind).count();
    assert_eq!((count(Kind::Procedure), count(Kind::Skill)), (105, 49));
    assert!(catalogue.all().iter().all(|entry| (5..=8).contains(&entry.step_count())));
}
