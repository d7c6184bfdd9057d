//! Words people say around what they need. Folded, so `can` is «cần» and the first half of «căn cước»: a word of these
//! lists may be left out, and what fits with it fits better.

/// Says nothing about the need: who asks, that something is wanted.
const NOISE: &[&str] = &[
    "a", "anh", "bay", "biet", "can", "chi", "cho", "co", "da", "dau", "de", "di", "dum", "duoc", "em", "gi",
    "giup", "hoi", "hom", "la", "lam", "luon", "minh", "moi", "muon", "nao", "nay", "nen", "nhe", "nho",
    "nhu", "o", "oi", "phai", "roi", "thi", "toi", "va", "voi", "xin", "i", "want", "need", "get", "my",
    "for", "how", "do", "please",
];

/// Stands in half of all names and on half of all papers, or says for whom.
const COMMON: &[&str] = &[
    "ba", "be", "bo", "cap", "chau", "chong", "chua", "con", "cu", "dang", "giay", "khong", "ky", "me",
    "nguoi", "nha", "ong", "so", "tai", "the", "thu", "to", "tuc", "ve", "vo",
];

/// Whether a word says nothing about the need.
pub(super) fn is_noise(word: &str) -> bool {
    NOISE.contains(&word)
}

/// Whether a word says little about the need.
pub(super) fn is_common(word: &str) -> bool {
    is_noise(word) || COMMON.contains(&word)
}

/// Whether what was typed so far may become such a word.
pub(super) fn may_become_common(start: &str) -> bool {
    NOISE.iter().chain(COMMON).any(|word| word.starts_with(start))
}
