//! The right side while a party is called or served: the call and what may happen next; then each thing helped with, what is asked
//! for, its steps and how it went.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::preview;
use crate::desk::{Card, Command};
use crate::domain::assist::{MOST_PLACES, MOST_QUANTITY, OutcomeKind};
use crate::domain::earlier::Share;
use crate::domain::procedure::Fact;
use crate::domain::queue::rules;
use crate::domain::{
    Assist, AssistId, Channel, CheckList, CheckState, How, Outcome, Payment, Person, Procedure, Stage,
    StageKind, VisitId, earlier,
};
use crate::ui::context::Context;
use crate::ui::draw::Column;
use crate::ui::keymap::Action;
use crate::ui::list::first_row;
use crate::ui::request::{ChoiceKind, Opening, Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed};
use crate::ui::{draw, reading};

/// From this width on the guide stands beside the list: in a window of 100 columns.
const WIDTH_FOR_GUIDE: u16 = 62;

/// The fewest columns of the guide.
const GUIDE_WIDTH: u16 = 28;

/// What a key does on a line.
pub(super) fn change(line: ServingLine, action: Action, card: &Card, ctx: &Context<'_>) -> Answer {
    if let ServingLine::Earlier(visit) = line {
        let is_yes = matches!(action, Action::Proceed | Action::Tick);
        let take_up = Request::Run(Command::TakeUpTicks { visit });
        return Answer::of(is_yes.then_some(take_up));
    }
    if let ServingLine::Persons(_) = line {
        return Answer::Stay;
    }
    let found = card.assists.iter().find(|one| Some(one.id) == line.assist());
    let Some(assist) = found else { return Answer::Stay };
    let id = assist.id;
    if action == Action::RemoveProcedure {
        return Answer::Run(Request::Confirm(Question::RemoveAssist(id)));
    }
    if let ServingLine::Check(_, part, place) = line {
        return check(assist, part, place, action);
    }
    if !matches!(action, Action::Tick | Action::Proceed) {
        return Answer::Stay;
    }
    let command = match line {
        ServingLine::Earlier(_) | ServingLine::Persons(_) | ServingLine::Check(..) => return Answer::Stay,
        // Its number is typed, or goes up by one; Enter is done with it.
        ServingLine::Head(_) if action == Action::Proceed => return Answer::Stay,
        ServingLine::Head(_) => Command::SetQuantity {
            assist: id,
            quantity: assist.quantity.saturating_add(1).min(MOST_QUANTITY),
        },
        ServingLine::Step(_, step) => {
            let is_ticked = assist.ticked.contains(&step);
            // Enter goes on; Space turns it over.
            if action == Action::Proceed && is_ticked {
                return Answer::Stay;
            }
            Command::ToggleStep { assist: id, step }
        }
        ServingLine::How(_) => Command::SetHow(id, How::after(assist.how)),
        ServingLine::Channel(_) => filed(assist, ctx),
        ServingLine::Payment(_) => Command::SetPayment(id, Payment::after(assist.payment)),
        ServingLine::Outcome(_) => {
            return Answer::Run(Request::Open(Opening::Choice(ChoiceKind::Outcome(id))));
        }
    };
    Answer::Run(Request::Run(command))
}

/// The key that says how the thing under the cursor was filed: round and round, from the most usual way on. With one thing the
/// cursor may stand anywhere.
pub(super) fn filing(line: Option<ServingLine>, card: &Card, ctx: &Context<'_>) -> Option<Command> {
    let assist = match (line.and_then(ServingLine::assist), card.assists.as_slice()) {
        (Some(id), all) => all.iter().find(|one| one.id == id)?,
        (None, [only]) => only,
        (None, _) => return None,
    };
    // A skill has no dossier.
    (!ctx.catalogue.is_skill(&assist.procedure)).then(|| filed(assist, ctx))
}

/// Says the next way in which a thing may have been filed.
fn filed(assist: &Assist, ctx: &Context<'_>) -> Command {
    let usual =
        || ctx.catalogue.get(&assist.procedure).map_or(Channel::OnlineWhole, |entry| entry.online.usual());
    Command::SetChannel(assist.id, assist.channel.map_or_else(usual, |now| Channel::after(Some(now))))
}

