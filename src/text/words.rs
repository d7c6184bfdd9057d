//! The words for the values that are stored by code.

use super::Lang;
use crate::domain::assist::OutcomeKind;
use crate::domain::{Channel, How, LeaveReason, Payment, Priority, Referral, ShiftPart, StageKind};

/// Declares the words of an enumeration, one line a value.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($kind:ty) { $($value:pat => $vi:literal, $en:literal;)+ })+) => {
        impl Lang {
            $($(#[$doc])* pub const fn $name(self, value: $kind) -> &'static str {
                match (value, self) {
                    $(($value, Self::Vi) => $vi, ($value, Self::En) => $en,)+
                }
            })+
        }
    };
}

words! {
    /// Why a party goes first.
    priority(Priority) {
        Priority::Elderly => "người cao tuổi", "elderly";
        Priority::Disabled => "khuyết tật nặng", "severely disabled";
        Priority::Mother => "mang thai, con nhỏ", "pregnant, infant";
        Priority::Merit => "người có công", "person of merit";
        Priority::Child => "trẻ em", "child";
        Priority::FromFar => "người ở xa", "from far away";
    }
    /// Why a visit ended unserved.
    leave_reason(LeaveReason) {
        LeaveReason::NoShow => "gọi không có mặt", "did not appear";
        LeaveReason::WalkedOut => "bỏ về", "walked out";
        LeaveReason::AnotherDay => "hẹn hôm khác", "will come another day";
        LeaveReason::SentOn => "chuyển nơi khác", "sent elsewhere";
        LeaveReason::Mistake => "cấp nhầm số", "number given by mistake";
        LeaveReason::OfficeClosed => "hết giờ", "office closed";
    }
    /// Where a visit stands.
    stage(StageKind) {
        StageKind::Waiting => "đang chờ", "waiting";
        StageKind::Called => "đang gọi", "called";
        StageKind::Serving => "đang tiếp", "serving";
        StageKind::Held => "tạm giữ", "on hold";
        StageKind::Done => "đã xong", "done";
        StageKind::Left => "rời đi", "left";
    }
    /// How the help was given.
    how(How) {
        How::Guided => "hướng dẫn", "guided";
        How::Together => "cùng làm", "together";
        How::Official => "cán bộ làm", "by the official";
    }
    /// How a dossier was filed.
    channel(Channel) {
        Channel::OnlineWhole => "trực tuyến toàn trình", "wholly online";
        Channel::OnlinePart => "trực tuyến một phần", "partly online";
        Channel::Paper => "nộp giấy", "on paper";
        Channel::NotFiled => "không nộp hồ sơ", "nothing filed";
    }
    /// Whether the fee was paid online.
    payment(Payment) {
        Payment::NotOnline => "không", "no";
        Payment::Online => "có", "yes";
    }
    /// How an assist ended, without its reason.
    outcome_kind(OutcomeKind) {
        OutcomeKind::Open => "chưa ghi", "not said yet";
        OutcomeKind::Done => "xong", "done";
        OutcomeKind::ComeBack => "hẹn quay lại", "comes back";
        OutcomeKind::Stuck => "vướng", "stuck";
        OutcomeKind::Referred => "chuyển đến", "referred to";
        OutcomeKind::Declined => "không làm nữa", "declined";
    }
    /// Where a party was referred to.
    referral(Referral) {
        Referral::Counter => "quầy chuyên môn", "official's counter";
        Referral::Police => "Công an xã", "commune police";
        Referral::Insurance => "cơ quan BHXH", "social insurance office";
        Referral::Tax => "cơ quan thuế", "tax office";
        Referral::Bank => "ngân hàng", "bank";
        Referral::Telecom => "nhà mạng", "mobile operator";
        Referral::Post => "bưu điện", "post office";
        Referral::OtherOffice => "nơi khác, cấp tỉnh", "another or provincial office";
    }
    /// The part of the day of a shift.
    shift_part(ShiftPart) {
        ShiftPart::Morning => "ca sáng", "morning shift";
        ShiftPart::Afternoon => "ca chiều", "afternoon shift";
    }
}
