//! The console of one station: events in, effects out.

mod correcting;
mod counting;
mod drawing;
mod files;
mod following;
mod giving;
mod handover;
mod keys;
mod leading;
mod opening;
mod papers;
mod requests;
mod timing;

use std::rc::Rc;
use std::time::Duration;

use counting::Counts;
use papers::OnItsWay;
use ratatui::layout::Size;
use requests::Went;

use super::context::{Effect, Event, FileTrouble, Numbered, World};
use super::hold::{Hold, Meaning, Verdict};
use super::key::{Key, Motion, Stroke};
use super::key_ear::Ear;
use super::keymap::{self, Action, Place, Weight};
use super::notice::Notice;
use super::popups::{Help, History, Popup, Problem};
use super::prints::Prints;
use super::stack::{Layer, Stack};
use super::theme::Theme;
use super::view::Answer;
use crate::clock::Clock;
#[cfg(not(shipped))]
use crate::desk::Model;
use crate::desk::{Desk, DeskError, Items};
use crate::domain::find::FinderOfDay;
use crate::domain::typing::Word;
use crate::domain::{Day, HandoverId, ShiftId, TypingMethod, VisitId};
use crate::lang::Lang;
use crate::papers::forms::Forms;

/// The window, until the event loop says how large it is.
const USUAL_SIZE: Size = Size { width: 80, height: 24 };

/// How a console is set when it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub lang: Lang,
    /// Colours or none.
    pub theme: Theme,
}

/// The console: what stands on top of what, and the desk behind it.
pub struct Console {
    desk: Desk,
    world: World,
    stack: Stack,
    notice: Option<Notice>,
    /// What the line said before the key that is being obeyed took it away.
    notice_before: Option<Notice>,
    /// The number that was given here last.
    last_given: Option<VisitId>,
    /// The word that is being typed in the field.
    word: Word,
    hold: Hold,
    /// Whether the key that is being obeyed was refused.
    has_done_nothing: bool,
    ear: Ear,
    before: Option<Layer>,
    history: History,
    counts: Counts,
    effects: Vec<Effect>,
    /// The tallies that no printer is known to have yet.
    on_its_way: Vec<OnItsWay>,
    /// Whether it was asked what day it is, since the clock went wrong.
    has_asked_day: bool,
    /// The handover that somebody wanted to take later, and on which day.
    later: Option<(HandoverId, Day)>,
    /// The shift that somebody wanted to go on with although it seemed forgotten, and on which day.
    goes_on: Option<(ShiftId, Day)>,
}

impl Console {
    /// A console over a desk.
    pub fn new(mut desk: Desk, settings: Look) -> Result<Self, DeskError> {
        let clock = desk.clock();
        let model = desk.load()?;
        let catalogue = Rc::clone(desk.catalogue());
        let day = model.day;
        let mut console = Self {
            world: World {
                forms: Forms::default(),
                finder: FinderOfDay::new(Rc::clone(&catalogue), model.day),
                numbered: Numbered::default(),
                items: Items::default(),
                overlong: Vec::new(),
                clock,
                catalogue,
                model,
                prints: Prints::default(),
                lang: settings.lang,
                typing: TypingMethod::Off,
                leads: false,
                backup: String::new(),
                file: FileTrouble::default(),
                theme: settings.theme,
                size: USUAL_SIZE,
            },
            desk,
            stack: Stack::new(),
            notice: None,
            notice_before: None,
            last_given: None,
            word: Word::default(),
            hold: Hold::default(),
            has_done_nothing: false,
            ear: Ear::default(),
            before: None,
            history: History::default(),
            counts: Counts::new(day),
            effects: Vec::new(),
            on_its_way: Vec::new(),
            has_asked_day: false,
            later: None,
            goes_on: None,
        };
        console.settle();
        console.ask_day();
        if let [(code, flaw), ..] = console.desk.misfits() {
            console.notice = Some(Notice::Misfit(code.clone(), flaw.clone()));
        }
        let (set_aside, lacks_log) = (console.desk.set_aside(), console.desk.lacks_log());
        if let Some(sentence) = console.world.lang.found_beside(set_aside, lacks_log) {
            console.stack.push(Problem::new(sentence));
        }
        Ok(console)
    }

