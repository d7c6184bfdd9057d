//! The catalogue that came with the program: that it is whole, that it says what the sources say, and that every
//! service teams report on can be picked and is counted.

use std::collections::BTreeSet;

use motcua::domain::catalogue::BUILT_IN;
use motcua::domain::procedure::{Kind, OnlineLevel, UNKNOWN_NEED, Way};
use motcua::domain::tally::Indicator;
use motcua::domain::{Catalogue, Code, Day, Procedure, StuckReason};
use unicode_width::UnicodeWidthStr;

use crate::world::catalogue;

/// The commune's live procedures as the sources give them: code, name, limit, fee, channels, online level.
const PROCEDURES: &str = include_str!("catalogue/procedures.tsv");

/// The skills of the sources, each with a word of its name.
const SKILLS: [(&str, &str); 24] = [
    ("KN01", "Kích hoạt tài khoản định danh điện tử mức độ 2 (VNeID)"),
    ("KN02", "đăng ký định danh điện tử mức độ 2"),
    ("KN03", "đổi thiết bị VNeID"),
    ("KN04", "Đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID"),
    ("KN05", "Nộp hồ sơ trực tuyến"),
    ("KN06", "Tra cứu tình trạng hồ sơ"),
    ("KN07", "Thanh toán trực tuyến phí, lệ phí"),
    ("KN08", "VssID – Bảo hiểm xã hội số"),
    ("KN09", "Tích hợp thẻ BHYT, giấy phép lái xe lên VNeID"),
    ("KN10", "Sổ sức khỏe điện tử trên VNeID"),
    ("KN11", "Đăng ký chữ ký số cá nhân trên VNeID"),
    ("KN12", "Xác thực thông tin thuê bao (SIM chính chủ)"),
    ("KN13", "Mở tài khoản ngân hàng, ví điện tử (VNPay), Mobile Money"),
    ("KN14", "Thanh toán điện, nước, quét VietQR"),
    ("KN15", "đô thị thông minh của tỉnh"),
    ("KN16", "Gửi phản ánh, kiến nghị qua 1022"),
    ("KN17", "Quan tâm Zalo chính quyền «Dân hỏi - Phường đáp»"),
    ("KN18", "Lên sàn thương mại điện tử"),
    ("KN19", "eTax Mobile cho cá nhân, hộ kinh doanh"),
    ("KN20", "địa chỉ số"),
    ("KN21", "Nhận diện lừa đảo, an toàn thông tin"),
    ("KN22", "Hướng dẫn dịch vụ bưu chính công ích"),
    ("KN23", "Đánh giá mức độ hài lòng"),
    ("KN24", "kỹ năng cơ bản điện thoại"),
];

/// What teams have reported helping with, and the entry by which it is picked and counted.
const SERVICES: [(&str, &str); 37] = [
    ("Da Nang Smart City", "DV01"),
    ("MyPortal", "DV02"),
    ("Long An Số", "DV03"),
    ("Góp ý", "DV04"),
    ("Cổng Dịch vụ công quốc gia", "KN04"),
    ("tài khoản công dân điện tử", "DV05"),
    ("công dân số", "DV05"),
    ("địa chỉ số", "KN20"),
    ("Dân hỏi - Phường đáp", "DV06"),
    ("ví VNPay", "DV07"),
    ("Mobile Money", "DV08"),
    ("QR thanh toán", "DV09"),
    ("thanh toán điện, nước", "DV10"),
    ("tài khoản ngân hàng", "DV11"),
    ("1022", "KN16"),
    ("cài VNeID", "KN01"),
    ("kích hoạt mức 2", "KN01"),
    ("VssID", "KN08"),
    ("BHYT bằng căn cước, VNeID", "DV12"),
    ("sổ sức khỏe điện tử", "KN10"),
    ("voso", "DV13"),
    ("postmart", "DV14"),
    ("bưu chính công ích", "KN22"),
    ("tra cứu thủ tục hành chính", "DV15"),
    ("kho dữ liệu cá nhân", "DV16"),
    ("khai báo y tế", "DV17"),
    ("nhóm Zalo, FB của thôn", "DV18"),
    ("nhận diện lừa đảo", "KN21"),
    ("an toàn thông tin", "KN21"),
    ("phổ cập kỹ năng số", "DV19"),
    ("phát tờ rơi", "DV20"),
    ("buổi tuyên truyền", "DV21"),
    ("hỗ trợ tại nhà", "DV22"),
    ("tặng điện thoại", "DV23"),
    ("tập huấn", "DV24"),
    ("khóa chiều gọi đi", "KN12"),
    ("eTax Mobile", "KN19"),
];

