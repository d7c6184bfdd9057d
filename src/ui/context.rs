//! What comes to the console, what it asks of the event loop, and what its views read.

use std::path::PathBuf;
use std::rc::Rc;

use ratatui::layout::Size;

use super::key::Stroke;
use super::keymap::{Action, Place};
use super::prints::{Page, Printers, Prints};
use super::theme::{Meaning, Theme};
use crate::clock::DeskClock;
use crate::config::PrintSettings;
use crate::desk::{Card, CheckReport, Items, Model, Overlong, Swap};
use crate::domain::backup::{CopyCard, Holdings};
use crate::domain::clock::{Known, Reading, Trust};
use crate::domain::find::FinderOfDay;
use crate::domain::op::Names;
use crate::domain::printing::{JobCard, JobId};
use crate::domain::trouble::Trouble;
use crate::domain::{
    Catalogue, Code, OwnReason, SlipNumber, Stamp, StationNo, System, TypingMethod, VolunteerId, printer,
};
use crate::lang::Lang;
use crate::papers::forms::{Exported, Forms};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed, repeats or was let go.
    Stroke(Stroke),
    Paste(Pasted),
    /// Keys came while the screen stood still for long, and were left aside.
    TypedBlind,
    /// The window has this size, at the start and from now on.
    Resize(Size),
    /// A second went by.
    Tick,
    /// The file was looked through beside the keys: something is wrong, or nothing any more.
    LookedThrough(Box<CheckReport>),
    /// Files were written into the folder of papers, which is named; or they could not be, with the reason.
    FilesKept(Result<String, Trouble>),
    /// A built-in form was to be written into that file: what has become of it, or why it could not be.
    FormExported(String, Result<Exported, Trouble>),
    /// A print job ended; the sentence for it, and whether it went well.
    Printed(PrintNews),
    /// The print jobs of this console as they are now, the newest first.
    Prints(Vec<JobCard>),
    /// The printers of this PC, which somebody asked for.
    Printers(Printers),
    /// How Vietnamese is typed on this PC, at the start.
    Typing(TypingMethod),
    /// The printers that are saved, at the start.
    PrintSettings(Box<PrintSettings>),
    /// Something is wrong with this PC's settings, at the start; the sentences for it.
    SettingsWrong(String),
    /// Nobody knows which number this station has.
    AskStation,
    /// The second folder for backup copies, at the start.
    BackupFolder(String),
    /// What came of a backup copy, in a sentence.
    BackedUp(PrintNews),
    /// The backup copies that there are, and what the desk holds now.
    Copies(Vec<CopyCard>, Option<Box<Holdings>>),
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
    Print(Box<Page>),
    /// Print a job again that has failed: the same job, one attempt more.
    RetryPrint(JobId),
    CancelPrint(JobId),
    /// Print an old job as a new one.
    Reprint {
        id: JobId,
        /// Another printer; `None` is the one it had.
        printer: Option<printer::Target>,
    },
    AskPrinters,
    KeepPrintSettings(Box<PrintSettings>),
    /// Save the station for the next start.
    KeepStation(StationNo),
    /// Save the language for the next start.
    KeepLanguage(Lang),
    KeepTyping(TypingMethod),
    /// Save the second folder for backup copies.
    KeepBackupFolder(String),
    /// Make a backup copy now.
    BackUp,
    /// Make one because a shift was closed.
    BackUpAtClose,
    /// Look through the desk's file beside the keys.
    LookThrough,
    /// Look for backup copies.
    AskCopies,
    /// End, and go back to this copy.
    GoBack(PathBuf),
    /// Write files into the folder of papers.
    KeepFiles(Vec<(String, Vec<u8>)>),
    /// Write the built-in form of a name into the folder of forms, never over a file that was changed.
    ExportForm(&'static str),
    Quit,
}

/// What is wrong with the desk's file, as far as it was told and as long as it is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileTrouble {
    /// What has become of it.
    pub swapped: Option<Swap>,
    /// In how many places it is wrong; 0 when that was not counted.
    pub damaged: Option<u32>,
}

impl FileTrouble {
    const fn is_any(self) -> bool {
        self.swapped.is_some() || self.damaged.is_some()
    }
}

/// The number that is being typed, with the visits that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered {
    pub asked: Option<SlipNumber>,
    pub found: Vec<Card>,
}

/// What the console knows: today as it was read last, and how this PC is set.
pub(super) struct World {
    pub model: Model,
    /// The catalogue as of the last reload, which the finder was made of.
    pub catalogue: Rc<Catalogue>,
    pub forms: Forms,
    pub finder: FinderOfDay,
    pub numbered: Numbered,
    /// The items of the handover that is shown.
    pub items: Items,
    /// The services that are far longer than usual, while a shift is being closed.
    pub overlong: Vec<Overlong>,
    pub prints: Prints,
    pub clock: Rc<DeskClock>,
    pub lang: Lang,
    pub typing: TypingMethod,
    /// Whether a leader has said the PIN here.
    pub leads: bool,
    /// The second folder for backup copies; empty is none.
    pub backup: String,
    pub file: FileTrouble,
    pub theme: Theme,
    pub size: Size,
}

