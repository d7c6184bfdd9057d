//! Made-up days for the tests of the papers. All persons are invented.

use crate::domain::facts::{Facts, Period, VisitFact, Withdrawn};
use crate::domain::merge::Source;
use crate::domain::queue::Standing;
use crate::domain::tally::Tally;
use crate::domain::waited::{Opening, Waits};
use crate::domain::{
    Assist, AssistId, Catalogue, Channel, Code, Counter, Duty, Hamlet, How, LeaveReason, Letterhead, Office,
    Outcome, OwnReason, Payment, Person, Priority, Reasons, Remark, Series, Shift, ShiftId, ShiftPart, Span,
    Stage, StageKind, Stamp, StationNo, Targets, Ticket, Visit, VisitId, Volunteer, VolunteerId,
};
use crate::domain::{Report, Reprint};

/// Everything a day's papers are made from.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    pub(crate) facts: Facts,
    pub(crate) catalogue: Catalogue,
    pub(crate) office: Office,
    pub(crate) volunteers: Vec<Volunteer>,
    pub(crate) letterhead: Letterhead,
    pub(crate) targets: Targets,
    pub(crate) hamlets: Vec<Hamlet>,
    pub(crate) reasons: Vec<OwnReason>,
    pub(crate) remark: Remark,
    pub(crate) reprint: Option<Reprint>,
    pub(crate) before: Option<Tally>,
    pub(crate) sources: Vec<Source>,
}

/// How much happens on a made-up day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) visits: u16,
    pub(crate) stations: u8,
    pub(crate) volunteers: u8,
    pub(crate) procedures: u8,
}

const NAMES: [&str; 12] = [
    "Bùi Thị Thu Hà",
    "Nguyễn Đình Khôi",
    "Phạm Hữu Lượng",
    "Trần Thị Mỹ Duyên",
    "Lê Quang Vinh",
    "Hoàng Thị Ngọc Ánh",
    "Vũ Đức Thắng",
    "Đặng Thùy Dương",
    "Đỗ Minh Quân",
    "Ngô Thị Hường",
    "Dương Văn Phúc",
    "Lý Thị Kim Ngân",
];

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap() % most.max(1)
    }

    /// An index that prefers the first ones.
    fn skewed(&mut self, most: usize) -> usize {
        let first = self.below(most);
        first.min(self.below(most)).min(self.below(most))
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn one_in(&mut self, parts: usize) -> bool {
        self.below(parts) == 0
    }
}

impl Day {
    /// A quiet day that can be checked by hand.
    pub(crate) fn small() -> Self {
        let mut day = Self::made_up(7, Size { visits: 12, stations: 1, volunteers: 2, procedures: 4 });
        let taken = day.facts.visits.remove(0).visit.ticket;
        day.facts.withdrawn = vec![taken_back(taken)];
        let kept: Vec<VisitId> = day.facts.visits.iter().map(|fact| fact.visit.id).collect();
        day.facts.assists.retain(|assist| kept.contains(&assist.visit));
        day
    }

    pub(crate) fn busy() -> Self {
        Self::made_up(3, Size { visits: 200, stations: 3, volunteers: 10, procedures: 30 })
    }

    pub(crate) fn made_up(seed: u64, size: Size) -> Self {
        Self::spread(seed, size, Span::day("2026-11-21".parse().unwrap()))
    }

