//! The papers that leave the console, each as one effect: those of a span, to the printer or as files; the guidance slip; the slip
//! with a number; and what became of each.

use std::collections::BTreeMap;

use super::Console;
use crate::config::PrintSettings;
use crate::desk::{Card, CheckReport, with_causes};
use crate::domain::printing::{Document, JobCard, JobState, PaperKind, Role};
use crate::domain::queue::LET_BY;
use crate::domain::{Assist, CheckList, Code, Outcome, Refusal, SlipState, Span, Stamp, VisitId};
use crate::papers::forms::{Forms, GUIDANCE, TICKET, usual_for};
use crate::papers::guidance::{GuidanceSlip, Topic};
use crate::papers::sheet::Sheet;
use crate::papers::{Format, file_stem, guidance, printable, stem};
use crate::ui::context::{Effect, Event};
use crate::ui::notice::Notice;
use crate::ui::popups::Problem;
use crate::ui::prints::{Page, Printers};
use crate::ui::request::{ChoiceKind, Opening, Request};
use crate::ui::screens::Screen;
use crate::ui::screens::printers::PrintersForm;
use crate::ui::slip::{Ink, Standing, slip_paper};
use crate::ui::{paper, slip};

/// The files that a span is written as.
const FILES: [Format; 4] = [Format::Pdf, Format::Docx, Format::Xlsx, Format::Csv];

impl Console {
    /// Reads the office's forms again: one may have been edited since. What is wrong with one is told.
    pub(super) fn read_forms(&mut self) {
        let (forms, flaws) = Forms::load(Some(self.desk.folder()));
        self.world.forms = forms;
        if let Some(flaw) = flaws.into_iter().next() {
            self.notice = Some(Notice::FormFlaw(flaw));
        }
    }

    /// The form in which the screen shows a span; of another screen the usual one.
    fn form_in_mind(&self, span: Span) -> &'static str {
        match self.stack.screen() {
            Screen::Tally(view) => view.form(),
            _ => usual_for(span),
        }
    }

    pub(super) fn print(&mut self, span: Span) {
        let name = self.form_in_mind(span);
        // What is signed is counted now, whatever the screen showed.
        let (report, last) = match self.desk.report(span).and_then(|report| {
            let last = self.desk.last_print(name, span)?;
            Ok((report, last))
        }) {
            Ok(both) => both,
            Err(error) => return self.fault(&error),
        };
        let printed = last.map(|last| report.printed_again(&last));
        let form = paper::form(&self.world.forms, name);
        match paper::print(printed.as_ref().unwrap_or(&report), &form, self.world.lang) {
            Ok(pdf) => {
                let title = file_stem(name, span);
                let (since, numbers) = (self.world.clock.now(), report.tally.numbers());
                self.on_its_way.push(OnItsWay { title: title.clone(), since, form: name, span, numbers });
                self.send(Page::pdf(PaperKind::Tally, title, pdf));
            }
            Err(error) => self.cannot_draw(&error),
        }
    }

    /// Asks for the span as files, each in the form that suits it.
    pub(super) fn keep_files(&mut self, span: Span) {
        let report = match self.desk.report(span) {
            Ok(report) => report,
            Err(error) => return self.fault(&error),
        };
        let shown = self.form_in_mind(span);
        let mut files = Vec::with_capacity(FILES.len());
        for format in FILES {
            let name = if format == Format::Xlsx { format.usual_form(span) } else { shown };
            let form = paper::form(&self.world.forms, name);
            match paper::file(format, &report, &form, self.world.lang) {
                Ok(bytes) => {
                    files.push((format!("{}.{}", file_stem(shown, span), format.extension()), bytes));
                }
                Err(error) => return self.cannot_draw(&error),
            }
        }
        self.effects.push(Effect::KeepFiles(files));
    }

    pub(super) fn cannot_draw(&mut self, error: &(impl std::error::Error + 'static)) {
        tracing::error!(error = with_causes(error), "a paper could not be drawn");
        self.stack.push(Problem::new(self.world.lang.paper_failed().to_owned()));
    }
}

impl Console {
    /// Sends a paper to its printer, and says so.
    pub(super) fn send(&mut self, page: Page) {
        self.ask(Effect::Print(Box::new(page)));
    }

