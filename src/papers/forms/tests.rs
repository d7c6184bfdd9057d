use super::*;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::tally::Change;
use crate::domain::{Calendar, Hamlet, HamletId, Remark, Reprint, Targets};
use crate::lang::Lang;
use crate::papers::layout::tests::{stands_right, words_by_page};
use crate::papers::sheet::{Sheet, Table, Value, Weight};
use crate::papers::tally::sample::{Day, Size};
use crate::papers::{pdf, text};

#[cfg(test)]
mod broken;
#[cfg(test)]
mod numbers;

/// The smallest form there is.
const HEAD: &str = "layout = \"plain\"\ntitle = { vi = \"Bảng\", en = \"Table\" }\n";

/// November 2026 with everything that can be noted, and October before it.
fn month() -> Day {
    spread(SpanKind::Month, 160, 12)
}

fn spread(kind: SpanKind, visits: u16, procedures: u8) -> Day {
    let span = Span::of(kind, Calendar::Civil, "2026-11-21".parse().unwrap());
    let size = Size { visits, stations: 2, volunteers: 6, procedures };
    let mut day = Day::spread(5, size, span);
    day.facts.at = "2026-11-30".parse::<crate::domain::Day>().unwrap().at(17, 4);
    day.targets = Targets { online: Some(80), whole: Some(40), paid: Some(50), level_two: Some(100) };
    let hamlet = |(id, name): (i64, &str)| Hamlet { id: HamletId(id), name: name.to_owned(), active: true };
    day.hamlets = [(1, "Thôn Đông"), (2, "Thôn Đoài"), (3, "Tổ dân phố số 3")].map(hamlet).to_vec();
    for (at, fact) in day.facts.visits.iter_mut().enumerate() {
        fact.person.age = AgeBand::ALL.get(at % 7).copied();
        fact.person.sex = Sex::ALL.get(at % 3).copied();
        fact.person.hamlet = (at % 4 > 0).then(|| HamletId(i64::try_from(at % 4).unwrap()));
        fact.person.phone = Phone::ALL.get(at % 5).copied();
    }
    day.remark = Remark {
        difficulties: "Cổng Dịch vụ công chậm vào đầu giờ sáng thứ Hai.\nNhiều SIM không chính chủ."
            .to_owned(),
        proposals: String::new(),
    };
    day.letterhead.signer = "Phạm Hữu Lượng".to_owned();
    day.letterhead.union_signer = "Lê Quang Vinh".to_owned();
    let mut before = Day::spread(6, size, span.before());
    before.facts.at = day.facts.at;
    day.before = Some(before.tally());
    day
}

fn made(name: &str, day: &Day, lang: Lang) -> Sheet {
    let (forms, flaws) = Forms::load(None);
    assert_eq!(flaws, []);
    sheet(forms.get(name).unwrap(), &day.context(), lang)
}

fn said(name: &str, day: &Day, lang: Lang) -> String {
    text::render(&made(name, day, lang), 80)
}

/// A form with these blocks, filled with a month.
fn with(blocks: &str, day: &Day, lang: Lang) -> String {
    let form = parse(&format!("{HEAD}{blocks}"), "forms/tally.toml").unwrap();
    text::render(&sheet(&form, &day.context(), lang), 200)
}

#[test]
fn every_built_in_form_is_sound() {
    for name in Forms::of_spans() {
        parse(built_in(name).unwrap(), name).unwrap_or_else(|flaw| panic!("{}", Lang::En.form_flaw(&flaw)));
    }
    for name in [TALLY, ADMINISTRATION, UNION, STATISTICS] {
        assert!(Forms::default().get(name).is_some(), "{name}");
    }
    assert!(Forms::default().get("tally.toml").is_none());
}

#[test]
fn the_report_of_the_administration_in_vietnamese() {
    insta::assert_snapshot!(said(ADMINISTRATION, &month(), Lang::Vi));
}

#[test]
fn the_report_of_the_administration_in_english() {
    insta::assert_snapshot!(said(ADMINISTRATION, &month(), Lang::En));
}

#[test]
fn the_report_of_the_youth_union_in_vietnamese() {
    insta::assert_snapshot!(said(UNION, &month(), Lang::Vi));
}

