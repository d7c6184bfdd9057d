//! Between the spool and the console: papers become jobs, and news become words.

use crate::config::PrintSettings;
use crate::domain::Stamp;
use crate::domain::printer::{SheetSize, Target};
use crate::domain::printing::PaperKind;
use crate::domain::printing::{Copies, JobCard, JobState, Options, Role, Sides};
use crate::lang::Lang;
use crate::papers::of_stem;
use crate::print::{Job, News, Spool};
use crate::ui::keymap::{self, Action};
use crate::ui::prints::{Page, Printers};
use crate::ui::{Event, PrintNews};

/// What the console was told of the jobs last.
#[derive(Debug, Default)]
pub(super) struct Told(Vec<JobCard>);

impl Told {
    /// The jobs, when they are not as they were told last. Jobs of an earlier run are taken up without news.
    pub(super) fn changes(&mut self, spool: &Spool) -> Option<Event> {
        let jobs = spool.jobs();
        if jobs == self.0 {
            return None;
        }
        self.0 = jobs;
        Some(Event::Prints(self.0.clone()))
    }
}

/// What the spool has to tell, for the console.
pub(super) fn news(news: News, lang: Lang) -> Option<Event> {
    match news {
        News::Job(card) => {
            if card.about.is_some() {
                return slip_news(&card, lang);
            }
            let (sentence, went_well) = lang.job_news(&card)?;
            // What to do about it is on the list of jobs.
            let sentence = if went_well { sentence } else { format!("{sentence} {}", look(lang)) };
            Some(Event::Printed(PrintNews { sentence, went_well }))
        }
        News::Words(_) => None,
        News::Printers(answer) => {
            Some(Event::Printers(answer.map_or_else(Printers::Unknown, Printers::Known)))
        }
    }
}

/// What is told of the slip with a number. That it is out is seen where it is; that it is not must be heard at once.
fn slip_news(card: &JobCard, lang: Lang) -> Option<Event> {
    let (sentence, went_well) = lang.job_news(card)?;
    if went_well {
        return None;
    }
    let sentence = match &card.state {
        JobState::Failed(fault) => {
            let of = of_stem(&card.title).map_or(&*card.title, |(_, of)| of);
            let ticket = of.split('-').next().unwrap_or_default();
            lang.slip_not_printed(ticket, &lang.print_fault(fault), &keymap::first_key(Action::Prints))
        }
        _ => format!("{sentence} {}", look(lang)),
    };
    Some(Event::Printed(PrintNews { sentence, went_well }))
}

/// How to see the list of jobs.
fn look(lang: Lang) -> String {
    lang.prints_look(&keymap::first_key(Action::Prints))
}

/// The settings that name no printer, each in a sentence.
pub(super) fn wrong_settings(settings: &PrintSettings, lang: Lang) -> Option<Event> {
    let fault = |text: &str| text.parse::<Target>().err().map(|fault| lang.target_fault(text, fault));
    let fault = fault(&settings.report).or_else(|| fault(&settings.slip))?;
    let sentence = lang.printers_wrong_setting(&fault);
    Some(Event::Printed(PrintNews { sentence, went_well: false }))
}

/// A paper as a job for the printer that is chosen for it.
pub(super) fn job(page: Page, kept: &PrintSettings, made: Stamp) -> Job {
    let settings = page.settings.as_ref().unwrap_or(kept);
    let (printer, options) = match page.role {
        Role::Report => (&settings.report, options(settings)),
        Role::Slip => {
            let paper = settings.slip_sheet();
            // One for the party, one for the desk.
            let copies = if settings.desk_copy && page.kind == PaperKind::Ticket { 2 } else { 1 };
            let copies = Copies::new(copies).unwrap_or_default();
            (&settings.slip, Options { copies, paper, ..Options::default() })
        }
    };
    Job {
        title: page.title,
        kind: page.kind,
        file_name: page.file_name,
        document: page.document,
        // What was wrong in the settings was told at the start.
        target: printer.parse().unwrap_or_default(),
        options,
        about: page.about,
        made,
    }
}

/// How a sheet is printed on the printer that is chosen.
pub fn options(settings: &PrintSettings) -> Options {
    Options {
        copies: Copies::new(settings.copies).unwrap_or_default(),
        paper: SheetSize::A4,
        sides: if settings.duplex { Sides::Two } else { Sides::One },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::printing::Document;
    use crate::domain::{Day, VisitId};

    fn settings() -> PrintSettings {
        PrintSettings {
            report: "cups:OFFICE".to_owned(),
            copies: 3,
            duplex: true,
            slip: "tcp:10.0.0.7".to_owned(),
            ..PrintSettings::default()
        }
    }

    fn made() -> Stamp {
        "2026-11-21".parse::<Day>().unwrap().at(17, 4)
    }

    fn page(kind: PaperKind) -> Page {
        Page::pdf(kind, "bang-ngay-2026-11-21".to_owned(), vec![1])
    }

    #[test]
    fn a_sheet_goes_to_the_printer_of_sheets_and_a_slip_to_that_of_slips() {
        let sheet = job(page(PaperKind::Report), &settings(), made());
        assert_eq!((sheet.kind, sheet.target.to_string()), (PaperKind::Report, "cups:OFFICE".to_owned()));
        assert_eq!((sheet.options.copies.number(), sheet.options.sides), (3, Sides::Two));
        let document = Document::Commands(vec![2]);
        let slip = job(Page { document, ..page(PaperKind::Ticket) }, &settings(), made());
        assert_eq!(
            (slip.document, slip.target.to_string()),
            (Document::Commands(vec![2]), "tcp:10.0.0.7:9100".to_owned())
        );
        assert_eq!((slip.options.copies.number(), slip.options.paper), (1, SheetSize::Roll));
    }

    #[test]
    fn a_slip_on_sheets_says_so_and_the_desk_keeps_a_copy_of_numbers_alone() {
        let kept = PrintSettings {
            slip: "cups:OFFICE".to_owned(),
            slip_sheet: SheetSize::A5,
            desk_copy: true,
            ..settings()
        };
        let ticket = job(Page { about: Some(VisitId(7)), ..page(PaperKind::Ticket) }, &kept, made());
        assert_eq!((ticket.options.paper, ticket.options.copies.number()), (SheetSize::A5, 2));
        assert_eq!(ticket.about, Some(VisitId(7)));
        let guidance = job(page(PaperKind::Slip), &kept, made());
        assert_eq!((guidance.options.paper, guidance.options.copies.number()), (SheetSize::A5, 1));
    }

    #[test]
    fn a_page_with_settings_of_its_own_goes_where_they_say() {
        let own = PrintSettings { report: "cups:OTHER".to_owned(), ..PrintSettings::default() };
        let page = Page { settings: Some(own), ..page(PaperKind::Other) };
        let tried = job(page, &settings(), made());
        assert_eq!((tried.target.to_string(), tried.options), ("cups:OTHER".to_owned(), Options::default()));
    }

    #[test]
    fn settings_that_name_no_printer_are_told_and_the_default_is_used() {
        let wrong = PrintSettings { report: "HP".to_owned(), ..settings() };
        assert_eq!(job(page(PaperKind::Tally), &wrong, made()).target, Target::default());
        let Some(Event::Printed(news)) = wrong_settings(&wrong, Lang::Vi) else { panic!("not told") };
        assert!(!news.went_well && news.sentence.contains("«HP»"), "{}", news.sentence);
        assert_eq!(wrong_settings(&settings(), Lang::Vi), None);
    }
}
