//! A list to choose from: by arrows, or by typing a few letters without marks.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::{Command, WhereTo};
use crate::domain::assist::OutcomeKind;
use crate::domain::fold::fold;
use crate::domain::printer::Target;
use crate::domain::printing::{JobId, Role};
use crate::domain::queue::{Destination, OutOfTurn};
use crate::domain::reason::LONGEST_REASON;
use crate::domain::visit::MOST_PERSONS;
use crate::domain::{
    AssistId, CheckList, ItemEnd, ItemKind, LeaveReason, Outcome, Referral, Shift, StageKind, StationNo,
    StuckReason, Volunteer, VolunteerId, full_name, input,
};
use crate::ui::context::{Context, Effect};
use crate::ui::draw::{self, window};
use crate::ui::filter::Filter;
use crate::ui::handed;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::prints::Printers;
use crate::ui::request::{ChoiceKind, Opening, Part, Question, Request};
use crate::ui::screens::handover::deeds;
use crate::ui::view::{Answer, View};

/// So much of an item stands in the title of a list.
const TITLE: usize = 42;

/// As many persons are listed one by one.
const FEW_PERSONS: u16 = 20;

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    kind: ChoiceKind,
    filter: Filter,
}

struct Offer {
    words: String,
    request: Request,
}

impl Choice {
    /// A list of that kind, nothing typed yet, the cursor on the value there is now.
    pub fn new(kind: ChoiceKind, ctx: &Context<'_>) -> Self {
        let mut filter = Filter::default();
        if let ChoiceKind::Persons(visit) = kind {
            let now = ctx.model.card(visit).map_or(0, |card| usize::from(card.visit.persons));
            filter.start_at(now.min(usize::from(FEW_PERSONS) + 1).saturating_sub(1));
        }
        Self { kind, filter }
    }

