//! The console of one station: events in, effects out.

mod catalogue;
mod counting;
mod doubt;
mod drawing;
mod forms;
mod giving;
mod guidance;
mod papers;
mod printing;
mod requests;
mod scanning;
mod slips;
mod typing;

use std::rc::Rc;
use std::time::Duration;

use counting::Counts;
use ratatui::layout::Size;

use super::context::{Context, Effect, Event};
use super::hold::{Hold, Press};
use super::key::Key;
use super::key_ear::ScanEar;
use super::keymap::{self, Action, Place};
use super::notice::Notice;
use super::popups::{Help, History, Popup};
use super::prints::Prints;
use super::screens::catalogue::CatalogueView;
use super::screens::close_shift::CloseShiftForm;
use super::screens::desk::DeskView;
use super::screens::figures::FiguresView;
use super::screens::journal::JournalView;
use super::screens::open_shift::OpenShiftForm;
use super::screens::printers::PrintersForm;
use super::screens::prints::PrintsView;
use super::screens::settings::SettingsForm;
use super::screens::setup::SetupForm;
use super::screens::statistics::StatisticsView;
use super::screens::tally::TallyView;
use super::theme::Theme;
use crate::clock::Clock;
use crate::desk::catalogue::OldFile;
use crate::desk::{Desk, DeskError, Model};
use crate::domain::Catalogue;
use crate::domain::find::Finder;
use crate::domain::typing::Word;
use crate::domain::{Day, VisitId};
use crate::domain::{Letters, TypingMethod};
use crate::papers::forms::Forms;
use crate::text::Lang;

/// The window, until the event loop says how large it is.
const USUAL_SIZE: Size = Size { width: 80, height: 24 };

/// How a console is set when it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language.
    pub lang: Lang,
    /// Colours or none.
    pub theme: Theme,
}

/// The screen below the popups. The desk's own state outlives a look at another screen.
#[derive(Clone, Debug)]
enum Screen {
    Setup(Box<SetupForm>),
    OpenShift(Box<OpenShiftForm>),
    Desk,
    Tally(Box<TallyView>),
    Figures(Box<FiguresView>),
    Statistics(Box<StatisticsView>),
    Journal(JournalView),
    Prints(PrintsView),
    Printers(Box<PrintersForm>),
    CloseShift(Box<CloseShiftForm>),
    Settings(Box<SettingsForm>),
    Catalogue(Box<CatalogueView>),
}

/// The console: one screen, popups on a stack of which the last has the keys, and the desk behind them.
pub struct Console {
    desk: Desk,
    clock: Rc<dyn Clock>,
    /// The catalogue as of the last reload, which the finder was made of.
    catalogue: Rc<Catalogue>,
    forms: Forms,
    finder: (Day, Finder),
    model: Model,
    screen: Screen,
    desk_view: DeskView,
    popups: Vec<Popup>,
    notice: Option<Notice>,
    /// What the line said before the key that is being obeyed took it away.
    notice_before: Option<Notice>,
    /// The number that was given here last.
    last_given: Option<VisitId>,
    prints: Prints,
    lang: Lang,
    typing: TypingMethod,
    letters: Letters,
    /// The word that is being typed in the field.
    word: Word,
    theme: Theme,
    size: Size,
    hold: Hold,
    doubt: Option<doubt::Doubt>,
    ear: ScanEar,
    before: Option<scanning::Before>,
    history: History,
    counts: Counts,
    effects: Vec<Effect>,
}

