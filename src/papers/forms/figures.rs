//! The numbers that a form may name by themselves, each taken from the tally.

use crate::domain::assist::OutcomeKind;
use crate::domain::tally::{Tally, Times};
use crate::domain::{LeaveReason, StuckReason};
use crate::papers::sheet::{Cell, Value};
use crate::text::Lang;

/// Declares the figures with their ids in a form.
macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// A number of the tally that a form may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FigureId {
            $($(#[$doc])* $name,)+
        }

        impl FigureId {
            /// Every figure with its id.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($id, Self::$name)),+];
        }
    };
}

figures! {
    /// Lượt.
    Visits = "visits",
    /// Người.
    Persons = "persons",
    /// Việc.
    Assists = "assists",
    /// Lần hỏi nhanh, không lấy số.
    QuickQuestions = "quick_questions",
    /// Việc xong.
    Done = "done",
    /// Việc vướng.
    Stuck = "stuck",
    /// Việc hẹn quay lại.
    ComeBack = "come_back",
    /// Việc chuyển nơi khác.
    Referred = "referred",
    /// Lượt xong.
    Served = "served",
    /// Lượt rời đi, but for those below.
    Left = "left",
    /// Gọi không có mặt.
    NoShow = "no_show",
    /// Bỏ về.
    WalkedOut = "walked_out",
    /// Số cấp nhầm.
    Cancelled = "cancelled",
    /// Lượt mang sang.
    CarriedIn = "carried_in",
    /// Lượt còn mở.
    Open = "open",
    /// Hồ sơ đã nộp.
    Filed = "filed",
    /// Of them online.
    FiledOnline = "filed_online",
    /// Share of them.
    OnlineShare = "online_share",
    /// Việc nộp tiền trực tuyến.
    PaidOnline = "paid_online",
    /// Hồ sơ nộp tiền trực tuyến.
    FiledPaidOnline = "filed_paid_online",
    /// Share of the dossiers.
    PaidShare = "paid_share",
    /// Activations of level 2 that were tried.
    LevelTwoTried = "level_two_tried",
    /// And done.
    LevelTwoDone = "level_two_done",
    /// Share of the tries.
    LevelTwoShare = "level_two_share",
    /// Lượt ưu tiên.
    Priority = "priority",
    /// Lượt của người từ 60 tuổi.
    Elderly = "elderly",
    /// Lượt của người không có điện thoại thông minh.
    WithoutSmartphone = "without_smartphone",
    /// Median wait.
    WaitMedian = "wait_median",
    /// Wait that nine of ten did not exceed.
    WaitNinety = "wait_ninety",
    /// Longest wait.
    WaitLongest = "wait_longest",
    /// Waits that were only estimates.
    WaitLeftOut = "wait_left_out",
    /// Median service.
    ServiceMedian = "service_median",
    /// Service that nine of ten did not exceed.
    ServiceNinety = "service_ninety",
    /// Longest service.
    ServiceLongest = "service_longest",
    /// Services that were only estimates.
    ServiceLeftOut = "service_left_out",
    /// Ca.
    Shifts = "shifts",
    /// Tình nguyện viên.
    Volunteers = "volunteers",
    /// Giờ trực.
    DutyHours = "duty_hours",
    /// Phút mất vì sự cố.
    LostMinutes = "lost_minutes",
    /// Việc vướng vì hệ thống lỗi.
    SystemDown = "system_down",
}

/// What the tables of main numbers show unless the form says otherwise.
pub(super) const MAIN: &[FigureId] = &[
    FigureId::Visits,
    FigureId::Persons,
    FigureId::Assists,
    FigureId::QuickQuestions,
    FigureId::Served,
    FigureId::Filed,
    FigureId::FiledOnline,
    FigureId::PaidOnline,
    FigureId::LevelTwoDone,
    FigureId::NoShow,
    FigureId::WalkedOut,
    FigureId::WaitMedian,
    FigureId::DutyHours,
];

