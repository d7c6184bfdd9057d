//! `motcua printers`: the printers of this PC, and the ones that are chosen.

use super::{Failure, World, say};
use crate::print::{self, Printer};
use crate::run::printer_line;

pub(super) fn run(world: &World) -> Result<(), Failure> {
    let lang = world.lang;
    let cards = print::queues(&Printer::of_this_pc())
        .map_err(|fault| lang.printers_unknown(&lang.print_fault(&fault)))?;
    if cards.is_empty() {
        say(lang.printers_none());
    }
    for card in cards {
        say(&lang.printer_line(&printer_line(card)));
    }
    for line in lang.printers_chosen(&world.config.print) {
        say(&line);
    }
    Ok(())
}
