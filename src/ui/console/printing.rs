//! What the console prints: every paper leaves it as one effect.

use super::{Console, Screen, ScreenMut};
use crate::config::PrintSettings;
use crate::papers::forms::{Forms, TICKET};
use crate::ui::context::{Effect, Event, Target};
use crate::ui::notice::Notice;
use crate::ui::paper;
use crate::ui::popups::{Popup, Problem};
use crate::ui::prints::{Page, Printers, Role};
use crate::ui::screens::printers::PrintersForm;

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
            Effect::AskPrinters => self.prints.printers = Printers::Asked,
            Effect::KeepPrintSettings(settings) => {
                self.prints.settings = settings.as_ref().clone();
                self.print_slips();
                self.notice = Some(Notice::PrintersKept);
            }
            Effect::CancelPrint(_) => self.notice = Some(Notice::Cancelling),
            Effect::KeepSettings { .. }
            | Effect::KeepTyping(_)
            | Effect::KeepLetters(_)
            | Effect::KeepFiles(_)
            | Effect::ExportForm(_)
            | Effect::Quit => {}
        }
        self.effects.push(effect);
    }

    /// Prints a page that tries a printer as the form has it, which need not be kept.
    pub(super) fn print_test(&mut self, role: Role, settings: PrintSettings) {
        // The office's own form of the slip may have been edited since.
        let (forms, _) = Forms::load_one(Some(self.desk.folder()), TICKET);
        let (office, now) = (self.model.office.as_ref(), self.clock.now());
        match paper::test(role, settings, office, (&self.catalogue, &forms), now, self.lang) {
            Ok(page) => self.send(page),
            Err(error) => {
                tracing::error!(%error, "the test page could not be drawn");
                self.popups.push(Popup::Problem(Problem::new(self.lang.test_failed(&error.to_string()))));
            }
        }
    }

    /// The form of the printers, whose queues are asked for at once.
    pub(super) fn printers_form(&mut self) -> Screen {
        self.ask(Effect::AskPrinters);
        let back = if matches!(self.screen, Screen::Prints(_)) { Target::Prints } else { Target::Desk };
        Screen::Printers(Box::new(PrintersForm::new(&self.prints.settings, back)))
    }

    pub(super) fn pick_printer(&mut self, role: Role, printer: &str) {
        self.with_screen(|screen, _| {
            if let ScreenMut::Printers(form) = screen {
                form.pick(role, printer);
            }
        });
    }

    /// Takes what the event loop tells of papers.
    pub(super) fn hear(&mut self, event: Event) {
        match event {
            Event::FilesKept(kept) => self.notice = Some(Notice::FilesKept(kept)),
            Event::FormExported(file, exported) => self.form_exported(file, exported),
            Event::Printed(news) if news.went_well && matches!(self.notice, Some(Notice::Masked(..))) => {}
            Event::Printed(news) => self.notice = Some(Notice::Printed(news)),
            Event::Prints(lines) => {
                self.prints.take(lines);
                self.settle_slips();
            }
            Event::Printers(printers) => self.prints.printers = printers,
            Event::Typing(method) => self.typing = method,
            Event::Letters(letters) => self.letters = letters,
            Event::PrintSettings(settings) => {
                self.prints.settings = *settings;
                self.print_slips();
            }
            Event::Key(_) | Event::Paste(_) | Event::Resize(_) | Event::Tick => {}
        }
    }

    /// What stands on the list of jobs before somebody's eyes was looked at.
    pub(super) fn look_at_prints(&mut self) {
        if matches!(self.screen, Screen::Prints(_)) {
            self.prints.look();
        }
    }
}
