//! The slip with a number (phiếu số thứ tự): what the party waits for, how long, and how it is called.
//!
//! It is no receipt of a dossier, and it names nobody: the number is all that the room and the desk need.

use super::office;
use super::sheet::{Block, HeadLine, PageLabel, Paper, Sheet, Weight};
use crate::domain::{Office, Priority, Procedure, Stamp, Ticket};
use crate::text::Lang;

/// What a slip with a number says.
#[derive(Clone, Copy, Debug)]
pub struct TicketSlip<'a> {
    /// The office at whose desk the number was given.
    pub office: &'a Office,
    /// The number.
    pub ticket: Ticket,
    /// What the party needs, in the order in which it was said.
    pub needs: &'a [&'a Procedure],
    /// How many persons came together.
    pub persons: u8,
    /// Why the party goes first, if it does. The reason stands on the slip, so that nobody in the room must ask.
    pub priority: Option<Priority>,
    /// How many parties (lượt) wait ahead, when that is known.
    pub ahead: Option<u32>,
    /// The least and the most that the wait is likely to be, in whole minutes, when there is ground for it.
    pub wait: Option<(u32, u32)>,
    /// When the number was given.
    pub given: Stamp,
}

/// A slip with a number as a sheet.
pub fn sheet(slip: &TicketSlip, lang: Lang, paper: Paper) -> Sheet {
    let number = slip.ticket.to_string();
    let mut blocks = vec![Block::Big(number)];
    let mut say = |line: String| blocks.push(Block::Line(line));
    if !slip.needs.is_empty() {
        let needs: Vec<&str> = slip.needs.iter().map(|need| lang.pick(&need.short).as_str()).collect();
        say(lang.ticket_needs(&needs.join("; ")));
    }
    if slip.persons > 1 {
        say(lang.ticket_persons(slip.persons));
    }
    if let Some(priority) = slip.priority {
        say(lang.ticket_priority(lang.priority(priority)));
    }
    match slip.ahead {
        Some(0) => say(lang.ticket_next().to_owned()),
        Some(visits) => say(lang.ticket_ahead(&lang.count(visits))),
        None => {}
    }
    if let Some(wait) = slip.wait {
        say(expected(wait, lang));
    }
    say(lang.ticket_given(slip.given));
    blocks.push(Block::Note(lang.ticket_called(&spoken(slip.ticket))));
    blocks.push(Block::Note(lang.ticket_away().to_owned()));
    Sheet {
        lang_tag: lang.tag(),
        paper,
        left: vec![office::centre(slip.office)],
        title: vec![HeadLine::new(lang.ticket_title(), Weight::Strong)],
        blocks,
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        created: office::created(slip.given),
        ..Sheet::default()
    }
}

/// The wait as a range, as one number is a promise that nobody can keep.
fn expected((from, until): (u32, u32), lang: Lang) -> String {
    match (from.min(until), from.max(until)) {
        (0, most) => lang.ticket_wait_at_most(most.max(1)),
        (least, most) if least == most => lang.ticket_wait_about(least),
        (least, most) => lang.ticket_wait(least, most),
    }
}

/// The number as it is called: the letter, then the digits (DOMAIN.md §3).
fn spoken(ticket: Ticket) -> String {
    let number = ticket.to_string();
    let (letter, digits) = number.split_at(1);
    format!("{letter}\u{a0}{digits}")
}

#[cfg(test)]
mod tests;
