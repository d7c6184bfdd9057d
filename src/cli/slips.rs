//! Made-up slips, to look at their forms.

use super::world::World;
use crate::demo::made_up;
use crate::domain::procedure::Kind;
use crate::domain::queue::{Lane, Ratio};
use crate::domain::{Agreed, Catalogue, Office, Priority, Procedure, Series, Ticket};
use crate::papers::forms::{self, Forms};
use crate::papers::guidance::{self, GuidanceSlip, Topic};
use crate::papers::handbook::{self, Guide};
use crate::papers::sheet::Sheet;
use crate::papers::ticket::{self, TicketSlip};

/// A ticket, a guidance slip or the guide of an entry of the made-up desk, by the form of that name, on the paper that the form names.
pub(super) fn made_up(forms: &Forms, catalogue: &Catalogue, name: &str, world: &World) -> Sheet {
    let office = Office {
        name: made_up::OFFICE.to_owned(),
        commune: made_up::COMMUNE.to_owned(),
        team: made_up::TEAM.to_owned(),
    };
    // An entry without anything to check says too little to be looked at.
    let says = |one: &&Procedure, kind: Kind| one.kind == kind && !one.before.vi.is_empty();
    let first =
        |kind: Kind, most: usize| catalogue.all().iter().filter(move |one| says(one, kind)).take(most);
    let ticket = Ticket { series: Series::FIRST, number: 12 };
    let given = world.clock.now();
    if name == forms::TICKET {
        let needs: Vec<&Procedure> = first(Kind::Procedure, 2).collect();
        let slip = TicketSlip {
            office: &office,
            ticket,
            needs: &needs,
            persons: 2,
            priority: Some(Priority::Elderly),
            ahead: Some(5),
            wait: Some((15, 25)),
            ratio: Ratio::USUAL,
            lane: Some(Lane::Priority),
            given,
        };
        let form = forms.ticket();
        return ticket::sheet(&slip, form, world.lang, form.paper());
    }
    let version = concat!("motcua ", env!("CARGO_PKG_VERSION"));
    // The first procedure stands for all where none has anything to check.
    let example = first(Kind::Procedure, 1).next().or_else(|| catalogue.all().first());
    if let (forms::HANDBOOK, Some(procedure)) = (name, example) {
        let field =
            catalogue.field_of(&procedure.code).map_or("", |field| world.lang.pick(&field.name).as_str());
        let guide = Guide { office: &office, procedure, field, printed: given, version };
        let form = forms.handbook();
        return handbook::sheet(&guide, form, world.lang, form.paper());
    }
    let topics: Vec<Topic> = first(Kind::Procedure, 1)
        .chain(first(Kind::Skill, 1))
        .map(|procedure| Topic { procedure, has: &[0] })
        .collect();
    let slip = GuidanceSlip {
        office: &office,
        ticket: Some(ticket),
        topics: &topics,
        come_back: Some(Agreed::on(given.day().plus_days(3))),
        lets_by: None,
        hours: Some(made_up::HOURS),
        given,
        version,
    };
    let form = forms.guidance();
    guidance::sheet(&slip, form, world.lang, form.paper())
}
