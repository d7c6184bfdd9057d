//! The office the desk belongs to, and what its papers name beside it: bodies, symbols, signers, targets and remarks. All of it
//! the office's own words, all of it may be empty, and then the form's usual words stand.

use serde::{Deserialize, Serialize};

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

/// The head and the foot of the office's papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letterhead {
    /// The parent body of a report of the administration, «ỦY BAN NHÂN DÂN XÃ VĨNH BẢO»; empty: from the commune.
    pub parent: String,
    /// The symbol after «Số: …/», for example `BC-TTPVHCC`; empty: `BC`.
    pub symbol: String,
    /// The place before the date; empty: the commune's name.
    pub place: String,
    /// In whose name the report is signed, «GIÁM ĐỐC»; empty: the form's.
    pub signer_office: String,
    /// Who signs the report of the administration.
    pub signer: String,
    /// The leader of the team (đội trưởng, tổ trưởng), who signs the tally.
    pub leader: String,
    /// The committee of the Youth Union, «BCH ĐOÀN XÃ VĨNH BẢO»; empty: from the commune.
    pub union_body: String,
    /// The symbol after «Số: …-», for example `BC/ĐTN`; empty: that.
    pub union_symbol: String,
    /// In whose name the Youth Union signs; empty: «TM. BAN THƯỜNG VỤ ĐOÀN XÃ» (unverified, docs/domain.md, "Papers").
    pub union_office: String,
    /// The role of who signs for the Youth Union; empty: «BÍ THƯ».
    pub union_role: String,
    /// Who signs for the Youth Union.
    pub union_signer: String,
    /// Who gets a copy, one to a line, for the report of the administration.
    pub recipients: String,
    /// Who gets a copy of the report of the Youth Union, one to a line.
    pub union_recipients: String,
    /// When the office is open, as a slip says it: «Thứ Hai–thứ Sáu, 7:30–11:30 và 13:30–17:00».
    pub hours: String,
}

/// The shares that leaders ask about, in whole per cent (docs/domain.md, "Tallies and reports"). `None`: no target, and no line on the paper.
///
/// The desk knows only its own contribution; it never says the commune's official rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Targets {
    /// Of the dossiers that were filed with the desk's help, how many online, fully or partly.
    pub online: Option<u8>,
    /// Of those dossiers, how many fully online.
    pub whole: Option<u8>,
    /// Of those dossiers, how many were paid online.
    pub paid: Option<u8>,
    /// Of the attempts to activate level 2 at the desk, how many done.
    pub level_two: Option<u8>,
}

/// Difficulties and proposals of a span, as the report says them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// What was difficult (khó khăn, vướng mắc).
    pub difficulties: String,
    /// What is proposed (đề xuất, kiến nghị).
    pub proposals: String,
}
