//! The words about what does not work: marks beside visits, and what happens when it works again.

use super::Lang;
use crate::domain::System;

say! {
    outage_mark(systems: &str) { "[!{systems}]", "[!{systems}]" }
    outage_now(systems: &str) { "[!] Đang lỗi: {systems}", "[!] Down now: {systems}" }
    outage_over_for(done: &str, persons: &str) { "{done}: {persons} người đang chờ việc này", "{done}: persons waiting for it: {persons}" }
    outage_hit(times: &str, persons: &str) { "{times} lần · {persons} người gặp", "{times} times · {persons} persons hit" }
    figure_kind_hit { "gặp sự cố", "hit by an outage" }
    figure_any_system { "mọi hệ thống", "any system" }
}

impl Lang {
    /// A system in as few letters as a list has room for.
    pub const fn system_short(self, system: System) -> &'static str {
        match (self, system) {
            (_, System::Vneid) => "VNeID",
            (_, System::Portal) => "DVC",
            (Self::Vi, System::Payment) => "tiền",
            (Self::En, System::Payment) => "pay",
            (Self::Vi, System::Network) => "mạng",
            (Self::En, System::Network) => "net",
            (Self::Vi, System::Power) => "điện",
            (Self::En, System::Power) => "power",
            (_, System::Insurance) => "BHXH",
            (Self::Vi, System::Other) => "khác",
            (Self::En, System::Other) => "other",
        }
    }
}
