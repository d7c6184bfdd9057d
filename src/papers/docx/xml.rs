//! A part of the package as elements, in the words of `WordprocessingML` (ECMA-376 part 1, §17). Children stand in the order
//! in which they are added: strict readers insist on that of the schema.

use std::fmt::Display;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

/// The namespace of the words of Word.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of what belongs to the whole of an office file.
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// The namespace of what makes a file a package.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// An element with its attributes and what it holds.
pub(super) struct Element {
    start: BytesStart<'static>,
    inside: Vec<Inside>,
}

enum Inside {
    Element(Element),
    Words(String),
}

pub(super) fn element(name: &'static str) -> Element {
    Element { start: BytesStart::new(name), inside: Vec::new() }
}

/// An element that says one thing.
pub(super) fn value(name: &'static str, of: impl Display) -> Element {
    element(name).with("w:val", of)
}

impl Element {
    #[must_use]
    pub(super) fn with(mut self, attribute: &str, of: impl Display) -> Self {
        self.start.push_attribute((attribute, of.to_string().as_str()));
        self
    }

    #[must_use]
    pub(super) fn holding(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.inside.extend(children.into_iter().map(Inside::Element));
        self
    }

    #[must_use]
    pub(super) fn saying(mut self, words: impl Into<String>) -> Self {
        self.inside.push(Inside::Words(words.into()));
        self
    }

    /// The element as a part of the package.
    pub(super) fn into_part(self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(self, to: &mut Writer<Vec<u8>>) -> io::Result<()> {
        if self.inside.is_empty() {
            return to.write_event(Event::Empty(self.start));
        }
        let end = self.start.to_end().into_owned();
        to.write_event(Event::Start(self.start))?;
        for inside in self.inside {
            match inside {
                Inside::Element(element) => element.write(to)?,
                Inside::Words(words) => to.write_event(Event::Text(BytesText::new(&words)))?,
            }
        }
        to.write_event(Event::End(end))
    }
}
