//! A form filled with a tally: the sheet.

use super::form::{Form, FormBlock, Words};
use super::tables::Ground;
use super::template::{Placeholder, Template, WordId};
use super::{head, reprint, table};
use crate::domain::tally::Tally;
use crate::papers::Context;
use crate::papers::sheet::{Block, Figure, Sheet};
use crate::papers::tally;
use crate::text::Lang;

/// What a form is filled with.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    pub(super) tally: &'a Tally,
    pub(super) ctx: &'a Context<'a>,
    pub(super) lang: Lang,
}

/// The paper of a form about a tally.
///
/// A form with the fitted body of the daily tally gets as much detail as one page holds; every other form has as many
/// pages as it needs.
pub fn sheet(form: &Form, tally: &Tally, ctx: &Context, lang: Lang) -> Sheet {
    let ink = Ink { tally, ctx, lang };
    let blank = head::blank(form, ink);
    if !form.blocks.contains(&FormBlock::TallyBody) {
        return Sheet { blocks: ink.blocks(&form.blocks, &[]), ..blank };
    }
    tally::fitted(tally, ctx, lang, |body| Sheet { blocks: ink.blocks(&form.blocks, &body), ..blank.clone() })
}

impl<'a> Ink<'a> {
    /// What tables are made from.
    pub(super) fn ground(self) -> Ground<'a> {
        Ground { tally: self.tally, ctx: self.ctx, lang: self.lang }
    }

    /// A text of the form.
    pub(super) fn said(self, words: &Words) -> String {
        self.filled(words.of(self.lang), 0)
    }

    /// A text with every placeholder filled; `number` is that of the heading.
    fn filled(self, template: &Template, number: usize) -> String {
        template.filled(|place| match place {
            Placeholder::Figure(figure) => figure.cell(self.tally, self.lang).text,
            Placeholder::Word(word) => self.word(word, number),
        })
    }

    fn word(self, word: WordId, number: usize) -> String {
        let (ctx, lang, span) = (self.ctx, self.lang, self.tally.span);
        match word {
            WordId::Span => lang.span(span),
            WordId::SpanTitle => lang.title_span(span),
            WordId::SpanWithDays => {
                let (name, days) = (lang.span(span), lang.span_days(span));
                if name.contains(&days) { name } else { lang.with_days(&name, &days) }
            }
            WordId::Days => lang.span_days(span),
            WordId::Kind => lang.span_as_adjective(span.kind).to_owned(),
            WordId::KindCapitals => lang.span_as_adjective(span.kind).to_uppercase(),
            WordId::Before => lang.span(span.before()),
            WordId::Office => ctx.office.name.clone(),
            WordId::Commune => ctx.commune().map(|commune| commune.name_in_a_sentence()).unwrap_or_default(),
            WordId::Team => ctx.office.team.clone(),
            WordId::By => ctx.drawn_up_by.and_then(|id| ctx.volunteer(id)).unwrap_or_default().to_owned(),
            WordId::Date => lang.date(ctx.printed.day()),
            WordId::Time => lang.clock(ctx.printed),
            WordId::Version => ctx.version.to_owned(),
            WordId::SignerOffice => head::signer_office(self),
            WordId::UnionOffice => head::union_office(self),
            WordId::UnionRole => head::union_role(self),
            WordId::TopProcedures => self.top(super::tables::TableId::Procedures),
            WordId::TopStuck => self.top(super::tables::TableId::Stuck),
            WordId::Roman => roman(number),
            WordId::Number => number.to_string(),
        }
    }

    /// The three most frequent names of a table with their numbers: «khai sinh (12), chứng thực (9)».
    fn top(self, table: super::tables::TableId) -> String {
        const MOST: usize = 3;
        let rows = super::tables::rows(table, &[], self.ground()).rows;
        let at = table.columns().iter().position(|(id, _)| *id == super::tables::ColumnId::Assists);
        let words: Vec<String> = rows
            .iter()
            .take(MOST)
            .filter_map(|row| Some(self.lang.named_number(&row.first()?.text, &row.get(at?)?.text)))
            .collect();
        if words.is_empty() { self.lang.nothing().to_owned() } else { words.join(", ") }
    }

    /// The blocks of the form, with the fitted body in its place. A heading below which nothing stands is left out, and
    /// the others are numbered without it.
    fn blocks(self, form: &[FormBlock], body: &[Block]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut heading: Option<&Words> = None;
        let mut number = 0;
        for block in form {
            if let FormBlock::Heading(words) = block {
                heading = Some(words);
                continue;
            }
            let made = self.block(block, body);
            if made.is_empty() {
                continue;
            }
            if let Some(words) = heading.take() {
                number += 1;
                blocks.push(Block::Heading(self.filled(words.of(self.lang), number)));
            }
            blocks.extend(made);
        }
        blocks
    }

    fn block(self, block: &FormBlock, body: &[Block]) -> Vec<Block> {
        let (tally, lang) = (self.tally, self.lang);
        match block {
            FormBlock::Heading(words) => vec![Block::Heading(self.said(words))],
            FormBlock::Line(words) => vec![Block::Line(self.said(words))],
            FormBlock::Paragraph(words) => vec![Block::Paragraph(self.said(words))],
            FormBlock::Note(words) => vec![Block::Note(self.said(words))],
            FormBlock::Figures(ids) => {
                let figure = |id: &super::FigureId| Figure {
                    value: id.cell(tally, lang).text,
                    label: lang.figure(*id).to_owned(),
                    note: String::new(),
                };
                vec![Block::Figures(ids.iter().map(figure).collect())]
            }
            FormBlock::Table(form) => {
                let empty = || form.empty.as_ref().map(|words| Block::Line(self.said(words)));
                table::of(form, self).map(Block::Table).or_else(empty).into_iter().collect()
            }
            FormBlock::Columns(parts) => {
                let parts: Vec<Vec<Block>> = parts
                    .iter()
                    .map(|part| self.blocks(part, body))
                    .filter(|blocks| !blocks.is_empty())
                    .collect();
                if parts.is_empty() { Vec::new() } else { vec![Block::Columns(parts)] }
            }
            FormBlock::Proof => {
                // Numbers of several desks are proved desk by desk, so that the paper says which.
                let sources =
                    (!self.ctx.sources.is_empty()).then(|| Block::Line(lang.merged_from(self.ctx.sources)));
                sources.into_iter().chain([tally::proof_block(&tally.proof, lang)]).collect()
            }
            FormBlock::Reprint => self.ctx.reprint.map(|of| reprint::line(of, lang)).into_iter().collect(),
            FormBlock::Withdrawn => tally::withdrawn(&tally.proof, lang).into_iter().collect(),
            FormBlock::QuickQuestions => {
                lang.quick_questions_of(tally.quick_questions).map(Block::Line).into_iter().collect()
            }
            FormBlock::Remarks(lines) => remarks(self, *lines),
            FormBlock::Blanks(lines) => vec![Block::Blanks(*lines)],
            FormBlock::Gap => vec![Block::Gap],
            FormBlock::TallyBody => body.to_vec(),
            FormBlock::WhatCounts => vec![Block::Note(lang.what_counts_in(tally.span.kind).to_owned())],
        }
    }
}

/// Difficulties and proposals, or lines to write them on by hand.
fn remarks(ink: Ink, lines: u8) -> Vec<Block> {
    let remark = ink.ctx.remark;
    [(ink.lang.difficulties(), &remark.difficulties), (ink.lang.proposals(), &remark.proposals)]
        .into_iter()
        .flat_map(|(label, text)| {
            let written: Vec<Block> = text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(|line| Block::Paragraph(line.to_owned()))
                .collect();
            let below = if written.is_empty() { vec![Block::Blanks(lines)] } else { written };
            std::iter::once(Block::Heading(label.to_owned())).chain(below)
        })
        .collect()
}

/// The number of a heading in Roman numerals.
fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn headings_are_numbered_as_the_romans_did() {
        let numbers: Vec<String> = [1, 4, 9, 14, 19, 40].into_iter().map(super::roman).collect();
        assert_eq!(numbers, ["I", "IV", "IX", "XIV", "XIX", "XXXX"]);
    }
}
