//! What a binding of keys is made of: where, which keys, what they do.

use crate::ui::key::Key;

/// Declares the places, in the order in which help lists them, each with the bundles of keys that it shares with others.
macro_rules! places {
    ($($(#[$doc:meta])* $place:ident [$($bundle:ident),*];)+) => {
        /// Where a key is pressed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Place { $($(#[$doc])* $place),+ }

        impl Place {
            /// Every place, in the order in which help lists them.
            pub const ALL: &'static [Self] = &[$(Self::$place),+];

            /// The keys that it shares with other places, after its own.
            pub const fn bundles(self) -> &'static [Bundle] {
                match self { $(Self::$place => &[$(Bundle::$bundle),*]),+ }
            }
        }
    };
}

/// Keys that many places share, so that each means one thing wherever it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bundle {
    /// On every screen of the desk, but not in popups and forms.
    Everywhere,
    /// What is done with visits, on both sides of the desk.
    Desk,
    /// A list with a cursor.
    List,
    /// A text to scroll.
    Page,
    Form,
    /// A screen about a day or another span.
    Periods,
    Popup,
    /// Where letters are text.
    Text,
}

impl Bundle {
    pub const ALL: &'static [Self] = &[
        Self::Everywhere,
        Self::Desk,
        Self::List,
        Self::Page,
        Self::Form,
        Self::Periods,
        Self::Popup,
        Self::Text,
    ];
}

/// Where a row of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    Place(Place),
    Bundle(Bundle),
}

impl Place {
    /// Whether printable keys are text before they are anything else.
    pub const fn takes_text(self) -> bool {
        self.has(Bundle::Text)
    }

    /// Whether the keys of a bundle work here.
    pub const fn has(self, bundle: Bundle) -> bool {
        let all = self.bundles();
        let mut at = 0;
        while at < all.len() {
            if all[at] as u8 == bundle as u8 {
                return true;
            }
            at += 1;
        }
        false
    }
}

places! {
    /// The queue, on the left of the desk.
    Queue [Desk, List, Everywhere];
    /// The visit, on the right of the desk.
    Visit [Desk, List, Everywhere];
    /// Why a visit stands where it does.
    Why [Popup];
    /// The form that gives a number.
    Intake [List, Text, Popup];
    /// Whether several numbers are one party's.
    OneParty [List, Popup];
    Note [Form, Text, Popup];
    /// Who asks: age, sex, hamlet, smartphone.
    Person [Form, Text, Popup];
    /// The day on which a party comes back.
    ComeBack [Text, Popup];
    Guide [Page, Popup];
    /// The visits of a day, to find one.
    Find [List, Text, Popup];
    /// A visit that has ended, to be set right.
    Correct [List, Popup];
    /// Everything that happened to a number.
    Life [Page, Popup];
    Line [List, Text, Popup];
    Outages [List, Popup];
    Tally [Periods, Everywhere];
    Remark [Form, Text, Popup];
    /// The figures of the tally, to open one.
    Figures [List, Text, Popup];
    /// The visits behind a figure.
    Opened [Page, Everywhere];
    Statistics [Periods, Everywhere];
    /// What today's date is, when the PC's clock is wrong.
    Today [Form, Text, Popup];
    /// The form for any range of days.
    Range [Form, Text, Popup];
    Journal [Everywhere];
    Prints [List, Everywhere];
    /// The backup copies that there are.
    Copies [List, Popup];
    Printers [Form, Text, Popup];
    Stations [List, Popup];
    /// The form of a station.
    Station [Form, Text, Popup];
    /// The items for the next shift, and every handover before.
    Handover [List, Everywhere];
    /// A handover is said back.
    TakeOver [Form, Text, Everywhere];
    /// An item for the next shift.
    Item [Form, Text, Popup];
    /// Everybody of the team.
    Roster [List, Text, Popup];
    /// The form of a volunteer.
    Volunteer [Form, Text, Popup];
    /// The leaders' PIN, to be said or set.
    Pin [Text, Popup];
    /// A station that nobody touches.
    Lock [Text];
    OpenShift [Form, Text, Everywhere];
    CloseShift [Form, Text, Popup];
    /// A shift that nobody closed in time.
    Forgotten [Form, Text, Everywhere];
    Settings [Form, Text, Popup];
    Forms [Popup];
    FormPreview [Page, Popup];
    Catalogue [List, Text, Popup];
    /// An entry of the catalogue, to be read.
    Handbook [Page, Popup];
    /// The form by which an entry is added or changed.
    EntryForm [Form, Text, Popup];
    /// The form that ends an entry.
    Ending [Form, Text, Popup];
    ImportFile [Text, Popup];
    /// What an import would change.
    ImportPreview [Page, Popup];
    /// The first start's form.
    Setup [Form, Text];
    /// A list to choose from by typing.
    Choice [List, Text, Popup];
    /// A question to confirm.
    Confirm [List, Popup];
    Problem [];
}

