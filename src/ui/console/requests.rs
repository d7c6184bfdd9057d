//! What views asked for, done in order.

use std::path::Path;
use std::rc::Rc;

use super::{Console, Counts};
use crate::desk::{Command, DeskError, Receipt, StoreError, Swap, with_causes};
use crate::domain::find::FinderOfDay;
use crate::domain::{Op, Refusal, StationNo};
use crate::ui::context::{Effect, Numbered};
use crate::ui::keymap::{Action, Place};
use crate::ui::notice::Notice;
use crate::ui::popups::{Confirm, Intake, Problem};
use crate::ui::request::{ChoiceKind, Opening, Order, Question, Request, ScreenId};
use crate::ui::screens::Screen;
use crate::ui::screens::catalogue::CatalogueView;
use crate::ui::screens::close_shift::CloseShiftForm;
use crate::ui::screens::copies::CopiesView;
use crate::ui::screens::figures::FiguresView;
use crate::ui::screens::handover::HandoverView;
use crate::ui::screens::journal::{self, JournalView};
use crate::ui::screens::open_shift::OpenShiftForm;
use crate::ui::screens::prints::PrintsView;
use crate::ui::screens::roster::RosterView;
use crate::ui::screens::settings::SettingsForm;
use crate::ui::screens::setup::SetupForm;
use crate::ui::screens::stations::StationsView;
use crate::ui::screens::statistics::{Page, StatisticsView};
use crate::ui::screens::tally::TallyView;
use crate::ui::stack::LayerId;
use crate::ui::view::Answer;

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    Well,
    /// Nothing was done, and the notice or a panel says why.
    Refused,
    /// Nothing was done yet: a question on top of the stack goes on with it.
    Asked,
}

impl From<bool> for Went {
    fn from(went_well: bool) -> Self {
        if went_well { Self::Well } else { Self::Refused }
    }
}

impl Console {
    /// Does what a view answered. The view is known by its id: whatever was opened or closed meanwhile, no other one goes.
    pub(super) fn answer(&mut self, id: LayerId, answer: Answer) {
        let shows_another = match answer {
            Answer::Stay => false,
            Answer::Close => self.stack.close(id),
            Answer::Run(request) => {
                self.run(request);
                false
            }
            Answer::Then(request) => match self.run(request) {
                Went::Well => self.stack.close_with_asker(id),
                Went::Asked => {
                    self.stack.asked_by(Some(id));
                    false
                }
                Went::Refused => false,
            },
            Answer::Instead(request) => {
                let asker = self.stack.asker(id);
                let shows_another = self.stack.close(id);
                match (self.run(request), asker) {
                    (Went::Well, Some(asker)) => self.stack.close_with_asker(asker) || shows_another,
                    (Went::Asked, asker) => {
                        self.stack.asked_by(asker);
                        shows_another
                    }
                    _ => shows_another,
                }
            }
        };
        // What was covered has not followed the file meanwhile.
        if shows_another {
            self.settle();
        }
    }