    /// Asks the event loop for something.
    pub(super) fn ask(&mut self, effect: Effect) {
        match &effect {
            Effect::Print(_) | Effect::RetryPrint(_) | Effect::Reprint { .. } => {
                self.notice = Some(Notice::Printing);
            }
            Effect::AskPrinters => self.world.prints.printers = Printers::Asked,
            Effect::KeepPrintSettings(settings) => {
                self.world.prints.settings = settings.as_ref().clone();
                self.print_slips();
                self.notice = Some(Notice::PrintersKept);
            }
            Effect::CancelPrint(_) => self.notice = Some(Notice::Cancelling),
            Effect::BackUp => self.notice = Some(Notice::Copying),
            Effect::KeepStation(_)
            | Effect::KeepLanguage(_)
            | Effect::KeepTyping(_)
            | Effect::KeepFiles(_)
            | Effect::ExportForm(_)
            | Effect::KeepBackupFolder(_)
            | Effect::BackUpAtClose
            | Effect::LookThrough
            | Effect::AskCopies
            | Effect::GoBack(_)
            | Effect::Quit => {}
        }
        self.effects.push(effect);
    }

    /// Prints a page that tries a printer as the form has it, which need not be kept.
    pub(super) fn print_test(&mut self, role: Role, settings: PrintSettings) {
        // The office's own form of the slip may have been edited since.
        let (forms, _) = Forms::load_one(Some(self.desk.folder()), TICKET);
        let (office, now) = (self.world.model.office.as_ref(), self.world.clock.now());
        let about = (&*self.world.catalogue, &forms, self.world.model.rules.ratio);
        match slip::test(role, settings, office, about, now, self.world.lang) {
            Ok(page) => self.send(page),
            Err(error) => {
                tracing::error!(error = with_causes(&error), "the test page could not be drawn");
                self.stack.push(Problem::new(self.world.lang.test_failed().to_owned()));
            }
        }
    }

    /// The form of the printers, whose queues are asked for at once.
    pub(super) fn printers_form(&mut self) -> Screen {
        self.ask(Effect::AskPrinters);
        PrintersForm::new(&self.world.prints.settings).into()
    }

    pub(super) fn pick_printer(&mut self, role: Role, printer: &str) {
        if let Screen::Printers(form) = self.stack.screen_mut() {
            form.pick(role, printer);
        }
    }

    /// Takes what the event loop tells of papers.
    pub(super) fn hear(&mut self, event: Event) {
        match event {
            Event::FilesKept(kept) => self.notice = Some(Notice::FilesKept(kept)),
            Event::FormExported(file, exported) => self.form_exported(file, exported),
            Event::Printed(news) if news.went_well && matches!(self.notice, Some(Notice::Masked(..))) => {}
            Event::Printed(news) | Event::BackedUp(news) => self.notice = Some(Notice::Printed(news)),
            Event::Prints(lines) => {
                self.world.prints.take(lines);
                self.settle_slips();
                self.settle_papers();
            }
            Event::Printers(printers) => self.world.prints.printers = printers,
            Event::Typing(method) => self.world.typing = method,
            Event::PrintSettings(settings) => {
                self.world.prints.settings = *settings;
                self.print_slips();
            }
            Event::BackupFolder(folder) => self.world.backup = folder,
            Event::Copies(cards, holds) => {
                if let Screen::Copies(view) = self.stack.screen_mut() {
                    view.take(cards, holds.map(|holds| *holds));
                }
            }
            Event::LookedThrough(report) => self.looked_through(&report),
            Event::SettingsWrong(sentence) => self.stack.push(Problem::new(sentence)),
            // Before the office is set up its form asks for the station, too.
            Event::AskStation if self.world.model.office.is_none() => {}
            Event::AskStation => drop(self.run(Request::Open(Opening::Choice(ChoiceKind::Station)))),
            Event::Stroke(_) | Event::TypedBlind | Event::Paste(_) | Event::Resize(_) | Event::Tick => {}
        }
    }

    /// Damage is told once, and stands in the alarm for as long as it is there.
    fn looked_through(&mut self, report: &CheckReport) {
        let damaged = (!report.is_sound()).then(|| report.places());
        let is_news = damaged != self.world.file.damaged;
        self.world.file.damaged = damaged;
        if is_news && let Some(sentence) = self.world.lang.found_damaged(report) {
            self.stack.push(Problem::new(sentence));
        }
    }

    /// What stands on the list of jobs before somebody's eyes was looked at.
    pub(super) fn look_at_prints(&mut self) {
        if matches!(self.stack.screen(), Screen::Prints(_)) {
            self.world.prints.look();
        }
    }
}

/// A tally that was sent to be printed. It counts as printed, so that the next one says what has changed, once a printer has
/// it.
#[derive(Debug)]
pub(super) struct OnItsWay {
    title: String,
    since: Stamp,
    form: &'static str,
    span: Span,
    numbers: BTreeMap<String, i64>,
}

impl OnItsWay {
    /// Its job among all: the first one of that name since it was sent, and they stand with the newest first.
    fn job<'a>(&self, lines: &'a [JobCard]) -> Option<&'a JobCard> {
        lines.iter().rev().find(|line| line.title == self.title && line.made >= self.since)
    }
}

