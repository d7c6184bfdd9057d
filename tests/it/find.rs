//! What is typed into the box for a need, and what must be found.

mod errors;
mod habits;
mod said;

use std::sync::OnceLock;

use motcua::domain::Code;
use motcua::domain::find::{Finder, Habits};
use motcua::domain::procedure::UNKNOWN_NEED;

use crate::world::catalogue;

fn finder() -> &'static Finder {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    FINDER.get_or_init(|| Finder::new(&catalogue(), "2026-11-21".parse().unwrap()))
}

fn find(typed: &str) -> Vec<String> {
    finder().find(typed, &Habits::default()).into_iter().map(|code| code.0).collect()
}

/// Typed, and what Enter must take.
const FIRST: &[(&str, &str)] = &[
    ("khai sinh", "1.001193"),
    ("ks", "1.001193"),
    ("KHAI SINH", "1.001193"),
    ("Khai sinh", "1.001193"),
    ("giấy khai sinh", "1.001193"),
    ("birth", "1.001193"),
    ("khai tu", "1.000656"),
    ("kt", "1.000656"),
    ("ket hon", "1.000894"),
    ("kh", "1.000894"),
    ("marriage", "1.000894"),
    ("doc than", "1.004873"),
    ("xntthn", "1.004873"),
    ("cai chinh", "1.004859"),
    ("sua khai sinh", "1.004859"),
    ("trich luc", "2.000635"),
    ("khai sinh lai", "1.004884"),
    ("mat giay khai sinh", "1.004884"),
    ("nhan cha", "1.001022"),
    ("giam ho", "1.004837"),
    ("con nuoi", "2.001263"),
    ("chung thuc", "2.000815"),
    ("2.000815", "2.000815"),
    ("000815", "2.000815"),
    ("815", "2.000815"),
    ("sao y", "2.000815"),
    ("cong chung", "2.000815"),
    ("di chuc", "2.001019"),
    ("tam tru", "1.004194"),
    ("thuong tru", "1.004222"),
    ("nhap khau", "1.004222"),
    ("ho khau", "1.004222"),
    ("tach ho", "1.010038"),
    ("tam vang", "1.003677"),
    ("luu tru", "2.001159"),
    ("ct07", "1.010041"),
    ("cccd", "1.014061"),
    ("can cuoc", "1.014061"),
    ("mat cccd", "1.014064"),
    ("doi cccd", "1.014063"),
    ("cmnd", "1.012566"),
    ("ho chieu", "1.010386"),
    ("dang ky xe", "1.012575"),
    ("bhyt", "1.001939"),
    ("bao hiem y te", "1.001939"),
    ("ho ngheo", "1.011607"),
    ("khuyet tat", "1.001699"),
    ("nguoi gia", "1.014027"),
    ("cao tuoi", "1.014027"),
    ("tcxh", "1.001776"),
    ("thai san", "2.000693"),
    ("so do", "1.013978"),
    ("hoa giai", "1.012812"),
    ("hoà giải", "1.012812"),
    ("hòa giải", "1.012812"),
    ("gpxd", "1.013225"),
    ("xay nha", "1.013225"),
    ("hkd", "1.001612"),
    ("ho kinh doanh", "1.001612"),
    ("chuyen truong", "2.002481"),
    ("vneid", "KN01"),
    ("kich hoat", "KN01"),
    ("kn01", "KN01"),
    ("mat khau", "KN03"),
    ("password", "KN03"),
    ("dich vu cong", "KN04"),
    ("nop ho so", "KN05"),
    ("tra cuu", "KN06"),
    ("le phi", "KN07"),
    ("vssid", "KN08"),
    ("so suc khoe", "KN10"),
    ("chu ky so", "KN11"),
    ("sim", "KN12"),
    ("vi", "KN13"),
    ("qr", "KN14"),
    ("1022", "KN16"),
    ("zalo", "KN17"),
    ("etax", "KN19"),
    ("lua dao", "KN21"),
    ("buu dien", "KN22"),
    ("khac", "KHAC"),
    ("hoi", "KHAC"),
];

