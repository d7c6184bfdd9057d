//! What a line of commands means: read anew after each letter, so that the screen says it before Enter does it.

use crate::desk::{Card, NewVisit};
use crate::domain::assist::MOST_QUANTITY;
use crate::domain::fold::fold_keys;
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::visit::MOST_PERSONS;
use crate::domain::{Code, Priority, Ticket};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::filter::fits;
use crate::ui::keymap::{self, Action, Place};
use crate::ui::request::Order;

/// Why a line asks for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFlaw {
    Empty,
    /// No verb and no number begins so.
    UnknownVerb(String),
    UnknownNeed(String),
    UnknownPriority(String),
    /// More persons or more of a thing than one number may stand for.
    TooMany(u16),
    NoSuchTicket(String),
    /// The verb takes nothing after it.
    TooMuch(String),
}

/// Reads a line that was opened in a place of the desk.
pub fn read(text: &str, place: Place, ctx: &Context<'_>) -> Result<Order, LineFlaw> {
    let text = text.trim();
    if let Some(needs) = text.strip_prefix('+') {
        return take(needs, ctx);
    }
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return Err(LineFlaw::Empty) };
    let rest: Vec<&str> = words.collect();
    if let Some(row) = keymap::row_of(place, &fold_keys(first)) {
        return match (row.action, rest.as_slice()) {
            (action, []) => Ok(Order::Act(action)),
            (Action::TakeNumber, needs) => take(&needs.join(" "), ctx),
            (_, more) => Err(LineFlaw::TooMuch(more.join(" "))),
        };
    }
    if looks_like_a_ticket(first) {
        let card = ticket(first, ctx).ok_or_else(|| LineFlaw::NoSuchTicket(first.to_uppercase()))?;
        let then = match rest.as_slice() {
            [] => None,
            [verb] => Some(
                keymap::row_of(place, &fold_keys(verb))
                    .map(|row| row.action)
                    .ok_or_else(|| LineFlaw::UnknownVerb((*verb).to_owned()))?,
            ),
            [_, more @ ..] => return Err(LineFlaw::TooMuch(more.join(" "))),
        };
        return Ok(Order::Go { visit: card.visit.id, then });
    }
    Err(LineFlaw::UnknownVerb(first.to_owned()))
}

/// `+ cc x5, ks 2 ! >`: needs with their quantities, persons, priority, and the sign that brings the party to the desk at
/// once. Without a need it opens the form.
fn take(text: &str, ctx: &Context<'_>) -> Result<Order, LineFlaw> {
    if text.trim().is_empty() {
        return Ok(Order::Act(Action::TakeNumber));
    }
    let mut new = NewVisit { needs: Vec::new(), ..NewVisit::plain(Code::new(UNKNOWN_NEED)) };
    let mut is_at_once = false;
    for part in text.split(',') {
        let (words, behind) = need_and_behind(part);
        let mut quantity = 1;
        for word in behind {
            if word == AT_ONCE {
                is_at_once = true;
            } else if let Some(reason) = word.strip_prefix('!') {
                new.priority = Some(priority(reason, ctx.lang)?);
            } else if let Some(number) = quantity_of(word) {
                quantity = within(number, MOST_QUANTITY)?;
            } else if let Ok(number) = word.parse() {
                new.persons = within(number, MOST_PERSONS)?;
            }
        }
        if words.is_empty() {
            continue;
        }
        let need = words.join(" ");
        let found = ctx.finder.find(&need, &ctx.model.habits);
        let code = found.first().cloned().ok_or_else(|| LineFlaw::UnknownNeed(need.clone()))?;
        // The finder offers «chưa rõ nhu cầu» for anything; here it must have been meant.
        if code.0 == UNKNOWN_NEED && found.len() == 1 && !is_called(&code, &need, ctx) {
            return Err(LineFlaw::UnknownNeed(need));
        }
        new.needs.push((code, quantity));
    }
    Ok(match (new.needs.is_empty(), is_at_once) {
        (true, _) => Order::Act(Action::TakeNumber),
        (false, false) => Order::Take(new),
        (false, true) => Order::ServeNow(new),
    })
}

/// What brings a party to the desk at once, after its needs.
const AT_ONCE: &str = ">";

/// The words of a need, and the head-count, quantity and priority after it. They are looked for from the end, so that a
/// need may have numbers of its own: «1022», «mẫu 2 tờ».
fn need_and_behind(part: &str) -> (Vec<&str>, Vec<&str>) {
    let mut words: Vec<&str> = part.split_whitespace().collect();
    let is_persons = |word: &str| word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_behind = |at: usize, word: &str| {
        word == AT_ONCE
            || word.starts_with('!')
            || quantity_of(word).is_some()
            || (at > 0 && is_persons(word))
    };
    let need = words.iter().enumerate().rposition(|(at, word)| !is_behind(at, word)).map_or(0, |at| at + 1);
    let behind = words.split_off(need);
    (words, behind)
}

/// Whether an entry has a name or an alias that begins so.
fn is_called(code: &Code, typed: &str, ctx: &Context<'_>) -> bool {
    ctx.catalogue.get(code).is_some_and(|entry| {
        entry
            .aliases
            .iter()
            .chain([&entry.short.vi, &entry.short.en, &entry.code.0])
            .any(|name| fits(typed, name))
    })
}

