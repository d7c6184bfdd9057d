//! The one table of keys. Dispatch, the footer, help and the README's key section all come from it.

mod table;

use crossterm::event::KeyCode;
pub use table::TABLE;

use super::key::Key;
use crate::domain::fold::fold_key;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Everywhere but in popups and forms.
    Everywhere,
    /// The queue, on the left of the desk.
    Queue,
    /// The visit, on the right of the desk.
    Visit,
    /// The form that gives a number.
    Intake,
    /// Who asks: age, sex, hamlet, smartphone.
    Person,
    /// What does not work.
    Outages,
    /// Why a visit stands where it does.
    Why,
    /// Whether several numbers are one party's.
    OneParty,
    /// What to mind when a party is called.
    Note,
    /// Difficulties and proposals.
    Remark,
    /// The line of commands.
    Line,
    /// A list to choose from by typing.
    Choice,
    /// The day on which a party comes back.
    ComeBack,
    /// The guide of a visit.
    Guide,
    /// A question to confirm.
    Confirm,
    /// A panel that tells of a fault.
    Problem,
    /// The first start's form.
    Setup,
    /// The opening of a shift.
    OpenShift,
    /// The closing of a shift.
    CloseShift,
    /// The tally.
    Tally,
    /// The figures of the tally, to open one.
    Figures,
    /// The visits behind a figure.
    Opened,
    /// The statistics.
    Statistics,
    /// The form for any range of days.
    Range,
    /// The journal.
    Journal,
    /// The print jobs.
    Prints,
    /// The printers of this PC.
    Printers,
    /// The settings.
    Settings,
    /// The page of forms in the settings.
    Forms,
    /// The preview of a form.
    FormPreview,
    /// The catalogue.
    Catalogue,
    /// An entry of the catalogue, to be read.
    Handbook,
    /// The form by which an entry is added or changed.
    EntryForm,
    /// The form that ends an entry.
    Ending,
    /// The name of a file to be imported.
    ImportFile,
    /// What an import would change.
    ImportPreview,
}

impl Place {
    /// Every place, in the order in which help lists them.
    pub const ALL: [Self; 36] = [
        Self::Queue,
        Self::Visit,
        Self::Why,
        Self::Intake,
        Self::OneParty,
        Self::Note,
        Self::Person,
        Self::ComeBack,
        Self::Guide,
        Self::Line,
        Self::Everywhere,
        Self::Outages,
        Self::Tally,
        Self::Remark,
        Self::Figures,
        Self::Opened,
        Self::Statistics,
        Self::Range,
        Self::Journal,
        Self::Prints,
        Self::Printers,
        Self::OpenShift,
        Self::CloseShift,
        Self::Settings,
        Self::Forms,
        Self::FormPreview,
        Self::Catalogue,
        Self::Handbook,
        Self::EntryForm,
        Self::Ending,
        Self::ImportFile,
        Self::ImportPreview,
        Self::Setup,
        Self::Choice,
        Self::Confirm,
        Self::Problem,
    ];

