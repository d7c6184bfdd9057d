//! The rows of the table of keys, place by place.

use crossterm::event::KeyCode;

use super::{Action, Place, Row};
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
const CTRL_UP: Key = Key { code: KeyCode::Up, ctrl: true, shift: false };
const CTRL_DOWN: Key = Key { code: KeyCode::Down, ctrl: true, shift: false };
const CTRL_RIGHT: Key = Key { code: KeyCode::Right, ctrl: true, shift: false };
const SHIFT_UP: Key = Key { code: KeyCode::Up, ctrl: false, shift: true };
const SHIFT_DOWN: Key = Key { code: KeyCode::Down, ctrl: false, shift: true };
const HOME: Key = Key::plain(KeyCode::Home);
const END: Key = Key::plain(KeyCode::End);
const INSERT: Key = Key::plain(KeyCode::Insert);
const SHIFT_F2: Key = Key { code: KeyCode::F(2), ctrl: false, shift: true };
const SHIFT_F8: Key = Key { code: KeyCode::F(8), ctrl: false, shift: true };
const SHIFT_F4: Key = Key { code: KeyCode::F(4), ctrl: false, shift: true };
const SHIFT_F6: Key = Key { code: KeyCode::F(6), ctrl: false, shift: true };
const SHIFT_F9: Key = Key { code: KeyCode::F(9), ctrl: false, shift: true };
const DELETE: Key = Key::plain(KeyCode::Delete);

macro_rules! table {
    ($($place:ident { $($action:ident: [$($key:expr),+] $(, $footer:literal)? $(=> [$($verb:literal),+])?;)+ })+) => {
        &[$($(Row {
            place: Place::$place,
            keys: &[$($key),+],
            action: Action::$action,
            footer: table!(@footer $($footer)?),
            verbs: &[$($($verb),+)?],
        }),+),+]
    };
    (@footer) => { None };
    (@footer $footer:literal) => { Some($footer) };
}

