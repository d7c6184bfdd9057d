//! All visits of a day in one list, to find one: those that wait, that are on hold, that were missed, that have ended.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::giving::taken_up;
use crate::desk::{Card, Command, Promise};
use crate::domain::{Day, Refusal, SlipNumber, Stage, StageKind};
use crate::ui::context::Context;
use crate::ui::draw::window;
use crate::ui::filter::Filter;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::promised;
use crate::ui::request::{ChoiceKind, Opening, Request};
use crate::ui::screens::desk::{print, print_label};
use crate::ui::view::{Answer, View};

#[derive(Clone, Debug, Default)]
pub struct Find {
    filter: Filter,
    /// The visits of another day than today.
    past: Option<(Day, Vec<Card>)>,
}

/// The order of the list: what can still be acted on first.
const ORDER: [StageKind; 6] = [
    StageKind::Called,
    StageKind::Serving,
    StageKind::Held,
    StageKind::Waiting,
    StageKind::Left,
    StageKind::Done,
];

impl Find {
    /// The visits of a day, with something typed already; of today they are the model's.
    pub fn on(day: Day, past: Option<Vec<Card>>, typed: &str) -> Self {
        Self { past: past.map(|cards| (day, cards)), ..Self::of(typed) }
    }

    fn day(&self, ctx: &Context<'_>) -> Day {
        self.past.as_ref().map_or(ctx.model.day, |(day, _)| *day)
    }

    /// With something typed already.
    pub fn of(typed: &str) -> Self {
        let mut find = Self::default();
        find.filter.paste(typed);
        find
    }

    /// The visits that fit what was typed: a number as people read it, a need, a name. A name finds its number and is not shown:
    /// others look at this screen. A number finds the visit that has it first, and behind those of the day the ones of
    /// earlier days.
    fn found<'a>(&'a self, ctx: &Context<'a>) -> Vec<&'a Card> {
        let all = self.past.as_ref().map_or(&ctx.model.cards, |(_, cards)| cards);
        let number = SlipNumber::read(self.filter.typed(), self.day(ctx));
        // Who was to come back today stands among the others; who did so with a number of today has a row already.
        let promised = ctx.model.promises.iter().map(|promise| &promise.card);
        let promised = promised.filter(|card| self.past.is_none() && ctx.model.card(card.visit.id).is_none());
        let is_it = |card: &&Card| number.is_some_and(|number| number.ticket == card.visit.ticket);
        let mut found: Vec<&Card> =
            all.iter().chain(promised).filter(|card| self.fits(card, number, ctx)).collect();
        // What waits stands in the order of the queue; what has ended, the last one first.
        found.sort_by_key(|card| {
            let is_awaited = promise(card, ctx).is_some_and(|promise| promise.back.is_none());
            let kind = if is_awaited { StageKind::Left } else { card.visit.stage.kind() };
            let place = (ORDER.iter().position(|one| *one == kind), !is_awaited);
            let queue = ctx.model.queue.iter().position(|id| *id == card.visit.id);
            (!is_it(card), place, queue, std::cmp::Reverse(card.visit.stage.since()))
        });
        if self.past.is_none() {
            let is_new =
                |card: &&Card| ctx.model.card(card.visit.id).is_none() && promise(card, ctx).is_none();
            found.extend(ctx.numbered.iter().filter(is_new));
        }
        found
    }

    fn fits(&self, card: &Card, number: Option<SlipNumber>, ctx: &Context<'_>) -> bool {
        if let Some(number) = number.filter(|number| number.ticket == card.visit.ticket) {
            return !number.has_day() || number.days(self.day(ctx)).first() == Some(&card.visit.day);
        }
        let name = card.name.as_deref().unwrap_or_default();
        let number = card.visit.ticket.number;
        let short = format!("{}{number} {number}", card.visit.ticket.series.letter());
        self.filter.fits(&format!("{} {short} {name}", row(card, self.past.is_some(), ctx)))
    }

    fn chosen<'a>(&'a self, ctx: &Context<'a>) -> Option<&'a Card> {
        self.found(ctx).get(self.filter.at()).copied()
    }
}

/// What was promised the party of a visit for today.
fn promise<'a>(card: &Card, ctx: &Context<'a>) -> Option<&'a Promise> {
    ctx.model.promises.iter().find(|promise| promise.card.visit.id == card.visit.id)
}

/// The visit that Enter is about: of a party that has come back the one of today.
fn target<'a>(card: &'a Card, ctx: &Context<'a>) -> &'a Card {
    let back = promise(card, ctx).and_then(|promise| promise.back);
    let is_it = |one: &&Card| Some((one.visit.day, one.visit.ticket)) == back;
    ctx.model.cards.iter().find(is_it).unwrap_or(card)
}

/// «A012  đang chờ 08:08  Khai sinh»; of who left, why; of who is to come back today, with what was missing.
fn row(card: &Card, is_past: bool, ctx: &Context<'_>) -> String {
    if let Some(promise) = promise(card, ctx).filter(|_| !is_past) {
        let (stands, what) = (promised::stands(promise, ctx), promised::what(promise, ctx));
        return ctx.lang.promised_row(&ctx.dated_ticket(card), &stands, &what);
    }
    let stage = ctx.lang.stands(&card.visit.stage);
    let since = card.visit.stage.since();
    // It may have ended on a later day than it was given.
    let time = match since.day() {
        day if day == card.visit.day || day == ctx.model.day => ctx.lang.clock(since),
        _ => ctx.lang.moment(since),
    };
    // All of another day's list are of that day, which its title says.
    let ticket = if is_past { ctx.ticket(card) } else { ctx.dated_ticket(card) };
    ctx.lang.find_row(&ticket, stage, &time, &ctx.needs(card))
}