impl World {
    /// What a view reads whose keys are those of a place.
    pub fn context(&self, place: Place) -> Context<'_> {
        let reading = self.clock.reading();
        Context {
            model: &self.model,
            catalogue: &self.catalogue,
            forms: &self.forms,
            finder: &self.finder,
            number: self.numbered.asked,
            numbered: &self.numbered.found,
            items: &self.items,
            overlong: &self.overlong,
            prints: &self.prints,
            now: reading.now,
            reading,
            known: self.clock.known(),
            lang: self.lang,
            typing: self.typing_in(place),
            leads: self.leads,
            backup: &self.backup,
            file: self.file,
            theme: self.theme,
            size: self.size,
        }
    }

    /// How letters are taken in a place: neither the verbs of the line of commands nor the digits of a PIN are Vietnamese.
    pub fn typing_in(&self, place: Place) -> TypingMethod {
        if matches!(place, Place::Line | Place::Pin) { TypingMethod::Off } else { self.typing }
    }
}

/// What views read. They never see the desk.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub model: &'a Model,
    pub catalogue: &'a Catalogue,
    pub forms: &'a Forms,
    /// Finds in the catalogue.
    pub finder: &'a FinderOfDay,
    /// The number that is being typed, as people read it off a slip.
    pub number: Option<SlipNumber>,
    /// The visits of today and of earlier days that have it, the first choice first.
    pub numbered: &'a [Card],
    /// The items of the handover that is shown, or for the next shift.
    pub items: &'a Items,
    pub overlong: &'a [Overlong],
    pub prints: &'a Prints,
    pub now: Stamp,
    /// What the PC's clock shows, and whether it can be believed.
    pub reading: Reading,
    /// By what it is judged.
    pub known: Known,
    pub lang: Lang,
    pub typing: TypingMethod,
    pub leads: bool,
    pub backup: &'a str,
    pub file: FileTrouble,
    pub theme: Theme,
    pub size: Size,
}

impl Names for Context<'_> {
    fn procedure(&self, code: &Code) -> String {
        self.short(code)
    }

    fn volunteer(&self, id: VolunteerId) -> String {
        self.model.volunteer(id).to_owned()
    }

    fn reasons(&self) -> &[OwnReason] {
        &self.model.reasons.own
    }
}

impl Context<'_> {
    /// How many rows a screen has between the bar on top and the notice and keys below.
    pub fn rows(&self) -> usize {
        usize::from(self.size.height.saturating_sub(3 + self.alarm_rows()))
    }

    /// How many rows below the bar say what does not work: one while the file or the clock is wrong or something is
    /// down.
    pub fn alarm_rows(&self) -> u16 {
        let is_clock_right = self.reading.trust == Trust::Right && self.model.differs.is_none();
        u16::from(self.file.is_any() || !is_clock_right || !self.model.outages.is_empty())
    }

    /// Whether a key that works everywhere would do something now.
    pub fn is_possible(&self, action: Action) -> bool {
        match action {
            Action::Undo => self.model.undo.is_some(),
            Action::Redo => self.model.redo.is_some(),
            Action::StopNumbers => self.model.shift.as_ref().is_some_and(|shift| shift.stopped.is_none()),
            Action::GiveNumbers => self.model.shift.as_ref().is_some_and(|shift| shift.stopped.is_some()),
            Action::Promised => !self.model.promises.is_empty(),
            Action::CloseShift | Action::Duty | Action::Sit | Action::AddItem => self.model.shift.is_some(),
            Action::Lock => self.model.has_pin,
            Action::TakeOver => self.model.handover.is_some_and(|pending| !pending.is_taken),
            _ => true,
        }
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

    pub fn style(&self, meaning: Meaning) -> ratatui::style::Style {
        self.theme.style(meaning)
    }

    /// What a party is helped with, in short names; before anybody helped, what it asked for.
    pub fn needs(&self, card: &Card) -> String {
        let needs: Vec<String> = card.about().map(|code| self.short(code)).collect();
        needs.join(", ")
    }

    /// The systems that do not work now and that a party waits for.
    pub fn down_for(&self, card: &Card) -> Vec<System> {
        let down = self.model.outages.iter().map(|outage| outage.system);
        down.filter(|system| card.relies_on(*system, self.catalogue)).collect()
    }

    /// The same as marks in a list, `[!Cổng] [!VNeID]`; empty while nothing is in the way.
    pub fn down_mark(&self, systems: &[System]) -> String {
        let mark = |system: &System| self.lang.outage_mark(self.lang.system_short(*system));
        systems.iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    /// The number as people say it; with its day and year when that is not today.
    pub fn dated_ticket(&self, card: &Card) -> String {
        if card.visit.day == self.model.day {
            card.visit.ticket.to_string()
        } else {
            format!("{} {}", card.visit.ticket, self.lang.date(card.visit.day))
        }
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