    /// The keys that work on every screen; says whether this was one.
    pub(super) fn act_everywhere(&mut self, action: Action) -> bool {
        match action {
            // What was typed and not saved is what is taken back there.
            Action::Undo | Action::Redo if matches!(self.stack.screen(), Screen::Settings(form) if form.is_changed()) =>
            {
                return false;
            }
            Action::Undo => drop(self.run(Request::Undo)),
            Action::Redo => drop(self.run(Request::Redo)),
            Action::Language => drop(self.run(Request::SwitchLanguage)),
            Action::Quit => drop(self.run(Request::Confirm(Question::Quit))),
            Action::Tally if !matches!(self.stack.screen(), Screen::Tally(_)) => {
                self.go(ScreenId::Tally(self.span_in_mind()));
            }
            Action::Statistics if !matches!(self.stack.screen(), Screen::Statistics(_)) => {
                self.go(ScreenId::Statistics(self.span_in_mind()));
            }
            Action::Journal if !matches!(self.stack.screen(), Screen::Journal(_)) => {
                self.go(ScreenId::Journal(self.world.model.day));
            }
            Action::Prints if !matches!(self.stack.screen(), Screen::Prints(_)) => self.go(ScreenId::Prints),
            Action::Printers => self.go(ScreenId::Printers),
            Action::Outages => drop(self.run(Request::Open(Opening::Outages))),
            Action::SayTime => drop(self.run(Request::Open(Opening::Today))),
            Action::Settings => self.go(ScreenId::Settings),
            Action::Copies if !matches!(self.stack.screen(), Screen::Copies(_)) => self.go(ScreenId::Copies),
            Action::BackUp => self.ask(Effect::BackUp),
            Action::Catalogue if !matches!(self.stack.screen(), Screen::Catalogue(_)) => {
                self.go(ScreenId::Catalogue);
            }
            Action::Roster if !matches!(self.stack.screen(), Screen::Roster(_)) => self.go(ScreenId::Roster),
            Action::Stations if !matches!(self.stack.screen(), Screen::Stations(_)) => {
                self.go(ScreenId::Stations);
            }
            Action::Handover if !matches!(self.stack.screen(), Screen::Handover(_)) => {
                self.go(ScreenId::Handover);
            }
            Action::TakeOver => self.go(ScreenId::TakeOver),
            Action::AddItem => drop(self.run(Request::Open(Opening::Item(None)))),
            Action::CloseShift => self.go(ScreenId::CloseShift),
            Action::Duty => self.go(ScreenId::Duty),
            Action::StopNumbers => drop(self.run(Request::Run(Command::StopNumbers))),
            Action::GiveNumbers => drop(self.run(Request::Run(Command::GiveNumbers))),
            Action::Lock => drop(self.lock_now()),
            Action::Sit => drop(self.run(Request::Open(Opening::Choice(ChoiceKind::Sit)))),
            _ => return false,
        }
        true
    }

