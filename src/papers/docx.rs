//! A sheet as a Word document, for papers that officials edit before they sign.
//!
//! Everything is a structure of Word's own: tables, styles, fields, tab stops; nothing is a picture or a drawing. Margins
//! and sizes of type are those of the [`pdf`](super::pdf), so the edited paper looks like the printed one. Lengths are
//! points (1/72 inch) until they become the twips (1/20 point) of the file.

mod body;
mod ends;
mod words;
mod xml;

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::layout::{DamagedFace, Measures};
use super::sheet::Sheet;
use body::Content;
use ends::Margin;
use words::twips;
use xml::{Element, OFFICE, PACKAGE, WORD, element, value};

#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The program was built from damaged files.
    #[error(transparent)]
    Measures(#[from] DamagedFace),
    /// A table has more columns than Word can hold.
    #[error("a table has {count} columns and Word holds {most}")]
    Columns { count: usize, most: usize },
    /// The file could not be put together.
    #[error("the document could not be written")]
    Write(#[from] io::Error),
}

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Distance of what stands in the top and bottom margins from the edge of the page: 10 mm.
const EDGE: f32 = 10.0 * MM;

/// The moment that stands in a file whose sheet has none: the first that a ZIP archive knows.
const NO_MOMENT: &str = "1980-01-01T00:00:00Z";

/// A part of the package that belongs to the document.
struct Part {
    name: String,
    /// As types of content and of relations name it: `styles`, `footer`.
    kind: &'static str,
    content: Element,
}

/// Renders a sheet as the bytes of a DOCX file. The same sheet always gives the same bytes.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, DocxError> {
    let measures = Measures::of(sheet)?;
    let (width, _) = sheet.paper.points();
    let room = width - measures.frame.left - measures.frame.right;
    let mut body = ends::head(&measures, sheet, room);
    body.extend(body::stack(&measures, &sheet.blocks, room)?);
    // A page with nothing but signatures could be put under another paper.
    if let Some(Content::Paragraph(last)) = body.last_mut() {
        **last = std::mem::take(&mut **last).keep_next(true);
    }
    body.extend(ends::ending(&measures, sheet, room));
    let margins = ends::margins(&measures, sheet, room);
    let section = section(sheet, &measures, &margins);
    let document = element("w:document")
        .with("xmlns:w", WORD)
        .with("xmlns:r", relations())
        .holding([element("w:body").holding(body.into_iter().map(Content::into_element)).holding([section])]);
    let lang = if sheet.lang_tag.starts_with("en") { "en-GB" } else { "vi-VN" };
    let further = [("styles", words::styles(&measures, lang)), ("settings", settings())]
        .map(|(kind, content)| Part { name: kind.to_owned(), kind, content });
    let margins = margins.into_iter().map(|Margin { kind, pages, part }| Part {
        name: format!("{kind}-{pages}"),
        kind,
        content: part,
    });
    Ok(packed(document, further.into_iter().chain(margins).collect(), properties(sheet, lang))?)
}

/// The namespace of relations between parts.
fn relations() -> String {
    format!("{OFFICE}/relationships")
}

/// The size of the pages, and what stands in their margins.
fn section(sheet: &Sheet, measures: &Measures, margins: &[Margin]) -> Element {
    let frame = measures.frame;
    let (width, height) = sheet.paper.points();
    let references = margins.iter().map(|Margin { kind, pages, .. }| {
        let name = if *kind == "header" { "w:headerReference" } else { "w:footerReference" };
        element(name).with("w:type", pages).with("r:id", format!("{kind}-{pages}"))
    });
    let differs = margins.iter().any(|margin| margin.pages == "first");
    element("w:sectPr")
        .holding(references)
        .holding([
            element("w:pgSz").with("w:w", twips(width)).with("w:h", twips(height)),
            element("w:pgMar")
                .with("w:top", twips(frame.top))
                .with("w:right", twips(frame.right))
                .with("w:bottom", twips(frame.bottom))
                .with("w:left", twips(frame.left))
                .with("w:header", twips(EDGE))
                .with("w:footer", twips(EDGE))
                .with("w:gutter", 0),
        ])
        .holding(differs.then(|| element("w:titlePg")))
}

/// How Word behaves: as since 2013, or it would open the file in a mode for older ones.
fn settings() -> Element {
    let mode = element("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    element("w:settings")
        .with("xmlns:w", WORD)
        .holding([value("w:defaultTabStop", 720), element("w:compat").holding([mode])])
}

/// The properties of the file: title, language and moment, and nobody's name.
fn properties(sheet: &Sheet, lang: &str) -> Element {
    let moment = sheet.created.and_then(super::sheet::Created::utc);
    let moment =
        moment.map_or_else(|| NO_MOMENT.to_owned(), |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    let at = |name| element(name).with("xsi:type", "dcterms:W3CDTF").saying(moment.as_str());
    element("cp:coreProperties")
        .with("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .holding([
            element("dc:title").saying(sheet.title_line()),
            element("dc:language").saying(lang),
            at("dcterms:created"),
            at("dcterms:modified"),
        ])
}

/// The package: its parts, and which of them belongs to which. The clock is not read.
fn packed(document: Element, parts: Vec<Part>, properties: Element) -> io::Result<Vec<u8>> {
    const FOLDER: &str = "word";
    let kind_of =
        |kind: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
    let relation = |id: &str, kind: String, to: &str| {
        element("Relationship").with("Id", id).with("Type", kind).with("Target", to)
    };
    let all = |of: Vec<Element>| {
        element("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).holding(of)
    };
    let of_kind = |extension: &str, kind: &str| {
        element("Default").with("Extension", extension).with("ContentType", kind)
    };
    let part = |name: &str, kind: String| {
        element("Override").with("PartName", format!("/{name}")).with("ContentType", kind)
    };
    let mut types = vec![
        of_kind("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        of_kind("xml", "application/xml"),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        part("word/document.xml", kind_of("document.main")),
    ];
    let mut known = Vec::new();
    for Part { name, kind, .. } in &parts {
        types.push(part(&format!("{FOLDER}/{name}.xml"), kind_of(kind)));
        known.push(relation(name, format!("{}/{kind}", relations()), &format!("{name}.xml")));
    }
    let types = element("Types").with("xmlns", format!("{PACKAGE}/content-types")).holding(types);
    let roots = all(vec![
        relation("document", format!("{}/officeDocument", relations()), "word/document.xml"),
        relation("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ]);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let fixed = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", roots),
        ("docProps/core.xml", properties),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", all(known)),
    ]
    .map(|(name, content)| (name.to_owned(), content));
    let further = parts.into_iter().map(|part| (format!("{FOLDER}/{}.xml", part.name), part.content));
    for (name, content) in fixed.into_iter().chain(further) {
        package.start_file(name, options)?;
        package.write_all(&content.into_part()?)?;
    }
    Ok(package.finish()?.into_inner())
}

#[cfg(test)]
mod tests;
