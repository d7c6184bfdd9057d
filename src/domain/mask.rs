//! What must not be saved though somebody typed it: what a citizen card says, numbers of identity papers and bank cards,
//! passwords, one-time codes.
//!
//! A note says what the next shift has to know. A number of a card is never that, and once it stands in the file it
//! stands in every backup. What looks like one becomes [`MASK`] before it is stored. A telephone number stays: the desk
//! has to call people back.

mod numbers;
mod papers;
mod secrets;

use std::ops::Range;

use crate::domain::card;
use crate::domain::fold::fold;

/// What stands where something was masked. Plain signs: every printer knows them.
pub const MASK: &str = "***";

/// What kind of thing was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sensitive {
    /// The 12-digit personal number, or the 9-digit number of the old identity paper.
    Identity,
    /// What a card says, whole or damaged: the lines that it stands in.
    Card,
    BankCard,
    /// A password, a PIN or a one-time code.
    Secret,
}

/// How many places were masked, by what they looked like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// Places that looked like the number of an identity paper.
    pub identities: u8,
    /// Places where a citizen card stood, or what was left of one.
    pub cards: u8,
    /// Places that looked like the number of a bank card.
    pub bank_cards: u8,
    /// Places that looked like a password or a one-time code.
    pub secrets: u8,
}

impl Masked {
    pub const fn places(self) -> u8 {
        self.identities
            .saturating_add(self.cards)
            .saturating_add(self.bank_cards)
            .saturating_add(self.secrets)
    }

    /// These and others together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            identities: self.identities.saturating_add(other.identities),
            cards: self.cards.saturating_add(other.cards),
            bank_cards: self.bank_cards.saturating_add(other.bank_cards),
            secrets: self.secrets.saturating_add(other.secrets),
        }
    }

    const fn one_more(&mut self, kind: Sensitive) {
        let count = match kind {
            Sensitive::Identity => &mut self.identities,
            Sensitive::Card => &mut self.cards,
            Sensitive::BankCard => &mut self.bank_cards,
            Sensitive::Secret => &mut self.secrets,
        };
        *count = count.saturating_add(1);
    }
}

/// The text with [`MASK`] where something must not be saved, and how many such places there were.
///
/// The text is one that [`super::input`] has cleaned: a number cannot hide behind signs that nobody sees.
pub fn mask(text: &str) -> (String, Masked) {
    mask_with(text, &[cards, secrets::secrets, numbers::numbers, papers::announced, papers::punctuated])
}

/// The text with [`MASK`] where a card stood or the number of one, whole or damaged: for words of the office, which say
/// what a password is and how long a code.
pub fn mask_cards(text: &str) -> (String, Masked) {
    mask_with(text, &[cards, numbers::numbers])
}

/// What finds the places of some kind.
type Find = fn(&[char]) -> Vec<(Range<usize>, Sensitive)>;

fn mask_with(text: &str, finds: &[Find]) -> (String, Masked) {
    let mut letters: Vec<char> = text.chars().collect();
    let mut masked = Masked::default();
    // What is masked may have hidden the word that announces a secret: «001090123456mk: …».
    while mask_once(&mut letters, finds, &mut masked) {}
    (letters.into_iter().collect(), masked)
}

/// Masks what is found in one reading; says whether anything changed.
fn mask_once(letters: &mut Vec<char>, finds: &[Find], masked: &mut Masked) -> bool {
    let before = letters.clone();
    // A card first, whole: a name stands beside its number. Then a secret: its digits may stand beside others and look
    // like part of a longer number.
    for find in finds {
        let mut found: Vec<(Range<usize>, Sensitive)> = find(letters);
        found.retain(|(place, _)| letters[place.clone()].iter().any(|letter| *letter != '*'));
        found.sort_by_key(|(place, _)| place.start);
        for (place, kind) in found.into_iter().rev() {
            letters.splice(place, MASK.chars());
            masked.one_more(kind);
        }
    }
    *letters != before
}

/// The lines that a card stands in.
fn cards(letters: &[char]) -> Vec<(Range<usize>, Sensitive)> {
    card::remains(letters).into_iter().map(|place| (place, Sensitive::Card)).collect()
}

/// A word or a number, and where it stands.
struct Word {
    place: Range<usize>,
    folded: String,
}

fn words(letters: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..].iter().take_while(|letter| letter.is_alphanumeric()).count();
        if length > 0 {
            let text: String = letters[at..at + length].iter().collect();
            words.push(Word { place: at..at + length, folded: fold(&text) });
        }
        at += length.max(1);
    }
    words
}

#[cfg(test)]
mod tests;
