//! How the settings are drawn: the pages' names on top, below them the values of one page.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::SettingsForm;
use super::slots::{Section, Shape, Slot};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::theme::Meaning;

/// How many columns the names of the values take.
const LABELS: usize = 23;

/// How many lines a short note has.
const NOTE_LINES: u16 = 4;

/// How many rows the pages' names and the hint above the values take.
const HEAD: u16 = 3;

impl SettingsForm {
    pub(super) fn draw(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let is_forms = self.section == Section::Forms;
        if is_forms && self.forms.render_preview(frame, area, ctx) {
            return;
        }
        let area = area.inner(Margin::new(1, 0));
        self.render_head(frame, area, ctx);
        let mut body = draw::below(area, HEAD);
        if is_forms {
            return self.forms.render(frame, body.inner(Margin::new(1, 0)), ctx);
        }
        if let Some(hint) = self.section.hint(lang) {
            draw::line(frame.buffer_mut(), body, 0, &format!(" {hint}"), ctx.style(Meaning::Faint));
            body = draw::below(body, 2);
        }
        self.form.render(frame, body, ctx, LABELS, &|asked| {
            let lines = self.lines(asked.row, body.height);
            let mut face = self.known.face(&asked, lines, lang);
            if matches!(asked.row, Slot::Hamlets | Slot::Reasons) {
                let count = asked.row.clean(&self.form.value(asked.row)).lines().count();
                face.label = format!("{}   {}", face.label, lang.settings_hamlets_count(count));
            }
            face
        });
    }

    /// How many lines of a note are shown: a list has what the other rows of its page leave.
    fn lines(&self, slot: Slot, room: u16) -> u16 {
        let others = u16::try_from(self.section.slots().len()).unwrap_or(room).saturating_sub(1);
        match slot {
            Slot::Hamlets | Slot::DaysOff | Slot::Reasons => room.saturating_sub(others + 1).max(NOTE_LINES),
            _ => NOTE_LINES,
        }
    }

    /// The pages, the one that is shown in brackets; below them whether something waits to be saved.
    fn render_head(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = format!(" {}  ", lang.settings_title());
        let at = Section::ALL.iter().position(|one| *one == self.section).unwrap_or(0);
        let names = Section::ALL.map(|section| section.name(lang));
        let room = usize::from(area.width).saturating_sub(draw::width(&title));
        let shown = in_sight(&names.map(|name| draw::width(name) + 2), at, room);
        let mut words = vec![(title, ctx.style(Meaning::Heading))];
        if shown.start > 0 {
            words.push(("< ".to_owned(), ctx.style(Meaning::Faint)));
        }
        for (place, name) in names.iter().enumerate().take(shown.end).skip(shown.start) {
            if place == at {
                words.push((format!("[{name}]"), ctx.style(Meaning::Selected)));
            } else {
                words.push((format!(" {name} "), ctx.style(Meaning::Plain)));
            }
        }
        if shown.end < names.len() {
            words.push((" >".to_owned(), ctx.style(Meaning::Faint)));
        }
        let pieces: Vec<_> = words.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        draw::pieces(frame.buffer_mut(), area, 0, &pieces);
        let (hint, meaning) = match (self.is_changed(), self.form.row().map(Slot::shape)) {
            _ if self.section == Section::Forms => (lang.form_page_hint(), Meaning::Faint),
            (false, Some(Shape::Note(_))) => (lang.settings_hint_note(), Meaning::Faint),
            (false, Some(Shape::Choice | Shape::Tick)) => (lang.settings_hint_switch(), Meaning::Faint),
            (false, _) => (lang.settings_hint(), Meaning::Faint),
            (true, Some(Shape::Note(_))) => (lang.settings_changed_note(), Meaning::Warning),
            (true, _) => (lang.settings_changed(), Meaning::Warning),
        };
        draw::line(frame.buffer_mut(), area, 1, &format!(" {hint}"), ctx.style(meaning));
    }
}

/// Which of the pages' names are shown: all when there is room; otherwise as many whole ones as fit beside the marks that
/// say that there are more, the chosen one among them.
fn in_sight(widths: &[usize], chosen: usize, room: usize) -> Range<usize> {
    let wide = |range: Range<usize>| widths[range].iter().sum::<usize>();
    if wide(0..widths.len()) <= room {
        return 0..widths.len();
    }
    let room = room.saturating_sub(4);
    let mut first = 0;
    while first < chosen && wide(first..chosen + 1) > room {
        first += 1;
    }
    let mut last = chosen + 1;
    while last < widths.len() && wide(first..last + 1) <= room {
        last += 1;
    }
    first..last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_page_is_always_in_sight_whole() {
        let widths = [11, 9, 10, 6, 9, 10, 11, 7];
        for (chosen, room, shown) in
            [(0, 73, 0..8), (0, 72, 0..7), (6, 72, 0..7), (7, 72, 1..8), (7, 0, 7..8), (3, 20, 2..4)]
        {
            assert_eq!(in_sight(&widths, chosen, room), shown, "{chosen} {room}");
        }
    }
}