    /// Visits on the days of a span.
    pub(crate) fn spread(seed: u64, size: Size, span: Span) -> Self {
        let day = span.until;
        let catalogue = Catalogue::built_in().unwrap();
        let mut dice = Dice(seed.wrapping_mul(2_654_435_761).wrapping_add(99));
        for _ in 0..9 {
            dice.below(2);
        }
        let volunteers: Vec<Volunteer> = (1..=i64::from(size.volunteers))
            .zip(NAMES.iter().cycle())
            .map(|(id, name)| Volunteer {
                id: VolunteerId(id),
                name: (*name).to_owned(),
                active: true,
                is_merged: false,
            })
            .collect();
        // Some procedures of each field, so that many fields are met.
        let all = catalogue.all();
        let step = (all.len() / usize::from(size.procedures).max(1)).max(1);
        let mut procedures: Vec<Code> = all
            .iter()
            .skip(1)
            .step_by(step)
            .take(size.procedures.into())
            .map(|one| one.code.clone())
            .collect();
        // The common ones are not the first of the file.
        let middle = procedures.len() / 3;
        procedures.rotate_left(middle);
        let mut made = Self {
            facts: Facts { shifts: shifts(day, &volunteers), ..Facts::of_nothing(span, day.at(17, 4)) },
            office: Office {
                name: "Trung tâm Phục vụ hành chính công xã Vĩnh Bảo".to_owned(),
                commune: crate::domain::commune::all()
                    .find(|one| one.name == "Xã Vĩnh Bảo")
                    .unwrap()
                    .code
                    .to_owned(),
                team: "Đội Thanh niên tình nguyện xã Vĩnh Bảo".to_owned(),
            },
            volunteers,
            letterhead: Letterhead::default(),
            targets: Targets::default(),
            hamlets: Vec::new(),
            reasons: Vec::new(),
            remark: Remark::default(),
            reprint: None,
            before: None,
            sources: Vec::new(),
            catalogue,
        };
        for number in 0..size.visits {
            made.add_visit(&mut dice, size, number, &procedures);
        }
        // The desk was open on every day on which somebody came.
        let days: std::collections::BTreeSet<crate::domain::Day> =
            made.facts.visits.iter().map(|fact| fact.visit.day).collect();
        let open: Vec<Shift> = days.into_iter().flat_map(|day| shifts(day, &made.volunteers)).collect();
        made.facts.waits = Waits::new(Opening::of(&open, made.facts.at), []);
        // One short question for each four numbers.
        let days = u64::try_from(span.days()).unwrap();
        let asked = (0..u64::from(size.visits) / 4).zip([8, 8, 14, 10, 16].into_iter().cycle());
        let at = |(nth, hour)| (Counter::QuickQuestions, span.from.plus_days(nth % days).at(hour, 5));
        made.facts.counted = asked.map(at).collect();
        made
    }

    fn add_visit(&mut self, dice: &mut Dice, size: Size, number: u16, procedures: &[Code]) {
        let span = self.facts.span;
        let day = match usize::try_from(span.days()).unwrap() {
            1 => span.from,
            days => span.from.plus_days(dice.below(days) as u64),
        };
        // One visit in fifty was carried over from the day before.
        let given = if number % 50 == 49 { span.from.minus_days(1) } else { day };
        let need = procedures.get(dice.skewed(procedures.len())).cloned();
        let series = need
            .as_ref()
            .and_then(|code| self.catalogue.field_of(code))
            .map_or('G', |field| field.series.letter());
        let last =
            self.facts.drawn.iter().position(|(of, last)| *of == day && last.series.letter() == series);
        let number_of = match last {
            _ if given < span.from => 900,
            Some(at) => {
                self.facts.drawn[at].1.number += 1;
                self.facts.drawn[at].1.number
            }
            None => {
                self.facts.drawn.push((day, ticket(series, 1)));
                1
            }
        };
        let hour = [7, 8, 8, 8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16][dice.below(14)];
        let arrived = given.at(hour, u32::try_from(dice.below(60)).unwrap());
        let began = day.at(hour, 30).max(arrived.plus_seconds(60 * i64::try_from(dice.below(40)).unwrap()));
        let ended = began.plus_seconds(60 * (2 + i64::try_from(dice.below(25)).unwrap()));
        let id = VisitId(i64::from(number) + 1);
        let by = VolunteerId(1 + i64::try_from(dice.below(usize::from(size.volunteers).max(1))).unwrap());
        let station = StationNo::new(1 + u8::try_from(dice.below(size.stations.into())).unwrap()).unwrap();
        let stage = match dice.below(20) {
            0 => Stage::Waiting { since: arrived },
            1 | 2 => {
                let why = dice.of(LeaveReason::ALL);
                Stage::Left { by, station, at: ended, why, from: StageKind::Waiting, come_back: None }
            }
            _ => Stage::Done { by, station, at: ended },
        };
        if matches!(stage, Stage::Done { .. }) {
            let period = |kind, from: Stamp, until| Period { visit: id, kind, from, until: Some(until) };
            self.facts.periods.push(period(StageKind::Waiting, arrived, began));
            self.facts.periods.push(period(StageKind::Serving, began, ended));
            let more = (0..dice.below(3)).map(|_| dice.skewed(procedures.len())).collect::<Vec<_>>();
            let codes: Vec<Code> = need
                .iter()
                .cloned()
                .chain(more.into_iter().filter_map(|at| procedures.get(at).cloned()))
                .collect();
            for code in codes {
                let assist = self.assist(dice, id, code, by, station);
                self.facts.assists.push(assist);
            }
        }
        let persons = if dice.one_in(6) { 2 } else { 1 };
        let priority = dice.one_in(6).then(|| dice.of(Priority::ALL));
        let ticket = ticket(series, number_of);
        let visit = Visit {
            id,
            day: given,
            ticket,
            persons,
            priority,
            arrived,
            stage,
            returns_of: None,
            standing: Standing::default(),
        };
        self.facts.visits.push(VisitFact { visit, need, person: Person::default() });
    }