impl Console {
    /// A console over a desk.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn new(mut desk: Desk, clock: Rc<dyn Clock>, settings: Settings) -> Result<Self, DeskError> {
        let model = desk.load()?;
        let catalogue = Rc::clone(desk.catalogue());
        let day = model.day;
        let mut console = Self {
            forms: Forms::default(),
            finder: (model.day, Finder::new(&catalogue, model.day)),
            desk,
            clock,
            catalogue,
            model,
            screen: Screen::Desk,
            desk_view: DeskView::default(),
            popups: Vec::new(),
            notice: None,
            notice_before: None,
            last_given: None,
            prints: Prints::default(),
            lang: settings.lang,
            typing: TypingMethod::Off,
            letters: Letters::Commands,
            word: Word::default(),
            theme: settings.theme,
            size: USUAL_SIZE,
            hold: Hold::default(),
            doubt: None,
            ear: ScanEar::default(),
            before: None,
            history: History::default(),
            counts: Counts::new(day),
            effects: Vec::new(),
        };
        console.settle();
        if let [(code, flaw), ..] = console.desk.misfits() {
            console.notice = Some(Notice::Misfit(code.clone(), flaw.clone()));
        }
        Ok(console)
    }

    /// Says what became of the first program's catalogue, when anything has.
    pub fn tell_of_old_file(&mut self, old: OldFile) {
        if !matches!(old, OldFile::Left) {
            self.notice = Some(Notice::OldFile(old));
        }
    }

    /// Takes one event, and says what the event loop has to do.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.press(key),
            Event::Paste(text) => self.paste(&text.0),
            Event::Resize(size) => self.size = size,
            Event::Tick => {
                self.end_scan();
                self.end_doubt(None);
                self.pay();
                self.look_elsewhere();
            }
            event => self.hear(event),
        }
        self.look_at_prints();
        std::mem::take(&mut self.effects)
    }

    /// How long nothing can change by itself: until the next second, when running times and the other stations'
    /// work are looked at. No time at all while a long count is owed: it is done when the screen says so.
    pub fn wake_in(&self) -> Duration {
        let second = Duration::from_secs(1);
        let soonest = [self.scan_patience(), self.doubt_patience()].into_iter().flatten().min();
        if self.counts.owes() { Duration::ZERO } else { soonest.unwrap_or(second) }
    }

    /// The language of the moment.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Today, as the screen shows it.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Where the next key goes.
    pub fn place(&self) -> Place {
        self.popups.last().map_or_else(|| self.screen_place(), Popup::place)
    }

    fn screen_place(&self) -> Place {
        match self.screen {
            Screen::Setup(_) => Place::Setup,
            Screen::OpenShift(_) => Place::OpenShift,
            Screen::Desk => self.desk_view.place(),
            Screen::Tally(_) => Place::Tally,
            Screen::Figures(ref view) => view.place(),
            Screen::Statistics(_) => Place::Statistics,
            Screen::Journal(_) => Place::Journal,
            Screen::Prints(_) => Place::Prints,
            Screen::Printers(_) => Place::Printers,
            Screen::CloseShift(_) => Place::CloseShift,
            Screen::Settings(ref form) => form.place(),
            Screen::Catalogue(_) => Place::Catalogue,
        }
    }

    fn press(&mut self, key: Key) {
        self.end_doubt(Some(key));
        if self.is_scanned(key) {
            return;
        }
        let at = self.clock.elapsed();
        let press = self.hold.press(key, at);
        let place = self.place();
        if place.takes_text() && self.type_key(key) {
            return;
        }
        self.word.forget();
        if self.begins_a_need(place, key) {
            return;
        }
        let Some(action) = keymap::action(place, key) else { return };
        if action == Action::TypingMethod {
            return self.turn_typing();
        }
        // A form is walked through with one Enter after the other; everywhere else Enter is a deed.
        let is_walked = matches!(place, Place::Setup | Place::Settings | Place::EntryForm);
        let is_deed = action.is_deed() || (action == Action::Accept && !is_walked);
        if press == Press::Doubtful && action.may_follow_at_once() {
            return self.begin_doubt(key, action);
        }
        if press != Press::New && is_deed {
            self.notice = Some(Notice::HeldKey);
            return;
        }
        if is_deed {
            self.hold.deed(key, at);
        }
        self.act(action);
    }

    /// Does what a key of the table means where the keys are.
    fn act(&mut self, action: Action) {
        if let Some(mut popup) = self.popups.pop() {
            let requests = popup.act(action, &self.context());
            self.popups.push(popup);
            self.run_all(requests);
            return;
        }
        self.notice_before = self.notice.take();
        if self.act_everywhere(action) {
            return;
        }
        let requests = self.with_screen(|screen, ctx| match screen {
            ScreenMut::Setup(form) => form.act(action, ctx),
            ScreenMut::OpenShift(form) => form.act(action, ctx),
            ScreenMut::Desk(view) => view.act(action, ctx),
            ScreenMut::Tally(view) => view.act(action, ctx),
            ScreenMut::Figures(view) => view.act(action, ctx),
            ScreenMut::Statistics(view) => view.act(action, ctx),
            ScreenMut::Journal(view) => view.act(action, ctx),
            ScreenMut::Prints(view) => view.act(action, ctx),
            ScreenMut::Printers(form) => form.act(action, ctx),
            ScreenMut::CloseShift(form) => form.act(action, ctx),
            ScreenMut::Settings(form) => form.act(action, ctx),
            ScreenMut::Catalogue(view) => view.act(action, ctx),
        });
        self.run_all(requests);
    }

    /// The field with the keys takes text and editing before the table is asked.
    fn press_field(&mut self, key: Key) -> bool {
        if let Some(mut popup) = self.popups.pop() {
            let taken = popup.press(key, &self.context());
            self.popups.push(popup);
            return taken;
        }
        match &mut self.screen {
            Screen::Setup(form) => form.press(key),
            Screen::OpenShift(form) => form.press(key),
            Screen::CloseShift(form) => form.press(key),
            Screen::Printers(form) => form.press(key),
            Screen::Settings(form) => form.press(key),
            Screen::Figures(view) => view.press(key),
            Screen::Catalogue(view) => view.press(key),
            Screen::Desk
            | Screen::Tally(_)
            | Screen::Statistics(_)
            | Screen::Journal(_)
            | Screen::Prints(_) => false,
        }
    }

    fn paste(&mut self, text: &str) {
        self.end_doubt(None);
        if self.is_pasted_scan(text) {
            return;
        }
        self.word.forget();
        if let Some(mut popup) = self.popups.pop() {
            popup.paste(text, &self.context());
            self.popups.push(popup);
            return;
        }
        match &mut self.screen {
            Screen::Setup(form) => form.paste(text),
            Screen::OpenShift(form) => form.paste(text),
            Screen::CloseShift(form) => form.paste(text),
            Screen::Printers(form) => form.paste(text),
            Screen::Settings(form) => form.paste(text),
            Screen::Figures(view) => view.paste(text),
            Screen::Catalogue(view) => view.paste(text),
            // A paste is text; no screen without a field takes it for commands.
            Screen::Desk
            | Screen::Tally(_)
            | Screen::Statistics(_)
            | Screen::Journal(_)
            | Screen::Prints(_) => {}
        }
    }

    /// Opens help for the place that has the keys now.
    fn help(&mut self) {
        self.popups.push(Popup::Help(Help::new(self.place())));
    }

    fn context(&self) -> Context<'_> {
        Context {
            model: &self.model,
            catalogue: &self.catalogue,
            forms: &self.forms,
            finder: &self.finder.1,
            prints: &self.prints,
            now: self.clock.now(),
            lang: self.lang,
            typing: self.typing_here(),
            letters: self.letters,
            theme: self.theme,
            size: self.size,
        }
    }

    fn with_screen<T>(&mut self, deed: impl FnOnce(ScreenMut<'_>, &Context<'_>) -> T) -> T {
        let ctx = Context {
            model: &self.model,
            catalogue: &self.catalogue,
            forms: &self.forms,
            finder: &self.finder.1,
            prints: &self.prints,
            now: self.clock.now(),
            lang: self.lang,
            typing: self.typing,
            letters: self.letters,
            theme: self.theme,
            size: self.size,
        };
        let screen = match &mut self.screen {
            Screen::Setup(form) => ScreenMut::Setup(form),
            Screen::OpenShift(form) => ScreenMut::OpenShift(form),
            Screen::Desk => ScreenMut::Desk(&mut self.desk_view),
            Screen::Tally(view) => ScreenMut::Tally(view),
            Screen::Figures(view) => ScreenMut::Figures(view),
            Screen::Statistics(view) => ScreenMut::Statistics(view),
            Screen::Journal(view) => ScreenMut::Journal(view),
            Screen::Prints(view) => ScreenMut::Prints(view),
            Screen::Printers(form) => ScreenMut::Printers(form),
            Screen::CloseShift(form) => ScreenMut::CloseShift(form),
            Screen::Settings(form) => ScreenMut::Settings(form),
            Screen::Catalogue(view) => ScreenMut::Catalogue(view),
        };
        deed(screen, &ctx)
    }
}

/// The state of the screen that is shown, wherever it is kept.
enum ScreenMut<'a> {
    Setup(&'a mut SetupForm),
    OpenShift(&'a mut OpenShiftForm),
    Desk(&'a mut DeskView),
    Tally(&'a mut TallyView),
    Figures(&'a mut FiguresView),
    Statistics(&'a mut StatisticsView),
    Journal(&'a mut JournalView),
    Prints(&'a mut PrintsView),
    Printers(&'a mut PrintersForm),
    CloseShift(&'a mut CloseShiftForm),
    Settings(&'a mut SettingsForm),
    Catalogue(&'a mut CatalogueView),
}