/// What may come of a second press of the same key, `ui::hold`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It moves the cursor: as often as the key comes.
    Moves,
    /// It goes back, or takes back, one step at each press.
    Steps,
    /// It does the same thing to the next one, as long as its meaning stays.
    InARow,
    /// It is done once.
    Once,
}

/// Declares the actions, each below what a second press of its key may do.
macro_rules! actions {
    ($($weight:ident { $($action:ident),+ $(,)? })+) => {
        /// What a key does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[doc = "Each is said in both languages in `text::keys`."]
        pub enum Action { $($($action),+),+ }

        impl Action {
            /// What a second press may do, unless the place says otherwise.
            pub const fn weight(self) -> Weight {
                match self { $($(Self::$action)|+ => Weight::$weight),+ }
            }
        }
    };
}

actions! {
    Moves {
        Up, Down, Left, Right, PageUp, PageDown, First, Last, NextField, PreviousField, NextSection, PreviousSection,
        NextKind, PreviousKind, NextForm, PreviousForm, NextPage, PreviousPage,
    }
    Steps {
        Back, Undo, Redo,
    }
    InARow {
        CountQuestion, Filing, Missing, Tick, TakeItem, MorePersons, Priority, TypingMethod, Toggle, SwitchPane,
    }
    Once {
        Help, Quit, CallOutOfTurn, Transfer, Find, Promised, Correct, Life, UndoEntry, Explain, CommandLine, Complete, Persons, Tally, Statistics,
        StopNumbers, GiveNumbers, Figures, Range, ShowHours, ShowWeek, ShowWaits, ShowProcedures, ShowStuck, ShowTargets, Journal, Sit, Duty,
        Accept, Note, Prints, Printers, ChoosePrinter, WhoAsks, Outages, Remark, Settings, PreviewForm, ReadForms,
        Guide, Catalogue, ReadEntry, AddEntry, EditEntry, EndEntry, ImportFile, RemoveProcedure, DropEntry,
        CancelPrint, Language, TakeNumber, CallNext, Proceed, Recall, Finish, FinishAndCall, HoldOrResume, Leave,
        PutBack, NextPlease, AddProcedure, AddToVisit, Print, PrintTicket, CloseShift, AddNeed, ServeNow,
        RepeatIntake, FirstAnswer, SecondAnswer, ApplyToAll, RetryPrint, ReprintAt, TurnSystem, TurnVneid,
        TurnPortal, TurnPayment, TurnNetwork, TurnPower, TurnInsurance, TurnOther, Save, KeepFiles, ExportForm,
        Stations, AddStation, EditStation, TurnStation, Handover, TakeOver, AddItem, EndItem, OpenItem,
        Roster, AddVolunteer, EditVolunteer, RetireVolunteer, BringBackVolunteer, MergeVolunteer, SetPin, DropPin, Lock,
        BackUp, Copies, TurnEntry, EarlierEntry, LaterEntry, ExportCatalogue, SayTime,
    }
}

impl Action {
    /// Whether it only moves the cursor: everybody tries the arrows, and no list of keys names them one by one.
    pub const fn is_move(self) -> bool {
        matches!(self, Self::Up | Self::Down | Self::PageUp | Self::PageDown | Self::First | Self::Last)
    }
}

/// What some keys do: a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub scope: Scope,
    /// The keys, the one to show first; none of a deed that is run from the list of F1 or by its verb.
    pub keys: &'static [Key],
    pub action: Action,
    /// How early the footer shows it; `None` when only help does.
    pub footer: Option<u8>,
    /// What stands for it on the line of commands, the one to show first.
    pub verbs: &'static [&'static str],
}