#[test]
fn the_report_of_the_youth_union_in_english() {
    insta::assert_snapshot!(said(UNION, &month(), Lang::En));
}

#[test]
fn a_report_of_an_empty_month_leaves_empty_tables_and_their_headings_out() {
    let span = Span::of(SpanKind::Month, Calendar::Civil, "2026-11-21".parse().unwrap());
    let day = Day::spread(1, Size { visits: 0, stations: 1, volunteers: 1, procedures: 1 }, span);
    let text = said(ADMINISTRATION, &day, Lang::Vi);
    assert!(!text.contains("THEO LĨNH VỰC"), "{text}");
    assert!(text.contains("I. KẾT QUẢ CHUNG") && text.contains("II. "), "{text}");
    let numbers: Vec<&str> =
        text.lines().filter_map(|line| line.split_once(". ")).map(|(number, _)| number).collect();
    let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let found: Vec<&&str> = numbers.iter().filter(|number| romans.contains(number)).collect();
    assert_eq!(found, romans.iter().take(found.len()).collect::<Vec<_>>());
}

#[test]
fn heads_come_from_the_letterhead_or_from_the_commune() {
    let wide = |name, day: &Day| text::render(&made(name, day, Lang::Vi), 200);
    let mut day = month();
    let text = wide(UNION, &day);
    assert!(text.contains("BCH ĐOÀN XÃ VĨNH BẢO") && text.contains("-BC/ĐTN"), "{text}");
    assert!(!text.contains("CỘNG HÒA"), "{text}");
    assert!(text.contains("TM. BAN THƯỜNG VỤ ĐOÀN XÃ") && text.contains("BÍ THƯ"), "{text}");
    day.letterhead.union_body = "BCH Đoàn phường Ba Đình".to_owned();
    day.letterhead.union_symbol = "BC/ĐP".to_owned();
    day.letterhead.union_role = "PHÓ BÍ THƯ".to_owned();
    day.letterhead.parent = "Ủy ban nhân dân phường Ba Đình".to_owned();
    day.letterhead.symbol = "BC-TTPVHCC".to_owned();
    day.letterhead.place = "Ba Đình".to_owned();
    day.letterhead.recipients = "Như trên;\n - Đảng ủy.\nLưu: VT".to_owned();
    let text = wide(UNION, &day);
    assert!(text.contains("BCH ĐOÀN PHƯỜNG BA ĐÌNH") && text.contains("-BC/ĐP"), "{text}");
    assert!(text.contains("PHÓ BÍ THƯ"), "{text}");
    let text = wide(ADMINISTRATION, &day);
    assert!(text.contains("ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH") && text.contains("/BC-TTPVHCC"), "{text}");
    assert!(text.contains("Ba Đình, ngày 30 tháng 11 năm 2026"), "{text}");
    for line in ["- Như trên;", "- Đảng ủy;", "- Lưu: VT."] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    assert!(
        text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") && text.contains("Độc lập - Tự do - Hạnh phúc")
    );
}

#[test]
fn a_paper_printed_again_says_what_changed() {
    let mut day = month();
    let change = |path: &str, before, now| Change { path: path.to_owned(), before, now };
    let last = "2026-11-21".parse::<crate::domain::Day>().unwrap().at(17, 4);
    let say = |day: &mut Day, changes, lang| {
        day.reprint = Some(Reprint { nth: 2, last, changes, corrections: Vec::new() });
        text::render(
            &sheet(
                &parse(&format!("{HEAD}[[block]]\nkind = \"reprint\""), "x").unwrap(),
                &day.context(),
                lang,
            ),
            200,
        )
    };
    let changes =
        vec![change("fields.ho-tich.visits", 1, 2), change("served", 40, 41), change("visits", 41, 42)];
    let text = say(&mut day, changes.clone(), Lang::Vi);
    let wanted = "Bản in lại lần 2 (lần trước lúc 17:04 ngày 21/11/2026). Thay đổi: lượt 41 → 42; lượt xong 40 → 41; 1 số khác.";
    assert!(text.contains(wanted), "{text}");
    let text = say(&mut day, changes[..1].to_vec(), Lang::En);
    assert!(text.contains("Changed: 1 number in the tables."), "{text}");
    assert!(say(&mut day, Vec::new(), Lang::Vi).contains("Không số nào thay đổi."));
}

