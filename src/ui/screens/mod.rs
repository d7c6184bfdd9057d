//! The screens, a file each.

pub mod catalogue;
pub mod close_shift;
pub mod copies;
pub mod desk;
pub mod figures;
pub mod handover;
pub mod journal;
pub mod open_shift;
mod paper_text;
pub mod printers;
pub mod prints;
pub mod roster;
pub mod settings;
pub mod setup;
mod span_bar;
pub mod stations;
pub mod statistics;
pub mod take_over;
pub mod tally;

use super::view::views;

views! {
    /// A screen: it covers what is below it.
    enum Screen {
        Setup(setup::SetupForm),
        OpenShift(open_shift::OpenShiftForm),
        Desk(desk::DeskView),
        Tally(tally::TallyView),
        Figures(figures::FiguresView),
        Statistics(statistics::StatisticsView),
        Journal(journal::JournalView),
        Prints(prints::PrintsView),
        Printers(printers::PrintersForm),
        CloseShift(close_shift::CloseShiftForm),
        Copies(copies::CopiesView),
        Settings(settings::SettingsForm),
        Catalogue(catalogue::CatalogueView),
        Roster(roster::RosterView),
        Stations(stations::StationsView),
        Handover(handover::HandoverView),
        TakeOver(take_over::TakeOverForm),
    }
}

impl Screen {
    /// Whether the office itself is changed here: its settings, its catalogue, its people.
    pub(in crate::ui) const fn is_of_the_office(&self) -> bool {
        matches!(self, Self::Settings(_) | Self::Catalogue(_) | Self::Roster(_) | Self::Stations(_))
    }
}
