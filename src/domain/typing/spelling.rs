//! What can be a syllable of Vietnamese, or of a name of the Central Highlands; everything else is a foreign word.
//!
//! Written as VNI has it, so that a table can be read: `ie6n`, `u7o7ng`, `d9`.

use super::letter::{Letter, Mark, Tone};

/// The consonants that a syllable may begin with.
const INITIALS: &str = "b c ch d d9 g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x";

/// The vowels and what may follow them.
const RIMES: &str = "\
    a ac ach ai am an ang anh ao ap at au ay a8c a8m a8n a8ng a8p a8t a6c a6m a6n a6ng a6p a6t a6u a6y \
    e ec em en eng eo ep et e6 e6ch e6m e6n e6ng e6nh e6p e6t e6u \
    i ich im in inh ip it iu ia ie6c ie6m ie6n ie6ng ie6p ie6t ie6u \
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oa8c oa8m oa8n oa8ng oa8t \
    oe oem oen oeng oeo oet o6 o6c o6i o6m o6n o6ng o6p o6t o7 o7i o7m o7n o7p o7t \
    u uc ui um un ung up ut ua ua6n ua6ng ua6t ua6y ue6 ue6ch ue6n ue6nh ue6t uo6c uo6i uo6m uo6n uo6ng uo6p uo6t \
    uo7 uy uya uych uye6n uye6t uyn uynh uyp uyt uyu u7 u7c u7i u7m u7n u7ng u7t u7u u7a u7o7c u7o7i u7o7m u7o7n \
    u7o7ng u7o7p u7o7t u7o7u y ye6m ye6n ye6ng ye6t ye6u";

/// What names of the Central Highlands begin with besides: Krông, Mlô, Kđăm, M'Đrắk, H'Drai, Plông.
const HIGHLAND_INITIALS: &str = "bh bl br chl chr d9h d9l d9r dh dl dr gl gr hb hd hd9 hl hm hn hr j jr kb kd kd9 kl km \
    kn kp kr ks kt lh md md9 mg ml mn mr mt nd nd9 pl pr rc rl rm rn rp sl sr tl";

/// Those of them that English words begin with, too.
const FOREIGN_TOO: &[&str] = &["bl", "br", "dr", "gl", "gr", "pl", "pr", "sl"];

/// What such names end with besides: Đắk, Lắk, Búk, Păh, Niêl, Kpă.
const HIGHLAND_RIMES: &str =
    "ie6 ak ek ik ok uk a8k a6k o7k u7k ie6k uo6k a8l ie6l uo6l o7l u7l a8h a6h e6h o6h o7h o7ng o7u";

/// What only a name with consonants of its own ends with.
const OPEN_RIMES: &str = "a8 a6 a8i a8o a8u";

/// How much of a syllable there is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Marks and letters may still come.
    Begun,
    Whole,
}

/// Whether letters are a syllable, or the beginning of one.
pub(super) fn is_possible(letters: &[Letter], tone: Tone, extent: Extent) -> bool {
    is_vietnamese(letters, tone, extent) || is_of_the_highlands(letters, tone, extent)
}

fn is_vietnamese(letters: &[Letter], tone: Tone, extent: Extent) -> bool {
    // «ưi» begins no word: it is the «Wi» of «Wi-Fi».
    if extent == Extent::Whole && has_rime(letters, "u7i", tone, extent) {
        return false;
    }
    splits(letters, INITIALS, extent).any(|(_, rime)| has_rime(rime, RIMES, tone, extent))
        || (extent == Extent::Begun && begins_an_initial(letters, INITIALS))
}

