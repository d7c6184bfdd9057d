use super::*;
use crate::domain::queue::{Lane, Ratio};
use crate::domain::{Catalogue, Code, Series};
use crate::papers::forms::built_in_ticket;
use crate::papers::layout::tests::stands_right;
use crate::papers::raster;
use crate::papers::tally::sample;
use crate::papers::text;

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

/// By the form that comes with the program.
fn sheet(slip: &TicketSlip, lang: Lang, paper: Paper) -> Sheet {
    super::sheet(slip, built_in_ticket(), lang, paper)
}

fn slip<'a>(office: &'a Office, needs: &'a [&'a Procedure]) -> TicketSlip<'a> {
    let day: crate::domain::Day = "2026-11-21".parse().unwrap();
    TicketSlip {
        office,
        ticket: sample::ticket('A', 12),
        needs,
        persons: 2,
        priority: Some(Priority::Elderly),
        ahead: Some(5),
        wait: Some((15, 25)),
        ratio: Ratio::USUAL,
        lane: Some(Lane::Priority),
        given: day.at(8, 5),
    }
}

/// A slip of a made-up desk, as text of 32 columns.
fn printed(lang: Lang) -> String {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let needs = ["1.001193", "2.000815"].map(|code| catalogue.get(&Code::new(code)).unwrap());
    text::render(&sheet(&slip(&desk.office, &needs), lang, Paper::Roll58), 32)
}

#[test]
fn a_number_in_vietnamese() {
    insta::assert_snapshot!(printed(Lang::Vi));
}

#[test]
fn a_number_in_english() {
    insta::assert_snapshot!(printed(Lang::En));
}

#[test]
fn it_is_never_called_a_receipt() {
    let words = crate::domain::fold::fold(&printed(Lang::Vi));
    for wrong in ["tiep nhan", "bien nhan", "giay hen", "ho so"] {
        assert!(!words.contains(wrong), "{wrong}");
    }
}

#[test]
fn what_is_not_known_is_not_said() {
    let desk = sample::Day::small();
    let bare = TicketSlip { persons: 1, priority: None, ahead: None, wait: None, ..slip(&desk.office, &[]) };
    let words = text::render(&sheet(&bare, Lang::Vi, Paper::Roll58), 32);
    for absent in ["Ưu tiên", "người cùng", "Còn", "Chờ khoảng", "Việc"] {
        assert!(!words.contains(absent), "{absent} in\n{words}");
    }
    assert!(words.contains("A012") && words.contains("08:05, thứ Bảy 21/11/2026"), "{words}");
}

#[test]
fn a_wait_is_a_range_whichever_way_it_is_given() {
    for (wait, vi) in [
        ((15, 25), "khoảng 15–25 phút (ước tính)"),
        ((25, 15), "khoảng 15–25 phút (ước tính)"),
        ((0, 10), "không quá 10 phút (ước tính)"),
        ((0, 0), "không quá 1 phút (ước tính)"),
        ((20, 20), "khoảng 20 phút (ước tính)"),
    ] {
        assert_eq!(expected(wait, Lang::Vi).replace('\u{a0}', " "), vi);
    }
}

#[test]
fn the_next_party_is_told_so() {
    let desk = sample::Day::small();
    let next = TicketSlip { ahead: Some(0), ..slip(&desk.office, &[]) };
    assert!(
        sheet(&next, Lang::Vi, Paper::Roll80).blocks.contains(&Block::Line(Lang::Vi.ticket_next().into()))
    );
}

#[test]
fn every_need_and_any_office_have_room_on_every_paper() {
    let catalogue = catalogue();
    let desk = sample::Day::small();
    let long = Office {
        name: "Trung tâm Phục vụ hành chính công ".chars().cycle().take(120).collect(),
        ..desk.office
    };
    let all: Vec<&Procedure> = catalogue.all().iter().collect();
    for paper in Paper::ALL {
        for lang in [Lang::Vi, Lang::En] {
            let many = TicketSlip {
                ticket: Ticket { series: Series::new('W').unwrap(), number: 65_535 },
                persons: 99,
                ahead: Some(u32::MAX),
                wait: Some((u32::MAX - 1, u32::MAX)),
                ..slip(&long, &all)
            };
            stands_right(&sheet(&many, lang, paper));
            stands_right(&sheet(&slip(&long, &all[..2]), lang, paper));
        }
    }
}

#[test]
fn the_room_is_told_the_rule_and_who_waits_the_lane() {
    let desk = sample::Day::small();
    let said = |ratio: &str, lane| {
        let slip = TicketSlip { ratio: ratio.parse().unwrap(), lane, ..slip(&desk.office, &[]) };
        let words = text::render(&sheet(&slip, Lang::Vi, Paper::A5), 100).replace('\u{a0}', " ");
        words.lines().map(str::trim).find(|line| line.contains("xen kẽ")).unwrap().to_owned()
    };
    assert_eq!(said("1:2", None), "Gọi theo giờ đến; ưu tiên và thường xen kẽ 1:2.");
    assert_eq!(said("1:2", Some(Lane::Ordinary)), "Hàng thường, theo giờ đến; ưu tiên và thường xen kẽ 1:2.");
    assert_eq!(
        said("2:3", Some(Lane::Priority)),
        "Hàng ưu tiên, theo giờ đến; ưu tiên và thường xen kẽ 2:3."
    );
}

#[test]
fn a_number_of_four_digits_is_not_cut_in_two() {
    let desk = sample::Day::small();
    for number in [7, 999, 1_000, 65_535] {
        let ticket = Ticket { series: Series::new('W').unwrap(), number };
        for paper in Paper::ALL {
            let sheet = sheet(&TicketSlip { ticket, ..slip(&desk.office, &[]) }, Lang::Vi, paper);
            let layout = crate::papers::layout::layout(&sheet).unwrap();
            let whole = layout.pages[0].marks.iter().any(
                |mark| matches!(mark, crate::papers::layout::Mark::Text(text) if text.words == ticket.to_string()),
            );
            assert!(whole, "{ticket} on {paper:?}");
        }
    }
}

#[test]
fn a_slip_is_a_hand_long() {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let needs = [catalogue.get(&Code::new("1.001193")).unwrap()];
    let slip = slip(&desk.office, &needs);
    for (paper, dots) in [(Paper::Roll58, 384), (Paper::Roll80, 576)] {
        for lang in [Lang::Vi, Lang::En] {
            let rows = raster::render(&sheet(&slip, lang, paper), dots).unwrap().rows();
            // 8 rows to a millimetre.
            assert!((400..1_080).contains(&rows), "{rows} rows");
        }
    }
}
