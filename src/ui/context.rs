//! What views are given, and what they ask for.

use ratatui::layout::Size;

use super::key::Key;
use super::keymap::Action;
use super::line::Order;
use super::popups::Popup;
use super::prints::{Page, PrintLine, Printers, Prints, Role};
use super::theme::{Meaning, Theme};
use crate::config::PrintSettings;
use crate::desk::{Card, Command, Model, NewVisit};
use crate::domain::find::Finder;
use crate::domain::printer;
use crate::domain::tally::opened::Figure;
use crate::domain::{
    Catalogue, Code, Day, Letters, Refusal, Span, Stamp, StationNo, System, Ticket, TypingMethod, VisitId,
};
use crate::papers::forms::{Exported, Forms};
use crate::text::Lang;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(Pasted),
    /// The window has this size, at the start and from now on.
    Resize(Size),
    /// A second went by.
    Tick,
    /// Files were written into the folder of papers, which is named; or they could not be, with the reason.
    FilesKept(Result<String, String>),
    /// A built-in form was to be written into that file: what has become of it, or why it could not be.
    FormExported(String, Result<Exported, String>),
    /// A print job ended; the sentence for it, and whether it went well.
    Printed(PrintNews),
    /// The print jobs of this console as they are now, the newest first.
    Prints(Vec<PrintLine>),
    /// The printers of this PC, which somebody asked for.
    Printers(Printers),
    /// How Vietnamese is typed on this PC, at the start.
    Typing(TypingMethod),
    /// What letters do on the queue's screen of this PC, at the start.
    Letters(Letters),
    /// The printers that are kept, at the start.
    PrintSettings(Box<PrintSettings>),
}

/// A text that was pasted. It may be a citizen card, so it says nothing of itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Pasted(pub String);

impl std::fmt::Debug for Pasted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pasted(..)")
    }
}

/// How a print job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintNews {
    /// The sentence, in the language of the moment.
    pub sentence: String,
    /// Whether the paper is in the printer or the folder.
    pub went_well: bool,
}

/// What only the event loop can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Print a paper.
    Print(Box<Page>),
    /// Print a job again that has failed: the same job, one attempt more.
    RetryPrint(u64),
    /// Cancel a job.
    CancelPrint(u64),
    /// Print an old job as a new one.
    Reprint {
        /// The old job.
        id: u64,
        /// Another printer; `None` is the one it had.
        printer: Option<printer::Target>,
    },
    /// Ask for the printers of this PC.
    AskPrinters,
    /// Keep which printers this PC prints on.
    KeepPrintSettings(Box<PrintSettings>),
    /// Keep the station and the language for the next start.
    KeepSettings {
        /// This station.
        station: StationNo,
        /// The language.
        lang: Lang,
    },
    /// Keep how Vietnamese is typed for the next start.
    KeepTyping(TypingMethod),
    /// Keep what letters do on the queue's screen for the next start.
    KeepLetters(Letters),
    /// Write files into the folder of papers.
    KeepFiles(Vec<(String, Vec<u8>)>),
    /// Write the built-in form of a name into the folder of forms, never over a file that was changed.
    ExportForm(&'static str),
    /// End the program.
    Quit,
}

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The queue and the visit.
    Desk,
    /// The tally of a span.
    Tally(Span),
    /// The figures of a span, to open one.
    Figures(Span),
    /// The statistics of a span.
    Statistics(Span),
    /// The journal of a day.
    Journal(Day),
    /// The print jobs.
    Prints,
    /// The printers of this PC.
    Printers,
    /// Who is on duty in the open shift.
    Duty,
    /// The closing of the shift.
    CloseShift,
    /// The settings.
    Settings,
    /// The catalogue.
    Catalogue,
}

impl Target {
    /// The same screen about another span; a screen that is about none stays what it is.
    #[must_use]
    pub const fn of_span(self, span: Span) -> Self {
        match self {
            Self::Tally(_) => Self::Tally(span),
            Self::Figures(_) => Self::Figures(span),
            Self::Statistics(_) => Self::Statistics(span),
            other => other,
        }
    }
}

