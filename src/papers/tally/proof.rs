//! The proof in words.

use crate::domain::Ticket;
use crate::domain::tally::{Number, Proof};
use crate::lang::Lang;
use crate::papers::sheet::Block;

/// The proof with its numbers, and the tickets by which it does not hold.
pub(in crate::papers) fn block(proof: &Proof, lang: Lang) -> Block {
    let holds = proof.holds();
    let count = |number: u32| lang.count(number);
    let before = lang.proof_before(&count(proof.carried_in), &count(proof.issued), &count(proof.returned));
    let withdrawn = u32::try_from(proof.withdrawn.len()).unwrap_or(u32::MAX);
    let ended = lang.proof_ended(&count(proof.served), &count(proof.left), &count(withdrawn));
    let sign = if proof.is_even() { '=' } else { '≠' };
    let sum = format!("{before} {sign} {ended} + {}", lang.proof_open(&count(proof.open)));
    let mut sentence = if holds { lang.tally_proof_holds(&sum) } else { lang.tally_proof_fails(&sum) };
    if proof.came_back > 0 {
        sentence.push(' ');
        sentence.push_str(&lang.tally_came_back(proof.came_back));
    }
    if !proof.missing.is_empty() {
        sentence.push(' ');
        sentence.push_str(&lang.tally_missing(proof.missing.len(), &ranges(&proof.missing, lang)));
    }
    if !proof.surplus.is_empty() {
        sentence.push(' ');
        sentence.push_str(&lang.tally_surplus(proof.surplus.len(), &ranges(&proof.surplus, lang)));
    }
    Block::Proof { holds, sentence }
}

/// Numbers in their order, three or more in a row as a range: «A003, A007–A012». Of several days each begins with its
/// date.
pub(super) fn ranges(numbers: &[Number], lang: Lang) -> String {
    let several = numbers.first().map(|one| one.day) != numbers.last().map(|one| one.day);
    let mut days: Vec<String> = Vec::new();
    for of_day in numbers.chunk_by(|one, next| one.day == next.day) {
        let tickets: Vec<Ticket> = of_day.iter().map(|one| one.ticket).collect();
        let words = runs(&tickets);
        days.push(if several { format!("{} {words}", lang.short_date(of_day[0].day)) } else { words });
    }
    days.join("; ")
}

fn runs(tickets: &[Ticket]) -> String {
    let mut runs: Vec<(Ticket, Ticket)> = Vec::new();
    for ticket in tickets {
        match runs.last_mut() {
            Some((_, last))
                if last.series == ticket.series && last.number.checked_add(1) == Some(ticket.number) =>
            {
                *last = *ticket;
            }
            _ => runs.push((*ticket, *ticket)),
        }
    }
    let words: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match last.number - first.number {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
        .collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Series;

    #[test]
    fn tickets_in_a_row_become_a_range() {
        let ticket = |letter, number| Ticket { series: Series::new(letter).unwrap(), number };
        let tickets =
            [ticket('A', 3), ticket('A', 7), ticket('A', 8), ticket('A', 9), ticket('B', 1), ticket('B', 2)];
        let on = |day: &str, tickets: &[Ticket]| -> Vec<Number> {
            tickets.iter().map(|ticket| Number { day: day.parse().unwrap(), ticket: *ticket }).collect()
        };
        let mut numbers = on("2026-11-20", &tickets);
        assert_eq!(ranges(&numbers, Lang::Vi), "A003, A007–A009, B001, B002");
        numbers.extend(on("2026-11-21", &tickets[..1]));
        assert_eq!(ranges(&numbers, Lang::Vi), "20/11 A003, A007–A009, B001, B002; 21/11 A003");
        assert_eq!(ranges(&[], Lang::Vi), "");
    }
}
