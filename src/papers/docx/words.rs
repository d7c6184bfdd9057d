//! Words as runs and paragraphs, and the named styles, so that people who edit the paper find its headings in Word's
//! outline and change them at one place.

use super::xml::{Element, WORD, element, value};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Align, Weight};
use crate::wrap::clean;

/// The face that every office computer has, and that NĐ 30/2020/NĐ-CP, appendix I, asks for.
const FACE: &str = "Times New Roman";

/// The face of boxes and ticks on Windows; Times New Roman has none.
const SIGNS: &str = "Segoe UI Symbol";

/// A firm rule, in eighths of a point.
pub(super) const FIRM: usize = 6;

/// A hairline, in eighths of a point: the thinnest that Word draws the same everywhere.
pub(super) const HAIR: usize = 4;

/// Headings of the body.
pub(super) const HEADING: &str = "Heading1";

pub(super) const CAPTION: &str = "Caption";

/// Lines of the title.
pub(super) const TITLE: &str = "Title";

/// What stands in the top margin.
pub(super) const HEADER: &str = "Header";

/// What stands in the bottom margin.
pub(super) const FOOTER: &str = "Footer";

/// A length in points as twentieths of a point, never negative. Lengths here are at most a few pages.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn twips(points: f32) -> usize {
    (points.max(0.0) * 20.0).round() as usize
}

/// A size of type in half points.
fn half_points(size: f32) -> usize {
    twips(size) / 10
}

/// The size of type, of all kinds of letters.
fn size_of_type(half_points: usize) -> [Element; 2] {
    [value("w:sz", half_points), value("w:szCs", half_points)]
}

/// A face for all kinds of letters.
fn face(name: &str) -> Element {
    ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"]
        .into_iter()
        .fold(element("w:rFonts"), |fonts, letters| fonts.with(letters, name))
}

/// Words of one look.
#[derive(Default)]
pub(super) struct Run {
    face: Option<&'static str>,
    is_bold: bool,
    is_italic: bool,
    half_points: usize,
    is_boxed: bool,
    parts: Vec<Element>,
}

impl Run {
    /// An empty run of a weight and size.
    pub(super) fn new(weight: Weight, size: f32) -> Self {
        Self {
            is_bold: weight == Weight::Strong,
            is_italic: weight == Weight::Faint,
            half_points: half_points(size),
            ..Self::default()
        }
    }

    #[must_use]
    pub(super) fn italic(self) -> Self {
        Self { is_italic: true, ..self }
    }

    /// With a box around it.
    #[must_use]
    pub(super) fn boxed(self) -> Self {
        Self { is_boxed: true, ..self }
    }

    /// With these words behind what it has; `\n` breaks the line.
    #[must_use]
    pub(super) fn words(mut self, text: &str) -> Self {
        for (at, line) in clean(text).split('\n').enumerate() {
            if at > 0 {
                self.parts.push(element("w:br"));
            }
            if !line.is_empty() {
                self.parts.push(element("w:t").with("xml:space", "preserve").saying(line));
            }
        }
        self
    }

    #[must_use]
    pub(super) fn tab(mut self) -> Self {
        self.parts.push(element("w:tab"));
        self
    }

    /// With a number that Word counts.
    #[must_use]
    pub(super) fn field(mut self, instruction: &str) -> Self {
        let mark = |of| element("w:fldChar").with("w:fldCharType", of);
        self.parts.extend([
            mark("begin"),
            element("w:instrText").saying(instruction),
            mark("separate"),
            element("w:t").saying("1"),
            mark("end"),
        ]);
        self
    }

    fn into_element(self) -> Element {
        let mut look = Vec::new();
        look.extend(self.face.map(face));
        if self.is_bold {
            look.extend([element("w:b"), element("w:bCs")]);
        }
        if self.is_italic {
            look.extend([element("w:i"), element("w:iCs")]);
        }
        look.extend(size_of_type(self.half_points));
        if self.is_boxed {
            look.push(border("w:bdr", HAIR, 0));
        }
        element("w:r").holding([element("w:rPr").holding(look)]).holding(self.parts)
    }
}

