//! Stacking pieces into pages.

use super::mark::{Mark, Piece};

/// A part of the flow from top to bottom.
#[derive(Debug)]
pub(super) enum Flow {
    One(Piece),
    /// Columns side by side, each flowing on to the next page by itself.
    Side(Vec<Vec<Piece>>),
}

/// A page: marks with y counted from the top of the frame.
#[derive(Debug, Default)]
pub struct Page {
    pub marks: Vec<Mark>,
    /// Where the lowest piece on it ends.
    pub depth: f32,
    /// What is drawn in its top margin, with y counted from the top of the page.
    pub head: Vec<Mark>,
    /// What is drawn in its bottom margin, with y counted from the top of the foot.
    pub foot: Vec<Mark>,
}

struct Stack {
    pages: Vec<Page>,
    height: f32,
    /// Where the next piece starts on the last page.
    y: f32,
}

/// Half a point of grace for sums of fractions.
const GRACE: f32 = 0.5;

/// Stacks nodes into pages of the given height. There is at least one page; a piece higher than a page gets a page of
/// its own.
pub(super) fn paginate(nodes: Vec<Flow>, height: f32) -> Vec<Page> {
    let mut stack = Stack { pages: vec![Page::default()], height, y: 0.0 };
    // Pieces that are tied together wait here until the last of them is known.
    let mut group: Vec<Piece> = Vec::new();
    for node in nodes {
        match node {
            Flow::One(piece) => {
                let tied = piece.tied;
                group.push(piece);
                if !tied {
                    stack.put_group(std::mem::take(&mut group), 0.0);
                }
            }
            Flow::Side(columns) => {
                let start = columns.iter().map(|column| first_group_depth(column)).fold(0.0, f32::max);
                stack.put_group(std::mem::take(&mut group), start);
                stack.put_side(columns);
            }
        }
    }
    stack.put_group(group, 0.0);
    stack.pages
}

impl Stack {
    /// Whether nothing stands on the page yet.
    fn is_at_top(&self) -> bool {
        self.y <= 0.0
    }

    fn fits(&self, depth: f32) -> bool {
        self.y + depth <= self.height + GRACE
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = 0.0;
    }

    /// Puts tied pieces on one page if a page can hold them, with `after` to spare below them.
    fn put_group(&mut self, group: Vec<Piece>, after: f32) {
        let depth: f32 = group.iter().map(Piece::depth).sum::<f32>() + after;
        if !self.is_at_top() && !self.fits(depth) && !group.is_empty() {
            self.turn();
        }
        for piece in group {
            if !self.is_at_top() && !self.fits(piece.depth()) {
                self.turn();
            }
            self.put(&piece);
        }
    }

    fn put(&mut self, piece: &Piece) {
        if self.is_at_top() {
            if let Some(header) = &piece.header {
                self.draw(header, 0.0);
                self.y = header.height;
            }
        } else {
            self.y += piece.before;
        }
        self.draw(piece, self.y);
        self.y += piece.height;
    }

    fn draw(&mut self, piece: &Piece, y: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(piece.marks.iter().map(|mark| mark.moved(y)));
            page.depth = page.depth.max(y + piece.height);
        }
    }

    /// Fills columns side by side; what does not fit goes on at the top of the next page, each column in its place.
    fn put_side(&mut self, columns: Vec<Vec<Piece>>) {
        let mut rest: Vec<Vec<Vec<Piece>>> = columns.into_iter().map(groups).collect();
        for groups in &mut rest {
            groups.reverse();
        }
        loop {
            let start = self.y;
            let mut end = start;
            for groups in &mut rest {
                self.y = start;
                while let Some(group) = groups.pop() {
                    let depth: f32 = group.iter().map(Piece::depth).sum();
                    if !self.is_at_top() && !self.fits(depth) {
                        groups.push(group);
                        break;
                    }
                    for piece in &group {
                        self.put(piece);
                    }
                }
                end = end.max(self.y);
            }
            self.y = end;
            if rest.iter().all(Vec::is_empty) {
                return;
            }
            self.turn();
        }
    }
}

/// Pieces gathered into groups that are tied together.
fn groups(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut groups = Vec::new();
    let mut group = Vec::new();
    for piece in pieces {
        let tied = piece.tied;
        group.push(piece);
        if !tied {
            groups.push(std::mem::take(&mut group));
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}

/// Depth of the first pieces of a column that are tied together.
fn first_group_depth(pieces: &[Piece]) -> f32 {
    let mut depth = 0.0;
    for piece in pieces {
        depth += piece.depth();
        if !piece.tied {
            break;
        }
    }
    depth
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    fn piece(height: f32, tied: bool) -> Piece {
        Piece { height, tied, marks: vec![Mark::level(0.0, 1.0, 0.0, 1.0)], ..Piece::default() }
    }

    fn counts(nodes: Vec<Flow>) -> Vec<usize> {
        paginate(nodes, 100.0).iter().map(|page| page.marks.len()).collect()
    }

    #[test]
    fn pieces_go_on_to_the_next_page_when_one_is_full() {
        let nodes = (0..5).map(|_| Flow::One(piece(40.0, false))).collect();
        assert_eq!(counts(nodes), [2, 2, 1]);
    }

    #[test]
    fn a_heading_goes_with_what_follows_it() {
        let nodes =
            vec![Flow::One(piece(70.0, false)), Flow::One(piece(20.0, true)), Flow::One(piece(30.0, false))];
        assert_eq!(counts(nodes), [1, 2]);
    }

    #[test]
    fn a_page_that_begins_within_a_table_repeats_its_header() {
        let header = Rc::new(piece(20.0, true));
        let row = Piece { header: Some(header), ..piece(40.0, false) };
        let nodes = vec![Flow::One(piece(80.0, false)), Flow::One(row.clone()), Flow::One(row)];
        assert_eq!(counts(nodes), [1, 3]);
    }

    #[test]
    fn columns_go_on_side_by_side() {
        let side = Flow::Side(vec![(0..4).map(|_| piece(40.0, false)).collect(), vec![piece(40.0, false)]]);
        assert_eq!(counts(vec![side, Flow::One(piece(15.0, false))]), [3, 3]);
    }

    #[test]
    fn a_piece_higher_than_a_page_ends_the_layout_all_the_same() {
        assert_eq!(counts(vec![Flow::One(piece(300.0, false))]), [1]);
        let side = Flow::Side(vec![vec![piece(300.0, false), piece(10.0, false)]]);
        assert_eq!(counts(vec![side]), [1, 1]);
    }
}
