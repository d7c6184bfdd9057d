//! The proof in words.

use crate::domain::Ticket;
use crate::domain::tally::Proof;
use crate::papers::sheet::Block;
use crate::text::Lang;

/// The proof with its numbers, and the tickets by which it does not hold.
pub(super) fn block(proof: &Proof, lang: Lang) -> Block {
    let holds = proof.holds();
    let even = proof.carried_in + proof.issued == proof.served + proof.left + proof.open;
    let [carried_in, issued, served, left, open] =
        [proof.carried_in, proof.issued, proof.served, proof.left, proof.open].map(|n| lang.count(n));
    let sum = if even {
        lang.tally_proof_even(&carried_in, &issued, &served, &left, &open)
    } else {
        lang.tally_proof_uneven(&carried_in, &issued, &served, &left, &open)
    };
    let mut sentence = if holds { lang.tally_proof_holds(&sum) } else { lang.tally_proof_fails(&sum) };
    if !proof.missing.is_empty() {
        sentence.push(' ');
        sentence.push_str(&lang.tally_missing(proof.missing.len(), &ranges(&proof.missing)));
    }
    if !proof.surplus.is_empty() {
        sentence.push(' ');
        sentence.push_str(&lang.tally_surplus(proof.surplus.len(), &ranges(&proof.surplus)));
    }
    Block::Proof { holds, sentence }
}

/// Tickets in their order, three or more in a row as a range: «A003, A007–A012».
pub(super) fn ranges(tickets: &[Ticket]) -> String {
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
        assert_eq!(ranges(&tickets), "A003, A007–A009, B001, B002");
        assert_eq!(ranges(&[]), "");
    }
}
