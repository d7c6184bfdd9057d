//! Named styles, so that whoever edits the paper finds its headings in Word's outline and changes them at one place.

use docx_rs::{Docx, LineSpacing, LineSpacingType, Style, StyleType};

use super::words::{face, half_points};
use crate::papers::layout::Measures;

/// Headings of the body.
pub(super) const HEADING: &str = "Heading1";

/// Captions of tables.
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
