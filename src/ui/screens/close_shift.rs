//! Closing a shift: what becomes of each open visit, and what the next shift has to know. One that nobody closed in time is asked
//! about on the same form: it proposes when it ended, and Enter takes all of it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::{Closing, End, Model, Overlong};
use crate::domain::{ItemId, LeaveReason, Shift, StageKind, Stamp, VisitId, input};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::handed;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Question, Request, ScreenId};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// How many columns a visit leaves for what becomes of it.
const FATES: u16 = 28;

/// How many lines of the note are shown, if the visits leave no room for more.
const NOTE_LINES: u16 = 6;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// When a shift that was forgotten ended; empty as it is proposed.
    End,
    /// What becomes of an open visit: the code of a reason that ends it, or nothing where it is carried over.
    Fate(VisitId),
    /// When a visit was done whose service is far longer than usual: as it was entered, or estimated.
    Long(VisitId),
    /// Found things are with the official.
    Given(ItemId),
    /// What the next shift has to know, an item a line.
    Note,
}

#[derive(Clone, Debug)]
pub struct CloseShiftForm {
    form: Form<Row, NoEnd>,
    /// How many visits are open.
    open: usize,
    /// The shift that nobody closed in time, with its last deed.
    forgotten: Option<(Shift, Stamp)>,
}

/// The end that was typed is no time of that day, or before the last deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NoEnd;

impl CloseShiftForm {
    /// Every open visit carried over, no item added.
    pub(in crate::ui) fn new(ctx: &Context<'_>) -> Self {
        let mut closing = Self { form: Form::new([]), open: 0, forgotten: None };
        closing.follow(ctx);
        closing
    }

    /// The same for a shift that nobody closed in time.
    pub(in crate::ui) fn forgotten(ctx: &Context<'_>) -> Self {
        let forgotten = ctx.model.forgotten(ctx.now).map(|(shift, last)| (shift.clone(), last));
        let mut closing = Self { form: Form::new([]), open: 0, forgotten };
        closing.follow(ctx);
        closing
    }

    /// Whether it asks about a shift that another station has closed by now, or works in.
    pub(in crate::ui) fn is_over(&self, model: &Model, now: Stamp) -> bool {
        let forgotten = model.forgotten(now).map(|(shift, _)| shift.id);
        self.forgotten.as_ref().is_some_and(|(shift, _)| forgotten != Some(shift.id))
    }

    /// Whether a note was begun.
    pub(in crate::ui) fn has_words(&self) -> bool {
        self.form.has_words()
    }

    /// Another station may finish a visit or give a number meanwhile.
    fn follow(&mut self, ctx: &Context<'_>) {
        let model = ctx.model;
        self.open = model.open().count();
        let fates = model.open().map(|card| Row::Fate(card.visit.id));
        let found = handed::found(ctx).map(|(id, _)| Row::Given(id));
        let long = ctx.overlong.iter().filter(|one| one.until.is_some()).map(|one| Row::Long(one.visit));
        let (first, last) =
            if self.forgotten.is_some() { (Some(Row::End), None) } else { (None, Some(Row::Note)) };
        self.form.follow(
            first.into_iter().chain(fates).chain(long).chain(found).chain(last),
            |row| match row {
                Row::End => Cell::line(input::TIME_LENGTH, ""),
                Row::Fate(_) | Row::Long(_) => Cell::Choice(String::new()),
                Row::Given(_) => Cell::Tick(false),
                Row::Note => Cell::note(input::NOTE_LENGTH, ""),
            },
        );
    }

    /// Each open visit that does not stay open.
    fn ended(&self) -> Vec<(VisitId, LeaveReason)> {
        let ended = self.form.values().filter_map(|(row, code)| match row {
            Row::Fate(id) => Some((id, LeaveReason::from_code(&code)?)),
            Row::End | Row::Long(_) | Row::Given(_) | Row::Note => None,
        });
        ended.collect()
    }

