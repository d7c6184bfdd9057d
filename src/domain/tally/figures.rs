//! The one list of figures: what a tally says is a row here, or a column of one of the tables in [`super::tables`].
//!
//! Screens, papers, files, comparison and reprint walk these rows. A new figure is a row here and its words in
//! `text::figures`.

use super::Tally;
use super::key::{Amount, Behind, Key, Measure, Unit};
use crate::domain::assist::OutcomeKind;
use crate::domain::coded::LeaveReason;
use crate::domain::counter::Counter;
use crate::domain::reason::StuckReason;

use Amount::{Count, Seconds, Share};
use Behind::{Again, Nothing, Opens};

/// Declares the figures: id in forms and files, what stands behind, and how it is taken from the tally.
macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $behind:expr, $of:expr;)+) => {
        /// A number of the tally by itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FigureId {
            $($(#[$doc])* $name,)+
            Counted(Counter),
        }

        impl FigureId {
            const FIXED: &'static [Self] = &[$(Self::$name),+];

            /// Its id in forms and files.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                    Self::Counted(counter) => counter.code(),
                }
            }

            pub const fn behind(self) -> Behind {
                match self {
                    $(Self::$name => $behind,)+
                    Self::Counted(_) => Nothing,
                }
            }

            pub fn of(self, tally: &Tally) -> Amount {
                match self {
                    $(Self::$name => {
                        let of: fn(&Tally) -> Amount = $of;
                        of(tally)
                    })+
                    Self::Counted(counter) => Count(tally.counted.get(counter)),
                }
            }
        }
    };
}

figures! {
    Visits = "visits", Opens(Measure::Given), |t| Count(t.visits);
    Persons = "persons", Opens(Measure::Persons), |t| Count(t.persons);
    Assists = "assists", Opens(Measure::Things), |t| Count(t.assists);
    CarriedIn = "carried_in", Opens(Measure::CarriedIn), |t| Count(t.proof.carried_in);
    Issued = "issued", Opens(Measure::Issued), |t| Count(t.proof.issued);
    /// Visits taken up again after they had ended (quay lại).
    Returned = "returned", Opens(Measure::Returned), |t| Count(t.proof.returned);
    /// Ended and taken up again within the span.
    CameBack = "came_back", Nothing, |t| Count(t.proof.came_back);
    Served = "served", Opens(Measure::Served), |t| Count(t.proof.served);
    /// Who came with the visits that were served.
    ServedPersons = "served_persons", Opens(Measure::ServedPersons), |t| Count(t.served_persons);
    /// Visits that ended unserved (rời đi), whatever the reason but a mistake.
    Left = "left", Opens(Measure::Left), |t| Count(t.proof.left);
    /// A part of those who left.
    NoShow = "no_show", Opens(Measure::Left), |t| Count(t.proof.no_show);
    /// Numbers struck as given by mistake: a part of those taken back.
    Mistaken = "mistaken", Opens(Measure::Mistaken), |t| Count(t.proof.mistaken);
    Open = "open", Opens(Measure::Open), |t| Count(t.proof.open);
    Withdrawn = "withdrawn", Opens(Measure::Withdrawn), |t| Count(super::count(t.proof.withdrawn.iter()));
    Missing = "missing", Opens(Measure::Missing), |t| Count(super::count(t.proof.missing.iter()));
    Surplus = "surplus", Opens(Measure::Surplus), |t| Count(super::count(t.proof.surplus.iter()));
    WalkedOut = "walked_out", Again, |t| Count(row(&t.left, LeaveReason::WalkedOut));
    Done = "done", Again, |t| Count(row(&t.outcomes, OutcomeKind::Done));
    Stuck = "stuck", Again, |t| Count(row(&t.outcomes, OutcomeKind::Stuck));
    ComeBack = "come_back", Again, |t| Count(row(&t.outcomes, OutcomeKind::ComeBack));
    Referred = "referred", Again, |t| Count(row(&t.outcomes, OutcomeKind::Referred));
    Filed = "filed", Opens(Measure::Filed), |t| Count(t.filed);
    /// Dossiers filed fully online (toàn trình).
    FiledWhole = "filed_whole", Opens(Measure::Whole), |t| Count(t.filed_whole);
    /// Dossiers filed online, fully or partly.
    FiledOnline = "filed_online", Opens(Measure::Online), |t| Count(t.filed_online);
    OnlineShare = "online_share", Again, |t| Share(t.filed_online, t.filed);
    WholeShare = "whole_share", Again, |t| Share(t.filed_whole, t.filed);
    /// Procedures done of which nobody said whether they were filed (chưa ghi cách nộp).
    ChannelNotNoted = "channel_not_noted", Opens(Measure::ChannelNotNoted), |t| Count(t.channel_not_noted);
    PaidOnline = "paid_online", Opens(Measure::Paid), |t| Count(t.paid_online);
    FiledPaidOnline = "filed_paid_online", Opens(Measure::FiledPaid), |t| Count(t.filed_paid_online);
    PaidShare = "paid_share", Again, |t| Share(t.filed_paid_online, t.filed);
    LevelTwoTried = "level_two_tried", Opens(Measure::Things), |t| Count(t.level_two.tried);
    LevelTwoDone = "level_two_done", Opens(Measure::Done), |t| Count(t.level_two.done);
    LevelTwoShare = "level_two_share", Again, |t| Share(t.level_two.done, t.level_two.tried);
    Priority = "priority", Again, |t| Count(t.priority.iter().map(|(_, number)| number).sum());
    Elderly = "elderly", Again, |t| Count(t.people.elderly());
    WithoutSmartphone = "without_smartphone", Again, |t| Count(t.people.without_smartphone);
    WaitMedian = "wait_median", Again, |t| Amount::of_times(t.waits, t.waits.median);
    /// Wait that nine of ten did not exceed.
    WaitNinety = "wait_ninety", Again, |t| Amount::of_times(t.waits, t.waits.ninety);
    WaitLongest = "wait_longest", Again, |t| Amount::of_times(t.waits, t.waits.longest);
    /// Waits that were only estimates.
    WaitLeftOut = "wait_left_out", Again, |t| Count(t.waits.left_out);
    /// Waits of parties that walked out.
    WalkoutMedian = "walkout_wait_median", Again, |t| Amount::of_times(t.walkouts, t.walkouts.median);
    WalkoutLongest = "walkout_wait_longest", Again, |t| Amount::of_times(t.walkouts, t.walkouts.longest);
    ServiceMedian = "service_median", Again, |t| Amount::of_times(t.services, t.services.median);
    /// Service that nine of ten did not exceed.
    ServiceNinety = "service_ninety", Again, |t| Amount::of_times(t.services, t.services.ninety);
    ServiceLongest = "service_longest", Again, |t| Amount::of_times(t.services, t.services.longest);
    /// Services that were only estimates.
    ServiceLeftOut = "service_left_out", Again, |t| Count(t.services.left_out);
    Shifts = "shifts", Nothing, |t| Count(t.staffing.shifts);
    Volunteers = "volunteers", Nothing, |t| Count(t.staffing.volunteers);
    DutyHours = "duty_hours", Nothing, |t| Seconds(i64::from(t.staffing.minutes) * 60);
    /// Shifts of earlier days that nobody closed.
    WithoutEnd = "without_end", Nothing, |t| Count(t.staffing.without_end);
    /// Days on which the PC's clock was wrong.
    ClockDoubt = "clock_doubt_days", Nothing, |t| Count(u32::try_from(t.doubted.len()).unwrap_or(u32::MAX));
    LostMinutes = "lost_minutes", Nothing, |t| Count(t.lost.minutes);
    /// Visits that an outage hit.
    LostVisits = "lost_visits", Opens(Measure::Given), |t| Count(t.lost.visits);
    /// Persons who came with them.
    LostPersons = "lost_persons", Opens(Measure::Persons), |t| Count(t.lost.persons);
    SystemDown = "system_down", Again, |t| Count(row(&t.stuck, StuckReason::SystemDown));
}

