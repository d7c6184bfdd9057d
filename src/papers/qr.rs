//! A QR code as its dark modules, for every renderer that draws papers.

use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};

/// White modules that a reader wants around a code (ISO/IEC 18004).
pub(super) const QUIET: u16 = 4;

/// The modules of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Qr {
    /// Modules along an edge, without the white around.
    pub(super) edge: u16,
    /// From left to right, row after row.
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text; `None` when it holds more than the largest code does, about 2,300 bytes.
    ///
    /// Of a creased or smudged slip a reader mends 15 %, level M.
    pub(super) fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let edge = u16::try_from(code.width()).ok()?;
        Some(Self { edge, dark: code.to_colors().into_iter().map(|color| color == Color::Dark).collect() })
    }

    /// The dark modules, those beside each other together: the row, the first module and the one behind the last, each
    /// from 0.
    pub(super) fn runs(&self) -> Vec<(u16, u16, u16)> {
        let mut runs = Vec::new();
        for (row, modules) in (0..).zip(self.dark.chunks(usize::from(self.edge).max(1))) {
            let mut at: u16 = 0;
            for same in modules.chunk_by(|one, next| one == next) {
                let end = at.saturating_add(u16::try_from(same.len()).unwrap_or(u16::MAX));
                if same[0] {
                    runs.push((row, at, end));
                }
                at = end;
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Ink, Path, Stroke};
    use crate::papers::sheet::{Block, Paper, Sheet};
    use crate::papers::{docx, pdf, printable, raster, text, xlsx};

    /// Links as an entry has them, from the shortest to one as long as a text may be.
    fn links() -> [String; 4] {
        [
            "https://dichvucong.gov.vn".to_owned(),
            "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=2.000815"
                .to_owned(),
            "https://dichvucong.gov.vn/tra-cứu?từ=khai sinh&mục=hộ tịch".to_owned(),
            format!("https://dichvucong.gov.vn/?q={}", "thu-tuc-".repeat(40)),
        ]
    }

    fn sheet(paper: Paper, text: &str) -> Sheet {
        let code = Block::Qr {
            text: text.to_owned(),
            caption: "Trang thủ tục trên Cổng Dịch vụ công".to_owned(),
        };
        let around = Block::Line("Nguyễn Thị Hường mang theo căn cước và giấy chứng sinh.".to_owned());
        Sheet { paper, blocks: vec![around.clone(), code, around], ..Sheet::default() }
    }

    /// What a reader finds on a picture; `dark` tells of each of its points whether it is black.
    fn read(width: usize, height: usize, dark: impl Fn(usize, usize) -> bool) -> Vec<String> {
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(
                width,
                height,
                |x, y| if dark(x, y) { 0 } else { 255 },
            );
        picture
            .detect_grids()
            .into_iter()
            .map(|grid| grid.decode().map_or_else(|fault| fault.to_string(), |(_, text)| text))
            .collect()
    }

    #[test]
    fn a_reader_finds_the_very_text_on_slips_of_both_widths() {
        for (paper, dots) in [(Paper::Roll58, 384), (Paper::Roll80, 576)] {
            for link in links() {
                let slip = raster::render(&sheet(paper, &link), dots).unwrap();
                let [width, height] = [usize::from(slip.width()), usize::try_from(slip.rows()).unwrap()];
                let dark = |x, y| slip.is_black(i32::try_from(x).unwrap(), i32::try_from(y).unwrap());
                assert_eq!(read(width, height, dark), [link], "{paper:?}");
            }
        }
    }

    #[test]
    #[allow(clippy::cast_possible_truncation)]
    fn a_reader_finds_the_very_text_on_pages_of_both_sizes() {
        for paper in [Paper::A4, Paper::A5] {
            for link in links() {
                let pages = printable::pages(&sheet(paper, &link)).unwrap();
                assert_eq!(pages.pages.len(), 1);
                // A telephone is held over the code; here a module is six of its points.
                let lines: Vec<&Path> = pages.pages[0]
                    .iter()
                    .filter_map(|ink| match ink {
                        // The rule above the foot is a hairline.
                        Ink::Path(line) if line.weight > 100 => Some(line),
                        _ => None,
                    })
                    .collect();
                let ends = |line: &Path| (line.through[0].0, line.through[1].0, line.through[0].1);
                let left = lines.iter().map(|line| ends(line).0).min().unwrap();
                let top = lines.iter().map(|line| ends(line).2).min().unwrap();
                let point = |from: i32, to: i32, module: i32| {
                    usize::try_from((f64::from(to - from) * 6.0 / f64::from(module)).round() as i64).unwrap()
                        + 24
                };
                let edge = Qr::of(&link).unwrap().edge;
                let side = usize::from(edge) * 6 + 48;
                let mut dark = vec![false; side * side];
                for line in lines {
                    assert_eq!(line.stroke, Stroke::Flat);
                    let (from, to, y) = ends(line);
                    let [from, to, y] = [
                        point(left, from, line.weight),
                        point(left, to, line.weight),
                        point(top, y, line.weight),
                    ];
                    for y in y..y + 6 {
                        dark[y * side + from..(y * side + to).min((y + 1) * side)].fill(true);
                    }
                }
                assert_eq!(read(side, side, |x, y| dark[y * side + x]), [link], "{paper:?}");
            }
        }
    }

    #[test]
    fn every_other_form_says_the_link_in_words() {
        let link = &links()[1];
        for (paper, width) in [(Paper::A5, 80), (Paper::Roll80, 48)] {
            let words: String = text::render(&sheet(paper, link), width).split_whitespace().collect();
            assert!(words.contains(link.as_str()), "{words}");
        }
        let sheet = sheet(Paper::A4, link);
        let mut file = zip::ZipArchive::new(std::io::Cursor::new(docx::render(&sheet).unwrap())).unwrap();
        let part = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
        assert!(part.contains("dvc-chi-tiet-thu-tuc-hanh-chinh"), "{part}");
        assert!(!xlsx::render(&sheet).unwrap().is_empty());
        assert!(pdf::render(&sheet).unwrap().starts_with(b"%PDF"));
    }

    #[test]
    fn a_text_that_no_code_holds_is_said_in_words_alone() {
        let endless = "a".repeat(3_000);
        assert_eq!(Qr::of(&endless), None);
        let slip = raster::render(&sheet(Paper::Roll58, &endless), 384).unwrap();
        assert!(slip.rows() > 100);
    }
}
