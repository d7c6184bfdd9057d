//! Popups: what stands on top of a screen and has the keys. Each holds facts, and the request to run on yes.

mod choice;
mod confirm;
mod correct;
mod ending;
mod entry;
mod find;
mod giving;
mod guide;
mod handbook;
mod help;
mod import;
mod intake;
mod item;
mod life;
mod line;
mod lock;
mod outages;
mod person;
mod pin;
mod span;
mod station;
mod today;
mod visit;
mod volunteer;

use super::view::views;

pub use choice::Choice;
pub use confirm::{Confirm, Problem};
pub use correct::Correct;
pub use ending::Ending;
pub use entry::EntryForm;
pub use find::Find;
pub use giving::{AtOnceWhy, OneParty};
pub use guide::Guide;
pub use handbook::Handbook;
pub use help::Help;
pub use import::{ImportFile, ImportPreview};
pub use intake::Intake;
pub use item::ItemForm;
pub use life::LifeView;
pub use line::{CommandLine, History};
pub use lock::Lock;
pub use outages::Outages;
pub use person::WhoAsks;
pub use pin::{AskPin, NewPin};
pub use span::{Range, RemarkForm};
pub use station::StationForm;
pub use today::Today;
pub use visit::{ComeBack, NoteForm, Why};
pub use volunteer::VolunteerForm;

views! {
    /// What stands over a screen.
    enum Popup {
        Intake(Intake),
        Line(CommandLine),
        Choice(Choice),
        Help(Help),
        Find(Find),
        Correct(Correct),
        Life(LifeView),
        Confirm(Confirm),
        WhoAsks(WhoAsks),
        Outages(Outages),
        Remark(RemarkForm),
        Problem(Problem),
        Range(Range),
        ComeBack(ComeBack),
        Guide(Guide),
        Handbook(Handbook),
        Entry(EntryForm),
        Ending(Ending),
        ImportFile(ImportFile),
        ImportPreview(ImportPreview),
        Why(Why),
        AtOnce(AtOnceWhy),
        OneParty(OneParty),
        Note(NoteForm),
        Today(Today),
        Volunteer(VolunteerForm),
        Station(StationForm),
        Item(ItemForm),
        AskPin(AskPin),
        NewPin(NewPin),
        Lock(Lock),
    }
}
