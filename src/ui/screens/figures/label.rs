//! What a figure is called.

use crate::desk::Report;
use crate::domain::tally::opened::{Figure, Given, Helped, Over};
use crate::domain::{Code, Day, HamletId, LeaveReason, VolunteerId};
use crate::text::Lang;

/// What a figure counts, in a word.
pub(super) const fn unit(figure: &Figure, lang: Lang) -> &'static str {
    match figure {
        Figure::Persons(_) => lang.unit_persons(),
        Figure::Assists(_) => lang.unit_assists(),
        Figure::Issued | Figure::Missing | Figure::Withdrawn => lang.unit_numbers(),
        _ => lang.unit_visits(),
    }
}

/// A figure by name: «vướng vì: thiếu giấy tờ».
pub(super) fn of(figure: &Figure, report: &Report, lang: Lang) -> String {
    let names = Names { report, lang };
    let proof = |name: &str| lang.figure_of_kind(lang.figure_kind_proof(), name);
    match figure {
        Figure::Visits(Given::All) => lang.figure_given().to_owned(),
        Figure::Persons(Given::All) => lang.figure_persons().to_owned(),
        Figure::Visits(which) | Figure::Persons(which) => names.given(which),
        Figure::Assists(which) => names.helped(which),
        Figure::Over(which) => names.over(*which),
        Figure::CarriedIn => proof(lang.figure_carried_in()),
        Figure::Issued => proof(lang.figure_issued()),
        Figure::Open => proof(lang.figure_open()),
        Figure::Withdrawn => proof(lang.figure_withdrawn()),
        Figure::Missing => proof(lang.figure_missing()),
        Figure::Surplus => proof(lang.figure_surplus()),
    }
}

struct Names<'a> {
    report: &'a Report,
    lang: Lang,
}

