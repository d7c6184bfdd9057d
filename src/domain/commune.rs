//! The 34 provinces and 3,321 communes, and finding one by a few letters.

use std::sync::LazyLock;

use super::fold::fold;
use crate::packed;

/// The list as it was published for the two-tier government of 01/07/2025.
static TABLE: LazyLock<String> = LazyLock::new(|| packed::unpacked(packed::ADMIN_UNITS).unwrap_or_default());

/// A commune (xã, phường, đặc khu) and its province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune {
    pub code: &'static str,
    /// The full name, for example `Phường Ba Đình`.
    pub name: &'static str,
    /// The full name of the province or city.
    pub province: &'static str,
}

/// The five digits of a commune's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommuneCode(u32);

impl std::fmt::Display for CommuneCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

impl std::str::FromStr for CommuneCode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_code = text.len() == 5 && text.bytes().all(|letter| letter.is_ascii_digit());
        if is_code { text.parse().map(Self).map_err(drop) } else { Err(()) }
    }
}

impl Commune {
    /// What kind of commune it is, as it stands within a sentence: «xã», «phường», «đặc khu».
    pub fn kind(&self) -> String {
        let words = if fold(self.name).starts_with("dac khu") { 2 } else { 1 };
        let kind: Vec<&str> = self.name.split(' ').take(words).collect();
        kind.join(" ").to_lowercase()
    }

    /// The name as it stands within another one: «xã Vĩnh Bảo» for «Xã Vĩnh Bảo».
    pub fn name_in_a_sentence(&self) -> String {
        let mut letters = self.name.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }
}

/// Unpacks the list, where there is time for it: otherwise the first question does.
pub fn unpack() {
    LazyLock::force(&TABLE);
}

/// Every commune, in the order of the codes.
pub fn all() -> impl Iterator<Item = Commune> {
    TABLE.lines().skip(1).filter_map(of_line)
}

/// The commune of a line of the list.
fn of_line(line: &'static str) -> Option<Commune> {
    let mut cells = line.split('\t');
    let (_, province, code, name) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Some(Commune { code, name, province })
}

pub fn of_code(code: &str) -> Option<Commune> {
    let code: CommuneCode = code.parse().ok()?;
    let at = TABLE.find(&format!("\t{code}\t"))?;
    let from = TABLE[..at].rfind('\n').map_or(0, |end| end + 1);
    TABLE[from..].lines().next().and_then(of_line)
}

/// Finds communes by unmarked letters of their name, their province, both, or the code.
#[derive(Clone, Debug)]
pub struct CommuneFinder {
    folded: Vec<(Commune, String, String)>,
}

impl CommuneFinder {
    /// Folds the whole list once: about a millisecond, so only the form that asks for a commune makes one.
    pub fn new() -> Self {
        let folded = all().map(|commune| (commune, fold(commune.name), fold(commune.province))).collect();
        Self { folded }
    }

    /// At most `most` communes that fit what was typed, the best first.
    ///
    /// Every word must begin a word of the commune or of its province, and at least one a word of the commune.
    pub fn find(&self, typed: &str, most: usize) -> Vec<Commune> {
        let query = fold(typed);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, usize)> = self
            .folded
            .iter()
            .enumerate()
            .filter_map(|(at, (commune, name, province))| {
                rank(commune, name, province, &query, &words).map(|r| (r, at))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().take(most).map(|(_, at)| self.folded[at].0).collect()
    }
}

impl Default for CommuneFinder {
    fn default() -> Self {
        Self::new()
    }
}

fn rank(commune: &Commune, name: &str, province: &str, query: &str, words: &[&str]) -> Option<u8> {
    // «xã», «phường», «đặc khu» stand before the name proper.
    let proper =
        ["xa ", "phuong ", "dac khu "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    if commune.code == query {
        Some(0)
    } else if proper == query || name == query {
        Some(1)
    } else if proper.starts_with(query) || name.starts_with(query) {
        Some(2)
    } else {
        let begins = |text: &str, word: &str| text.split(' ').any(|part| part.starts_with(word));
        let first = proper.starts_with(words[0]);
        let all = words.iter().all(|word| begins(name, word) || begins(province, word));
        let own = words.iter().any(|word| begins(proper, word));
        (all && own).then_some(if first { 3 } else { 4 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        assert_eq!(*TABLE, include_str!("../../assets/admin_units.tsv"));
        assert_eq!(all().count(), 3_321);
        let provinces: std::collections::BTreeSet<&str> = all().map(|commune| commune.province).collect();
        assert_eq!(provinces.len(), 34);
        assert_eq!(of_code("00004").map(|commune| commune.name), Some("Phường Ba Đình"));
    }

    #[test]
    fn a_commune_is_found_without_marks() {
        let finder = CommuneFinder::new();
        for (typed, name) in
            [("ba dinh", "Phường Ba Đình"), ("vinh bao", "Xã Vĩnh Bảo"), ("00070", "Phường Hoàn Kiếm")]
        {
            assert_eq!(finder.find(typed, 5).first().map(|commune| commune.name), Some(name), "{typed}");
        }
        assert_eq!(
            finder.find("vinh bao hai phong", 5).first().map(|c| c.province),
            Some("Thành phố Hải Phòng")
        );
        assert!(finder.find("  ", 5).is_empty());
        assert!(finder.find("khongcoxanay", 5).is_empty());
    }
}
