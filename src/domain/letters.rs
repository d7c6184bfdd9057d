//! What letters mean where no text is typed.

use super::coded::coded;

coded! {
    /// What a letter does on the queue's screen. Every command has another key, too, so that none is lost.
    #[derive(Default)]
    Letters {
        /// It is a command, as the table of keys has it.
        #[default]
        Commands = "commands",
        /// It begins what somebody needs: the number is given with two keys less.
        Needs = "needs",
    }
}
