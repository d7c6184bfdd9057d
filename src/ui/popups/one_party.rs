//! Several numbers alike within half a minute: one party, or different people?

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::desk::{Burst, Command, NewVisit};
use crate::domain::queue::burst::SECONDS;
use crate::ui::context::{Context, Request};
use crate::ui::draw::Column;
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::theme::Meaning;

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

    pub(super) fn act(&mut self, action: Action) -> Vec<Request> {
        let one = |new: &NewVisit| vec![Request::Close, Request::Run(Command::OneParty(new.clone()))];
        let each = |new: &NewVisit| vec![Request::Close, Request::GiveApart(new.clone())];
        match (action, self.at) {
            (Action::Accept, 0) | (Action::JoinNumbers, _) => one(&self.new),
            (Action::Accept | Action::GiveApart, _) => each(&self.new),
            (Action::Back, _) => vec![Request::Close],
            (Action::Help, _) => vec![Request::Act(Action::Help)],
            (Action::Up, at) => {
                self.at = moved(at, -1, 2);
                Vec::new()
            }
            (Action::Down, at) => {
                self.at = moved(at, 1, 2);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.one_party_title(), 68, 10).inner(Margin::new(1, 0));
        let mut column = Column::new(frame.buffer_mut(), inner);
        let tickets: Vec<String> = self.burst.tickets.iter().map(ToString::to_string).collect();
        let numbers = tickets.len() + 1;
        let need = ctx.short(&self.burst.need);
        column.paragraph("", &lang.one_party_question(numbers, &need, SECONDS), ctx.style(Meaning::Strong));
        column.gap();
        let (first, others) = tickets.split_first().map_or(("", &[][..]), |(one, more)| (one.as_str(), more));
        let rows = [
            lang.one_party_join(first, self.burst.persons, &others.join(", ")),
            lang.one_party_apart(numbers),
        ];
        for (at, words) in rows.iter().enumerate() {
            let (mark, meaning) =
                if at == self.at { ("> ", Meaning::Selected) } else { ("  ", Meaning::Plain) };
            column.paragraph(mark, words, ctx.style(meaning));
        }
        column.gap();
        column.paragraph("", lang.one_party_back(), ctx.style(Meaning::Faint));
    }
}
