//! The page, its margins, and the sizes of type on it.

use crate::papers::sheet::{Paper, Sheet, Style};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// The height of a page on a roll before it is known where its content ends: more than any slip has.
const ENDLESS: f32 = 1.0e6;

/// The part of the page inside the margins. Coordinates of marks are counted from its top left corner.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub page_width: f32,
    pub page_height: f32,
    pub right: f32,
    pub bottom: f32,
    /// Distance of the top of the foot from the lower edge of the page.
    foot: f32,
}

impl Frame {
    /// Margins of a sheet.
    ///
    /// A4 has those of NĐ 30/2020/NĐ-CP, appendix I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. A tally,
    /// which is no report of the administration, gives 5 mm of its left margin to its tables. On a roll the margins at
    /// the sides are what the printer cannot reach: it prints 48 of 58 mm and 72 of 80 mm.
    pub fn of(sheet: &Sheet) -> Self {
        let of =
            |[page_width, page_height]: [f32; 2], [left, top, right, bottom]: [f32; 4], foot: f32| Self {
                left: left * MM,
                top: top * MM,
                page_width: page_width * MM,
                page_height: page_height * MM,
                right: right * MM,
                bottom: bottom * MM,
                foot: foot * MM,
            };
        // The foot stands in the bottom margin, outside of what printers cut off.
        match (sheet.paper, sheet.style) {
            (Paper::A4, Style::Tally | Style::Guide) => of([210.0, 297.0], [25.0, 20.0, 15.0, 20.0], 15.0),
            (Paper::A4, Style::Report) => of([210.0, 297.0], [30.0, 20.0, 15.0, 20.0], 15.0),
            (Paper::A5, Style::Guide) => of([148.0, 210.0], [11.0, 10.0, 11.0, 15.0], 13.0),
            (Paper::A5, _) => of([148.0, 210.0], [12.0, 12.0, 12.0, 17.0], 14.0),
            (Paper::Roll58, _) => of([58.0, ENDLESS], [5.0, 3.0, 5.0, 3.0], 0.0),
            (Paper::Roll80, _) => of([80.0, ENDLESS], [4.0, 3.0, 4.0, 3.0], 0.0),
        }
    }

    /// The frame of a roll, its page cut where the content ends.
    pub fn cut_at(self, depth: f32) -> Self {
        Self { page_height: self.top + depth + self.bottom, ..self }
    }

    /// Width between the margins.
    pub fn width(self) -> f32 {
        self.page_width - self.left - self.right
    }

    /// Height between the margins.
    pub fn height(self) -> f32 {
        self.page_height - self.top - self.bottom
    }

    /// Top of the foot, from the top of the page.
    pub fn foot_top(self) -> f32 {
        self.page_height - self.foot
    }

    /// The whole width as a column.
    pub fn column(self) -> Strip {
        Strip { x: 0.0, width: self.width() }
    }
}

/// A vertical strip of the frame in which things are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    /// Left edge, from the left edge of the frame.
    pub x: f32,
    pub width: f32,
}

impl Strip {
    pub fn middle(self) -> f32 {
        self.x + self.width / 2.0
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The column without `lead` at its left.
    pub fn after(self, lead: f32) -> Self {
        Self { x: self.x + lead, width: (self.width - lead).max(1.0) }
    }

    /// `count` equal columns with `gutter` between them.
    pub fn split(self, count: usize, gutter: f32) -> Vec<Self> {
        let count = u16::try_from(count.max(1)).unwrap_or(u16::MAX);
        let parts = f32::from(count);
        let width = (self.width - gutter * (parts - 1.0)) / parts;
        (0..count).map(|i| Self { x: self.x + f32::from(i) * (width + gutter), width }).collect()
    }
}

/// Sizes of type in points, all following from the size of the body.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub body: f32,
    pub head: f32,
    pub title: f32,
    pub subtitle: f32,
    pub table: f32,
    /// White space above and below the text of a cell, less of it on a sheet that is squeezed.
    pub air: f32,
    pub small: f32,
    pub figure: f32,
    /// What is to be read from across the room.
    pub big: f32,
    pub foot: f32,
    /// Space left for a signature by hand.
    pub signing: f32,
}

/// Sizes of the body of a tally, largest first. Below 9 pt numbers are hard to read on a copy.
const TALLY: [f32; 6] = [11.5, 11.0, 10.5, 10.0, 9.5, 9.0];

/// Sizes of the body of a report, largest first (NĐ 30/2020/NĐ-CP: 13–14 pt).
const REPORT: [f32; 2] = [13.5, 13.0];

/// Sizes of the body on A5, largest first.
const A5: [f32; 5] = [11.0, 10.5, 10.0, 9.5, 9.0];

