//! The slip with a number through a raw queue of a real printing system.

use motcua::domain::printer::RollWidth;
use motcua::domain::printing::Document;
use motcua::domain::printing::JobState;
use motcua::domain::queue::{Lane, Ratio};
use motcua::domain::{Office, Series, Ticket};
use motcua::lang::Lang;
use motcua::papers::escpos;
use motcua::papers::forms::Forms;
use motcua::papers::raster;
use motcua::papers::sheet::Paper;
use motcua::papers::ticket::{self, TicketSlip};
use motcua::print::{Job, Spool};
use tempfile::TempDir;

use super::cups::{Cups, listener, made, slip, until_state};
use crate::slips::printed;
use crate::terminal::F2;

#[test]
fn a_raw_queue_gets_the_slip_of_each_number_twice_when_the_desk_keeps_one() {
    let Some(cups) = Cups::running() else { return };
    let (port, reader) = listener();
    let queue = cups.raw_queue(port);
    let home = TempDir::new().unwrap();
    let print = format!("slip = \"raw:{}\"\nslip_width = 58\ndesk_copy = true", queue.name);
    let mut terminal = cups.terminal(&home, &print);
    terminal.types(F2).sees("Cần làm việc gì?").types("ks\r").sees("Đã cấp số A001").sees("chưa in");
    terminal.sees_no_more("chưa in");
    let bytes = reader.join().unwrap();
    // ESC @ and GS v 0: a picture, whatever letters the printer knows.
    assert!(bytes.starts_with(b"\x1b@") && bytes.windows(4).any(|some| some == b"\x1dv0\x00"));
    let paper = printed(&bytes);
    assert_eq!((paper.widths, paper.cuts), (vec![384, 384], 2));
    assert_eq!(paper.rows[0], paper.rows[1]);
}

#[test]
fn what_our_renderer_has_drawn_arrives_byte_by_byte() {
    let Some(cups) = Cups::running() else { return };
    let office =
        Office { name: "Trung tâm Phục vụ hành chính công xã Thử".into(), ..Office::default() };
    let number = TicketSlip {
        office: &office,
        ticket: Ticket { series: Series::FIRST, number: 12 },
        needs: &[],
        persons: 1,
        priority: None,
        ahead: Some(3),
        wait: Some((10, 25)),
        ratio: Ratio::USUAL,
        lane: Some(Lane::Ordinary),
        given: made(),
    };
    for (paper, dots) in [(Paper::Roll58, RollWidth::Mm58.dots()), (Paper::Roll80, RollWidth::Mm80.dots())] {
        let sheet = ticket::sheet(&number, Forms::default().ticket(), Lang::Vi, paper);
        let bytes = escpos::raster(&raster::render(&sheet, dots).unwrap());
        let (port, reader) = listener();
        let queue = cups.raw_queue(port);
        let desk = TempDir::new().unwrap();
        let mut spool = Spool::start(cups.printer(), desk.path().to_owned(), made());
        let id = spool.submit(Job { document: Document::Commands(bytes.clone()), ..slip(queue.target()) });
        until_state(&spool, id, &JobState::Done);
        let heard = reader.join().unwrap();
        assert!(heard == bytes, "{} bytes were sent, {} came", bytes.len(), heard.len());
        assert_eq!(printed(&heard).widths, [usize::from(dots)]);
    }
}