fn today() -> Day {
    "2026-11-21".parse().unwrap()
}

fn entry<'a>(catalogue: &'a Catalogue, code: &str) -> &'a Procedure {
    catalogue.get(&Code::new(code)).unwrap_or_else(|| panic!("{code} is missing"))
}

/// The numbers of a text, thousands joined and full hours without their minutes: `8.000 đ, 15:00` has 8000 and 15.
fn numbers(text: &str) -> BTreeSet<u64> {
    let plain: Vec<char> = text.replace(":00", "").chars().collect();
    let is_digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
    let joined: String = (0..plain.len())
        .filter(|at| !(matches!(plain[*at], '.' | ',') && is_digit(at.wrapping_sub(1)) && is_digit(at + 1)))
        .map(|at| plain[at])
        .collect();
    joined.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// A line of the sources without what stands in brackets: remarks and doubts.
fn bare(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|letter| {
        depth += i32::from(*letter == '(');
        let keep = depth == 0;
        depth -= i32::from(*letter == ')');
        keep
    });
    outside.collect::<String>().trim().to_owned()
}

#[test]
fn every_procedure_of_the_sources_is_there_with_its_name_its_channels_and_its_level() {
    let catalogue = catalogue();
    let rows: Vec<Vec<&str>> = PROCEDURES.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 105);
    for row in rows {
        let [code, name, limit, fee, channels, level] = row[..] else { panic!("{row:?}") };
        let entry = entry(&catalogue, code);
        assert_eq!(entry.kind, Kind::Procedure, "{code}");
        assert!(
            entry.name.vi == name || bare(name) == bare(&entry.name.vi),
            "{code}: {name}, {}",
            entry.name.vi
        );
        let ways: Vec<Way> = [("TT", Way::Counter), ("TTr", Way::Online), ("BC", Way::Post)]
            .into_iter()
            .filter(|(sign, _)| channels.split(|l: char| !l.is_alphabetic()).any(|word| word == *sign))
            .map(|(_, way)| way)
            .collect();
        assert_eq!(entry.channels, ways, "{code}: {channels}");
        let expected = match level {
            level if level.starts_with("Toàn trình") => OnlineLevel::Whole,
            level if level.contains("Một phần") => OnlineLevel::Part,
            _ => OnlineLevel::None,
        };
        assert_eq!(entry.online, expected, "{code}: {level}");
        for (key, source) in [("time_limit", limit), ("fee", fee), ("online", level)] {
            let doubtful = source.contains("chưa kiểm chứng");
            let marked = entry.check_locally.iter().any(|fact| fact == key);
            assert!(marked || !doubtful, "{code}: {key} is not marked as unverified");
        }
    }
}

#[test]
fn a_limit_says_the_numbers_of_the_sources_and_the_clock_of_the_same_day() {
    let catalogue = catalogue();
    for row in PROCEDURES.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let (code, limit) = (fields[0], fields[2]);
        let entry = entry(&catalogue, code);
        let Some(told) = &entry.time_limit else {
            assert!(
                numbers(limit).is_subset(&BTreeSet::from([1])) || limit.contains("cổng"),
                "{code}: {limit}"
            );
            continue;
        };
        if let Some(days) = entry.working_days {
            assert!(numbers(limit).contains(&u64::from(days)), "{code}: {days}, {limit}");
            assert!(limit.contains("ngày làm việc") || limit.contains("cổng"), "{code}: {limit}");
        }
        let same_day = limit.contains("sau 15 giờ");
        assert_eq!(entry.same_day, same_day, "{code}: {limit}");
        if same_day {
            assert!(told.vi.contains("Trong ngày"), "{code}: {}", told.vi);
        }
        assert_eq!(numbers(&told.vi), numbers(&told.en), "{code}: both languages say the same numbers");
    }
}

