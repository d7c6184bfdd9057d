//! Checking a form: everything that it names exists, and nothing in it is longer than a paper can bear.

use toml::Spanned;

use super::flaw::{FlawKind, Spot};
use super::form::{Form, FormBlock, FormColumn, FormSignature, FormTable, Layout, Whose, Words};
use super::source::{BlockSource, ColumnSource, SignatureSource, Source, WordsSource};
use super::tables;
use super::template::{Template, placeholder};
use super::{LONGEST_LABEL, LONGEST_TEXT, MOST_BLOCKS, MOST_COLUMNS};
use crate::domain::tally::{FigureId, TableId};
use crate::papers::sheet::{Chart, Paper, Style};

pub(super) const PAPERS: [(&str, Paper); 4] =
    [("a4", Paper::A4), ("a5", Paper::A5), ("roll58", Paper::Roll58), ("roll80", Paper::Roll80)];
const STYLES: [(&str, Style); 2] = [("tally", Style::Tally), ("report", Style::Report)];
const CHARTS: [(&str, Chart); 2] = [("columns", Chart::Columns), ("bars", Chart::Bars)];

/// The most rows that a table may be cut to, and the most dotted lines.
const MOST_ROWS: i64 = 1_000;
const MOST_LINES: i64 = 20;
/// The most parts side by side: four tables on a page are as narrow as can be read.
const MOST_PARTS: usize = 4;
/// The largest share of a column.
const MOST_SHARE: i64 = 100;

/// Every kind of block with the keys that it uses.
const KINDS: [(&str, &[&str]); 16] = [
    ("heading", &["text"]),
    ("line", &["text"]),
    ("paragraph", &["text"]),
    ("note", &["text"]),
    ("figures", &["figures"]),
    ("table", &["of", "columns", "figures", "caption", "rows", "total", "chart", "empty"]),
    ("columns", &["parts"]),
    ("proof", &[]),
    ("reprint", &[]),
    ("withdrawn", &[]),
    ("counters", &[]),
    ("remarks", &["lines"]),
    ("blanks", &["lines"]),
    ("gap", &[]),
    ("tally_body", &[]),
    ("what_counts", &[]),
];

pub(super) type Checked<T> = Result<T, Spot>;

/// The form of a file that could be read as TOML.
pub(super) fn form(source: &Source) -> Checked<Form> {
    let layout = one_of("layout", &source.layout, &Layout::ALL)?;
    let usual = if layout == Layout::Plain { Style::Tally } else { Style::Report };
    Ok(Form {
        layout,
        paper: optional("paper", source.paper.as_ref(), &PAPERS)?.unwrap_or_default(),
        style: optional("style", source.style.as_ref(), &STYLES)?.unwrap_or(usual),
        title: label("title", &source.title)?,
        subject: source.subject.as_ref().map(|text| words("subject", text, LONGEST_LABEL)).transpose()?,
        foot: source.foot.as_ref().map(|text| words("foot", text, LONGEST_LABEL)).transpose()?,
        recipients: source.recipients.unwrap_or(layout != Layout::Plain),
        blocks: blocks(&source.block, Depth::Page)?,
        signatures: source.signature.iter().map(signature).collect::<Checked<_>>()?,
    })
}

/// Whether a block stands on the page or within parts side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Page,
    Part,
}

fn blocks(sources: &[Spanned<BlockSource>], depth: Depth) -> Checked<Vec<FormBlock>> {
    if let Some(first) = sources.get(MOST_BLOCKS) {
        return Err(Spot::new(first.span().start, FlawKind::TooManyBlocks(sources.len())));
    }
    sources.iter().map(|source| block(source, depth)).collect()
}

