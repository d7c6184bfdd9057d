//! What is today's date? Asked when the PC's clock is wrong: what the file proposes is one key away.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::span::read;
use crate::domain::clock::{Doubt, FAR, Trust};
use crate::domain::{Day, Stamp};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The longest date or time that somebody types.
const LONGEST: usize = 14;

/// A desk that rested for longer than this has rather a wrong clock, in seconds.
const LONG_REST: i64 = 400 * 24 * 60 * 60;

/// A PC's clock shows an hour at which an office may be open, when only its date is wrong.
const OFFICE_HOURS: std::ops::Range<u8> = 6..20;

/// A row of the popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Day,
    /// A day that is not proposed.
    Other,
    Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    NoDate,
    NoTime,
    /// Before the program was made.
    Early,
    /// Before the last entry: it must be meant.
    Back,
    /// So many days after the last one: it must be meant.
    Far(i64),
}

/// Why a day is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proposed {
    Last,
    Next,
    Pc,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    form: Form<Row, Flaw>,
    /// The moment that was asked about once: a second Enter means it.
    asked: Option<Stamp>,
}

impl Today {
    /// The question with the likeliest day on top.
    pub fn new(ctx: &Context<'_>) -> Self {
        let first = proposed(ctx).first().map(|(day, _)| day.to_string()).unwrap_or_default();
        let line = || Cell::line(LONGEST, "");
        let form = Form::new([(Row::Day, Cell::Choice(first)), (Row::Other, line()), (Row::Time, line())]);
        Self { form, asked: None }
    }

    fn day(&self, ctx: &Context<'_>) -> Option<Day> {
        match self.form.value(Row::Other).trim() {
            "" => self.form.value(Row::Day).parse().ok(),
            typed => read(typed, ctx.now.day()),
        }
    }

    fn moment(&self, ctx: &Context<'_>) -> Result<Stamp, (Row, Flaw)> {
        let day = self.day(ctx).ok_or((Row::Other, Flaw::NoDate))?;
        let right = match self.form.value(Row::Time).trim() {
            "" => usual_time(day, ctx),
            typed => day.at_typed(typed).ok_or((Row::Time, Flaw::NoTime))?,
        };
        if ctx.known.made.is_some_and(|made| day < made) {
            return Err((Row::Other, Flaw::Early));
        }
        Ok(right)
    }

    /// What a person should look at again before it counts.
    fn doubt(right: Stamp, ctx: &Context<'_>) -> Option<Flaw> {
        let last = ctx.known.last?;
        if right < last && last.clock() != right.clock() {
            return Some(Flaw::Back);
        }
        let is_far = right.seconds_since(last) > FAR;
        is_far.then(|| Flaw::Far((right.day().date() - last.day().date()).num_days()))
    }

    fn accept(&mut self, ctx: &Context<'_>) -> Answer {
        for row in [Row::Day, Row::Other, Row::Time] {
            self.form.find_flaw(row, None);
        }
        let (row, flaw) = match self.moment(ctx) {
            Ok(right) => match Self::doubt(right, ctx) {
                Some(flaw) if self.asked != Some(right) => {
                    self.asked = Some(right);
                    (if self.form.value(Row::Other).is_empty() { Row::Day } else { Row::Other }, flaw)
                }
                // The clock is right to the second when it is right to the minute.
                _ if ctx.reading.shown.day() == right.day() && ctx.reading.shown.clock() == right.clock() => {
                    return Answer::Then(Request::SayTime(ctx.reading.shown));
                }
                _ => return Answer::Then(Request::SayTime(right)),
            },
            Err(flaw) => flaw,
        };
        self.form.point_out(row, flaw);
        Answer::Stay
    }
}

/// The days that are offered, the likeliest first.
fn proposed(ctx: &Context<'_>) -> Vec<(Day, Proposed)> {
    let last = ctx.known.floor().unwrap_or(ctx.now);
    let next = ctx.model.working_days().next_to_come(last.day());
    let mut days = vec![(last.day(), Proposed::Last), (next, Proposed::Next)];
    // After noon without a shift the day was over.
    if ctx.model.shift.is_none() && last.hour() >= 13 {
        days.swap(0, 1);
    }
    let pc = (ctx.reading.shown.day(), Proposed::Pc);
    match ctx.reading.trust {
        Trust::Doubtful(Doubt::Ahead) if ctx.reading.shown.seconds_since(last) <= LONG_REST => {
            days.insert(0, pc);
        }
        _ if ctx.known.made.is_none_or(|made| pc.0 >= made) => days.push(pc),
        _ => {}
    }
    let mut seen = Vec::new();
    days.retain(|(day, _)| {
        !seen.contains(day) && {
            seen.push(*day);
            true
        }
    });
    days
}