fn is_of_the_highlands(letters: &[Letter], tone: Tone, extent: Extent) -> bool {
    if extent == Extent::Begun && begins_an_initial(letters, HIGHLAND_INITIALS) {
        return true;
    }
    // Đắk, Lắk.
    if splits(letters, INITIALS, extent).any(|(_, rime)| has_rime(rime, HIGHLAND_RIMES, tone, extent)) {
        return tone == Tone::None || !is_plain(letters, "ak ek ik ok");
    }
    // Krông, Kpă: a tone stands beside another mark only.
    let has_mark = letters.iter().any(|letter| letter.is_vowel() && letter.mark != Mark::None);
    let is_name = (tone == Tone::None || has_mark)
        && splits(letters, HIGHLAND_INITIALS, extent).any(|(initial, rime)| {
            let is_english = FOREIGN_TOO.contains(&initial)
                && rime.first().is_some_and(|vowel| (vowel.base, vowel.mark) == ('e', Mark::Circumflex))
                && rime.len() > 1;
            let fits =
                [RIMES, HIGHLAND_RIMES, OPEN_RIMES].iter().any(|rimes| has_rime(rime, rimes, tone, extent));
            fits && !is_english
        });
    // Êban, Adrơng: a vowel of its own before the syllable.
    let is_long_name = || {
        let [first, rest @ ..] = letters else { return false };
        let is_head =
            first.is_upper && matches!((first.base, first.mark), ('a', Mark::None) | ('e', Mark::Circumflex));
        let has_initial = rest.first().is_some_and(|letter| !letter.is_vowel());
        is_head && has_initial && tone == Tone::None && is_possible(rest, tone, extent)
    };
    is_name || is_long_name()
}

/// Whether the rime is one of some without any mark.
fn is_plain(letters: &[Letter], rimes: &str) -> bool {
    splits(letters, INITIALS, Extent::Whole).any(|(_, rime)| has_rime(rime, rimes, Tone::None, Extent::Whole))
}

/// The letters after each initial that they may begin with, and after none.
fn splits<'a>(
    letters: &'a [Letter],
    initials: &'static str,
    extent: Extent,
) -> impl Iterator<Item = (&'static str, &'a [Letter])> {
    let with = initials.split(' ').filter_map(move |initial| {
        let length = spelt(initial).count();
        let (head, rime) = letters.split_at_checked(length)?;
        fits(head, initial, extent).then_some((initial, rime))
    });
    let without = std::ptr::eq(initials, INITIALS).then_some(("", letters));
    with.chain(without)
}

fn begins_an_initial(letters: &[Letter], initials: &str) -> bool {
    initials.split(' ').any(|initial| {
        let head: Vec<(char, Mark)> = spelt(initial).take(letters.len()).collect();
        head.len() == letters.len()
            && letters.iter().zip(head).all(|(letter, wanted)| may_be(*letter, wanted))
    })
}

fn has_rime(rime: &[Letter], rimes: &str, tone: Tone, extent: Extent) -> bool {
    let is_stopped = matches!(rime, [.., last] if matches!(last.base, 'c' | 'p' | 't' | 'k'))
        || matches!(rime, [.., c, h] if (c.base, h.base) == ('c', 'h'));
    let is_sung = matches!(tone, Tone::Grave | Tone::Hook | Tone::Tilde);
    if rime.is_empty() || (is_stopped && is_sung) {
        return false;
    }
    rimes.split_ascii_whitespace().any(|wanted| fits(rime, wanted, extent))
}

/// Whether letters are so many of a table's.
fn fits(letters: &[Letter], wanted: &str, extent: Extent) -> bool {
    let mut wanted = spelt(wanted);
    let fit = letters.iter().all(|letter| {
        wanted.next().is_some_and(|one| match extent {
            Extent::Begun => may_be(*letter, one),
            Extent::Whole => (letter.base, letter.mark) == one,
        })
    });
    fit && (extent == Extent::Begun || wanted.next().is_none())
}

/// A letter whose mark has not come yet may become another.
fn may_be(letter: Letter, (base, mark): (char, Mark)) -> bool {
    letter.base == base && (letter.mark == Mark::None || letter.mark == mark)
}

/// The letters of a table's entry.
fn spelt(entry: &str) -> impl Iterator<Item = (char, Mark)> {
    let mut signs = entry.chars().peekable();
    std::iter::from_fn(move || {
        let base = signs.next()?;
        let mark = signs.next_if(char::is_ascii_digit).map_or(Mark::None, Mark::of_digit);
        Some((base, mark))
    })
}
