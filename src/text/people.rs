//! What is noted of people, what does not work, and what is counted of both.

use super::Lang;
use crate::domain::outage::System;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::tally::Indicator;

impl Lang {
    /// An age: «60–69 tuổi».
    pub const fn age(self, age: AgeBand) -> &'static str {
        match (self, age) {
            (Self::Vi, AgeBand::Child) => "dưới 16 tuổi",
            (Self::Vi, AgeBand::Youth) => "16–30 tuổi",
            (Self::Vi, AgeBand::Adult) => "31–59 tuổi",
            (Self::Vi, AgeBand::Sixties) => "60–69 tuổi",
            (Self::Vi, AgeBand::Seventies) => "70–79 tuổi",
            (Self::Vi, AgeBand::Eighties) => "từ 80 tuổi",
            (Self::En, AgeBand::Child) => "under 16",
            (Self::En, AgeBand::Youth) => "16–30",
            (Self::En, AgeBand::Adult) => "31–59",
            (Self::En, AgeBand::Sixties) => "60–69",
            (Self::En, AgeBand::Seventies) => "70–79",
            (Self::En, AgeBand::Eighties) => "80 and over",
        }
    }

    /// A sex: «nữ».
    pub const fn sex(self, sex: Sex) -> &'static str {
        match (self, sex) {
            (Self::Vi, Sex::Female) => "nữ",
            (Self::Vi, Sex::Male) => "nam",
            (Self::En, Sex::Female) => "female",
            (Self::En, Sex::Male) => "male",
        }
    }

    /// Whether there is a smartphone: «không có điện thoại thông minh».
    pub const fn phone(self, phone: Phone) -> &'static str {
        match (self, phone) {
            (Self::Vi, Phone::Smart) => "có điện thoại thông minh",
            (Self::Vi, Phone::NotSmart) => "không có điện thoại thông minh",
            (Self::En, Phone::Smart) => "has a smartphone",
            (Self::En, Phone::NotSmart) => "no smartphone",
        }
    }

    /// What may not work: «Cổng Dịch vụ công».
    pub const fn system(self, system: System) -> &'static str {
        match (self, system) {
            (_, System::Vneid) => "VNeID",
            (Self::Vi, System::Portal) => "Cổng Dịch vụ công",
            (Self::Vi, System::Payment) => "thanh toán trực tuyến",
            (Self::Vi, System::Network) => "mạng Internet",
            (Self::Vi, System::Power) => "điện",
            (Self::Vi, System::Insurance) => "hệ thống BHXH, BHYT",
            (Self::Vi, System::Other) => "hệ thống khác",
            (Self::En, System::Portal) => "public service portal",
            (Self::En, System::Payment) => "online payment",
            (Self::En, System::Network) => "Internet",
            (Self::En, System::Power) => "power",
            (Self::En, System::Insurance) => "insurance systems",
            (Self::En, System::Other) => "another system",
        }
    }

    /// A number that a team publishes: «kích hoạt định danh mức độ 2».
    pub const fn indicator(self, indicator: Indicator) -> &'static str {
        match (self, indicator) {
            (Self::Vi, Indicator::Accounts) => "tài khoản được hỗ trợ (VNeID, Cổng Dịch vụ công)",
            (Self::Vi, Indicator::LevelTwo) => "kích hoạt định danh điện tử mức độ 2",
            (Self::Vi, Indicator::Recovered) => "lấy lại mật khẩu, đổi thiết bị VNeID",
            (Self::Vi, Indicator::FilingTaught) => "hướng dẫn nộp hồ sơ trực tuyến",
            (Self::Vi, Indicator::Cashless) => "thanh toán không dùng tiền mặt",
            (Self::Vi, Indicator::Wallets) => "tài khoản ngân hàng, ví điện tử, Mobile Money",
            (Self::Vi, Indicator::Health) => "BHXH số, BHYT, sổ sức khỏe điện tử",
            (Self::Vi, Indicator::Signatures) => "chữ ký số cá nhân",
            (Self::Vi, Indicator::Feedback) => "phản ánh, kiến nghị đã gửi",
            (Self::Vi, Indicator::LocalApps) => "ứng dụng địa phương, địa chỉ số, sàn thương mại điện tử",
            (Self::Vi, Indicator::Businesses) => "hộ kinh doanh dùng eTax Mobile",
            (Self::Vi, Indicator::Skills) => "kỹ năng số, an toàn thông tin, SIM chính chủ",
            (Self::Vi, Indicator::Leaflets) => "tờ rơi đã phát",
            (Self::Vi, Indicator::Sessions) => "buổi tuyên truyền",
            (Self::Vi, Indicator::Trainings) => "buổi tập huấn",
            (Self::Vi, Indicator::AtHome) => "việc hỗ trợ tại nhà",
            (Self::Vi, Indicator::PhonesGiven) => "điện thoại thông minh đã tặng",
            (Self::En, Indicator::Accounts) => "accounts supported (VNeID, public service portal)",
            (Self::En, Indicator::LevelTwo) => "level-2 identities activated",
            (Self::En, Indicator::Recovered) => "passwords recovered, VNeID moved to a new phone",
            (Self::En, Indicator::FilingTaught) => "taught to file online",
            (Self::En, Indicator::Cashless) => "cashless payments",
            (Self::En, Indicator::Wallets) => "bank accounts, e-wallets, Mobile Money",
            (Self::En, Indicator::Health) => "digital insurance, health insurance, health record",
            (Self::En, Indicator::Signatures) => "personal digital signatures",
            (Self::En, Indicator::Feedback) => "feedback and petitions sent",
            (Self::En, Indicator::LocalApps) => "local apps, digital address, online marketplaces",
            (Self::En, Indicator::Businesses) => "household businesses on eTax Mobile",
            (Self::En, Indicator::Skills) => "digital skills, safety, own SIM",
            (Self::En, Indicator::Leaflets) => "leaflets handed out",
            (Self::En, Indicator::Sessions) => "outreach sessions",
            (Self::En, Indicator::Trainings) => "trainings held",
            (Self::En, Indicator::AtHome) => "done at people's homes",
            (Self::En, Indicator::PhonesGiven) => "smartphones given",
        }
    }
}
