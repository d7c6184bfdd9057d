//! A sheet as a Word document, for papers that officials edit before they sign.
//!
//! Everything is a structure of Word's own: tables, styles, fields, tab stops; nothing is a picture or a drawing. Margins
//! and sizes of type are those of the [`pdf`](super::pdf), so the edited paper looks like the printed one. Lengths are
//! points (1/72 inch) until they become the twips (1/20 point) of the file.

mod body;
mod ends;
mod parts;
mod words;

use std::io::Cursor;

use docx_rs::{Docx, PageMargin, XMLDocx};
use quick_xml::escape::escape;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::layout::{DamagedFace, Measures};
use super::sheet::Sheet;
use body::Content;
use words::{indent, twips};

#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The program was built from damaged files.
    #[error(transparent)]
    Measures(#[from] DamagedFace),
    /// A table has more columns than Word can hold.
    #[error("a table has {count} columns and Word holds {most}")]
    Columns { count: usize, most: usize },
    /// The document library wrote a part that is no XML.
    #[error("a part of the document could not be put in order")]
    Part,
    /// The document library could not put the file together.
    #[error("the document could not be written: {0}")]
    Write(String),
}

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Distance of what stands in the top and bottom margins from the edge of the page: 10 mm.
const EDGE: f32 = 10.0 * MM;

/// The moment that stands in a file whose sheet has none: the first that a ZIP archive knows.
const NO_MOMENT: &str = "1980-01-01T00:00:00Z";

/// Renders a sheet as the bytes of a DOCX file. The same sheet always gives the same bytes.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, DocxError> {
    let measures = Measures::of(sheet)?;
    let margins = measures.frame;
    let (width, height) = sheet.paper.points();
    let room = width - margins.left - margins.right;
    let mut document =
        words::styled(Docx::new(), &measures).page_size(dots(width), dots(height)).page_margin(PageMargin {
            top: indent(margins.top),
            left: indent(margins.left),
            bottom: indent(margins.bottom),
            right: indent(margins.right),
            header: indent(EDGE),
            footer: indent(EDGE),
            gutter: 0,
        });
    let mut body = ends::head(&measures, sheet, room);
    body.extend(body::stack(&measures, &sheet.blocks, room)?);
    // A page with nothing but signatures could be put under another paper.
    if let Some(Content::Paragraph(last)) = body.last_mut() {
        last.property.keep_next = Some(true);
    }
    body.extend(ends::ending(&measures, sheet, room));
    for part in body {
        document = match part {
            Content::Paragraph(paragraph) => document.add_paragraph(*paragraph),
            Content::Table(table) => document.add_table(*table),
        };
    }
    let moment = sheet.created.and_then(super::sheet::Created::utc);
    let moment =
        moment.map_or_else(|| NO_MOMENT.to_owned(), |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    let document =
        ends::with_margins(document, &measures, sheet, room).created_at(&moment).updated_at(&moment);
    packed(document.build(), sheet)
}

/// A length of the page in twips.
fn dots(points: f32) -> u32 {
    u32::try_from(twips(points)).unwrap_or(u32::MAX)
}

/// The package, its parts in order and with what the library cannot say.
fn packed(mut package: XMLDocx, sheet: &Sheet) -> Result<Vec<u8>, DocxError> {
    let lang = if sheet.lang_tag.starts_with("en") { "en-GB" } else { "vi-VN" };
    for part in [&mut package.document, &mut package.styles, &mut package.settings]
        .into_iter()
        .chain(&mut package.headers)
        .chain(&mut package.footers)
    {
        *part = parts::in_order(part, lang)?;
    }
    package.doc_props.core = properties(&package.doc_props.core, sheet, lang)?;
    let mut bytes = Cursor::new(Vec::new());
    package.pack(&mut bytes).map_err(written)?;
    compressed(bytes).map_err(written)
}

/// What the library says of a package that it could not write.
fn written(error: impl std::fmt::Display) -> DocxError {
    DocxError::Write(error.to_string())
}

/// The same package, its parts compressed to about a tenth, which the document library does not do, and without the
/// folders that it adds: a package has parts alone. The clock is not read.
fn compressed(package: Cursor<Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut package = ZipArchive::new(package)?;
    let mut small = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for at in 0..package.len() {
        let mut part = package.by_index(at)?;
        if part.is_file() {
            small.start_file(part.name()?.into_owned(), options)?;
            std::io::copy(&mut part, &mut small)?;
        }
    }
    Ok(small.finish()?.into_inner())
}

/// The properties of the file: the title and the language, and nobody's name.
fn properties(part: &[u8], sheet: &Sheet, lang: &str) -> Result<Vec<u8>, DocxError> {
    let text = std::str::from_utf8(part).map_err(|_| DocxError::Part)?;
    let (open, _) = text.rsplit_once("</cp:coreProperties>").ok_or(DocxError::Part)?;
    let open = open.replace(">unknown<", "><");
    let title = sheet.title_line();
    let title = escape(title.as_str());
    let done =
        format!("{open}<dc:language>{lang}</dc:language><dc:title>{title}</dc:title></cp:coreProperties>");
    Ok(done.into_bytes())
}

#[cfg(test)]
mod tests;
