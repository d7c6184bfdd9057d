//! The printers of this PC: which one takes sheets, which one slips, how they print, and a page to try them.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::config::PrintSettings;
use crate::domain::printer::{self, EachNumber, RollWidth, SlipSheet, TargetFault};
use crate::ui::context::{Context, Effect, Request, Target};
use crate::ui::draw::{self, Column};
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::popups::{Choice, ChoiceKind, Popup, input_line};
use crate::ui::prints::{PrinterLine, Printers, Role};
use crate::ui::theme::Meaning;

/// The longest printer: a network name has 253 letters.
const LONGEST: usize = 260;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Report,
    Copies,
    Duplex,
    Slip,
    Paper,
    Letters,
    EachNumber,
    DeskCopy,
}

impl Row {
    const ALL: [Self; 8] = [
        Self::Report,
        Self::Copies,
        Self::Duplex,
        Self::Slip,
        Self::Paper,
        Self::Letters,
        Self::EachNumber,
        Self::DeskCopy,
    ];

    const fn role(self) -> Role {
        match self {
            Self::Report | Self::Copies | Self::Duplex => Role::Report,
            Self::Slip | Self::Paper | Self::Letters | Self::EachNumber | Self::DeskCopy => Role::Slip,
        }
    }
}

/// Why the form is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Target(TargetFault),
    /// A printer of slips cannot take a sheet.
    OnlySlips,
}

/// How slips are printed.
#[derive(Clone, Copy, Debug)]
struct SlipChoices {
    width: RollWidth,
    sheet: SlipSheet,
    is_plain: bool,
    each: EachNumber,
    desk_copy: bool,
}

impl SlipChoices {
    const fn of(settings: &PrintSettings) -> Self {
        Self {
            width: settings.slip_width,
            sheet: settings.slip_sheet,
            is_plain: settings.slip_plain,
            each: settings.each_number,
            desk_copy: settings.desk_copy,
        }
    }

    /// The papers that a printer takes, in the order in which they are offered.
    fn papers(takes_commands: bool) -> &'static [(SlipSheet, RollWidth)] {
        const ALL: [(SlipSheet, RollWidth); 4] = [
            (SlipSheet::Roll, RollWidth::Mm58),
            (SlipSheet::Roll, RollWidth::Mm80),
            (SlipSheet::A5, RollWidth::Mm80),
            (SlipSheet::A4, RollWidth::Mm80),
        ];
        if takes_commands { &ALL[..2] } else { &ALL }
    }

    /// The paper that is used: a printer that takes commands has a roll.
    const fn paper(self, takes_commands: bool) -> SlipSheet {
        if takes_commands { SlipSheet::Roll } else { self.sheet }
    }

    fn turn_paper(&mut self, by: isize, takes_commands: bool) {
        let papers = Self::papers(takes_commands);
        let now = self.paper(takes_commands);
        let is_now = |(sheet, width): &(SlipSheet, RollWidth)| {
            *sheet == now && (now != SlipSheet::Roll || *width == self.width)
        };
        let at = papers.iter().position(is_now).unwrap_or(0);
        let (sheet, width) = papers[turned(at, by, papers.len())];
        self.sheet = sheet;
        if sheet == SlipSheet::Roll {
            self.width = width;
        }
    }

    fn turn_each(&mut self, by: isize) {
        let at = EachNumber::ALL.iter().position(|each| *each == self.each).unwrap_or(0);
        self.each = EachNumber::ALL[turned(at, by, EachNumber::ALL.len())];
    }
}

/// A place further on or back, from the last to the first and back again.
fn turned(at: usize, by: isize, count: usize) -> usize {
    (at + count).saturating_add_signed(by) % count.max(1)
}

/// The form.
#[derive(Clone, Debug)]
pub struct PrintersForm {
    row: Row,
    report: Field,
    copies: u8,
    duplex: bool,
    slip: Field,
    /// As it is kept; what the printer cannot take is not offered, and comes back with another printer.
    slips: SlipChoices,
    flaw: Option<(Role, Flaw)>,
    back: Target,
}

impl PrintersForm {
    /// The printers that are kept; leads back to `back`.
    pub fn new(settings: &PrintSettings, back: Target) -> Self {
        Self {
            row: Row::Report,
            report: Field::new(LONGEST).with(&settings.report),
            copies: settings.copies,
            duplex: settings.duplex,
            slip: Field::new(LONGEST).with(&settings.slip),
            slips: SlipChoices::of(settings),
            flaw: None,
            back,
        }
    }

    /// Takes a printer that was chosen from the list.
    pub(in crate::ui) fn pick(&mut self, role: Role, printer: &str) {
        self.flaw = None;
        match role {
            Role::Report => self.report.set(printer),
            Role::Slip => self.slip.set(printer),
        }
    }

    fn field(&self, role: Role) -> &Field {
        match role {
            Role::Report => &self.report,
            Role::Slip => &self.slip,
        }
    }

    fn field_with_keys(&mut self) -> Option<&mut Field> {
        match self.row {
            Row::Report => Some(&mut self.report),
            Row::Slip => Some(&mut self.slip),
            _ => None,
        }
    }