/// What a key would do on a line, as far as a second press may do something else.
pub(super) fn row_deed(line: ServingLine, action: Action, card: &Card, ctx: &Context<'_>) -> RowDeed {
    let assist = card.assists.iter().find(|one| Some(one.id) == line.assist());
    match (line, action, assist) {
        (ServingLine::Step(_, step), Action::Tick, Some(assist)) => {
            RowDeed::turning(assist.ticked.contains(&step))
        }
        (ServingLine::Check(_, part, place), Action::Tick, Some(assist)) => {
            RowDeed::turning(assist.check(part, place) == Some(CheckState::There))
        }
        (ServingLine::Check(_, part, place), Action::Missing, Some(assist)) => {
            RowDeed::turning(assist.check(part, place) == Some(CheckState::Missing))
        }
        (ServingLine::Payment(_), _, Some(assist)) => {
            RowDeed::turning(assist.payment == Some(Payment::Online))
        }
        _ if line.is_ticked_in_a_row() => RowDeed::Sets,
        _ => {
            let place = lines(card, ctx).iter().position(|one| *one == line);
            place.map_or(RowDeed::Nothing, RowDeed::Changes)
        }
    }
}

/// What a key does on a paper or precondition: Enter says that it is there, Space turns that over, and a key of its own says at
/// once that it is missing.
fn check(assist: &Assist, part: CheckList, place: u8, action: Action) -> Answer {
    use CheckState::{Missing, There};
    let now = assist.check(part, place);
    let state = match (action, now) {
        (Action::Proceed, Some(There)) => return Answer::Stay,
        (Action::Tick, Some(There)) | (Action::Missing, Some(Missing)) => None,
        (Action::Proceed | Action::Tick, _) => Some(There),
        (Action::Missing, _) => Some(Missing),
        _ => return Answer::Stay,
    };
    let command = Command::SetCheck { assist: assist.id, part, place, state };
    let is_undecided = matches!(assist.outcome.kind(), OutcomeKind::Open | OutcomeKind::Done);
    if state == Some(Missing) && is_undecided {
        let offered = ChoiceKind::Offered { assist: assist.id, part, place };
        return Answer::Run(Request::RunThenOpen(command, Opening::Choice(offered)));
    }
    Answer::Run(Request::Run(command))
}

/// The command for a number that was typed on a line; `None` where none was.
pub(super) fn numbered(line: ServingLine, typed: &str, ctx: &Context<'_>) -> Option<Command> {
    let number = typed.parse::<u32>().ok()?;
    let number = u16::try_from(number).unwrap_or(u16::MAX);
    match line {
        ServingLine::Head(assist) => Some(Command::SetQuantity { assist, quantity: number }),
        ServingLine::Persons(visit) => {
            let persons = number;
            let card = ctx.model.card(visit)?;
            (card.visit.persons != persons).then_some(Command::SetPersons { visit, persons })
        }
        _ => None,
    }
}

/// Draws the visit, the cursor's line always in sight.
pub(in crate::ui) fn render(
    buffer: &mut Buffer,
    area: Rect,
    ctx: &Context<'_>,
    card: &Card,
    (cursor, typed): (Option<ServingLine>, &str),
    has_keys: bool,
) {
    let facts = 1
        + u16::from(card.visit.priority.is_some())
        + u16::from(!ctx.down_for(card).is_empty())
        + u16::from(ctx.lang.standing(&card.visit).is_some())
        + u16::from(card.name.is_some())
        + preview::note_rows(ctx, card, area.width.saturating_sub(2))
        + u16::from(card.person != Person::default());
    let [head, body] = Layout::vertical([Constraint::Length(facts), Constraint::Min(0)]).areas(area);
    preview::facts(&mut Column::new(buffer, head.inner(Margin::new(1, 0))), ctx, card);
    let wide = body.width >= WIDTH_FOR_GUIDE;
    let guide_width = if wide { GUIDE_WIDTH.max(body.width * 3 / 8) } else { 0 };
    let list = Rect { width: body.width - guide_width, ..body };
    if card.assists.is_empty() {
        let mut column = Column::new(buffer, list.inner(Margin::new(1, 1)));
        // What was asked for becomes what is helped with once the party is here.
        if card.visit.stage.kind().is_open() && card.about().next().is_some() {
            column.paragraph("", &ctx.lang.asked_for(&ctx.needs(card)), ctx.style(Meaning::Heading));
        }
        column.paragraph("", ctx.lang.no_assists(), ctx.style(Meaning::Plain));
        return;
    }
    let size = (usize::from(list.width), usize::from(list.height));
    let drawn = rows(ctx, card, (cursor, typed), size);
    let at = drawn.iter().position(|row| row.is_cursor).unwrap_or(0);
    let mut first = first_row(at, drawn.len(), size.1);
    // Which thing it is stays in sight, however long its list is.
    let head = drawn[..=at.min(drawn.len() - 1)].iter().rposition(|row| row.is_head);
    let pinned = head.filter(|head| *head < first);
    if pinned.is_some() {
        first = first_row(at, drawn.len(), size.1.saturating_sub(1)).max(first);
    }
    let shown = pinned.into_iter().chain(first..drawn.len()).map(|row| &drawn[row]);
    for (row, one) in (0..list.height).zip(shown) {
        let meaning = match (one.is_cursor, has_keys) {
            (true, true) => Meaning::Selected,
            (true, false) => Meaning::SelectedElsewhere,
            (false, _) => one.meaning,
        };
        draw::line(buffer, list, row, &one.text, ctx.style(meaning));
    }
    let shown = cursor.and_then(ServingLine::assist).or_else(|| card.assists.first().map(|assist| assist.id));
    let assist = card.assists.iter().find(|assist| Some(assist.id) == shown);
    let entry = assist.and_then(|assist| ctx.catalogue.get(&assist.procedure));
    if let (true, Some(entry)) = (wide, entry) {
        let right = Rect { x: list.right(), width: guide_width, ..body };
        preview::guide(buffer, right, ctx, entry, assist);
    }
}

