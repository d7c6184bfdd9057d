//! The printers of this PC: which one takes sheets, which one slips, how they print, and a page to try them.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::config::PrintSettings;
use crate::domain::printer::{self, AtClose, EachNumber, RollWidth, SheetSize, TargetFault};
use crate::domain::printing::{PrinterCard, Readiness, Role};
use crate::lang::Lang;
use crate::ui::context::{Context, Effect};
use crate::ui::draw::{self, Column};
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::prints::Printers;
use crate::ui::request::{ChoiceKind, Opening, Question, Request};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, RowDeed, View};

/// The longest printer: a network name has 253 letters.
const LONGEST: usize = 260;

/// The code of a yes; a no is empty.
const YES: &str = "1";

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Report,
    Copies,
    Duplex,
    AtClose,
    Slip,
    Paper,
    Letters,
    EachNumber,
    DeskCopy,
}

impl Row {
    const ALL: [Self; 9] = [
        Self::Report,
        Self::Copies,
        Self::Duplex,
        Self::AtClose,
        Self::Slip,
        Self::Paper,
        Self::Letters,
        Self::EachNumber,
        Self::DeskCopy,
    ];

    const fn role(self) -> Role {
        match self {
            Self::Report | Self::Copies | Self::Duplex | Self::AtClose => Role::Report,
            Self::Slip | Self::Paper | Self::Letters | Self::EachNumber | Self::DeskCopy => Role::Slip,
        }
    }

    /// The row of the printer that has a role.
    const fn of(role: Role) -> Self {
        match role {
            Role::Report => Self::Report,
            Role::Slip => Self::Slip,
        }
    }

    fn cell(self, settings: &PrintSettings) -> Cell {
        let yes = |is: bool| Cell::Choice(if is { YES } else { "" }.to_owned());
        match self {
            Self::Report => Cell::line(LONGEST, &settings.report),
            Self::Slip => Cell::line(LONGEST, &settings.slip),
            Self::Copies => Cell::Choice(settings.copies.to_string()),
            Self::Duplex => yes(settings.duplex),
            Self::AtClose => {
                let at = AtClose::ALL.iter().position(|one| *one == settings.at_close);
                Cell::Choice(at.unwrap_or(0).to_string())
            }
            Self::Paper => {
                let is_it = |paper: &(SheetSize, RollWidth)| {
                    paper.0 == settings.slip_sheet
                        && (paper.0 != SheetSize::Roll || paper.1 == settings.slip_width)
                };
                Cell::Choice(PAPERS.iter().position(is_it).unwrap_or(0).to_string())
            }
            Self::Letters => yes(settings.slip_plain),
            Self::EachNumber => {
                let at = EachNumber::ALL.iter().position(|each| *each == settings.each_number);
                Cell::Choice(at.unwrap_or(0).to_string())
            }
            Self::DeskCopy => yes(settings.desk_copy),
        }
    }
}

/// The papers of slips, in the order in which they are offered: a printer that takes commands has a roll.
const PAPERS: [(SheetSize, RollWidth); 4] = [
    (SheetSize::Roll, RollWidth::Mm58),
    (SheetSize::Roll, RollWidth::Mm80),
    (SheetSize::A5, RollWidth::Mm80),
    (SheetSize::A4, RollWidth::Mm80),
];

/// How many of them are rolls.
const ROLLS: usize = 2;

/// Why the form is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Target(TargetFault),
    /// A printer of slips cannot take a sheet.
    OnlySlips,
}

#[derive(Clone, Debug)]
pub struct PrintersForm {
    /// As it was typed and chosen; what a printer cannot take is not offered, and comes back with another printer.
    form: Form<Row, Flaw>,
    /// The roll while slips are printed on sheets.
    roll: RollWidth,
}

/// What the printers of the form can do.
#[derive(Clone, Copy, Debug)]
struct Abilities {
    /// The printer of sheets is known to print on both sides.
    duplex: bool,
    /// The printer of slips takes commands and nothing else.
    commands: bool,
    roll: RollWidth,
}

