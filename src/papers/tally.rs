//! The tally of a day as a paper to be signed: one A4 page on a busy day.
//!
//! Every number comes from [`Tally`]; what is added up here only adds rows of one of its tables. The sheet leaves
//! detail out before it goes on to a second page: when a day has very many procedures, the rarer ones of a field are
//! gathered in one row whose sum keeps the field's total exact. The CSV and JSON files beside this module have every row.

mod beside;
mod dense;
mod hours;
mod kinds;
mod people;
mod procedures;
mod proof;

use crate::domain::commune::{self, Commune};
use crate::domain::merge::Source;
use crate::domain::tally::{Change, Proof, Tally};
use crate::domain::{
    Catalogue, Code, Hamlet, HamletId, Letterhead, Office, OwnReason, Remark, Shift, Stamp, Targets,
    Volunteer, VolunteerId,
};
use crate::text::Lang;

use super::forms;
use super::layout::{self, Squeeze};
use super::sheet::{Block, Figure, Sheet, Table};

pub(super) use people::clock_span;
pub(super) use proof::block as proof_block;

/// What the papers of a span say beside its numbers: whose desk it was, who served there, what things are called.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The office the desk belongs to.
    pub office: &'a Office,
    /// The catalogue that names fields and procedures.
    pub catalogue: &'a Catalogue,
    /// The roster, for the names of the volunteers.
    pub volunteers: &'a [Volunteer],
    /// The words of the office's papers.
    pub letterhead: &'a Letterhead,
    /// The targets that leaders ask about.
    pub targets: Targets,
    /// The hamlets, for their names.
    pub hamlets: &'a [Hamlet],
    /// The office's own reasons why something could not be done, for their names.
    pub reasons: &'a [OwnReason],
    /// The numbers of the span before, where there are any.
    pub before: Option<&'a Tally>,
    /// Difficulties and proposals.
    pub remark: &'a Remark,
    /// How often this paper was printed before, when last, and what has changed since; nothing of one that was never
    /// printed.
    pub reprint: Option<&'a Reprint>,
    /// The shifts of the span, in their order.
    pub shifts: &'a [Shift],
    /// The desks whose numbers these are; none when it is one desk alone.
    pub sources: &'a [Source],
    /// Who draws the paper up and signs it first, when that is known.
    pub drawn_up_by: Option<VolunteerId>,
    /// The note of the handover. It is free text, so it stands on the paper only and in no file that is passed on.
    pub note: Option<&'a str>,
    /// The moment of printing.
    pub printed: Stamp,
    /// The program and its version, for example `motcua 0.1.0`.
    pub version: &'a str,
}

/// An earlier print of the same paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reprint {
    /// Which print this one is: 2 for the first that follows another.
    pub nth: u32,
    /// When it was printed before.
    pub last: Stamp,
    /// What differs from then.
    pub changes: Vec<Change>,
}

impl<'a> Context<'a> {
    /// The commune of the office; `None` when the list of communes does not have its code.
    pub fn commune(&self) -> Option<Commune> {
        commune::of_code(&self.office.commune)
    }

    /// The name of a volunteer; `None` when the roster does not have the id.
    pub fn volunteer(&self, id: VolunteerId) -> Option<&'a str> {
        self.volunteers.iter().find(|one| one.id == id).map(|one| one.name.as_str())
    }

    /// A volunteer's name, or words with the number of one who is not on the roster.
    pub(super) fn volunteer_name(&self, id: VolunteerId, lang: Lang) -> String {
        self.volunteer(id).map_or_else(|| lang.tally_volunteer(id.0), str::to_owned)
    }

    /// The name of a hamlet, or its number when the list does not have it.
    pub(super) fn hamlet_name(&self, id: HamletId) -> String {
        self.hamlets.iter().find(|one| one.id == id).map_or_else(|| id.0.to_string(), |one| one.name.clone())
    }

    /// The name of a field by its id in the catalogue.
    pub(super) fn field_name(&self, id: &str, lang: Lang) -> String {
        match self.catalogue.fields().iter().find(|field| field.id == id) {
            Some(field) => lang.pick(&field.name).clone(),
            None if id.is_empty() => lang.tally_unknown_field().to_owned(),
            None => id.to_owned(),
        }
    }

    /// The full name of a procedure, or its code when the catalogue no longer has it.
    pub(super) fn procedure_name(&self, code: &Code, lang: Lang) -> String {
        self.catalogue.get(code).map_or_else(|| code.0.clone(), |one| lang.pick(&one.name).clone())
    }

    /// What a volunteer calls a procedure, or its code when the catalogue no longer has it.
    pub(super) fn procedure_short(&self, code: &Code, lang: Lang) -> String {
        self.catalogue.get(code).map_or_else(|| code.0.clone(), |one| lang.pick(&one.short).clone())
    }
}

