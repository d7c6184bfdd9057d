//! What the code on a citizen card says, checked, and the little of it that is saved (docs/domain.md, "Personal data").
//!
//! The code holds seven fields with `|` between: the number, the old number, the name, the birth date, the sex, the address,
//! the date of issue. Of these only the year of birth, the sex and the commune leave this module: the law asks for the
//! least (Luật 91/2025/QH15), and 12 digits with a name are all that a swindler needs.

mod remains;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::person::Person;
use super::ticket::Ticket;
use super::time::Day;
use crate::domain::commune::{self, Commune, CommuneCode};
use crate::domain::fold::fold;
use crate::domain::person::{AgeBand, Sex};

pub(in crate::domain) use remains::remains;

/// The fewest fields that are a card; the card of 2024 may have more after them.
const FEWEST_FIELDS: usize = 6;

/// The longest text that is still taken for a card, in bytes: the fields of a real one have some 150.
const LONGEST: usize = 1_000;

/// As many digits are the number of something that was scanned.
const FEWEST_DIGITS: usize = 9;

/// Nobody older comes to the desk; a card that says so was read wrong.
const OLDEST: u16 = 120;

/// What a scanner or a paste delivered of a card. Says nothing of itself, and leaves nothing behind.
#[derive(Clone, PartialEq, Eq)]
pub struct Scan(String);

impl Scan {
    /// Takes what was read. What is longer than any card is cut: it will be told to be no card.
    pub fn new(mut text: String) -> Self {
        if text.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            text.truncate(end);
        }
        Self(text)
    }

    /// A scan of which one sign has come. It has room for a whole card: a text that grows leaves copies of itself behind.
    pub fn begun(first: char) -> Self {
        let mut text = String::with_capacity(LONGEST + char::MAX.len_utf8());
        text.push(first);
        Self(text)
    }

    /// Takes the next sign, as far as any card goes.
    pub fn push(&mut self, sign: char) {
        if self.0.len() < LONGEST {
            self.0.push(sign);
        }
    }

    /// Takes the last sign back, as an input method does that rewrites it.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// How many digits there are before anything else.
    pub fn digits(&self) -> usize {
        self.0.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// How many signs there are.
    pub fn signs(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether it is one syllable of Vietnamese with a mark, as an input method gives it in one piece, of so many letters at
    /// most; a space may follow.
    pub fn is_syllable(&self, longest: usize) -> bool {
        let word = self.0.strip_suffix(' ').unwrap_or(&self.0);
        word.chars().count() <= longest && !word.is_ascii() && word.chars().all(char::is_alphabetic)
    }

    /// Whether it holds a card or what is left of one.
    pub fn holds_a_card(&self) -> bool {
        Self::is_in(&self.0)
    }

    /// Whether it is a card, what is left of one, or no more than the number of something.
    pub fn is_card_or_number(&self) -> bool {
        let is_number = self.digits() >= FEWEST_DIGITS && self.0.trim().len() == self.digits();
        is_number || self.holds_a_card()
    }

    /// The number on a slip, when it is one: `A012`.
    pub fn ticket(&self) -> Option<Ticket> {
        self.0.parse().ok()
    }

    /// Whether all of it is one sign: a key that is held down.
    pub fn is_one_key(&self) -> bool {
        self.0.chars().all(|sign| self.0.starts_with(sign))
    }

    /// Whether a text holds a card or what is left of one: it must be kept nowhere.
    pub fn is_in(text: &str) -> bool {
        remains::is_in(text)
    }

    /// What may be saved of the card, on the day of the visit.
    pub fn read(&self, today: Day) -> Result<CardFacts, CardFlaw> {
        read(&self.0, today)
    }
}

impl std::fmt::Debug for Scan {
    /// Not one letter of the card: this may end up in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scan(..)")
    }
}

impl Drop for Scan {
    /// Overwrites what was read, so that it is not found in memory that is used again.
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
}

