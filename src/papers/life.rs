//! What happened to one number, on paper: for whoever complains, and for who answers. It names no citizen.

use super::office;
use super::sheet::{Block, HeadLine, PageLabel, Sheet, Style, Weight};
use crate::domain::Office;
use crate::lang::Lang;

/// The lines as they stand on the screen, below the office and the title; a line that begins with a space belongs to the one
/// above it.
pub fn sheet(office: &Office, title: &str, lines: &[String], lang: Lang) -> Sheet {
    let block = |line: &String| match line.strip_prefix(' ') {
        Some(below) => Block::Note(below.trim_start().to_owned()),
        None => Block::Line(line.clone()),
    };
    Sheet {
        lang_tag: lang.tag(),
        style: Style::Guide,
        left: vec![office::centre(office)],
        title: vec![HeadLine::new(title.to_owned(), Weight::Strong)],
        blocks: lines.iter().map(block).collect(),
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        ..Sheet::default()
    }
}
