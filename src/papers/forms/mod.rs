//! The forms of papers (mẫu): short TOML files that say which blocks, columns, words, layout and signatures a paper has.
//!
//! A built-in form stands in `assets/forms/`; a file of the same name in the data folder's `forms/` takes its place, and
//! one that is broken gives way to the built-in one again. Numbers come from the tally alone: a form can leave one out
//! or call it differently, it cannot change it.
//!
//! `layout` is `plain`, `administration` (NĐ 30/2020/NĐ-CP) or `union`; `paper` `a4`, `a5`, `roll58` or `roll80`; `style`
//! `tally` or `report`; `title`, `subject` and `foot` are texts in both languages; `recipients = false` leaves the list of
//! copies out. Then come `[[block]]`s, each of a `kind`, and `[[signature]]`s with a `role` and a `name`, which is
//! `drawn_up_by`, `leader`, `signer`, `union_signer` or `none`.
//!
//! | kind | keys |
//! |---|---|
//! | `heading`, `line`, `paragraph`, `note` | `text`; a heading with nothing below it is left out |
//! | `figures` | `figures`, ids of [`FigureId`](crate::domain::tally::FigureId) |
//! | `table` | `of`, an id of [`TableId`](crate::domain::tally::TableId); `columns`, ids or `{ id, title, share }`; `caption`; `rows`, at most so many, the smallest others in one row; `total`; `chart`, `columns` or `bars`; `figures` of `main` and `compare`; `empty`, what is said instead of a table without rows, which is else left out |
//! | `columns` | `parts`, lists of blocks side by side |
//! | `remarks`, `blanks` | `lines` to write on |
//! | `proof`, `reprint`, `withdrawn`, `counters`, `what_counts`, `gap` | – |
//! | `tally_body` | – ; the body of the daily tally, with as much detail as one page holds |
//!
//! Texts may name every figure (`{visits}`), and `{span}`, `{span_title}`, `{span_with_days}`, `{days}`, `{kind}`, `{KIND}`, `{before}`,
//! `{office}`, `{commune}`, `{team}`, `{by}`, `{date}`, `{time}`, `{version}`, `{signer_office}`, `{union_office}`,
//! `{union_role}`, `{top_procedures}`, `{top_stuck}`, and in a heading its number, `{roman}` or `{number}`.
//!
//! The slips that people take with them, the ticket, the guidance and the guide of an entry, have forms of their own: see [`slip`].

mod check;
mod draw;
mod filling;
mod flaw;
mod folder;
mod form;
mod head;
pub mod slip;
mod source;
mod table;
mod tables;
mod template;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

pub use draw::sheet;
pub use flaw::{FlawKind, FormFlaw};
pub use folder::{Exported, export, file_in, own_files};
pub use form::Form;

use crate::domain::{Span, SpanKind};
use crate::whole_file::{self, Unread};
use flaw::Spot;
use slip::{GuidanceForm, HandbookForm, TicketForm};

/// The folder of the office's own forms within the data folder.
pub const FOLDER: &str = "forms";

pub const MOST_BYTES: u64 = 64 * 1024;
/// The most blocks of a form, those side by side in one block counted as one, and the most in each of its parts.
pub const MOST_BLOCKS: usize = 40;
pub const MOST_COLUMNS: usize = 20;
/// The longest title, caption or label, in characters.
pub const LONGEST_LABEL: usize = 200;
/// The longest paragraph, in characters.
pub const LONGEST_TEXT: usize = 2_000;

pub const TALLY: &str = "tally";
/// The report of the commune's administration.
pub const ADMINISTRATION: &str = "report-administration";
/// The report of the Youth Union.
pub const UNION: &str = "report-union";
/// Every table, for the spreadsheet.
pub const STATISTICS: &str = "statistics";

/// The slip with a number.
pub const TICKET: &str = "ticket";
pub const GUIDANCE: &str = "guidance";
/// The guide of one entry of the catalogue.
pub const HANDBOOK: &str = "handbook";

/// The forms of papers about a span that come with the program.
const OF_SPANS: [(&str, &str); 4] = [
    (TALLY, include_str!("../../../assets/forms/tally.toml")),
    (ADMINISTRATION, include_str!("../../../assets/forms/report-administration.toml")),
    (UNION, include_str!("../../../assets/forms/report-union.toml")),
    (STATISTICS, include_str!("../../../assets/forms/statistics.toml")),
];
/// The forms of slips that come with the program.
const OF_SLIPS: [(&str, &str); 3] = [
    (TICKET, include_str!("../../../assets/forms/ticket.toml")),
    (GUIDANCE, include_str!("../../../assets/forms/guidance.toml")),
    (HANDBOOK, include_str!("../../../assets/forms/handbook.toml")),
];