impl Abilities {
    fn face(self, asked: &Asked<'_, Row, Flaw>, lang: Lang) -> Face {
        let choice = |label: &str, values| Face::choice(format!("  {label}"), values);
        let yes_no = |no: &str, yes: &str| vec![Value::new("", no), Value::new(YES, yes)];
        // What cannot be changed stands there as the one value.
        let fixed = |words: &str| vec![Value::new(asked.text, words)];
        match asked.row {
            Row::Report => target(asked, lang.printers_report(), lang.printers_hint_sheets(), lang),
            Row::Slip => target(asked, lang.printers_slip(), lang.printers_hint_slips(), lang),
            Row::Copies => {
                let count = |copies: u8| Value::new(copies.to_string(), copies.to_string());
                choice(lang.printers_copies(), (1..=PrintSettings::MOST_COPIES).map(count).collect())
            }
            Row::Duplex => {
                let values = if self.duplex {
                    yes_no(lang.no(), lang.yes())
                } else {
                    fixed(lang.printers_no_duplex())
                };
                choice(lang.printers_duplex(), values)
            }
            Row::AtClose => {
                let all = AtClose::ALL.iter().enumerate();
                let values = all.map(|(at, one)| Value::new(at.to_string(), lang.at_close(*one)));
                Face { gap: true, ..choice(lang.printers_at_close(), values.collect()) }
            }
            Row::Paper => choice(lang.printers_slip_paper(), self.papers(asked.text, lang)),
            Row::Letters => {
                let values = if self.commands {
                    yes_no(lang.printers_letters_marked(), lang.printers_letters_plain())
                } else {
                    fixed(lang.printers_letters_page())
                };
                choice(lang.printers_letters(), values)
            }
            Row::EachNumber => {
                let each = EachNumber::ALL.iter().enumerate();
                let values = each.map(|(at, each)| Value::new(at.to_string(), lang.each_number(*each)));
                choice(lang.printers_each(), values.collect())
            }
            Row::DeskCopy => choice(lang.printers_desk_copy(), yes_no(lang.no(), lang.yes())),
        }
    }

    fn papers(self, chosen: &str, lang: Lang) -> Vec<Value> {
        let is_sheet = chosen.parse().is_ok_and(|at: usize| at >= ROLLS);
        let offered = if self.commands { &PAPERS[..ROLLS] } else { &PAPERS[..] };
        let value = |(at, (sheet, width)): (usize, &(SheetSize, RollWidth))| {
            let stands_for = self.commands && is_sheet && *width == self.roll;
            Value::new(
                if stands_for { chosen.to_owned() } else { at.to_string() },
                lang.slip_paper(*sheet, *width),
            )
        };
        offered.iter().enumerate().map(value).collect()
    }
}

/// A row in which a printer is typed.
fn target(asked: &Asked<'_, Row, Flaw>, label: &str, hint: &str, lang: Lang) -> Face {
    let flaw = asked.flaw.map(|flaw| match flaw {
        Flaw::Target(fault) => lang.target_fault(asked.text, *fault),
        Flaw::OnlySlips => lang.printers_only_slips().to_owned(),
    });
    Face {
        unset: Some(lang.print_target_default().to_owned()),
        hint: Some((hint.to_owned(), Meaning::Faint)),
        flaw,
        ..Face::new(label)
    }
}

impl PrintersForm {
    /// The printers that are saved.
    pub fn new(settings: &PrintSettings) -> Self {
        let form = Form::new(Row::ALL.map(|row| (row, row.cell(settings))));
        Self { form, roll: settings.slip_width }
    }

    /// Takes a printer that was chosen from the list.
    pub(in crate::ui) fn pick(&mut self, role: Role, printer: &str) {
        let row = Row::of(role);
        self.form.set(row, printer);
        self.form.find_flaw(row, None);
    }

    fn target(&self, row: Row) -> Result<printer::Target, TargetFault> {
        self.form.value(row).parse()
    }

    fn abilities(&self, printers: &Printers) -> Abilities {
        let target = self.target(Row::Report).ok();
        Abilities {
            duplex: target.and_then(|target| printers.of(&target)).is_some_and(|line| line.has_duplex),
            commands: self.target(Row::Slip).is_ok_and(|target| target.takes_commands()),
            roll: self.roll,
        }
    }

    /// What is wrong with a printer.
    fn flaw(&self, row: Row) -> Option<Flaw> {
        match self.target(row) {
            Err(fault) => Some(Flaw::Target(fault)),
            Ok(target) if row == Row::Report && target.takes_commands() => Some(Flaw::OnlySlips),
            Ok(_) => None,
        }
    }

    /// What the form says; `None`, and the flaw shown, when a printer is none.
    fn settings(&mut self, printers: &Printers) -> Option<PrintSettings> {
        for row in [Row::Report, Row::Slip] {
            self.form.find_flaw(row, self.flaw(row));
        }
        if let Some(row) = self.form.first_flaw() {
            self.form.go_to(row);
            return None;
        }
        // What a printer does not say about itself it may still do; what it says it cannot do is not asked of it.
        let is_known = self.target(Row::Report).is_ok_and(|target| printers.of(&target).is_some());
        let may_duplex = !is_known || self.abilities(printers).duplex;
        let is_yes = |row| self.form.value(row) == YES;
        let at = |row| self.form.value(row).parse::<usize>().unwrap_or(0);
        let paper = at(Row::Paper);
        let (slip_sheet, width) = PAPERS.get(paper).copied().unwrap_or(PAPERS[0]);
        Some(PrintSettings {
            report: self.form.value(Row::Report).trim().to_owned(),
            copies: self.form.value(Row::Copies).parse().unwrap_or(1),
            duplex: is_yes(Row::Duplex) && may_duplex,
            at_close: AtClose::ALL.get(at(Row::AtClose)).copied().unwrap_or_default(),
            slip: self.form.value(Row::Slip).trim().to_owned(),
            slip_width: if paper < ROLLS { width } else { self.roll },
            slip_sheet,
            slip_plain: is_yes(Row::Letters),
            each_number: EachNumber::ALL.get(at(Row::EachNumber)).copied().unwrap_or_default(),
            desk_copy: is_yes(Row::DeskCopy),
        })
    }

