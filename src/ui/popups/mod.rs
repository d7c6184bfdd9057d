//! Popups: what stands on top of a screen and has the keys. Each holds facts, and the request to run on yes.

mod at_once;
mod booking;
mod choice;
mod come_back;
mod confirm;
mod ending;
mod entry;
mod filter;
mod guide;
mod handbook;
mod help;
mod import;
mod intake;
mod line;
mod note;
mod one_party;
mod outages;
mod person;
mod problem;
mod range;
pub mod remark;
mod why;

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::widgets::{Block, Clear};

pub use at_once::AtOnceWhy;
pub use choice::{Choice, ChoiceKind};
pub use come_back::ComeBack;
pub use confirm::{Confirm, Question};
pub use ending::Ending;
pub use entry::EntryForm;
pub(in crate::ui) use filter::{Filter, fits, input as input_line};
pub use guide::Guide;
pub use handbook::Handbook;
pub use help::Help;
pub use import::{ImportFile, ImportPreview};
pub use intake::Intake;
pub use line::{CommandLine, History};
pub use note::NoteForm;
pub use one_party::OneParty;
pub use outages::Outages;
pub use person::WhoAsks;
pub use problem::Problem;
pub use range::Range;
pub use remark::RemarkForm;
pub use why::Why;

use super::context::{Context, Request};
use super::key::Key;
use super::keymap::{Action, Place};
use super::theme::Meaning;
use crate::domain::{Remark, Span};

/// A popup.
#[derive(Clone, Debug, PartialEq)]
pub enum Popup {
    /// Gives a number.
    Intake(Box<Intake>),
    /// The line of commands.
    Line(Box<CommandLine>),
    /// Chooses from a list by typing.
    Choice(Choice),
    /// The keys, and running them.
    Help(Help),
    /// Asks before something that is not undone by one key.
    Confirm(Confirm),
    /// Who asks, of a visit.
    WhoAsks(WhoAsks),
    /// What does not work.
    Outages(Outages),
    /// Difficulties and proposals of a span.
    Remark(Box<RemarkForm>),
    /// Tells of a fault.
    Problem(Problem),
    /// Asks for a range of days.
    Range(Range),
    /// Asks for the day on which a party comes back.
    ComeBack(ComeBack),
    /// The guide of a visit, to read.
    Guide(Guide),
    /// An entry of the catalogue, to be read.
    Handbook(Handbook),
    /// Adds or changes an entry of the catalogue.
    Entry(Box<EntryForm>),
    /// The end of an entry.
    Ending(Box<Ending>),
    /// Asks for a catalogue file.
    ImportFile(ImportFile),
    /// What a catalogue file would change.
    ImportPreview(Box<ImportPreview>),
    /// Why a visit stands where it does.
    Why(Why),
    /// Why somebody is helped before those who wait.
    AtOnce(Box<AtOnceWhy>),
    /// Whether several numbers are one party's.
    OneParty(Box<OneParty>),
    /// What to mind when a party is called.
    Note(NoteForm),
}

impl Popup {
    /// The form that gives a number.
    pub fn intake() -> Self {
        Self::Intake(Box::default())
    }

    /// The difficulties and proposals of a span, to be gone on with.
    pub fn remark(span: Span, remark: &Remark) -> Self {
        Self::Remark(Box::new(RemarkForm::new(span, remark)))
    }

    /// Where keys go.
    pub fn place(&self) -> Place {
        match self {
            Self::Intake(popup) => popup.place(),
            Self::WhoAsks(_) => Place::Person,
            Self::Outages(_) => Place::Outages,
            Self::Remark(_) => Place::Remark,
            Self::Line(_) => Place::Line,
            Self::Choice(_) | Self::Help(_) | Self::AtOnce(_) => Place::Choice,
            Self::OneParty(_) => Place::OneParty,
            Self::Note(_) => Place::Note,
            Self::Confirm(_) => Place::Confirm,
            Self::Problem(_) => Place::Problem,
            Self::Range(_) => Place::Range,
            Self::ComeBack(_) => Place::ComeBack,
            Self::Guide(_) => Place::Guide,
            Self::Handbook(_) => Place::Handbook,
            Self::Entry(_) => Place::EntryForm,
            Self::Ending(_) => Place::Ending,
            Self::ImportFile(_) => Place::ImportFile,
            Self::ImportPreview(_) => Place::ImportPreview,
            Self::Why(_) => Place::Why,
        }
    }

