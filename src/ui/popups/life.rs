//! Everything that happened to one number, and why it was called when it was. It names who did what, and no citizen.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{CallOrder, Life, Other, Step};
use crate::domain::queue::Lane;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::{scrolled, step};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How wide the panel is at the most.
const WIDTH: u16 = 110;

#[derive(Clone, Debug)]
pub struct LifeView {
    life: Life,
    first: usize,
}

/// A line of it, and how it looks.
type Line = (String, Meaning);

impl LifeView {
    pub fn new(life: Life) -> Self {
        Self { life, first: 0 }
    }

    /// What it is about: the number with its day.
    fn title(&self, ctx: &Context<'_>) -> String {
        let visit = &self.life.visit;
        ctx.lang.life_title(&visit.ticket.to_string(), &ctx.lang.weekday_date(visit.day))
    }

    /// Everything it says, line by line; what belongs to a line above begins with two spaces.
    fn lines(&self, ctx: &Context<'_>) -> Vec<Line> {
        self.life.steps.iter().flat_map(|step| self.step(step, ctx)).collect()
    }

    /// The same in a panel of that width, its frame counted: what goes on stands below what is said, not below the time.
    fn rows(&self, width: u16, ctx: &Context<'_>) -> Vec<Line> {
        let room = usize::from(width).saturating_sub(4);
        let of = |(words, meaning): Line| {
            let (head, rest) = words.split_at(words.len() - words.trim_start().len());
            draw::hanging(head, rest, room).map(|row| (row, meaning)).collect::<Vec<Line>>()
        };
        self.lines(ctx).into_iter().flat_map(of).collect()
    }

    fn step(&self, step: &Step, ctx: &Context<'_>) -> Vec<Line> {
        let (lang, entry) = (ctx.lang, &step.entry);
        let what = lang.op_named(&entry.op, ctx);
        let undone = if entry.is_undone { format!(" {}", lang.journal_undone()) } else { String::new() };
        let day = entry.at.day();
        let time = lang.clock(entry.at);
        let time = if day == self.life.visit.day { time } else { format!("{} {time}", lang.short_date(day)) };
        let who = entry.by.map(|by| ctx.model.volunteer(by)).filter(|name| !name.is_empty());
        let station = lang.at_station_short(&entry.station.to_string());
        let by = match who {
            Some(name) => format!("{station} {name}"),
            None => station,
        };
        let meaning = if entry.is_undone { Meaning::Faint } else { Meaning::Plain };
        let mut lines = vec![(format!("{time}  {}{undone} ({by})", lang.sentence(&what)), meaning)];
        if let Some(order) = &step.order {
            lines.extend(
                self.order(order, ctx).into_iter().map(|words| (format!("  {words}"), Meaning::Faint)),
            );
        }
        lines
    }

    /// Why it was its turn.
    fn order(&self, order: &CallOrder, ctx: &Context<'_>) -> Vec<String> {
        let lang = ctx.lang;
        let visit = &self.life.visit;
        let row = match visit.priority {
            Some(why) => lang.why_lane_priority(lang.priority(why)),
            None => lang.why_lane_ordinary().to_owned(),
        };
        let place =
            if order.ahead == 0 { lang.life_first().to_owned() } else { lang.life_ahead(order.ahead) };
        let mut said = vec![format!("{place} {row} · {}.", lang.why_came(&lang.clock(visit.arrived)))];
        if !order.recent.is_empty() {
            let recent: Vec<&str> = order.recent.iter().map(|lane: &Lane| lang.lane(*lane)).collect();
            let rule = lang.rule_of_lanes(ctx.model.rules.ratio);
            said.push(format!("{} {rule}.", lang.life_recent(&recent.join(", "))));
        }
        for (heading, others) in [(lang.life_before(), &order.before), (lang.life_after(), &order.after)] {
            if !others.is_empty() {
                let all: Vec<String> = others.iter().map(|other| neighbour(other, ctx)).collect();
                said.push(format!("{heading} {}", all.join("; ")));
            }
        }
        said
    }
}

/// «A002 (thường, đến 08:01): …».
fn neighbour(other: &Other, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    let came = lang.why_came(&lang.clock(other.arrived));
    format!("{} ({}, {came}): {}", other.ticket, lang.lane(other.lane), lang.before(other.why))
}

impl View for LifeView {
    fn place(&self) -> Place {
        Place::Life
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match action {
            Action::Back => Answer::Close,
            Action::Print => {
                let lines = self.lines(ctx).into_iter().map(|(words, _)| words).collect();
                let of = format!("{}-{}", self.life.visit.ticket, self.life.visit.day);
                Answer::Run(Request::PrintLife(of, self.title(ctx), lines))
            }
            _ => {
                // The frame of the panel has two rows.
                let rows = ctx.rows().saturating_sub(2);
                if let Some(by) = step(action, rows) {
                    let all = self.rows(WIDTH.min(ctx.size.width), ctx).len();
                    self.first = scrolled(self.first, by, all, rows);
                }
                Answer::Stay
            }
        }
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let width = area.width.min(WIDTH);
        let rows = self.rows(width, ctx);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
        let inner = window(frame, area, ctx, &self.title(ctx), width, height).inner(Margin::new(1, 0));
        let first = self.first.min(rows.len().saturating_sub(usize::from(inner.height)));
        let below = rows.len().saturating_sub(first + usize::from(inner.height));
        if below > 0 {
            // On the frame, so that it takes no line away.
            let words = format!(" {} ", ctx.lang.life_more(below));
            let column = inner.right().saturating_sub(u16::try_from(draw::width(&words)).unwrap_or(0));
            frame.buffer_mut().set_string(column, inner.bottom(), &words, ctx.style(Meaning::Frame));
        }
        draw::lines(frame.buffer_mut(), inner, ctx, &rows, first);
    }
}
