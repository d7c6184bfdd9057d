//! The numbers that such teams publish (docs/domain.md, "Tallies and reports"), each made of procedures and skills of the catalogue.

use super::super::assist::Assist;
use super::super::coded::coded;
use super::super::procedure::Code;
use super::ProcedureRow;
use super::rows::ByCode;

coded! {
    /// A number that a team publishes: the done things of its skills.
    Indicator {
        /// Tài khoản được hỗ trợ: VNeID, Cổng Dịch vụ công.
        Accounts = "accounts",
        /// Kích hoạt định danh mức độ 2.
        LevelTwo = "level-2",
        /// Lấy lại mật khẩu, đổi thiết bị.
        Recovered = "recovered",
        /// Nộp hồ sơ trực tuyến, as a skill beside the dossiers themselves.
        FilingTaught = "filing",
        /// Thanh toán không dùng tiền mặt.
        Cashless = "cashless",
        /// Tài khoản ngân hàng, ví điện tử, Mobile Money.
        Wallets = "wallets",
        /// BHXH số, BHYT, sổ sức khỏe điện tử.
        Health = "health",
        /// Chữ ký số.
        Signatures = "signatures",
        /// Phản ánh, kiến nghị đã gửi.
        Feedback = "feedback",
        /// Ứng dụng của tỉnh, thành phố; địa chỉ số; sàn thương mại điện tử.
        LocalApps = "local-apps",
        /// Hộ kinh doanh: eTax Mobile.
        Businesses = "businesses",
        /// Kỹ năng số, an toàn thông tin.
        Skills = "skills",
        /// Tờ rơi đã phát.
        Leaflets = "leaflets",
        /// Buổi tuyên truyền.
        Sessions = "sessions",
        /// Buổi tập huấn.
        Trainings = "trainings",
        /// Lượt hỗ trợ tại nhà.
        AtHome = "at-home",
        /// Điện thoại thông minh đã tặng.
        PhonesGiven = "phones-given",
    }
}

impl Indicator {
    /// Whether as many are counted as were given out, rather than the things.
    const fn is_of_pieces(self) -> bool {
        matches!(self, Self::Leaflets | Self::PhonesGiven)
    }

    /// What a thing adds to it.
    pub(super) fn amount(self, assist: &Assist) -> u32 {
        if self.is_of_pieces() { u32::from(assist.quantity) } else { 1 }
    }

    /// The codes of the catalogue that it is made of.
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Accounts => &["KN01", "KN02", "KN03", "KN04", "DV05"],
            Self::LevelTwo => &[LEVEL_TWO],
            Self::Recovered => &["KN03"],
            Self::FilingTaught => &["KN05"],
            Self::Cashless => &["KN07", "KN14", "DV09", "DV10"],
            Self::Wallets => &["KN13", "DV07", "DV08", "DV11"],
            Self::Health => &["KN08", "KN09", "KN10", "DV12", "DV17"],
            Self::Signatures => &["KN11"],
            Self::Feedback => &["KN16", "DV04"],
            Self::LocalApps => {
                &["KN15", "KN17", "KN18", "KN20", "DV01", "DV02", "DV03", "DV06", "DV13", "DV14"]
            }
            Self::Businesses => &["KN19"],
            Self::Skills => &["KN12", "KN21", "KN24", "DV15", "DV16", "DV18", "DV19"],
            Self::Leaflets => &["DV20"],
            Self::Sessions => &["DV21"],
            Self::Trainings => &["DV24"],
            Self::AtHome => &["DV22"],
            Self::PhonesGiven => &["DV23"],
        }
    }
}

/// Kích hoạt tài khoản định danh điện tử mức độ 2.
const LEVEL_TWO: &str = "KN01";

pub(super) fn of(codes: &ByCode<ProcedureRow>) -> Vec<(Indicator, u32)> {
    let number = |indicator: Indicator| {
        codes.sum(
            indicator.codes(),
            |count| if indicator.is_of_pieces() { count.quantity } else { count.done },
        )
    };
    Indicator::ALL.iter().map(|one| (*one, number(*one))).filter(|(_, number)| *number > 0).collect()
}

/// Activations of level 2 at the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelTwo {
    /// Tried, however they ended.
    pub tried: u32,
    pub done: u32,
}

impl LevelTwo {
    /// Whether a code of the catalogue is such an activation.
    pub(super) fn is_about(code: &Code) -> bool {
        code.0 == LEVEL_TWO
    }

    pub(super) fn of(codes: &ByCode<ProcedureRow>) -> Self {
        let sum = |number: fn(&ProcedureRow) -> u32| codes.sum(&[LEVEL_TWO], number);
        Self { tried: sum(|row| row.assists), done: sum(|row| row.done) }
    }
}