/// A line the cursor can stand on, remembered by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum ServingLine {
    /// What the earlier visit had ticked, to be taken up.
    Earlier(VisitId),
    /// How many persons the visit is for.
    Persons(VisitId),
    /// The procedure and how many of it.
    Head(AssistId),
    /// A precondition or a paper.
    Check(AssistId, CheckList, u8),
    Step(AssistId, u8),
    How(AssistId),
    Channel(AssistId),
    Payment(AssistId),
    Outcome(AssistId),
}

impl ServingLine {
    pub(in crate::ui) const fn assist(self) -> Option<AssistId> {
        match self {
            Self::Earlier(_) | Self::Persons(_) => None,
            Self::Head(id)
            | Self::Check(id, ..)
            | Self::Step(id, _)
            | Self::How(id)
            | Self::Channel(id)
            | Self::Payment(id)
            | Self::Outcome(id) => Some(id),
        }
    }

    /// Whether a number can be typed there.
    pub(super) const fn takes_number(self) -> bool {
        matches!(self, Self::Head(_) | Self::Persons(_))
    }

    /// The section it belongs to: a key goes from one to the next.
    pub(super) const fn section(self) -> (Option<AssistId>, u8) {
        let place = match self {
            Self::Earlier(_) | Self::Persons(_) | Self::Head(_) => 0,
            Self::Check(_, CheckList::Before, _) => 1,
            Self::Check(_, CheckList::Paper, _) => 2,
            Self::Step(..) => 3,
            Self::How(_) | Self::Channel(_) | Self::Payment(_) | Self::Outcome(_) => 4,
        };
        (self.assist(), place)
    }

    /// Whether Enter ticks it and goes on to the next.
    pub(super) const fn is_ticked_in_a_row(self) -> bool {
        matches!(self, Self::Step(..) | Self::Check(..) | Self::Head(_) | Self::Persons(_))
    }
}

/// What the earlier visit offers, where it offers anything that is not ticked yet.
fn offer(card: &Card, ctx: &Context<'_>) -> Option<Vec<Share>> {
    let earlier = ctx.model.earlier.iter().find(|earlier| earlier.visit == card.visit.id)?;
    let shares = earlier::shares(&earlier.assists, &card.assists, ctx.catalogue);
    shares.iter().any(|share| share.is_new).then_some(shares)
}

/// The lines of a visit, from top to bottom.
pub(super) fn lines(card: &Card, ctx: &Context<'_>) -> Vec<ServingLine> {
    let earlier = offer(card, ctx).map(|_| ServingLine::Earlier(card.visit.id));
    let persons = ServingLine::Persons(card.visit.id);
    earlier
        .into_iter()
        .chain([persons])
        .chain(card.assists.iter().flat_map(|assist| of_assist(assist, ctx)))
        .collect()
}

