//! Identities: one type a table, so that a visit is never mistaken for a volunteer.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    };
}

id! {
    /// One visit (lượt) of a citizen or a party.
    VisitId
}
id! {
    /// One thing a visit was helped with (việc hỗ trợ).
    AssistId
}
id! {
    /// A volunteer (tình nguyện viên) of the desk's roster.
    VolunteerId
}
id! {
    /// A shift (ca).
    ShiftId
}
id! {
    /// A handover (bàn giao) from one shift to the next.
    HandoverId
}
id! {
    /// An item of a handover (mục bàn giao) that somebody has to close.
    ItemId
}
id! {
    /// A row of a handover.
    HandedId
}
id! {
    /// A hamlet (thôn, ấp, tổ dân phố) of the office's own list.
    HamletId
}
id! {
    /// A reason of the office's own why something could not be done (lý do vướng).
    ReasonId
}
id! {
    /// An outage (sự cố hệ thống).
    OutageId
}
id! {
    /// An entry of the journal (nhật ký).
    EntryId
}

/// The number on a station (quầy), from 1 to 99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct StationNo(u8);

impl StationNo {
    /// The first station, the default of a desk with one PC.
    pub const FIRST: Self = Self(1);

    /// The last one that a desk may have.
    pub const LAST: Self = Self(99);

    /// A station number, or `None` outside 1–99.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 99 { Some(Self(number)) } else { None }
    }

    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for StationNo {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("station outside 1-99")
    }
}

impl From<StationNo> for u8 {
    fn from(station: StationNo) -> Self {
        station.0
    }
}

impl std::fmt::Display for StationNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::str::FromStr for StationNo {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim().parse::<u8>().ok().and_then(Self::new).ok_or("1-99")
    }
}