    /// Each visit of which it is estimated when it was done: what the row proposes.
    fn estimated(&self, ctx: &Context<'_>) -> Vec<(VisitId, Stamp)> {
        let proposed = |id| Some((id, overlong(id, ctx)?.proposed));
        let estimated = self.form.values().filter_map(|(row, code)| match row {
            Row::Fate(id) | Row::Long(id) if code == ESTIMATED => proposed(id),
            _ => None,
        });
        estimated.collect()
    }

    /// Each visit that was finished, though nobody said so.
    fn served(&self) -> Vec<VisitId> {
        let served = self.form.values().filter_map(|(row, code)| match row {
            Row::Fate(id) if code == StageKind::Done.code() => Some(id),
            _ => None,
        });
        served.collect()
    }

    fn closing(&self, note: String, end: End, ctx: &Context<'_>) -> Closing {
        let given = self.form.values().filter_map(|(row, ticked)| match row {
            Row::Given(id) if !ticked.is_empty() => Some(id),
            _ => None,
        });
        Closing {
            note,
            ended: self.ended(),
            served: self.served(),
            estimated: self.estimated(ctx),
            given: given.collect(),
            end,
        }
    }

    /// What is done with a shift that was forgotten, once its end can be read.
    fn accept(&mut self, ctx: &Context<'_>) -> Answer {
        let now = ctx.now;
        let Some((shift, last)) = &self.forgotten else { return Answer::Stay };
        let typed = self.form.value(Row::End);
        let remembered = (!typed.trim().is_empty()).then(|| shift.day.at_typed(&typed));
        // To the minute: whoever remembers the last deed's minute means it.
        let whole = |end: Stamp| if end.clock() == last.clock() { end.max(*last) } else { end };
        let remembered = remembered.map(|end| end.map(whole).filter(|end| (*last..=now).contains(end)));
        if remembered == Some(None) {
            self.form.point_out(Row::End, NoEnd);
            return Answer::Stay;
        }
        let remembered = remembered.flatten();
        let end = End::Forgotten { shift: shift.id, remembered };
        Answer::Run(Request::CloseAndPrint(self.closing(String::new(), end, ctx)))
    }

    /// The same for every visit as for this one, where it can be true of it.
    fn apply_to_all(&mut self, ctx: &Context<'_>) {
        let model = ctx.model;
        let Some(row @ Row::Fate(_)) = self.form.row() else { return };
        let chosen = self.form.value(row);
        let can_be = |row: &Row| match (row, LeaveReason::from_code(&chosen)) {
            (Row::Fate(id), Some(why)) => reasons(*id, model).any(|one| one == why),
            (Row::Fate(id), None) if chosen == ESTIMATED => overlong(*id, ctx).is_some(),
            (Row::Fate(id), None) => chosen.is_empty() || is_served(*id, model),
            (Row::End | Row::Long(_) | Row::Given(_) | Row::Note, _) => false,
        };
        let all: Vec<Row> = self.form.values().map(|(row, _)| row).filter(can_be).collect();
        for row in all {
            self.form.set(row, &chosen);
        }
    }
}

/// What stands in a row whose proposed time is taken.
const ESTIMATED: &str = "estimated";

fn overlong<'a>(visit: VisitId, ctx: &Context<'a>) -> Option<&'a Overlong> {
    ctx.overlong.iter().find(|one| one.visit == visit)
}

/// Why a visit may end with the shift: who was not called cannot have failed to appear.
fn reasons(visit: VisitId, model: &Model) -> impl Iterator<Item = LeaveReason> {
    let is_called = model.card(visit).is_some_and(|card| card.visit.stage.kind() == StageKind::Called);
    LeaveReason::ALL.iter().copied().filter(move |why| is_called || *why != LeaveReason::NoShow)
}

/// Whether a visit may have been finished without a word: only one that is being served.
fn is_served(visit: VisitId, model: &Model) -> bool {
    model.card(visit).is_some_and(|card| card.visit.stage.kind() == StageKind::Serving)
}