/// The lines of an assist: what is asked for, what is done, how it went.
fn of_assist(assist: &Assist, ctx: &Context<'_>) -> Vec<ServingLine> {
    let id = assist.id;
    let entry = ctx.catalogue.get(&assist.procedure);
    let mut lines = vec![ServingLine::Head(id)];
    for part in [CheckList::Before, CheckList::Paper] {
        let count = entry.and_then(|entry| entry.list(part.into())).map_or(0, |list| list.vi.len());
        let count = u8::try_from(count).unwrap_or(MOST_PLACES).min(MOST_PLACES);
        lines.extend((0..count).map(|place| ServingLine::Check(id, part, place)));
    }
    let steps = entry.map_or(0, Procedure::step_count);
    lines.extend((0..steps).map(|step| ServingLine::Step(id, step)));
    lines.push(ServingLine::How(id));
    // A skill has no dossier.
    lines.extend((!ctx.catalogue.is_skill(&assist.procedure)).then_some(ServingLine::Channel(id)));
    lines.extend([ServingLine::Payment(id), ServingLine::Outcome(id)]);
    lines
}

/// Where the cursor starts: on what the earlier visit offers, else on the first step, since ticking is what comes next.
/// Papers and preconditions lie above it, one key away: people who know the procedure need no key for them.
pub(super) fn first_step(lines: &[ServingLine]) -> Option<ServingLine> {
    let is_offer = |line: &&ServingLine| matches!(line, ServingLine::Earlier(_));
    let is_step = |line: &&ServingLine| matches!(line, ServingLine::Step(..));
    lines.iter().find(is_offer).or_else(|| lines.iter().find(is_step)).or_else(|| lines.first()).copied()
}

/// The first line of the section after (`true`) or before that of `at`.
pub(super) fn next_section(lines: &[ServingLine], at: usize, is_after: bool) -> Option<ServingLine> {
    let here = lines.get(at)?.section();
    let first_of = |section| lines.iter().find(|line| line.section() == section).copied();
    if is_after {
        lines[at..].iter().find(|line| line.section() != here).copied()
    } else {
        let before = lines[..at].iter().rev().find(|line| line.section() != here)?;
        first_of(before.section())
    }
}

/// A row as it is drawn.
struct ServingRow {
    text: String,
    meaning: Meaning,
    is_cursor: bool,
    /// Whether it names the thing that the rows below it are about.
    is_head: bool,
}

/// What the list is drawn from.
struct List<'a> {
    ctx: &'a Context<'a>,
    card: &'a Card,
    cursor: Option<ServingLine>,
    typed: &'a str,
    width: usize,
    /// Whether papers and preconditions are shown where the cursor does not stand.
    is_open: bool,
    rows: Vec<ServingRow>,
}

/// The rows of a visit. Where there is no room for all of them, the papers and preconditions stand as one row that
/// counts them, until the cursor goes there.
fn rows(
    ctx: &Context<'_>,
    card: &Card,
    (cursor, typed): (Option<ServingLine>, &str),
    (width, height): (usize, usize),
) -> Vec<ServingRow> {
    let of = |is_open| List { ctx, card, cursor, typed, width, is_open, rows: Vec::new() }.drawn();
    let all = of(true);
    if all.len() <= height { all } else { of(false) }
}

