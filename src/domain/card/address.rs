//! The commune of a card's address.

use crate::domain::commune::{self, Commune, CommuneCode};
use crate::domain::fold::fold;

/// The commune that the last parts of an address name: «…, Xã Vĩnh Bảo, Thành phố Hải Phòng».
///
/// A card from before 01/07/2025 has a district between the two; its commune may bear the name of another one of today,
/// so nothing is concluded from it.
pub(super) fn commune(address: &str) -> Option<CommuneCode> {
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
