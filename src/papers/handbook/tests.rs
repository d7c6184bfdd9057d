use std::sync::LazyLock;

use super::*;
use crate::domain::{Catalogue, Code, Day};
use crate::papers::forms::Forms;
use crate::papers::layout::{page_count, tests::stands_right};
use crate::papers::tally::sample;
use crate::papers::text;

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

fn on(day: &str) -> Stamp {
    day.parse::<Day>().unwrap().at(8, 5)
}

/// The guide of an entry by the built-in form.
fn guide(procedure: &Procedure, day: &str, lang: Lang, paper: Paper) -> Sheet {
    static OFFICE: LazyLock<Office> = LazyLock::new(|| sample::Day::small().office);
    let office = &*OFFICE;
    let guide = Guide { office, procedure, field: "Hộ tịch", printed: on(day), version: "motcua 0.1.0" };
    sheet(&guide, Forms::default().handbook(), lang, paper)
}

fn said(procedure: &Procedure, day: &str, lang: Lang) -> String {
    text::render(&guide(procedure, day, lang, Paper::A5), 100)
}

/// An entry with a link: the longest that there is of each.
fn with_link(procedure: &Procedure) -> Procedure {
    let portal = "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=";
    Procedure { portal: Some(format!("{portal}{}", procedure.code)), ..procedure.clone() }
}

#[test]
fn every_entry_is_one_page_of_either_size_in_either_language() {
    let catalogue = catalogue();
    let mut long = Vec::new();
    for procedure in catalogue.all() {
        for paper in [Paper::A4, Paper::A5] {
            for lang in [Lang::Vi, Lang::En] {
                let sheet = guide(&with_link(procedure), "2026-11-21", lang, paper);
                if page_count(&sheet) > 1 {
                    long.push((procedure.code.0.as_str(), paper, lang));
                }
            }
        }
    }
    assert_eq!(long, []);
}

#[test]
fn nothing_of_a_guide_stands_on_anything_else() {
    let catalogue = catalogue();
    let most =
        catalogue.all().iter().max_by_key(|procedure| toml::to_string(procedure).unwrap().len()).unwrap();
    for paper in Paper::ALL {
        for lang in [Lang::Vi, Lang::En] {
            stands_right(&guide(&with_link(most), "2026-11-21", lang, paper));
        }
    }
}

#[test]
fn every_fact_of_an_entry_stands_on_its_guide() {
    for procedure in catalogue().all() {
        let procedure = with_link(procedure);
        for lang in [Lang::Vi, Lang::En] {
            let squeezed = |text: &str| text.replace('\u{a0}', " ").split_whitespace().collect::<String>();
            let said = squeezed(&said(&procedure, "2026-11-21", lang));
            let lists = [&procedure.before, &procedure.papers, &procedure.steps, &procedure.warnings];
            let texts = lists.into_iter().flat_map(|list| lang.pick(list));
            for text in texts.chain([lang.pick(&procedure.name), &procedure.code.0]).chain(&procedure.portal)
            {
                assert!(said.contains(&squeezed(text)), "{}: {text}", procedure.code);
            }
        }
    }
}

#[test]
fn a_birth_registration_in_both_languages() {
    let catalogue = catalogue();
    let procedure = with_link(catalogue.get(&Code::new("1.001193")).unwrap());
    insta::assert_snapshot!("birth_vi", said(&procedure, "2026-11-21", Lang::Vi));
    insta::assert_snapshot!("birth_en", said(&procedure, "2026-11-21", Lang::En));
}

#[test]
fn a_guide_says_when_its_entry_is_not_in_force() {
    let catalogue = catalogue();
    let mut procedure = catalogue.get(&Code::new("1.001193")).unwrap().clone();
    procedure.valid_from = "2025-07-01".parse().unwrap();
    procedure.valid_until = Some("2027-02-28".parse().unwrap());
    procedure.replaced_by = Some(Code::new("3.000999"));
    let of = |day: &str| said(&procedure, day, Lang::Vi);
    assert!(
        of("2027-02-28")
            .contains("Áp dụng từ ngày 01/07/2025 đến hết ngày 28/02/2027. Sau đó xem mã 3.000999.")
    );
    assert!(!of("2027-02-28").contains("ÁP DỤNG:"));
    let over = of("2027-03-01");
    assert!(
        over.contains("[!] KHÔNG CÒN ÁP DỤNG: chỉ dùng đến hết ngày 28/02/2027; nay xem mã 3.000999."),
        "{over}"
    );
    assert!(of("2025-06-30").contains("[!] CHƯA ÁP DỤNG: chỉ dùng từ ngày 01/07/2025."));
}

#[test]
fn what_could_not_be_verified_is_marked_and_explained() {
    let catalogue = catalogue();
    let mut procedure = catalogue.get(&Code::new("1.001193")).unwrap().clone();
    procedure.check_locally.clear();
    assert!(!said(&procedure, "2026-11-21", Lang::Vi).contains("(*)"));
    procedure.check_locally = ["papers", "steps", "time_limit"].map(str::to_owned).to_vec();
    let said = said(&procedure, "2026-11-21", Lang::Vi);
    // Three facts, and the explanation.
    assert_eq!(said.matches("(*)").count(), 4, "{said}");
    assert_eq!(said.matches("hỏi bộ phận một cửa").count(), 1, "{said}");
    assert!(said.contains("Giấy tờ cần mang (*)"), "{said}");
}
