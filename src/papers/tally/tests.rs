use proptest::prelude::*;

use super::sample::{Day, Size, taken_back, ticket};
use super::*;
use crate::papers::sheet::Weight;
use crate::papers::{Format, layout, pdf, tally_as, tally_sheet as sheet, text};

fn rendered(day: &Day, lang: Lang, width: usize) -> String {
    text::render(&sheet(&day.context(), lang), width)
}

/// The text with all tables below one another, so wide that no name is wrapped.
fn stacked(day: &Day, lang: Lang) -> String {
    let mut sheet = sheet(&day.context(), lang);
    sheet.blocks = std::mem::take(&mut sheet.blocks)
        .into_iter()
        .flat_map(|block| match block {
            Block::Columns(parts) => parts.concat(),
            other => vec![other],
        })
        .collect();
    text::render(&sheet, 200)
}

fn pages(day: &Day, lang: Lang) -> usize {
    layout::page_count(&sheet(&day.context(), lang))
}

#[test]
fn a_quiet_day_in_vietnamese() {
    insta::assert_snapshot!(rendered(&Day::small(), Lang::Vi, 80));
}

#[test]
fn a_quiet_day_in_english() {
    insta::assert_snapshot!(rendered(&Day::small(), Lang::En, 80));
}

#[test]
fn a_paper_printed_again_says_so_and_what_changed_and_stays_on_one_page() {
    for mut day in [Day::small(), Day::busy()] {
        let once = rendered(&day, Lang::Vi, 200);
        assert!(!once.contains("Bản in lại"), "{once}");
        let mut before = day.tally().numbers();
        before.insert("visits".to_owned(), 3);
        before.insert("hours.8.visits".to_owned(), 999);
        let changes = crate::domain::tally::changes(&before, &day.tally().numbers());
        let last = day.facts.at.plus_seconds(-600);
        day.reprint = Some(crate::domain::Reprint { nth: 2, last, changes, corrections: Vec::new() });
        let text = rendered(&day, Lang::Vi, 200);
        let visits = day.tally().visits;
        let line = "Bản in lại lần 2 (lần trước lúc 16:54 ngày 21/11/2026). Thay đổi: lượt 3 → ";
        assert!(text.contains(&format!("{line}{visits}; 1 số khác.")), "{text}");
        assert_eq!(pages(&day, Lang::Vi), 1);
    }
}

#[test]
fn a_busy_day_is_one_page() {
    for seed in 0..6 {
        let size = Size { visits: 200, stations: 3, volunteers: 10, procedures: 30 };
        let mut day = Day::made_up(seed, size);
        day.facts.withdrawn = vec![taken_back(ticket('A', 999))];
        for lang in [Lang::Vi, Lang::En] {
            assert_eq!(pages(&day, lang), 1, "seed {seed}, {lang:?}");
        }
    }
}

#[test]
fn a_day_is_fitted_by_few_trials() {
    let mut most = 0;
    for (seed, visits) in (0..12).zip([0, 12, 40, 80, 120, 150, 180, 200, 240, 280, 340, 400]) {
        let size = Size { visits, stations: 3, volunteers: 10, procedures: 30 };
        let report = Day::made_up(seed, size).context();
        layout::LAID_OUT.set(0);
        sheet(&report, Lang::Vi);
        most = most.max(layout::LAID_OUT.get());
    }
    assert!(most <= 5, "{most} layouts");
}

#[test]
fn a_quiet_day_and_an_empty_day_are_one_page() {
    let nothing = Day::made_up(1, Size { visits: 0, stations: 1, volunteers: 1, procedures: 1 });
    for day in [Day::small(), nothing] {
        assert_eq!(pages(&day, Lang::Vi), 1);
        assert_eq!(pages(&day, Lang::En), 1);
    }
}

#[test]
fn an_office_of_120_letters_has_room() {
    let mut day = Day::busy();
    day.office.name =
        "Trung tâm Phục vụ hành chính công kiêm Điểm hỗ trợ xã hội số và Tổ công nghệ số cộng đồng liên \
                       thôn, liên xã Vĩnh Bảo"
            .to_owned();
    assert!(day.office.name.chars().count() >= 115, "{}", day.office.name.chars().count());
    assert_eq!(pages(&day, Lang::Vi), 1);
    assert!(rendered(&day, Lang::Vi, 80).contains("SỐ CỘNG ĐỒNG"));
}

