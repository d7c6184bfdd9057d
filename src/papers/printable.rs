//! A sheet as a printer is given it: the PDF, and behind it the pages as a drawing where the printing system needs them.

use super::forms::{self, Form};
use super::layout::{self, DamagedFace, Face, Faces, Layout, Mark, Sign, Text};
use super::pdf::{self, PdfError};
use super::qr::Qr;
use super::sheet::Sheet;
use crate::domain::Report;
use crate::lang::Lang;
use crate::pages::{Ink, Letters, Pages, Path, Stroke, Unit};

/// The document of a print job. It is the PDF of [`pdf::render`]; Windows has nothing that prints one, so that there the
/// [`Pages`] follow behind it.
pub fn document(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    let pdf = pdf::render(sheet)?;
    if cfg!(windows) { Ok(pages(sheet)?.behind(pdf)) } else { Ok(pdf) }
}

/// The document of a print job with the paper of a form about a tally.
pub fn paper(form: &Form, report: &Report, lang: Lang) -> Result<Vec<u8>, PdfError> {
    document(&forms::sheet(form, report, lang))
}

/// The pages of a sheet as a drawing: the very marks that the PDF draws.
pub fn pages(sheet: &Sheet) -> Result<Pages, DamagedFace> {
    let faces = Faces::load()?;
    let Layout { frame, pages } = layout::layout(sheet)?;
    let drawn = pages.iter().map(|page| {
        let mut pen = Pen { faces, left: frame.left, top: frame.top, ink: Vec::new() };
        page.marks.iter().for_each(|mark| pen.draw(mark));
        pen.top = 0.0;
        page.head.iter().for_each(|mark| pen.draw(mark));
        pen.top = frame.foot_top();
        page.foot.iter().for_each(|mark| pen.draw(mark));
        pen.ink
    });
    Ok(Pages { width: units(frame.page_width), height: units(frame.page_height), pages: drawn.collect() })
}

/// Points in units. Lengths here are far below any limit, and beyond it the cast stops at the limit.
#[allow(clippy::cast_possible_truncation)]
fn units(points: f32) -> Unit {
    (points * 100.0).round() as Unit
}

/// Puts marks to their place on the page.
struct Pen<'a> {
    faces: &'a Faces,
    left: f32,
    top: f32,
    ink: Vec<Ink>,
}

impl Pen<'_> {
    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(text) => self.text(text),
            Mark::Rule { from, to, weight, dotted } => {
                let stroke = if *dotted { Stroke::Dotted } else { Stroke::Flat };
                self.line(&[*from, *to], *weight, stroke);
            }
            Mark::Sign { x, y, size, sign } => self.sign(*x, *y, *size, *sign),
            Mark::Code { x, y, size, code } => self.code(*x, *y, *size, code),
        }
    }

    /// What is rounded is not carried on, so that a line keeps its width.
    fn text(&mut self, text: &Text) {
        let mut advances = Vec::with_capacity(text.words.len());
        let (mut x, mut rounded) = (0.0, 0);
        // The hard space has done its work when lines are broken.
        let words = text.words.replace('\u{a0}', " ");
        for c in words.chars() {
            let stretch = if c == ' ' { text.stretch } else { 0.0 };
            x += self.faces.letter(text.face, c).advance * text.size + stretch;
            advances.push(units(x) - rounded);
            rounded = units(x);
        }
        self.ink.push(Ink::Letters(Letters {
            x: units(self.left + text.x),
            y: units(self.top + text.y),
            face: number(text.face),
            size: units(text.size),
            words,
            advances,
        }));
    }

    fn line(&mut self, points: &[(f32, f32)], weight: f32, stroke: Stroke) {
        let through = points.iter().map(|(x, y)| (units(self.left + x), units(self.top + y))).collect();
        self.ink.push(Ink::Path(Path { through, weight: units(weight), stroke }));
    }

    /// Modules beside each other as a line as wide as a module is high.
    fn code(&mut self, x: f32, y: f32, size: f32, code: &Qr) {
        let module = size / f32::from(code.edge.max(1));
        for (row, from, to) in code.runs() {
            let middle = y + (f32::from(row) + 0.5) * module;
            let [from, to] = [from, to].map(|modules| x + f32::from(modules) * module);
            self.line(&[(from, middle), (to, middle)], module, Stroke::Flat);
        }
    }

    /// A box with its sign.
    fn sign(&mut self, x: f32, y: f32, size: f32, sign: Sign) {
        let (right, bottom) = (x + size, y + size);
        // Half a line further: the last corner is as whole as the others.
        let close = (x, y - size * Sign::EDGE / 2.0);
        let edge = [(x, y), (right, y), (right, bottom), (x, bottom), close];
        self.line(&edge, size * Sign::EDGE, Stroke::Flat);
        let stroke = if sign.is_round() { Stroke::Round } else { Stroke::Flat };
        for line in sign.lines() {
            let points: Vec<_> = line.iter().map(|(dx, dy)| (x + size * dx, y + size * dy)).collect();
            self.line(&points, size * Sign::LINE, stroke);
        }
    }
}

/// The place of a face among [`crate::pages::FACES`].
const fn number(face: Face) -> u8 {
    match face {
        Face::Regular => 0,
        Face::Bold => 1,
        Face::Italic => 2,
        Face::BoldItalic => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::apart;
    use crate::papers::sample;

    #[test]
    fn every_word_of_the_layout_is_on_the_pages_within_their_edges() {
        let sheet = sample::day();
        let laid_out = layout::layout(&sheet).unwrap();
        let pages = pages(&sheet).unwrap();
        assert_eq!((pages.width, pages.height), (59528, 84189));
        assert_eq!(pages.pages.len(), laid_out.pages.len());
        for (page, ink) in laid_out.pages.iter().zip(&pages.pages) {
            let words: Vec<String> = [&page.marks, &page.head, &page.foot]
                .into_iter()
                .flatten()
                .filter_map(|mark| match mark {
                    Mark::Text(text) => Some(text.words.replace('\u{a0}', " ")),
                    _ => None,
                })
                .collect();
            let lines: Vec<&Letters> = ink
                .iter()
                .filter_map(|ink| match ink {
                    Ink::Letters(letters) => Some(letters),
                    Ink::Path(_) => None,
                })
                .collect();
            assert!(words.iter().any(|words| words.contains('ổ')));
            assert_eq!(lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>(), words);
            for line in lines {
                assert_eq!(line.advances.len(), line.words.chars().count());
                let right = line.x + line.advances.iter().sum::<Unit>();
                assert!(line.x > 0 && right < pages.width, "{line:?}");
                assert!(line.y > 0 && line.y < pages.height, "{line:?}");
            }
        }
    }

    #[test]
    fn a_print_job_is_the_pdf_and_on_windows_its_pages_too() {
        let sheet = sample::day();
        let document = document(&sheet).unwrap();
        let (pdf, behind) = apart(&document);
        assert_eq!(pdf, pdf::render(&sheet).unwrap());
        assert_eq!(behind.and_then(Pages::read), cfg!(windows).then(|| pages(&sheet).unwrap()));
    }
}
