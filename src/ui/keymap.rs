//! The one table of keys. Dispatch, the footer, help and the README's key section all come from it.

use crossterm::event::KeyCode;

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

const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const TAB: Key = Key::plain(KeyCode::Tab);
const BACKTAB: Key = Key { code: KeyCode::Tab, ctrl: false, shift: true };
const SPACE: Key = Key::letter(' ');
const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const HOME: Key = Key::plain(KeyCode::Home);
const END: Key = Key::plain(KeyCode::End);
const INSERT: Key = Key::plain(KeyCode::Insert);
const DELETE: Key = Key::plain(KeyCode::Delete);

macro_rules! table {
    ($($place:ident { $($action:ident: [$($key:expr),+] $(, $footer:literal)?;)+ })+) => {
        &[$($(Row {
            place: Place::$place,
            keys: &[$($key),+],
            action: Action::$action,
            footer: table!(@footer $($footer)?),
        }),+),+]
    };
    (@footer) => { None };
    (@footer $footer:literal) => { Some($footer) };
}

/// The table.
pub const TABLE: &[Row] = table! {
    Queue {
        Proceed: [ENTER], 0;
        TakeNumber: [Key::f(2), Key::letter('c')], 1;
        CallNext: [Key::f(3), Key::letter('g')], 2;
        Finish: [Key::f(4), Key::letter('x')], 3;
        Recall: [Key::f(5), Key::letter('l')], 4;
        HoldOrResume: [Key::f(6), Key::letter('t')], 5;
        Leave: [Key::f(7), Key::letter('r')], 6;
        PutBack: [Key::ctrl('p'), Key::letter('v')];
        SwitchPane: [TAB, RIGHT];
        AddProcedure: [INSERT, Key::ctrl('a'), Key::letter('+')];
        WhoAsks: [Key::ctrl('o'), Key::letter('o')], 19;
        Persons: [Key::ctrl('k')];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        First: [HOME];
        Last: [END];
    }
    Visit {
        Tick: [SPACE], 0;
        Finish: [Key::f(4), Key::letter('x')], 1;
        AddProcedure: [INSERT, Key::ctrl('a'), Key::letter('+')], 2;
        Left: [LEFT];
        Right: [RIGHT], 4;
        HoldOrResume: [Key::f(6), Key::letter('t')], 3;
        Leave: [Key::f(7), Key::letter('r')], 6;
        Proceed: [ENTER];
        RemoveProcedure: [DELETE], 7;
        TakeNumber: [Key::f(2), Key::letter('c')], 5;
        CallNext: [Key::f(3), Key::letter('g')];
        Recall: [Key::f(5), Key::letter('l')];
        PutBack: [Key::ctrl('p'), Key::letter('v')];
        WhoAsks: [Key::ctrl('o'), Key::letter('o')], 19;
        Persons: [Key::ctrl('k')];
        SwitchPane: [TAB, ESC];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        First: [HOME];
        Last: [END];
    }
    Everywhere {
        Help: [Key::f(1), Key::letter('?')], 20;
        Undo: [Key::ctrl('z'), Key::letter('u')], 21;
        Redo: [Key::ctrl('y')];
        Tally: [Key::f(8), Key::letter('b')], 18;
        Statistics: [Key::ctrl('s'), Key::letter('k')], 24;
        Print: [Key::f(9), Key::letter('i')], 23;
        Journal: [Key::ctrl('n'), Key::letter('j')];
        Prints: [Key::ctrl('r'), Key::letter('h')];
        Printers: [Key::ctrl('w'), Key::letter('m')];
        Outages: [Key::ctrl('f'), Key::letter('s')], 24;
        Settings: [Key::ctrl('g')];
        CloseShift: [Key::f(10), Key::ctrl('e'), Key::letter('d')], 22;
        Sit: [Key::ctrl('t')];
        Duty: [Key::ctrl('d')];
        Language: [Key::f(12), Key::ctrl('l')];
        Quit: [Key::ctrl('q')];
    }
    Intake {
        Accept: [ENTER], 0;
        AddNeed: [Key::f(2)], 1;
        MorePersons: [Key::f(5)], 2;
        FewerPersons: [Key { code: KeyCode::F(5), ctrl: false, shift: true }, Key::f(4)], 7;
        Priority: [Key::f(6)], 3;
        Name: [Key::f(7), TAB], 4;
        WhoAsks: [Key::ctrl('o'), Key::f(8)], 5;
        Help: [Key::f(1)];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Back: [ESC], 6;
    }
    Person {
        Accept: [ENTER], 0;
        Left: [LEFT];
        Right: [RIGHT], 1;
        Toggle: [SPACE];
        Up: [UP];
        Down: [DOWN];
        NextField: [TAB], 2;
        PreviousField: [BACKTAB];
        Help: [Key::f(1)];
        Back: [ESC], 3;
    }
    Outages {
        TurnSystem: [ENTER, SPACE], 0;
        Up: [UP];
        Down: [DOWN];
        Undo: [Key::ctrl('z'), Key::letter('u')], 1;
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
    Remark {
        Accept: [Key::f(10), Key::ctrl('s')], 0;
        NextField: [TAB], 1;
        PreviousField: [BACKTAB];
        Up: [UP];
        Down: [DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
    Choice {
        Accept: [ENTER], 0;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Back: [ESC], 1;
    }
    Confirm {
        Accept: [ENTER], 0;
        Back: [ESC], 1;
    }
    Problem {
        Back: [ESC, ENTER], 0;
    }
    Setup {
        Accept: [ENTER], 0;
        Up: [UP];
        Down: [DOWN];
        NextField: [TAB], 1;
        PreviousField: [BACKTAB];
        Language: [Key::f(12), Key::ctrl('l')], 2;
        Quit: [Key::ctrl('q')], 3;
    }
    OpenShift {
        Accept: [ENTER, Key::f(3)], 0;
        Toggle: [SPACE], 1;
        Left: [LEFT];
        Right: [RIGHT], 2;
        Up: [UP];
        Down: [DOWN];
        NextField: [TAB];
        PreviousField: [BACKTAB];
        Back: [ESC];
        Tally: [Key::f(8)], 4;
        Statistics: [Key::ctrl('s')];
        Print: [Key::f(9)];
        Journal: [Key::ctrl('n')];
        Prints: [Key::ctrl('r')];
        Outages: [Key::ctrl('f')];
        Settings: [Key::ctrl('g')], 8;
        Undo: [Key::ctrl('z')], 5;
        Redo: [Key::ctrl('y')];
        Help: [Key::f(1)], 3;
        Language: [Key::f(12), Key::ctrl('l')], 6;
        Quit: [Key::ctrl('q')], 7;
    }
    CloseShift {
        Accept: [Key::f(10), Key::ctrl('e')], 0;
        NextField: [TAB], 1;
        PreviousField: [BACKTAB];
        Left: [LEFT];
        Right: [RIGHT], 2;
        ApplyToAll: [Key::f(6)], 3;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 4;
    }
    Tally {
        Print: [Key::f(9), Key::letter('i')], 0;
        Remark: [INSERT, Key::letter('g')], 5;
        Left: [LEFT], 1;
        Right: [RIGHT];
        NextKind: [TAB], 2;
        PreviousKind: [BACKTAB];
        Figures: [ENTER, Key::letter('c')], 3;
        NextForm: [Key::f(6), Key::letter('v')], 6;
        KeepFiles: [Key::f(7), Key::letter('t')], 7;
        Range: [Key::ctrl('k'), Key::letter('n')], 4;
        First: [HOME];
        Last: [END];
        Up: [UP];
        Down: [DOWN], 6;
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        Back: [ESC], 5;
    }
    Figures {
        Accept: [ENTER], 0;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Help: [Key::f(1)], 2;
        Back: [ESC], 1;
    }
    Opened {
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        First: [HOME];
        Last: [END];
        Back: [ESC], 0;
    }
    Statistics {
        PageDown: [PAGE_DOWN, SPACE], 0;
        PageUp: [PAGE_UP];
        Left: [LEFT], 1;
        Right: [RIGHT];
        NextKind: [TAB], 2;
        PreviousKind: [BACKTAB];
        Range: [Key::ctrl('k'), Key::letter('n')], 3;
        ShowHours: [Key::f(2), Key::letter('1')];
        ShowWeek: [Key::f(3), Key::letter('2')];
        ShowWaits: [Key::f(4), Key::letter('3')];
        ShowProcedures: [Key::f(5), Key::letter('4')];
        ShowStuck: [Key::f(6), Key::letter('5')];
        ShowTargets: [Key::f(7), Key::letter('6')];
        First: [HOME];
        Last: [END];
        Up: [UP];
        Down: [DOWN];
        Back: [ESC], 4;
    }
    Range {
        Accept: [ENTER], 0;
        NextField: [TAB, DOWN], 1;
        PreviousField: [BACKTAB, UP];
        Back: [ESC], 2;
    }
    Journal {
        Left: [LEFT], 1;
        Right: [RIGHT];
        First: [HOME];
        Last: [END];
        Up: [UP];
        Down: [DOWN], 2;
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        Back: [ESC], 3;
    }
    Prints {
        RetryPrint: [ENTER], 0;
        CancelPrint: [DELETE], 1;
        Reprint: [Key::f(5), Key::letter('l')], 2;
        ReprintAt: [Key::f(6)], 3;
        Printers: [Key::f(2), Key::ctrl('w'), Key::letter('m')], 4;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        First: [HOME];
        Last: [END];
        Back: [ESC], 5;
    }
    Printers {
        Accept: [ENTER], 0;
        ChoosePrinter: [Key::f(2)], 1;
        TestPrint: [Key::f(5)], 2;
        Left: [LEFT];
        Right: [RIGHT], 3;
        Toggle: [SPACE];
        Up: [UP];
        Down: [DOWN];
        NextField: [TAB], 4;
        PreviousField: [BACKTAB];
        Help: [Key::f(1)];
        Language: [Key::f(12), Key::ctrl('l')];
        Back: [ESC], 5;
    }
    Settings {
        Accept: [ENTER], 0;
        Keep: [Key::f(10), Key::ctrl('s')], 1;
        NextField: [TAB];
        PreviousField: [BACKTAB];
        NextSection: [PAGE_DOWN], 2;
        PreviousSection: [PAGE_UP];
        Up: [UP];
        Down: [DOWN];
        Left: [LEFT];
        Right: [RIGHT];
        Undo: [Key::ctrl('z')], 5;
        Redo: [Key::ctrl('y')];
        Help: [Key::f(1)], 6;
        Language: [Key::f(12), Key::ctrl('l')];
        Back: [ESC], 4;
    }
    Forms {
        PreviewForm: [ENTER], 0;
        ExportForm: [Key::f(5)], 1;
        ReadForms: [Key::f(6)], 2;
        NextSection: [PAGE_DOWN];
        PreviousSection: [PAGE_UP], 4;
        Up: [UP];
        Down: [DOWN];
        Undo: [Key::ctrl('z')];
        Redo: [Key::ctrl('y')];
        Help: [Key::f(1)], 6;
        Language: [Key::f(12), Key::ctrl('l')];
        Back: [ESC], 3;
    }
    FormPreview {
        First: [HOME];
        Last: [END];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE], 0;
        Help: [Key::f(1)], 2;
        Language: [Key::f(12), Key::ctrl('l')];
        Back: [ESC], 1;
    }
};

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
            let safe = |key: &Key| key.ctrl || key.text().is_none() || *key == SPACE;
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
