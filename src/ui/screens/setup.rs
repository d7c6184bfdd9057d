//! First start: one short form. Enter walks through it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::commune::{Commune, CommuneFinder};
use crate::domain::{Office, StationNo, input};
use crate::text::Lang;
use crate::ui::context::{Context, Request};
use crate::ui::draw;
use crate::ui::field::Field;
use crate::ui::key::Key;
use crate::ui::keymap::Action;
use crate::ui::list::moved;
use crate::ui::popups::input_line;
use crate::ui::theme::Meaning;

/// How many communes are offered at a time.
const OFFERED: usize = 6;

const COMMUNE: usize = 0;
const OFFICE: usize = 1;
const TEAM: usize = 2;
const VOLUNTEER: usize = 3;
const STATION: usize = 4;

/// Why a field is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Commune,
    Name,
    Station,
}

/// The form.
#[derive(Clone, Debug)]
pub struct SetupForm {
    fields: [Field; 5],
    at: usize,
    finder: CommuneFinder,
    offered: Vec<Commune>,
    offer: usize,
    commune: Option<Commune>,
    /// The commune that the names of the office and the team were proposed for.
    proposed_for: Option<Commune>,
    flaw: Option<Flaw>,
}

impl SetupForm {
    /// An empty form for this station.
    pub fn new(station: StationNo) -> Self {
        let name = || Field::new(input::NAME_LENGTH);
        Self {
            fields: [Field::new(60), name(), name(), name(), Field::new(2).with(&station.to_string())],
            at: COMMUNE,
            finder: CommuneFinder::new(),
            offered: Vec::new(),
            offer: 0,
            commune: None,
            proposed_for: None,
            flaw: None,
        }
    }

    pub(in crate::ui) fn act(&mut self, action: Action, ctx: &Context<'_>) -> Vec<Request> {
        match action {
            Action::Accept => return self.accept(ctx.lang),
            Action::Up if self.at == COMMUNE && !self.offered.is_empty() => {
                self.offer = moved(self.offer, -1, self.offered.len());
            }
            Action::Down if self.at == COMMUNE && !self.offered.is_empty() => {
                self.offer = moved(self.offer, 1, self.offered.len());
            }
            // A field is left only when it is right: there is no other way to a form that is whole.
            Action::NextField | Action::Down if self.at < STATION && self.check(ctx.lang) => self.at += 1,
            Action::PreviousField | Action::Up => self.at = self.at.saturating_sub(1),
            _ => {}
        }
        Vec::new()
    }

    fn accept(&mut self, lang: Lang) -> Vec<Request> {
        if !self.check(lang) {
            return Vec::new();
        }
        if self.at < STATION {
            self.at += 1;
            return Vec::new();
        }
        let (Some(commune), Ok(station)) = (self.commune, self.fields[STATION].value().parse()) else {
            self.at = COMMUNE;
            return Vec::new();
        };
        let office = Office {
            name: self.fields[OFFICE].value().to_owned(),
            commune: commune.code.to_owned(),
            team: self.fields[TEAM].value().to_owned(),
        };
        let volunteers = vec![self.volunteer(lang)];
        vec![Request::Station(station), Request::Run(Command::SetUp { office, volunteers })]
    }

    fn volunteer(&self, lang: Lang) -> String {
        let typed = input::line(self.fields[VOLUNTEER].value(), input::NAME_LENGTH);
        if typed.is_empty() { lang.setup_volunteer_default().to_owned() } else { typed }
    }

    /// Whether the field that has the keys is right; says the flaw under it when not.
    fn check(&mut self, lang: Lang) -> bool {
        self.flaw = match self.at {
            COMMUNE => {
                if let Some(commune) = self.offered.get(self.offer).copied() {
                    self.choose(commune, lang);
                }
                self.commune.is_none().then_some(Flaw::Commune)
            }
            OFFICE | TEAM => self.fields[self.at].value().trim().is_empty().then_some(Flaw::Name),
            STATION => self.fields[STATION].value().parse::<StationNo>().is_err().then_some(Flaw::Station),
            _ => None,
        };
        self.flaw.is_none()
    }

