//! The slip with a number, from the card of its visit.

use crate::config::PrintSettings;
use crate::desk::Card;
use crate::domain::printer::SheetSize;
use crate::domain::printing::{Document, PaperKind, Role};
use crate::domain::procedure::UNKNOWN_NEED;
use crate::domain::queue::{Lane, Ratio};
use crate::domain::{Catalogue, Office, Procedure, Series, Stamp, Ticket};
use crate::lang::Lang;
use crate::papers::forms::slip::TicketForm;
use crate::papers::forms::{Forms, TICKET};
use crate::papers::sheet::{Block, Paper, Sheet};
use crate::papers::ticket::{self, TicketSlip};
use crate::papers::{TRIAL_STEM, printable, stem, trial};
use crate::ui::paper::{self, DrawError};
use crate::ui::prints::Page;

/// What a slip says of the queue: how many wait before the party, and the least and the most minutes of its wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// How many wait before it; `None` of one that does not wait any more.
    pub(super) ahead: Option<usize>,
    /// The range of its wait.
    pub(super) wait: Option<(u32, u32)>,
}

/// What all slips of a desk have in common.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    pub(super) office: &'a Office,
    pub(super) catalogue: &'a Catalogue,
    pub(super) form: &'a TicketForm,
    pub(super) settings: &'a PrintSettings,
    pub(super) ratio: Ratio,
    pub(super) lang: Lang,
}

pub(super) fn slip_paper(settings: &PrintSettings) -> Paper {
    match settings.slip_sheet() {
        SheetSize::Roll => paper::roll(settings.slip_width),
        SheetSize::A5 => Paper::A5,
        SheetSize::A4 => Paper::A4,
    }
}

/// The slip of a visit, as its printer is given it.
///
/// # Errors
/// When the program is damaged, or an office's own form makes an endless slip.
pub(super) fn page(card: &Card, standing: Standing, ink: Ink) -> Result<Page, DrawError> {
    let needs: Vec<&Procedure> = card.needs.iter().filter_map(|(code, _)| ink.catalogue.get(code)).collect();
    let visit = &card.visit;
    let slip = TicketSlip {
        office: ink.office,
        ticket: visit.ticket,
        needs: &needs,
        persons: visit.persons,
        priority: visit.priority,
        ahead: standing.ahead.map(|ahead| u32::try_from(ahead).unwrap_or(u32::MAX)),
        wait: standing.wait,
        ratio: ink.ratio,
        lane: standing.ahead.map(|_| Lane::of(visit)),
        given: visit.arrived,
    };
    let sheet = ticket::sheet(&slip, ink.form, ink.lang, slip_paper(ink.settings));
    let document = paper::slip(&sheet, ink.settings)?;
    // The day tells the number from that of another day.
    let title = stem(TICKET, &format!("{}-{}", visit.ticket, visit.day));
    Ok(Page {
        kind: PaperKind::Ticket,
        role: Role::Slip,
        file_name: format!("{title}.{}", extension(&document)),
        title,
        document,
        settings: None,
        about: Some(visit.id),
    })
}

/// A slip with a number that nobody ever gets, for a look at the real thing: it takes no number.
pub(super) fn sample(at: Stamp, printer: &str, ink: Ink) -> Sheet {
    let is_known = |need: &&Procedure| need.code.0 != UNKNOWN_NEED;
    let needs: Vec<&Procedure> = ink.catalogue.all().iter().filter(is_known).take(1).collect();
    let slip = TicketSlip {
        office: ink.office,
        ticket: Ticket { series: Series::FIRST, number: 0 },
        needs: &needs,
        persons: 2,
        priority: None,
        ahead: Some(5),
        wait: Some((15, 25)),
        ratio: ink.ratio,
        lane: Some(Lane::Ordinary),
        given: at,
    };
    let mut sheet = ticket::sheet(&slip, ink.form, ink.lang, slip_paper(ink.settings));
    sheet.blocks.insert(0, Block::Heading(ink.lang.slip_sample().to_owned()));
    sheet.blocks.extend([
        Block::Gap,
        Block::Line(ink.lang.test_printer(printer)),
        Block::Line(ink.lang.test_letters().to_owned()),
        Block::Note(ink.lang.test_note().to_owned()),
    ]);
    sheet
}

/// The ending of a document's file.
pub(super) const fn extension(document: &Document) -> &'static str {
    match document {
        Document::Pdf(_) => "pdf",
        Document::Commands(_) => "bin",
    }
}

/// The page that tries a printer: of slips a slip with a number that nobody gets.
pub(super) fn test(
    role: Role,
    settings: PrintSettings,
    office: Option<&Office>,
    (catalogue, forms, ratio): (&Catalogue, &Forms, Ratio),
    at: Stamp,
    lang: Lang,
) -> Result<Page, DrawError> {
    let name = |printer: &str| lang.print_target(&printer.parse().unwrap_or_default());
    let document = match (role, office) {
        (Role::Report, _) => {
            let sheet = trial(office, &name(&settings.report), at, Paper::A4, lang);
            Document::Pdf(printable::document(&sheet)?)
        }
        (Role::Slip, Some(office)) => {
            let ink = Ink { office, catalogue, form: forms.ticket(), settings: &settings, ratio, lang };
            paper::slip(&sample(at, &name(&settings.slip), ink), &settings)?
        }
        (Role::Slip, None) => {
            let sheet = slip_paper(&settings);
            paper::slip(&trial(office, &name(&settings.slip), at, sheet, lang), &settings)?
        }
    };
    // A test of both sides on one page needs no more than one copy.
    let settings = PrintSettings { copies: 1, desk_copy: false, ..settings };
    let title = format!("{TRIAL_STEM}-{}", at.day());
    Ok(Page {
        kind: PaperKind::Other,
        role,
        file_name: format!("{title}.{}", extension(&document)),
        title,
        document,
        settings: Some(settings),
        about: None,
    })
}