    /// Does one request, unless a rule says no.
    pub(super) fn run_at_once(&mut self, request: Request) -> Went {
        match request {
            Request::Run(command @ Command::Transfer { .. }) => return self.unless_warned(command),
            Request::Run(command) => return self.execute(command).into(),
            Request::RunThenOpen(command, opening) => {
                if !self.execute(command) {
                    return Went::Refused;
                }
                self.open(opening);
            }
            Request::Undo => match &self.world.model.undo {
                // On the screen where such things are changed nobody takes one back by chance.
                Some(op) if op.is_of_the_office() && !self.stack.screen().is_of_the_office() => {
                    return self.run(Request::Confirm(Question::Undo(Box::new(op.clone()))));
                }
                _ => return self.run(Request::UndoNow),
            },
            Request::UndoNow => {
                let result = self.desk.undo();
                return self.done(result).into();
            }
            Request::UndoEntry(entry) => {
                let result = self.desk.undo_alone(entry);
                return self.done(result).into();
            }
            Request::Redo => {
                let result = self.desk.redo();
                return self.done(result).into();
            }
            Request::Go(target) => self.go(target),
            Request::Open(Opening::NewPin) => {
                let allowed = self.desk.must_lead();
                if self.unless_leader(allowed) != Went::Well {
                    return Went::Refused;
                }
                self.open(Opening::NewPin);
            }
            Request::Open(opening) => self.open(opening),
            Request::SayPin(pin, request) => return self.say_pin(&pin, *request),
            Request::SetPin(pin) => {
                let result = self.desk.set_pin(&pin);
                return self.done(result).into();
            }
            Request::DropPin => {
                let result = self.desk.drop_pin();
                return self.done(result).into();
            }
            Request::Confirm(question) => {
                self.stack.push(Confirm::new(question));
                return Went::Asked;
            }
            Request::Nothing => {}
            Request::ShowVisit(visit) => {
                if let Some(desk) = self.stack.desk_mut() {
                    desk.go_to(visit);
                }
            }
            Request::Act(action) => self.act(action),
            Request::SetUp { station, office, volunteers } => {
                self.sit_at(station);
                return self.execute(Command::SetUp { office, volunteers }).into();
            }
            Request::Give(new) => return self.give(new),
            Request::GiveApart(new) => {
                self.desk.tell_apart(&new);
                return self.unless_warned(Command::TakeNumber(new));
            }
            Request::ServeNow(new) => return self.serve_now(new, false),
            Request::Insist(Command::ServeNow { new, .. }) => return self.serve_now(new, true),
            Request::Insist(command) => return self.execute(Command::Insist(Box::new(command))).into(),
            Request::RepeatIntake => return self.repeat_intake().into(),
            Request::GoOnWith(ticket, day) => match self.desk.earlier_visit(day, ticket) {
                Ok(Some(earlier)) => self.stack.push(Intake::going_on(earlier)),
                Ok(None) => return self.refuse(Refusal::NoEarlierVisit { ticket, day }),
                Err(error) => {
                    self.fault(&error);
                    return Went::Refused;
                }
            },
            Request::Order(line, order) => {
                self.history.keep(line);
                return self.obey(*order);
            }
            Request::Refuse(refusal) => return self.refuse(refusal),
            Request::ShiftGoesOn => {
                let model = &self.world.model;
                self.goes_on = model.shift.as_ref().map(|shift| (shift.id, model.day));
                self.stack.show_desk();
                self.settle();
            }
            Request::CloseAndPrint(closing) => return self.close_and_print(closing).into(),
            Request::Ask(effect @ Effect::GoBack(_)) => {
                let allowed = self.desk.must_lead();
                if self.unless_leader(allowed) != Went::Well {
                    return Went::Refused;
                }
                self.ask(effect);
            }
            Request::Ask(effect) => self.ask(effect),
            Request::PickPrinter(role, printer) => self.pick_printer(role, &printer),
            Request::TestPrint(role, settings) => self.print_test(role, *settings),
            Request::PrintTicket(visit) => return self.print_ticket(visit).into(),
            Request::PrintSlip(visit) => self.print_slip(visit),
            Request::Print(span) => self.print(span),
            Request::KeepFiles(span) => self.keep_files(span),
            Request::ReadForms => self.read_forms_again(),
            Request::PreviewForm(name) => self.preview_form(name),
            Request::LookAtImport(path) => return self.look_at_import(&path).into(),
            Request::ExportCatalogue => self.export_catalogue(),
            Request::PrintEntry(code) => self.print_entry(&code),
            Request::LookInto(figure) => self.look_into(figure),
            Request::FindOn(day, typed) => return self.find_on(day, &typed),
            Request::Correct(day, ticket) => return self.correct(day, ticket),
            Request::Life(day, ticket) => return self.show_life(day, ticket),
            Request::PrintLife(of, title, lines) => self.print_life(&of, &title, &lines),
            Request::TurnHandover(than, is_before) => return self.turn_handover(than, is_before),
            Request::PrintHandover => self.print_handover(),
            Request::TakeLater => self.take_later(),
            Request::Station(station) => {
                self.sit_at(station);
                if self.world.model.office.is_some() {
                    self.reload();
                    self.notice = Some(Notice::Station(station));
                }
            }
            Request::Typing(method) => self.set_typing(method),
            Request::SayTime(right) => {
                let result = self.desk.say_time(right);
                return self.done(result).into();
            }
            Request::SwitchLanguage => {
                self.world.lang = self.world.lang.other();
                self.effects.push(Effect::KeepLanguage(self.world.lang));
                self.settle();
            }
            Request::BackupFolder(folder) => {
                self.world.backup.clone_from(&folder);
                let is_there = folder.is_empty() || Path::new(&folder).is_dir();
                self.notice = Some(Notice::BackupFolder(folder.clone(), is_there));
                self.ask(Effect::KeepBackupFolder(folder));
                self.settle();
            }
            Request::Quit => self.effects.push(Effect::Quit),
        }
        Went::Well
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) -> Went {
        self.has_done_nothing = true;
        self.notice = Some(Notice::Refused(refusal));
        Went::Refused
    }

