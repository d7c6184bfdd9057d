//! First start: one short form. Enter walks through it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::domain::commune::{Commune, CommuneFinder};
use crate::domain::{Office, StationNo, input};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::form::{Acted, Asked, Cell, Face, Form, Value};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// How many communes are offered at a time.
pub(super) const OFFERED: usize = 6;

/// The longest words by which a commune is looked for.
const LONGEST: usize = 60;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Commune,
    Office,
    Team,
    Volunteer,
    Station,
}

impl Row {
    const ALL: [Self; 5] = [Self::Commune, Self::Office, Self::Team, Self::Volunteer, Self::Station];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Commune,
    Name,
    Station,
}

#[derive(Clone, Debug)]
pub struct SetupForm {
    form: Form<Row, Flaw>,
    communes: Communes,
    /// The commune that the names of the office and the team were proposed for.
    proposed_for: Option<Commune>,
}

/// What the words in the first row mean; the one that was chosen is forgotten as they change.
#[derive(Clone, Debug)]
struct Communes {
    finder: CommuneFinder,
    chosen: Option<Commune>,
}

impl Communes {
    /// The one that was chosen, else those that fit.
    fn offered(&self, text: &str) -> Vec<Commune> {
        self.chosen.map_or_else(|| self.finder.find(text, OFFERED), |commune| vec![commune])
    }

    /// Another text looks for another commune.
    fn forget_unless(&mut self, text: &str) {
        self.chosen = self.chosen.filter(|commune| commune.name == text);
    }

    fn face(&self, asked: &Asked<'_, Row, Flaw>, lang: Lang) -> Face {
        let flaw = asked.flaw.map(|flaw| match flaw {
            Flaw::Commune => lang.flaw_commune().to_owned(),
            Flaw::Name => lang.flaw_name().to_owned(),
            Flaw::Station => lang.flaw_station().to_owned(),
        });
        let label = match asked.row {
            Row::Commune => {
                let values: Vec<Value> = self.offered(asked.text).iter().map(offer).collect();
                let hint = values.is_empty().then(|| (lang.setup_commune_hint().to_owned(), Meaning::Faint));
                return Face { hint, flaw, ..Face::choice(lang.setup_commune(), values) };
            }
            Row::Office => lang.setup_office(),
            Row::Team => lang.setup_team(),
            Row::Volunteer => lang.setup_volunteer(),
            Row::Station => lang.setup_station(),
        };
        let unset = (asked.row == Row::Volunteer).then(|| lang.setup_volunteer_default().to_owned());
        Face { unset, flaw, ..Face::new(label) }
    }
}

/// A commune as it is offered.
pub(super) fn offer(commune: &Commune) -> Value {
    Value::new(commune.code, format!("{}, {}  ({})", commune.name, commune.province, commune.code))
}

impl SetupForm {
    /// An empty form for this station.
    pub fn new(station: StationNo) -> Self {
        let form = Form::new(Row::ALL.map(|row| {
            let cell = match row {
                Row::Commune => Cell::found(LONGEST, ""),
                Row::Station => Cell::proposal(2, &station.to_string()),
                Row::Office | Row::Team | Row::Volunteer => Cell::line(input::NAME_LENGTH, ""),
            };
            (row, cell)
        }));
        Self { form, communes: Communes { finder: CommuneFinder::new(), chosen: None }, proposed_for: None }
    }

    /// Sets the office up, or shows what is still wrong.
    fn save(&mut self, lang: Lang) -> Answer {
        for row in Row::ALL {
            self.check(row, lang);
        }
        if let Some(row) = self.form.first_flaw() {
            self.form.go_to(row);
            return Answer::Stay;
        }
        let (Some(commune), Ok(station)) = (self.communes.chosen, self.form.value(Row::Station).parse())
        else {
            return Answer::Stay;
        };
        let office = Office {
            name: self.form.value(Row::Office),
            commune: commune.code.to_owned(),
            team: self.form.value(Row::Team),
        };
        let volunteers = vec![self.volunteer(lang)];
        Answer::Run(Request::SetUp { station, office, volunteers })
    }

    fn volunteer(&self, lang: Lang) -> String {
        let typed = input::line(&self.form.value(Row::Volunteer), input::NAME_LENGTH);
        if typed.is_empty() { lang.setup_volunteer_default().to_owned() } else { typed }
    }

    /// Whether a row is right; says the flaw under it when not.
    fn check(&mut self, row: Row, lang: Lang) -> bool {
        let value = self.form.value(row);
        let flaw = match row {
            Row::Commune => {
                let found = self.communes.offered(&value).get(self.form.found(row)).copied();
                self.communes.chosen = found;
                if let Some(commune) = found {
                    self.choose(commune, lang);
                }
                found.is_none().then_some(Flaw::Commune)
            }
            Row::Office | Row::Team => value.trim().is_empty().then_some(Flaw::Name),
            Row::Station => value.parse::<StationNo>().is_err().then_some(Flaw::Station),
            Row::Volunteer => None,
        };
        self.form.find_flaw(row, flaw);
        flaw.is_none()
    }

    fn choose(&mut self, commune: Commune, lang: Lang) {
        let before = self.proposed_for.map(|commune| commune.name_in_a_sentence());
        let name = commune.name_in_a_sentence();
        // What the person has changed stays; what this form proposed follows the commune.
        for row in [Row::Office, Row::Team] {
            let proposed = before.as_ref().map(|name| proposal(row, name, lang));
            let value = self.form.value(row);
            if value.is_empty() || proposed.as_deref() == Some(&value) {
                self.form.propose(row, &proposal(row, &name, lang));
                self.form.find_flaw(row, None);
            }
        }
        self.form.set(Row::Commune, commune.name);
        self.proposed_for = Some(commune);
    }
}

impl View for SetupForm {
    fn place(&self) -> Place {
        Place::Setup
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        // Enter goes on from what is right; the arrows go everywhere.
        if let (Action::Accept, Some(row)) = (action, self.form.row())
            && !self.check(row, ctx.lang)
        {
            return Answer::Stay;
        }
        match self.form.act(action, &|asked| self.communes.face(&asked, ctx.lang)) {
            Acted::Left(row) => drop(self.check(row, ctx.lang)),
            Acted::Save => return self.save(ctx.lang),
            Acted::Not | Acted::Stay | Acted::Back => {}
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let is_taken = self.form.press(key, &|asked| self.communes.face(&asked, ctx.lang));
        self.communes.forget_unless(&self.form.value(Row::Commune));
        is_taken
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| self.communes.face(&asked, ctx.lang));
        self.communes.forget_unless(&self.form.value(Row::Commune));
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| self.communes.face(&asked, ctx.lang))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let area = area.inner(Margin::new(2, 1));
        draw::line(frame.buffer_mut(), area, 0, lang.setup_title(), ctx.style(Meaning::Heading));
        draw::line(frame.buffer_mut(), area, 1, lang.setup_enter(), ctx.style(Meaning::Faint));
        self.form.render(frame, draw::below(area, 3), ctx, 0, &|asked| self.communes.face(&asked, lang));
    }
}

/// What the office or the team of a commune is usually called.
fn proposal(row: Row, commune: &str, lang: Lang) -> String {
    if row == Row::Office { lang.setup_office_default(commune) } else { lang.setup_team_default(commune) }
}
