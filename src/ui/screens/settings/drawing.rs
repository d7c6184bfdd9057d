//! How the settings are drawn: the pages' names on top, below them the values of one page.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::SettingsForm;
use super::entry::{CommuneEntry, Entry};
use super::slots::{Section, Shape, Slot};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::popups::input_line;
use crate::ui::theme::Meaning;

/// How many columns the names of the values take.
const LABELS: usize = 23;

/// How many rows a short note has.
const NOTE_ROWS: u16 = 4;

/// How many rows the pages' names and the hint above the values take.
const HEAD: u16 = 3;

impl SettingsForm {
    pub(in crate::ui) fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let is_forms = self.section == Section::Forms;
        if is_forms && self.forms.render_preview(frame, area, ctx) {
            return;
        }
        let area = area.inner(Margin::new(2, 0));
        self.render_head(frame, area, ctx);
        let body =
            Rect { y: area.y + HEAD.min(area.height), height: area.height.saturating_sub(HEAD), ..area };
        if is_forms {
            return self.forms.render(frame, body, ctx);
        }
        let body = match self.section.hint(lang) {
            Some(hint) => {
                draw::line(frame.buffer_mut(), body, 0, hint, ctx.style(Meaning::Faint));
                let used = 2.min(body.height);
                Rect { y: body.y + used, height: body.height - used, ..body }
            }
            None => body,
        };
        let slots = self.section.slots();
        let heights: Vec<u16> = (0..slots.len()).map(|at| self.height(at, body.height)).collect();
        // The field that has the keys is always in sight, whole.
        let mut first = 0;
        while first < self.at && heights[first..=self.at].iter().sum::<u16>() > body.height {
            first += 1;
        }
        let mut row = 0;
        for (at, height) in heights.iter().enumerate().skip(first) {
            if row >= body.height {
                break;
            }
            let height = (*height).min(body.height - row);
            self.render_slot(frame, Rect { y: body.y + row, height, ..body }, ctx, at);
            row += height;
        }
    }

    /// The pages, the one that is shown in brackets; below them whether something waits to be kept.
    fn render_head(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = format!("{}  ", lang.settings_title());
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
        let (hint, meaning) = match (self.is_changed(), &self.entry) {
            _ if self.section == Section::Forms => (lang.form_page_hint(), Meaning::Faint),
            (false, Entry::Note(_)) => (lang.settings_hint_note(), Meaning::Faint),
            (false, Entry::Nothing) => (lang.settings_hint_switch(), Meaning::Faint),
            (false, _) => (lang.settings_hint(), Meaning::Faint),
            (true, Entry::Note(_)) => (lang.settings_changed_note(), Meaning::Warning),
            (true, _) => (lang.settings_changed(), Meaning::Warning),
        };
        draw::line(frame.buffer_mut(), area, 1, hint, ctx.style(meaning));
    }

    /// How many rows a value takes.
    fn height(&self, at: usize, room: u16) -> u16 {
        let slot = self.section.slots()[at];
        let flaw = u16::from(at == self.at && self.flaw.is_some());
        let own = match slot.shape() {
            // The list of hamlets is alone on its page.
            Shape::Note(_) if slot == Slot::DaysOff => room.saturating_sub(2 + flaw),
            Shape::Note(_) if slot == Slot::Hamlets => room.saturating_sub(flaw),
            // Below it stand the fixed ones, a row each.
            Shape::Note(_) if slot == Slot::Reasons => {
                let others = u16::try_from(self.section.slots().len()).unwrap_or(room);
                room.saturating_sub(others.saturating_sub(1)).max(NOTE_ROWS + 1)
            }
            Shape::Note(_) => NOTE_ROWS + 1,
            Shape::Commune if at == self.at => match &self.entry {
                Entry::Commune(entry) => 2 + u16::try_from(entry.offered.len()).unwrap_or(0),
                _ => 1,
            },
            _ => 1,
        };
        own + flaw
    }

    fn render_slot(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, at: usize) {
        let lang = ctx.lang;
        let slot = self.section.slots()[at];
        let has_keys = at == self.at;
        let mark = if has_keys { ">" } else { " " };
        let label = format!("{mark} {}", draw::pad(&slot.label(lang), LABELS));
        let value = slot.kept(&self.kept, self.station);
        let line = Rect { height: 1.min(area.height), ..area };
        let below = Rect { y: area.y + line.height, height: area.height - line.height, ..area };
        match &self.entry {
            Entry::Line(field) if has_keys => {
                input_line(frame, line, ctx, &label, field, true);
                if field.value().is_empty() {
                    self.render_default(frame, line, ctx, slot);
                }
            }
            Entry::Commune(entry) if has_keys => {
                input_line(frame, line, ctx, &label, &entry.field, true);
                render_offered(frame, below, ctx, entry);
            }
            _ => match slot.shape() {
                Shape::Note(_) => self.render_note(frame, line, below, ctx, at),
                Shape::Page => {}
                Shape::Switch => {
                    let meaning = if has_keys { Meaning::Selected } else { Meaning::Plain };
                    if let Slot::Offered(reason) = slot {
                        let tick = if self.kept.reasons.offers(reason) { 'x' } else { ' ' };
                        let words = format!("{mark} [{tick}] {}", slot.label(lang));
                        draw::line(frame.buffer_mut(), line, 0, &words, ctx.style(meaning));
                        return;
                    }
                    let now = match slot {
                        Slot::Saturday if self.kept.days.saturday_morning => lang.settings_yes(),
                        Slot::Saturday => lang.settings_no(),
                        Slot::Typing => lang.typing_method(ctx.typing),
                        Slot::Letters => lang.letters(ctx.letters),
                        _ => lang.settings_language_now(),
                    };
                    let words = format!("{label}: < {now} >");
                    draw::line(frame.buffer_mut(), line, 0, &words, ctx.style(meaning));
                }
                Shape::Line(_) | Shape::Commune => {
                    let label = format!("{label}: ");
                    let room = usize::from(line.width).saturating_sub(draw::width(&label));
                    let value = draw::fit(&value, room);
                    let pieces =
                        [(label.as_str(), ctx.style(Meaning::Heading)), (&value, ctx.style(Meaning::Plain))];
                    draw::pieces(frame.buffer_mut(), line, 0, &pieces);
                    if value.is_empty() {
                        self.render_default(frame, line, ctx, slot);
                    }
                }
            },
        }
        if let (true, Some(flaw), true) = (has_keys, self.flaw, below.height > 0) {
            let last = below.height - 1;
            let words = format!("  [!] {}", flaw.words(lang));
            draw::line(frame.buffer_mut(), below, last, &words, ctx.style(Meaning::Bad));
        }
    }

    /// What applies while nothing is set, behind the name of the value.
    fn render_default(&self, frame: &mut Frame<'_>, line: Rect, ctx: &Context<'_>, slot: Slot) {
        let Some(words) = slot.default(&self.kept, ctx.lang) else { return };
        // Behind the mark, the name and the colon; a column more keeps the cursor's place free.
        let shift = u16::try_from(LABELS + 5).unwrap_or(u16::MAX).min(line.width);
        let rest = Rect { x: line.x + shift, width: line.width - shift, ..line };
        draw::line(frame.buffer_mut(), rest, 0, &format!("({words})"), ctx.style(Meaning::Faint));
    }

    fn render_note(&self, frame: &mut Frame<'_>, line: Rect, below: Rect, ctx: &Context<'_>, at: usize) {
        let slot = self.section.slots()[at];
        let has_keys = at == self.at;
        let mark = if has_keys { ">" } else { " " };
        let mut words = format!("{mark} {}", slot.label(ctx.lang));
        if matches!(slot, Slot::Hamlets | Slot::Reasons) {
            let typed = self.entry.typed();
            let count = slot.clean(&typed).lines().count();
            words = format!("{words}   {}", ctx.lang.settings_hamlets_count(count));
        }
        draw::line(frame.buffer_mut(), line, 0, &words, ctx.style(Meaning::Heading));
        let flaw = u16::from(has_keys && self.flaw.is_some()).min(below.height);
        let inside = Rect { height: below.height - flaw, ..below }.inner(Margin::new(4, 0));
        let style = ctx.style(Meaning::Plain);
        match &self.entry {
            Entry::Note(note) if has_keys => note.render(frame, inside, ctx, true),
            _ => {
                let value = slot.kept(&self.kept, self.station);
                for (row, text) in (0..inside.height).zip(value.lines()) {
                    draw::line(frame.buffer_mut(), inside, row, text, style);
                }
                if value.is_empty() {
                    let words = format!("({})", ctx.lang.settings_not_set());
                    draw::line(frame.buffer_mut(), inside, 0, &words, ctx.style(Meaning::Faint));
                }
            }
        }
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

/// The communes that fit what was typed.
fn render_offered(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, entry: &CommuneEntry) {
    let buffer = frame.buffer_mut();
    if entry.offered.is_empty() {
        let words = format!("  {}", ctx.lang.setup_commune_hint());
        draw::line(buffer, area, 0, &words, ctx.style(Meaning::Faint));
    }
    for (row, (at, commune)) in (0..area.height).zip(entry.offered.iter().enumerate()) {
        let (mark, meaning) =
            if at == entry.offer { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
        let words = format!("   {mark} {}, {}  ({})", commune.name, commune.province, commune.code);
        draw::line(buffer, area, row, &words, ctx.style(meaning));
    }
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