fn face(asked: &Asked<'_, Row, NoEnd>, lines: u16, last: Option<Stamp>, ctx: &Context<'_>) -> Face {
    let lang = ctx.lang;
    let last = last.map(|last| lang.clock(last)).unwrap_or_default();
    let id = match asked.row {
        Row::Fate(id) => id,
        Row::Note => return Face { lines, ..Face::new(lang.close_items_label()) },
        Row::Long(id) => {
            let Some(service) = overlong(id, ctx) else { return Face::default() };
            let until = service.until.unwrap_or(ctx.now);
            let about = ctx.model.card(id).map(|card| ctx.ticket(card)).unwrap_or_default();
            let length = lang.duration(until.seconds_since(service.from));
            let room = usize::from(ctx.size.width.saturating_sub(FATES + 6));
            let label = lang.close_long(&about, &lang.clock(service.from), &lang.clock(until), &length);
            let kept = Value::new("", lang.close_long_kept());
            let guess = Value::new(ESTIMATED, lang.close_estimated(&lang.clock(service.proposed)));
            return Face::choice(draw::fit(&label, room), vec![kept, guess]);
        }
        Row::Given(id) => {
            let words = handed::found(ctx).find(|(one, _)| *one == id).map_or("", |(_, words)| words);
            return Face::new(lang.close_found(words));
        }
        Row::End => {
            return Face {
                unset: Some(lang.end_proposed(&last)),
                hint: Some((lang.end_hint().to_owned(), Meaning::Faint)),
                flaw: asked.flaw.map(|NoEnd| lang.flaw_end(&last)),
                gap: true,
                ..Face::new(lang.forgotten_end())
            };
        }
    };
    let label = ctx.model.card(id).map_or_else(String::new, |card| {
        format!("{}  {}  {}", ctx.ticket(card), lang.stage(card.visit.stage.kind()), ctx.needs(card))
    });
    let label = draw::fit(&label, usize::from(ctx.size.width.saturating_sub(FATES + 6)));
    let reasons = reasons(id, ctx.model).map(|why| Value::new(why.code(), lang.leave_reason(why)));
    let served = is_served(id, ctx.model).then(|| match overlong(id, ctx) {
        Some(service) => Value::new(ESTIMATED, lang.close_estimated(&lang.clock(service.proposed))),
        None => Value::new(StageKind::Done.code(), lang.stage(StageKind::Done)),
    });
    let carried = Value::new("", lang.close_carry());
    Face::choice(label, std::iter::once(carried).chain(served).chain(reasons).collect())
}

