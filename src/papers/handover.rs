//! A handover on one sheet, with both names: what was handed over, who took it, the equipment, and what the leader says.

use super::office;
use super::sheet::{Block, Column, HeadLine, PageLabel, Row, Sheet, Signature, Style, Table, Weight};
use crate::domain::Office;
use crate::lang::Lang;

/// What stands on the sheet, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverPaper {
    /// Which shift it is, with its day.
    pub shift: String,
    /// Who gave and when, who took it and when.
    pub heads: Vec<String>,
    pub giver: String,
    /// Empty while nobody has taken it.
    pub receiver: String,
    /// Each item with the rest of its words, and who took it with what is done next.
    pub items: Vec<(String, String, String)>,
    /// What has become of items since, one line an item.
    pub changed: Vec<String>,
    /// How many items were taken, of how many that had to be; `None` while nobody has taken it.
    pub taken: Option<(usize, usize)>,
    /// What the receiver had to remark; empty without one, and while nobody has taken it.
    pub remark: String,
}

impl HandoverPaper {
    pub fn sheet(&self, office: &Office, lang: Lang) -> Sheet {
        let mut blocks: Vec<Block> = self.heads.iter().cloned().map(Block::Line).collect();
        blocks.push(if self.items.is_empty() {
            Block::Line(lang.items_none().to_owned())
        } else {
            Block::Table(self.table(lang))
        });
        if !self.changed.is_empty() {
            let words =
                format!("{}: {}", lang.changed_since_frozen(self.changed.len()), self.changed.join("; "));
            blocks.push(Block::Note(words));
        }
        let tick = |ticked: bool, text: String| Block::Tick { ticked, text };
        blocks.push(tick(false, lang.paper_equipment().to_owned()));
        blocks.push(tick(false, lang.paper_equipment_lacks().to_owned()));
        let words = match self.taken {
            Some((taken, count)) if taken < count => lang.paper_taken_part(taken, count),
            _ => lang.paper_taken_whole().to_owned(),
        };
        blocks.push(tick(self.taken.is_some(), words));
        let remark = if self.remark.is_empty() {
            "……………………………………………………………………"
        } else {
            &self.remark
        };
        blocks.push(tick(!self.remark.is_empty(), lang.paper_taken_remark(remark)));
        blocks.push(Block::Line(lang.paper_leader().to_owned()));
        blocks.push(Block::Blanks(2));
        let signature = |role: &str, name: &str| Signature {
            role: role.to_owned(),
            hint: lang.paper_sign_hint().to_owned(),
            name: name.to_owned(),
        };
        Sheet {
            lang_tag: lang.tag(),
            style: Style::Tally,
            left: vec![office::centre(office)],
            title: vec![
                HeadLine::new(lang.paper_handover(), Weight::Strong),
                HeadLine::new(self.shift.clone(), Weight::Normal),
            ],
            blocks,
            signatures: vec![
                signature(lang.paper_giver(), &self.giver),
                signature(lang.paper_receiver(), &self.receiver),
            ],
            page_label: PageLabel { page: lang.paper_page().to_owned() },
            ..Sheet::default()
        }
    }

    fn table(&self, lang: Lang) -> Table {
        let rows = (1_u32..).zip(&self.items).map(|(number, (head, detail, taken))| {
            let words = if detail.is_empty() { head.clone() } else { format!("{head} · {detail}") };
            Row::new([lang.count(number), words, taken.clone()], Weight::Normal)
        });
        Table {
            columns: vec![
                Column::numbers("", 1),
                Column::words(lang.paper_item(), 14),
                Column::words(lang.paper_taken(), 6),
            ],
            rows: rows.collect(),
            ..Table::default()
        }
    }
}
