//! A number as people read it off a slip: «A002», «a 2», «A002 1/12», «A002-1/12/26».

use unicode_normalization::UnicodeNormalization;

use super::fold::fold;
use super::ticket::{Series, Ticket};
use super::time::Day;

/// So many days back a number is looked for whose day nobody said.
pub const DAYS_BACK: u64 = 60;

/// A day without its year may be 29 February: so many years back there is one.
const YEARS_BACK: i32 = 8;

/// What was said of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    WithYear(Day),
    /// The latest such day that is not to come, and the one before it.
    WithoutYear(Day, Option<Day>),
}

/// A number, with its day as far as that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlipNumber {
    pub ticket: Ticket,
    said: Said,
}

impl SlipNumber {
    /// Reads what was typed on a day; `None` of what is no number, or a number with what is no day.
    pub fn read(typed: &str, today: Day) -> Option<Self> {
        let typed = typed.trim();
        let first = typed.chars().next()?;
        let rest = &typed[first.len_utf8()..];
        // Telex makes «ư» of a W, VNI of u7.
        let telex = matches!(first, 'ư' | 'Ư').then(|| plain('W', rest));
        let (letter, marks) = keyed(first)?;
        let other = if marks.is_empty() { plain(letter, rest) } else { marked(letter, marks, rest) };
        [telex.flatten(), other].into_iter().flatten().find_map(|(head, tail)| {
            let tail = tail.trim_matches(is_between);
            let word = tail.split_whitespace().next().filter(|word| fold(word) == "ngay");
            let day = word.map_or(tail, |word| tail[word.len()..].trim_start());
            let ticket = head.ticket(!day.is_empty())?;
            Some(Self { ticket, said: said(day, today)? })
        })
    }

    /// Whether its day was said.
    pub const fn has_day(self) -> bool {
        !matches!(self.said, Said::Nothing)
    }

    /// The days on which to look for it, the first choice first.
    pub fn days(self, today: Day) -> Vec<Day> {
        match self.said {
            Said::Nothing => (0..=DAYS_BACK).map(|back| today.minus_days(back)).collect(),
            Said::WithYear(day) => vec![day],
            Said::WithoutYear(day, before) => [Some(day), before].into_iter().flatten().collect(),
        }
    }

    /// Whether a number of that day is only what may have been meant: the latest such day has none.
    pub fn is_doubtful(self, day: Day) -> bool {
        matches!(self.said, Said::WithoutYear(_, Some(before)) if before == day)
    }
}

/// The letter of a number with its digits, as it was typed.
struct Head {
    letter: char,
    digits: String,
    /// The letter has marks that were digits before a typing method took them: «ầ» was `a62`.
    has_marks: bool,
}

impl Head {
    /// A letter with one mark alone may begin a need: «đ», «ư», «ở». With a day after it it is a number.
    fn ticket(&self, has_day: bool) -> Option<Ticket> {
        let is_word =
            self.has_marks && (self.digits.len() < 2 || (self.letter, &*self.digits) == ('O', "73"));
        let series = Series::new(self.letter).filter(|_| has_day || !is_word)?;
        let number = self.digits.parse::<u16>().ok().filter(|number| *number > 0)?;
        Some(Ticket { series, number })
    }
}

/// A letter and digits, and what stands after them.
fn plain(letter: char, rest: &str) -> Option<(Head, &str)> {
    let rest = rest.trim_start();
    let end = rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, tail) = rest.split_at(end);
    let head = Head { letter, digits: digits.to_owned(), has_marks: false };
    ((1..=4).contains(&end) && ends(tail)).then_some((head, tail))
}

/// A letter whose digits have become its marks, as far as they can: «â0» was `a60`.
fn marked(letter: char, marks: String, rest: &str) -> Option<(Head, &str)> {
    let end = rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len());
    let (others, tail) = rest.split_at(end);
    let digits = marks + others;
    (digits.len() <= 4 && ends(tail)).then_some((Head { letter, digits, has_marks: true }, tail))
}

/// Whether the number ends here.
fn ends(tail: &str) -> bool {
    tail.chars().next().is_none_or(is_between)
}

/// What people write between a number and its day.
const fn is_between(one: char) -> bool {
    matches!(one, ' ' | '-' | '–' | ',' | ';' | '/' | '.' | '(' | ')')
}

/// A letter without its marks, as a capital, and the digits by which VNI types them.
fn keyed(letter: char) -> Option<(char, String)> {
    if matches!(letter, 'đ' | 'Đ') {
        return Some(('D', "9".to_owned()));
    }
    let mut parts = letter.nfd();
    let base = parts.next().filter(char::is_ascii_alphabetic)?;
    let mut digits: Vec<char> = parts
        .map(|mark| match mark {
            '\u{302}' => Some('6'),
            '\u{31b}' => Some('7'),
            '\u{306}' => Some('8'),
            '\u{301}' => Some('1'),
            '\u{300}' => Some('2'),
            '\u{309}' => Some('3'),
            '\u{303}' => Some('4'),
            '\u{323}' => Some('5'),
            _ => None,
        })
        .collect::<Option<_>>()?;
    // The mark of the letter is typed first, then the tone.
    digits.sort_unstable_by_key(|digit| *digit < '6');
    Some((base.to_ascii_uppercase(), digits.into_iter().collect()))
}

