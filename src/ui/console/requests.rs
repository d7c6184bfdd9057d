//! What views asked for, done in order.

use std::rc::Rc;

use super::{Console, Counts, Screen, ScreenMut};
use crate::desk::{Command, DeskError, Receipt};
use crate::domain::find::Finder;
use crate::domain::{Day, Op, Refusal, Span};
use crate::ui::context::{Effect, Request, Target};
use crate::ui::keymap::Action;
use crate::ui::line::Order;
use crate::ui::notice::Notice;
use crate::ui::popups::{CommandLine, Confirm, Intake, Outages, Popup, Problem, Question};
use crate::ui::screens::catalogue::CatalogueView;
use crate::ui::screens::close_shift::CloseShiftForm;
use crate::ui::screens::figures::FiguresView;
use crate::ui::screens::journal::{self, JournalView};
use crate::ui::screens::open_shift::OpenShiftForm;
use crate::ui::screens::prints::PrintsView;
use crate::ui::screens::settings::SettingsForm;
use crate::ui::screens::setup::SetupForm;
use crate::ui::screens::statistics::{Page, StatisticsView};
use crate::ui::screens::tally::TallyView;

impl Console {
    pub(super) fn run_all(&mut self, requests: Vec<Request>) {
        for request in requests {
            // What follows a refusal was meant for after it had gone well.
            if !self.run(request) {
                break;
            }
        }
    }

    /// The keys that work on every screen; says whether this was one.
    pub(super) fn act_everywhere(&mut self, action: Action) -> bool {
        match action {
            Action::Help => self.help(),
            // What was typed and not kept is what is taken back there.
            Action::Undo | Action::Redo if matches!(&self.screen, Screen::Settings(form) if form.is_changed()) =>
            {
                return false;
            }
            Action::Undo => drop(self.run(Request::Undo)),
            Action::Redo => drop(self.run(Request::Redo)),
            Action::Language => drop(self.run(Request::SwitchLanguage)),
            Action::Quit => {
                let confirm = Confirm::new(Question::Quit, Request::Quit);
                self.popups.push(Popup::Confirm(confirm));
            }
            Action::Tally if !matches!(self.screen, Screen::Tally(_)) => {
                self.go(Target::Tally(self.span_in_mind()));
            }
            Action::Statistics if !matches!(self.screen, Screen::Statistics(_)) => {
                self.go(Target::Statistics(self.span_in_mind()));
            }
            Action::Journal if !matches!(self.screen, Screen::Journal(_)) => {
                self.go(Target::Journal(self.model.day));
            }
            Action::Prints if !matches!(self.screen, Screen::Prints(_)) => self.go(Target::Prints),
            Action::Printers if !matches!(self.screen, Screen::Prints(_)) => self.go(Target::Printers),
            Action::Outages => self.popups.push(Popup::Outages(Outages::new(&self.model.outages))),
            Action::Settings => self.go(Target::Settings),
            Action::Catalogue if !matches!(self.screen, Screen::Catalogue(_)) => self.go(Target::Catalogue),
            Action::Print if !matches!(self.screen, Screen::Tally(_)) => self.print(self.span_in_mind()),
            Action::CloseShift if !matches!(self.screen, Screen::Desk) => self.go(Target::CloseShift),
            _ => return false,
        }
        true
    }

