//! Around the form that gives a number: who comes at an agreed time or returns, why somebody is helped before those who wait, and
//! whether several numbers alike are one party's.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Burst, Card, Command, NewVisit};
use crate::domain::queue::OutOfTurn;
use crate::domain::queue::burst::SECONDS;
use crate::domain::{Day, Stamp, Ticket};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::field::{Field, input_line};
use crate::ui::filter::Filter;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The time that was agreed with the party, as it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Booking {
    field: Field,
    has_keys: bool,
    is_wrong: bool,
}

impl Booking {
    pub(super) fn new() -> Self {
        Self { field: Field::new(8), has_keys: false, is_wrong: false }
    }

    /// A time that was agreed before.
    pub(super) fn of(agreed: Option<Stamp>) -> Self {
        let mut booking = Self::new();
        if let Some((hour, minute)) = agreed.map(Stamp::clock) {
            booking.field.insert(&format!("{hour:02}:{minute:02}"));
        }
        booking
    }

    /// Whether the letters go here from now on.
    pub(super) fn has_keys(&mut self, has_keys: bool) {
        self.has_keys = has_keys;
    }

    /// What stands there is no time.
    pub(super) fn refuse(&mut self) {
        self.is_wrong = true;
    }

    /// The time of a day that was typed; none when nothing was.
    ///
    /// # Errors
    /// What was typed is no time of day.
    pub(super) fn time(&self, day: Day) -> Result<Option<Stamp>, ()> {
        match self.field.value().trim() {
            "" => Ok(None),
            typed => day.at_typed(typed).map(Some).ok_or(()),
        }
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        self.is_wrong = false;
        self.field.press(key)
    }

    /// As [`Self::press`], where the arrows to the sides mean something else.
    pub(super) fn press_but_arrows(&mut self, key: Key) -> bool {
        self.is_wrong = false;
        self.field.press_but_arrows(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.is_wrong = false;
        self.field.insert(text);
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        if !self.has_keys && self.field.value().is_empty() {
            return;
        }
        input_line(frame, area, ctx, lang.intake_booked(), &self.field, self.has_keys);
        if self.is_wrong {
            let words = format!("[!] {}", lang.flaw_booked());
            let used = u16::try_from(draw::width(&words)).unwrap_or(area.width).min(area.width);
            let right = Rect { x: area.right() - used, width: used, ..area };
            draw::line(frame.buffer_mut(), right, 0, &words, ctx.style(Meaning::Bad));
        }
    }
}

/// «quay lại: A012 ngày 30/11/2026, Khai sinh (hẹn quay lại)»: a visit whose number was typed, for the row that takes it up.
pub(super) fn return_words(card: &Card, ctx: &Context<'_>) -> String {
    let (lang, ticket, needs) = (ctx.lang, card.visit.ticket.to_string(), ctx.needs(card));
    let how = lang.stands(&card.visit.stage);
    match card.visit.stage.kind().is_open() {
        true => lang.return_open_row(&ctx.dated_ticket(card), &needs, how),
        false if card.visit.day == ctx.model.day => lang.return_row(&ticket, &needs, how),
        false => lang.return_earlier_row(&ticket, &lang.date(card.visit.day), &needs, how),
    }
}

/// What takes such a visit up: it is shown where it still is; of today it goes on under its number; of an earlier day the party
/// gets a new number for what was left to do.
pub(super) fn taken_up(card: &Card, today: Day) -> Request {
    let visit = &card.visit;
    if visit.stage.kind().is_open() {
        Request::ShowVisit(visit.id)
    } else if visit.day == today {
        Request::Run(Command::Return(visit.id))
    } else {
        Request::GoOnWith(visit.ticket, visit.day)
    }
}

/// The popup. Below it may be the form that was filled, which stays until the party is helped.
#[derive(Clone, Debug, PartialEq)]
pub struct AtOnceWhy {
    new: NewVisit,
    first: Ticket,
    /// Whether it is given although numbers are stopped.
    insists: bool,
    filter: Filter,
}

impl AtOnceWhy {
    /// Asks why `new` goes before `first`.
    pub fn new(new: NewVisit, first: Ticket, insists: bool) -> Self {
        Self { new, first, insists, filter: Filter::default() }
    }