    fn target(&self, role: Role) -> Result<printer::Target, TargetFault> {
        self.field(role).value().parse()
    }

    /// Whether the printer of sheets is known to print on both sides.
    fn offers_duplex(&self, printers: &Printers) -> bool {
        let target = self.target(Role::Report).ok();
        target.and_then(|target| printers.of(&target)).is_some_and(|line| line.has_duplex)
    }

    /// Whether the printer of slips takes commands and nothing else.
    fn has_commands(&self) -> bool {
        self.target(Role::Slip).is_ok_and(|target| target.takes_commands())
    }

    /// What the form says; `None`, and the flaw shown, when a printer is none.
    fn settings(&mut self, printers: &Printers) -> Option<PrintSettings> {
        let flaw = |form: &Self, role| match form.target(role) {
            Err(fault) => Some((role, Flaw::Target(fault))),
            Ok(target) if role == Role::Report && target.takes_commands() => Some((role, Flaw::OnlySlips)),
            Ok(_) => None,
        };
        self.flaw = flaw(self, Role::Report).or_else(|| flaw(self, Role::Slip));
        if let Some((role, _)) = self.flaw {
            self.row = if role == Role::Report { Row::Report } else { Row::Slip };
            return None;
        }
        // What a printer does not say about itself it may still do; what it says it cannot do is not asked of it.
        let is_known = self.target(Role::Report).is_ok_and(|target| printers.of(&target).is_some());
        Some(PrintSettings {
            report: self.report.value().trim().to_owned(),
            copies: self.copies,
            duplex: self.duplex && (!is_known || self.offers_duplex(printers)),
            slip: self.slip.value().trim().to_owned(),
            slip_width: self.slips.width,
            slip_sheet: self.slips.sheet,
            slip_plain: self.slips.is_plain,
            each_number: self.slips.each,
            desk_copy: self.slips.desk_copy,
        })
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        let at = Row::ALL.iter().position(|row| *row == self.row).unwrap_or(0);
        let printers = &ctx.prints.printers;
        match action {
            Action::Up => self.row = Row::ALL[moved(at, -1, Row::ALL.len())],
            Action::Down => self.row = Row::ALL[moved(at, 1, Row::ALL.len())],
            Action::NextField => self.row = Row::ALL[(at + 1) % Row::ALL.len()],
            Action::PreviousField => self.row = Row::ALL[(at + Row::ALL.len() - 1) % Row::ALL.len()],
            Action::Left => self.change(-1, printers),
            Action::Right | Action::Toggle => self.change(1, printers),
            Action::ChoosePrinter => {
                let choice = Choice::new(ChoiceKind::Printer(self.row.role()));
                return vec![Request::Open(Box::new(Popup::Choice(choice)))];
            }
            Action::TestPrint => {
                let role = self.row.role();
                return self
                    .settings(printers)
                    .map(|settings| Request::TestPrint(role, Box::new(settings)))
                    .into_iter()
                    .collect();
            }
            Action::Accept => {
                let Some(settings) = self.settings(printers) else { return Vec::new() };
                return vec![
                    Request::Go(self.back),
                    Request::Ask(Effect::KeepPrintSettings(Box::new(settings))),
                ];
            }
            Action::Back => return vec![Request::Go(self.back)],
            _ => {}
        }
        Vec::new()
    }

    fn change(&mut self, by: i8, printers: &Printers) {
        let most = PrintSettings::MOST_COPIES;
        match self.row {
            // From the last copy back to the first, as every value that is turned with an arrow.
            Row::Copies => {
                self.copies = match self.copies.saturating_add_signed(by) {
                    0 => most,
                    copies if copies > most => 1,
                    copies => copies,
                }
            }
            Row::Duplex if self.offers_duplex(printers) => self.duplex = !self.duplex,
            Row::Paper => self.slips.turn_paper(by.into(), self.has_commands()),
            Row::Letters if self.has_commands() => self.slips.is_plain = !self.slips.is_plain,
            Row::EachNumber => self.slips.turn_each(by.into()),
            Row::DeskCopy => self.slips.desk_copy = !self.slips.desk_copy,
            Row::Report | Row::Duplex | Row::Slip | Row::Letters => {}
        }
    }