impl Console {
    /// Keeps which papers have come to a printer, and forgets those of which only a file is left.
    fn settle_papers(&mut self) {
        let mut waiting = Vec::new();
        for paper in std::mem::take(&mut self.on_its_way) {
            match paper.job(&self.world.prints.lines).map(|job| &job.state) {
                Some(JobState::Waiting | JobState::Done) => {
                    if let Err(error) = self.desk.keep_printed(paper.form, paper.span, &paper.numbers) {
                        self.fault(&error);
                    }
                }
                Some(JobState::Kept | JobState::Cancelled) => {}
                _ => waiting.push(paper),
            }
        }
        self.on_its_way = waiting;
    }

    /// Prints the guidance slip of a visit, ended or not.
    pub(super) fn print_slip(&mut self, id: VisitId) {
        let (visit, assists) = match self.desk.visit_with_assists(id) {
            Ok(Some(found)) => found,
            Ok(None) => return self.notice = Some(Notice::Refused(Refusal::VisitGone)),
            Err(error) => return self.fault(&error),
        };
        self.read_forms();
        let about = topics(&assists);
        // Who is to come back before anybody has helped takes along what is needed.
        let needs = match self.desk.needs_of(&visit) {
            Ok(needs) if assists.is_empty() && visit.comes_back_on().is_some() => needs,
            Ok(_) => Vec::new(),
            Err(error) => return self.fault(&error),
        };
        let has = |assist: &Assist| assist.there(CheckList::Paper).into_iter().map(usize::from).collect();
        let helped = about.iter().map(|assist| (&assist.procedure, has(assist)));
        let all: Vec<(&Code, Vec<usize>)> =
            helped.chain(needs.iter().map(|(code, _)| (code, Vec::new()))).collect();
        let entry = |code: &Code| self.world.catalogue.get(code);
        let topics: Vec<Topic<'_>> =
            all.iter().filter_map(|(code, has)| Some(Topic { procedure: entry(code)?, has })).collect();
        if topics.is_empty() {
            self.notice = Some(Notice::Refused(Refusal::NoNeed));
            return;
        }
        let lang = self.world.lang;
        let usual = lang.guide_unverified(lang.settings_hours_default());
        let hours =
            if self.world.model.hours.is_empty() { usual.as_str() } else { self.world.model.hours.as_str() };
        let office = self.world.model.office.clone().unwrap_or_default();
        let slip = GuidanceSlip {
            office: &office,
            ticket: Some(visit.ticket),
            topics: &topics,
            // One way for all of it: the last of the days that were agreed.
            come_back: about.iter().filter_map(|assist| assist.come_back).max().max(visit.comes_back_on()),
            lets_by: (visit.day == self.world.clock.now().day()).then_some(LET_BY),
            hours: Some(hours),
            given: self.world.clock.now(),
            version: concat!("motcua ", env!("CARGO_PKG_VERSION")),
        };
        let form = self.world.forms.guidance();
        let settings = &self.world.prints.settings;
        let has_slip_printer = !settings.slip.trim().is_empty();
        let size = if has_slip_printer { slip_paper(settings) } else { form.paper() };
        let sheet = guidance::sheet(&slip, form, lang, size);
        let number = format!("{}-{}", visit.ticket, visit.day);
        match page(&sheet, settings, has_slip_printer, &number) {
            Ok(page) => {
                self.send(page);
                self.notice = Some(Notice::PrintingSlip(visit.ticket));
            }
            Err(error) => {
                tracing::error!(error = with_causes(&error), "the slip could not be drawn");
                self.stack.push(Problem::new(lang.paper_failed().to_owned()));
            }
        }
    }
}

/// What the slip is about: what the party comes back for; else what is not done; else everything.
fn topics(assists: &[Assist]) -> Vec<&Assist> {
    let of = |is: &dyn Fn(Outcome) -> bool| -> Vec<&Assist> {
        assists.iter().filter(|assist| is(assist.outcome)).collect()
    };
    let is_owed = |outcome| matches!(outcome, Outcome::ComeBack | Outcome::Stuck(_));
    if assists.iter().any(|assist| assist.outcome == Outcome::ComeBack) {
        return of(&is_owed);
    }
    let undone = of(&|outcome| is_owed(outcome) || matches!(outcome, Outcome::Open | Outcome::Referred(_)));
    if undone.is_empty() { assists.iter().collect() } else { undone }
}