impl List<'_> {
    fn drawn(mut self) -> Vec<ServingRow> {
        if let Some(shares) = offer(self.card, self.ctx) {
            self.earlier(&shares);
        }
        let persons = ServingLine::Persons(self.card.visit.id);
        let number = self.number(persons, self.card.visit.persons.into());
        self.push(Some(persons), "     ", &self.ctx.lang.persons_row(&number), Meaning::Plain);
        for assist in &self.card.assists {
            self.assist(assist);
        }
        self.rows
    }

    /// A number on a row, or what is being typed in its place.
    fn number(&self, line: ServingLine, now: u32) -> String {
        if Some(line) == self.cursor && !self.typed.is_empty() {
            format!("{}_", self.typed)
        } else {
            now.to_string()
        }
    }

    fn push(&mut self, line: Option<ServingLine>, head: &str, text: &str, meaning: Meaning) {
        let is_cursor = line.is_some() && line == self.cursor;
        let mark = format!("{}{head}", if is_cursor { ">" } else { " " });
        let is_head = matches!(line, Some(ServingLine::Head(_)));
        let rows = draw::hanging(&mark, text, self.width);
        self.rows.extend(rows.map(|text| ServingRow { text, meaning, is_cursor, is_head }));
    }

    fn earlier(&mut self, shares: &[Share]) {
        let lang = self.ctx.lang;
        let sum = |of: &dyn Fn(&Share) -> usize| shares.iter().map(of).sum::<usize>();
        let steps = lang.share_of(sum(&|share| share.steps.len()), sum(&|share| share.of.0));
        let papers = lang.share_of(sum(&Share::papers), sum(&|share| share.of.1));
        let found = self.ctx.model.earlier.iter().find(|one| one.visit == self.card.visit.id);
        let date = found.map(|earlier| lang.short_date(earlier.day)).unwrap_or_default();
        let words = lang.earlier_offer(&date, &steps, &papers);
        self.push(Some(ServingLine::Earlier(self.card.visit.id)), " ", &words, Meaning::Priority);
    }

    fn assist(&mut self, assist: &Assist) {
        let entry = self.ctx.catalogue.get(&assist.procedure);
        let mut section = None;
        let mut was_open = false;
        for line in of_assist(assist, self.ctx) {
            let is_first = section.replace(line.section()) != Some(line.section());
            match line {
                ServingLine::Check(id, part, place) => {
                    let is_open = self.is_open || self.cursor.map(ServingLine::section) == section;
                    if is_first {
                        self.heading(assist, entry, part, is_open);
                    }
                    if is_open {
                        self.check(assist, entry, (id, part, place));
                        was_open = true;
                    }
                }
                ServingLine::Step(..) if is_first && was_open => {
                    let words = self.ctx.lang.fact(Fact::Steps);
                    self.push(None, " ", words, Meaning::Heading);
                    self.line(assist, entry, line);
                }
                _ => self.line(assist, entry, line),
            }
        }
    }

    /// «+ Giấy tờ 2/4, thiếu 1»: the sign says whether there is more below.
    fn heading(&mut self, assist: &Assist, entry: Option<&Procedure>, part: CheckList, is_open: bool) {
        let lang = self.ctx.lang;
        let fact = Fact::from(part);
        let of = entry.and_then(|entry| entry.list(fact)).map_or(0, |list| list.vi.len());
        let mut words = lang.section(lang.fact(fact), assist.count(part, CheckState::There), of);
        let missing = assist.count(part, CheckState::Missing);
        if missing > 0 {
            words.push_str(&lang.section_missing(missing));
        }
        let meaning = if missing > 0 { Meaning::Warning } else { Meaning::Heading };
        self.push(None, if is_open { "- " } else { "+ " }, &words, meaning);
    }

    fn check(&mut self, assist: &Assist, entry: Option<&Procedure>, at: (AssistId, CheckList, u8)) {
        let (id, part, place) = at;
        let list = entry.and_then(|entry| entry.list(part.into())).map(|list| self.ctx.lang.pick(list));
        let words = list.and_then(|list| list.get(usize::from(place))).cloned().unwrap_or_default();
        let state = assist.check(part, place);
        let head = format!(" {}", reading::mark(state));
        self.push(Some(ServingLine::Check(id, part, place)), &head, &words, reading::look(state));
    }

    fn line(&mut self, assist: &Assist, entry: Option<&Procedure>, line: ServingLine) {
        let lang = self.ctx.lang;
        let attribute = |label: &str| format!("     {label}: ");
        // What nobody said is there to be said, and no more than that.
        let said = |is_said: bool| if is_said { Meaning::Plain } else { Meaning::Faint };
        let (head, text, meaning) = match line {
            ServingLine::Head(_) => {
                let ticked = assist.ticked.len();
                let steps = entry.map_or(0, Procedure::step_count);
                let short = self.ctx.short(&assist.procedure);
                let name =
                    format!("{short} ×{}  ({ticked}/{steps})", self.number(line, assist.quantity.into()));
                let down = self.ctx.model.outages.iter().map(|outage| outage.system);
                let relied_on =
                    down.filter(|system| self.ctx.catalogue.relies_on(&assist.procedure, *system));
                let mark = self.ctx.down_mark(&relied_on.collect::<Vec<_>>());
                let name = if mark.is_empty() { name } else { format!("{name}  {mark}") };
                // What will be recorded is in sight, wherever its own row is.
                let name = match self.recorded(assist) {
                    Some(words) => format!("{name} · {words}"),
                    None => name,
                };
                (String::new(), name, Meaning::Heading)
            }
            ServingLine::Step(_, step) => {
                let is_ticked = assist.ticked.contains(&step);
                let words = entry.and_then(|entry| lang.pick(&entry.steps).get(usize::from(step)).cloned());
                let mark = if is_ticked { "x" } else { " " };
                let meaning = if is_ticked { Meaning::Good } else { Meaning::Plain };
                (format!(" [{mark}] "), words.unwrap_or_default(), meaning)
            }
            ServingLine::How(_) => {
                let words = lang.how_said(assist.how);
                (attribute(lang.how_label()), words.to_owned(), said(assist.how.is_some()))
            }
            ServingLine::Channel(_) => {
                let words = lang.channel_said(assist.channel);
                let words = if assist.outcome.may_be_filed() { words } else { lang.no_number() };
                (attribute(lang.channel_label()), words.to_owned(), said(assist.channel.is_some()))
            }
            ServingLine::Payment(_) => {
                let words = lang.payment_said(assist.payment);
                (attribute(lang.paid_label()), words.to_owned(), said(assist.payment.is_some()))
            }
            ServingLine::Outcome(_) => {
                let (words, meaning) = self.outcome(assist);
                (attribute(lang.outcome_label()), words, meaning)
            }
            ServingLine::Earlier(_) | ServingLine::Persons(_) | ServingLine::Check(..) => return,
        };
        self.push(Some(line), &head, &text, meaning);
    }

    /// How a thing went or was filed, once somebody said it.
    fn recorded(&self, assist: &Assist) -> Option<String> {
        let is_said = assist.outcome.kind() != OutcomeKind::Open;
        let outcome = is_said.then(|| self.outcome(assist).0);
        let filed = assist.channel.map(|channel| self.ctx.lang.channel(channel).to_owned());
        let parts: Vec<String> = outcome.into_iter().chain(filed).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    fn outcome(&self, assist: &Assist) -> (String, Meaning) {
        let (lang, own) = (self.ctx.lang, self.ctx.model.reasons.own.as_slice());
        match (assist.outcome, assist.come_back) {
            (Outcome::Open, _) if self.card.visit.stage.kind() == StageKind::Left => {
                (lang.not_said_yet().to_owned(), Meaning::Plain)
            }
            (Outcome::Open, _) => (lang.outcome_not_said().to_owned(), Meaning::Plain),
            (Outcome::ComeBack, Some(when)) => (
                lang.outcome_on(
                    &lang.outcome(assist.outcome, own),
                    &lang.with_time(lang.weekday_date(when.day), when),
                ),
                Meaning::Warning,
            ),
            (outcome, _) if matches!(outcome.kind(), OutcomeKind::Stuck | OutcomeKind::ComeBack) => {
                (lang.outcome(outcome, own), Meaning::Warning)
            }
            (outcome, _) => (lang.outcome(outcome, own), Meaning::Good),
        }
    }
}