    /// Does one request; says whether it went well.
    fn run(&mut self, request: Request) -> bool {
        match request {
            Request::Run(command) => return self.execute(command),
            Request::Undo => {
                let result = self.desk.undo();
                return self.done(result);
            }
            Request::Redo => {
                let result = self.desk.redo();
                return self.done(result);
            }
            Request::Go(target) => self.go(target),
            Request::Open(popup) => self.popups.push(*popup),
            Request::Close => drop(self.popups.pop()),
            Request::Act(action) => {
                if action == Action::Help {
                    self.help();
                } else {
                    self.act(action);
                }
            }
            Request::Give(new) => return self.give(new),
            Request::GiveApart(new) => {
                self.desk.tell_apart(&new);
                return self.execute(Command::TakeNumber(new));
            }
            Request::ServeNow(new) => return self.serve_now(new),
            Request::RepeatIntake => return self.repeat_intake(),
            Request::GoOnWith(ticket, day) => match self.desk.earlier_visit(day, ticket) {
                Ok(Some(earlier)) => {
                    self.popups.pop();
                    self.popups.push(Popup::Intake(Box::new(Intake::going_on(earlier))));
                }
                Ok(None) => {
                    self.notice = Some(Notice::Refused(Refusal::NoEarlierVisit { ticket, day }));
                    return false;
                }
                Err(error) => self.fault(&error),
            },
            Request::CommandLine => {
                let line = CommandLine::new(self.place(), self.history.clone());
                self.popups.push(Popup::Line(Box::new(line)));
            }
            Request::Order(line, order) => {
                self.history.keep(line);
                return self.obey(*order);
            }
            Request::Refuse(refusal) => {
                self.notice = Some(Notice::Refused(refusal));
                return false;
            }
            Request::CloseAndPrint(closing) => {
                let day = self.model.shift.as_ref().map_or(self.model.day, |shift| shift.day);
                if !self.execute(Command::CloseShift(closing)) {
                    return false;
                }
                let masked = self.notice.take_if(|notice| matches!(notice, Notice::Masked(..)));
                self.print(Span::day(day));
                // That the paper is on its way can be seen; that a note was changed must be read.
                self.notice = masked.or(self.notice.take());
            }
            Request::Ask(effect) => self.ask(effect),
            Request::PickPrinter(role, printer) => self.pick_printer(role, &printer),
            Request::TestPrint(role, settings) => self.print_test(role, *settings),
            Request::PrintTicket(visit) => return self.print_ticket(visit),
            Request::PrintSlip(visit) => self.print_slip(visit),
            Request::Print(span) => self.print(span),
            Request::KeepFiles(span) => self.keep_files(span),
            Request::ReadForms => self.read_forms_again(),
            Request::PreviewForm(name) => self.preview_form(name),
            Request::LookAtImport(path) => self.look_at_import(&path),
            Request::ExportCatalogue => self.export_catalogue(),
            Request::PrintEntry(code) => self.print_entry(&code),
            Request::LookInto(figure) => self.look_into(figure),
            Request::Station(station) => {
                self.desk.sit_at(station);
                self.effects.push(Effect::KeepSettings { station, lang: self.lang });
                if self.model.office.is_some() {
                    self.reload();
                    self.notice = Some(Notice::Station(station));
                }
            }
            Request::TurnTyping => self.turn_typing(),
            Request::TurnLetters => self.turn_letters(),
            Request::SwitchLanguage => {
                self.lang = self.lang.other();
                self.effects.push(Effect::KeepSettings { station: self.desk.station(), lang: self.lang });
                self.settle();
            }
            Request::Quit => self.effects.push(Effect::Quit),
        }
        true
    }

    /// Does what a line of commands asked for.
    fn obey(&mut self, order: Order) -> bool {
        match order {
            Order::Act(action) => self.run(Request::Act(action)),
            Order::Take(new) => self.give(new),
            Order::ServeNow(new) => self.serve_now(new),
            Order::Go { visit, then } => {
                self.notice = None;
                self.desk_view.go_to(visit);
                then.is_none_or(|action| self.run(Request::Act(action)))
            }
        }
    }

    pub(super) fn execute(&mut self, command: Command) -> bool {
        let result = self.desk.execute(command);
        self.done(result)
    }