    /// Whether a key would do something now: only then the footer shows it.
    pub(in crate::ui) fn is_possible(&self, action: Action, printers: &Printers) -> bool {
        match action {
            Action::Toggle | Action::Left | Action::Right => match self.row {
                Row::Copies | Row::Paper | Row::EachNumber | Row::DeskCopy => true,
                Row::Letters => self.has_commands(),
                Row::Duplex => self.offers_duplex(printers),
                Row::Report | Row::Slip => false,
            },
            _ => true,
        }
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        let Some(field) = self.field_with_keys() else { return false };
        let before = field.value().to_owned();
        let taken = field.press(key);
        if field.value() != before {
            self.flaw = None;
        }
        taken
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        if let Some(field) = self.field_with_keys() {
            field.insert(text);
            self.flaw = None;
        }
    }

    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(2, 0));
        draw::line(frame.buffer_mut(), area, 0, lang.printers_title(), ctx.style(Meaning::Heading));
        let mut row = 2;
        for one in Row::ALL {
            row += self.render_row(frame, below(area, row), one, ctx);
            if one == Row::Duplex || one == Row::DeskCopy {
                row += 1;
            }
        }
        self.render_printers(frame, below(area, row), ctx);
    }

    /// A row of the form and what stands under it; says how many lines that took.
    fn render_row(&self, frame: &mut Frame<'_>, area: Rect, row: Row, ctx: &Context<'_>) -> u16 {
        let lang = ctx.lang;
        let has_keys = row == self.row;
        let mark = if has_keys { "> " } else { "  " };
        let meaning = if has_keys { Meaning::Selected } else { Meaning::Plain };
        let value = |label: &str, value: &str| format!("{mark}  {label}: < {value} >");
        let words = match row {
            Row::Report | Row::Slip => return self.render_field(frame, area, row, ctx),
            Row::Copies => value(lang.printers_copies(), &self.copies.to_string()),
            Row::Paper => {
                let paper = self.slips.paper(self.has_commands());
                value(lang.printers_slip_paper(), &lang.slip_paper(paper, self.slips.width))
            }
            Row::Letters if self.has_commands() => {
                let letters = if self.slips.is_plain {
                    lang.printers_letters_plain()
                } else {
                    lang.printers_letters_marked()
                };
                value(lang.printers_letters(), letters)
            }
            Row::Letters => format!("{mark}  {}: {}", lang.printers_letters(), lang.printers_letters_page()),
            Row::EachNumber => value(lang.printers_each(), lang.each_number(self.slips.each)),
            Row::DeskCopy => {
                value(lang.printers_desk_copy(), if self.slips.desk_copy { lang.yes() } else { lang.no() })
            }
            Row::Duplex if self.offers_duplex(&ctx.prints.printers) => {
                value(lang.printers_duplex(), if self.duplex { lang.yes() } else { lang.no() })
            }
            Row::Duplex => {
                format!("{mark}  {}: {}", lang.printers_duplex(), lang.printers_no_duplex())
            }
        };
        draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(meaning));
        1
    }

    fn render_field(&self, frame: &mut Frame<'_>, area: Rect, row: Row, ctx: &Context<'_>) -> u16 {
        let lang = ctx.lang;
        let (role, has_keys) = (row.role(), row == self.row);
        let label = if role == Role::Report { lang.printers_report() } else { lang.printers_slip() };
        let mark = if has_keys { "> " } else { "  " };
        let field = self.field(role);
        let line = Rect { height: 1.min(area.height), ..area };
        input_line(frame, line, ctx, &format!("{mark}{label}"), field, has_keys);
        if field.value().is_empty() {
            let used = u16::try_from(draw::width(label) + 5).unwrap_or(0).min(area.width);
            let rest = Rect { x: line.x + used, width: line.width - used, ..line };
            draw::line(frame.buffer_mut(), rest, 0, lang.print_target_default(), ctx.style(Meaning::Faint));
        }
        let mut column = Column::new(frame.buffer_mut(), below(area, 1));
        let room = column.room();
        match self.flaw {
            Some((flawed, flaw)) if flawed == role => {
                let words = match flaw {
                    Flaw::Target(fault) => lang.target_fault(field.value(), fault),
                    Flaw::OnlySlips => lang.printers_only_slips().to_owned(),
                };
                column.paragraph("    [!] ", &words, ctx.style(Meaning::Bad));
            }
            _ if has_keys => {
                let hint = match role {
                    Role::Report => lang.printers_hint_sheets(),
                    Role::Slip => lang.printers_hint_slips(),
                };
                column.paragraph("    ", hint, ctx.style(Meaning::Faint));
            }
            _ => {}
        }
        1 + room - column.room()
    }

    /// The queues of the printing system, the ones that the form names marked.
    fn render_printers(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let mut column = Column::new(frame.buffer_mut(), area);
        column.line(lang.printers_offered(), ctx.style(Meaning::Heading));
        let lines = match &ctx.prints.printers {
            Printers::Asked => return column.line(lang.printers_asked(), ctx.style(Meaning::Plain)),
            Printers::Unknown(why) => {
                return column.paragraph("[!] ", lang.pick::<String>(why), ctx.style(Meaning::Bad));
            }
            Printers::Known(lines) if lines.is_empty() => {
                return column.paragraph("", lang.printers_none(), ctx.style(Meaning::Plain));
            }
            Printers::Known(lines) => lines,
        };
        let chosen: Vec<&PrinterLine> = [Role::Report, Role::Slip]
            .into_iter()
            .filter_map(|role| self.target(role).ok())
            .filter_map(|target| ctx.prints.printers.of(&target))
            .collect();
        for line in lines {
            let mark = if chosen.iter().any(|one| one.name == line.name) { "[x]" } else { "[ ]" };
            let meaning = if line.is_stopped { Meaning::Warning } else { Meaning::Plain };
            column.line(&format!("{mark} {}", lang.printer_line(line)), ctx.style(meaning));
        }
    }
}

/// The part of an area that begins some rows down.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