/// The slip for the printer of slips; without one it goes the way of other papers, on a sheet, once.
fn page(
    sheet: &Sheet,
    settings: &PrintSettings,
    has_slip_printer: bool,
    number: &str,
) -> Result<Page, paper::DrawError> {
    let (role, document) = if has_slip_printer {
        (Role::Slip, paper::slip(sheet, settings)?)
    } else {
        (Role::Report, Document::Pdf(printable::document(sheet)?))
    };
    let title = stem(GUIDANCE, number);
    let once = PrintSettings { copies: 1, ..settings.clone() };
    Ok(Page {
        kind: PaperKind::Slip,
        role,
        file_name: format!("{title}.{}", slip::extension(&document)),
        title,
        document,
        settings: (!has_slip_printer).then_some(once),
        about: None,
    })
}

impl Console {
    /// Whether slips come with the numbers from now on.
    pub(super) fn print_slips(&mut self) {
        self.desk.print_slips(self.world.prints.settings.prints_numbers());
    }

    /// A number was given: its slip goes to the printer by itself where this PC prints one with each number. A party
    /// helped on the spot has no use for one; the key prints it all the same.
    pub(super) fn number_given(&mut self, visit: VisitId, waits: bool) {
        self.last_given = Some(visit);
        if waits && self.world.prints.settings.prints_numbers() {
            self.send_slip(visit);
        }
    }

    /// Prints the slip of a number that was given already: its own, or the last one given here. Takes no number.
    pub(super) fn print_ticket(&mut self, visit: Option<VisitId>) -> bool {
        // Where none is named: right after giving a number it is that number which is spoken of.
        let given = match &self.notice_before {
            Some(Notice::Given { .. } | Notice::SlipSent(_)) => self.last_given,
            // That it did not come out was the last thing heard.
            Some(Notice::Printed(news)) if !news.went_well => {
                let is_missing =
                    |id: &VisitId| self.world.model.card(*id).is_some_and(|card| card.slip.is_some());
                self.last_given.filter(is_missing)
            }
            _ => None,
        };
        let newest =
            || self.world.model.cards.iter().rev().find(|card| card.visit.day == self.world.model.day);
        let there = |id: VisitId| self.world.model.card(id);
        let card: Option<&Card> =
            visit.or(given).and_then(there).or_else(|| self.last_given.and_then(there)).or_else(newest);
        let Some(card) = card else {
            self.notice = Some(Notice::Refused(crate::domain::Refusal::NothingSelected));
            return false;
        };
        let (visit, ticket) = (card.visit.id, card.visit.ticket);
        if let Err(error) = self.desk.ask_slip_again(visit) {
            self.fault(&error);
            return false;
        }
        self.reload();
        if self.send_slip(visit) {
            self.notice = Some(Notice::SlipSent(ticket));
        }
        true
    }

    /// Draws a slip and sends it. The number stands already: whatever goes wrong here, the slip is known to be missing.
    fn send_slip(&mut self, visit: VisitId) -> bool {
        let (forms, flaw) = Forms::load_one(Some(self.desk.folder()), TICKET);
        if let Some(flaw) = flaw {
            tracing::warn!(?flaw, "the office's own form of the slip is not used");
        }
        let (Some(card), Some(office)) = (self.world.model.card(visit), &self.world.model.office) else {
            return false;
        };
        let now = self.world.clock.now();
        let ahead = self.world.model.ahead(visit);
        let wait = ahead.and_then(|ahead| self.world.model.wait_behind(ahead, now));
        let ink = Ink {
            office,
            catalogue: &self.world.catalogue,
            form: forms.ticket(),
            settings: &self.world.prints.settings,
            ratio: self.world.model.rules.ratio,
            lang: self.world.lang,
        };
        match slip::page(card, Standing { ahead, wait }, ink) {
            Ok(page) => {
                self.effects.push(Effect::Print(Box::new(page)));
                true
            }
            Err(error) => {
                tracing::error!(error = with_causes(&error), "a slip could not be drawn");
                self.stack.push(Problem::new(self.world.lang.slip_not_drawn().to_owned()));
                false
            }
        }
    }

    /// Notes what the jobs say of the slips that are missing. The newest job about a visit speaks for it; also one of an
    /// earlier run, whose end nobody was there to note.
    pub(super) fn settle_slips(&mut self) {
        let mut ended: Vec<(VisitId, SlipState, Stamp)> = Vec::new();
        for line in &self.world.prints.lines {
            let Some(visit) = line.about.filter(|visit| ended.iter().all(|(one, ..)| one != visit)) else {
                continue;
            };
            ended.push((visit, line.state.slip(), line.made));
        }
        ended.retain(|(visit, state, _)| {
            self.world.model.card(*visit).and_then(|card| card.slip).is_some_and(|known| known != *state)
        });
        if ended.is_empty() {
            return;
        }
        match self.desk.keep_slips(&ended) {
            Ok(true) => self.reload(),
            Ok(false) => {}
            // It is told again with the next change of any job.
            Err(error) => {
                tracing::error!(error = with_causes(&error), "what became of a slip could not be noted");
            }
        }
    }
}
