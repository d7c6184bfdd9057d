//! The words for the values that are stored by code, and for the reasons why something could not be done.

use std::borrow::Cow;

use crate::domain::assist::OutcomeKind;
use crate::domain::reason::OwnReason;
use crate::domain::tally::Piece;
use crate::domain::{
    Channel, How, LeaveReason, Outcome, Payment, Priority, Referral, ShiftPart, Stage, StageKind, StuckReason,
};
use crate::lang::{Lang, say, words};

words! {
    /// What is counted by the piece, with its unit.
    piece(Piece) {
        Piece::Copies => "bản sao (bản)", "copies";
        Piece::Signatures => "chữ ký chứng thực (chữ ký)", "certified signatures";
        Piece::Leaflets => "tờ rơi (tờ)", "leaflets";
    }
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
        LeaveReason::AnotherDay => "hẹn quay lại", "will come back another day";
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
        How::Official => "cán bộ làm giúp", "done by the official";
    }
    /// How a dossier was filed.
    channel(Channel) {
        Channel::OnlineWhole => "trực tuyến toàn trình", "fully online";
        Channel::OnlinePart => "trực tuyến một phần", "partly online";
        Channel::Paper => "nộp giấy", "on paper";
        Channel::NotFiled => "chưa nộp", "not filed";
    }
    /// Whether the fee was paid online.
    payment(Payment) {
        Payment::NotOnline => "không", "no";
        Payment::Online => "có", "yes";
    }
    /// How an assist ended, without its reason.
    outcome_kind(OutcomeKind) {
        OutcomeKind::Open => "chưa ghi", "not noted yet";
        OutcomeKind::Done => "xong", "done";
        OutcomeKind::ComeBack => "hẹn quay lại", "to come back";
        OutcomeKind::Stuck => "vướng", "stuck";
        OutcomeKind::Referred => "chuyển đến", "referred to";
        OutcomeKind::Declined => "không làm nữa", "declined";
    }
    /// The part of the day of a shift.
    shift_part(ShiftPart) {
        ShiftPart::Morning => "ca sáng", "morning shift";
        ShiftPart::Afternoon => "ca chiều", "afternoon shift";
    }
}

say! {
    reason_gone(id: i64) { "lý do riêng số {id}", "own reason no. {id}" }
    place_gone(id: i64) { "nơi riêng số {id}", "own place no. {id}" }
    referred_somewhere { "chuyển nơi khác, chưa ghi nơi", "sent elsewhere, place not noted" }
    left_for(why: &str, place: &str) { "{why}: {place}", "{why}: {place}" }
    refer_somewhere { "chuyển nơi khác: chọn hoặc gõ nơi…", "sent elsewhere: choose or type where…" }
    refer_title(what: &str) { "{what} chuyển đến đâu?", "Where is {what} sent?" }
    refer_not_noted { "chưa ghi nơi", "place not noted" }
    refer_new(place: &str) { "nơi mới: «{place}»", "a new place: \"{place}\"" }
    places_set(places: usize) { "lưu danh sách nơi chuyển đến: {places}", "list of places saved: {places}" }
    settings_places { "Nơi chuyển đến của trung tâm (mỗi dòng một nơi)", "The office's own places to send people (one per line)" }
    too_many_places { "Danh sách có tối đa 200 nơi. Bỏ bớt dòng rồi ghi lại.", "The list holds at most 200 places. Remove some lines, then save." }
    reasons_set(reasons: usize) { "lưu danh sách lý do vướng: {reasons}", "list of stuck reasons saved: {reasons}" }
    reason_hidden(reason: &str) { "ẩn lý do vướng «{reason}»", "stuck reason \"{reason}\" hidden" }
    reason_offered(reason: &str) { "hiện lại lý do vướng «{reason}»", "stuck reason \"{reason}\" offered again" }
    settings_reasons { "Vướng", "Reasons" }
    settings_reason_list { "Lý do vướng của trung tâm (mỗi dòng một lý do)", "The office's own stuck reasons (one per line)" }
    settings_hint_switch { "Space: đổi; gõ vài chữ: tìm; ↑ ↓: sang dòng khác.", "Space: switch; type to find; ↑ ↓: another line." }
    settings_reasons_hint { "Bỏ một dòng, bỏ [x]: không còn để chọn; số liệu cũ vẫn giữ. «Khác» luôn có.", "Without its line, or [ ]: no longer offered; old figures stay. \"Other\" is always offered." }
    too_many_reasons { "Danh sách có tối đa 40 lý do. Bỏ bớt dòng rồi ghi lại.", "The list holds at most 40 reasons. Remove some lines, then save." }
    reason_is_fixed { "Dòng này đã có sẵn trong chương trình. Bỏ dòng đó rồi ghi lại.", "This one comes with the program. Remove the line, then save." }
    reason_too_long { "Mỗi dòng dài tối đa 50 chữ. Viết ngắn lại rồi ghi.", "A line has at most 50 letters. Shorten it, then save." }
    reason_unknown { "Lý do này không có trong danh sách. Chọn lại lý do khác.", "This reason is not on the list. Choose another one." }
    reason_stays { "Lý do này luôn có để chọn.", "This reason is always offered." }
}

