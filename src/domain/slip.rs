//! What became of the slip with a number (phiếu số thứ tự).

use super::coded::coded;

coded! {
    /// Whether the slip with a number came out of the printer.
    SlipState {
        /// It was asked for, and nobody has said yet that it is out.
        Sent = "sent",
        /// It is out.
        Printed = "printed",
        /// It is not out, or perhaps not: somebody prints it again.
        Failed = "failed",
    }
}