    fn sit_at(&mut self, station: StationNo) {
        self.desk.sit_at(station);
        self.effects.push(Effect::KeepStation(station));
    }

    /// Does what a line of commands asked for.
    fn obey(&mut self, order: Order) -> Went {
        match order {
            Order::Act(action) => self.run(Request::Act(action)),
            Order::Take(new) => self.give(new),
            Order::ServeNow(new) => self.serve_now(new, false),
            Order::Go { visit, then } => {
                self.notice = None;
                if let Some(desk) = self.stack.desk_mut() {
                    desk.go_to(visit);
                    desk.name(then.map(|_| visit));
                }
                let went = then.map_or(Went::Well, |action| self.run(Request::Act(action)));
                if let Some(desk) = self.stack.desk_mut() {
                    desk.name(None);
                }
                went
            }
        }
    }

    pub(super) fn execute(&mut self, command: Command) -> bool {
        let result = self.desk.execute(self.corrected(command));
        self.done(result)
    }

    pub(super) fn done(&mut self, result: Result<Receipt, DeskError>) -> bool {
        let went_well = result.is_ok();
        match result {
            Ok(receipt) => {
                self.world.file.swapped = None;
                self.counts.forget();
                self.reload();
                let given = receipt.visit.filter(|_| matches!(receipt.op, Op::NumberGiven { .. }));
                let waits = matches!(receipt.op, Op::NumberGiven { at_once: None, .. });
                if matches!(receipt.op, Op::ShiftClosed { .. }) {
                    self.ask(Effect::BackUpAtClose);
                }
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
                self.refuse(refusal);
            }
            Err(DeskError::Store(error)) => self.fault(&DeskError::Store(error)),
        }
        went_well
    }

    fn receipt(&self, receipt: Receipt) -> Notice {
        let masked = receipt.masked;
        let notice = match (&receipt.op, receipt.visit) {
            (Op::NumberGiven { at_once: None, .. }, Some(visit)) => {
                let now = self.world.clock.now();
                let ahead = self.world.model.ahead(visit);
                let wait = ahead.and_then(|ahead| self.world.model.wait_behind(ahead, now));
                Notice::Given { op: receipt.op, ahead, wait }
            }
            (
                Op::VolunteerAdded { volunteer }
                | Op::VolunteerChanged { volunteer }
                | Op::VolunteerRetired { volunteer }
                | Op::VolunteerBack { volunteer }
                | Op::VolunteersMerged { into: volunteer, .. },
                _,
            ) => {
                let name = self.world.model.volunteer(*volunteer).to_owned();
                Notice::OfVolunteer(receipt.op, name)
            }
            (Op::OutageEnded { system, .. }, _) => {
                match self.world.model.waiting_on(*system, &self.world.catalogue) {
                    0 => Notice::Done(receipt.op),
                    persons => Notice::WorksAgain { op: receipt.op, persons },
                }
            }
            _ => Notice::Done(receipt.op),
        };
        if masked.places() == 0 { notice } else { Notice::Masked(Box::new(notice), masked) }
    }

    pub(super) fn fault(&mut self, error: &DeskError) {
        let sentence = match error {
            DeskError::Refused(refusal) => self.world.lang.refusal(refusal),
            DeskError::Store(error) => self.world.lang.store_error(error),
        };
        tracing::error!(error = with_causes(error), "the file could not be read or written");
        // Whatever stood there was said of a file that nobody has.
        if let Some(swap) = swapped(error) {
            self.notice = None;
            self.world.file.swapped = Some(swap);
        }
        // A read came upon it: how much of it there is says a look through the whole file.
        if matches!(error, DeskError::Store(StoreError::Damaged(_) | StoreError::UnknownValue { .. })) {
            self.world.file.damaged.get_or_insert(0);
            self.ask(Effect::LookThrough);
        }
        self.stack.push(Problem::new(sentence));
    }

