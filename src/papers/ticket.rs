//! The slip with a number (phiếu số thứ tự): what the party waits for, how long, and how it is called.
//!
//! It is no receipt of a dossier, and it names nobody: the number is all that the room and the desk need.

use super::forms::slip::{SlipBlock, SlipInk, TicketFact, TicketForm, spoken};
use super::sheet::{Block, Paper, Sheet};
use crate::domain::queue::{Lane, Ratio};
use crate::domain::{Office, Priority, Procedure, Stamp, Ticket};
use crate::lang::Lang;

#[derive(Clone, Copy, Debug)]
pub struct TicketSlip<'a> {
    /// The office at whose desk the number was given.
    pub office: &'a Office,
    pub ticket: Ticket,
    /// What the party needs, in the order in which it was said.
    pub needs: &'a [&'a Procedure],
    /// How many persons came together.
    pub persons: u16,
    /// Why the party goes first, if it does. The reason stands on the slip, so that nobody in the room must ask.
    pub priority: Option<Priority>,
    /// How many parties (lượt) wait ahead, when that is known.
    pub ahead: Option<u32>,
    /// The least and the most that the wait is likely to be, in whole minutes, when there is ground for it.
    pub wait: Option<(u32, u32)>,
    /// How the lanes of the queue take turns at this office.
    pub ratio: Ratio,
    /// The lane in which the party waits, while it does.
    pub lane: Option<Lane>,
    /// When the number was given.
    pub given: Stamp,
}

/// A slip with a number as a sheet, by a form.
pub fn sheet(slip: &TicketSlip, form: &TicketForm, lang: Lang, paper: Paper) -> Sheet {
    let ink =
        SlipInk { office: slip.office, ticket: Some(slip.ticket), given: slip.given, version: "", lang };
    let blocks = form.blocks().iter().filter_map(|block| fact(block, slip, ink)).collect();
    form.sheet(ink, paper, Vec::new(), blocks)
}

/// A block of the slip; `None` when it is not known or goes without saying.
fn fact(block: &SlipBlock<TicketFact>, slip: &TicketSlip, ink: SlipInk) -> Option<Block> {
    let lang = ink.lang;
    let line = |fact: &str, usual: &dyn Fn(&str) -> String| Block::Line(block.labelled(ink, fact, usual));
    Some(match block.fact {
        TicketFact::Number => Block::Big(slip.ticket.to_string()),
        TicketFact::Need if slip.needs.is_empty() => return None,
        TicketFact::Need => {
            let needs: Vec<&str> = slip.needs.iter().map(|need| lang.pick(&need.short).as_str()).collect();
            line(&needs.join("; "), &|needs| lang.ticket_needs(needs))
        }
        TicketFact::Persons if slip.persons <= 1 => return None,
        TicketFact::Persons => line(&slip.persons.to_string(), &|persons| lang.ticket_persons(persons)),
        TicketFact::Priority => line(lang.priority(slip.priority?), &|reason| lang.ticket_priority(reason)),
        TicketFact::Ahead => {
            let visits = slip.ahead?;
            line(&lang.count(visits), &|count| match visits {
                0 => lang.ticket_next().to_owned(),
                _ => lang.ticket_ahead(count),
            })
        }
        TicketFact::Wait => line(&expected(slip.wait?, lang), &|wait| lang.ticket_wait(wait)),
        TicketFact::Rule => line(&rule(slip, lang), &str::to_owned),
        TicketFact::Given => line(&lang.ticket_given(slip.given), &str::to_owned),
        TicketFact::HowCalled => {
            let usual = || lang.ticket_called(&spoken(slip.ticket));
            Block::Note(block.own(ink).unwrap_or_else(usual))
        }
        TicketFact::Away => Block::Note(block.own(ink).unwrap_or_else(|| lang.ticket_away().to_owned())),
        TicketFact::Line => Block::Line(block.own(ink)?),
        TicketFact::Note => Block::Note(block.own(ink)?),
    })
}

/// The wait as a range, as one number is a promise that nobody can keep.
fn expected((from, until): (u32, u32), lang: Lang) -> String {
    match (from.min(until), from.max(until)) {
        (0, most) => lang.ticket_wait_at_most(most.max(1)),
        (least, most) if least == most => lang.ticket_wait_about(least),
        (least, most) => lang.ticket_wait_between(least, most),
    }
}

/// The rule of the queue, so that everybody in the room can see that the order is fair, and which lane the party is in.
fn rule(slip: &TicketSlip, lang: Lang) -> String {
    let rule = lang.ticket_rule(&slip.ratio.to_string());
    match slip.lane {
        Some(Lane::Priority) => lang.ticket_in_priority(&rule),
        Some(Lane::Ordinary) => lang.ticket_in_ordinary(&rule),
        None => lang.ticket_called_by(&rule),
    }
}

#[cfg(test)]
mod tests;
