//! The rows of the table of keys: what many places share, then place by place.

use crossterm::event::KeyCode;

use super::binding::{Action, Binding, Bundle, Place, Scope};
use crate::ui::key::Key;

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
    ($($of:ident $scope:ident { $($action:ident: [$($key:expr),*] $(, $footer:literal)? $(=> [$($verb:literal),+])?;)+ })+) => {
        &[$($(Binding {
            scope: Scope::$of($of::$scope),
            keys: &[$($key),*],
            action: Action::$action,
            footer: table!(@footer $($footer)?),
            verbs: &[$($($verb),+)?],
        }),+),+]
    };
    (@footer) => { None };
    (@footer $footer:literal) => { Some($footer) };
}

/// A row without a key is run from the list of F1, and by its verb.
pub const TABLE: &[Binding] = table! {
    Bundle Everywhere {
        Help: [Key::f(1), Key::letter('?')], 30 => ["?"];
        Undo: [Key::ctrl('z')], 21 => ["u"];
        Redo: [Key::ctrl('y')] => ["y"];
        Tally: [Key::f(8)], 18 => ["b"];
        Prints: [Key::ctrl('r')] => ["p"];
        CloseShift: [] => ["d"];
        Outages: [] => ["s"];
        SayTime: [] => ["dh"];
        Statistics: [] => ["k"];
        Journal: [] => ["j"];
        Catalogue: [] => ["dm"];
        Duty: [] => ["ca"];
        StopNumbers: [] => ["nc"];
        GiveNumbers: [] => ["cs"];
        Sit: [] => ["tnv"];
        Lock: [] => ["kh"];
        Stations: [] => ["qu"];
        Handover: [] => ["bg"];
        TakeOver: [] => ["nb"];
        AddItem: [Key::ctrl('n')] => ["mbg"];
        Roster: [] => ["so"];
        Settings: [] => ["cd"];
        Printers: [] => ["m"];
        BackUp: [] => ["sl"];
        Copies: [] => ["kp"];
        Language: [Key::ctrl('l')] => ["en", "vi"];
        Quit: [Key::ctrl('q')] => ["q"];
    }
    Bundle Desk {
        TakeNumber: [Key::f(2)], 5 => ["+", "c"];
        CallNext: [Key::f(3)], 6 => ["n", "g"];
        Finish: [Key::f(4)], 2 => [".", "x"];
        FinishAndCall: [Key::letter('/')], 3 => ["..", "xg"];
        Recall: [Key::f(5)], 7 => ["l"];
        HoldOrResume: [Key::f(6)], 8 => ["h", "t"];
        Leave: [Key::f(7)], 9 => ["r"];
        Print: [Key::f(9)], 12 => ["i"];
        Find: [Key::ctrl('f')], 13 => ["tl"];
        Promised: [] => ["hq"];
        CountQuestion: [Key::letter('*')] => ["hn", "*"];
        AddProcedure: [INSERT, Key::letter('+')], 4 => ["a"];
        PutBack: [Key::ctrl('p')] => ["v"];
        WhoAsks: [Key::ctrl('o')] => ["o"];
        Persons: [Key::ctrl('k')] => ["pp"];
        Guide: [Key::ctrl('u')], 14 => ["hd"];
        CallOutOfTurn: [] => ["nt"];
        NextPlease: [] => ["nn"];
        RepeatIntake: [] => ["cl"];
        Transfer: [] => ["ch"];
        Note: [] => ["gc"];
        PrintTicket: [] => ["ps"];
        CommandLine: [Key::ctrl('x'), Key::letter(':')];
    }
    Bundle List {
        Up: [UP]; Down: [DOWN]; PageUp: [PAGE_UP]; PageDown: [PAGE_DOWN]; First: [HOME]; Last: [END];
    }
    Bundle Page {
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP]; PageDown: [PAGE_DOWN, SPACE]; First: [HOME]; Last: [END];
    }
    Bundle Form {
        Save: [Key::f(10), Key::ctrl('s')], 1;
        NextField: [TAB], 10;
        PreviousField: [BACKTAB];
        Up: [UP]; Down: [DOWN];
        Toggle: [SPACE], 4;
        PageUp: [PAGE_UP]; PageDown: [PAGE_DOWN];
    }
    Bundle Periods {
        Left: [PAGE_UP], 6;
        Right: [PAGE_DOWN];
        NextKind: [TAB], 5;
        PreviousKind: [BACKTAB];
        Range: [];
        First: [HOME]; Last: [END]; Up: [UP];
        Down: [DOWN];
        PageDown: [SPACE];
    }
    Bundle Popup {
        Back: [ESC], 11;
        Help: [Key::f(1)], 30;
    }
    Bundle Text {
        TypingMethod: [Key::ctrl('t')];
    }
    Place Queue {
        Proceed: [ENTER], 0;
        Explain: [SPACE], 10 => ["vs"];
        SwitchPane: [TAB, RIGHT];
    }
    Place Visit {
        Proceed: [ENTER], 0;
        Tick: [SPACE];
        Missing: [Key::letter('-')], 1;
        Filing: [Key::letter('=')], 3;
        RemoveProcedure: [DELETE], 11;
        PreviousSection: [PAGE_UP];
        NextSection: [PAGE_DOWN];
        SwitchPane: [TAB, LEFT, ESC];
    }
    Place Why {
        Back: [ESC, ENTER, SPACE], 0;
    }
    Place Intake {
        Accept: [ENTER], 0;
        ServeNow: [Key::f(3)], 1;
        AddNeed: [Key::f(2)], 2;
        AddToVisit: [INSERT], 3;
        MorePersons: [Key::f(5)], 4;
        Priority: [Key::f(6)], 5;
        NextField: [TAB], 6;
        PreviousField: [BACKTAB];
        Guide: [];
        WhoAsks: [Key::ctrl('o')];
    }
    Place OneParty {
        Accept: [ENTER], 0;
        FirstAnswer: [Key::letter('1')];
        SecondAnswer: [Key::letter('2')];
    }
    Place Note {
        Save: [ENTER, Key::f(10), Key::ctrl('s')], 0;
    }
    Place Person {
        Save: [ENTER, Key::f(10), Key::ctrl('s')], 0;
    }
    Place ComeBack {
        Accept: [ENTER], 0;
        Left: [LEFT];
        Right: [RIGHT], 1;
        Up: [UP]; Down: [DOWN];
    }
    Place Guide {
        Back: [ESC, Key::ctrl('u')], 0;
    }
    Place Outages {
        TurnSystem: [ENTER, SPACE], 0;
        TurnVneid: [Key::letter('1')];
        TurnPortal: [Key::letter('2')];
        TurnPayment: [Key::letter('3')];
        TurnNetwork: [Key::letter('4')];
        TurnPower: [Key::letter('5')];
        TurnInsurance: [Key::letter('6')];
        TurnOther: [Key::letter('7')];
        Undo: [Key::ctrl('z')], 1;
    }
    Place Find {
        Accept: [ENTER], 0;
        Leave: [Key::f(7)], 1;
        Print: [Key::f(9)], 4;
        Correct: [Key::ctrl('e')], 2;
        Life: [Key::ctrl('d')], 3;
        Left: [LEFT], 5;
        Right: [RIGHT];
        Guide: [];
    }
    Place Correct {
        Proceed: [ENTER], 0;
        Tick: [SPACE];
        Missing: [Key::letter('-')];
        Filing: [Key::letter('=')], 8;
        AddProcedure: [INSERT, Key::letter('+')], 1;
        RemoveProcedure: [DELETE], 2;
        Leave: [Key::f(7)], 3;
        Persons: [Key::ctrl('k')], 5;
        WhoAsks: [Key::ctrl('o')], 6;
        Note: [];
        Life: [Key::ctrl('d')], 4;
        Undo: [Key::ctrl('z')], 7;
        PreviousSection: [PAGE_UP];
        NextSection: [PAGE_DOWN];
    }
    Place Life {
        Print: [Key::f(9)], 1;
        Back: [ESC, ENTER], 0;
    }
    Place Line {
        Accept: [ENTER], 0;
        Complete: [TAB], 1;
    }
    Place Choice {
        Accept: [ENTER], 0;
    }
    Place Confirm {
        Accept: [ENTER], 0;
        FirstAnswer: [Key::letter('1')];
        SecondAnswer: [Key::letter('2')];
    }
    Place Problem {
        Back: [ESC, ENTER], 0;
    }
    Place Setup {
        Accept: [ENTER], 0;
        Copies: [];
        Language: [Key::ctrl('l')], 2;
        Quit: [Key::ctrl('q')], 3;
        Help: [Key::f(1)], 30;
    }
    Place OpenShift {
        Accept: [ENTER], 0;
        Back: [ESC];
    }
    Place CloseShift {
        ApplyToAll: [];
        Handover: [];
    }
    Place Forgotten {
        Accept: [ENTER], 0;
        ApplyToAll: [];
        Back: [ESC], 11;
    }
    Place Today {
        Accept: [ENTER], 0;
    }
    Place Tally {
        Figures: [ENTER], 1;
        Print: [Key::f(9)], 0;
        Remark: [INSERT], 3;
        NextForm: [RIGHT], 4;
        PreviousForm: [LEFT];
        KeepFiles: [Key::ctrl('s')], 7;
        Back: [ESC], 11;
    }
    Place Figures {
        Accept: [ENTER], 0;
    }
    Place Opened {
        Back: [ESC], 0;
        Correct: [Key::ctrl('e')], 1;
        Life: [Key::ctrl('d'), ENTER], 2;
    }
    Place Statistics {
        NextPage: [RIGHT], 0;
        PreviousPage: [LEFT];
        ShowHours: [Key::letter('1')];
        ShowWeek: [Key::letter('2')];
        ShowWaits: [Key::letter('3')];
        ShowProcedures: [Key::letter('4')];
        ShowStuck: [Key::letter('5')];
        ShowTargets: [Key::letter('6')];
        Back: [ESC], 11;
    }
    Place Journal {
        Left: [PAGE_UP], 1;
        Right: [PAGE_DOWN];
        Up: [UP];
        Down: [DOWN], 2;
        First: [HOME]; Last: [END];
        Life: [ENTER, Key::ctrl('d')], 3;
        UndoEntry: [DELETE], 4;
        Back: [ESC], 11;
    }
    Place Prints {
        RetryPrint: [ENTER], 0;
        CancelPrint: [DELETE], 1;
        Print: [Key::f(9)], 2;
        ReprintAt: [];
        Back: [ESC], 11;
    }
    Place Copies {
        Accept: [ENTER], 0;
        Language: [Key::ctrl('l')];
    }
    Place Printers {
        ChoosePrinter: [ENTER], 0;
        Print: [Key::f(9)], 2;
        Language: [Key::ctrl('l')];
    }
    Place Stations {
        EditStation: [ENTER], 0;
        TurnStation: [SPACE], 1;
        AddStation: [INSERT], 2;
        Undo: [Key::ctrl('z')], 10;
        Redo: [Key::ctrl('y')];
        Language: [Key::ctrl('l')];
    }
    Place Station {
        Accept: [ENTER];
    }
    Place Handover {
        TakeItem: [SPACE], 0;
        AddItem: [INSERT, Key::ctrl('n')], 1;
        EndItem: [DELETE], 2;
        OpenItem: [ENTER], 3;
        Left: [PAGE_UP], 6;
        Right: [PAGE_DOWN], 7;
        Print: [Key::f(9)], 8;
        Back: [ESC], 11;
    }
    Place TakeOver {
        Back: [ESC], 11;
    }
    Place Item {
        Accept: [ENTER];
    }
    Place Roster {
        EditVolunteer: [ENTER], 0;
        AddVolunteer: [INSERT], 1;
        RetireVolunteer: [DELETE], 2;
        BringBackVolunteer: []; MergeVolunteer: []; SetPin: []; DropPin: [];
        Undo: [Key::ctrl('z')], 10;
        Redo: [Key::ctrl('y')];
        Language: [Key::ctrl('l')];
    }
    Place Volunteer {
        Accept: [ENTER];
    }
    Place Pin {
        Accept: [ENTER], 0;
    }
    Place Lock {
        Accept: [ENTER], 0;
    }
    Place Settings {
        Accept: [ENTER], 0;
        NextSection: [PAGE_DOWN], 2;
        PreviousSection: [PAGE_UP];
        Undo: [Key::ctrl('z')], 5;
        Redo: [Key::ctrl('y')];
        Language: [Key::ctrl('l')];
        BackUp: [];
    }
    Place Forms {
        PreviewForm: [ENTER], 0;
        ExportForm: [Key::ctrl('s')], 1;
        ReadForms: [];
        NextSection: [PAGE_DOWN];
        PreviousSection: [PAGE_UP], 4;
        Up: [UP]; Down: [DOWN]; Undo: [Key::ctrl('z')]; Redo: [Key::ctrl('y')];
        Language: [Key::ctrl('l')];
        Back: [ESC], 11;
    }
    Place FormPreview {
        Language: [Key::ctrl('l')];
        Back: [ESC], 0;
    }
    Place Catalogue {
        ReadEntry: [ENTER], 0;
        EditEntry: [Key::ctrl('e')], 1;
        AddEntry: [INSERT], 2;
        DropEntry: [DELETE], 8;
        EndEntry: []; TurnEntry: []; EarlierEntry: []; LaterEntry: []; ImportFile: [];
        ExportCatalogue: [Key::ctrl('s')], 7;
        Print: [Key::f(9)];
        Undo: [Key::ctrl('z')], 10;
        Redo: [Key::ctrl('y')];
        Language: [Key::ctrl('l')];
    }
    Place Handbook {
        Print: [Key::f(9)], 3;
        Back: [ESC, ENTER], 0;
    }
    Place EntryForm {
        Accept: [ENTER];
    }
    Place Ending {
        Save: [ENTER, Key::f(10), Key::ctrl('s')], 0;
    }
    Place Range {
        Accept: [ENTER], 0;
    }
    Place ImportFile {
        Accept: [ENTER], 0;
    }
    Place ImportPreview {
        Accept: [ENTER], 0;
    }
};