fn block(source: &Spanned<BlockSource>, depth: Depth) -> Checked<FormBlock> {
    let at = source.span().start;
    let source = source.as_ref();
    let known = KINDS.map(|(kind, _)| (kind, kind));
    let kind = one_of("kind", &source.kind, &known)?;
    let allowed = KINDS.iter().find(|(name, _)| *name == kind).map_or(&[][..], |(_, keys)| *keys);
    if let Some((key, at)) = keys(source).into_iter().find(|(key, _)| !allowed.contains(key)) {
        return Err(Spot::new(at, FlawKind::NotHere { key, kind }));
    }
    let lacks = |key| Spot::new(at, FlawKind::Lacks { key, kind });
    let text =
        |most| source.text.as_ref().ok_or_else(|| lacks("text")).and_then(|one| words("text", one, most));
    let lines = |usual| lines(source, usual);
    Ok(match kind {
        "heading" => FormBlock::Heading(text(LONGEST_LABEL)?),
        "line" => FormBlock::Line(text(LONGEST_TEXT)?),
        "paragraph" => FormBlock::Paragraph(text(LONGEST_TEXT)?),
        "note" => FormBlock::Note(text(LONGEST_TEXT)?),
        "figures" => FormBlock::Figures(figures_of(source)?.ok_or_else(|| lacks("figures"))?),
        "table" => FormBlock::Table(table(source, source.of.as_ref().ok_or_else(|| lacks("of"))?)?),
        "columns" if depth == Depth::Part => return Err(Spot::new(at, FlawKind::Nested)),
        "columns" => {
            let parts = source.parts.as_ref().ok_or_else(|| lacks("parts"))?;
            if parts.as_ref().is_empty() || parts.as_ref().len() > MOST_PARTS {
                let what = FlawKind::OutOfRange { key: "parts", least: 1, most: 4 };
                return Err(Spot::new(parts.span().start, what));
            }
            let part = |part: &Vec<Spanned<BlockSource>>| blocks(part, Depth::Part);
            FormBlock::Columns(parts.as_ref().iter().map(part).collect::<Checked<_>>()?)
        }
        "proof" => FormBlock::Proof,
        "reprint" => FormBlock::Reprint,
        "withdrawn" => FormBlock::Withdrawn,
        "counters" => FormBlock::Counters,
        "remarks" => FormBlock::Remarks(lines(3)?),
        "blanks" => FormBlock::Blanks(lines(2)?),
        "tally_body" => FormBlock::TallyBody,
        "what_counts" => FormBlock::WhatCounts,
        _ => FormBlock::Gap,
    })
}

