//! The semantic document that every paper of the desk becomes before it is rendered.
//!
//! A [`Sheet`] says what stands on the paper and what it means, never how many points or columns it takes. It knows no
//! language and no printer: all words come from the caller, and the renderers beside this module turn the same sheet
//! into plain text and into PDF, so the numbers cannot differ between them.
//!
//! Every text may hold `\n`, which breaks the line there, and U+00A0, which keeps two words together («XÃ VĨNH BẢO»).
//! Texts need not be normalised: the renderers compose them (NFC) and drop control characters.

use crate::wrap::clean;

/// One paper, from its head to its foot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Language of the words as a BCP 47 tag, such as `vi` or `en`; it becomes metadata and changes no layout.
    pub lang_tag: &'static str,
    pub paper: Paper,
    /// Margins and sizes of type.
    pub style: Style,
    /// Left half of the head: the parent body and the issuing body.
    pub left: Vec<HeadLine>,
    /// Right half of the head: the national title, or the name of the Youth Union. Without it the left half stands in
    /// the middle.
    pub right: Vec<HeadLine>,
    /// Number and symbol of the paper («Số: 12/BC-…»), centred below the left half of the head.
    pub number: Option<String>,
    /// Place and date, in italics.
    pub place_date: Option<PlaceDate>,
    /// Title, centred. The first line is set larger than those below it.
    pub title: Vec<HeadLine>,
    /// The body, from top to bottom.
    pub blocks: Vec<Block>,
    /// Who gets a copy, at the left of the signatures («Nơi nhận:»).
    pub recipients: Option<Recipients>,
    /// Signature blocks, side by side and never parted from each other by a page break. A single one stands in the right
    /// half.
    pub signatures: Vec<Signature>,
    /// Left of the foot of each page, for example the program and the time of printing.
    pub foot: String,
    /// Words of the page number at the right of the foot.
    pub page_label: PageLabel,
    /// Time that is written into the file's metadata. Without it the same sheet always gives the same bytes.
    pub created: Option<Created>,
}

/// Margins and sizes of type of a sheet on A4, all within NĐ 30/2020/NĐ-CP, appendix I (A4; top and bottom 20–25 mm, left
/// 30–35 mm, right 15–20 mm; body of 13–14 pt). Every other [`Paper`] has sizes of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// A working sheet full of numbers: left margin 25 mm, body 11.5 pt, stepping down to 9 pt so that it stays on one
    /// page when it can.
    #[default]
    Tally,
    /// A page of the handbook: as a tally, and on A5 stepping down to 8 pt, as a reader with it in the hand wants no
    /// second page.
    Guide,
    /// A report that goes into the office's files: left margin 30 mm, body 13.5 pt or, to save a page, 13 pt.
    Report,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm: a slip from the office's printer, a page of the handbook.
    A5,
    /// A roll of 58 mm, of which 384 dots are printed (docs/domain.md, "Papers").
    Roll58,
    /// A roll of 80 mm, of which 576 dots are printed (docs/domain.md, "Papers").
    Roll80,
}

impl Paper {
    /// Width and height of a page in points (1/72 inch). What was made for a roll, which has no pages, is edited on A5.
    pub fn points(self) -> (f32, f32) {
        const MM: f32 = 72.0 / 25.4;
        match self {
            Self::A4 => (210.0 * MM, 297.0 * MM),
            Self::A5 | Self::Roll58 | Self::Roll80 => (148.0 * MM, 210.0 * MM),
        }
    }

    #[cfg(test)]
    pub const ALL: [Self; 4] = [Self::A4, Self::A5, Self::Roll58, Self::Roll80];

    /// Whether it is a roll: narrow, and cut where the content ends.
    pub const fn is_roll(self) -> bool {
        matches!(self, Self::Roll58 | Self::Roll80)
    }
}

/// Weight of a line or row among its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Upright, as the body.
    #[default]
    Normal,
    /// Bold: totals, names of bodies.
    Strong,
    /// Italic: parts of the row above, hints, explanations.
    Faint,
}

/// A rule drawn below a line of the head or title, centred on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    #[default]
    None,
    /// As wide as the text, as below the national motto.
    Full,
    /// Two fifths of the text, as below the issuing body (NĐ 30/2020/NĐ-CP asks for 1/3 to 1/2).
    Half,
}

/// A centred line of the head or of the title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadLine {
    /// The words, in the capitals that the caller wants.
    pub text: String,
    pub weight: Weight,
    pub rule: Rule,
}

impl HeadLine {
    /// A line of a given weight, without a rule.
    pub fn new(text: impl Into<String>, weight: Weight) -> Self {
        Self { text: text.into(), weight, rule: Rule::None }
    }

    /// The same line with a rule below it.
    #[must_use]
    pub fn ruled(self, rule: Rule) -> Self {
        Self { rule, ..self }
    }
}

/// Place and date of a paper, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceDate {
    /// The words, for example «Vĩnh Bảo, ngày 05 tháng 11 năm 2026».
    pub text: String,
    pub spot: Spot,
}

