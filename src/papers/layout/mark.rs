//! What is drawn, and bands of it that no page break may cut.

use std::rc::Rc;

use super::fonts::{ASCENT, DESCENT, Face, Faces};
use super::page::{Sizes, Strip};
use crate::papers::qr::Qr;
use crate::papers::sheet::{Align, Paper, Weight};
use crate::wrap::{clean, wrap, wrap_even};

/// Distance of baselines in ems: room for an accent on a capital below a «g».
pub const LEADING: f32 = 1.19;

/// A hairline, which a laser printer still draws black.
pub const HAIR: f32 = 0.35;

pub const FIRM: f32 = 0.7;

/// Something drawn, at x from the left edge of the frame and y from the top of its piece.
#[derive(Clone, Debug)]
pub enum Mark {
    Text(Text),
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        weight: f32,
        dotted: bool,
    },
    /// A box with a sign in it.
    Sign {
        x: f32,
        y: f32,
        size: f32,
        sign: Sign,
    },
    Code {
        /// Left edge of its first module.
        x: f32,
        /// Top edge of its first module.
        y: f32,
        /// Length of an edge, without the white around.
        size: f32,
        code: Rc<Qr>,
    },
}

/// What stands in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Empty,
    Tick,
    Alarm,
}

impl Sign {
    /// Width of the line around the box, as a part of its edge.
    pub const EDGE: f32 = 0.08;

    /// Width of the lines of the sign, as a part of the box's edge.
    pub const LINE: f32 = 0.14;

    /// The lines of the sign, each through some points, in a box from (0, 0) to (1, 1). The faces have no such signs.
    pub const fn lines(self) -> &'static [&'static [(f32, f32)]] {
        match self {
            Self::Empty => &[],
            Self::Tick => &[&[(0.2, 0.52), (0.42, 0.76), (0.82, 0.22)]],
            Self::Alarm => &[&[(0.5, 0.2), (0.5, 0.58)], &[(0.5, 0.69), (0.5, 0.83)]],
        }
    }

    /// Whether its lines end round.
    pub fn is_round(self) -> bool {
        self == Self::Tick
    }
}

#[derive(Clone, Debug)]
pub struct Text {
    pub x: f32,
    pub y: f32,
    pub face: Face,
    pub size: f32,
    /// Points added to each space, to justify the line.
    pub stretch: f32,
    pub words: String,
}

/// A band of the page that is not cut.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// White space above, left out at the top of a page.
    pub before: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
    /// Whether the next piece must stand on the same page.
    pub tied: bool,
    /// What is drawn again above this piece when a page begins with it: the header of its table.
    pub header: Option<Rc<Piece>>,
}

impl Piece {
    /// White space above and the band together.
    pub fn depth(&self) -> f32 {
        self.before + self.height
    }

    /// Adds the marks of another piece, moved down by `y`.
    pub fn absorb(&mut self, other: &Piece, y: f32) {
        self.marks.extend(other.marks.iter().map(|mark| mark.moved(y)));
        self.height = self.height.max(y + other.height);
    }
}

impl Mark {
    pub fn level(x: f32, right: f32, y: f32, weight: f32) -> Self {
        Self::Rule { from: (x, y), to: (right, y), weight, dotted: false }
    }

    pub fn upright(x: f32, top: f32, bottom: f32, weight: f32) -> Self {
        Self::Rule { from: (x, top), to: (x, bottom), weight, dotted: false }
    }

    pub fn moved(&self, dy: f32) -> Self {
        let mut mark = self.clone();
        match &mut mark {
            Self::Text(text) => text.y += dy,
            Self::Rule { from, to, .. } => {
                from.1 += dy;
                to.1 += dy;
            }
            Self::Sign { y, .. } | Self::Code { y, .. } => *y += dy,
        }
        mark
    }
}

/// A face in a size.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    pub face: Face,
    pub size: f32,
}

impl Type {
    pub fn of(weight: Weight, size: f32) -> Self {
        let face = match weight {
            Weight::Normal => Face::Regular,
            Weight::Strong => Face::Bold,
            Weight::Faint => Face::Italic,
        };
        Self { face, size }
    }

    pub fn leading(self) -> f32 {
        self.size * LEADING
    }

    /// Baseline of the line that starts at `top`.
    pub fn baseline(self, top: f32) -> f32 {
        top + self.size * (LEADING - ASCENT - DESCENT) / 2.0 + self.size * ASCENT
    }
}

/// Sets words in type.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    faces: &'a Faces,
    /// Sizes of type of the sheet.
    pub sizes: &'a Sizes,
    /// Whether parts may stand beside each other.
    pub order: Order,
}

/// How the halves of the head, columns and signatures stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Abreast,
    /// One below the other, as a roll is too narrow for two.
    Stacked,
}

impl Order {
    /// The order that suits a paper.
    fn on(paper: Paper) -> Self {
        if paper.is_roll() { Self::Stacked } else { Self::Abreast }
    }
}

impl<'a> Setter<'a> {
    /// A setter for a paper, with these faces and sizes.
    pub fn new(faces: &'a Faces, sizes: &'a Sizes, paper: Paper) -> Self {
        Self { faces, sizes, order: Order::on(paper) }
    }

    pub fn width(&self, kind: Type, text: &str) -> f32 {
        self.faces.width(kind.face, text) * kind.size
    }

    /// Text broken into lines of at most `room`.
    pub fn lines(&self, kind: Type, text: &str, room: f32) -> Vec<String> {
        wrap(&clean(text), room, |part: &str| self.width(kind, part))
    }

    /// Text broken into lines of lengths as even as possible.
    pub fn even_lines(&self, kind: Type, text: &str, room: f32) -> Vec<String> {
        wrap_even(&clean(text), room, |part: &str| self.width(kind, part))
    }

    /// One line of text aligned within a column, its line box starting at `top`.
    pub fn line(&self, kind: Type, words: &str, column: Strip, align: Align, top: f32) -> Mark {
        let spare = column.width - self.width(kind, words);
        let lead = match align {
            Align::Left => 0.0,
            Align::Right => spare,
            Align::Center => spare / 2.0,
        };
        Mark::Text(Text {
            x: column.x + lead,
            y: kind.baseline(top),
            face: kind.face,
            size: kind.size,
            stretch: 0.0,
            words: words.to_owned(),
        })
    }

    /// Lines of text below one another from `top`; returns where they end.
    pub fn place(
        &self,
        marks: &mut Vec<Mark>,
        kind: Type,
        lines: &[String],
        column: Strip,
        align: Align,
        top: f32,
    ) -> f32 {
        let mut y = top;
        for line in lines {
            if !line.is_empty() {
                marks.push(self.line(kind, line, column, align, y));
            }
            y += kind.leading();
        }
        y
    }
}
