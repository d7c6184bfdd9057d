use super::*;
use crate::papers::sample;
use crate::papers::sheet::{Block, Paper};

fn slip(paper: Paper, blocks: Vec<Block>) -> Sheet {
    Sheet { paper, blocks, ..Sheet::default() }
}

/// Black dots of a picture.
fn ink(bitmap: &Bitmap) -> u32 {
    bitmap.bits().iter().map(|byte| byte.count_ones()).sum()
}

/// The picture of one block.
fn drawn(block: Block) -> Bitmap {
    render(&slip(Paper::Roll58, vec![block]), 384).unwrap()
}

#[test]
fn a_picture_is_as_wide_as_the_printer_and_as_high_as_the_page() {
    for (paper, width, page) in [(Paper::Roll58, 384, 58.0), (Paper::Roll80, 576, 80.0)] {
        let sheet = Sheet { paper, ..sample::day() };
        let bitmap = render(&sheet, width).unwrap();
        let frame = layout::layout(&sheet).unwrap().frame;
        assert_eq!(bitmap.width(), width);
        // Eight dots a millimetre in both directions.
        let high = frame.page_height / frame.page_width * page * 8.0;
        assert!((f64::from(bitmap.rows()) - f64::from(high)).abs() <= 1.0, "{} {high}", bitmap.rows());
        assert_eq!(bitmap, render(&sheet, width).unwrap());
    }
}

#[test]
fn letters_that_differ_by_one_mark_differ_in_their_dots() {
    let family = ["a", "á", "à", "ả", "ã", "ạ", "â", "ấ", "ầ", "ẩ", "ẫ", "ậ", "ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"];
    let others = ["o", "ơ", "ộ", "ổ", "ỗ", "ố", "ớ", "ờ", "ở", "ỡ", "ợ", "u", "ư", "ử", "ữ", "ự", "đ", "d"];
    let kinds: [fn(String) -> Block; 3] = [Block::Line, Block::Heading, Block::Note];
    for (letters, kind) in [family, others].iter().flat_map(|letters| kinds.map(|kind| (letters, kind))) {
        let pictures = letters.map(|letter| (letter, drawn(kind(letter.to_owned()))));
        for (i, (one, dots)) in pictures.iter().enumerate() {
            for (other, other_dots) in &pictures[..i] {
                let pairs = dots.bits().iter().zip(other_dots.bits());
                let differing: u32 = pairs.map(|(a, b)| (a ^ b).count_ones()).sum();
                assert!(differing >= 3, "{one} and {other} differ in {differing} dots");
            }
        }
    }
}

#[test]
fn a_mark_is_never_lost_between_two_dots() {
    for (marked, plain) in [("ấ", "â"), ("ộ", "ô"), ("ữ", "ư"), ("ặ", "ă"), ("ỵ", "y")] {
        let [marked_ink, plain_ink] = [marked, plain].map(|text| ink(&drawn(Block::Line(text.to_owned()))));
        assert!(marked_ink >= plain_ink + 3, "{marked}");
    }
}

#[test]
fn rules_are_whole_dots() {
    let sheet = Sheet { foot: "x".into(), ..slip(Paper::Roll58, vec![]) };
    let bitmap = render(&sheet, 384).unwrap();
    let full = (0..bitmap.rows()).filter(|&y| {
        let y = i32::try_from(y).unwrap();
        (0..384).all(|x| bitmap.is_black(x, y))
    });
    assert_eq!(full.count(), 1);
}

#[test]
fn what_is_no_slip_is_refused() {
    assert_eq!(render(&sample::day(), 384), Err(RasterError::NotARoll));
    let sheet = Sheet { paper: Paper::Roll58, ..sample::day() };
    for width in [0, 1, 191, 897, u16::MAX] {
        assert_eq!(render(&sheet, width), Err(RasterError::Width(width)));
    }
    let endless = slip(Paper::Roll58, vec![Block::Blanks(255); 20]);
    assert!(matches!(render(&endless, 384), Err(RasterError::TooLong(_))));
}

#[test]
fn another_density_gets_the_same_slip() {
    let sheet = Sheet { paper: Paper::Roll80, ..sample::day() };
    let (usual, coarse) = (render(&sheet, 576).unwrap(), render(&sheet, 512).unwrap());
    let ratio = f64::from(usual.rows()) / f64::from(coarse.rows());
    assert!((ratio - 576.0 / 512.0).abs() < 0.01);
}

/// Writes pictures into the folder of the variable `MOTCUA_LOOK`, as binary PBM.
#[test]
#[ignore = "for the eye, not for the machine"]
fn pictures_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var("MOTCUA_LOOK").unwrap());
    let words = "aăâ áắấ àằầ ảẳẩ ãẵẫ ạặậ eê éế èề ẻể ẽễ ẹệ iíìỉĩị oôơ óốớ òồờ ỏổở õỗỡ ọộợ uư úứ ùừ ủử ũữ ụự yýỳỷỹỵ đ \
                 Nguyễn Thị Hường, Đỗ Mỹ Ngọc Ẳnh, Lữ Quỳnh Trưởng: phường, khuyết tật nặng, người cao tuổi, bản sao từ sổ gốc";
    for (paper, dots) in [(Paper::Roll58, 384), (Paper::Roll80, 576)] {
        let blocks = vec![
            Block::Big("A012".into()),
            Block::Line(words.into()),
            Block::Heading(words.into()),
            Block::Note(words.into()),
        ];
        for (name, sheet) in [("letters", slip(paper, blocks)), ("day", Sheet { paper, ..sample::day() })] {
            let bitmap = render(&sheet, dots).unwrap();
            let mut pbm = format!("P4\n{} {}\n", bitmap.width(), bitmap.rows()).into_bytes();
            pbm.extend(bitmap.bits());
            std::fs::write(folder.join(format!("{name}-{dots}.pbm")), pbm).unwrap();
        }
    }
}

#[test]
fn the_highest_bit_is_the_leftmost_dot() {
    let mut bitmap = Bitmap::blank(10, 2);
    bitmap.blacken(0, 0);
    bitmap.blacken(9, 1);
    assert_eq!(bitmap.bits(), [0x80, 0, 0, 0x40]);
    assert!(bitmap.is_black(9, 1) && !bitmap.is_black(8, 1));
}

#[test]
fn a_picture_is_laid_on_another_dot_by_dot() {
    let mut letter = Bitmap::blank(11, 3);
    for (x, y) in [(0, 0), (10, 0), (7, 1), (8, 2)] {
        letter.blacken(x, y);
    }
    let mut bitmap = Bitmap::blank(30, 6);
    bitmap.blacken(0, 0);
    bitmap.stamp(&letter, 5, 2);
    let black: Vec<(i32, i32)> =
        (0..6).flat_map(|y| (0..30).map(move |x| (x, y))).filter(|&(x, y)| bitmap.is_black(x, y)).collect();
    assert_eq!(black, [(0, 0), (5, 2), (15, 2), (12, 3), (13, 4)]);
}

#[test]
fn nothing_is_drawn_outside() {
    let mut bitmap = Bitmap::blank(10, 2);
    for (x, y) in [(-1, 0), (10, 0), (0, -1), (0, 2), (i32::MAX, i32::MAX)] {
        bitmap.blacken(x, y);
        assert!(!bitmap.is_black(x, y));
    }
    bitmap.fill(-5, -5, 4, 4);
    assert_eq!(bitmap, Bitmap::blank(10, 2));
}
