//! A form filled with a tally: the sheet, and what it says when it is printed again.

use super::form::{Form, FormBlock, FormColumn, Words};
use super::tables::Ground;
use super::{head, table, tables};
use crate::domain::op::Names;
use crate::domain::tally::{Behind, Change, ColumnId, FieldRow, FigureId, TableId};
use crate::domain::{Code, OwnReason, Report, Reprint, VolunteerId};
use crate::lang::Lang;
use crate::papers::sheet::{Block, Figure, Sheet, Style};
use crate::papers::tally;

/// The paper of a form about a tally.
///
/// A form with the fitted body of the daily tally gets as much detail as one page holds; every other form has as many
/// pages as it needs.
pub fn sheet(form: &Form, ctx: &Report, lang: Lang) -> Sheet {
    let units = if form.style == Style::Report { tables::FINE } else { tables::WHOLE };
    let ink = Ground { ctx, lang, units };
    let blank = head::blank(form, ink);
    if !form.blocks.contains(&FormBlock::TallyBody) {
        return Sheet { blocks: ink.whole(&form.blocks, &[]), ..blank };
    }
    tally::fitted(ctx, lang, |body| Sheet { blocks: ink.whole(&form.blocks, &body), ..blank.clone() })
}

impl Ground<'_> {
    /// All that stands on the paper. Whichever form it is, it says until when it was counted while its period is not over, and at
    /// its foot when the times cannot be relied on.
    fn whole(self, form: &[FormBlock], body: &[Block]) -> Vec<Block> {
        let (span, today) = (self.ctx.tally.span, self.ctx.at.day());
        let is_over = span.is_short() || today >= span.until;
        let until = (!is_over).then(|| Block::Line(self.lang.counted_until(&self.lang.date(today))));
        let doubted = self.lang.clock_was_wrong(&self.ctx.tally.doubted).map(Block::Note);
        until.into_iter().chain(self.blocks(form, body)).chain(doubted).collect()
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
        let (tally, lang) = (&self.ctx.tally, self.lang);
        match block {
            FormBlock::Heading(words) => vec![Block::Heading(self.said(words))],
            FormBlock::Line(words) => vec![Block::Line(self.said(words))],
            FormBlock::Paragraph(words) => vec![Block::Paragraph(self.said(words))],
            FormBlock::Note(words) => vec![Block::Note(self.said(words))],
            FormBlock::Figures(ids) => {
                let figure = |id: &FigureId| Figure {
                    value: self.figure(*id, tally).text,
                    label: lang.figure(*id).to_owned(),
                    note: String::new(),
                };
                vec![Block::Figures(ids.iter().map(figure).collect())]
            }
            FormBlock::Table(form) => {
                let empty = || form.empty.as_ref().map(|words| Block::Line(self.said(words)));
                let made = table::of(form, self).map(Block::Table).or_else(empty);
                let has_visits = |one: &FormColumn| matches!(one.id, ColumnId::Visits | ColumnId::Persons);
                let is_dashed = form.of == TableId::Fields
                    && form.columns.iter().any(has_visits)
                    && tally.fields.iter().any(FieldRow::has_second_needs_only);
                let foot = is_dashed.then(|| Block::Note(lang.second_needs_only().to_owned()));
                made.into_iter().chain(foot).collect()
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
                    (!self.ctx.sources.is_empty()).then(|| Block::Line(lang.merged_from(&self.ctx.sources)));
                sources.into_iter().chain([tally::proof_block(&tally.proof, lang)]).collect()
            }
            FormBlock::Reprint => self.ctx.reprint.iter().flat_map(|of| reprinted(of, self)).collect(),
            FormBlock::Withdrawn => tally::withdrawn(&tally.proof, lang).into_iter().collect(),
            FormBlock::Counters => lang.counted(tally.counted).into_iter().map(Block::Line).collect(),
            FormBlock::Remarks(lines) => remarks(self, *lines),
            FormBlock::Blanks(lines) => vec![Block::Blanks(*lines)],
            FormBlock::Gap => vec![Block::Gap],
            FormBlock::TallyBody => body.to_vec(),
            FormBlock::WhatCounts => vec![Block::Note(lang.what_counts_in(tally.span.kind).to_owned())],
        }
    }
}

/// Difficulties and proposals, or lines to write them on by hand.
fn remarks(ink: Ground, lines: u8) -> Vec<Block> {
    let remark = &ink.ctx.remark;
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

/// The numbers that are named when they changed; of the others only how many they are is said.
fn is_named(id: FigureId) -> bool {
    !matches!(id.behind(), Behind::Again | Behind::Nothing) || id.is_of_a_counter()
}

/// «Bản in lại lần 2 (lần trước lúc 17:04 ngày 21/11/2026). Thay đổi: lượt 41 → 42; 14 số khác.»
///
/// Below it, what was corrected since the first print: «12/11 08:20 – sửa: ghi Khai sinh (A001): xong (trước: vướng)».
fn reprinted(reprint: &Reprint, ink: Ground) -> Vec<Block> {
    let lang = ink.lang;
    let (time, date) = (lang.clock(reprint.last), lang.date(reprint.last.day()));
    let printed = lang.reprinted(reprint.nth, &time, &date);
    let line = Block::Line(format!("{printed} {}", changed(&reprint.changes, lang)));
    let corrected = reprint.corrections.iter().map(|(at, op)| {
        let what = lang.op_named(op, &ink);
        Block::Line(lang.corrected_at(&lang.short_date(at.day()), &lang.clock(*at), &what))
    });
    std::iter::once(line).chain(corrected).collect()
}

impl Names for Ground<'_> {
    fn procedure(&self, code: &Code) -> String {
        let entry = self.ctx.catalogue.get(code);
        entry.map_or_else(|| code.0.clone(), |one| self.lang.pick(&one.short).clone())
    }

    fn volunteer(&self, id: VolunteerId) -> String {
        self.ctx.volunteer(id).unwrap_or_default().to_owned()
    }

    fn reasons(&self) -> &[OwnReason] {
        &self.ctx.reasons
    }
}

fn changed(changes: &[Change], lang: Lang) -> String {
    if changes.is_empty() {
        return lang.nothing_changed().to_owned();
    }
    let of = |path: &str| changes.iter().find(|change| change.path == path);
    let count = |number: i64| lang.count(number.unsigned_abs());
    let mut words: Vec<String> = FigureId::all()
        .filter(|id| is_named(*id))
        .filter_map(|id| Some((of(id.id())?, id)))
        .map(|(change, id)| lang.changed_number(lang.figure(id), &count(change.before), &count(change.now)))
        .collect();
    let others = changes.len() - words.len();
    if others > 0 {
        words.push(if words.is_empty() { lang.numbers_changed(others) } else { lang.other_numbers(others) });
    }
    lang.changed_numbers(&words.join("; "))
}