    /// What a key of the table does here.
    pub fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match self {
            Self::Intake(popup) => popup.act(action, ctx),
            Self::Line(popup) => popup.act(action, ctx),
            Self::Choice(popup) => popup.act(action, ctx),
            Self::Help(popup) => popup.act(action, ctx),
            Self::Confirm(popup) => popup.act(action),
            Self::WhoAsks(popup) => popup.act(action, ctx),
            Self::Outages(popup) => popup.act(action),
            Self::Remark(popup) => popup.act(action),
            Self::Problem(_) => vec![Request::Close],
            Self::Range(popup) => popup.act(action, ctx),
            Self::ComeBack(popup) => popup.act(action, ctx),
            Self::Guide(popup) => popup.act(action, ctx),
            Self::Handbook(popup) => popup.act(action, ctx),
            Self::Entry(popup) => popup.act(action, ctx),
            Self::Ending(popup) => popup.act(action, ctx),
            Self::ImportFile(popup) => popup.act(action),
            Self::ImportPreview(popup) => popup.act(action, ctx),
            Self::Why(_) => Why::act(action),
            Self::AtOnce(popup) => popup.act(action, ctx),
            Self::OneParty(popup) => popup.act(action),
            Self::Note(popup) => popup.act(action),
        }
    }

    /// Takes a key of text or editing; says whether it was one.
    pub fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        match self {
            Self::Intake(popup) => popup.press(key, ctx),
            Self::WhoAsks(popup) => popup.form().press(key, ctx),
            Self::Remark(popup) => popup.press(key),
            Self::Line(popup) => popup.press(key),
            Self::Choice(popup) => popup.filter().press(key),
            Self::Help(popup) => popup.filter().press(key),
            Self::Range(popup) => popup.press(key),
            Self::Entry(popup) => popup.press(key),
            Self::Ending(popup) => popup.press(key),
            Self::ImportFile(popup) => popup.press(key),
            Self::AtOnce(popup) => popup.filter().press(key),
            Self::Note(popup) => popup.press(key),
            Self::Outages(_)
            | Self::OneParty(_)
            | Self::Confirm(_)
            | Self::Problem(_)
            | Self::ComeBack(_)
            | Self::Guide(_)
            | Self::Handbook(_)
            | Self::ImportPreview(_)
            | Self::Why(_) => false,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        match self {
            Self::Intake(popup) => popup.paste(text, ctx),
            Self::WhoAsks(popup) => popup.form().paste(text, ctx),
            Self::Remark(popup) => popup.paste(text),
            Self::Line(popup) => popup.paste(text),
            Self::Choice(popup) => popup.filter().paste(text),
            Self::Help(popup) => popup.filter().paste(text),
            Self::Range(popup) => popup.paste(text),
            Self::Entry(popup) => popup.paste(text),
            Self::Ending(popup) => popup.paste(text),
            Self::ImportFile(popup) => popup.paste(text),
            Self::AtOnce(popup) => popup.filter().paste(text),
            Self::Note(popup) => popup.paste(text),
            Self::Outages(_)
            | Self::OneParty(_)
            | Self::Confirm(_)
            | Self::Problem(_)
            | Self::ComeBack(_)
            | Self::Guide(_)
            | Self::Handbook(_)
            | Self::ImportPreview(_)
            | Self::Why(_) => {}
        }
    }

    /// Draws the popup over the screen.
    pub fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        match self {
            Self::Intake(popup) => popup.render(frame, area, ctx),
            Self::Line(popup) => popup.render(frame, area, ctx),
            Self::Choice(popup) => popup.render(frame, area, ctx),
            Self::Help(popup) => popup.render(frame, area, ctx),
            Self::Confirm(popup) => popup.render(frame, area, ctx),
            Self::WhoAsks(popup) => popup.render(frame, area, ctx),
            Self::Outages(popup) => popup.render(frame, area, ctx),
            Self::Remark(popup) => popup.render(frame, area, ctx),
            Self::Problem(popup) => popup.render(frame, area, ctx),
            Self::Range(popup) => popup.render(frame, area, ctx),
            Self::ComeBack(popup) => popup.render(frame, area, ctx),
            Self::Guide(popup) => popup.render(frame, area, ctx),
            Self::Handbook(popup) => popup.render(frame, area, ctx),
            Self::Entry(popup) => popup.render(frame, area, ctx),
            Self::Ending(popup) => popup.render(frame, area, ctx),
            Self::ImportFile(popup) => popup.render(frame, area, ctx),
            Self::ImportPreview(popup) => popup.render(frame, area, ctx),
            Self::Why(popup) => popup.render(frame, area, ctx),
            Self::AtOnce(popup) => popup.render(frame, area, ctx),
            Self::OneParty(popup) => popup.render(frame, area, ctx),
            Self::Note(popup) => popup.render(frame, area, ctx),
        }
    }
}

/// Clears a box in the middle of the area, frames it, and says what is inside the frame.
fn window(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    title: &str,
    width: u16,
    height: u16,
) -> Rect {
    let [row] =
        Layout::vertical([Constraint::Length(height.min(area.height))]).flex(Flex::Center).areas(area);
    let [outer] =
        Layout::horizontal([Constraint::Length(width.min(area.width))]).flex(Flex::Center).areas(row);
    let block = Block::bordered()
        .border_style(ctx.style(Meaning::Heading))
        .title(format!(" {title} "))
        .title_style(ctx.style(Meaning::Heading));
    let inner = block.inner(outer);
    frame.render_widget(Clear, outer);
    frame.render_widget(block, outer);
    inner
}
