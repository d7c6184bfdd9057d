use super::*;
use crate::domain::{Agreed, Catalogue, Code};
use crate::papers::forms::built_in_guidance;
use crate::papers::layout::tests::stands_right;
use crate::papers::tally::sample;
use crate::papers::{layout, raster, text};

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

/// By the form that comes with the program.
fn sheet(slip: &GuidanceSlip, lang: Lang, paper: Paper) -> Sheet {
    super::sheet(slip, built_in_guidance(), lang, paper)
}

fn slip<'a>(office: &'a Office, topics: &'a [Topic<'a>]) -> GuidanceSlip<'a> {
    let day: Day = "2026-11-21".parse().unwrap();
    GuidanceSlip {
        office,
        ticket: Some(sample::ticket('A', 12)),
        topics,
        come_back: Some(Agreed::on(day.plus_days(2))),
        lets_by: None,
        hours: Some("7:30–11:30, 13:30–17:00, thứ Hai–thứ Sáu"),
        given: day.at(8, 5),
        version: "motcua 0.1.0",
    }
}

/// The slip of a made-up desk for one procedure, as text of 80 columns.
fn about_one(code: &str, has: &[usize], lang: Lang) -> String {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let topics = [Topic { procedure: catalogue.get(&Code::new(code)).unwrap(), has }];
    text::render(&sheet(&slip(&desk.office, &topics), lang, Paper::A5), 80)
}

/// The slip of a made-up desk for a birth and for a digital skill.
fn printed(lang: Lang) -> String {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let topic = |code, has| Topic { procedure: catalogue.get(&Code::new(code)).unwrap(), has };
    let topics = [topic("1.001193", &[1, 2]), topic("KN01", &[])];
    text::render(&sheet(&slip(&desk.office, &topics), lang, Paper::A5), 80)
}

/// What a slip says of the fee.
fn fee(procedure: &Procedure, lang: Lang) -> String {
    let (form, office) = (built_in_guidance(), Office::default());
    let fee = form.blocks().iter().find(|block| block.fact == GuidanceFact::Entry(Fact::Fee)).unwrap();
    let given = "2026-11-21".parse::<Day>().unwrap().at(8, 5);
    let ink = SlipInk { office: &office, ticket: None, given, version: "", lang };
    let blocks = Entry { procedure, ink, reader: Reader::Citizen(&[]) }.blocks(Fact::Fee, fee);
    blocks.first().map(|block| format!("{block:?}")).unwrap_or_default()
}

#[test]
fn guidance_in_vietnamese() {
    insta::assert_snapshot!(printed(Lang::Vi));
}

#[test]
fn guidance_in_english() {
    insta::assert_snapshot!(printed(Lang::En));
}

#[test]
fn what_is_there_is_ticked_and_what_is_missing_is_not() {
    let words = about_one("1.001193", &[1], Lang::Vi);
    assert!(words.contains("[x] Giấy chứng sinh") && words.contains("[ ] Giấy tờ tùy thân"), "{words}");
}

#[test]
fn a_fee_that_the_catalogue_does_not_know_is_never_free() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let mut procedure = catalogue.get(&Code::new("1.001193")).unwrap().clone();
    procedure.fee = None;
    let topics = [Topic { procedure: &procedure, has: &[] }];
    let words = text::render(&sheet(&slip(&desk.office, &topics), Lang::Vi, Paper::A5), 80);
    assert!(words.contains("Phí, lệ phí: theo quy định của tỉnh"), "{words}");
    for entry in catalogue.all() {
        let said = fee(entry, Lang::Vi);
        assert_eq!(
            said.contains("miễn phí"),
            entry.fee.as_ref().is_some_and(|fee| fee.vi.starts_with("Miễn phí"))
        );
    }
}

#[test]
fn a_fact_that_was_not_verified_is_marked_or_says_whom_to_ask() {
    let catalogue = catalogue();
    for entry in catalogue.all() {
        for (lang, word) in [(Lang::Vi, "hỏi"), (Lang::En, "ask")] {
            let said = fee(entry, lang).to_lowercase();
            if entry.is_doubtful(Fact::Fee) {
                let doubts = said.matches("(*)").count() + said.matches(word).count();
                assert_eq!(doubts, 1, "{}: {said}", entry.code);
            }
        }
    }
    // The catalogue does name such facts, by these very words.
    for fact in [Fact::Papers, Fact::Fee, Fact::TimeLimit, Fact::Online] {
        assert!(catalogue.all().iter().any(|entry| entry.is_doubtful(fact)), "{fact:?}");
    }
}

#[test]
fn the_last_day_of_a_procedure_is_told() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let mut procedure = catalogue.get(&Code::new("1.001193")).unwrap().clone();
    procedure.valid_until = Some("2027-02-28".parse().unwrap());
    let topics = [Topic { procedure: &procedure, has: &[] }];
    let words = text::render(&sheet(&slip(&desk.office, &topics), Lang::Vi, Paper::A5), 80);
    assert!(words.contains("đến hết ngày 28/02/2027"), "{words}");
}

