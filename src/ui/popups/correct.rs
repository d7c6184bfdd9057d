//! A visit that was found, to set right what was recorded of it: the same rows and keys as while it is served.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Card;
use crate::domain::StageKind;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{ChoiceKind, Opening, Request};
use crate::ui::screens::desk::{Rows, render_visit};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// The popup. What it changes is the visit that the desk holds out for that.
#[derive(Clone, Debug)]
pub struct Correct {
    rows: Rows,
}

impl Correct {
    /// Of the visit that the desk holds out.
    pub(in crate::ui) fn new() -> Self {
        Self { rows: Rows::of_ended() }
    }
}

/// The visit, as long as it is there.
fn card<'a>(ctx: &Context<'a>) -> Option<&'a Card> {
    ctx.model.corrected.as_ref()
}

/// «xong 08:20, quầy 1» of a visit that has ended; of another one, where it stands.
fn stands(card: &Card, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    let stage = lang.stands(&card.visit.stage);
    let time = lang.clock(card.visit.stage.since());
    let stands = lang.correct_stands(stage, &time);
    match card.visit.stage.station() {
        Some(station) => format!("{stands} · {}", lang.at_station_short(&station.to_string())),
        None => stands,
    }
}

impl View for Correct {
    fn place(&self) -> Place {
        Place::Correct
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let Some(card) = card(ctx) else { return Answer::Close };
        let visit = card.visit.id;
        let choose = |kind| Answer::Run(Request::Open(Opening::Choice(kind)));
        match action {
            Action::Back => Answer::Close,
            Action::Undo => Answer::Run(Request::Undo),
            Action::AddProcedure => choose(ChoiceKind::AddAssist(visit)),
            Action::Persons => choose(ChoiceKind::Persons(visit)),
            Action::Leave if card.visit.stage.kind().is_open() => choose(ChoiceKind::Leave(visit)),
            Action::Leave => choose(ChoiceKind::Ending(visit)),
            Action::WhoAsks => Answer::Run(Request::Open(Opening::WhoAsks(visit))),
            Action::Note => Answer::Run(Request::Open(Opening::Note(visit))),
            Action::Life => Answer::Run(Request::Life(card.visit.day, card.visit.ticket)),
            _ => self.rows.act(action, card, ctx),
        }
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.rows.press(key)
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        card(ctx).map(|card| self.rows.row_deed(action, card, ctx)).unwrap_or_default()
    }

    fn unfinished(&mut self, ctx: &Context<'_>) -> Option<Request> {
        self.rows.unfinished(ctx)
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        self.rows.settle(card(ctx), ctx);
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let has_ended = card(ctx).is_some_and(|card| !card.visit.stage.kind().is_open());
        match action {
            // Nobody is called any more, and the name is gone.
            Action::Note => !has_ended,
            Action::RemoveProcedure => self.rows.shown().0.is_some_and(|line| line.assist().is_some()),
            Action::Filing => card(ctx).is_some_and(|card| self.rows.filing(card, ctx).is_some()),
            other => ctx.is_possible(other),
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        match action {
            Action::Proceed => Some(ctx.lang.key_change().to_owned()),
            Action::Leave if card(ctx).is_some_and(|card| !card.visit.stage.kind().is_open()) => {
                Some(ctx.lang.key_ending().to_owned())
            }
            _ => None,
        }
    }

    fn named(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let is_about = matches!(action, Action::Leave | Action::WhoAsks | Action::Persons | Action::Life);
        card(ctx).filter(|_| is_about).map(|card| ctx.ticket(card))
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        Some(ctx.lang.correct_title(&ctx.ticket(card(ctx)?)))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let Some(card) = card(ctx) else { return };
        let title = self.title(ctx).unwrap_or_default();
        let inner = window(frame, area, ctx, &title, area.width.min(100), area.height);
        let inner = inner.inner(Margin::new(1, 0));
        let meaning = match card.visit.stage.kind() {
            StageKind::Done | StageKind::Left => Meaning::Strong,
            _ => Meaning::Called,
        };
        draw::line(frame.buffer_mut(), inner, 0, &stands(card, ctx), ctx.style(meaning));
        let body = draw::below(inner, 1);
        render_visit(frame.buffer_mut(), body, ctx, card, self.rows.shown(), true);
    }
}