impl FigureId {
    /// The number itself.
    pub(super) fn value(self, tally: &Tally) -> Value {
        let proof = &tally.proof;
        let outcome = |kind| of(&tally.outcomes, kind);
        let elderly = || tally.people.ages.iter().filter(|(age, _)| age.is_elderly()).map(|(_, n)| n).sum();
        Value::Count(u64::from(match self {
            Self::Visits => tally.visits,
            Self::Persons => tally.persons,
            Self::Assists => tally.assists,
            Self::QuickQuestions => tally.quick_questions,
            Self::Done => outcome(OutcomeKind::Done),
            Self::Stuck => outcome(OutcomeKind::Stuck),
            Self::ComeBack => outcome(OutcomeKind::ComeBack),
            Self::Referred => outcome(OutcomeKind::Referred),
            Self::Served => proof.served,
            Self::Left => proof.left,
            Self::NoShow => proof.no_show,
            Self::WalkedOut => of(&tally.left, LeaveReason::WalkedOut),
            Self::Cancelled => proof.cancelled,
            Self::CarriedIn => proof.carried_in,
            Self::Open => proof.open,
            Self::Filed => tally.filed,
            Self::FiledOnline => tally.filed_online,
            Self::OnlineShare => return share(tally.filed_online, tally.filed),
            Self::PaidOnline => tally.paid_online,
            Self::FiledPaidOnline => tally.filed_paid_online,
            Self::PaidShare => return share(tally.filed_paid_online, tally.filed),
            Self::LevelTwoTried => tally.level_two.tried,
            Self::LevelTwoDone => tally.level_two.done,
            Self::LevelTwoShare => return share(tally.level_two.done, tally.level_two.tried),
            Self::Priority => tally.priority.iter().map(|(_, number)| number).sum(),
            Self::Elderly => elderly(),
            Self::WithoutSmartphone => tally.people.without_smartphone,
            Self::WaitMedian => return seconds(tally.waits, tally.waits.median),
            Self::WaitNinety => return seconds(tally.waits, tally.waits.ninety),
            Self::WaitLongest => return seconds(tally.waits, tally.waits.longest),
            Self::WaitLeftOut => tally.waits.left_out,
            Self::ServiceMedian => return seconds(tally.services, tally.services.median),
            Self::ServiceNinety => return seconds(tally.services, tally.services.ninety),
            Self::ServiceLongest => return seconds(tally.services, tally.services.longest),
            Self::ServiceLeftOut => tally.services.left_out,
            Self::Shifts => tally.staffing.shifts,
            Self::Volunteers => tally.staffing.volunteers,
            Self::DutyHours => return Value::Seconds(i64::from(tally.staffing.minutes) * 60),
            Self::LostMinutes => tally.lost.minutes,
            Self::SystemDown => of(&tally.stuck, StuckReason::SystemDown),
        }))
    }

    /// The number with its words.
    pub(super) fn cell(self, tally: &Tally, lang: Lang) -> Cell {
        cell(self.value(tally), lang)
    }
}

/// A number in words: «1.234», «64,28 %», «8 phút»; a dash where there is none.
pub(super) fn cell(value: Value, lang: Lang) -> Cell {
    let text = match value {
        Value::Count(number) => lang.count(number),
        Value::Words | Value::Share { whole: 0, .. } => lang.no_number().to_owned(),
        Value::Share { part, whole } => lang.percentage(part, whole),
        Value::Seconds(seconds) => lang.duration(seconds),
        Value::Day(day) => lang.date(day),
    };
    Cell::new(text, value)
}

pub(super) fn share(part: u32, whole: u32) -> Value {
    Value::Share { part: part.into(), whole: whole.into() }
}

/// A figure of some durations; none of no duration.
pub(super) fn seconds(of: Times, seconds: i64) -> Value {
    if of.count == 0 { Value::Words } else { Value::Seconds(seconds) }
}

/// The number of a value among those that are not nought.
fn of<T: Copy + PartialEq>(rows: &[(T, u32)], value: T) -> u32 {
    rows.iter().find(|(one, _)| *one == value).map_or(0, |(_, number)| *number)
}
