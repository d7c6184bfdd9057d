//! Who comes, and what for.

use super::dice::Dice;
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::{Catalogue, Code, Day, Priority, Procedure};

/// What most people come for, and how often. Everything else in the catalogue weighs [`REST`].
const OFTEN: [(&str, u32); 36] = [
    ("2.000815", 190), // chứng thực bản sao
    ("KN01", 85),      // kích hoạt VNeID mức 2
    ("1.001193", 60),  // khai sinh
    ("2.000884", 48),  // chứng thực chữ ký
    ("KN03", 46),      // quên mật khẩu VNeID
    ("1.004222", 42),  // thường trú
    ("1.001939", 40),  // mua thẻ BHYT
    ("KN09", 38),      // tích hợp giấy tờ VNeID
    ("1.010041", 36),  // xác nhận cư trú
    ("1.004873", 34),  // tình trạng hôn nhân
    ("2.000635", 34),  // trích lục, sao khai sinh
    ("KN05", 30),      // nộp hồ sơ trực tuyến
    ("1.004194", 28),  // tạm trú
    ("KN04", 26),      // đăng nhập Cổng DVC
    ("3.000722", 24),  // liên thông khai sinh
    ("KN06", 22),      // tra cứu hồ sơ
    ("1.000894", 20),  // kết hôn
    ("KHAC", 20),      // chưa rõ nhu cầu
    ("2.001035", 18),  // chứng thực giao dịch
    ("1.014063", 16),  // đổi thẻ căn cước
    ("KN08", 16),      // VssID
    ("1.014062", 14),  // căn cước dưới 14 tuổi
    ("1.001776", 14),  // trợ cấp xã hội
    ("1.000656", 13),  // khai tử
    ("1.014027", 12),  // hưu trí xã hội
    ("1.001612", 12),  // mở hộ kinh doanh
    ("KN10", 12),      // sổ sức khỏe điện tử
    ("KN12", 11),      // SIM chính chủ
    ("2.002913", 9),   // liên thông khai tử
    ("1.013978", 9),   // làm sổ đỏ lần đầu
    ("DV12", 9),       // BHYT bằng căn cước, VNeID
    ("DV20", 8),       // phát tờ rơi
    ("DV15", 7),       // tra thủ tục hành chính
    ("DV18", 6),       // nhóm Zalo, Facebook của thôn
    ("DV22", 5),       // hỗ trợ tại nhà
    ("DV11", 5),       // tài khoản ngân hàng
];

/// The weight of what people seldom come for.
const REST: u32 = 2;

/// What the desk offers, weighed by how often people come for it.
#[derive(Debug)]
pub(super) struct Needs {
    weighed: Vec<(Code, u32)>,
    until: Day,
}

/// A party at the door.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) needs: Vec<(Code, u16)>,
    pub(super) persons: u16,
    pub(super) priority: Option<Priority>,
}

impl Needs {
    /// What is offered on a day. Before the first day of the desk's own entry, what is offered on that one: the
    /// catalogue knows the procedures of today only, and a long demo reaches back further.
    pub(super) fn on(catalogue: &Catalogue, day: Day) -> Self {
        let begin = catalogue.get(&Code::new(UNKNOWN_NEED)).map(|entry| entry.valid_from);
        let as_of = begin.map_or(day, |begin| day.max(begin));
        let weight = |procedure: &Procedure| {
            OFTEN.iter().find(|(code, _)| *code == procedure.code.0).map_or(REST, |(_, weight)| *weight)
        };
        let weighed = catalogue.valid_on(as_of).map(|entry| (entry.code.clone(), weight(entry))).collect();
        // The same holds until the next entry begins or ends.
        let begins = catalogue.all().iter().map(|entry| entry.valid_from.minus_days(1));
        let ends = catalogue.all().iter().filter_map(|entry| catalogue.last_day(&entry.code));
        let until = begins.chain(ends).filter(|last| *last >= as_of).min();
        Self { weighed, until: until.unwrap_or_else(|| day.plus_days(100_000)) }
    }

    /// Whether it still says what is offered on a later day.
    pub(super) fn holds_on(&self, day: Day) -> bool {
        day <= self.until
    }

    /// The next party; `None` when nothing is offered.
    pub(super) fn party(&self, dice: &mut Dice) -> Option<Party> {
        let wanted = match dice.between(1, 100) {
            1..=83 => 1,
            84..=96 => 2,
            _ => 3,
        };
        let mut needs: Vec<(Code, u16)> = Vec::new();
        for _ in 0..wanted {
            let code = dice.weighed(&self.weighed)?;
            if needs.iter().all(|(had, _)| had != code) {
                needs.push((code.clone(), quantity(dice, &code.0)));
            }
        }
        let (first, _) = needs.first()?;
        let persons = match dice.between(1, 200) {
            _ if first.0 == "1.000894" => 2,
            1..=156 => 1,
            157..=186 => 2,
            187..=196 => 3,
            197..=199 => 4,
            _ => 5,
        };
        let priority = if dice.chance(120) { dice.weighed(&PRIORITIES).copied() } else { None };
        Some(Party { needs, persons, priority })
    }
}

const PRIORITIES: [(Priority, u32); 6] = [
    (Priority::Elderly, 60),
    (Priority::Mother, 15),
    (Priority::Merit, 9),
    (Priority::Disabled, 8),
    (Priority::Child, 4),
    (Priority::FromFar, 4),
];

/// Copies are certified by the handful, leaflets go out by the pack; nearly everything else is one thing.
fn quantity(dice: &mut Dice, code: &str) -> u16 {
    let most = match code {
        "2.000815" => 10,
        "2.000635" | "2.000884" => 4,
        "DV20" => 30,
        _ => return 1,
    };
    // The smaller of two throws: two copies are commoner than nine.
    u16::try_from(dice.between(1, most).min(dice.between(1, most))).unwrap_or(1)
}