    /// Goes on after the program failed in the middle of something: whatever it was, the file was left as it was.
    pub fn recover(&mut self) {
        self.stack.drop_popups();
        self.counts = Counts::new(self.world.model.day);
        self.reload();
        self.stack.push(Problem::new(self.world.lang.program_failed().to_owned()));
    }

    /// Once a second: has another station written, has the day turned?
    pub(super) fn look_elsewhere(&mut self) {
        self.look_at_clock();
        let is_new_day = self.world.clock.now().day() != self.world.model.day;
        // A booked party enters the order at its time.
        let has_new_order = !self.world.model.order_holds_at(self.world.clock.now());
        match self.desk.look_up() {
            Some(true) => self.looked_up(self.world.lang.looked_up_kept()),
            Some(false) => self.looked_up(self.world.lang.looked_up_not_kept()),
            None => {}
        }
        let looked = self.desk.changed_elsewhere();
        if looked.is_ok() {
            self.world.file.swapped = None;
        }
        match looked {
            Ok(changed) if changed || is_new_day || has_new_order => {
                self.counts.file_changed(self.world.clock.now());
                self.reload();
            }
            Ok(_) if self.counts.grow_old(self.world.clock.now()) => self.settle(),
            // A shift is forgotten by the passing of time alone.
            Ok(_) if self.asks_for_end() => self.settle(),
            Ok(_) => {}
            // Before anybody does something that would be lost; once.
            Err(error) if swapped(&error).is_some() => {
                if swapped(&error) != self.world.file.swapped {
                    self.fault(&error);
                }
            }
            // One failed look is not worth a panel: the next command will say what is wrong.
            Err(error) => {
                tracing::error!(error = with_causes(&error), "could not look for other stations' work");
            }
        }
    }

    /// What has become of a deed of which nobody knew whether it was kept.
    fn looked_up(&mut self, sentence: &str) {
        self.counts.forget();
        self.reload();
        self.stack.push(Problem::new(sentence.to_owned()));
    }

    pub(super) fn reload(&mut self) {
        if !self.corrects() {
            self.desk.hold_out(None);
        }
        match self.desk.load() {
            Ok(model) => {
                self.world.model = model;
                self.world.numbered = Numbered::default();
                let has_changed = !Rc::ptr_eq(&self.world.catalogue, self.desk.catalogue());
                if has_changed || self.world.finder.day() != self.world.model.day {
                    self.world.catalogue = Rc::clone(self.desk.catalogue());
                    self.world.finder =
                        FinderOfDay::new(Rc::clone(&self.world.catalogue), self.world.model.day);
                    if let Screen::Catalogue(view) = self.stack.screen_mut() {
                        view.refresh(&self.world.catalogue);
                    }
                }
                self.settle();
            }
            Err(error) => self.fault(&error),
        }
    }