/// Words of a weight and size; `\n` breaks the line.
pub(super) fn run(text: &str, weight: Weight, size: f32) -> Run {
    Run::new(weight, size).words(text)
}

/// A sign such as a box, in a face that has it.
pub(super) fn sign(sign: &str, size: f32) -> Run {
    Run { face: Some(SIGNS), ..run(sign, Weight::Normal, size) }
}

/// A line at one side of something, its width in eighths of a point, `space` points away.
pub(super) fn border(side: &'static str, width: usize, space: usize) -> Element {
    value(side, "single").with("w:sz", width).with("w:space", space).with("w:color", "000000")
}

/// How high the lines of a paragraph are.
#[derive(Clone, Copy)]
pub(super) enum Lines {
    /// As high as a single line of their type, so often in 240ths.
    Auto(usize),
    /// So many points, whatever stands in them.
    Exact(f32),
}

/// A paragraph, with its properties in the order of the schema.
#[derive(Default)]
pub(super) struct Paragraph {
    style: Option<&'static str>,
    keeps_next: bool,
    border: Option<Element>,
    tab: Option<Element>,
    spacing: Option<Element>,
    indent: Option<Element>,
    align: Option<&'static str>,
    /// The size of the mark at its end, in half points.
    mark: Option<usize>,
    runs: Vec<Element>,
}

impl Paragraph {
    #[must_use]
    pub(super) fn style(self, style: &'static str) -> Self {
        Self { style: Some(style), ..self }
    }

    /// On the same page as the next one.
    #[must_use]
    pub(super) fn keep_next(self, keeps_next: bool) -> Self {
        Self { keeps_next, ..self }
    }

    /// With a line at one side.
    #[must_use]
    pub(super) fn border(self, side: &'static str, width: usize) -> Self {
        Self { border: Some(border(side, width, 1)), ..self }
    }

    /// With one stop for tabs, so many points from the left.
    #[must_use]
    pub(super) fn tab_stop(self, kind: &str, at: f32, is_dotted: bool) -> Self {
        let stop = value("w:tab", kind);
        let stop = if is_dotted { stop.with("w:leader", "dot") } else { stop };
        Self { tab: Some(stop.with("w:pos", twips(at))), ..self }
    }

    /// White space above, in points.
    #[must_use]
    pub(super) fn before(self, points: f32) -> Self {
        self.spaced(points, 0.0, None)
    }

    /// White space above and below, in points.
    #[must_use]
    pub(super) fn spaced(self, above: f32, below: f32, lines: Option<Lines>) -> Self {
        Self { spacing: Some(spacing(above, below, lines)), ..self }
    }

    /// Pushed in at the left and right, in points.
    #[must_use]
    pub(super) fn indent(self, left: f32, right: f32) -> Self {
        Self { indent: Some(sides(left, right)), ..self }
    }

    /// The first line pushed in by so many points.
    #[must_use]
    pub(super) fn first_line(self, points: f32) -> Self {
        Self { indent: Some(sides(0.0, 0.0).with("w:firstLine", twips(points))), ..self }
    }

    /// All lines but the first pushed in by so many points.
    #[must_use]
    pub(super) fn hanging(self, points: f32) -> Self {
        Self { indent: Some(sides(points, 0.0).with("w:hanging", twips(points))), ..self }
    }

    #[must_use]
    pub(super) fn align(self, align: Align) -> Self {
        let word = match align {
            Align::Left => "left",
            Align::Right => "right",
            Align::Center => "center",
        };
        Self { align: Some(word), ..self }
    }

    #[must_use]
    pub(super) fn justified(self) -> Self {
        Self { align: Some("both"), ..self }
    }

    #[must_use]
    pub(super) fn run(mut self, run: Run) -> Self {
        self.runs.push(run.into_element());
        self
    }