    /// Whether printable keys are text before they are anything else.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Intake
                | Self::Note
                | Self::Person
                | Self::Remark
                | Self::Choice
                | Self::Line
                | Self::Setup
                | Self::OpenShift
                | Self::CloseShift
                | Self::Settings
                | Self::Figures
                | Self::Range
                | Self::Printers
                | Self::Catalogue
                | Self::EntryForm
                | Self::Ending
                | Self::ImportFile
        )
    }

    /// Whether the keys of [`Place::Everywhere`] work here.
    const fn hears_everywhere(self) -> bool {
        matches!(
            self,
            Self::Queue
                | Self::Visit
                | Self::Tally
                | Self::Opened
                | Self::Statistics
                | Self::Journal
                | Self::Prints
        )
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is said in both languages in text::keys")]
pub enum Action {
    Help,
    Quit,
    Language,
    Undo,
    Redo,
    Back,
    TakeNumber,
    CountQuestion,
    CallNext,
    Proceed,
    Recall,
    Finish,
    FinishAndCall,
    HoldOrResume,
    Leave,
    PutBack,
    NextPlease,
    CallOutOfTurn,
    Transfer,
    Missed,
    Explain,
    SwitchPane,
    CommandLine,
    Complete,
    AddProcedure,
    RemoveProcedure,
    Tick,
    Persons,
    Tally,
    Statistics,
    Figures,
    NextKind,
    PreviousKind,
    Range,
    ShowHours,
    ShowWeek,
    ShowWaits,
    ShowProcedures,
    ShowStuck,
    ShowTargets,
    Print,
    PrintTicket,
    Journal,
    CloseShift,
    Sit,
    Duty,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Accept,
    AddNeed,
    MorePersons,
    FewerPersons,
    Priority,
    ServeNow,
    RepeatIntake,
    JoinNumbers,
    GiveApart,
    Note,
    Name,
    NextField,
    PreviousField,
    Booked,
    Toggle,
    ApplyToAll,
    Prints,
    Printers,
    RetryPrint,
    CancelPrint,
    Reprint,
    ReprintAt,
    ChoosePrinter,
    TestPrint,
    WhoAsks,
    Outages,
    TurnSystem,
    TurnVneid,
    TurnPortal,
    TurnPayment,
    TurnNetwork,
    TurnPower,
    TurnInsurance,
    TurnOther,
    Remark,
    Settings,
    Keep,
    NextSection,
    PreviousSection,
    NextForm,
    KeepFiles,
    TypingMethod,
    PreviewForm,
    ExportForm,
    ReadForms,
    Missing,
    Guide,
    Slip,
    Catalogue,
    ReadEntry,
    AddEntry,
    EditEntry,
    EndEntry,
    TurnEntry,
    DropEntry,
    EarlierEntry,
    LaterEntry,
    ImportFile,
    ExportCatalogue,
    PrintEntry,
}

impl Action {
    /// Whether it may well be done twice within the time in which a second press may also be a held key: such a press waits
    /// until it is seen which (`ui::hold`).
    pub const fn may_follow_at_once(self) -> bool {
        matches!(self, Self::CountQuestion)
    }

    /// Whether a key that is held down must do it only once. Moving may repeat; deeds may not.
    pub const fn is_deed(self) -> bool {
        matches!(
            self,
            Self::TakeNumber
                | Self::CountQuestion
                | Self::ServeNow
                | Self::RepeatIntake
                | Self::JoinNumbers
                | Self::GiveApart
                | Self::CallNext
                | Self::Proceed
                | Self::Recall
                | Self::Finish
                | Self::FinishAndCall
                | Self::HoldOrResume
                | Self::Leave
                | Self::PutBack
                | Self::NextPlease
                | Self::AddProcedure
                | Self::RemoveProcedure
                | Self::Tick
                | Self::Print
                | Self::PrintTicket
                | Self::KeepFiles
                | Self::ExportForm
                | Self::CloseShift
                | Self::AddNeed
                | Self::Toggle
                | Self::ApplyToAll
                | Self::TurnSystem
                | Self::TurnVneid
                | Self::TurnPortal
                | Self::TurnPayment
                | Self::TurnNetwork
                | Self::TurnPower
                | Self::TurnInsurance
                | Self::TurnOther
                | Self::Keep
                | Self::Language
                | Self::RetryPrint
                | Self::CancelPrint
                | Self::Reprint
                | Self::ReprintAt
                | Self::TestPrint
                | Self::Missing
                | Self::Slip
                | Self::TurnEntry
                | Self::DropEntry
                | Self::EarlierEntry
                | Self::LaterEntry
                | Self::ExportCatalogue
                | Self::PrintEntry
        )
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// The keys, the one to show first. At least one of them no input method rewrites.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// How early the footer shows it; `None` when only help does.
    pub footer: Option<u8>,
    /// What stands for it on the line of commands, the one to show first.
    pub verbs: &'static [&'static str],
}

/// What a key does in a place, as a command. Text goes to fields before this is asked, see [`Place::takes_text`].
pub fn action(place: Place, key: Key) -> Option<Action> {
    // Letters are a second way, and an input method may have put a mark on them.
    let key = match key {
        Key { code: KeyCode::Char(letter), ctrl: false, .. } => Key::letter(fold_key(letter)),
        other => other,
    };
    let here = |place| TABLE.iter().find(|row| row.place == place && row.keys.contains(&key));
    here(place)
        .or_else(|| if place.hears_everywhere() { here(Place::Everywhere) } else { None })
        .map(|row| row.action)
}

/// The key by which an action is named in a sentence.
pub fn first_key(action: Action) -> String {
    let row = TABLE.iter().find(|row| row.action == action);
    row.map(|row| row.keys[0].name()).unwrap_or_default()
}

/// The row of a verb on the line of commands, opened in a place of the desk.
pub fn row_of(place: Place, verb: &str) -> Option<&'static Row> {
    verbs(place).find(|row| row.verbs.contains(&verb))
}

