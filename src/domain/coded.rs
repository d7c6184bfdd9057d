//! Enumerations that are stored and exported by a short code, and those of them that more than one room decides by.

/// Declares an enumeration whose values have a stable code in the database, in CSV and in JSON.
///
/// A code, once released, never changes its meaning: files at desks hold it.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$value_doc])* #[serde(rename = $code)] $value,)+
        }

        impl $name {
            /// Every value, in the order in which a person is offered them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The code that files hold.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value of a code, or `None` for one that this program does not know.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$value),)+ _ => None }
            }

            /// The value after this one, round and round; after none the first.
            #[must_use]
            pub fn after(now: Option<Self>) -> Self {
                let at = now.and_then(|now| Self::ALL.iter().position(|one| *one == now));
                at.map_or(Self::ALL[0], |at| Self::ALL[(at + 1) % Self::ALL.len()])
            }
        }
    };
}

pub(crate) use coded;

coded! {
    /// Why a party goes first (docs/domain.md, "Queue and priority"). A coarse flag, never a diagnosis.
    Priority {
        /// Người cao tuổi: the law names 60, offices often use 70 to 80.
        Elderly = "elderly",
        Disabled = "disabled",
        Mother = "mother",
        Merit = "merit",
        Child = "child",
        FromFar = "far",
    }
}

coded! {
    LeaveReason {
        /// Called, and nobody came (gọi không có mặt).
        NoShow = "no-show",
        /// Went away while waiting or being helped (bỏ về).
        WalkedOut = "walked-out",
        /// Was told to come another day (hẹn hôm khác).
        AnotherDay = "another-day",
        /// Was sent to another counter or office at once (chuyển nơi khác).
        SentOn = "sent-on",
        /// The number was given by mistake (cấp nhầm số).
        Mistake = "mistake",
        /// The office closed first (hết giờ).
        OfficeClosed = "office-closed",
    }
}

coded! {
    /// A stage without its times: what a period in the file is about.
    StageKind {
        /// In the queue (đang chờ).
        Waiting = "waiting",
        /// Called to a station, not yet there (đang gọi).
        Called = "called",
        /// Being helped (đang tiếp).
        Serving = "serving",
        /// Put aside for a moment, for example to make a copy (tạm giữ).
        Held = "held",
        /// Helped (đã xong).
        Done = "done",
        /// Gone without being served (rời đi).
        Left = "left",
    }
}

impl StageKind {
    /// Whether the desk still owes this party something.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Left)
    }
}

coded! {
    /// How a dossier was filed (docs/figures.md, "Things, quantities, dossiers"). Nothing is preset: a thing of which nobody
    /// said it has none.
    Channel {
        /// Wholly online (trực tuyến toàn trình).
        OnlineWhole = "online-whole",
        /// Partly online (trực tuyến một phần).
        OnlinePart = "online-part",
        /// On paper at the counter (nộp giấy).
        Paper = "paper",
        /// Somebody said that nothing was filed (chưa nộp).
        NotFiled = "none",
    }
}

impl Channel {
    pub const fn is_filed(self) -> bool {
        !matches!(self, Self::NotFiled)
    }

    /// Whether it was filed online, wholly or partly.
    pub const fn is_online(self) -> bool {
        matches!(self, Self::OnlineWhole | Self::OnlinePart)
    }
}

coded! {
    /// Why somebody was called before the others.
    OutOfTurn {
        Official = "official",
        OneMinute = "one-minute",
        Health = "health",
        Together = "together",
        Other = "other",
    }
}
