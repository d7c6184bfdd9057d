//! The tally of a day as a paper to be signed: one A4 page on a busy day.
//!
//! Every number comes from [`Tally`]; what is added up here only adds rows of one of its tables. The sheet leaves
//! detail out before it goes on to a second page: when a day has very many procedures, the rarer ones of a field are
//! gathered in one row whose sum keeps the field's total exact. The CSV and JSON files beside this module have every row.

mod beside;
mod dense;
mod kinds;
mod people;
mod procedures;
mod proof;

use std::cell::OnceCell;

use crate::domain::Report;
use crate::domain::tally::{FieldRow, Proof, Tally};
use crate::lang::Lang;

use super::layout::{self, Squeeze};
use super::sheet::{Block, Figure, Sheet, Table};
use dense::Dense;

pub(super) use proof::block as proof_block;

/// The longest note that is put on the paper, in characters; the rest is in the handover itself.
const LONGEST_NOTE: usize = 400;

/// More rows of tables than a page holds in the smallest type, the hours and the people left aside.
const MOST_ROOM: usize = 64;

/// A sheet around the body of the tally, with as much detail in it as one page holds.
///
/// A day that does not fit on one page even with the least of it (a roster of 60) gets every detail on two.
pub(super) fn fitted(ctx: &Report, lang: Lang, around: impl Fn(Vec<Block>) -> Sheet) -> Sheet {
    let body = Body::of(ctx, lang);
    let with = |writing, room| around(body.blocks(writing, room));
    let full = with(Writing::None, MOST_ROOM);
    let mut over = layout::over(&full, Squeeze::Most);
    if over <= 0.0 {
        // On a quiet day there is room to write on by hand, in type of the usual size.
        let quiet = with(Writing::Lines, MOST_ROOM);
        return if layout::over(&quiet, Squeeze::None) <= 0.0 { quiet } else { full };
    }
    // The most room that still gives one page. How much is over, or to spare, says how many rows to take away or to give
    // back: two or three trials, each of which takes as long as the whole tally.
    let mut most = body.taken();
    let (mut least, mut best) = (0, None);
    let mut room = most;
    let mut tried: Option<Sheet> = None;
    while least < most {
        let next = if over > 0.0 { room.saturating_sub(rows(over) + 1) } else { room + rows(-over) };
        room = next.clamp(least, most - 1);
        let trial = with(Writing::None, room);
        // A row less of room may leave everything as it was: that is not laid out once more.
        if tried.as_ref() != Some(&trial) {
            over = layout::over(&trial, Squeeze::Most);
            tried = Some(trial.clone());
        }
        if over > 0.0 {
            most = room;
        } else {
            best = Some(trial);
            least = room + 1;
            if rows(-over) == 0 {
                break;
            }
        }
    }
    best.unwrap_or(full)
}

/// The depth of a row of a table in the smallest type, in points.
const ROW: f32 = 12.0;

/// How many whole rows some points are; none of less than nothing.
fn rows(points: f32) -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred points at most"
    )]
    let rows = (points / ROW).max(0.0) as usize;
    rows
}

/// Whether lines to write on by hand are on the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    None,
    Lines,
}

/// The body of the tally. What does not depend on the room is made once, however much room is tried.
struct Body<'a> {
    ctx: &'a Report,
    lang: Lang,
    /// What stands above what was helped with.
    above: Vec<Block>,
    /// The small tables beside the fields, and the same as lines of one table; each with the rows of the page that they take.
    small: (Vec<Table>, usize),
    lines: (Vec<Table>, usize),
    /// The fields with their procedures in lines, on a day that has too many for rows.
    dense: OnceCell<Dense>,
    /// What stands below.
    below: Vec<Block>,
    has_remarks: bool,
}

