//! The A4 page, its margins, and the sizes of type on it.

use crate::papers::sheet::Style;

/// Points in a millimetre.
pub(in crate::papers) const MM: f32 = 72.0 / 25.4;

/// Width of A4 (210 mm) in points.
const A4_WIDTH: f32 = 210.0 * MM;

/// Height of A4 (297 mm) in points.
const A4_HEIGHT: f32 = 297.0 * MM;

/// The part of the page inside the margins. Coordinates of marks are counted from its top left corner.
#[derive(Clone, Copy, Debug)]
pub(in crate::papers) struct Frame {
    /// Left margin.
    pub(in crate::papers) left: f32,
    /// Top margin.
    pub(in crate::papers) top: f32,
    /// Width of the page.
    pub(in crate::papers) page_width: f32,
    /// Height of the page.
    pub(in crate::papers) page_height: f32,
    right: f32,
    bottom: f32,
}

impl Frame {
    /// Margins of NĐ 30/2020/NĐ-CP, appendix I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. A tally, which
    /// is no report of the administration, gives 5 mm of its left margin to its tables.
    pub(in crate::papers) fn of(style: Style) -> Self {
        let left = match style {
            Style::Tally => 25.0,
            Style::Report => 30.0,
        };
        Self {
            left: left * MM,
            top: 20.0 * MM,
            page_width: A4_WIDTH,
            page_height: A4_HEIGHT,
            right: 15.0 * MM,
            bottom: 20.0 * MM,
        }
    }

    /// Width between the margins.
    pub(in crate::papers) fn width(self) -> f32 {
        self.page_width - self.left - self.right
    }

    /// Height between the margins.
    pub(in crate::papers) fn height(self) -> f32 {
        self.page_height - self.top - self.bottom
    }

    /// Top of the foot, from the top of the page: 15 mm above its lower edge, within the bottom margin and outside of
    /// what printers cut off.
    pub(in crate::papers) fn foot_top(self) -> f32 {
        self.page_height - 15.0 * MM
    }

    /// The whole width as a column.
    pub(in crate::papers) fn column(self) -> Column {
        Column { x: 0.0, width: self.width() }
    }
}

/// A vertical strip of the frame in which things are laid out.
#[derive(Clone, Copy, Debug)]
pub(in crate::papers) struct Column {
    /// Left edge, from the left edge of the frame.
    pub(in crate::papers) x: f32,
    /// Width.
    pub(in crate::papers) width: f32,
}

impl Column {
    /// Middle of the column.
    pub(in crate::papers) fn middle(self) -> f32 {
        self.x + self.width / 2.0
    }

    /// Right edge of the column.
    pub(in crate::papers) fn right(self) -> f32 {
        self.x + self.width
    }

    /// The column without `lead` at its left.
    pub(in crate::papers) fn after(self, lead: f32) -> Self {
        Self { x: self.x + lead, width: (self.width - lead).max(1.0) }
    }

    /// `count` equal columns with `gutter` between them.
    pub(in crate::papers) fn split(self, count: usize, gutter: f32) -> Vec<Self> {
        let count = u16::try_from(count.max(1)).unwrap_or(u16::MAX);
        let parts = f32::from(count);
        let width = (self.width - gutter * (parts - 1.0)) / parts;
        (0..count).map(|i| Self { x: self.x + f32::from(i) * (width + gutter), width }).collect()
    }
}

/// Sizes of type in points, all following from the size of the body.
#[derive(Clone, Copy, Debug)]
pub(in crate::papers) struct Sizes {
    /// Body.
    pub(in crate::papers) body: f32,
    /// Lines of the head.
    pub(in crate::papers) head: f32,
    /// First line of the title.
    pub(in crate::papers) title: f32,
    /// Further lines of the title.
    pub(in crate::papers) subtitle: f32,
    /// Cells of tables.
    pub(in crate::papers) table: f32,
    /// White space above and below the text of a cell, less of it on a sheet that is squeezed.
    pub(in crate::papers) air: f32,
    /// Notes and hints.
    pub(in crate::papers) small: f32,
    /// Values of figures.
    pub(in crate::papers) figure: f32,
    /// Foot of the page; the same on every sheet.
    pub(in crate::papers) foot: f32,
    /// Space left for a signature by hand.
    pub(in crate::papers) signing: f32,
}

/// Sizes of the body of a tally, largest first. Below 9 pt numbers are hard to read on a copy.
const TALLY: [f32; 6] = [11.5, 11.0, 10.5, 10.0, 9.5, 9.0];

/// Sizes of the body of a report, largest first (NĐ 30/2020/NĐ-CP: 13–14 pt).
const REPORT: [f32; 2] = [13.5, 13.0];

impl Sizes {
    /// The sizes that a sheet has when it is not squeezed.
    pub(in crate::papers) fn usual(style: Style) -> Self {
        Self::at(style, steps(style)[0])
    }

    /// The smaller sizes in which a sheet may be set to save a page, the largest first.
    pub(in crate::papers) fn smaller(style: Style) -> impl Iterator<Item = Self> {
        steps(style)[1..].iter().map(move |&body| Self::at(style, body))
    }

    /// Whether the body is at most one point smaller than usual.
    pub(in crate::papers) fn is_near_usual(&self, style: Style) -> bool {
        self.body + 1.0 >= steps(style)[0]
    }

    fn at(style: Style, body: f32) -> Self {
        match style {
            Style::Tally => Self {
                body,
                head: (body + 0.5).max(10.5),
                title: (body + 3.0).max(13.0),
                subtitle: body + 0.5,
                table: (body - 0.5).max(9.0),
                air: 0.7 + (body - 9.0) * 0.4,
                small: (body - 1.5).max(8.0),
                figure: body * 1.9,
                foot: 8.5,
                signing: (body * 4.4 - 2.0).max(36.0),
            },
            Style::Report => Self {
                body,
                head: 12.5,
                title: 14.0,
                subtitle: 13.5,
                table: 12.0,
                air: 1.7,
                small: 11.5,
                figure: 22.0,
                foot: 9.0,
                signing: 62.0,
            },
        }
    }
}

/// Sizes of the body that a style allows.
fn steps(style: Style) -> &'static [f32] {
    match style {
        Style::Tally => &TALLY,
        Style::Report => &REPORT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_within_the_decree() {
        let frame = Frame::of(Style::Report);
        assert!((frame.width() / MM - 165.0).abs() < 0.01);
        assert!((frame.height() / MM - 257.0).abs() < 0.01);
    }

    #[test]
    fn split_columns_fill_the_column() {
        let columns = Column { x: 10.0, width: 100.0 }.split(3, 5.0);
        assert_eq!(columns.len(), 3);
        assert!((columns[2].right() - 110.0).abs() < 0.01);
    }
}
