//! The office the desk belongs to.

/// What the head of a paper and the title of the screen name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Office {
    /// The one-stop centre's name, for example `Trung tâm Phục vụ hành chính công xã Vĩnh Bảo`.
    pub name: String,
    /// The five-digit code of the commune in `assets/admin_units.tsv`.
    pub commune: String,
    /// The volunteers' team, for example `Đội Thanh niên tình nguyện xã Vĩnh Bảo`.
    pub team: String,
}