    fn rows(&self, ctx: &Context<'_>) -> Vec<Offer> {
        let lang = ctx.lang;
        let run = |words: String, command| Offer { words, request: Request::Run(command) };
        let all: Vec<Offer> = match self.kind {
            ChoiceKind::AddAssist(visit) => {
                let found = ctx.finder.find(self.filter.typed(), &ctx.model.habits);
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
                let row = |why| {
                    let words = lang.leave_reason(why).to_owned();
                    match why {
                        LeaveReason::AnotherDay => Offer { words, request: comes_back(Part::Visit(visit)) },
                        LeaveReason::SentOn => Offer { words, request: where_to(Part::Visit(visit)) },
                        why => run(words, Command::Leave { visit, why }),
                    }
                };
                reasons.into_iter().map(row).collect()
            }
            ChoiceKind::Ending(visit) => {
                let served =
                    run(lang.stage(StageKind::Done).to_owned(), Command::SetEnding { visit, why: None });
                let left =
                    LeaveReason::ALL.iter().filter(|why| **why != LeaveReason::AnotherDay).map(|why| {
                        run(lang.leave_reason(*why).to_owned(), Command::SetEnding { visit, why: Some(*why) })
                    });
                std::iter::once(served).chain(left).collect()
            }
            ChoiceKind::Outcome(assist) => {
                let all = outcomes(ctx, assist);
                let places = all.iter().position(|outcome| outcome.kind() == OutcomeKind::Referred);
                let mut rows: Vec<Offer> = all.iter().map(|outcome| ends(ctx, assist, *outcome)).collect();
                let words = lang.refer_somewhere().to_owned();
                let asked = Offer { words, request: where_to(Part::Assist(assist)) };
                // Before the places, which are found by typing.
                rows.insert(places.unwrap_or(rows.len()), asked);
                rows
            }
            ChoiceKind::WhereTo(part) => return self.places(part, ctx),
            ChoiceKind::Offered { assist, part, place } => {
                let mut outcomes = offered(ctx, assist, part, place);
                let others =
                    Outcome::choices(&ctx.model.reasons).into_iter().filter(|one| !outcomes.contains(one));
                let others: Vec<Outcome> = others.collect();
                outcomes.extend(others);
                outcomes.into_iter().map(|outcome| ends(ctx, assist, outcome)).collect()
            }
            // Few are chosen, many are typed.
            ChoiceKind::Persons(visit) => {
                let few = 1..=FEW_PERSONS;
                // What is typed, else what there is now.
                let now = ctx.model.card(visit).map(|card| card.visit.persons);
                let many = self.filter.typed().trim().parse().ok().or(now);
                let many = many.filter(|persons| (FEW_PERSONS + 1..=MOST_PERSONS).contains(persons));
                few.chain(many)
                    .map(|persons| run(persons.to_string(), Command::SetPersons { visit, persons }))
                    .collect()
            }
            ChoiceKind::OutOfTurn(visit) => {
                let row = |why| run(lang.out_of_turn(why).to_owned(), Command::CallOutOfTurn { visit, why });
                OutOfTurn::ALL.iter().copied().map(row).collect()
            }
            ChoiceKind::Transfer(visit) => destinations(ctx)
                .into_iter()
                .map(|(words, to)| run(words, Command::Transfer { visit, to }))
                .collect(),
            ChoiceKind::Printer(role) => printers(ctx, role)
                .map(|(words, printer)| Offer {
                    words,
                    request: Request::PickPrinter(role, printer.to_string()),
                })
                .collect(),
            ChoiceKind::ReprintAt(id) => reprinters(ctx, id)
                .into_iter()
                .map(|(words, printer)| {
                    let effect = Effect::Reprint { id, printer: Some(printer) };
                    Offer { words, request: Request::Ask(effect) }
                })
                .collect(),
            ChoiceKind::Station => (1..=StationNo::LAST.number())
                .filter_map(StationNo::new)
                .map(|station| Offer {
                    words: lang.to_station(&station.to_string()),
                    request: Request::Station(station),
                })
                .collect(),
            ChoiceKind::Sit => {
                let on_duty: Vec<VolunteerId> = ctx.model.shift.iter().flat_map(Shift::on_duty).collect();
                let rows = self.people(ctx, |one| on_duty.contains(&one.id));
                return rows
                    .into_iter()
                    .map(|one| run(one.name.clone(), Command::Sit { volunteer: one.id }))
                    .collect();
            }
            ChoiceKind::TakeItem(handed) => deeds()
                .map(|(_, deed)| {
                    let command = Command::TakeItem { handed: Some(handed), item: None, deed: Some(deed) };
                    run(lang.next_deed(deed).to_owned(), command)
                })
                .collect(),
            ChoiceKind::EndItem(item) => {
                let found = handed::of(ctx.items, item).map(|(handed, _)| &handed.item);
                let kind = found.map_or(ItemKind::Other, |item| item.kind);
                let ends = ItemEnd::ALL.iter().copied().filter(|end| end.fits(kind));
                let rows = ends.map(|end| run(lang.item_end(end).to_owned(), Command::CloseItem(item, end)));
                let is_given = found.and_then(|item| item.note.as_ref()?.given).is_some();
                let is_here = kind == ItemKind::Found && !is_given;
                let give = is_here.then(|| run(lang.item_give().to_owned(), Command::GiveItem(item)));
                give.into_iter().chain(rows).collect()
            }
            ChoiceKind::MergeInto(volunteer) => {
                let others = self.people(ctx, |one| one.id != volunteer && !one.is_merged);
                let row = |into: &Volunteer| {
                    let question = Question::MergeVolunteers { volunteer, into: into.id };
                    Offer { words: into.name.clone(), request: Request::Confirm(question) }
                };
                return others.into_iter().map(row).collect();
            }
        };
        all.into_iter().filter(|row| self.filter.fits(&row.words)).collect()
    }
}

impl Choice {
    /// Where something may be done instead: nobody says, a place of the desk's list, or the one that is typed.
    fn places(&self, part: Part, ctx: &Context<'_>) -> Vec<Offer> {
        let (lang, typed) = (ctx.lang, input::line(self.filter.typed(), LONGEST_REASON));
        let offer = |words: String, to: WhereTo| {
            let request = Request::Run(match part {
                Part::Assist(assist) => Command::Refer { assist, to },
                Part::Visit(visit) => Command::SendOn { visit, to },
            });
            Offer { words, request }
        };
        let named = |place: Referral| lang.referral(place, &ctx.model.reasons.own).into_owned();
        let places = ctx.model.reasons.places();
        let is_known = places.iter().any(|place| fold(&named(*place)) == fold(&typed));
        let not_noted = typed.is_empty().then_some(Referral::NotNoted);
        let known = not_noted.into_iter().chain(places);
        let known = known.map(|place| offer(named(place), WhereTo::Known(place)));
        let known = known.filter(|row| self.filter.fits(&row.words));
        let new = (!typed.is_empty() && !is_known)
            .then(|| offer(lang.refer_new(&typed), WhereTo::Named(typed.clone())));
        known.chain(new).collect()
    }