impl Names<'_> {
    fn given(&self, which: &Given) -> String {
        let lang = self.lang;
        let kind = |kind: &str, name: Option<&str>| {
            lang.figure_of_kind(kind, name.unwrap_or_else(|| lang.figure_not_noted()))
        };
        match which {
            Given::All => lang.figure_given().to_owned(),
            Given::Field(field) => self.field(field),
            Given::Priority(why) => kind(lang.figure_kind_priority(), Some(lang.priority(*why))),
            Given::Age(age) => kind(lang.figure_kind_age(), age.map(|age| lang.age(age))),
            Given::Sex(sex) => kind(lang.figure_kind_sex(), sex.map(|sex| lang.sex(sex))),
            Given::Hamlet(hamlet) => {
                let name = hamlet.map(|hamlet| self.hamlet(hamlet));
                kind(lang.figure_kind_hamlet(), name.as_deref())
            }
            Given::Phone(phone) => kind(lang.figure_kind_phone(), Some(lang.phone(*phone))),
            Given::Hour(hour) => lang.figure_given_in_hour(*hour),
            Given::WeekdayHour(weekday, hour) => {
                lang.figure_weekday_hour(lang.weekday(usize::from(*weekday)), *hour)
            }
            Given::Hit(system) => {
                let name = system.map_or_else(|| lang.figure_any_system(), |system| lang.system(system));
                lang.figure_of_kind(lang.figure_kind_hit(), name)
            }
            Given::Days(from, until) => lang.figure_of_kind(&self.days(*from, *until), lang.figure_given()),
        }
    }

    fn helped(&self, which: &Helped) -> String {
        let lang = self.lang;
        match which {
            Helped::All => lang.figure_assists().to_owned(),
            Helped::Field(field) => self.field(field),
            Helped::Procedure(code, part) => {
                let name = format!("{}{}", self.procedure(code), lang.figure_part(*part));
                lang.figure_of_kind(lang.figure_kind_procedure(), &name)
            }
            Helped::Outcome(kind) => {
                lang.figure_of_kind(lang.figure_kind_outcome(), lang.outcome_kind(*kind))
            }
            Helped::Stuck(why) => {
                lang.figure_of_kind(lang.figure_kind_stuck(), &lang.stuck_reason(*why, &self.report.reasons))
            }
            Helped::Referred(to) => {
                let kind = lang.outcome_kind(crate::domain::assist::OutcomeKind::Referred);
                lang.figure_of_kind(kind, lang.referral(*to))
            }
            Helped::Channel(channel) => {
                lang.figure_of_kind(lang.figure_kind_channel(), lang.channel(*channel))
            }
            Helped::Filed => lang.figure_filed().to_owned(),
            Helped::FiledOnline => lang.figure_filed_online().to_owned(),
            Helped::PaidOnline => lang.figure_paid_online().to_owned(),
            Helped::FiledPaidOnline => lang.figure_filed_paid_online().to_owned(),
            Helped::How(how) => lang.figure_of_kind(lang.figure_kind_how(), lang.how(*how)),
            Helped::Indicator(one) => lang.figure_of_kind(lang.figure_kind_indicator(), lang.indicator(*one)),
            Helped::LevelTwoTried => lang.figure_level_two_tried().to_owned(),
            Helped::LevelTwoDone => lang.figure_level_two_done().to_owned(),
            Helped::At(station) => lang.station_is(&station.to_string()),
            Helped::By(volunteer) => self.volunteer(*volunteer),
            Helped::On(from, until) => lang.figure_of_kind(&self.days(*from, *until), lang.figure_assists()),
        }
    }

    fn over(&self, which: Over) -> String {
        let lang = self.lang;
        let proof = |name: &str| lang.figure_of_kind(lang.figure_kind_proof(), name);
        let left = |name: &str| lang.figure_of_kind(lang.figure_kind_left(), name);
        match which {
            Over::Served => proof(lang.figure_served()),
            Over::Gone => proof(lang.figure_gone()),
            Over::Left(LeaveReason::NoShow) => proof(lang.figure_no_show()),
            Over::Left(LeaveReason::Mistake) => proof(lang.figure_cancelled()),
            Over::Left(why) => left(lang.leave_reason(why)),
            Over::LeftFrom(why, from) => {
                left(&lang.figure_left_from(lang.leave_reason(why), lang.stage(from)))
            }
            Over::ServedInHour(hour) => lang.figure_served_in_hour(hour),
            Over::ServedAt(station) => lang.figure_served_by(&lang.station_is(&station.to_string())),
            Over::ServedBy(volunteer) => lang.figure_served_by(&self.volunteer(volunteer)),
            Over::ServedOn(from, until) => lang.figure_of_kind(&self.days(from, until), lang.figure_served()),
            Over::LeftOn(from, until) => {
                lang.figure_of_kind(&self.days(from, until), lang.figure_kind_left())
            }
        }
    }

    fn field(&self, id: &str) -> String {
        let field = self.report.catalogue.fields().iter().find(|field| field.id == id);
        let name =
            field.map_or_else(|| self.lang.tally_unknown_field(), |one| self.lang.pick(&one.name).as_str());
        self.lang.figure_of_kind(self.lang.figure_kind_field(), name)
    }

    fn procedure(&self, code: &Code) -> String {
        let entry = self.report.catalogue.get(code);
        entry.map_or_else(|| code.0.clone(), |entry| self.lang.pick(&entry.name).clone())
    }

    fn hamlet(&self, id: HamletId) -> String {
        let found = self.report.hamlets.iter().find(|one| one.id == id);
        found.map_or_else(|| id.0.to_string(), |one| one.name.clone())
    }

    fn volunteer(&self, id: VolunteerId) -> String {
        let found = self.report.volunteers.iter().find(|one| one.id == id);
        found.map_or_else(|| self.lang.tally_volunteer(id.0), |one| one.name.clone())
    }

    fn days(&self, from: Day, until: Day) -> String {
        if from == until {
            return self.lang.date(from);
        }
        self.lang.span_from_to(&self.lang.date(from), &self.lang.date(until))
    }
}
