//! About one visit: why it stands where it does, on which day its party comes back, and what to mind when it is called.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::giving::Booking;
use crate::desk::{Card, Command};
use crate::domain::input::{CALL_NOTE_LENGTH, NAME_LENGTH, line};
use crate::domain::queue::{Before, Explanation, LET_BY, Lane};
use crate::domain::{Agreed, Assist, Day, StageKind, Ticket, Visit, VisitId};
use crate::ui::context::Context;
use crate::ui::draw::{self, Column, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Part, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many of the last calls are told.
const CALLS: usize = 6;

/// How wide the popup is inside.
const WIDTH: u16 = 68;

/// The popup. It follows the queue while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    visit: VisitId,
}

impl Why {
    /// About a visit that waits.
    pub fn new(visit: VisitId) -> Self {
        Self { visit }
    }
}

impl View for Why {
    fn place(&self) -> Place {
        Place::Why
    }

    fn act(&mut self, _action: Action, _ctx: &Context<'_>) -> Answer {
        Answer::Close
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let Some(card) = ctx.model.card(self.visit) else { return };
        let mut lines: Vec<(String, Meaning)> = Vec::new();
        match ctx.model.explain(self.visit) {
            Some(found) => tell(&mut lines, ctx, card, &found),
            None if card.visit.stage.kind() == StageKind::Waiting => {
                let why = lang.unattended(&card.visit, &ctx.model.stations);
                lines.extend(why.map(|why| (why, Meaning::Warning)));
                lines.extend(special(ctx, &card.visit).into_iter().map(|words| (words, Meaning::Plain)));
            }
            // Called or gone while this was open.
            None => lines.push((
                lang.return_not_ended(&ctx.ticket(card), lang.stage(card.visit.stage.kind())),
                Meaning::Plain,
            )),
        }
        let room = usize::from(WIDTH - 2);
        let height: usize = lines.iter().map(|(words, _)| draw::wrap(words, room).len()).sum();
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(3);
        let inner = window(frame, area, ctx, &lang.why_title(&ctx.ticket(card)), WIDTH + 2, height);
        let inner = inner.inner(Margin::new(1, 0));
        let text = Rect { height: inner.height.saturating_sub(1), ..inner };
        let mut column = Column::new(frame.buffer_mut(), text);
        for (words, meaning) in &lines {
            column.paragraph("", words, ctx.style(*meaning));
        }
        let last = inner.height.saturating_sub(1);
        draw::line(frame.buffer_mut(), inner, last, lang.why_close(), ctx.style(Meaning::Faint));
    }
}

fn tell(lines: &mut Vec<(String, Meaning)>, ctx: &Context<'_>, card: &Card, found: &Explanation) {
    let lang = ctx.lang;
    let visit = &card.visit;
    let stands = if found.ahead == 0 { lang.why_first().to_owned() } else { lang.why_ahead(found.ahead) };
    lines.push((stands, Meaning::Strong));
    let (stands_in, meaning) = match visit.priority {
        Some(why) => (lang.why_lane_priority(lang.priority(why)), Meaning::Priority),
        None => (lang.why_lane_ordinary().to_owned(), Meaning::Plain),
    };
    lines.push((format!("{stands_in} · {}", lang.why_came(&lang.clock(visit.arrived))), meaning));
    lines.extend(special(ctx, visit).into_iter().map(|words| (words, Meaning::Plain)));
    lines.push((format!("{}.", lang.rule_of_lanes(ctx.model.rules.ratio)), Meaning::Plain));
    if let Some(calls) = recent(ctx) {
        lines.push((lang.why_recent(&calls), Meaning::Plain));
    }
    for (heading, some) in [(lang.why_before(), &found.before), (lang.why_after(), &found.after)] {
        if !some.is_empty() {
            lines.push((heading.to_owned(), Meaning::Heading));
            lines.extend(some.iter().filter_map(|one| Some((neighbour(ctx, *one)?, Meaning::Plain))));
        }
    }
}