/// Typed, and what must be on screen without an arrow key.
const AMONG_THREE: &[(&str, &[&str])] = &[
    ("khai", &["1.001193", "1.000656"]),
    ("dat dai", &["1.012812", "1.013967", "1.013978"]),
    ("chu ky", &["2.000884", "KN11"]),
    ("ban sao", &["2.000635", "2.000815", "2.000908"]),
    ("muc 2", &["KN01", "KN02", "3.000228"]),
    ("bhxh", &["KN08", "1.002179", "1.001613"]),
    ("thue", &["KN19", "1.004194"]),
    ("sang ten", &["2.001035", "1.013076"]),
    ("xe", &["1.013065", "1.013076"]),
    ("nuoc ngoai", &["2.000528", "2.000806", "2.002189"]),
    ("bien so", &["1.012575", "1.013065"]),
    ("ngheo", &["1.011607", "1.011606", "1.011608"]),
    ("luong huu", &["1.014027", "2.000740"]),
    ("id card", &["1.014062", "1.014063"]),
];

#[test]
fn enter_takes_what_was_meant() {
    let wrong: Vec<String> = FIRST
        .iter()
        .filter_map(|(typed, code)| {
            let found = find(typed);
            (found.first().map(String::as_str) != Some(code))
                .then(|| format!("«{typed}»: {code} expected, {:?} found", &found[..found.len().min(3)]))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_may_be_meant_stands_among_the_first_three() {
    for (typed, codes) in AMONG_THREE {
        let found = find(typed);
        let first: Vec<&str> = found.iter().take(3).map(String::as_str).collect();
        for code in *codes {
            assert!(first.contains(code), "«{typed}»: {code} is not in {first:?}");
        }
    }
}

#[test]
fn every_entry_is_found_by_its_short_name() {
    let (catalogue, finder) = (catalogue(), finder());
    for entry in catalogue.valid_on("2026-11-21".parse().unwrap()) {
        let found = finder.find(&entry.short.vi, &Habits::default());
        assert_eq!(found.first(), Some(&entry.code), "{}", entry.short.vi);
    }
}

#[test]
fn nothing_typed_offers_the_unknown_need_first_and_then_everything() {
    let offered = catalogue().valid_on("2026-11-21".parse().unwrap()).count();
    for typed in ["", "  ", "«»", "🙂"] {
        let found = find(typed);
        assert_eq!(found[0], UNKNOWN_NEED);
        assert_eq!(found.len(), offered);
    }
    // However often something else was picked.
    let used = Habits::new([(Code::new("1.001193"), 400), (Code::new("KN01"), 90)], []);
    let found = finder().find("", &used);
    assert_eq!(found[..3], [Code::new(UNKNOWN_NEED), Code::new("1.001193"), Code::new("KN01")]);
}

#[test]
fn what_nothing_fits_offers_the_unknown_need_alone() {
    for typed in ["asdfghjkl", "không có thứ này", "9.999999", "wwq", "123456789"] {
        assert_eq!(find(typed), [UNKNOWN_NEED], "{typed}");
    }
}

#[test]
fn the_unknown_need_is_last_for_everything_that_does_not_name_it() {
    for typed in ["k", "kh", "kha", "khai sinh", "h", "vneid"] {
        let found = find(typed);
        assert_eq!(found.last().map(String::as_str), Some(UNKNOWN_NEED), "{typed}");
        assert!(found.len() > 1, "{typed}");
    }
}

#[test]
fn what_this_desk_usually_picks_comes_first_among_equals_and_never_before_the_very_word() {
    let usual = |code: &str| Habits::new([(Code::new(code), 50)], []);
    let first = |typed: &str, code: &str| finder().find(typed, &usual(code))[0].0.clone();
    assert_eq!(first("khai", "1.000656"), "1.000656");
    assert_eq!(first("chung thuc", "2.000884"), "2.000884");
    assert_eq!(first("khai sinh", "1.004884"), "1.001193");
    assert_eq!(first("kh", "2.000806"), "1.000894");
    assert_eq!(first("zzz", "1.001193"), UNKNOWN_NEED);
}

#[test]
fn a_retired_entry_is_not_offered() {
    let catalogue = catalogue();
    let before = Finder::new(&catalogue, "2020-01-01".parse().unwrap());
    assert!(before.find("khai sinh", &Habits::default()).len() < find("khai sinh").len());
}