    /// The queues of the printing system, the ones that the form names marked.
    fn render_printers(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let mut column = Column::new(frame.buffer_mut(), area);
        column.line(lang.printers_offered(), ctx.style(Meaning::Heading));
        let lines = match &ctx.prints.printers {
            Printers::Asked => return column.line(lang.printers_asked(), ctx.style(Meaning::Plain)),
            Printers::Unknown(why) => {
                return column.paragraph(
                    "[!] ",
                    &lang.printers_unknown(&lang.print_fault(why)),
                    ctx.style(Meaning::Bad),
                );
            }
            Printers::Known(lines) if lines.is_empty() => {
                return column.paragraph("", lang.printers_none(), ctx.style(Meaning::Plain));
            }
            Printers::Known(lines) => lines,
        };
        let chosen: Vec<&PrinterCard> = [Role::Report, Role::Slip]
            .into_iter()
            .filter_map(|role| self.target(Row::of(role)).ok())
            .filter_map(|target| ctx.prints.printers.of(&target))
            .collect();
        for line in lines {
            let mark = if chosen.iter().any(|one| one.name == line.name) { "[x]" } else { "[ ]" };
            let meaning =
                if line.readiness == Readiness::Stopped { Meaning::Warning } else { Meaning::Plain };
            column.line(&format!("{mark} {}", lang.printer_line(line)), ctx.style(meaning));
        }
    }
}

impl View for PrintersForm {
    fn place(&self) -> Place {
        Place::Printers
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let printers = &ctx.prints.printers;
        let row = self.form.row().unwrap_or(Row::Report);
        let action = match action {
            Action::ChoosePrinter if row == Row::of(row.role()) => {
                return Answer::Run(Request::Open(Opening::Choice(ChoiceKind::Printer(row.role()))));
            }
            Action::ChoosePrinter => Action::NextField,
            Action::Print => {
                let settings = self.settings(printers);
                return Answer::of(
                    settings.map(|settings| Request::TestPrint(row.role(), Box::new(settings))),
                );
            }
            action => action,
        };
        let abilities = self.abilities(printers);
        match self.form.act(action, &|asked| abilities.face(&asked, ctx.lang)) {
            Acted::Left(row @ (Row::Report | Row::Slip)) => self.form.find_flaw(row, self.flaw(row)),
            Acted::Save => {
                let Some(settings) = self.settings(printers) else { return Answer::Stay };
                return Answer::Then(Request::Ask(Effect::KeepPrintSettings(Box::new(settings))));
            }
            Acted::Back if self.form.is_changed() => {
                return Answer::Then(Request::Confirm(Question::DropWords));
            }
            Acted::Back => return Answer::Close,
            Acted::Not | Acted::Stay | Acted::Left(_) => {}
        }
        Answer::Stay
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        (action == Action::Print).then(|| ctx.lang.key_print_test().to_owned())
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let abilities = self.abilities(&ctx.prints.printers);
        self.form.press(key, &|asked| abilities.face(&asked, ctx.lang))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        let abilities = self.abilities(&ctx.prints.printers);
        self.form.paste(text, &|asked| abilities.face(&asked, ctx.lang));
    }

    fn row_deed(&self, action: Action, ctx: &Context<'_>) -> RowDeed {
        let abilities = self.abilities(&ctx.prints.printers);
        self.form.row_deed(action, &|asked| abilities.face(&asked, ctx.lang))
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        let has_list = self.form.row().is_some_and(|row| row == Row::of(row.role()));
        let abilities = self.abilities(&ctx.prints.printers);
        (action != Action::ChoosePrinter || has_list)
            && self.form.is_possible(action, &|asked| abilities.face(&asked, ctx.lang))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(1, 0));
        let title = format!(" {}", lang.printers_title());
        draw::line(frame.buffer_mut(), area, 0, &title, ctx.style(Meaning::Heading));
        let abilities = self.abilities(&ctx.prints.printers);
        let body = draw::below(area, 2);
        let used = self.form.render(frame, body, ctx, 0, &|asked| abilities.face(&asked, lang));
        self.render_printers(frame, draw::below(body, used + 1).inner(Margin::new(1, 0)), ctx);
    }
}