/// What else decides: a booked time, a return, a transfer.
fn special(ctx: &Context<'_>, visit: &Visit) -> Vec<String> {
    let (lang, standing) = (ctx.lang, &visit.standing);
    [
        standing.booked.map(|booked| lang.why_of_booking(visit, booked, ctx.now)),
        standing.returned.map(|at| lang.why_returned(&lang.clock(at), LET_BY)),
        standing.series.map(|series| lang.why_series(series.letter())),
        standing.station.map(|station| lang.why_station(&station.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The last calls, the oldest first: «A003 ưu tiên, A001 thường».
fn recent(ctx: &Context<'_>) -> Option<String> {
    let turns: Vec<String> = ctx
        .model
        .turns
        .iter()
        .take(CALLS)
        .map(|turn| {
            let how = if turn.out.is_some() { ctx.lang.why_out_of_turn() } else { ctx.lang.lane(turn.lane) };
            format!("{} {how}", turn.ticket)
        })
        .collect();
    let turns: Vec<String> = turns.into_iter().rev().collect();
    (!turns.is_empty()).then(|| turns.join(", "))
}

fn neighbour(ctx: &Context<'_>, (id, why): (VisitId, Before)) -> Option<String> {
    let card = ctx.model.card(id)?;
    let lang = ctx.lang;
    let came = lang.why_came(&lang.clock(card.visit.arrived));
    let stands_in = lang.lane(Lane::of(&card.visit));
    Some(format!("  {} ({stands_in}, {came}): {}", ctx.ticket(card), lang.before(why)))
}

/// Nobody is asked to come back later than this many days from now.
const LATEST: u64 = 365;

#[derive(Clone, Debug, PartialEq)]
pub struct ComeBack {
    what: Part,
    ticket: Ticket,
    day: Day,
    /// The time of that day, where one is agreed.
    time: Booking,
}

impl ComeBack {
    /// Asks when; begins with the last one that was agreed, else with the next working day.
    pub(in crate::ui) fn new(what: Part, ctx: &Context<'_>) -> Option<Self> {
        let is_it = |one: &Assist| matches!(what, Part::Assist(id) if id == one.id);
        let card = match what {
            Part::Assist(id) => ctx.model.assist(id)?.0,
            Part::Visit(visit) => ctx.model.card(visit)?,
        };
        let is_asked = |one: &&Assist| matches!(what, Part::Visit(_)) || is_it(one);
        let agreed = card.assists.iter().filter(is_asked).filter_map(|one| one.come_back).max();
        let today = ctx.now.day();
        let agreed = agreed.filter(|agreed| agreed.day >= today);
        let day = agreed.map_or_else(|| ctx.model.working_days().next_open(today).day, |agreed| agreed.day);
        let mut time = Booking::of(agreed.and_then(|agreed| agreed.at));
        time.has_keys(true);
        Some(Self { what, ticket: card.visit.ticket, day, time })
    }
}

impl View for ComeBack {
    fn place(&self) -> Place {
        Place::ComeBack
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let (days, today) = (ctx.model.working_days(), ctx.now.day());
        let latest = today.plus_days(LATEST);
        let from = |day: Day| if days.may_come(day) { day } else { days.next_to_come(day) };
        let day = match action {
            Action::Accept => {
                let Ok(at) = self.time.time(self.day) else {
                    self.time.refuse();
                    return Answer::Stay;
                };
                let when = Agreed { day: self.day, at };
                let command = match self.what {
                    Part::Assist(assist) => Command::ComeBack { assist, when },
                    Part::Visit(visit) => Command::LeaveUntil { visit, when },
                };
                return Answer::Then(Request::Run(command));
            }
            Action::Back => return Answer::Close,
            Action::Right => days.next_to_come(self.day),
            Action::Left => days.previous_to_come(self.day, today).unwrap_or(self.day),
            Action::Down => from(self.day.plus_days(7)),
            Action::Up => from(self.day.minus_days(7).max(today)),
            _ => self.day,
        };
        if day <= latest {
            self.day = day;
        }
        Answer::Stay
    }

    /// Left and right turn the day.
    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.time.press_but_arrows(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.time.paste(text);
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.come_back_title(&self.ticket.to_string()))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 62, 12).inner(Margin::new(1, 1));
        let mut column = Column::new(frame.buffer_mut(), inner);
        let day = format!("< {} >  {}", lang.weekday_date(self.day), lang.day_ahead(ctx.now.day(), self.day));
        column.line(&day, ctx.style(Meaning::Selected));
        if ctx.model.working_days().is_doubtful(self.day) {
            column.paragraph("[!] ", lang.day_doubtful(), ctx.style(Meaning::Warning));
        }
        column.gap();
        column.paragraph("", lang.come_back_keys(), ctx.style(Meaning::Plain));
        column.paragraph("", lang.come_back_print(), ctx.style(Meaning::Faint));
        let bottom = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        self.time.render(frame, bottom, ctx);
    }
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CallRow {
    Name,
    Note,
}

/// How a party is called: its note first, which changes most, then its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteForm {
    visit: VisitId,
    form: Form<CallRow>,
}

impl NoteForm {
    /// The note and the name of a visit, to be gone on with.
    pub fn new(card: &Card) -> Self {
        let (note, name) = (card.note.clone().unwrap_or_default(), card.name.clone().unwrap_or_default());
        let form = Form::new([
            (CallRow::Note, Cell::line(CALL_NOTE_LENGTH, &note)),
            (CallRow::Name, Cell::line(NAME_LENGTH, &name)),
        ]);
        Self { visit: card.visit.id, form }
    }

    fn face(asked: &Asked<'_, CallRow, ()>, ctx: &Context<'_>) -> Face {
        match asked.row {
            CallRow::Note => Face {
                hint: Some((ctx.lang.note_hint().to_owned(), Meaning::Faint)),
                ..Face::new(ctx.lang.intake_note())
            },
            CallRow::Name => Face::new(ctx.lang.intake_name()),
        }
    }
}

impl View for NoteForm {
    fn place(&self) -> Place {
        Place::Note
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| Self::face(&asked, ctx)) {
            Acted::Save if !self.form.has_words() => Answer::Close,
            Acted::Save => {
                let name = line(&self.form.value(CallRow::Name), NAME_LENGTH);
                let note = line(&self.form.value(CallRow::Note), CALL_NOTE_LENGTH);
                Answer::Then(Request::Run(Command::SetCalling { visit: self.visit, name, note }))
            }
            Acted::Back => self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => Answer::Stay,
        }
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| Self::face(&asked, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| Self::face(&asked, ctx));
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| Self::face(&asked, ctx))
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.note_title(&ctx.ticket(ctx.model.card(self.visit)?)))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, 76, 7).inner(Margin::new(0, 1));
        self.form.render(frame, inner, ctx, 0, &|asked| Self::face(&asked, ctx));
    }
}
