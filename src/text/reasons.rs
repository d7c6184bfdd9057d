//! Why something could not be done: the fixed reasons by name, those of the office's own, and the page on which they are set.

use std::borrow::Cow;

use super::Lang;
use crate::domain::reason::OwnReason;
use crate::domain::{Outcome, StuckReason};

say! {
    reason_gone(id: i64) { "lý do riêng số {id}", "own reason no. {id}" }
    reasons_set(reasons: usize) { "sửa danh sách lý do vướng: {reasons}", "list of stuck reasons changed: {reasons}" }
    reason_hidden(reason: &str) { "ẩn lý do vướng «{reason}»", "stuck reason \"{reason}\" hidden" }
    reason_offered(reason: &str) { "hiện lại lý do vướng «{reason}»", "stuck reason \"{reason}\" offered again" }
    settings_reasons { "Vướng", "Reasons" }
    settings_reason_list { "Lý do vướng của trung tâm (mỗi dòng một lý do)", "The office's own stuck reasons (one to a line)" }
    settings_hint_switch { "Enter, ← →: đổi; ↑ ↓: sang dòng khác.", "Enter, ← →: turn; ↑ ↓: another line." }
    settings_reasons_hint { "Bỏ một dòng, bỏ [x]: không còn để chọn; số liệu cũ vẫn giữ. «Khác» luôn có.", "A line out or [ ]: offered no more; old figures stay. \"Other\" always is." }
    too_many_reasons { "Danh sách có tối đa 40 lý do. Bỏ bớt dòng rồi ghi lại.", "The list holds at most 40 reasons. Take lines out, then keep it." }
    reason_is_fixed { "Lý do này đã có sẵn ở dưới. Bỏ dòng đó rồi ghi lại.", "This reason stands below already. Take the line out, then keep it." }
    reason_too_long { "Mỗi lý do dài tối đa 50 chữ. Viết ngắn lại rồi ghi.", "A reason has at most 50 letters. Shorten it, then keep it." }
    reason_unknown { "Lý do này không có trong danh sách. Chọn lại lý do khác.", "This reason is not on the list. Choose another one." }
    reason_stays { "Lý do này luôn có để chọn.", "This reason is always offered." }
}

impl Lang {
    /// Why something could not be done; `own` names the office's own reasons.
    pub fn stuck_reason(self, reason: StuckReason, own: &[OwnReason]) -> Cow<'_, str> {
        let (vi, en) = match reason {
            StuckReason::NoLevelTwo => ("chưa có mức 2", "no level 2 account"),
            StuckReason::SimNotOwn => ("SIM không chính chủ", "SIM not in own name"),
            StuckReason::ForgotPassword => ("quên mật khẩu", "forgot password"),
            StuckReason::MissingPapers => ("thiếu giấy tờ", "papers missing"),
            StuckReason::NoOtp => ("OTP không về", "OTP did not arrive"),
            StuckReason::SystemDown => ("hệ thống lỗi", "system down"),
            StuckReason::NoSmartphone => ("không có điện thoại thông minh", "no smartphone"),
            StuckReason::WrongOffice => ("sai địa bàn, thẩm quyền", "wrong office"),
            StuckReason::ExpiredPapers => ("giấy tờ hết hạn", "papers expired"),
            StuckReason::Unwilling => ("không muốn làm trực tuyến", "does not want to go online"),
            StuckReason::Other => ("khác", "other"),
            StuckReason::Own(id) => {
                let known = own.iter().find(|one| one.id == id);
                return known.map_or_else(
                    || Cow::Owned(self.reason_gone(id.0)),
                    |one| Cow::Borrowed(one.name.as_str()),
                );
            }
        };
        Cow::Borrowed(match self {
            Self::Vi => vi,
            Self::En => en,
        })
    }

    /// How an assist ended, with its reason; `own` names the office's own reasons.
    pub fn outcome(self, outcome: Outcome, own: &[OwnReason]) -> String {
        let kind = self.outcome_kind(outcome.kind());
        match outcome {
            Outcome::Stuck(reason) => format!("{kind}: {}", self.stuck_reason(reason, own)),
            Outcome::Referred(place) => format!("{kind} {}", self.referral(place)),
            _ => kind.to_owned(),
        }
    }
}
