use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::*;
use crate::papers::sample;
use crate::papers::sheet::{Block, Cell, Column, HeadLine, Paper, Row, Table, Weight};
use crate::wrap::clean;

fn part(bytes: &[u8], name: &str) -> String {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("is a package");
    let mut text = String::new();
    package.by_name(name).expect("has the part").read_to_string(&mut text).expect("is text");
    text.replace(" />", "/>")
}

fn document(sheet: &Sheet) -> String {
    part(&render(sheet).expect("renders"), "word/document.xml")
}

/// The words of a part, in their order, without any white space.
fn words(part: &str) -> String {
    let mut reader = Reader::from_str(part);
    let (mut words, mut in_text) = (String::new(), false);
    loop {
        match reader.read_event().expect("is XML") {
            Event::Start(start) => in_text = start.name().0 == b"w:t",
            Event::End(_) => in_text = false,
            Event::Text(text) if in_text => words.push_str(&text.decode().expect("is text")),
            Event::GeneralRef(reference) if in_text => {
                let name = reference.decode().expect("is text");
                words.push_str(&quick_xml::escape::unescape(&format!("&{name};")).expect("is known"));
            }
            Event::Eof => return squeezed(&words),
            _ => {}
        }
    }
}

fn squeezed(text: &str) -> String {
    clean(text).split_whitespace().collect()
}

/// Every text of the body of a sheet, in its order.
fn texts(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(text)
            | Block::Big(text)
            | Block::Line(text)
            | Block::Paragraph(text)
            | Block::Note(text)
            | Block::Proof { sentence: text, .. }
            | Block::Tick { text, .. } => found.push(text.clone()),
            Block::Figures(figures) => {
                for figure in figures {
                    found.extend([figure.value.clone(), figure.label.clone(), figure.note.clone()]);
                }
            }
            Block::Table(table) => {
                found.extend(table.caption.clone());
                found.extend(table.columns.iter().map(|column| column.title.clone()));
                for row in &table.rows {
                    found.extend(row.cells.iter().take(table.columns.len()).map(|cell| cell.text.clone()));
                }
            }
            Block::Columns(columns) => columns.iter().for_each(|blocks| found.extend(texts(blocks))),
            Block::Qr { text, caption } => found.extend([caption.clone(), text.clone()]),
            Block::Blanks(_) | Block::Gap => {}
        }
    }
    found
}

fn samples() -> [Sheet; 4] {
    [sample::day(), sample::long(), sample::stress(), sample::report()]
}

#[test]
fn every_text_of_a_sheet_is_in_the_document_and_in_its_order() {
    for sheet in samples() {
        let words = words(&document(&sheet));
        let head = sheet.left.iter().chain(&sheet.right).map(|line| line.text.clone());
        let title = sheet.title.iter().map(|line| line.text.clone());
        let order = head.chain(sheet.number.clone()).chain(title).chain(texts(&sheet.blocks));
        let mut from = 0;
        for text in order.map(|text| squeezed(&text)) {
            let at = words[from..].find(&text).unwrap_or_else(|| panic!("{text} is missing after {from}"));
            from += at + text.len();
        }
        for signature in &sheet.signatures {
            for text in [&signature.role, &signature.hint, &signature.name] {
                assert!(words[from..].contains(&squeezed(text)), "{text}");
            }
        }
        let recipients = sheet.recipients.iter().flat_map(|list| list.lines.iter().chain([&list.title]));
        for text in recipients.chain(sheet.place_date.iter().map(|place| &place.text)) {
            assert!(words.contains(&squeezed(text)), "{text}");
        }
    }
}

#[test]
fn each_table_repeats_its_header_and_its_rows_stay_whole() {
    let document = document(&sample::long());
    // The tables of procedures, outcomes, stations, hours and volunteers.
    assert_eq!(document.matches("<w:tblHeader/>").count(), 5);
    let procedures = &document[document.find("1. Theo thủ tục").expect("is there")..];
    let procedures = &procedures[..procedures.find("</w:tbl>").expect("ends")];
    assert_eq!(procedures.matches("<w:tr>").count(), 52);
    assert_eq!(procedures.matches("<w:cantSplit/>").count(), 52);
    let first_row = &procedures[..procedures.find("</w:tr>").expect("ends")];
    assert!(first_row.contains("<w:tblHeader/>") && first_row.contains("Thủ tục"));
}

#[test]
fn a_row_higher_than_a_page_may_be_parted() {
    let rows = vec![Row::new(["rất dài ".repeat(2000)], Weight::Normal), Row::new(["ngắn"], Weight::Normal)];
    let table = Table { columns: vec![Column::words("Chữ", 1)], rows, ..Table::default() };
    let sheet = Sheet { blocks: vec![Block::Table(table)], ..Sheet::default() };
    // The header and the short row.
    assert_eq!(document(&sheet).matches("<w:cantSplit/>").count(), 2);
}

