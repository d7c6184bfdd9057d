//! What views ask for: data alone, so that no view has to know another.

use std::path::PathBuf;

use super::context::Effect;
use super::keymap::Action;
use crate::config::PrintSettings;
use crate::desk::{Closing, Command, NewVisit};
use crate::domain::pin::Pin;
use crate::domain::printing::{JobId, Role};
use crate::domain::tally::Figure;
use crate::domain::{
    AssistId, CheckList, Code, Day, EntryId, HandedId, HandoverId, ItemId, Office, Op, Refusal, Remark, Span,
    Stamp, StationNo, Ticket, TypingMethod, VisitId, VolunteerId,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenId {
    Tally(Span),
    /// The figures of a span, to open one.
    Figures(Span),
    Statistics(Span),
    Journal(Day),
    Prints,
    Printers,
    /// Who is on duty in the open shift.
    Duty,
    CloseShift,
    Settings,
    Catalogue,
    Roster,
    Stations,
    /// The items for the next shift.
    Handover,
    /// The handover that waits to be said back.
    TakeOver,
    /// The backup copies that there are.
    Copies,
}

impl ScreenId {
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

/// What a line of commands asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// What a key of the desk does.
    Act(Action),
    /// A number is given at once.
    Take(NewVisit),
    /// A number is given, and its party is helped on the spot.
    ServeNow(NewVisit),
    /// The cursor goes to a visit, and then a key is pressed there, if one was named.
    Go {
        visit: VisitId,
        /// The verb after the number.
        then: Option<Action>,
    },
}

/// What a list is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Why a visit leaves.
    Leave(VisitId),
    /// How a visit that has ended did so, as a correction.
    Ending(VisitId),
    Outcome(AssistId),
    /// How an assist ends of which something is missing: what follows from that comes first.
    Offered {
        assist: AssistId,
        part: CheckList,
        place: u8,
    },
    /// What else a visit is helped with.
    AddAssist(VisitId),
    Persons(VisitId),
    OutOfTurn(VisitId),
    Transfer(VisitId),
    /// Where it is done instead (chuyển nơi khác).
    WhereTo(Part),
    /// Who sits at this station.
    Sit,
    /// What is done next about an item that is due and is taken.
    TakeItem(HandedId),
    /// Why an item is over.
    EndItem(ItemId),
    /// Into which row of the roster this one is merged.
    MergeInto(VolunteerId),
    /// Which number this station has.
    Station,
    Printer(Role),
    /// Where a job is printed once more.
    ReprintAt(JobId),
}

/// A question with yes and no. It holds what it is about; its figures are those of the moment at which it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Close the shift, with what was written and chosen for it?
    CloseShift(Closing),
    /// Print this job once more?
    Reprint(JobId),
    /// Print this job again, of which a part may have been printed?
    RetryUnclear(JobId),
    Quit,
    /// Turn this back, the last thing done here: it is of the office or of a shift?
    Undo(Box<Op>),
    /// Turn this entry back alone?
    UndoEntry(EntryId, Box<Op>),
    /// Take this procedure off its visit?
    RemoveAssist(AssistId),
    /// Cancel this job?
    CancelPrint(JobId),
    /// Drop what was typed and not saved?
    DropWords,
    /// That is why it was not done: do it all the same?
    Insist(Box<Command>, Refusal),
    /// Go back to this backup copy?
    GoBack(PathBuf),
    /// Drop the desk's own version of an entry?
    DropEntry(Code),
    /// Are the leaders to have no PIN any more?
    DropPin,
    /// Has this volunteer left?
    RetireVolunteer(VolunteerId),
    /// Are these two rows of the roster one person?
    MergeVolunteers {
        volunteer: VolunteerId,
        into: VolunteerId,
    },
}

/// What of a visit comes back on another day, or is done elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One thing, which is told while the party is served.
    Assist(AssistId),
    /// All of it: the party leaves.
    Visit(VisitId),
}