    /// The people of a kind in the order of their names; while something is typed those whom it fits, the best first.
    fn people<'a>(&self, ctx: &Context<'a>, is_meant: impl Fn(&Volunteer) -> bool) -> Vec<&'a Volunteer> {
        let people = ctx.model.volunteers.iter().filter(|one| is_meant(one));
        let mut people: Vec<&Volunteer> = people.collect();
        full_name::sort_by_name(&mut people, |one| one.name.clone());
        full_name::find(self.filter.typed(), people, |one| one.name.clone())
    }
}

impl View for Choice {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let rows = self.rows(ctx);
        self.filter.choose(action, rows, |row| Answer::Then(row.request))
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.filter.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.filter.paste(text);
    }

    fn title(&self, ctx: &Context<'_>) -> Option<String> {
        let lang = ctx.lang;
        let ticket = |visit| ctx.model.card(visit).map(|card| ctx.ticket(card)).unwrap_or_default();
        let thing = |assist| {
            let (card, assist) = ctx.model.assist(assist)?;
            Some((ctx.ticket(card), ctx.short(&assist.procedure)))
        };
        Some(match self.kind {
            ChoiceKind::Leave(visit) => lang.leave_title(&ticket(visit)),
            ChoiceKind::Ending(visit) => lang.really_ended_title(&ticket(visit)),
            ChoiceKind::Outcome(assist) => {
                let (ticket, what) = thing(assist)?;
                lang.outcome_title(&ticket, &what)
            }
            ChoiceKind::Offered { assist, part, .. } => {
                let (ticket, what) = thing(assist)?;
                match part {
                    CheckList::Paper => lang.offered_paper_title(&ticket, &what),
                    CheckList::Before => lang.offered_before_title(&ticket, &what),
                }
            }
            ChoiceKind::AddAssist(visit) => lang.add_title(&ticket(visit)),
            ChoiceKind::Persons(visit) => lang.persons_title(&ticket(visit)),
            ChoiceKind::OutOfTurn(visit) => lang.out_of_turn_title(&ticket(visit)),
            ChoiceKind::Transfer(visit) => lang.transfer_title(&ticket(visit)),
            ChoiceKind::WhereTo(Part::Visit(visit)) => lang.refer_title(&ticket(visit)),
            ChoiceKind::WhereTo(Part::Assist(assist)) => {
                let (ticket, what) = thing(assist)?;
                lang.refer_title(&format!("{ticket} · {what}"))
            }
            ChoiceKind::Sit => lang.sit_title().to_owned(),
            ChoiceKind::MergeInto(id) => lang.merge_title(ctx.model.volunteer(id)),
            ChoiceKind::TakeItem(id) => {
                let row = ctx.items.rows.iter().find(|(handed, _)| handed.id == Some(id))?;
                lang.take_deed_title(&draw::fit(&handed::head(row, ctx), TITLE))
            }
            ChoiceKind::EndItem(id) => {
                lang.item_end_title(&draw::fit(&handed::head(handed::of(ctx.items, id)?, ctx), TITLE))
            }
            ChoiceKind::Station => lang.station_asked().to_owned(),
            ChoiceKind::Printer(_) => printers_title(ctx, lang.choose_printer_title().to_owned()),
            ChoiceKind::ReprintAt(id) => {
                let line = ctx.prints.line(id);
                let name = line.map(|line| lang.print_name(line.kind, &line.title)).unwrap_or_default();
                printers_title(ctx, lang.reprint_at_title(&name))
            }
        })
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let rows = self.rows(ctx);
        let words: Vec<&str> = rows.iter().map(|row| row.words.as_str()).collect();
        let inner = window(frame, area, ctx, &self.title(ctx).unwrap_or_default(), 66, 18);
        self.filter.render(frame, inner, ctx, &words);
    }
}

/// Of a party that comes back the day is asked.
fn comes_back(what: Part) -> Request {
    Request::Open(Opening::ComeBack(what))
}

/// Of what is done elsewhere the place is asked.
fn where_to(part: Part) -> Request {
    Request::Open(Opening::Choice(ChoiceKind::WhereTo(part)))
}

