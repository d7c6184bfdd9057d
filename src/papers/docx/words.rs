//! Words as runs and paragraphs, and the named styles, so that people who edit the paper find its headings in Word's
//! outline and changes them at one place.

use docx_rs::{
    AlignmentType, BreakType, Docx, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, RunFonts, Style, StyleType,
};

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

/// A face for all kinds of letters.
fn all_of(face: &str) -> RunFonts {
    RunFonts::new().ascii(face).hi_ansi(face).cs(face).east_asia(face)
}

/// The face of the paper.
pub(super) fn face() -> RunFonts {
    all_of(FACE)
}

/// A length in points as twentieths of a point, never negative. Lengths here are at most a few pages.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn twips(points: f32) -> usize {
    (points.max(0.0) * 20.0).round() as usize
}

/// As [`twips`], for indents.
pub(super) fn indent(points: f32) -> i32 {
    i32::try_from(twips(points)).unwrap_or(i32::MAX)
}

/// As [`twips`], for spacing.
pub(super) fn space(points: f32) -> u32 {
    u32::try_from(twips(points)).unwrap_or(u32::MAX)
}

/// A size of type in half points.
pub(super) fn half_points(size: f32) -> usize {
    twips(size) / 10
}

/// An empty run of a weight and size.
pub(super) fn typed(weight: Weight, size: f32) -> Run {
    let run = Run::new().size(half_points(size));
    match weight {
        Weight::Normal => run,
        Weight::Strong => run.bold(),
        Weight::Faint => run.italic(),
    }
}

/// Words of a weight and size; `\n` breaks the line.
pub(super) fn run(text: &str, weight: Weight, size: f32) -> Run {
    add_lines(typed(weight, size), text)
}

/// Words added to a run; `\n` breaks the line.
pub(super) fn add_lines(mut run: Run, text: &str) -> Run {
    for (i, line) in clean(text).split('\n').enumerate() {
        if i > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        if !line.is_empty() {
            run = run.add_text(line);
        }
    }
    run
}

/// A sign such as a box, in a face that has it.
pub(super) fn sign(sign: &str, size: f32) -> Run {
    typed(Weight::Normal, size).fonts(all_of(SIGNS)).add_text(sign)
}

/// A paragraph of words, as tight as its lines.
pub(super) fn paragraph(text: &str, weight: Weight, size: f32) -> Paragraph {
    Paragraph::new().add_run(run(text, weight, size))
}

pub(super) fn centred(text: &str, weight: Weight, size: f32) -> Paragraph {
    paragraph(text, weight, size).align(AlignmentType::Center)
}

/// White space above a paragraph, in points.
pub(super) fn before(points: f32) -> LineSpacing {
    LineSpacing::new().before(space(points)).after(0)
}

/// An alignment in the library's words.
pub(super) fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Right => AlignmentType::Right,
        Align::Center => AlignmentType::Center,
    }
}

/// A paragraph without words that is exactly so high, in points.
pub(super) fn gap(height: f32) -> Paragraph {
    let spacing = LineSpacing::new()
        .before(0)
        .after(0)
        .line_rule(LineSpacingType::Exact)
        .line(i32::try_from(twips(height)).unwrap_or(i32::MAX));
    let mut gap = Paragraph::new().line_spacing(spacing);
    // The mark of the paragraph has a size too, which must not make the gap higher.
    gap.property.run_property = gap.property.run_property.size(2);
    gap
}

/// A rule of a width in the middle of `room`, both in points, clear of the dot below a letter above it («ộ»).
pub(super) fn rule(width: f32, room: f32) -> Paragraph {
    let side = indent((room - width) / 2.0);
    let mut rule = gap(2.0).indent(Some(side), None, Some(side), None).keep_next(true);
    rule.property = rule.property.set_borders(one_border(ParagraphBorderPosition::Bottom, FIRM));
    rule
}

/// A border at one side of a paragraph.
pub(super) fn one_border(position: ParagraphBorderPosition, size: usize) -> ParagraphBorders {
    ParagraphBorders::with_empty().set(ParagraphBorder::new(position).size(size).space(1).color("000000"))
}

/// Headings of the body.
pub(super) const HEADING: &str = "Heading1";

pub(super) const CAPTION: &str = "Caption";

/// Lines of the title.
pub(super) const TITLE: &str = "Title";

/// What stands in the top margin.
pub(super) const HEADER: &str = "Header";

/// What stands in the bottom margin.
pub(super) const FOOTER: &str = "Footer";

/// A document with the face, the size and the styles of a sheet.
pub(super) fn styled(document: Docx, measures: &Measures) -> Docx {
    let sizes = measures.sizes;
    let style = |id: &str, name: &str, size: f32| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .size(half_points(size))
    };
    let tight = LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Auto).line(240);
    document
        .default_fonts(face())
        .default_size(half_points(sizes.body))
        .default_line_spacing(tight)
        .default_tab_stop(720)
        // The names are Word's own: it shows them in its own language.
        .add_style(style(HEADING, "heading 1", sizes.body).bold().outline_lvl(0))
        .add_style(style(TITLE, "Title", sizes.title))
        .add_style(style(CAPTION, "caption", sizes.table).bold())
        .add_style(style(HEADER, "header", sizes.body))
        .add_style(style(FOOTER, "footer", sizes.foot))
}