/// What is put on top of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// The form that gives a number.
    Intake,
    /// All visits of today, to find one.
    Find,
    /// Of the same those that were promised for today, with those of earlier days.
    Promised,
    /// The line of commands.
    Line,
    Choice(ChoiceKind),
    WhoAsks(VisitId),
    /// A note for calling.
    Note(VisitId),
    /// Why a visit has its place.
    Why(VisitId),
    /// On which day a party comes back.
    ComeBack(Part),
    /// The guide for a visit: for one thing that it is helped with, or for all that it needs.
    Guide(VisitId, Option<AssistId>),
    Outages,
    /// What today's date is.
    Today,
    /// The difficulties and proposals of a span, to be gone on with.
    Remark(Span, Remark),
    /// Another span for a screen that shows this one.
    Range(ScreenId, Span),
    Handbook(Code),
    /// The form of an entry; without a code, of a new one.
    Entry(Option<Code>),
    Ending(Code),
    /// The form of a station; without one, of a new one.
    Station(Option<StationNo>),
    /// The form of a volunteer; without one, of somebody new.
    Volunteer(Option<VolunteerId>),
    /// An item for the next shift; without one, a new one.
    Item(Option<ItemId>),
    /// The form that sets the leaders' PIN.
    NewPin,
    ImportFile,
}

/// What a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    Run(Command),
    /// Turn back the last thing done here; what is of the office or of a shift is asked about first.
    Undo,
    /// Turn it back, whatever it is.
    UndoNow,
    /// Turn one entry of today back alone.
    UndoEntry(EntryId),
    Redo,
    Go(ScreenId),
    Open(Opening),
    /// Run the command, and open that once it went well.
    RunThenOpen(Command, Opening),
    /// Ask first. What asks stays below the question; yes does the deed and closes both, no closes the question alone.
    Confirm(Question),
    /// Nothing more: what was asked about goes with the question.
    Nothing,
    /// Put the cursor of the desk on a visit.
    ShowVisit(VisitId),
    /// Do what this key would do in the view that has the keys then.
    Act(Action),
    /// The first start: this station, its office and who is on its roster.
    SetUp {
        station: StationNo,
        office: Office,
        volunteers: Vec<String>,
    },
    /// Do what this line of commands asks for, and remember the line.
    Order(String, Box<Order>),
    /// Give a number, unless it may be one of several for one party: that is asked first.
    Give(NewVisit),
    /// Give a number that was asked about: it is another party's.
    GiveApart(NewVisit),
    /// Give a number and help on the spot; why before others is asked where somebody would have come first.
    ServeNow(NewVisit),
    /// Do all the same what was asked about: numbers are stopped, or a station is closed.
    Insist(Command),
    /// Fill the form that gives a number like the last one.
    RepeatIntake,
    /// Fill the form that gives a number with what a visit of an earlier day left to do.
    GoOnWith(Ticket, Day),
    /// Say why not.
    Refuse(Refusal),
    CloseAndPrint(Closing),
    /// The shift that was taken for forgotten goes on.
    ShiftGoesOn,
    /// What only the event loop can do.
    Ask(Effect),
    /// The form of the printers has another printer of that kind.
    PickPrinter(Role, String),
    TestPrint(Role, Box<PrintSettings>),
    /// Print the slip of a visit; `None` is the number that was given here last.
    PrintTicket(Option<VisitId>),
    PrintSlip(VisitId),
    Print(Span),
    /// Write its paper as files: PDF, Word, spreadsheet, CSV.
    KeepFiles(Span),
    /// Read the office's own forms again, and say what is wrong with them.
    ReadForms,
    /// Show the form of a name with figures of this desk.
    PreviewForm(&'static str),
    /// Read a catalogue file, and show what it would change.
    LookAtImport(String),
    ExportCatalogue,
    PrintEntry(Code),
    LookInto(Figure),
    /// Show the visits of a day, to find one; with what was typed by now.
    FindOn(Day, String),
    /// Hold a visit out to be set right.
    Correct(Day, Ticket),
    /// Show everything that happened to a number.
    Life(Day, Ticket),
    /// Print that: the file's name, the title and the lines.
    PrintLife(String, String, Vec<String>),
    /// Show the handover before or after this one; `None` is the list as it is now.
    TurnHandover(Option<HandoverId>, bool),
    /// Print the handover that is shown, or the list as it is now.
    PrintHandover,
    /// Open the shift first, and take the handover later.
    TakeLater,
    /// This station has another number from now on.
    Station(StationNo),
    /// This way of typing Vietnamese from now on.
    Typing(TypingMethod),
    SwitchLanguage,
    /// Backup copies go into this folder, too, from now on.
    BackupFolder(String),
    /// Say the leaders' PIN, and then do this.
    SayPin(Pin, Box<Self>),
    SetPin(Pin),
    DropPin,
    /// This is the right time, whatever the PC's clock shows.
    SayTime(Stamp),
    Quit,
}