/// The text of a form that comes with the program, or `None` of another name.
pub fn built_in(name: &str) -> Option<&'static str> {
    OF_SPANS.iter().chain(&OF_SLIPS).find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The form that a paper about a span usually has: the tally of a day or shift, else the administration's report.
pub const fn usual_for(span: Span) -> &'static str {
    match span.kind {
        SpanKind::Day | SpanKind::Shift => TALLY,
        _ => ADMINISTRATION,
    }
}

/// The kind of span whose figures a form is shown with; `None` of a form that is not about a span.
pub fn span_of(name: &str) -> Option<SpanKind> {
    match name {
        TALLY => Some(SpanKind::Day),
        ADMINISTRATION | UNION | STATISTICS => Some(SpanKind::Month),
        _ => None,
    }
}

/// The forms in use: the built-in ones, and the office's own in their place.
#[derive(Clone, Debug, Default)]
pub struct Forms {
    own: BTreeMap<&'static str, Form>,
    own_ticket: Option<TicketForm>,
    own_guidance: Option<GuidanceForm>,
    own_handbook: Option<HandbookForm>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnyForm {
    OfSpan(Form),
    Ticket(TicketForm),
    Guidance(GuidanceForm),
    Handbook(HandbookForm),
}

impl Forms {
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::of_spans().chain(OF_SLIPS.iter().map(|(name, _)| *name))
    }

    /// The names of the forms of papers about a span: all but the slips.
    pub fn of_spans() -> impl Iterator<Item = &'static str> {
        OF_SPANS.iter().map(|(name, _)| *name)
    }

    /// The forms with the office's own from the data folder, and what is wrong with those. A form with a flaw is the
    /// built-in one.
    pub fn load(folder: Option<&Path>) -> (Self, Vec<FormFlaw>) {
        let mut forms = Self::default();
        let flaws = Self::names().filter_map(|name| forms.take(folder, name)).collect();
        (forms, flaws)
    }

    /// The same for one form: what a single paper needs.
    pub fn load_one(folder: Option<&Path>, name: &str) -> (Self, Option<FormFlaw>) {
        let mut forms = Self::default();
        let name = Self::names().find(|known| *known == name);
        let flaw = name.and_then(|name| forms.take(folder, name));
        (forms, flaw)
    }

    /// Takes the office's own form of a name into use, if there is one.
    fn take(&mut self, folder: Option<&Path>, name: &'static str) -> Option<FormFlaw> {
        let path = folder?.join(FOLDER).join(file_name(name));
        match read(&path) {
            Ok(form) => {
                match form? {
                    AnyForm::OfSpan(form) => drop(self.own.insert(name, form)),
                    AnyForm::Ticket(form) => self.own_ticket = Some(form),
                    AnyForm::Guidance(form) => self.own_guidance = Some(form),
                    AnyForm::Handbook(form) => self.own_handbook = Some(form),
                }
                None
            }
            Err(flaw) => Some(flaw),
        }
    }

    pub fn ticket(&self) -> &TicketForm {
        self.own_ticket.as_ref().unwrap_or_else(|| built_in_ticket())
    }

    pub fn guidance(&self) -> &GuidanceForm {
        self.own_guidance.as_ref().unwrap_or_else(|| built_in_guidance())
    }

    pub fn handbook(&self) -> &HandbookForm {
        self.own_handbook.as_ref().unwrap_or_else(|| built_in_handbook())
    }

    /// The form of a paper about a span, or `None` of a name that no such form has.
    pub fn get(&self, name: &str) -> Option<&Form> {
        self.own.get(name).or_else(|| built_in_form(name))
    }

    /// Whether the office's own form is in use.
    pub fn is_own(&self, name: &str) -> bool {
        match name {
            TICKET => self.own_ticket.is_some(),
            GUIDANCE => self.own_guidance.is_some(),
            HANDBOOK => self.own_handbook.is_some(),
            _ => self.own.contains_key(name),
        }
    }
}

/// The name of a form's file: `tally.toml`.
pub fn file_name(name: &str) -> String {
    format!("{name}.toml")
}

