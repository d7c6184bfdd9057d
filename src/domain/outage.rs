//! Outages (sự cố hệ thống): when something that the desk needs did not work.

use super::coded::coded;
use super::{OutageId, Stamp};

coded! {
    /// What did not work.
    System {
        /// VNeID.
        Vneid = "vneid",
        /// Cổng Dịch vụ công.
        Portal = "portal",
        /// Thanh toán trực tuyến.
        Payment = "payment",
        /// Mạng Internet.
        Network = "network",
        /// Điện.
        Power = "power",
        /// `VssID` and the insurance's own systems (BHXH, BHYT).
        Insurance = "insurance",
        /// Khác.
        Other = "other",
    }
}

/// One outage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// Identity.
    pub id: OutageId,
    /// What did not work.
    pub system: System,
    /// Since when.
    pub from: Stamp,
    /// Until when; `None` while it lasts.
    pub until: Option<Stamp>,
}