    pub(super) fn done(&mut self, result: Result<Receipt, DeskError>) -> bool {
        let went_well = result.is_ok();
        match result {
            Ok(receipt) => {
                self.counts.forget();
                self.reload();
                let given = receipt.visit.filter(|_| matches!(receipt.op, Op::NumberGiven { .. }));
                let waits = matches!(receipt.op, Op::NumberGiven { at_once: None, .. });
                self.show_entry(&receipt.op);
                self.notice = Some(self.receipt(receipt));
                if let Some(visit) = given {
                    self.number_given(visit, waits);
                }
            }
            Err(DeskError::Refused(refusal)) => {
                // What the screen showed may have been a second old.
                self.counts.forget();
                self.reload();
                self.notice = Some(Notice::Refused(refusal));
            }
            Err(DeskError::Store(error)) => self.fault(&DeskError::Store(error)),
        }
        went_well
    }

    fn receipt(&self, receipt: Receipt) -> Notice {
        let masked = receipt.masked;
        let notice = match (&receipt.op, receipt.visit) {
            (Op::NumberGiven { at_once: None, .. }, Some(visit)) => {
                let now = self.clock.now();
                let ahead = self.model.ahead(visit).unwrap_or(0);
                let wait = self.model.wait_behind(ahead, now);
                Notice::Given { op: receipt.op, ahead, wait }
            }
            (Op::OutageEnded { system, .. }, _) => match self.model.waiting_on(*system, &self.catalogue) {
                0 => Notice::Done(receipt.op),
                persons => Notice::WorksAgain { op: receipt.op, persons },
            },
            _ => Notice::Done(receipt.op),
        };
        if masked.places() == 0 { notice } else { Notice::Masked(Box::new(notice), masked) }
    }

    pub(super) fn fault(&mut self, error: &DeskError) {
        let sentence = match error {
            DeskError::Refused(refusal) => self.lang.refusal(refusal),
            DeskError::Store(error) => self.lang.store_error(error),
        };
        tracing::error!(%error, "the file could not be read or written");
        self.popups.push(Popup::Problem(Problem::new(sentence)));
    }

    /// Goes on after the program failed in the middle of something: whatever it was, the file was left as it was.
    pub fn recover(&mut self) {
        self.popups.clear();
        self.counts = Counts::new(self.model.day);
        self.reload();
        self.popups.push(Popup::Problem(Problem::new(self.lang.program_failed().to_owned())));
    }

    /// Once a second: has another station written, has the day turned?
    pub(super) fn look_elsewhere(&mut self) {
        let is_new_day = self.clock.now().day() != self.model.day;
        // A booked party enters the order at its time.
        let has_new_order = !self.model.order_holds_at(self.clock.now());
        match self.desk.changed_elsewhere() {
            Ok(changed) if changed || is_new_day || has_new_order => {
                self.counts.file_changed(self.clock.now());
                self.reload();
            }
            Ok(_) if self.counts.grow_old(self.clock.now()) => self.settle(),
            Ok(_) => {}
            // One failed look is not worth a panel: the next command will say what is wrong.
            Err(error) => tracing::error!(%error, "could not look for other stations' work"),
        }
    }

    pub(super) fn reload(&mut self) {
        match self.desk.load() {
            Ok(model) => {
                self.model = model;
                let has_changed = !Rc::ptr_eq(&self.catalogue, self.desk.catalogue());
                if has_changed || self.finder.0 != self.model.day {
                    self.catalogue = Rc::clone(self.desk.catalogue());
                    self.finder = (self.model.day, Finder::new(&self.catalogue, self.model.day));
                    if let Screen::Catalogue(view) = &mut self.screen {
                        view.refresh(&self.catalogue);
                    }
                }
                self.settle();
            }
            Err(error) => self.fault(&error),
        }
    }

