//! What the other files of a sheet share with its PDF: margins, sizes of type, widths of words and of columns. A paper
//! that is edited before it is signed then looks like the one that is printed.

use super::fonts::Faces;
use super::mark::{Setter, Type};
use super::page::{Column, Frame, Sizes};
use super::{DamagedFace, figures, fitted, head, table};
use crate::papers::sheet::{Paper, Sheet, Table, Weight};

/// White space around a page in points.
#[derive(Clone, Copy, Debug)]
pub(in crate::papers) struct Margins {
    /// Left.
    pub(in crate::papers) left: f32,
    /// Top.
    pub(in crate::papers) top: f32,
    /// Right.
    pub(in crate::papers) right: f32,
    /// Bottom.
    pub(in crate::papers) bottom: f32,
}

impl Margins {
    /// The margins of a sheet.
    pub(in crate::papers) fn of(sheet: &Sheet) -> Self {
        Frame::of(sheet).margins()
    }
}

/// The measures of a sheet in the size of type that suits it best. Lengths are points.
pub(in crate::papers) struct Measures {
    faces: &'static Faces,
    paper: Paper,
    /// Sizes of type.
    pub(in crate::papers) sizes: Sizes,
    /// Margins of the page.
    pub(in crate::papers) margins: Margins,
}

impl Measures {
    /// The measures of a sheet.
    ///
    /// # Errors
    ///
    /// [`DamagedFace`] when a face inside the program is damaged.
    pub(in crate::papers) fn of(sheet: &Sheet) -> Result<Self, DamagedFace> {
        let faces = Faces::load()?;
        let (_, sizes) = fitted(sheet, faces);
        Ok(Self { faces, paper: sheet.paper, sizes, margins: Margins::of(sheet) })
    }

    /// The measures of a sheet in its usual size of type, for what has no pages of its own to be fitted.
    ///
    /// # Errors
    ///
    /// As [`Measures::of`].
    pub(in crate::papers) fn usual(sheet: &Sheet) -> Result<Self, DamagedFace> {
        Ok(Self {
            faces: Faces::load()?,
            paper: sheet.paper,
            sizes: Sizes::usual(sheet),
            margins: Margins::of(sheet),
        })
    }

    fn setter(&self) -> Setter<'_> {
        Setter::new(self.faces, &self.sizes, self.paper)
    }

    /// The widest line of a text that is broken at `room`.
    pub(in crate::papers) fn widest_line(&self, text: &str, weight: Weight, size: f32, room: f32) -> f32 {
        let (setter, kind) = (self.setter(), Type::of(weight, size));
        setter.lines(kind, text, room).iter().map(|line| setter.width(kind, line)).fold(0.0, f32::max)
    }

    /// How many lines a text takes in `room`.
    pub(in crate::papers) fn lines(&self, text: &str, weight: Weight, size: f32, room: f32) -> usize {
        self.setter().lines(Type::of(weight, size), text, room).len()
    }

    /// Widths of the left and right half of the head within `room`; what is missing is the space between them.
    pub(in crate::papers) fn halves(&self, sheet: &Sheet, room: f32) -> [f32; 2] {
        head::halves(&self.setter(), sheet, Column { x: 0.0, width: room }).map(|half| half.width)
    }

    /// Widths of the columns of a table that fills `room`.
    pub(in crate::papers) fn columns(&self, table: &Table, room: f32) -> Vec<f32> {
        table::widths(&self.setter(), table, Column { x: 0.0, width: room })
    }

    /// How many of `count` figures stand in a row of `room`.
    pub(in crate::papers) fn figures_per_row(count: usize, room: f32) -> usize {
        figures::per_row(count, room)
    }
}