/// `x5`, `5x`, `*5`, `×5`: five of it.
fn quantity_of(word: &str) -> Option<u32> {
    let is_times = |letter: char| matches!(letter, 'x' | 'X' | '*' | '×');
    let digits = word.strip_prefix(is_times).or_else(|| word.strip_suffix(is_times))?;
    digits.parse().ok()
}

fn within(number: u32, most: u16) -> Result<u16, LineFlaw> {
    u16::try_from(number).ok().filter(|number| (1..=most).contains(number)).ok_or(LineFlaw::TooMany(most))
}

/// `!` alone is the elderly, the usual reason; with letters, the first reason of which a word begins so.
fn priority(letters: &str, lang: Lang) -> Result<Priority, LineFlaw> {
    let mut reasons = Priority::ALL.iter().copied();
    let found = if letters.is_empty() {
        reasons.next()
    } else {
        reasons.find(|reason| fits(letters, lang.priority(*reason)))
    };
    found.ok_or_else(|| LineFlaw::UnknownPriority(letters.to_owned()))
}

/// A letter and digits, or digits alone.
fn looks_like_a_ticket(word: &str) -> bool {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    word.len() - digits.len() <= 1 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `A012`, `a12`; `12` where only one open visit has that number.
fn ticket<'a>(word: &str, ctx: &Context<'a>) -> Option<&'a Card> {
    if let Ok(ticket) = word.parse::<Ticket>() {
        return ctx.model.open().find(|card| card.visit.ticket == ticket);
    }
    let number: u16 = word.parse().ok()?;
    let mut fitting = ctx.model.open().filter(|card| card.visit.ticket.number == number);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// What a line may go on to, the likeliest first: whole lines, each of which begins with what was typed, or is the
/// verb of a deed whose name has the typed words.
pub fn suggestions(text: &str, place: Place, ctx: &Context<'_>) -> Vec<String> {
    let text = text.trim_start();
    if let Some(needs) = text.strip_prefix('+') {
        let (before, last) = needs.rsplit_once(',').map_or(("", needs), |(before, last)| (before, last));
        let before = if before.is_empty() { String::new() } else { format!("{},", before.trim_end()) };
        let (words, behind) = need_and_behind(last);
        let behind: String = behind.iter().flat_map(|word| [" ", word]).collect();
        let found = ctx.finder.find(&words.join(" "), &ctx.model.habits).into_iter().take(MOST_SUGGESTIONS);
        return found
            .map(|code| format!("+{before} {}{behind}", ctx.short(&code).replace(',', "")))
            .collect();
    }
    let typed = fold_keys(text.trim_end());
    let is_number = looks_like_a_ticket(&typed);
    let tickets = ctx
        .model
        .open()
        .filter(|_| is_number)
        .map(|card| card.visit.ticket.to_string())
        .filter(|ticket| ticket.to_lowercase().starts_with(&typed));
    let verbs = keymap::verbs(place).filter(|row| {
        row.verbs.iter().any(|verb| verb.starts_with(&typed))
            || fits(text, ctx.lang.action(row.action))
            || fits(text, ctx.lang.action_help(row.action))
    });
    let verbs = verbs.map(|row| row.verbs[0].to_owned());
    tickets.chain(verbs).take(MOST_SUGGESTIONS).collect()
}

/// As many as stand above the line.
pub const MOST_SUGGESTIONS: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_looks_like_one_and_a_verb_does_not() {
        for word in ["A012", "a12", "12", "K1", "007"] {
            assert!(looks_like_a_ticket(word), "{word}");
        }
        for word in ["", "n", ".", "ab12", "1a", "A", "a1b", "Đ12"] {
            assert!(!looks_like_a_ticket(word), "{word}");
        }
    }

    #[test]
    fn a_quantity_has_its_sign_on_either_side() {
        for (word, number) in [
            ("x5", Some(5)),
            ("5x", Some(5)),
            ("×12", Some(12)),
            ("*3", Some(3)),
            ("5", None),
            ("xe", None),
            ("x", None),
        ] {
            assert_eq!(quantity_of(word), number, "{word}");
        }
        assert_eq!(within(100, 99), Err(LineFlaw::TooMany(99)));
        assert_eq!(within(0, 99), Err(LineFlaw::TooMany(99)));
    }

    #[test]
    fn what_stands_behind_a_need_is_read_from_the_end() {
        for (part, need, behind) in [
            (" cc 2", vec!["cc"], vec!["2"]),
            ("sao y x5 3 !mang", vec!["sao", "y"], vec!["x5", "3", "!mang"]),
            ("1022", vec!["1022"], vec![]),
            ("2", vec!["2"], vec![]),
            ("mau 2 to", vec!["mau", "2", "to"], vec![]),
            ("kn 100", vec!["kn"], vec!["100"]),
            ("kn 1000", vec!["kn", "1000"], vec![]),
            ("!", vec![], vec!["!"]),
            ("ks 2 >", vec!["ks"], vec!["2", ">"]),
        ] {
            assert_eq!(need_and_behind(part), (need, behind), "{part}");
        }
    }

    #[test]
    fn a_reason_is_named_by_a_few_letters() {
        assert_eq!(priority("", Lang::Vi), Ok(Priority::Elderly));
        assert_eq!(priority("mang", Lang::Vi), Ok(Priority::Mother));
        assert_eq!(priority("tre", Lang::Vi), Ok(Priority::Child));
        assert_eq!(priority("zz", Lang::Vi), Err(LineFlaw::UnknownPriority("zz".to_owned())));
    }
}