    /// The reasons that fit what was typed. What takes a minute comes first: it is what is helped on the spot.
    fn rows(&self, ctx: &Context<'_>) -> Vec<(OutOfTurn, &'static str)> {
        let usual = OutOfTurn::OneMinute;
        let others = OutOfTurn::ALL.iter().copied().filter(|why| *why != usual);
        let all = [usual].into_iter().chain(others).map(|why| (why, ctx.lang.out_of_turn(why)));
        all.filter(|(_, words)| self.filter.fits(words)).collect()
    }
}

impl View for AtOnceWhy {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let rows = self.rows(ctx);
        let serve = |why| {
            let command = Command::ServeNow { new: self.new.clone(), why: Some(why) };
            if self.insists { Command::Insist(Box::new(command)) } else { command }
        };
        self.filter.choose(action, rows, |(why, _)| Answer::Instead(Request::Run(serve(why))))
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.filter.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.filter.paste(text);
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.at_once_title(&self.first.to_string()))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx);
        let words: Vec<&str> = rows.iter().map(|(_, words)| *words).collect();
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 66, 10);
        self.filter.render(frame, inner, ctx, &words);
    }
}

/// How wide the popup about one party is, its frame included.
const PARTY_WIDTH: u16 = 68;

/// The popup. Nothing is given until one of the two is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct OneParty {
    burst: Burst,
    new: NewVisit,
    at: usize,
}

impl OneParty {
    /// Asks about a number that is about to be given.
    pub fn new(burst: Burst, new: NewVisit) -> Self {
        Self { burst, new, at: 0 }
    }
}

impl View for OneParty {
    fn place(&self) -> Place {
        Place::OneParty
    }

    fn act(&mut self, action: Action, _ctx: &Context<'_>) -> Answer {
        let one = |new: &NewVisit| Answer::Instead(Request::Run(Command::OneParty(new.clone())));
        let each = |new: &NewVisit| Answer::Instead(Request::GiveApart(new.clone()));
        match (action, self.at) {
            (Action::Accept, 0) | (Action::FirstAnswer, _) => each(&self.new),
            (Action::Accept | Action::SecondAnswer, _) => one(&self.new),
            (Action::Back, _) => Answer::Close,
            (Action::Up, at) => {
                self.at = moved(at, -1, 2);
                Answer::Stay
            }
            (Action::Down, at) => {
                self.at = moved(at, 1, 2);
                Answer::Stay
            }
            _ => Answer::Stay,
        }
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        let need = ctx.short(&self.burst.need);
        Some(ctx.lang.one_party_question(self.burst.tickets.len() + 1, &need, SECONDS))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let tickets: Vec<String> = self.burst.tickets.iter().map(ToString::to_string).collect();
        let numbers = tickets.len() + 1;
        let question = self.title(ctx).unwrap_or_default();
        let (first, others) = tickets.split_first().map_or(("", &[][..]), |(one, more)| (one.as_str(), more));
        let rows = [
            // No number is taken back by one Enter.
            lang.one_party_apart(numbers),
            lang.one_party_join(first, self.burst.persons, &others.join(", ")),
        ];
        let lines = |words: &str, room: u16| draw::wrap(words, usize::from(room)).len();
        let room = PARTY_WIDTH - 4;
        let height = lines(&question, room) + rows.iter().map(|row| lines(row, room - 2)).sum::<usize>();
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(5);
        let inner =
            window(frame, area, ctx, lang.one_party_title(), PARTY_WIDTH, height).inner(Margin::new(1, 0));
        let mut column = Column::new(frame.buffer_mut(), inner);
        column.paragraph("", &question, ctx.style(Meaning::Strong));
        column.gap();
        for (at, words) in rows.iter().enumerate() {
            let (mark, meaning) =
                if at == self.at { ("> ", Meaning::Selected) } else { ("  ", Meaning::Plain) };
            column.paragraph(mark, words, ctx.style(meaning));
        }
        column.gap();
        column.paragraph("", lang.one_party_back(), ctx.style(Meaning::Faint));
    }
}
