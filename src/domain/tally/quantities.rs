//! What is counted by the piece: copies, signatures, leaflets (số lượng). They stand beside the things and are part of no
//! total and no share (docs/figures.md, "Things, quantities, dossiers").

use super::super::assist::Assist;
use super::super::coded::coded;
use super::rows::{ByCode, ProcedureRow};

coded! {
    /// What the quantity of a thing is a number of.
    Piece {
        /// Bản: certified copies, copies of the registers.
        Copies = "copies",
        /// Chữ ký được chứng thực.
        Signatures = "signatures",
        /// Tờ rơi.
        Leaflets = "leaflets",
    }
}

impl Piece {
    /// The codes of the catalogue that are counted so.
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Copies => &["2.000815", "2.000908", "2.000942", "2.000635"],
            Self::Signatures => &["2.000884", "2.000992", "2.001008"],
            Self::Leaflets => &["DV20"],
        }
    }

    /// Whether a thing is counted so.
    pub(super) fn is_of(self, assist: &Assist) -> bool {
        self.codes().contains(&assist.procedure.0.as_str())
    }
}

/// The pieces of the things that were done.
pub(super) fn of(codes: &ByCode<ProcedureRow>) -> Vec<(Piece, u32)> {
    let number = |piece: Piece| codes.sum(piece.codes(), |count| count.quantity);
    Piece::ALL.iter().map(|piece| (*piece, number(*piece))).filter(|(_, number)| *number > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Catalogue, Code};

    #[test]
    fn every_code_is_in_the_catalogue_and_of_one_piece() {
        let catalogue = Catalogue::built_in().unwrap();
        let codes: Vec<&str> = Piece::ALL.iter().flat_map(|piece| piece.codes()).copied().collect();
        for code in &codes {
            assert!(catalogue.get(&Code::new(*code)).is_some(), "{code}");
            assert_eq!(codes.iter().filter(|one| *one == code).count(), 1, "{code}");
        }
    }
}