#[test]
fn a_fee_says_what_the_sources_say_and_is_never_free_where_the_province_sets_it() {
    let catalogue = catalogue();
    for row in PROCEDURES.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let (code, fee) = (fields[0], fields[3]);
        let entry = entry(&catalogue, code);
        let told = entry.fee.as_ref().unwrap_or_else(|| panic!("{code} has no fee"));
        assert_eq!(numbers(&told.vi), numbers(&told.en), "{code}: both languages say the same numbers");
        if fee.contains("HĐND") {
            assert!(told.vi.contains("tỉnh") && told.en.contains("province"), "{code}: {}", told.vi);
            assert!(!told.vi.contains("Miễn phí") && !told.en.contains("Free"), "{code}: {}", told.vi);
        } else {
            let amounts: BTreeSet<u64> = numbers(fee).into_iter().filter(|n| *n >= 1_000).collect();
            let shown = numbers(&told.vi);
            assert!(amounts.is_subset(&shown), "{code}: {fee}, {}", told.vi);
            let costs_nothing = fee == "Miễn" || fee == "Không";
            assert!(!costs_nothing || shown.is_empty(), "{code}: {}", told.vi);
        }
    }
}

#[test]
fn every_skill_of_the_sources_is_there_with_its_name() {
    let catalogue = catalogue();
    for (code, name) in SKILLS {
        let entry = entry(&catalogue, code);
        assert_eq!(entry.kind, Kind::Skill, "{code}");
        assert!(entry.name.vi.contains(name), "{code}: {}", entry.name.vi);
    }
}

#[test]
fn every_service_that_teams_report_on_can_be_picked_and_has_steps_and_is_found_by_its_name() {
    let everything: BTreeSet<Code> = catalogue().all().iter().map(|entry| entry.code.clone()).collect();
    let catalogue = Catalogue::clone(&catalogue()).with_turned_on(everything);
    for (name, code) in SERVICES {
        let entry = entry(&catalogue, code);
        assert!((5..=8).contains(&entry.step_count()), "{code}");
        let ended = code == "DV17";
        assert_eq!(catalogue.is_valid_on(&entry.code, today()), !ended, "{code}");
        let day = if ended { "2021-08-01".parse().unwrap() } else { today() };
        let found = motcua::domain::find::Finder::new(&catalogue, day)
            .find(name, &motcua::domain::find::Habits::default());
        assert!(
            found.iter().take(3).any(|one| one.0 == code),
            "«{name}»: {code} is not in {:?}",
            &found[..found.len().min(3)]
        );
    }
}

#[test]
fn every_own_service_is_counted_by_a_number_that_teams_publish() {
    let catalogue = catalogue();
    let counted: BTreeSet<&str> = Indicator::ALL.iter().flat_map(|one| one.codes()).copied().collect();
    for entry in catalogue.all().iter().filter(|entry| entry.code.0.starts_with("DV")) {
        assert!(counted.contains(entry.code.0.as_str()), "{}", entry.code);
    }
    for code in counted {
        assert!(catalogue.get(&Code::new(code)).is_some(), "{code}");
    }
}

#[test]
fn the_services_of_some_communes_only_are_off_until_they_are_turned_on() {
    let catalogue = catalogue();
    let local: Vec<&str> =
        catalogue.all().iter().filter(|entry| entry.local).map(|entry| entry.code.0.as_str()).collect();
    assert_eq!(local, ["DV01", "DV02", "DV03", "DV06"]);
    assert!(catalogue.valid_on(today()).all(|entry| !entry.local));
    let on = Catalogue::clone(&catalogue).with_turned_on(BTreeSet::from([Code::new("DV06")]));
    assert!(on.valid_on(today()).any(|entry| entry.code.0 == "DV06"));
    assert!(on.valid_on(today()).all(|entry| entry.code.0 != "DV01"));
}

