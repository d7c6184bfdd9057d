//! The stations (quầy): what each is called, where it is, what it calls, whether it is open and who sits there.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{Station, StationNo};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{moved, step};
use crate::ui::request::{Opening, Request};
use crate::ui::search::{self, Found, HEAD};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the number and the name, the room and the series take.
const NAMES: usize = 24;
const ROOMS: usize = 11;
const SERIES: usize = 15;

#[derive(Clone, Debug, Default)]
pub struct StationsView {
    /// `None` is the first row.
    selected: Option<StationNo>,
}

impl StationsView {
    /// Puts the cursor on a station.
    pub(in crate::ui) fn show(&mut self, station: StationNo) {
        self.selected = Some(station);
    }

    fn at(&self, ctx: &Context<'_>) -> usize {
        let all = ctx.model.stations.all();
        all.iter().position(|one| Some(one.number) == self.selected).unwrap_or(0)
    }

    fn chosen<'a>(&self, ctx: &Context<'a>) -> Option<&'a Station> {
        ctx.model.stations.all().get(self.at(ctx))
    }
}

impl View for StationsView {
    fn place(&self) -> Place {
        Place::Stations
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let all = ctx.model.stations.all();
        if let Some(by) = step(action, ctx.rows().saturating_sub(usize::from(HEAD))) {
            self.selected = all.get(moved(self.at(ctx), by, all.len())).map(|one| one.number);
            return Answer::Stay;
        }
        match action {
            Action::Back => return Answer::Close,
            Action::AddStation => return Answer::Run(Request::Open(Opening::Station(None))),
            _ => {}
        }
        let Some(station) = self.chosen(ctx) else { return Answer::Stay };
        let number = station.number;
        self.selected = Some(number);
        match action {
            Action::EditStation => Answer::Run(Request::Open(Opening::Station(Some(number)))),
            Action::TurnStation if station.is_open => {
                Answer::Run(Request::Run(Command::CloseStation(number)))
            }
            Action::TurnStation => Answer::Run(Request::Run(Command::OpenStation(number))),
            _ => Answer::Stay,
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let chosen = self.chosen(ctx).filter(|_| action == Action::TurnStation)?;
        Some(ctx.lang.key_turn_station(chosen.is_open).to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let all = ctx.model.stations.all();
        let open = ctx.model.stations.open().count();
        let buffer = frame.buffer_mut();
        let title = lang.stations_title(open, all.len() - open);
        draw::line(buffer, area, 0, &title, ctx.style(Meaning::Heading));
        let hint = Rect { y: area.y + 1.min(area.height), ..area };
        draw::line(buffer, hint, 0, lang.stations_hint(), ctx.style(Meaning::Faint));
        let list = draw::below(area, HEAD);
        search::render_rows(buffer, list, ctx, (self.at(ctx), all.len()), |at| row_of(&all[at], ctx));
    }
}

/// The columns of a row: number, name, room, series; and at the right who is there, or how many wait for it in vain.
fn row_of(station: &Station, ctx: &Context<'_>) -> Found {
    let (lang, model) = (ctx.lang, ctx.model);
    let waiting = model
        .in_stage(crate::domain::StageKind::Waiting)
        .filter(|card| card.visit.standing.station == Some(station.number))
        .count();
    let (state, meaning) = match (station.is_open, model.stations.who_sits_at(station.number)) {
        (false, _) if waiting > 0 => (lang.station_closed_with(waiting), Meaning::Warning),
        (false, _) => (lang.station_is_closed().to_owned(), Meaning::Warning),
        (true, Some(who)) => (model.volunteer(who).to_owned(), Meaning::Good),
        (true, None) if waiting > 0 => (lang.station_empty_with(waiting), Meaning::Warning),
        (true, None) => (lang.station_is_empty().to_owned(), Meaning::Plain),
    };
    let series = match station.series.as_slice() {
        [] => lang.station_calls_all().to_owned(),
        some => lang.station_calls(&crate::domain::station::letters(some)),
    };
    let words = format!(
        "{} {} {} ",
        draw::pad(&format!("{:<2} {}", station.number.number(), station.name), NAMES),
        draw::pad(&station.room, ROOMS),
        draw::pad(&series, SERIES)
    );
    Found { words, state, meaning }
}