fn keys(source: &BlockSource) -> Vec<(&'static str, usize)> {
    fn at<T>(key: &'static str, of: Option<&Spanned<T>>) -> Option<(&'static str, usize)> {
        of.map(|value| (key, value.span().start))
    }
    [
        at("text", source.text.as_ref()),
        at("figures", source.figures.as_ref()),
        at("of", source.of.as_ref()),
        at("columns", source.columns.as_ref()),
        at("caption", source.caption.as_ref()),
        at("rows", source.rows.as_ref()),
        at("total", source.total.as_ref()),
        at("chart", source.chart.as_ref()),
        at("empty", source.empty.as_ref()),
        at("lines", source.lines.as_ref()),
        at("parts", source.parts.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn table(source: &BlockSource, of: &Spanned<String>) -> Checked<FormTable> {
    let of = named("of", of, TableId::ALL.iter().map(|table| (table.id(), *table)))?;
    let columns = match &source.columns {
        None => tables::columns(of)
            .iter()
            .map(|(id, _)| FormColumn { id: *id, title: None, share: None })
            .collect(),
        Some(columns) => {
            let count = columns.as_ref().len();
            if count > MOST_COLUMNS || count == 0 {
                let what = FlawKind::TooManyColumns { table: of.id(), count };
                return Err(Spot::new(columns.span().start, what));
            }
            columns.as_ref().iter().map(|one| column(one, of)).collect::<Checked<_>>()?
        }
    };
    let caption = |words: &Spanned<WordsSource>| self::words("caption", words, LONGEST_LABEL);
    Ok(FormTable {
        of,
        columns,
        figures: figures_of(source)?.unwrap_or_else(tables::usual_figures),
        caption: source.caption.as_ref().map(caption).transpose()?,
        rows: source
            .rows
            .as_ref()
            .map(|rows| within("rows", rows, 1, MOST_ROWS))
            .transpose()?
            .and_then(|rows| usize::try_from(rows).ok()),
        total: source.total.as_ref().is_some_and(|total| *total.as_ref()),
        chart: optional("chart", source.chart.as_ref(), &CHARTS)?,
        empty: source.empty.as_ref().map(|text| words("empty", text, LONGEST_TEXT)).transpose()?,
    })
}

fn column(source: &Spanned<ColumnSource>, table: TableId) -> Checked<FormColumn> {
    let at = source.span().start;
    let source = source.as_ref();
    let columns = tables::columns(table);
    let found = columns.iter().map(|(id, _)| *id).find(|id| id.id() == source.id);
    let id = found.ok_or_else(|| {
        let known = columns.iter().map(|(id, _)| id.id()).collect();
        let what = FlawKind::UnknownColumn { column: cut(&source.id), table: table.id(), known };
        Spot::new(at, what)
    })?;
    let title = source.title.as_ref().map(|text| words_at("title", text, LONGEST_LABEL, at)).transpose()?;
    let share = match source.share {
        Some(share) if !(1..=MOST_SHARE).contains(&share) => {
            return Err(Spot::new(at, FlawKind::OutOfRange { key: "share", least: 1, most: MOST_SHARE }));
        }
        share => share.and_then(|share| u16::try_from(share).ok()),
    };
    Ok(FormColumn { id, title, share })
}

fn figures_of(source: &BlockSource) -> Checked<Option<Vec<FigureId>>> {
    let all = |figures: &Spanned<Vec<Spanned<String>>>| {
        if figures.as_ref().len() > MOST_COLUMNS {
            let what = FlawKind::TooManyColumns { table: "figures", count: figures.as_ref().len() };
            return Err(Spot::new(figures.span().start, what));
        }
        figures
            .as_ref()
            .iter()
            .map(|id| named("figures", id, FigureId::all().map(|figure| (figure.id(), figure))))
            .collect()
    };
    source.figures.as_ref().map(all).transpose()
}

fn signature(source: &Spanned<SignatureSource>) -> Checked<FormSignature> {
    let source = source.as_ref();
    Ok(FormSignature { role: label("role", &source.role)?, name: one_of("name", &source.name, &Whose::ALL)? })
}

fn lines(source: &BlockSource, usual: u8) -> Checked<u8> {
    let Some(lines) = &source.lines else { return Ok(usual) };
    let lines = within("lines", lines, 0, MOST_LINES)?;
    Ok(u8::try_from(lines).unwrap_or(usual))
}

fn within(key: &'static str, number: &Spanned<i64>, least: i64, most: i64) -> Checked<i64> {
    let value = *number.as_ref();
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    Err(Spot::new(number.span().start, FlawKind::OutOfRange { key, least, most }))
}

/// The value of a word among those that the key knows.
pub(super) fn one_of<T: Copy>(
    key: &'static str,
    word: &Spanned<String>,
    known: &[(&'static str, T)],
) -> Checked<T> {
    named(key, word, known.iter().copied())
}

fn named<T>(
    key: &'static str,
    word: &Spanned<String>,
    known: impl Iterator<Item = (&'static str, T)> + Clone,
) -> Checked<T> {
    let found = known.clone().find(|(name, _)| name == word.as_ref()).map(|(_, value)| value);
    found.ok_or_else(|| {
        let known = known.map(|(name, _)| name).collect();
        let what = FlawKind::UnknownValue { key, value: cut(word.as_ref()), known };
        Spot::new(word.span().start, what)
    })
}

pub(super) fn optional<T: Copy>(
    key: &'static str,
    word: Option<&Spanned<String>>,
    known: &[(&'static str, T)],
) -> Checked<Option<T>> {
    word.map(|word| one_of(key, word, known)).transpose()
}

fn label(key: &'static str, source: &Spanned<WordsSource>) -> Checked<Words> {
    words(key, source, LONGEST_LABEL)
}

fn words(key: &'static str, source: &Spanned<WordsSource>, most: usize) -> Checked<Words> {
    words_at(key, source.as_ref(), most, source.span().start)
}

fn words_at(key: &'static str, source: &WordsSource, most: usize, at: usize) -> Checked<Words> {
    words_with(key, source, most, at, placeholder)
}

/// A text in both languages, whose placeholders `named` knows.
pub(super) fn words_with<P: Copy>(
    key: &'static str,
    source: &WordsSource,
    most: usize,
    at: usize,
    named: impl Fn(&str) -> Option<P>,
) -> Checked<Words<P>> {
    let side = |text: &Option<String>, lang| {
        let text = text.as_ref().ok_or(FlawKind::NoLanguage { key, lang })?;
        let count = text.chars().count();
        if count > most {
            return Err(FlawKind::TooLong { key, count, most });
        }
        Template::parse_with(text, &named)
    };
    let both = side(&source.vi, "vi").and_then(|vi| Ok(Words { vi, en: side(&source.en, "en")? }));
    both.map_err(|what| Spot::new(at, what))
}

/// A word of a file as a sentence may quote it.
fn cut(word: &str) -> String {
    const MOST: usize = 40;
    match word.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}