/// A form that comes with the program, read at its first use.
pub(super) fn built_in_form(name: &str) -> Option<&'static Form> {
    static READ: [OnceLock<Form>; OF_SPANS.len()] = [const { OnceLock::new() }; OF_SPANS.len()];
    let at = OF_SPANS.iter().position(|(known, _)| *known == name)?;
    // A test reads every one of them: the empty form never stands in.
    Some(READ[at].get_or_init(|| parse(OF_SPANS[at].1, name).unwrap_or_default()))
}

/// The form of the slip with a number that comes with the program.
pub(super) fn built_in_ticket() -> &'static TicketForm {
    static READ: OnceLock<TicketForm> = OnceLock::new();
    READ.get_or_init(|| parse_slip(OF_SLIPS[0].1, TICKET).unwrap_or_default())
}

/// The form of the guidance slip that comes with the program.
pub(super) fn built_in_guidance() -> &'static GuidanceForm {
    static READ: OnceLock<GuidanceForm> = OnceLock::new();
    READ.get_or_init(|| parse_slip(OF_SLIPS[1].1, GUIDANCE).unwrap_or_default())
}

/// The form of the guide of one entry that comes with the program.
pub(super) fn built_in_handbook() -> &'static HandbookForm {
    static READ: OnceLock<HandbookForm> = OnceLock::new();
    READ.get_or_init(|| parse_slip(OF_SLIPS[2].1, HANDBOOK).unwrap_or_default())
}

/// The form of a file; `None` when there is no such file. A file that is called after a paper is the form of that paper; of
/// any other its key `slip` says what it is.
///
/// # Errors
/// What is wrong with it.
pub fn read(path: &Path) -> Result<Option<AnyForm>, FormFlaw> {
    let file = shown(path);
    let whole = |what| FormFlaw { file: file.clone(), line: 0, what };
    let bytes = match whole_file::read(path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(Unread::Absent) => return Ok(None),
        Err(why) => return Err(whole(FlawKind::Unread(why))),
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let what = FlawKind::Unread(Unread::NotText);
        Spot::new(at, what).of(&file, &String::from_utf8_lossy(error.as_bytes()))
    })?;
    // Windows' own editor begins a file with a mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let name = path.file_stem().map(|name| name.to_string_lossy()).unwrap_or_default();
    match Forms::names().find(|known| *known == name).or_else(|| slip_of(text)) {
        Some(TICKET) => parse_slip(text, &file).map(AnyForm::Ticket),
        Some(GUIDANCE) => parse_slip(text, &file).map(AnyForm::Guidance),
        Some(HANDBOOK) => parse_slip(text, &file).map(AnyForm::Handbook),
        _ => parse(text, &file).map(AnyForm::OfSpan),
    }
    .map(Some)
}

/// Which slip a text says it is the form of, if it says so.
fn slip_of(text: &str) -> Option<&'static str> {
    let table: toml::Table = toml::from_str(text).ok()?;
    let slip = table.get("slip")?.as_str().unwrap_or_default();
    // A slip that nobody has is told by the check of one that there is.
    Some([GUIDANCE, HANDBOOK].into_iter().find(|known| *known == slip).unwrap_or(TICKET))
}

/// A form of a paper about a span from its text; `file` is what a flaw calls it.
///
/// # Errors
/// The first thing that is wrong.
pub fn parse(text: &str, file: &str) -> Result<Form, FormFlaw> {
    source(text, file).and_then(|source| check::form(&source).map_err(|spot| spot.of(file, text)))
}

/// A form of a slip from its text; `file` is what a flaw calls it.
///
/// # Errors
/// The first thing that is wrong.
pub fn parse_slip<F: slip::SlipFact>(text: &str, file: &str) -> Result<slip::SlipForm<F>, FormFlaw> {
    source(text, file).and_then(|source| slip::checked(&source).map_err(|spot| spot.of(file, text)))
}

/// A file as it says itself, unchecked.
fn source<S: serde::de::DeserializeOwned>(text: &str, file: &str) -> Result<S, FormFlaw> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let words = error.message().lines().collect::<Vec<_>>().join(", ");
        Spot::new(at, FlawKind::Syntax(words)).of(file, text)
    })
}

/// A file as a person finds it: `forms/tally.toml`.
fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let folder = path.parent().and_then(Path::file_name).map(|folder| folder.to_string_lossy());
    match folder {
        Some(folder) if folder == FOLDER => format!("{FOLDER}/{name}"),
        _ => path.display().to_string(),
    }
}