/// What is saved of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardFacts {
    pub birth_year: u16,
    /// The age on the day of the visit, as coarse as it is counted.
    pub age: AgeBand,
    pub sex: Sex,
    /// The commune of the address, when the address is one of today's.
    pub commune: Option<CommuneCode>,
    /// The first three digits are on no list: born abroad, or a card to look at twice.
    pub has_strange_prefix: bool,
}

impl CardFacts {
    /// A person with these facts; what else is known of the person stays.
    #[must_use]
    pub fn noted_of(&self, person: Person) -> Person {
        Person {
            age: Some(self.age),
            birth_year: Some(self.birth_year),
            sex: Some(self.sex),
            commune: self.commune,
            ..person
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardFlaw {
    /// It is no code of a citizen card.
    NoCard,
    /// The fields have no `|` between them.
    NoBars,
    /// It is of the lines on the back of the card, which say neither the sex nor the address as the code does.
    Back,
    /// The scan ends before the card does.
    CutOff,
    /// An input method put its marks on what the scanner typed.
    InputMethod,
    /// The letters were read in another character set.
    WrongLetters,
    /// The first field is no number of 12 digits.
    Number,
    /// There is no such day of birth, or nobody is that old or that young.
    Birth,
    /// The sex is neither of the two that the card knows.
    Sex,
    /// The number says another year of birth than the date.
    NumberAndBirth,
    /// The number says another sex than the card.
    NumberAndSex,
}

fn read(text: &str, today: Day) -> Result<CardFacts, CardFlaw> {
    // A mark that came as a sign of its own is composed first: it is no mangled scan.
    let text: String = text.trim().nfc().collect();
    let fields: Vec<&str> = text.split('|').map(str::trim).collect();
    if fields.len() == 1 {
        return Err(if remains::is_machine_readable(&text) {
            CardFlaw::Back
        } else if Scan::is_in(&text) {
            CardFlaw::NoBars
        } else {
            CardFlaw::NoCard
        });
    }
    not_mangled(&fields)?;
    let number = Number::read(fields[0]).ok_or(CardFlaw::Number)?;
    if fields.len() < FEWEST_FIELDS || fields[5].is_empty() {
        return Err(CardFlaw::CutOff);
    }
    let birth = birth_date(fields[3]).ok_or(CardFlaw::Birth)?;
    let age = years(birth, today.date()).filter(|age| *age <= OLDEST).ok_or(CardFlaw::Birth)?;
    let sex = sex(fields[4]).ok_or(CardFlaw::Sex)?;
    if !number.is_of_year(birth.year()) {
        return Err(CardFlaw::NumberAndBirth);
    }
    if number.sex() != sex {
        return Err(CardFlaw::NumberAndSex);
    }
    Ok(CardFacts {
        birth_year: u16::try_from(birth.year()).map_err(|_| CardFlaw::Birth)?,
        age: AgeBand::of(age),
        sex,
        commune: commune_of(fields[5]),
        has_strange_prefix: !number.prefix().is_known(),
    })
}

/// A date as the card writes it: `01011990`.
fn birth_date(field: &str) -> Option<NaiveDate> {
    let digits = field.len() == 8 && field.bytes().all(|letter| letter.is_ascii_digit());
    let part = |from: usize, until: usize| field.get(from..until)?.parse::<u32>().ok();
    if !digits {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(part(4, 8)?).ok()?, part(2, 4)?, part(0, 2)?)
}

/// Whole years from a birth until a day; `None` when the birth is later.
fn years(birth: NaiveDate, today: NaiveDate) -> Option<u16> {
    today.years_since(birth).and_then(|years| u16::try_from(years).ok())
}

/// How the card writes the sex of a woman, in small letters.
const FEMALE: &str = "n\u{1eef}";

fn sex(field: &str) -> Option<Sex> {
    match field.to_lowercase().as_str() {
        "nam" => Some(Sex::Male),
        FEMALE => Some(Sex::Female),
        _ => None,
    }
}

/// The first three digits of the numbers that were given in Viet Nam, each with the province of that time.
const PREFIXES: &str = include_str!("../../assets/cccd_prefixes.tsv");

/// The first three digits: where the birth was registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix([u8; 3]);

impl Prefix {
    /// The prefix of three digits, each from 0 to 9.
    pub const fn of(digits: [u8; 3]) -> Self {
        Self(digits)
    }

    /// Whether it is one of the 63 of the provinces. People born abroad have others.
    pub fn is_known(self) -> bool {
        PREFIXES
            .lines()
            .skip(1)
            .any(|line| line.bytes().take(3).map(|letter| letter.wrapping_sub(b'0')).eq(self.0))
    }
}

/// A number whose digits are read, and nothing more of it than what has to be compared.
#[derive(Clone, Copy)]
struct Number {
    prefix: Prefix,
    /// Twice the century after 1900, one more for a woman.
    century_and_sex: u8,
    /// The last two digits of the year of birth.
    year: u8,
}

impl Number {
    /// The number of a field; `None` when it is not of 12 digits.
    fn read(field: &str) -> Option<Self> {
        let digits: Vec<u8> = field
            .bytes()
            .map(|letter| letter.is_ascii_digit().then(|| letter - b'0'))
            .collect::<Option<_>>()?;
        let [a, b, c, century_and_sex, tens, ones, ..] = digits[..] else { return None };
        (digits.len() == 12).then(|| Self {
            prefix: Prefix::of([a, b, c]),
            century_and_sex,
            year: tens * 10 + ones,
        })
    }

    const fn prefix(self) -> Prefix {
        self.prefix
    }

    /// Whether century and year are those of a year of birth.
    fn is_of_year(self, year: i32) -> bool {
        1900 + i32::from(self.century_and_sex / 2) * 100 + i32::from(self.year) == year
    }

    /// The sex that the number says.
    const fn sex(self) -> Sex {
        if self.century_and_sex.is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }
}

/// The commune that the last parts of an address name: «…, Xã Vĩnh Bảo, Thành phố Hải Phòng».
///
/// A card from before 01/07/2025 has a district between the two; its commune may bear the name of another one of today,
/// so nothing is concluded from it.
fn commune_of(address: &str) -> Option<CommuneCode> {
    let parts: Vec<String> =
        address.split(',').map(|part| spelt_out(&fold(part))).filter(|part| !part.is_empty()).collect();
    let (last, before) = parts.split_last()?;
    let fits = |commune: &Commune, name: &str| fold(commune.name) == name;
    let found: Vec<Commune> = match before.last() {
        Some(name) if commune::all().any(|one| is_province(one.province, last)) => {
            commune::all().filter(|one| is_province(one.province, last) && fits(one, name)).collect()
        }
        // Without its province a name must be the only one in the country.
        _ => commune::all().filter(|one| fits(one, last)).collect(),
    };
    match found[..] {
        [one] => one.code.parse().ok(),
        _ => None,
    }
}

fn is_province(province: &str, part: &str) -> bool {
    let province = fold(province);
    let proper = ["tinh ", "thanh pho "].iter().find_map(|kind| province.strip_prefix(kind));
    part == province || proper == Some(part)
}

/// A part with its kind in full: «tp. hồ chí minh» and «TP.HCM» are written, too.
fn spelt_out(part: &str) -> String {
    let part = part.replace('.', " ");
    let words: Vec<&str> = part.split_whitespace().collect();
    match words[..] {
        ["tp" | "thanh" | "t", "hcm"] | ["tphcm" | "hcm"] => "thanh pho ho chi minh".to_owned(),
        ["tp", ref rest @ ..] => format!("thanh pho {}", rest.join(" ")),
        ["p", ref rest @ ..] => format!("phuong {}", rest.join(" ")),
        ["x", ref rest @ ..] => format!("xa {}", rest.join(" ")),
        ["t", ref rest @ ..] => format!("tinh {}", rest.join(" ")),
        _ => words.join(" "),
    }
}

/// Finds what an input method or a wrong character set leaves in the fields with words.
fn not_mangled(fields: &[&str]) -> Result<(), CardFlaw> {
    let words: Vec<&str> = [2, 4, 5].into_iter().filter_map(|at| fields.get(at).copied()).collect();
    if words.iter().any(|field| has_wrong_letters(field))
        || fields.get(2).is_some_and(|name| name.contains('?'))
        || fields.get(4).is_some_and(|sex| sex.contains('?'))
    {
        return Err(CardFlaw::WrongLetters);
    }
    let is_rewritten = |field: &str| field.split(|letter: char| !letter.is_alphabetic()).any(is_rewritten);
    // The address may hold a foreign word; the name and the sex may not.
    let sex_is_odd = fields.get(4).is_some_and(|sex| is_almost_a_sex(sex));
    if sex_is_odd || words.iter().any(|field| is_rewritten(field)) {
        return Err(CardFlaw::InputMethod);
    }
    Ok(())
}

/// UTF-8 that was read byte by byte: `Ã`, `áº`, `Ä‘`; a letter that could not be shown; a letter of Latin-1 that neither
/// Vietnamese nor the minorities' names have.
fn has_wrong_letters(field: &str) -> bool {
    let letters: Vec<char> = field.chars().collect();
    let is_half_a_letter = |pair: &[char]| {
        let continues = matches!(pair[1], '\u{80}'..='\u{bf}' | '\u{152}'..='\u{192}' | '\u{2013}'..='\u{203a}' | '€' | '™');
        matches!(pair[0], 'Ã' | 'Ä' | 'Æ' | 'Å' | 'á' | 'Â') && continues
    };
    let is_foreign = |letter: &char| {
        matches!(
            letter,
            '\u{fffd}'
                | '\u{80}'..='\u{9f}'
                | '\u{a1}'..='\u{b6}'
                | '\u{b8}'..='\u{bf}'
                | 'Ä'..='Ç' | 'ä'..='ç'
                | 'Ð' | 'ð' | 'Þ' | 'þ' | 'ß' | '×' | '÷' | 'Ø' | 'ø' | 'ÿ'
        )
    };
    letters.iter().any(is_foreign) || letters.windows(2).any(is_half_a_letter)
}

/// Whether a word shows the hand of an input method: keys of Telex that stayed letters, a letter doubled, two tones.
fn is_rewritten(word: &str) -> bool {
    let lower: Vec<char> = word.to_lowercase().chars().collect();
    // No Vietnamese syllable has these; `oo` stands in a few («xoong»), and only before `ng`.
    let doubled = lower.windows(2).enumerate().any(|(at, pair)| match *pair {
        ['w' | 'u' | 'o' | 'a' | 'ư' | 'ơ' | 'ă', 'w'] | ['a', 'a'] | ['e', 'e'] | ['d', 'd'] => true,
        ['o', 'o'] => lower.get(at + 2) != Some(&'n'),
        [one, other] => one == other && !one.is_ascii(),
        _ => false,
    });
    let tones = lower.iter().filter(|letter| has_tone(**letter)).count();
    // The key of a tone that was left at the end of its word: «Nguyeenx», «Thij».
    let left_over =
        matches!(lower[..], [.., before, 'f' | 'j' | 'x' | 'z'] if is_vowel(before) || before == 'n');
    doubled || tones > 1 || left_over
}

fn has_tone(letter: char) -> bool {
    // Grave, acute, tilde, hook above, dot below; a tilde on `n` belongs to the letter.
    !letter.nfd().any(|part| part == 'n')
        && letter.nfd().any(|part| matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

fn is_vowel(letter: char) -> bool {
    letter.nfd().next().is_some_and(|plain| matches!(plain, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

/// Neither «Nam» nor «Nữ», but begun like one: «Nuwx», «Nưữ», «Nan».
fn is_almost_a_sex(field: &str) -> bool {
    let lower: String = field.to_lowercase();
    !matches!(lower.as_str(), "nam" | FEMALE | "") && lower.starts_with('n') && lower.chars().count() <= 6
}

#[cfg(test)]
mod tests;
