//! What the library cannot say is said here, in the XML of the package's parts: header rows that are repeated, the
//! language, and the order of elements that the schema asks for (ECMA-376 part 1, §17), which strict readers insist on.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use super::DocxError;

/// Elements whose children have an order, with that order. Children that are not named stay behind those that are.
const ORDERS: &[(&[u8], &[&str])] = &[
    (
        b"w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "textAlignment",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        b"w:rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "strike",
            "dstrike",
            "vanish",
            "color",
            "spacing",
            "w",
            "sz",
            "szCs",
            "highlight",
            "u",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "lang",
            "specVanish",
        ],
    ),
    (b"w:tblPr", &["tblStyle", "tblpPr", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    (b"w:tcPr", &["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "tcMar", "textDirection", "vAlign"]),
    (b"w:tblBorders", SIDES),
    (b"w:tcBorders", SIDES),
    (b"w:pBdr", SIDES),
    (b"w:tblCellMar", SIDES),
    (b"w:tcMar", SIDES),
    (
        b"w:sectPr",
        &[
            "headerReference",
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "cols",
            "titlePg",
            "textDirection",
            "docGrid",
        ],
    ),
    (
        b"w:style",
        &["name", "basedOn", "next", "link", "uiPriority", "qFormat", "pPr", "rPr", "tblPr", "tcPr"],
    ),
    (b"w:settings", &["zoom", "defaultTabStop", "evenAndOddHeaders", "compat", "docVars"]),
];

/// The sides of a border or margin.
const SIDES: &[&str] = &["top", "left", "bottom", "right", "insideH", "insideV"];

/// Attributes that stand for nothing here: numbers of paragraphs, for remarks that there are none of, and a unit that
/// the columns of a grid do not have.
const NEEDLESS: &[(&[u8], &[u8])] = &[(b"w:p", b"w14:paraId"), (b"w:gridCol", b"w:type")];

/// A piece of a part.
enum Node {
    /// An element with its children.
    Element(BytesStart<'static>, Vec<Node>),
    /// Words, or the line that says that this is XML.
    Other(Event<'static>),
}

/// A part of the package put in order, its default language set to `lang`.
pub(super) fn in_order(part: &[u8], lang: &str) -> Result<Vec<u8>, DocxError> {
    let text = std::str::from_utf8(part).map_err(|_| DocxError::Part)?;
    let mut reader = Reader::from_str(text);
    let mut nodes = read(&mut reader)?;
    for node in &mut nodes {
        settle(node, lang)?;
    }
    let mut writer = Writer::new(Vec::with_capacity(part.len()));
    for node in nodes {
        write(&mut writer, node)?;
    }
    Ok(writer.into_inner())
}

/// The children of the element that was opened last, up to its end.
fn read(reader: &mut Reader<&[u8]>) -> Result<Vec<Node>, DocxError> {
    // The open elements, each with the children read so far; the first holds the part itself.
    let mut open: Vec<(Option<BytesStart<'static>>, Vec<Node>)> = vec![(None, Vec::new())];
    loop {
        let node = match reader.read_event().map_err(|_| DocxError::Part)? {
            Event::Start(start) => {
                open.push((Some(start.into_owned()), Vec::new()));
                continue;
            }
            Event::End(_) => {
                let Some((Some(start), children)) = open.pop() else { return Err(DocxError::Part) };
                Node::Element(start, children)
            }
            Event::Empty(start) => Node::Element(start.into_owned(), Vec::new()),
            Event::Eof => {
                return match (open.pop(), open.is_empty()) {
                    (Some((None, nodes)), true) => Ok(nodes),
                    _ => Err(DocxError::Part),
                };
            }
            other => Node::Other(other.into_owned()),
        };
        let Some((_, siblings)) = open.last_mut() else { return Err(DocxError::Part) };
        siblings.push(node);
    }
}

/// Puts an element and what it holds in order.
fn settle(node: &mut Node, lang: &str) -> Result<(), DocxError> {
    let Node::Element(start, children) = node else { return Ok(()) };
    if let Some((_, needless)) = NEEDLESS.iter().find(|(element, _)| *element == start.name().0) {
        let mut kept = BytesStart::new(String::from_utf8_lossy(start.name().0).into_owned());
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| DocxError::Part)?;
            if attribute.key.0 != *needless {
                kept.push_attribute(attribute);
            }
        }
        *start = kept;
    }
    match start.name().0 {
        b"w:rPrDefault" => {
            if let Some(Node::Element(_, properties)) = children.first_mut() {
                let element = BytesStart::new("w:lang").with_attributes([
                    ("w:val", lang),
                    ("w:eastAsia", lang),
                    ("w:bidi", lang),
                ]);
                properties.push(Node::Element(element.into_owned(), Vec::new()));
            }
        }
        // Without this, paragraphs of no style belong to none that can be changed.
        b"w:style" if start.attributes().flatten().any(|part| part.value.as_ref() == b"Normal") => {
            start.push_attribute(("w:default", "1"));
        }
        b"w:trPr" => {
            for child in children.iter_mut() {
                if let Node::Element(height, _) = child
                    && is_header_mark(height)
                {
                    *height = BytesStart::new("w:tblHeader");
                }
            }
        }
        _ => {}
    }
    if let Some((_, order)) = ORDERS.iter().find(|(element, _)| *element == start.name().0) {
        children.sort_by_key(|child| rank(child, order));
    }
    for child in children {
        settle(child, lang)?;
    }
    Ok(())
}

/// The mark that [`super::body`] leaves on the header row of a table: a height of nothing.
fn is_header_mark(element: &BytesStart) -> bool {
    element.name().0 == b"w:trHeight"
        && element.attributes().flatten().any(|part| part.key.0 == b"w:val" && part.value.as_ref() == b"0")
}

/// The place of a child in the order of its parent.
fn rank(node: &Node, order: &[&str]) -> usize {
    let Node::Element(start, _) = node else { return 0 };
    let name = start.local_name();
    order.iter().position(|known| known.as_bytes() == name.as_ref()).unwrap_or(order.len())
}

fn write(writer: &mut Writer<Vec<u8>>, node: Node) -> Result<(), DocxError> {
    let mut event = |event: Event| writer.write_event(event).map_err(|_| DocxError::Part);
    match node {
        Node::Other(other) => event(other),
        Node::Element(start, children) if children.is_empty() => event(Event::Empty(start)),
        Node::Element(start, children) => {
            let end = start.to_end().into_owned();
            event(Event::Start(start))?;
            for child in children {
                write(writer, child)?;
            }
            writer.write_event(Event::End(end)).map_err(|_| DocxError::Part)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(part: &str) -> String {
        let part = in_order(part.as_bytes(), "vi-VN").expect("is XML");
        String::from_utf8(part).expect("is text").replace(" />", "/>")
    }

    #[test]
    fn properties_come_in_the_order_of_the_schema() {
        assert_eq!(
            ordered(
                r#"<w:p w14:paraId="1"><w:pPr><w:rPr /><w:jc w:val="both" /><w:keepNext /></w:pPr> x &amp; y</w:p>"#
            ),
            r#"<w:p><w:pPr><w:keepNext/><w:jc w:val="both"/><w:rPr/></w:pPr> x &amp; y</w:p>"#
        );
    }

    #[test]
    fn a_row_of_no_height_is_a_header_and_any_other_height_stays() {
        let row = |height: &str| {
            format!(r#"<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="auto"/></w:trPr>"#)
        };
        assert_eq!(ordered(&row("0")), "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        assert_eq!(ordered(&row("40")), row("40"));
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        assert!(in_order(b"<w:p><w:r></w:p>", "vi-VN").is_err());
        assert!(in_order(b"<w:p>", "vi-VN").is_err());
        assert!(in_order(b"\xff", "vi-VN").is_err());
    }
}