/// An outcome to choose. Of a party that comes back the day is asked, too.
fn ends(ctx: &Context<'_>, assist: AssistId, outcome: Outcome) -> Offer {
    let words = ctx.lang.outcome(outcome, &ctx.model.reasons.own);
    let request = match outcome {
        Outcome::ComeBack => comes_back(Part::Assist(assist)),
        outcome => Request::Run(Command::SetOutcome(assist, outcome)),
    };
    Offer { words, request }
}

/// What follows from something that is missing: a paper is fetched; of a precondition the catalogue says why it cannot
/// be done without.
fn offered(ctx: &Context<'_>, assist: AssistId, part: CheckList, place: u8) -> Vec<Outcome> {
    let entry = ctx.model.assist(assist).and_then(|(_, one)| ctx.catalogue.get(&one.procedure));
    let reason = || *entry?.before_if_not.get(usize::from(place))?;
    let mut all = match (part, reason()) {
        (CheckList::Paper, _) => vec![Outcome::ComeBack, Outcome::Stuck(StuckReason::MissingPapers)],
        (CheckList::Before, Some(reason)) => vec![Outcome::Stuck(reason), Outcome::ComeBack],
        (CheckList::Before, None) => vec![Outcome::ComeBack],
    };
    // What the office does not offer, no missing paper offers, either.
    all.retain(|outcome| !matches!(outcome, Outcome::Stuck(reason) if !ctx.model.reasons.offers(*reason)));
    all
}

/// How an assist may end. While a system that it relies on does not work, that is why it most likely cannot be done.
fn outcomes(ctx: &Context<'_>, assist: AssistId) -> Vec<Outcome> {
    let mut all = Outcome::choices(&ctx.model.reasons);
    let is_down = ctx.model.assist(assist).is_some_and(|(_, assist)| {
        let mut down = ctx.model.outages.iter();
        down.any(|outage| ctx.catalogue.relies_on(&assist.procedure, outage.system))
    });
    if is_down {
        all.sort_by_key(|outcome| *outcome != Outcome::Stuck(StuckReason::SystemDown));
    }
    all
}

/// Where a visit can be sent: each station that is open, each series, anywhere.
fn destinations(ctx: &Context<'_>) -> Vec<(String, Destination)> {
    let lang = ctx.lang;
    let of_series = ctx.catalogue.series().iter().map(|series| {
        let words = lang.to_series(series.letter.letter(), lang.pick(&series.name).as_str());
        (words, Destination::Series(series.letter))
    });
    let stations = &ctx.model.stations;
    let of_stations = stations.open().map(|one| {
        let words = lang.station_offered(one, stations.who_sits_at(one.number));
        (words, Destination::Station(one.number))
    });
    of_stations.chain(of_series).chain([(lang.to_anywhere().to_owned(), Destination::Anywhere)]).collect()
}

/// The printers to choose from: the PC's own, then each queue. One that names no sheets takes commands alone.
fn printers<'a>(ctx: &Context<'a>, role: Role) -> impl Iterator<Item = (String, Target)> + use<'a> {
    let lang = ctx.lang;
    let own = (lang.print_target_default().to_owned(), Target::default());
    let queues = ctx.prints.printers.lines().iter().map(move |line| {
        let queue = line.name.clone();
        let printer = if line.papers.is_empty() {
            Target::Raw { queue }
        } else {
            Target::System { queue: Some(queue) }
        };
        (lang.printer_line(line), printer)
    });
    std::iter::once(own)
        .chain(queues)
        .filter(move |(_, printer)| role == Role::Slip || !printer.takes_commands())
}

/// The printers that can take the document of an old job: those of its kind, and the ones that are kept.
fn reprinters(ctx: &Context<'_>, id: JobId) -> Vec<(String, Target)> {
    let Some(line) = ctx.prints.line(id) else { return Vec::new() };
    let is_commands = line.is_raw;
    let mut all: Vec<(String, Target)> = printers(ctx, line.role()).collect();
    for kept in [&ctx.prints.settings.report, &ctx.prints.settings.slip] {
        let Ok(printer) = kept.parse::<Target>() else { continue };
        if all.iter().all(|(_, known)| *known != printer) {
            all.push((ctx.lang.print_target(&printer), printer));
        }
    }
    all.retain(|(_, printer)| printer.takes_commands() == is_commands);
    all
}

fn printers_title(ctx: &Context<'_>, title: String) -> String {
    if ctx.prints.printers == Printers::Asked { ctx.lang.asking_printers(&title) } else { title }
}