#[test]
fn who_may_come_back_today_is_told_where_they_stand_then() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let birth = catalogue.get(&Code::new("1.001193")).unwrap();
    let all: Vec<usize> = (0..birth.papers.vi.len()).collect();
    let today = slip(&desk.office, &[]).given.day();
    let says = |has: &[usize], come_back, lets_by| {
        let topics = [Topic { procedure: birth, has }];
        let slip = GuidanceSlip { come_back, lets_by, ..slip(&desk.office, &topics) };
        let words = text::render(&sheet(&slip, Lang::Vi, Paper::A5), 200).replace('\u{a0}', " ");
        words.contains("đưa phiếu này, không lấy số mới; về chỗ cũ, nhưng sau 2 lượt đang chờ đầu hàng.")
    };
    assert!(
        says(&[], Some(Agreed::on(today)), Some(2))
            && says(&[0], None, Some(2))
            && says(&all, Some(Agreed::on(today)), Some(2))
    );
    // Another day was agreed, nothing is missing, or the number is of an earlier day.
    assert!(!says(&[], Some(Agreed::on(today.plus_days(1))), Some(2)) && !says(&all, None, Some(2)));
    assert!(!says(&[], Some(Agreed::on(today)), None));
}

#[test]
fn passwords_stay_with_their_owner_on_every_slip() {
    assert!(about_one("KN01", &[], Lang::Vi).replace('\n', " ").contains("tự gõ"));
    let desk = sample::Day::small();
    let empty = GuidanceSlip { ticket: None, come_back: None, hours: None, ..slip(&desk.office, &[]) };
    for paper in Paper::ALL {
        let sheet = sheet(&empty, Lang::Vi, paper);
        stands_right(&sheet);
        assert!(text::render(&sheet, 40).replace('\n', " ").contains("tự gõ"));
    }
}

#[test]
fn every_procedure_has_room_on_every_paper() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    assert!(catalogue.all().iter().filter(|entry| entry.kind == Kind::Procedure).count() >= 105);
    for entry in catalogue.all() {
        let topics = [Topic { procedure: entry, has: &[0] }];
        for lang in [Lang::Vi, Lang::En] {
            let sheet = sheet(&slip(&desk.office, &topics), lang, Paper::A5);
            stands_right(&sheet);
            let pages = layout::layout(&sheet).unwrap().pages.len();
            assert_eq!(pages, 1, "{} in {lang:?}", entry.code);
        }
    }
    for ten in catalogue.all().chunks(10) {
        let topics: Vec<Topic> = ten.iter().map(|procedure| Topic { procedure, has: &[0] }).collect();
        for paper in [Paper::Roll58, Paper::Roll80] {
            for lang in [Lang::Vi, Lang::En] {
                stands_right(&sheet(&slip(&desk.office, &topics), lang, paper));
            }
        }
    }
}

#[test]
fn every_procedure_becomes_a_picture_on_both_rolls() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    // Ten on a slip: a letter is drawn once a slip.
    for ten in catalogue.all().chunks(10) {
        let topics: Vec<Topic> = ten.iter().map(|procedure| Topic { procedure, has: &[] }).collect();
        for (paper, dots) in [(Paper::Roll58, 384), (Paper::Roll80, 576)] {
            let bitmap = raster::render(&sheet(&slip(&desk.office, &topics), Lang::Vi, paper), dots).unwrap();
            let across = usize::from(bitmap.bytes_per_row());
            // A line of text that was lost would leave more white than any heading has above it.
            let white = bitmap.bits().chunks(across).map(|row| row.iter().all(|byte| *byte == 0));
            let longest = white.fold((0, 0), |(most, run), white| {
                let run = if white { run + 1 } else { 0 };
                (most.max(run), run)
            });
            assert!(longest.0 < 60, "{} white rows on {paper:?}, {}", longest.0, ten[0].code);
        }
    }
}

#[test]
fn a_long_office_and_many_procedures_have_room() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let name: String = "Trung tâm Phục vụ hành chính công ".chars().cycle().take(120).collect();
    let office = Office { name, ..desk.office };
    let mut longest: Vec<&Procedure> = catalogue.all().iter().collect();
    longest.sort_by_key(|entry| std::cmp::Reverse(entry.name.vi.chars().count()));
    let topics: Vec<Topic> = longest[..6].iter().map(|procedure| Topic { procedure, has: &[1] }).collect();
    for paper in Paper::ALL {
        for lang in [Lang::Vi, Lang::En] {
            stands_right(&sheet(&slip(&office, &topics), lang, paper));
        }
    }
}