/// Where the place and date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// Below the right half of the head, as in a report.
    UnderHead,
    /// Above the last signature, as in a table to be signed.
    #[default]
    OverSignatures,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A bold heading that stays with what follows it.
    Heading(String),
    /// One thing to be read from across the room, alone on its line: the number of a ticket.
    Big(String),
    /// A line of text that wraps, ragged at the right.
    Line(String),
    /// A paragraph of prose: first line indented, justified in print.
    Paragraph(String),
    /// Numbers to be seen at a glance, in a row or, when they are many, a grid.
    Figures(Vec<Figure>),
    Table(Table),
    /// A small remark in italics.
    Note(String),
    /// A check that was made on the numbers of the sheet, with a box before it: a tick when it holds, an exclamation
    /// mark and bold words when it does not.
    Proof {
        /// Whether the numbers agree.
        holds: bool,
        /// What was checked, and with which numbers.
        sentence: String,
    },
    /// A thing to bring or to do, with a box before it.
    Tick {
        /// Whether the box is ticked already.
        ticked: bool,
        text: String,
    },
    /// A text for a telephone to read, as a QR code, with the text itself beside it: nobody has to trust a pattern.
    Qr {
        /// What the code holds.
        text: String,
        /// What it leads to.
        caption: String,
    },
    /// Dotted lines to write on by hand.
    Blanks(u8),
    /// White space of about one line.
    Gap,
    /// Parts of the body side by side, in columns of equal width. A `Columns` within a column is stacked instead.
    Columns(Vec<Vec<Block>>),
}

impl Block {
    /// The words of a block that is nothing but words.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Heading(text)
            | Self::Big(text)
            | Self::Line(text)
            | Self::Paragraph(text)
            | Self::Note(text)
            | Self::Tick { text, .. } => Some(text),
            _ => None,
        }
    }
}

/// A number to be seen at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The number, already written in the way of the sheet's language («1.234»).
    pub value: String,
    pub label: String,
    /// A few words below the label, or nothing.
    pub note: String,
}

/// A table with a header that is repeated on each page the table goes on to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How a spreadsheet draws it beside its numbers; on paper the numbers stand alone.
    pub chart: Option<Chart>,
    /// Title above the table.
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// How a spreadsheet draws a table: the first column names what the columns of numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Upright columns, for what has an order of its own: hours, days, months.
    Columns,
    /// Lying bars, for names.
    Bars,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Words of its header. When no column has any, the table has no header.
    pub title: String,
    /// How its cells are aligned; headers of right-aligned columns are centred.
    pub align: Align,
    /// Its part of the table's width, relative to the other columns' shares. A column is never made so narrow that a
    /// word of it must be cut while another column has room to give.
    pub share: u16,
    /// Whether it adds up the columns before it, so that a chart leaves it out.
    pub adds_up: bool,
}

impl Column {
    /// A column of words, aligned left.
    pub fn words(title: impl Into<String>, share: u16) -> Self {
        Self { title: title.into(), align: Align::Left, share, adds_up: false }
    }

    /// A column of numbers, aligned right.
    pub fn numbers(title: impl Into<String>, share: u16) -> Self {
        Self { title: title.into(), align: Align::Right, share, adds_up: false }
    }

    /// A column of short signs, centred.
    pub fn signs(title: impl Into<String>, share: u16) -> Self {
        Self { title: title.into(), align: Align::Center, share, adds_up: false }
    }

    /// The same column, adding up those before it.
    #[must_use]
    pub fn adding_up(self) -> Self {
        Self { adds_up: true, ..self }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Right,
    /// Short signs and ordinals.
    Center,
}

/// A cell of a table: what is read, and what a spreadsheet reckons with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The words, already written in the way of the sheet's language («1.234»).
    pub text: String,
    /// The number or date behind them.
    pub value: Value,
}

/// What stands behind the words of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing: they are words.
    #[default]
    Words,
    Count(u64),
    /// A part of a whole. Nought of nought has no share.
    Share {
        part: u64,
        whole: u64,
    },
    Seconds(i64),
    Day(crate::domain::Day),
}

impl Cell {
    /// Words with a value behind them.
    pub fn new(text: impl Into<String>, value: Value) -> Self {
        Self { text: text.into(), value }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), value: Value::Words }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells, one for each column. Missing cells are empty; cells beyond the last column are not shown.
    pub cells: Vec<Cell>,
    /// Weight of the whole row; a `Strong` row has a firmer rule above it.
    pub weight: Weight,
    /// Levels by which the first left-aligned cell is pushed in.
    pub indent: u8,
}

impl Row {
    /// A row of the given weight, not indented.
    pub fn new<T: Into<Cell>>(cells: impl IntoIterator<Item = T>, weight: Weight) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), weight, indent: 0 }
    }

    /// The same row, pushed in by some levels.
    #[must_use]
    pub fn indented(self, indent: u8) -> Self {
        Self { indent, ..self }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Who signs, in bold.
    pub role: String,
    /// How to sign, in italics below the role («(ký, ghi rõ họ tên)»), or nothing.
    pub hint: String,
    /// Name of the person below the space for the signature, in bold, or nothing.
    pub name: String,
}

/// Who gets a copy of a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// Words above the list, in bold italics.
    pub title: String,
    /// Lines of the list, with their dashes and stops («- Như trên;»).
    pub lines: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLabel {
    /// The word before «1/3», for example «Trang».
    pub page: String,
}

/// A moment of local time for the file's metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Created {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    /// Whole hours east of UTC: 7 in Viet Nam.
    pub utc_offset: i8,
}

impl Created {
    /// The same moment in UTC, as the files of offices write it; `None` when there is no such day or time.
    pub fn utc(self) -> Option<chrono::NaiveDateTime> {
        chrono::NaiveDate::from_ymd_opt(self.year.into(), self.month.into(), self.day.into())?
            .and_hms_opt(self.hour.into(), self.minute.into(), self.second.into())?
            .checked_sub_signed(chrono::TimeDelta::hours(self.utc_offset.into()))
    }
}

impl Sheet {
    /// The title in one line, for the metadata of a file.
    pub fn title_line(&self) -> String {
        let lines: Vec<String> =
            self.title.iter().map(|line| clean(&line.text).replace(['\n', '\u{a0}'], " ")).collect();
        lines.join(" ")
    }
}