#[test]
fn a_table_shows_so_many_rows_and_gathers_the_rest() {
    let day = month();
    let all = with(
        "[[block]]\nkind = \"table\"\nof = \"procedures\"\ncolumns = [\"name\", \"assists\"]",
        &day,
        Lang::Vi,
    );
    let some = with(
        "[[block]]\nkind = \"table\"\nof = \"procedures\"\ncolumns = [\"name\", \"assists\"]\nrows = 3\ntotal = true",
        &day,
        Lang::Vi,
    );
    let procedures: usize = day.tally().fields.iter().map(|field| field.procedures.len()).sum();
    assert!(all.lines().count() >= procedures, "{all}");
    assert!(some.contains(&format!("Còn lại ({} dòng)", procedures - 3)), "{some}");
    assert!(some.contains("Cộng"), "{some}");
}

#[test]
fn remarks_are_said_or_left_to_the_hand() {
    let text = with("[[block]]\nkind = \"remarks\"\nlines = 2", &month(), Lang::Vi);
    assert!(text.contains("Nhiều SIM không chính chủ."), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("......")).count(), 2, "{text}");
}

#[test]
fn a_tally_of_a_shift_or_a_month_is_not_called_a_day() {
    assert!(said(TALLY, &Day::small(), Lang::Vi).contains("TỔNG HỢP HỖ TRỢ TRONG NGÀY"));
    let month = said(TALLY, &month(), Lang::Vi);
    assert!(month.contains("TỔNG HỢP HỖ TRỢ TRONG THÁNG") && month.contains("trong kỳ"), "{month}");
}

#[test]
fn every_form_is_laid_out_for_a_month_and_a_year_with_an_endless_name() {
    let mut year = spread(SpanKind::Year, 500, 60);
    year.office.name =
        "Trung tâm Phục vụ hành chính công kiêm Điểm hỗ trợ xã hội số và Tổ công nghệ số cộng đồng liên \
                        thôn, liên xã Vĩnh Bảo"
            .to_owned();
    for name in Forms::of_spans() {
        stands_right(&made(name, &month(), Lang::En));
        stands_right(&made(name, &year, Lang::Vi));
    }
}

#[test]
fn a_table_of_three_pages_repeats_its_header() {
    let day = spread(SpanKind::Year, 500, 60);
    let form = parse(
        &format!("{HEAD}[[block]]\nkind = \"table\"\nof = \"shifts\"\n[[block]]\nkind = \"table\"\nof = \"procedures\""),
        "x",
    )
    .unwrap();
    let mut day = day;
    let shifts = day.facts.shifts.clone();
    day.facts.shifts = (0..120).map(|at| shifts[at % shifts.len()].clone()).collect();
    let sheet = sheet(&form, &day.context(), Lang::Vi);
    let pages = words_by_page(&sheet);
    assert!(pages.len() >= 3, "{} pages", pages.len());
    let headed = pages.iter().filter(|words| words.iter().any(|word| word == "Người trực")).count();
    assert!(headed >= 3, "{headed} of {} pages have the header", pages.len());
}

#[test]
fn the_usual_form_is_the_tally_of_a_day_and_the_report_of_the_rest() {
    let of = |kind| usual_for(Span::of(kind, Calendar::Civil, "2026-11-21".parse().unwrap()));
    assert_eq!(
        (of(SpanKind::Day), of(SpanKind::Week), of(SpanKind::Year)),
        (TALLY, ADMINISTRATION, ADMINISTRATION)
    );
}

/// Writes papers to `target/papers` to be looked at.
#[test]
#[ignore = "for the eye, not for the machine"]
fn forms_to_look_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (word, day) in [("month", month()), ("year", spread(SpanKind::Year, 500, 60))] {
        for name in Forms::of_spans() {
            for lang in [Lang::Vi, Lang::En] {
                let sheet = made(name, &day, lang);
                let file = folder.join(format!("{name}-{word}-{}", lang.tag()));
                std::fs::write(file.with_extension("pdf"), pdf::render(&sheet).unwrap()).unwrap();
                std::fs::write(file.with_extension("txt"), text::render(&sheet, 80)).unwrap();
            }
        }
    }
}