/// The table.
pub const TABLE: &[Row] = table! {
    Queue {
        Proceed: [ENTER], 0;
        CommandLine: [Key::ctrl('x'), Key::letter(':')], 20;
        TakeNumber: [Key::f(2), Key::letter('c')], 1 => ["+", "c"];
        CallNext: [Key::f(3), Key::letter('g')], 2 => ["n", "g"];
        Finish: [Key::f(4), Key::letter('x')], 3 => [".", "x"];
        FinishAndCall: [CTRL_RIGHT, Key::letter('/')] => ["..", "xg"];
        Recall: [Key::f(5), Key::letter('l')], 4 => ["l"];
        HoldOrResume: [Key::f(6), Key::letter('t')], 5 => ["h", "t"];
        Leave: [Key::f(7), Key::letter('r')], 6 => ["r"];
        PutBack: [Key::ctrl('p'), Key::letter('v')] => ["v"];
        NextPlease: [DELETE, Key::letter('a')] => ["nn"];
        Explain: [SPACE], 8 => ["vs"];
        CallOutOfTurn: [LEFT, Key::letter('n')], 9 => ["nt"];
        Transfer: [Key { code: KeyCode::F(7), ctrl: false, shift: true }, Key::letter('p')] => ["ch"];
        Missed: [Key { code: KeyCode::F(3), ctrl: false, shift: true }, Key::letter('e')], 10 => ["vm"];
        CountQuestion: [SHIFT_F8, Key::letter('*')] => ["hn", "*"];
        PrintTicket: [SHIFT_F2];
        RepeatIntake: [SHIFT_F4, Key::letter('y')], 12 => ["cl"];
        Note: [SHIFT_F6, Key::letter('f')], 18 => ["gc"];
        SwitchPane: [TAB, RIGHT];
        AddProcedure: [INSERT, Key::ctrl('a'), Key::letter('+')] => ["a"];
        WhoAsks: [Key::ctrl('o'), Key::letter('o')], 19 => ["o"];
        Persons: [Key::ctrl('k')] => ["pp"];
        Guide: [Key::ctrl('u'), Key::f(11)];
        Slip: [SHIFT_F9];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        First: [HOME];
        Last: [END];
    }
    Visit {
        Tick: [SPACE], 0;
        Missing: [Key::ctrl('b'), Key::letter('-')], 1;
        Finish: [Key::f(4), Key::letter('x')], 1;
        FinishAndCall: [CTRL_RIGHT, Key::letter('/')], 2;
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
        Transfer: [Key { code: KeyCode::F(7), ctrl: false, shift: true }, Key::letter('p')];
        Missed: [Key { code: KeyCode::F(3), ctrl: false, shift: true }, Key::letter('e')];
        CountQuestion: [SHIFT_F8, Key::letter('*')];
        PrintTicket: [SHIFT_F2];
        RepeatIntake: [SHIFT_F4, Key::letter('y')];
        Note: [SHIFT_F6, Key::letter('f')], 18;
        WhoAsks: [Key::ctrl('o'), Key::letter('o')], 19;
        Persons: [Key::ctrl('k')];
        SwitchPane: [TAB, ESC];
        Guide: [Key::ctrl('u'), Key::f(11)], 8;
        Slip: [Key::f(9), SHIFT_F9, Key::letter('i')], 9;
        CommandLine: [Key::ctrl('x'), Key::letter(':')], 20;
        Up: [UP];
        Down: [DOWN];
        PreviousSection: [PAGE_UP], 7;
        NextSection: [PAGE_DOWN];
        First: [HOME];
        Last: [END];
    }
    Everywhere {
        Help: [Key::f(1), Key::letter('?')], 20 => ["?"];
        Undo: [Key::ctrl('z'), Key::letter('u')], 21 => ["u"];
        Redo: [Key::ctrl('y')] => ["y"];
        Tally: [Key::f(8), Key::letter('b')], 18 => ["b"];
        Statistics: [Key::ctrl('s'), Key::letter('k')], 24 => ["k"];
        Print: [Key::f(9), Key::letter('i')], 23 => ["i"];
        Journal: [Key::ctrl('n'), Key::letter('j')] => ["j"];
        Prints: [Key::ctrl('r'), Key::letter('h')] => ["p"];
        Printers: [Key::ctrl('w'), Key::letter('m')] => ["m"];
        Outages: [Key::ctrl('f'), Key::letter('s')], 24 => ["s"];
        Settings: [Key::ctrl('g')] => ["cd"];
        Catalogue: [Key { code: KeyCode::F(1), ctrl: false, shift: true }] => ["dm"];
        CloseShift: [Key::f(10), Key::ctrl('e'), Key::letter('d')], 22 => ["d"];
        Sit: [Key::ctrl('t')] => ["tnv"];
        Duty: [Key::ctrl('d')] => ["ca"];
        Language: [Key::f(12), Key::ctrl('l')] => ["en", "vi"];
        Quit: [Key::ctrl('q')] => ["q"];
        TypingMethod: [Key::ctrl('b')];
    }
    Why {
        Help: [Key::f(1)];
        Back: [ESC, ENTER, SPACE], 0;
    }
    Intake {
        Accept: [ENTER], 0;
        ServeNow: [Key::f(10), Key::ctrl('e')], 1;
        AddNeed: [Key::f(2)], 1;
        MorePersons: [Key::f(5)], 2;
        FewerPersons: [Key { code: KeyCode::F(5), ctrl: false, shift: true }, Key::f(4)], 7;
        Priority: [Key::f(6)], 3;
        Name: [Key::f(7), TAB], 4;
        Note: [SHIFT_F6], 7;
        WhoAsks: [Key::ctrl('o'), Key::f(8)], 5;
        ReadEntry: [Key::f(3)], 8;
        Booked: [Key::f(9)], 9;
        Help: [Key::f(1)];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Back: [ESC], 6;
        TypingMethod: [Key::ctrl('b')];
    }
    OneParty {
        Accept: [ENTER], 0;
        JoinNumbers: [Key::f(5), Key::letter('1')], 1;
        GiveApart: [Key::f(6), Key::letter('2')], 2;
        Up: [UP];
        Down: [DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 3;
    }
    Note {
        Accept: [ENTER], 0;
        Help: [Key::f(1)];
        Back: [ESC], 1;
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
    }
    ComeBack {
        Accept: [ENTER], 0;
        Left: [LEFT];
        Right: [RIGHT], 1;
        Up: [UP];
        Down: [DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
    Guide {
        Up: [UP];
        Down: [DOWN], 1;
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        First: [HOME];
        Last: [END];
        Help: [Key::f(1)];
        Back: [ESC, Key::ctrl('u'), Key::f(11)], 0;
    }
    Outages {
        TurnSystem: [ENTER, SPACE], 0;
        TurnVneid: [Key::f(2), Key::letter('1')];
        TurnPortal: [Key::f(3), Key::letter('2')];
        TurnPayment: [Key::f(4), Key::letter('3')];
        TurnNetwork: [Key::f(5), Key::letter('4')];
        TurnPower: [Key::f(6), Key::letter('5')];
        TurnInsurance: [Key::f(7), Key::letter('6')];
        TurnOther: [Key::f(8), Key::letter('7')];
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
        TypingMethod: [Key::ctrl('b')];
    }
    Line {
        Accept: [ENTER], 0;
        Complete: [TAB], 1;
        Up: [UP], 2;
        Down: [DOWN];
        Help: [Key::f(1)], 4;
        Back: [ESC], 3;
    }
    Choice {
        Accept: [ENTER], 0;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Back: [ESC], 1;
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
        Catalogue: [Key { code: KeyCode::F(1), ctrl: false, shift: true }];
        Undo: [Key::ctrl('z')], 5;
        Redo: [Key::ctrl('y')];
        Help: [Key::f(1)], 3;
        Language: [Key::f(12), Key::ctrl('l')], 6;
        Quit: [Key::ctrl('q')], 7;
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
        TypingMethod: [Key::ctrl('b')];
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
    Catalogue {
        ReadEntry: [ENTER], 0;
        EditEntry: [Key::f(4)], 1;
        AddEntry: [Key::f(2), INSERT], 2;
        EndEntry: [Key::f(6)], 3;
        TurnEntry: [Key::f(5)], 4;
        DropEntry: [Key::f(8)], 8;
        EarlierEntry: [CTRL_UP, SHIFT_UP], 9;
        LaterEntry: [CTRL_DOWN, SHIFT_DOWN];
        ImportFile: [Key::f(3)], 6;
        ExportCatalogue: [Key::f(7)], 7;
        PrintEntry: [Key::f(9)];
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Undo: [Key::ctrl('z')], 10;
        Redo: [Key::ctrl('y')];
        Help: [Key::f(1)];
        Language: [Key::f(12), Key::ctrl('l')];
        Quit: [Key::ctrl('q')];
        Catalogue: [Key { code: KeyCode::F(1), ctrl: false, shift: true }];
        Back: [ESC], 5;
    }
    Handbook {
        PageDown: [PAGE_DOWN, SPACE], 0;
        PageUp: [PAGE_UP], 1;
        Up: [UP];
        Down: [DOWN];
        First: [HOME];
        Last: [END];
        PrintEntry: [Key::f(9), Key::letter('i')], 3;
        Help: [Key::f(1)];
        Back: [ESC, ENTER], 2;
    }
    EntryForm {
        Keep: [Key::f(10), Key::ctrl('s')], 0;
        NextField: [TAB], 1;
        PreviousField: [BACKTAB];
        Accept: [ENTER];
        Left: [LEFT];
        Right: [RIGHT], 3;
        Up: [UP];
        Down: [DOWN];
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
    Ending {
        Accept: [ENTER], 0;
        NextField: [TAB], 1;
        PreviousField: [BACKTAB];
        Up: [UP];
        Down: [DOWN];
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
    ImportFile {
        Accept: [ENTER], 0;
        Help: [Key::f(1)];
        Back: [ESC], 1;
    }
    ImportPreview {
        Accept: [ENTER], 0;
        Up: [UP];
        Down: [DOWN], 1;
        PageUp: [PAGE_UP];
        PageDown: [PAGE_DOWN, SPACE];
        First: [HOME];
        Last: [END];
        Help: [Key::f(1)];
        Back: [ESC], 2;
    }
};