#[test]
fn a_desk_without_a_commune_a_team_or_a_shift_still_has_its_paper() {
    let mut day = Day::small();
    day.office.commune = "?".to_owned();
    day.office.team = String::new();
    day.facts.shifts.clear();
    let text = rendered(&day, Lang::Vi, 80);
    assert!(!text.contains("ỦY BAN"), "{text}");
    assert!(text.contains("Trong ngày không mở ca."), "{text}");
    assert!(text.contains("Ngày 21 tháng 11 năm 2026"), "{text}");
}

#[test]
fn a_proof_that_fails_says_by_which_numbers() {
    let mut day = Day::small();
    let gone = day.facts.visits.remove(0).visit.ticket;
    day.facts.visits[0].visit.ticket = ticket('Z', 77);
    // The sentence is longer than a line.
    let text = rendered(&day, Lang::Vi, 200).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("[!] Số liệu CHƯA khớp"), "{text}");
    assert!(
        text.contains("Thiếu 2 (đã cấp số mà không có lượt):") && text.contains(&gone.to_string()),
        "{text}"
    );
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains("Thừa 1 (có lượt mà số chưa từng cấp): Z077."), "{text}");
    assert!(text.contains("≠"), "{text}");
}

#[test]
fn formats_are_found_by_their_names() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("odt"), None);
}

/// A row of the CSV file by its column.
type Csv = Vec<std::collections::HashMap<String, String>>;

fn csv_rows(day: &Day, lang: Lang) -> Csv {
    let bytes = tally_as(Format::Csv, &day.context(), lang).unwrap();
    ::csv::Reader::from_reader(&bytes["\u{feff}".len()..]).deserialize().map(Result::unwrap).collect()
}

fn in_csv(rows: &Csv, [table, key, column]: [&str; 3]) -> Option<i64> {
    let row = rows.iter().find(|row| row["table"] == table && row["key"] == key && row["column"] == column);
    row.unwrap_or_else(|| panic!("{table} {key} {column}"))["number"].parse().ok()
}