impl FigureId {
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        Self::FIXED.iter().copied().chain(Counter::ALL.iter().map(|counter| Self::Counted(*counter)))
    }

    /// What its number in a file is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::WaitMedian
            | Self::WaitNinety
            | Self::WaitLongest
            | Self::WalkoutMedian
            | Self::WalkoutLongest
            | Self::ServiceMedian
            | Self::ServiceNinety
            | Self::ServiceLongest
            | Self::DutyHours => Unit::Seconds,
            Self::LostMinutes => Unit::Minutes,
            Self::OnlineShare | Self::WholeShare | Self::PaidShare | Self::LevelTwoShare => Unit::Percent,
            _ => Unit::Count,
        }
    }

    /// Which of the visits or things behind its measure are meant; `None`: all of them.
    pub const fn key(self) -> Option<Key> {
        match self {
            Self::NoShow => Some(Key::Left(LeaveReason::NoShow)),
            Self::LevelTwoTried | Self::LevelTwoDone => Some(Key::LevelTwo),
            Self::LostVisits | Self::LostPersons => Some(Key::System(None)),
            _ => None,
        }
    }

    /// Whether it is among the figures to be opened also when it is nought: the head of a tally and its proof.
    pub(super) const fn is_great(self) -> bool {
        matches!(
            self,
            Self::Visits
                | Self::Persons
                | Self::Assists
                | Self::CarriedIn
                | Self::Issued
                | Self::Served
                | Self::Left
                | Self::NoShow
                | Self::Mistaken
                | Self::ChannelNotNoted
                | Self::Open
        )
    }

    /// Whether it is left out where it is nought: an office that does not use a counter need not read of it.
    pub const fn is_of_a_counter(self) -> bool {
        matches!(self, Self::Counted(_))
    }

    /// Whether it has a row where these tallies stand.
    pub fn is_shown(self, tallies: &[&Tally]) -> bool {
        !self.is_of_a_counter() || tallies.iter().any(|tally| self.of(tally) != Count(0))
    }
}

/// The number of a value among those that are not nought.
fn row<T: Copy + PartialEq>(rows: &[(T, u32)], value: T) -> u32 {
    rows.iter().find(|(one, _)| *one == value).map_or(0, |(_, number)| *number)
}
