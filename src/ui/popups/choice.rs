//! A list to choose from: by arrows, or by typing a few letters without marks.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::window;
use crate::desk::Command;
use crate::domain::fold::fold;
use crate::domain::{AssistId, LeaveReason, Outcome, StageKind, VisitId};
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::{first_row, moved};
use crate::ui::theme::Meaning;

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Why a visit leaves.
    Leave(VisitId),
    /// How an assist ended.
    Outcome(AssistId),
    /// What else a visit is helped with.
    AddAssist(VisitId),
    /// How many persons a visit stands for.
    Persons(VisitId),
    /// Who sits at this station.
    Sit,
}

/// The popup.
#[derive(Clone, Debug)]
pub struct Choice {
    kind: ChoiceKind,
    typed: Field,
    at: usize,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.typed.value() == other.typed.value() && self.at == other.at
    }
}

struct Row {
    words: String,
    request: Request,
}

impl Choice {
    /// A list of that kind, nothing typed yet.
    pub fn new(kind: ChoiceKind) -> Self {
        Self { kind, typed: Field::new(60), at: 0 }
    }

    fn rows(&self, ctx: &Context<'_>) -> Vec<Row> {
        let lang = ctx.lang;
        let run = |words: String, command| Row { words, request: Request::Run(command) };
        let all: Vec<Row> = match self.kind {
            ChoiceKind::AddAssist(visit) => {
                let found = ctx.finder.find(self.typed.value(), &ctx.model.used);
                let row = |procedure| {
                    let words = match ctx.catalogue.get(&procedure) {
                        Some(entry) => format!("{}  {}", lang.pick(&entry.name), procedure),
                        None => procedure.to_string(),
                    };
                    run(words, Command::AddAssist { visit, procedure })
                };
                // The finder has already kept what fits.
                return found.into_iter().map(row).collect();
            }
            ChoiceKind::Leave(visit) => {
                let is_called =
                    ctx.model.card(visit).is_some_and(|card| card.visit.stage.kind() == StageKind::Called);
                let mut reasons = LeaveReason::ALL.to_vec();
                if !is_called {
                    // Somebody who was not called cannot have failed to appear.
                    reasons.retain(|why| *why != LeaveReason::NoShow);
                }
                let row = |why| run(lang.leave_reason(why).to_owned(), Command::Leave { visit, why });
                reasons.into_iter().map(row).collect()
            }
            ChoiceKind::Outcome(assist) => Outcome::choices()
                .into_iter()
                .map(|outcome| run(lang.outcome(outcome), Command::SetOutcome(assist, outcome)))
                .collect(),
            ChoiceKind::Persons(visit) => (1..=crate::domain::visit::MOST_PERSONS)
                .map(|persons| run(persons.to_string(), Command::SetPersons { visit, persons }))
                .collect(),
            ChoiceKind::Sit => {
                let on_duty = ctx.model.shift.iter().flat_map(|shift| &shift.on_duty);
                on_duty
                    .map(|volunteer| {
                        let name = ctx.model.volunteer(*volunteer).to_owned();
                        run(name, Command::Sit { volunteer: *volunteer })
                    })
                    .collect()
            }
        };
        let query = fold(self.typed.value());
        all.into_iter().filter(|row| query.is_empty() || has_words(&fold(&row.words), &query)).collect()
    }

    fn title(&self, ctx: &Context<'_>) -> String {
        let lang = ctx.lang;
        let ticket = |visit| ctx.model.card(visit).map(|card| ctx.ticket(card)).unwrap_or_default();
        match self.kind {
            ChoiceKind::Leave(visit) => lang.leave_title(&ticket(visit)),
            ChoiceKind::Outcome(_) => lang.outcome_title().to_owned(),
            ChoiceKind::AddAssist(_) => lang.add_title().to_owned(),
            ChoiceKind::Persons(visit) => lang.persons_title(&ticket(visit)),
            ChoiceKind::Sit => lang.sit_title().to_owned(),
        }
    }

    pub(super) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let mut rows = self.rows(ctx);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -8,
            Action::PageDown => 8,
            Action::Accept if self.at < rows.len() => {
                return vec![Request::Close, rows.swap_remove(self.at).request];
            }
            Action::Accept => return Vec::new(),
            Action::Back => return vec![Request::Close],
            _ => 0,
        };
        self.at = moved(self.at, by, rows.len());
        Vec::new()
    }

    pub(super) fn press(&mut self, key: Key) -> bool {
        let before = self.typed.value().to_owned();
        let taken = self.typed.press(key);
        if self.typed.value() != before {
            self.at = 0;
        }
        taken
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.typed.insert(text);
        self.at = 0;
    }

    pub(super) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx);
        let words: Vec<&str> = rows.iter().map(|row| row.words.as_str()).collect();
        let inner = window(frame, area, ctx, &self.title(ctx), 66, 18);
        list(frame, inner, ctx, &self.typed, &words, self.at);
    }
}

/// A field to type into and the rows that fit, one of them under the cursor.
pub(super) fn list(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    typed: &Field,
    rows: &[&str],
    at: usize,
) {
    let [top, body] =
        Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(area.inner(Margin::new(1, 0)));
    input(frame, Rect { height: 1, ..top }, ctx, ctx.lang.filter(), typed, true);
    let buffer = frame.buffer_mut();
    if rows.is_empty() {
        draw::line(buffer, body, 0, ctx.lang.nothing_fits(), ctx.style(Meaning::Warning));
    }
    let first = first_row(at, rows.len(), usize::from(body.height));
    for (line, (number, words)) in (0..body.height).zip(rows.iter().enumerate().skip(first)) {
        let (mark, meaning) = if number == at { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
        draw::line(buffer, body, line, &format!("{mark} {words}"), ctx.style(meaning));
    }
}

/// A label and a field on one line; the terminal's cursor stands in the field that has the keys.
pub(in crate::ui) fn input(
    frame: &mut Frame<'_>,
    area: Rect,
    ctx: &Context<'_>,
    label: &str,
    field: &Field,
    has_keys: bool,
) {
    let label = format!("{label}: ");
    let used = u16::try_from(draw::width(&label)).unwrap_or(area.width).min(area.width);
    let room = area.width - used;
    let (shown, cursor) = field.window(usize::from(room));
    let style = ctx.style(if has_keys { Meaning::Strong } else { Meaning::Plain });
    draw::pieces(frame.buffer_mut(), area, 0, &[(&label, ctx.style(Meaning::Heading)), (&shown, style)]);
    if has_keys && room > 0 && area.height > 0 {
        frame.set_cursor_position((area.x + used + cursor.min(room - 1), area.y));
    }
}

/// Whether every word of the query begins a word of the text.
pub(super) fn has_words(text: &str, query: &str) -> bool {
    query.split(' ').all(|word| text.split(' ').any(|part| part.starts_with(word)))
}