    fn choose(&mut self, commune: Commune, lang: Lang) {
        let before = self.proposed_for.map(|commune| commune.name_in_a_sentence());
        let name = commune.name_in_a_sentence();
        // What the person has changed stays; what this form proposed follows the commune.
        for field in [OFFICE, TEAM] {
            let proposed = before.as_ref().map(|name| proposal(field, name, lang));
            let value = self.fields[field].value();
            if value.is_empty() || proposed.as_deref() == Some(value) {
                self.fields[field].set(&proposal(field, &name, lang));
            }
        }
        self.fields[COMMUNE].set(commune.name);
        self.commune = Some(commune);
        self.proposed_for = Some(commune);
        self.offered = vec![commune];
        self.offer = 0;
    }

    pub(in crate::ui) fn press(&mut self, key: Key) -> bool {
        let before = self.fields[self.at].value().to_owned();
        let taken = self.fields[self.at].press(key);
        self.changed(&before);
        taken
    }

    pub(in crate::ui) fn paste(&mut self, text: &str) {
        let before = self.fields[self.at].value().to_owned();
        self.fields[self.at].insert(text);
        self.changed(&before);
    }

    fn changed(&mut self, before: &str) {
        if self.fields[self.at].value() != before {
            self.flaw = None;
            if self.at == COMMUNE {
                self.offered = self.finder.find(self.fields[COMMUNE].value(), OFFERED);
                self.offer = 0;
                self.commune = None;
            }
        }
    }

    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(2, 1));
        draw::line(frame.buffer_mut(), area, 0, lang.setup_title(), ctx.style(Meaning::Heading));
        draw::line(frame.buffer_mut(), area, 1, lang.setup_enter(), ctx.style(Meaning::Faint));
        let labels = [
            lang.setup_commune(),
            lang.setup_office(),
            lang.setup_team(),
            lang.setup_volunteer(),
            lang.setup_station(),
        ];
        let mut row = 3;
        for (number, label) in labels.into_iter().enumerate() {
            let has_keys = number == self.at;
            let line = Rect { y: area.y + row, height: 1.min(area.height.saturating_sub(row)), ..area };
            let mark = if has_keys { "> " } else { "  " };
            input_line(frame, line, ctx, &format!("{mark}{label}"), &self.fields[number], has_keys);
            if number == VOLUNTEER && self.fields[VOLUNTEER].value().is_empty() {
                let shift = u16::try_from(draw::width(label) + 4).unwrap_or(0);
                let rest = Rect { x: line.x + shift, width: line.width.saturating_sub(shift), ..line };
                draw::line(
                    frame.buffer_mut(),
                    rest,
                    0,
                    lang.setup_volunteer_default(),
                    ctx.style(Meaning::Faint),
                );
            }
            row += 1;
            row = self.render_below(frame, area, row, number, ctx);
        }
    }

    /// What stands under a field: the flaw, the communes that fit.
    fn render_below(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        row: u16,
        number: usize,
        ctx: &Context<'_>,
    ) -> u16 {
        let lang = ctx.lang;
        let buffer = frame.buffer_mut();
        let mut row = row;
        if number != self.at {
            return row;
        }
        if let Some(flaw) = self.flaw {
            let words = match flaw {
                Flaw::Commune => lang.flaw_commune(),
                Flaw::Name => lang.flaw_name(),
                Flaw::Station => lang.flaw_station(),
            };
            draw::line(buffer, area, row, &format!("  [!] {words}"), ctx.style(Meaning::Bad));
            row += 1;
        }
        if number == COMMUNE {
            if self.offered.is_empty() {
                draw::line(
                    buffer,
                    area,
                    row,
                    &format!("  {}", lang.setup_commune_hint()),
                    ctx.style(Meaning::Faint),
                );
                row += 1;
            }
            for (at, commune) in self.offered.iter().enumerate() {
                let (mark, meaning) =
                    if at == self.offer { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
                let words = format!("   {mark} {}, {}  ({})", commune.name, commune.province, commune.code);
                draw::line(buffer, area, row, &words, ctx.style(meaning));
                row += 1;
            }
        }
        row
    }
}

/// What the office or the team of a commune is usually called.
fn proposal(field: usize, commune: &str, lang: Lang) -> String {
    if field == OFFICE { lang.setup_office_default(commune) } else { lang.setup_team_default(commune) }
}
