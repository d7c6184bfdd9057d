use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use chrono::NaiveDate;

use super::cells::{Written, written};
use super::*;
use crate::domain::Day;
use crate::lang::Lang;
use crate::papers::sheet::{Cell, Chart, Column, Row, Value, Weight};
use crate::papers::{sample, tally, tally_sheet};

fn opened(sheet: &Sheet) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(render(sheet).expect("renders"))).expect("opens")
}

/// The parts of the file whose names begin so, one behind the other.
fn parts(sheet: &Sheet, begin: &str) -> String {
    let mut package =
        zip::ZipArchive::new(Cursor::new(render(sheet).expect("renders"))).expect("is a package");
    let mut all = String::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("is there");
        if part.name().expect("has a name").starts_with(begin) {
            part.read_to_string(&mut all).expect("is text");
        }
    }
    all
}

fn date(year: i32, month: u32, day: u32) -> Day {
    Day::from(NaiveDate::from_ymd_opt(year, month, day).expect("is a day"))
}

/// A sheet with every kind of value, beside words that look like formulas.
fn values() -> Sheet {
    let row = |name: &str, count: u64, share: (u64, u64), seconds: i64, day: Day, weight: Weight| {
        let cells = [
            Cell::from(name),
            Cell::new(count.to_string(), Value::Count(count)),
            Cell::new("64,28 %", Value::Share { part: share.0, whole: share.1 }),
            Cell::new("26 giờ 5 phút", Value::Seconds(seconds)),
            Cell::new("21/11/2026", Value::Day(day)),
        ];
        Row::new(cells, weight)
    };
    let table = Table {
        chart: Some(Chart::Bars),
        caption: Some("Theo thôn: [thử] = 1/2".to_owned()),
        columns: vec![
            Column::words("=Thôn", 4),
            Column::numbers("+Lượt", 1),
            Column::numbers("Tỷ lệ", 1),
            Column::numbers("Thời gian", 2),
            Column::signs("Ngày", 2),
        ],
        rows: vec![
            row("=1+1", 1_234_567, (9, 14), 93_900, date(2026, 11, 21), Weight::Normal),
            row("+84 123", 0, (0, 0), 0, date(2024, 2, 29), Weight::Normal),
            row("-2+3", 52, (1, 3), 59, date(1999, 12, 31), Weight::Faint).indented(1),
            row("@SUM(A1:A9)", 7, (3, 3), 86_400, date(2026, 1, 1), Weight::Normal),
            row("Cộng", 1_234_626, (13, 20), 180_359, date(2026, 11, 21), Weight::Strong),
        ],
    };
    Sheet { blocks: vec![Block::Columns(vec![vec![], vec![Block::Table(table)]])], ..sample::report() }
}

fn real_tally() -> Sheet {
    let day = tally::sample::Day::busy();
    tally_sheet(&day.context(), Lang::Vi)
}

fn samples() -> Vec<Sheet> {
    vec![sample::day(), sample::long(), sample::stress(), sample::report(), values(), real_tally()]
}

#[test]
fn every_cell_of_every_table_reads_back_as_its_value() {
    let mut numbers = 0;
    for sheet in samples() {
        let mut workbook = opened(&sheet);
        let names = workbook.sheet_names();
        let tables = tables(&sheet.blocks);
        assert_eq!(names.len(), tables.len() + 1);
        for (table, name) in tables.into_iter().zip(&names[1..]) {
            let range = workbook.worksheet_range(name).expect("reads");
            let top = u32::from(table.columns.iter().any(|column| !column.title.is_empty()));
            for (row, down) in table.rows.iter().zip(top..) {
                for (at, cell) in row.cells.iter().take(table.columns.len()).enumerate() {
                    let read = range.get_value((down, u32::try_from(at).expect("few columns")));
                    let read = read.cloned().unwrap_or_default();
                    match written(cell) {
                        Written::Words(text) if clean(&text).is_empty() => assert_eq!(read, Data::Empty),
                        Written::Words(text) => assert_eq!(read, Data::String(clean(&text)), "{name}"),
                        Written::Nothing => assert_eq!(read, Data::Empty, "{name}"),
                        Written::Number(number, _) => {
                            numbers += 1;
                            let read = match read {
                                Data::Float(read) => read,
                                Data::DateTime(read) => read.as_f64(),
                                other => panic!("{other:?} in {name} instead of {number}"),
                            };
                            assert!((read - number).abs() < 1e-9, "{read} in {name} instead of {number}");
                        }
                    }
                }
            }
        }
    }
    assert!(numbers > 80, "only {numbers} numbers were compared");
}

