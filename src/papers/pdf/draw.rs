//! Laid-out pages into the bytes of a PDF: the only module that draws with the PDF library.

use std::sync::LazyLock;

use krilla::Document;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::PdfError;
use crate::papers::layout::{DamagedFace, Face, Faces, Layout, Mark, Sign, Text};
use crate::papers::qr::Qr;
use crate::papers::sheet::{Created, Sheet};

/// The faces as the PDF library wants them, in the order of [`Face`].
static FONTS: LazyLock<Result<[Font; 4], DamagedFace>> = LazyLock::new(|| {
    let [regular, bold, italic, bold_italic] = Face::ALL.map(|face| {
        let (name, file) = Faces::file(face);
        Font::new(file.into(), 0).ok_or(DamagedFace(name))
    });
    Ok([regular?, bold?, italic?, bold_italic?])
});

/// Writes pages, foot and metadata.
pub(super) fn document(sheet: &Sheet, layout: &Layout) -> Result<Vec<u8>, PdfError> {
    let faces = Faces::load()?;
    let fonts = FONTS.as_ref().map_err(|&damaged| damaged)?;
    let frame = layout.frame;
    let mut document = Document::new();
    document.set_metadata(metadata(sheet));
    for page in &layout.pages {
        let settings = PageSettings::from_wh(frame.page_width, frame.page_height).ok_or(PdfError::Page)?;
        let mut sheet_of_paper = document.start_page_with(settings);
        let mut surface = sheet_of_paper.surface();
        let mut pen = Pen { surface: &mut surface, faces, fonts, left: frame.left, top: frame.top };
        for mark in &page.marks {
            pen.draw(mark);
        }
        pen.top = 0.0;
        for mark in &page.head {
            pen.draw(mark);
        }
        pen.top = frame.foot_top();
        for mark in &page.foot {
            pen.draw(mark);
        }
        surface.finish();
        sheet_of_paper.finish();
    }
    document.finish().map_err(|error| PdfError::Write(error.to_string()))
}

/// Title, language and, when the sheet has one, time of creation.
fn metadata(sheet: &Sheet) -> Metadata {
    let mut metadata = Metadata::new().title(sheet.title_line());
    if !sheet.lang_tag.is_empty() {
        metadata = metadata.language(sheet.lang_tag.to_owned());
    }
    match sheet.created {
        Some(moment) => metadata.creation_date(date_time(moment)),
        None => metadata,
    }
}

/// A moment as the library wants it.
fn date_time(moment: Created) -> DateTime {
    DateTime::new(moment.year)
        .month(moment.month)
        .day(moment.day)
        .hour(moment.hour)
        .minute(moment.minute)
        .second(moment.second)
        .utc_offset_hour(moment.utc_offset)
        .utc_offset_minute(0)
}

/// Draws marks, moved to their place on the page.
struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
    faces: &'a Faces,
    fonts: &'a [Font; 4],
    left: f32,
    top: f32,
}

impl Pen<'_, '_> {
    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(text) => self.text(text),
            Mark::Rule { from, to, weight, dotted } => {
                let dash = dotted.then(|| StrokeDash { array: vec![0.0, weight * 4.0], offset: 0.0 });
                let cap = if *dotted { LineCap::Round } else { LineCap::Butt };
                self.stroke(&[*from, *to], *weight, cap, dash);
            }
            Mark::Sign { x, y, size, sign } => self.sign(*x, *y, *size, *sign),
            Mark::Code { x, y, size, code } => self.code(*x, *y, *size, code),
        }
    }

    fn text(&mut self, text: &Text) {
        // The hard space has done its work when lines are broken; copied text shall have plain spaces.
        let words = text.words.replace('\u{a0}', " ");
        let glyphs: Vec<KrillaGlyph> = words
            .char_indices()
            .map(|(start, c)| {
                let letter = self.faces.letter(text.face, c);
                let stretch = if c == ' ' { text.stretch / text.size } else { 0.0 };
                KrillaGlyph {
                    glyph_id: GlyphId::new(letter.glyph),
                    text_range: start..start + c.len_utf8(),
                    x_advance: letter.advance + stretch,
                    x_offset: 0.0,
                    y_offset: 0.0,
                    y_advance: 0.0,
                    location: None,
                }
            })
            .collect();
        self.fill();
        let start = Point::from_xy(self.left + text.x, self.top + text.y);
        self.surface.draw_glyphs(start, &glyphs, self.font(text.face), &words, text.size, false);
    }

    fn font(&self, face: Face) -> Font {
        self.fonts[face as usize].clone()
    }

    fn fill(&mut self) {
        self.surface.set_stroke(None);
        // The default fill and stroke are black.
        self.surface.set_fill(Some(Fill::default()));
    }

    /// A line through some points.
    fn stroke(&mut self, points: &[(f32, f32)], width: f32, line_cap: LineCap, dash: Option<StrokeDash>) {
        let mut path = PathBuilder::new();
        for (i, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.left + x, self.top + y);
            if i == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
        if let Some(path) = path.finish() {
            self.pencil(width, line_cap, dash);
            self.surface.draw_path(&path);
        }
    }

    fn pencil(&mut self, width: f32, line_cap: LineCap, dash: Option<StrokeDash>) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke { width, line_cap, dash, ..Stroke::default() }));
    }

    /// One path for all modules, so that no viewer leaves white seams between them.
    fn code(&mut self, x: f32, y: f32, size: f32, code: &Qr) {
        let module = size / f32::from(code.edge.max(1));
        let mut path = PathBuilder::new();
        for (row, from, to) in code.runs() {
            let [row, from, to] = [row, from, to].map(|modules| f32::from(modules) * module);
            let (left, top) = (self.left + x + from, self.top + y + row);
            if let Some(run) = Rect::from_xywh(left, top, to - from, module) {
                path.push_rect(run);
            }
        }
        if let Some(path) = path.finish() {
            self.fill();
            self.surface.draw_path(&path);
        }
    }

    /// A box with its sign.
    fn sign(&mut self, x: f32, y: f32, size: f32, sign: Sign) {
        if let Some(edge) = Rect::from_xywh(self.left + x, self.top + y, size, size) {
            let mut path = PathBuilder::new();
            path.push_rect(edge);
            if let Some(path) = path.finish() {
                self.pencil(size * Sign::EDGE, LineCap::Butt, None);
                self.surface.draw_path(&path);
            }
        }
        let cap = if sign.is_round() { LineCap::Round } else { LineCap::Butt };
        for line in sign.lines() {
            let points: Vec<(f32, f32)> =
                line.iter().map(|(dx, dy)| (x + size * dx, y + size * dy)).collect();
            self.stroke(&points, size * Sign::LINE, cap, None);
        }
    }
}