/// The rows that have a verb, in a place of the desk: its own, what the queue beside it does, and what works everywhere.
pub fn verbs(place: Place) -> impl Iterator<Item = &'static Row> {
    let has_verb = |row: &&Row| !row.verbs.is_empty();
    let listed = |place| TABLE.iter().filter(move |row| row.place == place);
    let desk = matches!(place, Place::Queue | Place::Visit).then_some(Place::Queue);
    desk.into_iter().flat_map(listed).chain(listed(Place::Everywhere)).filter(has_verb)
}

/// The rows that work in a place, its own first.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Row> {
    let own = TABLE.iter().filter(move |row| row.place == place);
    let shared = TABLE.iter().filter(move |row| row.place == Place::Everywhere && place.hears_everywhere());
    // What a place binds itself is not listed twice.
    // Nor is a key that means something else here.
    let is_own = move |row: &&Row| {
        TABLE.iter().any(|other| {
            other.place == place && (other.action == row.action || other.keys.contains(&row.keys[0]))
        })
    };
    own.chain(shared.filter(move |row| !is_own(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold_keys;

    #[test]
    fn no_key_means_two_things_in_a_place() {
        for place in Place::ALL {
            let keys: Vec<Key> =
                TABLE.iter().filter(|row| row.place == place).flat_map(|row| row.keys).copied().collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[at + 1..].contains(key), "{place:?} {}", key.name());
            }
        }
    }

    #[test]
    fn every_action_has_a_key_that_no_input_method_rewrites() {
        for row in TABLE {
            let safe = |key: &Key| key.ctrl || key.text().is_none() || *key == Key::letter(' ');
            assert!(row.keys.iter().any(safe), "{:?} {:?}", row.place, row.action);
            // Byte 0x08, tab, newline and return arrive as these: they can never be commands.
            assert!(
                !row.keys.iter().any(|key| key.ctrl
                    && key.code != KeyCode::Tab
                    && matches!(key.code, KeyCode::Char('h' | 'i' | 'j' | 'm' | '['))),
                "{row:?}"
            );
        }
    }

    #[test]
    fn no_verb_means_two_things_and_each_has_a_key() {
        let all: Vec<&str> = verbs(Place::Queue).flat_map(|row| row.verbs).copied().collect();
        for (at, verb) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(verb), "{verb}");
            assert_eq!(fold_keys(verb), *verb);
            assert!(!row_of(Place::Queue, verb).unwrap().keys.is_empty());
        }
        assert!(all.len() > 20, "{all:?}");
    }

    #[test]
    fn a_letter_with_a_mark_is_still_the_command() {
        assert_eq!(action(Place::Queue, Key::letter('đ')), Some(Action::CloseShift));
        assert_eq!(action(Place::Queue, Key::letter('Ư')), Some(Action::Undo));
    }
}