    fn assist(
        &self,
        dice: &mut Dice,
        visit: VisitId,
        code: Code,
        by: VolunteerId,
        station: StationNo,
    ) -> Assist {
        let outcome =
            if dice.one_in(5) { dice.of(&Outcome::choices(&Reasons::default())) } else { Outcome::Done };
        let channel = (!dice.one_in(4)).then(|| dice.of(Channel::ALL));
        Assist {
            id: AssistId(i64::try_from(self.facts.assists.len()).unwrap() + 1),
            visit,
            procedure: code,
            quantity: if dice.one_in(5) { 3 } else { 1 },
            how: (!dice.one_in(3)).then(|| dice.of(How::ALL)),
            channel: channel.filter(|_| outcome.may_be_filed()),
            payment: dice.one_in(7).then_some(Payment::Online),
            outcome,
            by,
            station,
            ticked: Vec::new(),
            checks: Vec::new(),
            come_back: None,
        }
    }

    pub(crate) fn tally(&self) -> Tally {
        Tally::count(&self.facts, &self.catalogue)
    }

    pub(crate) fn context(&self) -> Report {
        Report {
            tally: self.tally(),
            office: self.office.clone(),
            catalogue: std::rc::Rc::new(self.catalogue.clone()),
            volunteers: self.volunteers.clone(),
            shifts: self.facts.shifts.clone(),
            sources: self.sources.clone(),
            letterhead: self.letterhead.clone(),
            targets: self.targets,
            hamlets: self.hamlets.clone(),
            reasons: self.reasons.clone(),
            before: self.before.clone(),
            remark: self.remark.clone(),
            reprint: self.reprint.clone(),
            by: self.volunteers.first().map(|one| one.id),
            at: self.facts.at,
        }
    }
}

pub(crate) fn taken_back(ticket: Ticket) -> Withdrawn {
    Withdrawn { given: "2026-11-21".parse::<crate::domain::Day>().unwrap().at(9, 0), ticket }
}

pub(crate) fn ticket(series: char, number: u16) -> Ticket {
    Ticket { series: Series::new(series).unwrap(), number }
}

fn shifts(day: crate::domain::Day, volunteers: &[Volunteer]) -> Vec<Shift> {
    let ids: Vec<VolunteerId> = volunteers.iter().map(|one| one.id).collect();
    let middle = ids.len().div_ceil(2);
    let shift = |id, part, opened, closed, on_duty: &[VolunteerId]| Shift {
        id: ShiftId(id),
        day,
        part,
        opened,
        closed: Some(closed),
        estimated: false,
        stopped: None,
        duty: on_duty.iter().map(|by| Duty { volunteer: *by, from: opened, until: None }).collect(),
    };
    vec![
        shift(1, ShiftPart::Morning, day.at(7, 25), day.at(11, 38), &ids[..middle]),
        shift(2, ShiftPart::Afternoon, day.at(13, 25), day.at(17, 2), &ids[middle.saturating_sub(1)..]),
    ]
}
