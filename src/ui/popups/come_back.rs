//! On which day a party comes back: the next working day, unless the arrows say another.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::desk::Command;
use crate::domain::{AssistId, Day, Ticket};
use crate::ui::context::{Context, Request};
use crate::ui::draw::Column;
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;

/// Nobody is asked to come back later than this many days from now.
const LATEST: u64 = 365;

/// The popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComeBack {
    assist: AssistId,
    ticket: Ticket,
    day: Day,
}

impl ComeBack {
    /// Asks for the day of an assist; begins with the one that was agreed, else with the next working day.
    pub fn new(assist: AssistId, ctx: &Context<'_>) -> Option<Self> {
        let of = |card: &&crate::desk::Card| card.assists.iter().any(|one| one.id == assist);
        let card = ctx.model.cards.iter().find(of)?;
        let agreed = card.assists.iter().find(|one| one.id == assist)?.come_back;
        let today = ctx.now.day();
        let day = agreed.filter(|day| *day >= today);
        let day = day.unwrap_or_else(|| ctx.model.working_days().next_open(today).day);
        Some(Self { assist, ticket: card.visit.ticket, day })
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let (days, today) = (ctx.model.working_days(), ctx.now.day());
        let latest = today.plus_days(LATEST);
        let from = |day: Day| if days.may_come(day) { day } else { days.next_to_come(day) };
        let day = match action {
            Action::Accept => {
                let command = Command::ComeBack { assist: self.assist, day: self.day };
                return vec![Request::Close, Request::Run(command)];
            }
            Action::Back => return vec![Request::Close],
            Action::Help => return vec![Request::Act(Action::Help)],
            Action::Right => days.next_to_come(self.day),
            Action::Left => days.previous_to_come(self.day, today).unwrap_or(self.day),
            Action::Down => from(self.day.plus_days(7)),
            Action::Up => from(self.day.minus_days(7).max(today)),
            _ => self.day,
        };
        if day <= latest {
            self.day = day;
        }
        Vec::new()
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = lang.come_back_title(&self.ticket.to_string());
        let inner = window(frame, area, ctx, &title, 62, 10).inner(Margin::new(1, 1));
        let mut column = Column::new(frame.buffer_mut(), inner);
        let day = format!("< {} >  {}", lang.weekday_date(self.day), lang.day_ahead(ctx.now.day(), self.day));
        column.line(&day, ctx.style(Meaning::Selected));
        if ctx.model.working_days().is_doubtful(self.day) {
            column.paragraph("[!] ", lang.day_doubtful(), ctx.style(Meaning::Warning));
        }
        column.gap();
        column.paragraph("", lang.come_back_keys(), ctx.style(Meaning::Plain));
        column.paragraph("", lang.come_back_print(), ctx.style(Meaning::Faint));
    }
}
