//! Help: the key table of the place below, filtered by typing; Enter runs the row.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::ui::context::Context;
use crate::ui::draw::window;
use crate::ui::filter::Filter;
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Binding, Place};
use crate::ui::list::first_row;
use crate::ui::request::Request;
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};
use crate::ui::{draw, keymap};

#[derive(Clone, Debug)]
pub struct Help {
    place: Place,
    /// What stands over the view below, which this covers.
    title: Option<String>,
    rows: Vec<(&'static Binding, Option<String>)>,
    filter: Filter,
}

/// How many columns the keys take.
const KEYS: usize = 13;

impl Help {
    /// What can be done in the view that has the keys.
    pub fn new(view: &dyn View, ctx: &Context<'_>) -> Self {
        let place = view.place();
        let possible = keymap::rows(place)
            .filter(|row| !matches!(row.action, Action::Help | Action::Back) && !row.action.is_move())
            // The key that opened the page would close it.
            .filter(|row| opens(row.action) != Some(place))
            .filter(|row| view.is_possible(row.action, ctx));
        let rows = possible.map(|row| (row, view.named(row.action, ctx))).collect();
        Self { place, title: view.title(ctx), rows, filter: Filter::default() }
    }

    /// What is possible now in the view below: its keys, what they do and to whom.
    fn rows(&self, ctx: &Context<'_>) -> Vec<(String, String, Action)> {
        let lang = ctx.lang;
        let row = |(row, named): &(&'static Binding, Option<String>)| {
            // What stands for it on the line of commands is shown as it is typed there.
            let verb = row.verbs.first().map(|verb| format!(":{verb}"));
            let keys: Vec<String> = row.keys.iter().take(2).map(|key| key.name()).chain(verb).collect();
            let help = lang.action_help(row.action);
            let what = named.as_ref().map_or_else(|| help.to_owned(), |named| format!("{named} · {help}"));
            (keys.join(" "), what, row.action)
        };
        let all = self.rows.iter().map(row);
        // The word at the foot of the screen finds its row, too, and before those that only mention it: Enter takes the first.
        let mut found: Vec<(String, String, Action)> = all
            .filter(|(keys, what, action)| {
                self.filter.fits(&format!("{} {what} {keys}", lang.action(*action)))
            })
            .collect();
        found.sort_by_key(|(_, _, action)| self.filter.distance(lang.action(*action)));
        found
    }
}

/// The page that a key opens.
const fn opens(action: Action) -> Option<Place> {
    Some(match action {
        Action::Tally => Place::Tally,
        Action::Statistics => Place::Statistics,
        Action::Journal => Place::Journal,
        Action::Prints => Place::Prints,
        Action::Printers => Place::Printers,
        Action::Settings => Place::Settings,
        Action::Copies => Place::Copies,
        Action::Catalogue => Place::Catalogue,
        Action::Stations => Place::Stations,
        Action::Roster => Place::Roster,
        Action::Handover => Place::Handover,
        Action::TakeOver => Place::TakeOver,
        Action::Outages => Place::Outages,
        Action::CloseShift => Place::CloseShift,
        Action::Duty => Place::OpenShift,
        Action::Find => Place::Find,
        Action::CommandLine => Place::Line,
        _ => return None,
    })
}

impl View for Help {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        let rows = self.rows(ctx);
        self.filter.choose(action, rows, |(_, _, action)| Answer::Instead(Request::Act(action)))
    }

    fn press(&mut self, key: Key, _ctx: &Context<'_>) -> bool {
        self.filter.press(key)
    }

    fn paste(&mut self, text: &str, _ctx: &Context<'_>) {
        self.filter.paste(text);
    }

    /// No row is cut: a long one goes on below its keys.
    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let title = format!("{} · {}", ctx.lang.help_title(), ctx.lang.key_place(self.place));
        let inner = window(frame, area, ctx, &title, 78, 22);
        let of = inner.inner(Margin::new(1, 0));
        let title =
            self.title.as_deref().map_or_else(Vec::new, |title| draw::wrap(title, usize::from(of.width)));
        for (row, words) in (0..).zip(&title) {
            draw::line(frame.buffer_mut(), of, row, words, ctx.style(Meaning::Strong));
        }
        let inner = draw::below(inner, u16::try_from(title.len()).unwrap_or(u16::MAX));
        let list = self.filter.render_field(frame, inner, ctx);
        let mut lines: Vec<(usize, String)> = Vec::new();
        for (number, (keys, what, _)) in self.rows(ctx).into_iter().enumerate() {
            let mark = if number == self.filter.at() { ">" } else { " " };
            let head = format!("{mark} {} ", draw::pad(&keys, KEYS));
            lines.extend(draw::hanging(&head, &what, usize::from(list.width)).map(|line| (number, line)));
        }
        if lines.is_empty() {
            draw::line(frame.buffer_mut(), list, 0, ctx.lang.nothing_fits(), ctx.style(Meaning::Warning));
        }
        let end = lines.iter().rposition(|(number, _)| *number == self.filter.at()).unwrap_or(0);
        let list = draw::with_rest(frame.buffer_mut(), list, ctx, lines.len(), end);
        let first = first_row(end, lines.len(), usize::from(list.height));
        for (line, (number, words)) in (0..list.height).zip(lines.iter().skip(first)) {
            let meaning = if *number == self.filter.at() { Meaning::Selected } else { Meaning::Plain };
            draw::line(frame.buffer_mut(), list, line, words, ctx.style(meaning));
        }
    }
}