    pub(super) fn into_element(self) -> Element {
        let mut look = Vec::new();
        look.extend(self.style.map(|style| value("w:pStyle", style)));
        look.extend(self.keeps_next.then(|| element("w:keepNext")));
        look.extend(self.border.map(|border| element("w:pBdr").holding([border])));
        look.extend(self.tab.map(|stop| element("w:tabs").holding([stop])));
        look.extend(self.spacing);
        look.extend(self.indent);
        look.extend(self.align.map(|align| value("w:jc", align)));
        look.extend(self.mark.map(|size| element("w:rPr").holding(size_of_type(size))));
        let look = (!look.is_empty()).then(|| element("w:pPr").holding(look));
        element("w:p").holding(look).holding(self.runs)
    }
}

fn spacing(above: f32, below: f32, lines: Option<Lines>) -> Element {
    let spacing = element("w:spacing").with("w:before", twips(above)).with("w:after", twips(below));
    match lines {
        None => spacing,
        Some(Lines::Auto(height)) => spacing.with("w:line", height).with("w:lineRule", "auto"),
        Some(Lines::Exact(height)) => spacing.with("w:line", twips(height)).with("w:lineRule", "exact"),
    }
}

fn sides(left: f32, right: f32) -> Element {
    element("w:ind").with("w:left", twips(left)).with("w:right", twips(right))
}

/// A paragraph of words, as tight as its lines.
pub(super) fn paragraph(text: &str, weight: Weight, size: f32) -> Paragraph {
    Paragraph::default().run(run(text, weight, size))
}

pub(super) fn centred(text: &str, weight: Weight, size: f32) -> Paragraph {
    paragraph(text, weight, size).align(Align::Center)
}

/// A paragraph without words that is exactly so high, in points.
pub(super) fn gap(height: f32) -> Paragraph {
    // The mark of the paragraph has a size too, which must not make the gap higher.
    Paragraph { mark: Some(2), ..Paragraph::default() }.spaced(0.0, 0.0, Some(Lines::Exact(height)))
}

/// A rule of a width in the middle of `room`, both in points, clear of the dot below a letter above it («ộ»).
pub(super) fn rule(width: f32, room: f32) -> Paragraph {
    let side = (room - width) / 2.0;
    gap(2.0).indent(side, side).keep_next(true).border("w:bottom", FIRM)
}

/// The part with the face, the size and the styles of a sheet.
pub(super) fn styles(measures: &Measures, lang: &str) -> Element {
    let sizes = measures.sizes;
    let lang = value("w:lang", lang).with("w:eastAsia", lang).with("w:bidi", lang);
    let tight = spacing(0.0, 0.0, Some(Lines::Auto(240)));
    let defaults = element("w:docDefaults").holding([
        element("w:rPrDefault").holding([element("w:rPr")
            .holding([face(FACE)])
            .holding(size_of_type(half_points(sizes.body)))
            .holding([lang])]),
        element("w:pPrDefault").holding([element("w:pPr").holding([tight])]),
    ]);
    let style = |id: &str, name: &str| {
        element("w:style").with("w:type", "paragraph").with("w:styleId", id).holding([value("w:name", name)])
    };
    // Without a style that is Word's own default, paragraphs of no style belong to none that can be changed.
    let normal = style("Normal", "Normal").with("w:default", 1).holding([element("w:qFormat")]);
    // The names are Word's own: it shows them in its own language.
    let named = [
        (HEADING, "heading 1", sizes.body, true),
        (TITLE, "Title", sizes.title, false),
        (CAPTION, "caption", sizes.table, true),
        (HEADER, "header", sizes.body, false),
        (FOOTER, "footer", sizes.foot, false),
    ]
    .map(|(id, name, size, is_bold)| {
        let outline = element("w:pPr").holding([value("w:outlineLvl", 0)]);
        let bold = is_bold.then(|| [element("w:b"), element("w:bCs")]).into_iter().flatten();
        style(id, name)
            .holding([value("w:basedOn", "Normal"), value("w:next", "Normal"), element("w:qFormat")])
            .holding((id == HEADING).then_some(outline))
            .holding([element("w:rPr").holding(bold).holding(size_of_type(half_points(size)))])
    });
    element("w:styles").with("xmlns:w", WORD).holding([defaults, normal]).holding(named)
}