    /// Takes one event, and says what the event loop has to do.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Stroke(stroke) => self.press(stroke),
            Event::Paste(text) => self.paste(&text.0),
            Event::TypedBlind => self.notice = Some(Notice::TypedBlind),
            Event::Resize(size) => self.world.size = size,
            Event::Tick => {
                // The first frame has been drawn: nobody waits for it now.
                self.world.finder.get();
                self.rest(self.world.clock.elapsed());
                self.pay();
                self.look_elsewhere();
                self.look_at_idle();
            }
            event => self.hear(event),
        }
        self.look_at_prints();
        self.look_up_number();
        self.look_at_leader();
        std::mem::take(&mut self.effects)
    }

    /// How long nothing can change by itself: until the next second, when running times and the other stations'
    /// work are looked at. No time at all while a long count is owed: it is done when the screen says so.
    pub fn wake_in(&self) -> Duration {
        let second = Duration::from_secs(1);
        if self.counts.owes() { Duration::ZERO } else { self.ear_patience().unwrap_or(second) }
    }

    /// The language of the moment.
    pub fn lang(&self) -> Lang {
        self.world.lang
    }

    /// The time at the desk.
    pub fn clock(&self) -> Rc<dyn Clock> {
        self.desk.clock()
    }

    /// Today, as the screen shows it: for tests and benches.
    #[cfg(not(shipped))]
    pub fn model(&self) -> &Model {
        &self.world.model
    }

    /// Where the next key goes.
    pub fn place(&self) -> Place {
        self.stack.top().place()
    }

    fn press(&mut self, stroke: Stroke) {
        let Stroke { key, at, .. } = stroke;
        self.hold.note(stroke);
        self.is_touched();
        // Nobody does what he cannot see.
        if stroke.motion != Motion::Released && !drawing::is_too_small(self.world.size) {
            self.listen(key, at);
        }
    }

    /// Does what a key means now.
    fn obey_key(&mut self, key: Key) {
        let place = self.place();
        if place.takes_text() {
            if self.type_key(key) {
                return;
            }
        } else if self.press_field(key) {
            return;
        }
        self.word.forget();
        let Some(action) = keymap::action(place, key) else {
            self.begins_a_need(place, key);
            return;
        };
        match self.hold.judge(key, self.meaning(place, action)) {
            Verdict::Counts if action == Action::TypingMethod => {
                self.set_typing(TypingMethod::after(Some(self.world.typing)));
            }
            Verdict::Counts => {
                self.has_done_nothing = false;
                self.act(action);
                if self.has_done_nothing {
                    self.hold.did_nothing();
                }
            }
            Verdict::Held => self.notice = Some(Notice::HeldKey),
            Verdict::TooSoon => self.notice = Some(Notice::TooSoon),
        }
    }

    /// What a press would do, to be compared with the next one.
    fn meaning(&self, place: Place, action: Action) -> Meaning {
        let model = &self.world.model;
        let in_hand = model.in_hand().map(|card| (card.visit.id, card.visit.stage.kind()));
        let row = self.stack.top().row_deed(action, &self.world.context(place));
        Meaning { place, action, in_hand, row }
    }

    /// Does what a key of the table means where the keys are.
    fn act(&mut self, action: Action) {
        // Keys may come many at once.
        self.look_up_number();
        if action == Action::Help && matches!(self.stack.top_popup(), Some(Popup::Help(_))) {
            return;
        }
        if action == Action::Help && self.place() != Place::Line {
            let help = Help::new(self.stack.top(), &self.world.context(self.place()));
            return self.stack.push(help);
        }
        let place = self.place();
        if let Some(request) = self.stack.top_mut().unfinished(&self.world.context(place))
            && self.run(request) != Went::Well
        {
            return;
        }
        if !self.stack.has_popup() {
            self.notice_before = self.notice.take();
            if self.act_everywhere(action) {
                return;
            }
        }
        let (id, place) = (self.stack.top_id(), self.place());
        let answer = self.stack.top_mut().act(action, &self.world.context(place));
        // A form in which something is wrong stays, and says so.
        self.has_done_nothing |=
            answer == Answer::Stay && action.weight() == Weight::Once && self.place() == place;
        self.answer(id, answer);
    }

    /// The field with the keys takes text and editing before the table is asked.
    fn press_field(&mut self, key: Key) -> bool {
        let place = self.place();
        self.stack.top_mut().press(key, &self.world.context(place))
    }
}
