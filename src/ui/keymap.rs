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
    /// Difficulties and proposals.
    Remark,
    /// A list to choose from by typing.
    Choice,
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
}

impl Place {
    /// Every place, in the order in which help lists them.
    pub const ALL: [Self; 24] = [
        Self::Queue,
        Self::Visit,
        Self::Intake,
        Self::Person,
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
                | Self::Person
                | Self::Remark
                | Self::Choice
                | Self::Setup
                | Self::OpenShift
                | Self::CloseShift
                | Self::Settings
                | Self::Figures
                | Self::Range
                | Self::Printers
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
    CallNext,
    Proceed,
    Recall,
    Finish,
    HoldOrResume,
    Leave,
    PutBack,
    SwitchPane,
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
    PrintSlip,
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
    Name,
    NextField,
    PreviousField,
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
    Remark,
    Settings,
    Keep,
    NextSection,
    PreviousSection,
    NextForm,
    KeepFiles,
    PreviewForm,
    ExportForm,
    ReadForms,
}

impl Action {
    /// Whether a key that is held down must do it only once. Moving may repeat; deeds may not.
    pub const fn is_deed(self) -> bool {
        matches!(
            self,
            Self::TakeNumber
                | Self::CallNext
                | Self::Proceed
                | Self::Recall
                | Self::Finish
                | Self::HoldOrResume
                | Self::Leave
                | Self::PutBack
                | Self::AddProcedure
                | Self::RemoveProcedure
                | Self::Tick
                | Self::Print
                | Self::PrintSlip
                | Self::KeepFiles
                | Self::ExportForm
                | Self::CloseShift
                | Self::AddNeed
                | Self::Toggle
                | Self::ApplyToAll
                | Self::TurnSystem
                | Self::Keep
                | Self::Language
                | Self::RetryPrint
                | Self::CancelPrint
                | Self::Reprint
                | Self::ReprintAt
                | Self::TestPrint
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

/// The rows that work in a place, its own first.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Row> {
    let own = TABLE.iter().filter(move |row| row.place == place);
    let shared = TABLE.iter().filter(move |row| row.place == Place::Everywhere && place.hears_everywhere());
    // What a place binds itself is not listed twice.
    own.chain(
        shared
            .filter(move |row| !TABLE.iter().any(|other| other.place == place && other.action == row.action)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_letter_with_a_mark_is_still_the_command() {
        assert_eq!(action(Place::Queue, Key::letter('đ')), Some(Action::CloseShift));
        assert_eq!(action(Place::Queue, Key::letter('Ư')), Some(Action::Undo));
    }
}