/// Whether the text has a row of that name and those numbers, when all tables stand below one another.
fn has_row(text: &str, name: &str, numbers: &[u64], lang: Lang) -> bool {
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wanted = vec![name.to_owned()];
    wanted.extend(numbers.iter().map(|number| lang.count(*number)));
    let wanted = squeezed(&wanted.join(" "));
    text.lines().any(|line| squeezed(line) == wanted)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_csv_and_json_say_the_same_numbers(
        seed in 0_u64..1_000_000, visits in 0_u16..400, stations in 1_u8..5, volunteers in 1_u8..12, procedures in 1_u8..60,
        english in any::<bool>(),
    ) {
        let lang = if english { Lang::En } else { Lang::Vi };
        let day = Day::made_up(seed, Size { visits, stations, volunteers, procedures });
        let rows = csv_rows(&day, lang);
        let json = tally_as(Format::Json, &day.context(), lang).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let text = stacked(&day, lang);
        let number = |value: &serde_json::Value| value.as_u64().unwrap();
        let list = |key: &str| json["tables"][key].as_array().unwrap().clone();

        // Every number of the one file stands in the other.
        let mut cells = 0;
        for (id, value) in json["figures"].as_object().unwrap() {
            prop_assert_eq!(in_csv(&rows, ["figures", id, ""]), value.as_i64(), "{}", id);
            cells += 1;
        }
        for (table, of_table) in json["tables"].as_object().unwrap() {
            for row in of_table.as_array().unwrap() {
                let words = ["key", "part_of", "name"];
                for (column, value) in row.as_object().unwrap().iter().filter(|(id, _)| !words.contains(&id.as_str())) {
                    let key = row["key"].as_str().unwrap();
                    prop_assert_eq!(in_csv(&rows, [table, key, column]), value.as_i64(), "{} {} {}", table, key, column);
                    cells += 1;
                }
            }
        }
        let beside = ["span", "proof", "withdrawn", "missing", "surplus", "targets", "shifts", "on_duty"];
        prop_assert_eq!(rows.iter().filter(|row| !beside.contains(&row["table"].as_str())).count(), cells);
        prop_assert!(json["holds"].as_bool().unwrap());
        // The paper says them, too.
        for (key, column) in [
            ("outcomes", "assists"), ("stuck", "assists"), ("referred", "assists"), ("channels", "assists"),
            ("how", "assists"), ("priority", "visits"), ("left", "visits"),
        ] {
            for row in list(key) {
                let count = number(&row[column]);
                let name = row["name"].as_str().unwrap();
                let line = format!("{name}: {}", lang.count(count));
                let said = has_row(&text, &lang.sentence(name), &[count], lang) || text.contains(&line);
                // A line says the six most frequent at most.
                prop_assert!(said || list(key).len() > 6, "{} in\n{}", line, text);
            }
        }
        let mut sum = [0; 6];
        for field in list("fields") {
            let numbers = ["visits", "persons", "assists", "done", "unfinished", "online"].map(|column| number(&field[column]));
            let own = |row: &&serde_json::Value| row["part_of"] == field["key"];
            let procedures = list("procedures");
            let parts = |column: &str| procedures.iter().filter(own).map(|row| number(&row[column])).sum::<u64>();
            prop_assert_eq!(["assists", "done", "unfinished", "online"].map(parts), [numbers[2], numbers[3], numbers[4], numbers[5]]);
            for (sum, number) in sum.iter_mut().zip(&numbers) {
                *sum += number;
            }
            // A field that only gave second needs has dashes, and a foot says why.
            if numbers[0] == 0 && numbers[2] > 0 {
                prop_assert!(text.contains(lang.second_needs_only()), "{}", text);
                continue;
            }
            let name = field["name"].as_str().unwrap();
            let half = [&numbers[..3], &numbers[5..]].concat();
            let only = procedures.iter().find(own).map(|row| format!("{name}: {}", row["name"].as_str().unwrap()));
            let only = only.is_some_and(|name| has_row(&text, &name, &numbers, lang));
            let dense = text.lines().any(|line| {
                let cells: Vec<&str> = line.split_whitespace().collect();
                let half: Vec<String> = half.iter().map(|number| lang.count(*number)).collect();
                line.starts_with(name) && cells.ends_with(&half.iter().map(String::as_str).collect::<Vec<_>>())
            });
            let gathered = text.contains(&lang.tally_item(name, &lang.count(numbers[2])));
            prop_assert!(only || dense || gathered || has_row(&text, name, &numbers, lang) || has_row(&text, name, &half, lang), "{} in\n{}", name, text);
        }
        prop_assert_eq!(sum[..3].to_vec(), ["visits", "persons", "assists"].map(|id| number(&json["figures"][id])).to_vec());
    }

    #[test]
    fn gathered_rows_keep_the_sum_of_their_field(seed in 0_u64..1_000_000, procedures in 20_u8..100) {
        let day = Day::made_up(seed, Size { visits: 300, stations: 3, volunteers: 12, procedures });
        for block in sheet(&day.context(), Lang::Vi).blocks {
            let Block::Columns(parts) = block else { continue };
            for part in parts {
                let Some(Block::Table(table)) = part.first() else { continue };
                if table.columns[0].title != Lang::Vi.tally_field_column() { continue }
                let assists = |row: &crate::papers::sheet::Row| row.cells[3].text.replace('.', "").parse::<u32>().unwrap();
                for (at, field) in table.rows.iter().enumerate().filter(|(_, row)| row.weight == Weight::Normal) {
                    let below: Vec<u32> =
                        table.rows[at + 1..].iter().take_while(|row| row.indent > 0).map(assists).collect();
                    prop_assert!(below.is_empty() || below.iter().sum::<u32>() == assists(field), "{:?}", field);
                }
            }
        }
    }
}

/// Writes papers to `target/papers` to be looked at, and says how long a busy day takes.
#[test]
#[ignore = "for the eye, not for the machine"]
#[allow(clippy::disallowed_methods, reason = "a measurement")]
fn papers_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    let mut troubled = Day::busy();
    troubled.facts.visits.drain(4..9);
    troubled.facts.withdrawn = vec![taken_back(ticket('A', 2))];
    let usual = Day::made_up(11, Size { visits: 60, stations: 2, volunteers: 5, procedures: 14 });
    for (name, day) in
        [("small", Day::small()), ("usual", usual), ("busy", Day::busy()), ("troubled", troubled)]
    {
        for lang in [Lang::Vi, Lang::En] {
            for format in Format::ALL {
                let bytes = tally_as(format, &day.context(), lang).unwrap();
                let file = format!("{name}-{}.{}", lang.tag(), format.extension());
                std::fs::write(folder.join(file), bytes).unwrap();
            }
        }
    }
    let day = Day::busy();
    let mut best = [std::time::Duration::MAX; 3];
    for _ in 0..30 {
        let start = std::time::Instant::now();
        let report = day.context();
        let counted = start.elapsed();
        let sheet = sheet(&report, Lang::Vi);
        let laid = start.elapsed();
        pdf::render(&sheet).unwrap();
        let all = start.elapsed();
        for (best, took) in best.iter_mut().zip([counted, laid, all]) {
            *best = (*best).min(took);
        }
    }
    println!("count {:?}, with sheet {:?}, with PDF {:?}", best[0], best[1], best[2]);
}