#[test]
fn kinds_of_values_are_kept() {
    let mut workbook = opened(&values());
    let name = workbook.sheet_names()[1].clone();
    assert_eq!(name, "Theo thôn thử = 1 2");
    let range = workbook.worksheet_range(&name).expect("reads");
    assert_eq!(range.get_value((1, 1)), Some(&Data::Float(1_234_567.0)));
    assert_eq!(range.get_value((1, 2)), Some(&Data::Float(9.0 / 14.0)));
    let Some(Data::DateTime(duration)) = range.get_value((1, 3)) else { panic!("no duration") };
    assert!(duration.is_duration());
    let Some(Data::DateTime(day)) = range.get_value((1, 4)) else { panic!("no date") };
    assert!(day.is_datetime());
    assert_eq!(day.to_ymd_hms_milli(), (2026, 11, 21, 0, 0, 0, 0));
    let styles = parts(&values(), "xl/styles.xml");
    for format in ["#,##0", "0.00%", "[h]:mm:ss", "dd/mm/yyyy"].map(|code| format!("formatCode=\"{code}\"")) {
        assert!(styles.contains(&format), "{format} is missing in {styles}");
    }
}

#[test]
fn nothing_is_ever_a_formula() {
    for sheet in samples() {
        let mut workbook = opened(&sheet);
        for name in workbook.sheet_names() {
            let formulas = workbook.worksheet_formula(&name).expect("reads");
            assert!(formulas.used_cells().next().is_none(), "a formula in {name}");
        }
        assert!(!parts(&sheet, "xl/worksheets/").contains("<f>"));
    }
    let mut workbook = opened(&values());
    let name = workbook.sheet_names()[1].clone();
    let range = workbook.worksheet_range(&name).expect("reads");
    let first = |row| range.get_value((row, 0)).map(ToString::to_string);
    for (row, text) in [(0, "=Thôn"), (1, "=1+1"), (2, "+84 123"), (3, "-2+3"), (4, "@SUM(A1:A9)")] {
        assert_eq!(first(row).as_deref(), Some(text));
    }
    assert!(parts(&values(), "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn every_text_of_a_sheet_is_on_the_first_worksheet() {
    let mut sheet = sample::report();
    sheet.blocks.extend(values().blocks);
    for sheet in [sample::day(), sample::long(), sample::stress(), sheet] {
        let mut workbook = opened(&sheet);
        let name = workbook.sheet_names()[0].clone();
        let range = workbook.worksheet_range(&name).expect("reads");
        let all: String = range.used_cells().map(|(_, _, cell)| cell.to_string() + "\n").collect();
        let lines = sheet.left.iter().chain(&sheet.right).chain(&sheet.title).map(|line| &line.text);
        let signed = sheet.signatures.iter().flat_map(|by| [&by.role, &by.hint, &by.name]);
        let copies = sheet.recipients.iter().flat_map(|list| list.lines.iter().chain([&list.title]));
        let place = sheet.place_date.iter().map(|place| &place.text);
        let captions = tables(&sheet.blocks).into_iter().filter_map(|table| table.caption.as_ref());
        for text in lines.chain(signed).chain(copies).chain(place).chain(&sheet.number).chain(captions) {
            assert!(all.contains(&clean(text)), "{text} is missing");
        }
        for block in &sheet.blocks {
            match block {
                Block::Heading(text)
                | Block::Line(text)
                | Block::Paragraph(text)
                | Block::Note(text)
                | Block::Proof { sentence: text, .. }
                | Block::Tick { text, .. } => assert!(all.contains(&clean(text)), "{text} is missing"),
                Block::Qr { text, caption } => {
                    assert!(all.contains(&clean(text)) && all.contains(&clean(caption)), "{text} is missing");
                }
                Block::Figures(figures) => {
                    for figure in figures {
                        assert!(all.contains(&figure.value) && all.contains(&figure.label));
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_table_has_a_header_that_stays_a_filter_above_its_totals_and_a_chart_without_them() {
    let table = parts(&values(), "xl/worksheets/sheet2.xml");
    assert!(table.contains("state=\"frozen\""), "{table}");
    // Five columns, the header and four rows; the total is row 6.
    assert!(table.contains("<autoFilter ref=\"A1:E5\""), "{table}");
    assert!(parts(&values(), "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    let chart = parts(&values(), "xl/charts/chart1.xml");
    assert!(chart.contains("barDir val=\"bar\""));
    assert!(chart.contains("$B$2:$B$5") && chart.contains("$A$2:$A$5"), "{chart}");
    assert!(!chart.contains("$6"), "the total is drawn");
    // Shares and hours have another scale than counts.
    assert_eq!(chart.matches("<c:ser>").count(), 1);
    assert_eq!(parts(&sample::day(), "xl/charts/"), "");
}

#[test]
fn the_chart_of_a_lying_table_has_the_names_of_its_header_and_no_sums() {
    let counted = |number: u64| Cell::new(number.to_string(), Value::Count(number));
    let row = |name: &str| {
        Row::new([Cell::from(name), counted(1), counted(2), counted(3), counted(6)], Weight::Normal)
    };
    let mut columns = vec![Column::words("Theo giờ", 2)];
    columns.extend(["7h", "8h", "9h"].map(|hour| Column::numbers(hour, 1)));
    columns.push(Column::numbers("Cộng", 1).adding_up());
    let rows = vec![row("Cấp số"), row("Xong")];
    let table = Table { chart: Some(Chart::Columns), caption: Some("Giờ".to_owned()), columns, rows };
    let chart = parts(&Sheet { blocks: vec![Block::Table(table)], ..Sheet::default() }, "xl/charts/");
    assert_eq!(chart.matches("<c:ser>").count(), 2);
    assert!(chart.contains("$B$1:$D$1") && chart.contains("$B$3:$D$3") && !chart.contains("$E"), "{chart}");
}

#[test]
fn the_same_sheet_gives_the_same_bytes_with_its_moment_and_nobodys_name() {
    for sheet in samples() {
        assert_eq!(render(&sheet).expect("renders"), render(&sheet).expect("renders"));
    }
    let core = parts(&values(), "docProps/core.xml");
    assert!(core.contains("2026-11-05T10:04:00Z</dcterms:created>"), "{core}");
    assert!(core.contains("<dc:title>BÁO CÁO"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>") || core.contains("<dc:creator/>"), "{core}");
    assert!(parts(&sample::day(), "docProps/core.xml").contains("1980-01-01T00:00:00Z"));
}

#[test]
fn sheets_of_any_shape_are_written() {
    let wide = |columns: usize| {
        let row = Row::new(vec!["1"; columns], Weight::Normal);
        let columns = vec![Column::numbers("Số liệu", 1); columns];
        let table = Table { chart: Some(Chart::Columns), columns, rows: vec![row; 3], ..Table::default() };
        Sheet { blocks: vec![Block::Table(table)], ..Sheet::default() }
    };
    for sheet in [Sheet::default(), wide(1), wide(24), wide(25), wide(300)] {
        assert_eq!(opened(&sheet).sheet_names().len(), sheet.blocks.len() + 1);
    }
    assert!(matches!(render(&wide(20_000)), Err(XlsxError::Write(_))));
    let bare = Table { columns: vec![Column::words("", 1)], ..Table::default() };
    let totals = Table {
        columns: vec![Column::words("Tên", 1), Column::numbers("Số", 1)],
        rows: vec![Row::new([Cell::from("Cộng"), Cell::new("1", Value::Count(1))], Weight::Strong)],
        chart: Some(Chart::Columns),
        caption: Some("=Sheet1!$A$1".to_owned()),
    };
    let sheet = Sheet { blocks: vec![Block::Table(bare), Block::Table(totals)], ..Sheet::default() };
    assert_eq!(opened(&sheet).sheet_names(), ["1", "2", "=Sheet1!$A$1"]);
}

#[test]
#[ignore = "writes spreadsheets to look at into target/papers"]
fn papers_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/papers");
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    let names = ["day", "long", "stress", "report", "values", "tally"];
    for (name, sheet) in names.into_iter().zip(samples()) {
        std::fs::write(folder.join(format!("{name}.xlsx")), render(&sheet).expect("renders"))
            .expect("writes");
    }
}

#[test]
fn a_name_keeps_to_the_rules_of_excel() {
    let mut names = Names::default();
    assert_eq!(names.next("1. Theo lĩnh vực / thủ tục [*?:]"), "1. Theo lĩnh vực thủ tục");
    assert_eq!(names.next("'x'"), "x");
    assert_eq!(names.next("History"), "History (2)");
    assert_eq!(names.next(""), "4");
    assert_eq!(names.next("[]"), "5");
    for text in ["Nguyễn".repeat(40), "👩‍👩‍👧".repeat(9)] {
        let name = names.next(&text);
        assert!(name.encode_utf16().count() <= LONGEST_NAME && text.starts_with(&name), "{name}");
    }
}

#[test]
fn no_two_names_are_the_same() {
    let mut names = Names::default();
    let long = "a".repeat(60);
    let given: Vec<String> =
        ["Cộng", "CỘNG", "cộng", &long, &long].into_iter().map(|text| names.next(text)).collect();
    assert_eq!(given[..3], ["Cộng", "CỘNG (2)", "cộng (3)"]);
    assert_eq!(given[4], format!("{} (2)", "a".repeat(27)));
}
