//! The page that tries a printer: small, counted nowhere, without a number.

use super::office;
use super::sheet::{Block, HeadLine, PageLabel, Paper, Sheet, Weight};
use crate::domain::{Office, Stamp};
use crate::text::Lang;

/// The page as a sheet for `paper`. `printer` is what people call it.
pub fn sheet(office: Option<&Office>, printer: &str, at: Stamp, paper: Paper, lang: Lang) -> Sheet {
    Sheet {
        lang_tag: lang.tag(),
        paper,
        left: office.map(office::centre).into_iter().collect(),
        title: vec![HeadLine::new(lang.test_title(), Weight::Strong)],
        blocks: vec![
            Block::Line(lang.test_printer(printer)),
            Block::Line(lang.test_when(&lang.clock(at), &lang.date(at.day()))),
            Block::Line(lang.test_letters().to_owned()),
            Block::Line(lang.test_digits().to_owned()),
            Block::Note(lang.test_note().to_owned()),
        ],
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        created: office::created(at),
        ..Sheet::default()
    }
}