/// Sizes of the body of a guide on A5, largest first.
const A5_GUIDE: [f32; 7] = [11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0];

/// Size of the body on a roll of 58 mm: a slip is as long as it must be, so it has one size. In 8 dots a millimetre
/// «ẳ» and «ắ» of 9.5 pt differ by no more than two dots; from 10 pt on they can be told apart.
const ROLL58: [f32; 1] = [10.5];

/// Size of the body on a roll of 80 mm.
const ROLL80: [f32; 1] = [11.5];

impl Sizes {
    /// The sizes that a sheet has when it is not squeezed.
    pub fn usual(sheet: &Sheet) -> Self {
        Self::at(sheet, steps(sheet)[0])
    }

    /// The smaller sizes in which a sheet may be set to save a page, the largest first.
    pub fn smaller(sheet: &Sheet) -> impl Iterator<Item = Self> {
        steps(sheet)[1..].iter().map(|&body| Self::at(sheet, body))
    }

    /// Whether the body is at most one point smaller than usual.
    pub fn is_near_usual(&self, sheet: &Sheet) -> bool {
        self.body + 1.0 >= steps(sheet)[0]
    }

    fn at(sheet: &Sheet, body: f32) -> Self {
        match (sheet.paper, sheet.style) {
            (Paper::A4, Style::Tally | Style::Guide) => Self {
                body,
                head: (body + 0.5).max(10.5),
                title: (body + 3.0).max(13.0),
                subtitle: body + 0.5,
                table: (body - 0.5).max(9.0),
                air: 0.7 + (body - 9.0) * 0.4,
                small: (body - 1.5).max(8.0),
                figure: body * 1.9,
                big: body * 3.8,
                foot: 8.5,
                signing: (body * 4.4 - 2.0).max(36.0),
            },
            (Paper::A4, Style::Report) => Self {
                body,
                head: 12.5,
                title: 14.0,
                subtitle: 13.5,
                table: 12.0,
                air: 1.7,
                small: 11.5,
                figure: 22.0,
                big: 44.0,
                foot: 9.0,
                signing: 62.0,
            },
            (Paper::A5, _) => Self {
                body,
                head: (body - 0.5).max(9.5),
                title: body + 3.0,
                subtitle: body,
                table: (body - 0.5).max(8.5),
                air: 0.7 + (body - 9.0) * 0.4,
                small: (body - 1.5).max(8.0),
                figure: body * 1.8,
                big: 54.0,
                foot: 7.5,
                signing: 36.0,
            },
            // A number of four signs («A012») fills the width of either roll.
            (Paper::Roll58, _) => Self { big: 56.0, ..Self::on_roll(body) },
            (Paper::Roll80, _) => Self { big: 80.0, ..Self::on_roll(body) },
        }
    }

    /// A printer's dots and the short lines of a roll leave little room between the largest and the smallest size.
    fn on_roll(body: f32) -> Self {
        Self {
            body,
            head: body,
            title: body + 3.0,
            subtitle: body,
            table: body - 0.5,
            air: 0.9,
            small: body - 0.5,
            figure: body * 1.9,
            big: body * 3.8,
            foot: body - 1.0,
            signing: 36.0,
        }
    }
}

/// Sizes of the body that a sheet may have.
fn steps(sheet: &Sheet) -> &'static [f32] {
    match (sheet.paper, sheet.style) {
        (Paper::A4, Style::Tally | Style::Guide) => &TALLY,
        (Paper::A4, Style::Report) => &REPORT,
        (Paper::A5, Style::Guide) => &A5_GUIDE,
        (Paper::A5, _) => &A5,
        (Paper::Roll58, _) => &ROLL58,
        (Paper::Roll80, _) => &ROLL80,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_within_the_decree() {
        let frame = Frame::of(&Sheet { style: Style::Report, ..Sheet::default() });
        assert!((frame.width() / MM - 165.0).abs() < 0.01);
        assert!((frame.height() / MM - 257.0).abs() < 0.01);
    }

    #[test]
    fn a_roll_is_as_wide_as_the_printer_reaches() {
        for (paper, dots) in [(Paper::Roll58, 384.0), (Paper::Roll80, 576.0)] {
            let frame = Frame::of(&Sheet { paper, ..Sheet::default() });
            assert!((frame.width() / MM * 8.0 - dots).abs() < 0.01);
        }
    }

    #[test]
    fn split_columns_fill_the_column() {
        let columns = Strip { x: 10.0, width: 100.0 }.split(3, 5.0);
        assert_eq!(columns.len(), 3);
        assert!((columns[2].right() - 110.0).abs() < 0.01);
    }
}