impl<'a> Body<'a> {
    fn of(ctx: &'a Report, lang: Lang) -> Self {
        let tally = &ctx.tally;
        let mut above = vec![figures(tally, lang)];
        above.extend(lang.counted(tally.counted).into_iter().map(Block::Line));
        above.extend(lang.outages_of(&tally.lost).map(Block::Line));
        let left_out = tally.services.left_out;
        above.extend((left_out > 0).then(|| Block::Note(lang.tally_left_out(&lang.count(left_out)))));
        let kinds = kinds::of(ctx, lang);
        let with_height = |tables: Vec<Table>, columns| {
            let height = beside::height(&tables, columns);
            (tables, height)
        };
        let mut below: Vec<Block> = beside::columns(kinds::hours(tally, lang), 1).into_iter().collect();
        below.extend(beside::columns(people::tables(tally, ctx, lang), 2));
        below.push(Block::Line(people::shifts(ctx, lang)));
        // Duty 79.3.d of NĐ 224/2026/NĐ-CP is to gather difficulties.
        let remarks = [&ctx.remark.difficulties, &ctx.remark.proposals].map(|text| shortened(text));
        let remarks: Vec<String> = remarks.into_iter().filter(|text| !text.is_empty()).collect();
        if !remarks.is_empty() {
            below.push(Block::Line(format!("{} {}", lang.tally_difficulties(), remarks.join(" "))));
        }
        Self {
            ctx,
            lang,
            above,
            small: with_height(kinds::tables(&kinds, ctx, lang), beside::MOST_COLUMNS),
            lines: with_height(kinds::lines(&kinds, ctx, lang).into_iter().collect(), 1),
            dense: OnceCell::new(),
            below,
            has_remarks: !remarks.is_empty(),
        }
    }

    fn blocks(&self, writing: Writing, room: usize) -> Vec<Block> {
        let mut blocks = self.above.clone();
        blocks.extend(self.counted(room));
        blocks.extend_from_slice(&self.below);
        if writing == Writing::Lines && !self.has_remarks {
            blocks.push(Block::Line(self.lang.tally_difficulties().to_owned()));
            blocks.push(Block::Blanks(2));
        }
        blocks
    }

    /// The rows of the page that what was helped with takes in full detail.
    fn taken(&self) -> usize {
        self.counted(MOST_ROOM).iter().map(beside::height_of).sum::<usize>().min(MOST_ROOM)
    }

    /// What was helped with, as spread out as so many rows of the page allow.
    fn counted(&self, room: usize) -> Vec<Block> {
        let Self { ctx, lang, .. } = *self;
        let tally = &ctx.tally;
        let (beside_small, beside_lines) =
            (room.saturating_sub(self.small.1), room.saturating_sub(self.lines.1));
        let lines = || beside::columns(self.lines.0.clone(), 1);
        let (fields, kinds) = if procedures::fit(tally, beside_small) {
            let fields = procedures::block(tally, ctx, lang, beside_small);
            (fields, beside::columns(self.small.0.clone(), beside::MOST_COLUMNS))
        } else if procedures::fit(tally, beside_lines) {
            (procedures::block(tally, ctx, lang, beside_lines), lines())
        } else {
            let dense = self.dense.get_or_init(|| Dense::of(tally, ctx, lang));
            (Some(dense.block(beside_lines)), lines())
        };
        let is_dashed = tally.fields.iter().any(FieldRow::has_second_needs_only);
        let foot = is_dashed.then(|| Block::Note(lang.second_needs_only().to_owned()));
        fields.into_iter().chain(foot).chain(kinds).collect()
    }
}

/// The numbers that were taken back; none when there are none.
pub(super) fn withdrawn(proof: &Proof, lang: Lang) -> Option<Block> {
    let numbers = || lang.tally_withdrawn(&proof::ranges(&proof.withdrawn, lang));
    (!proof.withdrawn.is_empty()).then(|| Block::Note(numbers()))
}

/// The note on one paragraph, at most [`LONGEST_NOTE`] characters of it.
fn shortened(note: &str) -> String {
    let line = note.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_NOTE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn figures(tally: &Tally, lang: Lang) -> Block {
    let counted = |number: u32, label: &str, note: &str| Figure {
        value: lang.count(number),
        label: label.to_owned(),
        note: note.to_owned(),
    };
    let timed = |times: crate::domain::tally::Times, label: &str| Figure {
        value: if times.count == 0 { "–".to_owned() } else { lang.duration(times.median) },
        label: label.to_owned(),
        note: if times.count == 0 {
            String::new()
        } else {
            lang.tally_longest(&lang.duration(times.longest))
        },
    };
    Block::Figures(vec![
        counted(tally.visits, lang.tally_visits(), lang.tally_visits_note()),
        counted(tally.persons, lang.tally_persons(), lang.tally_persons_note()),
        counted(tally.assists, lang.tally_assists(), lang.assists_note_in(tally.span.kind)),
        timed(tally.waits, lang.tally_wait()),
        timed(tally.services, lang.tally_service()),
    ])
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