    /// Brings the screen in step with the model: no office, no shift, or a shift that is open now.
    pub(super) fn settle(&mut self) {
        let has_office = self.model.office.is_some();
        let has_shift = self.model.shift.is_some();
        match &self.screen {
            Screen::Setup(_) if !has_office => {}
            _ if !has_office => self.screen = Screen::Setup(Box::new(SetupForm::new(self.desk.station()))),
            Screen::Desk | Screen::CloseShift(_) | Screen::Setup(_) if !has_shift => {
                self.screen = Screen::OpenShift(Box::new(OpenShiftForm::new(&self.model)));
            }
            Screen::OpenShift(form) if has_shift && !form.changes_duty() => self.screen = Screen::Desk,
            Screen::OpenShift(form) if !has_shift && form.changes_duty() => {
                self.screen = Screen::OpenShift(Box::new(OpenShiftForm::new(&self.model)));
            }
            Screen::Setup(_) => self.screen = Screen::Desk,
            _ => {}
        }
        if matches!(self.screen, Screen::Settings(_)) {
            self.refresh_settings();
        }
        if let Screen::Journal(view) = &self.screen {
            let day = view.day();
            self.refresh_journal(day);
        }
        self.settle_figures();
        self.with_screen(|screen, ctx| match screen {
            ScreenMut::OpenShift(form) => form.settle(ctx.model),
            ScreenMut::CloseShift(form) => form.settle(ctx.model),
            ScreenMut::Desk(view) => view.settle(ctx),
            ScreenMut::Setup(_)
            | ScreenMut::Tally(_)
            | ScreenMut::Figures(_)
            | ScreenMut::Statistics(_)
            | ScreenMut::Journal(_)
            | ScreenMut::Settings(_)
            | ScreenMut::Catalogue(_)
            | ScreenMut::Prints(_)
            | ScreenMut::Printers(_) => {}
        });
    }

    fn refresh_settings(&mut self) {
        match self.desk.paperwork() {
            Ok(kept) => self.with_screen(|screen, ctx| {
                if let ScreenMut::Settings(form) = screen {
                    form.refresh(kept, ctx);
                }
            }),
            Err(error) => self.fault(&error),
        }
    }

    fn refresh_journal(&mut self, day: Day) {
        match self.desk.journal(day, journal::MOST) {
            Ok(entries) => self.with_screen(|screen, _| {
                if let ScreenMut::Journal(view) = screen {
                    view.refresh(entries);
                }
            }),
            Err(error) => self.fault(&error),
        }
    }

    fn go(&mut self, target: Target) {
        let screen = match target {
            Target::Desk => Ok(Screen::Desk),
            Target::Tally(span) => {
                self.read_forms();
                // The form that was asked for stays when the span changes.
                let form = match &self.screen {
                    Screen::Tally(view) => view.form_asked(),
                    _ => None,
                };
                self.choose(span).map(|(choice, _)| Screen::Tally(Box::new(TallyView::new(choice, form))))
            }
            Target::Figures(span) => self
                .choose(span)
                .map(|(choice, report)| Screen::Figures(Box::new(FiguresView::new(choice, report)))),
            Target::Statistics(span) => {
                // The page stays when the span changes.
                let page = match &self.screen {
                    Screen::Statistics(view) => view.page(),
                    _ => Page::Hours,
                };
                self.choose(span).map(|(choice, report)| {
                    Screen::Statistics(Box::new(StatisticsView::new(choice, report, page)))
                })
            }
            Target::Journal(day) => self
                .desk
                .journal(day, journal::MOST)
                .map(|entries| Screen::Journal(JournalView::new(day, entries))),
            Target::Prints => Ok(Screen::Prints(PrintsView::default())),
            Target::Printers => Ok(self.printers_form()),
            Target::Duty => Ok(Screen::OpenShift(Box::new(OpenShiftForm::new(&self.model)))),
            Target::Settings => {
                let folder = self.form_folder();
                self.desk
                    .paperwork()
                    .map(|kept| Screen::Settings(Box::new(SettingsForm::new(kept, folder, &self.context()))))
            }
            Target::Catalogue => Ok(Screen::Catalogue(Box::new(CatalogueView::new(&self.catalogue)))),
            Target::CloseShift => Ok(Screen::CloseShift(Box::new(CloseShiftForm::new(&self.model)))),
        };
        match screen {
            Ok(screen) => {
                self.screen = screen;
                self.settle();
            }
            Err(error) => self.fault(&error),
        }
    }
}