/// What a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Do this.
    Run(Command),
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Show this screen.
    Go(Target),
    /// Put this popup on top.
    Open(Box<Popup>),
    /// Take the popup on top away.
    Close,
    /// Do what this key would do in the place below the popups.
    Act(Action),
    /// Do what this line of commands asks for, and remember the line.
    Order(String, Box<Order>),
    /// Give a number, unless it may be one of several for one party: that is asked first.
    Give(NewVisit),
    /// Give a number that was asked about: it is another party's.
    GiveApart(NewVisit),
    /// Give a number and help on the spot; why before others is asked where somebody would have come first.
    ServeNow(NewVisit),
    /// Fill the form that gives a number like the last one.
    RepeatIntake,
    /// Fill the form that gives a number with what a visit of an earlier day left to do.
    GoOnWith(Ticket, Day),
    /// Open the line of commands.
    CommandLine,
    /// Say why not.
    Refuse(Refusal),
    /// Close the shift, print the tally of the day.
    CloseAndPrint(crate::desk::Closing),
    /// What only the event loop can do.
    Ask(Effect),
    /// The form of the printers has another printer of that kind.
    PickPrinter(Role, String),
    /// Print a page that tries a printer.
    TestPrint(Role, Box<PrintSettings>),
    /// Print the slip of a visit; `None` is the number that was given here last.
    PrintTicket(Option<VisitId>),
    /// Print the guidance slip of a visit.
    PrintSlip(VisitId),
    /// Print the tally of a span.
    Print(Span),
    /// Write its paper as files: PDF, Word, spreadsheet, CSV.
    KeepFiles(Span),
    /// Read the office's own forms again, and say what is wrong with them.
    ReadForms,
    /// Show the form of a name with figures of this desk.
    PreviewForm(&'static str),
    /// Read a catalogue file, and show what it would change.
    LookAtImport(String),
    /// Write the catalogue as a file.
    ExportCatalogue,
    /// Print the one-page guide of an entry.
    PrintEntry(Code),
    /// List the visits behind a figure.
    LookInto(Figure),
    /// This station has another number from now on.
    Station(StationNo),
    /// The next way of typing Vietnamese.
    TurnTyping,
    /// Letters on the queue's screen do the other thing.
    TurnLetters,
    /// The other language.
    SwitchLanguage,
    /// End the program.
    Quit,
}

/// What views read. They never see the desk.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Today.
    pub model: &'a Model,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The forms of the papers.
    pub forms: &'a Forms,
    /// Finds in the catalogue.
    pub finder: &'a Finder,
    /// What is known of printing.
    pub prints: &'a Prints,
    /// The moment.
    pub now: Stamp,
    /// The language.
    pub lang: Lang,
    /// How Vietnamese is typed.
    pub typing: TypingMethod,
    /// What letters do on the queue's screen.
    pub letters: Letters,
    /// How meanings look.
    pub theme: Theme,
    /// The window.
    pub size: Size,
}

impl Context<'_> {
    /// How many rows a screen has between the bar on top and the notice and keys below.
    pub fn rows(&self) -> usize {
        usize::from(self.size.height.saturating_sub(3 + self.alarm_rows()))
    }

    /// How many rows below the bar say what does not work: one while something is down.
    pub fn alarm_rows(&self) -> u16 {
        u16::from(!self.model.outages.is_empty())
    }

    /// The code of the office's commune; empty before the office is set up.
    pub fn commune(&self) -> &str {
        self.model.office.as_ref().map_or("", |office| &office.commune)
    }

    /// The short name of a procedure; its code when the catalogue does not know it.
    pub fn short(&self, code: &Code) -> String {
        self.catalogue.get(code).map_or_else(|| code.0.clone(), |entry| self.lang.pick(&entry.short).clone())
    }

    /// Whether a visit has no slip that it should have: it was asked for, and is not known to be out. Of no interest while
    /// this PC prints none.
    pub fn is_slip_missing(&self, card: &Card) -> bool {
        card.slip.is_some() && self.prints.settings.prints_numbers()
    }

    /// What a field that has the keys shows of how Vietnamese is typed in it: `[TELEX]`, or nothing.
    pub const fn typing_mark(&self) -> &'static str {
        match self.typing {
            TypingMethod::Off => "",
            TypingMethod::Telex => "[TELEX]",
            TypingMethod::Vni => "[VNI]",
        }
    }

    /// The style of a meaning.
    pub fn style(&self, meaning: Meaning) -> ratatui::style::Style {
        self.theme.style(meaning)
    }

    /// What a party needs, in short names.
    pub fn needs(&self, card: &Card) -> String {
        let needs: Vec<String> = card.needs.iter().map(|(code, _)| self.short(code)).collect();
        needs.join(", ")
    }

    /// The systems that do not work now and that a party waits for.
    pub fn down_for(&self, card: &Card) -> Vec<System> {
        let down = self.model.outages.iter().map(|outage| outage.system);
        down.filter(|system| card.relies_on(*system, self.catalogue)).collect()
    }

    /// The same as a mark in a list, `[!VNeID]`; empty while nothing is in the way.
    pub fn down_mark(&self, systems: &[System]) -> String {
        let names: Vec<&str> = systems.iter().map(|system| self.lang.system_short(*system)).collect();
        if names.is_empty() { String::new() } else { self.lang.outage_mark(&names.join(" ")) }
    }

    /// The number as people say it; with its day when that is not today.
    pub fn ticket(&self, card: &Card) -> String {
        if card.visit.day == self.model.day {
            card.visit.ticket.to_string()
        } else {
            format!("{} {}", card.visit.ticket, self.lang.short_date(card.visit.day))
        }
    }
}