impl View for CloseShiftForm {
    fn place(&self) -> Place {
        if self.forgotten.is_some() { Place::Forgotten } else { Place::CloseShift }
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let last = self.last();
        if self.forgotten.is_some() {
            self.form.find_flaw(Row::End, None);
        }
        match action {
            Action::Accept => return self.accept(ctx),
            Action::Back if self.forgotten.is_some() => {
                return if self.may_go_on(ctx.model) {
                    Answer::Run(Request::ShiftGoesOn)
                } else {
                    Answer::Stay
                };
            }
            // However many visits there are, the note is one key away.
            Action::NextField if self.forgotten.is_none() && !self.form.has_keys(Row::Note) => {
                self.form.go_to(Row::Note);
            }
            Action::ApplyToAll => self.apply_to_all(ctx),
            Action::Handover => return Answer::Run(Request::Go(ScreenId::Handover)),
            _ => match self.form.act(action, &|asked| face(&asked, 0, last, ctx)) {
                Acted::Save if self.forgotten.is_some() => return self.accept(ctx),
                Acted::Save => {
                    let closing = self.closing(self.form.value(Row::Note), End::Now, ctx);
                    return Answer::Then(Request::Confirm(Question::CloseShift(closing)));
                }
                Acted::Back => return self.form.leave(),
                Acted::Not | Acted::Stay | Acted::Left(_) => {}
            },
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let last = self.last();
        self.form.press(key, &|asked| face(&asked, 0, last, ctx))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        let last = self.last();
        self.form.paste(text, &|asked| face(&asked, 0, last, ctx));
    }

    fn settle(&mut self, ctx: &Context<'_>) {
        self.follow(ctx);
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        self.form.row_deed(action, &|asked| face(&asked, 0, self.last(), ctx))
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        match action {
            Action::ApplyToAll => matches!(self.form.row(), Some(Row::Fate(_))),
            Action::Back if self.forgotten.is_some() => self.may_go_on(ctx.model),
            Action::CloseShift if self.forgotten.is_some() => false,
            _ => {
                self.form.is_possible(action, &|asked| face(&asked, 0, self.last(), ctx))
                    && ctx.is_possible(action)
            }
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let words = match action {
            Action::Accept => ctx.lang.forgotten_accept(),
            Action::Back if self.forgotten.is_some() => ctx.lang.forgotten_later(),
            _ => return None,
        };
        Some(words.to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        if let Some((shift, last)) = &self.forgotten {
            return self.render_forgotten(frame, area, ctx, (shift, *last));
        }
        let hint = lang.close_hint(lang.at_close(ctx.prints.settings.at_close));
        let head = [
            (" ", ctx.style(Meaning::Plain)),
            (lang.close_title(), ctx.style(Meaning::Heading)),
            ("    ", ctx.style(Meaning::Plain)),
            (&hint, ctx.style(Meaning::Strong)),
        ];
        draw::pieces(frame.buffer_mut(), area, 0, &head);
        let words = match self.open {
            0 => lang.close_none_open().to_owned(),
            open => lang.close_open_visits(open),
        };
        let giver = ctx.model.me.map(|me| lang.close_giver(ctx.model.volunteer(me))).unwrap_or_default();
        let items = ctx.items.rows.len();
        let items = if items == 0 { String::new() } else { format!(" · {}", lang.close_items(items)) };
        draw::line(frame.buffer_mut(), area, 1, &format!(" {words}{items}"), ctx.style(Meaning::Plain));
        draw::line(frame.buffer_mut(), area, 2, &format!(" {giver}"), ctx.style(Meaning::Plain));
        let body = draw::below(area, 3);
        let others =
            ctx.overlong.iter().filter(|one| one.until.is_some()).count() + handed::found(ctx).count();
        let visits = u16::try_from(self.open + others).unwrap_or(u16::MAX);
        let lines = body.height.saturating_sub(visits.saturating_add(2)).max(NOTE_LINES);
        let labels = usize::from(area.width.saturating_sub(FATES));
        self.form.render(frame, body, ctx, labels, &|asked| face(&asked, lines, None, ctx));
    }
}

impl CloseShiftForm {
    /// Whether the shift may be gone on with: on another day it is over.
    fn may_go_on(&self, model: &Model) -> bool {
        self.forgotten.as_ref().is_some_and(|(shift, _)| shift.day == model.day)
    }

    /// The last deed of a shift that was forgotten.
    fn last(&self) -> Option<Stamp> {
        self.forgotten.as_ref().map(|(_, last)| *last)
    }

    fn render_forgotten(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        ctx: &Context<'_>,
        (shift, last): (&Shift, Stamp),
    ) {
        let lang = ctx.lang;
        let title = lang.forgotten_title(lang.shift_part(shift.part), &lang.weekday_date(shift.day));
        let mut column = draw::Column::new(frame.buffer_mut(), area);
        column.paragraph(" ", &title, ctx.style(Meaning::Heading));
        column.paragraph(" ", lang.forgotten_enter(), ctx.style(Meaning::Strong));
        let times = lang.forgotten_times(&lang.clock(shift.opened), &lang.clock(last));
        column.paragraph(" ", &times, ctx.style(Meaning::Plain));
        let words = match self.open {
            0 => lang.close_none_open().to_owned(),
            open => lang.forgotten_open(open),
        };
        column.paragraph(" ", &words, ctx.style(Meaning::Plain));
        if !ctx.model.outages.is_empty() {
            let systems: Vec<&str> =
                ctx.model.outages.iter().map(|outage| lang.system(outage.system)).collect();
            let words = lang.forgotten_outages(&systems.join(", "));
            column.paragraph(" ", &words, ctx.style(Meaning::Plain));
        }
        column.gap();
        let used = area.height.saturating_sub(column.room());
        let labels = if self.open == 0 { 0 } else { usize::from(area.width.saturating_sub(FATES)) };
        let body = draw::below(area, used);
        self.form.render(frame, body, ctx, labels, &|asked| face(&asked, 0, Some(last), ctx));
    }
}