/// The longest note that is put on the paper, in characters; the rest is in the handover itself.
const LONGEST_NOTE: usize = 400;

/// More rows of tables than a page holds in the smallest type, the hours and the people left aside.
const MOST_ROOM: usize = 64;

/// The tally of a day as a sheet, by the form that comes with the program.
pub fn sheet(tally: &Tally, ctx: &Context, lang: Lang) -> Sheet {
    forms::built_in_form(forms::TALLY)
        .map_or_else(Sheet::default, |form| forms::sheet(form, tally, ctx, lang))
}

/// A sheet around the body of the tally, with as much detail in it as one page holds.
///
/// A day that does not fit on one page even with the least of it (a roster of 60) gets every detail on two.
pub(super) fn fitted(
    tally: &Tally,
    ctx: &Context,
    lang: Lang,
    around: impl Fn(Vec<Block>) -> Sheet,
) -> Sheet {
    let with = |writing, room| around(body(tally, ctx, lang, writing, room));
    // On a quiet day there is room to write on by hand, in type of the usual size.
    let quiet = with(Writing::Lines, MOST_ROOM);
    if layout::is_one_page(&quiet, Squeeze::None) {
        return quiet;
    }
    let full = with(Writing::None, MOST_ROOM);
    if layout::is_one_page(&full, Squeeze::Most) {
        return full;
    }
    // The most room that still gives one page, found by halving: a handful of trials of under a millisecond each.
    let (mut least, mut most) = (0, MOST_ROOM);
    let mut best = None;
    while least < most {
        let middle = usize::midpoint(least, most);
        let trial = with(Writing::None, middle);
        if layout::is_one_page(&trial, Squeeze::Most) {
            best = Some(trial);
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    best.unwrap_or(full)
}

/// Whether lines to write on by hand are on the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    None,
    Lines,
}

fn body(tally: &Tally, ctx: &Context, lang: Lang, writing: Writing, room: usize) -> Vec<Block> {
    let mut blocks = vec![figures(tally, lang)];
    blocks.extend(lang.quick_questions_of(tally.quick_questions).map(Block::Line));
    blocks.extend(counted(tally, ctx, lang, room));
    blocks.extend(beside::columns(hours::tables(tally, lang), 1));
    blocks.extend(beside::columns(people::tables(tally, ctx, lang), 2));
    blocks.push(Block::Line(people::shifts(ctx, lang)));
    if let Some(note) = ctx.note.map(str::trim).filter(|note| !note.is_empty()) {
        blocks.push(Block::Line(lang.tally_handover_note(&shortened(note))));
    }
    // Duty 79.3.d of NĐ 224/2026/NĐ-CP is to gather difficulties.
    let remarks = [&ctx.remark.difficulties, &ctx.remark.proposals].map(|text| shortened(text));
    let remarks: Vec<String> = remarks.into_iter().filter(|text| !text.is_empty()).collect();
    if !remarks.is_empty() {
        blocks.push(Block::Line(format!("{} {}", lang.tally_difficulties(), remarks.join(" "))));
    } else if writing == Writing::Lines {
        blocks.push(Block::Line(lang.tally_difficulties().to_owned()));
        blocks.push(Block::Blanks(2));
    }
    blocks
}

/// The numbers that were taken back; none when there are none.
pub(super) fn withdrawn(proof: &Proof, lang: Lang) -> Option<Block> {
    let numbers = || lang.tally_withdrawn(&proof::ranges(&proof.withdrawn, lang));
    (!proof.withdrawn.is_empty()).then(|| Block::Note(numbers()))
}

/// What was helped with, as spread out as so many rows of the page allow.
fn counted(tally: &Tally, ctx: &Context, lang: Lang, room: usize) -> Vec<Block> {
    let kinds = kinds::of(tally, ctx, lang);
    let small = kinds::tables(&kinds, tally, lang);
    let lines: Vec<Table> = kinds::lines(&kinds, tally, lang).into_iter().collect();
    let beside_small = room.saturating_sub(beside::height(&small, beside::MOST_COLUMNS));
    let beside_lines = room.saturating_sub(beside::height(&lines, 1));
    let (fields, kinds) = if procedures::fit(tally, beside_small) {
        let fields = procedures::block(tally, ctx, lang, beside_small);
        (fields, beside::columns(small, beside::MOST_COLUMNS))
    } else if procedures::fit(tally, beside_lines) {
        (procedures::block(tally, ctx, lang, beside_lines), beside::columns(lines, 1))
    } else {
        (Some(dense::block(tally, ctx, lang, beside_lines)), beside::columns(lines, 1))
    };
    fields.into_iter().chain(kinds).collect()
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
