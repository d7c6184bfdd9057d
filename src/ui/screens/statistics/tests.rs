use std::rc::Rc;

use super::*;
use crate::domain::tally::Tally;
use crate::domain::{Calendar, Letterhead, Office, Outage, OutageId, Remark, SpanKind, System, Targets};
use crate::papers::tally::sample::{Day as Made, Size};

fn report(visits: u16, span: Span, targets: Targets) -> Report {
    let size = Size { visits, stations: 3, volunteers: 4, procedures: 20 };
    let mut made = Made::spread(5, size, span);
    let at = span.until.at(9, 0);
    made.facts.outages = vec![Outage {
        id: OutageId(1),
        system: System::Portal,
        from: at,
        until: Some(at.plus_seconds(1_800)),
    }];
    let before = (span.days() > 1).then(|| Made::spread(6, size, span.before()).tally());
    Report {
        tally: made.tally(),
        before,
        office: Office::default(),
        letterhead: Letterhead::default(),
        targets,
        hamlets: Vec::new(),
        reasons: Vec::new(),
        volunteers: made.volunteers.clone(),
        shifts: Vec::new(),
        remark: Remark::default(),
        by: None,
        at: made.facts.at,
        sources: Vec::new(),
        reprint: None,
        catalogue: Rc::new(made.catalogue),
    }
}

fn page(page: Page, report: &Report, lang: Lang, width: usize) -> Vec<String> {
    let source = Source { report, today: "2026-11-21".parse().unwrap(), lang };
    let lines = match page {
        Page::Hours => pages::hours(&source, width),
        Page::Week => pages::week(&source, width),
        Page::Waits => pages::waits(&source, width),
        Page::Procedures => pages::procedures(&source, width),
        Page::Stuck => pages::stuck(&source, width),
        Page::Targets => targets::lines(&source, width),
    };
    lines.into_iter().map(|line| line.into_iter().map(|(text, _)| text).collect()).collect()
}

fn spans() -> [Span; 3] {
    let of = |kind, calendar| Span::of(kind, calendar, "2026-11-21".parse().unwrap());
    [
        of(SpanKind::Day, Calendar::Civil),
        of(SpanKind::Month, Calendar::Civil),
        of(SpanKind::Year, Calendar::Administrative),
    ]
}

#[test]
fn every_page_fits_the_window_whatever_happened() {
    for span in spans() {
        for visits in [0, 1, 300] {
            let report = report(visits, span, Targets::default());
            for lang in [Lang::Vi, Lang::En] {
                for one in Page::ALL {
                    for width in [58, 78, 118] {
                        let lines = page(one, &report, lang, width);
                        assert!(!lines.is_empty());
                        for line in lines {
                            assert!(draw::width(line.trim_end()) <= width, "{one:?} {width}: {line}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn pictures_are_drawn_with_letters_that_old_consoles_have() {
    // Beside the letters of the language: what code page 437 has of blocks, lines and dots.
    let drawn = "█░│·×–".chars().collect::<Vec<_>>();
    let report = report(200, spans()[1], Targets { online: Some(80), ..Targets::default() });
    for one in Page::ALL {
        for line in page(one, &report, Lang::Vi, 78) {
            let strange: Vec<char> = line
                .chars()
                .filter(|letter| !letter.is_ascii() && !letter.is_alphabetic() && !drawn.contains(letter))
                .collect();
            assert!(strange.is_empty(), "{strange:?} in {line}");
        }
    }
}

#[test]
fn a_target_is_named_beside_the_share_and_as_the_desks_own() {
    let mut report =
        report(0, spans()[1], Targets { online: Some(80), whole: None, paid: None, level_two: Some(90) });
    report.tally = Tally { filed: 7, filed_whole: 3, filed_online: 5, channel_not_noted: 4, ..report.tally };
    let lines = page(Page::Targets, &report, Lang::Vi, 78);
    assert!(lines[0].contains("Phần đóng góp của bàn hỗ trợ"), "{lines:?}");
    let text = lines.join("\n");
    for words in [
        "Hồ sơ nộp trực tuyến (toàn trình và một phần): đạt 71 % (chỉ tiêu 80 %)",
        "] 5 trong 7",
        "Hồ sơ nộp trực tuyến toàn trình: 43 %, chưa đặt chỉ tiêu",
        "] 3 trong 7",
        "Hồ sơ nộp tiền trực tuyến: 0 %, chưa đặt chỉ tiêu",
        "Kích hoạt định danh điện tử mức độ 2: chưa có",
        "Chưa ghi cách nộp: 4 việc",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

#[test]
fn a_period_stands_beside_the_one_before() {
    let report = report(120, spans()[1], Targets::default());
    let lines = page(Page::Targets, &report, Lang::Vi, 78);
    let before = report.before.as_ref().unwrap();
    assert!(lines.iter().any(|line| line == "So với tháng 10/2026"), "{lines:#?}");
    let visits = lines.iter().find(|line| line.starts_with("Lượt  ")).unwrap();
    let cells: Vec<&str> = visits.split_whitespace().collect();
    assert_eq!(cells[1..3], [report.tally.visits.to_string(), before.visits.to_string()]);
    assert!(lines.iter().any(|line| line.starts_with("Kỳ này chưa hết")));
}

#[test]
fn minutes_lost_to_outages_stand_by_system() {
    let report = report(50, spans()[0], Targets::default());
    let lines = page(Page::Stuck, &report, Lang::Vi, 78);
    assert!(lines.iter().any(|line| line == "Mất vì sự cố trong giờ trực: 30 phút"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("Cổng Dịch vụ công") && line.contains("30 phút")));
}

#[test]
fn pages_go_round() {
    assert_eq!(Page::Hours.moved(-1), Page::Targets);
    assert_eq!(Page::Targets.moved(1), Page::Hours);
    assert_eq!(Page::Hours.moved(1), Page::Week);
}