#[test]
fn the_foot_counts_pages_and_a_report_numbers_its_further_pages_at_the_top() {
    let day = render(&sample::day()).expect("renders");
    let foot = part(&day, "word/footer-default.xml");
    assert!(foot.contains("NUMPAGES") && words(&foot).ends_with("Trang1/1"), "{foot}");
    assert!(!part(&day, "word/document.xml").contains("titlePg"));
    let report = render(&sample::report()).expect("renders");
    let document = part(&report, "word/document.xml");
    assert!(document.contains("<w:titlePg"));
    assert!(document.contains(r#"<w:headerReference w:type="first""#));
    let headers = ["default", "first"].map(|pages| part(&report, &format!("word/header-{pages}.xml")));
    assert_eq!(headers.iter().filter(|header| header.contains("PAGE")).count(), 1);
    assert!(words(&part(&report, "word/footer-first.xml")).ends_with("Trang1/1"));
}

#[test]
fn margins_and_sizes_are_those_of_the_decree() {
    let report = render(&sample::report()).expect("renders");
    let document = part(&report, "word/document.xml");
    // 30 mm at the left, 20 mm above and below, 15 mm at the right, on 210 × 297 mm.
    assert!(document.contains(r#"<w:pgSz w:w="11906" w:h="16838""#), "{document}");
    assert!(document.contains(r#"w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#));
    assert!(document.contains(r#"w:firstLine="567""#) && document.contains(r#"<w:jc w:val="both"/>"#));
    let styles = part(&report, "word/styles.xml");
    assert!(styles.contains(r#"<w:sz w:val="27"/>"#), "the body is 13.5 pt: {styles}");
    assert!(styles.contains(r#"<w:lang w:val="vi-VN""#));
    assert_eq!(styles.matches(r#"w:styleId="Normal" w:default="1""#).count(), 1, "{styles}");
    assert_eq!(styles.matches("w:default=").count(), 1);
    for letters in ["ascii", "hAnsi", "cs", "eastAsia"] {
        assert!(styles.contains(&format!(r#"w:{letters}="Times New Roman""#)), "{letters}");
    }
    let small = Sheet { paper: Paper::A5, lang_tag: "en", ..sample::report() };
    let small = render(&small).expect("renders");
    assert!(part(&small, "word/document.xml").contains(r#"<w:pgSz w:w="8391" w:h="11906""#));
    assert!(part(&small, "word/styles.xml").contains(r#"<w:lang w:val="en-GB""#));
}

#[test]
fn the_file_names_its_title_and_its_moment_and_nobody() {
    let properties = part(&render(&sample::report()).expect("renders"), "docProps/core.xml");
    assert!(properties.contains("<dc:title>BÁO CÁO Kết quả hỗ trợ"), "{properties}");
    assert!(properties.contains("2026-11-05T10:04:00Z</dcterms:created>"), "{properties}");
    assert!(!properties.contains("creator") && !properties.contains("lastModifiedBy"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    for sheet in samples() {
        let once = render(&sheet).expect("renders");
        assert_eq!(once, render(&sheet).expect("renders"));
        let mut package = ZipArchive::new(Cursor::new(&once)).expect("is a package");
        for at in 0..package.len() {
            let part = package.by_index(at).expect("is there");
            assert!(part.is_file() && part.compression() == CompressionMethod::Deflated);
            assert_eq!(part.last_modified().map(|time| time.year()), Some(1980), "{:?}", part.name());
        }
    }
}

#[test]
fn words_of_people_cannot_break_the_document() {
    let evil = "</w:t> & <w:trHeight w:val=\"0\"/> \"x\" 'y' \u{1}\u{fffe}\u{ffff} ]]>";
    let table = Table {
        caption: Some(evil.to_owned()),
        columns: vec![Column::words(evil, 1)],
        rows: vec![Row::new([Cell::from(evil)], Weight::Normal)],
        ..Table::default()
    };
    let blocks = vec![Block::Heading(evil.to_owned()), Block::Table(table)];
    let title = vec![HeadLine::new(evil, Weight::Strong)];
    let sheet = Sheet { blocks, title, foot: evil.to_owned(), ..Sheet::default() };
    let bytes = render(&sheet).expect("renders");
    let document = part(&bytes, "word/document.xml");
    assert_eq!(words(&document).matches(&squeezed(evil)).count(), 5, "{document}");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    assert!(words(&part(&bytes, "word/footer-default.xml")).contains(&squeezed(evil)));
    assert!(part(&bytes, "docProps/core.xml").contains("&lt;/w:t&gt; &amp; &lt;w:trHeight"));
    docx_rs::read_docx(&bytes).expect("can be read again");
}

#[test]
fn an_empty_sheet_is_a_document_and_a_table_too_wide_for_word_is_refused() {
    docx_rs::read_docx(&render(&Sheet::default()).expect("renders")).expect("can be read again");
    let columns = |count: usize| {
        let table = Table { columns: vec![Column::words("x", 1); count], ..Table::default() };
        render(&Sheet { blocks: vec![Block::Table(table)], ..Sheet::default() })
    };
    assert!(columns(63).is_ok());
    assert!(matches!(columns(10_000), Err(DocxError::Columns { count: 10_000, most: 63 })));
}

#[test]
fn cells_end_with_paragraphs_and_tables_do_not_touch() {
    for sheet in samples() {
        let document = document(&sheet);
        assert!(!document.contains("</w:tbl><w:tbl>"), "two tables touch");
        assert!(!document.contains("</w:tbl></w:tc>"), "a cell ends with a table");
        assert!(!document.contains("<w:tc></w:tc>"));
    }
}

#[test]
#[ignore = "writes documents to look at into target/papers"]
fn papers_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/papers");
    std::fs::create_dir_all(&folder).expect("a folder to write to");
    let mut further = sample::report();
    let prose = further.blocks[1].clone();
    further.blocks.splice(2..2, std::iter::repeat_n(prose, 20));
    let small = Sheet { paper: Paper::A5, ..sample::report() };
    let names = ["day", "long", "stress", "report", "further", "a5"];
    for (name, sheet) in names.into_iter().zip(samples().into_iter().chain([further, small])) {
        std::fs::write(folder.join(format!("{name}.docx")), render(&sheet).expect("renders"))
            .expect("writes");
        let text = crate::papers::text::render(&sheet, 200);
        std::fs::write(folder.join(format!("{name}.sheet.txt")), text).expect("writes");
        let pdf = crate::papers::pdf::render(&sheet).expect("renders");
        std::fs::write(folder.join(format!("{name}.sheet.pdf")), pdf).expect("writes");
    }
}
