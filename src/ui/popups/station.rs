//! The form of a station: its number, its name, its room, and which series it calls.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{Station, StationNo, Stations, input, station};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, form_keys};
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many columns the names of the rows take.
const LABELS: usize = 16;

/// The longest number of a station, and the longest list of series, that somebody types.
const LONGEST_NUMBER: usize = 2;
const LONGEST_SERIES: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Number,
    Name,
    Room,
    Series,
    Two,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Number,
    Taken,
    Series,
}

impl Flaw {
    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Number => lang.flaw_station(),
            Self::Taken => lang.station_taken(),
            Self::Series => lang.flaw_series(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct StationForm {
    /// `None` is a new one.
    known: Option<StationNo>,
    form: Form<Row, Flaw>,
}

impl StationForm {
    /// The form of a station, or of a new one with the first number that is free.
    pub(in crate::ui) fn new(number: Option<StationNo>, stations: &Stations) -> Self {
        let known = number.and_then(|number| stations.get(number)).cloned();
        let number = known.is_none().then(|| (Row::Number, Cell::line(LONGEST_NUMBER, "")));
        let one = known.clone().unwrap_or_else(|| Station::plain(StationNo::FIRST));
        let rows = [
            (Row::Name, Cell::line(input::NAME_LENGTH, &one.name)),
            (Row::Room, Cell::line(input::NAME_LENGTH, &one.room)),
            (Row::Series, Cell::line(LONGEST_SERIES, &station::letters(&one.series))),
            (Row::Two, Cell::Tick(one.seats_two)),
        ];
        Self { known: known.map(|one| one.number), form: Form::new(number.into_iter().chain(rows)) }
    }

    fn command(&self, stations: &Stations) -> Result<Command, (Row, Flaw)> {
        let typed = self.form.value(Row::Number);
        let number = match self.known {
            Some(number) => Some(number),
            None if typed.trim().is_empty() => free(stations),
            None => typed.parse().ok(),
        };
        let number = number.ok_or((Row::Number, Flaw::Number))?;
        if self.known.is_none() && stations.get(number).is_some() {
            return Err((Row::Number, Flaw::Taken));
        }
        Ok(Command::SetStation(Box::new(Station {
            name: self.form.value(Row::Name),
            room: self.form.value(Row::Room),
            series: station::series_of(&self.form.value(Row::Series)).ok_or((Row::Series, Flaw::Series))?,
            seats_two: self.form.is_ticked(Row::Two),
            ..Station::plain(number)
        })))
    }
}

/// The first number that no station has.
fn free(stations: &Stations) -> Option<StationNo> {
    (1..=StationNo::LAST.number()).filter_map(StationNo::new).find(|number| stations.get(*number).is_none())
}

fn face(asked: &Asked<'_, Row, Flaw>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let label = match asked.row {
        Row::Number => lang.station_number(),
        Row::Name => lang.station_name(),
        Row::Room => lang.station_room(),
        Row::Series => lang.station_series(),
        Row::Two => lang.station_two(),
    };
    Face {
        unset: match asked.row {
            Row::Number => free(&ctx.model.stations).map(|free| free.to_string()),
            Row::Two => None,
            Row::Name | Row::Room => Some(lang.person_not_said().to_owned()),
            Row::Series => Some(lang.station_calls_all().to_owned()),
        },
        hint: match asked.row {
            Row::Room => Some((lang.station_room_hint().to_owned(), Meaning::Faint)),
            Row::Two => Some((lang.station_two_hint().to_owned(), Meaning::Faint)),
            _ => None,
        },
        flaw: asked.flaw.map(|flaw| flaw.words(lang).to_owned()),
        ..Face::new(label)
    }
}

impl View for StationForm {
    fn place(&self) -> Place {
        Place::Station
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, ctx)) {
            Acted::Save if !self.form.is_changed() && self.known.is_some() => return Answer::Close,
            Acted::Save => match self.command(&ctx.model.stations) {
                Ok(command) => return Answer::Then(Request::Run(command)),
                Err((row, flaw)) => self.form.point_out(row, flaw),
            },
            Acted::Back => return self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => {}
        }
        Answer::Stay
    }

    form_keys!();

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(match self.known {
            None => ctx.lang.station_new().to_owned(),
            Some(number) => ctx.lang.to_station(&number.to_string()),
        })
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 74, 12).inner(Margin::new(1, 0));
        let body = Rect { height: inner.height.saturating_sub(1), ..inner };
        self.form.render(frame, body, ctx, LABELS, &|asked| face(&asked, ctx));
        let foot = draw::below(inner, body.height);
        draw::line(frame.buffer_mut(), foot, 0, ctx.lang.station_foot(), ctx.style(Meaning::Faint));
    }
}