    /// Brings the screen in step with the model: no office, no shift, or a shift that is open now.
    pub(super) fn settle(&mut self) {
        let has_office = self.world.model.office.is_some();
        let has_shift = self.world.model.shift.is_some();
        match self.stack.screen() {
            // A desk that was lost is looked for before a new one is set up.
            Screen::Setup(_) | Screen::Copies(_) if !has_office => {}
            _ if !has_office => self.stack.show_alone(SetupForm::new(self.desk.station()).into()),
            Screen::CloseShift(form) if form.is_over(&self.world.model, self.world.clock.now()) => {
                self.stack.show_desk();
                return self.settle();
            }
            // What was typed outlives what another station did; it is refused when it is saved.
            Screen::CloseShift(form) if form.has_words() => {}
            Screen::OpenShift(form) if form.has_words() => {}
            Screen::TakeOver(form) if form.is_over_desk() => {}
            Screen::TakeOver(_) if self.must_take().is_none() => {
                if has_shift {
                    self.stack.show_desk();
                } else {
                    self.begin_shift();
                }
            }
            Screen::Desk(_) | Screen::CloseShift(_) | Screen::Setup(_) if !has_shift => self.begin_shift(),
            Screen::Desk(_) if self.asks_for_end() => {
                self.stack
                    .show_alone(CloseShiftForm::forgotten(&self.world.context(Place::Forgotten)).into());
            }
            Screen::OpenShift(form) if has_shift && !form.changes_duty() => self.stack.show_desk(),
            // A promise is to be taken on its day, before which the form may have been waiting.
            Screen::OpenShift(_) if self.must_take().is_some() => self.begin_shift(),
            Screen::OpenShift(form) if !has_shift && form.changes_duty() => self.begin_shift(),
            Screen::Setup(_) => self.stack.show_desk(),
            _ => {}
        }
        self.uncover_if_over();
        self.refresh_lists();
        self.settle_figures();
        let place = self.place();
        let ctx = self.world.context(place);
        self.stack.screen_mut().view_mut().settle(&ctx);
        for popup in self.stack.popups_mut() {
            popup.view_mut().settle(&ctx);
        }
    }

    fn go(&mut self, target: ScreenId) {
        let screen = match target {
            ScreenId::Tally(span) => {
                self.read_forms();
                // The form that was asked for stays when the span changes.
                let form = match self.stack.screen() {
                    Screen::Tally(view) => view.form_asked(),
                    _ => None,
                };
                self.choose(span).map(|(choice, _)| Screen::from(TallyView::new(choice, form)))
            }
            ScreenId::Figures(span) => {
                self.choose(span).map(|(choice, report)| Screen::from(FiguresView::new(choice, report)))
            }
            ScreenId::Statistics(span) => {
                // The page stays when the span changes.
                let page = match self.stack.screen() {
                    Screen::Statistics(view) => view.page(),
                    _ => Page::Hours,
                };
                self.choose(span)
                    .map(|(choice, report)| Screen::from(StatisticsView::new(choice, report, page)))
            }
            ScreenId::Journal(day) => self
                .desk
                .journal(day, journal::MOST)
                .map(|entries| Screen::from(JournalView::new(day, entries))),
            ScreenId::Prints => Ok(PrintsView::default().into()),
            ScreenId::Copies => {
                self.ask(Effect::AskCopies);
                Ok(CopiesView::default().into())
            }
            ScreenId::Printers => Ok(self.printers_form()),
            ScreenId::Duty => Ok(Screen::from(OpenShiftForm::new(&self.world.model))),
            ScreenId::Settings => {
                let folder = self.form_folder();
                let ctx = self.world.context(Place::Settings);
                self.desk.paperwork().map(|kept| SettingsForm::new(kept, folder, &ctx).into())
            }
            ScreenId::Catalogue => Ok(Screen::from(CatalogueView::new(&self.world.catalogue))),
            ScreenId::Roster => self.desk.roster().map(|roster| RosterView::new(roster).into()),
            ScreenId::Stations => Ok(StationsView::default().into()),
            ScreenId::Handover => {
                let shift = self.span_in_mind().shift.map(|shift| shift.id);
                self.show_items_of(shift);
                Ok(HandoverView::default().into())
            }
            ScreenId::TakeOver => match self.world.model.handover {
                Some(pending) => Ok(self.taking(pending.handover)),
                None => return,
            },
            ScreenId::CloseShift => {
                self.refresh_closing();
                Ok(CloseShiftForm::new(&self.world.context(Place::CloseShift)).into())
            }
        };
        match screen {
            Ok(screen) => {
                self.stack.show(screen);
                self.settle();
            }
            Err(error) => self.fault(&error),
        }
    }
}

/// What has become of the file, where an error is about that.
fn swapped(error: &DeskError) -> Option<Swap> {
    match error {
        DeskError::Store(StoreError::Swapped(swap)) => Some(*swap),
        _ => None,
    }
}