/// Draws a party that is called: the call, and what may happen next.
pub(super) fn render_called(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, card: &Card) {
    let lang = ctx.lang;
    let mut column = Column::new(buffer, area.inner(Margin::new(1, 0)));
    let ticket = card.visit.ticket;
    // Said letter, then digits: «A 012».
    let spoken = format!("{} {:03}", ticket.series.letter(), ticket.number);
    let mut called = lang.called_now(&spoken, &ctx.model.station.to_string());
    if let Some(here) = ctx.model.stations.get(ctx.model.station).filter(|here| !here.room.is_empty()) {
        called = lang.called_now_in(&called, &here.room);
    }
    column.gap();
    column.paragraph("  ", &called, ctx.style(Meaning::Called));
    let rules = &ctx.model.rules;
    let times = if let Stage::Called { times, .. } = card.visit.stage { times } else { 1 };
    let was_called_enough = times >= rules.calls;
    let left = rules::seconds_left(&card.visit, ctx.now, rules);
    column.line(&format!("  {}", lang.called_times(times)), ctx.style(Meaning::Plain));
    preview::note(&mut column, ctx, card, "  ");
    column.gap();
    let absent = match left {
        0 => lang.called_keys_absent().to_owned(),
        left => format!("{} {}", lang.called_keys_absent(), lang.called_wait_left(left)),
    };
    let (absent_meaning, again) =
        if was_called_enough { (Meaning::Strong, Meaning::Faint) } else { (Meaning::Plain, Meaning::Plain) };
    let keys = [
        (lang.called_keys_here(), Meaning::Strong),
        (lang.called_keys_again(), again),
        (absent.as_str(), absent_meaning),
        (lang.called_keys_back(), Meaning::Plain),
    ];
    for (words, meaning) in keys {
        column.line(&format!("  {words}"), ctx.style(meaning));
    }
    if was_called_enough {
        column.paragraph("  ", &lang.called_all_calls(times), ctx.style(Meaning::Warning));
    }
    column.gap();
    preview::facts(&mut column, ctx, card);
    for code in card.about() {
        column.gap();
        preview::brief(&mut column, ctx, code);
    }
}