/// The time that is proposed of a day: that of the PC when it may be, as often only its date is wrong.
fn usual_time(day: Day, ctx: &Context<'_>) -> Stamp {
    let shown = ctx.reading.shown;
    let (hour, minute) = shown.clock();
    let by_pc = day.at(hour, minute);
    let floor = ctx.known.last.unwrap_or(by_pc);
    if shown.day() == day || (OFFICE_HOURS.contains(&shown.hour()) && by_pc >= floor) {
        return by_pc;
    }
    if day == ctx.now.day() {
        let (hour, minute) = ctx.now.clock();
        return day.at(hour, minute).max(floor);
    }
    day.at(7, 30)
}

fn face(asked: &Asked<'_, Row, Flaw>, today: &Today, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let flaw = asked.flaw.map(|flaw| flaw_words(*flaw, lang));
    match asked.row {
        Row::Day => {
            let value = |(day, why): (Day, Proposed)| {
                let words = lang.weekday_date(day);
                let words = match why {
                    Proposed::Last => lang.today_last(&words),
                    Proposed::Next => lang.today_next(&words),
                    Proposed::Pc => lang.today_pc(&words),
                };
                Value::new(day.to_string(), lang.sentence(&words))
            };
            let values = proposed(ctx).into_iter().map(value).collect();
            Face { flaw, ..Face::choice(lang.today_day(), values) }
        }
        Row::Other => {
            Face { flaw, unset: Some(lang.today_other_hint().to_owned()), ..Face::new(lang.today_other()) }
        }
        Row::Time => {
            let unset = today.day(ctx).map(|day| lang.clock(usual_time(day, ctx)));
            Face { unset, flaw, ..Face::new(lang.today_time()) }
        }
    }
}

fn flaw_words(flaw: Flaw, lang: Lang) -> String {
    match flaw {
        Flaw::NoDate => lang.flaw_date().to_owned(),
        Flaw::NoTime => lang.today_flaw_time().to_owned(),
        Flaw::Early => lang.today_flaw_early().to_owned(),
        Flaw::Back => lang.today_sure_back().to_owned(),
        Flaw::Far(days) => lang.today_sure_far(&lang.count(u32::try_from(days).unwrap_or(u32::MAX))),
    }
}

impl View for Today {
    fn place(&self) -> Place {
        Place::Today
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if action == Action::Accept {
            return self.accept(ctx);
        }
        let shown = self.clone();
        match self.form.act(action, &|asked| face(&asked, &shown, ctx)) {
            Acted::Save => self.accept(ctx),
            Acted::Back => Answer::Close,
            Acted::Not | Acted::Stay | Acted::Left(_) => Answer::Stay,
        }
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let shown = self.clone();
        self.form.press(key, &|asked| face(&asked, &shown, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        let shown = self.clone();
        self.form.paste(text, &|asked| face(&asked, &shown, ctx));
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| face(&asked, self, ctx))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.today_title(), 74, 15).inner(Margin::new(1, 0));
        let shown = lang.moment(ctx.reading.shown);
        let words = match ctx.known.last {
            Some(last) => lang.today_shown(&shown, &lang.moment(last)),
            None => lang.today_made(&shown),
        };
        draw::line(frame.buffer_mut(), inner, 0, &format!("  {words}"), ctx.style(Meaning::Warning));
        let body = draw::below(inner, 2);
        let used = 1 + self.form.render(frame, body, ctx, 0, &|asked| face(&asked, self, ctx));
        let below = draw::below(body, used).inner(Margin::new(2, 0));
        let mut column = draw::Column::new(frame.buffer_mut(), below);
        column.paragraph("", lang.today_enter(), ctx.style(Meaning::Faint));
    }
}