/// What Enter does with a visit in its state; of one of another day it tells.
fn enter(card: &Card, is_past: bool, ctx: &Context<'_>) -> Request {
    if is_past {
        return Request::Life(card.visit.day, card.visit.ticket);
    }
    let card = target(card, ctx);
    let id = card.visit.id;
    match card.visit.stage.kind() {
        StageKind::Waiting if ctx.model.queue.first() == Some(&id) => {
            Request::Run(Command::CallNext(Some(id)))
        }
        StageKind::Waiting => Request::Open(Opening::Choice(ChoiceKind::OutOfTurn(id))),
        StageKind::Held => Request::Run(Command::Resume(id)),
        StageKind::Called | StageKind::Serving => Request::ShowVisit(id),
        _ => taken_up(card, ctx.model.day),
    }
}

/// Why a visit cannot be sent away here: it has ended, or another station has it in hand.
fn stays(card: &Card, ctx: &Context<'_>) -> Option<Refusal> {
    let ticket = card.visit.ticket;
    match card.visit.stage {
        Stage::Called { station, .. } | Stage::Serving { station, .. } if station != ctx.model.station => {
            Some(Refusal::AtAnotherStation { ticket, station })
        }
        stage if stage.kind().is_open() => None,
        stage => Some(Refusal::AlreadyEnded { ticket, stage: stage.kind() }),
    }
}

impl View for Find {
    fn place(&self) -> Place {
        Place::Find
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let chosen = self.chosen(ctx).cloned();
        let about = |request: &dyn Fn(&Card) -> Request| chosen.as_ref().map(request);
        let is_past = self.past.is_some();
        let on = |day: Day| Answer::Instead(Request::FindOn(day, self.filter.typed().to_owned()));
        match action {
            Action::Back => Answer::Close,
            Action::Accept if is_past => Answer::of(about(&|card| enter(card, is_past, ctx))),
            Action::Accept => about(&|card| enter(card, is_past, ctx)).map_or(Answer::Stay, Answer::Then),
            Action::Left => on(self.day(ctx).minus_days(1)),
            Action::Right if is_past => on(self.day(ctx).plus_days(1)),
            Action::Right => Answer::Run(Request::Refuse(Refusal::NothingLater)),
            Action::Correct => Answer::of(about(&|card| Request::Correct(card.visit.day, card.visit.ticket))),
            Action::Life => Answer::of(about(&|card| Request::Life(card.visit.day, card.visit.ticket))),
            Action::Leave => {
                let leave = |card: &Card| match stays(card, ctx) {
                    Some(why) => Request::Refuse(why),
                    None => Request::Open(Opening::Choice(ChoiceKind::Leave(card.visit.id))),
                };
                Answer::of(about(&leave))
            }
            Action::Guide | Action::Print if !self.is_possible(action, ctx) => Answer::Stay,
            Action::Guide => Answer::of(about(&|card| Request::Open(Opening::Guide(card.visit.id, None)))),
            Action::Print => Answer::of(about(&print)),
            _ => {
                self.filter.step(action, self.found(ctx).len());
                Answer::Stay
            }
        }
    }

    /// The arrows to the sides go from day to day; nobody edits the middle of a number.
    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.filter.press_but_arrows(key)
    }

    fn number_typed(&self) -> Option<&str> {
        self.past.is_none().then(|| self.filter.typed())
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.filter.paste(text);
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let chosen = self.chosen(ctx);
        match action {
            Action::Leave => chosen.is_some_and(|card| self.past.is_none() && stays(card, ctx).is_none()),
            Action::Print | Action::Guide => {
                chosen.is_some_and(|card| ctx.model.card(card.visit.id).is_some())
            }
            Action::Accept | Action::Correct | Action::Life => chosen.is_some(),
            other => ctx.is_possible(other),
        }
    }

    fn named(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let is_about = matches!(
            action,
            Action::Accept | Action::Leave | Action::Guide | Action::Print | Action::Correct | Action::Life
        );
        self.chosen(ctx).filter(|_| is_about).map(|card| ctx.ticket(card))
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        if action == Action::Left {
            return Some(ctx.lang.key_day_before().to_owned());
        }
        let card = self.chosen(ctx)?;
        let card = if action == Action::Accept { target(card, ctx) } else { card };
        let (lang, ticket) = (ctx.lang, ctx.dated_ticket(card));
        match (action, card.visit.stage.kind()) {
            (Action::Accept, _) if self.past.is_some() => {
                Some(format!("{} {ticket}", lang.action(Action::Life)))
            }
            (Action::Accept, StageKind::Waiting) => Some(lang.key_call(&ticket)),
            (Action::Accept, StageKind::Held) => Some(lang.key_resume(&ticket)),
            (Action::Accept, StageKind::Called | StageKind::Serving) => Some(lang.key_to_visit(&ticket)),
            (Action::Accept, _) => Some(lang.key_return(&ticket)),
            (Action::Leave, _) => Some(format!("{} {ticket}", lang.action(action))),
            (Action::Print, _) => Some(print_label(card, ctx)),
            _ => None,
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows: Vec<String> =
            self.found(ctx).into_iter().map(|card| row(card, self.past.is_some(), ctx)).collect();
        let words: Vec<&str> = rows.iter().map(String::as_str).collect();
        let title = match &self.past {
            Some((day, _)) => ctx.lang.find_title_on(&ctx.lang.weekday_date(*day)),
            None => ctx.lang.find_title().to_owned(),
        };
        let inner = window(frame, area, ctx, &title, 76, 20);
        self.filter.render(frame, inner, ctx, &words);
    }
}