#[test]
fn every_entry_says_how_sure_it_is_and_where_it_is_filed_online() {
    for entry in catalogue().all().iter().filter(|entry| entry.code.0 != UNKNOWN_NEED) {
        let code = &entry.code;
        assert!(entry.confidence.is_some(), "{code}");
        assert!(entry.aliases.len() >= 2, "{code}: {:?}", entry.aliases);
        assert!((5..=8).contains(&entry.step_count()), "{code}");
        let online = entry.channels.contains(&Way::Online);
        assert!(entry.portal.is_some() || !online, "{code} has no portal link");
        let hosts = ["https://dichvucong.gov.vn", "https://vneid.gov.vn"];
        assert!(entry.portal.as_deref().is_none_or(|link| hosts.contains(&link)), "{code}: no guessed links");
        if entry.online == OnlineLevel::Whole && entry.kind == Kind::Procedure {
            assert!(entry.systems.len() >= 3, "{code}: {:?}", entry.systems);
        }
    }
}

#[test]
fn what_is_checked_first_knows_why_it_cannot_be_done_without() {
    let words: [(&str, &[&str], StuckReason); 5] = [
        ("mức 2", &["Chưa từng", "chưa có", "SIM"], StuckReason::NoLevelTwo),
        ("SIM chính chủ", &[], StuckReason::SimNotOwn),
        ("còn hạn", &["hợp pháp"], StuckReason::ExpiredPapers),
        ("đúng nơi giải quyết", &[], StuckReason::WrongOffice),
        ("điện thoại thông minh", &[], StuckReason::NoSmartphone),
    ];
    let mut seen = BTreeSet::new();
    for entry in catalogue().all() {
        for (place, line) in entry.before.vi.iter().enumerate() {
            for (word, but, reason) in words {
                if line.contains(word) && !but.iter().any(|not| line.contains(not)) {
                    seen.insert(word);
                    let told = entry.before_if_not.get(place).copied().flatten();
                    assert_eq!(told, Some(reason), "{}: {line}", entry.code);
                }
            }
        }
    }
    assert_eq!(seen.len(), words.len());
}

#[test]
fn every_line_fits_a_screen_of_eighty_columns_without_a_word_that_must_be_cut() {
    for entry in catalogue().all() {
        let lists = [&entry.papers, &entry.before, &entry.steps, &entry.warnings];
        let lines = lists.into_iter().flat_map(|list| list.vi.iter().chain(&list.en));
        let facts = entry.time_limit.iter().chain(&entry.fee).flat_map(|both| [&both.vi, &both.en]);
        for text in lines.chain(facts).chain([&entry.name.vi, &entry.name.en]) {
            let widest = text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
            assert!(widest <= 40, "{}: {text}", entry.code);
        }
        for short in [&entry.short.vi, &entry.short.en] {
            assert!(short.width() <= 26, "{}: {short}", entry.code);
        }
    }
}

#[test]
fn two_entries_are_never_called_the_same() {
    let catalogue = catalogue();
    for pick in [|entry: &Procedure| entry.short.vi.clone(), |entry: &Procedure| entry.short.en.clone()] {
        let names: BTreeSet<String> = catalogue.all().iter().map(pick).collect();
        assert_eq!(names.len(), catalogue.all().len());
    }
}

#[test]
fn the_head_of_the_file_names_every_key() {
    let head: String = BUILT_IN.lines().take_while(|line| line.starts_with('#')).collect();
    let value: toml::Value = toml::from_str(BUILT_IN).unwrap();
    let entries = value["procedure"].as_array().unwrap();
    let keys: BTreeSet<&str> =
        entries.iter().flat_map(|entry| entry.as_table().unwrap().keys().map(String::as_str)).collect();
    for key in keys.into_iter().chain(["replaced_by", "replaces"]) {
        assert!(head.contains(key), "{key}");
    }
}
