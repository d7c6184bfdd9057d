//! A form that was checked: everything it names exists.

use super::template::{Placeholder, Template};
use crate::domain::tally::{ColumnId, FigureId, TableId};
use crate::lang::Lang;
use crate::papers::sheet::{Chart, Paper, Style};

/// The form of a paper (mẫu): which blocks stand on it, in which words, under which head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub(super) layout: Layout,
    pub(super) paper: Paper,
    pub(super) style: Style,
    pub(super) title: Words,
    pub(super) subject: Option<Words>,
    pub(super) foot: Option<Words>,
    pub(super) recipients: bool,
    pub(super) blocks: Vec<FormBlock>,
    pub(super) signatures: Vec<FormSignature>,
}

/// What the head and the foot of a paper look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A working sheet of the desk: the centre at the left, the Youth Union at the right.
    #[default]
    Plain,
    /// A report of the commune's administration (NĐ 30/2020/NĐ-CP, appendix I).
    Administration,
    /// A report of the Youth Union (docs/domain.md, "Tallies and reports").
    Union,
}

impl Layout {
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("plain", Self::Plain), ("administration", Self::Administration), ("union", Self::Union)];
}

/// A text of a form in both languages, with the placeholders `P`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words<P = Placeholder> {
    pub(super) vi: Template<P>,
    pub(super) en: Template<P>,
}

impl<P> Default for Words<P> {
    fn default() -> Self {
        Self { vi: Template::default(), en: Template::default() }
    }
}

impl<P> Words<P> {
    pub(super) fn of(&self, lang: Lang) -> &Template<P> {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FormBlock {
    /// Left out when nothing stands below it.
    Heading(Words),
    Line(Words),
    Paragraph(Words),
    Note(Words),
    Figures(Vec<FigureId>),
    Table(FormTable),
    Columns(Vec<Vec<FormBlock>>),
    Proof,
    Reprint,
    Withdrawn,
    /// What counters counted; left out where that is nothing.
    Counters,
    /// With so many dotted lines where nothing was written.
    Remarks(u8),
    Blanks(u8),
    Gap,
    TallyBody,
    WhatCounts,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormTable {
    pub(super) of: TableId,
    pub(super) columns: Vec<FormColumn>,
    /// The figures of a table that is made of figures.
    pub(super) figures: Vec<FigureId>,
    /// `None`: the usual caption.
    pub(super) caption: Option<Words>,
    pub(super) rows: Option<usize>,
    pub(super) total: bool,
    pub(super) chart: Option<Chart>,
    /// What is said when it has no rows; `None`: nothing, the table is left out.
    pub(super) empty: Option<Words>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormColumn {
    pub(super) id: ColumnId,
    pub(super) title: Option<Words>,
    pub(super) share: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormSignature {
    pub(super) role: Words,
    pub(super) name: Whose,
}

/// Whose name stands below a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    DrawnUpBy,
    Leader,
    Signer,
    UnionSigner,
    None,
}

impl Whose {
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("drawn_up_by", Self::DrawnUpBy),
        ("leader", Self::Leader),
        ("signer", Self::Signer),
        ("union_signer", Self::UnionSigner),
        ("none", Self::None),
    ];
}
