//! Several numbers alike within half a minute: one party, or different people?

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::window;
use crate::desk::{Burst, Command, NewVisit};
use crate::domain::queue::burst::SECONDS;
use crate::ui::context::{Context, Request};
use crate::ui::draw::{self, Column};
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::theme::Meaning;

/// How wide the popup is, its frame included.
const WIDTH: u16 = 68;

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
        let tickets: Vec<String> = self.burst.tickets.iter().map(ToString::to_string).collect();
        let numbers = tickets.len() + 1;
        let need = ctx.short(&self.burst.need);
        let question = lang.one_party_question(numbers, &need, SECONDS);
        let (first, others) = tickets.split_first().map_or(("", &[][..]), |(one, more)| (one.as_str(), more));
        let rows = [
            lang.one_party_join(first, self.burst.persons, &others.join(", ")),
            lang.one_party_apart(numbers),
        ];
        let lines = |words: &str, room: u16| draw::wrap(words, usize::from(room)).len();
        let room = WIDTH - 4;
        let height = lines(&question, room) + rows.iter().map(|row| lines(row, room - 2)).sum::<usize>();
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(5);
        let inner = window(frame, area, ctx, lang.one_party_title(), WIDTH, height).inner(Margin::new(1, 0));
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