impl Lang {
    /// Where a visit stands; of one that left, why.
    pub const fn stands(self, stage: &Stage) -> &'static str {
        match stage {
            Stage::Left { why, .. } => self.leave_reason(*why),
            stage => self.stage(stage.kind()),
        }
    }

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

    /// Where a party was sent; `own` names the office's own places.
    pub fn referral(self, place: Referral, own: &[OwnReason]) -> Cow<'_, str> {
        let (vi, en) = match place {
            Referral::Counter => ("quầy chuyên môn", "official's counter"),
            Referral::Police => ("Công an xã", "commune police"),
            Referral::Insurance => ("cơ quan BHXH", "social insurance office"),
            Referral::Tax => ("cơ quan thuế", "tax office"),
            Referral::Bank => ("ngân hàng", "bank"),
            Referral::Telecom => ("nhà mạng", "mobile operator"),
            Referral::Post => ("bưu điện", "post office"),
            Referral::OtherOffice => ("nơi khác, cấp tỉnh", "another or provincial office"),
            Referral::NotNoted => ("chưa ghi nơi", "place not noted"),
            Referral::Own(id) => {
                let known = own.iter().find(|one| one.id == id);
                return known.map_or_else(
                    || Cow::Owned(self.place_gone(id.0)),
                    |one| Cow::Borrowed(one.name.as_str()),
                );
            }
        };
        Cow::Borrowed(match self {
            Self::Vi => vi,
            Self::En => en,
        })
    }

    /// How help was given, as far as somebody said.
    pub fn how_said(self, how: Option<How>) -> &'static str {
        how.map_or(self.not_said_yet(), |how| self.how(how))
    }

    /// How a dossier was filed, as far as somebody said.
    pub fn channel_said(self, channel: Option<Channel>) -> &'static str {
        channel.map_or(self.not_said_yet(), |channel| self.channel(channel))
    }

    /// Whether the fee was paid online, as far as somebody said.
    pub fn payment_said(self, payment: Option<Payment>) -> &'static str {
        payment.map_or(self.not_said_yet(), |payment| self.payment(payment))
    }

    /// How an assist ended, with its reason; `own` names the office's own reasons.
    pub fn outcome(self, outcome: Outcome, own: &[OwnReason]) -> String {
        let kind = self.outcome_kind(outcome.kind());
        match outcome {
            Outcome::Stuck(reason) => format!("{kind}: {}", self.stuck_reason(reason, own)),
            Outcome::Referred(Referral::NotNoted) => self.referred_somewhere().to_owned(),
            Outcome::Referred(place) => format!("{kind} {}", self.referral(place, own)),
            _ => kind.to_owned(),
        }
    }
}
