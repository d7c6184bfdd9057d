//! What stands in the margins: the foot with the page number, and the number at the top of a report's further pages.

use docx_rs::{
    AlignmentType, Docx, FieldCharType, Footer, Header, InstrNUMPAGES, InstrPAGE, InstrText, Paragraph,
    ParagraphBorderPosition, Run, TableRow,
};

use super::words::{HAIR, gap, one_border, run, typed};
use super::{grid, styles};
use crate::papers::layout::Measures;
use crate::papers::sheet::{Sheet, Style, Weight};
use crate::papers::wrap::clean;

/// The part of the foot that the page number takes.
const NUMBER_PART: f32 = 0.13;

/// What it takes at least, in points: «Trang 10/12» and some white space.
const NUMBER_LEAST: f32 = 56.0;

/// A document with its margins filled.
pub(super) fn filled(document: Docx, measures: &Measures, sheet: &Sheet, room: f32) -> Docx {
    let document = document.footer(foot(measures, sheet, room));
    match sheet.style {
        Style::Tally | Style::Guide => document,
        // NĐ 30/2020/NĐ-CP, appendix I: in the middle of the top margin, upright, 13–14 pt, not on the first page.
        Style::Report => {
            let size = measures.sizes.body;
            let number = Paragraph::new()
                .style(styles::HEADER)
                .align(AlignmentType::Center)
                .add_run(field(size, InstrText::PAGE(InstrPAGE::new())));
            let nothing = Paragraph::new().style(styles::HEADER);
            document
                .header(Header::new().add_paragraph(number))
                .first_header(Header::new().add_paragraph(nothing))
                .first_footer(foot(measures, sheet, room))
        }
    }
}

/// The foot: a hairline, the sheet's words at the left, the page number at the right.
fn foot(measures: &Measures, sheet: &Sheet, room: f32) -> Footer {
    let size = measures.sizes.foot;
    let line = gap(3.0);
    let mut above = line;
    above.property = above.property.set_borders(one_border(ParagraphBorderPosition::Top, HAIR));
    let words = Paragraph::new().style(styles::FOOTER).add_run(run(&sheet.foot, Weight::Normal, size));
    let mut number = Paragraph::new().style(styles::FOOTER).align(AlignmentType::Right);
    let label = clean(&sheet.page_label.page);
    if !label.trim().is_empty() {
        number = number.add_run(typed(Weight::Normal, size).add_text(format!("{} ", label.trim())));
    }
    let number = number
        .add_run(field(size, InstrText::PAGE(InstrPAGE::new())))
        .add_run(typed(Weight::Normal, size).add_text("/"))
        .add_run(field(size, InstrText::NUMPAGES(InstrNUMPAGES::new())));
    let taken = (room * NUMBER_PART).max(NUMBER_LEAST);
    let row = TableRow::new(vec![grid::cell(room - taken, [words]), grid::cell(taken, [number])]);
    Footer::new()
        .add_paragraph(above)
        .add_table(grid::unlined(&[room - taken, taken], vec![row]))
        .add_paragraph(gap(1.0))
}

/// A number that Word counts.
fn field(size: f32, instruction: InstrText) -> Run {
    typed(Weight::Normal, size)
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(instruction)
        .add_field_char(FieldCharType::Separate, false)
        .add_text("1")
        .add_field_char(FieldCharType::End, false)
}
