//! What does not work: one list, one key.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::{Outage, System};
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::keymap::{Action, Place};
use crate::ui::list::moved;
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The popup. It stays open while one system after the other is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outages {
    at: usize,
}

/// The keys of the systems, in their order.
const TURNS: [Action; 7] = [
    Action::TurnVneid,
    Action::TurnPortal,
    Action::TurnPayment,
    Action::TurnNetwork,
    Action::TurnPower,
    Action::TurnInsurance,
    Action::TurnOther,
];

impl Outages {
    /// The list, the cursor on what failed last, and else on the first system: the one that fails most.
    pub fn new(down: &[Outage]) -> Self {
        let last = down.iter().max_by_key(|outage| outage.from).map(|outage| outage.system);
        Self { at: System::ALL.iter().position(|system| Some(*system) == last).unwrap_or(0) }
    }

    fn turn(&self) -> Answer {
        Answer::of(System::ALL.get(self.at).map(|system| Request::Run(Command::TurnSystem(*system))))
    }
}

impl View for Outages {
    fn place(&self) -> Place {
        Place::Outages
    }

    fn act(&mut self, action: Action, _ctx: &Context<'_>) -> Answer {
        let count = System::ALL.len();
        match action {
            Action::Up => self.at = moved(self.at, -1, count),
            Action::Down => self.at = moved(self.at, 1, count),
            Action::TurnSystem => return self.turn(),
            other if TURNS.contains(&other) => {
                self.at = TURNS.iter().position(|one| *one == other).unwrap_or(self.at);
                return self.turn();
            }
            Action::Undo => return Answer::Run(Request::Undo),
            Action::Back => return Answer::Close,
            _ => {}
        }
        Answer::Stay
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let rows = u16::try_from(System::ALL.len()).unwrap_or(u16::MAX);
        let inner = window(frame, area, ctx, lang.outages_title(), 64, rows.saturating_add(4))
            .inner(Margin::new(1, 0));
        let buffer = frame.buffer_mut();
        for (line, (number, system)) in (0..inner.height).zip(System::ALL.iter().enumerate()) {
            let outage = ctx.model.outages.iter().find(|one| one.system == *system);
            let tick = if outage.is_some() { "[x]" } else { "[ ]" };
            let (mark, meaning) = match (number == self.at, outage) {
                (true, _) => (">", Meaning::Selected),
                (false, Some(_)) => (" ", Meaning::Bad),
                (false, None) => (" ", Meaning::Plain),
            };
            let since = outage.map_or_else(String::new, |one| {
                let from = lang.outage_from(one, ctx.model.day);
                if one.from.day() == ctx.model.day {
                    let lasts = lang.duration(ctx.now.seconds_since(one.from));
                    lang.outage_since(&from, &lasts)
                } else {
                    lang.since_day(&from)
                }
            });
            let words =
                format!("{mark} {} {tick} {} {since}", number + 1, draw::pad(lang.system(*system), 24));
            draw::line(buffer, inner, line, &words, ctx.style(meaning));
        }
        let last = inner.height.saturating_sub(1);
        draw::line(buffer, inner, last, lang.outages_hint(), ctx.style(Meaning::Faint));
    }
}