/// What was said of the day; `None` when it is none.
fn said(day: &str, today: Day) -> Option<Said> {
    if day.is_empty() {
        return Some(Said::Nothing);
    }
    if let Some(day) = Day::as_written(day, None).or_else(|| short_year(day)) {
        return Some(Said::WithYear(day));
    }
    let year = today.parts().2;
    let in_years = (0..=YEARS_BACK).filter_map(|back| Day::as_written(day, Some(year - back)));
    let mut past = in_years.filter(|day| *day <= today);
    Some(Said::WithoutYear(past.next()?, past.next()))
}

/// A day whose year has two digits: `1/12/26`.
fn short_year(day: &str) -> Option<Day> {
    let (rest, year) = day.trim().rsplit_once(['/', '-', '.', ' '])?;
    let is_short = year.len() == 2 && year.bytes().all(|one| one.is_ascii_digit());
    let year = year.parse::<i32>().ok().filter(|_| is_short && rest.contains(['/', '-', '.', ' ']))?;
    Day::as_written(rest, Some(2000 + year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::typing::{Ground, Word};
    use crate::domain::{Series, TypingMethod};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn read(typed: &str, today: &str) -> Option<(String, Vec<String>)> {
        let (number, today) = (SlipNumber::read(typed, day(today))?, day(today));
        let days = if number.has_day() { number.days(today) } else { Vec::new() };
        Some((number.ticket.to_string(), days.iter().map(Day::to_string).collect()))
    }

    #[test]
    fn a_number_is_read_as_people_read_it_off_a_slip() {
        let today = "2026-12-01";
        for (typed, ticket, days) in [
            ("A002", "A002", &[][..]),
            (" a 002 ", "A002", &[]),
            ("a2", "A002", &[]),
            ("A002 1/12", "A002", &["2026-12-01", "2025-12-01"]),
            ("A002-1/12/26", "A002", &["2026-12-01"]),
            ("A002 01/12/2026", "A002", &["2026-12-01"]),
            ("a 002, 30-11-2026", "A002", &["2026-11-30"]),
            ("A2 (20/11)", "A002", &["2026-11-20", "2025-11-20"]),
            ("A002 ngày 20/11", "A002", &["2026-11-20", "2025-11-20"]),
            ("A002/20.11.26", "A002", &["2026-11-20"]),
            // The latest such day that is not to come, whatever year that is.
            ("k12 15/12", "K012", &["2025-12-15", "2024-12-15"]),
            ("b1 29/2", "B001", &["2024-02-29", "2020-02-29"]),
            // What a typing method made of the digits.
            ("ầ", "A062", &[]),
            ("đ 20/11", "D009", &["2026-11-20", "2025-11-20"]),
        ] {
            let days = days.iter().map(ToString::to_string).collect();
            assert_eq!(read(typed, today), Some((ticket.to_owned(), days)), "{typed}");
        }
        assert_eq!(read("A001 30/12", "2027-01-05").unwrap().1[0], "2026-12-30");
        for wrong in [
            "",
            "A",
            "A0",
            "12",
            "ks",
            "A1b",
            "A+1",
            "A99999",
            "AA1",
            "a2 ks",
            "A002 1/13",
            "A002 32/1",
            "A002 1",
            "đ",
            "ở",
            "ở trọ",
            "đất",
            "A4 photo",
            "a 2 3 4 5",
            "é",
        ] {
            assert_eq!(read(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn every_number_is_read_whatever_types_it() {
        let today = day("2026-12-01");
        for method in TypingMethod::ALL {
            // No series is called Y, and «ý kiến» begins a need.
            for letter in ('a'..='z').filter(|letter| *letter != 'y') {
                for number in (1..=99).chain([100, 345, 666, 999_u16]) {
                    for typed in [
                        format!("{letter}{number:03}"),
                        format!("{letter} {number}"),
                        format!("{letter}{number} 20/11"),
                        format!("{letter}{number:03} 1/12/26"),
                    ] {
                        let (mut word, mut shown) = (Word::default(), String::new());
                        for key in typed.chars() {
                            let rewrite = word.press(*method, Ground::Numbers, key);
                            for _ in 0..rewrite.erased {
                                shown.pop();
                            }
                            shown.push_str(&rewrite.typed);
                        }
                        let wanted =
                            Ticket { series: Series::new(letter.to_ascii_uppercase()).unwrap(), number };
                        let read = SlipNumber::read(&shown, today).map(|number| number.ticket);
                        assert_eq!(read, Some(wanted), "{method:?} {typed}: {shown}");
                    }
                }
            }
        }
    }
}
